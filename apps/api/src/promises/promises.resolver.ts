import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Feasible, LEVELS, type PromiseEntry, foldPromise } from '@promenade/domain/promises/promise';
import { saidBy, tellEntry } from '@promenade/domain/promises/telling';
import { ASK_AFTER_DECLINES, type PromiseFilter, attentionOf, belongsUnder, isOverdue, isPromiseFilter, isUnexplained, missesBy } from '@promenade/domain/promises/today';
import { type Dispute, disputesOf } from '@promenade/domain/promises/working-days';
import { dayIn } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import { Access, Asks } from '../access/access.decorator.ts';
import { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { Invalid } from '../graphql/errors.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { activityLoader } from '../library/library.resolver.ts';
import { lifeFactLoader, residentLoader } from '../people/people.resolver.ts';
import { disputeClock } from './disputes.reads.ts';
import { LedgerService, type WrittenEntry } from './ledger.service.ts';
import { PromiseEntity } from './promises.entities.ts';
import {
  AnswerAskedResult, AnswerDisputeResult, DisputeType, EndPromiseInput, EndPromiseResult, ExplainPromiseInput, ExplainPromiseResult, FeasibleInput, FeasibleType,
  MakePromiseInput, MakePromiseResult, PromiseDecider, PromiseEvent, PromiseType,
} from './promises.graphql.ts';
import { PromisesService } from './promises.service.ts';

const activityOf = async (asking: Asking, id: string | null) => (id === null ? null : activityLoader(asking).load(id));

export function mustBeLevel(text: string): void {
  if (!LEVELS.some((each) => each === text)) throw new Invalid(`“${text}” is no level of a promise. Choose “taking part” or “watching”.`);
}

/** What somebody said of how it can be kept, in their name; null where they said none of it. */
export function feasibleFrom(said: FeasibleInput | null, checkedBy: string): Feasible | null {
  const when = said?.when.trim() ?? '';
  const whoGoes = said?.whoGoes.map((name) => name.trim()).filter((name) => name !== '') ?? [];
  const vehicle = wordsOrNull(said?.vehicle);
  return when === '' && whoGoes.length === 0 && vehicle === null ? null : { when, whoGoes, vehicle, check: 'known', checkedBy };
}

function filterIn(text: string): PromiseFilter {
  if (!isPromiseFilter(text)) throw new Invalid(`There is no list of promises called “${text}”.`);
  return text;
}

@Resolver(() => PromiseType)
export class PromisesResolver {
  constructor(
    private readonly db: Db,
    private readonly promises: PromisesService,
    private readonly ledger: LedgerService,
  ) {}

  @Query(() => [PromiseType], { name: 'promises', description: "Under one heading: 'owed', 'today' (due today or unexplained), 'unexplained', 'due this week', 'kept' or 'released'. The first due come first." })
  @Access('promise.read')
  async list(@Asks() asking: Asking, @Args('under', { type: () => String, defaultValue: 'owed' }) under: string, @Args('residentId', { type: () => IdScalar, nullable: true }) residentId: string | null): Promise<PromiseEntity[]> {
    const [filter, tx] = [filterIn(under), await asking.read()];
    const today = dayIn(tx.actor.zone, tx.now);
    const rows = await tx.em.find(PromiseEntity, { where: { homeId: tx.actor.homeId, ...(residentId ? { residentId } : {}) }, order: { dueOn: 'ASC', madeAt: 'ASC', id: 'ASC' } });
    return rows.filter((row) => belongsUnder(filter, row, today));
  }

  @Query(() => PromiseType, { name: 'promise' })
  @Access('promise.read')
  async one(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<PromiseEntity> {
    return this.promises.byId(await asking.read(), id);
  }

  @Mutation(() => MakePromiseResult)
  @Access('promise.make')
  makePromise(@Asks() asking: Asking, @Args('input') input: MakePromiseInput): Promise<PromiseEntity | Refused> {
    mustBeLevel(input.level);
    return this.db.write(asking.actor, (tx) => this.promises.make(tx, Object.assign({}, input, { feasible: feasibleFrom(input.feasible, tx.actor.name) })));
  }

  @Mutation(() => ExplainPromiseResult, { description: 'Says why it was not kept, who answers for it, and the new date or why there is none.' })
  @Access('promise.explain')
  explainPromise(@Asks() asking: Asking, @Args('input') input: ExplainPromiseInput): Promise<PromiseEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.promises.explain(tx, input.promiseId, input));
  }

  @Mutation(() => EndPromiseResult, { description: 'The person, or whoever may decide for them, no longer wants it.' })
  @Access('promise.release')
  releasePromise(@Asks() asking: Asking, @Args('input') input: EndPromiseInput): Promise<PromiseEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.promises.release(tx, input));
  }

  @Mutation(() => EndPromiseResult, { description: 'It was partly kept, and the person, or whoever may decide for them, says that this is enough.' })
  @Access('promise.release')
  callPromiseEnough(@Asks() asking: Asking, @Args('input') input: EndPromiseInput): Promise<PromiseEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.promises.enough(tx, input));
  }

  @Mutation(() => AnswerAskedResult, { description: 'Declined three times in a row, they were asked: still wanted, or to be offered otherwise.' })
  @Access('promise.make')
  answerIfWanted(
    @Asks() asking: Asking, @Args('promiseId', { type: () => IdScalar }) promiseId: string, @Args('answer', { description: "'still wanted' or 'offer it otherwise'." }) answer: string,
    @Args('words', { type: () => WordsScalar, description: 'What they said, or how it will be offered.' }) words: string,
  ): Promise<PromiseEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.promises.asked(tx, promiseId, answer, words));
  }

  @Mutation(() => AnswerDisputeResult, { description: 'The manager’s answer to a supporter who says that it was not so.' })
  @Access('promise.release')
  answerDispute(@Asks() asking: Asking, @Args('promiseId', { type: () => IdScalar }) promiseId: string, @Args('words', { type: () => WordsScalar }) words: string): Promise<PromiseEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.promises.answerDispute(tx, promiseId, words));
  }

  @ResolveField(() => String)
  async residentName(@Parent() { residentId }: PromiseEntity, @Asks() asking: Asking): Promise<string> {
    return (await residentLoader(asking).load(residentId))?.preferredName ?? '';
  }

  @ResolveField(() => String, { nullable: true })
  async activityName(@Parent() { activityId }: PromiseEntity, @Asks() asking: Asking): Promise<string | null> {
    return (await activityOf(asking, activityId))?.name ?? null;
  }

  @ResolveField(() => String, { nullable: true })
  async picture(@Parent() { activityId }: PromiseEntity, @Asks() asking: Asking): Promise<string | null> {
    return (await activityOf(asking, activityId))?.picture ?? null;
  }

  @ResolveField(() => WordsScalar, { nullable: true, description: 'The life fact it comes from.' })
  async because(@Parent() { lifeFactId }: PromiseEntity, @Asks() asking: Asking): Promise<string | null> {
    return lifeFactId === null ? null : ((await lifeFactLoader(asking).load(lifeFactId))?.words ?? null);
  }

  @ResolveField(() => Date, { nullable: true, description: 'When the session that is to keep it begins.' })
  async plannedFor(@Parent() { sessionId }: PromiseEntity, @Asks() asking: Asking): Promise<Date | null> {
    if (sessionId === null) return null;
    const session = await asking.loader('promises: session', (tx, ids) =>
      tx.em.query<{ id: string; startsAt: Date }[]>('SELECT id, starts_at AS "startsAt" FROM session WHERE home_id = $1 AND id = ANY($2)', [tx.actor.homeId, ids]), (row) => row.id).load(sessionId);
    return session?.startsAt ?? null;
  }

  @ResolveField(() => Boolean)
  async overdue(@Parent() promise: PromiseEntity, @Asks() asking: Asking): Promise<boolean> {
    return isOverdue(promise, await asking.today());
  }

  @ResolveField(() => Boolean, { description: 'It fell through or its date passed, and nobody has said why.' })
  async unexplained(@Parent() promise: PromiseEntity, @Asks() asking: Asking): Promise<boolean> {
    return isUnexplained(promise, await asking.today());
  }

  @ResolveField(() => Int, { description: 'How often it was missed.' })
  async misses(@Parent() promise: PromiseEntity, @Asks() asking: Asking): Promise<number> {
    return missesBy(promise, await asking.today());
  }

  @ResolveField(() => String, { nullable: true, description: "'manager' after two misses, 'group' after three." })
  async attention(@Parent() promise: PromiseEntity, @Asks() asking: Asking): Promise<string | null> {
    return attentionOf(promise, await asking.today());
  }

  @ResolveField(() => Boolean, { description: 'Declined three times in a row: ask whether it is still wanted, or is being offered badly.' })
  async askIfWanted(@Parent() { id, owed }: PromiseEntity, @Asks() asking: Asking): Promise<boolean> {
    return owed && foldPromise(await this.entriesOf(asking, id)).declined >= ASK_AFTER_DECLINES;
  }

  @ResolveField(() => WordsScalar, { description: 'To whom it was promised.' })
  async madeTo(@Parent() { id }: PromiseEntity, @Asks() asking: Asking): Promise<string> {
    return madeIn(await this.entriesOf(asking, id))?.madeTo ?? '';
  }

  @ResolveField(() => WordsScalar, { description: 'How it was found that it can be kept.' })
  async found(@Parent() { id }: PromiseEntity, @Asks() asking: Asking): Promise<string> {
    return madeIn(await this.entriesOf(asking, id))?.found ?? '';
  }

  @ResolveField(() => FeasibleType, { nullable: true, description: 'The same part by part, where it is known: when, who goes, in what, and by which check.' })
  async feasible(@Parent() { id }: PromiseEntity, @Asks() asking: Asking): Promise<Feasible | null> {
    return madeIn(await this.entriesOf(asking, id))?.feasible ?? null;
  }

  @ResolveField(() => [DisputeType], { description: 'Every time somebody said it was not so, with the last day for an answer: five working days, bank holidays left out.' })
  async disputes(@Parent() { id }: PromiseEntity, @Asks() asking: Asking): Promise<Dispute[]> {
    const entries = await this.entriesOf(asking, id);
    return disputesOf(entries, await disputeClock(await asking.read(), entries));
  }

  @ResolveField(() => [PromiseEvent], { description: 'Everything ever said about it, oldest first.' })
  async history(@Parent() promise: PromiseEntity, @Asks() asking: Asking): Promise<PromiseEvent[]> {
    const entries = await this.entriesOf(asking, promise.id);
    return entries.map(({ id, seq, at, kind, content }) => ({ id, seq, at, kind, who: saidBy(content), words: tellEntry(content, promise.level) }));
  }

  @ResolveField(() => [PromiseDecider], { description: 'The circle, and who of them may let go of this promise for the person.' })
  async deciders(@Parent() promise: PromiseEntity, @Asks() asking: Asking): Promise<PromiseDecider[]> {
    return this.promises.deciders(await asking.read(), promise);
  }

  private entriesOf(asking: Asking, promiseId: string): Promise<WrittenEntry[]> {
    return asking.listLoader('promises: entries', (tx, ids) => this.ledger.entriesOf(tx, ids), (row) => row.promiseId).load(promiseId);
  }
}

function madeIn(entries: readonly PromiseEntry[]) {
  const content = entries.find(({ kind }) => kind === 'made')?.content;
  return content?.kind === 'made' ? content : null;
}
