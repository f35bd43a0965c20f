import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar, ClockScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('ReviewEntry', { description: 'A record that a reason comes from.' })
export class ReviewEntryType {
  @Field() of: string;
  @Field(() => IdScalar) id: string;
}

@ObjectType('ReviewReason', { description: 'Why everything should be looked at again, since when, and from which records.' })
export class ReviewReasonType {
  @Field() kind: string;
  @Field({ description: 'Names the cause: answered once, it is not raised again.' }) key: string;
  @Field(() => DayScalar) since: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => [ReviewEntryType]) entries: ReviewEntryType[];
}

@ObjectType('ReviewDue', { description: 'Somebody whose review is due, and whose turn that is.' })
export class ReviewDueType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) namedWorker: string | null;
  @Field(() => DayScalar, { nullable: true }) lastReviewOn: string | null;
  @Field(() => [ReviewReasonType]) reasons: ReviewReasonType[];
  @Field(() => Date, { nullable: true, description: 'When people meet for it, where a time is kept.' }) meetingAt: Date | null;
}

@ObjectType('MeetingStaff')
export class MeetingStaffType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
}

@ObjectType('ReviewMeeting', { description: 'A time kept free for a review: everybody it needs is booked.' })
export class MeetingType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field() residentName: string;
  @Field() startsAt: Date;
  @Field() endsAt: Date;
  @Field(() => [MeetingStaffType]) staff: MeetingStaffType[];
  @Field(() => String, { nullable: true }) place: string | null;
  @Field(() => String, { nullable: true, description: 'Whom of the family was told.' }) family: string | null;
  @Field(() => [String], { description: 'What has come between since it was booked.' }) trouble: string[];
}

@ObjectType('ReviewAction', { description: 'Who does what by when, after a review.' })
export class ReviewActionType {
  @Field(() => IdScalar) id: string;
  @Field() what: string;
  @Field() who: string;
  @Field(() => DayScalar) byDate: string;
  @Field(() => DayScalar, { nullable: true }) doneOn: string | null;
  @Field(() => String, { nullable: true }) doneByName: string | null;
}

@ObjectType('SittingResult')
export class SittingResultType {
  @Field(() => IdScalar) outcomeId: string;
  @Field() outcomeWords: string;
  @Field() result: string;
  @Field() say: string;
}

@ObjectType('Sitting', { description: 'One review: everything looked at again with the person.' })
export class SittingType {
  @Field(() => IdScalar) id: string;
  @Field(() => DayScalar) heldOn: string;
  @Field() present: string;
  @Field({ description: 'What the person says of how it goes.' }) say: string;
  @Field(() => String, { nullable: true }) enjoyed: string | null;
  @Field(() => String, { nullable: true }) supportSay: string | null;
  @Field(() => String, { nullable: true }) homeSay: string | null;
  @Field(() => DayScalar, { nullable: true }) nextOn: string | null;
  @Field(() => [SittingResultType]) results: SittingResultType[];
  @Field(() => [ReviewActionType]) actions: ReviewActionType[];
  @Field(() => [String], { description: 'What it was due for.' }) answered: string[];
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('LifeChange', { description: 'A turn in somebody’s life, after which everything is looked at again.' })
export class LifeChangeType {
  @Field(() => IdScalar) id: string;
  @Field() kind: string;
  @Field(() => String, { nullable: true }) words: string | null;
  @Field(() => DayScalar) onDay: string;
  @Field() recordedByName: string;
}

@ObjectType('LevelReached', { description: 'What one rater says is reached: the sentence of the level.' })
export class LevelReachedType {
  @Field({ description: "'person', 'family' or 'staff'." }) rater: string;
  @Field() raterName: string;
  @Field(() => DayScalar) day: string;
  @Field(() => Int) attained: number;
  @Field() sentence: string;
}

@ObjectType('OutcomeSince', { description: 'An open outcome, and what is known of it since the last review.' })
export class OutcomeSinceType {
  @Field(() => IdScalar) id: string;
  @Field() words: string;
  @Field() why: string;
  @Field(() => Int, { nullable: true }) importance: number | null;
  @Field() comfort: boolean;
  @Field(() => DayScalar) reviewDueOn: string;
  @Field(() => [LevelReachedType], { description: 'The latest of each voice.' }) levels: LevelReachedType[];
  @Field(() => [LevelReachedType], { description: 'Everything that was said since, in order.' }) said: LevelReachedType[];
}

@ObjectType('TaskSincePoint')
export class TaskSincePointType {
  @Field(() => DayScalar) day: string;
  @Field(() => Int) rung: number;
}

@ObjectType('TaskSince', { description: 'A daily task on the ladder since the last review.' })
export class TaskSinceType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field({ description: "'rising', 'steady', 'falling' or 'too few to say'." }) going: string;
  @Field(() => WordsScalar) progress: string;
  @Field(() => DayScalar) startedOn: string;
  @Field(() => Int) startRung: number;
  @Field(() => DayScalar) hopedOn: string;
  @Field(() => Int) hopedRung: number;
  @Field(() => [TaskSincePointType], { description: 'The whole way so far, a point a day.' }) points: TaskSincePointType[];
}

@ObjectType('SupportSinceReason')
export class SupportReasonType {
  @Field() reason: string;
  @Field(() => Float) minutes: number;
}

@ObjectType('SupportSince', { description: 'Minutes of support that were planned since, and that really happened.' })
export class SupportSinceType {
  @Field(() => Float) planned: number;
  @Field(() => Float) real: number;
  @Field(() => [SupportReasonType]) reasons: SupportReasonType[];
}

@ObjectType('EnjoyedSince')
export class EnjoyedSinceType {
  @Field() what: string;
  @Field(() => Int) times: number;
}

@ObjectType('PromisesSince')
export class PromisesSinceType {
  @Field(() => Int) due: number;
  @Field(() => Int) kept: number;
  @Field(() => [String], { description: 'What was not kept, in words.' }) notKept: string[];
}

@ObjectType('ReviewPicture', { description: 'What has happened since last time, from the record: what a review begins with.' })
export class ReviewPictureType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => DayScalar) since: string;
  @Field(() => WordsScalar, { description: 'What `since` is: the last review, the beginning of the stay, or four weeks.' }) sinceWords: string;
  @Field(() => [OutcomeSinceType]) outcomes: OutcomeSinceType[];
  @Field(() => [TaskSinceType]) tasks: TaskSinceType[];
  @Field(() => SupportSinceType) support: SupportSinceType;
  @Field(() => PromisesSinceType) promises: PromisesSinceType;
  @Field(() => [EnjoyedSinceType], { description: 'What they took part in and were glad of.' }) enjoyed: EnjoyedSinceType[];
}

@InputType()
export class SittingResultInput {
  @Field(() => IdScalar, { description: 'Of the look at this outcome, made by the device.' }) id: string;
  @Field(() => IdScalar) outcomeId: string;
  @Field(() => WordsScalar, { description: "'reached', 'go on', 'change' or 'stop'." }) result: string;
  @Field(() => WordsScalar, { description: 'What the person says of it.' }) say: string;
  @Field(() => WordsScalar, { nullable: true }) words?: string | null;
  @Field(() => DayScalar, { nullable: true }) nextOn?: string | null;
  @Field(() => WordsScalar, { nullable: true }) newWords?: string | null;
  @Field(() => WordsScalar, { nullable: true }) newWhy?: string | null;
}

@InputType()
export class SittingActionInput {
  @Field(() => WordsScalar) what: string;
  @Field(() => WordsScalar) who: string;
  @Field(() => DayScalar) byDate: string;
}

@InputType()
export class HoldReviewInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice holds one review.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => DayScalar, { nullable: true, description: 'Today when left out.' }) heldOn?: string | null;
  @Field(() => WordsScalar) present: string;
  @Field(() => WordsScalar) say: string;
  @Field(() => WordsScalar, { nullable: true }) enjoyed?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'What changes in the support, and what they say of it.' }) supportSay?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'What they say of going home.' }) homeSay?: string | null;
  @Field(() => DayScalar, { nullable: true }) nextOn?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'The hoped end of the stay, where it moves.' }) hopedEndOn?: string | null;
  @Field(() => [SittingResultInput]) results: SittingResultInput[];
  @Field(() => [SittingActionInput]) actions: SittingActionInput[];
}

@InputType()
export class BookReviewInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice books once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => DayScalar) day: string;
  @Field(() => ClockScalar) from: string;
  @Field(() => Int) minutes: number;
  @Field(() => [IdScalar]) staffIds: string[];
  @Field(() => WordsScalar, { nullable: true }) place?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'Whom of the family was told.' }) family?: string | null;
}

@InputType()
export class RecordLifeChangeInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) kind: string;
  @Field(() => DayScalar, { nullable: true, description: 'Today when left out.' }) onDay?: string | null;
  @Field(() => WordsScalar, { nullable: true }) words?: string | null;
}
