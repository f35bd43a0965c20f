/** Gentle checks of the five levels while they are written: suggestions with a reason, never a refusal. */
import type { Day } from '../shared/time.ts';
import { daysBetween } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';

export type GoalDraft = {
  /** From −2 to +2; what is not written yet is empty. */
  readonly levels: readonly string[];
  readonly baseline: number | null;
  readonly byDay: Day | null;
  readonly comfort: boolean;
};

export type HintCode = 'ALIKE' | 'CANNOT_BE_SEEN' | 'THERE_ALREADY' | 'NO_DAY' | 'DAY_GONE' | 'DAY_SOON' | 'NO_BAD_DAY' | 'NUMBERS_TURN' | 'LONG';
/** `level` is the place among the five, 0 for −2; null where it is about the whole. */
export type Hint = { readonly code: HintCode; readonly level: number | null; readonly words: string };

/** Words that two people would read differently. */
const VAGUE = ['better', 'improved', 'improves', 'improve', 'more often', 'less often', 'more', 'less', 'well', 'happier', 'happy', 'good', 'easier', 'more confident', 'confident', 'independent', 'independently', 'cope', 'copes', 'coping', 'sometimes', 'regularly', 'settled', 'engaged', 'comfortable'] as const;
/** What can be seen or heard makes the same words plain. */
const SEEN = /\b(say|says|said|ask|asks|smile|smiles|laugh|laughs|sing|sings|walk|walks|sit|sits|stand|stands|hold|holds|sleep|sleeps|eat|eats|drink|drinks|ring|rings|talk|talks|call|calls|go|goes|get|gets|carry|carries|pour|pours|make|makes|look|looks|turn|turns|reach|reaches|wake|wakes|cry|cries|shout|shouts|frown|frowns|rest|rests|float|floats|swim|swims|read|reads|write|writes|nod|nods|hum|hums)\b/;
const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const COUNTS: Readonly<Record<string, number>> = { none: 0, never: 0, once: 1, twice: 2, half: 0.5, ...Object.fromEntries(NUMBER_WORDS.map((word, n) => [word, n])) };
const COUNTED = new RegExp(`\\d+(?:\\.\\d+)?|\\b(?:${Object.keys(COUNTS).join('|')})\\b`, 'g');
const ALWAYS = /\b(always|never|every time|perfectly|completely|no matter what|without fail|like before|as before)\b/;
const SMALL = new Set(['a', 'an', 'the', 'i', 'my', 'she', 'her', 'he', 'his', 'to', 'of', 'and', 'or', 'in', 'on', 'at', 'with', 'for', 'it', 'is', 'be', 'very', 'really', 'quite', 'bit', 'little']);
const LONGEST = 160;
const SOON_DAYS = 7;

const plain = (words: string) => words.toLowerCase().replaceAll('’', "'");
const numbersIn = (words: string) => [...plain(words).matchAll(COUNTED)].map(([text]) => COUNTS[text] ?? Number(text));
const contentOf = (words: string) => new Set(plain(words).split(/[^a-z0-9']+/).filter((word) => word && !SMALL.has(word)));

/** Everything worth another look, level by level and then of the whole; nothing where there is nothing to say. */
export function hintsOn({ levels, baseline, byDay, comfort }: GoalDraft, today: Day): Hint[] {
  return [
    ...levels.flatMap((words, level) => (isBlank(words) ? [] : hintsOnLevel(words, level, levels))),
    ...(numbersTurn(levels) ? [{ code: 'NUMBERS_TURN' as const, level: null, words: 'The numbers do not go one way from much less to much better. Read the five in order once.' }] : []),
    ...(baseline !== null && baseline >= 0 && !comfort ? [{ code: 'THERE_ALREADY' as const, level: null, words: 'They are there already. What would be the next thing worth reaching?' }] : []),
    ...dayHints(levels[2] ?? '', byDay, comfort, today),
  ];
}

function hintsOnLevel(words: string, level: number, levels: readonly string[]): Hint[] {
  const before = levels.slice(0, level).find((other) => !isBlank(other) && areAlike(other, words));
  const vague = vagueWordIn(words);
  return [
    ...(before === undefined ? [] : [{ code: 'ALIKE' as const, level, words: `This is close to “${before.trim()}”. What would somebody see that is different?` }]),
    ...(vague === null ? [] : [{ code: 'CANNOT_BE_SEEN' as const, level, words: `“${vague}” is read differently by everyone. What would you see or hear, how many times, or with how much help?` }]),
    ...(level === 2 && ALWAYS.test(plain(words)) ? [{ code: 'NO_BAD_DAY' as const, level, words: 'That leaves no room for a bad day. What would be fair to expect?' }] : []),
    ...(words.trim().length > LONGEST ? [{ code: 'LONG' as const, level, words: 'A long sentence is hard to choose by. Keep the one thing that tells it from the others.' }] : []),
  ];
}

/** The same words but for small ones, and no number that differs. */
function areAlike(one: string, other: string): boolean {
  if (numbersIn(one).join() !== numbersIn(other).join()) return false;
  const [a, b] = [contentOf(one), contentOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared / (a.size + b.size - shared) >= 0.8;
}

/** A word that cannot be seen, where nothing beside it can be seen or counted. */
export function vagueWordIn(words: string): string | null {
  const text = plain(words);
  if (numbersIn(words).length > 0 || SEEN.test(text) || text.includes('“') || text.includes('"')) return null;
  return VAGUE.find((word) => new RegExp(`\\b${word}\\b`).test(text)) ?? null;
}

/** Whether all five carry exactly one number, and those go up and then down. */
function numbersTurn(levels: readonly string[]): boolean {
  const counts = levels.map(numbersIn).filter(({ length }) => length === 1).map(([count]) => count ?? 0);
  const steps = counts.slice(1).map((count, n) => Math.sign(count - (counts[n] ?? 0)));
  return counts.length === 5 && steps.includes(1) && steps.includes(-1);
}

function dayHints(expected: string, byDay: Day | null, comfort: boolean, today: Day): Hint[] {
  if (isBlank(expected)) return [];
  // What is kept has no day by which it is reached.
  if (byDay === null) return comfort ? [] : [{ code: 'NO_DAY', level: null, words: 'By when? Without a day, nobody can say whether it is what you expected.' }];
  if (byDay < today) return [{ code: 'DAY_GONE', level: null, words: 'The day by which you expect it has gone by. Choose one to come.' }];
  return daysBetween(today, byDay) < SOON_DAYS ? [{ code: 'DAY_SOON', level: null, words: 'That is less than a week away. Is it fair to expect it by then?' }] : [];
}
