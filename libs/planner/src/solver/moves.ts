/** Small moves: one person to another seat, one session to another time, one member of staff for another. */
import type { Taste } from './compose.ts';
import type { Week } from './week.ts';
import { compose } from './compose.ts';
import { isCovered } from './crew.ts';
import { oneOfThem } from '../random.ts';
import { squeezeIn, takeBestSeat } from './seats.ts';
import { at } from '../at.ts';

/** Somebody into a session they are not in. False when that cannot be; `enough` is the score it must reach. */
export function moveSomeone(week: Week, taste: Taste, enough: number): boolean {
  const { chance } = taste;
  const session = oneOfThem(week.loose, chance);
  if (!session) return false;
  const resident = oneOfThem(session.slot.residents, chance);
  if (resident === undefined || week.friends.isIn(session, resident)) return false;
  return squeezeIn(week, session, resident, taste, enough);
}

/** A session to another time, with whoever can and would come then. */
export function moveSession(week: Week, taste: Taste): boolean {
  const { chance } = taste;
  const session = oneOfThem(week.loose, chance);
  if (!session) return false;
  const slots = at(week.tables.slotsOf, session.slot.activity);
  const near = session.slot.id - at(slots, 0).id + 1 + chance.below(6) - chance.below(7);
  const slot = chance.next() < 0.6 ? slots[near] : oneOfThem(slots, chance);
  if (!slot) return false;
  week.close(session);
  const proposal = compose(week, slot, taste);
  if (!proposal) return false;
  const opened = week.open(proposal.session);
  for (const resident of session.residents) if (!week.friends.isIn(opened, resident)) takeBestSeat(week, resident, taste);
  return true;
}

/** Somebody else of the staff into a session, or one more. */
export function moveStaff(week: Week, taste: Taste): boolean {
  const { chance } = taste;
  const session = oneOfThem(week.loose, chance);
  if (!session) return false;
  const { slot, staff, drivers } = session;
  const person = oneOfThem(slot.staff, chance);
  if (person === undefined || staff.includes(person) || drivers.includes(person)) return false;
  if (!week.isStaffFree(person, slot) || week.friends.isDeclined(session, person)) return false;
  const other = chance.next() < 0.15 ? undefined : oneOfThem(staff, chance);
  if (other !== undefined) {
    if (!isCovered(week.tables, session, other, person)) return false;
    week.dismiss(session, other);
    week.enlist(session, person);
    return true;
  }
  const heads = session.residents.length + staff.length + drivers.length + 1;
  if (heads > session.capacity || session.residents.length - session.wheelchairs + staff.length + 1 > session.seats || week.spareIn(slot) < 1) return false;
  week.enlist(session, person);
  return true;
}
