import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { MEETING_WORDS } from '@promenade/domain/episodes/meeting';
import { Access, Asks } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { PutBack } from '../day/said.service.ts';
import { Db, sqlState } from '../db/db.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';
import {
  EndEpisodeInput, EndEpisodeResult, LookBackDueType, LookBackInput, LookBackResult, SayHomeGoingInput, SayHomeGoingResult, StartEpisodeInput, StartEpisodeResult, StayType, WriteTransitionPlanInput, WriteTransitionPlanResult,
} from './episodes.graphql.ts';
import { lookBacks, reviewsDue } from './episodes.reads.ts';
import { EpisodesService } from './episodes.service.ts';
import { meetingsOf } from './meetings.reads.ts';
import { MeetingsService } from './meetings.service.ts';
import { reviewPicture } from './picture.reads.ts';
import { BookReviewInput, HoldReviewInput, MeetingType, RecordLifeChangeInput, ReviewDueType, ReviewPictureType } from './reviews.graphql.ts';
import { BookReviewResult, CallOffReviewResult, HoldReviewResult, RecordLifeChangeResult } from './results.graphql.ts';
import { SittingService } from './sitting.service.ts';
import { shownLookBack, stayOf } from './stay.reads.ts';

const EXCLUSION = '23P01';

@Resolver()
export class EpisodesResolver {
  constructor(
    private readonly db: Db,
    private readonly episodes: EpisodesService,
    private readonly sittings: SittingService,
    private readonly meetings: MeetingsService,
  ) {}

  @Query(() => StayType, { description: 'One person’s episodes and reviews, what going home takes, and what comes after.' })
  @Access('reablement.read')
  async stayOf(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<StayType> {
    return stayOf(await asking.read(), residentId);
  }

  @Query(() => ReviewPictureType, { description: 'What has happened since the last review, from the record.' })
  @Access('reablement.read')
  async reviewPicture(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<ReviewPictureType> {
    return reviewPicture(await asking.read(), residentId);
  }

  @Query(() => [ReviewDueType], { description: 'Everybody whose review is due, the most pressing first, with whose turn it is.' })
  @Access('reablement.read')
  async reviewsDue(@Asks() asking: Asking): Promise<ReviewDueType[]> {
    const tx = await asking.read();
    const meetings = await meetingsOf(tx, null);
    return (await reviewsDue(tx)).map(({ residentId, name, namedWorker, lastReviewOn, reasons }): ReviewDueType => ({
      residentId, name, namedWorker, lastReviewOn, reasons: reasons.map(({ entries, ...rest }) => ({ ...rest, entries: [...entries] })), meetingAt: meetings.find((meeting) => meeting.residentId === residentId)?.startsAt ?? null,
    }));
  }

  @Query(() => [LookBackDueType], { description: 'Ended episodes to be looked at again, wherever the person lives now; those due first.' })
  @Access('reablement.read')
  async lookBacks(@Asks() asking: Asking): Promise<LookBackDueType[]> {
    return (await lookBacks(await asking.read())).map(shownLookBack);
  }

  @Query(() => [MeetingType], { description: 'Times kept free for reviews, the next first.' })
  @Access('reablement.read')
  async reviewMeetings(@Asks() asking: Asking): Promise<MeetingType[]> {
    return meetingsOf(await asking.read(), null);
  }

  @Mutation(() => StartEpisodeResult)
  @Access('reablement.write')
  startEpisode(@Asks() asking: Asking, @Args('input') input: StartEpisodeInput): Promise<StayType | Refused> {
    return this.db.write(asking.actor, (tx) => this.episodes.start(tx, input));
  }

  @Mutation(() => WriteTransitionPlanResult, { description: 'The plan for when support ends; written again, the latest counts.' })
  @Access('reablement.write')
  writeTransitionPlan(@Asks() asking: Asking, @Args('input') input: WriteTransitionPlanInput): Promise<StayType | Refused> {
    return this.db.write(asking.actor, (tx) => this.episodes.writePlan(tx, input));
  }

  @Mutation(() => EndEpisodeResult)
  @Access('reablement.write')
  endEpisode(@Asks() asking: Asking, @Args('input') input: EndEpisodeInput): Promise<StayType | Refused> {
    return this.db.write(asking.actor, (tx) => this.episodes.end(tx, input));
  }

  @Mutation(() => LookBackResult, { description: 'How it goes, 4 or 12 weeks after.' })
  @Access('reablement.write')
  recordLookBack(@Asks() asking: Asking, @Args('input') input: LookBackInput): Promise<StayType | Refused> {
    return this.db.write(asking.actor, (tx) => this.episodes.lookBack(tx, input));
  }

  @Mutation(() => SayHomeGoingResult)
  @Access('reablement.write')
  sayHomeGoing(@Asks() asking: Asking, @Args('input') input: SayHomeGoingInput): Promise<StayType | Refused> {
    return this.db.write(asking.actor, (tx) => this.episodes.sayHome(tx, input));
  }

  @Mutation(() => RecordLifeChangeResult, { description: 'A turn in somebody’s life: a review falls due.' })
  @Access('reablement.write')
  recordLifeChange(@Asks() asking: Asking, @Args('input') input: RecordLifeChangeInput): Promise<StayType | Refused> {
    return this.db.write(asking.actor, (tx) => this.episodes.lifeChange(tx, input));
  }

  @Mutation(() => StayType, { description: 'It was not meant; both stay on record.' })
  @Access('reablement.write')
  takeLifeChangeBack(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<StayType> {
    return this.db.write(asking.actor, (tx) => this.episodes.takeBack(tx, id));
  }

  @Mutation(() => HoldReviewResult, { description: 'A review in one sitting: every open outcome with its result and the person’s say, and what changes.' })
  @Access('reablement.write')
  async holdReview(@Asks() asking: Asking, @Args('input') input: HoldReviewInput): Promise<StayType | Refused> {
    try {
      return await this.db.write(asking.actor, (tx) => this.sittings.hold(tx, input));
    } catch (error) {
      if (error instanceof PutBack) return error.refusal;
      throw error;
    }
  }

  @Mutation(() => StayType)
  @Access('reablement.write')
  finishReviewAction(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string): Promise<StayType> {
    return this.db.write(asking.actor, (tx) => this.sittings.finish(tx, id));
  }

  @Mutation(() => BookReviewResult, { description: 'Keeps a time free for a review, with everybody it needs, or says who is not free.' })
  @Access('reablement.write')
  async bookReview(@Asks() asking: Asking, @Args('input') input: BookReviewInput): Promise<StayType | Refused> {
    try {
      return await this.db.write(asking.actor, (tx) => this.meetings.book(tx, input));
    } catch (error) {
      if (sqlState(error) === EXCLUSION) return refused(MEETING_WORDS, [{ code: 'TAKEN' }]);
      throw error;
    }
  }

  @Mutation(() => CallOffReviewResult, { description: 'Calls a booked review off: everybody is free again.' })
  @Access('reablement.write')
  callOffReview(@Asks() asking: Asking, @Args('id', { type: () => IdScalar }) id: string, @Args('why', { type: () => WordsScalar }) why: string): Promise<StayType | Refused> {
    return this.db.write(asking.actor, (tx) => this.meetings.callOff(tx, id, why));
  }
}
