/** A session as the search holds it. */
import type { Slot, Tables } from './tables.ts';
import { at } from '../at.ts';

/** Who and what a session is made of, by index. */
export type Makings = {
  readonly slot: Slot;
  /** Index of the room, or -1. */
  readonly room: number;
  readonly vehicles: readonly number[];
  /** `drivers[i]` drives `vehicles[i]`. */
  readonly drivers: readonly number[];
  readonly staff: readonly number[];
  readonly residents: readonly number[];
  /** Somebody wants it exactly so. */
  readonly pinned: boolean;
};

/** A session of the week. Its slot, room and wheels never change; its people do, and only through the week. */
export class Placed implements Makings {
  readonly slot: Slot;
  readonly room: number;
  readonly vehicles: readonly number[];
  readonly drivers: readonly number[];
  readonly pinned: boolean;
  readonly staff: number[] = [];
  readonly residents: number[] = [];
  /** Most people in the room; passengers who sit; passengers in wheelchairs. */
  readonly capacity: number;
  readonly seats: number;
  readonly bays: number;
  /** Most residents; none more when it is pinned. */
  readonly most: number;
  /** Support its residents take, in `scale`ths: each their own, and shared. */
  own = 0;
  common = 0;
  wheelchairs = 0;
  /** Bits of residents: who is in it, and who of them is with someone they like. */
  readonly company: Int32Array;
  readonly happy: Int32Array;
  /** Bits of the staff who go along, driving or not. */
  readonly people: Int32Array;
  /** Where it stands among the week's sessions, among those of its day, and among those not pinned; -1 when it does not. */
  place = -1;
  dayPlace = -1;
  loosePlace = -1;

  constructor(tables: Tables, { slot, room, vehicles, drivers, pinned }: Makings) {
    this.slot = slot;
    this.room = room;
    this.vehicles = vehicles;
    this.drivers = drivers;
    this.pinned = pinned;
    this.most = pinned ? 0 : at(tables.activities, slot.activity).group.max;
    this.capacity = room < 0 ? Number.POSITIVE_INFINITY : at(tables.problem.rooms, room).capacity;
    let [seats, bays] = [0, 0];
    for (const vehicle of vehicles) {
      seats += at(tables.vehicles, vehicle).seats;
      bays += at(tables.vehicles, vehicle).bays;
    }
    this.seats = vehicles.length === 0 ? Number.POSITIVE_INFINITY : seats;
    this.bays = vehicles.length === 0 ? Number.POSITIVE_INFINITY : bays;
    this.company = new Int32Array(tables.residentWords);
    this.happy = new Int32Array(tables.residentWords);
    this.people = new Int32Array(tables.staffWords);
  }
}

/** Sets a bit that is not set, and the other way round. */
export function flipBit(words: Int32Array, which: number): void {
  words[which >>> 5] = (words[which >>> 5] ?? 0) ^ (1 << (which & 31));
}

/** How many bits of a word are set. */
export function bitsIn(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many bits of all words are set. */
export function countOf(words: Int32Array): number {
  let count = 0;
  for (let i = 0; i < words.length; i += 1) count += bitsIn(words[i] ?? 0);
  return count;
}
