import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type FuzzyDate, compareFuzzyDates, decadeOf, readFuzzyDate, sayFuzzyDate, saySpan } from '@promenade/domain/people/fuzzy-date';
import { sayHowKnown } from '@promenade/domain/people/life-story';
import { mayReadWhy } from '@promenade/domain/people/life-topic';
import { dayIn } from '@promenade/domain/shared/time';
import { In } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { LifeFactVersionEntity, type TopicToAvoidEntity } from './life-story.entities.ts';
import {
  AvoidTopicInput, AvoidTopicResult, EditLifeFactInput, EndTopicResult, FactForOutcomeInput, FactTimeType, KeptOutType, LifeFactVersionType, TopicToAvoidType,
} from './life-story.graphql.ts';
import { type TopicRow, becauseOf, keptOut, maySeeAll, topicsOf } from './life-story.reads.ts';
import { LifeStoryService } from './life-story.service.ts';
import type { LifeFactEntity, ResidentEntity } from './people.entities.ts';
import { AddLifeFactResult, LifeFactType, ResidentType } from './people.graphql.ts';
import { lifeFactsLoader, residentLoader } from './people.resolver.ts';

const timeOf = (fact: LifeFactEntity, born: string | null, zone: string): FuzzyDate => readFuzzyDate(fact.whenWords, { born, saidOn: dayIn(zone, fact.recordedAt) });

@Resolver(() => ResidentType)
export class LifeStoryResolver {
  constructor(
    private readonly db: Db,
    private readonly story: LifeStoryService,
  ) {}

  @Mutation(() => AddLifeFactResult, { description: 'Puts a memory better: a new version, and the one before stays readable.' })
  @Access('people.write')
  editLifeFact(@Asks() asking: Asking, @Args('input') input: EditLifeFactInput): Promise<LifeFactEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.story.editFact(tx, input));
  }

  @Mutation(() => LifeFactType, { description: 'This memory speaks for that outcome.' })
  @Access('people.write')
  useFactForOutcome(@Asks() asking: Asking, @Args('input') input: FactForOutcomeInput): Promise<LifeFactEntity> {
    return this.db.write(asking.actor, (tx) => this.story.useForOutcome(tx, input.lifeFactId, input.outcomeId));
  }

  @Mutation(() => AvoidTopicResult, { description: 'Something to steer clear of; plans leave out the activities it touches.' })
  @Access('people.write')
  avoidTopic(@Asks() asking: Asking, @Args('input') input: AvoidTopicInput): Promise<TopicToAvoidEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.story.avoid(tx, input));
  }

  @Mutation(() => EndTopicResult, { description: 'It needs no care any longer, and why.' })
  @Access('people.write')
  endTopic(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('why', { type: () => WordsScalar }) why: string): Promise<TopicToAvoidEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.story.end(tx, id, why));
  }

  @ResolveField(() => [LifeFactType], { description: 'The memories in the order of the life; those without a time last.' })
  async lifeStory(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<LifeFactEntity[]> {
    const facts = await lifeFactsLoader(asking).load(row.id);
    const { zone } = asking.actor;
    return facts.map((fact) => ({ fact, time: timeOf(fact, row.born, zone) }))
      .toSorted((a, b) => compareFuzzyDates(a.time, b.time) || (a.fact.id < b.fact.id ? -1 : 1)).map(({ fact }) => fact);
  }

  @ResolveField(() => [TopicToAvoidType], { description: 'What is to be avoided now.' })
  topicsToAvoid(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<TopicRow[]> {
    return asking.listLoader<TopicRow>('topicsOf', topicsOf, (topic) => topic.residentId).load(row.id);
  }

  @ResolveField(() => [KeptOutType], { description: 'Activities that plans leave out for them, each with its reason.' })
  async keptOut(@Parent() row: ResidentEntity, @Asks() asking: Asking): Promise<KeptOutType[]> {
    const rows = await asking.listLoader('keptOut', (tx, ids) => keptOut(tx, tx.actor.homeId, ids), (each) => each.residentId).load(row.id);
    return rows.map((each) => ({ residentId: each.residentId, activityId: each.activityId, activityName: each.activityName, because: becauseOf(each) }));
  }
}

@Resolver(() => LifeFactType)
export class LifeFactTimeResolver {
  @ResolveField(() => FactTimeType)
  async time(@Parent() row: LifeFactEntity, @Asks() asking: Asking): Promise<FactTimeType> {
    const born = row.whenWords === null ? null : ((await residentLoader(asking).load(row.residentId))?.born ?? null);
    const time = timeOf(row, born, asking.actor.zone);
    return { said: sayFuzzyDate(time), understood: saySpan(time), decade: decadeOf(time) };
  }

  @ResolveField(() => [LifeFactVersionType], { description: 'What it said before, the newest first.' })
  versions(@Parent() row: LifeFactEntity, @Asks() asking: Asking): Promise<LifeFactVersionEntity[]> {
    return asking.listLoader<LifeFactVersionEntity>('versionsOfFacts', (tx, ids) => tx.em.find(LifeFactVersionEntity, {
      where: { homeId: tx.actor.homeId, lifeFactId: In([...ids]) }, order: { untilAt: 'DESC', id: 'DESC' },
    }), (version) => version.lifeFactId).load(row.id);
  }
}

@Resolver(() => LifeFactVersionType)
export class LifeFactVersionResolver {
  @ResolveField(() => String)
  howKnown(@Parent() row: LifeFactVersionEntity): string {
    return sayHowKnown(row);
  }
}

@Resolver(() => TopicToAvoidType)
export class TopicToAvoidResolver {
  @ResolveField(() => WordsScalar, { nullable: true })
  async why(@Parent() row: TopicToAvoidEntity & { namedWorkerId?: string | null }, @Asks() asking: Asking): Promise<string | null> {
    const { accountId, staffId } = asking.actor;
    const namedWorkerId = row.namedWorkerId ?? (await residentLoader(asking).load(row.residentId))?.namedWorkerId ?? null;
    return mayReadWhy({ mayAll: maySeeAll(asking.actor), staffId, accountId }, { namedWorkerId, recordedBy: row.recordedBy }) ? row.why : null;
  }

  @ResolveField(() => String)
  howKnown(@Parent() row: TopicToAvoidEntity): string {
    return sayHowKnown(row);
  }
}
