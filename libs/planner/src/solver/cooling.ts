/** How forgiving the search is: much at first, so that it gets about; hardly at all in the end. */

/** Points a step may lose, more or less, and still be taken: where a plan is begun from nothing; where most of an earlier one is worth keeping. */
export const HOT = 200;
export const MILD = 12;

/** From this heat to that one; with few gaps and many small moves when this share of it is done. */
export type Cooling = { readonly from: number; readonly to: number; readonly polishing: number };

/** The heat when this share of a cooling is done, and whether to polish then. */
export function heatAt({ from, to, polishing }: Cooling, done: number): { readonly heat: number; readonly isPolishing: boolean } {
  return { heat: from * (to / from) ** done, isPolishing: done >= polishing };
}
