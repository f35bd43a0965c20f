import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { RoutineType } from './people.graphql.ts';

@ObjectType('RoutineWeekDay', { description: 'One day of a routine in a week.' })
export class RoutineWeekDayType {
  @Field(() => DayScalar) day: string;
  @Field({ description: 'It is due that day.' }) due: boolean;
  @Field(() => String, { nullable: true, description: 'honoured, missed, not wanted, or disputed when two people said different things.' }) state: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'Why it was missed, or why the day differs.' }) words: string | null;
}

@ObjectType('Share', { description: 'So many of so many days, with the interval (95 %) in which the true share lies.' })
export class ShareType {
  @Field(() => Int) of: number;
  @Field(() => Int) days: number;
  @Field(() => Float) low: number;
  @Field(() => Float) high: number;
}

@ObjectType('ComparedDay', { description: 'A day as it was compared.' })
export class ComparedDayType {
  @Field(() => DayScalar) day: string;
  @Field() state: string;
  @Field() distressed: boolean;
}

@ObjectType('DistressPicture', { description: 'Distress after missed days beside distress after honoured days, with what can honestly be said of it.' })
export class DistressPictureType {
  @Field() sentence: string;
  @Field({ description: "'nothing to compare', 'too few days', 'more after missed', 'more after honoured' or 'could be chance'." }) verdict: string;
  @Field(() => ShareType) missed: ShareType;
  @Field(() => ShareType) honoured: ShareType;
  @Field(() => Int, { description: 'Days on which it was not wanted: the person chose, and they are not counted.' }) notWanted: number;
  @Field(() => Int, { description: 'Days of which two people said different things: not counted.' }) disputed: number;
  @Field(() => Int, { description: 'Distress counts until so many hours after the time of the routine.' }) hoursAfter: number;
  @Field(() => Int, { description: 'So many days back are looked at.' }) lookedBack: number;
  @Field(() => [ComparedDayType]) days: ComparedDayType[];
}

@ObjectType('DistressNote', { description: 'That somebody was distressed.' })
export class DistressNoteType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar, { nullable: true }) routineId: string | null;
  @Field() at: Date;
  @Field({ description: 'unsettled, upset or very distressed.' }) level: string;
  @Field(() => WordsScalar, { nullable: true }) words: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@InputType()
export class NoteDistressInput {
  @Field(() => IdScalar, { description: 'Made where it is recorded: sent twice, it is recorded once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar, { nullable: true, description: 'The routine beside which it is written down.' }) routineId?: string | null;
  @Field(() => Date, { nullable: true, description: 'Now when left out.' }) at?: Date | null;
  @Field(() => String, { description: 'unsettled, upset, very distressed; settled after all, to correct a note.' }) level: string;
  @Field(() => WordsScalar, { nullable: true }) words?: string | null;
  @Field(() => IdScalar, { nullable: true, description: 'The note that this one corrects.' }) correctsId?: string | null;
}

@InputType()
export class RoutineDayDiffersInput {
  @Field(() => IdScalar, { description: 'Made by the device: sent twice, it is recorded once.' }) id: string;
  @Field(() => IdScalar) routineId: string;
  @Field(() => DayScalar) day: string;
  @Field(() => String, { description: "'not that day', 'that day too' or 'as usual'." }) kind: string;
  @Field(() => WordsScalar, { defaultValue: '' }) words: string;
}

export const NoteDistressResult = orRefused('NoteDistressResult', DistressNoteType);
export const RoutineDayDiffersResult = orRefused('RoutineDayDiffersResult', RoutineType);
