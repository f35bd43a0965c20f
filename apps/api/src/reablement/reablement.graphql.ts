import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType({ description: 'What one day came to: the last tap of it.' })
export class LadderPoint {
  @Field(() => DayScalar) day: string;
  @Field(() => Int, { description: '0 done for me … 6 on my own.' }) rung: number;
}

@ObjectType({ description: 'A day on which somebody was seen to have turned.' })
export class LadderTurn {
  @Field(() => DayScalar) day: string;
  @Field({ description: 'rising or falling.' }) going: string;
}

@ObjectType({ description: 'Help given once: a tap, who made it, with what aid, where, and what was different if anybody said.' })
export class LadderTap {
  @Field(() => IdScalar) id: string;
  @Field(() => DayScalar) day: string;
  @Field() at: Date;
  @Field(() => Int) rung: number;
  @Field(() => WordsScalar, { nullable: true }) aid: string | null;
  @Field(() => WordsScalar, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true, description: 'The activity or the routine it belonged to.' }) where: string | null;
  @Field({ description: 'The last tap of its day: the one that counts.' }) counts: boolean;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
  @Field(() => String, { nullable: true, description: 'tired, in pain, unwell, our hurry, asked me to or other.' }) reason: string | null;
  @Field(() => WordsScalar, { nullable: true }) reasonWords: string | null;
  @Field(() => String, { nullable: true }) reasonByName: string | null;
}

@ObjectType({ description: 'Where a task comes up by itself: with an activity, or with a routine.' })
export class TaskPlace {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field(() => IdScalar, { nullable: true }) activityId: string | null;
  @Field(() => IdScalar, { nullable: true }) routineId: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType({ description: 'One daily task on the ladder of independence, with what is hoped for.' })
export class LadderTask {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) name: string;
  @Field(() => DayScalar) startedOn: string;
  @Field(() => Int) startRung: number;
  @Field(() => DayScalar) hopedOn: string;
  @Field(() => Int) hopedRung: number;
  @Field(() => DayScalar, { nullable: true }) endedOn: string | null;
  @Field(() => String, { nullable: true, description: 'Which task of the library it is; none for one of their own.' }) libraryKey?: string | null;
}

@ObjectType()
export class AssistanceRecorded {
  @Field(() => IdScalar) id: string;
  @Field(() => LadderTask) task: LadderTask;
  @Field(() => String, { nullable: true, description: 'A gentle question, when more was done for somebody than they did for themselves lately.' }) prompt: string | null;
}

@InputType()
export class CreateLadderTaskInput {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) outcomeId: string | null;
  @Field(() => WordsScalar) name: string;
  @Field(() => DayScalar, { nullable: true, defaultValue: null, description: 'Today, when left out.' }) startedOn: string | null;
  @Field(() => Int) startRung: number;
  @Field(() => DayScalar) hopedOn: string;
  @Field(() => Int) hopedRung: number;
  @Field(() => String, { nullable: true, defaultValue: null, description: 'Which task of the library it is.' }) libraryKey: string | null;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null, description: 'The aid to have ready.' }) aid: string | null;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null, description: 'What to leave to them first, in words of your own.' }) guide: string | null;
  @Field(() => IdScalar, { nullable: true, defaultValue: null, description: 'An activity that it comes up with.' }) activityId: string | null;
  @Field(() => IdScalar, { nullable: true, defaultValue: null, description: 'A routine of theirs that it comes up with.' }) routineId: string | null;
}

@InputType()
export class AssistanceInput {
  @Field(() => IdScalar, { description: 'Made where it is recorded (UUIDv7): sent twice, it is recorded once.' }) id: string;
  @Field(() => IdScalar) taskId: string;
  @Field(() => Int) rung: number;
  @Field(() => Date, { nullable: true, defaultValue: null, description: 'Now, when left out.' }) at: Date | null;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null }) note: string | null;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null, description: 'Left out, the same as last time; empty, none.' }) aid: string | null;
  @Field(() => IdScalar, { nullable: true, defaultValue: null, description: 'The session it happened in.' }) sessionId: string | null;
  @Field(() => IdScalar, { nullable: true, defaultValue: null, description: 'The routine it happened in.' }) routineId: string | null;
}

@InputType()
export class MoreHelpReasonInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) assistanceId: string;
  @Field({ description: 'tired, in pain, unwell, our hurry, asked me to or other.' }) reason: string;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null }) words: string | null;
}

@InputType()
export class PlaceTaskInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) taskId: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) activityId: string | null;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) routineId: string | null;
}

export const CreateLadderTaskResult = orRefused('CreateLadderTaskResult', LadderTask);
export const RecordAssistanceResult = orRefused('RecordAssistanceResult', AssistanceRecorded);
export const SayWhyMoreHelpResult = orRefused('SayWhyMoreHelpResult', LadderTap);
export const PlaceTaskResult = orRefused('PlaceTaskResult', LadderTask);
