import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import {
  BestInterestsInput, BestInterestsResult, DecideInput, DecideResult, DecidingType, HearViewInput, HearViewResult, MediaConsentInput, MediaConsentResult, MoneyDecisionType, type MoneyLookedAtType,
  RecordCapacityInput, RecordCapacityResult, SecondLookInput, SecondLookResult, StandInInput, StandInResult,
} from './decisions.graphql.ts';
import { decidingOf, moneyToLookAt } from './decisions.reads.ts';
import { DecisionsService } from './decisions.service.ts';

@Resolver()
export class DecisionsResolver {
  constructor(
    private readonly db: Db,
    private readonly decisions: DecisionsService,
  ) {}

  @Query(() => DecidingType, { description: 'Who decides what for one person, area by area, and what was decided.' })
  @Access('people.read')
  async deciding(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<DecidingType> {
    return decidingOf(await asking.read(), residentId);
  }

  @Query(() => [MoneyDecisionType], { description: 'What supporters decided about money and nobody else has looked at.' })
  @Access('authority.write')
  async moneyToLookAt(@Asks() asking: Asking): Promise<MoneyDecisionType[]> {
    return moneyToLookAt(await asking.read());
  }

  @Mutation(() => DecideResult, { description: 'Records a decision by whoever may make it. What is not theirs to decide is refused, and kept as heard.' })
  @Access('decision.record')
  decide(@Asks() asking: Asking, @Args('input') input: DecideInput): Promise<DecidingType | Refused> {
    return this.db.write(asking.actor, (tx) => this.decisions.decide(tx, input));
  }

  @Mutation(() => HearViewResult, { description: 'Somebody’s view, heard and kept.' })
  @Access('decision.record')
  hearView(@Asks() asking: Asking, @Args('input') input: HearViewInput): Promise<DecidingType | Refused> {
    return this.db.write(asking.actor, (tx) => this.decisions.hear(tx, input));
  }

  @Mutation(() => RecordCapacityResult, { description: 'Whether the person can decide one thing at this time, with every help.' })
  @Access('decision.record')
  recordCapacity(@Asks() asking: Asking, @Args('input') input: RecordCapacityInput): Promise<DecidingType | Refused> {
    return this.db.write(asking.actor, (tx) => this.decisions.recordCapacity(tx, input));
  }

  @Mutation(() => BestInterestsResult)
  @Access('authority.write')
  decideInBestInterests(@Asks() asking: Asking, @Args('input') input: BestInterestsInput): Promise<DecidingType | Refused> {
    return this.db.write(asking.actor, (tx) => this.decisions.decideInBestInterests(tx, input));
  }

  @Mutation(() => MediaConsentResult, { description: 'What was agreed about photos or recordings. A no counts at once.' })
  @Access('decision.record')
  agreeMedia(@Asks() asking: Asking, @Args('input') input: MediaConsentInput): Promise<DecidingType | Refused> {
    return this.db.write(asking.actor, (tx) => this.decisions.agreeMedia(tx, input));
  }

  @Mutation(() => StandInResult, { description: 'Who stands in for somebody with nobody outside.' })
  @Access('circle.write')
  standIn(@Asks() asking: Asking, @Args('input') input: StandInInput): Promise<DecidingType | Refused> {
    return this.db.write(asking.actor, (tx) => this.decisions.standIn(tx, input));
  }

  @Mutation(() => SecondLookResult)
  @Access('authority.write')
  lookAtMoney(@Asks() asking: Asking, @Args('input') input: SecondLookInput): Promise<MoneyLookedAtType | Refused> {
    return this.db.write(asking.actor, (tx) => this.decisions.lookAtMoney(tx, input));
  }
}
