/** When a handover begins and ends, and what can be added to one. */
import { type Decision, type Words, decide } from '../shared/decision.ts';

/** Without a handover before it, one looks back so far; nothing older is new to anybody. */
export const FIRST_LOOKS_BACK_MS = 24 * 3_600_000;
/** What was handed over so recently is what whoever arrives now is to read. */
export const STILL_CURRENT_MS = 3 * 3_600_000;
/** Where no shift says when it ends. */
const ORDINARY_SHIFT_MS = 8 * 3_600_000;
/** Whoever begins within the hour is the shift that is coming. */
const SOON_MS = 3_600_000;
const LONGEST_SHIFT_MS = 14 * 3_600_000;

/** From where the records are told: from the last handover on, or the last day where there was none. */
export function beginsAt(lastUntil: Date | null, now: Date): Date {
  const back = new Date(now.getTime() - FIRST_LOOKS_BACK_MS);
  return lastUntil ?? back;
}

/** Whether the last handover is the one to read now, or a new one is being made. */
export function isCurrent(untilAt: Date, now: Date): boolean {
  return now.getTime() - untilAt.getTime() < STILL_CURRENT_MS;
}

/** Until when the coming shift works: the latest end among those who are here in an hour. */
export function shiftEnds(shifts: readonly { readonly startsAt: Date; readonly endsAt: Date }[], now: Date): Date {
  const soon = now.getTime() + SOON_MS;
  const ends = shifts.filter(({ startsAt, endsAt }) => startsAt.getTime() <= soon && endsAt.getTime() > soon).map(({ endsAt }) => Math.min(endsAt.getTime(), now.getTime() + LONGEST_SHIFT_MS));
  return new Date(ends.length === 0 ? now.getTime() + ORDINARY_SHIFT_MS : Math.max(...ends));
}

export type HandoverReason = 'NOTE_EMPTY' | 'NOTE_TOO_LONG' | 'NOTE_CORRECTS_ANOTHER' | 'NOTE_SAID_OTHERWISE' | 'NOTE_OF_SOMEBODY_ELSE' | 'HANDED_OVER_JUST_NOW';

export const HANDOVER_WORDS: Words<HandoverReason> = {
  NOTE_EMPTY: () => 'Write what whoever comes next should know.',
  NOTE_TOO_LONG: () => 'Keep it to what whoever comes next must know: five hundred letters at most.',
  NOTE_CORRECTS_ANOTHER: () => 'The note that this corrects is not there any more, or was corrected already. Look at the handover again.',
  NOTE_SAID_OTHERWISE: () => 'This note was saved before and said something else.',
  NOTE_OF_SOMEBODY_ELSE: (name) => `${name} wrote that note. Add one of your own beside it.`,
  HANDED_OVER_JUST_NOW: (name) => `${name} has handed over this minute. That handover is the one to read.`,
};

const LONGEST_NOTE = 500;

/** An empty correction takes a note back. */
export function mayNote(note: { readonly words: string; readonly corrects: boolean }, corrected: { readonly stands: boolean; readonly mine: boolean; readonly by: string } | null): Decision<HandoverReason> {
  return decide<HandoverReason>([
    note.words.trim() === '' && !note.corrects && { code: 'NOTE_EMPTY' },
    note.words.trim().length > LONGEST_NOTE && { code: 'NOTE_TOO_LONG' },
    note.corrects && corrected?.stands !== true && { code: 'NOTE_CORRECTS_ANOTHER' },
    corrected !== null && corrected.stands && !corrected.mine && { code: 'NOTE_OF_SOMEBODY_ELSE', about: corrected.by },
  ]);
}
