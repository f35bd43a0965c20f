import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type MediaConsents, sayNotShown } from '@promenade/domain/media/media';
import { In } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { MediaEntity } from './media.entities.ts';
import { EraseMediaResult, MediaType } from './media.graphql.ts';
import { MediaService } from './media.service.ts';

/** Photos and recordings by id, for whatever shows one. */
export function mediaLoader(asking: Asking) {
  return asking.loader<MediaEntity>('media', (tx, ids) => tx.em.findBy(MediaEntity, { homeId: tx.actor.homeId, id: In([...ids]) }), (row) => row.id);
}

/** What residents agreed to, fetched together. */
export function consentsLoader(asking: Asking, media: MediaService) {
  return asking.loader<MediaConsents & { id: string }>('mediaConsents', async (tx, ids) => [...(await media.consentsOf(tx, ids))].map(([id, consents]) => ({ id, ...consents })), ({ id }) => id);
}

@Resolver(() => MediaType)
export class MediaResolver {
  constructor(
    private readonly db: Db,
    private readonly media: MediaService,
  ) {}

  @Mutation(() => EraseMediaResult, { description: 'Takes the content away for good. The row stays and says why.' })
  @Access('media.erase')
  eraseMedia(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('why', { type: () => WordsScalar }) why: string): Promise<MediaEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.media.erase(tx, id, why));
  }

  @ResolveField(() => String, { nullable: true, description: 'Why it is not shown, in a sentence; null when it is.' })
  async notShown(@Parent() row: MediaEntity, @Asks() asking: Asking): Promise<string | null> {
    const consents = await consentsLoader(asking, this.media).load(row.residentId);
    const why = sayNotShown(row.kind, consents ?? { name: '', photo: 'no', recording: 'no' }, row.erasedAt ? (row.erasedWhy ?? '') : null);
    if (why !== null) return why;
    const against = await asking.loader('mediaAgainst', (tx, ids) => this.media.against(tx, ids), ({ id }) => id).load(row.id);
    return against?.names[0] === undefined ? null : sayNotShown(row.kind, { name: against.names[0], photo: 'no', recording: 'no' }, null);
  }
}
