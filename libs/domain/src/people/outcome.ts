/** Outcomes: what the person wants to be true, in their own words; the way there, and looking at it again. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, addDays, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';

export type OutcomeReason =
  | 'OUTCOME_NO_WORDS' | 'OUTCOME_NO_WHY' | 'OUTCOME_DAY_PAST' | 'IMPORTANCE_OUT_OF_RANGE' | 'REVIEW_DAY_PAST' | 'STEP_NO_WORDS' | 'NOT_A_STEP' | 'STEP_DONE' | 'OUTCOME_ENDED'
  | 'NOT_A_RESULT' | 'NOBODY_ASKED' | 'NO_NEXT_REVIEW' | 'CHANGE_NO_WORDS' | 'NO_BECAUSE';

export const OUTCOME_WORDS: Words<OutcomeReason> = {
  OUTCOME_NO_WORDS: () => 'Write it in the person’s own words, such as “I make my own tea”.',
  OUTCOME_NO_WHY: () => 'Say why it matters to them.',
  OUTCOME_DAY_PAST: () => 'That day has gone by. Choose a day from today on, or leave it empty.',
  IMPORTANCE_OUT_OF_RANGE: () => 'How much it matters is a whole number from 1 to 10, as the person says.',
  REVIEW_DAY_PAST: () => 'The next look has to be from today on.',
  STEP_NO_WORDS: () => 'Write what the step is.',
  NOT_A_STEP: () => 'Choose whether it is a step, or a goal for a stage of the way.',
  STEP_DONE: () => 'This step is done already.',
  OUTCOME_ENDED: () => 'This outcome has ended. Write down a new one.',
  NOT_A_RESULT: () => 'Choose what comes of it: reached, go on, change or stop.',
  NOBODY_ASKED: () => 'Write what the person says of it, or how they showed it.',
  NO_NEXT_REVIEW: () => 'Give the day of the next look.',
  CHANGE_NO_WORDS: () => 'Write what the person wants to be true now.',
  NO_BECAUSE: () => 'Say how the activity helps towards it.',
};

export const REVIEW_RESULTS = ['reached', 'go on', 'change', 'stop'] as const;
export type ReviewResult = (typeof REVIEW_RESULTS)[number];

export const STEP_KINDS = ['step', 'stage goal'] as const;

/** How long after it was written, or looked at, an outcome is looked at again when nobody chose a day. */
const REVIEW_AFTER_DAYS = 28;

export type OutcomeDraft = { readonly words: string; readonly why: string; readonly byDate: Day | null; readonly importance?: number | null; readonly reviewOn?: Day | null };

export function mayWriteOutcome({ words, why, byDate, importance = null, reviewOn = null }: OutcomeDraft, today: Day): Decision<OutcomeReason> {
  return decide<OutcomeReason>([
    isBlank(words) && { code: 'OUTCOME_NO_WORDS' },
    isBlank(why) && { code: 'OUTCOME_NO_WHY' },
    byDate !== null && byDate < today && { code: 'OUTCOME_DAY_PAST' },
    importance !== null && !(Number.isInteger(importance) && importance >= 1 && importance <= 10) && { code: 'IMPORTANCE_OUT_OF_RANGE' },
    reviewOn !== null && reviewOn < today && { code: 'REVIEW_DAY_PAST' },
  ]);
}

export function mayAddStep({ kind, words }: { readonly kind: string; readonly words: string }, outcome: { readonly endedOn: Day | null }): Decision<OutcomeReason> {
  return decide<OutcomeReason>([outcome.endedOn !== null && { code: 'OUTCOME_ENDED' }, !(STEP_KINDS as readonly string[]).includes(kind) && { code: 'NOT_A_STEP' }, isBlank(words) && { code: 'STEP_NO_WORDS' }]);
}

export type ReviewDraft = { readonly result: string; readonly say: string; readonly nextOn: Day | null; readonly newWords: string };

/** A review has the person's own say; going on or changing has a next look, and a change the new words. */
export function mayReview({ result, say, nextOn, newWords }: ReviewDraft, outcome: { readonly endedOn: Day | null }, today: Day): Decision<OutcomeReason> {
  const goesOn = result === 'go on' || result === 'change';
  return decide<OutcomeReason>([
    outcome.endedOn !== null && { code: 'OUTCOME_ENDED' },
    !(REVIEW_RESULTS as readonly string[]).includes(result) && { code: 'NOT_A_RESULT' },
    isBlank(say) && { code: 'NOBODY_ASKED' },
    goesOn && nextOn === null && { code: 'NO_NEXT_REVIEW' },
    goesOn && nextOn !== null && nextOn < today && { code: 'REVIEW_DAY_PAST' },
    result === 'change' && isBlank(newWords) && { code: 'CHANGE_NO_WORDS' },
  ]);
}

/** The day an outcome is to be looked at: as chosen, else four weeks after it was written or looked at last. */
export function reviewDueOn({ reviewOn, since }: { readonly reviewOn: Day | null; readonly since: Day }): Day {
  return reviewOn ?? addDays(since, REVIEW_AFTER_DAYS);
}

/** Why somebody is on the list of outcomes to look at: they have none, since when; or one is due, since when. */
export function sayOutcomeDue(name: string, due: { readonly kind: 'none'; readonly since: Day | null } | { readonly kind: 'review'; readonly words: string; readonly on: Day }): string {
  if (due.kind === 'none') return due.since === null ? `${name} has no outcome written down.` : `${name} has had no outcome since ${sayDay(due.since)}.`;
  return `“${due.words}” was to be looked at with ${name} by ${sayDay(due.on)}.`;
}
