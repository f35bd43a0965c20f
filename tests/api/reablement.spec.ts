import { jest } from '@jest/globals';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { LifePhaseEntity } from '../../apps/api/src/people/support.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { activityRow } from '../world/rows.ts';
import { type Person, type World, openWorld } from '../world/world.ts';

const REFUSED = '... on Refused { reasons { code message } }';
const TASK = 'id name residentName startRung hopedRung hopedToday today before progress review endedOn points { day rung }';
const CREATE = `mutation ($input: CreateLadderTaskInput!) { made: createLadderTask(input: $input) { __typename ... on LadderTask { ${TASK} } ${REFUSED} } }`;
const TAP = `mutation ($input: AssistanceInput!) { said: recordAssistance(input: $input) { __typename ... on AssistanceRecorded { prompt task { ${TASK} } } ${REFUSED} } }`;
const TASKS = `query ($residentId: Id) { ladderTasks(residentId: $residentId) { ${TASK} } }`;

type Answer = { reasons: { code: string }[]; prompt: string | null; task: { points: object[] } };
const codesIn = ({ reasons }: Answer) => reasons.map(({ code }) => code);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.clock.set('2026-11-24T09:00:00Z'));
afterAll(() => world.close());

async function arrange() {
  const home = await world.home();
  const [ada, jean] = [await home.worker('Ada Bell', 'carer'), await home.resident('Jean Moss')];
  const input = { id: newId(), residentId: jean.id, name: 'Making my tea', startedOn: '2026-11-04', startRung: 2, hopedOn: '2026-12-14', hopedRung: 6 };
  return { home, ada, jean, input };
}
const tap = async (who: Person, taskId: string, rung: number, more = {}) => (await who.gets<{ said: Answer }>(TAP, { input: { id: newId(), taskId, rung, ...more } })).said;

describe('a task on the ladder', () => {
  it('is begun once, with what is hoped for, and says where it should be by now', async () => {
    const { ada, jean, input } = await arrange();
    for (let n = 0; n < 2; n += 1) expect(await ada.gets(CREATE, { input })).toMatchObject({ made: { name: 'Making my tea', residentName: 'Jean', hopedToday: 4, points: [], progress: 'Nothing recorded yet.' } });
    expect((await ada.gets<{ ladderTasks: object[] }>(TASKS, { residentId: jean.id })).ladderTasks).toHaveLength(1);
    expect(await ada.gets(CREATE, { input: { ...input, id: newId(), name: ' ', startRung: 9, hopedOn: '2026-11-04' } })).toMatchObject({ made: { reasons: [{ code: 'NO_NAME' }, { code: 'NO_RUNG' }, { code: 'HOPED_PASSED' }] } });
  });

  it('is tapped once a time it is sent, and the last tap of a day counts', async () => {
    const { ada, input } = await arrange();
    await ada.gets(CREATE, { input });
    const id = newId();
    for (let n = 0; n < 2; n += 1) expect(await tap(ada, input.id, 3, { id })).toMatchObject({ task: { today: 3, points: [{ day: '2026-11-24', rung: 3 }] } });
    expect(codesIn(await tap(ada, input.id, 4, { id }))).toEqual(['SAID_OTHERWISE_BEFORE']);
    world.clock.set('2026-11-24T09:01:00Z');
    expect(await tap(ada, input.id, 5)).toMatchObject({ task: { today: 5, points: [{ rung: 5 }] } });
    expect(await world.look('SELECT 1 FROM assistance WHERE task_id = $1', [input.id])).toHaveLength(2);
    expect(codesIn(await tap(ada, input.id, 7))).toEqual(['NO_RUNG']);
    expect(codesIn(await tap(ada, input.id, 3, { at: '2026-11-25T09:00:00Z' }))).toEqual(['STILL_TO_COME']);
    for (const at of ['nonsense', '0001-01-01T00:00:00Z']) {
      expect((await ada.asks(TAP, { input: { id: newId(), taskId: input.id, rung: 3, at } })).errors?.[0]?.extensions.code).toBe('INVALID');
    }
  });

  it('has a gentle word when more was done for her than she did herself last week', async () => {
    const { ada, input } = await arrange();
    await ada.gets(CREATE, { input });
    for (const day of ['19', '21']) expect(await tap(ada, input.id, 6, { at: `2026-11-${day}T09:00:00Z` })).toMatchObject({ prompt: null });
    expect(await tap(ada, input.id, 2)).toMatchObject({ prompt: 'Jean did this alone on Saturday. What was different today?', task: { before: 6, today: 2 } });
  });

  it('ends, and keeps what was recorded', async () => {
    const { ada, jean, input } = await arrange();
    await ada.gets(CREATE, { input });
    await tap(ada, input.id, 3);
    expect(await ada.gets('mutation ($id: Id!) { endLadderTask(id: $id) { endedOn points { rung } } }', { id: input.id })).toEqual({ endLadderTask: { endedOn: '2026-11-24', points: [{ rung: 3 }] } });
    world.clock.set('2026-11-25T09:00:00Z');
    expect(codesIn(await tap(ada, input.id, 3))).toEqual(['TASK_ENDED']);
    expect(await ada.gets(TASKS)).toEqual({ ladderTasks: [] });
    expect((await ada.gets<{ ladderTasks: object[] }>(TASKS, { residentId: jean.id })).ladderTasks).toHaveLength(1);
  });

  it('belongs to its home, and is not for supporters to change', async () => {
    const [one, two] = [await arrange(), await arrange()];
    await one.ada.gets(CREATE, { input: one.input });
    const mark = await one.home.supporter('Mark', one.jean, 'son');
    const input = { id: newId(), taskId: one.input.id, rung: 3 };
    expect((await two.ada.asks(TAP, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await mark.asks(TAP, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await tap(one.ada, one.input.id, 3)).toMatchObject({ task: { today: 3 } });
  });
});

type Arranged = Awaited<ReturnType<typeof arrange>>;
const code = async (answer: Promise<{ errors?: readonly { extensions: { code?: unknown } }[] }>) => (await answer).errors?.[0]?.extensions.code;
/** Done alone on so many days before the 24th. */
const alone = async (ada: Person, taskId: string, days = [18, 20, 21, 23]) => {
  for (const day of days) await tap(ada, taskId, 6, { at: `2026-11-${day}T09:00:00Z` });
};
async function routineOf({ home, ada, jean }: Pick<Arranged, 'home' | 'ada' | 'jean'>, what = 'A wash before breakfast'): Promise<RoutineEntity> {
  const row: RoutineEntity = {
    homeId: home.id, id: newId(), residentId: jean.id, what, activityId: null, lifeFactId: null, days: [1, 2, 3, 4, 5, 6, 7], fromTime: '07:30', toTime: '08:15', why: 'She always did.', whenMissed: '', help: '', needs: 'respect', protected: true, weight: 1,
    since: '2026-01-01', endedOn: null, recordedBy: ada.actor.accountId, recordedAt: world.clock.now(),
  };
  await home.insert(RoutineEntity, row);
  return row;
}

describe('what is said before, and asked after', () => {
  const NOW = 'query ($residentId: Id) { ladderTasks(residentId: $residentId) { name own hint asksBelow aid aids begin going goingWords slopeWords review turns { going } } }';
  const WHY = `mutation ($input: MoreHelpReasonInput!) { said: sayWhyMoreHelp(input: $input) { __typename ... on LadderTap { rung counts reason reasonWords reasonByName recordedByName aid } ${REFUSED} } }`;

  it('is known before the tap, with the aid of last time; the reason is kept beside the entry, by whom, and the last word counts', async () => {
    const { home, ada, jean, input } = await arrange();
    const joe = await home.worker('Joe Hill', 'carer');
    await ada.gets(CREATE, { input: { ...input, libraryKey: 'tea', aid: 'Kettle tipper' } });
    expect(await ada.gets(NOW, { residentId: jean.id })).toMatchObject({ ladderTasks: [{ own: null, hint: null, asksBelow: null, aid: 'Kettle tipper', going: 'too few to say', goingWords: expect.stringContaining('Too few') as unknown, slopeWords: expect.stringContaining('Too few') as unknown, turns: [] }] });
    await alone(ada, input.id);
    expect(await ada.gets(NOW, { residentId: jean.id })).toMatchObject({ ladderTasks: [{
      own: 6, hint: 'Jean did this alone yesterday. Let Jean begin, and do it all.', asksBelow: 4, begin: 'Ask whether they would make you one as well. Then sit down.', aids: expect.arrayContaining(['Kettle tipper', 'Trolley']) as unknown,
    }] });
    const [id, reasonId] = [newId(), newId()];
    for (let n = 0; n < 2; n += 1) expect(await tap(joe, input.id, 3, { id })).toMatchObject({ prompt: 'Jean did this alone yesterday. What was different today?' });
    for (let n = 0; n < 2; n += 1) expect(await joe.gets(WHY, { input: { id: reasonId, assistanceId: id, reason: 'our hurry' } })).toMatchObject({ said: { rung: 3, counts: true, aid: 'Kettle tipper', reason: 'our hurry', reasonByName: 'Joe Hill' } });
    expect(codesIn((await joe.gets<{ said: Answer }>(WHY, { input: { id: reasonId, assistanceId: id, reason: 'tired' } })).said)).toEqual(['SAID_OTHERWISE_BEFORE']);
    expect(codesIn((await joe.gets<{ said: Answer }>(WHY, { input: { id: newId(), assistanceId: id, reason: 'lazy' } })).said)).toEqual(['NO_REASON']);
    world.clock.set('2026-11-24T09:01:00Z');
    expect(await ada.gets(WHY, { input: { id: newId(), assistanceId: id, reason: 'other', words: 'Her sister rang in the middle of it.' } })).toMatchObject({ said: { reason: 'other', reasonWords: 'Her sister rang in the middle of it.', reasonByName: 'Ada Bell' } });
    expect(await world.look('SELECT 1 FROM assistance_reason WHERE assistance_id = $1', [id])).toHaveLength(2);
    // The day's last tap counts and says so; the other stays, with who.
    expect(await tap(joe, input.id, 5, { aid: 'Trolley' })).toMatchObject({ prompt: null, task: { today: 5 } });
    const { ladderTasks: [told] } = await ada.gets<{ ladderTasks: { taps: object[]; aid: string }[] }>('query ($residentId: Id) { ladderTasks(residentId: $residentId) { aid taps { rung aid counts recordedByName reason } } }', { residentId: jean.id });
    expect(told).toMatchObject({ aid: 'Trolley' });
    expect(told?.taps.slice(0, 3)).toMatchObject([
      { rung: 5, aid: 'Trolley', counts: true, recordedByName: 'Joe Hill' }, { rung: 3, aid: 'Kettle tipper', counts: false, reason: 'other' }, { rung: 6, counts: true, recordedByName: 'Ada Bell', reason: null },
    ]);
    world.clock.set('2026-11-24T09:02:00Z');
    expect(await tap(joe, input.id, 5, { aid: '' })).toMatchObject({ task: { today: 5 } });
    expect((await ada.gets<{ ladderTasks: object[] }>(NOW, { residentId: jean.id })).ladderTasks).toMatchObject([{ aid: null }]);
  });

  it('is not asked of anybody whose comfort comes first, and nothing is made of it', async () => {
    const { home, ada, jean, input } = await arrange();
    await ada.gets(CREATE, { input: { ...input, startedOn: '2026-10-01', hopedOn: '2027-01-01' } });
    await alone(ada, input.id);
    const said = { homeId: home.id, residentId: jean.id, recordedBy: ada.actor.accountId, recordedByName: 'Ada Bell', recordedAt: world.clock.now() };
    await home.insert(LifePhaseEntity, { ...said, id: newId(), phase: 'comfort and connection', words: 'I have done enough.' });
    expect(await ada.gets(NOW, { residentId: jean.id })).toMatchObject({ ladderTasks: [{ hint: 'Comfort comes first: as much or as little as Jean likes.', asksBelow: null, review: null }] });
    expect(await tap(ada, input.id, 0)).toMatchObject({ prompt: null, task: { today: 0 } });
  });

  it('is of the home alone, and so is what was different', async () => {
    const [one, two] = [await arrange(), await arrange()];
    await one.ada.gets(CREATE, { input: one.input });
    const id = newId();
    await tap(one.ada, one.input.id, 3, { id });
    const input = { id: newId(), assistanceId: id, reason: 'tired' };
    const mark = await one.home.supporter('Mark', one.jean, 'son', ['progress']);
    expect(await code(two.ada.asks(WHY, { input }))).toBe('NOT_FOUND');
    expect(await code(mark.asks(WHY, { input }))).toBe('FORBIDDEN');
    expect(await code(one.ada.asks(WHY, { input: { ...input, assistanceId: newId() } }))).toBe('NOT_FOUND');
    expect(await one.ada.gets(WHY, { input })).toMatchObject({ said: { reason: 'tired' } });
    for (const statement of ['UPDATE assistance_reason SET reason = reason', 'DELETE FROM task_place']) await expect(world.db.write(one.ada.actor, (tx) => tx.em.query(statement))).rejects.toThrow();
  });
});

describe('where a task comes up', () => {
  const PLACE = `mutation ($input: PlaceTaskInput!) { made: placeTask(input: $input) { __typename ... on LadderTask { places { id name activityId routineId } } ${REFUSED} } }`;
  const UNPLACE = 'mutation ($placeId: Id!) { unplaceTask(placeId: $placeId) { places { name } } }';
  const ROUTINES = '{ day { routines { what said { state } tasks { name today hint asksBelow } } } }';
  const ROUTINE = `mutation ($input: RoutineDayInput!) { said: recordRoutine(input: $input) { __typename ... on RoutineRecorded { state } ${REFUSED} } }`;

  it('is a routine: one tap says that it was honoured and with how much help, once however often it is sent, or nothing of both', async () => {
    const { home, ada, jean, input } = await arrange();
    const wash = await routineOf({ home, ada, jean });
    await ada.gets(CREATE, { input: { ...input, name: 'Washing', libraryKey: 'wash-at-basin', routineId: wash.id } });
    await alone(ada, input.id);
    expect(await ada.gets(ROUTINES)).toMatchObject({ day: { routines: [{ what: wash.what, said: [], tasks: [{ name: 'Washing', today: null, asksBelow: 4, hint: expect.stringContaining('alone yesterday') as unknown }] }] } });
    const help = { id: newId(), taskId: input.id, rung: 3, at: '2026-11-24T08:00:00Z', reason: 'in pain', reasonId: newId() };
    const sent = { id: newId(), routineId: wash.id, day: '2026-11-24', state: 'honoured', help: [help] };
    for (const minute of ['00', '40']) {
      world.clock.set(`2026-11-24T09:${minute}:00Z`);
      expect(await ada.gets(ROUTINE, { input: sent })).toMatchObject({ said: { state: 'honoured' } });
    }
    expect(await ada.gets(ROUTINES)).toMatchObject({ day: { routines: [{ said: [{ state: 'honoured' }], tasks: [{ today: 3 }] }] } });
    expect(await world.look(`SELECT g.rung, g.at, w.reason FROM assistance g JOIN assistance_reason w ON w.assistance_id = g.id WHERE g.routine_id = $1`, [wash.id])).toEqual([{ rung: 3, at: new Date('2026-11-24T08:00:00Z'), reason: 'in pain' }]);
    // Nothing of it when part of it cannot be.
    const bad = { ...sent, id: newId(), help: [{ ...help, id: newId(), reasonId: newId(), rung: 9 }] };
    expect(codesIn((await ada.gets<{ said: Answer }>(ROUTINE, { input: bad })).said)).toEqual(['NO_RUNG']);
    expect(await code(ada.asks(ROUTINE, { input: { ...bad, help: [{ ...help, id: newId(), taskId: newId() }] } }))).toBe('NOT_FOUND');
    expect(await code(ada.asks(ROUTINE, { input: { ...bad, state: 'not wanted', help: [{ ...help, id: newId() }] } }))).toBe('INVALID');
    expect(await world.look('SELECT 1 FROM routine_day WHERE routine_id = $1', [wash.id])).toHaveLength(1);
    // What is said afterwards of the day before belongs to that day.
    await ada.gets(ROUTINE, { input: { ...sent, id: newId(), day: '2026-11-22', help: [{ ...help, id: newId(), reasonId: newId() }] } });
    expect((await world.look<{ at: Date }>('SELECT at FROM assistance WHERE routine_id = $1 ORDER BY at', [wash.id]))[0]?.at).toEqual(new Date('2026-11-22T07:30:00Z'));
  });

  it('is an activity: whoever records a session or a moment of it is offered the task, with what is said before', async () => {
    const { home, ada, jean, input } = await arrange();
    const walk = activityRow(home.id, { name: 'A walk upstairs' });
    await home.insert(ActivityEntity, walk);
    await ada.gets(CREATE, { input: { ...input, name: 'The stairs', libraryKey: 'stairs', activityId: walk.id } });
    const row: SessionEntity = { homeId: home.id, id: newId(), planId: null, activityId: walk.id, startsAt: new Date('2026-11-24T08:00:00Z'), endsAt: new Date('2026-11-24T08:30:00Z'), status: 'planned', cancelledWhy: null };
    await home.insert(SessionEntity, row);
    await home.insert(BookingEntity, { homeId: home.id, id: newId(), sessionId: row.id, startsAt: row.startsAt, endsAt: row.endsAt, role: 'resident', residentId: jean.id, staffId: null, vehicleId: null, roomId: null, driverId: null });
    expect(await ada.gets('query ($id: Id!) { sessionGroup(sessionId: $id) { name tasks { name hint aids } } }', { id: row.id })).toMatchObject({ sessionGroup: [{ name: 'Jean', tasks: [{ name: 'The stairs', hint: null, aids: expect.arrayContaining(['Second rail']) as unknown }] }] });
    expect(await ada.gets('query ($id: Id!) { momentIdeas(residentId: $id) { name tasks { name } } }', { id: jean.id })).toMatchObject({ momentIdeas: [{ name: 'A walk upstairs', tasks: [{ name: 'The stairs' }] }] });
    expect(await tap(ada, input.id, 4, { sessionId: row.id, at: '2026-11-24T08:10:00Z' })).toMatchObject({ task: { today: 4 } });
    expect(await ada.gets('query ($id: Id) { ladderTasks(residentId: $id) { taps { where } } }', { id: jean.id })).toMatchObject({ ladderTasks: [{ taps: [{ where: 'A walk upstairs' }] }] });
    expect(await code(ada.asks(TAP, { input: { id: newId(), taskId: input.id, rung: 4, sessionId: newId() } }))).toBe('NOT_FOUND');
  });

  it('is said, taken back and kept; a place is one of the two, of the same person and of the same home', async () => {
    const [one, two] = [await arrange(), await arrange()];
    await one.ada.gets(CREATE, { input: one.input });
    const [wash, others] = [await routineOf(one), await routineOf({ ...one, jean: await one.home.resident('Bob Ellison') })];
    const input = { id: newId(), taskId: one.input.id, routineId: wash.id };
    let places: { id: string }[] = [];
    for (let n = 0; n < 2; n += 1) ({ made: { places } } = await one.ada.gets<{ made: { places: { id: string }[] } }>(PLACE, { input }));
    expect(places).toMatchObject([{ name: wash.what, routineId: wash.id, activityId: null }]);
    expect(codesIn((await one.ada.gets<{ made: Answer }>(PLACE, { input: { id: newId(), taskId: one.input.id } })).made)).toEqual(['NO_PLACE']);
    expect(codesIn((await one.ada.gets<{ made: Answer }>(PLACE, { input: { ...input, id: newId(), routineId: others.id } })).made)).toEqual(['ANOTHERS_ROUTINE']);
    expect(await code(one.ada.asks(PLACE, { input: { ...input, id: newId(), routineId: (await routineOf(two)).id } }))).toBe('NOT_FOUND');
    expect(await code(two.ada.asks(PLACE, { input }))).toBe('NOT_FOUND');
    expect(await code(two.ada.asks(UNPLACE, { placeId: places[0]?.id }))).toBe('NOT_FOUND');
    expect(await code(one.ada.asks(TAP, { input: { id: newId(), taskId: one.input.id, rung: 3, routineId: others.id } }))).toBe('NOT_FOUND');
    world.clock.set('2026-11-24T09:05:00Z');
    for (let n = 0; n < 2; n += 1) expect(await one.ada.gets(UNPLACE, { placeId: places[0]?.id })).toEqual({ unplaceTask: { places: [] } });
    expect(await world.look('SELECT undoes_id IS NOT NULL AS undoes FROM task_place WHERE task_id = $1 ORDER BY recorded_at', [one.input.id])).toEqual([{ undoes: false }, { undoes: true }]);
    expect(codesIn((await one.ada.gets<{ made: Answer }>(CREATE, { input: { ...one.input, id: newId(), libraryKey: 'nothing such' } })).made)).toEqual(['NO_SUCH_TASK']);
    expect(await code(one.ada.asks(CREATE, { input: { ...one.input, id: newId(), outcomeId: newId() } }))).toBe('NOT_FOUND');
  });

  it('is read of a whole home in as many statements for many tasks as for few', async () => {
    const { home, ada } = await arrange();
    const LIST = '{ ladderTasks { id residentName name today before own hint asksBelow aid going } }';
    const begun = async (some: number) => {
      for (let n = 0; n < some; n += 1) {
        const who = await home.resident(`Person ${n}`);
        const id = newId();
        await ada.gets(CREATE, { input: { id, residentId: who.id, name: 'Tea', startRung: 2, hopedOn: '2027-01-01', hopedRung: 6 } });
        await tap(ada, id, 3);
      }
    };
    await begun(2);
    const statements = async () => {
      const spy = jest.spyOn(PostgresQueryRunner.prototype, 'query');
      try {
        await ada.gets(LIST);
        return spy.mock.calls.length;
      } finally {
        spy.mockRestore();
      }
    };
    const few = await statements();
    await begun(8);
    expect(await statements()).toBe(few);
    const gone = (await ada.gets<{ ladderTasks: { residentName: string }[] }>(LIST)).ladderTasks.length;
    await world.asSystem(home.id, (tx) => tx.em.query(`UPDATE resident SET status = 'moved out' WHERE home_id = $1 AND preferred_name = 'Person'`, [home.id]));
    expect(gone).toBe(10);
    expect((await ada.gets<{ ladderTasks: object[] }>(LIST)).ladderTasks).toHaveLength(0);
  });
});
