import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { DaySession } from '../day/day.graphql.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar } from '../graphql/scalars.ts';
import type { PromiseEntity } from '../promises/promises.entities.ts';
import { PromiseType } from '../promises/promises.graphql.ts';
import { OwnViewType, OwnWordType, SayOwnWordInput, SayOwnWordResult } from './own.graphql.ts';
import { ownView, wordsOnPromises, wordsOnSessions } from './own.reads.ts';
import { OwnService } from './own.service.ts';

/** A person's own view, on a tablet that a carer hands over. */
@Resolver()
export class OwnResolver {
  constructor(
    private readonly db: Db,
    private readonly own: OwnService,
  ) {}

  @Query(() => OwnViewType, { description: 'Their week in pictures, what they are promised, and what they said of it.' })
  @Access('people.read')
  async ownView(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string, @Args('day', { type: () => DayScalar, nullable: true, description: 'Any day of the week that is to be printed; today when left out.' }) day?: string | null): Promise<OwnViewType> {
    return ownView(await asking.read(), residentId, day ?? (await asking.today()));
  }

  @Mutation(() => SayOwnWordResult, { description: 'The person says yes or no. Nothing is taken away by it: staff see it, planners are told, and a promise stays owed.' })
  @Access('choice.write')
  sayOwnWord(@Asks() asking: Asking, @Args('input') input: SayOwnWordInput): Promise<OwnWordType | Refused> {
    return this.db.write(asking.actor, (tx) => this.own.say(tx, input));
  }

  @Mutation(() => Boolean, { description: 'It was not meant: what was said before stands again.' })
  @Access('choice.write')
  takeOwnWordBack(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<boolean> {
    return this.db.write(asking.actor, (tx) => this.own.notMeant(tx, id));
  }
}

/** What people said themselves, beside what it is about. */
@Resolver(() => DaySession)
export class OwnWordsOnSessionsResolver {
  @ResolveField(() => [OwnWordType], { description: 'What people said themselves of this session, as it stands.' })
  ownWords(@Parent() { id }: DaySession, @Asks() asking: Asking): Promise<OwnWordType[]> {
    return asking.listLoader<OwnWordType>('own words: sessions', wordsOnSessions, (row) => row.sessionId ?? '').load(id);
  }
}

@Resolver(() => PromiseType)
export class OwnWordOnPromiseResolver {
  @ResolveField(() => OwnWordType, { nullable: true, description: 'What the person said of it last. A no lets go of nothing: ask them again.' })
  async ownWord(@Parent() { id }: PromiseEntity, @Asks() asking: Asking): Promise<OwnWordType | null> {
    return (await asking.listLoader<OwnWordType>('own words: promises', wordsOnPromises, (row) => row.promiseId ?? '').load(id))[0] ?? null;
  }
}
