/** Tasks with what was tapped of them, and where they come up. Bounded statements, however many there are. */
import type { MoreHelpReason } from '@promenade/domain/reablement/ladder-guide';
import type { Point } from '@promenade/domain/reablement/ladder';
import { dayIn } from '@promenade/domain/shared/time';
import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { AssistanceEntity, LadderTaskEntity, type TaskPlaceEntity } from './reablement.entities.ts';

/** The tasks of one resident, ended ones last; without one, all that go on for people who live here now. */
export async function tasksOf(tx: Tx, residentId: string | null): Promise<LadderTaskEntity[]> {
  const { homeId } = tx.actor;
  const order = { endedOn: { direction: 'ASC', nulls: 'FIRST' }, name: 'ASC', id: 'ASC' } as const;
  if (residentId) return tx.em.find(LadderTaskEntity, { where: { homeId, residentId }, order });
  return tx.em.createQueryBuilder(LadderTaskEntity, 't')
    .where('t.homeId = :homeId AND t.endedOn IS NULL', { homeId })
    .andWhere(`EXISTS (SELECT 1 FROM resident r WHERE r.home_id = t.home_id AND r.id = t.resident_id AND r.status = 'living here')`)
    .orderBy('t.name', 'ASC').addOrderBy('t.id', 'ASC').getMany();
}

/** One tap with the day on which the home's clocks showed it. */
export type Tapped = Point & { readonly taskId: string; readonly aid: string | null };

/** Every tap of these tasks, since a moment when one is named, in the order they count. */
export async function tapsOf(tx: Tx, taskIds: readonly string[], since: Date | null = null): Promise<Tapped[]> {
  const rows = await tx.em.find(AssistanceEntity, { where: { homeId: tx.actor.homeId, taskId: In([...taskIds]), ...(since ? { at: MoreThanOrEqual(since) } : {}) }, order: { at: 'ASC', recordedAt: 'ASC', id: 'ASC' } });
  return rows.map(({ taskId, at, rung, aid }) => ({ taskId, day: dayIn(tx.actor.zone, at), rung, aid: aid ?? null }));
}

export type ToldTap = {
  id: string; taskId: string; at: Date; day: string; rung: number; aid: string | null; note: string | null; where: string | null; recordedByName: string; recordedAt: Date;
  reason: MoreHelpReason | null; reasonWords: string | null; reasonByName: string | null;
};

/** The taps of these tasks as they are read, the latest first: by whom, with what aid, where, and what was different. */
export async function toldTapsOf(tx: Tx, taskIds: readonly string[]): Promise<ToldTap[]> {
  const rows = await tx.em.query<Omit<ToldTap, 'day'>[]>(
    `SELECT g.id, g.task_id AS "taskId", g.at, g.rung, g.aid, g.note, coalesce(a.name, r.what) AS "where", g.recorded_by_name AS "recordedByName", g.recorded_at AS "recordedAt",
       why.reason, why.words AS "reasonWords", why.recorded_by_name AS "reasonByName"
     FROM assistance g LEFT JOIN session s ON s.home_id = g.home_id AND s.id = g.session_id LEFT JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
     LEFT JOIN routine r ON r.home_id = g.home_id AND r.id = g.routine_id
     LEFT JOIN LATERAL (SELECT w.reason, w.words, w.recorded_by_name FROM assistance_reason w WHERE w.home_id = g.home_id AND w.assistance_id = g.id ORDER BY w.recorded_at DESC, w.id DESC LIMIT 1) why ON true
     WHERE g.home_id = $1 AND g.task_id = ANY($2) ORDER BY g.at DESC, g.recorded_at DESC, g.id DESC`, [tx.actor.homeId, taskIds]);
  return rows.map((row) => ({ ...row, day: dayIn(tx.actor.zone, row.at) }));
}

/** Places that nobody took a task away from. */
const STANDING = `p.undoes_id IS NULL AND NOT EXISTS (SELECT 1 FROM task_place u WHERE u.home_id = p.home_id AND u.undoes_id = p.id)`;

export type Placed = Pick<TaskPlaceEntity, 'id' | 'taskId' | 'activityId' | 'routineId' | 'recordedByName' | 'recordedAt'> & { name: string };

/** Where these tasks come up, as it stands now. */
export function placesOf(tx: Tx, taskIds: readonly string[]): Promise<Placed[]> {
  return tx.em.query<Placed[]>(
    `SELECT p.id, p.task_id AS "taskId", p.activity_id AS "activityId", p.routine_id AS "routineId", p.recorded_by_name AS "recordedByName", p.recorded_at AS "recordedAt", coalesce(a.name, r.what) AS name
     FROM task_place p LEFT JOIN activity a ON a.home_id = p.home_id AND a.id = p.activity_id LEFT JOIN routine r ON r.home_id = p.home_id AND r.id = p.routine_id
     WHERE p.home_id = $1 AND p.task_id = ANY($2) AND ${STANDING} ORDER BY name, p.id`, [tx.actor.homeId, taskIds]);
}

type At = { place: string; taskId: string };

/** Tasks that go on, by the activity they come up with: because somebody said so, or because both serve the same outcome. */
export function tasksByActivity(tx: Tx, activityIds: readonly string[], residentIds: readonly string[]): Promise<Map<string, LadderTaskEntity[]>> {
  return byPlace(tx, `SELECT DISTINCT x.place, k.id AS "taskId" FROM (
      SELECT o.activity_id AS place, t.id, t.home_id FROM outcome_activity o JOIN ladder_task t ON t.home_id = o.home_id AND t.outcome_id = o.outcome_id WHERE o.home_id = $1 AND o.activity_id = ANY($2)
      UNION SELECT p.activity_id, p.task_id, p.home_id FROM task_place p WHERE p.home_id = $1 AND p.activity_id = ANY($2) AND ${STANDING}) x
    JOIN ladder_task k ON k.home_id = x.home_id AND k.id = x.id WHERE k.ended_on IS NULL AND k.resident_id = ANY($3)`, [tx.actor.homeId, activityIds, residentIds]);
}

/** Tasks that go on, by the routine they come up with. */
export function tasksByRoutine(tx: Tx, routineIds: readonly string[]): Promise<Map<string, LadderTaskEntity[]>> {
  return byPlace(tx, `SELECT DISTINCT p.routine_id AS place, k.id AS "taskId" FROM task_place p JOIN ladder_task k ON k.home_id = p.home_id AND k.id = p.task_id AND k.ended_on IS NULL
    WHERE p.home_id = $1 AND p.routine_id = ANY($2) AND ${STANDING}`, [tx.actor.homeId, routineIds]);
}

async function byPlace(tx: Tx, statement: string, values: unknown[]): Promise<Map<string, LadderTaskEntity[]>> {
  const found = await tx.em.query<At[]>(statement, values);
  if (found.length === 0) return new Map();
  const tasks = await tx.em.find(LadderTaskEntity, { where: { homeId: tx.actor.homeId, id: In(found.map(({ taskId }) => taskId)), endedOn: IsNull() }, order: { name: 'ASC', id: 'ASC' } });
  const places = Map.groupBy(found, ({ place }) => place);
  return new Map([...places].map(([place, some]) => [place, tasks.filter(({ id }) => some.some(({ taskId }) => taskId === id))]));
}
