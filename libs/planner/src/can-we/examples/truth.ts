/** Whether an answer to "why not?" is true and minimal, found out without the search that gave it: for tests. */
import type { Missing } from '../missing.ts';
import type { Activity, Plan, Problem, PromiseWanted, Session, Span } from '../../problem.ts';
import type { Why, WayOut } from '../../why-not.ts';
import type { NotAnew } from './exhaustive.ts';
import { check } from '../../check.ts';
import { lengthOf } from '../../problem.ts';
import { granted, grantedPlan } from '../granting.ts';
import { effortOf } from '../missing.ts';
import { anySession } from './exhaustive.ts';

export type About = {
  /** The plan with nothing else in it. */
  readonly empty?: Plan;
  /** Whether another time would do. */
  readonly isAnyTime?: boolean;
};

/** Everything that is wrong with an answer, each in a few words; none when it is true and minimal. */
export function faultsIn(problem: Problem, plan: Plan, promise: PromiseWanted, why: Why, { empty = { ...plan, sessions: [] }, isAnyTime = true }: About = {}): string[] {
  const isPossible = anySession(problem, plan, promise) !== null;
  const isPossibleAlone = isPossible || anySession(problem, empty, promise) !== null;
  switch (why.level) {
    case 'kept':
      return ['it is not kept'];
    case 'room':
      return isPossible ? why.placements.flatMap(({ plan: next }) => illegal(problem, next)) : ['there is no room'];
    case 'whatever else is planned':
      return [
        ...(isPossibleAlone ? ['it could be planned by itself'] : []),
        ...(why.ways.length === 0 && anySession(generous(problem, promise), { ...plan, sessions: [] }, isAnyTime ? everAfter(problem, promise) : promise) ? ['something would help after all'] : []),
        ...why.ways.flatMap((way) => faultsOf(problem, empty, promise, way)),
      ];
    case 'beside this plan':
      return [
        ...(isPossible ? ['there is room'] : []),
        ...(isPossibleAlone ? [] : ['it cannot be planned even by itself']),
        ...(why.givingWay.length === 0 ? ['nobody is said to give way, but everybody could'] : []),
        ...why.givingWay.flatMap((way) => (way.missing.every(({ kind }) => kind === 'move' || kind === 'leave') ? faultsOf(problem, plan, promise, way) : ['more than giving way is asked for'])),
        ...why.more.flatMap((way) => [...faultsOf(problem, plan, promise, way), ...lossesIn(plan, way)]),
      ];
  }
}

/** One way: legal, true, minimal, and nobody touched whom it does not name. */
export function faultsOf(problem: Problem, plan: Plan, promise: PromiseWanted, { missing, placement }: Pick<WayOut, 'missing' | 'placement'>): string[] {
  const said = JSON.stringify(missing);
  const own = placement.session;
  const isAnew = missing.some((one) => one.kind === 'move' && one.activity === own.activity && isAtOnce(problem, own, plan.sessions[one.session]));
  const can = (some: readonly Missing[]) => isGranted(problem, plan, promise, some, isAnew ? [] : movedIn(problem, plan, missing));
  return [
    ...illegal(granted(problem, missing), placement.plan),
    ...unnamed(plan, { missing, placement }),
    ...(can(missing) ? [] : [`does not do: ${said}`]),
    ...oneLess(missing).filter(can).map((less) => `${JSON.stringify(less)} would do of ${said}`),
  ];
}

/** The single things of less effort than `effort` that would do, of all there are: none when the easiest way is the easiest. */
export function easierThan(problem: Problem, plan: Plan, promise: PromiseWanted, effort: number): Missing[] {
  return thingsFor(problem, plan, promise).filter((one) => effortOf([one]) < effort - 1e-6 && isGranted(problem, plan, promise, [one], movedIn(problem, plan, [one])));
}

function thingsFor(problem: Problem, plan: Plan, { resident, activities, from, to }: PromiseWanted): Missing[] {
  const kinds = problem.activities.filter(({ id }) => activities.includes(id));
  const spans = kinds.flatMap((activity) => {
    const starts = Array.from({ length: problem.days * 96 }, (_, i) => i * 15);
    return starts.map((start): { activity: Activity; span: Span } => ({ activity, span: [start, start + lengthOf(activity)] }));
  });
  const open = spans.filter(({ activity, span }) => activity.windows.some(([opens, shuts]) => opens <= span[0] + activity.travel && span[1] - activity.travel <= shuts));
  return [
    ...kinds.flatMap((activity): Missing[] => [{ kind: 'wanted', resident, activity: activity.id }, { kind: 'company', activity: activity.id, people: 1 }, { kind: 'session', activity: activity.id }]),
    ...problem.staff.flatMap(({ id, breaks }) => breaks.map((pause): Missing => ({ kind: 'break', staff: id, pause }))),
    ...open.map(({ span }): Missing => ({ kind: 'time', span })),
    { kind: 'budget', resident, pence: 1000 },
    { kind: 'full day', resident, span: [from, to] },
    ...plan.sessions.flatMap((session, i) => thingsIn(problem, session, i)),
    ...open.filter(({ span }) => from <= span[0] && span[1] <= to).flatMap(({ activity, span }): Missing[] => [
      { kind: 'helper', skills: Object.keys(activity.skills), span }, { kind: 'driver', licence: 'B', span }, { kind: 'driver', licence: 'D1', span }, { kind: 'taxi', seats: 3, bays: 1, span }, { kind: 'floor', by: 1, span },
      ...problem.staff.map(({ id }): Missing => ({ kind: 'shift', staff: id, span })),
      ...problem.vehicles.map(({ id }): Missing => ({ kind: 'vehicle', vehicle: id, span })),
      ...problem.rooms.map(({ id }): Missing => ({ kind: 'room', room: id, span })),
    ]),
  ];
}

function thingsIn({ activities }: Problem, { activity, start, residents }: Session, session: number): Missing[] {
  const least = activities.find(({ id }) => id === activity)?.group.min ?? 0;
  const leaves = residents.length > least ? residents.map((resident): Missing => ({ kind: 'leave', resident, session, activity, start })) : [];
  return [...leaves, { kind: 'move', session, activity, start, residents }];
}

function isGranted(problem: Problem, plan: Plan, promise: PromiseWanted, missing: readonly Missing[], notAnew: readonly NotAnew[]): boolean {
  const spans: Span[] = [[promise.from, promise.to], ...missing.flatMap((one) => (one.kind === 'time' ? [one.span] : []))];
  return spans.some(([from, to]) => anySession(granted(problem, missing), grantedPlan(plan, missing), { ...promise, from, to }, notAnew) !== null);
}

/** The answer with any one part of it left out, or any amount one less. */
export function oneLess(missing: readonly Missing[]): (readonly Missing[])[] {
  return missing.flatMap((one, i) => [missing.toSpliced(i, 1), ...smaller(one).map((less) => missing.with(i, less))]);
}

function smaller(one: Missing): Missing[] {
  if (one.kind === 'company') return one.people > 1 ? [{ ...one, people: one.people - 1 }] : [];
  if (one.kind === 'floor') return one.by > 1 ? [{ ...one, by: one.by - 1 }] : [];
  if (one.kind === 'budget') return one.pence > 1 ? [{ ...one, pence: one.pence - 1 }] : [];
  if (one.kind === 'helper') return one.skills.map((skill) => ({ ...one, skills: one.skills.filter((other) => other !== skill) }));
  return one.kind === 'taxi' && one.bays > 0 ? [{ ...one, bays: one.bays - 1, seats: one.seats + 1 }] : [];
}

function movedIn(problem: Problem, plan: Plan, missing: readonly Missing[]): NotAnew[] {
  return missing.flatMap((one): NotAnew[] => {
    const activity = one.kind === 'move' && problem.activities.find(({ id }) => id === one.activity);
    const session = one.kind === 'move' && plan.sessions[one.session];
    return activity && session ? [{ activity: activity.id, span: [session.start, session.start + lengthOf(activity)] }] : [];
  });
}

function isAtOnce({ activities }: Problem, a: Session, b: Session | undefined): boolean {
  const length = activities.find(({ id }) => id === a.activity);
  return b !== undefined && length !== undefined && Math.abs(a.start - b.start) < lengthOf(length);
}

function illegal(problem: Problem, plan: Plan): string[] {
  return check(problem, plan).violations.map(({ message }) => message);
}

const attendances = ({ sessions }: Plan) => sessions.flatMap(({ residents, activity, start }) => residents.map((who) => `${who} in ${activity} at ${start}`));

/** What anybody loses by a way that says nobody loses anything. */
function lossesIn(plan: Plan, { placement }: Pick<WayOut, 'placement'>): string[] {
  const after = new Set(attendances(placement.plan));
  return attendances(plan).filter((one) => !after.has(one)).map((one) => `loses: ${one}`);
}

/** What changes for anybody who is not named. */
function unnamed(plan: Plan, { missing, placement }: Pick<WayOut, 'missing' | 'placement'>): string[] {
  const after = new Set(attendances(placement.plan));
  const named = new Set(missing.flatMap((one) => {
    if (one.kind === 'move') return one.residents.map((who) => `${who} in ${one.activity} at ${one.start}`);
    return one.kind === 'leave' ? [`${one.resident} in ${one.activity} at ${one.start}`] : [];
  }));
  const instead = missing.flatMap((one) => ((one.kind === 'move' || one.kind === 'leave') && one.instead ? [one.instead] : []));
  return [
    ...attendances(plan).filter((one) => !after.has(one) && !named.has(one)).map((one) => `not named: ${one}`),
    ...instead.filter((one) => !placement.plan.sessions.some((session) => session.activity === one.activity && session.start === one.start && one.residents.every((who) => session.residents.includes(who)))).map((one) => `no place after all: ${one.activity} at ${one.start}`),
  ];
}

/** The problem with everything granted that anybody could grant. */
function generous(problem: Problem, { resident }: PromiseWanted): Problem {
  const always: Span[] = [[0, problem.days * 1440]];
  const skills = [...new Set(problem.activities.flatMap((activity) => Object.keys(activity.skills)))];
  const helpers = Array.from({ length: 3 }, (_, i) => ({ id: `+helper ${i + 1}`, shifts: always, breaks: [], skills, licences: ['B', 'D1'] }));
  return {
    ...problem,
    staff: helpers,
    rooms: problem.rooms.map((room) => ({ ...room, available: always })),
    vehicles: [...problem.vehicles.map((vehicle) => ({ ...vehicle, available: always })), { id: 'wheels', seats: 9, bays: 9, licence: 'B', available: always }],
    floorCover: [],
    activities: problem.activities.map((activity) => ({ ...activity, group: { ...activity.group, min: 1 }, maxSessions: 99 })),
    residents: problem.residents.filter(({ id }) => id === resident).map((who) => ({ ...who, value: Object.fromEntries(problem.activities.map(({ id }) => [id, 1])), unavailable: [], budget: null, maxPerDay: 99, avoids: [], declinedStaff: [] })),
    routines: [],
  };
}

function everAfter({ days }: Problem, promise: PromiseWanted): PromiseWanted {
  return { ...promise, from: 0, to: days * 1440 };
}
