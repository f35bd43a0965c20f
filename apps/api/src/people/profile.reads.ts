/** How far each record has come, and what of it fits into a glance. */
import type { Tx } from '../db/db.ts';

type Counted = { residentId: string; importantSaid: boolean; supportVersions: number; factThemes: string[]; routineCount: number; outcomeCount: number };

/** How far each record has come; one statement for any number of people. */
export function profilesSoFar(tx: Tx, residentIds: readonly string[]): Promise<Counted[]> {
  return tx.em.query(
    `SELECT r.id AS "residentId",
            coalesce((SELECT s.text IS NOT NULL OR s.media_id IS NOT NULL FROM about_me_statement s JOIN about_me_entry e ON e.home_id = s.home_id AND e.id = s.entry_id
               WHERE s.home_id = r.home_id AND s.resident_id = r.id AND s.heading = 'important' ORDER BY e.written_at DESC, s.id DESC LIMIT 1), false) AS "importantSaid",
            (SELECT count(*)::int FROM support_version v WHERE v.home_id = r.home_id AND v.resident_id = r.id) AS "supportVersions",
            coalesce((SELECT array_agg(f.theme) FROM life_fact f WHERE f.home_id = r.home_id AND f.resident_id = r.id), '{}') AS "factThemes",
            (SELECT count(*)::int FROM routine t WHERE t.home_id = r.home_id AND t.resident_id = r.id AND t.ended_on IS NULL) AS "routineCount",
            (SELECT count(*)::int FROM outcome o WHERE o.home_id = r.home_id AND o.resident_id = r.id AND o.ended_on IS NULL) AS "outcomeCount"
     FROM resident r WHERE r.home_id = $1 AND r.id = ANY($2)`,
    [tx.actor.homeId, residentIds],
  );
}

export type InShort = { residentId: string; heading: string; text: string };

/** What stands under two headings of About Me, for a glance; what is sensitive is left out. */
export function inShort(tx: Tx, residentIds: readonly string[]): Promise<InShort[]> {
  return tx.em.query(
    `SELECT * FROM (
       SELECT DISTINCT ON (s.resident_id, s.heading) s.resident_id AS "residentId", s.heading, s.text, s.sensitive
       FROM about_me_statement s JOIN about_me_entry e ON e.home_id = s.home_id AND e.id = s.entry_id
       WHERE s.home_id = $1 AND s.resident_id = ANY($2) AND s.heading IN ('important', 'please') ORDER BY s.resident_id, s.heading, e.written_at DESC, s.id DESC) latest
     WHERE text IS NOT NULL AND NOT sensitive`,
    [tx.actor.homeId, residentIds],
  );
}
