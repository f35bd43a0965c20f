/** A review in one sitting: every open outcome gets a result and the person's own words, and what changes has a name and a day. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { OUTCOME_WORDS, type OutcomeReason, mayReview } from '../people/outcome.ts';
import { type Day, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';

export type SittingReason = OutcomeReason | 'HELD_AHEAD' | 'NO_PRESENT' | 'SITTING_NO_SAY' | 'LEFT_OUT' | 'NOT_OPEN' | 'ACTION_NO_WHAT' | 'ACTION_NO_WHO' | 'ACTION_PAST' | 'NO_NEXT' | 'NEXT_PAST' | 'HOME_NOT_ASKED';
export const SITTING_WORDS: Words<SittingReason> = {
  ...OUTCOME_WORDS,
  HELD_AHEAD: (day) => `${day} is still to come. Write the review down once you have sat together.`,
  NO_PRESENT: () => 'Write who was there.',
  SITTING_NO_SAY: () => 'Write what the person says of how it goes, or how they showed it.',
  LEFT_OUT: (words) => `“${words}” has no result yet. Every outcome gets one: reached, go on, change or stop.`,
  NOT_OPEN: () => 'One of these outcomes has ended meanwhile. Open the review again.',
  ACTION_NO_WHAT: () => 'Write what is to be done, or take the line away.',
  ACTION_NO_WHO: (what) => `Say who sees to “${what}”.`,
  ACTION_PAST: (what) => `Choose a day from today on for “${what}”.`,
  NO_NEXT: () => 'Choose the day of the next review.',
  NEXT_PAST: () => 'The next review has to be after today.',
  HOME_NOT_ASKED: () => 'Write what they say of going home: on a short stay it is asked every time.',
};

export type ResultDraft = { readonly outcomeId: string; readonly result: string; readonly say: string; readonly nextOn: Day | null; readonly newWords: string };
export type SittingDraft = {
  readonly heldOn: Day;
  readonly present: string;
  readonly say: string;
  readonly homeSay: string | null;
  readonly nextOn: Day | null;
  readonly results: readonly ResultDraft[];
  readonly actions: readonly { readonly what: string; readonly who: string; readonly byDate: Day }[];
};
type Open = { readonly id: string; readonly words: string; readonly endedOn: Day | null };

/** While an episode goes on the next review has a day, and on a short stay going home is asked. */
export function mayHold(draft: SittingDraft, open: readonly Open[], episode: { readonly kind: string } | null, today: Day): Decision<SittingReason> {
  const byId = new Map(open.map((outcome) => [outcome.id, outcome]));
  const whole = decide<SittingReason>([
    draft.heldOn > today && { code: 'HELD_AHEAD', about: sayDay(draft.heldOn) },
    isBlank(draft.present) && { code: 'NO_PRESENT' },
    isBlank(draft.say) && { code: 'SITTING_NO_SAY' },
    draft.results.some(({ outcomeId }) => !byId.has(outcomeId)) && { code: 'NOT_OPEN' },
    ...open.filter(({ id }) => !draft.results.some(({ outcomeId }) => outcomeId === id)).map(({ words }) => ({ code: 'LEFT_OUT' as const, about: words })),
    ...draft.actions.flatMap(({ what, who, byDate }) => [
      isBlank(what) && { code: 'ACTION_NO_WHAT' as const }, isBlank(who) && { code: 'ACTION_NO_WHO' as const, about: what }, byDate < today && { code: 'ACTION_PAST' as const, about: what }]),
    episode?.kind === 'short stay' && isBlank(draft.homeSay) && { code: 'HOME_NOT_ASKED' },
    episode !== null && draft.nextOn === null && { code: 'NO_NEXT' },
    draft.nextOn !== null && draft.nextOn <= today && { code: 'NEXT_PAST' },
  ]);
  if (!whole.allowed) return whole;
  const each = draft.results.map((result) => mayReview(result, byId.get(result.outcomeId) ?? { endedOn: null }, today));
  const reasons = each.flatMap((one) => (one.allowed ? [] : one.reasons));
  return reasons.length === 0 ? { allowed: true } : { allowed: false, reasons: [...new Map(reasons.map((reason) => [reason.code, reason])).values()] };
}
