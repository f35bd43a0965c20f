/** The staff people like: taking along someone else, or one more, where that adds to the score. */
import type { Placed, Week } from './week.ts';
import { worthOf } from './compose.ts';
import { at } from '../at.ts';

/** Gives each of these sessions the staff its residents like best, as far as they are free. */
export function befriend(week: Week, sessions: readonly Placed[]): void {
  for (const session of sessions) {
    if (session.pinned || !isLonely(week, session)) continue;
    week.close(session);
    week.open(friendlier(week, session));
  }
}

/** Whether anyone in it has someone they like, and nobody they like with them. */
function isLonely({ tables }: Week, { residents, staff, drivers, slot }: Placed): boolean {
  const likes = (resident: number, person: number) => tables.likes[resident * tables.staff.length + person] === 1;
  return residents.some((resident) => ![...staff, ...drivers].some((person) => likes(resident, person)) && slot.staff.some((person) => likes(resident, person)));
}

/** The session, not open now, with one of its staff exchanged or one more, whichever adds most. */
function friendlier(week: Week, session: Placed): Placed {
  const { slot, staff, drivers, residents } = session;
  const { declines, staff: all } = week.tables;
  let best = session;
  let most = worthOf(week, session);
  const consider = (next: Placed) => {
    const worth = worthOf(week, next);
    if (worth > most) [best, most] = [next, worth];
  };
  for (const person of slot.staff) {
    if (staff.includes(person) || drivers.includes(person) || !week.isStaffFree(person, slot)) continue;
    if (residents.some((resident) => declines[resident * all.length + person] === 1)) continue;
    staff.forEach((other, i) => {
      if (holdsAsMuch(week, session, person, other)) consider({ ...session, staff: staff.with(i, person) });
    });
    if (hasRoomForOne(week, session)) consider({ ...session, staff: [...staff, person] });
  }
  return best;
}

function holdsAsMuch({ tables }: Week, { slot }: Placed, person: number, other: number): boolean {
  return Object.keys(at(tables.activities, slot.activity).skills).every((skill) => at(tables.staff, person).skills.includes(skill) || !at(tables.staff, other).skills.includes(skill));
}

function hasRoomForOne(week: Week, { slot, room, vehicles, staff, drivers, residents }: Placed): boolean {
  const { tables } = week;
  const people = staff.length + drivers.length;
  if (week.spareIn(slot) <= people) return false;
  if (room >= 0 && residents.length + people >= at(tables.problem.rooms, room).capacity) return false;
  if (vehicles.length === 0) return true;
  const seated = staff.length + residents.filter((resident) => !at(tables.residents, resident).wheelchair).length;
  return seated < vehicles.reduce((sum, vehicle) => sum + at(tables.vehicles, vehicle).seats, 0);
}
