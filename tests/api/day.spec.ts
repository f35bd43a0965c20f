import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { type ResidentEntity, RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { PromisesService } from '../../apps/api/src/promises/promises.service.ts';
import { VehicleEntity } from '../../apps/api/src/transport/transport.entities.ts';
import { VenueEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const REFUSED = '... on Refused { reasons { code message } }';
const SESSION = `id activityName place staff driver vehicle equipment recorded notRun { reason answers recordedByName }
  people { residentId name support risk promised disputed said { id level mood leftEarly note recordedByName } }`;
const DAY = `query ($on: Day) { day(on: $on) { day today sessions { ${SESSION} } routines { routineId name what from needs said { state reason } } quiet { name days lastWhat plannedToday } } }`;
const RECORD = `mutation ($sessionId: Id!, $entries: [AttendanceInput!]!) { recorded: recordAttendances(sessionId: $sessionId, entries: $entries) { __typename ... on DaySession { ${SESSION} } ${REFUSED} } }`;
const NOT_RUN = `mutation ($input: NotRunInput!) { recorded: recordSessionNotRun(input: $input) { __typename ... on DaySession { ${SESSION} } ${REFUSED} } }`;
const ROUTINE = `mutation ($input: RoutineDayInput!) { recorded: recordRoutine(input: $input) { __typename ... on RoutineRecorded { id state } ${REFUSED} } }`;

type Said = { id: string; level: string; mood: string | null; recordedByName: string };
type Session = { id: string; recorded: boolean; notRun: object | null; people: { residentId: string; name: string; disputed: boolean; promised: string | null; said: Said[] }[]; reasons: { code: string; message: string }[] };
type Day = { day: { sessions: Session[]; routines: { name: string; said: object[] }[]; quiet: { name: string; days: number | null; lastWhat: string | null }[] } };
const codesIn = ({ reasons }: Session) => reasons.map(({ code }) => code);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.clock.set('2026-11-24T15:00:00Z'));
afterAll(() => world.close());

async function activity(home: Home, name: string, more: Partial<ActivityEntity> = {}): Promise<ActivityEntity> {
  const row: ActivityEntity = {
    homeId: home.id, id: newId(), name, kind: 'physical', picture: 'star', setting: 'home', minutes: 60, groupMin: 1, groupMax: 12, baseStaff: 1, skills: {}, driverSupports: false,
    transport: null, venueId: null, costPence: 0, maxPerWeek: 7, hours: [], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '',
    watchFor: [], equipment: ['Towels'], respect: '', retiredOn: null, ...more,
  };
  await home.insert(ActivityEntity, row);
  return row;
}

async function session(home: Home, of: ActivityEntity, residents: readonly ResidentEntity[], startsAt = '2026-11-24T14:00:00Z', bookings: Partial<BookingEntity>[] = []): Promise<SessionEntity> {
  const from = new Date(startsAt);
  const row: SessionEntity = { homeId: home.id, id: newId(), planId: null, activityId: of.id, startsAt: from, endsAt: new Date(from.getTime() + 3_600_000), status: 'planned', cancelledWhy: null };
  await home.insert(SessionEntity, row);
  const empty = { homeId: home.id, sessionId: row.id, startsAt: row.startsAt, endsAt: row.endsAt, residentId: null, staffId: null, vehicleId: null, roomId: null, driverId: null };
  const booked = [...residents.map(({ id }) => ({ role: 'resident' as const, residentId: id })), ...bookings];
  if (booked.length > 0) await home.insert(BookingEntity, booked.map((each) => ({ ...empty, role: 'staff' as const, ...each, id: newId() })));
  return row;
}

async function arrange() {
  const home = await world.home();
  const [ada, joe, bob, ivy] = [await home.worker('Ada Bell', 'carer'), await home.worker('Joe Hill', 'carer'), await home.resident('Bob Ellison'), await home.resident('Ivy Cole', { recordedAt: new Date('2026-11-10T09:00:00Z') })];
  const swim = await activity(home, 'Swimming', { setting: 'out' });
  return { home, ada, joe, bob, ivy, swim };
}

const entry = (resident: ResidentEntity, level = 'took part', more = {}) => ({ id: newId(), residentId: resident.id, level, ...more });
const record = async (who: Person, { id }: SessionEntity, entries: object[]) => (await who.gets<{ recorded: Session }>(RECORD, { sessionId: id, entries })).recorded;
const dayFor = async (who: Person, on: string | null = null) => (await who.gets<Day>(DAY, { on })).day;

async function promise(who: Person, resident: ResidentEntity, of: ActivityEntity, planned: SessionEntity | null = null, more = {}): Promise<string> {
  const promises = world.app.get(PromisesService);
  return world.db.write(who.actor, async (tx) => {
    const made = await promises.make({ ...tx, now: new Date('2026-11-20T09:00:00Z') }, { residentId: resident.id, words: 'A swim', activityId: of.id, level: 'taking part', dueOn: '2026-11-27', madeTo: resident.preferredName, lifeFactId: null, wishId: null, found: 'Tuesday at two.', ...more });
    if ('reasons' in made) throw new Error(made.reasons[0]?.message);
    if (planned) await promises.schedule(tx, made.id, planned.id, 'Tuesday 24 November, 14:00');
    return made.id;
  });
}
const present = async (id: string) => (await world.look<{ state: string; owed: boolean; unexplained: boolean; misses: number; entries: number }>('SELECT state, owed, unexplained, misses, entries FROM promise WHERE id = $1', [id]))[0];

describe('the day', () => {
  it('says who goes where with whom, what to bring and what to look out for', async () => {
    const { home, ada, bob, swim } = await arrange();
    const staff = await home.staff('Tom Reed');
    const venue = Object.assign(await venueOf(home), { name: 'The baths' });
    await home.insert(VenueEntity, venue);
    await world.asSystem(home.id, async (tx) => {
      await tx.em.update('activity', { id: swim.id }, { venueId: venue.id });
      await tx.em.update('resident', { id: bob.id }, { riskOut: 'He may wander off.', supportOutStaff: 2 });
    });
    const bus = await vehicleOf(home);
    await session(home, swim, [bob], '2026-11-24T14:00:00Z', [{ role: 'driver', staffId: staff.id }, { role: 'vehicle', vehicleId: bus.id, driverId: staff.id }]);
    await session(home, await activity(home, 'Tomorrow’s quiz'), [bob], '2026-11-25T00:00:00Z');
    const { sessions } = await dayFor(ada);
    expect(sessions).toMatchObject([{
      activityName: 'Swimming', place: 'The baths', driver: 'Tom Reed', vehicle: 'Minibus', equipment: ['Towels'], recorded: false, staff: ['Tom Reed'],
      people: [{ name: 'Bob', support: '2 staff to 1', risk: 'He may wander off.', said: [], disputed: false }],
    }]);
    expect((await dayFor(ada, '2026-11-25')).sessions).toHaveLength(1);
  });

  it('lists those with nothing meaningful for longest first', async () => {
    const { home, ada, bob, ivy, swim } = await arrange();
    await record(ada, await session(home, swim, [bob, ivy], '2026-11-20T14:00:00Z'), [entry(bob), entry(ivy, 'watched')]);
    const { quiet } = await dayFor(ada);
    expect(quiet).toMatchObject([
      { name: 'Ivy', days: 14, lastWhat: null },
      { name: 'Bob', days: 4, lastWhat: 'Swimming' },
    ]);
    await record(ada, await session(home, swim, [bob, ivy]), [entry(bob), entry(ivy)]);
    expect((await dayFor(ada)).quiet).toEqual([]);
  });

  it('has its routines, honoured or missed with a reason, corrected by another entry', async () => {
    const { home, ada, bob } = await arrange();
    const routine: RoutineEntity = {
      homeId: home.id, id: newId(), residentId: bob.id, what: 'A walk before supper', activityId: null, lifeFactId: null, days: [2], fromTime: '16:00', toTime: '17:00', why: 'He walked his dog',
      whenMissed: 'He paces', help: 'One to walk with him', needs: 'session', protected: true, weight: 5, since: '2026-01-01', endedOn: null, recordedBy: ada.actor.accountId, recordedAt: world.clock.now(),
    };
    await home.insert(RoutineEntity, routine);
    const say = async (input: object) => (await ada.gets<{ recorded: Session }>(ROUTINE, { input: { id: newId(), routineId: routine.id, day: '2026-11-24', state: 'missed', ...input } })).recorded;
    expect((await dayFor(ada, '2026-11-25')).routines).toEqual([]);
    expect((await dayFor(ada)).routines).toMatchObject([{ name: 'Bob', what: 'A walk before supper', from: '16:00', said: [] }]);
    expect(codesIn(await say({}))).toEqual(['MISSED_NEEDS_REASON']);
    const id = newId();
    for (let n = 0; n < 2; n += 1) expect(await say({ id, reason: 'Nobody free' })).toMatchObject({ id, state: 'missed' });
    expect(codesIn(await say({ id, state: 'honoured' }))).toEqual(['SAID_OTHERWISE_BEFORE']);
    await say({ state: 'honoured', correctsId: id });
    expect((await dayFor(ada)).routines).toMatchObject([{ said: [{ state: 'honoured' }] }]);
    expect(codesIn(await say({ day: '2026-12-01', state: 'honoured' }))).toEqual(['DAY_TO_COME']);
    expect((await dayFor(ada)).quiet.map(({ name }) => name)).not.toContain('Bob');
  });
});

describe('recording a session', () => {
  it('takes the whole group in one go, and once however often it is sent', async () => {
    const { home, ada, bob, ivy, swim } = await arrange();
    const at = await session(home, swim, [bob, ivy]);
    const entries = [entry(bob, 'took part', { mood: 'happy', note: ' Swam a length ' }), entry(ivy, 'declined')];
    for (let n = 0; n < 3; n += 1) {
      expect(await record(ada, at, entries)).toMatchObject({ recorded: true, people: [{ name: 'Bob', said: [{ level: 'took part', mood: 'happy', note: 'Swam a length', recordedByName: 'Ada Bell' }] }, { name: 'Ivy', said: [{ level: 'declined' }] }] });
    }
    expect(await world.look('SELECT 1 FROM attendance WHERE session_id = $1', [at.id])).toHaveLength(2);
  });

  it('refuses other words under the same id, people who are not in it, and a list twice over', async () => {
    const { home, ada, bob, ivy, swim } = await arrange();
    const at = await session(home, swim, [bob]);
    const first = entry(bob);
    await record(ada, at, [first]);
    expect(codesIn(await record(ada, at, [{ ...first, level: 'watched' }]))).toEqual(['SAID_OTHERWISE_BEFORE']);
    expect((await record(ada, at, [entry(bob), entry(ivy)])).reasons).toMatchObject([{ code: 'NOT_IN_SESSION', message: expect.stringContaining('Ivy is not in this session') as string }]);
    expect(codesIn(await record(ada, at, [entry(bob), entry(bob)]))).toEqual(['TWICE_IN_ONE']);
    expect(codesIn(await record(ada, await session(home, swim, [bob], '2026-11-26T14:00:00Z'), [entry(bob)]))).toEqual(['SESSION_TO_COME']);
    expect((await ada.asks(RECORD, { sessionId: at.id, entries: [entry(bob, 'enjoyed')] })).errors?.[0]?.extensions.code).toBe('INVALID');
    expect(await world.look('SELECT 1 FROM attendance WHERE session_id = $1', [at.id])).toHaveLength(1);
  });

  it('keeps what two people say, flags it, and lets a person decide', async () => {
    const { home, ada, joe, bob, swim } = await arrange();
    const at = await session(home, swim, [bob]);
    const owed = await promise(ada, bob, swim, at);
    const [hers, his] = [entry(bob, 'took part'), entry(bob, 'watched')];
    await record(ada, at, [hers]);
    expect(await record(joe, at, [his])).toMatchObject({ people: [{ disputed: true, said: [{ recordedByName: 'Ada Bell' }, { recordedByName: 'Joe Hill' }] }] });
    expect(await present(owed)).toMatchObject({ state: 'kept' });
    expect(await record(joe, at, [entry(bob, 'watched', { correctsId: hers.id })])).toMatchObject({ people: [{ disputed: false, said: [{ level: 'watched' }, { level: 'watched' }] }] });
    expect(await present(owed)).toMatchObject({ state: 'partly kept', owed: true });
    expect(codesIn(await record(joe, at, [entry(bob, 'watched', { correctsId: newId() })]))).toEqual(['CORRECTS_ANOTHER']);
  });

  it('loses nothing and doubles nothing when two hundred entries are sent at once, and again', async () => {
    const { home, ada, joe, swim } = await arrange();
    const residents: ResidentEntity[] = [];
    for (let n = 0; n < 20; n += 1) residents.push(await home.resident(`Resident ${n}`));
    const sessions: SessionEntity[] = [];
    for (let n = 0; n < 10; n += 1) sessions.push(await session(home, swim, residents, `2026-11-${String(10 + n)}T10:00:00Z`));
    const writes = sessions.flatMap((at) => residents.map((resident) => ({ at, said: entry(resident) })));
    const send = (list: typeof writes, who: Person) => list.map(({ at, said }) => record(who, at, [said]));
    const answers = await Promise.all([...send(writes, ada), ...send(writes.slice(0, 60).reverse(), joe), ...send(writes.slice(60, 120).reverse(), ada)]);
    expect(answers.filter((answer) => 'reasons' in answer)).toEqual([]);
    const kept = await world.look<{ id: string }>('SELECT id FROM attendance WHERE home_id = $1', [home.id]);
    expect(kept.map(({ id }) => id).sort()).toEqual(writes.map(({ said }) => said.id).sort());
  }, 120_000);

  it('is not for those who do not work here', async () => {
    const [one, two] = [await arrange(), await arrange()];
    const at = await session(one.home, one.swim, [one.bob]);
    const mark = await one.home.supporter('Mark', one.bob, 'son');
    expect((await mark.asks(RECORD, { sessionId: at.id, entries: [entry(one.bob)] })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await two.ada.asks(RECORD, { sessionId: at.id, entries: [entry(one.bob)] })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await record(one.ada, at, [entry(one.bob)])).toMatchObject({ recorded: true });
  });
});

describe('what a session does to promises', () => {
  it('is keep them for those who took part, in part for those who watched, and not at all for those not asked', async () => {
    const { home, ada, bob, ivy, swim } = await arrange();
    const ken = await home.resident('Ken Ash');
    const at = await session(home, swim, [bob, ivy, ken]);
    const [his, hers, kens] = [await promise(ada, bob, swim, at), await promise(ada, ivy, swim, at), await promise(ada, ken, swim, at)];
    expect((await dayFor(ada)).sessions[0]?.people.map(({ promised }) => promised)).toEqual(['A swim', 'A swim', 'A swim']);
    await record(ada, at, [entry(bob), entry(ivy, 'watched'), entry(ken, 'not offered')]);
    expect([await present(his), await present(hers), await present(kens)]).toMatchObject([
      { state: 'kept', owed: false, unexplained: false }, { state: 'partly kept', owed: true, unexplained: false }, { state: 'not kept', owed: true, unexplained: true, misses: 1 },
    ]);
  });

  it('reaches a promise of the same activity that was planned for no session, once, and the one due first', async () => {
    const { home, ada, bob, swim } = await arrange();
    const [later, sooner] = [await promise(ada, bob, swim, null, { dueOn: '2026-12-10' }), await promise(ada, bob, swim, null, { dueOn: '2026-11-28' })];
    const at = await session(home, swim, [bob]);
    const entries = [entry(bob)];
    await record(ada, at, entries);
    await record(ada, at, entries);
    expect([await present(sooner), await present(later)]).toMatchObject([{ state: 'kept', entries: 2 }, { state: 'made', entries: 1 }]);
  });

  it('leaves alone what was promised afterwards, and misses nothing where it was not planned', async () => {
    const { home, ada, bob, swim } = await arrange();
    const [early, at] = [await session(home, swim, [bob], '2026-11-19T10:00:00Z'), await session(home, swim, [bob])];
    const owed = await promise(ada, bob, swim);
    await record(ada, early, [entry(bob)]);
    await record(ada, at, [entry(bob, 'not offered')]);
    expect(await present(owed)).toMatchObject({ state: 'made', misses: 0, entries: 1 });
  });

  it('that did not run is let them fall through, unexplained until somebody gives a new date', async () => {
    const { home, ada, bob, ivy, swim } = await arrange();
    const at = await session(home, swim, [bob, ivy]);
    const owed = await promise(ada, bob, swim, at);
    const input = { id: newId(), sessionId: at.id, reason: 'no driver', answers: 'Ruth Marsh' };
    expect(codesIn((await ada.gets<{ recorded: Session }>(NOT_RUN, { input: { ...input, reason: null, answers: '' } })).recorded)).toEqual(['NO_REASON', 'NOBODY_ANSWERS']);
    for (let n = 0; n < 2; n += 1) {
      expect((await ada.gets<{ recorded: Session }>(NOT_RUN, { input })).recorded).toMatchObject({ recorded: true, notRun: { reason: 'no driver', answers: 'Ruth Marsh', recordedByName: 'Ada Bell' }, people: [{ said: [] }, { said: [] }] });
    }
    expect(codesIn((await ada.gets<{ recorded: Session }>(NOT_RUN, { input: { ...input, reason: 'weather' } })).recorded)).toEqual(['SAID_OTHERWISE_BEFORE']);
    expect(await present(owed)).toMatchObject({ state: 'not kept', unexplained: true, misses: 1, entries: 3 });
    expect((await ada.gets<{ promises: object[] }>('{ promises(under: "today") { words unexplained plannedFor } }')).promises).toEqual([{ words: 'A swim', unexplained: true, plannedFor: null }]);
  });

  it('is not counted against a promise when the person said no, until it has been three times', async () => {
    const { home, ada, bob, swim } = await arrange();
    const id = await promise(ada, bob, swim, null, { dueOn: '2026-12-10' });
    for (const day of [21, 22, 23]) await record(ada, await session(home, swim, [bob], `2026-11-${day}T10:00:00Z`), [entry(bob, 'declined')]);
    expect(await ada.gets('query ($id: Id!) { promise(id: $id) { state misses owed askIfWanted unexplained } }', { id })).toEqual({ promise: { state: 'made', misses: 0, owed: true, askIfWanted: true, unexplained: false } });
  });
});

async function venueOf(home: Home): Promise<VenueEntity> {
  const columns = await world.look<{ column_name: string; is_nullable: string; data_type: string }>(`SELECT column_name, is_nullable, data_type FROM information_schema.columns WHERE table_name = 'venue'`);
  return fill(columns, { homeId: home.id, id: newId() }) as VenueEntity;
}

async function vehicleOf(home: Home): Promise<VehicleEntity> {
  const columns = await world.look<{ column_name: string; is_nullable: string; data_type: string }>(`SELECT column_name, is_nullable, data_type FROM information_schema.columns WHERE table_name = 'vehicle'`);
  const row = { ...fill(columns, { homeId: home.id, id: newId() }), name: 'Minibus' } as VehicleEntity;
  await home.insert(VehicleEntity, row);
  return row;
}

/** A row with something in every column that must not be empty. */
function fill(columns: readonly { column_name: string; is_nullable: string; data_type: string }[], more: object): object {
  const empty: Record<string, unknown> = { text: 'x', integer: 1, boolean: false, jsonb: [], ARRAY: [], date: '2026-01-01', 'double precision': 1, 'timestamp with time zone': new Date('2026-01-01') };
  const rows = columns.map(({ column_name: name, is_nullable: may, data_type: type }) => [name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), may === 'YES' ? null : empty[type]]);
  return Object.assign(Object.fromEntries(rows) as object, more);
}
