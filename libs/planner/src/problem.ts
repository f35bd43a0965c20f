/** What a planning problem and a plan are ('promenade-plan/1'), and how they are read from JSON. */
import { Malformed, fields, listOf, mapOf, oneOf, orAbsent, orNull, readDay, readFlag, readSpan, readText, refuse, things, whole } from './shape.ts';

export { Malformed } from './shape.ts';

/** Minutes since 00:00 of the first day, half-open: from ≤ t < to. */
export type Span = readonly [from: number, to: number];

export type Licence = 'B' | 'D1';

export type Room = { readonly id: string; readonly capacity: number; readonly available: readonly Span[] };

export type Vehicle = {
  readonly id: string;
  /** For passengers; the driver's own seat is not counted. */
  readonly seats: number;
  /** For people who travel in their wheelchair. */
  readonly bays: number;
  readonly licence: Licence;
  readonly available: readonly Span[];
};

export type Staff = {
  readonly id: string;
  readonly shifts: readonly Span[];
  readonly breaks: readonly Span[];
  readonly skills: readonly string[];
  readonly licences: readonly string[];
};

/** At every moment from ≤ t < to, at least `min` staff stay with everybody else. */
export type FloorCover = { readonly from: number; readonly to: number; readonly min: number };

/** `{2,1}` is 2:1, `{1,4}` one between four, `{0,1}` none. */
export type Ratio = { readonly staff: number; readonly residents: number };

export type Resident = {
  readonly id: string;
  readonly wheelchair: boolean;
  readonly supportIn: Ratio;
  readonly supportOut: Ratio;
  readonly unavailable: readonly Span[];
  readonly target: number;
  readonly maxPerDay: number;
  /** Pence for the whole horizon; null is no limit. */
  readonly budget: number | null;
  /** What each activity is worth to them, 0 to 100; one not listed is not for them. */
  readonly value: Readonly<Record<string, number>>;
  readonly preferredStaff: readonly string[];
  readonly declinedStaff: readonly string[];
  readonly avoids: readonly string[];
};

export type Activity = {
  readonly id: string;
  readonly duration: number;
  /** Minutes each way. */
  readonly travel: number;
  readonly setting: 'home' | 'out';
  readonly group: { readonly min: number; readonly max: number };
  readonly skills: Readonly<Record<string, number>>;
  readonly baseStaff: number;
  readonly rooms: readonly string[];
  readonly transport: 'vehicle' | 'walk' | null;
  readonly driverSupports: boolean;
  /** When the part at the place itself may lie. */
  readonly windows: readonly Span[];
  /** Pence for each resident. */
  readonly cost: number;
  readonly maxSessions: number;
};

export type PromiseWanted = {
  readonly id: string;
  readonly resident: string;
  readonly activities: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly weight: number;
};

export type Routine = {
  readonly id: string;
  readonly resident: string;
  readonly activity: string;
  readonly occurrences: readonly Span[];
  readonly protected: boolean;
  readonly weight: number;
};

export type Driving = { readonly vehicle: string; readonly driver: string };

export type Session = {
  readonly activity: string;
  readonly start: number;
  readonly room: string | null;
  readonly vehicles: readonly Driving[];
  /** Everyone who goes along apart from drivers. */
  readonly staff: readonly string[];
  readonly residents: readonly string[];
};

export type Weights = {
  readonly promise: number;
  readonly routine: number;
  readonly preferred: number;
  readonly shortfall: number;
  readonly staff: number;
  readonly change: number;
};

export type Problem = {
  readonly format: 'promenade-plan/1';
  readonly id: string;
  readonly startDate: string;
  readonly days: number;
  /** Sessions start on multiples of this many minutes. */
  readonly grid: number;
  readonly rooms: readonly Room[];
  readonly vehicles: readonly Vehicle[];
  readonly staff: readonly Staff[];
  readonly floorCover: readonly FloorCover[];
  readonly residents: readonly Resident[];
  readonly activities: readonly Activity[];
  readonly promises: readonly PromiseWanted[];
  readonly routines: readonly Routine[];
  /** What people have already been told; need not be legal any more. */
  readonly published: readonly Session[];
  readonly weights?: Partial<Weights>;
};

export type Plan = { readonly instance: string; readonly sessions: readonly Session[] };

const DEFAULT_WEIGHTS: Weights = { promise: 1000, routine: 200, preferred: 15, shortfall: 100, staff: 2, change: 60 };

/** The problem's weights, those left out at their default. */
export function weightsOf(problem: Problem): Weights {
  return { ...DEFAULT_WEIGHTS, ...problem.weights };
}

/** Minutes from leaving to being back. */
export function lengthOf(activity: Activity): number {
  return activity.duration + 2 * activity.travel;
}

const spans = listOf(readSpan);
const texts = listOf(readText);
const ratio = fields({ staff: whole(0), residents: whole(1) });
const sessions = listOf(
  fields({
    activity: readText,
    start: whole(),
    room: orNull(readText),
    vehicles: listOf(fields({ vehicle: readText, driver: readText })),
    staff: texts,
    residents: texts,
  }),
);

const problemShape = fields({
  format: oneOf('promenade-plan/1'),
  id: readText,
  startDate: readDay,
  days: whole(1),
  grid: whole(1),
  rooms: things({ capacity: whole(0), available: spans }),
  vehicles: things({ seats: whole(0), bays: whole(0), licence: oneOf('B', 'D1'), available: spans }),
  staff: things({ shifts: spans, breaks: spans, skills: texts, licences: texts }),
  floorCover: listOf(fields({ from: whole(), to: whole(), min: whole(0) })),
  residents: things({
    wheelchair: readFlag,
    supportIn: ratio,
    supportOut: ratio,
    unavailable: spans,
    target: whole(0),
    maxPerDay: whole(0),
    budget: orNull(whole(0)),
    value: mapOf(whole(0, 100)),
    preferredStaff: texts,
    declinedStaff: texts,
    avoids: texts,
  }),
  activities: things({
    duration: whole(1),
    travel: whole(0),
    setting: oneOf('home', 'out'),
    group: fields({ min: whole(1), max: whole(1) }),
    skills: mapOf(whole(0)),
    baseStaff: whole(0),
    rooms: texts,
    transport: oneOf('vehicle', 'walk', null),
    driverSupports: readFlag,
    windows: spans,
    cost: whole(0),
    maxSessions: whole(0),
  }),
  promises: things({ resident: readText, activities: texts, from: whole(), to: whole(), weight: whole(0) }),
  routines: things({ resident: readText, activity: readText, occurrences: spans, protected: readFlag, weight: whole(0) }),
  published: sessions,
  weights: orAbsent(fields(Object.fromEntries(Object.keys(DEFAULT_WEIGHTS).map((key) => [key, orAbsent(whole(0))])))),
});

const planShape = fields({ instance: readText, sessions });

/** The problem in `value`. Throws `Malformed` when its shape is wrong or it names something it does not list. */
export function readProblem(value: unknown): Problem {
  problemShape(value, '');
  const problem = value as Problem;
  refuseStrangers(problem);
  return problem;
}

/** The plan in `value`, for `problem`. Throws `Malformed` when its shape is wrong or it is for another problem. */
export function readPlan(value: unknown, problem: Problem): Plan {
  planShape(value, '');
  const plan = value as Plan;
  if (plan.instance !== problem.id) refuse('instance', `"${problem.id}", the problem it is for`, plan.instance);
  return plan;
}

/** Throws `Malformed` at the first id that stands for nothing in the problem. */
function refuseStrangers(problem: Problem): void {
  const among = (kind: string, items: readonly { id: string }[]) => {
    const known = new Set(items.map(({ id }) => id));
    return (where: string, ids: readonly string[]) => {
      const stranger = ids.find((id) => !known.has(id));
      if (stranger !== undefined) throw new Malformed(`${where} names the ${kind} "${stranger}", which is not listed`);
    };
  };
  const mustBeRoom = among('room', problem.rooms);
  const mustBeStaff = among('member of staff', problem.staff);
  const mustBeResident = among('resident', problem.residents);
  const mustBeActivity = among('activity', problem.activities);
  problem.residents.forEach((resident, i) => {
    mustBeActivity(`residents[${i}].value`, Object.keys(resident.value));
    mustBeStaff(`residents[${i}].preferredStaff`, resident.preferredStaff);
    mustBeStaff(`residents[${i}].declinedStaff`, resident.declinedStaff);
    mustBeResident(`residents[${i}].avoids`, resident.avoids);
  });
  problem.activities.forEach(({ rooms }, i) => mustBeRoom(`activities[${i}].rooms`, rooms));
  problem.promises.forEach((promise, i) => {
    mustBeResident(`promises[${i}].resident`, [promise.resident]);
    mustBeActivity(`promises[${i}].activities`, promise.activities);
  });
  problem.routines.forEach((routine, i) => {
    mustBeResident(`routines[${i}].resident`, [routine.resident]);
    mustBeActivity(`routines[${i}].activity`, [routine.activity]);
  });
  problem.published.forEach((session, i) => {
    mustBeActivity(`published[${i}].activity`, [session.activity]);
    mustBeResident(`published[${i}].residents`, session.residents);
  });
}
