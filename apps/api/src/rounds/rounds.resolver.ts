import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { Invalid } from '../graphql/errors.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import { AnswerDistressResult, EndRoundInput, EndRoundResult, LookInput, RecordLookResult, RoundInput, RoundResponseInput, RoundTrend, RoundType, RoundsOfPerson, RoundsType } from './rounds.graphql.ts';
import { latestRounds, peopleForRounds, roomsForRounds, roundById, roundsOfPerson, trendOver } from './rounds.reads.ts';
import { RoundsService } from './rounds.service.ts';

function fewWeeks(weeks: number): number {
  if (weeks < 1 || weeks > 52) throw new Invalid('Choose between 1 and 52 weeks.');
  return weeks;
}

@Resolver()
export class RoundsResolver {
  constructor(
    private readonly db: Db,
    private readonly rounds: RoundsService,
  ) {}

  @Query(() => RoundsType, { name: 'rounds' })
  @Access('round.read')
  async all(@Asks() asking: Asking): Promise<RoundsType> {
    const tx = await asking.read();
    return { rooms: await roomsForRounds(tx), people: await peopleForRounds(tx), latest: await latestRounds(tx) };
  }

  @Query(() => RoundType)
  @Access('round.read')
  async round(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<RoundType> {
    return roundById(await asking.read(), id);
  }

  @Query(() => RoundTrend, { description: 'The share of people who were active or engaged, with how far it can be trusted.' })
  @Access('round.read')
  async roundTrend(@Asks() asking: Asking, @Args('weeks', { type: () => Int, defaultValue: 8 }) weeks: number): Promise<RoundTrend> {
    return trendOver(await asking.read(), fewWeeks(weeks));
  }

  @Query(() => RoundsOfPerson)
  @Access('round.read')
  async roundsOfPerson(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string, @Args('weeks', { type: () => Int, defaultValue: 8 }) weeks: number): Promise<RoundsOfPerson> {
    return roundsOfPerson(await asking.read(), residentId, fewWeeks(weeks));
  }

  @Mutation(() => RecordLookResult, { description: 'One tap. Sent twice, it is recorded once.' })
  @Access('round.record')
  recordLook(@Asks() asking: Asking, @Args('round') round: RoundInput, @Args('look') look: LookInput): Promise<RoundType | Refused> {
    return this.db.write(asking.actor, (tx) => this.rounds.look(tx, round, look));
  }

  @Mutation(() => EndRoundResult, { description: 'Whole, or stopped half way.' })
  @Access('round.record')
  endRound(@Asks() asking: Asking, @Args('input') input: EndRoundInput): Promise<RoundType | Refused> {
    return this.db.write(asking.actor, (tx) => this.rounds.end(tx, input));
  }

  @Mutation(() => AnswerDistressResult, { description: 'What was done for somebody who was seen distressed, or a word for the handover.' })
  @Access('round.record')
  answerDistress(@Asks() asking: Asking, @Args('input') input: RoundResponseInput): Promise<RoundType | Refused> {
    return this.db.write(asking.actor, (tx) => this.rounds.answer(tx, input));
  }
}
