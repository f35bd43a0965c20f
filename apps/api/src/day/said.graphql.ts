/** What is recorded beside an attendance: help on a ladder, needs that were not met, photos and recordings, moments that nobody planned. */
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { MediaType } from '../media/media.graphql.ts';
import { LadderTask } from '../reablement/reablement.graphql.ts';
import { AttendanceSaid, DaySession } from './day.graphql.ts';

@ObjectType({ description: 'What somebody needed in a session and did not get.' })
export class SaidNeed {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) room: string | null;
  @Field(() => IdScalar) sessionId: string;
  @Field() activityName: string;
  @Field({ description: "company, more help, rest, pain or discomfort, toilet, quiet, reassurance, something else to do, other; 'nothing' when it was asked and nothing was." }) what: string;
  @Field(() => WordsScalar, { nullable: true }) words: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
  @Field(() => WordsScalar, { nullable: true, description: 'What was done about it; null while it is open.' }) seenTo: string | null;
  @Field(() => String, { nullable: true }) seenToByName: string | null;
  @Field(() => Date, { nullable: true }) seenToAt: Date | null;
}

@ObjectType({ description: 'What whoever records a session needs to know of one person in it.' })
export class GroupPerson {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true, description: 'Why there can be no photo, in a sentence.' }) noPhotos: string | null;
  @Field(() => String, { nullable: true, description: 'Why there can be no recording, in a sentence.' }) noRecordings: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'The condition on which they agreed to photos.' }) photoCondition: string | null;
  @Field(() => [LadderTask], { description: 'Their daily tasks that come up with this activity.' }) tasks: LadderTask[];
  @Field(() => [SaidNeed], { description: 'What was said of their needs in this session.' }) needs: SaidNeed[];
}

@ObjectType({ description: 'A photo or a recording of a session.' })
export class SessionMedia {
  @Field(() => IdScalar) id: string;
  @Field(() => MediaType) media: MediaType;
  @Field(() => [String], { description: 'Who is in it.' }) people: string[];
  @Field(() => WordsScalar, { nullable: true }) words: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType({ description: 'Everything said of one resident in one session.' })
export class PersonDay {
  @Field(() => IdScalar) sessionId: string;
  @Field() startsAt: Date;
  @Field() endsAt: Date;
  @Field() activityName: string;
  @Field() picture: string;
  @Field({ description: 'Nobody had planned it.' }) unplanned: boolean;
  @Field(() => [AttendanceSaid], { description: 'Entries that nothing corrects.' }) said: AttendanceSaid[];
  @Field(() => [AttendanceSaid], { description: 'Entries that were corrected since, oldest first.' }) earlier: AttendanceSaid[];
  @Field(() => [SessionMedia]) media: SessionMedia[];
}

@ObjectType({ description: 'An activity for a moment with somebody, those that suit them best first.' })
export class MomentIdea {
  @Field(() => IdScalar) activityId: string;
  @Field() name: string;
  @Field() picture: string;
  @Field(() => String, { nullable: true, description: "'promised', 'likes it', 'did it before' or null." }) why: string | null;
  @Field(() => [LadderTask], { description: 'Their daily tasks that come up with it.' }) tasks: LadderTask[];
}

@ObjectType({ description: 'A session that is over and of which nobody has said anything.' })
export class UnsaidSession {
  @Field(() => IdScalar) id: string;
  @Field() startsAt: Date;
  @Field() endsAt: Date;
  @Field() activityName: string;
  @Field(() => [String]) people: string[];
}

@InputType({ description: 'Help given with a task, in the same tap as what it belongs to.' })
export class HelpInput {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) taskId: string;
  @Field(() => Int) rung: number;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null, description: 'Left out, the same as last time; empty, none.' }) aid: string | null;
  @Field(() => Date, { nullable: true, defaultValue: null, description: 'When, by the clock of the device; for a routine only.' }) at: Date | null;
  @Field(() => String, { nullable: true, defaultValue: null, description: 'What was different, if more help was given than lately and somebody said.' }) reason: string | null;
  @Field(() => IdScalar, { nullable: true, defaultValue: null, description: 'Made where it is recorded; goes with the reason.' }) reasonId: string | null;
}

@InputType()
export class RoutineDayInput {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) routineId: string;
  @Field(() => DayScalar) day: string;
  @Field({ description: 'honoured, missed or not wanted.' }) state: string;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null }) reason: string | null;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) correctsId: string | null;
  @Field(() => [HelpInput], { defaultValue: [], description: 'Help given with the tasks that come up with it: all of it is recorded, or nothing.' }) help: HelpInput[];
}

@InputType()
export class UnmetNeedInput {
  @Field(() => IdScalar, { description: 'Made where it is recorded.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field({ description: "From the short list, or 'nothing'." }) what: string;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null }) words: string | null;
}

@InputType()
export class SeeToNeedInput {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) needId: string;
  @Field(() => WordsScalar) words: string;
}

@InputType()
export class MomentInput {
  @Field(() => IdScalar, { description: 'Made where it is recorded (UUIDv7): sent twice, it is recorded once.' }) id: string;
  @Field(() => IdScalar) attendanceId: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar) activityId: string;
  @Field(() => Int) minutes: number;
  @Field(() => Date, { description: 'When it was over, by the clock of the device.' }) endedAt: Date;
  @Field({ defaultValue: 'took part' }) level: string;
  @Field(() => String, { nullable: true, defaultValue: null }) mood: string | null;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null }) note: string | null;
}

@InputType()
export class SessionMediaInput {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) sessionId: string;
  @Field(() => IdScalar, { description: 'Sent before, to /media.' }) mediaId: string;
  @Field(() => [IdScalar], { description: 'Everyone who is in it: the consent of each counts.' }) residentIds: string[];
  @Field(() => WordsScalar, { nullable: true, defaultValue: null }) words: string | null;
}

export const RecordMomentResult = orRefused('RecordMomentResult', DaySession);
export const SeeToNeedResult = orRefused('SeeToNeedResult', SaidNeed);
export const AddSessionMediaResult = orRefused('AddSessionMediaResult', SessionMedia);
