import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import type { LadderTaskEntity } from './reablement.entities.ts';
import {
  AssistanceInput, AssistanceRecorded, CreateLadderTaskInput, CreateLadderTaskResult, LadderTap, LadderTask, MoreHelpReasonInput, PlaceTaskInput, PlaceTaskResult, RecordAssistanceResult, SayWhyMoreHelpResult,
} from './reablement.graphql.ts';
import { ReablementService } from './reablement.service.ts';
import { tasksOf } from './tasks.reads.ts';

@Resolver()
export class ReablementResolver {
  constructor(
    private readonly db: Db,
    private readonly reablement: ReablementService,
  ) {}

  @Query(() => [LadderTask], { description: 'The tasks of one resident, ended ones last; without one, all that go on for people who live here now.' })
  @Access('reablement.read')
  async ladderTasks(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar, nullable: true }) residentId: string | null): Promise<LadderTaskEntity[]> {
    return tasksOf(await asking.read(), residentId);
  }

  @Mutation(() => CreateLadderTaskResult)
  @Access('reablement.write')
  createLadderTask(@Asks() asking: Asking, @Args('input') input: CreateLadderTaskInput): Promise<LadderTaskEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.reablement.create(tx, input));
  }

  @Mutation(() => LadderTask)
  @Access('reablement.write')
  endLadderTask(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<LadderTaskEntity> {
    return this.db.write(asking.actor, (tx) => this.reablement.end(tx, id));
  }

  @Mutation(() => RecordAssistanceResult, { description: 'Help given once with a task, in one tap. Tapping again on the same day is what counts.' })
  @Access('reablement.write')
  recordAssistance(@Asks() asking: Asking, @Args('input') input: AssistanceInput): Promise<AssistanceRecorded | Refused> {
    return this.db.write(asking.actor, (tx) => this.reablement.record(tx, input));
  }

  @Mutation(() => SayWhyMoreHelpResult, { description: 'What was different when somebody had more help than lately. Nobody has to say; the last word counts.' })
  @Access('reablement.write')
  sayWhyMoreHelp(@Asks() asking: Asking, @Args('input') input: MoreHelpReasonInput): Promise<LadderTap | Refused> {
    return this.db.write(asking.actor, (tx) => this.reablement.sayWhy(tx, input));
  }

  @Mutation(() => PlaceTaskResult, { description: 'The task comes up by itself with an activity or a routine.' })
  @Access('reablement.write')
  placeTask(@Asks() asking: Asking, @Args('input') input: PlaceTaskInput): Promise<LadderTaskEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.reablement.place(tx, input));
  }

  @Mutation(() => LadderTask, { description: 'It comes up there no longer.' })
  @Access('reablement.write')
  unplaceTask(@Asks() asking: Asking, @Args('placeId', { type: () => IdScalar }) placeId: string): Promise<LadderTaskEntity> {
    return this.db.write(asking.actor, (tx) => this.reablement.unplace(tx, placeId));
  }
}
