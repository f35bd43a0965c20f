/** Where a promise goes by itself: a second miss to the manager, a third to the group, and a dispute that nobody answered in time to the group. Each once. */
import type { EntryContent, EscalatedBecause, PromiseEntry, PromiseState } from './promise.ts';
import { GROUP_FROM_MISSES, MANAGER_FROM_MISSES, missesBy } from './today.ts';
import { type DisputeClock, disputesOf } from './working-days.ts';
import { sayDay } from '../shared/time.ts';

export type Escalation = Extract<EntryContent, { kind: 'escalated' }>;

/** Every escalation that has been recorded, oldest first. Those whose words were erased are not among them. */
export function escalationsIn(entries: readonly PromiseEntry[]): { readonly seq: number; readonly at: Date; readonly content: Escalation }[] {
  return [...entries].sort((a, b) => a.seq - b.seq).flatMap(({ seq, at, content }) => (content?.kind === 'escalated' ? [{ seq, at, content }] : []));
}

/**
 * What is due to be sent and was not yet. A miss is sent while the promise is owed; every further one goes to the group
 * again. A dispute is sent whatever became of the promise. A promise whose words were erased is left in peace.
 */
export function escalationsDue(entries: readonly PromiseEntry[], promise: PromiseState, clock: DisputeClock): Escalation[] {
  if (entries.some(({ kind, content }) => content === null && (kind === 'made' || kind === 'escalated'))) return [];
  const sent = new Set(escalationsIn(entries).map(({ content }) => keyOf(content.because)));
  return [...ofMisses(promise, clock), ...ofDisputes(entries, clock)].filter(({ because }) => !sent.has(keyOf(because)));
}

const keyOf = (because: EscalatedBecause) => ('misses' in because ? `miss ${because.misses}` : `dispute ${because.dispute}`);

function ofMisses(promise: PromiseState, { today }: DisputeClock): Escalation[] {
  if (!promise.owed || promise.paused) return [];
  const misses = missesBy(promise, today);
  return Array.from({ length: Math.max(0, misses - MANAGER_FROM_MISSES + 1) }, (_, n) => MANAGER_FROM_MISSES + n).map((miss): Escalation => {
    const to = miss >= GROUP_FROM_MISSES ? 'group' : 'manager';
    return { kind: 'escalated', to, because: { misses: miss }, words: `Missed ${miss === 2 ? 'twice' : `${miss} times`}. It has gone to the ${to}.` };
  });
}

function ofDisputes(entries: readonly PromiseEntry[], clock: DisputeClock): Escalation[] {
  return disputesOf(entries, clock).filter(({ answeredAt, isLate }) => answeredAt === null && isLate).map(({ seq, raisedOn, answerBy }): Escalation => (
    { kind: 'escalated', to: 'group', because: { dispute: seq }, words: `Disputed on ${sayDay(raisedOn)} and not answered by ${sayDay(answerBy)}. It has gone to the group.` }));
}
