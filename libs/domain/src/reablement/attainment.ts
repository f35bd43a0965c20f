/** Goal attainment scaling: five levels written for one person, what was reached, and the T-score that professionals compare. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { isBlank } from '../shared/words.ts';

/** −2 much less than expected, −1 less, 0 what is expected, +1 better, +2 much better. */
export const ATTAINMENTS = [-2, -1, 0, 1, 2] as const;
export type Attainment = (typeof ATTAINMENTS)[number];

/** One goal as it is scored: how much it counts (nothing below 0), and what was reached. */
export type Scored = { readonly weight: number; readonly reached: number };

export type AttainmentRefusal =
  | 'NO_GOALS' | 'NO_WEIGHT' | 'WEIGHT_NEGATIVE' | 'NOT_AN_ATTAINMENT' | 'PARTIAL' | 'LEVEL_NO_WORDS' | 'LEVELS_ALIKE' | 'NOT_A_BASELINE' | 'NOT_A_COMFORT_BASELINE' | 'NOT_A_RATING';

export const ATTAINMENT_WORDS: Words<AttainmentRefusal> = {
  NO_GOALS: () => 'There is no goal with a score yet, so there is nothing to compute.',
  NO_WEIGHT: () => 'Every goal counts nothing: its importance or its difficulty is 0. Give at least one goal a weight.',
  WEIGHT_NEGATIVE: (value) => `${value} is no weight. A goal counts 0 or more.`,
  NOT_AN_ATTAINMENT: (value) => `${value} is no level. Choose one of the five, from much less (−2) to much better (+2).`,
  PARTIAL: () => 'Half a level (−0.5) says that there was some progress. In a score it counts as −1: say −1.',
  LEVEL_NO_WORDS: (level) => `Write in plain words what “${level}” would look like.`,
  LEVELS_ALIKE: (words) => `“${words}” stands for two levels. Each level needs words of its own, so that two people would choose the same one.`,
  NOT_A_BASELINE: () => 'Where somebody starts is −1, or −2 when it could not be worse. If they are there already, the goal is reached: write another.',
  NOT_A_COMFORT_BASELINE: () => 'Where somebody starts is −2, −1, or 0 when what they have is to be kept.',
  NOT_A_RATING: () => 'Importance and difficulty are whole numbers from 0 to 3.',
};

/** How far the goals of one person are thought to go together, as in the published formula. */
const TOGETHER = 0.3;
const MEAN = 50;
const SPREAD = 10;

/** The steps by which a T-score came about, for whoever wants to see the working. */
export type Working = { readonly sum: number; readonly squares: number; readonly total: number; readonly divisor: number; readonly score: number };

export type ScoreOrNot = { readonly working: Working; readonly refusal: null } | { readonly working: null; readonly refusal: { readonly code: AttainmentRefusal; readonly about?: string } };

/**
 * The T-score of one or more goals: 50 + 10 Σwx / √(0.7 Σw² + 0.3 (Σw)²), with weights w and levels x from −2 to +2. Mean 50,
 * a spread of about 10 when goals are set fairly. It is for professionals: nobody is shown a mark for their life.
 * Source: Kiresuk and Sherman 1968; Turner-Stokes 2009, with its erratum.
 */
export function tScore(goals: readonly Scored[]): ScoreOrNot {
  const bad = goals.flatMap(({ weight, reached }) => refusalOf(weight, reached))[0];
  if (bad) return { working: null, refusal: bad };
  if (goals.length === 0) return { working: null, refusal: { code: 'NO_GOALS' } };
  const total = goals.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { working: null, refusal: { code: 'NO_WEIGHT' } };
  const sum = goals.reduce((so, { weight, reached }) => so + weight * reached, 0);
  const squares = goals.reduce((so, { weight }) => so + weight * weight, 0);
  const divisor = Math.sqrt((1 - TOGETHER) * squares + TOGETHER * total * total);
  return { working: { sum, squares, total, divisor, score: MEAN + (SPREAD * sum) / divisor }, refusal: null };
}

function refusalOf(weight: number, reached: number): { code: AttainmentRefusal; about?: string }[] {
  if (!(weight >= 0) || !Number.isFinite(weight)) return [{ code: 'WEIGHT_NEGATIVE', about: String(weight) }];
  if (reached === -0.5) return [{ code: 'PARTIAL' }];
  return isAttainment(reached) ? [] : [{ code: 'NOT_AN_ATTAINMENT', about: String(reached) }];
}

export function isAttainment(value: number): value is Attainment {
  return ATTAINMENTS.some((each) => each === value);
}

/** How much a goal counts: importance times difficulty, each from 0 to 3; 1 where neither was asked. */
export function weightOf(importance: number | null, difficulty: number | null): number {
  return importance === null && difficulty === null ? 1 : (importance ?? 1) * (difficulty ?? 1);
}

/** The five sentences of a goal, from −2 to +2. */
export type Levels = readonly [string, string, string, string, string];
export const LEVEL_NAMES = ['much less than expected', 'less than expected', 'what we expect', 'better than expected', 'much better than expected'] as const;

/** Where a goal may begin. Comfort may be there already: then what is expected is that it is kept. */
export function baselinesFor(comfort: boolean): readonly Attainment[] {
  return comfort ? [-2, -1, 0] : [-2, -1];
}

/** A goal has five levels, each in words of its own, and begins below what is expected, unless it is one of comfort. */
export function mayWriteGoal(levels: readonly string[], baseline: number, importance: number | null, difficulty: number | null, comfort = false): Decision<AttainmentRefusal> {
  const said = levels.map((words) => words.trim().toLowerCase());
  const twice = levels.find((words, i) => !isBlank(words) && said.indexOf(words.trim().toLowerCase()) !== i);
  return decide<AttainmentRefusal>([
    ...LEVEL_NAMES.map((name, i) => isBlank(levels[i] ?? '') && { code: 'LEVEL_NO_WORDS' as const, about: name }),
    twice !== undefined && { code: 'LEVELS_ALIKE', about: twice.trim() },
    !baselinesFor(comfort).some((each) => each === baseline) && { code: comfort ? 'NOT_A_COMFORT_BASELINE' : 'NOT_A_BASELINE' },
    [importance, difficulty].some((rating) => !isRating(rating)) && { code: 'NOT_A_RATING' },
  ]);
}

/** Importance and difficulty are asked for, or not. */
export function isRating(rating: number | null): boolean {
  return rating === null || (Number.isInteger(rating) && rating >= 0 && rating <= 3);
}
