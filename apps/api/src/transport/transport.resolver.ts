import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { whatHolds } from '@promenade/domain/changes/changed-fact';
import { In, IsNull, MoreThan } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import type { ChangedFactEntity } from '../changes/changes.entities.ts';
import { BackOnRoadResult, TakeOffRoadResult } from '../changes/changes.graphql.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import { VehicleEntity, VehicleOffRoadEntity } from './transport.entities.ts';
import { TakeOffRoadInput, VehicleType } from './transport.graphql.ts';
import { TransportService } from './transport.service.ts';

@Resolver(() => VehicleType)
export class TransportResolver {
  constructor(
    private readonly db: Db,
    private readonly transport: TransportService,
  ) {}

  @Query(() => [VehicleType])
  @Access('staff.read')
  async vehicles(@Asks() asking: Asking): Promise<VehicleEntity[]> {
    const tx = await asking.read();
    return tx.em.find(VehicleEntity, { where: { homeId: tx.actor.homeId }, order: { name: 'ASC' } });
  }

  @Mutation(() => TakeOffRoadResult)
  @Access('change.record')
  takeOffRoad(@Asks() asking: Asking, @Args('input') input: TakeOffRoadInput): Promise<ChangedFactEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.transport.takeOffRoad(tx, input));
  }

  @Mutation(() => BackOnRoadResult)
  @Access('change.record')
  backOnRoad(@Asks() asking: Asking, @Args('changeId', { type: () => IdScalar }) changeId: string): Promise<ChangedFactEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.transport.backOnRoad(tx, changeId));
  }

  @ResolveField(() => String, { nullable: true, description: 'Why it cannot be used today, in words; null when it can.' })
  async notToday(@Parent() row: VehicleEntity, @Asks() asking: Asking): Promise<string | null> {
    const off = await asking.listLoader<VehicleOffRoadEntity>('offRoad', (tx, ids) => tx.em.find(VehicleOffRoadEntity, {
      where: [{ homeId: tx.actor.homeId, vehicleId: In([...ids]), endsAt: IsNull() }, { homeId: tx.actor.homeId, vehicleId: In([...ids]), endsAt: MoreThan(tx.now) }],
    }), (each) => each.vehicleId).load(row.id);
    const { now } = await asking.read();
    const today = await asking.today();
    const standing = whatHolds(off).find(({ startsAt, endsAt }) => startsAt <= now && (endsAt === null || endsAt > now));
    if (standing) return `Off the road: ${standing.why}`;
    if (row.inspectionDue < today) return 'Its inspection has run out.';
    return row.insuranceDue < today ? 'Its insurance has run out.' : null;
  }
}
