/** What a person's page reads across modules, each in one statement; nothing here changes anything. */
import type { RecordSoFar } from '@promenade/domain/people/missing';
import { sayBecause } from '@promenade/domain/people/life-story';
import { addDays, clockIn, dayIn, instantAt } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { dueBetween } from './recurrence.ts';
import type { ComingTodayType, InCircleType, LifeFactUseType } from './people.graphql.ts';

/** What came of life facts: routines, interests, wishes, promises, outcomes, topics to avoid, and the next session of what they speak for. */
export function usesOfFacts(tx: Tx, factIds: readonly string[]): Promise<(LifeFactUseType & { lifeFactId: string })[]> {
  return tx.em.query(
    `SELECT life_fact_id AS "lifeFactId", 'routine' AS kind, what AS words FROM routine WHERE home_id = $1 AND life_fact_id = ANY($2) AND (ended_on IS NULL OR ended_on > $3)
     UNION ALL
     SELECT i.life_fact_id, 'interest', a.name FROM interest i JOIN activity a ON a.home_id = i.home_id AND a.id = i.activity_id
       WHERE i.home_id = $1 AND i.life_fact_id = ANY($2)
     UNION ALL
     SELECT life_fact_id, 'wish', words FROM wish WHERE home_id = $1 AND life_fact_id = ANY($2)
     UNION ALL
     SELECT life_fact_id, 'promise', words FROM promise WHERE home_id = $1 AND life_fact_id = ANY($2) AND wish_id IS NULL
     UNION ALL
     SELECT l.life_fact_id, 'outcome', o.words FROM outcome_fact l JOIN outcome o ON o.home_id = l.home_id AND o.id = l.outcome_id
       WHERE l.home_id = $1 AND l.life_fact_id = ANY($2) AND (o.ended_on IS NULL OR o.ended_on > $3)
     UNION ALL
     SELECT life_fact_id, 'topic', words FROM topic_to_avoid WHERE home_id = $1 AND life_fact_id = ANY($2) AND ended_at IS NULL
     UNION ALL
     (SELECT DISTINCT ON (f.life_fact_id, f.activity_id) f.life_fact_id, 'session', a.name || ', ' || to_char(s.starts_at AT TIME ZONE $5, 'FMDay FMDD FMMonth')
      FROM (SELECT home_id, resident_id, life_fact_id, activity_id FROM interest UNION SELECT home_id, resident_id, life_fact_id, activity_id FROM routine WHERE ended_on IS NULL OR ended_on > $3) f
      JOIN booking b ON b.home_id = f.home_id AND b.resident_id = f.resident_id
      JOIN session s ON s.home_id = b.home_id AND s.id = b.session_id AND s.activity_id = f.activity_id
      JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
      WHERE f.home_id = $1 AND f.life_fact_id = ANY($2) AND s.status = 'planned' AND s.starts_at > $4 ORDER BY f.life_fact_id, f.activity_id, s.starts_at)
     ORDER BY 2, 3`,
    [tx.actor.homeId, factIds, dayIn(tx.actor.zone, tx.now), tx.now, tx.actor.zone],
  );
}

/** Everyone round a resident from outside, with what they may see. */
export function circlesOf(tx: Tx, residentIds: readonly string[]): Promise<(InCircleType & { residentId: string })[]> {
  return tx.em.query(
    `SELECT m.resident_id AS "residentId", s.id AS "supporterId", s.name, m.relation,
            coalesce((SELECT array_agg(c.kind ORDER BY c.kind) FROM sharing_consent c
                      WHERE c.home_id = m.home_id AND c.resident_id = m.resident_id AND c.supporter_id = m.supporter_id AND c.withdrawn_at IS NULL), '{}') AS sees
     FROM circle_member m JOIN supporter s ON s.home_id = m.home_id AND s.id = m.supporter_id
     WHERE m.home_id = $1 AND m.resident_id = ANY($2) ORDER BY s.name`,
    [tx.actor.homeId, residentIds],
  );
}

export type CountedRecord = Omit<RecordSoFar, 'name' | 'namedWorkerId' | 'born' | 'room' | 'riskOut' | 'photoConsent'> & { residentId: string };

/** How much is known of each resident, for saying what is missing. */
export function countRecords(tx: Tx, residentIds: readonly string[]): Promise<CountedRecord[]> {
  return tx.em.query(
    `SELECT r.id AS "residentId",
            (SELECT count(*)::int FROM circle_member m WHERE m.home_id = r.home_id AND m.resident_id = r.id)
              + (SELECT count(*)::int FROM stand_in i WHERE i.home_id = r.home_id AND i.resident_id = r.id AND i.ended_at IS NULL) AS "circleCount",
            (SELECT count(*)::int FROM outcome o WHERE o.home_id = r.home_id AND o.resident_id = r.id AND o.ended_on IS NULL) AS "outcomeCount",
            (SELECT count(*)::int FROM routine t WHERE t.home_id = r.home_id AND t.resident_id = r.id AND (t.ended_on IS NULL OR t.ended_on > $3)) AS "routineCount",
            (SELECT count(*)::int FROM authority a WHERE a.home_id = r.home_id AND a.resident_id = r.id AND a.superseded_at IS NULL AND a.kind IN ('attorney', 'deputy') AND a.document_seen IS NULL) AS "unseenAuthorityCount",
            (SELECT count(*)::int FROM life_fact f WHERE f.home_id = r.home_id AND f.resident_id = r.id) AS "factCount",
            (SELECT count(*)::int FROM life_fact f WHERE f.home_id = r.home_id AND f.resident_id = r.id AND NOT f.sensitive
               AND NOT EXISTS (SELECT 1 FROM routine t WHERE t.home_id = f.home_id AND t.life_fact_id = f.id AND (t.ended_on IS NULL OR t.ended_on > $3))
               AND NOT EXISTS (SELECT 1 FROM interest i WHERE i.home_id = f.home_id AND i.life_fact_id = f.id)
               AND NOT EXISTS (SELECT 1 FROM outcome_fact l WHERE l.home_id = f.home_id AND l.life_fact_id = f.id)
               AND NOT EXISTS (SELECT 1 FROM topic_to_avoid a WHERE a.home_id = f.home_id AND a.life_fact_id = f.id AND a.ended_at IS NULL)
               AND NOT EXISTS (SELECT 1 FROM wish w WHERE w.home_id = f.home_id AND w.life_fact_id = f.id)
               AND NOT EXISTS (SELECT 1 FROM promise p WHERE p.home_id = f.home_id AND p.life_fact_id = f.id)) AS "unusedFactCount"
     FROM resident r WHERE r.home_id = $1 AND r.id = ANY($2)`,
    [tx.actor.homeId, residentIds, dayIn(tx.actor.zone, tx.now)],
  );
}

type TodayRow = { residentId: string; kind: 'session' | 'routine'; words: string; startsAt: Date | null; endsAt: Date | null; fromTime: string | null; toTime: string | null; why: string | null };

/** Sessions people are booked for today and the routines that are due today, in the order of the clock. */
export async function comingToday(tx: Tx, residentIds: readonly string[]): Promise<(ComingTodayType & { residentId: string })[]> {
  const { zone, homeId } = tx.actor;
  const today = dayIn(zone, tx.now);
  const rows: TodayRow[] = await tx.em.query(
    `SELECT b.resident_id AS "residentId", 'session' AS kind, a.name AS words, s.starts_at AS "startsAt", s.ends_at AS "endsAt", NULL AS "fromTime", NULL AS "toTime", NULL AS why
     FROM booking b JOIN session s ON s.home_id = b.home_id AND s.id = b.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
     WHERE b.home_id = $1 AND b.resident_id = ANY($2) AND s.status = 'planned' AND s.starts_at >= $3 AND s.starts_at < $4
     UNION ALL
     SELECT resident_id, 'routine', what, NULL, NULL, from_time, to_time, why FROM routine
     WHERE home_id = $1 AND resident_id = ANY($2) AND id = ANY($5)`,
    [homeId, residentIds, instantAt(zone, today, 0), instantAt(zone, addDays(today, 1), 0), [...(await dueBetween(tx, homeId, today, today, residentIds)).keys()]],
  );
  return rows.map((row) => ({
    residentId: row.residentId, kind: row.kind, words: row.words,
    from: row.startsAt ? clockIn(zone, row.startsAt) : (row.fromTime ?? ''), to: row.endsAt ? clockIn(zone, row.endsAt) : (row.toTime ?? ''),
    because: row.why ? sayBecause(row.why) : null,
  })).toSorted((a, b) => a.from.localeCompare(b.from));
}
