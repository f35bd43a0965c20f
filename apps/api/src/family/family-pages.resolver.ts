/** What a supporter may call beyond the start: pages of their people, and what they ask, say and tell. */
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { AskHomeInput, AskHomeResult, FamilyAskType, OnAskInput, SayNotEnoughResult } from '../asks/asks.graphql.ts';
import { AsksService } from '../asks/asks.service.ts';
import { TakeBackMemoryInput, TakeBackMemoryResult, TellMemoryInput, TellMemoryResult, ToldByFamilyType } from '../asks/told.graphql.ts';
import { ToldService } from '../asks/told.service.ts';
import { CallOffVisitInput, CallOffVisitResult, FamilyVisitsType, SayVisitInput, SayVisitResult } from '../asks/visits.graphql.ts';
import { VisitsService } from '../asks/visits.service.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar } from '../graphql/scalars.ts';
import { FamilyAsksType, FamilyHappenedType, FamilyLifeStoryType, FamilyWeekType } from './family-pages.graphql.ts';
import { FamilyPagesService } from './family-pages.service.ts';

const Id = { type: () => IdScalar };
const MaybeDay = { type: () => DayScalar, nullable: true };

@Resolver()
export class FamilyPagesResolver {
  constructor(
    private readonly db: Db,
    private readonly pages: FamilyPagesService,
    private readonly asks: AsksService,
    private readonly visits: VisitsService,
    private readonly told: ToldService,
  ) {}

  @Query(() => FamilyWeekType)
  @Access('family.read')
  async familyWeek(@Asks() asking: Asking, @Args('residentId', Id) residentId: string, @Args('on', MaybeDay) on: string | null): Promise<FamilyWeekType> {
    return this.pages.week(await asking.read(), residentId, on);
  }

  @Query(() => FamilyHappenedType)
  @Access('family.read')
  async familyHappened(@Asks() asking: Asking, @Args('residentId', Id) residentId: string, @Args('before', MaybeDay) before: string | null): Promise<FamilyHappenedType> {
    return this.pages.happened(await asking.read(), residentId, before);
  }

  @Query(() => FamilyLifeStoryType)
  @Access('family.read')
  async familyLifeStory(@Asks() asking: Asking, @Args('residentId', Id) residentId: string): Promise<FamilyLifeStoryType> {
    return this.pages.lifeStory(await asking.read(), residentId);
  }

  @Query(() => FamilyAsksType)
  @Access('family.read')
  async asksOfMine(@Asks() asking: Asking, @Args('residentId', Id) residentId: string): Promise<FamilyAsksType> {
    return this.pages.asksOfMine(await asking.read(), residentId);
  }

  @Query(() => FamilyVisitsType)
  @Access('family.read')
  async visitsOfMine(@Asks() asking: Asking, @Args('residentId', Id) residentId: string): Promise<FamilyVisitsType> {
    return this.visits.own(await asking.read(), residentId);
  }

  @Mutation(() => AskHomeResult)
  @Access('family.write')
  askHome(@Asks() asking: Asking, @Args('input') input: AskHomeInput): Promise<FamilyAskType | Refused> {
    return this.db.write(asking.actor, (tx) => this.asks.ask(tx, input));
  }

  @Mutation(() => SayNotEnoughResult, { description: 'The answer does not answer it: it goes to the manager.' })
  @Access('family.write')
  sayNotEnough(@Asks() asking: Asking, @Args('input') input: OnAskInput): Promise<FamilyAskType | Refused> {
    return this.db.write(asking.actor, (tx) => this.asks.notEnough(tx, input));
  }

  @Mutation(() => SayVisitResult)
  @Access('family.write')
  sayVisit(@Asks() asking: Asking, @Args('input') input: SayVisitInput): Promise<FamilyVisitsType | Refused> {
    return this.db.write(asking.actor, (tx) => this.visits.say(tx, input));
  }

  @Mutation(() => CallOffVisitResult)
  @Access('family.write')
  callOffVisit(@Asks() asking: Asking, @Args('input') input: CallOffVisitInput): Promise<FamilyVisitsType | Refused> {
    return this.db.write(asking.actor, (tx) => this.visits.callOff(tx, input));
  }

  @Mutation(() => TellMemoryResult, { description: 'In one’s own words, marked as one’s own.' })
  @Access('family.write')
  tellMemory(@Asks() asking: Asking, @Args('input') input: TellMemoryInput): Promise<ToldByFamilyType | Refused> {
    return this.db.write(asking.actor, (tx) => this.told.tell(tx, input));
  }

  @Mutation(() => TakeBackMemoryResult)
  @Access('family.write')
  takeBackMemory(@Asks() asking: Asking, @Args('input') input: TakeBackMemoryInput): Promise<ToldByFamilyType | Refused> {
    return this.db.write(asking.actor, (tx) => this.told.takeBack(tx, input));
  }
}
