import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { PromiseEntity } from '../promises/promises.entities.ts';
import { PromiseType } from '../promises/promises.graphql.ts';
import { type AtRisk, PromiseRisksService } from './promises-risks.service.ts';
import { BrokenFindingType } from './rechecks.graphql.ts';

@Resolver(() => PromiseType)
export class PromiseRisksResolver {
  constructor(private readonly risky: PromiseRisksService) {}

  @Query(() => [PromiseType], { description: 'What is owed and at risk now, the first due first.' })
  @Access('promise.read')
  async promisesAtRisk(@Asks() asking: Asking): Promise<PromiseEntity[]> {
    const tx = await asking.read();
    const owed = await tx.em.find(PromiseEntity, { where: { homeId: tx.actor.homeId, owed: true }, order: { dueOn: 'ASC', madeAt: 'ASC', id: 'ASC' } });
    const found = new Map((await this.risky.of(tx, owed)).map((risk) => [risk.id, risk]));
    for (const promise of owed) this.loader(asking).prime(promise.id, found.get(promise.id) ?? null);
    return owed.filter(({ id }) => found.has(id));
  }

  @ResolveField(() => Boolean, { description: 'What is planned no longer holds it, or its day is near and nothing is planned. Found anew each time, never set.' })
  async atRisk(@Parent() promise: PromiseEntity, @Asks() asking: Asking): Promise<boolean> {
    return (await this.riskOf(asking, promise)) !== null;
  }

  @ResolveField(() => [BrokenFindingType], { description: 'What puts it at risk, with the change that did where it is known.' })
  async risks(@Parent() promise: PromiseEntity, @Asks() asking: Asking): Promise<BrokenFindingType[]> {
    return [...((await this.riskOf(asking, promise))?.risks ?? [])];
  }

  @ResolveField(() => String, { nullable: true, description: 'Who must act while it is at risk: one person, so that nobody waits for another.' })
  async mustAct(@Parent() promise: PromiseEntity, @Asks() asking: Asking): Promise<string | null> {
    return (await this.riskOf(asking, promise))?.mustAct ?? null;
  }

  private riskOf(asking: Asking, promise: PromiseEntity): Promise<AtRisk | null> | null {
    return promise.owed && !promise.paused ? this.loader(asking).load(promise.id) : null;
  }

  private loader(asking: Asking) {
    return asking.loader<AtRisk>('promises: risks', async (tx, ids) => {
      const rows = await tx.em.createQueryBuilder(PromiseEntity, 'p').where('p.homeId = :homeId AND p.id IN (:...ids)', { homeId: tx.actor.homeId, ids: [...ids] }).getMany();
      return this.risky.of(tx, rows);
    }, (row) => row.id);
  }
}
