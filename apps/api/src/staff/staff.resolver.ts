import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { dayIn } from '@promenade/domain/shared/time';
import { In } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import type { ResidentEntity } from '../people/people.entities.ts';
import { ResidentType } from '../people/people.graphql.ts';
import { StaffEntity } from './staff.entities.ts';
import { StaffType } from './staff.graphql.ts';

/** Members of staff by id, for fields of other modules. */
function staffLoader(asking: Asking) {
  return asking.loader<StaffEntity>('staff', (tx, ids) => tx.em.findBy(StaffEntity, { homeId: tx.actor.homeId, id: In([...ids]) }), (row) => row.id);
}

@Resolver(() => StaffType)
export class StaffResolver {
  @Query(() => [StaffType], { description: 'Everyone who works here now, by first name.' })
  @Access('staff.read')
  async staffList(@Asks() asking: Asking): Promise<StaffEntity[]> {
    const tx = await asking.read();
    const today = dayIn(tx.actor.zone, tx.now);
    const rows = await tx.em.find(StaffEntity, { where: { homeId: tx.actor.homeId }, order: { givenName: 'ASC', familyName: 'ASC' } });
    return rows.filter(({ leftOn }) => leftOn === null || leftOn > today);
  }

  @ResolveField(() => String)
  name(@Parent() row: StaffEntity): string {
    return `${row.givenName} ${row.familyName}`.trim();
  }
}

@Resolver(() => ResidentType)
export class NamedWorkerResolver {
  @ResolveField(() => StaffType, { nullable: true })
  namedWorker(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<StaffEntity | null> | null {
    return row.namedWorkerId ? staffLoader(asking).load(row.namedWorkerId) : null;
  }
}
