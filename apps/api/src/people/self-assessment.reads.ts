/** What the answers of a self-assessment lead to, and which of it somebody has taken already. */
import { whatItLeadsTo } from '@promenade/domain/people/self-assessment-leads';
import { type GivenAnswer, questionOf, sayQuestion, sayWhoAnswered } from '@promenade/domain/people/self-assessment';
import { v5 } from 'uuid';
import type { Tx } from '../db/db.ts';
import type { SelfAssessmentEntity } from './self-assessment.entities.ts';
import type { SuggestionType } from './self-assessment.graphql.ts';

/** Of these ids, those under which something stands in the person's record. */
export function whatWasTaken(tx: Tx, ids: readonly string[]): Promise<{ id: string }[]> {
  return tx.em.query(
    ['outcome', 'wish', 'life_fact', 'routine', 'preference_answer'].map((table) => `SELECT id FROM ${table} WHERE home_id = $1 AND id = ANY($2)`).join(' UNION ALL '),
    [tx.actor.homeId, ids],
  );
}

/** How each person joins in, as their support says now. */
export function stylesNow(tx: Tx, residentIds: readonly string[]): Promise<{ residentId: string; style: string | null }[]> {
  return tx.em.query(
    `SELECT DISTINCT ON (resident_id) resident_id AS "residentId", style FROM support_version WHERE home_id = $1 AND resident_id = ANY($2) ORDER BY resident_id, recorded_at DESC, id DESC`,
    [tx.actor.homeId, residentIds],
  );
}

/** Every suggestion, with the id that whatever it becomes will have: the same answers give the same ids. */
export function suggestionsOf(assessment: SelfAssessmentEntity, name: string, given: readonly GivenAnswer[]): Omit<SuggestionType, 'taken'>[] {
  const asked = (code: string) => {
    const question = questionOf(code);
    return question ? sayQuestion(question, name, assessment.answeredBy) : '';
  };
  return whatItLeadsTo(given, asked).map((lead) => ({
    id: v5(`${lead.code} ${lead.words}`, assessment.id), words: lead.words, why: `${sayWhoAnswered(name, assessment)}. ${lead.why}`,
    from: null, to: null, item: null, answer: null, barrier: null, style: null, ...lead.becomes,
  }));
}
