/** A problem laid out for the search: ids become indices, and everything that never changes is worked out once. */
import type { Activity, Problem, Resident, Span, Staff, Vehicle, Weights } from '../problem.ts';
import { lengthOf, weightsOf } from '../problem.ts';
import { quarters } from '../score.ts';
import { DAY, dayOf, isInside, isInsideOne, overlaps } from '../span.ts';
import { isDedicated, ratioFor } from '../support.ts';
import { at, valueAt } from '../at.ts';
import { Nearby } from './nearby.ts';

/** What somebody's coming to a slot would mean beside itself, whatever else is planned. */
export type Claim = {
  /** Points for coming because they were told they would. */
  readonly told: number;
  /** Promises kept and occurrences of routines honoured by it, as indices into `wantPoints`. */
  readonly wants: readonly number[];
};

/** An activity at a time at which it may start, with everyone and everything that could be there. */
export type Slot = {
  readonly id: number;
  readonly activity: number;
  readonly start: number;
  readonly day: number;
  readonly quarters: number;
  readonly firstUnit: number;
  readonly endUnit: number;
  /** The slot's units as bits: `masks[i]` belongs to word `firstWord + i`. */
  readonly firstWord: number;
  readonly masks: Int32Array;
  readonly staff: readonly number[];
  readonly rooms: readonly number[];
  readonly vehicles: readonly number[];
  /** The residents who could come, and by resident what it would mean beside itself, where it does. */
  readonly residents: readonly number[];
  readonly claimOf: readonly (Claim | undefined)[];
  /** Bits of the residents who could come, of those of them with a claim, and of the staff who are there. */
  readonly who: Int32Array;
  readonly special: Int32Array;
  readonly crew: Int32Array;
};

export type Tables = {
  readonly problem: Problem;
  readonly weights: Weights;
  /** What the empty plan scores. */
  readonly nothing: number;
  readonly residents: readonly Resident[];
  readonly staff: readonly Staff[];
  readonly vehicles: readonly Vehicle[];
  readonly activities: readonly Activity[];
  readonly slots: readonly Slot[];
  readonly slotsOf: readonly (readonly Slot[])[];
  /** Which activity a slot is of, by its id. */
  readonly activityOf: Int32Array;
  readonly nearby: Nearby;
  /** How many units, and words of 32 units, the horizon has. */
  readonly units: number;
  /** Whether anything goes on past midnight. */
  readonly isOvernight: boolean;
  readonly words: number;
  /** How many staff may be away in each unit. */
  readonly spare: Int16Array;
  readonly wantPoints: readonly number[];
  /** Whose want it is, and the slots that would meet it. */
  readonly wantedBy: readonly number[];
  /** The slots at which each resident could come to something. */
  readonly slotsFor: readonly (readonly Slot[])[];
  readonly wantsOf: readonly (readonly number[])[];
  readonly slotsMeeting: readonly (readonly Slot[])[];
  /** Support in `scale`ths of a person, by activity setting. */
  readonly support: Readonly<Record<Activity['setting'], Support>>;
  /** Words of 32 residents, and of 32 staff. */
  readonly residentWords: number;
  readonly staffWords: number;
  /** Who likes, and who declines, a member of staff: bits of residents, by staff. */
  readonly likedBy: Int32Array;
  readonly declinedBy: Int32Array;
  /** Whom a resident must not be with: bits of residents, by resident. */
  readonly avoids: Int32Array;
  /** Skills an activity takes: how many must hold each, and who does. */
  readonly skills: readonly (readonly Skill[])[];
  /** Whether someone may drive a vehicle: by staff, then vehicle. */
  readonly mayDrive: Uint8Array;
  /** How much else only few could do: what giving this person to a session costs the rest. */
  readonly scarcity: readonly number[];
  /** How often a day someone may have an activity, where that is more than once: by resident, activity, day. */
  readonly timesADay: Uint8Array;
  readonly indexOf: { readonly resident: ReadonlyMap<string, number>; readonly staff: ReadonlyMap<string, number>; readonly vehicle: ReadonlyMap<string, number>; readonly room: ReadonlyMap<string, number>; readonly activity: ReadonlyMap<string, number> };
};

export type Skill = { readonly many: number; readonly holders: Uint8Array };

export type Support = {
  readonly scale: number;
  readonly dedicated: Float64Array;
  readonly shared: Float64Array;
  /** The least that anyone takes. */
  readonly lightest: number;
};

export function tablesOf(problem: Problem): Tables {
  const { residents, staff, vehicles, activities, days } = problem;
  const indexOf = {
    resident: indices(residents),
    staff: indices(staff),
    vehicle: indices(vehicles),
    room: indices(problem.rooms),
    activity: indices(activities),
  };
  const unit = unitOf(problem);
  const units = Math.ceil((days * DAY) / unit);
  const slots = slotsOf(problem, unit, indexOf.room);
  const wants = wantsOf(problem);
  const matrix = (rows: number, columns: number, holds: (row: number, column: number) => boolean) =>
    Uint8Array.from({ length: rows * columns }, (_, i) => (holds(Math.floor(i / columns), i % columns) ? 1 : 0));
  return {
    problem,
    weights: weightsOf(problem),
    nothing: scoreOfNothing(problem),
    residents,
    staff,
    vehicles,
    activities,
    slots,
    slotsOf: activities.map((_, activity) => slots.filter((slot) => slot.activity === activity)),
    activityOf: Int32Array.from(slots, ({ activity }) => activity),
    nearby: new Nearby(slots),
    units,
    isOvernight: slots.some(({ day, endUnit }) => endUnit * unit > (day + 1) * DAY),
    words: Math.ceil(units / 32),
    spare: sparePerUnit(problem, unit, units),
    wantPoints: wants.map(({ points }) => points),
    wantedBy: wants.map(({ resident }) => valueAt(indexOf.resident, resident)),
    slotsFor: residents.map((_, resident) => slots.filter(({ who }) => holds(who, resident))),
    wantsOf: residents.map(({ id }) => wants.flatMap((want, i) => (want.resident === id ? [i] : []))),
    slotsMeeting: slotsMeeting(slots, wants.length),
    support: { home: supportTable(residents, 'home'), out: supportTable(residents, 'out') },
    residentWords: Math.ceil(residents.length / 32),
    staffWords: Math.ceil(staff.length / 32),
    likedBy: bits(staff.length, residents.length, (s, r) => at(residents, r).preferredStaff.includes(at(staff, s).id)),
    declinedBy: bits(staff.length, residents.length, (s, r) => at(residents, r).declinedStaff.includes(at(staff, s).id)),
    avoids: bits(residents.length, residents.length, (a, b) => at(residents, a).avoids.includes(at(residents, b).id) || at(residents, b).avoids.includes(at(residents, a).id)),
    skills: activities.map(({ skills }) =>
      Object.entries(skills).filter(([, many]) => many > 0).map(([skill, many]): Skill => ({ many, holders: Uint8Array.from(staff, (person) => (person.skills.includes(skill) ? 1 : 0)) })),
    ),
    mayDrive: matrix(staff.length, vehicles.length, (s, v) => at(staff, s).licences.includes(at(vehicles, v).licence)),
    scarcity: scarcityOf(problem),
    timesADay: timesADay(problem, indexOf.resident, indexOf.activity),
    indexOf,
  };
}

/** For each row the columns that hold, as bits in words of 32. */
function bits(rows: number, columns: number, holds: (row: number, column: number) => boolean): Int32Array {
  const words = Math.ceil(columns / 32);
  const all = new Int32Array(rows * words);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (holds(row, column)) all[row * words + (column >>> 5)] = (all[row * words + (column >>> 5)] ?? 0) | (1 << (column & 31));
    }
  }
  return all;
}

/** Some of `count`, as bits in words of 32. */
function bitsOf(some: readonly number[], count: number): Int32Array {
  const words = new Int32Array(Math.ceil(count / 32));
  for (const one of some) words[one >>> 5] = (words[one >>> 5] ?? 0) | (1 << (one & 31));
  return words;
}

/** Whether a bit is set. */
export function holds(words: Int32Array, which: number): boolean {
  return (((words[which >>> 5] ?? 0) >>> (which & 31)) & 1) === 1;
}

function indices(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, i) => [id, i]));
}

/** The longest stretch of minutes that measures every shift, break, floor cover and session exactly. */
function unitOf({ grid, staff, floorCover, activities }: Problem): number {
  const lengths = activities.map(lengthOf);
  const ends = staff.flatMap(({ shifts, breaks }) => [...shifts, ...breaks].flat());
  const covers = floorCover.flatMap(({ from, to }) => [from, to]);
  return [...lengths, ...ends, ...covers, DAY].reduce(commonFactor, grid);
}

function commonFactor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : commonFactor(b, a % b);
}

function sparePerUnit({ staff, floorCover }: Problem, unit: number, units: number): Int16Array {
  const onDuty = new Int16Array(units);
  const needed = new Int16Array(units);
  const eachUnit = (spans: readonly Span[], visit: (u: number) => void) => {
    for (const [from, to] of spans) for (let u = Math.max(0, from / unit); u < Math.min(units, to / unit); u += 1) visit(u);
  };
  for (const { shifts, breaks } of staff) {
    const here = new Uint8Array(units);
    eachUnit(shifts, (u) => (here[u] = 1));
    eachUnit(breaks, (u) => (here[u] = 0));
    here.forEach((one, u) => (onDuty[u] = (onDuty[u] ?? 0) + one));
  }
  for (const { from, to, min } of floorCover) eachUnit([[from, to]], (u) => (needed[u] = Math.max((needed[u] ?? 0), Math.min(min, staff.length))));
  return onDuty.map((here, u) => Math.max(0, here - (needed[u] ?? 0)));
}

type Want = { readonly resident: string; readonly points: number; readonly fits: (activity: string, span: Span) => boolean };

/** Promises, then occurrences of routines: what counts once, however often it is met. */
function wantsOf(problem: Problem): Want[] {
  const weights = weightsOf(problem);
  return [
    ...problem.promises.map(({ resident, activities, from, to, weight }): Want => ({
      resident,
      points: weights.promise * weight,
      fits: (activity, span) => activities.includes(activity) && isInside(span, [from, to]),
    })),
    ...problem.routines.flatMap((routine) =>
      routine.occurrences.map((occurrence): Want => ({
        resident: routine.resident,
        points: weights.routine * routine.weight,
        fits: (activity, span) => activity === routine.activity && isInside(span, occurrence),
      })),
    ),
  ];
}

function slotsOf(problem: Problem, unit: number, roomIndex: ReadonlyMap<string, number>): Slot[] {
  const { activities, grid, days } = problem;
  const guestsAt = guestsFor(problem);
  const slots: Slot[] = [];
  activities.forEach((activity, a) => {
    const rooms = [...new Set(activity.rooms.flatMap((id) => roomIndex.get(id) ?? []))];
    for (let start = 0; start + lengthOf(activity) <= days * DAY; start += grid) {
      const there: Span = [start + activity.travel, start + activity.travel + activity.duration];
      if (!isInsideOne(there, activity.windows)) continue;
      const span: Span = [start, start + lengthOf(activity)];
      const { residents, claimOf } = guestsAt(activity, span);
      const here = indicesWhere(problem.staff, ({ shifts, breaks }) => isInsideOne(span, shifts) && !breaks.some((pause) => overlaps(span, pause)));
      const [firstUnit, endUnit] = [span[0] / unit, span[1] / unit];
      slots.push({
        id: slots.length,
        activity: a,
        start,
        day: dayOf(start),
        quarters: quarters(span[1] - span[0]),
        firstUnit,
        endUnit,
        firstWord: firstUnit >>> 5,
        masks: masksOf(firstUnit, endUnit),
        staff: here,
        rooms: rooms.filter((room) => isInsideOne(span, at(problem.rooms, room).available)),
        vehicles: activity.transport === 'vehicle' ? indicesWhere(problem.vehicles, ({ available }) => isInsideOne(span, available)) : [],
        residents,
        claimOf,
        who: bitsOf(residents, problem.residents.length),
        special: bitsOf(residents.filter((resident) => claimOf[resident] !== undefined), problem.residents.length),
        crew: bitsOf(here, problem.staff.length),
      });
    }
  });
  return slots;
}

type GuestsAt = (activity: Activity, span: Span) => Pick<Slot, 'residents' | 'claimOf'>;

/** Who could come to an activity at a time, going only by their own day, and what that would mean. */
function guestsFor(problem: Problem): GuestsAt {
  const { change } = weightsOf(problem);
  const told = new Set(problem.published.flatMap(({ activity, start, residents }) => residents.map((id) => `${activity} ${start} ${id}`)));
  const wants = wantsOf(problem);
  const wantsBy = new Map(problem.residents.map(({ id }) => [id, wants.flatMap((want, i) => (want.resident === id ? [i] : []))]));
  const shielded = new Map(problem.residents.map(({ id }) => [id, problem.routines.filter((routine) => routine.protected && routine.resident === id)]));
  const couldCome = ({ id, value, unavailable }: Resident, activity: Activity, span: Span) =>
    Object.hasOwn(value, activity.id) &&
    !unavailable.some((away) => overlaps(span, away)) &&
    !valueAt(shielded, id).some((routine) => routine.occurrences.some((occurrence) => overlaps(span, occurrence) && !(activity.id === routine.activity && isInside(span, occurrence))));
  const claim = ({ id }: Resident, activity: Activity, span: Span): Claim | undefined => {
    const met = valueAt(wantsBy, id).filter((want) => at(wants, want).fits(activity.id, span));
    const wasTold = told.has(`${activity.id} ${span[0]} ${id}`);
    return met.length > 0 || wasTold ? { told: wasTold ? change : 0, wants: met } : undefined;
  };
  const none: readonly undefined[] = problem.residents.map(() => undefined);
  return (activity, span) => {
    const residents = indicesWhere(problem.residents, (resident) => couldCome(resident, activity, span));
    const claims = residents.map((resident) => claim(at(problem.residents, resident), activity, span));
    if (claims.every((one) => one === undefined)) return { residents, claimOf: none };
    const claimOf: (Claim | undefined)[] = [...none];
    residents.forEach((resident, i) => (claimOf[resident] = claims[i]));
    return { residents, claimOf };
  };
}

/** By want, the slots that would meet it, in order. */
function slotsMeeting(slots: readonly Slot[], wants: number): Slot[][] {
  const meeting: Slot[][] = Array.from({ length: wants }, () => []);
  for (const slot of slots) for (const resident of slot.residents) for (const want of slot.claimOf[resident]?.wants ?? []) at(meeting, want).push(slot);
  return meeting;
}

function masksOf(firstUnit: number, endUnit: number): Int32Array {
  const masks = new Int32Array(((endUnit - 1) >>> 5) - (firstUnit >>> 5) + 1);
  for (let unit = firstUnit; unit < endUnit; unit += 1) masks[(unit >>> 5) - (firstUnit >>> 5)] = (masks[(unit >>> 5) - (firstUnit >>> 5)] ?? 0) | 1 << (unit & 31);
  return masks;
}

function indicesWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): number[] {
  return items.flatMap((item, i) => (holds(item) ? [i] : []));
}

/** NOTE: with wild denominators the shares are rounded up: a session may get one person too many, never too few. */
const FINEST = 1e9;

function supportTable(residents: readonly Resident[], setting: Activity['setting']): Support {
  const ratios = residents.map((resident) => ratioFor(resident, { setting }));
  const exact = ratios.reduce((all, ratio) => (all > FINEST ? all : (all / commonFactor(all, ratio.residents)) * ratio.residents), 1);
  const scale = Math.min(exact, FINEST);
  const share = (kind: boolean) => Float64Array.from(ratios, (ratio) => (isDedicated(ratio) === kind ? Math.ceil((ratio.staff * scale) / ratio.residents) : 0));
  const [dedicated, shared] = [share(true), share(false)];
  return { scale, dedicated, shared, lightest: shared.reduce((least, part, i) => Math.min(least, part + (dedicated[i] ?? 0)), scale) };
}

/** Points by which a person is worth more elsewhere: for each skill or licence that few at the home have. */
function scarcityOf({ staff, activities, vehicles }: Problem): number[] {
  const used = new Set([...activities.flatMap(({ skills }) => Object.keys(skills)), ...vehicles.map(({ licence }) => licence)]);
  const holders = (gift: string) => staff.filter(({ skills, licences }) => skills.includes(gift) || licences.includes(gift)).length;
  const rarity = new Map([...used].map((gift) => [gift, staff.length / Math.max(1, holders(gift))]));
  return staff.map(({ skills, licences }) => [...skills, ...licences].reduce((sum, gift) => sum + (rarity.get(gift) ?? 0), 0));
}

function timesADay(problem: Problem, residentIndex: ReadonlyMap<string, number>, activityIndex: ReadonlyMap<string, number>): Uint8Array {
  const { days, residents, activities, routines } = problem;
  const occurrences = new Uint8Array(residents.length * activities.length * days);
  for (const { resident, activity, occurrences: spans } of routines) {
    const row = (valueAt(residentIndex, resident) * activities.length + valueAt(activityIndex, activity)) * days;
    for (const [from] of spans) if (dayOf(from) >= 0 && dayOf(from) < days) occurrences[row + dayOf(from)] = (occurrences[row + dayOf(from)] ?? 0) + 1;
  }
  return occurrences.map((times) => Math.max(1, times));
}

/** What the empty plan scores: everyone short of their target, everything told taken back. */
function scoreOfNothing(problem: Problem): number {
  const weights = weightsOf(problem);
  const told = new Set(problem.published.flatMap(({ activity, start, residents: ids }) => ids.map((id) => JSON.stringify([id, activity, start]))));
  const hungry = problem.residents.reduce((sum, { target }) => sum + (target * (target + 1)) / 2, 0);
  return 0 - weights.shortfall * hungry - weights.change * told.size;
}
