/** Lawful erasure: words and salt leave the ledger, an entry says that they did, and the promise stands as it stood. */
import { Injectable } from '@nestjs/common';
import { ERASURE_WORDS, type ErasureGround, mayErase } from '@promenade/domain/promises/ledger-erasure';
import { ERASED_WORDS, foldPromise, standsOf } from '@promenade/domain/promises/promise';
import { saidBy, tellEntry } from '@promenade/domain/promises/telling';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { LedgerErasureEntity } from './ledger.entities.ts';
import type { ErasableWords, EraseWordsInput } from './ledger.graphql.ts';
import { LedgerService, type WrittenEntry } from './ledger.service.ts';
import { PromiseEntity, WishEntity } from './promises.entities.ts';

@Injectable()
export class LedgerErasureService {
  constructor(private readonly ledger: LedgerService) {}

  /** What of a person's promises can still be erased, in the order it was said. */
  async erasable(tx: Tx, residentId: string): Promise<ErasableWords[]> {
    const promises = new Map((await this.promisesOf(tx, residentId)).map((promise) => [promise.id, promise]));
    return (await this.entriesOf(tx, residentId)).filter(hasWords).map(({ seq, promiseId, at, content }) => {
      const promise = promises.get(promiseId);
      return { seq, promiseId, promise: promise?.words ?? '', at, who: saidBy(content), words: tellEntry(content, promise?.level ?? 'taking part') };
    });
  }

  async erasures(tx: Tx): Promise<LedgerErasureEntity[]> {
    return tx.em.find(LedgerErasureEntity, { where: { homeId: tx.actor.homeId }, order: { recordedAt: 'DESC', id: 'DESC' } });
  }

  /** Erases all that was chosen, or nothing. Sent twice, it is done once. */
  async erase(tx: Tx, input: EraseWordsInput): Promise<LedgerErasureEntity | Refused> {
    const { homeId, accountId, name } = tx.actor;
    await this.ledger.waitForTurn(tx);
    if (!(await tx.em.existsBy(ResidentEntity, { homeId, id: input.residentId }))) throw new NotFound('This person');
    const row: LedgerErasureEntity = {
      homeId, id: input.id, residentId: input.residentId, ground: input.ground as ErasureGround, askedBy: input.askedBy.trim(), askedWords: input.askedWords.trim(),
      recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
    };
    const before = await tx.em.findOneBy(LedgerErasureEntity, { homeId, id: input.id });
    if (before) return isSame(before, row) ? before : refused(ERASURE_WORDS, [{ code: 'SAID_OTHERWISE_BEFORE' }]);
    const entries = await this.entriesOf(tx, input.residentId);
    const seqs = new Set(input.seqs ?? entries.filter(hasWords).map(({ seq }) => seq));
    const going = entries.filter((entry) => hasWords(entry) && seqs.has(entry.seq));
    const decision = mayErase(input, seqs.size, going.length);
    if (!decision.allowed) return refused(ERASURE_WORDS, decision.reasons);
    await tx.em.insert(LedgerErasureEntity, row);
    for (const [promiseId, gone] of Map.groupBy(going, (entry) => entry.promiseId)) {
      await this.eraseOf(tx, promiseId, entries.filter((entry) => entry.promiseId === promiseId), gone, input.id);
    }
    return row;
  }

  private async eraseOf(tx: Tx, promiseId: string, entries: readonly WrittenEntry[], gone: readonly WrittenEntry[], erasureId: string): Promise<void> {
    const present = foldPromise(entries);
    await tx.em.query('SELECT erase_ledger_words($1, $2, $3, $4, $5, $6)', [promiseId, gone.map(({ seq }) => seq), erasureId, JSON.stringify(standsOf(present)), newId(), tx.now]);
    await this.ledger.settle(tx, promiseId);
    // The wish it came from says the same in the same words.
    if (present.wishId !== null && gone.some(({ kind }) => kind === 'made')) {
      await tx.em.update(WishEntity, { homeId: tx.actor.homeId, id: present.wishId }, { words: ERASED_WORDS });
    }
  }

  private promisesOf(tx: Tx, residentId: string): Promise<PromiseEntity[]> {
    return tx.em.findBy(PromiseEntity, { homeId: tx.actor.homeId, residentId });
  }

  private async entriesOf(tx: Tx, residentId: string): Promise<WrittenEntry[]> {
    return this.ledger.entriesOf(tx, (await this.promisesOf(tx, residentId)).map(({ id }) => id));
  }
}

/** What says that words were erased stays: it covers the gap. */
function hasWords({ kind, content }: WrittenEntry): boolean {
  return content !== null && kind !== 'erased';
}

function isSame(one: LedgerErasureEntity, other: LedgerErasureEntity): boolean {
  return (['residentId', 'ground', 'askedBy', 'askedWords', 'recordedBy'] as const).every((key) => one[key] === other[key]);
}
