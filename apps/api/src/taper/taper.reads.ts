/** What the day's records say of support: what was meant, what really happened and why the rest did not, for any number of people in the same few statements. */
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

type SessionRow = { id: string; startsAt: Date; endsAt: Date; setting: string };
type Entry = { id: string; correctsId: string | null; level: AttendanceLevel; sessionId: string; residentId: string };
type Needs = { residentId: string; from: Date | null; inStaff: number; inResidents: number; outStaff: number; outResidents: number };

/** Flat statements, put together here: the database is slow to join what row policies guard. */
async function sessionsOf(tx: Reader, residentIds: readonly string[], fromDay: Day, toDay: Day): Promise<(SessionOf & { residentId: string })[]> {
  const { homeId, zone } = tx.actor;
  const between = [instantAt(zone, fromDay, 0), instantAt(zone, addDays(toDay, 1), 0)];
  const sessions = await tx.em.query<SessionRow[]>(
    `SELECT s.id, s.starts_at AS "startsAt", s.ends_at AS "endsAt", a.setting FROM session s JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
     WHERE s.home_id = $1 AND s.status <> 'cancelled' AND s.starts_at < $3 AND s.ends_at > $2 ORDER BY s.starts_at, s.id`, [homeId, ...between]);
  if (sessions.length === 0) return [];
  const ids = sessions.map(({ id }) => id);
  const bookings = await tx.em.query<{ sessionId: string; residentId: string }[]>(
    'SELECT session_id AS "sessionId", resident_id AS "residentId" FROM booking WHERE home_id = $1 AND resident_id = ANY($4) AND starts_at < $3 AND ends_at > $2', [homeId, ...between, residentIds]);
  const entries = await tx.em.query<Entry[]>(
    `SELECT id, corrects_id AS "correctsId", level, session_id AS "sessionId", resident_id AS "residentId" FROM attendance WHERE home_id = $1 AND session_id = ANY($2) AND resident_id = ANY($3) ORDER BY recorded_at, id`, [homeId, ids, residentIds]);
  const reports = await tx.em.query<{ sessionId: string; ran: boolean; reason: string | null }[]>('SELECT session_id AS "sessionId", ran, reason FROM session_report WHERE home_id = $1 AND session_id = ANY($2) ORDER BY recorded_at, id', [homeId, ids]);
  const needs = Map.groupBy(await needsOf(tx, residentIds), ({ residentId }) => residentId);
  const keyOf = (each: { sessionId: string; residentId: string }) => `${each.sessionId} ${each.residentId}`;
  const [booked, said, last] = [new Set(bookings.map(keyOf)), Map.groupBy(entries, keyOf), new Map(reports.map((report) => [report.sessionId, report]))];
  const whose = Map.groupBy([...bookings, ...entries], ({ sessionId }) => sessionId);
  return sessions.flatMap(({ id, startsAt, endsAt, setting }) => {
    const report = last.get(id);
    return [...new Set((whose.get(id) ?? []).map(({ residentId }) => residentId))].map((residentId) => {
      const key = keyOf({ sessionId: id, residentId });
      return { residentId, startsAt, endsAt, isBooked: booked.has(key), notRun: report && !report.ran ? (report.reason ?? 'other') : null, entries: said.get(key) ?? [], ratio: ratioAt(needs.get(residentId) ?? [], startsAt, setting) };
    });
  });
}

/** What each needed from when on, in order; the row of the resident itself stands first, for whoever has no version. */
function needsOf(tx: Reader, residentIds: readonly string[]): Promise<Needs[]> {
  return tx.em.query<Needs[]>(
    `SELECT id AS "residentId", NULL AS "from", support_in_staff AS "inStaff", support_in_residents AS "inResidents", support_out_staff AS "outStaff", support_out_residents AS "outResidents" FROM resident WHERE home_id = $1 AND id = ANY($2)
     UNION ALL SELECT resident_id, recorded_at, in_staff, in_residents, out_staff, out_residents FROM support_version WHERE home_id = $1 AND resident_id = ANY($2) ORDER BY 2 NULLS FIRST`, [tx.actor.homeId, residentIds]);
}

/** The ratio in force at a time: of a time before the first version, the first. */
function ratioAt(needs: readonly Needs[], at: Date, setting: string): { staff: number; residents: number } {
  const own = needs.findLast(({ from }) => from !== null && from <= at) ?? needs.find(({ from }) => from !== null) ?? needs[0];
  const isOut = setting === 'out';
  return { staff: (isOut ? own?.outStaff : own?.inStaff) ?? 1, residents: (isOut ? own?.outResidents : own?.inResidents) ?? 1 };
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
