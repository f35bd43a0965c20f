/** One more, or one fewer, in a session that stands. */
import type { Taste } from './compose.ts';
import type { Placed, Week } from './week.ts';
import { completed, skilled } from './crew.ts';
import { at } from '../at.ts';

export type Joined = { readonly session: Placed; readonly gain: number };

/** The session with one more resident, and with more staff if that takes it; null when it cannot be. */
export function joined(week: Week, session: Placed, resident: number, taste: Taste): Joined | null {
  const { tables } = week;
  const { slot, room, drivers, residents } = session;
  const option = slot.optionOf[resident];
  const activity = at(tables.activities, slot.activity);
  if (session.pinned || option === undefined || residents.length >= activity.group.max || !week.mayAttend(option, slot)) return null;
  if (residents.some((other) => tables.avoids[resident * tables.residents.length + other] === 1)) return null;
  if ([...session.staff, ...drivers].some((person) => tables.declines[resident * tables.staff.length + person] === 1)) return null;
  const company = [...residents, resident];
  const extra = staffFor(week, session, company) - session.staff.length;
  const staff = extra > 0 ? withMore(week, session, company, extra, taste) : session.staff;
  if (!staff) return null;
  if (room >= 0 && company.length + staff.length + drivers.length > at(tables.problem.rooms, room).capacity) return null;
  const bigger: Placed = { ...session, residents: company, staff };
  if (!fitsVehicles(week, bigger)) return null;
  return { session: bigger, gain: week.gainOf(option, slot) - tables.weights.staff * slot.quarters * Math.max(0, extra) };
}

/** The session without some of its residents and the staff only they needed; null when too few are left. */
export function parted(week: Week, session: Placed, leaving: (resident: number) => boolean, taste: Taste): Placed | null {
  const { tables } = week;
  const { slot, drivers } = session;
  const activity = at(tables.activities, slot.activity);
  const residents = session.residents.filter((resident) => !leaving(resident));
  if (residents.length < activity.group.min) return null;
  const size = staffFor(week, session, residents);
  if (size >= session.staff.length) return { ...session, residents };
  const crew = skilled(tables, slot.activity, activity.driverSupports ? drivers : [], session.staff, taste);
  const staff = crew && completed(tables, crew, Math.max(size, crew.length), drivers, session.staff, residents, taste);
  return { ...session, residents, staff: staff ?? session.staff };
}

/** How many staff, apart from drivers, this company takes. */
export function staffFor(week: Week, { slot, drivers }: Placed, residents: readonly number[]): number {
  const { support, activities } = week.tables;
  const activity = at(activities, slot.activity);
  const { dedicated, shared, scale } = support[activity.setting];
  let own = 0;
  let common = 0;
  for (const resident of residents) {
    own += (dedicated[resident] ?? 0);
    common += (shared[resident] ?? 0);
  }
  const needed = Math.max(activity.baseStaff, Math.ceil(own / scale) + Math.ceil(common / scale));
  return Math.max(0, needed - (activity.driverSupports ? drivers.length : 0));
}

function withMore(week: Week, session: Placed, company: readonly number[], extra: number, taste: Taste): number[] | null {
  const { slot, staff, drivers } = session;
  if (extra > 2 || week.spareIn(slot) < extra) return null;
  const pool = slot.staff.filter((person) => week.isStaffFree(person, slot));
  return completed(week.tables, staff, staff.length + extra, drivers, pool, company, taste);
}

function fitsVehicles(week: Week, { vehicles, residents, staff }: Placed): boolean {
  if (vehicles.length === 0) return true;
  const { tables } = week;
  let [bays, seats] = [0, 0];
  for (const vehicle of vehicles) {
    bays += at(tables.vehicles, vehicle).bays;
    seats += at(tables.vehicles, vehicle).seats;
  }
  const wheelchairs = residents.filter((resident) => at(tables.residents, resident).wheelchair).length;
  return wheelchairs <= bays && residents.length - wheelchairs + staff.length <= seats;
}
