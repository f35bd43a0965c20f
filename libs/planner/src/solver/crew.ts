/** Who of the staff goes along. */
import type { Taste } from './compose.ts';
import type { Tables } from './tables.ts';
import type { List } from './paper.ts';
import type { Placed } from './placed.ts';
import type { Week } from './week.ts';
import { isWhim } from './compose.ts';
import { isListed, list } from './paper.ts';
import { holds } from './tables.ts';
import { at } from '../at.ts';

/** Points for each point of scarcity: how gladly the search keeps rare skills free for others. */
const SPARING = 1.5;

/** Lists on paper, as the crew, staff from `pool` who, with `already`, hold every skill the activity takes; false when nobody does. */
export function findSkilled({ tables, paper: { crew, missing } }: Week, activity: number, already: readonly number[], pool: List, taste: Taste): boolean {
  crew.count = 0;
  const wanted = at(tables.skills, activity);
  if (wanted.length === 0) return true;
  const byChance = isWhim(taste, 0.3);
  for (let i = 0; i < wanted.length; i += 1) missing[i] = at(wanted, i).many - held(at(wanted, i).holders, already);
  while (isAnyMissing(missing, wanted.length)) {
    let best = -1;
    let bestWorth = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < pool.count; i += 1) {
      const person = pool.items[i] ?? 0;
      if (isListed(crew, person)) continue;
      let covers = 0;
      for (let j = 0; j < wanted.length; j += 1) if ((missing[j] ?? 0) > 0) covers += at(wanted, j).holders[person] ?? 0;
      if (covers === 0) continue;
      const worth = covers * 100 + (byChance ? 150 * taste.chance.next() : -reluctance(tables, person, taste));
      if (worth <= bestWorth) continue;
      best = person;
      bestWorth = worth;
    }
    if (best < 0) return false;
    list(crew, best);
    for (let i = 0; i < wanted.length; i += 1) missing[i] = (missing[i] ?? 0) - (at(wanted, i).holders[best] ?? 0);
  }
  return true;
}

function isAnyMissing(missing: Int32Array, skills: number): boolean {
  for (let i = 0; i < skills; i += 1) if ((missing[i] ?? 0) > 0) return true;
  return false;
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
 * Lends the session in the making so many more staff from `pool`: people its residents like and nobody declines, rare
 * ones last. False when there are too few.
 */
export function lendMore(week: Week, more: number, pool: List, taste: Taste): boolean {
  const byChance = isWhim(taste, 0.15);
  for (let i = 0; i < more; i += 1) {
    const person = likeliest(week, week.paper.sketch, pool, taste, byChance);
    if (person < 0) return false;
    week.paper.lend(person);
  }
  return true;
}

/** As much of a session as choosing its staff takes. */
type Crewed = Pick<Placed, 'people' | 'company' | 'happy'>;

function likeliest(week: Week, session: Crewed, pool: List, taste: Taste, byChance: boolean): number {
  const { weights } = week.tables;
  const { people } = session;
  let best = -1;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < pool.count; i += 1) {
    const person = pool.items[i] ?? 0;
    if (holds(people, person) || week.friends.isDeclined(session, person)) continue;
    const worth = weights.preferred * week.friends.newlyHappy(session, person) - (byChance ? 40 * taste.chance.next() : reluctance(week.tables, person, taste));
    if (worth <= bestWorth) continue;
    best = person;
    bestWorth = worth;
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
    const { pool } = week.paper;
    pool.count = 0;
    for (let i = 0; i < slot.staff.length; i += 1) {
      const person = slot.staff[i] ?? 0;
      if (week.isStaffFree(person, slot)) list(pool, person);
    }
    const byChance = isWhim(taste, 0.15);
    while (staff.length < size) {
      const person = likeliest(week, session, pool, taste, byChance);
      if (person < 0) return false;
      week.enlist(session, person);
    }
  }
  return session.residents.length + staff.length + drivers.length <= session.capacity && session.residents.length - session.wheelchairs + staff.length <= session.seats;
}

/** The one of its staff it can do without who is liked least; -1 when it takes every skill they have. */
function needless(week: Week, session: Placed): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < session.staff.length; i += 1) {
    const person = session.staff[i] ?? 0;
    if (!isCovered(week.tables, session, person)) continue;
    const worth = week.friends.fansIn(session, person) * 100 - (week.tables.scarcity[person] ?? 0);
    if (worth >= least) continue;
    best = person;
    least = worth;
  }
  return best;
}

/** Whether every skill is there without this person, with `instead` in their place. */
export function isCovered({ skills, activities }: Tables, { slot, staff, drivers }: Placed, without: number, instead = -1): boolean {
  const helps = at(activities, slot.activity).driverSupports;
  const wanted = at(skills, slot.activity);
  for (let i = 0; i < wanted.length; i += 1) {
    const { many, holders } = at(wanted, i);
    const count = held(holders, staff) + (helps ? held(holders, drivers) : 0) - (holders[without] ?? 0) + (instead < 0 ? 0 : (holders[instead] ?? 0));
    if (count < many) return false;
  }
  return true;
}
