/** Readings: what somebody seems to like, read from how they respond by people who know them. Never their own decision. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { isBlank } from '../shared/words.ts';

export const LIKES = ['likes it', 'does not mind it', 'does not like it', 'cannot tell'] as const;
export type Likes = (typeof LIKES)[number];

export type ReadingReason = 'NOT_A_READING' | 'NO_SIGNS' | 'NO_KNOWING' | 'READS_ANOTHER' | 'READ_OTHERWISE_BEFORE';

export const READING_WORDS: Words<ReadingReason> = {
  NOT_A_READING: () => `Choose one of these: ${LIKES.join(', ')}.`,
  NO_SIGNS: () => 'Say what you saw or heard that tells you so: a smile, a turned head, hands that reach out.',
  NO_KNOWING: () => 'Say how you know this person, so that others can weigh it.',
  READS_ANOTHER: () => 'That reading is of something else. Open the page again and answer the one that stands there.',
  READ_OTHERWISE_BEFORE: () => 'This reading was kept before and said something else. Open the page again and add a new one.',
};

export type ReadingDraft = { readonly likes: string; readonly signs: string; readonly knows: string };

export function mayRead(draft: ReadingDraft): Decision<ReadingReason> {
  return decide<ReadingReason>([
    !(LIKES as readonly string[]).includes(draft.likes) && { code: 'NOT_A_READING' },
    isBlank(draft.signs) && { code: 'NO_SIGNS' },
    isBlank(draft.knows) && { code: 'NO_KNOWING' },
  ]);
}

type Entry = { readonly id: string; readonly readBy: string; readonly likes: string; readonly answersId: string | null };

/**
 * The readings that stand: each reader's own latest. Whoever reads differently is kept beside, not instead: only the
 * same person's newer reading takes the place of their own. `entries` are the oldest first.
 */
export function standingReadings<Row extends Entry>(entries: readonly Row[]): Row[] {
  const latest = new Map(entries.map((entry) => [entry.readBy, entry.id]));
  return entries.filter(({ id, readBy }) => latest.get(readBy) === id);
}

/** Whether people who know somebody read them differently. 'cannot tell' contradicts nobody. */
export function readersDisagree(entries: readonly Entry[]): boolean {
  return new Set(standingReadings(entries).map(({ likes }) => likes).filter((likes) => likes !== 'cannot tell')).size > 1;
}
