/** Who decides, who is known, what somebody wants to be true: found, read and written on the screens, at three widths and by keyboard. */
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { AuthorityEntity, type ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import type { Home, Person, World } from '../world/world.ts';
import { Visitor, openBrowser, openStage } from './stage.ts';

jest.setTimeout(240_000);

const SIZES = { phone: { width: 360, height: 740 }, tablet: { width: 820, height: 1180 }, desk: { width: 1440, height: 900 } };
const SWIM = 'Swimming on Thursdays';

describe('who decides, who is known, and what somebody wants to be true', () => {
  let world: World;
  let browser: Browser;
  let home: Home;
  let karen: Person;
  let steven: ResidentEntity;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openStage('2026-11-24T09:00:00Z'), openBrowser()]);
    home = await world.home();
    karen = await home.worker('Karen Whitfield', 'manager');
    await home.staff('Gwen Lloyd');
    await home.staff('Agnes Temp', { agency: true });
    steven = await home.resident('Steven Marlow', { namedWorkerId: karen.actor.staffId, riskOut: 'Runs towards water.', riskDo: 'Hold his left hand.' });
    const mark = await home.supporter('Mark Marlow', steven, 'father');
    await home.insert(AuthorityEntity, {
      homeId: home.id, id: newId(), residentId: steven.id, area: 'money', kind: 'attorney', supporterId: mark.actor.supporterId, words: '', documentSeen: 'Registered lasting power of attorney', seenBy: null, seenOn: '2026-01-12',
      untilDate: '2026-12-10', power: 'property and affairs', actsEarly: true, seenByName: 'Karen Whitfield',
    });
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  async function comes(size: keyof typeof SIZES, at: string): Promise<Visitor> {
    const visitor = await Visitor.comes(browser, world, `decisions-${size}`, SIZES[size]);
    await visitor.context.addCookies([{ name: COOKIE, value: karen.token, url: world.url }]);
    await visitor.opens(at);
    return visitor;
  }

  /** No axe violation of any impact, and nothing wider than the screen. */
  async function faultless(visitor: Visitor, what: string): Promise<void> {
    await visitor.looks(what);
    expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }

  it('refuses what is not somebody’s to decide, and keeps their view as heard', async () => {
    const visitor = await comes('desk', `/people/${steven.id}/decisions`);
    const { page } = visitor;
    await page.getByRole('heading', { name: 'Who decides for Steven' }).waitFor();
    await page.getByText('An unwise choice is still a choice', { exact: true }).waitFor();
    await page.getByText('Being next of kin gives no right to decide').waitFor();
    await faultless(visitor, 'decisions');
    // By keyboard alone.
    await page.getByRole('button', { name: 'Record a decision' }).focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('About what').selectOption('Outings and risk');
    await sheet.getByLabel('What is decided').fill('Not to go swimming');
    await sheet.getByLabel('Who decides').selectOption('Mark Marlow, father');
    await sheet.getByLabel('What was said or shown').fill('He is too fragile for it.');
    await sheet.getByRole('button', { name: 'Save' }).focus();
    await page.keyboard.press('Enter');
    await sheet.getByText('The authority on record is for money, and not for this.').waitFor();
    await faultless(visitor, 'decision-refused');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.getByText('Not to go swimming: “He is too fragile for it.”').waitFor();
    await page.getByText('It did not decide: The authority on record is for money, and not for this.').waitFor();
    await visitor.leaves();
  });

  it('asks every step the Act asks, and then shows how it was come to', async () => {
    const visitor = await comes('tablet', `/people/${steven.id}/decisions`);
    const { page } = visitor;
    await page.getByRole('button', { name: 'Look at capacity' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('About what').selectOption('Outings and risk');
    await sheet.getByLabel('Which one decision').fill(SWIM);
    await sheet.getByLabel('No, not this, not now').check({ force: true });
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.getByText('Nobody is found unable before that.').waitFor();
    await sheet.getByLabel('What was tried to help them decide').fill('Pictures of the pool, two mornings, with Gwen.');
    await sheet.getByLabel('What was found').fill('He did not keep it in mind until the pool was shown.');
    await sheet.getByLabel('It is not because the choice is unwise.').check({ force: true });
    await sheet.getByLabel('This stands until').fill('2027-02-24');
    await faultless(visitor, 'capacity');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await page.getByText(`Steven could not decide: ${SWIM}`).waitFor();

    await page.getByRole('button', { name: 'Decide in their best interests' }).click();
    const best = page.getByRole('dialog');
    await best.getByLabel('Who was consulted').fill('Steven with pictures; Mark; Dr Shah.');
    await best.getByLabel('What was weighed').fill('He laughs in water. He tires.');
    await best.getByLabel('Could it wait').fill('No, the course starts on Thursday.');
    await best.getByLabel('Less restrictive ways').fill('Paddling: he turned away.');
    await best.getByLabel('What is decided for them').fill('He swims with two staff.');
    await best.getByLabel('To be looked at again by').fill('2026-12-20');
    await faultless(visitor, 'best-interests');
    await best.getByRole('button', { name: 'Save' }).click();
    await page.getByText('To be looked at again by Sunday 20 December.').waitFor();
    await page.getByText('How it was come to').click();
    await page.getByText('Less restrictive ways: Paddling: he turned away.').waitFor();
    await page.getByText('Ends on Sunday 20 December, outings and risk').waitFor();
    await faultless(visitor, 'decided');
    await visitor.leaves();
  });

  it('shows what a stay in hospital means before it is confirmed', async () => {
    const visitor = await comes('phone', `/people/${steven.id}/decisions`);
    const { page } = visitor;
    await page.getByRole('button', { name: 'In hospital, away, moved or died' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Where are they now').selectOption('In hospital');
    await sheet.getByText('Mark Marlow will read: “Steven is in hospital.').waitFor();
    await faultless(visitor, 'status');
    await sheet.getByRole('button', { name: 'Confirm, and do all of this' }).click();
    await page.getByRole('heading', { name: 'Now: in hospital' }).waitFor();
    await faultless(visitor, 'in-hospital');
    await visitor.leaves();
  });

  it('says what support is needed, who is known and who is to be introduced', async () => {
    const visitor = await comes('phone', `/people/${steven.id}/support`);
    const { page } = visitor;
    await page.getByText('Hold his left hand.').waitFor();
    await page.getByText('Steven knows nobody on the staff yet.').waitFor();
    await page.getByText(/^To be introduced/).click();
    await page.getByText('from an agency, a stranger to Steven').waitFor();
    await faultless(visitor, 'support');
    await page.getByRole('button', { name: 'Change support' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('To bring when out').fill('The red towel');
    await sheet.getByLabel('Takes part').selectOption('Joins through the senses');
    await faultless(visitor, 'support-form');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The red towel').first().waitFor();
    await visitor.leaves();
  });

  it('writes an outcome down, takes a step and looks at it again; the list names whoever has none', async () => {
    const visitor = await comes('tablet', '/outcomes');
    const { page } = visitor;
    await page.getByText('Steven has had no outcome since').waitFor();
    await faultless(visitor, 'to-look-at');
    await page.getByRole('link', { name: 'Steven' }).click();
    await page.getByRole('button', { name: 'Add an outcome' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('In their own words').fill('I swim every week');
    await sheet.getByLabel('Why it matters to them').fill('Water is where he laughs.');
    await sheet.getByLabel('How much it matters').fill('9');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Add a step/ }).click();
    await page.getByRole('dialog').getByLabel('The step').fill('See the pool when it is quiet');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: /^Done/ }).click();
    await page.getByText(/^Done, Tuesday 24 November, Karen Whitfield/).waitFor();
    await page.getByRole('button', { name: /^Look at it again/ }).click();
    const review = page.getByRole('dialog');
    await review.getByLabel('What the person says of it').fill('“Again.”');
    await review.getByLabel('Go on').check({ force: true });
    await review.getByLabel('The next look').fill('2026-12-22');
    await faultless(visitor, 'review');
    await review.getByRole('button', { name: 'Save' }).click();
    await page.getByText('To be looked at by Tuesday 22 December').waitFor();
    await faultless(visitor, 'outcomes');
    await visitor.leaves();
  });

  it('stands at every width and with large letters', async () => {
    for (const size of ['phone', 'tablet', 'desk'] as const) {
      const visitor = await comes(size, `/people/${steven.id}/decisions`);
      for (const part of ['decisions', 'support', 'outcomes', 'circle']) {
        await visitor.opens(`/people/${steven.id}/${part}`);
        await visitor.page.getByRole('heading', { level: 1 }).waitFor();
        await faultless(visitor, `wide-${part}`);
        await visitor.page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
        await faultless(visitor, `large-${part}`);
      }
      await visitor.leaves();
    }
  });
});
