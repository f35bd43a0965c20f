import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { PeopleService } from './people.service.ts';
import { AnswerPreferenceInput, AnswerPreferenceResult, BarrierType, CloseBarrierResult, PreferencesType } from './preferences.graphql.ts';
import { openBarriers, preferencesOf } from './preferences.reads.ts';
import { PreferencesService } from './preferences.service.ts';

@Resolver()
export class PreferencesResolver {
  constructor(
    private readonly db: Db,
    private readonly people: PeopleService,
    private readonly preferences: PreferencesService,
  ) {}

  @Query(() => PreferencesType, { name: 'preferences', description: 'The sixteen questions and the own ones, each with how it was answered, last and before.' })
  @Access('people.read')
  async of(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<PreferencesType> {
    const tx = await asking.read();
    return preferencesOf(tx, (await this.people.resident(tx, residentId)).id);
  }

  @Query(() => [BarrierType], { description: 'What stands in the way of what matters to people here, the longest standing first.' })
  @Access('people.read')
  async openBarriers(@Asks() asking: Asking): Promise<BarrierType[]> {
    return openBarriers(await asking.read());
  }

  @Mutation(() => AnswerPreferenceResult, { description: 'One answer. Those before stay; what is important but cannot be opens a barrier.' })
  @Access('people.write')
  answerPreference(@Asks() asking: Asking, @Args('input') input: AnswerPreferenceInput): Promise<PreferencesType | Refused> {
    return this.db.write(asking.actor, (tx) => this.preferences.answer(tx, input));
  }

  @Mutation(() => CloseBarrierResult, { description: 'It no longer stands in the way, and what changed.' })
  @Access('people.write')
  closeBarrier(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('words', { type: () => WordsScalar }) words: string): Promise<BarrierType | Refused> {
    return this.db.write(asking.actor, (tx) => this.preferences.close(tx, id, words));
  }
}
