/** A promise through every end it can have, as the carer, the manager and the daughter each see it. */
import type { Browser } from 'playwright-core';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import type { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { PromiseClock } from '../../apps/api/src/promises/promise-clock.ts';
import { PromisesService } from '../../apps/api/src/promises/promises.service.ts';
import type { Home, Person, World } from '../world/world.ts';
import { Visitor, openBrowser, openStage } from './stage.ts';

const TABLET = { width: 820, height: 1180 };
const PHONE = { width: 360, height: 740 };
const HOUR = 3_600_000;
const MAKE = 'mutation ($input: MakePromiseInput!) { made: makePromise(input: $input) { ... on Promise { id } ... on Refused { reasons { message } } } }';

describe('a swim that was promised to Nell', () => {
  let world: World;
  let browser: Browser;
  let home: Home;
  let nell: ResidentEntity;
  let swim: ActivityEntity;
  let people: { carer: Person; manager: Person; daughter: Person };
  let carer: Visitor;
  let manager: Visitor;
  let daughter: Visitor;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openStage('2026-12-01T09:00:00Z'), openBrowser()]);
    home = await world.home();
    nell = await home.resident('Nell Hartley');
    people = { carer: await home.worker('Ada Bell', 'carer'), manager: await home.worker('Ruth Marsh', 'manager'), daughter: await home.supporter('Kate Hartley', nell, 'daughter') };
    swim = {
      homeId: home.id, id: newId(), name: 'Swimming', kind: 'physical', picture: 'waves', setting: 'out', minutes: 60, groupMin: 1, groupMax: 12, baseStaff: 1, skills: {}, driverSupports: false,
      transport: null, venueId: null, costPence: 0, maxPerWeek: 7, hours: [], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '',
      watchFor: [], equipment: [], respect: '', retiredOn: null,
    };
    await home.insert(ActivityEntity, swim);
    [carer, manager, daughter] = await Promise.all([comes('carer', people.carer, TABLET), comes('manager', people.manager, TABLET), comes('daughter', people.daughter, PHONE)]);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });
  afterEach(() => {
    expect([carer.errors, manager.errors, daughter.errors]).toEqual([[], [], []]);
  });

  async function comes(name: string, person: Person, size: { width: number; height: number }): Promise<Visitor> {
    const visitor = await Visitor.comes(browser, world, name, size);
    await visitor.context.addCookies([{ name: 'promenade', value: person.token, url: world.url }]);
    return visitor;
  }

  /** It is this time now, for everyone; what happens by itself has happened. */
  async function waitUntil(at: string): Promise<void> {
    for (const visitor of [carer, manager, daughter]) await visitor.waitsUntil(world, at);
    await world.app.get(PromiseClock).tend();
  }

  async function promised(dueOn: string): Promise<string> {
    const input = { residentId: nell.id, words: 'A swim, in the water', activityId: swim.id, level: 'taking part', dueOn, madeTo: 'Nell', found: 'Ada goes along, and the baths are open.' };
    const { made } = await people.carer.gets<{ made: { id: string } }>(MAKE, { input });
    return made.id;
  }

  /** A session that is to keep it, an hour ago by the time everyone is at when it has passed. */
  async function planned(promiseId: string, at: string): Promise<string> {
    const startsAt = new Date(at);
    const endsAt = new Date(startsAt.getTime() + HOUR);
    const session: SessionEntity = { homeId: home.id, id: newId(), planId: null, activityId: swim.id, startsAt, endsAt, status: 'planned', cancelledWhy: null };
    await home.insert(SessionEntity, session);
    await home.insert(BookingEntity, { homeId: home.id, id: newId(), sessionId: session.id, startsAt, endsAt, role: 'resident', residentId: nell.id, staffId: null, vehicleId: null, roomId: null, driverId: null });
    await world.db.write(people.manager.actor, (tx) => world.app.get(PromisesService).schedule(tx, promiseId, session.id, 'Friday at ten'));
    await waitUntil(new Date(endsAt.getTime() + 60_000).toISOString());
    return session.id;
  }

  /** The carer says on the shift's screen what came of it. */
  async function records(sessionId: string, level: string): Promise<void> {
    await carer.opens(`/sessions/${sessionId}`);
    await carer.page.getByRole('button', { name: level, exact: true }).first().click();
    await carer.page.getByRole('button', { name: /^Save/ }).click();
    const unmet = carer.page.getByRole('button', { name: 'Nothing was unmet: save' });
    const done = carer.page.getByText(/^(Recorded for|Saved)/);
    await unmet.or(done).first().waitFor();
    if (await unmet.isVisible()) await unmet.click();
    await done.first().waitFor();
  }

  async function explains(who: Visitor, id: string, newDate: string): Promise<void> {
    await who.opens(`/promises/${id}`);
    await who.page.getByRole('button', { name: 'Say why' }).click();
    const form = who.page.getByRole('dialog');
    await form.getByLabel('No driver').check({ force: true });
    await form.getByLabel('Who answers for it?').fill('Ruth Marsh');
    await form.getByRole('textbox', { name: 'New date' }).fill(newDate);
    await form.getByRole('button', { name: 'Save the reason' }).click();
    await form.waitFor({ state: 'detached' });
  }

  async function movesOut(on: string): Promise<void> {
    const asked = { residentId: nell.id, to: 'moved out', on };
    const { meaning } = await people.manager.gets<{ meaning: { consequences: string[] } }>('query ($residentId: Id!, $to: String!, $on: Day!) { meaning: statusMeaning(residentId: $residentId, to: $to, on: $on) { ... on StatusMeaning { consequences } } }', asked);
    const { changed } = await people.manager.gets<{ changed: object }>('mutation ($input: ChangeStatusInput!) { changed: changeStatus(input: $input) { __typename } }', { input: { ...asked, id: newId(), words: 'To live with Kate.', seen: meaning.consequences } });
    expect(changed).not.toEqual({ __typename: 'Refused' });
  }

  /** What each of the three reads on their page of it. */
  async function read(id: string, staff: RegExp | string, family: RegExp | string): Promise<void> {
    for (const visitor of [carer, manager]) {
      await visitor.opens(`/promises/${id}`);
      await visitor.page.getByText(staff).first().waitFor();
    }
    await daughter.opens(`/family/promises/${id}`);
    await daughter.page.getByText(family).first().waitFor();
  }

  it('is at risk while nothing is planned; watching keeps only a part of it, until Nell says that it is enough', async () => {
    const id = await promised('2026-12-04');
    await waitUntil('2026-12-02T09:00:00Z');
    await read(id, 'This promise is at risk', 'To be kept by Friday 4 December.');
    await carer.looks('at-risk');
    await records(await planned(id, '2026-12-04T10:00:00Z'), 'Watched');
    await read(id, 'Watched. That keeps only a part of it: it is still owed.', 'Watched, did not take part. Still owed.');
    await daughter.looks('partly-kept');
    expect(await carer.page.getByRole('button', { name: /They say it is enough|They no longer want it/ }).count()).toBe(0);
    await manager.page.getByRole('button', { name: 'They say it is enough' }).click();
    const form = manager.page.getByRole('dialog');
    await form.getByRole('radio', { name: /^Nell/ }).check({ force: true });
    await form.getByLabel('In their words').fill('My feet were in. That will do me.');
    await manager.looks('enough');
    await form.getByRole('button', { name: 'It was enough' }).click();
    await form.waitFor({ state: 'detached' });
    await read(id, 'Nell said that it was enough', 'Nell says that is enough.');
  });

  it('passes its day and is unexplained for everyone, is explained with a new day, and is kept; a later word that it was not so makes it owed again', async () => {
    await waitUntil('2026-12-07T09:00:00Z');
    const id = await promised('2026-12-08');
    await waitUntil('2026-12-09T09:00:00Z');
    await read(id, 'Nobody has said yet why this was not kept.', 'It was due on Tuesday 8 December. Nobody has said why yet. Still owed.');
    await daughter.looks('unexplained');
    await explains(carer, id, '2026-12-11');
    await read(id, 'The new date is Friday 11 December.', 'There was no driver.');
    const session = await planned(id, '2026-12-11T10:00:00Z');
    await records(session, 'Took part');
    await read(id, 'Took part. The promise is kept.', 'Kept.');
    await daughter.looks('kept');
    await waitUntil('2026-12-11T12:00:00Z');
    await records(session, 'Watched');
    await read(id, 'That keeps only a part of it', 'Watched, did not take part. Still owed.');
    await waitUntil('2026-12-11T12:30:00Z');
    await records(session, 'Took part');
    await read(id, 'The promise is kept.', 'Kept.');
  });

  it('is disputed by the daughter; five working days go by over Christmas without an answer, and it goes to the group', async () => {
    const [{ id }] = await world.look<{ id: string }>(`SELECT id FROM promise WHERE state = 'kept'`) as [{ id: string }];
    await waitUntil('2026-12-22T10:00:00Z');
    await daughter.opens(`/family/promises/${id}`);
    await daughter.page.getByRole('button', { name: 'No, that is not so' }).click();
    await daughter.page.getByLabel('What was different?').fill('Mum says her hair was dry all day.');
    await daughter.page.getByRole('button', { name: 'Add it to the record' }).click();
    await daughter.page.getByText('The manager is to answer by Thursday 31 December.').first().waitFor();
    await daughter.looks('disputed');
    await manager.opens('/promises/manager');
    await manager.page.getByText('Mum says her hair was dry all day.').waitFor();
    await manager.looks('for-the-manager');
    await waitUntil('2027-01-01T09:00:00Z');
    await read(id, 'The answer was due by Thursday 31 December', 'It has gone to the group.');
    await manager.opens('/promises/manager');
    await manager.page.getByText('It has gone to the group.').first().waitFor();
    await manager.opens(`/promises/${id}`);
    await manager.page.getByRole('button', { name: 'Answer', exact: true }).click();
    await manager.page.getByRole('dialog').getByLabel('Your answer').fill('We asked Ada, who was in the water with her. Please come with us next Friday.');
    await manager.page.getByRole('dialog').getByRole('button', { name: 'Send the answer' }).click();
    await manager.page.getByRole('dialog').waitFor({ state: 'detached' });
    await read(id, 'Please come with us next Friday.', /The manager answered on Friday 1 January.*, later than Thursday 31 December/);
    await daughter.looks('answered');
  });

  it('is missed a second time and goes to the manager, a third time to the group; staff cannot let go of it, and Nell does', async () => {
    await waitUntil('2027-01-04T09:00:00Z');
    const id = await promised('2027-01-05');
    for (const [now, newDate] of [['2027-01-06', '2027-01-07'], ['2027-01-08', '2027-01-11']] as const) {
      await waitUntil(`${now}T09:00:00Z`);
      await explains(manager, id, newDate);
    }
    await read(id, 'Missed twice: this is the manager’s to look at.', 'It has gone to the manager.');
    await waitUntil('2027-01-12T09:00:00Z');
    await read(id, 'Missed 3 times: this is the group’s to look at.', 'It has gone to the group.');
    await manager.opens('/promises/manager');
    await manager.page.getByRole('link', { name: 'Nell: A swim, in the water' }).first().click();
    await manager.page.getByRole('button', { name: 'They no longer want it' }).click();
    const form = manager.page.getByRole('dialog');
    await form.getByLabel('In their words').fill('I have gone off the water.');
    await form.getByRole('button', { name: 'Let go of it' }).click();
    await form.getByText('Staff cannot release a promise.').waitFor();
    await form.getByRole('radio', { name: /^Nell/ }).check({ force: true });
    await form.getByRole('button', { name: 'Let go of it' }).click();
    await form.waitFor({ state: 'detached' });
    await read(id, 'I have gone off the water.', 'Nell let this go.');
  });

  it('is declined three times, asked about, offered otherwise, and closed when Nell moves away: with all that was said still there', async () => {
    await waitUntil('2027-01-18T09:00:00Z');
    const id = await promised('2027-02-26');
    for (const day of ['20', '22', '25']) await records(await planned(id, `2027-01-${day}T10:00:00Z`), 'Declined');
    await read(id, 'has said no, or slept, three times in a row', 'Nell did not want to.');
    await carer.page.getByRole('button', { name: 'Offer it otherwise' }).click();
    const form = carer.page.getByRole('dialog');
    await form.getByLabel('How will it be offered from now on?').fill('After lunch, when the pool is warm and empty.');
    await form.getByRole('button', { name: 'Save the answer' }).click();
    await form.waitFor({ state: 'detached' });
    await read(id, 'After lunch, when the pool is warm and empty.', 'After lunch, when the pool is warm and empty.');
    await movesOut('2027-01-25');
    await read(id, 'It was closed', 'It was closed');
    expect(await people.manager.gets('{ ledgerCheck { ok } }')).toEqual({ ledgerCheck: { ok: true } });
    expect(await world.look('SELECT state FROM promise ORDER BY made_at, id')).toMatchObject([{ state: 'partly kept' }, { state: 'kept' }, { state: 'released' }, { state: 'closed' }]);
  });
});
