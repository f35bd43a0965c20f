import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { In, IsNull } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { NotFound } from '../graphql/errors.ts';
import { IdScalar } from '../graphql/scalars.ts';
import { RoomEntity, type VenueEntity } from '../venues/venues.entities.ts';
import { RoomType, VenueType } from '../venues/venues.graphql.ts';
import { venueLoader } from '../venues/venues.resolver.ts';
import { ActivityEntity, ActivityRoomEntity } from './library.entities.ts';
import { ActivityType, SkillNeededType } from './library.graphql.ts';

/** Activities by id, for fields of other modules. */
export function activityLoader(asking: Asking) {
  return asking.loader<ActivityEntity>('activity', (tx, ids) => tx.em.findBy(ActivityEntity, { homeId: tx.actor.homeId, id: In([...ids]) }), (row) => row.id);
}

@Resolver(() => ActivityType)
export class LibraryResolver {
  @Query(() => [ActivityType], { description: 'The library, by name; what was retired is left out.' })
  @Access('library.read')
  async activities(@Asks() asking: Asking): Promise<ActivityEntity[]> {
    const tx = await asking.read();
    return tx.em.find(ActivityEntity, { where: { homeId: tx.actor.homeId, retiredOn: IsNull() }, order: { name: 'ASC' } });
  }

  @Query(() => ActivityType)
  @Access('library.read')
  async activity(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<ActivityEntity> {
    const activity = await activityLoader(asking).load(id);
    if (!activity) throw new NotFound('This activity');
    return activity;
  }

  @ResolveField(() => VenueType, { nullable: true })
  venue(@Parent() row: ActivityEntity, @Asks() asking: Asking): Promise<VenueEntity | null> | null {
    return row.venueId ? venueLoader(asking).load(row.venueId) : null;
  }

  @ResolveField(() => [RoomType], { description: 'The rooms in which it can be held.' })
  rooms(@Parent() row: ActivityEntity, @Asks() asking: Asking): Promise<(RoomEntity & { activityId: string })[]> {
    return asking.listLoader<RoomEntity & { activityId: string }>('roomsOfActivities', async (tx, ids) => {
      const links = await tx.em.findBy(ActivityRoomEntity, { homeId: tx.actor.homeId, activityId: In([...ids]) });
      const rooms = await tx.em.findBy(RoomEntity, { homeId: tx.actor.homeId, id: In(links.map(({ roomId }) => roomId)) });
      return links.flatMap(({ activityId, roomId }) => rooms.filter(({ id }) => id === roomId).map((room) => Object.assign(new RoomEntity(), room, { activityId })));
    }, (each) => each.activityId).load(row.id);
  }

  @ResolveField(() => [SkillNeededType], { description: 'How many of the session’s staff must hold each skill.' })
  skillsNeeded(@Parent() row: ActivityEntity): SkillNeededType[] {
    return Object.entries(row.skills).map(([skill, staff]) => ({ skill, staff }));
  }
}
