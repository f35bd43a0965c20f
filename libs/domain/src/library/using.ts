/** When a home may take up an entry, and what a note of what worked must say. */

import { type Decision, type Words, decide } from '../shared/decision.ts';
import { isBlank } from '../shared/words.ts';
import { SUPPORT_STYLES } from './activity.ts';

export type StartReason = 'IN_USE' | 'RETIRED_HERE' | 'NO_ROOM';

export const START_WORDS: Words<StartReason> = {
  IN_USE: () => 'Your home uses this already.',
  RETIRED_HERE: () => 'Your home retired this. Bring it back instead, so that what happened with it stays together.',
  NO_ROOM: () => 'Choose at least one room it can be held in, or say that it is done where the person is.',
};

export type Place = { readonly isUsed: boolean; readonly isRetired: boolean; readonly rooms: number; readonly setting: 'home' | 'out'; readonly atBedside: boolean };

export function mayStartUsing({ isUsed, isRetired, rooms, setting, atBedside }: Place): Decision<StartReason> {
  return decide<StartReason>([
    isUsed && { code: 'IN_USE' },
    isRetired && { code: 'RETIRED_HERE' },
    setting === 'home' && !atBedside && rooms === 0 && { code: 'NO_ROOM' },
  ]);
}

export type NoteReason = 'NOTE_NO_WORDS' | 'NOTE_TOO_LONG' | 'NOTE_KIND' | 'NOTE_STYLE';

export const NOTE_WORDS: Words<NoteReason> = {
  NOTE_NO_WORDS: () => 'Say what worked, or what to do differently: a sentence will do.',
  NOTE_TOO_LONG: () => 'That is too long for whoever reads it on the way. Keep to 500 letters.',
  NOTE_KIND: () => 'Choose what worked, or what to change next time.',
  NOTE_STYLE: () => 'Choose one of the four styles of support, or leave it open.',
};

export function mayNote({ kind, words, style }: { readonly kind: string; readonly words: string; readonly style: string | null }): Decision<NoteReason> {
  return decide<NoteReason>([
    isBlank(words) && { code: 'NOTE_NO_WORDS' },
    words.trim().length > 500 && { code: 'NOTE_TOO_LONG' },
    kind !== 'worked' && kind !== 'change' && { code: 'NOTE_KIND' },
    style !== null && !(SUPPORT_STYLES as readonly string[]).includes(style) && { code: 'NOTE_STYLE' },
  ]);
}
