/** Slots by when they begin, so that one at the time of another is found at once. */
import type { Chance } from '../random.ts';
import type { Slot } from './tables.ts';
import { at } from '../at.ts';

export class Nearby {
  /** Ids of slots, day by day, the earliest first. */
  private readonly order: Int32Array;
  /** By slot: from where to where, in that order, those of its day stand that begin before it ends and not so long before it that they must be over. */
  private readonly since: Int32Array;
  private readonly until: Int32Array;
  private readonly begins: Int32Array;
  private readonly ends: Int32Array;

  constructor(slots: readonly Slot[]) {
    const inOrder = slots.toSorted((a, b) => a.day - b.day || a.firstUnit - b.firstUnit);
    const longest = slots.reduce((most, { firstUnit, endUnit }) => Math.max(most, endUnit - firstUnit), 0);
    this.order = Int32Array.from(inOrder, ({ id }) => id);
    this.begins = Int32Array.from(slots, ({ firstUnit }) => firstUnit);
    this.ends = Int32Array.from(slots, ({ endUnit }) => endUnit);
    this.since = new Int32Array(slots.length);
    this.until = new Int32Array(slots.length);
    let [since, next] = [0, 0];
    for (const { id, day, firstUnit } of inOrder) {
      while (at(inOrder, since).day < day || at(inOrder, since).firstUnit <= firstUnit - longest) since += 1;
      this.since[id] = since;
    }
    for (const { id, day, endUnit } of inOrder.toSorted((a, b) => a.day - b.day || a.endUnit - b.endUnit)) {
      while (next < inOrder.length && (at(inOrder, next).day < day || (at(inOrder, next).day === day && at(inOrder, next).firstUnit < endUnit))) next += 1;
      this.until[id] = next;
    }
  }

  /** The id of any slot of the same day that overlaps this one, or of itself; -1 when the one that came up is over before it begins. */
  any(id: number, chance: Chance): number {
    const since = this.since[id] ?? 0;
    const other = this.order[since + chance.below((this.until[id] ?? 0) - since)] ?? -1;
    return (this.ends[other] ?? 0) > (this.begins[id] ?? 0) ? other : -1;
  }
}
