/** What a promise looks like on a given day: overdue, without a reason, or about to be missed. Computed, never stored. */
import { type Day, addDays, mondayOf } from '../shared/time.ts';
import type { PromiseState } from './promise.ts';

/** Declined or slept through so often in a row that it is time to ask. */
export const ASK_AFTER_DECLINES = 3;
export const MANAGER_FROM_MISSES = 2;
export const GROUP_FROM_MISSES = 3;
/** Due within so many days with no session planned is at risk. */
const RISK_DAYS = 3;

type Present = Pick<PromiseState, 'state' | 'owed' | 'unexplained' | 'dueOn' | 'misses' | 'sessionId'> & { readonly paused?: boolean };

/** Owed, and its date has passed. One that was explained without a new date waits for one and is not overdue again; one that is paused waits as well. */
export function isOverdue(promise: Present, today: Day): boolean {
  return promise.owed && !promise.paused && promise.dueOn < today && !(promise.state === 'not kept' && !promise.unexplained);
}

/** Nobody has said why: it fell through, or its date passed. Everyone entitled sees this. */
export function isUnexplained(promise: Present, today: Day): boolean {
  return promise.owed && !promise.paused && (promise.unexplained || isOverdue(promise, today));
}

/** Due soon, and nothing is planned that would keep it. */
export function isAtRisk(promise: Present, today: Day): boolean {
  return promise.owed && !promise.paused && !isUnexplained(promise, today) && promise.sessionId === null && promise.state !== 'not kept' && promise.dueOn <= addDays(today, RISK_DAYS);
}

/** Misses, with the one of a date that passed unsaid. */
export function missesBy(promise: Present, today: Day): number {
  return promise.misses + (isOverdue(promise, today) && !promise.unexplained ? 1 : 0);
}

/** Whose attention it has: a second miss goes to the manager by itself, a third to the group. */
export function attentionOf(promise: Present, today: Day): 'manager' | 'group' | null {
  if (!promise.owed) return null;
  const misses = missesBy(promise, today);
  return misses >= GROUP_FROM_MISSES ? 'group' : misses >= MANAGER_FROM_MISSES ? 'manager' : null;
}

const PROMISE_FILTERS = ['owed', 'today', 'unexplained', 'due this week', 'kept', 'released'] as const;
export type PromiseFilter = (typeof PROMISE_FILTERS)[number];

export function isPromiseFilter(text: string): text is PromiseFilter {
  return PROMISE_FILTERS.some((each) => each === text);
}

/** Whether a list under this heading shows a promise. The week ends on Sunday; what is overdue is still due in it. */
export function belongsUnder(filter: PromiseFilter, promise: Present, today: Day): boolean {
  switch (filter) {
    case 'owed':
      return promise.owed;
    case 'today':
      return promise.owed && !promise.paused && (promise.dueOn === today || isUnexplained(promise, today));
    case 'unexplained':
      return isUnexplained(promise, today);
    case 'due this week':
      return promise.owed && !promise.paused && promise.dueOn <= addDays(mondayOf(today), 6);
    case 'kept':
      return promise.state === 'kept' || (promise.state === 'partly kept' && !promise.owed);
    case 'released':
      return promise.state === 'released';
  }
}
