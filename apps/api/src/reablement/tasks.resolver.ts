import { Float, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Point, hopedOn, pointsOf, reviewOf, sayProgress } from '@promenade/domain/reablement/ladder';
import { asksBelow, ownLevel, sayBefore } from '@promenade/domain/reablement/ladder-guide';
import { taskInLibrary } from '@promenade/domain/reablement/task-library';
import { goingOf, sayGoing, saySlope, slopeOf, turnsOf } from '@promenade/domain/reablement/trend';
import { isNeverTapered } from '@promenade/domain/people/phase';
import { addDays, instantAt } from '@promenade/domain/shared/time';
import { In } from 'typeorm';
import { Asks } from '../access/access.decorator.ts';
import { Asking } from '../access/asking.ts';
import { WordsScalar } from '../graphql/scalars.ts';
import { OutcomeEntity } from '../people/people.entities.ts';
import { residentLoader } from '../people/people.resolver.ts';
import { latestPhases } from '../people/phase.reads.ts';
import type { LadderTaskEntity } from './reablement.entities.ts';
import { LadderPoint, LadderTap, LadderTask, LadderTurn, TaskPlace } from './reablement.graphql.ts';
import { withCounts } from './reablement.service.ts';
import { type Placed, type Tapped, type ToldTap, placesOf, tapsOf, toldTapsOf } from './tasks.reads.ts';

/** What is said of a task now needs its last eight weeks. */
const LATELY_DAYS = 56;

/** What a task says of itself, from its taps: asked for one by one and fetched together. */
@Resolver(() => LadderTask)
export class TasksResolver {
  @ResolveField(() => String)
  async residentName(@Parent() { residentId }: LadderTaskEntity, @Asks() asking: Asking): Promise<string> {
    return (await residentLoader(asking).load(residentId))?.preferredName ?? '';
  }

  @ResolveField(() => Boolean, { description: 'Whoever asks is their named worker.' })
  async isMine(@Parent() { residentId }: LadderTaskEntity, @Asks() asking: Asking): Promise<boolean> {
    const namedWorkerId = (await residentLoader(asking).load(residentId))?.namedWorkerId ?? null;
    return namedWorkerId !== null && namedWorkerId === asking.actor.staffId;
  }

  @ResolveField(() => WordsScalar, { nullable: true })
  async outcomeWords(@Parent() { outcomeId }: LadderTaskEntity, @Asks() asking: Asking): Promise<string | null> {
    if (outcomeId === null) return null;
    const row = await asking.loader('reablement: outcome', (tx, ids) => tx.em.findBy(OutcomeEntity, { homeId: tx.actor.homeId, id: In([...ids]) }), ({ id }) => id).load(outcomeId);
    return row?.words ?? null;
  }

  @ResolveField(() => [LadderPoint])
  async points(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<Point[]> {
    return pointsOf(await asking.listLoader('reablement: taps', (tx, ids) => tapsOf(tx, ids), ({ taskId }) => taskId).load(task.id));
  }

  @ResolveField(() => Float, { description: 'The rung hoped for by today, on the straight line from the start.' })
  async hopedToday(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<number> {
    return hopedOn(task, await asking.today());
  }

  @ResolveField(() => Int, { nullable: true, description: 'What today came to so far.' })
  async today(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<number | null> {
    const today = await asking.today();
    return (await this.lately(asking, task)).find(({ day }) => day === today)?.rung ?? null;
  }

  @ResolveField(() => Int, { nullable: true, description: 'What the last day before today came to, within eight weeks.' })
  async before(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<number | null> {
    const today = await asking.today();
    return (await this.lately(asking, task)).findLast(({ day }) => day < today)?.rung ?? null;
  }

  @ResolveField(() => Int, { nullable: true, description: 'What they do themselves lately: the best that two days and a third of them show.' })
  async own(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<number | null> {
    return ownLevel(await this.lately(asking, task), await asking.today())?.rung ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Said before it is done: what they did themselves lately, and how to leave it with them.' })
  async hint(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<string | null> {
    const today = await asking.today();
    return sayBefore({ name: await this.residentName(task, asking), isComfort: await this.isComfort(asking, task) }, ownLevel(await this.lately(asking, task), today), today);
  }

  @ResolveField(() => Int, { nullable: true, description: 'At this rung or below it is asked, kindly and once, what was different. Null: it is not asked.' })
  async asksBelow(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<number | null> {
    return (await this.isComfort(asking, task)) ? null : asksBelow(await this.lately(asking, task), await asking.today());
  }

  @ResolveField(() => WordsScalar, { nullable: true, description: 'The aid used last time; before that, the one to have ready.' })
  async aid(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<string | null> {
    const taps = await this.latelyTapped(asking, task);
    return taps.length > 0 ? (taps.at(-1)?.aid ?? null) : (task.aid ?? null);
  }

  @ResolveField(() => [String], { description: 'Aids that help with it.' })
  aids(@Parent() { libraryKey, aid }: LadderTaskEntity): string[] {
    return [...new Set([...(aid ? [aid] : []), ...(taskInLibrary(libraryKey)?.aids ?? [])])];
  }

  @ResolveField(() => WordsScalar, { nullable: true, description: 'What to leave to them first.' })
  begin(@Parent() { libraryKey, guide }: LadderTaskEntity): string | null {
    return guide ?? taskInLibrary(libraryKey)?.begin ?? null;
  }

  @ResolveField(() => String, { description: 'rising, steady, falling, or too few to say.' })
  async going(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<string> {
    return goingOf(await this.lately(asking, task), await asking.today());
  }

  @ResolveField(() => String, { description: 'The same in a sentence.' })
  async goingWords(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<string> {
    return sayGoing(goingOf(await this.lately(asking, task), await asking.today()));
  }

  @ResolveField(() => String, { description: 'The line through the last four weeks with its bounds, in a sentence.' })
  async slopeWords(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<string> {
    return saySlope(slopeOf(await this.lately(asking, task), await asking.today()));
  }

  @ResolveField(() => [LadderTurn], { description: 'Days on which it was seen to turn.' })
  async turns(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<LadderTurn[]> {
    return [...turnsOf(await this.points(task, asking))];
  }

  @ResolveField(() => String, { description: 'How it goes, in a sentence.' })
  async progress(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<string> {
    return sayProgress(task, await this.points(task, asking), await asking.today());
  }

  @ResolveField(() => String, { nullable: true, description: "Why to look at it together: 'reached', 'no movement', 'more help' or 'date passed'. For comfort nobody is hurried." })
  async review(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<string | null> {
    if (task.endedOn || (await this.isComfort(asking, task))) return null;
    return reviewOf(task, await this.points(task, asking), await asking.today());
  }

  @ResolveField(() => [LadderTap], { description: 'Every tap, the latest first.' })
  async taps(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<LadderTap[]> {
    return withCounts(await asking.listLoader<ToldTap>('reablement: told', (tx, ids) => toldTapsOf(tx, ids), ({ taskId }) => taskId).load(task.id));
  }

  @ResolveField(() => [TaskPlace], { description: 'Where it comes up by itself.' })
  places(@Parent() task: LadderTaskEntity, @Asks() asking: Asking): Promise<TaskPlace[]> {
    return asking.listLoader<Placed>('reablement: places', (tx, ids) => placesOf(tx, ids), ({ taskId }) => taskId).load(task.id);
  }

  private async isComfort(asking: Asking, { residentId }: LadderTaskEntity): Promise<boolean> {
    const phase = await asking.loader('reablement: phase', async (tx, ids) => [...(await latestPhases(tx, ids)).values()], (row) => row.residentId).load(residentId);
    return isNeverTapered(phase?.phase ?? null);
  }

  private async lately(asking: Asking, task: LadderTaskEntity): Promise<Point[]> {
    return pointsOf(await this.latelyTapped(asking, task));
  }

  private latelyTapped(asking: Asking, task: LadderTaskEntity): Promise<Tapped[]> {
    const fetch = async (tx: Parameters<typeof tapsOf>[0], ids: readonly string[]) => tapsOf(tx, ids, instantAt(tx.actor.zone, addDays(await asking.today(), -LATELY_DAYS), 0));
    return asking.listLoader<Tapped>('reablement: taps lately', fetch, ({ taskId }) => taskId).load(task.id);
  }
}
