/** How much a search may still do: so many steps, so much time, until somebody stops it. */

export type Allowance = {
  /** Milliseconds, from wherever; only differences count. */
  readonly now: () => number;
  /** Milliseconds to look. */
  readonly until?: number;
  /** Steps to look. Without `until` or `steps` there is nothing to spend. */
  readonly steps?: number;
  readonly shouldStop?: () => boolean;
};

/** Milliseconds that a search is laid out for at most: somebody who gave it longer may stop it long before, and then it goes on as it does at the end. */
const LONGEST = 60_000;

export class Budget {
  /** What was answered last to `isOver`. */
  hasEnded = false;
  private readonly allowance: Allowance;
  private readonly began: number;
  private readonly taken: () => number;

  /** `taken` says how many steps have been. */
  constructor(allowance: Allowance, taken: () => number) {
    this.allowance = allowance;
    this.began = allowance.now();
    this.taken = taken;
  }

  /** Milliseconds since it began. */
  elapsed(): number {
    return this.allowance.now() - this.began;
  }

  /** Whether the search must end; to be asked before each step. */
  isOver(): boolean {
    const { until, steps, shouldStop } = this.allowance;
    const isAllowed = until !== undefined || steps !== undefined;
    this.hasEnded ||= !isAllowed || (steps !== undefined && this.taken() >= steps) || (until !== undefined && this.elapsed() >= until) || shouldStop?.() === true;
    return this.hasEnded;
  }

  /** How much of what it is laid out for has been spent; 1 is all, and more is what comes after. */
  spent(): number {
    const { until, steps } = this.allowance;
    const time = until === undefined ? 0 : this.elapsed() / (steps === undefined ? Math.min(until, LONGEST) : until);
    return steps === undefined ? time : Math.max(this.taken() / steps, time);
  }
}
