/** A mark for each part of each person's page, read as whoever asks: it differs when something in that part does. */
import type { Tx } from '../db/db.ts';

export type Mark = { readonly person: string; readonly part: string; readonly mark: string };

/** Parts that are not shared have no row. The marks themselves never leave the server. */
export function marksOf(tx: Tx): Promise<Mark[]> {
  return tx.em.query<Mark[]>(
    `WITH mine AS (SELECT home_id, resident_id FROM circle_member WHERE home_id = $1 AND supporter_id = $2),
     shared AS (SELECT c.resident_id, c.kind FROM sharing_consent c JOIN mine m ON m.home_id = c.home_id AND m.resident_id = c.resident_id WHERE c.supporter_id = $2 AND c.withdrawn_at IS NULL)
     SELECT s.resident_id AS person, s.kind AS part, CASE s.kind
       WHEN 'promises' THEN (SELECT concat_ws(' ', count(*), max(e.seq)) FROM promise p JOIN ledger_entry e ON e.home_id = p.home_id AND e.promise_id = p.id WHERE p.home_id = $1 AND p.resident_id = s.resident_id)
         || (SELECT concat_ws(' ', ' w', count(*), count(w.answered_at), max(w.id::text)) FROM wish w WHERE w.home_id = $1 AND w.resident_id = s.resident_id)
       WHEN 'plan' THEN (SELECT coalesce(md5(string_agg(concat_ws(' ', b.session_id, n.starts_at, n.status), ',' ORDER BY b.session_id)), '') FROM booking b JOIN session n ON n.home_id = b.home_id AND n.id = b.session_id WHERE b.home_id = $1 AND b.resident_id = s.resident_id AND n.ends_at >= $3)
         || (SELECT concat_ws(' ', ' t', count(*), max(t.told_at)) FROM telling t WHERE t.home_id = $1 AND t.resident_id = s.resident_id)
       WHEN 'attendance' THEN (SELECT concat_ws(' ', count(*), max(a.recorded_at)) FROM attendance a WHERE a.home_id = $1 AND a.resident_id = s.resident_id)
         || (SELECT concat_ws(' ', ' r', count(*), max(d.recorded_at)) FROM routine_day d WHERE d.home_id = $1 AND d.resident_id = s.resident_id)
       WHEN 'photos' THEN (SELECT concat_ws(' ', count(*), max(m.id::text)) FROM media m WHERE m.home_id = $1 AND m.resident_id = s.resident_id)
       WHEN 'life story' THEN (SELECT concat_ws(' ', count(*), max(f.recorded_at)) FROM life_fact f WHERE f.home_id = $1 AND f.resident_id = s.resident_id)
       ELSE (SELECT concat_ws(' ', count(*), max(g.recorded_at)) FROM assistance g WHERE g.home_id = $1 AND g.resident_id = s.resident_id)
     END AS mark
     FROM shared s
     UNION ALL
     SELECT a.resident_id, 'asks', concat_ws(' ', count(*), max(e.id::text)) FROM family_ask a JOIN family_ask_entry e ON e.home_id = a.home_id AND e.ask_id = a.id
     WHERE a.home_id = $1 AND a.supporter_id = $2 GROUP BY a.resident_id`,
    [tx.actor.homeId, tx.actor.supporterId, tx.now],
  );
}
