/** Chance that can be repeated: the same seed gives the same numbers. */
import { at } from './at.ts';

export type Chance = {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
};

/** Thirty-two bits of state, mixed well enough for searching and for making examples; not for secrets. */
export function chanceFrom(seed: number): Chance {
  return new Mixed(seed);
}

class Mixed implements Chance {
  private state: number;

  constructor(seed: number) {
    this.state = Math.trunc(seed) ^ 0x2545f491;
  }

  next(): number {
    const state = (this.state + 0x6d2b79f5) | 0;
    this.state = state;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
}

/** One of `items`, of which there is at least one. */
export function anyOf<Item>(items: readonly Item[], chance: Chance): Item {
  return at(items, chance.below(items.length));
}

/** One of `items`, or undefined when there is none. */
export function oneOfThem<Item>(items: readonly Item[], chance: Chance): Item | undefined {
  return items[chance.below(items.length)];
}

/** Puts `items` in a random order, in place. */
export function shuffle<Item>(items: Item[], chance: Chance): Item[] {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const other = chance.below(i + 1);
    const item = at(items, i);
    items[i] = at(items, other);
    items[other] = item;
  }
  return items;
}
