/** Who may lawfully decide for a person, area by area (Mental Capacity Act 2005). */
import type { Day } from '../shared/time.ts';

/** The parts of life decided separately. */
export const AREAS = ['daily activities', 'outings and risk', 'money', 'sharing', 'photos and audio'] as const;
export type Area = (typeof AREAS)[number];

/** An authority whose document does not say for what, or that nobody has looked at yet. */
export const AREA_NOT_KNOWN = 'not known yet';

export const NEXT_OF_KIN = 'Being next of kin gives no right to decide. They are asked and heard; the person decides, or whoever holds an authority that somebody here has seen.';

export type HeldAuthority = { readonly area: string; readonly kind: string; readonly holder: string; readonly documentSeen: string | null; readonly untilDate: Day | null };

/** An authority decides only once somebody has seen the document, in its own area, and until it ends. */
export function decidesNow({ area, documentSeen, untilDate }: Omit<HeldAuthority, 'kind' | 'holder'>, today: Day): boolean {
  return documentSeen !== null && area !== AREA_NOT_KNOWN && (untilDate === null || untilDate >= today);
}

/** A sentence for each area of life: who decides there. Nobody named means that the person does. */
export function sayWhoDecides(area: Area, name: string, held: readonly HeldAuthority[], today: Day): string {
  const here = held.filter((each) => each.area === area);
  const standing = here.filter((each) => decidesNow(each, today));
  if (standing.length > 0) {
    const who = standing.map((each) => `${each.holder}, ${each.kind}`).join('; ');
    return area === 'money' ? `${name}, or ${who}.` : `${name}; when ${name} cannot decide this, ${who}.`;
  }
  if (here.length > 0) return `${name}. ${here.map((each) => each.holder).join(' and ')} is named as ${here[0]?.kind ?? 'attorney'}, but nobody here has seen the document yet.`;
  return `${name}.`;
}
