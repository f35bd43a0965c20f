/** What became of routines, and the distress beside them: each in one statement for all routines asked about. */
import { comparedDays, HOURS_AFTER, pictureOf, shareOf } from '@promenade/domain/people/distress';
import { exceptionsOf } from '@promenade/domain/people/routine-repeats';
import { type Day, addDays, dayIn, instantAt, mondayOf } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import type { RoutineEntity } from './people.entities.ts';
import { daysDue } from './recurrence.ts';
import type { DistressNoteEntity, RoutineExceptionEntity } from './routines.entities.ts';
import type { DistressPictureType, RoutineWeekDayType } from './routines.graphql.ts';

/** Twelve weeks: longer ago somebody may have been another person. */
export const LOOK_BACK_DAYS = 84;

export type DaySaid = { routineId: string; day: Day; states: string[]; reason: string | null };

/** What was said of each day of the routines since a day, without what was corrected. */
export function daysSaid(tx: Tx, routineIds: readonly string[], since: Day): Promise<DaySaid[]> {
  return tx.em.query<DaySaid[]>(
    `SELECT d.routine_id AS "routineId", to_char(d.day, 'YYYY-MM-DD') AS day, array_agg(d.state ORDER BY d.recorded_at, d.id) AS states, max(d.reason) AS reason
     FROM routine_day d WHERE d.home_id = $1 AND d.routine_id = ANY($2) AND d.day >= $3
       AND NOT EXISTS (SELECT 1 FROM routine_day c WHERE c.home_id = d.home_id AND c.corrects_id = d.id)
     GROUP BY d.routine_id, d.day ORDER BY d.routine_id, d.day`,
    [tx.actor.homeId, routineIds, since],
  );
}

/** Notes of distress that stand: nothing corrects them, and they are not themselves a "settled after all". The newest first. */
export function distressOf(tx: Tx, residentIds: readonly string[], since: Day): Promise<DistressNoteEntity[]> {
  return tx.em.query<DistressNoteEntity[]>(
    `SELECT n.id, n.home_id AS "homeId", n.resident_id AS "residentId", n.routine_id AS "routineId", n.at, n.level, n.words, n.corrects_id AS "correctsId",
            n.recorded_by AS "recordedBy", n.recorded_by_name AS "recordedByName", n.recorded_at AS "recordedAt"
     FROM distress_note n WHERE n.home_id = $1 AND n.resident_id = ANY($2) AND n.at >= $3 AND n.level <> 'settled after all'
       AND NOT EXISTS (SELECT 1 FROM distress_note c WHERE c.home_id = n.home_id AND c.corrects_id = n.id)
     ORDER BY n.at DESC, n.id DESC`,
    [tx.actor.homeId, residentIds, instantAt(tx.actor.zone, since, 0)],
  );
}

export const lookedBackFrom = (tx: Tx) => addDays(dayIn(tx.actor.zone, tx.now), -LOOK_BACK_DAYS);

const stateOf = ({ states }: DaySaid) => (states.every((each) => each === states[0]) ? (states[0] ?? null) : 'disputed');

/** Distress after missed days beside distress after honoured days. */
export function pictureFor(zone: string, routine: RoutineEntity, said: readonly DaySaid[], notes: readonly DistressNoteEntity[]): DistressPictureType {
  const days = comparedDays(zone, said, routine, notes.map(({ at }) => at));
  const { missed, honoured, verdict, sentence } = pictureOf(shareOf(days, 'missed'), shareOf(days, 'honoured'));
  const count = (state: string) => said.filter((day) => stateOf(day) === state).length;
  return { sentence, verdict, missed, honoured, notWanted: count('not wanted'), disputed: count('disputed'), hoursAfter: HOURS_AFTER, lookedBack: LOOK_BACK_DAYS, days };
}

/** Monday to Sunday of the week of `today`: when it is due, and what became of it. */
export function weekFor(routine: RoutineEntity, exceptions: readonly RoutineExceptionEntity[], said: readonly DaySaid[], today: Day): RoutineWeekDayType[] {
  const monday = mondayOf(today);
  const due = new Set(daysDue(routine, exceptions, monday, addDays(monday, 6)));
  const { out, added } = exceptionsOf(exceptions);
  return Array.from({ length: 7 }, (_, n) => addDays(monday, n)).map((day) => {
    const one = said.find((each) => each.day === day);
    const differs = out.has(day) || added.has(day) ? exceptions.findLast((each) => each.day === day) : undefined;
    return { day, due: due.has(day), state: one ? stateOf(one) : null, words: one?.reason ?? (differs?.words || null) };
  });
}
