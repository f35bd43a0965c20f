import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { In, IsNull, MoreThan } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { VehicleEntity, VehicleOffRoadEntity } from './transport.entities.ts';
import { VehicleType } from './transport.graphql.ts';

@Resolver(() => VehicleType)
export class TransportResolver {
  @Query(() => [VehicleType])
  @Access('staff.read')
  async vehicles(@Asks() asking: Asking): Promise<VehicleEntity[]> {
    const tx = await asking.read();
    return tx.em.find(VehicleEntity, { where: { homeId: tx.actor.homeId }, order: { name: 'ASC' } });
  }

  @ResolveField(() => String, { nullable: true, description: 'Why it cannot be used today, in words; null when it can.' })
  async notToday(@Parent() row: VehicleEntity, @Asks() asking: Asking): Promise<string | null> {
    const off = await asking.listLoader<VehicleOffRoadEntity>('offRoad', (tx, ids) => tx.em.find(VehicleOffRoadEntity, {
      where: [{ homeId: tx.actor.homeId, vehicleId: In([...ids]), endsAt: IsNull() }, { homeId: tx.actor.homeId, vehicleId: In([...ids]), endsAt: MoreThan(tx.now) }],
    }), (each) => each.vehicleId).load(row.id);
    const { now } = await asking.read();
    const today = await asking.today();
    const standing = off.find(({ startsAt }) => startsAt <= now);
    if (standing) return `Off the road: ${standing.why}`;
    if (row.inspectionDue < today) return 'Its inspection has run out.';
    return row.insuranceDue < today ? 'Its insurance has run out.' : null;
  }
}
