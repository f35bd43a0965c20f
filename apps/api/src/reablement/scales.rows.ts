/** Rows of goal levels and beliefs as the rules read them. */
import type { Belief } from '@promenade/domain/reablement/confidence';
import type { Saying } from '@promenade/domain/reablement/goal-raters';
import type { Attainment } from '@promenade/domain/reablement/attainment';
import type { GoalScaleEntity, GoalScoreEntity, OutcomeBeliefEntity } from './scales.entities.ts';

/** The five sentences, from −2 to +2. */
export function levelsOf({ muchLess, less, expected, better, muchBetter }: GoalScaleEntity): string[] {
  return [muchLess, less, expected, better, muchBetter];
}

/** The sentence of a level. */
export function sentenceOf(scale: GoalScaleEntity | undefined, attained: number): string {
  return (scale && levelsOf(scale)[attained + 2]) ?? '';
}

export type SayingRow = Saying & Pick<GoalScoreEntity, 'outcomeId' | 'scaleId' | 'recordedByName' | 'recordedAt'>;

export function sayingOf({ id, outcomeId, scaleId, rater, raterName, attained, scoredOn, words, correctsId, supporterId, recordedByName, recordedAt }: GoalScoreEntity): SayingRow {
  return { id, outcomeId, scaleId, rater, raterName, attained: attained as Attainment, on: scoredOn, words, correctsId, supporterId, recordedByName, recordedAt };
}

export function beliefOf({ id, askedOn, importance, confidence }: OutcomeBeliefEntity): Belief {
  return { id, importance, confidence, on: askedOn };
}
