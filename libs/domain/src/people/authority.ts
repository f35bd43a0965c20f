/** The areas of life in which it is settled separately who decides (Mental Capacity Act 2005). */

/** The parts of life decided separately. */
export const AREAS = ['daily activities', 'outings and risk', 'money', 'sharing', 'photos and audio'] as const;
export type Area = (typeof AREAS)[number];

/** An authority whose document does not say for what, or that nobody has looked at yet. */
export const AREA_NOT_KNOWN = 'not known yet';

export const NEXT_OF_KIN = 'Being next of kin gives no right to decide. They are asked and heard; the person decides, or whoever holds an authority that somebody here has seen.';
