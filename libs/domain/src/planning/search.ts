/** The planner's search for a better week, as the draft remembers it: a restart of the house must not lose what was found. */

/** Written on the draft. `token` tells one search from the next. */
export type Search = {
  readonly token: string;
  readonly state: 'waiting' | 'running' | 'stopped' | 'done' | 'failed';
  /** How long it may look. */
  readonly seconds: number;
  readonly askedAt: string;
  /** When it last gave a sign of life. */
  readonly seenAt: string;
  readonly steps: number;
  /** Milliseconds it has looked. */
  readonly elapsed: number;
  /** Why it failed, in words. */
  readonly why: string | null;
};

export type SearchState = Search['state'] | 'interrupted';

const SILENT_MS = 20_000;
/** Other plans may be before it in the queue. */
const WAITING_MS = 300_000;

/** What has become of a search: one that has been silent for long was interrupted, and its draft keeps the best so far. */
export function searchState(search: Search | null, now: Date): SearchState | null {
  if (!search) return null;
  if (search.state !== 'running' && search.state !== 'waiting') return search.state;
  const silent = now.getTime() - Date.parse(search.seenAt);
  return silent > (search.state === 'running' ? SILENT_MS : WAITING_MS) ? 'interrupted' : search.state;
}

export function isSearching(search: Search | null, now: Date): boolean {
  const state = searchState(search, now);
  return state === 'running' || state === 'waiting';
}
