import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { improvement } from '@promenade/domain/library/improving';
import { Db, type SystemTx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { ActivityEntity, ActivityVersionEntity } from './library.entities.ts';
import { entryOf, rowOf } from './library.reads.ts';
import { SHIPPED_BY_KEY } from './shipped/all.ts';
import type { ShippedActivity } from './shipped/shipped.ts';

/** With a release come better words for shipped entries: homes that use them get them at the next start. */
@Injectable()
export class ImprovementsService implements OnApplicationBootstrap {
  constructor(private readonly db: Db) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.improve(SHIPPED_BY_KEY);
  }

  /** Brings entries of every home up to these shipped ones, but for what each home said in its own words. Says how many. */
  async improve(shipped: ReadonlyMap<string, ShippedActivity>): Promise<number> {
    const behind = await this.db.asSystem('look for entries a release improves', null, async (tx) =>
      (await tx.em.query<{ homeId: string; id: string; key: string; version: number }[]>('SELECT home_id AS "homeId", id, shipped_key AS key, shipped_version AS version FROM activity WHERE shipped_key IS NOT NULL'))
        .filter(({ key, version }) => (shipped.get(key)?.version ?? 0) > version));
    let improved = 0;
    for (const [homeId, entries] of Map.groupBy(behind, (row) => row.homeId)) {
      await this.db.asSystem('improve shipped entries', homeId, async (tx) => {
        for (const { id, key } of entries) improved += await improveOne(tx, homeId, id, shipped.get(key));
      });
    }
    return improved;
  }
}

/** Two processes may start at once: the second finds the version there. */
async function improveOne(tx: SystemTx, homeId: string, id: string, shipped: ShippedActivity | undefined): Promise<number> {
  const held = await tx.em.findOne(ActivityEntity, { where: { homeId, id }, lock: { mode: 'pessimistic_write' } });
  if (!held || !shipped || (held.shippedVersion ?? 0) >= shipped.version) return 0;
  const { changes } = improvement(entryOf(held, shipped), held.ownFields ?? [], shipped);
  await tx.em.update(ActivityEntity, { homeId, id }, { ...(structuredClone(changes) as Partial<ActivityEntity>), shippedVersion: shipped.version });
  const row = await tx.em.findOneByOrFail(ActivityEntity, { homeId, id });
  const number = (await tx.em.maximum(ActivityVersionEntity, 'number', { homeId, activityId: id })) ?? 0;
  await tx.em.insert(ActivityVersionEntity, {
    homeId, id: newId(), activityId: id, number: number + 1, kind: 'improved', content: rowOf(row) as never, why: null, recordedBy: null, recordedByName: 'Promenade', recordedAt: tx.now,
  });
  return 1;
}
