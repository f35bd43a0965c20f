/**
 * Planners that forget something: the real one, told of a home without it. Each must be caught by the temptations, which
 * every planner is tried on (`temptations.spec.ts`); `tests/planner/sabotage.mjs` spoils the planner's own lines as well.
 */
import type { Activity, Problem, Resident, Room, Span, Staff, Vehicle } from './problem.ts';
import { check } from './check.ts';
import { optimumOf } from './examples/optimum.ts';
import { TEMPTATIONS } from './examples/temptations.ts';
import { solve } from './solve.ts';

type Forgetting = (problem: Problem) => Problem;

const residents = (change: (resident: Resident, problem: Problem) => Partial<Resident>): Forgetting => (problem) => ({ ...problem, residents: problem.residents.map((one) => ({ ...one, ...change(one, problem) })) });
const staff = (change: (person: Staff) => Partial<Staff>): Forgetting => (problem) => ({ ...problem, staff: problem.staff.map((one) => ({ ...one, ...change(one) })) });
const activities = (change: (activity: Activity, problem: Problem) => Partial<Activity>): Forgetting => (problem) => ({ ...problem, activities: problem.activities.map((one) => ({ ...one, ...change(one, problem) })) });
const vehicles = (change: (vehicle: Vehicle) => Partial<Vehicle>): Forgetting => (problem) => ({ ...problem, vehicles: problem.vehicles.map((one) => ({ ...one, ...change(one) })) });
const rooms = (change: (room: Room) => Partial<Room>): Forgetting => (problem) => ({ ...problem, rooms: problem.rooms.map((one) => ({ ...one, ...change(one) })) });
const each = (spans: readonly Span[], early: number, late: number): Span[] => spans.map(([from, to]) => [from + early, to + late]);

const ALWAYS: readonly Span[] = [[-1440, 4320]];
const NONE = { staff: 0, residents: 1 };

const FORGETFUL: readonly (readonly [what: string, forget: Forgetting])[] = [
  ['wheelchair bays', vehicles(() => ({ bays: 99 }))],
  ['seats', vehicles(() => ({ seats: 99 }))],
  ['that staff take a seat', vehicles(({ seats }) => ({ seats: seats + 1 }))],
  ['licences', staff(() => ({ licences: ['B', 'D1'] }))],
  ['when vehicles are due back', vehicles(({ available }) => ({ available: each(available, 0, 1) }))],
  ['when vehicles are free', vehicles(({ available }) => ({ available: each(available, -1, 0) }))],
  ['that a driver drives', activities(() => ({ driverSupports: true }))],
  ['floor cover', (problem) => ({ ...problem, floorCover: [] })],
  ['one person of floor cover', (problem) => ({ ...problem, floorCover: problem.floorCover.map((one) => ({ ...one, min: Math.max(0, one.min - 1) })) })],
  ['the first minute of floor cover', (problem) => ({ ...problem, floorCover: problem.floorCover.map((one) => ({ ...one, from: one.from + 1 })) })],
  ['the last minute of floor cover', (problem) => ({ ...problem, floorCover: problem.floorCover.map((one) => ({ ...one, to: one.to - 1 })) })],
  ['breaks', staff(() => ({ breaks: [] }))],
  ['the first minute of a break', staff(({ breaks }) => ({ breaks: each(breaks, 1, 0) }))],
  ['the last minute of a break', staff(({ breaks }) => ({ breaks: each(breaks, 0, -1) }))],
  ['when shifts end, by a minute', staff(({ shifts }) => ({ shifts: each(shifts, 0, 1) }))],
  ['when shifts begin, by a minute', staff(({ shifts }) => ({ shifts: each(shifts, -1, 0) }))],
  ['shifts', staff(() => ({ shifts: ALWAYS }))],
  ['windows', activities(() => ({ windows: ALWAYS }))],
  ['the end of windows, by a minute', activities(({ windows }) => ({ windows: each(windows, 0, 1) }))],
  ['the beginning of windows, by a minute', activities(({ windows }) => ({ windows: each(windows, -1, 0) }))],
  ['that a window’s last minute may be used', activities(({ windows }) => ({ windows: windows.filter(([from, to]) => to - from > 1).map(([from, to]) => [from, to - 1] as const) }))],
  ['that a window’s first minute may be used', activities(({ windows }) => ({ windows: windows.filter(([from, to]) => to - from > 1).map(([from, to]) => [from + 1, to] as const) }))],
  ['travel', activities(() => ({ travel: 0 }))],
  ['the way back', activities(({ duration, travel, windows }) => ({ duration: duration + travel, travel: 0, windows: each(windows, -travel, 0) }))],
  ['the grid', (problem) => ({ ...problem, grid: 5 })],
  ['that the horizon ends', (problem) => ({ ...problem, days: problem.days + 1 })],
  ['visits and appointments', residents(() => ({ unavailable: [] }))],
  ['the first minute of a visit', residents(({ unavailable }) => ({ unavailable: each(unavailable, 1, 0) }))],
  ['the last minute of a visit', residents(({ unavailable }) => ({ unavailable: each(unavailable, 0, -1) }))],
  ['protected routines', (problem) => ({ ...problem, routines: problem.routines.map((one) => ({ ...one, protected: false })) })],
  ['the first minute of a protected routine', (problem) => ({ ...problem, routines: problem.routines.map((one) => ({ ...one, occurrences: each(one.occurrences, 1, 1) })) })],
  ['budgets', residents(() => ({ budget: null }))],
  ['a penny', residents(({ budget }) => ({ budget: budget === null ? null : budget + 1 }))],
  ['what is not for them', residents(({ value }, problem) => ({ value: { ...Object.fromEntries(problem.activities.map(({ id }) => [id, 1])), ...value } }))],
  ['how much is enough for a day', residents(() => ({ maxPerDay: 99 }))],
  ['that once a day is enough of the same', (problem) => ({ ...problem, routines: [...problem.routines, ...problem.residents.flatMap(({ id }) => problem.activities.map((activity) => ({ id: `${id} ${activity.id}`, resident: id, activity: activity.id, occurrences: [[0, 1], [2, 3]] as const, protected: false, weight: 0 })))] })],
  ['who avoids whom', residents(() => ({ avoids: [] }))],
  ['who declines whom', residents(() => ({ declinedStaff: [] }))],
  ['support', residents(() => ({ supportIn: NONE, supportOut: NONE }))],
  ['that support away is another matter', residents(({ supportIn }) => ({ supportOut: supportIn }))],
  ['that nobody shares their own person', residents(({ supportIn: { staff: many, residents: among } }) => (many === among ? { supportIn: { staff: 1, residents: 2 } } : {}))],
  ['to round up', residents(({ supportIn: { staff: many, residents: among } }) => ({ supportIn: { staff: Math.floor((many * 10) / among), residents: 10 } }))],
  ['skills', activities(() => ({ skills: {} }))],
  ['that two must be trained', activities(({ skills }) => ({ skills: Object.fromEntries(Object.keys(skills).map((skill) => [skill, 1])) }))],
  ['the least staff', activities(() => ({ baseStaff: 0 }))],
  ['the least group', activities(({ group }) => ({ group: { ...group, min: 1 } }))],
  ['the largest group', activities(({ group }) => ({ group: { ...group, max: 99 } }))],
  ['how often it can be', activities(() => ({ maxSessions: 99 }))],
  ['how many a room holds', rooms(() => ({ capacity: 99 }))],
  ['when a room is free', rooms(({ available }) => ({ available: each(available, 0, 1) }))],
  ['rooms altogether', activities(() => ({ rooms: [] }))],
];

/** The temptations a planner gives in to, or is so afraid of that it does less than it may. */
function catching(forget: Forgetting): string[] {
  return TEMPTATIONS.filter(({ tight, loose }) =>
    [tight, loose].some((problem, i) => {
      const optimum = OPTIMA.get(problem) ?? Number.NaN;
      const { plan } = solve(forget(problem), { seed: i, now: () => 0, steps: 15 });
      return check(problem, plan).score !== optimum;
    }),
  ).map(({ what }) => what);
}

const OPTIMA = new Map(
  TEMPTATIONS.flatMap(({ tight, loose }) => [tight, loose]).map((problem) => {
    const optimum = optimumOf(problem);
    return [problem, optimum.isProved ? optimum.score : Number.NaN] as const;
  }),
);

it('a planner that forgets nothing is not caught', () => {
  expect(catching((problem) => problem)).toEqual([]);
});

it.each(FORGETFUL)('a planner that forgets %s is caught', (_what, forget) => {
  expect(catching(forget)).not.toEqual([]);
});
