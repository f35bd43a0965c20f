/** Turns in somebody's life after which everything is looked at again with them: a loss, another room, a fall, a stay in hospital. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';

export const LIFE_CHANGES = ['bereavement', 'room move', 'fall', 'hospital', 'other'] as const;
export type LifeChange = (typeof LIFE_CHANGES)[number];
/** 'not meant' takes an earlier one back. */
export type LifeChangeKind = LifeChange | 'not meant';

export function isLifeChange(text: string): text is LifeChange {
  return (LIFE_CHANGES as readonly string[]).includes(text);
}

export type LifeChangeReason = 'NOT_A_CHANGE' | 'CHANGE_AHEAD' | 'OTHER_NO_WORDS';
export const LIFE_CHANGE_WORDS: Words<LifeChangeReason> = {
  NOT_A_CHANGE: () => `Choose what happened: ${LIFE_CHANGES.join(', ')}.`,
  CHANGE_AHEAD: (day) => `${day} is still to come. Record it once it has happened.`,
  OTHER_NO_WORDS: () => 'Say in a few words what happened.',
};

/** Two taps are enough: only what is 'other' needs words. */
export function mayRecordChange({ kind, onDay, words }: { readonly kind: string; readonly onDay: Day; readonly words: string | null }, today: Day): Decision<LifeChangeReason> {
  return decide<LifeChangeReason>([
    !isLifeChange(kind) && { code: 'NOT_A_CHANGE' },
    onDay > today && { code: 'CHANGE_AHEAD', about: sayDay(onDay) },
    kind === 'other' && isBlank(words) && { code: 'OTHER_NO_WORDS' },
  ]);
}

/** What is written down by itself when somebody's room is changed; nothing where they had none before. */
export function sayRoomMove(from: string | null, to: string | null): string | null {
  return from === null || from === to ? null : `From room ${from} to ${to === null ? 'no room yet' : `room ${to}`}.`;
}
