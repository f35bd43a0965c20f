import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { waiting, whoAnswers } from '@promenade/domain/promises/wish';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { Refused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { activityLoader } from '../library/library.resolver.ts';
import type { MediaEntity } from '../media/media.entities.ts';
import { MediaType } from '../media/media.graphql.ts';
import { mediaLoader } from '../media/media.resolver.ts';
import { residentLoader } from '../people/people.resolver.ts';
import type { BarrierType } from '../people/preferences.graphql.ts';
import { staffNames } from '../people/introductions.reads.ts';
import type { WishEntity } from './promises.entities.ts';
import { mustBeLevel } from './promises.resolver.ts';
import { CatchAtMeetingResult, CatchWishInput, CatchWishResult, DeclineWishResult, MakeBarrierAWishInput, MakeBarrierAWishResult, MeetingCaught, MeetingWishInput, WishType } from './wishes.graphql.ts';
import { WishesService, raisedOn } from './wishes.service.ts';

type Answering = { id: string; name: string; role: 'coordinator' | 'manager' };

@Resolver(() => WishType)
export class WishesResolver {
  constructor(
    private readonly db: Db,
    private readonly wishes: WishesService,
  ) {}

  @Query(() => [WishType], { description: 'Wishes that nobody has answered yet, the longest waiting first.' })
  @Access('promise.read')
  async openWishes(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar, nullable: true }) residentId: string | null): Promise<WishEntity[]> {
    return this.wishes.open(await asking.read(), residentId);
  }

  @Query(() => [WishType], { description: 'What was said at residents’ meetings, the latest meeting first, with what became of it.' })
  @Access('promise.read')
  async meetingWishes(@Asks() asking: Asking): Promise<WishEntity[]> {
    return this.wishes.fromMeetings(await asking.read());
  }

  @Mutation(() => CatchWishResult)
  @Access('wish.write')
  catchWish(@Asks() asking: Asking, @Args('input') input: CatchWishInput): Promise<WishEntity | Refused> {
    mustBeLevel(input.level);
    return this.db.write(asking.actor, (tx) => this.wishes.catch(tx, input));
  }

  @Mutation(() => CatchAtMeetingResult, { description: 'The wishes of a residents’ meeting, all of them or none.' })
  @Access('wish.write')
  async catchWishesAtMeeting(
    @Asks() asking: Asking, @Args('meetingOn', { type: () => DayScalar }) meetingOn: string, @Args('wishes', { type: () => [MeetingWishInput] }) wishes: MeetingWishInput[],
  ): Promise<MeetingCaught | Refused> {
    const caught = await this.db.write(asking.actor, (tx) => this.wishes.catchAtMeeting(tx, meetingOn, wishes));
    return caught instanceof Refused ? caught : { wishes: caught as WishType[] };
  }

  @Mutation(() => MakeBarrierAWishResult, { description: 'What stands in the way of something that matters becomes a wish, linked to it.' })
  @Access('wish.write')
  makeBarrierAWish(@Asks() asking: Asking, @Args('input') input: MakeBarrierAWishInput): Promise<BarrierType | Refused> {
    return this.db.write(asking.actor, (tx) => this.wishes.catchFromBarrier(tx, input.barrierId, input.id, input.words, input.raisedBy ?? null));
  }

  @Mutation(() => DeclineWishResult, { description: 'An honest no, with the reason.' })
  @Access('wish.write')
  declineWish(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('words', { type: () => WordsScalar }) words: string): Promise<WishEntity | Refused> {
    return this.db.write(asking.actor, (tx) => this.wishes.decline(tx, id, words));
  }

  @ResolveField(() => String)
  async residentName(@Parent() { residentId }: WishEntity, @Asks() asking: Asking): Promise<string> {
    return (await residentLoader(asking).load(residentId))?.preferredName ?? '';
  }

  @ResolveField(() => String, { nullable: true })
  async activityName(@Parent() { activityId }: WishEntity, @Asks() asking: Asking): Promise<string | null> {
    return activityId === null ? null : ((await activityLoader(asking).load(activityId))?.name ?? null);
  }

  @ResolveField(() => DayScalar, { description: 'The day from which it waits: that of the meeting, or that on which it was written down.' })
  raisedOn(@Parent() wish: WishEntity, @Asks() asking: Asking): string {
    return raisedOn(asking.actor.zone, wish);
  }

  @ResolveField(() => Int, { description: 'How many days it has waited.' })
  async waitsDays(@Parent() wish: WishEntity, @Asks() asking: Asking): Promise<number> {
    return waiting(raisedOn(asking.actor.zone, wish), await asking.today()).days;
  }

  @ResolveField(() => Boolean, { description: 'Unanswered for a week.' })
  async isPressing(@Parent() wish: WishEntity, @Asks() asking: Asking): Promise<boolean> {
    return wish.answer === null && waiting(raisedOn(asking.actor.zone, wish), await asking.today()).isPressing;
  }

  @ResolveField(() => String, { nullable: true, description: 'The person’s named worker, or else whoever plans here.' })
  async shouldAnswer(@Parent() { residentId }: WishEntity, @Asks() asking: Asking): Promise<string | null> {
    const worker = (await residentLoader(asking).load(residentId))?.namedWorkerId ?? null;
    const [planners, staff] = [await plannersOf(asking).load('all'), await staffOf(asking).load('all')];
    return whoAnswers(staff.find(({ id, isHere }) => id === worker && isHere)?.name ?? null, planners);
  }

  @ResolveField(() => MediaType, { nullable: true, description: 'A voice note, in the words in which it was said.' })
  voice(@Parent() { mediaId }: WishEntity, @Asks() asking: Asking): Promise<MediaEntity | null> | null {
    return mediaId ? mediaLoader(asking).load(mediaId) : null;
  }
}

const plannersOf = (asking: Asking) => asking.listLoader('wishes: planners', (tx) => tx.em.query<Answering[]>('SELECT "staffId" AS id, name, role FROM planners_here()'), () => 'all');
const staffOf = (asking: Asking) => asking.listLoader('wishes: staff', async (tx) => staffNames(tx, await asking.today()), () => 'all');
