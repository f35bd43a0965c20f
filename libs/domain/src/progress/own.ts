/** Somebody's progress as they and their family are shown it: sentences, pictures and steps; no numbers, no marks. */
import type { Point } from '../reablement/ladder.ts';
import { type Day, addDays } from '../shared/time.ts';

/** One person’s five sentences for an outcome, from much less than expected to much better. */
export type Levels = readonly [string, string, string, string, string];

/** The sentence of a level, from −2 to 2. */
export function sentenceOf(levels: Levels, attained: number): string {
  return levels[attained + 2] ?? '';
}

/** The sentence of the level above the one reached; null at the top. */
export function nextSentence(levels: Levels, attained: number): string | null {
  return levels[attained + 3] ?? null;
}

const MYSELF = ['Done for me', 'With two people', 'With one person', 'With a hand to start', 'With a word from someone', 'With someone nearby', 'On my own'] as const;

/** How somebody does a thing now, as they would say it. */
export function sayMyself(rung: number): string {
  return MYSELF[rung] ?? '';
}

const BY_NAME = ['with everything done for them', 'with two people', 'with one person', 'with a hand to start', 'with a word from someone', 'with someone nearby', 'on their own'] as const;

/** The same about somebody, inside a sentence. */
export function sayRung(rung: number): string {
  return BY_NAME[rung] ?? '';
}

/** From here up it is theirs: somebody is near, or nobody is needed. */
export const THEIR_OWN = 5;

/** The three days with an entry that were last: one good or bad day does not decide what somebody does now. */
const LAST = 3;

/** How somebody does a thing now: the middle of the last days with an entry, the lower one of two. Null with none. */
export function rungNow(points: readonly Point[]): number | null {
  return lowerMiddle(points.slice(-LAST));
}

const FIRST_DAYS = 14;

/** How it was in the first two weeks with entries. Null with none, and where there is nothing later to hold it against. */
export function rungThen(points: readonly Point[]): number | null {
  const [first] = points;
  if (!first) return null;
  const until = addDays(first.day, FIRST_DAYS);
  return points.some(({ day }) => day >= until) ? lowerMiddle(points.filter(({ day }) => day < until)) : null;
}

function lowerMiddle(points: readonly Point[]): number | null {
  const rungs = points.map(({ rung }) => rung).toSorted((a, b) => a - b);
  return rungs[Math.floor((rungs.length - 1) / 2)] ?? null;
}

export type Step = { readonly words: string; readonly byDate: Day | null; readonly doneOn: Day | null };

/** The way so far: what is done in the order it was done, then what is to come, the earliest date first. */
export function pathOf<S extends Step>(steps: readonly S[]): S[] {
  const late = '9999-12-31';
  return steps.toSorted((a, b) => (a.doneOn ?? late).localeCompare(b.doneOn ?? late) || (a.byDate ?? late).localeCompare(b.byDate ?? late));
}

/** 'Peggy does this with someone nearby. In the first weeks it was with one person.' The same then as now is said once. */
export function sayNowAndThen(name: string, now: number, then: number | null): string {
  const today = `${name} does this ${sayRung(now)}.`;
  return then === null || then === now ? today : `${today} In the first weeks it was ${sayRung(then)}.`;
}

const HELP: Readonly<Record<string, (what: string) => string>> = {
  'one to one': (what) => `One person helps with: ${what}.`,
  'two to one': (what) => `Two people help together with: ${what}.`,
  'shared': (what) => `Help is shared with others for: ${what}.`,
};

/** What somebody's support looks like, a sentence each: no minutes, no money. Nothing where there is no plan. */
export function saySupport(name: string, lines: readonly { readonly kind: string; readonly what: string; readonly falls: boolean }[]): string[] {
  if (lines.length === 0) return [];
  const way = lines.some(({ falls }) => falls) ? `As ${name} does more alone, this help becomes less, and stops becoming less when it is not good.` : 'This help stays as it is.';
  return [...lines.flatMap(({ kind, what }) => HELP[kind]?.(what) ?? []), way];
}
