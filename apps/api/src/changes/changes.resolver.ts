import { Query, Resolver } from '@nestjs/graphql';
import { standingChanges } from '@promenade/domain/changes/changed-fact';
import { Raw } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { ChangedFactEntity } from './changes.entities.ts';
import { ChangedFactType } from './changes.graphql.ts';

@Resolver()
export class ChangesResolver {
  @Query(() => [ChangedFactType], { description: 'Who and what is off now or in the days to come, as somebody said; the latest first.' })
  @Access('change.read')
  async whoIsOff(@Asks() asking: Asking): Promise<ChangedFactEntity[]> {
    const tx = await asking.read();
    const rows = await tx.em.find(ChangedFactEntity, {
      where: { homeId: tx.actor.homeId, endsAt: Raw((endsAt) => `(${endsAt} IS NULL OR ${endsAt} > :now)`, { now: tx.now }) }, order: { recordedAt: 'DESC', id: 'DESC' },
    });
    return standingChanges(rows).filter(({ kind }) => kind.endsWith(' off'));
  }
}
