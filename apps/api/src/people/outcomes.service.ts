/** The way to an outcome, and looking at it again: load, ask the domain, save. */
import { Injectable } from '@nestjs/common';
import { OUTCOME_WORDS, mayAddStep, mayReview } from '@promenade/domain/people/outcome';
import { dayIn } from '@promenade/domain/shared/time';
import { isBlank, wordsOrNull } from '@promenade/domain/shared/words';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import type { AddOutcomeStepInput, OutcomesOfPersonType, ReviewOutcomeInput, ServeOutcomeInput } from './outcomes.graphql.ts';
import { outcomesOf } from './outcomes.reads.ts';
import { OutcomeEntity } from './people.entities.ts';
import { PeopleService } from './people.service.ts';
import { OutcomeActivityEntity, OutcomeReviewEntity, OutcomeStepEntity } from './support.entities.ts';

@Injectable()
export class OutcomesService {
  constructor(private readonly people: PeopleService) {}

  async addStep(tx: Tx, input: AddOutcomeStepInput): Promise<OutcomesOfPersonType | Refused> {
    const outcome = await this.held(tx, input.outcomeId);
    const decision = mayAddStep(input, outcome);
    if (!decision.allowed) return refused(OUTCOME_WORDS, decision.reasons);
    await this.people.once(tx, OutcomeStepEntity, {
      homeId: outcome.homeId, id: input.id, residentId: outcome.residentId, outcomeId: outcome.id, kind: input.kind as OutcomeStepEntity['kind'], words: input.words.trim(), who: wordsOrNull(input.who),
      byDate: input.byDate ?? null, doneOn: null, doneByName: null, recordedBy: tx.actor.accountId, recordedAt: tx.now,
    }, (before) => before.outcomeId === outcome.id && before.words === input.words.trim());
    return outcomesOf(tx, outcome.residentId);
  }

  async finishStep(tx: Tx, id: string): Promise<OutcomesOfPersonType | Refused> {
    const step = await tx.em.findOne(OutcomeStepEntity, { where: { homeId: tx.actor.homeId, id }, lock: { mode: 'pessimistic_write' } });
    if (!step) throw new NotFound('This step');
    if (step.doneOn !== null) return refused(OUTCOME_WORDS, [{ code: 'STEP_DONE' }]);
    await tx.em.update(OutcomeStepEntity, { homeId: step.homeId, id }, { doneOn: dayIn(tx.actor.zone, tx.now), doneByName: tx.actor.name });
    return outcomesOf(tx, step.residentId);
  }

  /** An activity that serves it; said again, it is there once. */
  async serve(tx: Tx, input: ServeOutcomeInput): Promise<OutcomesOfPersonType | Refused> {
    const outcome = await this.held(tx, input.outcomeId);
    if (isBlank(input.because)) return refused(OUTCOME_WORDS, [{ code: 'NO_BECAUSE' }]);
    const known = await tx.em.query<unknown[]>('SELECT 1 FROM activity WHERE home_id = $1 AND id = $2', [outcome.homeId, input.activityId]);
    if (known.length === 0) throw new NotFound('This activity');
    await tx.em.createQueryBuilder().insert().into(OutcomeActivityEntity)
      .values({ homeId: outcome.homeId, id: newId(), outcomeId: outcome.id, activityId: input.activityId, because: input.because.trim(), recordedBy: tx.actor.accountId, recordedAt: tx.now }).orIgnore().execute();
    return outcomesOf(tx, outcome.residentId);
  }

  /** A look at it, with the person's say: reached and stopped end it, a change begins another in its place. */
  async review(tx: Tx, input: ReviewOutcomeInput): Promise<OutcomesOfPersonType | Refused> {
    const outcome = await this.held(tx, input.outcomeId);
    const { homeId, accountId, name } = tx.actor;
    if (await tx.em.existsBy(OutcomeReviewEntity, { homeId, id: input.id, outcomeId: outcome.id })) return outcomesOf(tx, outcome.residentId);
    const today = dayIn(tx.actor.zone, tx.now);
    const nextOn = input.nextOn ?? null;
    const decision = mayReview({ result: input.result, say: input.say, nextOn, newWords: input.newWords ?? '' }, outcome, today);
    if (!decision.allowed) return refused(OUTCOME_WORDS, decision.reasons);
    await tx.em.insert(OutcomeReviewEntity, {
      homeId, id: input.id, residentId: outcome.residentId, outcomeId: outcome.id, result: input.result, say: input.say.trim(), words: wordsOrNull(input.words), nextOn, recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
    });
    await tx.em.update(OutcomeEntity, { homeId, id: outcome.id }, input.result === 'go on' ? { reviewOn: nextOn } : { endedOn: today });
    if (input.result === 'change') {
      const { measure, importance, whoHelps, comfort } = outcome;
      await tx.em.insert(OutcomeEntity, {
        homeId, id: newId(), residentId: outcome.residentId, words: input.newWords?.trim() ?? '', why: wordsOrNull(input.newWhy) ?? outcome.why, measure, byDate: null, endedOn: null, importance, whoHelps, comfort,
        reviewOn: nextOn, followsId: outcome.id, recordedBy: accountId, recordedAt: tx.now,
      });
    }
    return outcomesOf(tx, outcome.residentId);
  }

  private async held(tx: Tx, id: string): Promise<OutcomeEntity> {
    const outcome = await tx.em.findOne(OutcomeEntity, { where: { homeId: tx.actor.homeId, id }, lock: { mode: 'pessimistic_write' } });
    if (!outcome) throw new NotFound('This outcome');
    return outcome;
  }
}
