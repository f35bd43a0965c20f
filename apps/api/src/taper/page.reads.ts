/** One person's support plan as their page shows it, and everybody's in a line each. */
import { isNeverTapered } from '@promenade/domain/people/phase';
import { plannedMinutes, weeksIn } from '@promenade/domain/reablement/support-plan';
import { dayIn, daysBetween, mondayOf, sayDay } from '@promenade/domain/shared/time';
import { haltsOf, openStop, sayState, stateOf } from '@promenade/domain/taper/stops';
import { type Idea, balanceOf, threeIdeas, toCredit } from '@promenade/domain/taper/wish-minutes';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { keptOut } from '../people/life-story.reads.ts';
import { type Planned, plansOf } from './plans.reads.ts';
import type { FallType, RoutineHelpType, SupportOutcomeType, SupportPlanEventType, SupportPlanGlanceType, SupportPlanOfPersonType, SupportPlanType } from './taper.graphql.ts';

type OutcomeRow = SupportOutcomeType & { residentId: string; endedOn: string | null; reachedAt: Date | null };

export async function supportPlanOf(tx: Tx, residentId: string): Promise<SupportPlanOfPersonType> {
  const [planned] = await plansOf(tx, [residentId]);
  if (!planned) throw new NotFound('This person');
  const { homeId, zone } = tx.actor;
  const today = dayIn(zone, tx.now);
  const outcomes = await outcomesOf(tx, [residentId]);
  const { current, name } = planned;
  const stop = openStop(current?.stops ?? []);
  const falls = await tx.em.query<FallType[]>(
    `SELECT id, resident_id AS "residentId", at, place, hurt, words, recorded_by_name AS "recordedByName" FROM fall f
     WHERE home_id = $1 AND resident_id = $2 AND at >= $3::timestamptz - interval '183 days' AND hurt <> 'not a fall after all'
       AND NOT EXISTS (SELECT 1 FROM fall c WHERE c.home_id = f.home_id AND c.corrects_id = f.id) ORDER BY at DESC, id`, [homeId, residentId, tx.now]);
  const live = outcomes.filter(({ endedOn }) => endedOn === null);
  return {
    residentId, name, today, thisMonday: mondayOf(today), neverTapered: neverTapered(planned, live), state: stateOf(current?.plan ?? null, current?.stops ?? [], today),
    words: sayState(name, current?.plan ?? null, current?.stops ?? [], today), plan: current ? planOf(current, outcomes) : null, stop: stop && { why: stop.why, words: stop.words, onDay: stop.onDay },
    weeks: planned.weeks.map((week) => ({ ...week, parts: week.parts.map((part) => ({ ...part, staffMinutes: Math.round(part.staffMinutes) })), reasons: [...week.reasons] })),
    notices: noticesOf(planned, outcomes, today), events: await eventsOf(tx, planned), ...savedOf(planned),
    wishMinutes: { balance: balanceNow(planned), lines: planned.wishes.map(({ id, kind, week, minutes, what, say, recordedByName, recordedAt }) => ({ id, kind, week, minutes, what, say, recordedByName, recordedAt })), ideas: balanceNow(planned) > 0 ? await ideasFor(tx, residentId) : [] },
    routines: await routineHelp(tx, residentId, today), falls, outcomes: live.map(({ id, words, comfort }) => ({ id, words, comfort })),
  };
}

/** Everybody who lives here and has a plan; those with something to look at first. */
export async function supportPlans(tx: Tx): Promise<SupportPlanGlanceType[]> {
  const rows = await tx.em.query<{ id: string }[]>(
    `SELECT r.id FROM resident r WHERE r.home_id = $1 AND r.status NOT IN ('moved out', 'died') AND EXISTS (SELECT 1 FROM support_plan p WHERE p.home_id = r.home_id AND p.resident_id = r.id)`, [tx.actor.homeId]);
  const ids = rows.map(({ id }) => id);
  const today = dayIn(tx.actor.zone, tx.now);
  const outcomes = Map.groupBy(await outcomesOf(tx, ids), ({ residentId }) => residentId);
  return (await plansOf(tx, ids)).map((planned) => {
    const { residentId, name, current } = planned;
    const [plan, stops] = [current?.plan ?? null, current?.stops ?? []];
    return { residentId, name, state: stateOf(plan, stops, today), words: sayState(name, plan, stops, today), notices: noticesOf(planned, outcomes.get(residentId) ?? [], today), wishMinutes: balanceNow(planned), savedPence: savedOf(planned).savedPence };
  }).toSorted((a, b) => Number(b.state === 'stopped') - Number(a.state === 'stopped') || b.notices.length - a.notices.length || a.name.localeCompare(b.name));
}

/** Why nothing is made less for somebody: their phase of life, or that all they want is comfort and connection. */
export function neverTapered({ phase, name }: Pick<Planned, 'phase' | 'name'>, live: readonly Pick<SupportOutcomeType, 'comfort'>[]): string | null {
  if (isNeverTapered(phase)) return `${name} wants comfort and connection now. Help is never made less.`;
  return live.length > 0 && live.every(({ comfort }) => comfort) ? `What ${name} wants is comfort and connection. Help for it is never made less.` : null;
}

export function outcomesOf(tx: Pick<Tx, 'em' | 'actor'>, ids: readonly string[]): Promise<OutcomeRow[]> {
  return tx.em.query<OutcomeRow[]>(
    `SELECT o.id, o.resident_id AS "residentId", o.words, o.comfort, to_char(o.ended_on, 'YYYY-MM-DD') AS "endedOn",
       (SELECT max(v.recorded_at) FROM outcome_review v WHERE v.home_id = o.home_id AND v.outcome_id = o.id AND v.result = 'reached') AS "reachedAt"
     FROM outcome o WHERE o.home_id = $1 AND o.resident_id = ANY($2) ORDER BY o.importance DESC NULLS LAST, o.recorded_at, o.id`, [tx.actor.homeId, ids]);
}

/** The balance with what is set free and not written down yet: reading it changes nothing. */
export function balanceNow({ weeks, wishes }: Pick<Planned, 'weeks' | 'wishes'>): number {
  return balanceOf([...wishes, ...toCredit(weeks, wishes).map(({ week, minutes }) => ({ kind: 'freed' as const, week, minutes }))]);
}

function savedOf({ weeks }: Planned): { savedPence: number; savedWeeks: number } {
  const known = weeks.filter(({ savedPence }) => savedPence !== null);
  return { savedPence: known.reduce((sum, { savedPence }) => sum + (savedPence ?? 0), 0), savedWeeks: known.length };
}

const HELD_LONG_DAYS = 84;

/** What is to be looked at. Support that never tapers is questioned, except where it never should. */
function noticesOf(planned: Planned, outcomes: readonly OutcomeRow[], today: string): string[] {
  const { current, name, phase } = planned;
  if (!current) return [];
  const { plan, stops } = current;
  const state = stateOf(plan, stops, today);
  const stop = openStop(stops);
  const reached = outcomes.filter(({ reachedAt }) => reachedAt !== null && reachedAt > plan.recordedAt);
  const isLongHeld = state === 'held' && daysBetween(plan.startsOn, today) >= HELD_LONG_DAYS && !isNeverTapered(phase);
  const unknown = planned.weeks.filter(({ unknown: why }) => why !== null).length;
  return [
    stop && `Stopped on ${sayDay(stop.onDay)}: ${stop.words} Ask ${name}: go on, hold, or go back?`,
    ...reached.map(({ words }) => `“${words}” was reached. Look at the support again together: what is still needed, and what is not?`),
    state === 'over' && `The plan ended on ${sayDay(plan.endsOn)}. Make the next one with ${name}.`,
    isLongHeld && `Support has been at ${plannedMinutes(plan, haltsOf(stops), mondayOf(today))} minutes a week since ${sayDay(plan.startsOn)}. Is there something ${name} would like to do more of alone?`,
    unknown >= 2 && `Of ${unknown} weeks too little was recorded to say what support ${name} had.`,
  ].filter((each): each is string => typeof each === 'string');
}

function planOf({ plan, lines }: NonNullable<Planned['current']>, outcomes: readonly OutcomeRow[]): SupportPlanType {
  return { ...plan, weeks: weeksIn(plan), outcomeWords: outcomes.find(({ id }) => id === plan.outcomeId)?.words ?? null, lines: lines.map(({ id, kind, what, minutes, staff, residents }) => ({ id, kind, what, minutes, staff, residents })) };
}

const ANSWERED: Readonly<Record<string, string>> = { 'go on': 'The plan goes on.', hold: 'Support is held where it is.', 'go back': 'Back to the support there was at the start.' };

async function eventsOf(tx: Tx, { residentId, versions }: Planned): Promise<SupportPlanEventType[]> {
  const said = await tx.em.query<(SupportPlanEventType & { answer: string | null })[]>(
    `SELECT id, 'stop' AS kind, NULL AS answer, words, NULL AS say, recorded_by_name AS "byName", recorded_at AS at FROM support_plan_stop WHERE home_id = $1 AND resident_id = $2
     UNION ALL SELECT id, 'answer', answer, coalesce(words, ''), say, recorded_by_name, recorded_at FROM support_plan_answer WHERE home_id = $1 AND resident_id = $2`, [tx.actor.homeId, residentId]);
  const rows = said.map(({ id, kind, answer, words, say, byName, at }): SupportPlanEventType => ({ id, kind, say, byName, at, words: [ANSWERED[answer ?? ''], words].filter(Boolean).join(' ') }));
  const plans = versions.map(({ plan }): SupportPlanEventType => ({
    id: plan.id, kind: 'plan', say: plan.say, byName: plan.recordedByName, at: plan.recordedAt,
    words: plan.shape === 'held' ? `A plan held at ${plan.startMinutes} minutes a week. ${plan.why}` : `A plan from ${plan.startMinutes} to ${plan.goalMinutes} minutes a week in ${weeksIn(plan)} weeks. ${plan.why}`,
  }));
  return [...rows, ...plans].toSorted((a, b) => b.at.getTime() - a.at.getTime() || a.kind.localeCompare(b.kind));
}

/** What they wish for, what serves an outcome, what they like; only what is offered and no topic to avoid keeps out. */
async function ideasFor(tx: Tx, residentId: string): Promise<Idea[]> {
  const { homeId } = tx.actor;
  const today = dayIn(tx.actor.zone, tx.now);
  const rows = await tx.em.query<Idea[]>(
    `SELECT a.id AS "activityId", a.name, a.picture, x.worth, x.because FROM (
       SELECT activity_id, 90 AS worth, 'Wished for: “' || words || '”' AS because FROM wish WHERE home_id = $1 AND resident_id = $2 AND activity_id IS NOT NULL AND coalesce(answer, '') <> 'declined'
       UNION ALL SELECT l.activity_id, 60 + 3 * coalesce(o.importance, 5), 'Serves “' || o.words || '”' FROM outcome_activity l JOIN outcome o ON o.home_id = l.home_id AND o.id = l.outcome_id
         WHERE l.home_id = $1 AND o.resident_id = $2 AND o.ended_on IS NULL
       UNION ALL SELECT activity_id, value, because FROM interest WHERE home_id = $1 AND resident_id = $2 AND value > 0) x
     JOIN activity a ON a.home_id = $1 AND a.id = x.activity_id WHERE a.retired_on IS NULL OR a.retired_on > $3`, [homeId, residentId, today]);
  const out = new Set((await keptOut(tx, homeId)).filter((each) => each.residentId === residentId).map(({ activityId }) => activityId));
  return threeIdeas(rows.filter(({ activityId }) => !out.has(activityId)));
}

/** Routines that go on and are not planned as sessions, with the help they take as was said last. */
function routineHelp(tx: Tx, residentId: string, today: string): Promise<RoutineHelpType[]> {
  return tx.em.query<RoutineHelpType[]>(
    `SELECT r.id AS "routineId", r.what, r.from_time AS "fromTime", r.to_time AS "toTime", s.id IS NOT NULL AS "isSaid", s.minutes, coalesce(s.staff, 1) AS staff
     FROM routine r LEFT JOIN LATERAL (SELECT * FROM routine_support s WHERE s.home_id = r.home_id AND s.routine_id = r.id ORDER BY s.recorded_at DESC, s.id DESC LIMIT 1) s ON true
     WHERE r.home_id = $1 AND r.resident_id = $2 AND (r.ended_on IS NULL OR r.ended_on > $3) AND NOT (r.needs = 'session' AND r.activity_id IS NOT NULL) ORDER BY r.from_time, r.id`, [tx.actor.homeId, residentId, today]);
}
