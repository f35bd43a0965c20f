/** What makes an activity worth more to somebody than their interests say: an outcome it serves, and wish-minutes they chose to spend on it. */
import type { SystemTx, Tx } from '../db/db.ts';

export type Serving = { readonly residentId: string; readonly activityId: string; readonly importance: number | null; readonly words: string };
export type Chosen = { readonly residentId: string; readonly activityId: string; readonly say: string };

/** Activities that serve outcomes which have not ended. */
export function servingOutcomes({ em }: Pick<Tx | SystemTx, 'em'>, homeId: string): Promise<Serving[]> {
  return em.query<Serving[]>(
    `SELECT o.resident_id AS "residentId", l.activity_id AS "activityId", o.importance, o.words FROM outcome_activity l JOIN outcome o ON o.home_id = l.home_id AND o.id = l.outcome_id
     WHERE l.home_id = $1 AND o.ended_on IS NULL ORDER BY o.importance DESC NULLS LAST, o.id, l.activity_id`, [homeId]);
}

/** What people chose last to spend wish-minutes on, until they have had it: watching or not being there leaves the wish standing. */
export function chosenWithWishMinutes({ em }: Pick<Tx | SystemTx, 'em'>, homeId: string): Promise<Chosen[]> {
  return em.query<Chosen[]>(
    `SELECT DISTINCT ON (w.resident_id, w.activity_id) w.resident_id AS "residentId", w.activity_id AS "activityId", w.say FROM wish_minute w
     WHERE w.home_id = $1 AND w.kind = 'spent' AND w.activity_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM attendance t JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id
         WHERE t.home_id = w.home_id AND t.resident_id = w.resident_id AND s.activity_id = w.activity_id AND s.starts_at >= w.recorded_at AND t.level IN ('took part', 'joined in a little')
           AND NOT EXISTS (SELECT 1 FROM attendance c WHERE c.home_id = t.home_id AND c.corrects_id = t.id))
     ORDER BY w.resident_id, w.activity_id, w.recorded_at DESC, w.id DESC`, [homeId]);
}
