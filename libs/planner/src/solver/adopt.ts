/** Taking over sessions of an earlier plan, as far as they are still possible. */
import type { Session } from '../problem.ts';
import type { Taste } from './compose.ts';
import type { Placed, Week } from './week.ts';
import { compose } from './compose.ts';
import { staffFor } from './join.ts';
import { at } from '../at.ts';

/** Opens a session exactly as it is; false when anything about it is not possible. */
export function adopt(week: Week, session: Session, pinned: boolean): boolean {
  const placed = placedFrom(week, session, pinned);
  if (!placed || !fits(week, placed)) return false;
  week.open(placed);
  return true;
}

/** Opens what an earlier plan has, or the nearest thing possible at the same time. */
export function adoptAll(week: Week, sessions: readonly Session[], taste: Taste): void {
  const broken = sessions.filter((session) => !adopt(week, session, false));
  for (const session of broken) {
    const slot = slotFor(week, session);
    const proposal = slot && compose(week, slot, taste);
    if (proposal && proposal.gain > 0) week.open(proposal.session);
  }
}

function slotFor({ tables }: Week, { activity, start }: Session) {
  return tables.slotsOf[tables.indexOf.activity.get(activity) ?? -1]?.find((slot) => slot.start === start);
}

function placedFrom(week: Week, session: Session, pinned: boolean): Placed | null {
  const { indexOf } = week.tables;
  const slot = slotFor(week, session);
  const look = (index: ReadonlyMap<string, number>, ids: readonly string[]) => ids.map((id) => index.get(id) ?? -1);
  const room = session.room === null ? -1 : (indexOf.room.get(session.room) ?? -2);
  const vehicles = look(indexOf.vehicle, session.vehicles.map(({ vehicle }) => vehicle));
  const drivers = look(indexOf.staff, session.vehicles.map(({ driver }) => driver));
  const staff = look(indexOf.staff, session.staff);
  const residents = look(indexOf.resident, session.residents);
  const allKnown = room > -2 && ![...vehicles, ...drivers, ...staff, ...residents].includes(-1);
  return slot && allKnown ? { slot, room, vehicles, drivers, staff, residents, pinned } : null;
}

function fits(week: Week, session: Placed): boolean {
  const { tables } = week;
  const { slot, residents, staff, drivers } = session;
  const activity = at(tables.activities, slot.activity);
  const people = [...staff, ...drivers];
  const company = new Set(residents);
  return (
    (week.sessionsOf[slot.activity] ?? 0) < activity.maxSessions &&
    residents.length >= activity.group.min &&
    residents.length <= activity.group.max &&
    company.size === residents.length &&
    new Set(people).size === people.length &&
    people.every((person) => slot.staff.includes(person) && week.isStaffFree(person, slot)) &&
    week.spareIn(slot) >= people.length &&
    residents.every((resident) => {
      const option = slot.optionOf[resident];
      return option !== undefined && week.mayAttend(option, slot) && isWelcome(week, resident, residents, people);
    }) &&
    staff.length >= staffFor(week, session, residents) &&
    isSkilled(week, session) &&
    fitsRoom(week, session, people.length + residents.length) &&
    fitsTransport(week, session)
  );
}

function isWelcome({ tables }: Week, resident: number, others: readonly number[], people: readonly number[]): boolean {
  return (
    !others.some((other) => tables.avoids[resident * tables.residents.length + other] === 1) &&
    !people.some((person) => tables.declines[resident * tables.staff.length + person] === 1)
  );
}

function isSkilled({ tables }: Week, { slot, staff, drivers }: Placed): boolean {
  const activity = at(tables.activities, slot.activity);
  const helpers = activity.driverSupports ? [...staff, ...drivers] : staff;
  return Object.entries(activity.skills).every(([skill, many]) => helpers.filter((person) => at(tables.staff, person).skills.includes(skill)).length >= many);
}

function fitsRoom(week: Week, { slot, room }: Placed, heads: number): boolean {
  const { activities, problem } = week.tables;
  if (at(activities, slot.activity).rooms.length === 0) return room === -1;
  return room >= 0 && slot.rooms.includes(room) && week.isRoomFree(room, slot) && heads <= at(problem.rooms, room).capacity;
}

function fitsTransport(week: Week, { slot, vehicles, drivers, staff, residents }: Placed): boolean {
  const { tables } = week;
  if (at(tables.activities, slot.activity).transport !== 'vehicle') return vehicles.length === 0;
  const sum = (count: (vehicle: number) => number) => vehicles.reduce((total, vehicle) => total + count(vehicle), 0);
  const wheelchairs = residents.filter((resident) => at(tables.residents, resident).wheelchair).length;
  return (
    vehicles.length > 0 &&
    new Set(vehicles).size === vehicles.length &&
    vehicles.every((vehicle, i) => slot.vehicles.includes(vehicle) && week.isVehicleFree(vehicle, slot) && tables.mayDrive[at(drivers, i) * tables.vehicles.length + vehicle] === 1) &&
    wheelchairs <= sum((vehicle) => at(tables.vehicles, vehicle).bays) &&
    residents.length - wheelchairs + staff.length <= sum((vehicle) => at(tables.vehicles, vehicle).seats)
  );
}
