/** Weeks made by chance in which more was promised than there are hands, seats and hours: the same seed makes the same one. */
import type { Chance } from '../../random.ts';
import type { Activity, Problem, Resident, Span, Staff } from '../../problem.ts';
import { anyOf, chanceFrom, shuffle } from '../../random.ts';

export type HomeSize = { readonly days: number; readonly residents: number; readonly staff: number };

export const SMALL_HOME: HomeSize = { days: 2, residents: 7, staff: 6 };
export const MIDDLE_HOME: HomeSize = { days: 4, residents: 12, staff: 9 };

const DAY = 1440;

type Kind = Partial<Activity>;

/** What can be done there; its windows are times of the day. */
const KINDS: Readonly<Record<string, Kind>> = {
  singing: { duration: 45, group: { min: 2, max: 5 }, rooms: ['lounge'], skills: { music: 1 }, windows: [[600, 720], [840, 960]] },
  baking: { duration: 60, group: { min: 2, max: 3 }, rooms: ['kitchen'], baseStaff: 1, windows: [[600, 720]] },
  reading: { duration: 30, group: { min: 1, max: 1 }, windows: [[570, 690]] },
  chess: { duration: 60, group: { min: 2, max: 2 }, rooms: ['lounge', 'den'], baseStaff: 0, windows: [[840, 990]] },
  walk: { duration: 30, travel: 5, setting: 'out', transport: 'walk', group: { min: 1, max: 2 }, windows: [[600, 700], [900, 980]] },
  swim: { duration: 60, travel: 15, setting: 'out', transport: 'vehicle', group: { min: 1, max: 3 }, skills: { pool: 1 }, cost: 450, windows: [[630, 720]] },
  shops: { duration: 75, travel: 10, setting: 'out', transport: 'vehicle', group: { min: 1, max: 4 }, driverSupports: true, cost: 300, windows: [[600, 720], [870, 960]] },
  seaside: { duration: 120, travel: 30, setting: 'out', transport: 'vehicle', group: { min: 3, max: 5 }, driverSupports: true, skills: { 'first-aid': 1 }, cost: 800, maxSessions: 1, windows: [[660, 930]] },
};

export function contestedWeek(seed: number, { days, residents, staff }: HomeSize): Problem {
  const chance = chanceFrom(seed);
  const maybe = (share: number) => chance.next() < share;
  const each = <Item>(make: (day: number) => readonly Item[]) => Array.from({ length: days }, (_, day) => make(day)).flat();
  const staffIds = Array.from({ length: staff }, (_, i) => `s${i}`);
  const residentIds = Array.from({ length: residents }, (_, i) => `r${i}`);
  const activities = Object.entries(KINDS).map(([id, kind]) => activityOf(id, kind, each((day) => (maybe(0.85) ? (kind.windows ?? []).map(([from, to]): Span => [day * DAY + from, day * DAY + to]) : [])), chance));
  const people = residentIds.map((id) => residentOf(id, activities, staffIds, residentIds, chance));
  const whole = (id: string): Span[] => (id === '' ? [] : each((day): Span[] => [[day * DAY + 540, day * DAY + 1020]]));
  return {
    format: 'promenade-plan/1',
    id: `contested-${seed}`,
    startDate: '2026-11-23',
    days,
    grid: 15,
    rooms: [{ id: 'lounge', capacity: 5, available: whole('lounge') }, { id: 'kitchen', capacity: 5, available: whole('kitchen') }, { id: 'den', capacity: 3, available: each((day): Span[] => (maybe(0.6) ? [[day * DAY + 540, day * DAY + 930]] : [])) }],
    vehicles: [
      { id: 'bus', seats: 3, bays: 1, licence: 'D1', available: each((day): Span[] => (maybe(0.85) ? [[day * DAY + 540, day * DAY + 1020]] : [])) },
      { id: 'car', seats: 3, bays: 0, licence: 'B', available: each((day): Span[] => (maybe(0.6) ? [[day * DAY + 570, day * DAY + 1000]] : [])) },
      ...(maybe(0.2) ? [{ id: 'van', seats: 2, bays: 2, licence: 'B', available: whole('van') } as const] : []),
    ],
    staff: staffIds.map((id): Staff => staffOf(id, each, chance)),
    floorCover: each((day) => [{ from: day * DAY + 540, to: day * DAY + 1020, min: 1 }, ...(maybe(0.6) ? [{ from: day * DAY + 690, to: day * DAY + 900, min: 2 }] : [])]),
    residents: people,
    activities,
    promises: people.flatMap((who, i) => promisesTo(who, i, days, chance)),
    routines: residentIds.filter(() => maybe(0.25)).map((id, i) => ({ id: `n${i}`, resident: id, activity: anyOf(['walk', 'reading'], chance), occurrences: each((day): Span[] => (maybe(0.7) ? [[day * DAY + 600, day * DAY + 690]] : [])), protected: maybe(0.5), weight: 1 + chance.below(2) })),
    published: [],
  };
}

function activityOf(id: string, kind: Kind, windows: readonly Span[], chance: Chance): Activity {
  return {
    id, duration: 45, travel: 0, setting: 'home', group: { min: 1, max: 4 }, skills: {}, baseStaff: 1, rooms: [], transport: null, driverSupports: false, cost: 0,
    maxSessions: 1 + chance.below(2), ...kind, windows,
  };
}

function residentOf(id: string, activities: readonly Activity[], staff: readonly string[], others: readonly string[], chance: Chance): Resident {
  const maybe = (share: number) => chance.next() < share;
  const ratios = [[0, 1], [1, 4], [1, 3], [1, 2], [1, 1], [2, 1]] as const;
  const ratio = (from: number) => {
    const [hands, between] = anyOf(ratios.slice(from), chance);
    return { staff: hands, residents: between };
  };
  return {
    id,
    wheelchair: maybe(0.3),
    supportIn: ratio(maybe(0.8) ? 0 : 3),
    supportOut: ratio(1),
    unavailable: maybe(0.2) ? [[anyOf([600, 840], chance), 1000]] : [],
    target: 2 + chance.below(4),
    maxPerDay: 1 + chance.below(3),
    budget: anyOf([null, null, 800, 1000, 450], chance),
    value: Object.fromEntries(activities.filter(() => maybe(0.75)).map((activity) => [activity.id, 20 + chance.below(80)])),
    preferredStaff: staff.filter(() => maybe(0.15)),
    declinedStaff: staff.filter(() => maybe(0.08)),
    avoids: others.filter((other) => other !== id && maybe(0.06)),
  };
}

function staffOf(id: string, each: <Item>(make: (day: number) => readonly Item[]) => Item[], chance: Chance): Staff {
  const maybe = (share: number) => chance.next() < share;
  const shifts = each((day): Span[] => {
    if (maybe(0.15)) return [];
    return [anyOf<Span>([[480, 840], [540, 1020], [780, 1080]], chance)].map(([from, to]): Span => [day * DAY + from, day * DAY + to]);
  });
  const breaks = shifts.filter(() => maybe(0.7)).map(([from]): Span => {
    const start = from + 90 + 30 * chance.below(5);
    return [start, start + 30];
  });
  return { id, shifts, breaks, skills: ['pool', 'music', 'first-aid'].filter(() => maybe(0.45)), licences: maybe(0.6) ? (maybe(0.5) ? ['B', 'D1'] : ['B']) : [] };
}

/** One or two promises, each of something within a day or two; now and then of what was never said to be liked. */
function promisesTo(who: Resident, i: number, days: number, chance: Chance): Problem['promises'] {
  const liked = Object.keys(who.value);
  const kinds = chance.next() < 0.1 ? Object.keys(KINDS) : liked;
  return Array.from({ length: 2 + chance.below(3) }, (_, n) => {
    const first = chance.below(days);
    const last = Math.min(days, first + 1 + chance.below(3));
    return { id: `p${i}-${n}`, resident: who.id, activities: shuffle([...kinds], chance).slice(0, 1 + chance.below(2)), from: first * DAY, to: last * DAY, weight: 1 };
  });
}
