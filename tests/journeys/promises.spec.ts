/** A wish is caught from a person's page and at a meeting, is promised again and again, and what goes wrong comes to whoever must act. */
import type { Browser, Page } from 'playwright-core';
import { newId } from '../../apps/api/src/db/ids.ts';
import { LedgerService } from '../../apps/api/src/promises/ledger.service.ts';
import { PromiseClock } from '../../apps/api/src/promises/promise-clock.ts';
import type { EntryContent } from '../../libs/domain/src/promises/promise.ts';
import type { World } from '../world/world.ts';
import { Visitor, openBrowser, openChestnutHouse, violationsOn } from './stage.ts';

const TABLET = { width: 820, height: 1180 };
const SIZES = [{ width: 360, height: 740 }, TABLET, { width: 1440, height: 900 }];

describe('wishes and promises at Chestnut House', () => {
  let world: World;
  let browser: Browser;
  let karen: Visitor;
  let page: Page;
  let person: { id: string; home_id: string; preferred_name: string };
  beforeAll(async () => {
    const [stage, opened] = await Promise.all([openChestnutHouse('2026-11-20T10:00:00Z'), openBrowser()]);
    [world, browser] = [stage.world, opened];
    [person] = await world.look<typeof person>(`SELECT id, home_id, preferred_name FROM resident WHERE status = 'living here' ORDER BY preferred_name LIMIT 1`) as [typeof person];
    await comesAgain('2026-11-20T10:00:00Z');
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  /** The page as it stands, at three widths and with text twice as large: nothing runs off the side, no violation of any impact. */
  async function looks(what: string): Promise<void> {
    await karen.looks(`${what}-820`);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/promises-${what}-${size.width}.png`, fullPage: true });
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

  it('a wish is caught on a person’s page by keyboard, with the person already chosen', async () => {
    await karen.opens(`/people/${person.id}`);
    await page.getByRole('button', { name: 'A wish', exact: true }).focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('What would they like?').fill('To see the sea once more');
    await sheet.locator(`option[value="${person.id}"]`).waitFor({ state: 'attached' });
    expect(await sheet.getByLabel('Who would like it?').inputValue()).toBe(person.id);
    await karen.looks('1-a-wish');
    await sheet.getByRole('button', { name: 'Keep the wish' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('The wish is kept.').waitFor();
  });

  it('the wishes of a meeting are entered in one go, and there is a sheet for the meeting', async () => {
    await karen.opens('/promises/wishes/meeting');
    await page.getByLabel('Day of the meeting').fill('2026-11-12');
    for (const [n, text] of ['Fish and chips from the paper', 'The choir of St Mary’s'].entries()) {
      const line = page.getByRole('group', { name: `Wish ${n + 1}` });
      await line.getByLabel('Who').selectOption({ index: n + 2 });
      await line.getByLabel('What they would like').fill(text);
    }
    await looks('2-meeting');
    await page.getByRole('button', { name: 'Keep 2 wishes' }).click();
    await page.getByText('Meeting of Thursday 12 November').waitFor();
    await karen.opens('/promises/wishes/sheet');
    await page.getByRole('heading', { name: 'What we said last time' }).waitFor();
    await karen.looks('3-sheet');
  });

  it('a wish that presses is promised again and again, and each of its days is a promise', async () => {
    await karen.opens('/promises?under=wishes');
    await page.getByText('Has waited 8 days').first().waitFor();
    await karen.looks('4-wishes');
    const wish = page.getByRole('listitem').filter({ hasText: 'Fish and chips' });
    await wish.getByRole('button', { name: 'Promise it' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Again and again').check();
    await form.getByLabel('Fri').check();
    await form.getByLabel('From which day').fill('2026-11-20');
    await form.getByLabel('How it was found possible').fill('The van stops at the corner on Fridays at noon.');
    await form.getByLabel('Who goes').fill('Dean Price, Femi Bello');
    await karen.looks('5-promise-form');
    await form.getByRole('button', { name: 'Promise it' }).click();
    await form.waitFor({ state: 'detached' });
    await karen.opens('/promises/standing');
    await page.getByText('Fri, since Friday 20 November.').waitFor();
    await page.getByRole('link', { name: /Friday 4 December/ }).waitFor();
    await karen.looks('6-standing');
  });

  it('what is advertised is held against what happened, and a week that fell short asks why', async () => {
    await karen.opens('/promises/advertised');
    await page.getByRole('button', { name: 'Add what is advertised' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('The words as they are advertised').fill('Daily outings in our own minibus');
    await form.getByLabel('Since when').fill('2026-11-02');
    await form.getByLabel('How often a week?').fill('7');
    await form.getByRole('button', { name: 'Save' }).click();
    const week = page.getByRole('region', { name: 'Week of Monday 9 November' });
    await week.getByText('0 of 7').waitFor();
    await week.getByRole('button', { name: 'Say why' }).click();
    await form.getByLabel('No driver').check();
    await form.getByLabel('Who answers for it?').fill('Karen Whitfield');
    await form.getByRole('button', { name: 'Save' }).click();
    await week.getByText('Karen Whitfield answers for it.').waitFor();
    await looks('7-advertised');
  });

  it('what is at risk names who must act, and the promise says what is wrong, what is asked and by when', async () => {
    const [promise] = await world.look<{ id: string }>(`SELECT id FROM promise WHERE due_on = '2026-11-27'`);
    await happened(promise?.id ?? '', [1, 2, 3].map((): EntryContent => ({ kind: 'attended', sessionId: newId(), level: 'declined', leftEarly: false, recordedBy: 'Dean Price' })));
    await happened(promise?.id ?? '', [{ kind: 'disputed', by: 'Janet', words: 'Nobody asked him.' }]);
    await comesAgain('2026-11-25T10:00:00Z');
    await karen.opens('/promises?under=at%20risk');
    await page.getByText('It is due Friday 27 November, and nothing is planned to keep it.').waitFor();
    await karen.looks('8-at-risk');
    await karen.opens(`/promises/${promise?.id ?? ''}`);
    await page.getByText('The answer is due by Friday 27 November.').waitFor();
    await looks('9-promise');
  });

  it('three times no has an answer that leads on, and a dispute that nobody answered goes to the group by itself', async () => {
    await page.getByRole('button', { name: 'Offer it otherwise' }).click();
    await page.getByLabel('How will it be offered from now on?').fill('Indoors, with the paper over it.');
    await page.getByRole('button', { name: 'Save the answer' }).click();
    await page.getByText('said: offer it otherwise.').waitFor();
    await comesAgain('2026-11-30T10:00:00Z');
    await world.app.get(PromiseClock).tend();
    await karen.opens('/promises/manager');
    await page.getByText('Has gone to the group, Monday 30 November, 10:00.').waitFor();
    await looks('10-manager');
  });

  /** The manager signs in on another day. */
  async function comesAgain(at: string): Promise<void> {
    world.clock.set(at);
    karen = await Visitor.arrives(browser, world, 'promises', 'karen.whitfield@example.org', TABLET);
    page = karen.page;
  }

  async function happened(promiseId: string, contents: readonly EntryContent[]): Promise<void> {
    const ledger = world.app.get(LedgerService);
    for (const content of contents) await world.asSystem(person.home_id, (tx) => ledger.append({ em: tx.em, now: tx.now, actor: { homeId: person.home_id, accountId: null } }, promiseId, content));
  }
});
