/** Life facts: what somebody did, loved and went through, how that is known, and what it leads to. */
import { type Decision, type Words, decide } from '../shared/decision.ts';

export const TOLD_HOW = ['told us', 'told by family', 'observed', 'from the file'] as const;
/** How it is known. 'from the file' came with the home's own list and nobody here has checked it yet. */
export type ToldHow = (typeof TOLD_HOW)[number];

/** What a memory may be about. A home's own list may bring others. */
export const THEMES = ['home', 'family', 'people', 'love', 'school', 'work', 'place', 'travel', 'music', 'animals', 'faith', 'skill', 'sport', 'food', 'hard times'] as const;

export type FactReason = 'FACT_NO_WORDS' | 'FACT_NOBODY_TOLD' | 'FACT_HOW_UNKNOWN' | 'FACT_TOO_LONG' | 'FACT_WHEN_LONG' | 'FACT_THEME_LONG';

export const FACT_WORDS: Words<FactReason> = {
  FACT_NO_WORDS: () => 'Write what is known, in a sentence or two.',
  FACT_NOBODY_TOLD: () => 'Say who told it, so that somebody can ask again.',
  FACT_HOW_UNKNOWN: (about) => `“${about}” is not a way of knowing. Choose whether the person told it, family told it, or somebody saw it.`,
  FACT_TOO_LONG: () => 'That is more than one memory. Keep each to a few sentences and add the others one by one.',
  FACT_WHEN_LONG: () => 'Say roughly when in a few words, such as “about 1962”. The rest belongs in the memory itself.',
  FACT_THEME_LONG: () => 'Say in a word or two what it is about.',
};

export type FactDraft = { readonly words: string; readonly toldBy: string; readonly toldHow: string; readonly whenWords?: string | null; readonly theme?: string };

/** Whether a memory can be kept as it stands: it says something, and one can ask whoever told it. */
export function mayKeepFact({ words, toldBy, toldHow, whenWords, theme }: FactDraft): Decision<FactReason> {
  return decide<FactReason>([
    words.trim() === '' && { code: 'FACT_NO_WORDS' },
    words.trim().length > 1000 && { code: 'FACT_TOO_LONG' },
    (whenWords ?? '').trim().length > 200 && { code: 'FACT_WHEN_LONG' },
    (theme ?? '').trim().length > 60 && { code: 'FACT_THEME_LONG' },
    toldBy.trim() === '' && { code: 'FACT_NOBODY_TOLD' },
    !TOLD_HOW.includes(toldHow as ToldHow) && { code: 'FACT_HOW_UNKNOWN', about: toldHow },
  ]);
}

/** 'Janet Ellison told us (family)': where a memory comes from, in words. */
export function sayHowKnown({ toldBy, toldHow }: { readonly toldBy: string; readonly toldHow: string }): string {
  if (toldHow === 'told us') return `${toldBy} told us`;
  if (toldHow === 'told by family') return `${toldBy} told us, as family`;
  if (toldHow === 'observed') return `${toldBy} saw it`;
  return `from ${toldBy}; nobody here has checked it yet`;
}

const OPENERS = /^(he|she|they|his|her|their|the|it|a|an|in|there|this|that|at|on|when|for|walking|going)\b/i;

/**
 * The reason for a routine, to stand after a comma: 'because he walked the dog at half past four for forty years'.
 * A reason that opens with a name keeps its capital.
 */
export function sayBecause(why: string): string {
  const words = why.trim().replace(/[.\s]+$/, '');
  if (words === '') return '';
  if (/^because\b/i.test(words)) return words.charAt(0).toLowerCase() + words.slice(1);
  return `because ${OPENERS.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words}`;
}

/**
 * What somebody wrote, safe to show beside other words: control characters and marks that turn the direction of the text
 * round are taken out, halves of characters made whole, spaces around it dropped. Everything else stays.
 */
export function tidyWords(text: string): string {
  return text.toWellFormed().replaceAll(/(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '').trim();
}
