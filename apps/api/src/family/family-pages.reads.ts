/** What the single pages of a family read beyond the start: reports of what did not run, photos, memories. Row security decides again. */
import type { NotRunReason } from '@promenade/domain/day/attendance';
import type { Tx } from '../db/db.ts';

export type NotRunRow = { sessionId: string; reason: NotRunReason | null; saidBy: string; saidAt: Date };

/** What was said last of sessions that did not run. */
export function notRunOf(tx: Tx, sessionIds: readonly string[]): Promise<NotRunRow[]> {
  if (sessionIds.length === 0) return Promise.resolve([]);
  return tx.em.query<NotRunRow[]>(
    `SELECT * FROM (SELECT DISTINCT ON (p.session_id) p.session_id AS "sessionId", p.ran, p.reason, p.recorded_by_name AS "saidBy", p.recorded_at AS "saidAt"
                    FROM session_report p WHERE p.home_id = $1 AND p.session_id = ANY($2) ORDER BY p.session_id, p.recorded_at DESC, p.id DESC) last WHERE NOT last.ran`,
    [tx.actor.homeId, sessionIds],
  );
}

export type PhotoRow = { id: string; sessionId: string; residentId: string; kind: string; words: string | null };

/**
 * Photos of sessions with these residents in them: only where photos are shared, the person agrees to photos today, and so
 * does everybody else in the picture. Those erased are not among them.
 */
export function photosOf(tx: Tx, residentIds: readonly string[], sessionIds: readonly string[]): Promise<PhotoRow[]> {
  if (residentIds.length === 0 || sessionIds.length === 0) return Promise.resolve([]);
  return tx.em.query<PhotoRow[]>(
    `SELECT m.id, s.session_id AS "sessionId", p.resident_id AS "residentId", m.kind, s.words
     FROM session_media s JOIN media m ON m.home_id = s.home_id AND m.id = s.media_id JOIN media_person p ON p.home_id = m.home_id AND p.media_id = m.id
     JOIN resident r ON r.home_id = p.home_id AND r.id = p.resident_id
     WHERE s.home_id = $1 AND s.session_id = ANY($2) AND p.resident_id = ANY($3) AND m.erased_at IS NULL AND r.photo_consent IN ('yes', 'conditional') AND cardinality(media_against(m.home_id, m.id)) = 0 ORDER BY s.recorded_at, s.id`,
    [tx.actor.homeId, sessionIds, residentIds],
  );
}

export type FactRow = { id: string; words: string; whenWords: string | null; toldBy: string; toldHow: string };

/** Memories of the life story, without what is sensitive: the database does not show that. */
export function factsOf(tx: Tx, residentId: string): Promise<FactRow[]> {
  return tx.em.query<FactRow[]>(
    `SELECT id, words, when_words AS "whenWords", told_by AS "toldBy", told_how AS "toldHow" FROM life_fact WHERE home_id = $1 AND resident_id = $2 AND NOT sensitive ORDER BY recorded_at DESC, id DESC LIMIT 300`,
    [tx.actor.homeId, residentId],
  );
}

/** Days on which somebody stopped sharing everything with the supporter who asks: whose it was is no longer theirs to see. */
export async function stoppedSharing(tx: Tx): Promise<Date[]> {
  const rows = await tx.em.query<{ at: Date }[]>(
    `SELECT max(c.withdrawn_at) AS at FROM sharing_consent c WHERE c.home_id = $1 AND c.supporter_id = $2 GROUP BY c.resident_id HAVING bool_and(c.withdrawn_at IS NOT NULL) ORDER BY 1 DESC`,
    [tx.actor.homeId, tx.actor.supporterId],
  );
  return rows.map(({ at }) => at);
}
