import { Args, Query, Resolver } from '@nestjs/graphql';
import { isKnown } from '@promenade/domain/people/introductions';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { IdScalar } from '../graphql/scalars.ts';
import { togetherOf } from './introductions.reads.ts';
import { AcquaintanceType, SupportRecordType } from './support.graphql.ts';
import { supportOf } from './support.reads.ts';

@Resolver()
export class SupportResolver {
  @Query(() => SupportRecordType, { name: 'support', description: 'What support one person needs, who they know, and how it was before.' })
  @Access('people.read')
  async supportRecord(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<SupportRecordType> {
    return supportOf(await asking.read(), residentId);
  }

  @Query(() => [AcquaintanceType], { description: 'Who was in sessions together and how often, for wherever staff are chosen.' })
  @Access('people.read')
  async acquaintances(@Asks() asking: Asking): Promise<AcquaintanceType[]> {
    return (await togetherOf(await asking.read(), null)).map(({ residentId, staffId, times }) => ({ residentId, staffId, together: times, isKnown: isKnown(times) }));
  }
}
