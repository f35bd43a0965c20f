import { BookingEntity, PlanEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { SolvingService } from '../../apps/api/src/planning/solving.service.ts';
import { stateWeek } from '../../apps/api/src/planning/week-records.ts';
import { ActivityEntity, ActivityRoomEntity } from '../../apps/api/src/library/library.entities.ts';
import { AvoidanceEntity, InterestEntity, type ResidentEntity, RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { FloorCoverEntity, ShiftEntity, type StaffEntity } from '../../apps/api/src/staff/staff.entities.ts';
import { VehicleEntity } from '../../apps/api/src/transport/transport.entities.ts';
import { RoomEntity, VenueEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { addDays, instantAt } from '../../libs/domain/src/shared/time.ts';
import type { Problem, Session } from '../../libs/planner/src/problem.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const ZONE = 'Europe/London';
/** Now is Friday 20 November 2026; the week planned is the one after. */
const FRIDAY = '2026-11-20T09:00:00Z';
const MONDAY = '2026-11-23';
const DAY = 1440;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const PLAN = 'id weekStarts status version pinned score basedOn publishedByName sessions { activity start room vehicles { vehicle driver } staff residents } search { state }';
const OR_REFUSED = `... on Plan { ${PLAN} } ... on Refused { reasons { code message } }`;
const START = `mutation ($weekStarts: Day!) { startDraft(weekStarts: $weekStarts) { __typename ${OR_REFUSED} } }`;
const BOARD = `query ($id: Id!) { planBoard(id: $id) { plan { ${PLAN} } problem findings called { residents { id name } staff { id name } } begun { id activityId span residents } } }`;
const CHANGE = `mutation ($id: Id!, $version: Int!, $change: PlanChangeInput!) { changePlan(id: $id, version: $version, change: $change) { __typename ${OR_REFUSED} } }`;
const SOLVE = `mutation ($id: Id!, $seconds: Int!) { solvePlan(id: $id, seconds: $seconds) { __typename ${OR_REFUSED} } }`;
const STOP = `mutation ($id: Id!) { stopSolving(id: $id) { __typename ${OR_REFUSED} } }`;
const PUBLISH = `mutation ($id: Id!, $version: Int!) { publishPlan(id: $id, version: $version) { __typename ${OR_REFUSED} } }`;
const CAN_WE = `query ($residentId: Id!, $activityId: Id!, $fromDay: Day!, $toDay: Day!) { canWe(residentId: $residentId, activityId: $activityId, fromDay: $fromDay, toDay: $toDay) {
  possible ways already { words promised } places { weekStarts when words reasons joins isBooked session { activity start room vehicles { vehicle driver } staff residents } } } }`;
const PROMISE = `mutation ($input: PromiseFromCanWeInput!) { promiseFromCanWe(input: $input) { __typename ... on PromiseHeld { promiseId planId when isBooked words } ... on Refused { reasons { code message } } } }`;

type PlanAnswer = { __typename: string; id: string; version: number; status: string; basedOn: string | null; sessions: Session[]; pinned: number[]; score: number | null; search: { state: string } | null; publishedByName: string | null; reasons?: { code: string; message: string }[] };

/** A small house in which a good week can be planned: three ways to spend an hour, and a minibus. */
async function house(world: World) {
  const home = await world.home();
  const [ruth, sam, ada] = [await home.worker('Ruth Kemp', 'coordinator'), await home.worker('Sam Cole', 'manager'), await home.worker('Ada Bell', 'carer')];
  const staff = {
    sian: await home.staff('Sian Rees', { skills: ['hoist'] }), tom: await home.staff('Tom Field', { skills: ['pool'] }),
    gwen: await home.staff('Gwen Lloyd', { licences: ['D1', 'B'] }), ines: await home.staff('Ines Costa'), joe: await home.staff('Joe Park'),
  };
  const team: StaffEntity[] = Object.values(staff);
  await home.insert(ShiftEntity, team.flatMap(({ id }) => Array.from({ length: 14 }, (_, day) => ({
    homeId: home.id, id: newId(), staffId: id, startsAt: instantAt(ZONE, MONDAY, day * DAY + 480), endsAt: instantAt(ZONE, MONDAY, day * DAY + 1080), breakMinutes: 0, source: 'typed',
  }))));
  await home.insert(FloorCoverEntity, { homeId: home.id, id: newId(), days: EVERY_DAY, fromTime: '07:00', toTime: '21:00', least: 2 });
  const residents = {
    bob: await home.resident('Bob Ellison'), dot: await home.resident('Dot Lumley'), ivy: await home.resident('Ivy Shaw'),
    steven: await home.resident('Steven Marlow', { wheelchair: 'always', supportOutStaff: 2, supportOutResidents: 1 }),
  };
  const lounge: RoomEntity = { homeId: home.id, id: newId(), name: 'Lounge', capacity: 12, fromTime: '08:00', toTime: '20:00' };
  await home.insert(RoomEntity, lounge);
  const bus: VehicleEntity = { homeId: home.id, id: newId(), name: 'the minibus', registration: 'HB21', seats: 5, bays: 2, licence: 'D1', inspectionDue: '2027-06-01', insuranceDue: '2027-06-01', fromTime: '08:00', toTime: '20:00' };
  await home.insert(VehicleEntity, bus);
  const baths = await venue(home, 'the baths', 20, null);
  const park = await venue(home, 'the park', 5, 5);
  const activities = {
    choir: await activity(home, 'Choir', { minutes: 60, groupMin: 2, groupMax: 8 }),
    walk: await activity(home, 'A walk', { minutes: 45, groupMin: 1, groupMax: 2, setting: 'out', transport: 'walk', venueId: park.id, maxPerWeek: 14 }),
    swim: await activity(home, 'Swimming', { minutes: 60, groupMin: 1, groupMax: 2, setting: 'out', transport: 'vehicle', venueId: baths.id, skills: { hoist: 1, pool: 1 }, driverSupports: false, maxPerWeek: 2, hours: [{ days: [2, 4], from: '10:00', to: '13:00' }] }),
  };
  await home.insert(ActivityRoomEntity, { homeId: home.id, activityId: activities.choir.id, roomId: lounge.id });
  const likes = (who: ResidentEntity, what: ActivityEntity, value: number): InterestEntity => ({ homeId: home.id, id: newId(), residentId: who.id, activityId: what.id, value, because: 'She sang for forty years.', lifeFactId: null });
  await home.insert(InterestEntity, [likes(residents.bob, activities.choir, 80), likes(residents.dot, activities.choir, 70), likes(residents.ivy, activities.choir, 60), likes(residents.bob, activities.walk, 90), likes(residents.ivy, activities.walk, 50), likes(residents.steven, activities.choir, 40)]);
  return { home, ruth, sam, ada, staff, residents, lounge, bus, activities };
}
type House = Awaited<ReturnType<typeof house>>;

async function venue(home: Home, name: string, driveMinutes: number, walkMinutes: number | null): Promise<VenueEntity> {
  const row: VenueEntity = {
    homeId: home.id, id: newId(), name, address: '', phone: null, lat: 53, lon: -1, driveMinutes, walkMinutes, hours: [{ days: EVERY_DAY, from: '08:00', to: '20:00' }], price: '',
    access: { stepFree: true, hoist: true, changingPlace: true, quietHours: null, parking: '', welcome: '' }, lastVisited: '',
  };
  await home.insert(VenueEntity, row);
  return row;
}

async function activity(home: Home, name: string, more: Partial<ActivityEntity>): Promise<ActivityEntity> {
  const row: ActivityEntity = {
    homeId: home.id, id: newId(), name, kind: 'social', picture: 'choir', setting: 'home', minutes: 60, groupMin: 1, groupMax: 8, baseStaff: 1, skills: {}, driverSupports: true, transport: null,
    venueId: null, costPence: 0, maxPerWeek: 7, hours: [{ days: EVERY_DAY, from: '10:00', to: '17:00' }], steps: [],
    adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null, ...more,
  };
  await home.insert(ActivityEntity, row);
  return row;
}

const choirAt = (h: House, start: number, more: Partial<Session> = {}): Session => (
  { activity: h.activities.choir.id, start, room: h.lounge.id, vehicles: [], staff: [h.staff.ines.id], residents: [h.residents.bob.id, h.residents.dot.id], ...more });

async function start(person: Person, weekStarts = MONDAY): Promise<PlanAnswer> {
  return (await person.gets<{ startDraft: PlanAnswer }>(START, { weekStarts })).startDraft;
}
async function change(person: Person, plan: { id: string; version: number }, at: number | null, session: Session | null, pinned = true): Promise<PlanAnswer> {
  return (await person.gets<{ changePlan: PlanAnswer }>(CHANGE, { id: plan.id, version: plan.version, change: { at, session, pinned } })).changePlan;
}
async function publish(person: Person, plan: { id: string; version: number }): Promise<PlanAnswer> {
  return (await person.gets<{ publishPlan: PlanAnswer }>(PUBLISH, { id: plan.id, version: plan.version })).publishPlan;
}
async function board(person: Person, id: string) {
  return (await person.gets<{ planBoard: { plan: PlanAnswer; problem: Problem; findings: string[]; begun: { id: string }[] } }>(BOARD, { id })).planBoard;
}
async function until<T>(look: () => Promise<T>, done: (seen: T) => boolean): Promise<T> {
  for (let i = 0; i < 150; i += 1) {
    const seen = await look();
    if (done(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not come to that within fifteen seconds.');
}
const OVERLAPS = `SELECT count(*)::int AS count FROM booking a JOIN booking b ON a.home_id = b.home_id AND a.id < b.id AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
  AND (a.resident_id = b.resident_id OR a.staff_id = b.staff_id OR a.room_id = b.room_id OR a.vehicle_id = b.vehicle_id)`;

describe('planning a week', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ now: FRIDAY });
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.set(FRIDAY));

  it('begins with an empty draft for those who plan, and is refused to a carer', async () => {
    const h = await house(world);
    const plan = await start(h.ruth);
    expect(plan).toMatchObject({ __typename: 'Plan', status: 'draft', version: 1, sessions: [] });
    expect((await h.ada.asks(START, { weekStarts: MONDAY })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await h.ruth.asks(START, { weekStarts: '2026-11-24' })).errors?.[0]?.extensions.code).toBe('INVALID');
    expect(await start(h.ruth, '2026-11-09')).toMatchObject({ __typename: 'Refused', reasons: [{ code: 'WEEK_OVER' }] });
    const { problem } = await board(h.ada, plan.id);
    expect(problem).toMatchObject({ format: 'promenade-plan/1', startDate: MONDAY });
    expect(problem.residents).toHaveLength(4);
  });

  it('is not seen from another home', async () => {
    const h = await house(world);
    const other = await house(world);
    const plan = await start(h.ruth);
    expect((await other.ruth.asks(BOARD, { id: plan.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await board(h.sam, plan.id)).plan.id).toBe(plan.id);
  });

  describe('by hand', () => {
    it('takes a change that holds, and refuses one that does not, in words with names', async () => {
      const h = await house(world);
      const plan = await change(h.ruth, await start(h.ruth), null, choirAt(h, 600));
      expect(plan).toMatchObject({ version: 2, pinned: [0], sessions: [choirAt(h, 600)] });
      const { steven } = h.residents;
      const swim: Session = { activity: h.activities.swim.id, start: DAY + 600, room: null, vehicles: [{ vehicle: h.bus.id, driver: h.staff.gwen.id }], staff: [h.staff.sian.id], residents: [steven.id] };
      const refused = await change(h.ruth, plan, null, swim);
      const sentences = refused.reasons?.map(({ message }) => message).join(' ') ?? '';
      expect(refused.__typename).toBe('Refused');
      expect(sentences).toContain('Steven');
      expect(sentences).toContain('2');
      expect(sentences).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
      const twice = await change(h.ruth, plan, null, choirAt(h, 630));
      expect(twice.reasons?.map(({ message }) => message).join(' ')).toContain('Ines Costa');
      expect((await change(h.ruth, plan, null, choirAt(h, 607))).reasons?.[0]?.code).toBe('OFF_THE_GRID');
      const moved = await change(h.ruth, plan, 0, choirAt(h, 900));
      expect(moved.sessions.map(({ start: at }) => at)).toEqual([900]);
      expect((await change(h.ruth, moved, 0, null)).sessions).toEqual([]);
    });

    it('tells whoever comes second that the plan has moved on', async () => {
      const h = await house(world);
      const plan = await start(h.ruth);
      await change(h.ruth, plan, null, choirAt(h, 600));
      const { errors } = await h.sam.asks(CHANGE, { id: plan.id, version: plan.version, change: { at: null, session: choirAt(h, 900), pinned: true } });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'CONFLICT' }, message: expect.stringContaining('changed this plan') as string });
    });
  });

  describe('by the planner', () => {
    it('draws a better week while one watches, round what was pinned, and stops when told', async () => {
      const h = await house(world);
      const pinned = await change(h.ruth, await start(h.ruth), null, choirAt(h, 4 * DAY + 840));
      const solving = (await h.ruth.gets<{ solvePlan: PlanAnswer }>(SOLVE, { id: pinned.id, seconds: 60 })).solvePlan;
      expect(solving.search?.state).toBe('waiting');
      const stream = await fetch(`${world.url}/api/plans/${pinned.id}/progress`, { headers: { cookie: `promenade=${h.ruth.token}` } });
      expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
      const seen = await until(() => board(h.ruth, pinned.id), ({ plan }) => plan.search?.state === 'running' && plan.sessions.length > 3);
      expect(seen.findings).toEqual([]);
      expect(seen.plan.sessions[seen.plan.pinned[0] ?? -1]).toMatchObject({ activity: h.activities.choir.id, start: 4 * DAY + 840, staff: [h.staff.ines.id] });
      const stopped = (await h.ruth.gets<{ stopSolving: PlanAnswer }>(STOP, { id: pinned.id })).stopSolving;
      expect(stopped.search?.state).toBe('stopped');
      const events = await stream.text();
      expect(events.match(/^event: plan$/gm)?.length).toBeGreaterThan(1);
      expect(events).toContain('event: end');
      const after = (await board(h.ruth, pinned.id)).plan;
      await new Promise((resolve) => setTimeout(resolve, 900));
      expect((await board(h.ruth, pinned.id)).plan.version).toBe(after.version);
    });

    it('ends by itself when the time is up, with a legal plan and its score', async () => {
      const h = await house(world);
      const plan = await start(h.ruth);
      await h.ruth.gets(SOLVE, { id: plan.id, seconds: 1 });
      const done = await until(() => board(h.ruth, plan.id), (seen) => seen.plan.search?.state === 'done');
      expect(done.findings).toEqual([]);
      expect(done.plan.score).toBeGreaterThan(0);
      const going = new Set(done.plan.sessions.flatMap(({ residents }) => residents));
      expect(going.size).toBe(4);
    });

    it('shows a search that was cut off, and keeps what it had found', async () => {
      const h = await house(world);
      const plan = await change(h.ruth, await start(h.ruth), null, choirAt(h, 600));
      const at = new Date(FRIDAY).toISOString();
      await world.asSystem(h.home.id, (tx) => tx.em.update(PlanEntity, { id: plan.id }, { search: { token: 'lost', state: 'running', seconds: 60, askedAt: at, seenAt: at, steps: 9, elapsed: 900, why: null } }));
      world.clock.set('2026-11-20T09:01:00Z');
      const seen = await board(h.ruth, plan.id);
      expect([seen.plan.search?.state, seen.plan.sessions.length]).toEqual(['interrupted', 1]);
    });

    it('says so when the planner stumbles, and leaves the draft as it was', async () => {
      const h = await house(world);
      const plan = await change(h.ruth, await start(h.ruth), null, choirAt(h, 600));
      await h.home.insert(AvoidanceEntity, { homeId: h.home.id, id: newId(), residentId: h.residents.bob.id, otherId: h.residents.dot.id });
      const at = new Date(FRIDAY).toISOString();
      await world.asSystem(h.home.id, (tx) => tx.em.update(PlanEntity, { id: plan.id }, { search: { token: 'stumbles', state: 'waiting', seconds: 5, askedAt: at, seenAt: at, steps: 0, elapsed: 0, why: null } }));
      await world.app.get(SolvingService).solve({ homeId: h.home.id, planId: plan.id, token: 'stumbles' }, new AbortController().signal);
      const seen = await board(h.ruth, plan.id);
      expect([seen.plan.search?.state, seen.plan.sessions]).toEqual(['failed', plan.sessions]);
    });

    it('says which pins cannot stand together before it begins', async () => {
      const h = await house(world);
      const plan = await change(h.ruth, await start(h.ruth), null, choirAt(h, 600));
      await h.home.insert(AvoidanceEntity, { homeId: h.home.id, id: newId(), residentId: h.residents.bob.id, otherId: h.residents.dot.id });
      const { solvePlan } = await h.ruth.gets<{ solvePlan: PlanAnswer }>(SOLVE, { id: plan.id, seconds: 5 });
      expect(solvePlan.reasons?.[0]).toMatchObject({ code: 'PINS_CLASH', message: expect.stringContaining('Bob') as string });
    });

    it('tells nobody else of it', async () => {
      const h = await house(world);
      const plan = await start(h.ruth);
      const mark = await h.home.supporter('Mark Marlow', h.residents.steven, 'father');
      const status = async (cookie: string, id = plan.id) => (await fetch(`${world.url}/api/plans/${id}/progress`, { headers: { cookie } })).status;
      expect([await status(''), await status(`promenade=${mark.token}`), await status(`promenade=${h.ruth.token}`, newId()), await status(`promenade=${h.ada.token}`)]).toEqual([401, 403, 404, 200]);
    });
  });

  describe('publishing', () => {
    it('books everyone and everything, and a promise finds its session', async () => {
      const h = await house(world);
      const promised = await promise(h, h.activities.choir, h.residents.bob);
      const plan = await change(h.ruth, await start(h.ruth), null, choirAt(h, 600));
      expect(await publish(h.ruth, plan)).toMatchObject({ __typename: 'Plan', status: 'published', publishedByName: 'Ruth Kemp' });
      const bookings = await world.look<{ role: string; starts_at: Date; ends_at: Date }>('SELECT role, starts_at, ends_at FROM booking WHERE home_id = $1 ORDER BY role', [h.home.id]);
      expect(bookings.map(({ role }) => role)).toEqual(['resident', 'resident', 'room', 'staff']);
      expect(bookings[0]?.starts_at.toISOString()).toBe('2026-11-23T10:00:00.000Z');
      expect(bookings[0]?.ends_at.toISOString()).toBe('2026-11-23T11:00:00.000Z');
      const [row] = await world.look<{ state: string; session_id: string }>('SELECT state, session_id FROM promise WHERE id = $1', [promised]);
      expect(row?.state).toBe('scheduled');
    });

    it('keeps what stays the same, tells changes as changes, and owes a promise again whose session is gone', async () => {
      const h = await house(world);
      const promised = await promise(h, h.activities.choir, h.residents.bob);
      let plan = await change(h.ruth, await start(h.ruth), null, choirAt(h, 600));
      plan = await change(h.ruth, plan, null, choirAt(h, DAY + 600, { residents: [h.residents.dot.id, h.residents.ivy.id] }));
      await publish(h.ruth, plan);
      const ids = async () => world.look<{ id: string; status: string; starts_at: Date; plan_id: string }>('SELECT id, status, starts_at, plan_id FROM session WHERE home_id = $1 ORDER BY starts_at', [h.home.id]);
      const before = await ids();
      let next = await start(h.sam);
      expect([next.sessions.length, next.basedOn]).toEqual([2, plan.id]);
      next = await change(h.sam, next, 0, null);
      next = await change(h.sam, next, 0, choirAt(h, DAY + 600, { staff: [h.staff.joe.id], residents: [h.residents.dot.id, h.residents.ivy.id] }));
      expect(await publish(h.sam, next)).toMatchObject({ status: 'published' });
      const after = await ids();
      expect(after.map(({ id, status }) => [id, status])).toEqual([[before[0]?.id, 'cancelled'], [before[1]?.id, 'planned']]);
      const staff = await world.look<{ staff_id: string }>(`SELECT staff_id FROM booking WHERE home_id = $1 AND role = 'staff'`, [h.home.id]);
      expect(staff).toEqual([{ staff_id: h.staff.joe.id }]);
      const [row] = await world.look<{ state: string; session_id: string | null; owed: boolean }>('SELECT state, session_id, owed FROM promise WHERE id = $1', [promised]);
      expect(row).toMatchObject({ state: 'made', session_id: null, owed: true });
      const statuses = await world.look<{ status: string }>('SELECT status FROM plan WHERE home_id = $1 ORDER BY created_at, id', [h.home.id]);
      expect(statuses.map(({ status }) => status)).toEqual(['superseded', 'published']);
    });

    it('refuses a plan that the records have made impossible since, and one of a week that is over', async () => {
      const h = await house(world);
      const plan = await change(h.ruth, await start(h.ruth), null, choirAt(h, 600));
      await world.asSystem(h.home.id, (tx) => tx.em.delete(ShiftEntity, { homeId: h.home.id, staffId: h.staff.ines.id }));
      const refused = await publish(h.ruth, plan);
      expect(refused.reasons?.[0]).toMatchObject({ code: 'BREAKS_A_RULE', message: expect.stringContaining('Ines Costa') as string });
      world.clock.set('2026-12-01T09:00:00Z');
      expect((await publish(h.ruth, plan)).reasons?.[0]?.code).toBe('WEEK_OVER');
      expect(await world.look('SELECT 1 FROM session WHERE home_id = $1', [h.home.id])).toEqual([]);
    });

    it('leaves sessions alone that have begun, and plans nothing into the past', async () => {
      const h = await house(world);
      let plan = await change(h.ruth, await start(h.ruth), null, choirAt(h, 600));
      plan = await change(h.ruth, plan, null, choirAt(h, 3 * DAY + 600));
      await publish(h.ruth, plan);
      world.clock.set('2026-11-24T12:00:00Z');
      const next = await start(h.ruth);
      expect(next.sessions.map(({ start: at }) => at)).toEqual([3 * DAY + 600]);
      expect((await board(h.ruth, next.id)).begun).toHaveLength(1);
      expect((await change(h.ruth, next, null, choirAt(h, DAY + 600))).__typename).toBe('Refused');
      const emptied = await change(h.ruth, next, 0, null);
      await publish(h.ruth, emptied);
      const sessions = await world.look<{ status: string }>('SELECT status FROM session WHERE home_id = $1 ORDER BY starts_at', [h.home.id]);
      expect(sessions.map(({ status }) => status)).toEqual(['planned', 'cancelled']);
    });

    it('lets one of two who publish at once win, and tells the other who did: fifty times over, nothing booked twice', async () => {
      const h = await house(world);
      for (let round = 0; round < 50; round += 1) {
        const [mine, yours] = [await start(h.ruth), await start(h.sam)];
        const at = 600 + 15 * (round % 20);
        const [a, b] = [await replaced(h, h.ruth, mine, at), await replaced(h, h.sam, yours, at + 15)];
        const answers = await Promise.all([h.ruth.asks<{ publishPlan: PlanAnswer }>(PUBLISH, { id: a.id, version: a.version }), h.sam.asks<{ publishPlan: PlanAnswer }>(PUBLISH, { id: b.id, version: b.version })]);
        expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
        const kinds = answers.map(({ data }) => data?.publishPlan.__typename).toSorted();
        expect(kinds).toEqual(['Plan', 'Refused']);
        const no = answers.find(({ data }) => data?.publishPlan.__typename === 'Refused')?.data?.publishPlan.reasons?.[0];
        const winner = answers.find(({ data }) => data?.publishPlan.__typename === 'Plan')?.data?.publishPlan.publishedByName;
        expect(no).toMatchObject({ code: 'PUBLISHED_MEANWHILE', message: expect.stringContaining(`${winner} published another plan of this week on Friday 20 November, 09:00`) as string });
      }
      expect(await world.look(OVERLAPS)).toEqual([{ count: 0 }]);
      expect(await world.look(`SELECT count(*)::int AS count FROM plan WHERE home_id = $1 AND status = 'published'`, [h.home.id])).toEqual([{ count: 1 }]);
    });

    it('says in words that somebody was booked meanwhile, whatever came between', async () => {
      const h = await house(world);
      const plan = await change(h.ruth, await start(h.ruth), null, choirAt(h, 600));
      // A session that reaches into the week from outside any plan of it, as a session of the Sunday night before would.
      const session: SessionEntity = { homeId: h.home.id, id: newId(), planId: null, activityId: h.activities.walk.id, startsAt: instantAt(ZONE, MONDAY, 615), endsAt: instantAt(ZONE, MONDAY, 630), status: 'cancelled', cancelledWhy: '' };
      await h.home.insert(SessionEntity, session);
      await h.home.insert(BookingEntity, { homeId: h.home.id, id: newId(), sessionId: session.id, startsAt: session.startsAt, endsAt: session.endsAt, role: 'resident', residentId: h.residents.bob.id, staffId: null, vehicleId: null, roomId: null, driverId: null });
      const refused = await publish(h.ruth, plan);
      expect(refused.reasons?.[0]).toMatchObject({ code: 'TAKEN_MEANWHILE', message: expect.stringContaining('booked') as string });
      expect((await board(h.ruth, plan.id)).plan.status).toBe('draft');
    });
  });

  describe('can we', () => {
    const asked = async (h: House, person: Person, from = MONDAY, to = addDays(MONDAY, 6)) =>
      (await person.gets<{ canWe: { possible: boolean; ways: string[]; places: { weekStarts: string; when: string; words: string; reasons: string[]; joins: boolean; isBooked: boolean; session: Session }[] } }>(CAN_WE, { residentId: h.residents.steven.id, activityId: h.activities.swim.id, fromDay: from, toDay: to })).canWe;
    const promising = (h: House, place: { weekStarts: string; session: Session }) => ({
      input: { residentId: h.residents.steven.id, activityId: h.activities.swim.id, words: 'A swim, in the water', level: 'taking part', dueOn: '2026-11-29', madeTo: 'Steven', wishId: null, weekStarts: place.weekStarts, session: place.session },
    });

    it('finds Steven his swim: two go along who can use the hoist and the pool, a third drives, and his wheelchair has a bay', async () => {
      const h = await house(world);
      const answer = await asked(h, h.ada);
      expect(answer).toMatchObject({ possible: true, ways: [] });
      expect(answer.places.length).toBeLessThanOrEqual(3);
      for (const { session, reasons, words } of answer.places) {
        expect(session.staff.toSorted()).toEqual([h.staff.sian.id, h.staff.tom.id].toSorted());
        expect(session.vehicles).toEqual([{ vehicle: h.bus.id, driver: h.staff.gwen.id }]);
        expect(words).toContain('Gwen Lloyd drives the minibus');
        expect(reasons.join(' ')).toMatch(/2:1 support when out.*hoist.*pool.*wheelchair bay free for Steven/s);
      }
    });

    it('says what is missing when it cannot be done', async () => {
      const h = await house(world);
      await world.asSystem(h.home.id, (tx) => tx.em.delete(ShiftEntity, { homeId: h.home.id, staffId: h.staff.gwen.id }));
      const answer = await asked(h, h.ada);
      expect([answer.possible, answer.places]).toEqual([false, []]);
      expect(answer.ways.join(' ')).toMatch(/D1|Gwen Lloyd/);
      expect((await h.ada.asks(CAN_WE, { residentId: h.residents.steven.id, activityId: h.activities.swim.id, fromDay: '2026-11-24', toDay: '2026-11-20' })).errors?.[0]?.extensions.code).toBe('INVALID');
    });

    it('makes the promise and holds its place in the draft of a week nobody has published', async () => {
      const h = await house(world);
      const [place] = (await asked(h, h.ada)).places;
      expect(place?.isBooked).toBe(false);
      const { promiseFromCanWe: held } = await h.ada.gets<{ promiseFromCanWe: { __typename: string; promiseId: string; planId: string; isBooked: boolean } }>(PROMISE, promising(h, place!));
      expect(held).toMatchObject({ __typename: 'PromiseHeld', isBooked: false });
      const { plan, findings } = await board(h.ruth, held.planId);
      expect([plan.pinned, findings, plan.sessions[0]?.residents]).toEqual([[0], [], [h.residents.steven.id]]);
      expect(await publish(h.ruth, plan)).toMatchObject({ __typename: 'Plan' });
      const [row] = await world.look<{ state: string; made_by: string }>('SELECT state, made_by FROM promise WHERE id = $1', [held.promiseId]);
      expect(row).toEqual({ state: 'scheduled', made_by: 'Ada Bell' });
    });

    it('books the place at once in a published week, in open drafts as well, and refuses it when it has gone', async () => {
      const h = await house(world);
      await publish(h.ruth, await change(h.ruth, await start(h.ruth), null, choirAt(h, 600)));
      const draft = await start(h.sam);
      const [place] = (await asked(h, h.ada)).places;
      expect(place?.isBooked).toBe(true);
      const { promiseFromCanWe: held } = await h.ada.gets<{ promiseFromCanWe: { __typename: string; promiseId: string } }>(PROMISE, promising(h, place!));
      expect(held).toMatchObject({ __typename: 'PromiseHeld', isBooked: true });
      const [row] = await world.look<{ state: string; session_id: string }>('SELECT state, session_id FROM promise WHERE id = $1', [held.promiseId]);
      expect(row?.state).toBe('scheduled');
      expect(await world.look('SELECT role FROM booking WHERE session_id = $1 ORDER BY role', [row?.session_id])).toEqual(['driver', 'resident', 'staff', 'staff', 'vehicle'].map((role) => ({ role })));
      const { plan } = await board(h.sam, draft.id);
      expect(plan.sessions.filter((_, i) => plan.pinned.includes(i)).map(({ activity: id }) => id)).toEqual([h.activities.swim.id]);
      expect(await publish(h.sam, plan)).toMatchObject({ __typename: 'Plan' });
      const again = await h.ada.gets<{ promiseFromCanWe: PlanAnswer }>(PROMISE, promising(h, place!));
      expect(again.promiseFromCanWe.__typename).toBe('Refused');
      expect(await world.look(`SELECT count(*)::int AS count FROM promise WHERE home_id = $1`, [h.home.id])).toEqual([{ count: 1 }]);
    });

    it('promises a session that is planned already, once, and leaves it as it is', async () => {
      const h = await house(world);
      const swim: Session = { activity: h.activities.swim.id, start: 3 * DAY + 600, room: null, vehicles: [{ vehicle: h.bus.id, driver: h.staff.gwen.id }], staff: [h.staff.sian.id, h.staff.tom.id], residents: [h.residents.steven.id] };
      await h.home.insert(InterestEntity, { homeId: h.home.id, id: newId(), residentId: h.residents.steven.id, activityId: h.activities.swim.id, value: 90, because: '', lifeFactId: null });
      await publish(h.ruth, await change(h.ruth, await start(h.ruth), null, swim));
      const ask = async () => (await h.ada.gets<{ canWe: { already: { words: string; promised: string | null }[] } }>(CAN_WE, { residentId: h.residents.steven.id, activityId: h.activities.swim.id, fromDay: MONDAY, toDay: addDays(MONDAY, 6) })).canWe.already;
      expect(await ask()).toEqual([{ words: 'Steven is down for Swimming on Thursday 26 November, 10:00.', promised: null }]);
      const once = await h.ada.gets<{ promiseFromCanWe: { __typename: string; promiseId: string } }>(PROMISE, promising(h, { weekStarts: MONDAY, session: swim }));
      expect(once.promiseFromCanWe).toMatchObject({ __typename: 'PromiseHeld', isBooked: true });
      expect((await ask())[0]?.promised).toBe('“A swim, in the water”, by Ada Bell');
      const twice = await h.ada.gets<{ promiseFromCanWe: PlanAnswer }>(PROMISE, promising(h, { weekStarts: MONDAY, session: swim }));
      expect(twice.promiseFromCanWe.reasons?.[0]?.code).toBe('PROMISED_ALREADY');
      expect(await world.look(`SELECT count(*)::int AS count FROM session WHERE home_id = $1`, [h.home.id])).toEqual([{ count: 1 }]);
    });

    it('gives one place to one of many who promise it at once', async () => {
      const h = await house(world);
      await publish(h.ruth, await change(h.ruth, await start(h.ruth), null, choirAt(h, 600)));
      const [place] = (await asked(h, h.ada)).places;
      const answers = await Promise.all(Array.from({ length: 8 }, () => h.ada.asks<{ promiseFromCanWe: PlanAnswer }>(PROMISE, promising(h, place!))));
      expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
      expect(answers.map(({ data }) => data?.promiseFromCanWe.__typename).toSorted()).toEqual(['PromiseHeld', ...Array.from({ length: 7 }, () => 'Refused')]);
      expect(await world.look(OVERLAPS)).toEqual([{ count: 0 }]);
    });
  });

  it('states the problem of a home of ninety in twenty-six statements', async () => {
    const h = await house(world);
    const people = await Promise.all(Array.from({ length: 86 }, (_, i) => h.home.resident(`Resident ${i}`)));
    await h.home.insert(RoutineEntity, people.map(({ id }) => ({
      homeId: h.home.id, id: newId(), residentId: id, what: 'A walk before supper', activityId: h.activities.walk.id, lifeFactId: null, days: EVERY_DAY, fromTime: '16:00', toTime: '17:15',
      why: '', whenMissed: '', help: '', needs: 'session' as const, protected: true, weight: 1, since: '2026-01-01', endedOn: null, recordedBy: h.ruth.actor.accountId, recordedAt: new Date(FRIDAY),
    })));
    let statements = 0;
    const began = performance.now();
    const week = await world.db.read(h.ruth.actor, async (tx) => {
      const runner = tx.em.queryRunner!;
      const query = runner.query.bind(runner);
      runner.query = (...args: unknown[]) => {
        statements += 1;
        return query(...(args as Parameters<typeof query>));
      };
      return stateWeek(tx, h.ruth.actor, MONDAY);
    });
    expect(week.problem.residents).toHaveLength(90);
    expect(week.problem.routines[0]?.occurrences).toHaveLength(7);
    expect(statements).toBe(26);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  async function replaced(h: House, person: Person, plan: PlanAnswer, at: number): Promise<PlanAnswer> {
    return plan.sessions.length === 0 ? change(person, plan, null, choirAt(h, at)) : change(person, plan, 0, choirAt(h, at));
  }

  async function promise(h: House, what: ActivityEntity, who: ResidentEntity): Promise<string> {
    const { makePromise } = await h.ruth.gets<{ makePromise: { id: string } }>(
      `mutation ($input: MakePromiseInput!) { makePromise(input: $input) { ... on Promise { id } ... on Refused { reasons { message } } } }`,
      { input: { residentId: who.id, words: 'To sing', activityId: what.id, level: 'taking part', dueOn: '2026-11-29', madeTo: who.preferredName, lifeFactId: null, wishId: null, found: 'Asked before.' } },
    );
    return makePromise.id;
  }
});
