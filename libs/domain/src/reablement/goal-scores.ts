/** The T-score of somebody's open goals, for each kind of rater: where it began, where it is, and the working, for professionals alone. */
import { ATTAINMENT_WORDS, type Attainment, type AttainmentRefusal, type ScoreOrNot, type Working, tScore } from './attainment.ts';
import { RATERS, type Rater } from './goal-raters.ts';

/** An open goal with its levels: how much it counts, where it began, and what each kind of rater said last of it. */
export type OpenGoal = {
  readonly outcomeId: string;
  readonly words: string;
  readonly comfort: boolean;
  readonly weight: number;
  readonly baseline: Attainment;
  readonly reached: Readonly<Partial<Record<Rater, Attainment>>>;
};

export type ScoredGoal = { readonly outcomeId: string; readonly words: string; readonly weight: number; readonly baseline: Attainment; readonly reached: Attainment };

export type RaterScore = {
  readonly rater: Rater;
  readonly goals: readonly ScoredGoal[];
  /** Open goals that this rater has said nothing of. */
  readonly unsaid: readonly string[];
  readonly baseline: Working | null;
  readonly latest: Working | null;
  readonly change: number | null;
  /** Why there is no score. */
  readonly whyNot: string | null;
};

/** What a rater who has said nothing, or only of comfort, is told. */
const NOT_SAID = 'Nothing is scored in this view yet. Say where each goal stands first.';
const COMFORT_ONLY = 'Every goal is one of comfort and connection. Those are not counted: they are there to be kept, not to be moved.';

/**
 * The score over all open goals of one person, for each kind of rater. Where it began is computed over the same goals as where it
 * is, so that the two can be compared. Goals of comfort are left out: a score says how far people came by doing more themselves, and
 * somebody who is kept comfortable is not behind. Figures here never settle how much help anybody gets.
 */
export function scoresOf(goals: readonly OpenGoal[]): RaterScore[] {
  const counted = goals.filter(({ comfort }) => !comfort);
  return RATERS.map((rater) => {
    const said = counted.flatMap(({ outcomeId, words, weight, baseline, reached }): ScoredGoal[] => {
      const level = reached[rater];
      return level === undefined ? [] : [{ outcomeId, words, weight, baseline, reached: level }];
    });
    const unsaid = counted.filter(({ reached }) => reached[rater] === undefined).map(({ words }) => words);
    const latest = tScore(said);
    const began = tScore(said.map(({ weight, baseline }) => ({ weight, reached: baseline })));
    const change = latest.working && began.working ? latest.working.score - began.working.score : null;
    return { rater, goals: said, unsaid, baseline: began.working, latest: latest.working, change, whyNot: whyNot(latest, goals, counted) };
  });
}

function whyNot({ refusal }: ScoreOrNot, all: readonly OpenGoal[], counted: readonly OpenGoal[]): string | null {
  if (!refusal) return null;
  if (refusal.code === 'NO_GOALS' && counted.length > 0) return NOT_SAID;
  if (refusal.code === 'NO_GOALS' && all.length > 0) return COMFORT_ONLY;
  return sayRefusal(refusal);
}

function sayRefusal({ code, about = '' }: { readonly code: AttainmentRefusal; readonly about?: string }): string {
  return ATTAINMENT_WORDS[code](about);
}

const two = (value: number) => String(Math.round(value * 100) / 100).replace('-', '−');

/** The working of a score, a line at a time, so that it can be followed with a pencil. */
export function sayWorking({ sum, squares, total, divisor, score }: Working, goals: readonly { readonly weight: number; readonly reached: number }[]): string[] {
  const level = (value: number) => (value < 0 ? `(${two(value)})` : two(value));
  return [
    `Weight × level: ${goals.map(({ weight, reached }) => `${two(weight)} × ${level(reached)}`).join(' + ')} = ${two(sum)}`,
    `Squared weights: ${goals.map(({ weight }) => `${two(weight)}²`).join(' + ')} = ${two(squares)}. All weights: ${two(total)}`,
    `√(0.7 × ${two(squares)} + 0.3 × ${two(total)}²) = ${two(divisor)}`,
    `T = 50 + 10 × ${level(sum)} ÷ ${two(divisor)} = ${score.toFixed(2)}`,
  ];
}
