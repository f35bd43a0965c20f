/** What reviews fall due from, gathered for some people or for everybody: one statement for each kind of record, however many people. */
import type { Answered, Facts } from '@promenade/domain/episodes/review-due';
import { reviewDueOn } from '@promenade/domain/people/outcome';
import { type Day, addDays, dayIn, instantAt } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { latestPhases } from '../people/phase.reads.ts';

export type Whose = { id: string; name: string; status: string; namedWorkerId: string | null; namedWorker: string | null; lastReviewOn: Day | null };
export type DueFacts = { readonly whose: Whose; readonly facts: Facts; readonly answered: Answered };

/** Where somebody has never been reviewed, causes are looked for this far back: what happened before was before anybody reviewed. */
const HALF_A_YEAR = 182;
/** Taps so long before the last review still tell how it went since. */
const RUN_UP = 63;

type Own = { residentId: string };

/** `residentIds` null is everybody who has not moved out or died. */
export async function dueFacts(tx: Tx, residentIds: readonly string[] | null): Promise<DueFacts[]> {
  const { homeId, zone } = tx.actor;
  const today = dayIn(zone, tx.now);
  const whose = await tx.em.query<Whose[]>(
    `SELECT r.id, r.preferred_name AS name, r.status, r.named_worker_id AS "namedWorkerId", trim(s.given_name || ' ' || s.family_name) AS "namedWorker",
       (SELECT to_char(max(v.held_on), 'YYYY-MM-DD') FROM review v WHERE v.home_id = r.home_id AND v.resident_id = r.id) AS "lastReviewOn"
     FROM resident r LEFT JOIN staff s ON s.home_id = r.home_id AND s.id = r.named_worker_id
     WHERE r.home_id = $1 AND r.status NOT IN ('moved out', 'died') AND ($2::uuid[] IS NULL OR r.id = ANY($2)) ORDER BY r.preferred_name, r.id`, [homeId, residentIds]);
  const ids = whose.map(({ id }) => id);
  if (ids.length === 0) return [];
  const from = addDays(whose.map(({ lastReviewOn }) => lastReviewOn ?? addDays(today, -HALF_A_YEAR)).toSorted()[0] ?? today, -RUN_UP);
  const ask = <Row extends Own>(sql: string, more: unknown[] = []) => tx.em.query<Row[]>(sql, [homeId, ids, ...more]).then((rows) => Map.groupBy(rows, ({ residentId }) => residentId));
  const outcomes = await ask<Own & { id: string; words: string; since: Day; reviewOn: Day | null }>(
    `SELECT resident_id AS "residentId", id, words, to_char(recorded_at AT TIME ZONE $3, 'YYYY-MM-DD') AS since, to_char(review_on, 'YYYY-MM-DD') AS "reviewOn" FROM outcome WHERE home_id = $1 AND resident_id = ANY($2) AND ended_on IS NULL ORDER BY recorded_at, id`, [zone]);
  const scores = await ask<Own & { id: string; outcomeId: string; day: Day; attained: number; baseline: number }>(
    `SELECT g.resident_id AS "residentId", g.id, g.outcome_id AS "outcomeId", to_char(g.scored_on, 'YYYY-MM-DD') AS day, g.attained, s.baseline FROM goal_score g JOIN goal_scale s ON s.home_id = g.home_id AND s.id = g.scale_id
     WHERE g.home_id = $1 AND g.resident_id = ANY($2) AND g.rater IN ('person', 'staff') AND NOT EXISTS (SELECT 1 FROM goal_score c WHERE c.home_id = g.home_id AND c.corrects_id = g.id) ORDER BY g.scored_on, g.recorded_at, g.id`);
  const looks = await ask<Own & { id: string; outcomeId: string; day: Day; result: string }>(
    `SELECT v.resident_id AS "residentId", v.id, v.outcome_id AS "outcomeId", to_char(v.recorded_at AT TIME ZONE $3, 'YYYY-MM-DD') AS day, v.result FROM outcome_review v JOIN outcome o ON o.home_id = v.home_id AND o.id = v.outcome_id
     WHERE v.home_id = $1 AND v.resident_id = ANY($2) AND o.ended_on IS NULL ORDER BY v.recorded_at, v.id`, [zone]);
  const tasks = await ask<Own & { id: string; name: string; startedOn: Day; startRung: number; hopedRung: number }>(
    `SELECT resident_id AS "residentId", id, name, to_char(started_on, 'YYYY-MM-DD') AS "startedOn", start_rung AS "startRung", hoped_rung AS "hopedRung" FROM ladder_task WHERE home_id = $1 AND resident_id = ANY($2) AND ended_on IS NULL ORDER BY name, id`);
  const taps = await ask<Own & { taskId: string; day: Day; rung: number }>(
    `SELECT DISTINCT ON (task_id, (at AT TIME ZONE $3)::date) resident_id AS "residentId", task_id AS "taskId", to_char(at AT TIME ZONE $3, 'YYYY-MM-DD') AS day, rung FROM assistance
     WHERE home_id = $1 AND resident_id = ANY($2) AND at >= $4 ORDER BY task_id, (at AT TIME ZONE $3)::date, at DESC, recorded_at DESC, id DESC`, [zone, instantAt(zone, from, 0)]);
  const promises = await ask<Own & { id: string; words: string; misses: number; day: Day; standingId: string | null; state: string }>(
    `SELECT resident_id AS "residentId", id, words, misses, to_char(least(due_on, $3::date), 'YYYY-MM-DD') AS day, standing_id AS "standingId", state FROM promise
     WHERE home_id = $1 AND resident_id = ANY($2) AND NOT paused AND state NOT IN ('released', 'closed') AND due_on >= $4
       AND CASE WHEN standing_id IS NULL THEN misses >= 3 ELSE due_on < $3::date END ORDER BY due_on, id`, [today, from]);
  const attended = await ask<Own & { id: string; day: Day; missed: boolean }>(
    `SELECT * FROM (SELECT DISTINCT ON (a.session_id, a.resident_id) a.resident_id AS "residentId", a.id, to_char(s.starts_at AT TIME ZONE $3, 'YYYY-MM-DD') AS day, a.level IN ('declined', 'not offered') AS missed, s.starts_at AS at FROM attendance a
       JOIN session s ON s.home_id = a.home_id AND s.id = a.session_id WHERE a.home_id = $1 AND a.resident_id = ANY($2) AND s.starts_at >= $4 AND NOT s.apart ORDER BY a.session_id, a.resident_id, a.recorded_at DESC, a.id DESC) said ORDER BY at, id`, [zone, instantAt(zone, from, 0)]);
  const changes = await ask<Own & { id: string; of: 'life change' | 'fall'; kind: string; day: Day; words: string | null }>(
    `SELECT c.resident_id AS "residentId", c.id, 'life change' AS of, c.kind, to_char(c.on_day, 'YYYY-MM-DD') AS day, c.words FROM life_change c
     WHERE c.home_id = $1 AND c.resident_id = ANY($2) AND c.kind <> 'not meant' AND c.on_day >= $4 AND NOT EXISTS (SELECT 1 FROM life_change u WHERE u.home_id = c.home_id AND u.undoes_id = c.id)
     UNION ALL SELECT f.resident_id, f.id, 'fall', 'fall', to_char(f.at AT TIME ZONE $3, 'YYYY-MM-DD'), f.words FROM fall f
     WHERE f.home_id = $1 AND f.resident_id = ANY($2) AND f.hurt <> 'not a fall after all' AND (f.at AT TIME ZONE $3)::date >= $4 AND NOT EXISTS (SELECT 1 FROM fall u WHERE u.home_id = f.home_id AND u.corrects_id = f.id) ORDER BY day, id`, [zone, from]);
  const back = await ask<Own & { id: string; day: Day }>(
    `SELECT resident_id AS "residentId", id, to_char(on_date, 'YYYY-MM-DD') AS day FROM resident_status_change WHERE home_id = $1 AND resident_id = ANY($2) AND from_status = 'in hospital' AND to_status = 'living here' AND on_date >= $3 ORDER BY on_date, id`, [from]);
  const episodes = await ask<Own & { id: string; beganOn: Day; firstReviewOn: Day; hopedEndOn: Day | null }>(
    `SELECT e.resident_id AS "residentId", e.id, to_char(e.began_on, 'YYYY-MM-DD') AS "beganOn", to_char(e.first_review_on, 'YYYY-MM-DD') AS "firstReviewOn",
       to_char(coalesce((SELECT v.hoped_end_on FROM review v WHERE v.home_id = e.home_id AND v.episode_id = e.id AND v.hoped_end_on IS NOT NULL ORDER BY v.recorded_at DESC, v.id DESC LIMIT 1), e.hoped_end_on), 'YYYY-MM-DD') AS "hopedEndOn"
     FROM episode e WHERE e.home_id = $1 AND e.resident_id = ANY($2) AND NOT EXISTS (SELECT 1 FROM episode_end n WHERE n.home_id = e.home_id AND n.episode_id = e.id)`);
  const reviews = await ask<Own & { id: string; heldOn: Day; nextOn: Day | null }>(
    `SELECT DISTINCT ON (resident_id) resident_id AS "residentId", id, to_char(held_on, 'YYYY-MM-DD') AS "heldOn", to_char(next_on, 'YYYY-MM-DD') AS "nextOn" FROM review WHERE home_id = $1 AND resident_id = ANY($2) ORDER BY resident_id, held_on DESC, recorded_at DESC, id DESC`);
  const answers = await ask<Own & { key: string; heldOn: Day }>(
    `SELECT a.resident_id AS "residentId", a.key, to_char(v.held_on, 'YYYY-MM-DD') AS "heldOn" FROM review_answer a JOIN review v ON v.home_id = a.home_id AND v.id = a.review_id WHERE a.home_id = $1 AND a.resident_id = ANY($2) ORDER BY v.held_on`);
  const phases = await latestPhases(tx, ids);
  return whose.map((each): DueFacts => {
    const { id, name, lastReviewOn } = each;
    const own = <Row>(rows: ReadonlyMap<string, readonly Row[]>) => rows.get(id) ?? [];
    const episode = own(episodes)[0] ?? null;
    const next = own(reviews)[0];
    // Causes from before the first review anybody held here are looked for half a year back, and no further.
    const since = lastReviewOn === null ? addDays(today, -HALF_A_YEAR) : addDays(lastReviewOn, -RUN_UP);
    const lately = <Row extends { day: Day }>(rows: readonly Row[]) => rows.filter(({ day }) => day >= since);
    // A sitting answers every miss up to its day: runs of them are counted anew after it.
    const afterLast = <Row extends { day: Day }>(rows: readonly Row[]) => lately(rows).filter(({ day }) => lastReviewOn === null || day > lastReviewOn);
    const days = Map.groupBy(afterLast(own(promises)).filter(({ standingId }) => standingId !== null), ({ standingId }) => standingId ?? '');
    return {
      whose: each, answered: new Map(own(answers).map(({ key, heldOn }) => [key, heldOn])),
      facts: {
        name, phase: phases.get(id)?.phase ?? null,
        outcomes: own(outcomes).map((outcome) => ({ id: outcome.id, words: outcome.words, dueOn: reviewDueOn(outcome), scores: own(scores).filter(({ outcomeId }) => outcomeId === outcome.id), reviews: own(looks).filter(({ outcomeId }) => outcomeId === outcome.id) })),
        tasks: own(tasks).map((task) => ({ ...task, points: lately(own(taps)).filter(({ taskId }) => taskId === task.id) })),
        promises: lately(own(promises)).filter(({ standingId }) => standingId === null),
        standing: [...days].map(([standingId, rows]) => ({ id: standingId, words: rows.at(-1)?.words ?? '', days: rows.map((row) => ({ id: row.id, day: row.day, missed: row.state !== 'kept' && row.state !== 'partly kept' })) })),
        attendances: afterLast(own(attended)), changes: lately(own(changes)), backFromHospital: lately(own(back)), episode,
        nextReview: next?.nextOn ? { id: next.id, day: next.nextOn } : null,
        lastReviewOn: next && (episode === null || next.heldOn >= episode.beganOn) ? next.heldOn : null,
      },
    };
  });
}
