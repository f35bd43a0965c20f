import { Args, Float, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Point, hopedOn, pointsOf, reviewOf, sayProgress } from '@promenade/domain/reablement/ladder';
import { In } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { OutcomeEntity } from '../people/people.entities.ts';
import { residentLoader } from '../people/people.resolver.ts';
import type { LadderTaskEntity } from './reablement.entities.ts';
import { AssistanceInput, AssistanceRecorded, CreateLadderTaskInput, CreateLadderTaskResult, LadderPoint, LadderTask, RecordAssistanceResult } from './reablement.graphql.ts';
import { ReablementService } from './reablement.service.ts';

@Resolver(() => LadderTask)
export class ReablementResolver {
  constructor(
    private readonly db: Db,
    private readonly reablement: ReablementService,
  ) {}

  @Query(() => [LadderTask], { description: 'The tasks of one resident, ended ones last; without one, all that go on in the home.' })
  @Access('reablement.read')
  async ladderTasks(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar, nullable: true }) residentId: string | null): Promise<LadderTaskEntity[]> {
    return this.reablement.tasks(await asking.read(), residentId);
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

  @ResolveField(() => String)
  async residentName(@Parent() { residentId }: LadderTaskEntity, @Asks() asking: Asking): Promise<string> {
    return (await residentLoader(asking).load(residentId))?.preferredName ?? '';
  }

  @ResolveField(() => WordsScalar, { nullable: true })
  async outcomeWords(@Parent() { outcomeId }: LadderTaskEntity, @Asks() asking: Asking): Promise<string | null> {
    if (outcomeId === null) return null;
    const row = await asking.loader('reablement: outcome', (tx, ids) => tx.em.findBy(OutcomeEntity, { homeId: tx.actor.homeId, id: In([...ids]) }), ({ id }) => id).load(outcomeId);
    return row?.words ?? null;
  }

  @ResolveField(() => [LadderPoint])
  points(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<Point[]> {
    return this.pointsOf(asking, task);
  }

  @ResolveField(() => Float, { description: 'The rung hoped for by today, on the straight line from the start.' })
  async hopedToday(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<number> {
    return hopedOn(task, await asking.today());
  }

  @ResolveField(() => Int, { nullable: true, description: 'What today came to so far.' })
  async today(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<number | null> {
    const today = await asking.today();
    return (await this.pointsOf(asking, task)).find(({ day }) => day === today)?.rung ?? null;
  }

  @ResolveField(() => Int, { nullable: true, description: 'What the last day before today came to.' })
  async before(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<number | null> {
    const today = await asking.today();
    return (await this.pointsOf(asking, task)).findLast(({ day }) => day < today)?.rung ?? null;
  }

  @ResolveField(() => String, { description: 'How it goes, in a sentence.' })
  async progress(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<string> {
    return sayProgress(task, await this.pointsOf(asking, task), await asking.today());
  }

  @ResolveField(() => String, { nullable: true, description: "Why to look at it together: 'reached', 'no movement', 'more help' or 'date passed'." })
  async review(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<string | null> {
    return task.endedOn ? null : reviewOf(task, await this.pointsOf(asking, task), await asking.today());
  }

  private async pointsOf(asking: Asking, task: LadderTaskEntity): Promise<Point[]> {
    return pointsOf(await asking.listLoader('reablement: taps', (tx, ids) => this.reablement.tapsOf(tx, ids), ({ taskId }) => taskId).load(task.id));
  }
}
