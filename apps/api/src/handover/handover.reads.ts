/** What a handover is made from: a fixed number of statements, however many people live in the home and whatever happened. */
import { agreed, standing, type AttendanceLevel } from '@promenade/domain/day/attendance';
import type { HandoverFacts } from '@promenade/domain/handover/facts';
import { shiftEnds } from '@promenade/domain/handover/rules';
import type { PromiseStateName } from '@promenade/domain/promises/promise';
import { isAtRisk, isUnexplained } from '@promenade/domain/promises/today';
import { standingLooks } from '@promenade/domain/rounds/round';
import { clockIn, dayIn, instantAt, minuteOf, sayDay } from '@promenade/domain/shared/time';
import { quietOn } from '../day/quiet.reads.ts';
import type { Tx } from '../db/db.ts';
import { dueBetween } from '../people/recurrence.ts';

export type Period = { readonly from: Date; readonly until: Date };
type Who = { residentId: string; name: string; at: Date; by: string };

/** When the coming shift goes home. */
export async function shiftEndsAt(tx: Tx): Promise<Date> {
  const shifts = await tx.em.query<{ startsAt: Date; endsAt: Date }[]>(
    `SELECT starts_at AS "startsAt", ends_at AS "endsAt" FROM shift WHERE home_id = $1 AND starts_at <= $2::timestamptz + interval '1 hour' AND ends_at > $2`, [tx.actor.homeId, tx.now]);
  return shiftEnds(shifts, tx.now);
}

/** Everything between two moments, and what is to come until the shift ends. */
export async function handoverFacts(tx: Tx, { from, until }: Period, ends: Date): Promise<HandoverFacts> {
  const { zone } = tx.actor;
  const today = dayIn(zone, until);
  const clock = (at: Date) => (dayIn(zone, at) === today ? clockIn(zone, at) : `${clockIn(zone, at)} on ${sayDay(dayIn(zone, at))}`);
  return {
    clock,
    topics: await topics(tx),
    notes: await notes(tx, { from, until }),
    distress: await distress(tx, { from, until }),
    seenDistressed: await seenDistressed(tx, { from, until }),
    falls: await falls(tx, { from, until }),
    turns: await turns(tx, { from, until }),
    status: await status(tx, { from, until }),
    needs: await openNeeds(tx, until),
    promises: await promises(tx, ends),
    missed: await missed(tx, { from, until }),
    due: await due(tx, until, ends),
    ...(await sessions(tx, { from, until })),
    ...(await changes(tx, { from, until })),
    wishes: await wishes(tx, { from, until }),
    matters: await matters(tx, { from, until }),
    quiet: (await quietOn(tx, today)).filter(({ days, plannedToday }) => plannedToday === null && (days === null || days > QUIET_FOR_LONG)).slice(0, MOST_QUIET),
  };
}

/** Longer than this with nothing on the plan; the rest stand on their own page. */
const QUIET_FOR_LONG = 2;
const MOST_QUIET = 5;

async function topics(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.em.query<{ residentId: string; words: string[] }[]>(
    `SELECT resident_id AS "residentId", array_agg(words ORDER BY words) AS words FROM topic_to_avoid WHERE home_id = $1 AND ended_at IS NULL GROUP BY resident_id`, [tx.actor.homeId]);
  return new Map(rows.map(({ residentId, words }) => [residentId, words]));
}

/** Written in this time, and neither corrected nor taken back in it. */
export function notes(tx: Tx, { from, until }: Period): Promise<{ id: string; residentId: string | null; name: string | null; words: string; urgent: boolean; sensitive: boolean; recordedAt: Date; recordedByName: string; recordedBy: string }[]> {
  return tx.em.query(
    `SELECT n.id, n.resident_id AS "residentId", p.preferred_name AS name, n.words, n.urgent, n.sensitive, n.recorded_at AS "recordedAt", n.recorded_by_name AS "recordedByName", n.recorded_by AS "recordedBy"
     FROM handover_note n LEFT JOIN resident p ON p.home_id = n.home_id AND p.id = n.resident_id
     WHERE n.home_id = $1 AND n.recorded_at > $2 AND n.recorded_at <= $3 AND n.words <> ''
       AND NOT EXISTS (SELECT 1 FROM handover_note c WHERE c.home_id = n.home_id AND c.corrects_id = n.id AND c.recorded_at <= $3)
     ORDER BY n.recorded_at, n.id`, [tx.actor.homeId, from, until]);
}

function distress(tx: Tx, { from, until }: Period): Promise<(Who & { level: string; words: string | null })[]> {
  return tx.em.query(
    `SELECT n.resident_id AS "residentId", p.preferred_name AS name, n.level, n.words, n.at, n.recorded_by_name AS by
     FROM distress_note n JOIN resident p ON p.home_id = n.home_id AND p.id = n.resident_id
     WHERE n.home_id = $1 AND n.recorded_at > $2 AND n.recorded_at <= $3 AND n.level <> 'settled after all'
       AND NOT EXISTS (SELECT 1 FROM distress_note c WHERE c.home_id = n.home_id AND c.corrects_id = n.id AND c.recorded_at <= $3)
     ORDER BY n.at, n.id`, [tx.actor.homeId, from, until]);
}

type Seen = { id: string; correctsId: string | null; state: 'distressed' | 'taken back'; roundId: string; room: string; responses: { kind: string; words: string }[] };

async function seenDistressed(tx: Tx, { from, until }: Period): Promise<HandoverFacts['seenDistressed']> {
  const rows = await tx.em.query<(Who & Seen)[]>(
    `SELECT l.id, l.corrects_id AS "correctsId", l.state, l.round_id AS "roundId", m.name AS room, l.resident_id AS "residentId", p.preferred_name AS name, l.at, l.recorded_by_name AS by,
       coalesce((SELECT jsonb_agg(jsonb_build_object('kind', a.kind, 'words', a.words) ORDER BY a.recorded_at, a.id) FROM round_response a
         WHERE a.home_id = l.home_id AND a.look_id = l.id AND a.recorded_at <= $3), '[]') AS responses
     FROM round_look l JOIN resident p ON p.home_id = l.home_id AND p.id = l.resident_id
     JOIN round d ON d.home_id = l.home_id AND d.id = l.round_id JOIN room m ON m.home_id = d.home_id AND m.id = d.room_id
     WHERE l.home_id = $1 AND l.recorded_at > $2 AND l.recorded_at <= $3 AND (l.state = 'distressed' OR l.corrects_id IS NOT NULL)
     ORDER BY l.at, l.id`, [tx.actor.homeId, from, until]);
  return standingLooks(rows).filter(({ state }) => state === 'distressed');
}

function falls(tx: Tx, { from, until }: Period): Promise<HandoverFacts['falls'][number][]> {
  return tx.em.query(
    `SELECT f.resident_id AS "residentId", p.preferred_name AS name, f.place, f.hurt = 'hurt' AS hurt, f.words, f.at, f.recorded_by_name AS by FROM fall f JOIN resident p ON p.home_id = f.home_id AND p.id = f.resident_id
     WHERE f.home_id = $1 AND f.recorded_at > $2 AND f.recorded_at <= $3 AND f.hurt <> 'not a fall after all' AND NOT EXISTS (SELECT 1 FROM fall c WHERE c.home_id = f.home_id AND c.corrects_id = f.id AND c.recorded_at <= $3)
     ORDER BY f.at, f.id`, [tx.actor.homeId, from, until]);
}

/** Turns in somebody's life that nobody took back; a fall that was written down in full is told of there. */
function turns(tx: Tx, { from, until }: Period): Promise<HandoverFacts['turns'][number][]> {
  return tx.em.query(
    `SELECT c.resident_id AS "residentId", p.preferred_name AS name, c.kind, c.words, c.recorded_at AS at, c.recorded_by_name AS by FROM life_change c JOIN resident p ON p.home_id = c.home_id AND p.id = c.resident_id
     WHERE c.home_id = $1 AND c.recorded_at > $2 AND c.recorded_at <= $3 AND c.kind <> 'not meant' AND NOT EXISTS (SELECT 1 FROM life_change u WHERE u.home_id = c.home_id AND u.undoes_id = c.id AND u.recorded_at <= $3)
       AND NOT (c.kind = 'fall' AND EXISTS (SELECT 1 FROM fall f WHERE f.home_id = c.home_id AND f.resident_id = c.resident_id AND (f.at AT TIME ZONE $4)::date = c.on_day AND f.recorded_at <= $3))
     ORDER BY c.recorded_at, c.id`, [tx.actor.homeId, from, until, tx.actor.zone]);
}

async function status(tx: Tx, { from, until }: Period): Promise<HandoverFacts['status']> {
  const rows = await tx.em.query<(Who & { to: string; onDay: string; words: string | null })[]>(
    `SELECT c.resident_id AS "residentId", p.preferred_name AS name, c.to_status AS to, c.on_date::text AS "onDay", c.words, c.recorded_at AS at, c.recorded_by_name AS by
     FROM resident_status_change c JOIN resident p ON p.home_id = c.home_id AND p.id = c.resident_id
     WHERE c.home_id = $1 AND c.recorded_at > $2 AND c.recorded_at <= $3 ORDER BY c.recorded_at, c.id`, [tx.actor.homeId, from, until]);
  return rows.map(({ onDay, ...rest }) => ({ ...rest, since: sayDay(onDay) }));
}

/** What somebody needed in the past week and nobody has seen to. */
function openNeeds(tx: Tx, until: Date): Promise<HandoverFacts['needs'][number][]> {
  return tx.em.query(
    `SELECT n.resident_id AS "residentId", p.preferred_name AS name, n.session_id AS "sessionId", a.name AS activity, n.what, n.words, n.recorded_at AS at, n.recorded_by_name AS by
     FROM unmet_need n JOIN resident p ON p.home_id = n.home_id AND p.id = n.resident_id
     JOIN session s ON s.home_id = n.home_id AND s.id = n.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
     WHERE n.home_id = $1 AND n.recorded_at > $2::timestamptz - interval '7 days' AND n.recorded_at <= $2 AND n.what NOT IN ('nothing', 'seen to') AND p.status = 'living here'
       AND NOT EXISTS (SELECT 1 FROM unmet_need c WHERE c.home_id = n.home_id AND c.answers_id = n.id AND c.recorded_at <= $2)
     ORDER BY n.recorded_at, n.id`, [tx.actor.homeId, until]);
}

type Owed = { id: string; residentId: string; name: string; words: string; state: PromiseStateName; owed: boolean; unexplained: boolean; dueOn: string; misses: number; sessionId: string | null; paused: boolean; startsAt: Date | null; disputed: boolean };

async function promises(tx: Tx, ends: Date): Promise<HandoverFacts['promises']> {
  const { zone, homeId } = tx.actor;
  const today = dayIn(zone, tx.now);
  const rows = await tx.em.query<Owed[]>(
    `SELECT o.id, o.resident_id AS "residentId", p.preferred_name AS name, o.words, o.state, o.owed, o.unexplained, o.due_on::text AS "dueOn", o.misses, o.session_id AS "sessionId", o.paused, s.starts_at AS "startsAt", EXISTS (SELECT 1 FROM ledger_entry d WHERE d.home_id = o.home_id AND d.promise_id = o.id AND d.kind = 'disputed'
         AND NOT EXISTS (SELECT 1 FROM ledger_entry w WHERE w.home_id = d.home_id AND w.promise_id = d.promise_id AND w.seq > d.seq AND w.kind IN ('answered', 'confirmed'))) AS disputed
     FROM promise o JOIN resident p ON p.home_id = o.home_id AND p.id = o.resident_id LEFT JOIN session s ON s.home_id = o.home_id AND s.id = o.session_id
     WHERE o.home_id = $1 AND p.status = 'living here'
       AND (o.owed OR o.id IN (SELECT d.promise_id FROM ledger_entry d WHERE d.home_id = $1 AND d.kind = 'disputed')) ORDER BY o.due_on, p.preferred_name, o.id`, [homeId]);
  return rows.flatMap(({ id, residentId, name, words, startsAt, ...rest }): HandoverFacts['promises'][number][] => {
    const isPlanned = startsAt !== null && startsAt > tx.now && startsAt <= ends;
    const how = rest.disputed ? 'disputed' : isUnexplained(rest, today) ? 'unexplained' : isPlanned || (rest.dueOn >= today && rest.dueOn <= dayIn(zone, ends)) ? 'due' : isAtRisk(rest, today) ? 'risk' : null;
    if (how === null || (rest.paused && how !== 'disputed')) return [];
    return [{ id, residentId, name, words, how, due: rest.dueOn === today ? 'today' : sayDay(rest.dueOn), at: how === 'due' && isPlanned ? startsAt : null }];
  });
}

async function missed(tx: Tx, { from, until }: Period): Promise<HandoverFacts['missed']> {
  const rows = await tx.em.query<(Who & { id: string; correctsId: string | null; state: string; what: string; reason: string | null })[]>(
    `SELECT d.id, d.corrects_id AS "correctsId", d.state, r.what, d.reason, d.resident_id AS "residentId", p.preferred_name AS name, d.recorded_at AS at, d.recorded_by_name AS by
     FROM routine_day d JOIN routine r ON r.home_id = d.home_id AND r.id = d.routine_id JOIN resident p ON p.home_id = d.home_id AND p.id = d.resident_id
     WHERE d.home_id = $1 AND d.recorded_at > $2 AND d.recorded_at <= $3 ORDER BY d.recorded_at, d.id`, [tx.actor.homeId, from, until]);
  return standing(rows).filter(({ state }) => state === 'missed');
}

/** Routines whose time touches what is left of the shift today, of which nothing is said yet. */
async function due(tx: Tx, until: Date, ends: Date): Promise<HandoverFacts['due']> {
  const { homeId, zone } = tx.actor;
  const day = dayIn(zone, until);
  const ids = [...(await dueBetween(tx, homeId, day, day)).keys()];
  const rows = await tx.em.query<{ residentId: string; name: string; what: string; from: string; to: string }[]>(
    `SELECT r.resident_id AS "residentId", p.preferred_name AS name, r.what, r.from_time AS from, r.to_time AS to FROM routine r JOIN resident p ON p.home_id = r.home_id AND p.id = r.resident_id
     WHERE r.home_id = $1 AND r.id = ANY($2) AND r.protected AND p.status = 'living here' AND NOT EXISTS (SELECT 1 FROM routine_day d WHERE d.home_id = r.home_id AND d.routine_id = r.id AND d.day = $3)
     ORDER BY r.from_time, p.preferred_name, r.id`, [homeId, ids, day]);
  const at = (time: string) => instantAt(zone, day, minuteOf(time));
  return rows.filter(({ from, to }) => at(to) > until && at(from) < ends);
}

type RanOrNot = { sessionId: string; activity: string; startsAt: Date; reason: string | null; people: number; recorded: number; by: string | null; reportedAt: Date | null };
type SaidRow = Who & { id: string; correctsId: string | null; sessionId: string; activity: string; level: AttendanceLevel; leftEarly: boolean };

/** Sessions that ended, or of which it was said that they did not run; and who said no or was not asked. */
async function sessions(tx: Tx, { from, until }: Period): Promise<Pick<HandoverFacts, 'notRun' | 'unsaid' | 'saidNo'>> {
  const rows = await tx.em.query<RanOrNot[]>(
    `SELECT s.id AS "sessionId", a.name AS activity, s.starts_at AS "startsAt", n.reason, n.recorded_by_name AS by, n.recorded_at AS "reportedAt",
       (SELECT count(*)::int FROM booking b WHERE b.home_id = s.home_id AND b.session_id = s.id AND b.resident_id IS NOT NULL) AS people,
       (SELECT count(*)::int FROM attendance t WHERE t.home_id = s.home_id AND t.session_id = s.id) AS recorded
     FROM session s JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
     LEFT JOIN LATERAL (SELECT r.* FROM session_report r WHERE r.home_id = s.home_id AND r.session_id = s.id AND NOT r.ran AND r.recorded_at <= $3 ORDER BY r.recorded_at LIMIT 1) n ON true
     WHERE s.home_id = $1 AND s.status = 'planned' AND ((s.ends_at > $2 AND s.ends_at <= $3) OR (n.recorded_at > $2)) ORDER BY s.starts_at, a.name, s.id`, [tx.actor.homeId, from, until]);
  const said = await tx.em.query<SaidRow[]>(
    `SELECT t.id, t.corrects_id AS "correctsId", t.level, t.left_early AS "leftEarly", t.session_id AS "sessionId", a.name AS activity, t.resident_id AS "residentId", p.preferred_name AS name, t.recorded_at AS at, t.recorded_by_name AS by
     FROM attendance t JOIN resident p ON p.home_id = t.home_id AND p.id = t.resident_id JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
     WHERE t.home_id = $1 AND t.recorded_at > $2 AND t.recorded_at <= $3 ORDER BY s.starts_at, p.preferred_name, t.id`, [tx.actor.homeId, from, until]);
  const together = [...Map.groupBy(said, ({ sessionId, residentId }) => `${sessionId} ${residentId}`).values()];
  return {
    notRun: rows.flatMap(({ reportedAt, by, sessionId, activity, startsAt, reason, people }) => (reportedAt !== null && reportedAt > from ? [{ sessionId, activity, startsAt, reason, people, by: by ?? '' }] : [])),
    unsaid: rows.filter(({ reportedAt, recorded, people }) => reportedAt === null && recorded === 0 && people > 0).map(({ sessionId, activity, startsAt }) => ({ sessionId, activity, startsAt })),
    saidNo: together.flatMap((entries) => agreed(entries) ?? []).filter(({ level }) => level === 'declined' || level === 'not offered'),
  };
}

async function changes(tx: Tx, { from, until }: Period): Promise<Pick<HandoverFacts, 'plan' | 'off'>> {
  // Why a colleague is off is theirs: it is not told at a handover.
  const facts = await tx.em.query<{ residentId: string | null; words: string; at: Date; by: string }[]>(
    `SELECT c.resident_id AS "residentId", CASE WHEN c.kind = 'staff off' THEN coalesce(s.given_name || ' ' || s.family_name, 'Somebody') || ' is off.' ELSE c.words END AS words, c.recorded_at AS at, c.recorded_by_name AS by
     FROM changed_fact c LEFT JOIN staff s ON s.home_id = c.home_id AND s.id = c.staff_id
     WHERE c.home_id = $1 AND c.recorded_at > $2 AND c.recorded_at <= $3 AND c.kind IN ('staff off', 'vehicle off', 'resident off', 'staff back', 'vehicle back', 'resident back')
       AND NOT EXISTS (SELECT 1 FROM changed_fact u WHERE u.home_id = c.home_id AND u.undoes_id = c.id AND u.recorded_at <= $3)
     ORDER BY c.recorded_at, c.id`, [tx.actor.homeId, from, until]);
  const told = await tx.em.query<{ words: string; at: Date; by: string }[]>(
    `SELECT min(t.words) AS words, max(t.told_at) AS at, min(t.told_by_name) AS by FROM telling t
     WHERE t.home_id = $1 AND t.told_at > $2 AND t.told_at <= $3 AND t.staff_id IS NOT NULL GROUP BY t.activity_id, t.starts_at, t.kind ORDER BY t.starts_at, t.activity_id`, [tx.actor.homeId, from, until]);
  return { plan: told, off: facts };
}

function wishes(tx: Tx, { from, until }: Period): Promise<(Who & { words: string })[]> {
  return tx.em.query(
    `SELECT w.resident_id AS "residentId", p.preferred_name AS name, w.words, w.raised_at AS at, w.raised_by AS by FROM wish w JOIN resident p ON p.home_id = w.home_id AND p.id = w.resident_id
     WHERE w.home_id = $1 AND w.raised_at > $2 AND w.raised_at <= $3 AND w.answer IS NULL ORDER BY w.raised_at, w.id`, [tx.actor.homeId, from, until]);
}

/** New in a life story, in what matters to somebody, and things to steer clear of: those are never said here. */
function matters(tx: Tx, { from, until }: Period): Promise<HandoverFacts['matters'][number][]> {
  return tx.em.query(
    `SELECT m."residentId", p.preferred_name AS name, m.words, m.sensitive, '/people/' || m."residentId" || m.page AS href, m.at, m.by FROM (
       SELECT f.home_id, f.resident_id AS "residentId", f.words, f.sensitive, '/life-story' AS page, f.recorded_at AS at, coalesce(f.recorded_by_name, '') AS by, f.id FROM life_fact f WHERE f.home_id = $1 AND f.recorded_at > $2 AND f.recorded_at <= $3
       UNION ALL
       SELECT t.home_id, t.resident_id, t.words, true, '/life-story', t.recorded_at, t.recorded_by_name, t.id FROM topic_to_avoid t WHERE t.home_id = $1 AND t.recorded_at > $2 AND t.recorded_at <= $3 AND t.ended_at IS NULL
       UNION ALL
       SELECT s.home_id, s.resident_id, coalesce(s.text, ''), s.sensitive OR s.text IS NULL, '/about-me', e.recorded_at, e.recorded_by_name, s.id FROM about_me_entry e JOIN about_me_statement s ON s.home_id = e.home_id AND s.entry_id = e.id
       WHERE e.home_id = $1 AND e.recorded_at > $2 AND e.recorded_at <= $3 AND s.heading = 'important') m
     JOIN resident p ON p.home_id = m.home_id AND p.id = m."residentId" WHERE p.status = 'living here' ORDER BY m.at, m.id`, [tx.actor.homeId, from, until]);
}
