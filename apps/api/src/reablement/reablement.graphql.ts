import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType({ description: 'What one day came to: the last tap of it.' })
export class LadderPoint {
  @Field(() => DayScalar) day: string;
  @Field(() => Int, { description: '0 done for me … 6 on my own.' }) rung: number;
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
}

@ObjectType()
export class AssistanceRecorded {
  @Field(() => LadderTask) task: LadderTask;
  @Field(() => String, { nullable: true, description: 'A gentle word, when more was done for somebody than they did for themselves last week.' }) prompt: string | null;
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
}

@InputType()
export class AssistanceInput {
  @Field(() => IdScalar, { description: 'Made where it is recorded (UUIDv7): sent twice, it is recorded once.' }) id: string;
  @Field(() => IdScalar) taskId: string;
  @Field(() => Int) rung: number;
  @Field(() => Date, { nullable: true, defaultValue: null, description: 'Now, when left out.' }) at: Date | null;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null }) note: string | null;
}

export const CreateLadderTaskResult = orRefused('CreateLadderTaskResult', LadderTask);
export const RecordAssistanceResult = orRefused('RecordAssistanceResult', AssistanceRecorded);
