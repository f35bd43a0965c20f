import { newId } from '../../apps/api/src/db/ids.ts';
import { AttendanceEntity } from '../../apps/api/src/day/day.entities.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { ResidentStatusChangeEntity } from '../../apps/api/src/people/support.entities.ts';
import { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { PromiseClock } from '../../apps/api/src/promises/promise-clock.ts';
import { PromisesService } from '../../apps/api/src/promises/promises.service.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const REFUSED = '... on Refused { reasons { code message } }';
const SHOWN = 'id words comesRound waitsBecause days { id dueOn state owed standingId madeBy found } end { endedOn words byName byRight recordedByName }';
const MAKE = `mutation ($input: MakeStandingPromiseInput!) { made: makeStandingPromise(input: $input) { __typename ... on StandingPromise { ${SHOWN} } ${REFUSED} } }`;
const END = `mutation ($input: EndStandingPromiseInput!) { ended: endStandingPromise(input: $input) { __typename ... on StandingPromise { ${SHOWN} } ${REFUSED} } }`;
const LIST = `{ standingPromises { ${SHOWN} } }`;

type Day = { id: string; dueOn: string; state: string; owed: boolean; standingId: string; madeBy: string; found: string };
type Shown = { __typename: string; id: string; comesRound: string; waitsBecause: string | null; days: Day[]; end: { words: string; byName: string; byRight: string } | null; reasons: { code: string }[] };
const codesIn = ({ reasons }: Shown) => reasons.map(({ code }) => code);

let world: World;
beforeEach(() => world.clock.set('2026-11-24T09:00:00Z'));
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function arrange() {
  const home = await world.home();
  const [carer, manager, bob] = [await home.worker('Ada Bell', 'carer'), await home.worker('Ruth Marsh', 'manager'), await home.resident('Bob Ellison')];
  return { home, carer, manager, bob };
}
const draft = (residentId: string, more = {}) => ({ residentId, words: 'To the shop for his paper', level: 'taking part', days: [2, 4], repeats: 'every week', since: '2026-11-24', madeTo: 'Bob', found: 'Whoever is on the early walks with him.', ...more });
const make = async (who: Person, input: object) => (await who.gets<{ made: Shown }>(MAKE, { input })).made;
const list = async (who: Person) => (await who.gets<{ standingPromises: Shown[] }>(LIST)).standingPromises;
const tend = () => world.app.get(PromiseClock).tend();
const daysOf = async (who: Person) => (await list(who)).flatMap(({ days }) => days.map(({ dueOn }) => dueOn)).toSorted();

async function goes(home: Home, residentId: string, from: string, to: 'in hospital' | 'living here' | 'died', onDate: string): Promise<void> {
  await home.insert(ResidentStatusChangeEntity, { homeId: home.id, id: newId(), residentId, fromStatus: from as 'living here', toStatus: to, onDate, words: null, familyWords: '', consequences: [], recordedBy: newId(), recordedByName: 'Ruth', recordedAt: world.clock.now() });
  await world.asSystem(home.id, (tx) => tx.em.update(ResidentEntity, { homeId: home.id, id: residentId }, { status: to }));
}

describe('a standing promise', () => {
  it('is a promise of its own for every day it comes round, made two weeks ahead, each in the ledger', async () => {
    const { carer, bob } = await arrange();
    const made = await make(carer, draft(bob.id));
    expect(made).toMatchObject({ comesRound: 'Tue and Thu', end: null });
    expect(made.days.map(({ dueOn }) => dueOn)).toEqual(['2026-12-08', '2026-12-03', '2026-12-01', '2026-11-26', '2026-11-24']);
    expect(made.days[0]).toMatchObject({ state: 'made', owed: true, madeBy: 'Ada Bell', standingId: made.id, found: 'Whoever is on the early walks with him.' });
    expect((await carer.gets<{ promises: object[] }>('{ promises(under: "owed") { id } }')).promises).toHaveLength(5);
    expect((await carer.gets<{ ledgerCheck: object }>('{ ledgerCheck { ok entries } }')).ledgerCheck).toEqual({ ok: true, entries: 5 });
  });

  it('is made on and on by itself: never twice, also where two do it at once, and wholly after a fortnight’s silence', async () => {
    const { carer, bob } = await arrange();
    await make(carer, draft(bob.id));
    await Promise.all([tend(), tend(), tend()]);
    expect(await daysOf(carer)).toHaveLength(5);
    world.clock.set('2026-12-15T06:00:00Z');
    await Promise.all([tend(), tend()]);
    await tend();
    expect(await daysOf(carer)).toEqual(['2026-11-24', '2026-11-26', '2026-12-01', '2026-12-03', '2026-12-08', '2026-12-10', '2026-12-15', '2026-12-17', '2026-12-22', '2026-12-24', '2026-12-29']);
    expect((await carer.gets<{ ledgerCheck: object }>('{ ledgerCheck { ok entries } }')).ledgerCheck).toEqual({ ok: true, entries: 11 });
  });

  it('takes what every promise takes, and a wish is answered by it once', async () => {
    const { carer, bob } = await arrange();
    expect(codesIn(await make(carer, draft(bob.id, { words: '', found: '', days: [], since: '2026-11-23' })))).toEqual(['NO_WORDS', 'DUE_PASSED', 'NOT_FOUND_FEASIBLE', 'NO_DAY']);
    const id = newId();
    await carer.gets('mutation ($input: CatchWishInput!) { catchWish(input: $input) { __typename } }', { input: { id, residentId: bob.id, words: 'My own paper' } });
    expect(await make(carer, draft(bob.id, { wishId: id, repeats: 'first in the month', days: [5] }))).toMatchObject({ comesRound: 'the first Fri of the month', days: [{ dueOn: '2026-12-04' }] });
    expect((await carer.gets<{ openWishes: object[] }>('{ openWishes { id } }')).openWishes).toEqual([]);
    expect(codesIn(await make(carer, draft(bob.id, { wishId: id })))).toEqual(['WISH_ANSWERED']);
    expect(await list(carer)).toHaveLength(1);
  });

  it('is ended by the person, who lets go of the days to come and of none that was missed', async () => {
    const { carer, manager, bob } = await arrange();
    const { id } = await make(carer, draft(bob.id));
    world.clock.set('2026-11-25T09:00:00Z');
    const end = async (who: Person, more: object) => (await who.gets<{ ended: Shown }>(END, { input: { standingId: id, words: 'I have it brought now.', ...more } })).ended;
    expect((await carer.asks(END, { input: { standingId: id, words: 'x', by: 'the person' } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(codesIn(await end(manager, { by: 'staff' }))).toEqual(['STAFF_CANNOT_RELEASE']);
    const ended = await end(manager, { by: 'the person' });
    expect(ended.end).toEqual({ endedOn: '2026-11-25', words: 'I have it brought now.', byName: 'Bob', byRight: 'their own decision', recordedByName: 'Ruth Marsh' });
    expect(ended.days.map(({ state }) => state)).toEqual(['released', 'released', 'released', 'released', 'made']);
    expect(codesIn(await end(manager, { by: 'the person' }))).toEqual(['HAS_ENDED']);
    world.clock.set('2026-12-20T09:00:00Z');
    await tend();
    expect(await daysOf(carer)).toHaveLength(5);
  });

  it('makes no day while the person is in hospital, goes on when they are back, and ends with a death', async () => {
    const { home, carer, bob } = await arrange();
    await make(carer, draft(bob.id));
    await goes(home, bob.id, 'living here', 'in hospital', '2026-11-25');
    world.clock.set('2026-12-16T09:00:00Z');
    await tend();
    expect((await list(carer))[0]).toMatchObject({ waitsBecause: 'in hospital' });
    expect(await daysOf(carer)).toHaveLength(5);
    await goes(home, bob.id, 'in hospital', 'living here', '2026-12-16');
    await tend();
    expect((await daysOf(carer)).slice(5)).toEqual(['2026-12-17', '2026-12-22', '2026-12-24', '2026-12-29']);
    await goes(home, bob.id, 'living here', 'died', '2026-12-16');
    world.clock.set('2027-02-16T09:00:00Z');
    await tend();
    expect(await daysOf(carer)).toHaveLength(9);
  });

  it('is kept each day by what happens on that day: Thursday’s walk does not make up for Tuesday’s', async () => {
    const { home, carer, bob } = await arrange();
    const walk = await activity(home, 'Walk to the shop', 'out');
    await make(carer, draft(bob.id, { activityId: walk.id }));
    world.clock.set('2026-11-26T15:00:00Z');
    const session = await held(home, walk, '2026-11-26T10:00:00Z', []);
    await world.db.write(carer.actor, (tx) => world.app.get(PromisesService).attended(tx, bob.id, session, walk.id, 'took part', false, 'Ada Bell'));
    expect((await list(carer))[0]?.days.slice(-2).map(({ dueOn, state, owed }) => [dueOn, state, owed])).toEqual([['2026-11-26', 'kept', false], ['2026-11-24', 'made', true]]);
  });

  it('waits with the person through the screens: a day in hospital is closed on return, one still to come is owed on its own day', async () => {
    const { manager, carer, bob } = await arrange();
    await make(carer, draft(bob.id));
    const change = async (to: string, on: string) => {
      const { statusMeaning } = await manager.gets<{ statusMeaning: { consequences: string[] } }>('query ($id: Id!, $to: String!, $on: Day!) { statusMeaning(residentId: $id, to: $to, on: $on) { ... on StatusMeaning { consequences } } }', { id: bob.id, to, on });
      await manager.gets('mutation ($input: ChangeStatusInput!) { changeStatus(input: $input) { __typename } }', { input: { id: newId(), residentId: bob.id, to, on, seen: statusMeaning.consequences } });
    };
    await change('in hospital', '2026-11-24');
    world.clock.set('2026-12-02T09:00:00Z');
    await change('living here', '2026-12-02');
    expect((await list(carer))[0]?.days.map(({ dueOn, state, owed }) => [dueOn, state, owed])).toEqual([
      ['2026-12-08', 'made', true], ['2026-12-03', 'made', true], ['2026-12-01', 'closed', false], ['2026-11-26', 'closed', false], ['2026-11-24', 'closed', false]]);
  });
});

async function held(home: Home, activity: ActivityEntity, at: string, attendances: readonly (readonly [string, AttendanceEntity['level']])[]): Promise<string> {
  const id = newId();
  await home.insert(SessionEntity, { homeId: home.id, id, planId: null, activityId: activity.id, startsAt: new Date(at), endsAt: new Date(new Date(at).getTime() + 3_600_000), status: 'planned', cancelledWhy: null });
  for (const [residentId, level] of attendances) {
    await home.insert(AttendanceEntity, { homeId: home.id, id: newId(), sessionId: id, residentId, level, mood: null, engagement: null, leftEarly: false, note: null, correctsId: null, recordedBy: newId(), recordedByName: 'Ada', recordedAt: new Date(at) });
  }
  return id;
}

async function activity(home: Home, name: string, setting: 'home' | 'out'): Promise<ActivityEntity> {
  const row = {
    homeId: home.id, id: newId(), name, kind: 'social', picture: 'waves', setting, minutes: 60, groupMin: 1, groupMax: 8, baseStaff: 1, skills: {}, driverSupports: true, transport: null, venueId: null, costPence: 0, maxPerWeek: 7, hours: [], steps: [],
    adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null,
  } as ActivityEntity;
  await home.insert(ActivityEntity, row);
  return row;
}

describe('what the home advertises', () => {
  const ADD = `mutation ($input: AddClaimInput!) { claim: addClaim(input: $input) { __typename ... on ClaimSaved { id } ${REFUSED} } }`;
  const WHY = `mutation ($input: ExplainClaimWeekInput!) { claim: explainClaimWeek(input: $input) { __typename ... on ClaimSaved { id } ${REFUSED} } }`;
  const STOP = `mutation ($id: Id!, $on: Day!, $words: Words!) { claim: endClaim(id: $id, on: $on, words: $words) { __typename ${REFUSED} } }`;
  const ALL = '{ claims { id words saidIn endedOn endWords weeks { weekStarts advertised done isShort unexplained why held { activityName people } people { name done } } } }';
  type Week = { weekStarts: string; advertised: number; done: number; isShort: boolean; unexplained: boolean; why: string | null; held: { activityName: string; people: string[] }[]; people: { name: string; done: number }[] };
  type Claim = { id: string; endedOn: string | null; weeks: Week[] };
  const claims = async (who: Person) => (await who.gets<{ claims: Claim[] }>(ALL)).claims;
  const daily = (more = {}) => ({ id: newId(), words: 'Daily outings for everyone', saidIn: 'brochure', since: '2026-11-16', perWeek: 7, counts: 'days', forWhom: 'the home', of: 'outings', ...more });

  it('is held against what happened, with the list behind each number, and a short week is unexplained until somebody answers for it', async () => {
    const { home, carer, manager, bob } = await arrange();
    const dot = await home.resident('Dot Lumley');
    const [walk, choir] = [await activity(home, 'Walk to the river', 'out'), await activity(home, 'Choir', 'home')];
    await held(home, walk, '2026-11-17T14:00:00Z', [[bob.id, 'took part'], [dot.id, 'watched']]);
    await held(home, walk, '2026-11-17T16:00:00Z', [[dot.id, 'joined in a little']]);
    await held(home, walk, '2026-11-19T14:00:00Z', [[dot.id, 'declined']]);
    await held(home, choir, '2026-11-20T14:00:00Z', [[bob.id, 'took part']]);
    const claim = daily();
    await manager.gets(ADD, { input: claim });
    await manager.gets(ADD, { input: claim });
    await manager.gets(ADD, { input: daily({ words: 'Something with others, twice a week', saidIn: 'website', perWeek: 2, counts: 'times', forWhom: 'each person', of: 'anything' }) });
    const [first, second, ...others] = await claims(carer);
    expect(others).toEqual([]);
    expect(first?.weeks[0]).toMatchObject({ weekStarts: '2026-11-23', advertised: 7, done: 0, isShort: false, unexplained: false });
    expect(first?.weeks[1]).toEqual({ weekStarts: '2026-11-16', advertised: 7, done: 1, isShort: true, unexplained: true, why: null, people: [], held: [{ activityName: 'Walk to the river', people: ['Bob'] }, { activityName: 'Walk to the river', people: ['Dot'] }] });
    expect(second?.weeks[1]).toMatchObject({ advertised: 4, done: 3, people: [{ name: 'Bob', done: 2 }, { name: 'Dot', done: 1 }] });

    const week = { claimId: claim.id, weekStarts: '2026-11-16', answers: 'Ruth Marsh' };
    expect((await carer.asks(WHY, { input: { ...week, reason: 'no driver' } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await manager.gets<{ claim: Shown }>(WHY, { input: { ...week, reason: 'other', answers: ' ' } })).claim.reasons.map(({ code }) => code)).toEqual(['CLAIM_OTHER_WORDS', 'CLAIM_NOBODY_ANSWERS']);
    expect((await manager.gets<{ claim: Shown }>(WHY, { input: { ...week, weekStarts: '2026-11-23', reason: 'no driver' } })).claim.reasons.map(({ code }) => code)).toEqual(['WEEK_KEPT']);
    await manager.gets(WHY, { input: { ...week, reason: 'no driver', words: 'Joe was off all week' } });
    expect((await claims(carer))[0]?.weeks[1]).toMatchObject({ isShort: true, unexplained: false, why: 'No driver: Joe was off all week. Ruth Marsh answers for it. Written by Ruth Marsh, Tuesday 24 November.' });
  });

  it('is entered and ended by the manager, and stays to be read', async () => {
    const { carer, manager } = await arrange();
    const input = daily({ since: '2026-10-05' });
    expect((await carer.asks(ADD, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await manager.gets<{ claim: Shown }>(ADD, { input: daily({ perWeek: 9 }) })).claim.reasons.map(({ code }) => code)).toEqual(['CLAIM_HOW_OFTEN']);
    await manager.gets(ADD, { input });
    expect((await manager.gets<{ claim: Shown }>(STOP, { id: input.id, on: '2026-11-16', words: '' })).claim.reasons.map(({ code }) => code)).toEqual(['NO_END_WORDS']);
    await manager.gets(STOP, { id: input.id, on: '2026-11-16', words: 'The brochure was printed anew without it.' });
    expect(await claims(carer)).toMatchObject([{ endedOn: '2026-11-16', endWords: 'The brochure was printed anew without it.', weeks: [{ weekStarts: '2026-11-09' }, {}, {}, {}, {}, {}] }]);
  });
});
