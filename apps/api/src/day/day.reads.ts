/** What the screen of a shift shows: one statement for the sessions of a day, one for its routines. */
import { type AttendanceLevel, agreed, standing } from '@promenade/domain/day/attendance';
import { type Day, instantAt } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { dueBetween } from '../people/recurrence.ts';
import { tasksByRoutine } from '../reablement/tasks.reads.ts';
import type { AttendanceSaid, DayDistress, DayPerson, DayRoutine, DaySession, NotRunReport, RoutineSaid } from './day.graphql.ts';

/** JSON carries instants as text. */
type Written<T> = Omit<T, 'recordedAt'> & { recordedAt: string };
type Said = AttendanceSaid & { level: AttendanceLevel; correctsId: string | null };
type RawPerson = Omit<DayPerson, 'said' | 'earlier' | 'disputed' | 'support'> & { staff: number; residents: number; said: Written<Said>[] };
type RawSession = Omit<DaySession, 'people' | 'notRun' | 'recorded'> & { people: RawPerson[]; notRun: Written<NotRunReport> | null };

const SESSIONS = `
  SELECT s.id, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.status, s.cancelled_why AS "cancelledWhy", a.name AS "activityName", a.picture,
    a.setting, a.equipment, a.watch_for AS "watchFor", coalesce(who.room, v.name) AS place, coalesce(who.staff, '{}') AS staff, who.driver, who.vehicle,
    coalesce(people.people, '[]') AS people, report.report AS "notRun"
  FROM session s
  JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
  LEFT JOIN venue v ON v.home_id = a.home_id AND v.id = a.venue_id
  LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT m.given_name || ' ' || m.family_name) FILTER (WHERE m.id IS NOT NULL) AS staff,
      min(d.given_name || ' ' || d.family_name) AS driver, min(w.name) AS vehicle, min(r.name) AS room
    FROM booking b
    LEFT JOIN staff m ON m.home_id = b.home_id AND m.id = b.staff_id
    LEFT JOIN staff d ON d.home_id = b.home_id AND d.id = coalesce(b.driver_id, CASE WHEN b.role = 'driver' THEN b.staff_id END)
    LEFT JOIN vehicle w ON w.home_id = b.home_id AND w.id = b.vehicle_id
    LEFT JOIN room r ON r.home_id = b.home_id AND r.id = b.room_id
    WHERE b.home_id = s.home_id AND b.session_id = s.id) who ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
        'residentId', p.id, 'name', p.preferred_name, 'room', p.room, 'wheelchair', p.wheelchair,
        'staff', CASE WHEN a.setting = 'out' THEN p.support_out_staff ELSE p.support_in_staff END,
        'residents', CASE WHEN a.setting = 'out' THEN p.support_out_residents ELSE p.support_in_residents END,
        'risk', CASE WHEN a.setting = 'out' THEN p.risk_out END, 'riskDo', CASE WHEN a.setting = 'out' THEN p.risk_do END,
        'promised', (SELECT min(o.words) FROM promise o WHERE o.home_id = s.home_id AND o.resident_id = p.id AND o.session_id = s.id),
        'said', coalesce((
          SELECT jsonb_agg(jsonb_build_object('id', t.id, 'level', t.level, 'mood', t.mood, 'engagement', t.engagement, 'leftEarly', t.left_early, 'help', t.help, 'note', t.note,
            'correctsId', t.corrects_id, 'recordedByName', t.recorded_by_name, 'recordedAt', t.recorded_at) ORDER BY t.recorded_at, t.id)
          FROM attendance t WHERE t.home_id = s.home_id AND t.session_id = s.id AND t.resident_id = p.id), '[]')
      ) ORDER BY p.preferred_name, p.id) AS people
    FROM resident p
    WHERE p.home_id = s.home_id AND p.id IN (
      SELECT b.resident_id FROM booking b WHERE b.home_id = s.home_id AND b.session_id = s.id AND b.resident_id IS NOT NULL
      UNION SELECT t.resident_id FROM attendance t WHERE t.home_id = s.home_id AND t.session_id = s.id)) people ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('reason', n.reason, 'words', n.words, 'answers', n.answers, 'recordedByName', n.recorded_by_name, 'recordedAt', n.recorded_at) AS report
    FROM (SELECT * FROM session_report l WHERE l.home_id = s.home_id AND l.session_id = s.id ORDER BY l.recorded_at DESC, l.id DESC LIMIT 1) n WHERE NOT n.ran) report ON true
  WHERE s.home_id = $1`;

export async function sessionsOf(tx: Tx, day: Day): Promise<DaySession[]> {
  const { homeId, zone } = tx.actor;
  const rows = await tx.em.query<RawSession[]>(`${SESSIONS} AND s.starts_at >= $2 AND s.starts_at < $3 ORDER BY s.starts_at, a.name, s.id`, [homeId, instantAt(zone, day, 0), instantAt(zone, day, 1440)]);
  return rows.map(sessionOf);
}

export async function sessionById(tx: Tx, id: string): Promise<DaySession | null> {
  const [row] = await tx.em.query<RawSession[]>(`${SESSIONS} AND s.id = $2`, [tx.actor.homeId, id]);
  return row ? sessionOf(row) : null;
}

function sessionOf({ people: raw, notRun, ...rest }: RawSession): DaySession {
  const people = raw.map(personOf);
  const report = notRun && { ...notRun, recordedAt: new Date(notRun.recordedAt) };
  return { ...rest, people, notRun: report, recorded: report !== null || (people.length > 0 && people.every(({ said }) => said.length > 0)) };
}

function personOf({ staff, residents, said, ...rest }: RawPerson): DayPerson {
  const entries: Said[] = said.map((each) => ({ ...each, recordedAt: new Date(each.recordedAt) }));
  const stand = standing(entries);
  return { ...rest, support: `${staff} staff to ${residents}`, said: stand, earlier: entries.filter((each) => !stand.includes(each)), disputed: stand.length > 1 && agreed(entries) === null };
}

export async function routinesOf(tx: Tx, day: Day): Promise<DayRoutine[]> {
  const { homeId, zone } = tx.actor;
  const due = [...(await dueBetween(tx, homeId, day, day)).keys()];
  const rows = await tx.em.query<(Omit<DayRoutine, 'said' | 'distress' | 'tasks'> & { said: (Written<RoutineSaid> & { correctsId: string | null })[]; distress: (Omit<DayDistress, 'at'> & { at: string })[] })[]>(
    `SELECT r.id AS "routineId", p.id AS "residentId", p.preferred_name AS name, p.room, r.what, r.from_time AS "from", r.to_time AS "to", r.why, r.when_missed AS "whenMissed", r.help, r.needs,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'state', d.state, 'reason', d.reason, 'correctsId', d.corrects_id, 'recordedByName', d.recorded_by_name,
           'recordedAt', d.recorded_at) ORDER BY d.recorded_at, d.id)
         FROM routine_day d WHERE d.home_id = r.home_id AND d.routine_id = r.id AND d.day = $2), '[]') AS said,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'at', n.at, 'level', n.level, 'words', n.words, 'recordedByName', n.recorded_by_name) ORDER BY n.at, n.id)
         FROM distress_note n WHERE n.home_id = r.home_id AND n.routine_id = r.id AND n.at >= $4 AND n.at < $5 AND n.level <> 'settled after all'
           AND NOT EXISTS (SELECT 1 FROM distress_note c WHERE c.home_id = n.home_id AND c.corrects_id = n.id)), '[]') AS distress
     FROM routine r JOIN resident p ON p.home_id = r.home_id AND p.id = r.resident_id
     WHERE r.home_id = $1 AND p.status = 'living here' AND r.id = ANY($3)
     ORDER BY r.from_time, p.preferred_name, r.id`,
    [homeId, day, due, instantAt(zone, day, 0), instantAt(zone, day, 1440)],
  );
  const tasks = await tasksByRoutine(tx, rows.map(({ routineId }) => routineId));
  return rows.map(({ said, distress, ...rest }) => ({
    ...rest, tasks: tasks.get(rest.routineId) ?? [], distress: distress.map((each) => ({ ...each, at: new Date(each.at) })),
    said: standing(said.map((each) => ({ ...each, recordedAt: new Date(each.recordedAt) }))),
  }));
}
