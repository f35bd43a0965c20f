/** A carer reads and adds to a life, asks what matters, and sees what happens when a walk is missed: by keyboard, on three widths. */
import type { Browser, Page } from 'playwright-core';
import { RoutineDayEntity } from '../../apps/api/src/day/day.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { DistressNoteEntity } from '../../apps/api/src/people/routines.entities.ts';
import type { World } from '../world/world.ts';
import { Visitor, openBrowser, openChestnutHouse, violationsOn } from './stage.ts';

const TABLET = { width: 820, height: 1180 };
const SIZES = [{ width: 360, height: 740 }, TABLET, { width: 1440, height: 900 }];

describe('a life at Chestnut House', () => {
  let world: World;
  let browser: Browser;
  let karen: Visitor;
  let page: Page;
  let person: string;
  beforeAll(async () => {
    const [stage, opened] = await Promise.all([openChestnutHouse('2026-11-20T17:40:00Z'), openBrowser()]);
    [world, browser] = [stage.world, opened];
    const [somebody] = await world.look<{ id: string; home_id: string }>('SELECT r.id, r.home_id FROM resident r JOIN routine t ON t.resident_id = r.id AND t.home_id = r.home_id GROUP BY r.id, r.home_id ORDER BY count(*) DESC, r.id LIMIT 1');
    person = somebody?.id ?? '';
    await lived(somebody?.home_id ?? '');
    karen = await Visitor.arrives(browser, world, 'life', 'karen.whitfield@example.org', TABLET);
    page = karen.page;
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  /** Four missed days of which three ended badly, nineteen good ones of which two did. */
  async function lived(homeId: string): Promise<void> {
    const [routine] = await world.look<{ id: string; to_time: string }>('SELECT id, to_time FROM routine WHERE resident_id = $1 ORDER BY from_time DESC, id LIMIT 1', [person]);
    const by = { recordedBy: newId(), recordedByName: 'Ada Bell', recordedAt: world.clock.now() };
    await world.asSystem(homeId, async (tx) => {
      for (let n = 1; n <= 23; n += 1) {
        const day = new Date(Date.UTC(2026, 9, 27 - n)).toISOString().slice(0, 10);
        const isMissed = n <= 4;
        await tx.em.insert(RoutineDayEntity, { homeId, id: newId(), routineId: routine?.id ?? '', residentId: person, day, state: isMissed ? 'missed' : 'honoured', reason: isMissed ? 'Nobody was free' : null, correctsId: null, ...by });
        if (n <= 3 || n === 9 || n === 15) await tx.em.insert(DistressNoteEntity, { homeId, id: newId(), residentId: person, routineId: routine?.id ?? '', at: new Date(`${day}T${routine?.to_time ?? '12:00'}:00Z`), level: 'upset', words: 'At the door', correctsId: null, ...by });
      }
    });
  }

  /** The page as it stands, at three widths and with text twice as large: nothing runs off the side, no violation of any impact. */
  async function looks(what: string): Promise<void> {
    await karen.looks(`${what}-820`);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/life-${what}-${size.width}.png`, fullPage: true });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      const violations = await violationsOn(page);
      expect(violations.map(({ id, nodes }) => `${what} ${size.width}: ${id} at ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
    }
    await page.setViewportSize(TABLET);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await karen.looks(`${what}-large`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  }

  it('is told in two fields, says how the words were understood, and stands in its decade', async () => {
    await karen.opens(`/people/${person}/life-story`);
    await page.getByLabel('What is known').fill('Sang in the works choir and stood at the back.');
    await page.getByLabel('Roughly when').fill('about 1962');
    await page.getByText('We read this as 1960 to 1964.').waitFor();
    await page.getByLabel('Roughly when').press('Enter');
    const sixties = page.getByRole('region', { name: '1960s' });
    await sixties.getByText('Sang in the works choir').waitFor();
    await looks('1-life-story');
  });

  it('is put better in a new version by keyboard alone, and the old one can be read', async () => {
    const fact = page.getByRole('listitem').filter({ hasText: 'Sang in the works choir' }).first();
    await fact.getByRole('button', { name: /Put it better/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('What is known').fill('Sang alto in the works choir.');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('1 earlier version').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Sang in the works choir and stood at the back.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('earlier version');
  });

  it('leads somewhere with one tap: what leads to nothing is listed, and becomes a wish', async () => {
    const unused = page.getByRole('button', { name: /^A wish from: Sang alto/ });
    await unused.click();
    await page.getByRole('dialog').getByLabel('What would they like').fill('To hear a choir again, near enough to join in.');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('a wish, “To hear a choir again, near enough to join in.”').waitFor();
    expect(await unused.count()).toBe(0);
  });

  it('has what is to be steered clear of, with what plans leave out and why', async () => {
    await page.getByRole('button', { name: 'Add something to avoid' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('What to steer clear of').fill('Hymns of the funeral');
    await form.getByLabel('Hymns in the quiet room').check();
    await karen.looks('2-avoid-form');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Left out of plans: “Hymns of the funeral” is a topic to avoid.').waitFor();
    await looks('2-avoid');
  });

  it('says what matters, one question at a time, and may skip one', async () => {
    await karen.opens(`/people/${person}/preferences`);
    await page.getByRole('heading', { name: 'How much does it matter to you to choose what you wear?' }).waitFor();
    await looks('3-one-question');
    await page.getByRole('button', { name: 'Very important', exact: true }).click();
    await page.getByRole('heading', { name: /look after your own belongings/ }).waitFor();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByRole('heading', { name: /a bath, a shower/ }).waitFor();
  });

  it('says what stands in the way of what matters, and makes a wish of it', async () => {
    await page.getByRole('button', { name: /Important, but can’t do it/ }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Say in a few words what that is').waitFor();
    await page.getByLabel('What stands in the way').fill('The bath hoist is broken.');
    await page.getByLabel('Make a wish of it, if they agree').check();
    await page.getByLabel('What would they like').fill('A deep bath on Sundays.');
    await looks('3-barrier');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: /bite to eat between meals/ }).waitFor();
  });

  it('has all the answers on one page, and what stands in the way listed for the home', async () => {
    await page.getByRole('button', { name: 'All on one page' }).click();
    await page.getByText('A wish came of it: “A deep bath on Sundays.”').waitFor();
    await looks('3-all');
    await karen.opens('/barriers');
    await page.getByText('The bath hoist is broken.').waitFor();
    await looks('4-barriers');
  });

  it('shows what happens when a routine is missed, and takes a note of distress in two taps', async () => {
    await karen.opens(`/people/${person}/routines`);
    await page.getByText('3 of 4 missed days were followed by distress, 2 of 19 honoured days: likely more than chance.').waitFor();
    await looks('5-routines');
    await page.getByRole('button', { name: 'Write down distress', exact: true }).first().click();
    await karen.looks('5-distress');
    await page.getByRole('button', { name: /^Upset/ }).click();
    await page.getByText(/Upset, Friday 20 November, 17:40/).waitFor();
    await page.getByRole('button', { name: /It was not distress: Friday 20 November, 17:40/ }).click();
    await page.getByText(/Upset, Friday 20 November, 17:40/).waitFor({ state: 'detached' });
  });

  it('gives something a place on the first Friday of the month', async () => {
    await page.getByRole('button', { name: 'Add a routine' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('What', { exact: true }).fill('Mass');
    await form.getByLabel('Only to be left alone').check();
    await form.getByLabel('How it comes round').selectOption('first in the month');
    for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Sat', 'Sun']) await form.getByLabel(day, { exact: true }).uncheck();
    await form.getByLabel('From', { exact: true }).fill('11:00');
    await form.getByLabel('To', { exact: true }).fill('11:40');
    await form.getByLabel('Why it matters').fill('Her mother took her.');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('the first Fri of the month').waitFor();
    await karen.looks('6-first-friday');
  });

  it('is at hand on the day: two taps beside the routine', async () => {
    await karen.opens('/');
    const routines = page.locator('section').filter({ has: page.locator('#routines') });
    await routines.locator('summary').first().click().catch(() => null);
    await routines.getByRole('button', { name: 'Distressed' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Unsettled' }).click();
    await page.getByText(/^Unsettled/).first().waitFor();
    await karen.looks('7-day');
  });
});
