import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ATTENDANCE_LEVELS, MOODS } from '@promenade/domain/day/attendance';
import { addDays, instantAt } from '@promenade/domain/shared/time';
import { Access, Asks } from '../access/access.decorator.ts';
import { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import type { Refused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar } from '../graphql/scalars.ts';
import { DaySession } from './day.graphql.ts';
import { oneOf } from './day.resolver.ts';
import {
  AddSessionMediaResult, GroupPerson, MomentIdea, MomentInput, PersonDay, RecordMomentResult, SaidNeed, SeeToNeedInput, SeeToNeedResult, SessionMedia, SessionMediaInput, UnsaidSession,
} from './said.graphql.ts';
import { daysOfPerson, groupOf, mediaOf, momentIdeas, needsBetween, needsOfPerson, unsaidBefore } from './said.reads.ts';
import { SaidService } from './said.service.ts';

const DAYS_BACK = 30;

@Resolver()
export class SaidResolver {
  constructor(
    private readonly db: Db,
    private readonly said: SaidService,
  ) {}

  @Query(() => [GroupPerson], { description: 'Everyone in a session as whoever records it needs to know them.' })
  @Access('day.read')
  async sessionGroup(@Asks() asking: Asking, @Args('sessionId', { type: () => IdScalar }) sessionId: string): Promise<GroupPerson[]> {
    return groupOf(await asking.read(), sessionId);
  }

  @Query(() => [SessionMedia], { description: 'Photos and recordings of a session.' })
  @Access('day.read')
  async sessionMedia(@Asks() asking: Asking, @Args('sessionId', { type: () => IdScalar }) sessionId: string): Promise<SessionMedia[]> {
    return mediaOf(await asking.read(), [sessionId]);
  }

  @Query(() => [UnsaidSession], { description: 'Sessions of the two weeks before today that are over and of which nobody has said anything.' })
  @Access('day.read')
  async unsaidSessions(@Asks() asking: Asking): Promise<UnsaidSession[]> {
    return unsaidBefore(await asking.read(), await asking.today());
  }

  @Query(() => [PersonDay], { description: 'What was said of a resident in the last thirty days, the latest first.' })
  @Access('day.read')
  async personDays(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<PersonDay[]> {
    return daysOfPerson(await asking.read(), residentId, addDays(await asking.today(), -DAYS_BACK));
  }

  @Query(() => [SaidNeed], { description: 'Needs that were not met: of one resident, those still open and those of the last thirty days; of the home, those said since a day, today when none is named.' })
  @Access('day.read')
  async unmetNeeds(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar, nullable: true }) residentId: string | null, @Args('since', { type: () => DayScalar, nullable: true }) since: string | null): Promise<SaidNeed[]> {
    const tx = await asking.read();
    const today = await asking.today();
    const from = (day: string) => instantAt(tx.actor.zone, day, 0);
    return residentId ? needsOfPerson(tx, residentId, from(addDays(today, -DAYS_BACK))) : needsBetween(tx, from(since ?? today));
  }

  @Query(() => [MomentIdea], { description: 'Every activity of the home for a moment with this person, what suits them best first.' })
  @Access('day.read')
  async momentIdeas(@Asks() asking: Asking, @Args('residentId', { type: () => IdScalar }) residentId: string): Promise<MomentIdea[]> {
    return momentIdeas(await asking.read(), residentId);
  }

  @Mutation(() => RecordMomentResult, { description: 'Something with one person that nobody had planned. It counts like any attendance.' })
  @Access('day.record')
  recordMoment(@Asks() asking: Asking, @Args('input') input: MomentInput): Promise<DaySession | Refused> {
    const { level, mood, ...rest } = input;
    const moment = { ...rest, level: oneOf(ATTENDANCE_LEVELS, level, 'level'), mood: mood === null ? null : oneOf(MOODS, mood, 'mood') };
    return this.db.write(asking.actor, (tx) => this.said.recordMoment(tx, moment));
  }

  @Mutation(() => SeeToNeedResult, { description: 'What was done about a need that had not been met.' })
  @Access('day.record')
  seeToNeed(@Asks() asking: Asking, @Args('input') input: SeeToNeedInput): Promise<SaidNeed | Refused> {
    return this.db.write(asking.actor, (tx) => this.said.seeTo(tx, input));
  }

  @Mutation(() => AddSessionMediaResult, { description: 'Puts a photo or recording to a session. Everyone who is in it must have agreed.' })
  @Access('day.record')
  addSessionMedia(@Asks() asking: Asking, @Args('input') input: SessionMediaInput): Promise<SessionMedia | Refused> {
    return this.db.write(asking.actor, (tx) => this.said.addMedia(tx, input));
  }
}
