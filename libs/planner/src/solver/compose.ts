/** The best session the search can see for a slot, as things stand: how to travel, who comes, who supports them. */
import type { Chance } from '../random.ts';
import type { Guests, List } from './paper.ts';
import type { Makings } from './placed.ts';
import type { Slot } from './tables.ts';
import type { Transport } from './transport.ts';
import type { Week } from './week.ts';
import { findSkilled, lendMore } from './crew.ts';
import { list } from './paper.ts';
import { transportsTo } from './transport.ts';
import { countOf } from './placed.ts';
import { holds } from './tables.ts';
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

/** A session for the slot, or null when none is possible or worth anything; `must` comes whatever it is worth. */
export function compose(week: Week, slot: Slot, taste: Taste, must = -1): Proposal | null {
  const activity = at(week.tables.activities, slot.activity);
  if ((week.sessionsOf[slot.activity] ?? 0) >= activity.maxSessions) return null;
  const spare = week.spareIn(slot);
  if (spare < activity.baseStaff || (spare === 0 && activity.transport === 'vehicle')) return null;
  const { rooms, pool } = week.paper;
  rooms.count = 0;
  for (let i = 0; i < slot.rooms.length; i += 1) if (week.isRoomFree(slot.rooms[i] ?? 0, slot)) list(rooms, slot.rooms[i] ?? 0);
  if (rooms.count === 0 && activity.rooms.length > 0) return null;
  const free = week.freeIn(slot);
  const guests = guestsFor(week, slot, taste, must, free.residents);
  if (guests.count < activity.group.min || (must >= 0 && guests.who[0] !== must)) return null;
  pool.count = 0;
  for (let word = 0; word < free.staff.length; word += 1) {
    for (let left = free.staff[word] ?? 0; left !== 0; left &= left - 1) list(pool, (word << 5) + lowest(left));
  }
  let best: Proposal | null = null;
  const transports = transportsTo(week, slot, spare, pool, taste);
  for (let i = 0; i < transports.length; i += 1) {
    const found = composeWith(week, slot, taste, at(transports, i), spare, must);
    if (found && (!best || found.appeal > best.appeal)) best = found;
  }
  return best;
}

const NOBODY: readonly number[] = [];

/** Which is the lowest bit set. */
function lowest(word: number): number {
  return 31 - Math.clz32(word & -word);
}

function guestsFor(week: Week, slot: Slot, taste: Taste, must: number, free: Int32Array): Guests {
  const { support, activities, weights } = week.tables;
  const { guests } = week.paper;
  const { dedicated, shared, scale } = support[at(activities, slot.activity).setting];
  const price = ((weights.staff + taste.shadow) * slot.quarters) / scale;
  const { who, gain, appeal } = guests;
  const isFickle = isWhim(taste, 0.3);
  let count = 0;
  const isCheap = at(activities, slot.activity).cost === 0;
  for (let word = 0; word < free.length; word += 1) for (let left = free[word] ?? 0; left !== 0; left &= left - 1) {
    const resident = (word << 5) + lowest(left);
    if (!isCheap && !week.diary.canAfford(resident, slot.activity)) continue;
    const adds = week.diary.gainOf(resident, slot);
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

/** The best session for the slot with this transport; who is free to come, to help and to be used is on the week's paper. */
function composeWith(week: Week, slot: Slot, taste: Taste, transport: Transport, spare: number, must: number): Proposal | null {
  const { tables, paper } = week;
  const { rooms, company, crew, sketch } = paper;
  const activity = at(tables.activities, slot.activity);
  const { drivers } = transport;
  const others = drivers.length === 0 ? paper.pool : allBut(paper.pool, drivers, paper.others);
  if (!findSkilled(week, slot.activity, activity.driverSupports ? drivers : NOBODY, others, taste)) return null;
  let largest = 0;
  for (let i = 0; i < rooms.count; i += 1) largest = Math.max(largest, at(tables.problem.rooms, rooms.items[i] ?? 0).capacity);
  const limits: Limits = {
    staff: Math.min(others.count, spare - drivers.length),
    supporting: activity.driverSupports ? drivers.length : 0,
    heads: activity.rooms.length > 0 ? largest - drivers.length : Number.POSITIVE_INFINITY,
    // One or two nobody needs are sometimes those they like.
    extra: isWhim(taste, 0.1) ? 1 + taste.chance.below(2) : 0,
    crew: crew.count,
    transport,
  };
  const price = (tables.weights.staff + taste.shadow) * slot.quarters;
  barThoseWhoDecline(week, drivers);
  while (invite(week, slot, limits, price, must)) {
    const room = smallest(week, rooms, company.count + company.staff + drivers.length + (isWhim(taste, 0.1) ? 1 : 0));
    if (rooms.count > 0 && room < 0) return null;
    paper.begin(drivers);
    if (lendMore(week, company.staff - crew.count, others, taste)) {
      const people = sketch.staff.count + drivers.length;
      const worth = company.gain + tables.weights.preferred * countOf(sketch.happy) - tables.weights.staff * slot.quarters * people;
      const session: Makings = { slot, room, vehicles: transport.vehicles, drivers, staff: copyOf(sketch.staff), residents: copyOf(company), pinned: false };
      return { session, gain: worth, appeal: worth - taste.shadow * slot.quarters * people };
    }
    // Somebody declines those who are left: without them it may still do.
    const picky = pickiest(week, company, others, must);
    if (picky < 0) return null;
    bar(paper.barred, picky);
  }
  return null;
}

/** Those of `people` who are not among `without`, on paper. */
function allBut(people: List, without: readonly number[], paper: List): List {
  paper.count = 0;
  for (let i = 0; i < people.count; i += 1) if (!without.includes(people.items[i] ?? 0)) list(paper, people.items[i] ?? 0);
  return paper;
}

function copyOf({ items, count }: List): number[] {
  return items.slice(0, count);
}

/** The last of a company who declines any of these, but for the one who must come; -1 when nobody does. */
function pickiest(week: Week, company: List, staff: List, must: number): number {
  for (let i = company.count - 1; i >= 0; i -= 1) {
    const resident = company.items[i] ?? 0;
    if (resident === must) continue;
    for (let j = 0; j < staff.count; j += 1) if (week.friends.declines(resident, staff.items[j] ?? 0)) return resident;
  }
  return -1;
}

function barThoseWhoDecline({ paper: { barred, crew }, tables: { declinedBy, residentWords } }: Week, drivers: readonly number[]): void {
  for (let word = 0; word < residentWords; word += 1) {
    let bits = 0;
    for (let i = 0; i < crew.count; i += 1) bits |= declinedBy[(crew.items[i] ?? 0) * residentWords + word] ?? 0;
    for (let i = 0; i < drivers.length; i += 1) bits |= declinedBy[(drivers[i] ?? 0) * residentWords + word] ?? 0;
    barred[word] = bits;
  }
}

function bar(barred: Int32Array, resident: number): void {
  barred[resident >>> 5] = (barred[resident >>> 5] ?? 0) | (1 << (resident & 31));
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
  /** How many staff its skills take. */
  readonly crew: number;
  readonly transport: Transport;
};

/** Asks guests in order while they are worth the staff they need; the best beginning of that list is the company. False when there is none. */
function invite(week: Week, slot: Slot, limits: Limits, price: number, must: number): boolean {
  const { activities, support, avoids, residentWords } = week.tables;
  const { guests, company, barred } = week.paper;
  const { items } = company;
  const activity = at(activities, slot.activity);
  const { dedicated, shared, scale } = support[activity.setting];
  const { supporting, heads } = limits;
  const { bays, seats } = limits.transport;
  const { min, max } = activity.group;
  const needed = Math.max(limits.crew, activity.baseStaff - supporting, 0);
  const least = needed < limits.staff ? needed + limits.extra : needed;
  if (least > limits.staff) return false;
  let own = 0;
  let common = 0;
  let wheelchairs = 0;
  let staff = least;
  let asked = 0;
  let worth = -price * least;
  let gained = 0;
  let bestWorth = Number.NEGATIVE_INFINITY;
  company.count = 0;
  for (let i = 0; i < guests.count && asked < max; i += 1) {
    const resident = guests.who[i] ?? 0;
    if (holds(barred, resident)) continue;
    const gain = guests.gain[i] ?? 0;
    const nextOwn = own + (dedicated[resident] ?? 0);
    const nextCommon = common + (shared[resident] ?? 0);
    const nextStaff = Math.max(least, Math.ceil(nextOwn / scale) + Math.ceil(nextCommon / scale) - supporting + limits.extra);
    const nextWheelchairs = wheelchairs + (week.wheelchair[resident] ?? 0);
    const people = asked + 1 + nextStaff;
    if (nextStaff > limits.staff || people > heads) continue;
    if (nextWheelchairs > bays || people - nextWheelchairs > seats) continue;
    const added = gain - price * (nextStaff - staff);
    if (added <= 0 && nextOwn > own && resident !== must) continue;
    let isShunned = false;
    for (let j = 0; j < asked; j += 1) {
      const other = items[j] ?? 0;
      if ((((avoids[resident * residentWords + (other >>> 5)] ?? 0) >>> (other & 31)) & 1) === 1) isShunned = true;
    }
    if (isShunned) continue;
    items[asked] = resident;
    asked += 1;
    own = nextOwn;
    common = nextCommon;
    wheelchairs = nextWheelchairs;
    staff = nextStaff;
    worth += added;
    gained += gain;
    if (asked < min || worth <= bestWorth) continue;
    bestWorth = worth;
    company.count = asked;
    company.staff = staff;
    company.gain = gained;
  }
  return company.count > 0 && (must < 0 || items[0] === must);
}

function smallest({ tables }: Week, rooms: List, heads: number): number {
  let best = -1;
  let size = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rooms.count; i += 1) {
    const room = rooms.items[i] ?? 0;
    const { capacity } = at(tables.problem.rooms, room);
    if (capacity < heads || capacity >= size) continue;
    best = room;
    size = capacity;
  }
  return best;
}
