/** Ways to travel to a slot: free vehicles, each with a free driver who may drive it. */
import type { Taste } from './compose.ts';
import type { List } from './paper.ts';
import type { Slot } from './tables.ts';
import type { Week } from './week.ts';
import { isWhim } from './compose.ts';
import { at } from '../at.ts';

export type Transport = { readonly vehicles: readonly number[]; readonly drivers: readonly number[]; readonly seats: number; readonly bays: number };

/** On foot, or at home: nothing to drive. */
const NO_TRANSPORT: readonly Transport[] = [{ vehicles: [], drivers: [], seats: Number.POSITIVE_INFINITY, bays: Number.POSITIVE_INFINITY }];
const NONE: readonly Transport[] = [];

/** Every set of up to three free vehicles that `people` can drive there, each set with the drivers missed least elsewhere. */
export function transportsTo(week: Week, slot: Slot, spare: number, people: List, taste: Taste): readonly Transport[] {
  const { activities, vehicles, scarcity, mayDrive } = week.tables;
  if (at(activities, slot.activity).transport !== 'vehicle') return NO_TRANSPORT;
  const most = Math.min(3, spare);
  const free = slot.vehicles.filter((vehicle) => week.isVehicleFree(vehicle, slot));
  if (most === 0 || free.length === 0) return NONE;
  const byChance = isWhim(taste, 0.3);
  const cost: number[] = [];
  for (let i = 0; i < people.count; i += 1) cost.push(byChance ? taste.chance.next() : (scarcity[people.items[i] ?? 0] ?? 0) * (1 + taste.noise * taste.chance.next()));
  const found: Transport[] = [];
  const driverOf = (vehicle: number, taken: readonly number[]) => {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < people.count; i += 1) {
      const person = people.items[i] ?? 0;
      if (mayDrive[person * vehicles.length + vehicle] !== 1 || (cost[i] ?? 0) >= least || taken.includes(person)) continue;
      best = person;
      least = cost[i] ?? 0;
    }
    return best;
  };
  const add = (from: number, so: Transport) => {
    if (so.vehicles.length > 0) found.push(so);
    if (so.vehicles.length === most) return;
    for (let i = from; i < free.length; i += 1) {
      const vehicle = at(free, i);
      const driver = driverOf(vehicle, so.drivers);
      if (driver < 0) continue;
      add(i + 1, {
        vehicles: so.vehicles.concat(vehicle),
        drivers: so.drivers.concat(driver),
        seats: so.seats + at(vehicles, vehicle).seats,
        bays: so.bays + at(vehicles, vehicle).bays,
      });
    }
  };
  add(0, { vehicles: [], drivers: [], seats: 0, bays: 0 });
  return found;
}
