/** Wish-minutes: staff minutes that somebody's progress set free, and what they choose to do with them. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { isBlank } from '../shared/words.ts';

export type WishLine = { readonly kind: 'freed' | 'spent' | 'not now'; readonly week: string; readonly minutes: number };

/** What there is to spend: what was set free, once for each week, less what was spent. Never less than nought. */
export function balanceOf(lines: readonly WishLine[]): number {
  return Math.max(0, lines.reduce((sum, { minutes }) => sum + minutes, 0));
}

/** What is to be written down for weeks that are over and known and of which nothing stands yet. */
export function toCredit(weeks: readonly { readonly monday: string; readonly freed: number | null }[], lines: readonly WishLine[]): { readonly week: string; readonly minutes: number }[] {
  const there = new Set(lines.filter(({ kind }) => kind === 'freed').map(({ week }) => week));
  return weeks.flatMap(({ monday, freed }) => (freed !== null && freed > 0 && !there.has(monday) ? [{ week: monday, minutes: freed }] : []));
}

export type SpendReason = 'SPEND_MINUTES' | 'SPEND_TOO_MUCH' | 'SPEND_NO_SAY' | 'SPEND_NO_WHAT' | 'SPEND_RETIRED' | 'SPEND_NOT_HERE';
export const SPEND_WORDS: Words<SpendReason> = {
  SPEND_MINUTES: () => 'Say how many minutes, from 1.',
  SPEND_TOO_MUCH: (about) => `There are ${about} wish-minutes. Choose as many or fewer.`,
  SPEND_NO_SAY: () => 'Write down what the person said. It is theirs to choose.',
  SPEND_NO_WHAT: () => 'Say what the minutes are for.',
  SPEND_RETIRED: (about) => `“${about}” is no longer offered. Choose something else.`,
  SPEND_NOT_HERE: (name) => `${name} does not live here any more.`,
};

export type Spending = { readonly minutes: number; readonly say: string; readonly what: string; readonly notNow: boolean };

/** The person chooses, in their own words. "Not now" spends nothing and is written down as well. */
export function maySpend({ minutes, say, what, notNow }: Spending, there: { readonly balance: number; readonly retired: string | null; readonly gone: string | null }): Decision<SpendReason> {
  const isWhole = Number.isInteger(minutes) && minutes >= 1;
  return decide<SpendReason>([
    there.gone !== null && { code: 'SPEND_NOT_HERE', about: there.gone },
    isBlank(say) && { code: 'SPEND_NO_SAY' },
    !notNow && isBlank(what) && { code: 'SPEND_NO_WHAT' },
    !notNow && there.retired !== null && { code: 'SPEND_RETIRED', about: there.retired },
    !notNow && !isWhole && { code: 'SPEND_MINUTES' },
    !notNow && isWhole && minutes > there.balance && { code: 'SPEND_TOO_MUCH', about: String(there.balance) },
  ]);
}

export type Idea = { readonly activityId: string; readonly name: string; readonly picture: string; readonly worth: number; readonly because: string };

/** Never more than three, the best first, each activity once with its best reason. */
export function threeIdeas(ideas: readonly Idea[]): Idea[] {
  const best = new Map<string, Idea>();
  for (const idea of ideas.toSorted((a, b) => b.worth - a.worth || a.name.localeCompare(b.name))) if (!best.has(idea.activityId)) best.set(idea.activityId, idea);
  return [...best.values()].slice(0, 3);
}
