/** How forgiving the search is: much at first, so that it gets about; hardly at all in the end. */

/** Points: at the beginning; where most of an earlier plan is worth keeping; where the best so far is stirred up once more. */
export const HOT = 200;
export const MILD = 12;
export const STIRRING = 40;
/** When it turns to polishing; then; at the very end. */
const WARM = 10;
const COOL = 6;
const COLD = 1;

/** Points a step may lose, more or less, and still be taken, when this share of the search is done; from `polishing` on it polishes. */
export function heatAt(spent: number, polishing: number, first: number): number {
  return spent < polishing ? falling(first, WARM, spent / polishing) : falling(COOL, COLD, (spent - polishing) / (1 - polishing));
}

function falling(from: number, to: number, share: number): number {
  return from * (to / from) ** share;
}
