/// <reference lib="dom" />
/** What to let people do: a step of the ladder is tapped where care is given, with a routine, a session, a moment or by itself; with and without a connection. */
import type { Browser, Locator, Page } from 'playwright-core';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { AssistanceEntity, LadderTaskEntity, TaskPlaceEntity } from '../../apps/api/src/reablement/reablement.entities.ts';
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import { addDays } from '../../libs/domain/src/shared/time.ts';
import { activityRow } from '../world/rows.ts';
import type { Person, World } from '../world/world.ts';
import { SIZES, Visitor, openBrowser, openStage, settled } from './stage.ts';

const NOW = '2026-11-24T08:20:00Z';
const TODAY = '2026-11-24';

let browser: Browser;
let world: World;
beforeAll(async () => {
  [browser, world] = [await openBrowser(), await openStage(NOW)];
});
beforeEach(() => world.clock.set(NOW));
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function sits(who: Person, name: string, size: { width: number; height: number }): Promise<Visitor> {
  const visitor = await Visitor.comes(browser, world, name, size);
  await visitor.context.addCookies([{ name: COOKIE, value: who.token, url: world.url }]);
  return visitor;
}

/** Jean with a task at her wash, one with a walk and one that comes up nowhere; Bob with a routine like hers and no task. */
async function arrange() {
  const home = await world.home();
  const ada = await home.worker('Ada Bell', 'carer');
  const [jean, bob] = [await home.resident('Jean Moss', { room: '4', namedWorkerId: ada.actor.staffId }), await home.resident('Bob Ellison', { room: '5' })];
  const by = { recordedBy: ada.actor.accountId, recordedByName: 'Ada Bell' };
  const routine = (residentId: string, what: string): RoutineEntity => ({
    homeId: home.id, id: newId(), residentId, what, activityId: null, lifeFactId: null, days: [1, 2, 3, 4, 5, 6, 7], fromTime: '08:00', toTime: '08:45', why: 'Always before the news.', whenMissed: '', help: '', needs: 'respect', protected: true, weight: 1, since: '2026-01-01', endedOn: null,
    recordedBy: ada.actor.accountId, recordedAt: world.clock.now(),
  });
  const [wash, shave] = [routine(jean.id, 'A wash before breakfast'), routine(bob.id, 'A shave before breakfast')];
  await home.insert(RoutineEntity, [wash, shave]);
  const walk = activityRow(home.id, { name: 'A walk upstairs' });
  await home.insert(ActivityEntity, walk);
  const at: SessionEntity = { homeId: home.id, id: newId(), planId: null, activityId: walk.id, startsAt: new Date('2026-11-24T07:30:00Z'), endsAt: new Date('2026-11-24T08:00:00Z'), status: 'planned', cancelledWhy: null };
  await home.insert(SessionEntity, at);
  const empty = { homeId: home.id, sessionId: at.id, startsAt: at.startsAt, endsAt: at.endsAt, staffId: null, vehicleId: null, roomId: null, driverId: null };
  await home.insert(BookingEntity, [jean, bob].map(({ id }) => ({ ...empty, id: newId(), role: 'resident' as const, residentId: id })));
  const task = (name: string, libraryKey: string, aid: string | null = null): LadderTaskEntity => ({ homeId: home.id, id: newId(), residentId: jean.id, outcomeId: null, name, startedOn: addDays(TODAY, -30), startRung: 2, hopedOn: addDays(TODAY, 30), hopedRung: 6, endedOn: null, libraryKey, aid, guide: null });
  const [washing, stairs, tea] = [task('Washing at the basin', 'wash-at-basin', 'Stool at the basin'), task('The stairs', 'stairs'), task('Making my tea', 'tea')];
  await home.insert(LadderTaskEntity, [washing, stairs, tea]);
  const place = { homeId: home.id, residentId: jean.id, undoesId: null, ...by, recordedAt: world.clock.now() };
  await home.insert(TaskPlaceEntity, [{ ...place, id: newId(), taskId: washing.id, routineId: wash.id, activityId: null }, { ...place, id: newId(), taskId: stairs.id, routineId: null, activityId: walk.id }]);
  const before = (taskId: string, rungs: readonly number[], aid: string | null = null): AssistanceEntity[] => rungs.map((rung, n) => {
    const when = new Date(`${addDays(TODAY, n - rungs.length)}T08:10:00Z`);
    return { homeId: home.id, id: newId(), residentId: jean.id, taskId, rung, at: when, note: null, aid, sessionId: null, routineId: null, ...by, recordedAt: when };
  });
  await home.insert(AssistanceEntity, [...before(washing.id, [5, 5, 6, 5, 5], 'Stool at the basin'), ...before(tea.id, [2, 3, 2, 3, 3, 3, 4, 3, 4, 4, 4, 5, 4, 5, 5, 5])]);
  return { home, ada, jean, bob, wash, at, washing, stairs, tea };
}

/** Real taps, counted. */
function hand(page: Page) {
  let taps = 0;
  return {
    tap: async (role: 'button' | 'link', name: string | RegExp, within: string | RegExp, among: 'group' | 'main' = 'group') => {
      taps += 1;
      await page.getByRole(among, among === 'main' ? {} : { name: within }).getByRole(role, { name }).first().tap();
    },
    get taps() { return taps; },
  };
}

const tapped = (taskId: string) => world.look<{ rung: number; aid: string | null; routine_id: string | null; session_id: string | null; recorded_by_name: string }>('SELECT rung, aid, routine_id, session_id, recorded_by_name FROM assistance WHERE task_id = $1 AND at >= $2 ORDER BY at, recorded_at', [taskId, TODAY]);

/** How many entries the device still holds. */
const waiting = (page: Page) => page.evaluate(() => new Promise<number>((resolve) => {
  const open = indexedDB.open('promenade');
  open.onsuccess = () => {
    const all = open.result.transaction('outbox').objectStore('outbox').count();
    all.onsuccess = () => { open.result.close(); resolve(all.result); };
  };
}));

describe('a step of the ladder', () => {
  it('is the very tap that records a routine; what was different is one more for whoever likes to say, and the aid is remembered', async () => {
    const { ada, wash, washing, home } = await arrange();
    const tablet = await sits(ada, 'ladder', SIZES.tablet);
    const { page } = tablet;
    await tablet.opens('/');
    await page.getByText('Jean did this with someone nearby yesterday. Let Jean begin.', { exact: false }).first().waitFor();
    const plain = hand(page);
    await plain.tap('button', 'Honoured', 'Bob: A shave before breakfast');
    await page.getByText('Bob').first().waitFor();
    const withTask = hand(page);
    await withTask.tap('button', /^One person with me/, 'Washing at the basin: a step says that it was done');
    await page.getByText('What was different today?').waitFor();
    await settled(page);
    console.log(`A routine without a task took ${plain.taps} tap, one with a task ${withTask.taps}.`);
    expect([plain.taps, withTask.taps]).toEqual([1, 1]);
    expect(await tapped(washing.id)).toMatchObject([{ rung: 2, aid: 'Stool at the basin', routine_id: wash.id, recorded_by_name: 'Ada Bell' }]);
    await tablet.looks('asked');
    await withTask.tap('button', 'In pain', 'What was different today?');
    await page.getByText('Thank you. It is kept with this entry.').waitFor();
    await settled(page);
    expect(await world.look('SELECT state FROM routine_day WHERE home_id = $1', [home.id])).toEqual([{ state: 'honoured' }, { state: 'honoured' }]);
    expect(await world.look('SELECT w.reason FROM assistance_reason w WHERE w.home_id = $1', [home.id])).toEqual([{ reason: 'in pain' }]);
    // That was a slip: the last tap of the day counts, and the routine is not said twice.
    await tablet.waitsUntil(world, '2026-11-24T08:22:00Z');
    await withTask.tap('button', /^Someone nearby/, 'Washing at the basin: a step says that it was done');
    await page.getByText('Recorded: Someone nearby', { exact: false }).waitFor();
    expect((await tapped(washing.id)).map(({ rung }) => rung)).toEqual([2, 5]);
    expect(await world.look('SELECT 1 FROM routine_day WHERE routine_id = $1', [wash.id])).toHaveLength(1);
    await tablet.leaves();
  });

  it('waits on the tablet without a connection and goes out once, with what it belongs to and what was different', async () => {
    const { ada, wash, washing, tea } = await arrange();
    const tablet = await sits(ada, 'ladder-offline', SIZES.tablet);
    const { page } = tablet;
    await tablet.opens('/');
    await page.getByRole('group', { name: 'Washing at the basin: a step says that it was done' }).waitFor();
    // The first answer is lost on its way back: the server has it, the tablet does not know.
    let reached = 0;
    await page.route('**/graphql', async (route) => {
      if (!/mutation/.test(route.request().postData() ?? '')) return route.abort();
      if (reached === 0) await route.fetch();
      reached += 1;
      return route.abort();
    });
    await page.getByRole('group', { name: 'Washing at the basin: a step says that it was done' }).getByRole('button', { name: /^Done for me/ }).tap();
    await page.getByText('No connection: kept on this tablet', { exact: false }).first().waitFor();
    await page.getByRole('group', { name: 'What was different today?' }).getByRole('button', { name: 'We were in a hurry' }).tap();
    await page.getByText('Jean: Making my tea').tap();
    await page.getByRole('group', { name: 'How much help today?' }).getByRole('button', { name: /^On my own/ }).tap();
    await page.getByText('kept on this tablet: On my own', { exact: false }).waitFor();
    expect(await waiting(page)).toBe(3);
    await page.unroute('**/graphql');
    await page.reload();
    for (let n = 0; n < 100 && (await waiting(page)) > 0; n += 1) await page.waitForTimeout(200);
    expect(await waiting(page)).toBe(0);
    expect(reached).toBeGreaterThan(0);
    expect(await tapped(washing.id)).toMatchObject([{ rung: 0, routine_id: wash.id }]);
    expect(await tapped(tea.id)).toMatchObject([{ rung: 6, routine_id: null, session_id: null }]);
    expect(await world.look('SELECT w.reason FROM assistance_reason w JOIN assistance g ON g.id = w.assistance_id WHERE g.task_id = $1', [washing.id])).toEqual([{ reason: 'our hurry' }]);
    expect(await world.look('SELECT state FROM routine_day WHERE routine_id = $1', [wash.id])).toEqual([{ state: 'honoured' }]);
    await tablet.leaves();
  });

  it('takes the place of “how much help” when a session is recorded, and stands after a moment', async () => {
    const { ada, jean, at, stairs } = await arrange();
    const phone = await sits(ada, 'ladder-session', SIZES.phone);
    const { page } = phone;
    await phone.opens(`/sessions/${at.id}`);
    await page.getByRole('button', { name: /^Jean/ }).first().tap();
    await page.getByRole('group', { name: 'The stairs: how much help?' }).waitFor();
    await phone.looks('tray');
    await page.getByRole('group', { name: 'The stairs: how much help?' }).getByRole('button', { name: /^Prompts/ }).tap();
    await page.getByRole('button', { name: 'Save for 2 people' }).tap();
    await page.getByText('Recorded for 2 people').waitFor();
    expect(await tapped(stairs.id)).toMatchObject([{ rung: 4, session_id: at.id }]);
    await phone.waitsUntil(world, '2026-11-24T08:40:00Z');
    await phone.opens(`/moments/new?resident=${jean.id}`);
    await page.getByRole('button', { name: /A walk upstairs/ }).tap();
    await page.getByRole('group', { name: 'The stairs: how much help?' }).getByRole('button', { name: /^Someone nearby/ }).tap();
    await page.getByText('Recorded: Someone nearby', { exact: false }).waitFor();
    await phone.looks('moment');
    expect((await tapped(stairs.id)).map(({ rung }) => rung)).toEqual([4, 5]);
    await phone.leaves();
  });
});

describe('what to let people do', () => {
  it('is read in one look and tapped by keyboard; the person’s page shows how it goes, as a chart and as a table, and prints it', async () => {
    const { ada, jean } = await arrange();
    const desk = await sits(ada, 'let-do', SIZES.desk);
    const { page } = desk;
    await desk.opens('/');
    await page.getByRole('link', { name: 'Let them do it' }).click();
    await page.getByRole('heading', { name: 'What to let people do', level: 1 }).waitFor();
    await page.getByText('Jean did this with someone nearby yesterday.', { exact: false }).first().waitFor();
    await page.getByRole('heading', { name: 'Doing more lately' }).waitFor();
    await desk.looksEverywhere('list');
    const how = page.locator('summary[aria-label="Say how it went: Jean, The stairs"]');
    const comesTo = async (wanted: Locator) => {
      await wanted.waitFor();
      for (let n = 0; n < 60 && !(await wanted.evaluate((one) => one === document.activeElement)); n += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    };
    await comesTo(how);
    await comesTo(page.getByRole('group', { name: 'How much help today?' }).getByRole('button', { name: /^On my own/ }));
    await page.getByText('Recorded: On my own', { exact: false }).waitFor();

    await desk.opens(`/people/${jean.id}/reablement`);
    await page.getByRole('heading', { name: 'Making my tea' }).waitFor();
    await page.getByText('steps up a week: between', { exact: false }).waitFor();
    await desk.looksEverywhere('page');
    const tea = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Making my tea' }) }).last();
    await tea.getByText('See as a table').or(tea.locator('figure summary')).first().focus();
    await page.keyboard.press('Enter');
    const table = page.getByRole('table', { name: 'What happened, and what is hoped for' }).first();
    await table.getByRole('row', { name: /Tuesday 17 November/ }).waitFor();
    for (const summary of ['How to go about it', /^Where it comes up/, /^What was recorded/]) await tea.getByText(summary).click();
    await tea.getByText('Kettle tipper · One-cup kettle', { exact: false }).waitFor();
    await desk.looks('opened');
    const pdf = await page.pdf({ format: 'A4', printBackground: true });
    expect(pdf.length).toBeGreaterThan(10_000);
    await page.getByRole('button', { name: 'Begin a task' }).click();
    await page.getByRole('button', { name: 'Phoning somebody' }).waitFor();
    await desk.looks('library');
    await page.getByLabel('Find a task').fill('phon');
    await page.getByRole('button', { name: 'Phoning somebody' }).click();
    await page.getByRole('dialog').getByLabel('By when').fill('2027-01-10');
    await page.getByRole('dialog').getByLabel('It comes up with').selectOption({ label: '08:00 A wash before breakfast' });
    await desk.looks('form');
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Phoning somebody' }).waitFor();
    expect(await world.look(`SELECT t.library_key, r.what FROM ladder_task t JOIN task_place p ON p.task_id = t.id JOIN routine r ON r.id = p.routine_id WHERE t.resident_id = $1 AND t.name = 'Phoning somebody'`, [jean.id])).toEqual([{ library_key: 'phone', what: 'A wash before breakfast' }]);
    await desk.leaves();
  });
});
