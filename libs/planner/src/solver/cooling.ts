/** How forgiving the search is: much at first, so that it gets about; hardly at all in the end. */

/** Points: at the beginning, or where most of an earlier plan is worth keeping; when it turns to polishing; then; at the very end. */
const HOT = 200;
const MILD = 30;
const WARM = 10;
const COOL = 6;
const COLD = 1;

/** Points a step may lose, more or less, and still be taken, when this share of the search is done; from `polishing` on it polishes. */
export function heatAt(spent: number, polishing: number, hasEarlierPlan: boolean): number {
  const first = hasEarlierPlan ? MILD : HOT;
  return spent < polishing ? falling(first, WARM, spent / polishing) : falling(COOL, COLD, (spent - polishing) / (1 - polishing));
}

function falling(from: number, to: number, share: number): number {
  return from * (to / from) ** share;
}
