/** The best session the search can see for a slot, as things stand: how to travel, who comes, who supports them. */
import type { Chance } from '../random.ts';
import type { Slot } from './tables.ts';
import type { Transport } from './transport.ts';
import type { Placed, Week } from './week.ts';
import { completed, skilled } from './crew.ts';
import { transportsTo } from './transport.ts';
import { at } from '../at.ts';

export type Taste = {
  /** Points each member of staff is held to be worth elsewhere, for a quarter of an hour. */
  readonly shadow: number;
  /** 0 for the plainly best choice; more for variety. */
  readonly noise: number;
  readonly chance: Chance;
};

export type Proposal = { readonly session: Placed; /** What it adds to the score. */ readonly gain: number; /** The same, less what its staff are held to be worth elsewhere. */ readonly appeal: number };

/** Someone who would come, what that adds, and how soon to ask them. */
type Guest = { readonly resident: number; readonly gain: number; readonly appeal: number };

/** A session for the slot, or null when none is possible or worth anything; `must` comes whatever it is worth. */
export function compose(week: Week, slot: Slot, taste: Taste, must = -1): Proposal | null {
  const activity = at(week.tables.activities, slot.activity);
  if ((week.sessionsOf[slot.activity] ?? 0) >= activity.maxSessions) return null;
  const rooms = slot.rooms.filter((room) => week.isRoomFree(room, slot));
  if (activity.rooms.length > 0 && rooms.length === 0) return null;
  const spare = week.spareIn(slot);
  if (spare < activity.baseStaff) return null;
  const transports = transportsTo(week, slot, spare, taste);
  if (transports.length === 0) return null;
  const guests = guestsFor(week, slot, taste, must);
  if (guests.length < activity.group.min || (must >= 0 && guests[0]?.resident !== must)) return null;
  let best: Proposal | null = null;
  for (const transport of transports) {
    const found = composeWith(week, slot, taste, transport, spare, rooms, guests, must);
    if (found && (!best || found.appeal > best.appeal)) best = found;
  }
  return best;
}

function guestsFor(week: Week, slot: Slot, taste: Taste, must: number): Guest[] {
  const { support, activities, weights } = week.tables;
  const { dedicated, shared, scale } = support[at(activities, slot.activity).setting];
  const price = (weights.staff + taste.shadow) * slot.quarters;
  const guests: Guest[] = [];
  for (const option of slot.options) {
    if (!week.mayAttend(option, slot)) continue;
    const gain = week.gainOf(option, slot);
    if (gain <= 0 && option.resident !== must) continue;
    const cost = (price * ((dedicated[option.resident] ?? 0) + (shared[option.resident] ?? 0))) / scale;
    const appeal = option.resident === must ? Number.POSITIVE_INFINITY : gain * (1 + taste.noise * (taste.chance.next() - 0.5)) - cost;
    guests.push({ resident: option.resident, gain, appeal });
  }
  return guests.sort((a, b) => b.appeal - a.appeal);
}

function composeWith(week: Week, slot: Slot, taste: Taste, transport: Transport, spare: number, rooms: readonly number[], guests: readonly Guest[], must: number): Proposal | null {
  const { tables } = week;
  const activity = at(tables.activities, slot.activity);
  const { drivers } = transport;
  const pool = slot.staff.filter((person) => !drivers.includes(person) && week.isStaffFree(person, slot));
  const crew = skilled(tables, slot.activity, activity.driverSupports ? drivers : [], pool, taste);
  if (!crew) return null;
  const room = Math.max(...rooms.map((one) => at(tables.problem.rooms, one).capacity));
  const limits: Limits = {
    staff: Math.min(pool.length, spare - drivers.length),
    supporting: activity.driverSupports ? drivers.length : 0,
    heads: activity.rooms.length > 0 ? room - drivers.length : Number.POSITIVE_INFINITY,
    crew,
    transport,
  };
  const price = (tables.weights.staff + taste.shadow) * slot.quarters;
  let company = invite(week, slot, guests, limits, price, must);
  while (company) {
    const { residents } = company;
    const staff = completed(tables, crew, company.staff, drivers, pool, residents, taste);
    if (staff) return propose(week, slot, taste, transport, rooms, residents, staff);
    // Somebody declines those who are left: without them it may still do.
    const picky = residents.findLast((resident) => resident !== must && pool.some((person) => tables.declines[resident * tables.staff.length + person] === 1));
    company = picky === undefined ? null : invite(week, slot, guests.filter(({ resident }) => resident !== picky && residents.includes(resident)), limits, price, must);
  }
  return null;
}

type Limits = {
  /** Most staff apart from drivers. */
  readonly staff: number;
  /** Drivers who count as support. */
  readonly supporting: number;
  /** Most residents and staff together. */
  readonly heads: number;
  readonly crew: readonly number[];
  readonly transport: Transport;
};

type Company = { readonly residents: readonly number[]; readonly staff: number };

/** Asks guests in order while they are worth the staff they need, and keeps the best beginning of that list. */
function invite(week: Week, slot: Slot, guests: readonly Guest[], limits: Limits, price: number, must: number): Company | null {
  const { activities, support, residents: all } = week.tables;
  const activity = at(activities, slot.activity);
  const { dedicated, shared, scale } = support[activity.setting];
  const least = Math.max(limits.crew.length, activity.baseStaff - limits.supporting, 0);
  if (least > limits.staff) return null;
  const chosen: number[] = [];
  let [own, common, wheelchairs, staff] = [0, 0, 0, least];
  let worth = -price * least;
  let best: Company | null = null;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (const { resident, gain } of guests) {
    if (chosen.length === activity.group.max) break;
    const nextOwn = own + (dedicated[resident] ?? 0);
    const nextCommon = common + (shared[resident] ?? 0);
    const nextStaff = Math.max(least, Math.ceil(nextOwn / scale) + Math.ceil(nextCommon / scale) - limits.supporting);
    const nextWheelchairs = wheelchairs + (at(all, resident).wheelchair ? 1 : 0);
    const people = chosen.length + 1 + nextStaff;
    if (nextStaff > limits.staff || people > limits.heads) continue;
    if (nextWheelchairs > limits.transport.bays || people - nextWheelchairs > limits.transport.seats) continue;
    if (isUnwelcome(week, resident, chosen, limits)) continue;
    const added = gain - price * (nextStaff - staff);
    if (added <= 0 && nextOwn > own && resident !== must) continue;
    chosen.push(resident);
    [own, common, wheelchairs, staff] = [nextOwn, nextCommon, nextWheelchairs, nextStaff];
    worth += added;
    if (chosen.length < activity.group.min || worth <= bestWorth) continue;
    bestWorth = worth;
    best = { residents: chosen.slice(), staff };
  }
  return best && (must < 0 || best.residents[0] === must) ? best : null;
}

function isUnwelcome(week: Week, resident: number, chosen: readonly number[], { crew, transport }: Limits): boolean {
  const { avoids, declines, residents, staff } = week.tables;
  for (const other of chosen) if (avoids[resident * residents.length + other] === 1) return true;
  for (const person of crew) if (declines[resident * staff.length + person] === 1) return true;
  for (const driver of transport.drivers) if (declines[resident * staff.length + driver] === 1) return true;
  return false;
}

function propose(week: Week, slot: Slot, taste: Taste, { vehicles, drivers }: Transport, rooms: readonly number[], residents: readonly number[], staff: readonly number[]): Proposal | null {
  const { problem } = week.tables;
  const heads = residents.length + staff.length + drivers.length;
  let room = -1;
  for (const one of rooms) {
    const { capacity } = at(problem.rooms, one);
    if (capacity >= heads && (room < 0 || capacity < at(problem.rooms, room).capacity)) room = one;
  }
  if (rooms.length > 0 && room < 0) return null;
  const session: Placed = { slot, room, vehicles, drivers, staff, residents, pinned: false };
  const gain = worthOf(week, session);
  return { session, gain, appeal: gain - taste.shadow * slot.quarters * (staff.length + drivers.length) };
}

/** What opening a session would add to the score. */
export function worthOf(week: Week, { slot, residents, staff, drivers }: Placed): number {
  const { weights, likes, staff: all } = week.tables;
  let worth = -weights.staff * slot.quarters * (staff.length + drivers.length);
  for (const resident of residents) {
    worth += week.gainOf(at(slot.optionOf, resident), slot);
    const row = resident * all.length;
    if (staff.some((person) => likes[row + person] === 1) || drivers.some((person) => likes[row + person] === 1)) worth += weights.preferred;
  }
  return worth;
}
