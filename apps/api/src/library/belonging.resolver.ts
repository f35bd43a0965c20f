import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar } from '../graphql/scalars.ts';
import { CreateRoutineInput, SetInterestInput } from '../people/people-inputs.graphql.ts';
import type { InterestEntity, RoutineEntity } from '../people/people.entities.ts';
import { CreateRoutineResult, EndRoutineResult, InterestType, RoutineType } from '../people/people.graphql.ts';
import { BelongingService } from './belonging.service.ts';
import type { ActivityEntity } from './library.entities.ts';
import { ActivityType } from './library.graphql.ts';
import { activityLoader } from './library.resolver.ts';

@Resolver(() => RoutineType)
export class RoutineActivityResolver {
  constructor(
    private readonly db: Db,
    private readonly belonging: BelongingService,
  ) {}

  @Mutation(() => CreateRoutineResult, { description: 'Gives something a lasting place in the person’s day, with the life fact it comes from.' })
  @Access('people.write')
  createRoutine(@Asks() asking: Asking, @Args('input') input: CreateRoutineInput): Promise<RoutineEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.belonging.createRoutine(tx, input));
  }

  @Mutation(() => EndRoutineResult, { description: 'Ends on a day; its days stay readable.' })
  @Access('people.write')
  endRoutine(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('on', { type: () => DayScalar }) on: string): Promise<RoutineEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.belonging.endRoutine(tx, id, on));
  }

  @ResolveField(() => ActivityType, { nullable: true })
  activity(@Parent() row: RoutineEntity, @Asks() asking: Asking): Promise<ActivityEntity | null> | null {
    return row.activityId ? activityLoader(asking).load(row.activityId) : null;
  }
}

@Resolver(() => InterestType)
export class InterestResolver {
  constructor(
    private readonly db: Db,
    private readonly belonging: BelongingService,
  ) {}

  @Mutation(() => InterestType, { description: 'How much an activity matters to the person, and why. Setting it again changes it.' })
  @Access('people.write')
  setInterest(@Asks() asking: Asking, @Args('input') input: SetInterestInput): Promise<InterestEntity> {
    return this.db.write(asking.actor, (tx) => this.belonging.setInterest(tx, input));
  }

  @ResolveField(() => ActivityType)
  activity(@Parent() row: InterestEntity, @Asks() asking: Asking): Promise<ActivityEntity | null> {
    return activityLoader(asking).load(row.activityId);
  }
}
