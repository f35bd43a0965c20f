/** Who is without an outcome, which outcomes nothing serves, and which daily tasks have turned: a few statements for a whole home. */
import { MEANINGFUL_LEVELS } from '@promenade/domain/day/attendance';
import { AHEAD_DAYS, type OutcomeAhead, type Serving, nothingPlanned } from '@promenade/domain/progress/nothing-planned';
import { type LivesHere, type Without, withoutOutcome } from '@promenade/domain/progress/without-outcome';
import { type Point, pointsOf } from '@promenade/domain/reablement/ladder';
import { type Going, goingOf } from '@promenade/domain/reablement/trend';
import { addDays, dayIn, instantAt } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { dueBetween } from '../people/recurrence.ts';
import type { CouldBePlannedType, IdleOutcomeType } from './progress.graphql.ts';

const HERE = `r.status NOT IN ('moved out', 'died')`;
/** Of those things somebody likes, so many are named. */
const MOST_LIKED = 3;
/** So far back a turn on the ladder looks. */
const TREND_DAYS = 56;

/** Everybody who lives here, each with how many outcomes go on; and of those the ones without any. */
export async function everybody(tx: Tx): Promise<{ livingHere: LivesHere[]; without: Without[] }> {
  const { homeId, zone } = tx.actor;
  const livingHere = await tx.em.query<LivesHere[]>(
    `SELECT r.id AS "residentId", r.preferred_name AS name, trim(s.given_name || ' ' || s.family_name) AS "namedWorker", to_char(r.moved_in, 'YYYY-MM-DD') AS "movedIn",
       to_char(r.recorded_at AT TIME ZONE $2, 'YYYY-MM-DD') AS "writtenDown", count(o.id) FILTER (WHERE o.ended_on IS NULL)::int AS live, to_char(max(o.ended_on), 'YYYY-MM-DD') AS "lastEnded"
     FROM resident r LEFT JOIN staff s ON s.home_id = r.home_id AND s.id = r.named_worker_id LEFT JOIN outcome o ON o.home_id = r.home_id AND o.resident_id = r.id
     WHERE r.home_id = $1 AND ${HERE} GROUP BY r.home_id, r.id, s.home_id, s.id ORDER BY r.preferred_name, r.id`, [homeId, zone]);
  return { livingHere, without: withoutOutcome(livingHere, dayIn(zone, tx.now)) };
}

// What serves an outcome, and when something of it happened last. Routines are counted by their days, outside.
const AHEAD = `
  WITH live AS MATERIALIZED (
    SELECT o.home_id, o.id, o.resident_id, o.words, o.comfort, o.recorded_at, r.preferred_name AS name FROM outcome o JOIN resident r ON r.home_id = o.home_id AND r.id = o.resident_id
    WHERE o.home_id = $1 AND o.ended_on IS NULL AND ${HERE}),
  serves AS MATERIALIZED (SELECT l.id AS outcome_id, l.resident_id, x.activity_id FROM live l JOIN outcome_activity x ON x.home_id = l.home_id AND x.outcome_id = l.id),
  things AS (
    SELECT v.outcome_id, 'session' AS kind, s.starts_at AS at FROM serves v JOIN session s ON s.home_id = $1 AND s.activity_id = v.activity_id AND s.status = 'planned' AND s.ends_at > $3 AND s.starts_at < $4
    JOIN booking b ON b.home_id = s.home_id AND b.session_id = s.id AND b.resident_id = v.resident_id
    WHERE NOT EXISTS (SELECT 1 FROM session_report n WHERE n.home_id = s.home_id AND n.session_id = s.id AND NOT n.ran)
    UNION ALL
    SELECT l.id, 'step', (p.by_date + time '12:00') AT TIME ZONE $2 FROM live l JOIN outcome_step p ON p.home_id = l.home_id AND p.outcome_id = l.id WHERE p.done_on IS NULL AND p.by_date IS NOT NULL
    UNION ALL
    SELECT t.outcome_id, 'task', coalesce((SELECT max(g.at) FROM assistance g WHERE g.home_id = t.home_id AND g.task_id = t.id), (t.started_on + time '12:00') AT TIME ZONE $2)
    FROM ladder_task t JOIN live l ON l.home_id = t.home_id AND l.id = t.outcome_id WHERE t.ended_on IS NULL),
  happened AS (
    SELECT v.outcome_id, s.starts_at AS at FROM serves v JOIN session s ON s.home_id = $1 AND s.activity_id = v.activity_id AND s.starts_at <= $3
    JOIN attendance a ON a.home_id = s.home_id AND a.session_id = s.id AND a.resident_id = v.resident_id AND a.level = ANY($5)
    WHERE NOT EXISTS (SELECT 1 FROM attendance c WHERE c.home_id = a.home_id AND c.corrects_id = a.id)
    UNION ALL
    SELECT v.outcome_id, (d.day + time '12:00') AT TIME ZONE $2 FROM serves v JOIN routine u ON u.home_id = $1 AND u.resident_id = v.resident_id AND u.activity_id = v.activity_id
    JOIN routine_day d ON d.home_id = u.home_id AND d.routine_id = u.id AND d.state = 'honoured'
    WHERE NOT EXISTS (SELECT 1 FROM routine_day c WHERE c.home_id = d.home_id AND c.corrects_id = d.id)
    UNION ALL
    SELECT t.outcome_id, g.at FROM ladder_task t JOIN live l ON l.home_id = t.home_id AND l.id = t.outcome_id JOIN assistance g ON g.home_id = t.home_id AND g.task_id = t.id
    UNION ALL
    SELECT p.outcome_id, (p.done_on + time '12:00') AT TIME ZONE $2 FROM outcome_step p JOIN live l ON l.home_id = p.home_id AND l.id = p.outcome_id WHERE p.done_on IS NOT NULL)
  SELECT l.id AS "outcomeId", l.resident_id AS "residentId", l.name, l.words, l.comfort, to_char(l.recorded_at AT TIME ZONE $2, 'YYYY-MM-DD') AS since,
    to_char((SELECT max(h.at) FROM happened h WHERE h.outcome_id = l.id) AT TIME ZONE $2, 'YYYY-MM-DD') AS "lastOn",
    coalesce((SELECT json_agg(json_build_object('kind', t.kind, 'day', to_char(t.at AT TIME ZONE $2, 'YYYY-MM-DD'))) FROM things t WHERE t.outcome_id = l.id), '[]') AS serving,
    coalesce((SELECT json_agg(u.id) FROM serves v JOIN routine u ON u.home_id = $1 AND u.resident_id = v.resident_id AND u.activity_id = v.activity_id WHERE v.outcome_id = l.id), '[]') AS "routineIds"
  FROM live l ORDER BY l.name, l.id`;

type AheadRow = OutcomeAhead & { readonly routineIds: readonly string[] };

/** Every outcome that goes on, with what serves it; and of those the ones that nothing serves in the two weeks to come. */
export async function outcomesAhead(tx: Tx): Promise<{ all: OutcomeAhead[]; idle: IdleOutcomeType[] }> {
  const { homeId, zone } = tx.actor;
  const today = dayIn(zone, tx.now);
  const rows = await tx.em.query<AheadRow[]>(AHEAD, [homeId, zone, tx.now, instantAt(zone, addDays(today, AHEAD_DAYS), 0), MEANINGFUL_LEVELS]);
  const due = await dueBetween(tx, homeId, today, addDays(today, AHEAD_DAYS - 1), [...new Set(rows.filter(({ routineIds }) => routineIds.length > 0).map(({ residentId }) => residentId))]);
  const all = rows.map(({ routineIds, serving, ...row }): OutcomeAhead => ({
    ...row, serving: [...serving, ...routineIds.flatMap((id) => (due.get(id) ?? []).map((day): Serving => ({ kind: 'routine', day })))],
  }));
  const idle = nothingPlanned(all, today);
  const could = await couldBePlanned(tx, idle.map(({ outcomeId }) => outcomeId));
  return { all, idle: idle.map((each): IdleOutcomeType => ({ ...each, could: could.get(each.outcomeId) ?? [] })) };
}

/** Activities that serve these outcomes; for one that none serves, what its person likes most. Those the home offers no longer are left away. */
async function couldBePlanned(tx: Tx, outcomeIds: readonly string[]): Promise<ReadonlyMap<string, CouldBePlannedType[]>> {
  const rows = outcomeIds.length === 0 ? [] : await tx.em.query<(CouldBePlannedType & { outcomeId: string })[]>(
    `SELECT x.outcome_id AS "outcomeId", a.id AS "activityId", a.name, a.picture, x.because, true AS serves FROM outcome_activity x
     JOIN activity a ON a.home_id = x.home_id AND a.id = x.activity_id AND a.retired_on IS NULL WHERE x.home_id = $1 AND x.outcome_id = ANY($2)
     UNION ALL
     SELECT o.id, l.activity_id, l.name, l.picture, l.because, false FROM outcome o, LATERAL (
       SELECT i.activity_id, a.name, a.picture, i.because FROM interest i JOIN activity a ON a.home_id = i.home_id AND a.id = i.activity_id AND a.retired_on IS NULL
       WHERE i.home_id = o.home_id AND i.resident_id = o.resident_id AND i.value > 0 ORDER BY i.value DESC, a.name LIMIT $3) l
     WHERE o.home_id = $1 AND o.id = ANY($2) AND NOT EXISTS (SELECT 1 FROM outcome_activity x WHERE x.home_id = o.home_id AND x.outcome_id = o.id)
     ORDER BY 6 DESC, 3`, [tx.actor.homeId, outcomeIds, MOST_LIKED]);
  return Map.groupBy(rows, ({ outcomeId }) => outcomeId);
}

export type Turned = { taskId: string; residentId: string; name: string; task: string; going: Going };

/** Which way every daily task has turned that goes on: those that take more help lately first, by name. */
export async function goingNow(tx: Tx): Promise<Turned[]> {
  const { homeId, zone } = tx.actor;
  const today = dayIn(zone, tx.now);
  const rows = await tx.em.query<(Omit<Turned, 'going'> & { taps: Point[] })[]>(
    `SELECT t.id AS "taskId", t.resident_id AS "residentId", r.preferred_name AS name, t.name AS task,
       coalesce((SELECT json_agg(json_build_object('day', to_char(g.at AT TIME ZONE $2, 'YYYY-MM-DD'), 'rung', g.rung) ORDER BY g.at, g.recorded_at, g.id) FROM assistance g
                 WHERE g.home_id = t.home_id AND g.task_id = t.id AND g.at >= $3), '[]') AS taps
     FROM ladder_task t JOIN resident r ON r.home_id = t.home_id AND r.id = t.resident_id WHERE t.home_id = $1 AND t.ended_on IS NULL AND ${HERE} ORDER BY r.preferred_name, t.name, t.id`,
    [homeId, zone, instantAt(zone, addDays(today, -TREND_DAYS), 0)]);
  const order: readonly Going[] = ['falling', 'rising', 'steady', 'too few to say'];
  return rows.map(({ taps, ...row }): Turned => ({ ...row, going: goingOf(pointsOf(taps), today) })).toSorted((a, b) => order.indexOf(a.going) - order.indexOf(b.going));
}

