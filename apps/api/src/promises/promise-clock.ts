/** What happens to promises by itself as time passes: standing ones are made in good time, and what was missed or left unanswered goes where it must. */
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { escalationsDue } from '@promenade/domain/promises/escalation';
import { foldPromise } from '@promenade/domain/promises/promise';
import { dayIn } from '@promenade/domain/shared/time';
import { HomeEntity } from '../access/access.entities.ts';
import { Db } from '../db/db.ts';
import { Every } from '../jobs/every.ts';
import { disputeClock } from './disputes.reads.ts';
import { LedgerService, type LedgerTx } from './ledger.service.ts';
import { StandingService } from './standing.service.ts';

const EVERY_MS = 300_000;
type Zoned = LedgerTx & { readonly actor: { readonly zone: string } };

@Injectable()
export class PromiseClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly every = new Every('Promises', EVERY_MS, () => this.tend());

  constructor(
    private readonly db: Db,
    private readonly ledger: LedgerService,
    private readonly standing: StandingService,
  ) {}

  onApplicationBootstrap(): void {
    this.every.begin();
  }

  onApplicationShutdown(): Promise<void> {
    return this.every.end();
  }

  /** Every home that has promised anything, one after another. Doing it twice, or in two processes, does it once. */
  async tend(): Promise<void> {
    const homes = await this.db.asSystem('which homes have promises to look after', null, (tx) =>
      tx.em.query<Pick<HomeEntity, 'id' | 'zone'>[]>('SELECT id, zone FROM home h WHERE EXISTS (SELECT 1 FROM promise p WHERE p.home_id = h.id) OR EXISTS (SELECT 1 FROM standing_promise s WHERE s.home_id = h.id) ORDER BY id'));
    for (const { id: homeId, zone } of homes) {
      await this.db.asSystem('standing promises are made and misses sent on', homeId, (tx) => this.tendHome({ em: tx.em, now: tx.now, actor: { homeId, accountId: null, zone } }));
    }
  }

  private async tendHome(tx: Zoned): Promise<void> {
    await this.standing.fill(tx);
    await this.escalate(tx);
  }

  private async escalate(tx: Zoned): Promise<void> {
    if ((await this.mayBeDue(tx)).length === 0) return;
    await this.ledger.waitForTurn(tx);
    const ids = await this.mayBeDue(tx);
    const entries = Map.groupBy(await this.ledger.entriesOf(tx, ids), ({ promiseId }) => promiseId);
    const clock = await disputeClock(tx, [...entries.values()].flat());
    for (const [id, own] of entries) {
      for (const escalation of escalationsDue(own, foldPromise(own), clock)) await this.ledger.append(tx, id, escalation);
    }
  }

  /** Promises missed twice, or once and overdue again; and those disputed without an answer since. */
  private async mayBeDue(tx: Zoned): Promise<string[]> {
    const rows = await tx.em.query<{ id: string }[]>(
      `SELECT id FROM promise WHERE home_id = $1 AND owed AND NOT paused AND (misses >= 2 OR (misses = 1 AND due_on < $2))
       UNION SELECT d.promise_id FROM ledger_entry d WHERE d.home_id = $1 AND d.kind = 'disputed'
         AND NOT EXISTS (SELECT 1 FROM ledger_entry a WHERE a.home_id = d.home_id AND a.promise_id = d.promise_id AND a.kind = 'answered' AND a.seq > d.seq)
       ORDER BY 1`, [tx.actor.homeId, dayIn(tx.actor.zone, tx.now)]);
    return rows.map(({ id }) => id);
  }
}
