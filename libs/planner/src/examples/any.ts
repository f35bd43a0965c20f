/** Problems made by chance, awkward on purpose: the same seed makes the same ones. */
import type { Activity, Problem, Resident, Span, Staff } from '../problem.ts';
import { anyOf, chanceFrom } from '../random.ts';

export type Size = { readonly days: number; readonly residents: number; readonly staff: number; readonly activities: number };

export const SMALL: Size = { days: 2, residents: 6, staff: 6, activities: 5 };
export const TINY: Size = { days: 1, residents: 2, staff: 3, activities: 2 };

const DAY = 1440;
const SKILLS = ['pool', 'hoist'];

/** A problem whose shifts, breaks and journeys do not care for the grid. */
export function anyProblem(seed: number, size: Size = SMALL): Problem {
  const chance = chanceFrom(seed);
  const isTiny = size === TINY;
  const maybe = (share: number) => chance.next() < share;
  const pick = <Item>(items: readonly Item[]): Item => anyOf(items, chance);
  const some = (ids: readonly string[], share: number) => ids.filter(() => maybe(share));
  const ids = (letter: string, many: number) => Array.from({ length: many }, (_, i) => `${letter}${i}`);
  const days = Array.from({ length: size.days }, (_, day) => day * DAY);
  const [staffIds, residentIds, activityIds] = [ids('s', size.staff), ids('r', size.residents), ids('a', size.activities)];
  const fives = (from: number, to: number) => from + 5 * chance.below((to - from) / 5 + 1);
  const shiftsOf = (): Span[] => days.flatMap((day): Span[] => (maybe(0.85) ? [[day + fives(540, 570), day + fives(720, 800)]] : []));
  const staff = staffIds.map((id): Staff => ({
    id,
    shifts: shiftsOf(),
    breaks: days.flatMap((day): Span[] => {
      const from = day + fives(600, 660);
      return maybe(0.4) ? [[from, from + pick([10, 15, 30])]] : [];
    }),
    skills: some(SKILLS, 0.4),
    licences: some(['B', 'D1'], 0.5),
  }));
  const activities = activityIds.map((id): Activity => {
    const out = maybe(0.4);
    const transport = out ? pick(['vehicle', 'walk'] as const) : null;
    const min = pick([1, 1, 2]);
    return {
      id,
      duration: isTiny ? pick([60, 75]) : pick([25, 45, 60, 75]),
      travel: out ? pick([5, 10, 15]) : 0,
      setting: out ? 'out' : 'home',
      group: { min, max: min + chance.below(3) },
      skills: maybe(0.3) ? { [pick(SKILLS)]: 1 } : {},
      baseStaff: chance.below(2),
      rooms: out || maybe(0.3) ? [] : some(['hall', 'den'], 0.7),
      transport,
      driverSupports: maybe(0.5),
      windows: days.map((day): Span => (isTiny ? [day + 600, day + 705] : [day + fives(560, 600), day + fives(700, 780)])),
      cost: pick([0, 0, 300]),
      maxSessions: 1 + chance.below(isTiny ? 1 : 3),
    };
  });
  const ratio = () => pick([{ staff: 0, residents: 1 }, { staff: 1, residents: 3 }, { staff: 1, residents: 10 }, { staff: 1, residents: 2 }, { staff: 1, residents: 1 }, { staff: 2, residents: 1 }]);
  const residents = residentIds.map((id): Resident => ({
    id,
    wheelchair: maybe(0.3),
    supportIn: ratio(),
    supportOut: ratio(),
    unavailable: maybe(0.3) ? [[fives(560, 640), fives(645, 700)]] : [],
    target: chance.below(4),
    maxPerDay: 1 + chance.below(2),
    budget: pick([null, 300, 450]),
    value: Object.fromEntries(some(activityIds, 0.8).map((one) => [one, chance.below(101)])),
    preferredStaff: some(staffIds, 0.2),
    declinedStaff: some(staffIds, 0.1),
    avoids: some(residentIds, 0.08).filter((other) => other !== id),
  }));
  const anySpan = (): Span => [pick(days) + 570, pick(days) + DAY + 60];
  const routines = residentIds.filter(() => maybe(0.3)).map((id, i) => {
    const from = pick(days) + fives(570, 690);
    return { id: `n${i}`, resident: id, activity: pick(activityIds), occurrences: [[from, from + 90] as const], protected: maybe(0.6), weight: chance.below(4) };
  });
  return {
    format: 'promenade-plan/1',
    id: `any-${seed}`,
    startDate: '2025-06-02',
    days: size.days,
    grid: 15,
    rooms: [{ id: 'hall', capacity: 5, available: [[540, 800], [1980, 2240]] }, { id: 'den', capacity: 3, available: [[0, 660], [660, 2880]] }],
    vehicles: [{ id: 'bus', seats: 3, bays: 1, licence: 'D1', available: [[0, 2880]] }, ...(isTiny ? [] : [{ id: 'car', seats: 2, bays: 0, licence: 'B', available: [[570, 700], [1980, 2200]] } as const])],
    staff,
    floorCover: days.flatMap((day) => [{ from: day + 540, to: day + 720, min: isTiny ? 0 : 1 }, ...(maybe(0.5) ? [{ from: day + fives(600, 640), to: day + 700, min: isTiny ? 1 : 2 }] : [])]),
    residents,
    activities,
    promises: residentIds.filter(() => maybe(0.5)).map((id, i) => {
      const [from, to] = anySpan();
      return { id: `p${i}`, resident: id, activities: some(activityIds, 0.5), from, to: Math.max(from, to), weight: chance.below(4) };
    }),
    routines,
    published: maybe(0.4) ? [{ activity: pick(activityIds), start: 600, room: null, vehicles: [], staff: [], residents: some(residentIds, 0.5) }] : [],
    weights: maybe(0.5) ? {} : { staff: chance.below(6), preferred: chance.below(40) },
  };
}
