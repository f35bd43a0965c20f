/** What it takes to put somebody in a circle, to record an authority and to share: each no has words. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';
import { isRepresentation, isRight } from './who-decides.ts';

export type RecordingReason = 'NO_NAME' | 'NO_RELATION' | 'NOT_A_RIGHT' | 'NO_HOLDER' | 'NO_WORDS' | 'NO_REVIEW' | 'ENDS_IN_THE_PAST' | 'NO_KINDS' | 'NOBODY_NAMED';

export const RECORDING_WORDS: Words<RecordingReason> = {
  NO_NAME: () => 'Write the name of the person.',
  NO_RELATION: () => 'Write what they are to the resident: daughter, friend, advocate.',
  NOT_A_RIGHT: (about) => `“${about}” is not a right to decide. Choose the person, with support, attorney, deputy or best interests.`,
  NO_HOLDER: () => 'Choose who of the circle holds this authority.',
  NO_WORDS: () => 'Write how it was said, or who was consulted and what was weighed.',
  NO_REVIEW: () => 'A best-interests decision is looked at again. Give the day by which.',
  ENDS_IN_THE_PAST: (about) => `${about} has passed already. Choose a later day, or leave it empty.`,
  NO_KINDS: () => 'Choose at least one thing to share.',
  NOBODY_NAMED: () => 'Choose which attorney or deputy decided this.',
};

export function mayAddSupporter({ name, relation }: { name: string; relation: string }): Decision<RecordingReason> {
  return decide<RecordingReason>([isBlank(name) && { code: 'NO_NAME' }, isBlank(relation) && { code: 'NO_RELATION' }]);
}

export type AuthorityDraft = { readonly kind: string; readonly supporterId: string | null; readonly words: string; readonly untilDate: Day | null };

/** An authority may be recorded before its document is seen; it decides nothing until then. */
export function mayRecordAuthority({ kind, supporterId, words, untilDate }: AuthorityDraft, today: Day): Decision<RecordingReason> {
  return decide<RecordingReason>([
    !isRight(kind) && { code: 'NOT_A_RIGHT', about: kind.slice(0, 40) },
    isRepresentation(kind) && supporterId === null && { code: 'NO_HOLDER' },
    !isRepresentation(kind) && isBlank(words) && { code: 'NO_WORDS' },
    kind === 'best interests' && untilDate === null && { code: 'NO_REVIEW' },
    untilDate !== null && untilDate < today && { code: 'ENDS_IN_THE_PAST', about: sayDay(untilDate) },
  ]);
}

/** Whether enough was said about who shares (or stops sharing) what, before it is asked whether they may. Stopping needs no words. */
export function isWellSaid(said: { readonly kinds: readonly string[]; readonly right: string; readonly bySupporterId: string | null; readonly words: string | null }): Decision<RecordingReason> {
  return decide<RecordingReason>([
    said.kinds.length === 0 && { code: 'NO_KINDS' },
    !isRight(said.right) && { code: 'NOT_A_RIGHT', about: said.right.slice(0, 40) },
    isRepresentation(said.right) && said.bySupporterId === null && { code: 'NOBODY_NAMED' },
    said.words !== null && isBlank(said.words) && { code: 'NO_WORDS' },
  ]);
}
