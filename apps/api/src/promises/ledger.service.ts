/** Adds to a home's chain, and brings the row of the promise up to what the fold says. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BEGINNING, type Head, digestOf, hashOf } from '@promenade/domain/promises/ledger';
import { type EntryContent, type PromiseEntry, type PromiseState, foldPromise, isHeardOnly } from '@promenade/domain/promises/promise';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { NotFound } from '../graphql/errors.ts';
import { NotedHeadEntity } from './ledger.entities.ts';
import { sha256 } from './ledger-reading.ts';
import { LedgerContentEntity, LedgerEntryEntity, PromiseEntity } from './promises.entities.ts';

export { sha256 } from './ledger-reading.ts';

/** A unit of work of somebody's, or of the house itself, which writes in nobody's name. */
export type LedgerTx = Pick<Tx, 'em' | 'now'> & { readonly actor: { readonly homeId: string; readonly accountId: string | null } };

/** An entry with its words, as they are read together. */
export type WrittenEntry = PromiseEntry & { readonly id: string; readonly promiseId: string; readonly byAccountId: string | null; readonly hash: string };

@Injectable()
export class LedgerService {
  /**
   * Appends one entry and returns it. Whoever appends in a home waits for whoever is doing so, so that the chain has no
   * forks. A supporter's word changes nothing of what is owed, so the promise's row stays as it is.
   */
  async append(tx: LedgerTx, promiseId: string, content: EntryContent): Promise<LedgerEntryEntity> {
    const { homeId, accountId } = tx.actor;
    await this.waitForTurn(tx);
    const head = await this.head(tx);
    const salt = randomBytes(16).toString('hex');
    const sealed = {
      homeId, seq: (head?.seq ?? 0) + 1, id: newId(), promiseId, kind: content.kind, at: tx.now, byAccountId: accountId,
      contentDigest: digestOf(salt, content, sha256),
    };
    const previousHash = head?.hash ?? BEGINNING;
    const entry: LedgerEntryEntity = { ...sealed, previousHash, hash: hashOf(previousHash, sealed, sha256) };
    if (content.kind === 'made') await this.begin(tx, promiseId, content);
    await tx.em.insert(LedgerEntryEntity, entry);
    await tx.em.createQueryBuilder().insert().into(LedgerContentEntity).values({ homeId, id: sealed.id, salt, content: content as never }).execute();
    if (!isHeardOnly(content.kind)) await this.settle(tx, promiseId);
    return entry;
  }

  /** One unit of work at a time adds to a home's chain. Taken before any row is locked, so that nobody waits in a circle. */
  async waitForTurn(tx: LedgerTx): Promise<void> {
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('ledger ' || $1, 0))`, [tx.actor.homeId]);
  }

  /** The last entry of the home's chain, whatever of it whoever asks may see. */
  async head(tx: LedgerTx): Promise<Head | null> {
    const [head] = await tx.em.query<Head[]>('SELECT seq, hash FROM ledger_head($1)', [tx.actor.homeId]);
    return head ?? null;
  }

  /**
   * Notes that the head of the chain leaves the house with what is sent to somebody, and returns it: if the ledger is cut
   * off or written anew before it, the check shows it. Null while nothing was ever promised.
   */
  async noteHead(tx: Pick<LedgerTx, 'em' | 'now'> & { readonly actor: { readonly homeId: string | null } }, sentTo: string): Promise<Head | null> {
    const { homeId } = tx.actor;
    if (homeId === null) throw new Error('a head is noted in a home');
    const [head] = await tx.em.query<Head[]>('SELECT seq, hash FROM ledger_head($1)', [homeId]);
    if (!head) return null;
    await tx.em.insert(NotedHeadEntity, { homeId, id: newId(), ...head, notedAt: tx.now, sentTo });
    return head;
  }

  /** Every entry of these promises in the order they were written, for whoever may see them. */
  async entriesOf(tx: LedgerTx, promiseIds: readonly string[]): Promise<WrittenEntry[]> {
    return tx.em.query<WrittenEntry[]>(
      `SELECT e.seq, e.at, e.kind, c.content, e.id, e.promise_id AS "promiseId", e.by_account_id AS "byAccountId", e.hash
       FROM ledger_entry e LEFT JOIN ledger_content c ON c.home_id = e.home_id AND c.id = e.id
       WHERE e.home_id = $1 AND e.promise_id = ANY($2) ORDER BY e.seq`,
      [tx.actor.homeId, promiseIds],
    );
  }

  /** A promise as it is now, held until the unit of work ends, so that two people cannot answer for it at once. */
  async held(tx: LedgerTx, promiseId: string): Promise<PromiseEntity> {
    await this.waitForTurn(tx);
    const promise = await tx.em.findOneBy(PromiseEntity, { homeId: tx.actor.homeId, id: promiseId });
    if (!promise) throw new NotFound('This promise');
    return promise;
  }

  /** The row an entry points at has to be there before its first entry; the fold fills it in a moment later. */
  private async begin(tx: LedgerTx, id: string, content: Extract<EntryContent, { kind: 'made' }>): Promise<void> {
    const present = foldPromise([{ seq: 1, at: tx.now, kind: 'made', content }]);
    await tx.em.insert(PromiseEntity, rowOf(tx.actor.homeId, id, present));
  }

  /** Brings the row of a promise up to what its entries come to. */
  async settle(tx: LedgerTx, id: string): Promise<void> {
    const present = foldPromise(await this.entriesOf(tx, [id]));
    await tx.em.update(PromiseEntity, { homeId: tx.actor.homeId, id }, rowOf(tx.actor.homeId, id, present));
  }
}

/** What is stored of the present. */
export function rowOf(homeId: string, id: string, present: PromiseState): PromiseEntity {
  const { residentId, wishId, activityId, lifeFactId, words, level, madeBy, madeAt, dueOn, state, owed, unexplained, misses, sessionId, entries, paused, standingId } = present;
  return { homeId, id, residentId, wishId, activityId, lifeFactId, standingId, words, level, madeBy, madeAt, dueOn, state, owed, unexplained, misses, sessionId, entries, paused };
}
