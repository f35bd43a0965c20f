/** Ways to travel to a slot: free vehicles, each with a free driver who may drive it. */
import type { Taste } from './compose.ts';
import type { Slot } from './tables.ts';
import type { Week } from './week.ts';
import { at, valueAt } from '../at.ts';

export type Transport = { readonly vehicles: readonly number[]; readonly drivers: readonly number[]; readonly seats: number; readonly bays: number };

/** On foot, or at home: nothing to drive. */
const NO_TRANSPORT: Transport = { vehicles: [], drivers: [], seats: Number.POSITIVE_INFINITY, bays: Number.POSITIVE_INFINITY };

/** Every set of up to three free vehicles that can be driven there, each set with the drivers missed least elsewhere. */
export function transportsTo(week: Week, slot: Slot, spare: number, taste: Taste): Transport[] {
  const { activities, vehicles, scarcity, mayDrive } = week.tables;
  if (at(activities, slot.activity).transport !== 'vehicle') return [NO_TRANSPORT];
  const most = Math.min(3, spare);
  const free = slot.vehicles.filter((vehicle) => week.isVehicleFree(vehicle, slot));
  if (most === 0 || free.length === 0) return [];
  const people = slot.staff.filter((person) => week.isStaffFree(person, slot));
  const cost = new Map(people.map((person) => [person, (scarcity[person] ?? 0) * (1 + taste.noise * taste.chance.next())]));
  people.sort((a, b) => valueAt(cost, a) - valueAt(cost, b));
  const found: Transport[] = [];
  const add = (from: number, so: Transport) => {
    if (so.vehicles.length > 0) found.push(so);
    if (so.vehicles.length === most) return;
    for (let i = from; i < free.length; i += 1) {
      const vehicle = at(free, i);
      const driver = people.find((person) => mayDrive[person * vehicles.length + vehicle] === 1 && !so.drivers.includes(person));
      if (driver === undefined) continue;
      add(i + 1, {
        vehicles: [...so.vehicles, vehicle],
        drivers: [...so.drivers, driver],
        seats: so.seats + at(vehicles, vehicle).seats,
        bays: so.bays + at(vehicles, vehicle).bays,
      });
    }
  };
  add(0, { vehicles: [], drivers: [], seats: 0, bays: 0 });
  return found;
}
