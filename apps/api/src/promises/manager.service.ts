/** What waits for the manager, and what has gone to the group: found from the ledger, nothing is ticked off by hand. */
import { Injectable } from '@nestjs/common';
import { escalationsIn } from '@promenade/domain/promises/escalation';
import { foldPromise } from '@promenade/domain/promises/promise';
import { ASK_AFTER_DECLINES, attentionOf, missesBy } from '@promenade/domain/promises/today';
import { waiting } from '@promenade/domain/promises/wish';
import { disputesOf, openDispute } from '@promenade/domain/promises/working-days';
import { type Day, dayIn, sayDay } from '@promenade/domain/shared/time';
import { In } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { ClaimsService, unexplainedWeeks } from './claims.service.ts';
import { disputeClock } from './disputes.reads.ts';
import { LedgerService, type WrittenEntry } from './ledger.service.ts';
import { PromiseEntity, type WishEntity } from './promises.entities.ts';
import { WishesService, raisedOn } from './wishes.service.ts';

/** One thing that waits. `kind`: 'dispute', 'missed', 'ask if wanted', 'wish' or 'advertised'. */
export type WaitingItem = {
  readonly key: string;
  readonly kind: 'dispute' | 'missed' | 'ask if wanted' | 'wish' | 'advertised';
  readonly words: string;
  readonly since: Day;
  /** The last day for it, where there is one. */
  readonly by: Day | null;
  readonly isLate: boolean;
  /** When it went on to the group, if it did. */
  readonly toGroupAt: Date | null;
  readonly promise: PromiseEntity | null;
  readonly wish: WishEntity | null;
};

export type Sent = { readonly key: string; readonly to: 'manager' | 'group'; readonly at: Date; readonly words: string; readonly promise: PromiseEntity };

@Injectable()
export class ManagerService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly wishes: WishesService,
    private readonly claims: ClaimsService,
  ) {}

  /** Disputes first, then what was missed again and again, then questions to ask, wishes that press, and weeks short of what is advertised. */
  async waiting(tx: Tx): Promise<WaitingItem[]> {
    const promises = await this.concerned(tx);
    const entries = Map.groupBy(await this.ledger.entriesOf(tx, promises.map(({ id }) => id)), ({ promiseId }) => promiseId);
    const own = promises.map((promise) => ({ promise, entries: entries.get(promise.id) ?? [] }));
    return [...await this.disputes(tx, own), ...missed(tx, own), ...toAsk(tx, own), ...await this.pressing(tx), ...await this.advertised(tx)];
  }

  /** Every escalation there ever was, the latest first. */
  async sent(tx: Tx, to: 'manager' | 'group' | null): Promise<Sent[]> {
    const rows = await tx.em.query<{ id: string }[]>(`SELECT DISTINCT promise_id AS id FROM ledger_entry WHERE home_id = $1 AND kind = 'escalated'`, [tx.actor.homeId]);
    const ids = rows.map(({ id }) => id);
    const promises = new Map((await tx.em.findBy(PromiseEntity, { homeId: tx.actor.homeId, id: In(ids) })).map((promise) => [promise.id, promise]));
    const entries = Map.groupBy(await this.ledger.entriesOf(tx, ids), ({ promiseId }) => promiseId);
    return [...entries].flatMap(([id, own]) => {
      const promise = promises.get(id);
      return promise ? escalationsIn(own).map(({ seq, at, content }): Sent => ({ key: `${id} ${seq}`, to: content.to, at, words: content.words, promise })) : [];
    }).filter((each) => to === null || each.to === to).toSorted((a, b) => b.at.getTime() - a.at.getTime());
  }

  /** Promises that may need the manager: missed or overdue, declined three times, or disputed without an answer. */
  private async concerned(tx: Tx): Promise<PromiseEntity[]> {
    const { homeId, zone } = tx.actor;
    const rows = await tx.em.query<{ id: string }[]>(
      `SELECT p.id FROM promise p WHERE p.home_id = $1 AND p.owed AND (p.misses >= 2 OR (p.misses = 1 AND p.due_on < $2)
         OR (SELECT count(*) FROM ledger_entry e WHERE e.home_id = p.home_id AND e.promise_id = p.id AND e.kind = 'attended') >= $3)
       UNION SELECT d.promise_id FROM ledger_entry d WHERE d.home_id = $1 AND d.kind = 'disputed'
         AND NOT EXISTS (SELECT 1 FROM ledger_entry a WHERE a.home_id = d.home_id AND a.promise_id = d.promise_id AND a.kind = 'answered' AND a.seq > d.seq)`,
      [homeId, dayIn(zone, tx.now), ASK_AFTER_DECLINES]);
    return tx.em.find(PromiseEntity, { where: { homeId, id: In(rows.map(({ id }) => id)) }, order: { dueOn: 'ASC', id: 'ASC' } });
  }

  private async disputes(tx: Tx, own: readonly Own[]): Promise<WaitingItem[]> {
    const clock = await disputeClock(tx, own.flatMap(({ entries }) => entries));
    return own.flatMap(({ promise, entries }) => {
      const dispute = openDispute(disputesOf(entries, clock));
      if (!dispute) return [];
      const sent = escalationsIn(entries).find(({ content: { because } }) => 'dispute' in because && because.dispute === dispute.seq);
      const said = entries.find(({ seq }) => seq === dispute.seq)?.content;
      const words = said?.kind === 'disputed' ? `${said.by} says it was not so: “${said.words}”` : 'Somebody close to the person says that it was not so.';
      return [item({ key: `dispute ${promise.id}`, kind: 'dispute', words, since: dispute.raisedOn, by: dispute.answerBy, isLate: dispute.isLate, toGroupAt: sent?.at ?? null, promise })];
    }).toSorted((a, b) => (a.by ?? '').localeCompare(b.by ?? ''));
  }

  private async pressing(tx: Tx): Promise<WaitingItem[]> {
    const { homeId, zone } = tx.actor;
    const today = dayIn(zone, tx.now);
    const open = await this.wishes.open(tx, null);
    const names = new Map((await tx.em.findBy(ResidentEntity, { homeId, id: In(open.map(({ residentId }) => residentId)) })).map(({ id, preferredName }) => [id, preferredName]));
    return open.flatMap((wish) => {
      const since = raisedOn(zone, wish);
      const { days, isPressing } = waiting(since, today);
      return isPressing ? [item({ key: `wish ${wish.id}`, kind: 'wish', words: `${names.get(wish.residentId) ?? ''}: ${wish.words || 'a wish in their own voice'}${/[.!?…]$/.test(wish.words) ? '' : '.'} It has waited ${days} days.`, since, isLate: true, wish })] : [];
    });
  }

  private async advertised(tx: Tx): Promise<WaitingItem[]> {
    return unexplainedWeeks(await this.claims.all(tx)).map(({ claim, week, since }) => item({
      key: `claim ${claim.id} ${week.weekStarts}`, kind: 'advertised', since,
      words: `“${claim.words}”: ${week.done} of ${week.advertised} in the week of ${sayDay(week.weekStarts)}. Nobody has said why.`,
    }));
  }
}

type Own = { readonly promise: PromiseEntity; readonly entries: readonly WrittenEntry[] };

function item(of: Pick<WaitingItem, 'key' | 'kind' | 'words' | 'since'> & Partial<WaitingItem>): WaitingItem {
  return { by: null, isLate: false, toGroupAt: null, promise: null, wish: null, ...of };
}

function missed(tx: Tx, own: readonly Own[]): WaitingItem[] {
  const today = dayIn(tx.actor.zone, tx.now);
  return own.flatMap(({ promise, entries }) => {
    const misses = missesBy(promise, today);
    if (attentionOf(promise, today) === null) return [];
    const sent = escalationsIn(entries).findLast(({ content }) => content.to === 'group' && 'misses' in content.because);
    return [item({ key: `missed ${promise.id}`, kind: 'missed', words: `Missed ${misses === 2 ? 'twice' : `${misses} times`}.`, since: promise.dueOn < today ? promise.dueOn : today, toGroupAt: sent?.at ?? null, promise })];
  });
}

function toAsk(tx: Tx, own: readonly Own[]): WaitingItem[] {
  return own.filter(({ promise, entries }) => promise.owed && foldPromise(entries).declined >= ASK_AFTER_DECLINES).map(({ promise, entries }) => item({
    key: `ask ${promise.id}`, kind: 'ask if wanted', words: 'Declined three times in a row: is it still wanted, or is it offered badly?',
    since: dayIn(tx.actor.zone, entries.findLast(({ kind }) => kind === 'attended')?.at ?? tx.now), promise,
  }));
}
