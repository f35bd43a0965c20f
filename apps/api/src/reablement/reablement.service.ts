/** Daily tasks on the ladder of independence, where they come up, and help given with them in one tap. */
import { Injectable } from '@nestjs/common';
import { LADDER_WORDS, type LadderRefusal, mayBegin, mayTap, pointsOf } from '@promenade/domain/reablement/ladder';
import { gentlePrompt, isMoreHelpReason } from '@promenade/domain/reablement/ladder-guide';
import { taskInLibrary } from '@promenade/domain/reablement/task-library';
import { isNeverTapered } from '@promenade/domain/people/phase';
import { addDays, dayIn, instantAt } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import { IsNull } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ActivityEntity } from '../library/library.entities.ts';
import { OutcomeEntity, ResidentEntity, RoutineEntity } from '../people/people.entities.ts';
import { latestPhases } from '../people/phase.reads.ts';
import { AssistanceEntity, AssistanceReasonEntity, LadderTaskEntity, TaskPlaceEntity } from './reablement.entities.ts';
import { placesOf, tapsOf, type ToldTap, toldTapsOf } from './tasks.reads.ts';

export type NewTask = Pick<LadderTaskEntity, 'id' | 'residentId' | 'outcomeId' | 'name' | 'startRung' | 'hopedOn' | 'hopedRung' | 'libraryKey' | 'aid' | 'guide'> & { startedOn: string | null; activityId: string | null; routineId: string | null };
export type Tap = { id: string; taskId: string; rung: number; at: Date | null; note: string | null; aid: string | null; sessionId: string | null; routineId: string | null };
export type Why = { id: string; assistanceId: string; reason: string; words: string | null };
export type Place = { id: string; taskId: string; activityId: string | null; routineId: string | null };
type Recorded = { id: string; task: LadderTaskEntity; prompt: string | null };

/** Nobody here was helped before it. A time that is none compares with nothing. */
const FIRST_MOMENT = Date.UTC(1900, 0);
/** What counts of the taps before today when something is said or asked. */
const LATELY_DAYS = 56;

const no = (code: LadderRefusal) => refused(LADDER_WORDS, [{ code }]);

@Injectable()
export class ReablementService {
  async create(tx: Tx, { activityId, routineId, ...task }: NewTask): Promise<LadderTaskEntity | Refused> {
    const { homeId, zone } = tx.actor;
    const resident = await tx.em.findOneBy(ResidentEntity, { homeId, id: task.residentId });
    if (!resident) throw new NotFound('This resident');
    if (task.outcomeId && !(await tx.em.existsBy(OutcomeEntity, { homeId, id: task.outcomeId, residentId: resident.id }))) throw new NotFound('This outcome');
    if (task.libraryKey && !taskInLibrary(task.libraryKey)) return no('NO_SUCH_TASK');
    const row: LadderTaskEntity = {
      ...task, name: task.name.trim(), aid: wordsOrNull(task.aid), guide: wordsOrNull(task.guide), libraryKey: wordsOrNull(task.libraryKey), startedOn: task.startedOn ?? dayIn(zone, tx.now), homeId, endedOn: null,
    };
    const decision = mayBegin(row, resident);
    if (!decision.allowed) return refused(LADDER_WORDS, decision.reasons);
    const places = [activityId && { activityId, routineId: null }, routineId && { activityId: null, routineId }].filter((each) => each !== null && each !== '');
    for (const place of places) {
      const refusal = await this.mayStand(tx, resident.id, place);
      if (refusal) return refusal;
    }
    if (await tx.em.existsBy(LadderTaskEntity, { homeId, id: task.id })) return this.byId(tx, task.id);
    await tx.em.createQueryBuilder().insert().into(LadderTaskEntity).values(row).orIgnore().execute();
    for (const place of places) await tx.em.insert(TaskPlaceEntity, { ...this.by(tx), ...place, id: newId(), residentId: resident.id, taskId: task.id, undoesId: null });
    return this.byId(tx, task.id);
  }

  /**
   * One tap. There is no undo and none is needed: tapping again on the same day is what counts, and all are kept. Without a time
   * it happened now; without a word of the aid it was the same as last time.
   */
  async record(tx: Tx, { id, taskId, rung, at, note, aid, sessionId, routineId }: Tap): Promise<Recorded | Refused> {
    if (at !== null && !(at.getTime() >= FIRST_MOMENT)) throw new Invalid('That is not a time it can have happened. Record it again.');
    const { homeId, zone } = tx.actor;
    const task = await this.byId(tx, taskId);
    const today = dayIn(zone, tx.now);
    const decision = mayTap(rung, at ?? tx.now, tx.now, task, today);
    if (!decision.allowed) return refused(LADDER_WORDS, decision.reasons);
    if (sessionId) await this.mustBeIn(tx, task.residentId, sessionId);
    if (routineId && !(await tx.em.existsBy(RoutineEntity, { homeId, id: routineId, residentId: task.residentId }))) throw new NotFound('This routine');
    const before = await tapsOf(tx, [taskId], instantAt(zone, addDays(today, -LATELY_DAYS), 0));
    const usual = before.length > 0 ? (before.at(-1)?.aid ?? null) : (task.aid ?? null);
    const row: AssistanceEntity = {
      ...this.by(tx), id, residentId: task.residentId, taskId, rung, at: at ?? tx.now, note: wordsOrNull(note), aid: aid === null ? usual : wordsOrNull(aid), sessionId, routineId,
    };
    await tx.em.createQueryBuilder().insert().into(AssistanceEntity).values(row).orIgnore().execute();
    const kept = await tx.em.findOneByOrFail(AssistanceEntity, { homeId, id });
    const same = kept.taskId === taskId && kept.rung === rung && kept.note === row.note && (at === null || kept.at.getTime() === at.getTime()) && (aid === null || kept.aid === row.aid);
    if (!same) return no('SAID_OTHERWISE_BEFORE');
    const resident = await tx.em.findOneByOrFail(ResidentEntity, { homeId, id: task.residentId });
    const isComfort = isNeverTapered((await latestPhases(tx, [resident.id])).get(resident.id)?.phase ?? null);
    return { id, task, prompt: gentlePrompt({ name: resident.preferredName, isComfort }, pointsOf(before), rung, today) };
  }

  /** What was different, in one tap; said again, the last word counts. Sent twice, it is there once. */
  async sayWhy(tx: Tx, { id, assistanceId, reason, words }: Why): Promise<(ToldTap & { counts: boolean }) | Refused> {
    const { homeId } = tx.actor;
    const tap = await tx.em.findOneBy(AssistanceEntity, { homeId, id: assistanceId });
    if (!tap) throw new NotFound('This entry');
    if (!isMoreHelpReason(reason)) return no('NO_REASON');
    const row: AssistanceReasonEntity = { ...this.by(tx), id, residentId: tap.residentId, assistanceId, reason, words: wordsOrNull(words) };
    await tx.em.createQueryBuilder().insert().into(AssistanceReasonEntity).values(row).orIgnore().execute();
    const kept = await tx.em.findOneByOrFail(AssistanceReasonEntity, { homeId, id });
    if (kept.assistanceId !== assistanceId || kept.reason !== reason || kept.words !== row.words) return no('SAID_OTHERWISE_BEFORE');
    const told = withCounts(await toldTapsOf(tx, [tap.taskId])).find((each) => each.id === assistanceId);
    if (!told) throw new NotFound('This entry');
    return told;
  }

  /** The task comes up by itself with an activity or a routine from now on. */
  async place(tx: Tx, { id, taskId, activityId, routineId }: Place): Promise<LadderTaskEntity | Refused> {
    const task = await this.byId(tx, taskId);
    if ((activityId === null) === (routineId === null)) return no('NO_PLACE');
    if (task.endedOn) return no('TASK_ENDED');
    const refusal = await this.mayStand(tx, task.residentId, { activityId, routineId });
    if (refusal) return refusal;
    const known = await tx.em.findOneBy(TaskPlaceEntity, { homeId: tx.actor.homeId, id });
    if (known) return known.taskId === taskId && known.activityId === activityId && known.routineId === routineId ? task : no('SAID_OTHERWISE_BEFORE');
    const stands = (await placesOf(tx, [taskId])).some((each) => each.activityId === activityId && each.routineId === routineId);
    if (!stands) await tx.em.insert(TaskPlaceEntity, { ...this.by(tx), id, residentId: task.residentId, taskId, activityId, routineId, undoesId: null });
    return task;
  }

  /** It comes up there no longer. That it did stays readable. */
  async unplace(tx: Tx, placeId: string): Promise<LadderTaskEntity> {
    const { homeId } = tx.actor;
    const place = await tx.em.findOneBy(TaskPlaceEntity, { homeId, id: placeId, undoesId: IsNull() });
    if (!place) throw new NotFound('This place');
    const { residentId, taskId, activityId, routineId } = place;
    await tx.em.createQueryBuilder().insert().into(TaskPlaceEntity).values({ ...this.by(tx), id: newId(), residentId, taskId, activityId, routineId, undoesId: placeId }).orIgnore().execute();
    return this.byId(tx, taskId);
  }

  /** The task goes on no longer; what was recorded stays. */
  async end(tx: Tx, id: string): Promise<LadderTaskEntity> {
    await this.byId(tx, id);
    await tx.em.update(LadderTaskEntity, { homeId: tx.actor.homeId, id, endedOn: IsNull() }, { endedOn: dayIn(tx.actor.zone, tx.now) });
    return this.byId(tx, id);
  }

  private async mayStand(tx: Tx, residentId: string, { activityId, routineId }: { activityId: string | null; routineId: string | null }): Promise<Refused | null> {
    const { homeId } = tx.actor;
    if (activityId && !(await tx.em.existsBy(ActivityEntity, { homeId, id: activityId }))) throw new NotFound('This activity');
    if (!routineId) return null;
    const routine = await tx.em.findOneBy(RoutineEntity, { homeId, id: routineId });
    if (!routine) throw new NotFound('This routine');
    return routine.residentId === residentId ? null : no('ANOTHERS_ROUTINE');
  }

  /** Booked into the session, or recorded as having been there. */
  private async mustBeIn(tx: Tx, residentId: string, sessionId: string): Promise<void> {
    const found = await tx.em.query<object[]>(
      `SELECT 1 FROM booking WHERE home_id = $1 AND session_id = $2 AND resident_id = $3 UNION ALL SELECT 1 FROM attendance WHERE home_id = $1 AND session_id = $2 AND resident_id = $3`, [tx.actor.homeId, sessionId, residentId]);
    if (found.length === 0) throw new NotFound('This session');
  }

  private by(tx: Tx) {
    return { homeId: tx.actor.homeId, recordedBy: tx.actor.accountId, recordedByName: tx.actor.name, recordedAt: tx.now };
  }

  private async byId(tx: Tx, id: string): Promise<LadderTaskEntity> {
    const task = await tx.em.findOneBy(LadderTaskEntity, { homeId: tx.actor.homeId, id });
    if (!task) throw new NotFound('This task');
    return task;
  }
}

/** Of each day the latest tap counts. `taps` of one task, the latest first. */
export function withCounts(taps: readonly ToldTap[]): (ToldTap & { counts: boolean })[] {
  const days = new Set<string>();
  return taps.map((tap) => {
    const counts = !days.has(tap.day);
    days.add(tap.day);
    return { ...tap, counts };
  });
}
