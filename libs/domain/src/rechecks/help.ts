/** What would help most: which weeks it is asked of, and what has become of the search. */
import { type Day, addDays } from '../shared/time.ts';

export type HelpState = 'waiting' | 'running' | 'done' | 'failed';

/** Weeks that are over and looked back on. */
const WEEKS_BACK = 3;
/** Weeks to come, this one included. */
const WEEKS_AHEAD = 3;
const SILENT_MS = 60_000;

/** The Mondays of the published weeks it is asked of: the last few and the next. */
export function helpWeeks(published: readonly Day[], thisMonday: Day): Day[] {
  return published.filter((monday) => addDays(thisMonday, -7 * WEEKS_BACK) <= monday && monday < addDays(thisMonday, 7 * WEEKS_AHEAD)).toSorted();
}

/** A search that has been silent for long was interrupted: it can be asked again. */
export function helpState({ state, seenAt }: { readonly state: HelpState; readonly seenAt: Date }, now: Date): HelpState | 'interrupted' {
  const isSilent = (state === 'waiting' || state === 'running') && now.getTime() - seenAt.getTime() > SILENT_MS;
  return isSilent ? 'interrupted' : state;
}
