/** What puts a promise at risk: the session that is to keep it no longer holds, it was taken out of the plan, or nothing is planned and its day is near. */
import { type Day, sayDay } from '../shared/time.ts';
import type { PromiseState } from './promise.ts';
import { isAtRisk, isUnexplained } from './today.ts';

/** What the plan says of a promise now, found by testing it against the records as they are. */
export type PlanNow = {
  /** What no longer holds of the session that is to keep it, in sentences. */
  readonly broken: readonly string[];
  /** It was planned and then taken out, and why; null when it was not. */
  readonly takenOut: string | null;
};

/** Every reason, in sentences; none when it is not at risk. What was missed already is not at risk any more: it is unexplained. */
export function risksOf(promise: Pick<PromiseState, 'state' | 'owed' | 'unexplained' | 'dueOn' | 'misses' | 'sessionId' | 'paused'>, plan: PlanNow, today: Day): string[] {
  if (!promise.owed || promise.paused || isUnexplained(promise, today)) return [];
  if (promise.sessionId !== null) return [...new Set(plan.broken)];
  const isNear = isAtRisk(promise, today);
  if (plan.takenOut !== null && promise.state !== 'not kept') return [`It was planned and has been taken out: ${ended(plan.takenOut)} Nothing else is planned to keep it by ${sayDay(promise.dueOn)}.`];
  return isNear ? [`It is due ${sayDay(promise.dueOn)}, and nothing is planned to keep it.`] : [];
}

const ended = (words: string) => (/[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);
