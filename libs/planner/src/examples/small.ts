/** Problems small enough that the best plan can be proved, each tight somewhere: the same seed makes the same one. */
import type { Chance } from '../random.ts';
import type { Activity, FloorCover, Problem, PromiseWanted, Ratio, Resident, Room, Routine, Session, Span, Staff, Vehicle } from '../problem.ts';
import { anyOf, chanceFrom } from '../random.ts';
import { DAY } from '../span.ts';

/** What a problem is made of, so that every part can refer to the others. */
type Cast = {
  readonly chance: Chance;
  readonly maybe: (share: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly some: (ids: readonly string[], share: number) => string[];
  readonly days: readonly number[];
  readonly grid: number;
  readonly staff: readonly string[];
  readonly residents: readonly string[];
  readonly activities: readonly string[];
  readonly vehicles: readonly string[];
};

const SKILLS = ['pool', 'hoist'];
const RATIOS: readonly Ratio[] = [
  { staff: 0, residents: 1 },
  { staff: 0, residents: 1 },
  { staff: 1, residents: 4 },
  { staff: 1, residents: 4 },
  { staff: 1, residents: 3 },
  { staff: 1, residents: 2 },
  { staff: 3, residents: 10 },
  { staff: 1, residents: 1 },
  { staff: 3, residents: 2 },
  { staff: 2, residents: 1 },
];

/** Between one and three days of one to four residents, with whatever else makes planning hard. */
export function smallProblem(seed: number): Problem {
  const cast = castFor(seed);
  const { chance, maybe, pick, days } = cast;
  const activities = cast.activities.map((id) => anyActivity(id, cast));
  const staff = cast.staff.map((id) => anyCarer(id, cast));
  const residents = cast.residents.map((id) => anyResident(id, cast));
  const routines = anyRoutines(cast, activities);
  return {
    format: 'promenade-plan/1',
    id: `small-${seed}`,
    startDate: pick(['2025-03-28', '2025-06-02', '2025-10-24']),
    days: days.length,
    grid: cast.grid,
    rooms: anyRooms(cast),
    vehicles: cast.vehicles.map((id) => anyVehicle(id, cast)),
    staff,
    floorCover: anyCover(cast),
    residents,
    activities,
    promises: anyPromises(cast),
    routines,
    published: maybe(0.3) ? anyPublished(cast, activities) : [],
    weights: maybe(0.6) ? {} : { promise: pick([1000, 300]), routine: pick([200, 60]), preferred: chance.below(60), shortfall: pick([0, 20, 100]), staff: chance.below(8), change: chance.below(90) },
  };
}

function castFor(seed: number): Cast {
  const chance = chanceFrom(seed * 7919 + 13);
  const pick = <Item>(items: readonly Item[]): Item => anyOf(items, chance);
  const ids = (letter: string, many: number) => Array.from({ length: many }, (_, i) => `${letter}${i}`);
  return {
    chance,
    pick,
    maybe: (share) => chance.next() < share,
    some: (all, share) => all.filter(() => chance.next() < share),
    days: Array.from({ length: pick([1, 2, 2, 3]) }, (_, day) => day * DAY),
    grid: pick([15, 15, 30, 5]),
    staff: ids('s', pick([3, 4, 4, 5])),
    residents: ids('r', pick([2, 3, 4, 4, 5])),
    activities: ids('a', pick([2, 3, 3, 4])),
    vehicles: ids('v', pick([0, 1, 1, 2])),
  };
}

/** Minutes of a morning, in fives: hardly anything cares for the grid. */
function fives(chance: Chance, from: number, to: number): number {
  return from + 5 * chance.below((to - from) / 5 + 1);
}

function anyActivity(id: string, { chance, maybe, pick, some, days, grid, vehicles }: Cast): Activity {
  const out = maybe(vehicles.length > 0 ? 0.6 : 0.3);
  const driven = out && vehicles.length > 0 && maybe(0.8);
  const min = pick([1, 1, 1, 1, 2, 2, 3]);
  const duration = pick([25, 30, 45, 60, 50]);
  const slack = () => pick([0, grid - 1, grid, grid + 1, 2 * grid, 3 * grid]);
  return {
    id,
    duration,
    travel: out ? pick([0, 5, 10, 15]) : 0,
    setting: out ? 'out' : 'home',
    group: { min, max: Math.min(5, min + chance.below(4)) },
    skills: maybe(0.25) ? Object.fromEntries(some(SKILLS, 0.6).map((skill) => [skill, pick([1, 1, 1, 2])])) : {},
    baseStaff: pick([0, 1, 1, 1, 2]),
    rooms: out || maybe(0.4) ? [] : [pick(['hall', 'den']), ...some(['hall', 'den'], 0.3)],
    transport: driven ? 'vehicle' : out ? 'walk' : null,
    driverSupports: maybe(0.5),
    windows: days.flatMap((day): Span[] => {
      if (maybe(0.1)) return [];
      const from = day + fives(chance, 570, 690);
      return [[from, from + duration + slack()]];
    }),
    cost: pick([0, 0, 250, 400]),
    maxSessions: pick([1, 2, 3]),
  };
}

function anyCarer(id: string, { chance, maybe, pick, some, days }: Cast): Staff {
  return {
    id,
    shifts: days.flatMap((day): Span[] => (maybe(0.92) ? [[day + fives(chance, 480, 600), day + fives(chance, 720, 900)]] : [])),
    breaks: days.flatMap((day): Span[] => {
      const from = day + fives(chance, 570, 720);
      return maybe(0.3) ? [[from, from + pick([5, 15, 30])]] : [];
    }),
    skills: some(SKILLS, 0.5),
    licences: some(['B', 'D1'], 0.6),
  };
}

function anyResident(id: string, { chance, maybe, pick, some, staff, residents, activities }: Cast): Resident {
  const away = (): Span => {
    const from = fives(chance, 540, 690);
    return [from, from + pick([5, 30, 60])];
  };
  return {
    id,
    wheelchair: maybe(0.3),
    supportIn: pick(RATIOS),
    supportOut: pick(RATIOS),
    unavailable: maybe(0.3) ? [away()] : [],
    target: chance.below(4),
    maxPerDay: pick([1, 1, 2, 2, 3]),
    budget: pick([null, null, 250, 400, 650]),
    value: Object.fromEntries(some(activities, 0.85).map((one) => [one, chance.below(101)])),
    preferredStaff: some(staff, 0.25),
    declinedStaff: some(staff, 0.1),
    avoids: some(residents, 0.1).filter((other) => other !== id),
  };
}

function anyRooms({ chance, pick }: Cast): Room[] {
  const open: readonly Span[] = [[0, 3 * DAY]];
  return [
    { id: 'hall', capacity: pick([3, 4, 6]), available: open },
    { id: 'den', capacity: pick([2, 3]), available: pick([open, [[0, fives(chance, 600, 690)], [fives(chance, 630, 720), 3 * DAY]]]) },
  ];
}

function anyVehicle(id: string, { chance, maybe, pick, days }: Cast): Vehicle {
  const hours = (): Span[] => days.map((day) => [day + fives(chance, 540, 615), day + fives(chance, 675, 840)]);
  return { id, seats: pick([1, 2, 3, 4]), bays: pick([0, 1, 1, 2]), licence: pick(['B', 'B', 'D1']), available: maybe(0.5) ? [[0, 3 * DAY]] : hours() };
}

/** Never so much that nobody may ever leave, for then there is nothing to plan. */
function anyCover({ chance, maybe, pick, days, staff }: Cast): FloorCover[] {
  const most = staff.length - 1;
  return days.flatMap((day) => [
    ...(maybe(0.7) ? [{ from: day + 480, to: day + 900, min: pick([0, 1, 1, 1, 2]) }] : []),
    ...(maybe(0.3) ? [{ from: day + fives(chance, 570, 660), to: day + fives(chance, 665, 735), min: pick([1, 2, most]) }] : []),
  ]);
}

function anyPromises({ maybe, pick, some, chance, days, residents, activities }: Cast): PromiseWanted[] {
  return residents.flatMap((resident, i): PromiseWanted[] => {
    if (maybe(0.5)) return [];
    const day = pick(days);
    const [from, to] = maybe(0.5) ? [day, day + DAY] : [day + fives(chance, 570, 660), day + fives(chance, 690, 780)];
    return [{ id: `p${i}`, resident, activities: [pick(activities), ...some(activities, 0.3)], from, to, weight: chance.below(4) }];
  });
}

/** Occurrences that often just hold the activity, or just do not. */
function anyRoutines({ maybe, pick, chance, days, residents }: Cast, activities: readonly Activity[]): Routine[] {
  return residents.flatMap((resident, i): Routine[] => {
    if (maybe(0.65)) return [];
    const { id, duration, travel } = pick(activities);
    const occurrences = days.flatMap((day): Span[] => {
      const from = day + fives(chance, 555, 690);
      return maybe(0.8) ? [[from, from + duration + 2 * travel + pick([0, 15, 30])]] : [];
    });
    return [{ id: `n${i}`, resident, activity: id, occurrences, protected: maybe(0.6), weight: chance.below(4) }];
  });
}

/** What people were told, some of it not possible any more. */
function anyPublished({ pick, some, chance, grid, days, staff, residents }: Cast, activities: readonly Activity[]): Session[] {
  return days.map(() => {
    const { id, windows, travel } = pick(activities);
    const opens = windows.length > 0 ? pick(windows)[0] - travel : 600;
    const start = grid * Math.ceil(opens / grid) + grid * chance.below(2);
    return { activity: id, start, room: null, vehicles: [], staff: some(staff, 0.3), residents: some(residents, 0.6) };
  });
}
