import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { addDays } from '@promenade/domain/shared/time';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { Invalid } from '../graphql/errors.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar } from '../graphql/scalars.ts';
import {
  ActivityReadingsType, ChoiceAdviceType, ChoiceOfferType, ChoiceReceiptType, HomeDecisionsType, OfferChoiceInput, OfferChoiceResult, RecordChoiceInput, RecordChoiceResult,
  RecordReadingInput, RecordReadingResult, ResidentChoicesType,
} from './choices.graphql.ts';
import { choicesOf, homeDecisions } from './choices.reads.ts';
import { ChoicesService, pointIn } from './choices.service.ts';
import { ReadingsService } from './readings.service.ts';

const FOUR_WEEKS = 28;
const id = (name: string) => [name, { type: () => IdScalar }] as const;
const idOrNull = (name: string) => [name, { type: () => IdScalar, nullable: true }] as const;
const dayOrNull = (name: string) => [name, { type: () => DayScalar, nullable: true }] as const;

@Resolver()
export class ChoicesResolver {
  constructor(
    private readonly db: Db,
    private readonly choices: ChoicesService,
    private readonly readings: ReadingsService,
  ) {}

  @Query(() => ResidentChoicesType, { description: 'Receipts, whose decisions they were and readings; of the last four weeks where no days are given.' })
  @Access('choice.read')
  async residentChoices(@Asks() asking: Asking, @Args(...id('residentId')) residentId: string, @Args(...dayOrNull('from')) from?: string | null, @Args(...dayOrNull('to')) to?: string | null): Promise<ResidentChoicesType> {
    return choicesOf(await asking.read(), residentId, ...(await this.days(asking, from, to)));
  }

  @Query(() => HomeDecisionsType, { description: 'How many decisions were people’s own, and how often there was only whether to go or not go.' })
  @Access('choice.read')
  async homeDecisions(@Asks() asking: Asking, @Args(...dayOrNull('from')) from?: string | null, @Args(...dayOrNull('to')) to?: string | null): Promise<HomeDecisionsType> {
    return homeDecisions(await asking.read(), ...(await this.days(asking, from, to)));
  }

  @Query(() => ChoiceAdviceType, { description: 'Advice as it stands now. Nothing is kept: to put the question, offer it.' })
  @Access('choice.read')
  async choiceAdvice(@Asks() asking: Asking, @Args(...id('residentId')) residentId: string, @Args('point') point: string, @Args(...idOrNull('activityId')) activityId?: string | null, @Args(...idOrNull('sessionId')) sessionId?: string | null): Promise<ChoiceAdviceType> {
    return this.choices.advice(await asking.read(), residentId, pointIn(point), { activityId: activityId ?? null, sessionId: sessionId ?? null });
  }

  @Mutation(() => OfferChoiceResult)
  @Access('choice.write')
  offerChoice(@Asks() asking: Asking, @Args('input') input: OfferChoiceInput): Promise<ChoiceOfferType | Refused> {
    return this.db.write(asking.actor, (tx) => this.choices.offer(tx, input));
  }

  @Mutation(() => RecordChoiceResult, { description: 'Keeps an answer. Whoever may not decide is refused with the reason, and what they said is kept as heard.' })
  @Access('choice.write')
  recordChoice(@Asks() asking: Asking, @Args('input') input: RecordChoiceInput): Promise<ChoiceReceiptType | Refused> {
    return this.db.write(asking.actor, (tx) => this.choices.record(tx, input));
  }

  @Mutation(() => RecordReadingResult)
  @Access('choice.write')
  recordReading(@Asks() asking: Asking, @Args('input') input: RecordReadingInput): Promise<ActivityReadingsType | Refused> {
    return this.db.write(asking.actor, (tx) => this.readings.record(tx, input));
  }

  private async days(asking: Asking, from?: string | null, to?: string | null): Promise<[string, string]> {
    const last = to ?? (await asking.today());
    const first = from ?? addDays(last, 1 - FOUR_WEEKS);
    if (first > last) throw new Invalid('The last day is before the first. Check both days.');
    return [first, last];
  }
}
