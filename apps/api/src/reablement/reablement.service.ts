/** Daily tasks on the ladder of independence, and help given with them in one tap. */
import { Injectable } from '@nestjs/common';
import { LADDER_WORDS, type Point, mayBegin, mayTap, pointsOf } from '@promenade/domain/reablement/ladder';
import { gentlePrompt } from '@promenade/domain/reablement/ladder-guide';
import { dayIn } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import { In, IsNull } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { AssistanceEntity, LadderTaskEntity } from './reablement.entities.ts';

export type NewTask = Pick<LadderTaskEntity, 'id' | 'residentId' | 'outcomeId' | 'name' | 'startRung' | 'hopedOn' | 'hopedRung'> & { startedOn: string | null };
export type Tap = { id: string; taskId: string; rung: number; at: Date | null; note: string | null };

/** Nobody here was helped before it. A time that is none compares with nothing. */
const FIRST_MOMENT = Date.UTC(1900, 0);

@Injectable()
export class ReablementService {
  async create(tx: Tx, task: NewTask): Promise<LadderTaskEntity | Refused> {
    const { homeId, zone } = tx.actor;
    const resident = await tx.em.findOneBy(ResidentEntity, { homeId, id: task.residentId });
    if (!resident) throw new NotFound('This resident');
    const row: LadderTaskEntity = { ...task, name: task.name.trim(), startedOn: task.startedOn ?? dayIn(zone, tx.now), homeId, endedOn: null };
    const decision = mayBegin(row, resident);
    if (!decision.allowed) return refused(LADDER_WORDS, decision.reasons);
    await tx.em.createQueryBuilder().insert().into(LadderTaskEntity).values(row).orIgnore().execute();
    return this.byId(tx, task.id);
  }

  /**
   * One tap. There is no undo and none is needed: tapping again on the same day is what counts, and both are kept.
   * Without a time it happened now.
   */
  async record(tx: Tx, { id, taskId, rung, at, note }: Tap): Promise<{ task: LadderTaskEntity; prompt: string | null } | Refused> {
    if (at !== null && !(at.getTime() >= FIRST_MOMENT)) throw new Invalid('That is not a time it can have happened. Record it again.');
    const { homeId, zone, accountId, name } = tx.actor;
    const task = await this.byId(tx, taskId);
    const today = dayIn(zone, tx.now);
    const decision = mayTap(rung, at ?? tx.now, tx.now, task, today);
    if (!decision.allowed) return refused(LADDER_WORDS, decision.reasons);
    const row: AssistanceEntity = { homeId, id, residentId: task.residentId, taskId, rung, at: at ?? tx.now, note: wordsOrNull(note), recordedBy: accountId, recordedByName: name, recordedAt: tx.now };
    await tx.em.createQueryBuilder().insert().into(AssistanceEntity).values(row).orIgnore().execute();
    const kept = await tx.em.findOneByOrFail(AssistanceEntity, { homeId, id });
    const same = kept.taskId === taskId && kept.rung === rung && kept.note === row.note && (at === null || kept.at.getTime() === at.getTime());
    if (!same) return refused(LADDER_WORDS, [{ code: 'SAID_OTHERWISE_BEFORE' }]);
    const resident = await tx.em.findOneByOrFail(ResidentEntity, { homeId, id: task.residentId });
    return { task, prompt: gentlePrompt({ name: resident.preferredName, isComfort: false }, pointsOf(await this.tapsOf(tx, [taskId])), rung, today) };
  }

  /** The task goes on no longer; what was recorded stays. */
  async end(tx: Tx, id: string): Promise<LadderTaskEntity> {
    await this.byId(tx, id);
    await tx.em.update(LadderTaskEntity, { homeId: tx.actor.homeId, id, endedOn: IsNull() }, { endedOn: dayIn(tx.actor.zone, tx.now) });
    return this.byId(tx, id);
  }

  async tasks(tx: Tx, residentId: string | null): Promise<LadderTaskEntity[]> {
    return tx.em.find(LadderTaskEntity, { where: { homeId: tx.actor.homeId, ...(residentId ? { residentId } : { endedOn: IsNull() }) }, order: { endedOn: { direction: 'ASC', nulls: 'FIRST' }, name: 'ASC', id: 'ASC' } });
  }

  /** Every tap of these tasks, each with the day on which the home's clocks showed it, in the order they count. */
  async tapsOf(tx: Tx, taskIds: readonly string[]): Promise<(Point & { taskId: string })[]> {
    const rows = await tx.em.find(AssistanceEntity, { where: { homeId: tx.actor.homeId, taskId: In([...taskIds]) }, order: { at: 'ASC', recordedAt: 'ASC', id: 'ASC' } });
    return rows.map(({ taskId, at, rung }) => ({ taskId, day: dayIn(tx.actor.zone, at), rung }));
  }

  private async byId(tx: Tx, id: string): Promise<LadderTaskEntity> {
    const task = await tx.em.findOneBy(LadderTaskEntity, { homeId: tx.actor.homeId, id });
    if (!task) throw new NotFound('This task');
    return task;
  }
}
