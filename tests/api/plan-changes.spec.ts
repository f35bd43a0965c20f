/** What people were told of a week, what changed since, and drafts beside each other. */
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity, ActivityRoomEntity } from '../../apps/api/src/library/library.entities.ts';
import { InterestEntity } from '../../apps/api/src/people/people.entities.ts';
import { ShiftEntity } from '../../apps/api/src/staff/staff.entities.ts';
import { RoomEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { instantAt } from '../../libs/domain/src/shared/time.ts';
import type { Session } from '../../libs/planner/src/problem.ts';
import { type Person, type World, openWorld } from '../world/world.ts';

const ZONE = 'Europe/London';
const FRIDAY = '2026-11-20T09:00:00Z';
const MONDAY = '2026-11-23';
const DAY = 1440;

const SESSIONS = 'sessions { activity start room vehicles { vehicle driver } staff residents }';
const REFUSED = '... on Refused { reasons { code message } }';
const START = `mutation ($weekStarts: Day!) { startDraft(weekStarts: $weekStarts) { __typename ... on Plan { id version ${SESSIONS} pinned } ${REFUSED} } }`;
const COPY = `mutation ($id: Id!) { copyPlan(id: $id) { __typename ... on Plan { id version basedOn ${SESSIONS} pinned } ${REFUSED} } }`;
const CHANGE = `mutation ($id: Id!, $version: Int!, $change: PlanChangeInput!) { changePlan(id: $id, version: $version, change: $change) { __typename ... on Plan { id version ${SESSIONS} pinned } ${REFUSED} } }`;
const PUBLISH = `mutation ($id: Id!, $version: Int!) { publishPlan(id: $id, version: $version) { __typename ... on Plan { id version } ${REFUSED} } }`;
const CHANGES = `query ($weekStarts: Day!) { changesSincePublishing(weekStarts: $weekStarts) { kind residentIds activityId words at byName from { start } to { start staff } } planVersions(weekStarts: $weekStarts) { number at byName } }`;
const BOARD = 'query ($id: Id!) { planBoard(id: $id) { plan { status } changes { kind words } } }';
const PLANS = `query ($weekStarts: Day!) { plansOfWeek(weekStarts: $weekStarts) { id status } }`;

type Plan = { __typename: string; id: string; version: number; basedOn: string | null; sessions: Session[]; pinned: number[]; reasons?: { message: string }[] };
type Since = { changesSincePublishing: { kind: string; residentIds: string[]; words: string; at: string; byName: string; from: { start: number } | null; to: { start: number } | null }[]; planVersions: { number: number; at: string; byName: string }[] };

async function house(world: World) {
  const home = await world.home();
  const [ruth, sam, ada] = [await home.worker('Ruth Kemp', 'coordinator'), await home.worker('Sam Cole', 'manager'), await home.worker('Ada Bell', 'carer')];
  const [ines, joe] = [await home.staff('Ines Costa'), await home.staff('Joe Park')];
  await home.insert(ShiftEntity, [ines, joe].flatMap(({ id }) => Array.from({ length: 7 }, (_, day) => ({
    homeId: home.id, id: newId(), staffId: id, startsAt: instantAt(ZONE, MONDAY, day * DAY + 480), endsAt: instantAt(ZONE, MONDAY, day * DAY + 1080), breakMinutes: 0, source: 'typed',
  }))));
  const [bob, dot, ivy] = [await home.resident('Bob Ellison'), await home.resident('Dot Lumley'), await home.resident('Ivy Shaw')];
  const lounge: RoomEntity = { homeId: home.id, id: newId(), name: 'Lounge', capacity: 12, fromTime: '08:00', toTime: '20:00' };
  await home.insert(RoomEntity, lounge);
  const choir: ActivityEntity = {
    homeId: home.id, id: newId(), name: 'Choir', kind: 'social', picture: 'choir', setting: 'home', minutes: 60, groupMin: 1, groupMax: 8, baseStaff: 1, skills: {}, driverSupports: true, transport: null,
    venueId: null, costPence: 0, maxPerWeek: 7, hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '10:00', to: '17:00' }], steps: [],
    adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null,
  };
  await home.insert(ActivityEntity, choir);
  await home.insert(ActivityRoomEntity, { homeId: home.id, activityId: choir.id, roomId: lounge.id });
  await home.insert(InterestEntity, [bob, dot, ivy].map((who) => ({ homeId: home.id, id: newId(), residentId: who.id, activityId: choir.id, value: 70, because: 'They sang for forty years.', lifeFactId: null })));
  const at = (start: number, more: Partial<Session> = {}): Session => ({ activity: choir.id, start, room: lounge.id, vehicles: [], staff: [ines.id], residents: [bob.id, dot.id], ...more });
  return { home, ruth, sam, ada, ines, joe, bob, dot, ivy, at };
}

const start = async (who: Person) => (await who.gets<{ startDraft: Plan }>(START, { weekStarts: MONDAY })).startDraft;
const change = async (who: Person, plan: Plan, at: number | null, session: Session | null) => (await who.gets<{ changePlan: Plan }>(CHANGE, { id: plan.id, version: plan.version, change: { at, session, pinned: true } })).changePlan;
const publish = async (who: Person, plan: Plan) => (await who.gets<{ publishPlan: Plan }>(PUBLISH, { id: plan.id, version: plan.version })).publishPlan;
const since = (who: Person) => who.gets<Since>(CHANGES, { weekStarts: MONDAY });

describe('since a week was published', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ now: FRIDAY });
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.set(FRIDAY));

  it('says what moved, is new, is off and is with others, who made it so and when', async () => {
    const h = await house(world);
    let plan = await start(h.ruth);
    for (const session of [h.at(600), h.at(DAY + 600), h.at(2 * DAY + 600), h.at(3 * DAY + 600)]) plan = await change(h.ruth, plan, null, session);
    expect((await publish(h.ruth, plan)).__typename).toBe('Plan');
    expect(await since(h.ada)).toEqual({ changesSincePublishing: [], planVersions: [{ number: 1, at: '2026-11-20T09:00:00.000Z', byName: 'Ruth Kemp' }] });

    world.clock.set('2026-11-21T10:00:00Z');
    let next = await start(h.sam);
    next = await change(h.sam, next, 0, h.at(660));
    next = await change(h.sam, next, 1, h.at(DAY + 600, { staff: [h.joe.id] }));
    next = await change(h.sam, next, 2, null);
    next = await change(h.sam, next, 2, h.at(3 * DAY + 600, { residents: [h.bob.id, h.ivy.id] }));
    next = await change(h.sam, next, null, h.at(4 * DAY + 600, { residents: [h.ivy.id] }));
    const published = await publish(h.sam, next);

    const { changesSincePublishing, planVersions } = await since(h.ada);
    expect(changesSincePublishing.map(({ kind, words }) => [kind, words])).toEqual([
      ['moved', 'Choir has moved from Mon 10:00 to Mon 11:00.'],
      ['other staff', 'Choir on Tue 10:00: with Joe Park instead of Ines Costa.'],
      ['cancelled', 'Choir on Wed 10:00 is off.'],
      ['other people', 'Choir on Thu 10:00: Ivy joins; Dot no longer goes.'],
      ['added', 'Choir on Fri 10:00 is new, for Ivy.'],
    ]);
    expect(new Set(changesSincePublishing.map(({ byName, at }) => `${byName} ${at}`))).toEqual(new Set(['Sam Cole 2026-11-21T10:00:00.000Z']));
    expect(changesSincePublishing[3]?.residentIds.toSorted()).toEqual([h.dot.id, h.ivy.id].toSorted());
    expect([changesSincePublishing[0]?.from?.start, changesSincePublishing[0]?.to?.start, changesSincePublishing[2]?.to]).toEqual([600, 660, null]);
    expect(planVersions.map(({ number, byName }) => [number, byName])).toEqual([[1, 'Ruth Kemp'], [2, 'Sam Cole']]);
    const { planBoard } = await h.ada.gets<{ planBoard: { changes: { kind: string }[] } }>(BOARD, { id: published.id });
    expect(planBoard.changes).toHaveLength(5);
  });

  it('keeps what had begun, and what was put back is no change', async () => {
    const h = await house(world);
    const plan = await change(h.ruth, await change(h.ruth, await start(h.ruth), null, h.at(600)), null, h.at(2 * DAY + 600));
    await publish(h.ruth, plan);
    world.clock.set('2026-11-23T12:00:00Z');
    const moved = await start(h.sam);
    await publish(h.sam, await change(h.sam, moved, 0, h.at(2 * DAY + 720)));
    expect((await since(h.sam)).changesSincePublishing.map(({ words }) => words)).toEqual(['Choir has moved from Wed 10:00 to Wed 12:00.']);
    const back = await start(h.ruth);
    await publish(h.ruth, await change(h.ruth, back, 0, h.at(2 * DAY + 600)));
    expect(await since(h.sam)).toMatchObject({ changesSincePublishing: [], planVersions: [{ number: 1 }, { number: 2 }, { number: 3 }] });
  });

  it('tells nothing of another home, and nothing before anything is published', async () => {
    const [h, other] = [await house(world), await house(world)];
    await publish(h.ruth, await change(h.ruth, await start(h.ruth), null, h.at(600)));
    expect((await since(h.ruth)).planVersions).toHaveLength(1);
    expect(await since(other.ruth)).toEqual({ changesSincePublishing: [], planVersions: [] });
  });

  it('lets a draft be copied and changed beside the first; a carer may look, and may not', async () => {
    const h = await house(world);
    const plan = await change(h.ruth, await start(h.ruth), null, h.at(600));
    const { copyPlan } = await h.ruth.gets<{ copyPlan: Plan }>(COPY, { id: plan.id });
    expect(copyPlan).toMatchObject({ __typename: 'Plan', sessions: plan.sessions, pinned: plan.pinned, basedOn: null });
    await change(h.ruth, copyPlan, 0, h.at(DAY + 600));
    const plans = (await h.ada.gets<{ plansOfWeek: { id: string; status: string }[] }>(PLANS, { weekStarts: MONDAY })).plansOfWeek;
    expect(plans).toEqual([{ id: plan.id, status: 'draft' }, { id: copyPlan.id, status: 'draft' }]);
    expect((await h.ada.asks(COPY, { id: plan.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await (await house(world)).ruth.asks(COPY, { id: plan.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await publish(h.ruth, plan);
    expect((await h.ruth.gets<{ copyPlan: Plan }>(COPY, { id: plan.id })).copyPlan).toMatchObject({ basedOn: plan.id, sessions: plan.sessions, pinned: [] });
    world.clock.set('2026-12-01T09:00:00Z');
    expect((await h.ruth.gets<{ copyPlan: Plan }>(COPY, { id: copyPlan.id })).copyPlan).toMatchObject({ __typename: 'Refused', reasons: [{ code: 'WEEK_OVER' }] });
  });
});
