/** What it takes to put somebody in a circle, to record an authority and to share: each no has words. */
import type { Area } from '../people/authority.ts';
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';
import { isPower, isRepresentation, isRight, powerFor } from './who-decides.ts';

export type RecordingReason = 'NO_NAME' | 'NO_RELATION' | 'NOT_A_RIGHT' | 'NO_HOLDER' | 'NO_WORDS' | 'ENDS_IN_THE_PAST' | 'NO_KINDS' | 'NOBODY_NAMED' | 'NO_POWER' | 'POWER_ELSEWHERE' | 'STEP_BY_STEP' | 'NO_STAND_IN';

export const RECORDING_WORDS: Words<RecordingReason> = {
  NO_NAME: () => 'Write the name of the person.',
  NO_RELATION: () => 'Write what they are to the resident: daughter, friend, advocate.',
  NOT_A_RIGHT: (about) => `“${about}” is not a right to decide. Choose the person, with support, attorney, deputy or best interests.`,
  NO_HOLDER: () => 'Choose who of the circle holds this authority.',
  NO_WORDS: () => 'Write how it was said, or who was consulted and what was weighed.',
  ENDS_IN_THE_PAST: (about) => `${about} has passed already. Choose a later day, or leave it empty.`,
  NO_KINDS: () => 'Choose at least one thing to share.',
  NO_POWER: () => 'Say what the document gives power over: health and welfare, or property and affairs. It stands on its first page.',
  POWER_ELSEWHERE: (about) => `A power for ${about} does not reach this area of life. Money is property and affairs; all else is health and welfare.`,
  STEP_BY_STEP: () => 'A best-interests decision is recorded step by step, under “Decide in their best interests”.',
  NO_STAND_IN: () => 'Choose whether an advocate or the named worker stands in, and write their name.',
  NOBODY_NAMED: () => 'Choose which attorney or deputy decided this.',
};

export function mayAddSupporter({ name, relation }: { name: string; relation: string }): Decision<RecordingReason> {
  return decide<RecordingReason>([isBlank(name) && { code: 'NO_NAME' }, isBlank(relation) && { code: 'NO_RELATION' }]);
}

const STAND_INS = ['advocate', 'named worker'];

/** Who stands in is somebody by name: an advocate, or the named worker until there is one. */
export function mayStandIn({ kind, name }: { readonly kind: string; readonly name: string }): Decision<RecordingReason> {
  return decide<RecordingReason>([(!STAND_INS.includes(kind) || isBlank(name)) && { code: 'NO_STAND_IN' }]);
}

export type AuthorityDraft = { readonly area: Area; readonly kind: string; readonly supporterId: string | null; readonly power: string | null; readonly words: string; readonly untilDate: Day | null };

/** An authority may be recorded before its document is seen; it decides nothing until then. */
export function mayRecordAuthority({ area, kind, supporterId, power, words, untilDate }: AuthorityDraft, today: Day): Decision<RecordingReason> {
  return decide<RecordingReason>([
    !isRight(kind) && { code: 'NOT_A_RIGHT', about: kind.slice(0, 40) },
    isRepresentation(kind) && supporterId === null && { code: 'NO_HOLDER' },
    !isRepresentation(kind) && kind !== 'best interests' && isBlank(words) && { code: 'NO_WORDS' },
    kind === 'best interests' && { code: 'STEP_BY_STEP' },
    kind === 'attorney' && !isPower(power ?? '') && { code: 'NO_POWER' },
    isRepresentation(kind) && isPower(power ?? '') && power !== powerFor(area) && { code: 'POWER_ELSEWHERE', about: power ?? '' },
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
