/** The best session the search can see for a slot, as things stand: how to travel, who comes, who supports them. */
import type { Chance } from '../random.ts';
import type { Makings } from './placed.ts';
import type { Slot } from './tables.ts';
import type { Transport } from './transport.ts';
import type { Week } from './week.ts';
import { complete, skilled } from './crew.ts';
import { transportsTo } from './transport.ts';
import { countOf } from './placed.ts';
import { at } from '../at.ts';

export type Taste = {
  /** Points each member of staff is held to be worth elsewhere, for a quarter of an hour. */
  readonly shadow: number;
  /** 0 for the plainly best choice; more for variety. */
  readonly noise: number;
  readonly chance: Chance;
};

/** Whether to do, this time, something quite else: what looks worst by itself is sometimes best for the whole. */
export function isWhim({ noise, chance }: Taste, share: number): boolean {
  return noise > 0 && chance.next() < share;
}

export type Proposal = { readonly session: Makings; /** What it adds to the score. */ readonly gain: number; /** The same, less what its staff are held to be worth elsewhere. */ readonly appeal: number };

/** Who would come, in the order in which they are asked, and what that adds. */
type Guests = { readonly who: Int32Array; readonly gain: Float64Array; readonly appeal: Float64Array; count: number };

/** A session for the slot, or null when none is possible or worth anything; `must` comes whatever it is worth. */
export function compose(week: Week, slot: Slot, taste: Taste, must = -1): Proposal | null {
  const activity = at(week.tables.activities, slot.activity);
  if ((week.sessionsOf[slot.activity] ?? 0) >= activity.maxSessions) return null;
  const spare = week.spareIn(slot);
  if (spare < activity.baseStaff || (spare === 0 && activity.transport === 'vehicle')) return null;
  let rooms: readonly number[] = NOWHERE;
  if (activity.rooms.length > 0) {
    rooms = slot.rooms.filter((room) => week.isRoomFree(room, slot));
    if (rooms.length === 0) return null;
  }
  const free = week.freeIn(slot);
  const guests = guestsFor(week, slot, taste, must, free.residents);
  if (guests.count < activity.group.min || (must >= 0 && guests.who[0] !== must)) return null;
  const pool: number[] = [];
  for (let word = 0; word < free.staff.length; word += 1) {
    for (let left = free.staff[word] ?? 0; left !== 0; left &= left - 1) pool.push((word << 5) + lowest(left));
  }
  let best: Proposal | null = null;
  for (const transport of transportsTo(week, slot, spare, pool, taste)) {
    const found = composeWith(week, slot, taste, transport, spare, rooms, pool, guests, must);
    if (found && (!best || found.appeal > best.appeal)) best = found;
  }
  return best;
}

const NOWHERE: readonly number[] = [];

/** Which is the lowest bit set. */
function lowest(word: number): number {
  return 31 - Math.clz32(word & -word);
}

function guestsFor(week: Week, slot: Slot, taste: Taste, must: number, free: Int32Array): Guests {
  const { support, activities, weights } = week.tables;
  const { guests } = week;
  const { dedicated, shared, scale } = support[at(activities, slot.activity).setting];
  const price = ((weights.staff + taste.shadow) * slot.quarters) / scale;
  const { who, gain, appeal } = guests;
  const isFickle = isWhim(taste, 0.3);
  let count = 0;
  const isCheap = at(activities, slot.activity).cost === 0;
  for (let word = 0; word < free.length; word += 1) for (let left = free[word] ?? 0; left !== 0; left &= left - 1) {
    const resident = (word << 5) + lowest(left);
    if (!isCheap && !week.diary.canAfford(resident, slot.activity)) continue;
    const option = at(slot.optionOf, resident);
    const adds = week.diary.gainOf(option, slot.activity);
    if (resident !== must && (adds <= 0 || (isFickle && taste.chance.next() < 0.25))) continue;
    const wish = resident === must ? Number.POSITIVE_INFINITY : adds * (1 + taste.noise * (taste.chance.next() - 0.5)) - price * ((dedicated[resident] ?? 0) + (shared[resident] ?? 0));
    let place = count;
    while (place > 0 && (appeal[place - 1] ?? 0) < wish) {
      who[place] = who[place - 1] ?? 0;
      gain[place] = gain[place - 1] ?? 0;
      appeal[place] = appeal[place - 1] ?? 0;
      place -= 1;
    }
    who[place] = resident;
    gain[place] = adds;
    appeal[place] = wish;
    count += 1;
  }
  guests.count = count;
  return guests;
}

function composeWith(week: Week, slot: Slot, taste: Taste, transport: Transport, spare: number, rooms: readonly number[], pool: readonly number[], guests: Guests, must: number): Proposal | null {
  const { tables } = week;
  const activity = at(tables.activities, slot.activity);
  const { drivers } = transport;
  const others = drivers.length === 0 ? pool : pool.filter((person) => !drivers.includes(person));
  const crew = skilled(tables, slot.activity, activity.driverSupports ? drivers : NOWHERE, others, taste);
  if (!crew) return null;
  let largest = 0;
  for (const room of rooms) largest = Math.max(largest, at(tables.problem.rooms, room).capacity);
  const limits: Limits = {
    staff: Math.min(others.length, spare - drivers.length),
    supporting: activity.driverSupports ? drivers.length : 0,
    heads: activity.rooms.length > 0 ? largest - drivers.length : Number.POSITIVE_INFINITY,
    // One or two nobody needs are sometimes those they like.
    extra: isWhim(taste, 0.1) ? 1 + taste.chance.below(2) : 0,
    crew,
    transport,
  };
  const price = (tables.weights.staff + taste.shadow) * slot.quarters;
  const barred = new Set<number>();
  for (;;) {
    const company = invite(week, slot, guests, limits, price, must, barred);
    if (!company) return null;
    const { residents, staff, gain } = company;
    const room = smallest(week, rooms, residents.length + staff + drivers.length + (isWhim(taste, 0.1) ? 1 : 0));
    if (rooms.length > 0 && room < 0) return null;
    const sketch = week.sketched(residents, crew, drivers);
    if (complete(week, sketch, staff, others, taste, (person) => week.lend(sketch, person))) {
      const people = sketch.staff.length + drivers.length;
      const worth = gain + tables.weights.preferred * countOf(sketch.happy) - tables.weights.staff * slot.quarters * people;
      const session: Makings = { slot, room, vehicles: transport.vehicles, drivers, staff: sketch.staff.slice(), residents, pinned: false };
      return { session, gain: worth, appeal: worth - taste.shadow * slot.quarters * people };
    }
    // Somebody declines those who are left: without them it may still do.
    const picky = residents.findLast((resident) => resident !== must && others.some((person) => week.friends.declines(resident, person)));
    if (picky === undefined) return null;
    barred.add(picky);
  }
}

type Limits = {
  /** Most staff apart from drivers. */
  readonly staff: number;
  /** Drivers who count as support. */
  readonly supporting: number;
  /** Most residents and staff together. */
  readonly heads: number;
  /** Staff to take along beyond those it takes. */
  readonly extra: number;
  readonly crew: readonly number[];
  readonly transport: Transport;
};

type Company = { readonly residents: readonly number[]; readonly staff: number; readonly gain: number };

/** Asks guests in order while they are worth the staff they need, and keeps the best beginning of that list. */
function invite(week: Week, slot: Slot, guests: Guests, limits: Limits, price: number, must: number, barred: ReadonlySet<number>): Company | null {
  const { activities, support, avoids, residentWords } = week.tables;
  const activity = at(activities, slot.activity);
  const { dedicated, shared, scale } = support[activity.setting];
  const { crew, transport } = limits;
  const needed = Math.max(crew.length, activity.baseStaff - limits.supporting, 0);
  const least = needed < limits.staff ? needed + limits.extra : needed;
  if (least > limits.staff) return null;
  const chosen: number[] = [];
  let [own, common, wheelchairs, staff] = [0, 0, 0, least];
  let worth = -price * least;
  let gained = 0;
  let best: { count: number; staff: number; gain: number } | null = null;
  let bestWorth = Number.NEGATIVE_INFINITY;
  next: for (let i = 0; i < guests.count && chosen.length < activity.group.max; i += 1) {
    const resident = guests.who[i] ?? 0;
    const gain = guests.gain[i] ?? 0;
    const nextOwn = own + (dedicated[resident] ?? 0);
    const nextCommon = common + (shared[resident] ?? 0);
    const nextStaff = Math.max(least, Math.ceil(nextOwn / scale) + Math.ceil(nextCommon / scale) - limits.supporting + limits.extra);
    const nextWheelchairs = wheelchairs + (week.wheelchair[resident] ?? 0);
    const people = chosen.length + 1 + nextStaff;
    if (nextStaff > limits.staff || people > limits.heads) continue;
    if (nextWheelchairs > transport.bays || people - nextWheelchairs > transport.seats) continue;
    const added = gain - price * (nextStaff - staff);
    if (added <= 0 && nextOwn > own && resident !== must) continue;
    for (const other of chosen) if ((((avoids[resident * residentWords + (other >>> 5)] ?? 0) >>> (other & 31)) & 1) === 1) continue next;
    for (const person of crew) if (week.friends.declines(resident, person)) continue next;
    for (const driver of transport.drivers) if (week.friends.declines(resident, driver)) continue next;
    if (barred.has(resident)) continue;
    chosen.push(resident);
    [own, common, wheelchairs, staff] = [nextOwn, nextCommon, nextWheelchairs, nextStaff];
    worth += added;
    gained += gain;
    if (chosen.length < activity.group.min || worth <= bestWorth) continue;
    bestWorth = worth;
    best = { count: chosen.length, staff, gain: gained };
  }
  if (!best || (must >= 0 && chosen[0] !== must)) return null;
  chosen.length = best.count;
  return { residents: chosen, staff: best.staff, gain: best.gain };
}

function smallest({ tables }: Week, rooms: readonly number[], heads: number): number {
  let best = -1;
  let size = Number.POSITIVE_INFINITY;
  for (const room of rooms) {
    const { capacity } = at(tables.problem.rooms, room);
    if (capacity >= heads && capacity < size) [best, size] = [room, capacity];
  }
  return best;
}
