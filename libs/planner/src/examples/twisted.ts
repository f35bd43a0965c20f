/** Problems changed so that a plan only just keeps a rule, or only just does not: by one minute, one person, one penny. */
import type { Activity, Plan, Problem, Ratio, Resident, Session, Span, Staff } from '../problem.ts';
import type { Chance } from '../random.ts';
import { lengthOf } from '../problem.ts';
import { anyOf, oneOfThem, shuffle } from '../random.ts';
import { DAY, dayOf } from '../span.ts';

/** A session of the plan with everything it names looked up. */
type Scene = {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly session: Session;
  readonly span: Span;
  readonly activity: Activity;
  readonly resident: Resident | undefined;
  readonly person: Staff | undefined;
  readonly chance: Chance;
};

type Twist = (scene: Scene) => Problem;

/** `problem` with one of its facts brought close to what one session of `plan` takes. */
export function twisted(problem: Problem, plan: Plan, chance: Chance): Problem {
  const session = oneOfThem(plan.sessions, chance);
  const activity = problem.activities.find(({ id }) => id === session?.activity);
  if (!session || !activity) return problem;
  const find = <Item extends { readonly id: string }>(items: readonly Item[], ids: readonly string[]) => items.find(({ id }) => id === oneOfThem(ids, chance));
  const people = [...session.staff, ...session.vehicles.map(({ driver }) => driver)];
  const scene: Scene = {
    problem,
    plan,
    session,
    span: [session.start, session.start + lengthOf(activity)],
    activity,
    resident: find(problem.residents, session.residents),
    person: find(problem.staff, people),
    chance,
  };
  return anyOf(TWISTS, chance)(scene);
}

type Kind = 'residents' | 'staff' | 'activities' | 'rooms' | 'vehicles';

function change<Key extends Kind>(problem: Problem, key: Key, id: string | null | undefined, changes: Partial<Problem[Key][number]>): Problem {
  return { ...problem, [key]: problem[key].map((item) => (item.id === id ? { ...item, ...changes } : item)) };
}

/** -1, 0 or 1. */
function nudge(chance: Chance): number {
  return chance.below(3) - 1;
}

/** A span that covers this one, or lacks a minute of it at one end or the other. */
function just([from, to]: Span, chance: Chance): Span {
  return [from + nudge(chance), to + nudge(chance)];
}

/** A span that touches this one before or after, or shares one minute with it. */
function beside([from, to]: Span, chance: Chance): Span {
  return chance.next() < 0.5 ? [from - 20, from + nudge(chance)] : [to + nudge(chance), to + 20];
}

/** The same moments in more pieces that meet or overlap: which is not always the same thing. */
function inPieces(spans: readonly Span[], chance: Chance): Span[] {
  const pieces = spans.flatMap(([from, to]): Span[] => {
    const cut = from + 1 + chance.below(Math.max(1, to - from - 1));
    const over = chance.next() < 0.5 ? 0 : 15;
    return to - from < 2 ? [[from, to]] : [[from, Math.min(to, cut + over)], [cut, to]];
  });
  return shuffle(pieces, chance);
}

const RATIOS: readonly Ratio[] = [{ staff: 0, residents: 1 }, { staff: 1, residents: 3 }, { staff: 3, residents: 10 }, { staff: 1, residents: 7 }, { staff: 2, residents: 2 }, { staff: 3, residents: 2 }, { staff: 999_983, residents: 1_000_003 }];

const TIMES: readonly Twist[] = [
  ({ problem, person, span, chance }) => change(problem, 'staff', person?.id, { shifts: [just(span, chance)] }),
  ({ problem, person, span, chance }) => change(problem, 'staff', person?.id, { breaks: [...(person?.breaks ?? []), beside(span, chance)] }),
  ({ problem, person, chance }) => change(problem, 'staff', person?.id, { shifts: inPieces(person?.shifts ?? [], chance) }),
  ({ problem, person, chance }) => change(problem, 'staff', person?.id, { breaks: inPieces(person?.breaks ?? [], chance) }),
  ({ problem, resident, span, chance }) => change(problem, 'residents', resident?.id, { unavailable: [beside(span, chance)] }),
  ({ problem, session, span, chance }) => change(problem, 'rooms', session.room, { available: [just(span, chance), [span[1], span[1] + 60]] }),
  ({ problem, session, span, chance }) => change(problem, 'vehicles', session.vehicles[0]?.vehicle, { available: [just(span, chance), [span[0] - 60, span[0]]] }),
  ({ problem, activity, span, chance }) => change(problem, 'activities', activity.id, { windows: [just([span[0] + activity.travel, span[1] - activity.travel], chance)] }),
  ({ problem, activity, chance }) => change(problem, 'activities', activity.id, { windows: inPieces(activity.windows, chance) }),
  ({ problem, activity, chance }) => change(problem, 'activities', activity.id, { travel: Math.max(0, activity.travel + 5 * nudge(chance)) }),
  ({ problem, activity, chance }) => change(problem, 'activities', activity.id, { duration: Math.max(1, activity.duration + nudge(chance)) }),
  ({ problem, span, chance }) => ({ ...problem, days: Math.max(1, dayOf(span[1]) + chance.below(2)) }),
  ({ problem, chance }) => ({ ...problem, grid: anyOf([1, 5, 15, 30, 7], chance) }),
  // A shift, a room and a window over midnight.
  ({ problem, person, activity, session }) => {
    const night: Span = [DAY - 120, DAY + 180];
    const rested = change(problem, 'staff', person?.id, { shifts: [night, ...(person?.shifts ?? [])] });
    const open = change(rested, 'activities', activity.id, { windows: [night, ...activity.windows] });
    return change(open, 'rooms', session.room, { available: [[0, 4 * DAY]] });
  },
];

const COVER: readonly Twist[] = [
  ({ problem, span, chance }) => {
    const [from, to] = chance.next() < 0.5 ? beside(span, chance) : just(span, chance);
    return { ...problem, floorCover: [...problem.floorCover, { from, to, min: chance.below(problem.staff.length + 2) }] };
  },
  ({ problem, chance }) => ({ ...problem, floorCover: problem.floorCover.map((cover) => ({ ...cover, min: Math.max(0, cover.min + nudge(chance)) })) }),
  ({ problem, chance }) => ({ ...problem, floorCover: problem.floorCover.map(({ from, to, min }) => ({ from: from + nudge(chance), to: to + nudge(chance), min })) }),
  ({ problem, span }) => ({ ...problem, floorCover: [...problem.floorCover, { from: span[1], to: span[0], min: 9 }, { from: span[0], to: span[0], min: 9 }] }),
  ({ problem }) => ({ ...problem, floorCover: [...problem.floorCover, ...problem.floorCover] }),
];

const COUNTS: readonly Twist[] = [
  ({ problem, session, activity, chance }) => change(problem, 'activities', activity.id, { group: { min: 1, max: Math.max(1, session.residents.length + nudge(chance)) } }),
  ({ problem, session, activity, chance }) => change(problem, 'activities', activity.id, { group: { min: Math.max(1, session.residents.length + nudge(chance)), max: 9 } }),
  ({ problem, session, activity, chance }) => change(problem, 'activities', activity.id, { baseStaff: Math.max(0, session.staff.length + nudge(chance)) }),
  ({ problem, activity, person, chance }) => change(problem, 'activities', activity.id, { skills: Object.fromEntries((person?.skills ?? ['pool']).map((skill) => [skill, chance.below(3)])) }),
  ({ problem, plan, activity, chance }) => change(problem, 'activities', activity.id, { maxSessions: Math.max(0, plan.sessions.filter((one) => one.activity === activity.id).length + nudge(chance)) }),
  ({ problem, session, chance }) => change(problem, 'rooms', session.room, { capacity: Math.max(0, session.residents.length + session.staff.length + nudge(chance)) }),
  ({ problem, session, chance }) => change(problem, 'vehicles', session.vehicles[0]?.vehicle, { seats: Math.max(0, session.staff.length + session.residents.length - chance.below(3)) }),
  ({ problem, session, chance }) => change(problem, 'vehicles', session.vehicles[0]?.vehicle, { bays: chance.below(session.residents.length + 1) }),
  ({ problem, plan, resident, session, chance }) => {
    const own = plan.sessions.filter(({ residents, start }) => residents.some((id) => id === resident?.id) && dayOf(start) === dayOf(session.start));
    return change(problem, 'residents', resident?.id, { maxPerDay: Math.max(0, own.length + nudge(chance)) });
  },
  ({ problem, plan, resident, activity, chance }) => {
    const dear = change(problem, 'activities', activity.id, { cost: 100 + chance.below(3) });
    const costOf = (session: Session) => dear.activities.find(({ id }) => id === session.activity)?.cost ?? 0;
    const spent = plan.sessions.filter(({ residents }) => residents.some((id) => id === resident?.id)).reduce((sum, session) => sum + costOf(session), 0);
    return change(dear, 'residents', resident?.id, { budget: Math.max(0, spent + nudge(chance)) });
  },
];

const PEOPLE: readonly Twist[] = [
  ({ problem, resident, person }) => change(problem, 'residents', resident?.id, { declinedStaff: person ? [person.id] : [] }),
  ({ problem, resident, session }) => change(problem, 'residents', resident?.id, { avoids: session.residents.filter((id) => id !== resident?.id).slice(0, 1) }),
  ({ problem, resident }) => change(problem, 'residents', resident?.id, { avoids: resident ? [resident.id] : [] }),
  ({ problem, resident, activity }) => change(problem, 'residents', resident?.id, { value: Object.fromEntries(Object.entries(resident?.value ?? {}).filter(([id]) => id !== activity.id)) }),
  ({ problem, resident, activity, chance }) => change(problem, 'residents', resident?.id, { value: { ...resident?.value, [activity.id]: chance.below(2) * chance.below(101) } }),
  ({ problem, resident }) => change(problem, 'residents', resident?.id, { wheelchair: resident?.wheelchair !== true }),
  ({ problem, resident, chance }) => change(problem, 'residents', resident?.id, { supportIn: anyOf(RATIOS, chance), supportOut: anyOf(RATIOS, chance) }),
  ({ problem, chance }) => ({ ...problem, residents: problem.residents.map((one) => ({ ...one, supportIn: { staff: 1, residents: anyOf([3, 6, 10], chance) } })) }),
  ({ problem, resident, chance }) => change(problem, 'residents', resident?.id, { target: chance.below(5), preferredStaff: problem.staff.map(({ id }) => id) }),
  ({ problem, person }) => change(problem, 'staff', person?.id, { licences: [...(person?.licences ?? []).slice(1), 'D1', 'D1'] }),
  ({ problem, person }) => change(problem, 'staff', person?.id, { licences: (person?.licences ?? []).slice(1), skills: (person?.skills ?? []).slice(1) }),
  ({ problem, session, chance }) => change(problem, 'vehicles', session.vehicles[0]?.vehicle, { licence: anyOf(['B', 'D1'], chance) }),
  ({ problem, activity }) => change(problem, 'activities', activity.id, { driverSupports: !activity.driverSupports }),
  ({ problem, activity, chance }) => change(problem, 'activities', activity.id, { transport: anyOf(['vehicle', 'walk', null], chance) }),
  ({ problem, activity }) => change(problem, 'activities', activity.id, { setting: activity.setting === 'home' ? 'out' : 'home' }),
  ({ problem, activity, chance }) => change(problem, 'activities', activity.id, { rooms: anyOf([[], ['hall'], ['den', 'hall', 'den'].filter((id) => problem.rooms.some((room) => room.id === id))], chance) }),
];

const WISHES: readonly Twist[] = [
  ({ problem, resident, span, activity, chance }) => {
    if (!resident) return problem;
    const occurrences = [chance.next() < 0.5 ? just(span, chance) : beside(span, chance)];
    const routine = { id: 'mine', resident: resident.id, activity: chance.next() < 0.6 ? activity.id : anyOf(problem.activities, chance).id, occurrences, protected: chance.next() < 0.7, weight: 2 };
    return { ...problem, routines: [...problem.routines.filter(({ id }) => id !== 'mine'), routine] };
  },
  // Twice on one day, the second time begun on the eve of the next.
  ({ problem, resident, span, activity }) => {
    if (!resident) return problem;
    const routine = { id: 'twice', resident: resident.id, activity: activity.id, occurrences: [span, [span[0] + 60, span[1] + 90], [DAY - 1, DAY + 60]] as const, protected: false, weight: 1 };
    return { ...problem, routines: [...problem.routines.filter(({ id }) => id !== 'twice'), routine] };
  },
  ({ problem, resident, span, activity, chance }) => {
    if (!resident) return problem;
    const [from, to] = just(span, chance);
    return { ...problem, promises: [...problem.promises.filter(({ id }) => id !== 'kept'), { id: 'kept', resident: resident.id, activities: [activity.id, activity.id], from, to, weight: 3 }] };
  },
  ({ problem, plan, chance }) => ({ ...problem, published: [...plan.sessions, ...plan.sessions].map((one) => ({ ...one, start: one.start + 15 * nudge(chance) })).filter(({ activity, residents }) => isKnown(problem, activity, residents)) }),
  ({ problem, chance }) => ({ ...problem, weights: { promise: chance.below(2), routine: chance.below(9), shortfall: chance.below(2) * 7, change: chance.below(3) } }),
  ({ problem, plan, chance }) => ({ ...problem, activities: shuffle([...problem.activities], chance), residents: shuffle([...problem.residents], chance), staff: plan.sessions.length > 2 ? shuffle([...problem.staff], chance) : problem.staff }),
];

function isKnown({ activities, residents }: Problem, activity: string, ids: readonly string[]): boolean {
  return activities.some(({ id }) => id === activity) && ids.every((id) => residents.some((resident) => resident.id === id));
}

const TWISTS: readonly Twist[] = [...TIMES, ...COVER, ...COUNTS, ...PEOPLE, ...WISHES];
