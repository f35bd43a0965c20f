/** Whose decisions they were: how many were the person's own, and how often there was nothing to decide but whether to go. */
import type { Point } from './points.ts';
import type { Answer, Standing } from './receipt.ts';

export type Kept = { readonly id: string; readonly residentId: string; readonly point: Point; readonly answer: Answer; readonly standing: Standing; readonly right: string | null };

export const COUNTS = ['decisions', 'own', 'represented', 'bestInterests', 'goOrNot', 'leftOpen', 'heard', 'read'] as const;
export type Count = (typeof COUNTS)[number];

const TESTS: Readonly<Record<Count, (kept: Kept) => boolean>> = {
  decisions: isDecision,
  own: (kept) => isDecision(kept) && (kept.right === 'the person' || kept.right === 'with support'),
  represented: (kept) => isDecision(kept) && (kept.right === 'attorney' || kept.right === 'deputy'),
  bestInterests: (kept) => isDecision(kept) && kept.right === 'best interests',
  goOrNot: (kept) => isDecision(kept) && kept.point === 'today',
  leftOpen: ({ standing, answer }) => standing === 'decided' && answer === 'not now',
  heard: ({ standing }) => standing === 'heard',
  read: ({ standing }) => standing === 'read',
};

/** A decision settles something. 'Not now' leaves it open; a view that was heard and a reading are nobody's decision. */
function isDecision({ standing, answer }: Kept): boolean {
  return standing === 'decided' && answer !== 'not now';
}

/** The ids behind each number, so that every number can be looked into. */
export function whose(kept: readonly Kept[]): Readonly<Record<Count, readonly string[]>> {
  return Object.fromEntries(COUNTS.map((count) => [count, kept.filter(TESTS[count]).map(({ id }) => id)])) as Record<Count, string[]>;
}

/** Somebody decided something, and all of it was whether to go or not go. */
export function onlyGoOrNot(kept: readonly Kept[]): boolean {
  const { decisions, goOrNot } = whose(kept);
  return decisions.length > 0 && goOrNot.length === decisions.length;
}
