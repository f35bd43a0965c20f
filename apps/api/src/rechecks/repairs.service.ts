/** Repairs of a published week: found off the request thread, drafted to be looked at, or published at once with everybody told why. */
import { Injectable } from '@nestjs/common';
import { type PlannedSession, isWeekOver } from '@promenade/domain/planning/week';
import { type RepairCode, REPAIR_WORDS } from '@promenade/domain/rechecks/repair';
import { whyMended } from '@promenade/domain/rechecks/why';
import type { TellingWhy } from '@promenade/domain/planning/tellings';
import { sayDay } from '@promenade/domain/shared/time';
import type { Actor } from '../access/actor.ts';
import type { ChangedFactEntity } from '../changes/changes.entities.ts';
import { Db, type Tx } from '../db/db.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { Refused, refused } from '../graphql/refused.graphql.ts';
import type { FoundRepair } from '../jobs/thinking-worker.ts';
import { findRepairs } from '../jobs/thinking.ts';
import { DraftsService, publishedPlan } from '../planning/drafts.service.ts';
import type { PlanEntity } from '../planning/planning.entities.ts';
import { PublishingService, waitForWeek } from '../planning/publishing.service.ts';
import { type StatedWeek, stateWeek } from '../planning/week-records.ts';
import { calledIn } from './called.ts';
import { RechecksService } from './rechecks.service.ts';

export type Chosen = { readonly weekStarts: string; readonly basedOn: string; readonly sessions: readonly PlannedSession[] };

/** Somebody is waiting: all repairs together take no longer. */
const MILLISECONDS = 900;

@Injectable()
export class RepairsService {
  constructor(
    private readonly db: Db,
    private readonly drafts: DraftsService,
    private readonly publishing: PublishingService,
    private readonly rechecks: RechecksService,
  ) {}

  /** Up to three, for the rest of the week; what has begun stays as it is. */
  async find(actor: Actor, weekStarts: string): Promise<{ weekStarts: string; basedOn: string; repairs: FoundRepair[] }> {
    const { week, basedOn } = await this.db.read(actor, async (tx) => {
      const published = await publishedPlan(tx, weekStarts);
      if (!published) throw new NotFound('A published plan of this week');
      if (isWeekOver(actor.zone, weekStarts, tx.now)) throw new Invalid(`The week of ${sayDay(weekStarts)} is over, so there is nothing left to mend in it.`);
      return { week: await stateWeek(tx, actor, weekStarts), basedOn: published.id };
    });
    return { weekStarts, basedOn, repairs: await findRepairs({ problem: week.problem, called: calledIn(week) }, MILLISECONDS) };
  }

  /** The repair as a draft of the week, to be looked at and changed on the board. */
  async draft(tx: Tx, chosen: Chosen): Promise<PlanEntity | Refused> {
    const published = await publishedPlan(tx, chosen.weekStarts);
    if (!published) throw new NotFound('A published plan of this week');
    if (published.id !== chosen.basedOn) return meanwhile(published);
    return this.drafts.begin(tx, chosen.weekStarts, chosen.sessions, [], published.id);
  }

  /** Publishes it and tells everyone concerned, both or neither. Two who repair at once: one does, the other is told who did. */
  async publish(actor: Actor, chosen: Chosen): Promise<PlanEntity | Refused> {
    return this.publishing.orTaken(actor, null, () => this.db.write(actor, (tx) => this.publishIn(tx, chosen)).catch((error: unknown) => {
      if (error instanceof NotMended) return error.refused;
      throw error;
    }));
  }

  private async publishIn(tx: Tx, chosen: Chosen): Promise<PlanEntity> {
    await waitForWeek(tx, chosen.weekStarts);
    const draft = await this.draft(tx, chosen);
    if (draft instanceof Refused) throw new NotMended(draft);
    const rechecked = (await this.rechecks.look(tx)).find(({ weekStarts }) => weekStarts === chosen.weekStarts);
    const published = await this.publishing.publishIn(tx, draft.id, draft.version, rechecked ? whyOf(rechecked.week, rechecked.causes) : undefined);
    if (published instanceof Refused) throw new NotMended(published);
    return published;
  }
}

function meanwhile({ publishedByName }: PlanEntity): Refused {
  return refused<RepairCode>(REPAIR_WORDS, [{ code: 'MENDED_MEANWHILE', about: publishedByName ?? 'A colleague' }]);
}

function whyOf({ told, names }: StatedWeek, causes: readonly ChangedFactEntity[]): TellingWhy {
  return whyMended(causes, {
    isDriver: (id) => told.some(({ vehicles }) => vehicles.some(({ driver }) => driver === id)),
    staff: (id) => names.call('staff', id), resident: (id) => names.call('resident', id), vehicle: (id) => names.call('vehicle', id),
  });
}

/** Carries a refusal out of a unit of work, so that nothing of it stays. */
class NotMended extends Error {
  constructor(readonly refused: Refused) {
    super('not mended');
  }
}
