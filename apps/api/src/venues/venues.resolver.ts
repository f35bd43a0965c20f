import { Query, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { RoomEntity, VenueEntity } from './venues.entities.ts';
import { RoomType, VenueType } from './venues.graphql.ts';

/** Venues by id, for fields of other modules. */
export function venueLoader(asking: Asking) {
  return asking.loader<VenueEntity>('venue', (tx, ids) => tx.em.findBy(VenueEntity, { homeId: tx.actor.homeId, id: In([...ids]) }), (row) => row.id);
}

@Resolver(() => VenueType)
export class VenuesResolver {
  @Query(() => [VenueType], { description: 'Places in the community, the nearest first.' })
  @Access('library.read')
  async venues(@Asks() asking: Asking): Promise<VenueEntity[]> {
    const tx = await asking.read();
    return tx.em.find(VenueEntity, { where: { homeId: tx.actor.homeId }, order: { driveMinutes: 'ASC', name: 'ASC' } });
  }

  @Query(() => [RoomType])
  @Access('library.read')
  async rooms(@Asks() asking: Asking): Promise<RoomEntity[]> {
    const tx = await asking.read();
    return tx.em.find(RoomEntity, { where: { homeId: tx.actor.homeId }, order: { name: 'ASC' } });
  }
}
