import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('WithoutOutcome', { description: 'Somebody who lives here and has no outcome that goes on.' })
export class WithoutOutcomeType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) namedWorker: string | null;
  @Field(() => DayScalar) since: string;
  @Field(() => Int) days: number;
  @Field({ description: 'For how long, and since what.' }) words: string;
}

@ObjectType('CouldBePlanned', { description: 'An activity that could be planned for an outcome.' })
export class CouldBePlannedType {
  @Field(() => IdScalar) activityId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true }) picture: string | null;
  @Field({ description: 'How it helps, or why they would like it.' }) because: string;
  @Field({ description: 'Somebody has said that it serves this outcome; otherwise it is what they like most.' }) serves: boolean;
}

@ObjectType('IdleOutcome', { description: 'An outcome that nothing serves in the two weeks to come.' })
export class IdleOutcomeType {
  @Field(() => IdScalar) outcomeId: string;
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => WordsScalar) words: string;
  @Field() comfort: boolean;
  @Field(() => DayScalar, { nullable: true, description: 'The last day on which something that serves it happened.' }) lastOn: string | null;
  @Field(() => DayScalar, { description: 'Since then nothing has happened for it.' }) quietSince: string;
  @Field(() => Int) days: number;
  @Field(() => [CouldBePlannedType]) could: CouldBePlannedType[];
}

@ObjectType('Bounds', { description: 'Between which whole percentages the true share lies (95 %).' })
export class BoundsType {
  @Field(() => Int) low: number;
  @Field(() => Int) high: number;
}

@ObjectType('SupportReason')
export class SupportReasonType {
  @Field() reason: string;
  @Field(() => Int) minutes: number;
}

@ObjectType('SupportShare', { description: 'How much of the planned support really happened in the last four weeks.' })
export class SupportShareType {
  @Field(() => IdScalar, { nullable: true, description: 'Null for the whole home.' }) residentId: string | null;
  @Field() name: string;
  @Field(() => Int, { description: 'In minutes.' }) planned: number;
  @Field(() => Int, { description: 'Of those, the minutes that happened. What was given beyond the plan makes up for nothing.' }) happened: number;
  @Field(() => Float, { nullable: true, description: 'From 0 to 1; null where there is too little to say.' }) share: number | null;
  @Field(() => BoundsType, { nullable: true }) between: BoundsType | null;
  @Field({ description: 'In a sentence.' }) words: string;
  @Field(() => [SupportReasonType], { description: 'Why the rest did not happen, the most minutes first.' }) reasons: SupportReasonType[];
}

@ObjectType('ProgressMeasure', { description: 'One measure of NICE; each number is as long as its list.' })
export class ProgressMeasureType {
  @Field() key: string;
  @Field() source: string;
  @Field() title: string;
  @Field({ description: 'Who counts, and what of.' }) rule: string;
  @Field(() => Int) of: number;
  @Field(() => Int) met: number;
  @Field(() => BoundsType, { nullable: true, description: 'Null where there are too few to say.' }) between: BoundsType | null;
}

@ObjectType('MeasureLine')
export class MeasureLineType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field() met: boolean;
  @Field({ description: 'What is on record, or what is missing.' }) why: string;
}

@ObjectType('MeasureList', { description: 'Everybody behind the number of a measure: those who are missing first.' })
export class MeasureListType {
  @Field(() => ProgressMeasureType) measure: ProgressMeasureType;
  @Field(() => [MeasureLineType]) lines: MeasureLineType[];
}

@ObjectType('GoingLately', { description: 'A daily task that has turned lately.' })
export class GoingLatelyType {
  @Field(() => IdScalar) taskId: string;
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => WordsScalar) task: string;
  @Field({ description: "'rising' or 'falling'." }) going: string;
}

@ObjectType('HomeProgress', { description: 'Nobody written off: everybody who lives here, by what they want to be true and what is done for it.' })
export class HomeProgressType {
  @Field(() => DayScalar) today: string;
  @Field(() => Int, { description: 'Everybody who lives here, those in hospital or away among them.' }) livingHere: number;
  @Field(() => [WithoutOutcomeType], { description: 'Whoever waits longest first.' }) without: WithoutOutcomeType[];
  @Field(() => Int, { description: 'Outcomes that go on.' }) outcomes: number;
  @Field(() => [IdleOutcomeType], { description: 'Those for which nothing has happened for longest first.' }) idle: IdleOutcomeType[];
  @Field(() => DayScalar, { description: 'Planned support is counted from this day on.' }) shareFrom: string;
  @Field(() => DayScalar, { description: 'And until this day, yesterday.' }) shareTo: string;
  @Field(() => SupportShareType, { description: 'Of the whole home.' }) share: SupportShareType;
  @Field(() => [SupportShareType], { description: 'Of each who had support planned, by name.' }) shares: SupportShareType[];
  @Field(() => [GoingLatelyType], { description: 'Tasks that take more help lately first, then those that take less.' }) going: GoingLatelyType[];
  @Field(() => Int, { description: 'Daily tasks with too few entries to say.' }) tooFewToSay: number;
  @Field(() => Int, { description: 'People with whom everything is to be looked at again.' }) reviewsDue: number;
  @Field(() => [ProgressMeasureType]) measures: ProgressMeasureType[];
}
