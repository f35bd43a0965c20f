/** Outcomes: what the person wants to be true, in their own words. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import type { Day } from '../shared/time.ts';

export type OutcomeReason = 'OUTCOME_NO_WORDS' | 'OUTCOME_NO_WHY' | 'OUTCOME_DAY_PAST';

export const OUTCOME_WORDS: Words<OutcomeReason> = {
  OUTCOME_NO_WORDS: () => 'Write it in the person’s own words, such as “I make my own tea”.',
  OUTCOME_NO_WHY: () => 'Say why it matters to them.',
  OUTCOME_DAY_PAST: () => 'That day has gone by. Choose a day from today on, or leave it empty.',
};

export function mayWriteOutcome(draft: { readonly words: string; readonly why: string; readonly byDate: Day | null }, today: Day): Decision<OutcomeReason> {
  return decide<OutcomeReason>([
    draft.words.trim() === '' && { code: 'OUTCOME_NO_WORDS' },
    draft.why.trim() === '' && { code: 'OUTCOME_NO_WHY' },
    draft.byDate !== null && draft.byDate < today && { code: 'OUTCOME_DAY_PAST' },
  ]);
}
