import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import { FallEntity } from '../reablement/support-plan.entities.ts';
import { supportPlanOf, supportPlans } from './page.reads.ts';
import {
  AnswerSupportPlanInput, MakeSupportPlanInput, NoteFallInput, NoteFallResult, SayRoutineHelpInput, SpendWishMinutesInput, StopSupportPlanInput, SupportPlanGlanceType, SupportPlanOfPersonType, SupportPlanResult,
} from './taper.graphql.ts';
import { TaperService } from './taper.service.ts';

/** How many minutes of which support, how they become fewer, and whose the minutes are that are set free. */
@Resolver()
export class TaperResolver {
  constructor(
    private readonly db: Db,
    private readonly taper: TaperService,
  ) {}

  @Query(() => SupportPlanOfPersonType, { description: 'One person’s support plan: planned, actual, gap and cost week by week.' })
  @Access('reablement.read')
  async supportPlan(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<SupportPlanOfPersonType> {
    return supportPlanOf(await asking.read(), residentId);
  }

  @Query(() => [SupportPlanGlanceType], { description: 'Everybody’s support plan in a line; those with something to look at first.' })
  @Access('reablement.read')
  async supportPlans(@Asks() asking: Asking): Promise<SupportPlanGlanceType[]> {
    return supportPlans(await asking.read());
  }

  @Mutation(() => SupportPlanResult, { description: 'A support plan, or the next version of one. Nobody who wants comfort and connection gets less help.' })
  @Access('taper.write')
  makeSupportPlan(@Asks() asking: Asking, @Args('input') input: MakeSupportPlanInput): Promise<SupportPlanOfPersonType | Refused> {
    return this.db.write(asking.actor, (tx) => this.taper.make(tx, input));
  }

  @Mutation(() => SupportPlanResult, { description: 'Stops a plan: support stays as it is until somebody has talked with the person. Anybody on the staff may.' })
  @Access('reablement.write')
  stopSupportPlan(@Asks() asking: Asking, @Args('input') input: StopSupportPlanInput): Promise<SupportPlanOfPersonType | Refused> {
    return this.db.write(asking.actor, (tx) => this.taper.stop(tx, input));
  }

  @Mutation(() => SupportPlanResult, { description: 'Answers a plan that was stopped, with the person’s say: go on, hold, or go back.' })
  @Access('taper.write')
  answerSupportPlan(@Asks() asking: Asking, @Args('input') input: AnswerSupportPlanInput): Promise<SupportPlanOfPersonType | Refused> {
    return this.db.write(asking.actor, (tx) => this.taper.answer(tx, input));
  }

  @Mutation(() => SupportPlanResult, { description: 'What the person chooses to do with their wish-minutes; or not now.' })
  @Access('reablement.write')
  spendWishMinutes(@Asks() asking: Asking, @Args('input') input: SpendWishMinutesInput): Promise<SupportPlanOfPersonType | Refused> {
    return this.db.write(asking.actor, (tx) => this.taper.spend(tx, input));
  }

  @Mutation(() => NoteFallResult, { description: 'Writes a fall down: sent twice, recorded once; a correction is another entry.' })
  @Access('day.record')
  noteFall(@Asks() asking: Asking, @Args('input') input: NoteFallInput): Promise<FallEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.taper.noteFall(tx, input));
  }

  @Mutation(() => SupportPlanOfPersonType, { description: 'Says how much help a routine takes each time, from now on.' })
  @Access('reablement.write')
  sayRoutineHelp(@Asks() asking: Asking, @Args('input') input: SayRoutineHelpInput): Promise<SupportPlanOfPersonType> {
    return this.db.write(asking.actor, (tx) => this.taper.sayRoutineHelp(tx, input));
  }
}
