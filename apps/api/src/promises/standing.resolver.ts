import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { sayRepeats } from '@promenade/domain/people/routine';
import { sayDay } from '@promenade/domain/shared/time';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { Invalid } from '../graphql/errors.ts';
import { Refused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { activityLoader } from '../library/library.resolver.ts';
import { residentLoader } from '../people/people.resolver.ts';
import { ClaimsService, type ClaimWithWeeks, type Claims } from './claims.service.ts';
import { ManagerService, type Sent, type WaitingItem } from './manager.service.ts';
import { PromiseEntity } from './promises.entities.ts';
import { PromiseDecider, PromiseType } from './promises.graphql.ts';
import { feasibleFrom, mustBeLevel } from './promises.resolver.ts';
import { PromisesService } from './promises.service.ts';
import {
  AddClaimInput, ClaimResult, ClaimSaved, ClaimType, EndStandingPromiseInput, EndStandingResult, EscalationType, ExplainClaimWeekInput, MakeStandingPromiseInput, MakeStandingResult,
  StandingEndType, StandingPromiseType, WaitingItemType,
} from './standing.graphql.ts';
import { type StandingRow, StandingService } from './standing.service.ts';

@Resolver(() => StandingPromiseType)
export class StandingResolver {
  constructor(
    private readonly db: Db,
    private readonly standing: StandingService,
    private readonly promises: PromisesService,
  ) {}

  @Query(() => [StandingPromiseType], { description: 'Standing promises, those that have ended included, in the order in which they were made.' })
  @Access('promise.read')
  async standingPromises(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar, nullable: true }) residentId: string | null): Promise<StandingRow[]> {
    return this.standing.list(await asking.read(), residentId);
  }

  @Mutation(() => MakeStandingResult)
  @Access('promise.make')
  makeStandingPromise(@Asks() asking: Asking, @Args('input') input: MakeStandingPromiseInput): Promise<StandingRow | Refused> {
    mustBeLevel(input.level);
    return this.db.write(asking.actor, (tx) => this.standing.make(tx, Object.assign({}, input, { feasible: feasibleFrom(input.feasible, tx.actor.name) })));
  }

  @Mutation(() => EndStandingResult, { description: 'The person, or whoever may decide for them, lets go of it.' })
  @Access('promise.release')
  endStandingPromise(@Asks() asking: Asking, @Args('input') input: EndStandingPromiseInput): Promise<StandingRow | Refused> {
    return this.db.write(asking.actor, (tx) => this.standing.end(tx, input));
  }

  @ResolveField(() => String)
  async residentName(@Parent() { residentId }: StandingRow, @Asks() asking: Asking): Promise<string> {
    return (await residentLoader(asking).load(residentId))?.preferredName ?? '';
  }

  @ResolveField(() => String, { nullable: true, description: 'Where the person is when that is why no day is made now.' })
  async waitsBecause(@Parent() { residentId, end }: StandingRow, @Asks() asking: Asking): Promise<string | null> {
    const resident = await residentLoader(asking).load(residentId);
    return end || !resident || resident.status === 'living here' ? null : resident.status;
  }

  @ResolveField(() => String, { nullable: true })
  async activityName(@Parent() { activityId }: StandingRow, @Asks() asking: Asking): Promise<string | null> {
    return activityId === null ? null : ((await activityLoader(asking).load(activityId))?.name ?? null);
  }

  @ResolveField(() => String, { nullable: true })
  async picture(@Parent() { activityId }: StandingRow, @Asks() asking: Asking): Promise<string | null> {
    return activityId === null ? null : ((await activityLoader(asking).load(activityId))?.picture ?? null);
  }

  @ResolveField(() => String, { description: "How it comes round: 'Tue and Thu', 'the first Fri of the month'." })
  comesRound(@Parent() { repeats, days, since }: StandingRow): string {
    return sayRepeats(repeats, days, since);
  }

  @ResolveField(() => StandingEndType, { nullable: true })
  end(@Parent() { end }: StandingRow): StandingEndType | null {
    return end;
  }

  @ResolveField(() => [PromiseType], { description: 'Its days so far, the latest first: each a promise of its own.' })
  async days(@Parent() { id }: StandingRow, @Asks() asking: Asking): Promise<PromiseEntity[]> {
    const days = await asking.listLoader('standing: days', (tx, ids) => tx.em.createQueryBuilder(PromiseEntity, 'p')
      .where('p.homeId = :homeId AND p.standingId IN (:...ids)', { homeId: tx.actor.homeId, ids: [...ids] }).orderBy('p.dueOn', 'DESC').addOrderBy('p.id').getMany(), (row: PromiseEntity) => row.standingId ?? '').load(id);
    return days;
  }

  @ResolveField(() => [PromiseDecider], { description: 'The circle, and who of them may let go of it for the person.' })
  async deciders(@Parent() row: StandingRow, @Asks() asking: Asking): Promise<PromiseDecider[]> {
    return this.promises.deciders(await asking.read(), row);
  }
}

@Resolver()
export class ClaimsResolver {
  constructor(
    private readonly db: Db,
    private readonly claims: ClaimsService,
  ) {}

  @Query(() => [ClaimType], { name: 'claims', description: 'What the home advertises, held against what happened week by week.' })
  @Access('promise.read')
  async all(@Asks() asking: Asking): Promise<ClaimType[]> {
    const found = await this.claims.all(await asking.read());
    return found.claims.map((claim) => shown(claim, found));
  }

  @Mutation(() => ClaimResult)
  @Access('claim.write')
  addClaim(@Asks() asking: Asking, @Args('input') { id, ...draft }: AddClaimInput): Promise<ClaimSaved | Refused> {
    return this.db.write(asking.actor, (tx) => this.claims.add(tx, id, draft));
  }

  @Mutation(() => ClaimResult, { description: 'It is no longer advertised.' })
  @Access('claim.write')
  endClaim(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('on', { type: () => DayScalar }) on: string, @Args('words', { type: () => WordsScalar }) words: string): Promise<ClaimSaved | Refused> {
    return this.db.write(asking.actor, (tx) => this.claims.end(tx, id, on, words));
  }

  @Mutation(() => ClaimResult, { description: 'Why a week fell short, and who answers for it.' })
  @Access('claim.write')
  explainClaimWeek(@Asks() asking: Asking, @Args('input') input: ExplainClaimWeekInput): Promise<ClaimSaved | Refused> {
    return this.db.write(asking.actor, (tx) => this.claims.explain(tx, input));
  }
}

function shown({ weeks, end, activityId, ...claim }: ClaimWithWeeks, { sessions, names, activities }: Claims): ClaimType {
  const call = (id: string) => names.get(id) ?? '';
  return {
    ...claim, activityName: activityId === null ? null : (activities.get(activityId) ?? null), endedOn: end?.endedOn ?? null, endWords: end?.words ?? null,
    weeks: weeks.map(({ held, people, said, ...week }) => ({
      ...week, unexplained: week.isShort && said === null,
      why: said && `${said.reason.slice(0, 1).toUpperCase()}${said.reason.slice(1)}${said.words ? `: ${said.words}` : ''}. ${said.answers} answers for it. Written by ${said.recordedByName}, ${sayDay(said.recordedAt.toISOString().slice(0, 10))}.`,
      held: held.map(({ sessionId, residentIds }) => {
        const session = sessions.get(sessionId);
        return { sessionId, startsAt: session?.startsAt ?? new Date(0), activityName: session?.activityName ?? '', people: residentIds.map(call).toSorted() };
      }),
      people: people.map(({ residentId, done }) => ({ residentId, name: call(residentId), done })),
    })),
  };
}

@Resolver()
export class ManagerResolver {
  constructor(private readonly manager: ManagerService) {}

  @Query(() => [WaitingItemType], { description: 'What waits for the manager: disputes, what was missed again and again, questions to ask, wishes that press, weeks short of what is advertised.' })
  @Access('escalation.read')
  async waitingForManager(@Asks() asking: Asking): Promise<WaitingItem[]> {
    return this.manager.waiting(await asking.read());
  }

  @Query(() => Int, { description: 'How many of those there are.' })
  @Access('escalation.read')
  async waitingForManagerCount(@Asks() asking: Asking): Promise<number> {
    return (await this.manager.waiting(await asking.read())).length;
  }

  @Query(() => [EscalationType], { description: "What went to 'manager' or 'group' by itself, and when, the latest first." })
  @Access('escalation.read')
  async escalations(@Asks() asking: Asking, @Args('to', { type: () => String, nullable: true, defaultValue: null }) to: string | null): Promise<Sent[]> {
    if (to !== null && to !== 'manager' && to !== 'group') throw new Invalid('Escalations go to the manager or to the group.');
    return this.manager.sent(await asking.read(), to);
  }
}
