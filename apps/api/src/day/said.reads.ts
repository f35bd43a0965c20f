/** What stands beside the attendances of a session or a person, and what nobody has said yet. Bounded statements, whatever the size of the home. */
import { type AttendanceLevel, standing } from '@promenade/domain/day/attendance';
import type { NeedSaid } from '@promenade/domain/day/needs';
import { mayKeepMedia, MEDIA_WORDS, type MediaConsent, type MediaKind } from '@promenade/domain/media/media';
import { sayReason } from '@promenade/domain/shared/decision';
import { type Day, addDays, dayIn, instantAt } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { MediaEntity } from '../media/media.entities.ts';
import { tasksByActivity } from '../reablement/tasks.reads.ts';
import type { AttendanceSaid } from './day.graphql.ts';
import type { GroupPerson, MomentIdea, PersonDay, SaidNeed, SessionMedia, UnsaidSession } from './said.graphql.ts';

const NEEDS = `
  SELECT n.id, n.resident_id AS "residentId", p.preferred_name AS name, p.room, n.session_id AS "sessionId", a.name AS "activityName", n.what, n.words,
    n.recorded_by_name AS "recordedByName", n.recorded_at AS "recordedAt", done.words AS "seenTo", done.recorded_by_name AS "seenToByName", done.recorded_at AS "seenToAt"
  FROM unmet_need n JOIN resident p ON p.home_id = n.home_id AND p.id = n.resident_id
  JOIN session s ON s.home_id = n.home_id AND s.id = n.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
  LEFT JOIN LATERAL (SELECT d.words, d.recorded_by_name, d.recorded_at FROM unmet_need d WHERE d.home_id = n.home_id AND d.answers_id = n.id ORDER BY d.recorded_at LIMIT 1) done ON true
  WHERE n.home_id = $1 AND n.answers_id IS NULL`;

export type SaidNeedRow = SaidNeed & { what: NeedSaid };

/** Needs that were not met, said since a moment (and before another): for handover, with what was done about each. The latest first. */
export function needsBetween(tx: Tx, from: Date, to: Date | null = null): Promise<SaidNeedRow[]> {
  return tx.em.query<SaidNeedRow[]>(`${NEEDS} AND n.what <> 'nothing' AND n.recorded_at >= $2 AND ($3::timestamptz IS NULL OR n.recorded_at < $3) ORDER BY n.recorded_at DESC, n.id`, [tx.actor.homeId, from, to]);
}

/** Needs of one resident: those still open, and those of the last days. */
export function needsOfPerson(tx: Tx, residentId: string, from: Date): Promise<SaidNeedRow[]> {
  return tx.em.query<SaidNeedRow[]>(`${NEEDS} AND n.what <> 'nothing' AND n.resident_id = $2 AND (n.recorded_at >= $3 OR done.recorded_at IS NULL) ORDER BY (done.recorded_at IS NOT NULL), n.recorded_at DESC, n.id`, [tx.actor.homeId, residentId, from]);
}

export async function needById(tx: Tx, id: string): Promise<SaidNeedRow | null> {
  const [row] = await tx.em.query<SaidNeedRow[]>(`${NEEDS} AND n.id = $2`, [tx.actor.homeId, id]);
  return row ?? null;
}

type GroupRow = { residentId: string; name: string; photo: MediaConsent; recording: MediaConsent; photoCondition: string | null };

function whyNot(kind: MediaKind, { name, photo, recording }: GroupRow): string | null {
  const decision = mayKeepMedia(kind, { name, photo, recording });
  return decision.allowed ? null : decision.reasons.map((reason) => sayReason(MEDIA_WORDS, reason)).join(' ');
}

/** Everyone in a session, with what they agreed to, their tasks that come up with its activity, and what was said of their needs. */
export async function groupOf(tx: Tx, sessionId: string): Promise<GroupPerson[]> {
  const { homeId } = tx.actor;
  const people = await tx.em.query<GroupRow[]>(
    `SELECT p.id AS "residentId", p.preferred_name AS name, p.photo_consent AS photo, recording_consent(p.home_id, p.id) AS recording, CASE WHEN p.photo_consent = 'conditional' THEN p.photo_consent_words END AS "photoCondition"
     FROM resident p WHERE p.home_id = $1 AND p.id IN (
       SELECT b.resident_id FROM booking b WHERE b.home_id = $1 AND b.session_id = $2 AND b.resident_id IS NOT NULL
       UNION SELECT t.resident_id FROM attendance t WHERE t.home_id = $1 AND t.session_id = $2) ORDER BY p.preferred_name, p.id`, [homeId, sessionId]);
  const [session] = await tx.em.query<{ activityId: string }[]>(`SELECT activity_id AS "activityId" FROM session WHERE home_id = $1 AND id = $2`, [homeId, sessionId]);
  const tasks = session ? ((await tasksByActivity(tx, [session.activityId], people.map(({ residentId }) => residentId))).get(session.activityId) ?? []) : [];
  const needs = await tx.em.query<SaidNeedRow[]>(`${NEEDS} AND n.session_id = $2 ORDER BY n.recorded_at, n.id`, [homeId, sessionId]);
  return people.map((person) => ({
    residentId: person.residentId, name: person.name, noPhotos: whyNot('photo', person), noRecordings: whyNot('recording', person), photoCondition: person.photoCondition,
    needs: needs.filter(({ residentId }) => residentId === person.residentId),
    tasks: tasks.filter(({ residentId }) => residentId === person.residentId),
  }));
}

type MediaRow = Omit<SessionMedia, 'media'> & { sessionId: string; mediaId: string };

/** Photos and recordings of some sessions; of one resident, those they are in. */
export async function mediaOf(tx: Tx, sessionIds: readonly string[], residentId: string | null = null): Promise<(SessionMedia & { sessionId: string })[]> {
  if (sessionIds.length === 0) return [];
  const rows = await tx.em.query<MediaRow[]>(
    `SELECT m.id, m.session_id AS "sessionId", m.media_id AS "mediaId", m.words, m.recorded_by_name AS "recordedByName", m.recorded_at AS "recordedAt",
       (SELECT array_agg(p.preferred_name ORDER BY p.preferred_name, p.id) FROM media_person w JOIN resident p ON p.home_id = w.home_id AND p.id = w.resident_id WHERE w.home_id = m.home_id AND w.media_id = m.media_id) AS people
     FROM session_media m WHERE m.home_id = $1 AND m.session_id = ANY($2)
       AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM media_person w WHERE w.home_id = m.home_id AND w.media_id = m.media_id AND w.resident_id = $3))
     ORDER BY m.recorded_at, m.id`, [tx.actor.homeId, sessionIds, residentId]);
  if (rows.length === 0) return [];
  const media = new Map((await tx.em.createQueryBuilder(MediaEntity, 'm').where('m.homeId = :homeId AND m.id IN (:...ids)', { homeId: tx.actor.homeId, ids: rows.map(({ mediaId }) => mediaId) }).getMany()).map((row) => [row.id, row]));
  return rows.flatMap(({ mediaId, ...row }) => {
    const found = media.get(mediaId);
    return found ? [{ ...row, media: found }] : [];
  });
}

type Entry = Omit<AttendanceSaid, 'recordedAt'> & { level: AttendanceLevel; correctsId: string | null; recordedAt: string };
type PersonDayRow = Omit<PersonDay, 'said' | 'earlier' | 'media'> & { entries: Entry[] };
const MOST_DAYS = 60;

/** What was said of one resident since a day, session by session, the latest first. */
export async function daysOfPerson(tx: Tx, residentId: string, since: Day): Promise<PersonDay[]> {
  const { homeId, zone } = tx.actor;
  const rows = await tx.em.query<PersonDayRow[]>(
    `SELECT s.id AS "sessionId", s.starts_at AS "startsAt", s.ends_at AS "endsAt", a.name AS "activityName", a.picture, s.status = 'unplanned' AS unplanned,
       jsonb_agg(jsonb_build_object('id', t.id, 'level', t.level, 'mood', t.mood, 'engagement', t.engagement, 'leftEarly', t.left_early, 'help', t.help, 'note', t.note,
         'correctsId', t.corrects_id, 'recordedByName', t.recorded_by_name, 'recordedAt', t.recorded_at) ORDER BY t.recorded_at, t.id) AS entries
     FROM session s JOIN attendance t ON t.home_id = s.home_id AND t.session_id = s.id AND t.resident_id = $2 JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
     WHERE s.home_id = $1 AND s.starts_at >= $3 GROUP BY s.home_id, s.id, a.name, a.picture ORDER BY s.starts_at DESC, s.id LIMIT ${MOST_DAYS}`, [homeId, residentId, instantAt(zone, since, 0)]);
  const media = await mediaOf(tx, rows.map(({ sessionId }) => sessionId), residentId);
  return rows.map(({ entries, ...row }) => {
    const all = entries.map((each) => ({ ...each, recordedAt: new Date(each.recordedAt) }));
    const said = standing(all);
    return { ...row, said, earlier: all.filter((each) => !said.includes(each)), media: media.filter(({ sessionId }) => sessionId === row.sessionId) };
  });
}

/** Every activity the home has, for a moment with one person: what they were promised first, then what they like, then what they did before. */
export async function momentIdeas(tx: Tx, residentId: string): Promise<MomentIdea[]> {
  const ideas = await tx.em.query<Omit<MomentIdea, 'tasks'>[]>(
    `SELECT id AS "activityId", name, picture, CASE WHEN promised THEN 'promised' WHEN value > 0 THEN 'likes it' WHEN times > 0 THEN 'did it before' END AS why FROM (
       SELECT a.id, a.name, a.picture, a.group_min, a.minutes, a.setting,
         EXISTS (SELECT 1 FROM promise o WHERE o.home_id = a.home_id AND o.resident_id = $2 AND o.activity_id = a.id AND o.owed) AS promised,
         coalesce((SELECT max(i.value) FROM interest i WHERE i.home_id = a.home_id AND i.resident_id = $2 AND i.activity_id = a.id), 0) AS value,
         (SELECT count(*) FROM attendance t JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id WHERE t.home_id = a.home_id AND t.resident_id = $2 AND s.activity_id = a.id AND t.level IN ('took part', 'joined in a little')) AS times
       FROM activity a WHERE a.home_id = $1 AND (a.retired_on IS NULL OR a.retired_on > $3)) x
     ORDER BY (promised AND setting = 'home') DESC, setting <> 'home', group_min > 1, (value > 0) DESC, value DESC, times DESC, minutes, name, id`, [tx.actor.homeId, residentId, dayIn(tx.actor.zone, tx.now)]);
  const tasks = await tasksByActivity(tx, ideas.map(({ activityId }) => activityId), [residentId]);
  return ideas.map((idea) => ({ ...idea, tasks: tasks.get(idea.activityId) ?? [] }));
}

const ASK_DAYS = 14;
const MOST_UNSAID = 40;

/** Sessions of the last two weeks that are over and of which nobody has said anything, the latest first: each asks until somebody does. */
export function unsaidBefore(tx: Tx, day: Day): Promise<UnsaidSession[]> {
  const { homeId, zone } = tx.actor;
  return tx.em.query<UnsaidSession[]>(
    `SELECT s.id, s.starts_at AS "startsAt", s.ends_at AS "endsAt", a.name AS "activityName",
       (SELECT array_agg(p.preferred_name ORDER BY p.preferred_name, p.id) FROM booking b JOIN resident p ON p.home_id = b.home_id AND p.id = b.resident_id WHERE b.home_id = s.home_id AND b.session_id = s.id) AS people
     FROM session s JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
     WHERE s.home_id = $1 AND s.status = 'planned' AND s.starts_at >= $2 AND s.starts_at < $3
       AND EXISTS (SELECT 1 FROM booking b WHERE b.home_id = s.home_id AND b.session_id = s.id AND b.resident_id IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.home_id = s.home_id AND t.session_id = s.id)
       AND NOT EXISTS (SELECT 1 FROM session_report r WHERE r.home_id = s.home_id AND r.session_id = s.id AND NOT r.ran)
     ORDER BY s.starts_at DESC, s.id LIMIT ${MOST_UNSAID}`, [homeId, instantAt(zone, addDays(day, -ASK_DAYS), 0), instantAt(zone, day, 0)]);
}
