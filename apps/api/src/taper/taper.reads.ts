/** What the day's records say of support: what was meant, what really happened and why the rest did not, for any number of people in five statements. */
import type { AttendanceLevel } from '@promenade/domain/promises/happened';
import { type Day, addDays, instantAt } from '@promenade/domain/shared/time';
import { type Meant, type Recorded, type RoutineOf, type SessionOf, meantIn } from '@promenade/domain/taper/support-minutes';
import { In } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { RoutineEntity } from '../people/people.entities.ts';
import { dueOf } from '../people/recurrence.ts';
import { RoutineSupportEntity } from '../reablement/support-plan.entities.ts';

/** How much support somebody was meant to have between two days, how much of it happened, and why the rest did not: minutes. */
export type PlannedAndReal = Pick<Meant, 'planned' | 'real' | 'reasons'>;

/**
 * The share of planned support that really happened, for each of these people, from one day to another (both included): sessions
 * they were booked into and routines whose help is known. `planned` is `real` and all reasons together. Everybody asked for is in it.
 */
export async function plannedAndReal(tx: Tx, residentIds: readonly string[], fromDay: Day, toDay: Day): Promise<Map<string, PlannedAndReal>> {
  const { zone } = tx.actor;
  const stretch = { from: instantAt(zone, fromDay, 0), to: instantAt(zone, addDays(toDay, 1), 0) };
  const recorded = await recordedBetween(tx, residentIds, fromDay, toDay);
  return new Map(residentIds.map((id) => {
    const { planned, real, reasons } = meantIn(zone, stretch, recorded.get(id) ?? NOTHING, tx.now);
    return [id, { planned, real, reasons }];
  }));
}

const NOTHING: Recorded = { sessions: [], routines: [] };

type Reader = { readonly em: Tx['em']; readonly now: Date; readonly actor: Pick<Tx['actor'], 'homeId' | 'zone'> };

/** Sessions and routines that touch the days from one to another, both included, by resident. */
export async function recordedBetween(tx: Reader, residentIds: readonly string[], fromDay: Day, toDay: Day): Promise<Map<string, Recorded>> {
  if (residentIds.length === 0) return new Map();
  const sessions = Map.groupBy(await sessionsOf(tx, residentIds, fromDay, toDay), ({ residentId }) => residentId);
  const routines = Map.groupBy(await routinesOf(tx, residentIds, fromDay, toDay), ({ residentId }) => residentId);
  return new Map(residentIds.map((id) => [id, { sessions: sessions.get(id) ?? [], routines: routines.get(id) ?? [] }]));
}

type SessionRow = { residentId: string; startsAt: Date; endsAt: Date; isBooked: boolean; notRun: string | null; entries: { id: string; correctsId: string | null; level: AttendanceLevel }[]; staff: number; residents: number };

/** The ratio is the one in force when the session began; of a time before the first version, the first. */
const SESSIONS = `
  SELECT x.resident_id AS "residentId", s.starts_at AS "startsAt", s.ends_at AS "endsAt", bool_or(x.is_booked) AS "isBooked",
    (SELECT CASE WHEN n.ran THEN NULL ELSE coalesce(n.reason, 'other') END FROM session_report n
     WHERE n.home_id = s.home_id AND n.session_id = s.id ORDER BY n.recorded_at DESC, n.id DESC LIMIT 1) AS "notRun",
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'correctsId', t.corrects_id, 'level', t.level) ORDER BY t.recorded_at, t.id)
              FROM attendance t WHERE t.home_id = s.home_id AND t.session_id = s.id AND t.resident_id = x.resident_id), '[]') AS entries,
    coalesce(v.staff, CASE WHEN a.setting = 'out' THEN r.support_out_staff ELSE r.support_in_staff END) AS staff,
    coalesce(v.residents, CASE WHEN a.setting = 'out' THEN r.support_out_residents ELSE r.support_in_residents END) AS residents
  FROM (SELECT b.session_id, b.resident_id, true AS is_booked FROM booking b
        WHERE b.home_id = $1 AND b.resident_id = ANY($2) AND b.starts_at < $4 AND b.ends_at > $3
        UNION ALL SELECT t.session_id, t.resident_id, false FROM attendance t WHERE t.home_id = $1 AND t.resident_id = ANY($2)) x
  JOIN session s ON s.home_id = $1 AND s.id = x.session_id
  JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
  JOIN resident r ON r.home_id = s.home_id AND r.id = x.resident_id
  LEFT JOIN LATERAL (
    SELECT CASE WHEN a.setting = 'out' THEN w.out_staff ELSE w.in_staff END AS staff, CASE WHEN a.setting = 'out' THEN w.out_residents ELSE w.in_residents END AS residents
    FROM support_version w WHERE w.home_id = s.home_id AND w.resident_id = x.resident_id
    ORDER BY w.recorded_at <= s.starts_at DESC, CASE WHEN w.recorded_at <= s.starts_at THEN w.recorded_at END DESC, w.recorded_at, w.id LIMIT 1) v ON true
  WHERE s.status <> 'cancelled' AND s.starts_at < $4 AND s.ends_at > $3
  GROUP BY x.resident_id, s.home_id, s.id, s.starts_at, s.ends_at, a.setting, v.staff, v.residents, r.support_out_staff, r.support_in_staff, r.support_out_residents, r.support_in_residents
  ORDER BY s.starts_at, s.id`;

async function sessionsOf(tx: Reader, residentIds: readonly string[], fromDay: Day, toDay: Day): Promise<(SessionOf & { residentId: string })[]> {
  const { homeId, zone } = tx.actor;
  const rows = await tx.em.query<SessionRow[]>(SESSIONS, [homeId, residentIds, instantAt(zone, fromDay, 0), instantAt(zone, addDays(toDay, 1), 0)]);
  return rows.map(({ staff, residents, ...rest }) => ({ ...rest, ratio: { staff, residents } }));
}

type Said = { routineId: string; day: Day; entries: { id: string; correctsId: string | null; state: RoutineOf['entries'][number]['state']; reason: string | null }[] };

async function routinesOf(tx: Reader, residentIds: readonly string[], fromDay: Day, toDay: Day): Promise<(RoutineOf & { residentId: string })[]> {
  const { homeId } = tx.actor;
  const support = await tx.em.find(RoutineSupportEntity, { where: { homeId, residentId: In([...residentIds]) }, order: { recordedAt: 'DESC', id: 'DESC' } });
  if (support.length === 0) return [];
  const routines = await tx.em.find(RoutineEntity, { where: { homeId, id: In([...new Set(support.map(({ routineId }) => routineId))]) } });
  const due = await dueOf(tx, homeId, routines, fromDay, toDay);
  const said = await tx.em.query<Said[]>(
    `SELECT d.routine_id AS "routineId", to_char(d.day, 'YYYY-MM-DD') AS day,
       jsonb_agg(jsonb_build_object('id', d.id, 'correctsId', d.corrects_id, 'state', d.state, 'reason', d.reason) ORDER BY d.recorded_at, d.id) AS entries
     FROM routine_day d WHERE d.home_id = $1 AND d.routine_id = ANY($2) AND d.day BETWEEN $3 AND $4 GROUP BY d.routine_id, d.day`, [homeId, routines.map(({ id }) => id), fromDay, toDay]);
  const entries = new Map(said.map((each) => [`${each.routineId} ${each.day}`, each.entries]));
  return routines.flatMap(({ id, residentId, fromTime, toTime, needs, activityId }) => {
    const days = new Set([...(due.get(id) ?? []), ...said.filter(({ routineId }) => routineId === id).map(({ day }) => day)]);
    return [...days].toSorted().map((day) => ({
      residentId, day, fromTime, toTime, hasSession: needs === 'session' && activityId !== null, entries: entries.get(`${id} ${day}`) ?? [],
      // Latest first: what was said last for that day holds.
      support: support.find(({ routineId, since }) => routineId === id && since <= day) ?? null,
    }));
  });
}
