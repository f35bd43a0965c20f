/** A new carer's first evening: somebody has moved in, nothing is known, and the screen itself says what to find out next. */
import { jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Home, type Person, type World } from '../world/world.ts';
import { Visitor, openBrowser, openStage } from './stage.ts';

const TABLET = { width: 820, height: 1180 };
const SIZES = [{ width: 360, height: 740 }, TABLET, { width: 1440, height: 900 }];
const FIVE_MINUTES = 300;

/**
 * Seconds by the keystroke-level model (Card, Moran and Newell, 1980): M to think, P to point, K to press. K is theirs for an
 * average typist, 0.28 s; half a second is taken here, for a tablet held in one arm. A model of a person's time, not a stopwatch.
 */
const [K, P, M] = [0.5, 1.1, 1.35];

/** Somebody's hand: counts what it does, so that the time it takes can be reckoned. */
class Hand {
  screens = 0;
  taps = 0;
  fields = 0;
  characters = 0;

  constructor(private readonly page: Page) {}

  /** Takes a screen in: its heading, and the reason under it. */
  async sees(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { name: heading }).waitFor();
    this.screens += 1;
  }
  async presses(on: Locator): Promise<void> {
    await on.click();
    this.taps += 1;
  }
  async writes(label: string | RegExp, text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: label });
    await field.click();
    await field.pressSequentially(text);
    this.fields += 1;
    this.characters += text.length;
  }
  /** Thought goes before every screen, tap and field; pointing before every tap and field. */
  get seconds(): number {
    return this.screens * 2 * M + (this.taps + this.fields) * (M + P) + this.characters * K;
  }
}

jest.setTimeout(300_000);

describe('somebody new', () => {
  let world: World;
  let browser: Browser;
  let home: Home;
  let carer: Person;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openStage('2026-11-24T18:00:00Z'), openBrowser()]);
    home = await world.home();
    carer = await home.worker('Tom Reed', 'carer');
    await home.resident('Bob Ellison', { room: '2', preferredName: 'Bob' });
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  async function arrives(name: string, size = TABLET): Promise<Visitor> {
    const visitor = await Visitor.comes(browser, world, name, size);
    await visitor.context.addCookies([{ name: 'promenade', value: carer.token, url: world.url, httpOnly: true, sameSite: 'Strict' }]);
    return visitor;
  }

  /** Nothing that axe finds, of whatever impact, and nothing wider than the screen. */
  async function isClean(visitor: Visitor, what: string): Promise<void> {
    await visitor.looks(what);
    expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  }

  async function isCleanEverywhere(visitor: Visitor, what: string): Promise<void> {
    for (const size of SIZES) {
      await visitor.page.setViewportSize(size);
      await isClean(visitor, `${what}-${size.width}`);
    }
    await visitor.page.setViewportSize(TABLET);
    await visitor.page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await isClean(visitor, `${what}-large-text`);
    await visitor.page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  }

  it('comes from nothing to a useful profile in under five minutes, by what the screen asks for next', async () => {
    const tom = await arrives('new');
    const { page } = tom;
    const hand = new Hand(page);
    const goOn = page.getByRole('button', { name: 'Keep and go on' });

    await tom.opens('/people');
    await hand.sees('People');
    await hand.presses(page.getByRole('button', { name: 'Add somebody' }));
    await hand.sees('Somebody moves in');
    await hand.writes('First name', 'Ada');
    await hand.writes('Family name', 'Bell');
    await hand.writes(/^Room/, '12');
    await isClean(tom, '1-arrival');
    await hand.presses(page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }));

    await hand.sees('Next: what matters most to Ada');
    await page.getByText('0 of 7').waitFor();
    await isCleanEverywhere(tom, '2-important');
    await hand.writes('What matters most to Ada?', 'Her garden, and being asked first');
    await hand.presses(goOn);

    await hand.sees('Next: how much help it takes');
    await page.getByText('1 of 7').waitFor();
    await isCleanEverywhere(tom, '3-support');
    await hand.presses(page.getByRole('radio', { name: 'Wheelchair when out' }));
    await hand.writes(/^What can go wrong when out/, 'Tires after ten minutes');
    await hand.writes(/^What to do/, 'Sit down, have a drink');
    await hand.presses(goOn);

    await hand.sees('Next: what Ada used to do');
    await isCleanEverywhere(tom, '4-fact');
    await hand.writes('What did Ada do all day, before?', 'Taught infants in Leeds for thirty years');
    await hand.presses(goOn);

    await hand.sees('Next: what Ada loves');
    await hand.writes('What has Ada always loved?', 'Brass bands, at Christmas above all');
    await hand.presses(goOn);

    await hand.sees('Next: who and where Ada belongs to');
    await hand.writes('Who, or which place, belongs to Ada’s life?', 'Her sister Jean in Halifax');
    await hand.presses(page.getByRole('radio', { name: 'Family or a friend' }));
    await hand.writes('Their name', 'Jean Bell');
    await hand.presses(goOn);

    await hand.sees('Next: what belongs in Ada’s day');
    await isCleanEverywhere(tom, '5-routine');
    await hand.writes('What has always belonged in Ada’s day?', 'A walk before tea');
    await hand.presses(page.getByRole('radio', { name: 'Afternoon, 2 to 5' }));
    await hand.writes('Why it matters', 'She always did');
    await hand.presses(goOn);

    await hand.sees('Next: what Ada wants to be true');
    await page.getByText('6 of 7').waitFor();
    await hand.writes('What does Ada want to be true?', 'I get out every day');
    await hand.writes('Why it matters', 'I was never one for sitting');
    await hand.presses(goOn);

    await hand.sees('Ada’s profile is one to work by');
    await isCleanEverywhere(tom, '6-ready');
    console.log(`From nothing to a useful profile: ${hand.screens} screens, ${hand.taps} taps, ${hand.fields} fields, ${hand.characters} characters; ${Math.round(hand.seconds)} s by the keystroke-level model.`);
    expect(hand.seconds).toBeLessThan(FIVE_MINUTES);

    const [row] = await world.look<Record<string, unknown>>(`
      SELECT r.room, r.wheelchair, r.risk_out, (SELECT text FROM about_me_statement s WHERE s.resident_id = r.id AND s.heading = 'important') AS important,
        (SELECT array_agg(f.theme || ', ' || f.told_by || ', ' || f.told_how ORDER BY f.theme) FROM life_fact f WHERE f.resident_id = r.id) AS facts,
        (SELECT t.what || ' ' || t.from_time FROM routine t WHERE t.resident_id = r.id) AS routine, (SELECT o.words FROM outcome o WHERE o.resident_id = r.id) AS outcome
      FROM resident r WHERE r.given_name = 'Ada'`);
    expect(row).toEqual({
      room: '12', wheelchair: 'out', risk_out: 'Tires after ten minutes', important: 'Her garden, and being asked first',
      facts: ['family, Jean Bell, told by family', 'music, Ada, told us', 'work, Ada, told us'], routine: 'A walk before tea 14:00', outcome: 'I get out every day',
    });
    await tom.leaves();
  });

  it('is asked about one thing at a time by keyboard alone; what is put off comes back, and what went wrong is said', async () => {
    const tom = await arrives('keys');
    const { page } = tom;
    await tom.opens('/people');
    await reach(page, 'Add somebody');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Somebody moves in' }).waitFor();
    await reach(page, 'First name');
    await page.keyboard.type('Cis');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Moss');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Next: what matters most to Cis' }).waitFor();
    await reach(page, 'Keep and go on');
    await page.keyboard.press('Enter');
    await page.getByText('This cannot be done yet').waitFor();
    await isClean(tom, '1-refused');
    await reach(page, 'Not now');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Next: how much help it takes' }).waitFor();
    // The question itself has the focus: whoever listens hears it, and the next Tab is its first answer.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Next: how much help it takes');
    await reach(page, 'Nothing is known that can go wrong out');
    await page.keyboard.press('Space');
    await reach(page, 'Keep and go on');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Next: what Cis used to do' }).waitFor();
    await page.getByText('1 of 7').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Next: what matters most to Cis' }).waitFor();
    await page.getByText('1 of 7').waitFor();
    for (let put = 0; put < 6; put += 1) {
      await reach(page, 'Not now');
      await page.keyboard.press('Enter');
    }
    await page.getByText('6 things were put off. They are asked again next time.').waitFor();
    await isClean(tom, '2-put-off');
    await tom.leaves();
  });

  it('is found in the list by name, room, or what nobody knows of them yet', async () => {
    const tom = await arrives('list');
    const { page } = tom;
    await tom.opens('/people');
    await page.getByRole('button', { name: /^No outcome/ }).click();
    await page.getByRole('link', { name: 'Bob', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: 'Ada', exact: true }).count()).toBe(0);
    await isCleanEverywhere(tom, '1-people');
    await page.getByLabel('Find somebody').fill('moss');
    expect(await page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading') }).count()).toBe(1);
    await tom.leaves();
  });

  it('answers a few questions on one tablet and goes on with them on another; what they lead to waits for a tap', async () => {
    const first = await arrives('questions', SIZES[0]);
    const { residents } = await carer.gets<{ residents: { id: string; preferredName: string }[] }>('{ residents { id preferredName } }');
    const at = `/people/${residents.find(({ preferredName }) => preferredName === 'Bob')?.id ?? ''}/assessment`;
    await first.opens(at);
    await first.page.getByRole('heading', { name: 'Who answers?' }).waitFor();
    await first.page.getByRole('radio', { name: /^Bob, with somebody/ }).check();
    await first.page.getByRole('textbox', { name: 'Who is with them' }).fill('Tom Reed');
    await isCleanEverywhere(first, '1-who');
    await first.page.getByRole('button', { name: 'Begin' }).click();
    await first.page.getByRole('heading', { name: 'How are the weeks here for you?' }).waitFor();
    await first.page.getByText('Question 1, at most 11 more').waitFor();
    await isCleanEverywhere(first, '2-week');
    await first.page.setViewportSize(SIZES[0] ?? TABLET);
    await first.page.getByRole('radio', { name: 'Too little happens' }).check();
    await first.page.getByRole('button', { name: 'Next' }).click();
    await first.page.getByRole('heading', { name: 'What would make the week better?' }).waitFor();
    await first.leaves();

    const second = await arrives('questions');
    const { page } = second;
    await second.opens(at);
    await page.getByRole('heading', { name: 'What would make the week better?' }).waitFor();
    await isCleanEverywhere(second, '3-better');
    // By keyboard from here on.
    await reach(page, 'Getting out more');
    await page.keyboard.press('Space');
    await reach(page, 'Next');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Where would you like to go?' }).waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'What would make the week better?' }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Getting out more' }).isChecked()).toBe(true);
    await page.getByRole('checkbox', { name: 'Music' }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Where would you like to go?' }).waitFor();
    await page.getByRole('checkbox', { name: 'The sea or the river' }).check();
    await page.getByRole('textbox', { name: /^In your own words/ }).fill('Filey, as every August');
    await page.getByRole('button', { name: 'Next' }).click();
    const chosen: [RegExp, string | null][] = [
      [/get about/, null], [/at ease/, null], [/do for yourself/, null], [/faith or a custom/, null], [/good day begin/, 'Not before nine'], [/trouble you/, null], [/matters most/, null], [/join in/, 'One step at a time, shown as we go'],
    ];
    for (const [heading, option] of chosen) {
      await page.getByRole('heading', { name: heading }).waitFor();
      if (option) await page.getByRole('radio', { name: option }).check();
      await page.getByRole('button', { name: option ? 'Next' : 'Pass over' }).click();
    }
    await page.getByRole('heading', { name: 'What this leads to' }).waitFor();
    await isCleanEverywhere(second, '4-leads');
    await page.getByRole('button', { name: 'Make it a wish: Go to the sea or the river' }).click();
    await page.getByText('Taken: Wish').waitFor();
    for (const [take, taken] of [['Keep what matters: Listening to music', 'What matters'], ['Make it a routine: Not woken before nine', 'Routine'], ['Set how they join in: Does it step by step', 'Joining in']] as const) {
      await page.getByRole('button', { name: take }).click();
      await page.getByText(`Taken: ${taken}`).waitFor();
    }
    await isClean(second, '5-taken');
    expect(await world.look('SELECT words FROM wish')).toEqual([{ words: 'Go to the sea or the river' }]);
    expect(await world.look('SELECT item, answer, answered_by FROM preference_answer')).toEqual([{ item: 'F0500B', answer: 'very important', answered_by: 'Bob' }]);
    expect(await world.look(`SELECT from_time, to_time, protected FROM routine WHERE what = 'Not woken before nine'`)).toEqual([{ from_time: '07:00', to_time: '09:00', protected: true }]);
    expect(await world.look(`SELECT style FROM support_version v JOIN resident r ON r.id = v.resident_id WHERE r.given_name = 'Bob' AND style IS NOT NULL`)).toEqual([{ style: 'step by step' }]);
    expect(await world.look(`SELECT words FROM outcome WHERE words = 'I get out more'`)).toEqual([]);
    await second.leaves();
  });
});

/** Tabs on until what has the focus is called this. */
async function reach(page: Page, name: string): Promise<void> {
  await page.getByText(name).or(page.getByLabel(name)).or(page.getByRole('button', { name })).first().waitFor({ state: 'attached' });
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])].map((each) => each.textContent).join(' ') : '';
      return `${at?.getAttribute('aria-label') ?? ''} ${label} ${at?.textContent ?? ''}`;
    });
    if (found.includes(name)) return;
  }
  throw new Error(`“${name}” is not reached by keyboard`);
}
