/** How much an outcome matters to somebody and how sure they are, and what came of talking about it. */
import { Injectable } from '@nestjs/common';
import { BELIEF_WORDS, mayBelieve, mayNoteTalk } from '@promenade/domain/reablement/confidence';
import { dayIn } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import type { Tx } from '../db/db.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { PeopleService } from '../people/people.service.ts';
import { BeliefTalkEntity, OutcomeBeliefEntity } from './scales.entities.ts';
import type { GoalsOfPersonType, NoteTalkInput, SayBeliefInput } from './scales.graphql.ts';
import { goalsOf } from './scales.reads.ts';
import { beliefOf } from './scales.rows.ts';
import { ScalesService } from './scales.service.ts';

@Injectable()
export class BeliefsService {
  constructor(
    private readonly people: PeopleService,
    private readonly scales: ScalesService,
  ) {}

  async say(tx: Tx, { id, outcomeId, importance, confidence, on, words }: SayBeliefInput): Promise<GoalsOfPersonType | Refused> {
    const outcome = await this.scales.held(tx, outcomeId);
    const today = dayIn(tx.actor.zone, tx.now);
    const askedOn = on ?? today;
    const decision = mayBelieve({ importance, confidence, on: askedOn }, outcome, today);
    if (!decision.allowed) return refused(BELIEF_WORDS, decision.reasons);
    const { homeId, residentId } = outcome;
    await this.people.once(tx, OutcomeBeliefEntity, {
      homeId, id, residentId, outcomeId, askedOn, importance, confidence, words: wordsOrNull(words), recordedBy: tx.actor.accountId, recordedByName: tx.actor.name, recordedAt: tx.now,
    }, (before) => before.outcomeId === outcomeId && before.importance === importance && before.confidence === confidence);
    return goalsOf(tx, residentId);
  }

  /** A conversation about the latest answer: whatever fell up to it has been talked about. */
  async noteTalk(tx: Tx, { id, outcomeId, said, then }: NoteTalkInput): Promise<GoalsOfPersonType | Refused> {
    const { homeId, residentId } = await this.scales.held(tx, outcomeId);
    const beliefs = await tx.em.find(OutcomeBeliefEntity, { where: { homeId, outcomeId }, order: { askedOn: 'ASC', recordedAt: 'ASC', id: 'ASC' } });
    const decision = mayNoteTalk(said, { beliefs: beliefs.map(beliefOf) });
    if (!decision.allowed) return refused(BELIEF_WORDS, decision.reasons);
    await this.people.once(tx, BeliefTalkEntity, {
      homeId, id, residentId, outcomeId, beliefId: beliefs.at(-1)?.id ?? '', said: said.trim(), then: wordsOrNull(then), recordedBy: tx.actor.accountId, recordedByName: tx.actor.name, recordedAt: tx.now,
    }, (before) => before.outcomeId === outcomeId && before.said === said.trim());
    return goalsOf(tx, residentId);
  }
}
