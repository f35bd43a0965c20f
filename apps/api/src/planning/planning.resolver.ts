import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { searchState } from '@promenade/domain/planning/search';
import { asPlanned } from '@promenade/domain/planning/week';
import { LEVELS } from '@promenade/domain/promises/promise';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { Invalid } from '../graphql/errors.ts';
import { Refused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar } from '../graphql/scalars.ts';
import { CanWeService } from './can-we.service.ts';
import { DraftsService } from './drafts.service.ts';
import type { PlanEntity } from './planning.entities.ts';
import { CanWeType, DiscardPlanResult, PlanBoardType, PlanChangeInput, PlanChangeType, PlanResult, PlanSearchType, PlanType, PlanVersionType, PlanWeekType, PromiseFromCanWeInput, PromiseFromCanWeResult, PublishPlanResult } from './planning.graphql.ts';
import { PublishingService } from './publishing.service.ts';
import { SinceService } from './since.service.ts';

@Resolver(() => PlanType)
export class PlanningResolver {
  constructor(
    private readonly db: Db,
    private readonly drafts: DraftsService,
    private readonly publishing: PublishingService,
    private readonly canWes: CanWeService,
    private readonly since: SinceService,
  ) {}

  @Query(() => [PlanWeekType], { description: 'This week and the next few.' })
  @Access('plan.read')
  async planWeeks(@Asks() asking: Asking) {
    return this.drafts.weeks(await asking.read());
  }

  @Query(() => PlanBoardType)
  @Access('plan.read')
  async planBoard(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string) {
    return this.drafts.board(await asking.read(), id);
  }

  @Query(() => [PlanType], { description: 'What there is of one week: what is published, and every draft, the oldest first.' })
  @Access('plan.read')
  async plansOfWeek(@Asks() asking: Asking, @Args('weekStarts', { type: () => DayScalar }) weekStarts: string) {
    return this.drafts.ofWeek(await asking.read(), weekStarts);
  }

  @Query(() => [PlanChangeType], { description: 'What changed in a week since people were first told of it, in order of time.' })
  @Access('plan.read')
  async changesSincePublishing(@Asks() asking: Asking, @Args('weekStarts', { type: () => DayScalar }) weekStarts: string) {
    return this.since.changesSincePublishing(await asking.read(), weekStarts);
  }

  @Query(() => [PlanVersionType], { description: 'Each time people were told of a week, the first time first: the last is the mark on what is printed.' })
  @Access('plan.read')
  async planVersions(@Asks() asking: Asking, @Args('weekStarts', { type: () => DayScalar }) weekStarts: string) {
    return this.since.versions(await asking.read(), weekStarts);
  }

  @Query(() => CanWeType, { description: 'Whether, when and with whom something could be done; nothing is promised blind.' })
  @Access('plan.read')
  async canWe(
    @Asks() asking: Asking,
    @Args('residentId', { type: () => IdScalar }) residentId: string,
    @Args('activityId', { type: () => IdScalar }) activityId: string,
    @Args('fromDay', { type: () => DayScalar }) fromDay: string,
    @Args('toDay', { type: () => DayScalar }) toDay: string,
  ) {
    return this.canWes.ask(await asking.read(), residentId, activityId, fromDay, toDay);
  }

  @Mutation(() => PlanResult)
  @Access('plan.write')
  startDraft(@Asks() asking: Asking, @Args('weekStarts', { type: () => DayScalar }) weekStarts: string) {
    return this.db.write(asking.actor, (tx) => this.drafts.start(tx, weekStarts));
  }

  @Mutation(() => PlanResult, { description: 'Another draft that begins as this plan is, to try something and compare.' })
  @Access('plan.write')
  copyPlan(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string) {
    return this.db.write(asking.actor, (tx) => this.drafts.copy(tx, id));
  }

  @Mutation(() => PlanResult)
  @Access('plan.write')
  solvePlan(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('seconds', { type: () => Int }) seconds: number) {
    return this.db.write(asking.actor, (tx) => this.drafts.solve(tx, id, seconds));
  }

  @Mutation(() => PlanResult)
  @Access('plan.write')
  stopSolving(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string) {
    return this.db.write(asking.actor, (tx) => this.drafts.stop(tx, id));
  }

  @Mutation(() => PlanResult)
  @Access('plan.write')
  changePlan(
    @Asks() asking: Asking,
    @Args('id', { type: () => IdScalar }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('change') change: PlanChangeInput,
  ) {
    return this.db.write(asking.actor, (tx) => this.drafts.change(tx, id, version, { at: change.at, session: change.session && asPlanned(change.session), pinned: change.pinned }));
  }

  @Mutation(() => PlanResult, { description: 'Takes what is published now as what the draft changes.' })
  @Access('plan.write')
  bringPlanUpToDate(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('version', { type: () => Int }) version: number) {
    return this.db.write(asking.actor, (tx) => this.drafts.bringUpToDate(tx, id, version));
  }

  @Mutation(() => DiscardPlanResult)
  @Access('plan.write')
  async discardPlan(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('version', { type: () => Int }) version: number) {
    const answer = await this.db.write(asking.actor, (tx) => this.drafts.discard(tx, id, version));
    return answer instanceof Refused ? answer : { id };
  }

  @Mutation(() => PublishPlanResult)
  @Access('plan.publish')
  publishPlan(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('version', { type: () => Int }) version: number) {
    return this.publishing.publish(asking.actor, id, version);
  }

  @Mutation(() => PromiseFromCanWeResult, { description: 'Makes the promise in the name of whoever asks, and holds its place: both or neither.' })
  @Access('promise.make')
  promiseFromCanWe(@Asks() asking: Asking, @Args('input') input: PromiseFromCanWeInput) {
    if (!LEVELS.some((level) => level === input.level)) throw new Invalid(`Choose what is promised: ${LEVELS.join(' or ')}.`);
    const { residentId, activityId, words, level, dueOn, madeTo, wishId, weekStarts, session } = input;
    return this.canWes.promise(asking.actor, { residentId, activityId, words, level, dueOn, madeTo, wishId, weekStarts, session: asPlanned(session) });
  }

  @ResolveField(() => PlanSearchType, { nullable: true })
  async search(@Parent() plan: PlanEntity, @Asks() asking: Asking) {
    if (!plan.search) return null;
    const { now } = await asking.read();
    return { ...plan.search, state: searchState(plan.search, now) };
  }
}
