import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import {
  AddSupporterInput, AddSupporterResult, CircleType, GiveSharingInput, GiveSharingResult, RecordAuthorityInput, RecordAuthorityResult, WithdrawSharingInput, WithdrawSharingResult,
} from './circle.graphql.ts';
import { circleOf } from './circle.reads.ts';
import { CircleService } from './circle.service.ts';

@Resolver()
export class CircleResolver {
  constructor(
    private readonly db: Db,
    private readonly circles: CircleService,
  ) {}

  @Query(() => CircleType)
  @Access('people.read')
  async circle(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<CircleType> {
    return circleOf(await asking.read(), residentId);
  }

  @Mutation(() => GiveSharingResult)
  @Access('circle.write')
  giveSharing(@Asks() asking: Asking, @Args('input') input: GiveSharingInput): Promise<CircleType | Refused> {
    return this.db.write(asking.actor, (tx) => this.circles.giveSharing(tx, input));
  }

  @Mutation(() => WithdrawSharingResult)
  @Access('circle.write')
  withdrawSharing(@Asks() asking: Asking, @Args('input') input: WithdrawSharingInput): Promise<CircleType | Refused> {
    return this.db.write(asking.actor, (tx) => this.circles.withdrawSharing(tx, input));
  }

  @Mutation(() => AddSupporterResult)
  @Access('circle.write')
  addSupporter(@Asks() asking: Asking, @Args('input') input: AddSupporterInput): Promise<CircleType | Refused> {
    return this.db.write(asking.actor, (tx) => this.circles.addSupporter(tx, input));
  }

  @Mutation(() => RecordAuthorityResult)
  @Access('authority.write')
  recordAuthority(@Asks() asking: Asking, @Args('input') input: RecordAuthorityInput): Promise<CircleType | Refused> {
    return this.db.write(asking.actor, (tx) => this.circles.recordAuthority(tx, input));
  }
}
