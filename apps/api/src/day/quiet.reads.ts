/** Who has had nothing meaningful for a while, in one statement; and what bears on what is possible for them. */
import { MEANINGFUL_LEVELS } from '@promenade/domain/day/attendance';
import { type QuietTime, isQuiet, quietTime, sayQuiet } from '@promenade/domain/day/quiet';
import { type Day, dayIn, instantAt } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import type { QuietPerson } from './day.graphql.ts';

// Each part is gathered once for the home, so that the statement stays quick whatever the planner knows of the tables.
const QUIET = `
  WITH happened AS (
    SELECT t.resident_id, s.starts_at AS at, a.name AS what FROM attendance t
    JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
    WHERE t.home_id = $1 AND t.level = ANY($2) AND s.starts_at >= $3::timestamptz - interval '1 year' AND s.starts_at < $4
      AND t.id NOT IN (SELECT c.corrects_id FROM attendance c WHERE c.home_id = $1 AND c.corrects_id IS NOT NULL)
    UNION ALL
    SELECT d.resident_id, (d.day + r.from_time::time) AT TIME ZONE $5, r.what FROM routine_day d
    JOIN routine r ON r.home_id = d.home_id AND r.id = d.routine_id
    WHERE d.home_id = $1 AND d.state = 'honoured' AND r.needs = 'session' AND d.day >= $3::timestamptz - interval '1 year'
      AND d.id NOT IN (SELECT c.corrects_id FROM routine_day c WHERE c.home_id = $1 AND c.corrects_id IS NOT NULL)),
  last AS MATERIALIZED (SELECT DISTINCT ON (resident_id) resident_id, at, what FROM happened WHERE at < $4 ORDER BY resident_id, at DESC, what),
  back AS MATERIALIZED (
    SELECT resident_id, max(on_date) AS day FROM resident_status_change
    WHERE home_id = $1 AND to_status = 'living here' AND recorded_at < $4 GROUP BY resident_id),
  planned AS MATERIALIZED (
    SELECT DISTINCT ON (b.resident_id) b.resident_id, a.name, s.starts_at, s.id FROM session s
    JOIN booking b ON b.home_id = s.home_id AND b.session_id = s.id AND b.resident_id IS NOT NULL JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
    WHERE s.home_id = $1 AND s.status = 'planned' AND s.starts_at >= $3 AND s.ends_at > $6 AND s.starts_at < $4
      AND NOT EXISTS (SELECT 1 FROM session_report n WHERE n.home_id = s.home_id AND n.session_id = s.id AND NOT n.ran)
    ORDER BY b.resident_id, s.starts_at)
  SELECT p.id AS "residentId", p.preferred_name AS name, p.room, greatest(p.moved_in, (p.recorded_at AT TIME ZONE $5)::date)::text AS "movedIn", back.day::text AS "backOn", last.at AS "lastAt", last.what AS "lastWhat",
    planned.name AS "plannedToday", planned.starts_at AS "plannedAt", planned.id AS "plannedSessionId"
  FROM resident p
  LEFT JOIN last ON last.resident_id = p.id LEFT JOIN back ON back.resident_id = p.id LEFT JOIN planned ON planned.resident_id = p.id
  WHERE p.home_id = $1 AND p.status = 'living here'
  ORDER BY p.preferred_name, p.id`;

/** A plain row of what is shown. */
export type QuietRow = { readonly [Field in keyof QuietPerson]: QuietPerson[Field] };

type Row = Omit<QuietPerson, 'days' | 'words'> & { movedIn: Day | null; backOn: Day | null; lastAt: Date | null };

/** Those who live here and are in, with nothing meaningful for longest first. Looks back a year. Of a day that has been it says what is planned on it; today what is still to come. */
export async function quietOn(tx: Tx, day: Day): Promise<QuietRow[]> {
  const { homeId, zone } = tx.actor;
  const [from, to] = [instantAt(zone, day, 0), instantAt(zone, day, 1440)];
  const rows = await tx.em.query<Row[]>(QUIET, [homeId, MEANINGFUL_LEVELS, from, to, zone, day === dayIn(zone, tx.now) ? tx.now : from]);
  return rows
    .map(({ movedIn, backOn, lastAt, ...rest }) => {
      const time: QuietTime = quietTime({ lastOn: lastAt && dayIn(zone, lastAt), movedIn, backOn }, day);
      return { ...rest, days: time.days, words: sayQuiet(time) };
    })
    .filter(({ days }) => isQuiet(days))
    .sort((a, b) => (b.days ?? Infinity) - (a.days ?? Infinity));
}

/** What somebody said no to today, or seems not to like as far as can be read of them: neither is suggested. */
export async function notWanted(tx: Tx, day: Day): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { homeId, zone } = tx.actor;
  const rows = await tx.em.query<{ residentId: string; activityIds: string[] }[]>(
    `SELECT resident_id AS "residentId", array_agg(DISTINCT activity_id) AS "activityIds" FROM (
       SELECT t.resident_id, s.activity_id FROM attendance t JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id
       WHERE t.home_id = $1 AND t.level = 'declined' AND s.starts_at >= $2 AND s.starts_at < $3 AND NOT EXISTS (SELECT 1 FROM attendance c WHERE c.home_id = t.home_id AND c.corrects_id = t.id)
       UNION ALL
       SELECT r.resident_id, r.activity_id FROM preference_reading r WHERE r.home_id = $1 AND r.likes = 'does not like it'
         AND NOT EXISTS (SELECT 1 FROM preference_reading n WHERE n.home_id = r.home_id AND n.resident_id = r.resident_id AND n.activity_id = r.activity_id AND n.recorded_at > r.recorded_at)) nos
     GROUP BY resident_id`,
    [homeId, instantAt(zone, day, 0), instantAt(zone, day, 1440)],
  );
  return new Map(rows.map(({ residentId, activityIds }) => [residentId, new Set(activityIds)]));
}

/** Why somebody would like something, by resident and activity. */
export async function becauseOf(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.em.query<{ residentId: string; activityId: string; because: string }[]>(
    `SELECT resident_id AS "residentId", activity_id AS "activityId", because FROM interest WHERE home_id = $1 AND because <> ''`, [tx.actor.homeId]);
  return new Map(rows.map(({ residentId, activityId, because }) => [`${residentId} ${activityId}`, because]));
}

/** Activities for which something they take is missing. */
export async function withoutKit(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.em.query<{ id: string }[]>(
    `WITH kit AS (SELECT DISTINCT ON (item) item, missing FROM kit_word WHERE home_id = $1 ORDER BY item, recorded_at DESC, id DESC)
     SELECT a.id FROM activity a WHERE a.home_id = $1 AND EXISTS (SELECT 1 FROM unnest(a.equipment) piece JOIN kit ON kit.missing AND kit.item = lower(btrim(piece)))`, [tx.actor.homeId]);
  return new Set(rows.map(({ id }) => id));
}
