/** Keeps what people were told of a week each time, and says what changed since they were first told. */
import { Injectable } from '@nestjs/common';
import { type ChangeSince, changesSince } from '@promenade/domain/planning/since';
import { type Begun, type PlannedSession, asPlanned } from '@promenade/domain/planning/week';
import type { Day } from '@promenade/domain/shared/time';
import type { Names } from '@promenade/planner/names';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { sayChange } from './change-words.ts';
import { PlanVersionEntity } from './planning.entities.ts';
import { stateWeek } from './week-records.ts';

/** A change as clients see it. */
export type PlanChange = {
  readonly kind: ChangeSince['kind'];
  readonly residentIds: readonly string[];
  readonly activityId: string;
  readonly from: PlannedSession | null;
  readonly to: PlannedSession | null;
  readonly words: string;
  readonly at: Date;
  readonly byName: string | null;
};

@Injectable()
export class SinceService {
  /** Adds what people are told now. What has begun stays as they were told of it before. */
  async record(tx: Tx, planId: string, weekStarts: Day, begun: readonly Begun[], ahead: readonly PlannedSession[]): Promise<void> {
    const { homeId, name } = tx.actor;
    const last = (await this.versions(tx, weekStarts)).at(-1);
    const hasBegun = ({ activity, start }: PlannedSession) => begun.some(({ activityId, span }) => activityId === activity && span[0] === start);
    const sessions = [...(last?.sessions ?? []).filter(hasBegun), ...ahead].map(asPlanned);
    await tx.em.insert(PlanVersionEntity, { homeId, id: newId(), weekStarts, number: (last?.number ?? 0) + 1, planId, sessions, at: tx.now, byName: name });
  }

  /** Each time people were told of a week, the first time first. */
  async versions({ em, actor }: Tx, weekStarts: Day): Promise<PlanVersionEntity[]> {
    return em.find(PlanVersionEntity, { where: { homeId: actor.homeId, weekStarts }, order: { number: 'ASC' } });
  }

  /** What changed in a week since it was first published, in order of time and in words. */
  async changesSincePublishing(tx: Tx, weekStarts: Day, names?: Names): Promise<PlanChange[]> {
    const changes = changesSince(await this.versions(tx, weekStarts));
    if (changes.length === 0) return [];
    const called = names ?? (await stateWeek(tx, tx.actor, weekStarts)).names;
    return changes.map((change) => {
      const { kind, from, to, residents, at, byName } = change;
      return { kind, from, to, residentIds: residents, activityId: (to ?? from).activity, words: sayChange(change, called), at, byName };
    });
  }
}
