/** What the search found, as a plan. */
import type { Plan, Session } from '../problem.ts';
import type { Makings } from './placed.ts';
import type { Tables } from './tables.ts';
import { at } from '../at.ts';

/** The sessions as a plan, in order of time. */
export function planOf({ problem, residents, staff, vehicles, activities }: Tables, sessions: readonly Makings[]): Plan {
  const ordered = [...sessions].sort((a, b) => a.slot.start - b.slot.start || a.slot.activity - b.slot.activity || a.room - b.room || firstOf(a) - firstOf(b));
  return {
    instance: problem.id,
    sessions: ordered.map((session): Session => ({
      activity: at(activities, session.slot.activity).id,
      start: session.slot.start,
      room: session.room < 0 ? null : at(problem.rooms, session.room).id,
      vehicles: session.vehicles.map((vehicle, i) => ({ vehicle: at(vehicles, vehicle).id, driver: at(staff, at(session.drivers, i)).id })),
      staff: session.staff.map((person) => at(staff, person).id).sort(),
      residents: session.residents.map((resident) => at(residents, resident).id).sort(),
    })),
  };
}

function firstOf({ residents }: Makings): number {
  return Math.min(...residents);
}
