/** The week of a home of ninety people, planned by hand: with a mouse, with a finger, and with the keyboard alone. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Session } from '../../libs/planner/src/problem.ts';
import { type Person, type World, openWorld } from '../world/world.ts';
import { chipOf, drag, figures, hoverOver, isSpotless, moveByKeys, paints, publishes, quantile, rowsTouched, sayPlaced, selectByKeys, shiftThatWorks, shot, swapThatWorks, sweep, tabTo, waitFor, watchRows, grasp } from './board-hands.ts';
import { type LargeHome, openLargeHome } from './large-home.ts';
import { openBrowser } from './stage.ts';

const DIST = process.env['STAFF_DIST'] ?? path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../apps/staff/dist');
const FRIDAY = '2026-11-20T09:00:00Z';
const WIDE = { width: 1440, height: 1000 };
const FIRST_STEPS = 60;
/** Ninety people are looked at closely here, on machines that may be busy with something else. */
const LONG = 300_000;
/** Milliseconds from what a hand does to the next paint: the most that feels like moving the thing itself. */
const AT_ONCE = 100;

describe('The week board of ninety people', () => {
  let world: World;
  let browser: Browser;
  let house: LargeHome;
  let page: Page;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld({ now: FRIDAY, staffDist: DIST }), openBrowser()]);
    house = await openLargeHome(world, FIRST_STEPS);
    page = await arrives(house.ruth, WIDE);
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  async function arrives(person: Person, size: { width: number; height: number }): Promise<Page> {
    const context = await browser.newContext({ viewport: size, locale: 'en-GB', timezoneId: 'Europe/London', hasTouch: true, reducedMotion: 'reduce' });
    await context.addCookies([{ name: 'promenade', value: person.token, url: world.url }]);
    const fresh = await context.newPage();
    fresh.setDefaultTimeout(90_000);
    await opens(fresh, house.draftId);
    return fresh;
  }
  async function opens(on: Page, id: string): Promise<void> {
    await on.goto(`${world.url}/plan/${id}`);
    await on.getByRole('tab', { name: 'Days' }).waitFor();
  }
  const view = async (on: Page, name: string) => {
    await on.getByRole('tab', { name, exact: true }).click();
    await on.getByRole('tab', { name, exact: true, selected: true }).waitFor();
  };
  const planOf = async (id: string) => {
    const [plan] = await world.look<{ sessions: Session[]; pinned: number[]; version: number; status: string }>('SELECT sessions, pinned, version, status FROM plan WHERE id = $1', [id]);
    if (!plan) throw new Error('no such plan');
    return plan;
  };

  it('has no accessibility violation of any weight, in any view, near or far', async () => {
    for (const name of ['Days', 'People', 'Staff', 'Vehicles', 'Rooms']) {
      await view(page, name);
      await isSpotless(page, `wide-${name}`);
    }
    await view(page, 'Staff');
    await page.getByLabel('Show').selectOption({ label: 'One day, by the hour' });
    await isSpotless(page, 'wide-Staff-day');
    await page.getByLabel('Find a name').fill('ada');
    await page.getByRole('row').nth(1).waitFor();
    expect((await page.getByRole('rowheader').allInnerTexts()).every((name) => /ada/i.test(name))).toBe(true);
    await page.getByLabel('Find a name').fill('');
    await page.getByLabel('Show').selectOption({ label: 'The week' });
  }, LONG);

  it('follows the hand: says what a drop would break, tints where it may go, and draws nothing anew on the way', async () => {
    await opens(page, house.draftId);
    await view(page, 'People');
    await watchRows(page);
    const idle = await paints(page, async () => sweep(page, page.getByRole('gridcell').first(), 30));
    const before = await planOf(house.draftId);
    const { at, resident } = swapThatWorks(house.problem, before.sessions);
    await grasp(page, chipOf(page, at, resident));
    await page.locator('[data-fits=no]').first().waitFor();
    const dragging = await paints(page, async () => sweep(page, page.getByRole('grid'), 60));
    await page.locator('[data-fits=yes]').first().waitFor();
    expect(await rowsTouched(page)).toBe(0);

    expect(await hoverOver(page, '[data-fits=no]:not([data-over])')).toBe(true);
    await page.locator('[data-over=bad]').waitFor();
    const words = page.getByText('would not work as it is').filter({ visible: true }).first();
    await words.waitFor();
    await shot(page, 'wide-would-break');
    await page.mouse.up();
    await page.getByText(/^Put back: /).first().waitFor();
    await page.getByRole('button', { name: 'Find another way to hold it then' }).waitFor();
    await shot(page, 'wide-put-back');
    expect(await planOf(house.draftId)).toEqual(before);

    await figures({ idle, dragging });
    expect(quantile(dragging, 0.75) - quantile(idle, 0.5)).toBeLessThan(AT_ONCE);
  }, LONG);

  it('moves what can be moved, pins it there, and takes it back', async () => {
    await opens(page, house.draftId);
    await view(page, 'People');
    const before = await planOf(house.draftId);
    await drag(page, swapThatWorks(house.problem, before.sessions));
    await page.getByText('Moved, and pinned there.').first().waitFor();
    const after = await planOf(house.draftId);
    expect(after.version).toBe(before.version + 1);
    expect(after.pinned).toHaveLength(1);
    expect(after.sessions).not.toEqual(before.sessions);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('Undone.').first().waitFor();
    expect((await planOf(house.draftId)).sessions).toEqual(before.sessions);
  }, LONG);

  it('swaps whoever goes along when a session is dropped on another lane, by the hour', async () => {
    await opens(page, house.draftId);
    await view(page, 'Staff');
    await page.getByLabel('Show').selectOption({ label: 'One day, by the hour' });
    const chip = page.locator('[data-hours] [data-item]').first();
    await grasp(page, chip);
    await page.locator('[data-patch]').first().waitFor();
    await sweep(page, page.getByRole('grid'), 20);
    await shot(page, 'wide-timeline-dragging');
    await page.keyboard.press('Escape');
    await page.locator('[data-patch]').first().waitFor({ state: 'detached' });
    await page.mouse.up();
    await page.getByLabel('Show').selectOption({ label: 'The week' });
  }, LONG);

  it('is planned with the keyboard alone: go there, begin, pick up, hear, put back, drop, pin, take out', async () => {
    await opens(page, house.draftId);
    const said = () => page.getByRole('status').allInnerTexts().then((texts) => texts.join(' '));
    await page.getByRole('tab', { name: 'Days' }).focus();
    const first = page.locator('[data-day="0"] [data-item]').first();
    await page.keyboard.press('Tab');
    await waitFor(async () => (await first.evaluate((item) => item === document.activeElement)));
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-day]')?.getAttribute('data-day'))).toBe('1');
    await page.keyboard.press('Space');
    await waitFor(async () => (await said()).includes('picked up'));
    await page.keyboard.press('ArrowRight');
    await waitFor(async () => /Wed .*(that works|would not work)/.test(await said()));
    await shot(page, 'wide-held-by-keys');
    await page.keyboard.press('Escape');
    await waitFor(async () => (await said()).includes('Put back'));

    const before = await planOf(house.draftId);
    await moveByKeys(page, shiftThatWorks(house.problem, before.sessions), said);
    await waitFor(async () => (await planOf(house.draftId)).version > before.version);
    await page.getByText('Moved, and pinned there.').first().waitFor();
    await page.locator('[data-item]:focus').waitFor();

    await page.keyboard.press('p');
    await page.getByText('No longer pinned.').first().waitFor();
    await page.locator('[data-item]:focus').waitFor();
    const many = (await planOf(house.draftId)).sessions.length;
    await page.keyboard.press('Delete');
    await page.getByText('Taken out.').first().waitFor();
    expect((await planOf(house.draftId)).sessions).toHaveLength(many - 1);

    await page.locator('[data-item][tabindex="0"]').focus();
    await page.keyboard.press('n');
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('What', { exact: true }).waitFor();
    await isSpotless(page, 'wide-new');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.getByText('Undone.').first().waitFor();
    expect((await planOf(house.draftId)).sessions).toHaveLength(many);
  }, LONG);

  it('has a session added by hand without a mouse: what, when, who, staff found, saved, planned round and stopped', async () => {
    await opens(page, house.draftId);
    const before = await planOf(house.draftId);
    await tabTo(page, page.locator('[data-item][tabindex="0"]'));
    await page.keyboard.press('Delete');
    await page.getByText('Taken out.').first().waitFor();
    const left = new Set((await planOf(house.draftId)).sessions.map(sayPlaced));
    const gone = before.sessions.find((session) => !left.has(sayPlaced(session)));
    if (!gone) throw new Error('nothing was taken out');
    await page.locator('[data-item]:focus').waitFor();
    await page.keyboard.press('n');
    const sheet = page.getByRole('dialog');
    await selectByKeys(page, sheet.getByLabel('What', { exact: true }), gone.activity);
    await selectByKeys(page, sheet.getByLabel('Day', { exact: true }), String(Math.floor(gone.start / 1440)));
    await tabTo(page, sheet.getByLabel('Starts at'));
    const minute = gone.start % 1440;
    await page.keyboard.type(`${String(Math.floor(minute / 60)).padStart(2, '0')}${String(minute % 60).padStart(2, '0')}`);
    for (const resident of gone.residents) {
      await tabTo(page, sheet.getByRole('group', { name: 'Who goes' }).locator(`input[value="${resident}"]`));
      await page.keyboard.press('Space');
    }
    await tabTo(page, sheet.getByRole('button', { name: 'Find staff and room that are free' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await sheet.getByText('Staff, room and vehicle were chosen afresh.').waitFor();
    await tabTo(page, sheet.getByRole('button', { name: 'Save' }));
    await page.keyboard.press('Enter');
    await sheet.waitFor({ state: 'detached' });
    await waitFor(async () => (await planOf(house.draftId)).sessions.map(sayPlaced).includes(sayPlaced(gone)));
    expect((await planOf(house.draftId)).pinned).toHaveLength(before.pinned.length + (before.pinned.includes(before.sessions.indexOf(gone)) ? 0 : 1));
  }, LONG);

  it('fills the rest round what is pinned, while one watches and until one stops it', async () => {
    await opens(page, house.draftId);
    const pinned = await planOf(house.draftId);
    await page.getByLabel('How long the planner looks').selectOption({ label: 'Until I stop it' });
    await tabTo(page, page.getByRole('button', { name: 'Plan the rest' }));
    await page.keyboard.press('Enter');
    await page.getByText('The planner is looking for a better week').waitFor();
    await page.getByText(/seconds? so far/).waitFor();
    await page.waitForTimeout(2500);
    await isSpotless(page, 'wide-searching');
    await tabTo(page, page.getByRole('button', { name: 'Stop here' }));
    await page.keyboard.press('Enter');
    await page.getByText(/^Stopped/).waitFor();
    expect((await planOf(house.draftId)).pinned).toHaveLength(pinned.pinned.length);
  }, LONG);

  it('is compared with another draft, in people’s terms', async () => {
    await page.getByRole('button', { name: 'Another draft like this' }).click();
    await page.waitForURL((url) => !url.pathname.includes(house.draftId));
    await page.getByRole('tab', { name: 'Days' }).waitFor();
    await page.locator('[data-item][tabindex="0"]').focus();
    await page.keyboard.press('Delete');
    await page.getByText('Taken out.').first().waitFor();
    await page.getByRole('link', { name: 'Compare with the other plan' }).click();
    await page.getByRole('heading', { name: 'Compare two plans' }).waitFor();
    await page.getByRole('heading', { name: 'Sessions that differ' }).waitFor();
    await page.getByText('not there').first().waitFor();
    await isSpotless(page, 'wide-compare');
    await page.getByRole('button', { name: 'Keep this one' }).nth(1).click();
    await page.getByRole('button', { name: 'Keep this, throw the other away' }).click();
    await page.waitForURL((url) => url.pathname.endsWith(house.draftId));
  }, LONG);

  it('is published, and what changes afterwards is marked with who changed it', async () => {
    await opens(page, house.draftId);
    await publishes(page);
    await opens(page, house.draftId);
    await page.getByRole('button', { name: 'Draft changes' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(house.draftId));
    await page.getByRole('tab', { name: 'Days' }).waitFor();
    await page.locator('[data-item][tabindex="0"]').focus();
    await page.keyboard.press('Delete');
    await page.getByText('Taken out.').first().waitFor();
    await publishes(page);
    await page.reload();
    await page.getByText('1 thing has changed since people were first told').waitFor();
    await page.getByText(/ is off\./).first().waitFor();
    await page.getByText(/Ruth Kemp, Friday 20 November/).first().waitFor();
    await page.getByRole('list', { name: 'No longer here' }).waitFor();
    await isSpotless(page, 'wide-changed');
  }, LONG);

  it('is a day at a time on a phone, and can be read in twice the size', async () => {
    for (const [name, size, text] of [['phone', { width: 360, height: 740 }, 1], ['tablet', { width: 820, height: 1180 }, 1], ['large-text', { width: 820, height: 1180 }, 2]] as const) {
      const small = await arrives(house.ruth, size);
      if (text > 1) await small.addStyleTag({ content: `html { font-size: ${text * 18}px !important; }` });
      for (const each of ['Days', 'People']) {
        await view(small, each);
        await isSpotless(small, `${name}-${each}`);
        expect(await small.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1)).toBe(true);
      }
      await small.context().close();
    }
  }, LONG);
});
