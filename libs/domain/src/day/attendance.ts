/** What happened for one resident in one session, and what to make of two people who say different things. */

import { ATTENDANCE_LEVELS, type AttendanceLevel } from '../promises/happened.ts';

export { ATTENDANCE_LEVELS, NOT_RUN_REASONS } from '../promises/happened.ts';
export type { AttendanceLevel, NotRunReason } from '../promises/happened.ts';

export const MOODS = ['happy', 'content', 'flat', 'upset'] as const;
export type Mood = (typeof MOODS)[number];
export const ENGAGEMENTS = ['fully', 'partly', 'hardly'] as const;
export type Engagement = (typeof ENGAGEMENTS)[number];

/** How much help it took, from none to all of it. Where a daily task is worked on, its ladder says it more exactly. */
export const HELP_GIVEN = ['on their own', 'with a word', 'with a hand', 'done for them'] as const;
export type HelpGiven = (typeof HELP_GIVEN)[number];

/** Something was in it for the person. Watching is not taking part. */
export function isMeaningful(level: AttendanceLevel): boolean {
  return level === 'took part' || level === 'joined in a little';
}

/** The levels for which `isMeaningful` holds, for whoever has to ask a database. */
export const MEANINGFUL_LEVELS: readonly AttendanceLevel[] = ATTENDANCE_LEVELS.filter(isMeaningful);

/** What one entry says, as a device sends it. */
export type Said = {
  readonly residentId: string;
  readonly level: AttendanceLevel;
  readonly mood: Mood | null;
  readonly engagement: Engagement | null;
  readonly leftEarly: boolean;
  readonly help?: HelpGiven | null;
  readonly note: string | null;
  readonly correctsId: string | null;
};

/** Whether an entry that arrives again under the same id says what it said before. */
export function isSameSaid(one: Said, two: Said): boolean {
  return one.residentId === two.residentId && one.level === two.level && one.mood === two.mood && one.engagement === two.engagement
    && one.leftEarly === two.leftEarly && (one.help ?? null) === (two.help ?? null) && (one.note ?? '') === (two.note ?? '') && one.correctsId === two.correctsId;
}

/** Entries that no other entry corrects, in the order they are given. */
export function standing<Entry extends { readonly id: string; readonly correctsId: string | null }>(entries: readonly Entry[]): Entry[] {
  const corrected = new Set(entries.map(({ correctsId }) => correctsId));
  return entries.filter(({ id }) => !corrected.has(id));
}

/**
 * What the standing entries for one resident in one session agree on, or null when they do not (or there are none):
 * then a person decides which is right, and until then neither counts over the other.
 */
export function agreed<Entry extends { readonly id: string; readonly correctsId: string | null; readonly level: AttendanceLevel; readonly leftEarly: boolean }>(entries: readonly Entry[]): Entry | null {
  const stand = standing(entries);
  const [first] = stand;
  return first && stand.every(({ level, leftEarly }) => level === first.level && leftEarly === first.leftEarly) ? first : null;
}
