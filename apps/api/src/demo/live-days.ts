/** One day of the demo home's past: who was at what and how they were, which routines were honoured. */
import type { AttendanceLevel } from '@promenade/domain/day/attendance';
import { type Day, addDays } from '@promenade/domain/shared/time';
import { In } from 'typeorm';
import { AttendanceEntity, RoutineDayEntity, SessionReportEntity } from '../day/day.entities.ts';
import { newId } from '../db/ids.ts';
import { RoutineEntity } from '../people/people.entities.ts';
import { dueBetween } from '../people/recurrence.ts';
import type { PastPromise } from './content.ts';
import { of } from './lay-house.ts';
import { NOBODY } from './lay-people.ts';
import { type Lived, type Past, at } from './live-past.ts';

type Row = { sessionId: string; activityId: string; endsAt: Date; residentId: string; staff: string };
type Happened = Pick<AttendanceEntity, 'level' | 'mood' | 'engagement' | 'leftEarly' | 'note'>;

type Ordinary = readonly [share: number, level: AttendanceLevel, mood: AttendanceEntity['mood'], engagement: AttendanceEntity['engagement']];
const OFTEN: Ordinary = [0.52, 'took part', 'happy', 'fully'];
const ORDINARY: readonly Ordinary[] = [
  OFTEN, [0.76, 'took part', 'content', 'partly'], [0.86, 'joined in a little', 'content', 'partly'],
  [0.91, 'watched', 'content', 'hardly'], [0.95, 'asleep or withdrawn', 'flat', 'hardly'], [1, 'declined', null, null],
];

/** Everything recorded on a day. The same day of the same demo is always the same. */
export async function recordDays(past: Past, day: Day): Promise<void> {
  const tx = past.as('jaspreet', at(past, day, '20:30'));
  const rows = await tx.em.query<Row[]>(
    `SELECT s.id AS "sessionId", s.activity_id AS "activityId", s.ends_at AS "endsAt", b.resident_id AS "residentId",
       (SELECT min(w.given_name || ' ' || w.family_name) FROM booking o JOIN staff w ON w.home_id = o.home_id AND w.id = o.staff_id
        WHERE o.home_id = s.home_id AND o.session_id = s.id) AS staff
     FROM session s JOIN booking b ON b.home_id = s.home_id AND b.session_id = s.id AND b.resident_id IS NOT NULL
     WHERE s.home_id = $1 AND s.status = 'planned' AND s.starts_at >= $2 AND s.starts_at < $3 ORDER BY s.starts_at, s.id, b.resident_id`,
    [past.house.homeId, at(past, day, '00:00'), at(past, addDays(day, 1), '00:00')],
  );
  const fallen = await fallThrough(past, day, rows);
  const came = rows.filter(({ sessionId }) => !fallen.has(sessionId));
  for (const row of came) {
    const promised = promisedThen(past, day, row);
    const happened = promised ? asPromised(promised.end) : ordinary(day, row);
    const when = new Date(row.endsAt);
    await tx.em.insert(AttendanceEntity, {
      homeId: past.house.homeId, id: newId(), sessionId: row.sessionId, residentId: row.residentId, ...happened, correctsId: null,
      recordedBy: NOBODY, recordedByName: row.staff, recordedAt: when,
    });
    if (promised) await past.promises.attended({ ...tx, now: when, actor: { ...tx.actor, name: row.staff } }, row.residentId, row.sessionId, row.activityId, happened.level, happened.leftEarly, row.staff);
  }
  await recordRoutines(past, day, came);
}

/** A promise that this attendance bears on, with what the content says came of it on this date. */
function promisedThen(past: Past, day: Day, row: Pick<Row, 'residentId' | 'activityId'>): { lived: Lived; end: PastPromise['end'] } | null {
  for (const lived of past.lived) {
    const { first, dues, id } = lived;
    if (!id || !first.activity || of(past.people.resident, first.resident) !== row.residentId || of(past.house.activity, first.activity) !== row.activityId) continue;
    const next = dues.find(({ due }) => due >= day);
    if (next) return { lived, end: next.end };
  }
  return null;
}

/** What the content says came of it; what is due still has not happened yet, though it was offered. */
function asPromised(end: PastPromise['end']): Happened {
  if (end?.how === 'kept') return { level: 'took part', mood: 'happy', engagement: 'fully', leftEarly: false, note: end.words };
  if (end?.how === 'partly') return { level: end.stillOwed ? 'watched' : 'took part', mood: 'content', engagement: 'partly', leftEarly: !end.stillOwed, note: end.words };
  if (end?.how === 'not kept') return { level: 'not offered', mood: null, engagement: null, leftEarly: false, note: end.words };
  return { level: 'declined', mood: null, engagement: null, leftEarly: false, note: null };
}

function ordinary(day: Day, row: Row): Happened {
  const dice = chance(`${day} ${row.residentId} ${row.activityId} ${row.endsAt.toISOString()}`);
  const [, level, mood, engagement] = ORDINARY.find(([share]) => dice < share) ?? OFTEN;
  return { level, mood, engagement, leftEarly: false, note: null };
}

/** Sessions that did not run at all, because a promise in them fell through for want of a driver, staff or weather. */
async function fallThrough(past: Past, day: Day, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const fallen = new Set<string>();
  for (const row of rows) {
    const end = promisedThen(past, day, row)?.end;
    if (end?.how !== 'not kept' || end.reason === 'not offered' || fallen.has(row.sessionId)) continue;
    fallen.add(row.sessionId);
    const tx = past.as(end.answers, new Date(row.endsAt));
    await tx.em.insert(SessionReportEntity, {
      homeId: past.house.homeId, id: newId(), sessionId: row.sessionId, ran: false, reason: end.reason, words: end.words, answers: tx.actor.name,
      recordedBy: NOBODY, recordedByName: tx.actor.name, recordedAt: tx.now,
    });
    await past.promises.fellThrough(tx, null, row.sessionId, `${end.reason}: ${end.words}`);
  }
  return fallen;
}

async function recordRoutines(past: Past, day: Day, came: readonly Row[]): Promise<void> {
  const tx = past.as('jaspreet', at(past, day, '20:45'));
  const { homeId } = past.house;
  const due = await tx.em.findBy(RoutineEntity, { homeId, id: In([...(await dueBetween(tx, homeId, day, day)).keys()]) });
  await tx.em.insert(RoutineDayEntity, due.map((routine) => {
    const wentOut = came.some((row) => row.residentId === routine.residentId && row.activityId === routine.activityId);
    const dice = chance(`${day} ${routine.residentId} ${routine.what}`);
    const missed = routine.needs === 'session' ? !wentOut : dice < 0.05;
    const state = missed ? ('missed' as const) : dice > 0.96 ? ('not wanted' as const) : ('honoured' as const);
    return {
      homeId: past.house.homeId, id: newId(), routineId: routine.id, residentId: routine.residentId, day, state, correctsId: null,
      reason: missed ? (routine.needs === 'session' ? 'Nobody was free to go along.' : 'The morning ran late.') : null,
      recordedBy: NOBODY, recordedByName: 'Jaspreet Kaur', recordedAt: tx.now,
    };
  }));
}

/** A number from 0 to 1 that depends on the words and nothing else. Ids differ from seed to seed, and so may single days. */
export function chance(words: string): number {
  let hash = 2166136261;
  for (let i = 0; i < words.length; i += 1) hash = Math.imul(hash ^ words.charCodeAt(i), 16777619);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}
