/** A life told in versions, what came of it, and what is steered clear of. */
import { Injectable } from '@nestjs/common';
import { FACT_WORDS, mayKeepFact, tidyWords } from '@promenade/domain/people/life-story';
import { TOPIC_WORDS, mayAvoidTopic, mayEndTopic } from '@promenade/domain/people/life-topic';
import { wordsOrNull } from '@promenade/domain/shared/words';
import type { Tx } from '../db/db.ts';
import { brokenConstraint } from '../db/db.ts';
import { Conflict, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { LifeFactVersionEntity, OutcomeFactEntity, TopicActivityEntity, TopicToAvoidEntity } from './life-story.entities.ts';
import type { AvoidTopicInput, EditLifeFactInput } from './life-story.graphql.ts';
import { readable } from './life-story.reads.ts';
import { LifeFactEntity, OutcomeEntity } from './people.entities.ts';
import { PeopleService } from './people.service.ts';

@Injectable()
export class LifeStoryService {
  constructor(private readonly people: PeopleService) {}

  /** A new version: what it said before stays readable. Sent twice, it is changed once. */
  async editFact(tx: Tx, input: EditLifeFactInput): Promise<LifeFactEntity | Refused> {
    const { homeId, accountId, name } = tx.actor;
    const fact = await tx.em.findOne(LifeFactEntity, { where: { homeId, id: input.lifeFactId }, lock: { mode: 'pessimistic_write' } });
    if (!fact || (await readable(tx, [fact])).length === 0) throw new NotFound('This memory');
    const said = {
      words: tidyWords(input.words), whenWords: wordsOrNull(tidyWords(input.whenWords ?? '')), theme: tidyWords(input.theme) || 'home', toldBy: tidyWords(input.toldBy),
      toldHow: input.toldHow as LifeFactEntity['toldHow'], sensitive: input.sensitive,
    };
    const decision = mayKeepFact(said);
    if (!decision.allowed) return refused(FACT_WORDS, decision.reasons);
    const sentBefore = await tx.em.findOneBy(LifeFactVersionEntity, { homeId, id: input.id });
    if (sentBefore && sentBefore.lifeFactId !== fact.id) throw new Conflict('Something else was saved under this entry already. Open the page again and write it once more.');
    const isSame = (Object.keys(said) as (keyof typeof said)[]).every((key) => said[key] === fact[key]);
    if (sentBefore || isSame) return fact;
    const { words, whenWords, theme, toldBy, toldHow, sensitive, recordedBy, recordedAt } = fact;
    await tx.em.insert(LifeFactVersionEntity, {
      homeId, id: input.id, lifeFactId: fact.id, residentId: fact.residentId, words, whenWords, theme, toldBy, toldHow, sensitive, recordedBy, recordedByName: fact.recordedByName ?? null, recordedAt, untilAt: tx.now,
    });
    const now = { ...said, recordedBy: accountId, recordedByName: name, recordedAt: tx.now };
    await tx.em.update(LifeFactEntity, { homeId, id: fact.id }, now);
    return Object.assign(fact, now);
  }

  /** This memory speaks for that outcome. Said twice, it is said once. */
  async useForOutcome(tx: Tx, lifeFactId: string, outcomeId: string): Promise<LifeFactEntity> {
    const { homeId, name } = tx.actor;
    const fact = await tx.em.findOneBy(LifeFactEntity, { homeId, id: lifeFactId });
    if (!fact || (await readable(tx, [fact])).length === 0) throw new NotFound('This memory');
    if (!(await tx.em.existsBy(OutcomeEntity, { homeId, id: outcomeId, residentId: fact.residentId }))) throw new NotFound('This outcome');
    await tx.em.createQueryBuilder().insert().into(OutcomeFactEntity).values({ homeId, lifeFactId, outcomeId, recordedByName: name, recordedAt: tx.now }).orIgnore().execute();
    return fact;
  }

  async avoid(tx: Tx, input: AvoidTopicInput): Promise<TopicToAvoidEntity | Refused> {
    const { homeId, accountId, name } = tx.actor;
    const resident = await this.people.resident(tx, input.residentId);
    const fact = await this.people.factOf(tx, input.residentId, input.lifeFactId);
    const [words, why, instead, toldBy] = [tidyWords(input.words), tidyWords(input.why), tidyWords(input.instead), tidyWords(input.toldBy)];
    const activityIds = [...new Set(input.activityIds)];
    const decision = mayAvoidTopic({ words, why, instead, toldBy, toldHow: input.toldHow, activities: activityIds.length + input.kinds.length });
    if (!decision.allowed) return refused(TOPIC_WORDS, decision.reasons);
    const topic = await this.people.once(tx, TopicToAvoidEntity, {
      homeId, id: input.id, residentId: resident.id, lifeFactId: fact?.id ?? null, words, why, instead, kinds: [...new Set(input.kinds.map(tidyWords))].filter(Boolean).toSorted(), toldBy,
      toldHow: input.toldHow as TopicToAvoidEntity['toldHow'], recordedBy: accountId, recordedByName: name, recordedAt: tx.now, endedAt: null, endedByName: null, endedWhy: null,
    }, (before) => before.residentId === resident.id && before.words === words);
    await this.keepOut(tx, topic, activityIds);
    return topic;
  }

  /** No longer to be avoided, with the reason. It stays readable. */
  async end(tx: Tx, id: string, why: string): Promise<TopicToAvoidEntity | Refused> {
    const { homeId, name } = tx.actor;
    const topic = await tx.em.findOne(TopicToAvoidEntity, { where: { homeId, id }, lock: { mode: 'pessimistic_write' } });
    if (!topic) throw new NotFound('This topic');
    const decision = mayEndTopic(topic, why);
    if (!decision.allowed) return refused(TOPIC_WORDS, decision.reasons);
    return tx.em.save(Object.assign(topic, { endedAt: tx.now, endedByName: name, endedWhy: tidyWords(why) }));
  }

  private async keepOut(tx: Tx, topic: TopicToAvoidEntity, activityIds: readonly string[]): Promise<void> {
    if (activityIds.length === 0) return;
    const rows = activityIds.map((activityId) => ({ homeId: topic.homeId, topicId: topic.id, activityId }));
    await tx.em.createQueryBuilder().insert().into(TopicActivityEntity).values(rows).orIgnore().execute().catch((error: unknown) => {
      if (brokenConstraint(error) === 'fk_topic_activity_activity_id') throw new NotFound('One of these activities');
      throw error;
    });
  }
}
