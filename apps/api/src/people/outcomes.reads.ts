/** Outcomes with their steps, activities and reviews; and who in the home has none, or one to be looked at. */
import { reviewDueOn, sayOutcomeDue } from '@promenade/domain/people/outcome';
import { dayIn } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import type { OutcomeToLookAtType, OutcomesOfPersonType } from './outcomes.graphql.ts';
import { OutcomeEntity, ResidentEntity } from './people.entities.ts';
import { OutcomeReviewEntity, OutcomeStepEntity } from './support.entities.ts';

type Serving = { outcomeId: string; activityId: string; name: string; because: string };

export async function outcomesOf(tx: Tx, residentId: string): Promise<OutcomesOfPersonType> {
  const where = { homeId: tx.actor.homeId, residentId };
  const resident = await tx.em.findOneBy(ResidentEntity, { homeId: tx.actor.homeId, id: residentId });
  if (!resident) throw new NotFound('This person');
  const today = dayIn(tx.actor.zone, tx.now);
  const rows = await tx.em.find(OutcomeEntity, { where, order: { recordedAt: 'ASC', id: 'ASC' } });
  const steps = await tx.em.find(OutcomeStepEntity, { where, order: { recordedAt: 'ASC', id: 'ASC' } });
  const reviews = await tx.em.find(OutcomeReviewEntity, { where, order: { recordedAt: 'DESC', id: 'DESC' } });
  const serving = await tx.em.query<Serving[]>(
    `SELECT l.outcome_id AS "outcomeId", l.activity_id AS "activityId", a.name, l.because FROM outcome_activity l
     JOIN outcome o ON o.home_id = l.home_id AND o.id = l.outcome_id JOIN activity a ON a.home_id = l.home_id AND a.id = l.activity_id
     WHERE l.home_id = $1 AND o.resident_id = $2 ORDER BY a.name`, [tx.actor.homeId, residentId]);
  const own = <Row extends { outcomeId: string }>(all: readonly Row[], id: string) => all.filter(({ outcomeId }) => outcomeId === id);
  const outcomes = rows.map(({ id, words, why, measure, byDate, endedOn, importance = null, reviewOn = null, whoHelps = null, comfort = false, recordedAt }) => {
    const due = reviewDueOn({ reviewOn, since: dayIn(tx.actor.zone, recordedAt) });
    return {
      id, words, why, measure, byDate, endedOn, importance, whoHelps, comfort, since: recordedAt, reviewDueOn: due, isReviewDue: endedOn === null && due <= today,
      steps: own(steps, id), activities: own(serving, id), reviews: own(reviews, id),
    };
  }).toSorted((a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null) || (b.importance ?? 0) - (a.importance ?? 0));
  return { residentId, name: resident.preferredName, outcomes };
}

type Due = { residentId: string; name: string; namedWorker: string | null; movedIn: string | null; lastEnded: string | null; open: { words: string; reviewOn: string | null; since: string }[] };

/** Everyone living here who has no outcome, or one whose look is due; whoever waited longest first. In one statement. */
export async function outcomesToLookAt(tx: Tx): Promise<OutcomeToLookAtType[]> {
  const today = dayIn(tx.actor.zone, tx.now);
  const rows = await tx.em.query<Due[]>(
    `SELECT r.id AS "residentId", r.preferred_name AS name, to_char(r.moved_in, 'YYYY-MM-DD') AS "movedIn",
            (SELECT trim(s.given_name || ' ' || s.family_name) FROM staff s WHERE s.home_id = r.home_id AND s.id = r.named_worker_id) AS "namedWorker",
            (SELECT to_char(max(o.ended_on), 'YYYY-MM-DD') FROM outcome o WHERE o.home_id = r.home_id AND o.resident_id = r.id) AS "lastEnded",
            coalesce((SELECT json_agg(json_build_object('words', o.words, 'reviewOn', to_char(o.review_on, 'YYYY-MM-DD'), 'since', to_char(o.recorded_at AT TIME ZONE $2, 'YYYY-MM-DD')))
                      FROM outcome o WHERE o.home_id = r.home_id AND o.resident_id = r.id AND o.ended_on IS NULL), '[]') AS open
     FROM resident r WHERE r.home_id = $1 AND r.status NOT IN ('moved out', 'died')`, [tx.actor.homeId, tx.actor.zone]);
  return rows.flatMap(({ residentId, name, namedWorker, movedIn, lastEnded, open }): OutcomeToLookAtType[] => {
    if (open.length === 0) {
      const since = lastEnded ?? movedIn;
      return [{ residentId, name, kind: 'none', words: sayOutcomeDue(name, { kind: 'none', since }), since, namedWorker }];
    }
    return open.map((each) => ({ ...each, on: reviewDueOn(each) })).filter(({ on }) => on <= today)
      .map(({ words, on }) => ({ residentId, name, kind: 'review', words: sayOutcomeDue(name, { kind: 'review', words, on }), since: on, namedWorker }));
  }).toSorted((a, b) => (a.since ?? '').localeCompare(b.since ?? '') || a.name.localeCompare(b.name));
}
