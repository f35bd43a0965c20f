/** Who knows whom: sessions that were published and ran, with the resident recorded as there and the member of staff in the session. */
import { TOGETHER_LEVELS } from '@promenade/domain/people/introductions';
import type { Tx } from '../db/db.ts';

export type Together = { residentId: string; staffId: string; times: number; lastAt: Date };

/**
 * How often residents and staff were together, in one statement. A session counts when it was not cancelled, has begun, was
 * not reported as not having run, and the latest word on the resident's attendance says that they were there.
 */
export function togetherOf(tx: Pick<Tx, 'em' | 'actor' | 'now'>, residentIds: readonly string[] | null): Promise<Together[]> {
  return tx.em.query<Together[]>(
    `SELECT t.resident_id AS "residentId", b.staff_id AS "staffId", count(DISTINCT s.id)::int AS times, max(s.starts_at) AS "lastAt"
     FROM attendance t
     JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id AND s.status = 'planned' AND s.starts_at <= $3
     JOIN booking b ON b.home_id = s.home_id AND b.session_id = s.id AND b.staff_id IS NOT NULL
     WHERE t.home_id = $1 AND ($2::uuid[] IS NULL OR t.resident_id = ANY($2)) AND t.level = ANY($4)
       AND NOT EXISTS (SELECT 1 FROM attendance n WHERE n.home_id = t.home_id AND n.corrects_id = t.id)
       AND coalesce((SELECT r.ran FROM session_report r WHERE r.home_id = s.home_id AND r.session_id = s.id ORDER BY r.recorded_at DESC, r.id DESC LIMIT 1), true)
     GROUP BY t.resident_id, b.staff_id`,
    [tx.actor.homeId, residentIds, tx.now, TOGETHER_LEVELS],
  );
}

export type StaffNamed = { id: string; name: string; agency: boolean; isHere: boolean };

/** Everyone on the staff as screens name them; those who left are told apart. */
export function staffNames(tx: Pick<Tx, 'em' | 'actor'>, today: string): Promise<StaffNamed[]> {
  return tx.em.query<StaffNamed[]>(
    `SELECT id, trim(given_name || ' ' || family_name) AS name, agency, (left_on IS NULL OR left_on > $2) AND care AS "isHere" FROM staff WHERE home_id = $1 ORDER BY given_name, family_name, id`,
    [tx.actor.homeId, today],
  );
}
