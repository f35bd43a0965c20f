/** What happens to support plans by itself: one that hurts is stopped, and what a week that is over set free is written down, once. */
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { HomeEntity } from '../access/access.entities.ts';
import { Db } from '../db/db.ts';
import { Every } from '../jobs/every.ts';
import { TaperService } from './taper.service.ts';

const EVERY_MS = 600_000;

@Injectable()
export class TaperClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly every = new Every('Support plans', EVERY_MS, () => this.tend());

  constructor(
    private readonly db: Db,
    private readonly taper: TaperService,
  ) {}

  onApplicationBootstrap(): void {
    this.every.begin();
  }

  onApplicationShutdown(): Promise<void> {
    return this.every.end();
  }

  /** Every home with a support plan, one after another. Doing it twice, or in two processes, does it once. */
  async tend(): Promise<void> {
    const homes = await this.db.asSystem('which homes have support plans', null, (tx) => tx.em.query<Pick<HomeEntity, 'id' | 'zone'>[]>('SELECT id, zone FROM home h WHERE EXISTS (SELECT 1 FROM support_plan p WHERE p.home_id = h.id) ORDER BY id'));
    for (const { id: homeId, zone } of homes) {
      await this.db.asSystem('support plans that hurt are stopped', homeId, async (tx) => {
        const rows = await tx.em.query<{ id: string }[]>(
          `SELECT DISTINCT r.id FROM resident r JOIN support_plan p ON p.home_id = r.home_id AND p.resident_id = r.id WHERE r.home_id = $1 AND r.status NOT IN ('moved out', 'died') ORDER BY r.id`, [homeId]);
        await this.taper.settle({ em: tx.em, now: tx.now, actor: { homeId, zone } }, rows.map(({ id }) => id));
      });
    }
  }
}
