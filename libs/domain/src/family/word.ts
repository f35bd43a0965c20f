/** What a supporter may add to a promise: that it was so, or that it was not. It is heard and answered, and decides nothing. */
import type { PromiseEntry } from '../promises/promise.ts';
import { type Decision, type Words, decide } from '../shared/decision.ts';

export type WordReason = 'NO_WORDS';

export const WORD_WORDS: Words<WordReason> = {
  NO_WORDS: () => 'Say in a few words what was different, so that it can be looked into.',
};

/** Disputing takes words; confirming may be silent. */
export function maySay(kind: 'confirmed' | 'disputed', words: string): Decision<WordReason> {
  return decide<WordReason>([kind === 'disputed' && !words.trim() && { code: 'NO_WORDS' }]);
}

/** Whether the same person's last word on a promise was this already: sent twice, it is kept once. */
export function isSaidAlready(entries: readonly (PromiseEntry & { readonly byAccountId: string | null })[], accountId: string, kind: 'confirmed' | 'disputed', words: string): boolean {
  const last = entries.findLast((entry) => entry.byAccountId === accountId && (entry.kind === 'confirmed' || entry.kind === 'disputed'));
  return last?.content?.kind === kind && last.content.words === words.trim();
}
