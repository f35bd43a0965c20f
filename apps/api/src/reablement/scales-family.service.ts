/** What families read of somebody's goals, in sentences and by consent, and the view that they add: never weights, scores or how sure the person is. */
import { Injectable } from '@nestjs/common';
import { sayNotShared } from '@promenade/domain/circle/sharing';
import { latestByVoice } from '@promenade/domain/reablement/goal-raters';
import { IsNull } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { OutcomeEntity } from '../people/people.entities.ts';
import { GoalScaleEntity, GoalScoreEntity } from './scales.entities.ts';
import type { FamilyGoalType, FamilyGoalsType, ScoreGoalAsFamilyInput } from './scales-family.graphql.ts';
import { levelsOf, sayingOf, sentenceOf } from './scales.rows.ts';
import { ScalesService } from './scales.service.ts';

type Close = { name: string; status: string; isShared: boolean };

@Injectable()
export class FamilyGoalsService {
  constructor(private readonly scales: ScalesService) {}

  /** Open outcomes that have levels; nothing, with the reason, where progress is not shared. Row policies hold as well. */
  async of(tx: Tx, residentId: string): Promise<FamilyGoalsType> {
    const person = await closeTo(tx, residentId);
    if (!person) throw new NotFound('This person');
    const { name, status, isShared } = person;
    if (!isShared || status === 'died') return { residentId, name, notShared: isShared ? null : sayNotShared(name, 'progress'), goals: [] };
    const where = { homeId: tx.actor.homeId, residentId };
    const order = { recordedAt: 'ASC', id: 'ASC' } as const;
    const outcomes = await tx.em.find(OutcomeEntity, { where: { ...where, endedOn: IsNull() }, order });
    const scales = await tx.em.find(GoalScaleEntity, { where, order });
    const sayings = (await tx.em.find(GoalScoreEntity, { where, order })).map(sayingOf);
    const goals = outcomes.flatMap(({ id: outcomeId, words }): FamilyGoalType[] => {
      const scale = scales.findLast((each) => each.outcomeId === outcomeId);
      if (!scale) return [];
      const reached = latestByVoice(sayings.filter(({ scaleId }) => scaleId === scale.id)).map((each) => {
        const isYours = each.supporterId !== null && each.supporterId === tx.actor.supporterId;
        return { id: each.id, rater: each.rater, who: each.raterName, sentence: sentenceOf(scale, each.attained), on: each.on, isYours, words: isYours ? each.words : null };
      });
      return [{ outcomeId, words, scaleId: scale.id, levels: levelsOf(scale), reached }];
    });
    return { residentId, name, notShared: null, goals };
  }

  async score(tx: Tx, input: ScoreGoalAsFamilyInput): Promise<FamilyGoalsType | Refused> {
    const outcome = await this.scales.held(tx, input.outcomeId);
    const person = await closeTo(tx, outcome.residentId);
    if (!person?.isShared || person.status === 'died') throw new NotFound('This outcome');
    return (await this.scales.add(tx, outcome, input, { rater: 'family', raterName: tx.actor.name })) ?? this.of(tx, outcome.residentId);
  }
}

/** The person in whose circle the supporter who asks is, and whether progress is shared with them; nobody otherwise. */
async function closeTo(tx: Tx, residentId: string): Promise<Close | null> {
  const [row] = await tx.em.query<Close[]>(
    `SELECT r.preferred_name AS name, r.status, app_may_see(r.home_id, r.id, 'progress') AS "isShared" FROM circle_member m JOIN resident r ON r.home_id = m.home_id AND r.id = m.resident_id
     WHERE m.home_id = $1 AND m.resident_id = $2 AND m.supporter_id = $3`, [tx.actor.homeId, residentId, tx.actor.supporterId]);
  return row ?? null;
}
