/** The records that advice is made from: one statement for each kind, however much there is of it. */
import { type Area } from '@promenade/domain/people/authority';
import { sayHowKnown } from '@promenade/domain/people/life-story';
import { isRepresentation, stands } from '@promenade/domain/circle/who-decides';
import type { Facts, Past } from '@promenade/domain/choices/facts';
import type { Point } from '@promenade/domain/choices/points';
import { standingReadings } from '@promenade/domain/choices/reading';
import { type AttendanceLevel, agreed } from '@promenade/domain/day/attendance';
import { type Span, addDays, clockIn, dayIn, instantAt, mondayOf, wallMinute } from '@promenade/domain/shared/time';
import { authoritiesOf } from '../circle/circle.reads.ts';
import type { Tx } from '../db/db.ts';
import type { ResidentEntity } from '../people/people.entities.ts';
import { PreferenceReadingEntity } from './choices.entities.ts';

export type Subject = Facts['subject'];
const DAYS_AHEAD = 7;
const YEAR = 366;
const MONEY: Area = 'money';

type Period = { startsAt: Date; endsAt: Date };

/** Everything on record that may speak for or against something for this resident now. */
export async function factsOf(tx: Tx, resident: ResidentEntity, subject: Subject): Promise<Facts> {
  const { homeId, zone } = tx.actor;
  const today = dayIn(zone, tx.now);
  const ask = <Row>(sql: string, ...values: unknown[]) => tx.em.query<Row[]>(sql, [homeId, resident.id, ...values]);
  const span = ({ startsAt, endsAt }: Period): Span => [wallMinute(zone, today, startsAt), wallMinute(zone, today, endsAt)];
  const [from, to] = [instantAt(zone, today, 0), instantAt(zone, addDays(today, DAYS_AHEAD), 0)];
  const [{ spent } = { spent: 0 }] = await ask<{ spent: number }>(
    `SELECT coalesce(sum(a.cost_pence), 0)::int AS spent FROM booking b JOIN session s ON s.home_id = b.home_id AND s.id = b.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
     WHERE b.home_id = $1 AND b.resident_id = $2 AND s.status = 'planned' AND s.starts_at >= $3 AND s.starts_at < $4`, instantAt(zone, mondayOf(today), 0), instantAt(zone, addDays(mondayOf(today), 7), 0));
  return {
    today, minute: wallMinute(zone, today, tx.now), subject,
    person: {
      id: resident.id, name: resident.preferredName, usesWheelchairOut: resident.wheelchair !== 'never', namedWorkerId: resident.namedWorkerId,
      weeklyPence: resident.weeklyBudgetPence, leftPence: resident.weeklyBudgetPence === null ? null : resident.weeklyBudgetPence - spent, funding: resident.funding,
    },
    ...await lifeOf(tx, resident.id),
    ...await thingsToDo(tx, resident.id, today),
    ...await peopleRound(tx, resident.id, { from, to, span }),
    past: await pastOf(tx, resident.id),
    coming: (await ask<Period & Omit<Facts['coming'][number], 'span'>>(
      `SELECT s.id, s.activity_id AS "activityId", s.starts_at AS "startsAt", s.ends_at AS "endsAt", ${WITH} FROM session s JOIN booking b ON b.home_id = s.home_id AND b.session_id = s.id AND b.resident_id = $2
       WHERE s.home_id = $1 AND s.status = 'planned' AND s.ends_at > $3 AND s.starts_at < $4`, from, to)).map((row) => ({ ...row, span: span(row) })),
    away: (await ask<Period & { id: string }>(`SELECT id, starts_at AS "startsAt", ends_at AS "endsAt" FROM away_time WHERE home_id = $1 AND resident_id = $2 AND ended_at IS NULL AND ends_at > $3 AND starts_at < $4`, from, to)).map((row) => ({ id: row.id, span: span(row) })),
    chosen: await ask<{ id: string; point: Point; key: string; at: Date }>(
      `SELECT id, point, option_key AS key, chosen_at AS at FROM choice WHERE home_id = $1 AND resident_id = $2 AND standing = 'decided' AND answer = 'option' AND chosen_at > $3`, instantAt(zone, addDays(today, -YEAR), 0))
      .then((rows) => rows.map(({ at, ...rest }) => ({ ...rest, day: dayIn(zone, at) }))),
    readings: standingOnes(await tx.em.find(PreferenceReadingEntity, { where: { homeId, residentId: resident.id }, order: { recordedAt: 'ASC', id: 'ASC' } })),
  };
}

/** Each reader's latest of each activity. */
function standingOnes(rows: readonly PreferenceReadingEntity[]): Facts['readings'] {
  return [...Map.groupBy(rows, ({ activityId }) => activityId).values()]
    .flatMap((of) => standingReadings(of.map(({ id, activityId, likes, answersId, recordedBy, recordedByName }) => ({ id, activityId, likes, answersId, recordedByName, readBy: recordedBy }))))
    .map(({ id, activityId, likes, recordedByName }) => ({ id, activityId, likes, by: recordedByName }));
}

// Sensitive memories, and what came of them, are not read: advice is said aloud.
const NOT_SENSITIVE = 'NOT EXISTS (SELECT 1 FROM life_fact f WHERE f.home_id = x.home_id AND f.id = x.life_fact_id AND f.sensitive)';

async function lifeOf(tx: Tx, residentId: string): Promise<Pick<Facts, 'lifeFacts' | 'interests' | 'outcomes' | 'wishes' | 'routines'>> {
  const today = dayIn(tx.actor.zone, tx.now);
  const ask = <Row>(sql: string, ...values: unknown[]) => tx.em.query<Row[]>(sql, [tx.actor.homeId, residentId, ...values]);
  const told = await ask<{ id: string; words: string; toldBy: string; toldHow: string }>(`SELECT id, words, told_by AS "toldBy", told_how AS "toldHow" FROM life_fact WHERE home_id = $1 AND resident_id = $2 AND NOT sensitive`);
  return {
    lifeFacts: told.map((fact) => ({ id: fact.id, words: fact.words, howKnown: capital(sayHowKnown(fact)) })),
    interests: await ask(`SELECT x.id, x.activity_id AS "activityId", x.value, x.because, x.life_fact_id AS "lifeFactId" FROM interest x WHERE x.home_id = $1 AND x.resident_id = $2 AND ${NOT_SENSITIVE}`),
    outcomes: await ask(
      `SELECT o.id, o.words, o.why, o.by_date::text AS "byDate", coalesce((SELECT array_agg(s.activity_id) FROM outcome_activity s WHERE s.home_id = o.home_id AND s.outcome_id = o.id), '{}') AS "activityIds"
       FROM outcome o WHERE o.home_id = $1 AND o.resident_id = $2 AND (o.ended_on IS NULL OR o.ended_on > $3)`, today),
    wishes: await ask(`SELECT x.id, x.words, x.activity_id AS "activityId", x.life_fact_id AS "lifeFactId" FROM wish x WHERE x.home_id = $1 AND x.resident_id = $2 AND x.answer IS NULL AND ${NOT_SENSITIVE}`),
    routines: await ask(
      `SELECT id, what, activity_id AS "activityId", days, from_time AS "from", to_time AS "to", protected FROM routine WHERE home_id = $1 AND resident_id = $2 AND since <= ($3::date + 7) AND (ended_on IS NULL OR ended_on > $3)`, today),
  };
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

async function thingsToDo(tx: Tx, residentId: string, today: string): Promise<Pick<Facts, 'activities' | 'venues' | 'shunned'>> {
  const { homeId } = tx.actor;
  const shunned = await tx.em.query<{ id: string }[]>(
    `SELECT DISTINCT a.id FROM topic_to_avoid t JOIN activity a ON a.home_id = t.home_id
     WHERE t.home_id = $1 AND t.resident_id = $2 AND t.ended_at IS NULL
       AND (a.kind = ANY(t.kinds) OR EXISTS (SELECT 1 FROM topic_activity x WHERE x.home_id = t.home_id AND x.topic_id = t.id AND x.activity_id = a.id))`, [homeId, residentId]);
  return {
    activities: await tx.em.query(
      `SELECT id, name, kind, picture, setting, minutes, cost_pence AS "costPence", hours, venue_id AS "venueId", (retired_on IS NOT NULL AND retired_on <= $2) AS retired FROM activity WHERE home_id = $1`, [homeId, today]),
    venues: await tx.em.query(
      `SELECT id, name, (access ->> 'stepFree')::boolean AS "stepFree", (access ->> 'changingPlace')::boolean AS "changingPlace", hours,
         drive_minutes AS "driveMinutes", walk_minutes AS "walkMinutes" FROM venue WHERE home_id = $1`, [homeId]),
    shunned: shunned.map(({ id }) => id),
  };
}

const WITH = `ARRAY(SELECT DISTINCT w.staff_id FROM booking w WHERE w.home_id = s.home_id AND w.session_id = s.id AND w.staff_id IS NOT NULL) AS "staffIds",
  ARRAY(SELECT DISTINCT w.resident_id FROM booking w WHERE w.home_id = s.home_id AND w.session_id = s.id AND w.resident_id IS NOT NULL AND w.resident_id <> $2) AS "residentIds"`;

type PastRow = Omit<Past, 'day' | 'from'> & { startsAt: Date; correctsId: string | null; leftEarly: boolean; level: AttendanceLevel };

/** A year of attendances that stand and that nobody disputes. */
export async function pastOf(tx: Tx, residentId: string): Promise<Past[]> {
  const { homeId, zone } = tx.actor;
  const rows = await tx.em.query<PastRow[]>(
    `SELECT t.id, t.session_id AS "sessionId", s.activity_id AS "activityId", s.starts_at AS "startsAt", t.level, t.mood, t.engagement, t.left_early AS "leftEarly", t.corrects_id AS "correctsId", ${WITH}
     FROM attendance t JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id WHERE t.home_id = $1 AND t.resident_id = $2 AND s.starts_at > $3 ORDER BY t.recorded_at, t.id`,
    [homeId, residentId, instantAt(zone, addDays(dayIn(zone, tx.now), -YEAR), 0)]);
  return [...Map.groupBy(rows, ({ sessionId }) => sessionId).values()].flatMap((said) => agreed(said) ?? []).map((row) => ({
    id: row.id, sessionId: row.sessionId, activityId: row.activityId, day: dayIn(zone, row.startsAt), from: clockIn(zone, row.startsAt), level: row.level, mood: row.mood, engagement: row.engagement,
    staffIds: row.staffIds, residentIds: row.residentIds,
  }));
}

type Ahead = { from: Date; to: Date; span: (period: Period) => Span };

async function peopleRound(tx: Tx, residentId: string, { from, to, span }: Ahead): Promise<Pick<Facts, 'staff' | 'residents' | 'supporters' | 'moneyAuthorities'>> {
  const { homeId, zone } = tx.actor;
  const today = dayIn(zone, tx.now);
  const staff = await tx.em.query<(Omit<Facts['staff'][number], 'liking' | 'shifts'> & { likingId: string | null; kind: 'prefers' | 'declines' | null })[]>(
    `SELECT m.id, m.given_name || ' ' || m.family_name AS name, m.agency, (m.left_on IS NOT NULL AND m.left_on <= $3) AS left, m.interests, p.id AS "likingId", p.kind
     FROM staff m LEFT JOIN staff_preference p ON p.home_id = m.home_id AND p.staff_id = m.id AND p.resident_id = $2 WHERE m.home_id = $1 AND m.care`, [homeId, residentId, today]);
  const shifts = Map.groupBy(await tx.em.query<(Period & { id: string; staffId: string })[]>(
    `SELECT h.id, h.staff_id AS "staffId", h.starts_at AS "startsAt", h.ends_at AS "endsAt" FROM shift h WHERE h.home_id = $1 AND h.ends_at > $2 AND h.starts_at < $3
       AND NOT EXISTS (SELECT 1 FROM absence x WHERE x.home_id = h.home_id AND x.staff_id = h.staff_id AND x.ended_at IS NULL AND x.starts_at < h.ends_at AND x.ends_at > h.starts_at)`, [homeId, from, to]), ({ staffId }) => staffId);
  const authorities = await authoritiesOf(tx, residentId);
  return {
    staff: staff.map(({ likingId, kind, ...rest }) => ({
      ...rest, liking: likingId && kind ? { id: likingId, kind } : null, shifts: (shifts.get(rest.id) ?? []).map((shift) => ({ id: shift.id, span: span(shift) })),
    })),
    residents: await tx.em.query(
      `SELECT r.id, r.preferred_name AS name, r.status = 'living here' AS here,
         EXISTS (SELECT 1 FROM avoidance v WHERE v.home_id = r.home_id AND ((v.resident_id = $2 AND v.other_id = r.id) OR (v.other_id = $2 AND v.resident_id = r.id))) AS avoided
       FROM resident r WHERE r.home_id = $1 AND r.id <> $2`, [homeId, residentId]),
    supporters: await tx.em.query(
      `SELECT s.id, s.name, m.relation, m.id AS "memberId", (SELECT c.id FROM sharing_consent c WHERE c.home_id = m.home_id AND c.resident_id = m.resident_id AND c.supporter_id = s.id AND c.kind = 'plan' AND c.withdrawn_at IS NULL) AS "consentId"
       FROM circle_member m JOIN supporter s ON s.home_id = m.home_id AND s.id = m.supporter_id WHERE m.home_id = $1 AND m.resident_id = $2`, [homeId, residentId]),
    moneyAuthorities: authorities.flatMap((each) => (each.area === MONEY && isRepresentation(each.kind) && each.supporterId && stands(each, today) ? [{ id: each.id, kind: each.kind, supporterId: each.supporterId }] : [])),
  };
}
