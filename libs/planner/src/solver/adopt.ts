/** Taking over sessions of an earlier plan, as far as they are still possible. */
import type { Session } from '../problem.ts';
import type { Taste } from './compose.ts';
import type { Makings } from './placed.ts';
import type { Week } from './week.ts';
import { compose } from './compose.ts';
import { isCovered } from './crew.ts';
import { holds } from './tables.ts';
import { at } from '../at.ts';

/** Opens a session exactly as it is; false when anything about it is not possible. */
export function adopt(week: Week, session: Session, pinned: boolean): boolean {
  const makings = makingsOf(week, session, pinned);
  if (!makings || !fits(week, makings)) return false;
  week.open(makings);
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

/** A session of a plan by index; null when it names what is not there, or a time at which it cannot be. */
export function makingsOf(week: Week, session: Session, pinned: boolean): Makings | null {
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

/** Whether a session can be opened as things stand. */
export function fits(week: Week, makings: Makings): boolean {
  const { tables } = week;
  const { slot, residents, staff, drivers } = makings;
  const activity = at(tables.activities, slot.activity);
  const people = [...staff, ...drivers];
  if (new Set(residents).size !== residents.length || new Set(people).size !== people.length) return false;
  if (!residents.every((resident) => holds(slot.who, resident))) return false;
  const session = week.made(makings);
  return (
    (week.sessionsOf[slot.activity] ?? 0) < activity.maxSessions &&
    residents.length >= activity.group.min &&
    residents.length <= activity.group.max &&
    people.every((person) => slot.staff.includes(person) && week.isStaffFree(person, slot)) &&
    week.spareIn(slot) >= people.length &&
    residents.every((resident) => week.mayAttend(resident, slot) && !week.friends.isShunned(session, resident) && !week.friends.declinesAny(session, resident)) &&
    staff.length >= week.staffNeeded(session) &&
    isCovered(tables, session, -1) &&
    fitsRoom(week, makings, people.length + residents.length) &&
    fitsTransport(week, makings, session.wheelchairs, session.bays, session.seats)
  );
}

function fitsRoom(week: Week, { slot, room }: Makings, heads: number): boolean {
  const { activities, problem } = week.tables;
  if (at(activities, slot.activity).rooms.length === 0) return room === -1;
  return room >= 0 && slot.rooms.includes(room) && week.isRoomFree(room, slot) && heads <= at(problem.rooms, room).capacity;
}

function fitsTransport(week: Week, { slot, vehicles, drivers, staff, residents }: Makings, wheelchairs: number, bays: number, seats: number): boolean {
  const { tables } = week;
  if (at(tables.activities, slot.activity).transport !== 'vehicle') return vehicles.length === 0;
  return (
    vehicles.length > 0 &&
    new Set(vehicles).size === vehicles.length &&
    vehicles.every((vehicle, i) => slot.vehicles.includes(vehicle) && week.isVehicleFree(vehicle, slot) && tables.mayDrive[at(drivers, i) * tables.vehicles.length + vehicle] === 1) &&
    wheelchairs <= bays &&
    residents.length - wheelchairs + staff.length <= seats
  );
}
