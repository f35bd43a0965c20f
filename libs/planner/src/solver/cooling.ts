/** How forgiving the search is: much at first, so that it gets about; hardly at all in the end. */

/** The share of the search after which it goes on from the best plan only. */
export const POLISHING = 0.5;

/** Points: at the beginning, or where most of an earlier plan is worth keeping; when it turns to polishing; then; at the very end. */
const HOT = 200;
const MILD = 30;
const WARM = 10;
const COOL = 6;
const COLD = 1;

/** Points a step may lose, more or less, and still be taken, when this share of the search is done. */
export function heatAt(spent: number, hasEarlierPlan: boolean): number {
  const first = hasEarlierPlan ? MILD : HOT;
  return spent < POLISHING ? falling(first, WARM, spent / POLISHING) : falling(COOL, COLD, (spent - POLISHING) / (1 - POLISHING));
}

function falling(from: number, to: number, share: number): number {
  return from * (to / from) ** share;
}
