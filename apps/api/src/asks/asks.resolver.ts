/** The home's side of what families ask, say and tell. */
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { addDays } from '@promenade/domain/shared/time';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { Invalid } from '../graphql/errors.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar } from '../graphql/scalars.ts';
import { AnswerAskResult, FamilyAskType, MakeAskAWishResult, OnAskInput } from './asks.graphql.ts';
import { AsksService } from './asks.service.ts';
import { KeepMemoryInput, KeepMemoryResult, ToldByFamilyType } from './told.graphql.ts';
import { ToldService } from './told.service.ts';
import { VisitDayType } from './visits.graphql.ts';
import { VisitsService } from './visits.service.ts';

const LONGEST_DAYS = 62;

@Resolver()
export class AsksResolver {
  constructor(
    private readonly db: Db,
    private readonly asksOfFamilies: AsksService,
    private readonly visitsOf: VisitsService,
    private readonly told: ToldService,
  ) {}

  @Query(() => [FamilyAskType], { description: 'What families ask: those that wait, the one due first on top, then those answered.' })
  @Access('family.heed')
  async familyAsks(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar, nullable: true }) residentId: string | null): Promise<FamilyAskType[]> {
    return this.asksOfFamilies.list(await asking.read(), residentId);
  }

  @Mutation(() => AnswerAskResult, { description: 'Answers in words. What came back from the family is answered by the manager.' })
  @Access('family.heed')
  answerAsk(@Asks() asking: Asking, @Args('input') input: OnAskInput): Promise<FamilyAskType | Refused> {
    return this.db.write(asking.actor, (tx) => this.asksOfFamilies.answer(tx, input));
  }

  @Mutation(() => MakeAskAWishResult, { description: 'It is something the person would like: it waits among the wishes.' })
  @Access('family.heed')
  makeAskAWish(@Asks() asking: Asking, @Args('askId', { type: () => IdScalar }) askId: string): Promise<FamilyAskType | Refused> {
    return this.db.write(asking.actor, (tx) => this.asksOfFamilies.makeWish(tx, askId));
  }

  @Query(() => [VisitDayType], { description: 'Who of the circle comes between two days, and what of the plan it meets.' })
  @Access('family.heed')
  async visits(
    @Asks() asking: Asking, @Args('from', { type: () => DayScalar }) from: string, @Args('to', { type: () => DayScalar }) to: string, @Args('residentId', { type: () => IdScalar, nullable: true }) residentId: string | null,
  ): Promise<VisitDayType[]> {
    if (to > addDays(from, LONGEST_DAYS)) throw new Invalid('Ask for at most two months at once.');
    return this.visitsOf.between(await asking.read(), residentId ? [residentId] : null, from, to);
  }

  @Query(() => [ToldByFamilyType], { description: 'What supporters told of somebody’s life, the newest first.' })
  @Access('family.heed')
  async toldByFamily(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<ToldByFamilyType[]> {
    return this.told.of(await asking.read(), residentId);
  }

  @Mutation(() => KeepMemoryResult, { description: 'Puts it into the life story, as told by whoever told it.' })
  @Access('people.write')
  keepMemory(@Asks() asking: Asking, @Args('input') input: KeepMemoryInput): Promise<ToldByFamilyType | Refused> {
    return this.db.write(asking.actor, (tx) => this.told.keep(tx, input));
  }
}
