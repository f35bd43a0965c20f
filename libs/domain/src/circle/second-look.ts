/** A second pair of eyes on what a supporter decided about a person's money. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { isBlank } from '../shared/words.ts';

export type SecondLookReason = 'SAME_EYES' | 'LOOKED_AT_ALREADY' | 'NO_WORDS';

export const SECOND_LOOK_WORDS: Words<SecondLookReason> = {
  SAME_EYES: () => 'You wrote this down yourself. Somebody else has to look at it.',
  LOOKED_AT_ALREADY: (about) => `${about} has looked at this already.`,
  NO_WORDS: () => 'Write in a few words what you looked at and what you think of it.',
};

export function mayLook({ isOwn, lookedBy, words }: { readonly isOwn: boolean; readonly lookedBy: string | null; readonly words: string }): Decision<SecondLookReason> {
  return decide<SecondLookReason>([isOwn && { code: 'SAME_EYES' }, lookedBy !== null && { code: 'LOOKED_AT_ALREADY', about: lookedBy }, isBlank(words) && { code: 'NO_WORDS' }]);
}
