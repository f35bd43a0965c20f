/** When each of some people or things is busy. */
import type { Slot } from './tables.ts';

export class Busy {
  private readonly words: number;
  private readonly bits: Int32Array;

  /** `count` of them, free all the time; `words` of 32 units each. */
  constructor(count: number, words: number) {
    this.words = words;
    this.bits = new Int32Array(count * words);
  }

  isFree(who: number, { firstWord, masks }: Slot): boolean {
    const row = who * this.words + firstWord;
    for (let i = 0; i < masks.length; i += 1) if (((this.bits[row + i] ?? 0) & (masks[i] ?? 0)) !== 0) return false;
    return true;
  }

  /** Makes the free busy and the busy free, for the whole slot. */
  flip(who: number, { firstWord, masks }: Slot): void {
    const row = who * this.words + firstWord;
    for (let i = 0; i < masks.length; i += 1) this.bits[row + i] = (this.bits[row + i] ?? 0) ^ (masks[i] ?? 0);
  }
}
