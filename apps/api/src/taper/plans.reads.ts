/** Support plans as they stand, with the weeks they are drawn from and the signs they are watched by, for any number of people. */
import type { Phase } from '@promenade/domain/people/phase';
import { pointsOf } from '@promenade/domain/reablement/ladder';
import type { Sign, TaskDays } from '@promenade/domain/reablement/taper';
import { type Day, addDays, dayIn, mondayOf } from '@promenade/domain/shared/time';
import { type Stop, haltsOf, stopsOf } from '@promenade/domain/taper/stops';
import { meantIn, receivedIn, weekStretch } from '@promenade/domain/taper/support-minutes';
import { type WeekFigures, type WeekSeen, weekFigures } from '@promenade/domain/taper/weeks';
import { In } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { SupportPlanAnswerEntity, SupportPlanEntity, SupportPlanLineEntity, SupportPlanStopEntity, WishMinuteEntity } from '../reablement/support-plan.entities.ts';
import { recordedBetween } from './taper.reads.ts';

export type Reader = { readonly em: Tx['em']; readonly now: Date; readonly actor: Pick<Tx['actor'], 'homeId' | 'zone'> };

/** As it is read: copied and added to, never changed. */
type PlanRow = { readonly [Column in keyof SupportPlanEntity]: SupportPlanEntity[Column] };

export type Version = { readonly plan: PlanRow; readonly lines: readonly SupportPlanLineEntity[]; readonly stops: readonly Stop[] };

/** Everything about one person's plans. `versions` in the order they were made; `current` is the last. */
export type Planned = {
  readonly residentId: string;
  readonly name: string;
  readonly status: string;
  readonly phase: Phase | null;
  readonly versions: readonly Version[];
  readonly current: Version | null;
  /** From the first week of the first plan to the last of the current one, this week at least. */
  readonly weeks: readonly (WeekFigures & { readonly planId: string; readonly parts: WeekSeen['received']['parts']; readonly reasons: WeekSeen['meant']['reasons'] })[];
  readonly wishes: readonly WishMinuteEntity[];
};

type Person = { id: string; name: string; status: string; knownFrom: Day | null; changes: { day: Day; to: string }[]; phases: { phase: Phase; day: Day; words: string }[] };

const BEFORE_DAYS = 60;

/** Who asks for people without a plan gets them too, with none. */
export async function plansOf(tx: Reader, residentIds: readonly string[]): Promise<Planned[]> {
  if (residentIds.length === 0) return [];
  const { homeId, zone } = tx.actor;
  const [today, ids] = [dayIn(zone, tx.now), [...residentIds]];
  const own = { homeId, residentId: In(ids) };
  const inOrder = { recordedAt: 'ASC', id: 'ASC' } as const;
  const people = await peopleOf(tx, ids);
  const plans: readonly PlanRow[] = await tx.em.find(SupportPlanEntity, { where: own, order: inOrder });
  const wishes = await tx.em.find(WishMinuteEntity, { where: own, order: { recordedAt: 'DESC', id: 'DESC' } });
  const planIds = plans.map(({ id }) => id);
  const lines = planIds.length === 0 ? [] : await tx.em.find(SupportPlanLineEntity, { where: { homeId, planId: In(planIds) }, order: { place: 'ASC' } });
  const stops = planIds.length === 0 ? [] : await tx.em.find(SupportPlanStopEntity, { where: own, order: inOrder });
  const answers = planIds.length === 0 ? [] : await tx.em.find(SupportPlanAnswerEntity, { where: own, order: inOrder });
  const [first, last] = [plans.reduce((least, { startsOn }) => (startsOn < least ? startsOn : least), mondayOf(today)), addDays(mondayOf(today), 6)];
  const withPlan = [...new Set(plans.map(({ residentId }) => residentId))];
  const signs = withPlan.length === 0 ? [] : await signsOf(tx, withPlan, addDays(first, -BEFORE_DAYS));
  const tasks = withPlan.length === 0 ? [] : await tasksOf(tx, withPlan, addDays(first, -BEFORE_DAYS));
  const recorded = await recordedBetween(tx, withPlan, first, last);
  return people.map((person): Planned => {
    const mine = <Row extends { residentId: string }>(rows: readonly Row[]) => rows.filter(({ residentId }) => residentId === person.id);
    const known = (planId: string): Stop[] => stops.filter((stop) => stop.planId === planId).map(({ id, why, words, onDay }) => {
      const answer = answers.find(({ stopId }) => stopId === id);
      return { id, why, words, onDay, answer: answer ? { answer: answer.answer, onDay: answer.onDay } : null };
    });
    const watched = { name: person.name, knownFrom: person.knownFrom ?? '9999-12-31', signs: mine(signs), tasks: mine(tasks) };
    const own = mine(plans);
    const versions = own.map((plan): Version => ({
      plan, lines: lines.filter(({ planId }) => planId === plan.id),
      // What was followed by another plan was settled by it; only the last is watched.
      stops: plan === own.at(-1) ? stopsOf({ ...plan, madeOn: dayIn(zone, plan.recordedAt) }, known(plan.id), person.phases, watched, today) : known(plan.id),
    }));
    const seen = weeksSeen(tx, person, versions, recorded.get(person.id) ?? { sessions: [], routines: [] }, today);
    return { residentId: person.id, name: person.name, status: person.status, phase: person.phases.at(-1)?.phase ?? null, versions, current: versions.at(-1) ?? null, weeks: seen, wishes: mine(wishes) };
  });
}

function weeksSeen(tx: Reader, person: Person, versions: readonly Version[], recorded: Parameters<typeof receivedIn>[2], today: Day): Planned['weeks'] {
  const { zone } = tx.actor;
  const [earliest, current] = [versions[0], versions.at(-1)];
  if (!earliest || !current) return [];
  const [now, weeks] = [mondayOf(today), [] as Planned['weeks'][number][]];
  const first = versions.reduce((least, { plan }) => (plan.startsOn < least ? plan.startsOn : least), earliest.plan.startsOn);
  const last = current.plan.endsOn > today ? current.plan.endsOn : today;
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) {
    const version = versions.findLast(({ plan }) => plan.startsOn <= monday) ?? earliest;
    const stretch = weekStretch(zone, monday);
    const sunday = addDays(monday, 6);
    const own = {
      sessions: recorded.sessions.filter(({ startsAt, endsAt }) => startsAt < stretch.to && endsAt > stretch.from),
      routines: recorded.routines.filter(({ day }) => monday <= day && day <= sunday),
    };
    const seen: WeekSeen = {
      monday, state: monday > now ? 'to come' : monday === now ? 'now' : 'over', received: receivedIn(zone, stretch, own), meant: meantIn(zone, stretch, own, tx.now),
      isAway: wasAway(person, monday),
    };
    const { plan, lines, stops } = version;
    weeks.push({ ...weekFigures({ ...plan, lines, halts: haltsOf(stops) }, seen), planId: plan.id, parts: seen.received.parts, reasons: seen.meant.reasons });
  }
  return weeks;
}

/** Whether somebody lived elsewhere at any time of a week, as far as was said. */
function wasAway({ changes, status }: Person, monday: Day): boolean {
  const sunday = addDays(monday, 6);
  const before = changes.findLast(({ day }) => day < monday);
  const during = changes.filter(({ day }) => day >= monday && day <= sunday);
  const stood = before?.to ?? (changes.length === 0 ? status : 'living here');
  return [stood, ...during.map(({ to }) => to)].some((to) => to !== 'living here');
}

function peopleOf(tx: Reader, ids: string[]): Promise<Person[]> {
  return tx.em.query<Person[]>(
    `SELECT r.id, r.preferred_name AS name, r.status,
       (SELECT to_char(min(x.at) AT TIME ZONE $3, 'YYYY-MM-DD') FROM (
          SELECT min(a.recorded_at) AS at FROM attendance a WHERE a.home_id = r.home_id AND a.resident_id = r.id
          UNION ALL SELECT min(d.recorded_at) FROM routine_day d WHERE d.home_id = r.home_id AND d.resident_id = r.id
          UNION ALL SELECT min(n.at) FROM distress_note n WHERE n.home_id = r.home_id AND n.resident_id = r.id) x) AS "knownFrom",
       coalesce((SELECT jsonb_agg(jsonb_build_object('day', to_char(c.on_date, 'YYYY-MM-DD'), 'to', c.to_status) ORDER BY c.on_date, c.recorded_at, c.id)
                 FROM resident_status_change c WHERE c.home_id = r.home_id AND c.resident_id = r.id), '[]') AS changes,
       coalesce((SELECT jsonb_agg(jsonb_build_object('phase', p.phase, 'words', p.words, 'day', to_char(p.recorded_at AT TIME ZONE $3, 'YYYY-MM-DD')) ORDER BY p.recorded_at, p.id)
                 FROM life_phase p WHERE p.home_id = r.home_id AND p.resident_id = r.id), '[]') AS phases
     FROM resident r WHERE r.home_id = $1 AND r.id = ANY($2) ORDER BY r.preferred_name, r.id`, [tx.actor.homeId, ids, tx.actor.zone]);
}

/** Distress, falls and noes that stand: what was corrected does not. */
function signsOf(tx: Reader, ids: readonly string[], from: Day): Promise<(Sign & { residentId: string })[]> {
  const stands = (table: string, alias: string) => `NOT EXISTS (SELECT 1 FROM ${table} c WHERE c.home_id = ${alias}.home_id AND c.corrects_id = ${alias}.id)`;
  return tx.em.query<(Sign & { residentId: string })[]>(
    `SELECT resident_id AS "residentId", 'distress' AS kind, to_char(at AT TIME ZONE $3, 'YYYY-MM-DD') AS day, false AS hurt FROM distress_note n
       WHERE home_id = $1 AND resident_id = ANY($2) AND at >= $4 AND level <> 'settled after all' AND ${stands('distress_note', 'n')}
     UNION ALL SELECT resident_id, 'falls', to_char(at AT TIME ZONE $3, 'YYYY-MM-DD'), hurt = 'hurt' FROM fall f
       WHERE home_id = $1 AND resident_id = ANY($2) AND at >= $4 AND hurt <> 'not a fall after all' AND ${stands('fall', 'f')}
     UNION ALL SELECT t.resident_id, 'refusals', to_char(s.starts_at AT TIME ZONE $3, 'YYYY-MM-DD'), false FROM attendance t JOIN session s ON s.home_id = t.home_id AND s.id = t.session_id
       WHERE t.home_id = $1 AND t.resident_id = ANY($2) AND s.starts_at >= $4 AND t.level = 'declined' AND ${stands('attendance', 't')}
     UNION ALL SELECT resident_id, 'refusals', to_char(day, 'YYYY-MM-DD'), false FROM routine_day d
       WHERE home_id = $1 AND resident_id = ANY($2) AND day >= $4::date AND state = 'not wanted' AND ${stands('routine_day', 'd')}`,
    [tx.actor.homeId, ids, tx.actor.zone, from]);
}

async function tasksOf(tx: Reader, ids: readonly string[], from: Day): Promise<(TaskDays & { residentId: string })[]> {
  const taps = await tx.em.query<{ residentId: string; taskId: string; name: string; day: Day; rung: number }[]>(
    `SELECT k.resident_id AS "residentId", k.id AS "taskId", k.name, to_char(a.at AT TIME ZONE $3, 'YYYY-MM-DD') AS day, a.rung
     FROM assistance a JOIN ladder_task k ON k.home_id = a.home_id AND k.id = a.task_id
     WHERE a.home_id = $1 AND a.resident_id = ANY($2) AND a.at >= $4 AND k.ended_on IS NULL ORDER BY a.at, a.recorded_at, a.id`, [tx.actor.homeId, ids, tx.actor.zone, from]);
  return [...Map.groupBy(taps, ({ taskId }) => taskId).values()].flatMap((own) => (own[0] ? [{ residentId: own[0].residentId, name: own[0].name, points: pointsOf(own) }] : []));
}
