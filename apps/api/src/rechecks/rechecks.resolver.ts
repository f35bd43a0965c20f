import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { asPlanned } from '@promenade/domain/planning/week';
import { instantAt } from '@promenade/domain/shared/time';
import { And, LessThan, MoreThanOrEqual } from 'typeorm';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { DayScalar } from '../graphql/scalars.ts';
import { TellingEntity } from '../planning/telling.entities.ts';
import { DraftRepairResult, NeedsAnswerType, PublishRepairResult, RepairInput, RepairsType, TellingType } from './rechecks.graphql.ts';
import { type Chosen, RepairsService } from './repairs.service.ts';
import { RechecksService } from './rechecks.service.ts';

@Resolver()
export class RechecksResolver {
  constructor(
    private readonly db: Db,
    private readonly rechecks: RechecksService,
    private readonly mending: RepairsService,
  ) {}

  @Query(() => NeedsAnswerType, { description: 'Every published session to come that no longer holds, and who must act.' })
  @Access('plan.read')
  async needsAnswer(@Asks() asking: Asking): Promise<NeedsAnswerType> {
    const weeks = (await this.rechecks.look(await asking.read())).filter(({ sessions, others }) => sessions.length + others.length > 0);
    const sessions = weeks.flatMap((week) => week.sessions);
    return {
      count: sessions.length, mine: sessions.filter(({ isMine }) => isMine).length,
      weeks: weeks.map(({ weekStarts, planId, sessions: own, others }) => ({ weekStarts, planId, sessions: [...own], others: [...others] })),
    };
  }

  @Query(() => RepairsType, { description: 'Up to three ways to mend the rest of a published week.' })
  @Access('plan.write')
  repairs(@Asks() asking: Asking, @Args('weekStarts', { type: () => DayScalar }) weekStarts: string): Promise<RepairsType> {
    return this.mending.find(asking.actor, weekStarts) as Promise<RepairsType>;
  }

  @Query(() => [TellingType], { description: 'What was told of changes to the sessions of a day, the newest first.' })
  @Access('plan.read')
  async tellings(@Asks() asking: Asking, @Args('day', { type: () => DayScalar }) day: string): Promise<TellingType[]> {
    const tx = await asking.read();
    const { homeId, zone, staffId: me } = tx.actor;
    const during = And(MoreThanOrEqual(instantAt(zone, day, 0)), LessThan(instantAt(zone, day, 1440)));
    const rows = await tx.em.find(TellingEntity, { where: [{ homeId, startsAt: during }, { homeId, wasAt: during }], order: { toldAt: 'DESC', startsAt: 'ASC', id: 'ASC' } });
    return rows.map(({ id, kind, words, startsAt, toldAt, toldByName, staffId }) => (
      { id, kind, words, startsAt, toldAt, toldByName, isMine: staffId !== null && staffId === me, isForStaff: staffId !== null }));
  }

  @Mutation(() => DraftRepairResult, { description: 'The repair as a draft, to be looked at on the week board.' })
  @Access('plan.write')
  draftRepair(@Asks() asking: Asking, @Args('input') input: RepairInput) {
    return this.db.write(asking.actor, (tx) => this.mending.draft(tx, chosenIn(input)));
  }

  @Mutation(() => PublishRepairResult, { description: 'Publishes the repair at once, and tells everyone whom it changes something for.' })
  @Access('plan.publish')
  publishRepair(@Asks() asking: Asking, @Args('input') input: RepairInput) {
    return this.mending.publish(asking.actor, chosenIn(input));
  }
}

function chosenIn({ weekStarts, basedOn, sessions }: RepairInput): Chosen {
  return { weekStarts, basedOn, sessions: sessions.map(asPlanned) };
}
