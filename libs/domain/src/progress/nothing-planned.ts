/** Outcomes that nothing serves in the two weeks to come: what counts as something, and what could be planned instead. */
import { type Day, addDays, daysBetween } from '../shared/time.ts';

/** Two weeks, today among them. */
export const AHEAD_DAYS = 14;

/**
 * One thing that serves an outcome. A session counts where it is published, serves the outcome and the person is down for it;
 * a routine on each day it comes round; a step by its date. A daily task on the ladder is kept up by being done: its day is the
 * one it was recorded last, or the one it began.
 */
export type Serving = { readonly kind: 'session' | 'routine' | 'step' | 'task'; readonly day: Day };

export type OutcomeAhead = {
  readonly outcomeId: string;
  readonly residentId: string;
  readonly name: string;
  readonly words: string;
  readonly comfort: boolean;
  /** The day it was written. */
  readonly since: Day;
  /** The last day on which something that serves it really happened. */
  readonly lastOn: Day | null;
  readonly serving: readonly Serving[];
};

export type Idle = OutcomeAhead & { readonly quietSince: Day; readonly days: number };

/** Whether a thing keeps an outcome alive: within the two weeks to come, or, for a daily task, within the two weeks that were. */
export function isAhead({ kind, day }: Serving, today: Day): boolean {
  if (kind === 'task') return day <= today && day > addDays(today, -AHEAD_DAYS);
  return day >= today && day < addDays(today, AHEAD_DAYS);
}

/** Outcomes with nothing planned in the two weeks to come; those for which nothing has happened for longest first. */
export function nothingPlanned(outcomes: readonly OutcomeAhead[], today: Day): Idle[] {
  return outcomes.filter(({ serving }) => !serving.some((each) => isAhead(each, today))).map((outcome): Idle => {
    const quietSince = outcome.lastOn ?? outcome.since;
    return { ...outcome, quietSince, days: Math.max(0, daysBetween(quietSince, today)) };
  }).toSorted((a, b) => b.days - a.days || a.name.localeCompare(b.name, 'en-GB') || a.outcomeId.localeCompare(b.outcomeId));
}
