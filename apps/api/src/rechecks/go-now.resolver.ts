import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { asPlanned } from '@promenade/domain/planning/week';
import { clockIn, instantAt } from '@promenade/domain/shared/time';
import { type Free, freeNow } from '@promenade/planner/free-now';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';
import type { SaidTurn } from '../jobs/thinking-worker.ts';
import { GoNowService, type GoneOut } from './go-now.service.ts';
import type { StatedWeek } from '../planning/week-records.ts';
import { type FreeNowType, GoNowResult, GoNowType, type GoingType, OverrideInput, type TurnType } from './rechecks.graphql.ts';

@Resolver()
export class GoNowResolver {
  constructor(private readonly going: GoNowService) {}

  @Query(() => GoNowType, { description: 'Who could go now: what could leave or begin within the hour, with whom, and back by when.' })
  @Access('plan.read')
  async goNow(@Asks() asking: Asking): Promise<GoNowType> {
    const { zone } = asking.actor;
    const { hasPlan, overrides, options, now: { weekStarts, minute: now, week } } = await this.going.find(asking.actor);
    const at = (minute: number) => instantAt(zone, weekStarts, minute);
    return {
      hasPlan, overrides, free: freeOf(week, now, (minute) => clockIn(zone, at(minute))),
      options: options.map(({ kind, session, leaves, back, joins, sentences, comes, waits }): GoingType => ({
        kind, activityId: session.activity, activityName: week.names.call('activity', session.activity), picture: week.called.activities.find(({ id }) => id === session.activity)?.picture ?? '',
        start: session.start, leavesAt: at(leaves), backAt: at(back), joins: joins !== null, sentences: [...sentences], comes: comes.map(turnOf), waits: waits.map(turnOf),
      })),
    };
  }

  @Mutation(() => GoNowResult, { description: 'Books it and tells everyone it concerns.' })
  @Access('plan.go')
  letThemGo(
    @Asks() asking: Asking,
    @Args('activityId', { type: () => IdScalar }) activityId: string,
    @Args('start', { type: () => Int }) start: number,
    @Args('override', { type: () => OverrideInput, nullable: true }) override?: OverrideInput | null,
  ): Promise<GoneOut | Refused> {
    return this.going.go(asking.actor, { activityId, start, override: override ? { goes: override.goesId, instead: override.insteadId, reason: override.reason } : null });
  }
}

function freeOf({ problem, told, names }: StatedWeek, minute: number, clock: (minute: number) => string): FreeNowType {
  const { staff, vehicles, spare, spareFrom } = freeNow(problem, { instance: problem.id, sessions: told.map(asPlanned) }, minute);
  const said = (kind: 'staff' | 'vehicle', some: readonly Free[]) => some.map(({ id, until }) => ({ name: names.call(kind, id), until: clock(until) }));
  return { staff: said('staff', staff), vehicles: said('vehicle', vehicles), spare, spareFrom: spareFrom === null ? null : clock(spareFrom) };
}

function turnOf({ resident: residentId, name, place, goes, words }: SaidTurn): TurnType {
  return { residentId, name, place, goes, words };
}
