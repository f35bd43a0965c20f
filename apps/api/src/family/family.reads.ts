/** What a family's page reads: a few statements, each only for the people who share that kind. Row security decides again. */
import type { SharedKind } from '@promenade/domain/circle/sharing';
import type { AttendanceLevel } from '@promenade/domain/day/attendance';
import { type ReadEntry } from '@promenade/domain/family/promise-words';
import type { MediaConsent } from '@promenade/domain/media/media';
import type { Tx } from '../db/db.ts';
import type { PromiseEntity } from '../promises/promises.entities.ts';

export type PersonRow = { id: string; name: string; status: string; relation: string; photoConsent: MediaConsent; sees: SharedKind[] };

/** Everyone in whose circle the asker is and who shares anything with them, or for whom they decide about sharing. */
export function peopleOf(tx: Tx): Promise<PersonRow[]> {
  return tx.em.query<PersonRow[]>(
    `SELECT r.id, r.preferred_name AS name, r.status, m.relation, r.photo_consent AS "photoConsent",
            coalesce((SELECT array_agg(c.kind) FROM sharing_consent c
                      WHERE c.home_id = m.home_id AND c.resident_id = m.resident_id AND c.supporter_id = m.supporter_id AND c.withdrawn_at IS NULL), '{}') AS sees
     FROM circle_member m JOIN resident r ON r.home_id = m.home_id AND r.id = m.resident_id
     WHERE m.home_id = $1 AND m.supporter_id = $2 ORDER BY r.preferred_name, r.id`,
    [tx.actor.homeId, tx.actor.supporterId],
  );
}

export function promisesOf(tx: Tx, residentIds: readonly string[]): Promise<PromiseEntity[]> {
  if (residentIds.length === 0) return Promise.resolve([]);
  return tx.em.query<PromiseEntity[]>(
    `SELECT id, home_id AS "homeId", resident_id AS "residentId", words, level, made_by AS "madeBy", made_at AS "madeAt", to_char(due_on, 'YYYY-MM-DD') AS "dueOn",
            state, owed, unexplained, misses, session_id AS "sessionId", entries
     FROM promise WHERE home_id = $1 AND resident_id = ANY($2) ORDER BY owed DESC, CASE WHEN owed THEN due_on END, due_on DESC, id`,
    [tx.actor.homeId, residentIds],
  );
}

export type SessionRow = { id: string; residentId: string; startsAt: Date; endsAt: Date; status: string; what: string; where: string | null; setting: string; staff: string[] };

/** What the residents are booked for between two instants. */
export function plannedFor(tx: Tx, residentIds: readonly string[], from: Date, to: Date): Promise<SessionRow[]> {
  if (residentIds.length === 0) return Promise.resolve([]);
  return tx.em.query<SessionRow[]>(
    `SELECT s.id, b.resident_id AS "residentId", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.status, a.name AS what, v.name AS where, a.setting,
            coalesce((SELECT array_agg(DISTINCT CASE WHEN st.agency THEN 'somebody from an agency' ELSE st.given_name END) FROM booking g JOIN staff st ON st.home_id = g.home_id AND st.id = g.staff_id
                      WHERE g.home_id = s.home_id AND g.session_id = s.id), '{}') AS staff
     FROM booking b JOIN session s ON s.home_id = b.home_id AND s.id = b.session_id
     JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id LEFT JOIN venue v ON v.home_id = a.home_id AND v.id = a.venue_id
     WHERE b.home_id = $1 AND b.resident_id = ANY($2) AND s.starts_at >= $3 AND s.starts_at < $4 ORDER BY s.starts_at, s.id`,
    [tx.actor.homeId, residentIds, from, to],
  );
}

export type ChangeRow = { id: string; residentId: string; words: string; toldAt: Date; startsAt: Date };

/** What the residents' side was told of changes to sessions that are, or were to be, since an instant. */
export function changesTold(tx: Tx, residentIds: readonly string[], since: Date): Promise<ChangeRow[]> {
  if (residentIds.length === 0) return Promise.resolve([]);
  return tx.em.query<ChangeRow[]>(
    `SELECT id, resident_id AS "residentId", words, told_at AS "toldAt", starts_at AS "startsAt" FROM telling
     WHERE home_id = $1 AND resident_id = ANY($2) AND greatest(starts_at, was_at) >= $3 ORDER BY told_at DESC, starts_at, id LIMIT 50`,
    [tx.actor.homeId, residentIds, since],
  );
}

export type AttendanceRow = {
  id: string; residentId: string; sessionId: string; startsAt: Date; what: string; level: AttendanceLevel; mood: string | null; leftEarly: boolean; note: string | null; saidBy: string; saidAt: Date;
};

/** What was recorded of the residents since an instant; of an entry that was corrected, the correction. */
export function happenedTo(tx: Tx, residentIds: readonly string[], since: Date): Promise<AttendanceRow[]> {
  if (residentIds.length === 0) return Promise.resolve([]);
  return tx.em.query<AttendanceRow[]>(
    `SELECT t.id, t.resident_id AS "residentId", t.session_id AS "sessionId", s.starts_at AS "startsAt", a.name AS what, t.level, t.mood, t.left_early AS "leftEarly", t.note,
            t.recorded_by_name AS "saidBy", t.recorded_at AS "saidAt"
     FROM attendance t JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
     WHERE t.home_id = $1 AND t.resident_id = ANY($2) AND s.starts_at >= $3
       AND NOT EXISTS (SELECT 1 FROM attendance n WHERE n.home_id = t.home_id AND n.corrects_id = t.id)
     ORDER BY s.starts_at DESC, t.id DESC LIMIT 200`,
    [tx.actor.homeId, residentIds, since],
  );
}

export type RoutineDayRow = { id: string; residentId: string; day: string; what: string; from: string; state: string; reason: string | null; saidBy: string; saidAt: Date };

/** What became of the residents' routines since a day. */
export function routinesKept(tx: Tx, residentIds: readonly string[], since: string): Promise<RoutineDayRow[]> {
  if (residentIds.length === 0) return Promise.resolve([]);
  return tx.em.query<RoutineDayRow[]>(
    `SELECT d.id, d.resident_id AS "residentId", to_char(d.day, 'YYYY-MM-DD') AS day, r.what, r.from_time AS from, d.state, d.reason, d.recorded_by_name AS "saidBy", d.recorded_at AS "saidAt"
     FROM routine_day d JOIN routine r ON r.home_id = d.home_id AND r.id = d.routine_id
     WHERE d.home_id = $1 AND d.resident_id = ANY($2) AND d.day >= $3
       AND NOT EXISTS (SELECT 1 FROM routine_day n WHERE n.home_id = d.home_id AND n.corrects_id = d.id)
     ORDER BY d.day DESC, r.from_time DESC, d.id DESC LIMIT 200`,
    [tx.actor.homeId, residentIds, since],
  );
}

/** Entries by the promise they belong to. */
export function byPromise(entries: readonly (ReadEntry & { promiseId: string })[]): Map<string, ReadEntry[]> {
  const lists = new Map<string, ReadEntry[]>();
  for (const entry of entries) lists.set(entry.promiseId, [...(lists.get(entry.promiseId) ?? []), entry]);
  return lists;
}
