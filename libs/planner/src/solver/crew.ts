/** Who of the staff goes along. */
import type { Taste } from './compose.ts';
import type { Tables } from './tables.ts';
import type { Placed, Sketch } from './placed.ts';
import type { Week } from './week.ts';
import { isWhim } from './compose.ts';
import { at } from '../at.ts';

/** Points for each point of scarcity: how gladly the search keeps rare skills free for others. */
const SPARING = 1.5;

/** Staff from `pool` who, with `already`, hold every skill the activity takes; null when nobody does. */
export function skilled(tables: Tables, activity: number, already: readonly number[], pool: readonly number[], taste: Taste): number[] | null {
  const crew: number[] = [];
  const wanted = at(tables.skills, activity);
  if (wanted.length === 0) return crew;
  const byChance = isWhim(taste, 0.3);
  for (;;) {
    const lacking = wanted.filter(({ many, holders }) => held(holders, already) + held(holders, crew) < many);
    if (lacking.length === 0) return crew;
    let best = -1;
    let bestWorth = Number.NEGATIVE_INFINITY;
    for (const person of pool) {
      if (crew.includes(person)) continue;
      let covers = 0;
      for (const { holders } of lacking) covers += holders[person] ?? 0;
      if (covers === 0) continue;
      const worth = covers * 100 + (byChance ? 150 * taste.chance.next() : -reluctance(tables, person, taste));
      if (worth > bestWorth) [best, bestWorth] = [person, worth];
    }
    if (best < 0) return null;
    crew.push(best);
  }
}

function held(holders: Uint8Array, people: readonly number[]): number {
  let count = 0;
  for (let i = 0; i < people.length; i += 1) count += holders[people[i] ?? 0] ?? 0;
  return count;
}

function reluctance({ scarcity }: Tables, person: number, { noise, chance }: Taste): number {
  return (scarcity[person] ?? 0) * SPARING * (noise > 0 ? 1 + noise * chance.next() : 1);
}

/**
 * Gives a session in the making staff from `pool` until it has `size`: people its residents like and nobody
 * declines, rare ones last. False when there are too few.
 */
export function complete(week: Week, session: Sketch, size: number, pool: readonly number[], taste: Taste, add: (person: number) => void): boolean {
  const byChance = isWhim(taste, 0.15);
  while (session.staff.length < size) {
    const person = likeliest(week, session, pool, taste, byChance);
    if (person < 0) return false;
    add(person);
  }
  return true;
}

function likeliest(week: Week, session: Sketch, pool: readonly number[], taste: Taste, byChance: boolean): number {
  const { weights } = week.tables;
  let best = -1;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < pool.length; i += 1) {
    const person = pool[i] ?? 0;
    if (session.staff.includes(person) || session.drivers.includes(person) || week.friends.isDeclined(session, person)) continue;
    const worth = weights.preferred * week.friends.newlyHappy(session, person) - (byChance ? 40 * taste.chance.next() : reluctance(week.tables, person, taste));
    if (worth > bestWorth) [best, bestWorth] = [person, worth];
  }
  return best;
}

/** Lets a session that stands have just the staff its company takes; false when they cannot be had. */
export function recrew(week: Week, session: Placed, taste: Taste): boolean {
  const { slot, staff, drivers } = session;
  const size = week.staffNeeded(session);
  while (staff.length > size) {
    const person = needless(week, session);
    if (person < 0) break;
    week.dismiss(session, person);
  }
  if (staff.length < size) {
    if (week.spareIn(slot) < size - staff.length) return false;
    const pool: number[] = [];
    for (let i = 0; i < slot.staff.length; i += 1) if (week.isStaffFree(slot.staff[i] ?? 0, slot)) pool.push(slot.staff[i] ?? 0);
    if (!complete(week, session, size, pool, taste, (person) => week.enlist(session, person))) return false;
  }
  return session.residents.length + staff.length + drivers.length <= session.capacity && session.residents.length - session.wheelchairs + staff.length <= session.seats;
}

/** The one of its staff it can do without who is liked least; -1 when it takes every skill they have. */
function needless(week: Week, session: Placed): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const person of session.staff) {
    if (!isCovered(week.tables, session, person)) continue;
    let liked = 0;
    for (const resident of session.residents) if (week.friends.likes(resident, person)) liked += 1;
    const worth = liked * 100 - (week.tables.scarcity[person] ?? 0);
    if (worth < least) [best, least] = [person, worth];
  }
  return best;
}

/** Whether every skill is there without this person, with `instead` in their place. */
export function isCovered({ skills, activities }: Tables, { slot, staff, drivers }: Placed, without: number, instead = -1): boolean {
  const helps = at(activities, slot.activity).driverSupports;
  for (const { many, holders } of at(skills, slot.activity)) {
    const count = held(holders, staff) + (helps ? held(holders, drivers) : 0) - (holders[without] ?? 0) + (instead < 0 ? 0 : (holders[instead] ?? 0));
    if (count < many) return false;
  }
  return true;
}
