import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar } from '../graphql/scalars.ts';
import type { ResidentStatusChangeEntity } from '../people/support.entities.ts';
import { ChangeStatusInput, ChangeStatusResult, StatusChangeType, StatusMeaningResult, type StatusMeaningType } from './status.graphql.ts';
import { StatusService } from './status.service.ts';

@Resolver()
export class StatusResolver {
  constructor(
    private readonly db: Db,
    private readonly statuses: StatusService,
  ) {}

  @Query(() => StatusMeaningResult, { description: 'What a change of status would mean: read before it is confirmed.' })
  @Access('status.write')
  async statusMeaning(
    @Asks() asking: Asking,
    @Args('residentId', { type: () => IdScalar }) residentId: string,
    @Args('to') to: string,
    @Args('on', { type: () => DayScalar }) on: string,
  ): Promise<StatusMeaningType | Refused> {
    return this.statuses.meaning(await asking.read(), residentId, to, on);
  }

  @Query(() => [StatusChangeType], { description: 'Where somebody lived since when, the latest first.' })
  @Access('people.read')
  async statusHistory(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<ResidentStatusChangeEntity[]> {
    return this.statuses.history(await asking.read(), residentId);
  }

  @Mutation(() => ChangeStatusResult, { description: 'Changes it and does what it means, all of it or nothing.' })
  @Access('status.write')
  changeStatus(@Asks() asking: Asking, @Args('input') input: ChangeStatusInput): Promise<ResidentStatusChangeEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.statuses.change(tx, input));
  }
}
