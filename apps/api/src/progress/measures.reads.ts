/** Everybody behind each measure of NICE: who counts, who is there and who is missing, and why, one statement a measure. */
import { MEANINGFUL_LEVELS } from '@promenade/domain/day/attendance';
import { type Counted, type MeasureKey, OFFERED_DAYS, STAYS_DAYS, TOOK_PART_DAYS, beganSoon, inOrder, missingOfStart } from '@promenade/domain/progress/measures';
import { type Day, addDays, dayIn, daysBetween, instantAt, sayDay } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';

const NAMED = `r.id AS "residentId", r.preferred_name AS name`;
const OF = 'JOIN resident r ON r.home_id = e.home_id AND r.id = e.resident_id';

type Named = { residentId: string; name: string };

/** Who counts for a measure, with those who are missing first. */
export async function countedFor(tx: Tx, key: MeasureKey): Promise<Counted[]> {
  return inOrder(await READS[key](tx, dayIn(tx.actor.zone, tx.now)));
}

const READS: Readonly<Record<MeasureKey, (tx: Tx, today: Day) => Promise<Counted[]>>> = {
  'discussed': discussed, 'two-days': withinTwoDays, 'goals-agreed': goalsInStays, 'transition': plansAtTheEnd,
  'reviewed': reviewed, 'took-part': tookPart, 'every-day': everyDay, 'live-goals': liveGoals, 'plan-afterwards': plansForAfterwards,
};

async function discussed(tx: Tx, today: Day): Promise<Counted[]> {
  const rows = await tx.em.query<(Named & { will: boolean; willNot: boolean; withWhom: boolean; on: Day })[]>(
    `SELECT ${NAMED}, btrim(e.will_provide) <> '' AS will, btrim(e.will_not_provide) <> '' AS "willNot", btrim(e.discussed_with) <> '' AS "withWhom", to_char(e.discussed_on, 'YYYY-MM-DD') AS on
     FROM episode e ${OF} WHERE e.home_id = $1 AND e.began_on > $2 AND e.began_on <= $3`, [tx.actor.homeId, addDays(today, -STAYS_DAYS), today]);
  return rows.map(({ residentId, name, on, ...told }): Counted => {
    const missing = missingOfStart(told);
    return { residentId, name, met: missing === null, why: missing ?? `Talked through on ${sayDay(on)}.` };
  });
}

async function withinTwoDays(tx: Tx, today: Day): Promise<Counted[]> {
  const rows = await tx.em.query<(Named & { asked: Day | null; began: Day })[]>(
    `SELECT ${NAMED}, to_char(e.referred_on, 'YYYY-MM-DD') AS asked, to_char(e.began_on, 'YYYY-MM-DD') AS began
     FROM episode e ${OF} WHERE e.home_id = $1 AND e.kind = 'short stay' AND e.began_on > $2 AND e.began_on <= $3`, [tx.actor.homeId, addDays(today, -STAYS_DAYS), today]);
  return rows.map(({ residentId, name, asked, began }): Counted => {
    const waited = asked === null ? null : daysBetween(asked, began);
    const why = asked === null || waited === null ? 'Nobody wrote down when it was asked for.' : `Asked for on ${sayDay(asked)}, began on ${sayDay(began)}: ${waited === 0 ? 'the same day' : waited === 1 ? '1 day' : `${waited} days`}.`;
    return { residentId, name, met: beganSoon(waited), why };
  });
}

async function goalsInStays(tx: Tx, today: Day): Promise<Counted[]> {
  const rows = await tx.em.query<(Named & { words: string | null })[]>(
    `SELECT ${NAMED}, (SELECT o.words FROM outcome o WHERE o.home_id = e.home_id AND o.resident_id = e.resident_id AND (o.ended_on IS NULL OR o.ended_on >= e.began_on)
       AND (o.recorded_at AT TIME ZONE $4)::date <= coalesce(n.ended_on, $3) ORDER BY o.importance DESC NULLS LAST, o.recorded_at, o.id LIMIT 1) AS words
     FROM episode e ${OF} LEFT JOIN episode_end n ON n.home_id = e.home_id AND n.episode_id = e.id WHERE e.home_id = $1 AND e.began_on > $2 AND e.began_on <= $3`,
    [tx.actor.homeId, addDays(today, -STAYS_DAYS), today, tx.actor.zone]);
  return rows.map(({ residentId, name, words }): Counted => ({ residentId, name, met: words !== null, why: words === null ? 'No outcome was written during this stay.' : `“${words}”` }));
}

async function plansAtTheEnd(tx: Tx, today: Day): Promise<Counted[]> {
  const rows = await tx.em.query<(Named & { ended: Day; agreed: Day | null; whyNone: string | null })[]>(
    `SELECT ${NAMED}, to_char(n.ended_on, 'YYYY-MM-DD') AS ended, n.no_plan_why AS "whyNone",
       (SELECT to_char(min(p.recorded_at AT TIME ZONE $4), 'YYYY-MM-DD') FROM transition_plan p WHERE p.home_id = e.home_id AND p.episode_id = e.id AND (p.recorded_at AT TIME ZONE $4)::date <= n.ended_on) AS agreed
     FROM episode e ${OF} JOIN episode_end n ON n.home_id = e.home_id AND n.episode_id = e.id
     WHERE e.home_id = $1 AND n.went_to <> 'died' AND n.ended_on > $2 AND n.ended_on <= $3`, [tx.actor.homeId, addDays(today, -STAYS_DAYS), today, tx.actor.zone]);
  return rows.map(({ residentId, name, ended, agreed, whyNone }): Counted => ({
    residentId, name, met: agreed !== null, why: agreed === null ? `Ended on ${sayDay(ended)} without a plan. ${whyNone ?? ''}`.trim() : `Agreed on ${sayDay(agreed)}, ended on ${sayDay(ended)}.`,
  }));
}

async function plansForAfterwards(tx: Tx): Promise<Counted[]> {
  const rows = await tx.em.query<(Named & { agreed: Day | null })[]>(
    `SELECT ${NAMED}, (SELECT to_char(max(p.recorded_at AT TIME ZONE $2), 'YYYY-MM-DD') FROM transition_plan p JOIN episode e ON e.home_id = p.home_id AND e.id = p.episode_id
       WHERE p.home_id = r.home_id AND p.resident_id = r.id AND NOT EXISTS (SELECT 1 FROM episode_end n WHERE n.home_id = e.home_id AND n.episode_id = e.id)) AS agreed
     FROM resident r WHERE r.home_id = $1 AND r.status NOT IN ('moved out', 'died')
       AND (r.short_stay OR EXISTS (SELECT 1 FROM episode e WHERE e.home_id = r.home_id AND e.resident_id = r.id AND e.kind = 'short stay'
         AND NOT EXISTS (SELECT 1 FROM episode_end n WHERE n.home_id = e.home_id AND n.episode_id = e.id)))`, [tx.actor.homeId, tx.actor.zone]);
  return rows.map(({ residentId, name, agreed }): Counted => ({ residentId, name, met: agreed !== null, why: agreed === null ? 'No plan for afterwards yet.' : `Agreed on ${sayDay(agreed)}.` }));
}

async function reviewed(tx: Tx, today: Day): Promise<Counted[]> {
  const rows = await tx.em.query<(Named & { on: Day | null })[]>(
    `SELECT ${NAMED}, to_char(greatest(
       (SELECT max(w.held_on) FROM review w WHERE w.home_id = r.home_id AND w.resident_id = r.id AND btrim(coalesce(w.enjoyed, '')) <> ''),
       (SELECT max((v.recorded_at AT TIME ZONE $3)::date) FROM outcome_review v WHERE v.home_id = r.home_id AND v.resident_id = r.id AND btrim(v.say) <> ''
          AND EXISTS (SELECT 1 FROM outcome_activity x WHERE x.home_id = v.home_id AND x.outcome_id = v.outcome_id))), 'YYYY-MM-DD') AS on
     FROM resident r WHERE r.home_id = $1 AND r.status NOT IN ('moved out', 'died') AND coalesce(r.moved_in <= $2, true)`, [tx.actor.homeId, today, tx.actor.zone]);
  const from = addDays(today, -STAYS_DAYS);
  return rows.map(({ residentId, name, on }): Counted => ({ residentId, name, met: on !== null && on > from, why: on === null ? 'Not yet.' : `Last on ${sayDay(on)}.` }));
}

async function tookPart(tx: Tx, today: Day): Promise<Counted[]> {
  const rows = await tx.em.query<(Named & { on: Day | null; what: string | null })[]>(
    `SELECT ${NAMED}, to_char(l.at AT TIME ZONE $4, 'YYYY-MM-DD') AS on, l.what FROM resident r LEFT JOIN LATERAL (
       SELECT s.starts_at AS at, a.name AS what FROM attendance t JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
       WHERE t.home_id = r.home_id AND t.resident_id = r.id AND t.level = ANY($2) AND s.starts_at >= $3 AND s.starts_at <= $5
         AND NOT EXISTS (SELECT 1 FROM attendance c WHERE c.home_id = t.home_id AND c.corrects_id = t.id) ORDER BY s.starts_at DESC, a.name LIMIT 1) l ON true
     WHERE r.home_id = $1 AND r.status = 'living here'`, [tx.actor.homeId, MEANINGFUL_LEVELS, instantAt(tx.actor.zone, addDays(today, -TOOK_PART_DAYS), 0), tx.actor.zone, tx.now]);
  return rows.map(({ residentId, name, on, what }): Counted => ({ residentId, name, met: on !== null, why: on === null ? 'Nothing in four weeks.' : `Last: ${what ?? ''}, ${sayDay(on)}.` }));
}

/** What was really offered on a day: down for it and it took place, done or said no to, or a routine kept or not wanted. */
const OFFERED = `
  SELECT b.resident_id, (s.starts_at AT TIME ZONE $2)::date AS day FROM booking b JOIN session s ON s.home_id = b.home_id AND s.id = b.session_id AND s.status = 'planned'
  WHERE b.home_id = $1 AND b.resident_id IS NOT NULL AND b.starts_at >= $3 AND b.starts_at < $4 AND NOT EXISTS (SELECT 1 FROM session_report n WHERE n.home_id = s.home_id AND n.session_id = s.id AND NOT n.ran)
    AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.home_id = b.home_id AND t.session_id = s.id AND t.resident_id = b.resident_id AND t.level = 'not offered' AND NOT EXISTS (SELECT 1 FROM attendance c WHERE c.home_id = t.home_id AND c.corrects_id = t.id))
  UNION SELECT t.resident_id, (s.starts_at AT TIME ZONE $2)::date FROM attendance t JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id
  WHERE t.home_id = $1 AND s.starts_at >= $3 AND s.starts_at < $4 AND t.level <> 'not offered' AND NOT EXISTS (SELECT 1 FROM attendance c WHERE c.home_id = t.home_id AND c.corrects_id = t.id)
  UNION SELECT d.resident_id, d.day FROM routine_day d WHERE d.home_id = $1 AND d.day >= ($3 AT TIME ZONE $2)::date AND d.day < ($4 AT TIME ZONE $2)::date AND d.state IN ('honoured', 'not wanted')
    AND NOT EXISTS (SELECT 1 FROM routine_day c WHERE c.home_id = d.home_id AND c.corrects_id = d.id)`;

async function everyDay(tx: Tx, today: Day): Promise<Counted[]> {
  const { homeId, zone } = tx.actor;
  const first = addDays(today, -OFFERED_DAYS);
  const rows = await tx.em.query<(Named & { movedIn: Day | null; days: Day[] })[]>(
    `WITH offered AS (${OFFERED})
     SELECT ${NAMED}, to_char(r.moved_in, 'YYYY-MM-DD') AS "movedIn", coalesce(array_agg(to_char(o.day, 'YYYY-MM-DD')) FILTER (WHERE o.day IS NOT NULL), '{}') AS days
     FROM resident r LEFT JOIN offered o ON o.resident_id = r.id WHERE r.home_id = $1 AND r.status = 'living here' GROUP BY r.home_id, r.id`,
    [homeId, zone, instantAt(zone, first, 0), instantAt(zone, today, 0)]);
  return rows.flatMap(({ residentId, name, movedIn, days }): Counted[] => {
    // Whoever moved in during these days is counted from their first whole day on.
    const here = Array.from({ length: OFFERED_DAYS }, (_, n) => addDays(first, n)).filter((day) => movedIn === null || day > movedIn);
    if (here.length === 0) return [];
    const missing = here.filter((day) => !days.includes(day));
    return [{ residentId, name, met: missing.length === 0, why: missing.length === 0 ? 'Every day.' : `Nothing on ${missing.map((day) => sayDay(day)).join(', ')}.` }];
  });
}

async function liveGoals(tx: Tx): Promise<Counted[]> {
  const rows = await tx.em.query<(Named & { words: string | null })[]>(
    `SELECT ${NAMED}, (SELECT o.words FROM outcome o WHERE o.home_id = r.home_id AND o.resident_id = r.id AND o.ended_on IS NULL ORDER BY o.importance DESC NULLS LAST, o.recorded_at, o.id LIMIT 1) AS words
     FROM resident r WHERE r.home_id = $1 AND r.status NOT IN ('moved out', 'died')`, [tx.actor.homeId]);
  return rows.map(({ residentId, name, words }): Counted => ({ residentId, name, met: words !== null, why: words === null ? 'None goes on.' : `“${words}”` }));
}
