/** Seats: who is in the sessions that stand, one person at a time. */
import type { Chance } from '../random.ts';
import type { Taste } from './compose.ts';
import type { Placed } from './placed.ts';
import type { Week } from './week.ts';
import { recrew } from './crew.ts';
import { oneOfThem } from '../random.ts';
import { holds } from './tables.ts';
import { at } from '../at.ts';

/** Lets each of `residents` join sessions that stand, the one that adds most first, while that adds anything. */
export function fillSeats(week: Week, residents: readonly number[], taste: Taste): void {
  const open: Placed[] = [];
  for (let i = 0; i < week.loose.length; i += 1) if (mayTakeMore(week, at(week.loose, i))) open.push(at(week.loose, i));
  for (const resident of residents) while (takeBestOf(week, open, resident, taste)) continue;
}

/** Whether there was a seat worth taking. */
export function takeBestSeat(week: Week, resident: number, taste: Taste): boolean {
  return takeBestOf(week, week.loose, resident, taste);
}

function takeBestOf(week: Week, sessions: readonly Placed[], resident: number, taste: Taste): boolean {
  const { tables, diary } = week;
  const boldest = 1 + taste.noise / 2;
  let best: Placed | null = null;
  let most = 0;
  for (let i = 0; i < sessions.length; i += 1) {
    const session = at(sessions, i);
    const { slot } = session;
    if (session.residents.length >= session.most || !holds(slot.who, resident)) continue;
    const worth = diary.gainOf(resident, slot);
    if (worth <= 0 || worth * boldest <= most || !week.mayAttend(resident, slot)) continue;
    const key = taste.noise > 0 ? worth * (1 + taste.noise * (taste.chance.next() - 0.5)) : worth;
    if (key <= most) continue;
    const extra = extraStaff(week, session, resident);
    const price = tables.weights.staff * slot.quarters * extra;
    if (worth - price <= 0 || key - price <= most || !hasSeat(week, session, resident, extra)) continue;
    best = session;
    most = key - price;
  }
  if (!best) return false;
  const [mark, before] = [week.mark(), week.score];
  week.join(best, resident);
  if (recrew(week, best, taste) && week.score > before) return true;
  week.goBack(mark);
  return false;
}

/** Whether there is room for anyone at all, with the staff who are there or who could be. */
function mayTakeMore(week: Week, session: Placed): boolean {
  const { residents, staff, drivers, slot } = session;
  if (residents.length >= session.most || residents.length + 1 + staff.length + drivers.length > session.capacity) return false;
  const { lightest } = week.tables.support[at(week.tables.activities, slot.activity).setting];
  return week.staffNeeded(session, 0, lightest) <= staff.length || week.spareIn(slot) > 0;
}

/** How many more staff a session takes with one more resident; none when it has some to spare. */
function extraStaff(week: Week, session: Placed, resident: number): number {
  const { dedicated, shared } = week.tables.support[at(week.tables.activities, session.slot.activity).setting];
  return Math.max(0, week.staffNeeded(session, dedicated[resident] ?? 0, shared[resident] ?? 0) - session.staff.length);
}

function hasSeat(week: Week, session: Placed, resident: number, extra: number): boolean {
  const { residents, staff, drivers, slot } = session;
  if (residents.length >= session.most) return false;
  if (residents.length + 1 + staff.length + extra + drivers.length > session.capacity) return false;
  const wheelchairs = session.wheelchairs + (week.wheelchair[resident] ?? 0);
  if (wheelchairs > session.bays || residents.length + 1 - wheelchairs + staff.length + extra > session.seats) return false;
  if (extra > 0 && week.spareIn(slot) < extra) return false;
  return !week.friends.isShunned(session, resident) && !week.friends.declinesAny(session, resident);
}

/**
 * Lets someone join a session, out of whatever of theirs is in the way, in the place of somebody else if it is full.
 * False, with the week anywhere between, when that cannot be; it is for the caller to go back. `enough` is the score
 * below which it is not worth going on.
 */
export function squeezeIn(week: Week, session: Placed, resident: number, taste: Taste, enough: number): boolean {
  const { slot } = session;
  const { chance } = taste;
  const activity = at(week.tables.activities, slot.activity);
  const left: Placed[] = [];
  if (!makeTime(week, session, resident, chance, left)) return false;
  if (week.friends.declinesAny(session, resident)) return false;
  let out = -1;
  if (week.friends.isShunned(session, resident) || session.residents.length >= activity.group.max || !hasPlace(week, session, resident)) {
    out = whoGoes(week, session, resident, chance);
    if (out < 0) return false;
    week.leave(session, out);
    if (week.friends.isShunned(session, resident) || !hasPlace(week, session, resident)) return false;
  }
  week.join(session, resident);
  if (out >= 0 && chance.next() < 0.7) takeBestSeat(week, out, taste);
  if (week.score < enough - 4 * week.tables.weights.staff * slot.quarters) return false;
  if (!recrew(week, session, taste)) return false;
  for (const one of left) {
    if (!week.isOpen(one)) continue;
    if (!recrew(week, one, taste)) return false;
    if (chance.next() < 0.3) refill(week, one, taste);
  }
  return true;
}

function hasPlace(week: Week, session: Placed, resident: number): boolean {
  const wheelchair = week.wheelchair[resident] ?? 0;
  const { residents, staff, drivers } = session;
  if (residents.length + 1 + staff.length + drivers.length > session.capacity) return false;
  const wheelchairs = session.wheelchairs + wheelchair;
  return wheelchairs <= session.bays && residents.length + 1 - wheelchairs + staff.length <= session.seats;
}

function whoGoes(week: Week, session: Placed, resident: number, chance: Chance): number {
  const { residents } = session;
  const shunned = residents.filter((other) => week.friends.shuns(resident, other));
  if (shunned.length > 1) return -1;
  if (shunned.length === 1) return shunned[0] ?? -1;
  const needsBay = week.wheelchair[resident] === 1 && session.wheelchairs >= session.bays;
  for (let tries = 0; tries < 3; tries += 1) {
    const other = oneOfThem(residents, chance) ?? -1;
    if (other >= 0 && (!needsBay || week.wheelchair[other] === 1)) return other;
  }
  return -1;
}

/** Takes them out of what overlaps, of the same activity that day, of one session of a day that is full, of one they cannot pay as well. */
function makeTime(week: Week, session: Placed, resident: number, chance: Chance, left: Placed[]): boolean {
  const { slot } = session;
  const own = at(week.own, resident);
  for (let i = own.length - 1; i >= 0; i -= 1) {
    const other = at(own, i);
    if (overlap(other.slot, slot) && !takeOut(week, other, resident, left)) return false;
  }
  if (week.diary.hasHad(resident, slot)) {
    const same = own.filter((other) => other.slot.day === slot.day && other.slot.activity === slot.activity);
    const one = oneOfThem(same, chance);
    if (!one || !takeOut(week, one, resident, left)) return false;
  }
  if (week.diary.isDayFull(resident, slot.day)) {
    const one = oneOfThem(own.filter((other) => other.slot.day === slot.day), chance);
    if (!one || !takeOut(week, one, resident, left)) return false;
  }
  if (!week.diary.canAfford(resident, slot.activity)) {
    const { activities } = week.tables;
    const one = oneOfThem(own.filter((other) => at(activities, other.slot.activity).cost > 0), chance);
    if (!one || !takeOut(week, one, resident, left) || !week.diary.canAfford(resident, slot.activity)) return false;
  }
  return true;
}

function takeOut(week: Week, session: Placed, resident: number, left: Placed[]): boolean {
  if (session.pinned) return false;
  if (session.residents.length <= at(week.tables.activities, session.slot.activity).group.min) {
    if (session.residents.length > 2) return false;
    week.close(session);
    return true;
  }
  week.leave(session, resident);
  left.push(session);
  return true;
}

/** Asks the one of its options to whom it is worth most to take a seat that came free. */
export function refill(week: Week, session: Placed, taste: Taste): void {
  const { slot } = session;
  if (!mayTakeMore(week, session)) return;
  const { weights } = week.tables;
  let best = -1;
  let most = 0;
  for (let i = 0; i < slot.residents.length; i += 1) {
    const resident = slot.residents[i] ?? 0;
    const worth = week.diary.gainOf(resident, slot);
    if (worth <= most || week.friends.isIn(session, resident) || !week.mayAttend(resident, slot)) continue;
    const extra = extraStaff(week, session, resident);
    const gain = worth - weights.staff * slot.quarters * extra;
    if (gain <= most || !hasSeat(week, session, resident, extra)) continue;
    best = resident;
    most = gain;
  }
  if (best < 0) return;
  const [mark, before] = [week.mark(), week.score];
  week.join(session, best);
  if (!recrew(week, session, taste) || week.score <= before) week.goBack(mark);
}

export function overlap(a: { readonly firstUnit: number; readonly endUnit: number }, b: { readonly firstUnit: number; readonly endUnit: number }): boolean {
  return a.firstUnit < b.endUnit && b.firstUnit < a.endUnit;
}
