import { Args, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { IdScalar } from '../graphql/scalars.ts';
import { FamilyProgressType, OwnProgressType } from './shown.graphql.ts';
import { familyProgress, ownProgress } from './shown.reads.ts';

/** Progress as the person is shown it on a tablet handed over to them, and as their family is by consent. */
@Resolver()
export class ShownProgressResolver {
  @Query(() => OwnProgressType)
  @Access('reablement.read')
  async ownProgress(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<OwnProgressType> {
    return ownProgress(await asking.read(), residentId);
  }

  @Query(() => FamilyProgressType)
  @Access('family.read')
  async familyProgress(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<FamilyProgressType> {
    return familyProgress(await asking.read(), residentId);
  }
}
