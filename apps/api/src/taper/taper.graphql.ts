import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('SupportPart', { description: 'Minutes of one kind of support: the person’s own, and the staff’s.' })
export class SupportPartType {
  @Field({ description: "'one to one', 'two to one' or 'shared'." }) kind: string;
  @Field(() => Int) minutes: number;
  @Field(() => Int) staffMinutes: number;
}

@ObjectType('SupportNotGiven', { description: 'Why support that was meant did not happen.' })
export class SupportReasonType {
  @Field() reason: string;
  @Field(() => Int) minutes: number;
}

@ObjectType('SupportWeek', { description: 'One week of the triangle: planned, actual, gap and cost.' })
export class SupportWeekType {
  @Field(() => DayScalar) monday: string;
  @Field({ description: "'over', 'now' or 'to come'." }) state: string;
  @Field(() => Int) planned: number;
  @Field(() => Int, { nullable: true }) actual: number | null;
  @Field(() => Int, { nullable: true, description: 'Planned minus actual.' }) gap: number | null;
  @Field(() => Int) plannedPence: number;
  @Field(() => Int, { nullable: true }) actualPence: number | null;
  @Field(() => Int, { description: 'What it would cost had the start been held.' }) boxPence: number;
  @Field(() => Int, { nullable: true, description: 'Less than that by so much; null where it is not known.' }) savedPence: number | null;
  @Field(() => Int, { nullable: true, description: 'Minutes set free; null where it is not known.' }) freed: number | null;
  @Field(() => String, { nullable: true, description: 'Why it is not known, in a sentence.' }) unknown: string | null;
  @Field(() => [SupportPartType]) parts: SupportPartType[];
  @Field(() => [SupportReasonType]) reasons: SupportReasonType[];
}

@ObjectType('SupportPlanLine')
export class SupportPlanLineType {
  @Field(() => IdScalar) id: string;
  @Field() kind: string;
  @Field(() => WordsScalar) what: string;
  @Field(() => Int, { description: 'A week, at the start.' }) minutes: number;
  @Field(() => Int) staff: number;
  @Field(() => Int) residents: number;
}

@ObjectType('SupportPlan', { description: 'One version of a support plan.' })
export class SupportPlanType {
  @Field(() => IdScalar) id: string;
  @Field(() => DayScalar) startsOn: string;
  @Field(() => DayScalar) endsOn: string;
  @Field({ description: "'straight', 'stepped' or 'held'." }) shape: string;
  @Field(() => Int) weeks: number;
  @Field(() => Int) stepWeeks: number;
  @Field(() => Int) startMinutes: number;
  @Field(() => Int) goalMinutes: number;
  @Field(() => Int) hourlyPence: number;
  @Field(() => WordsScalar) why: string;
  @Field(() => WordsScalar, { description: 'What the person says of it.' }) say: string;
  @Field(() => IdScalar, { nullable: true }) outcomeId: string | null;
  @Field(() => WordsScalar, { nullable: true }) outcomeWords: string | null;
  @Field(() => [SupportPlanLineType]) lines: SupportPlanLineType[];
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('SupportPlanStop', { description: 'That a plan stands still, and why.' })
export class SupportPlanStopType {
  @Field({ description: "'distress', 'falls', 'refusals', 'more help', 'the person said so', 'comfort and connection' or 'other'." }) why: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => DayScalar) onDay: string;
}

@ObjectType('SupportPlanEvent', { description: 'What changed: a plan, a stop, an answer.' })
export class SupportPlanEventType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'plan', 'stop' or 'answer'." }) kind: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar, { nullable: true, description: 'What the person said.' }) say: string | null;
  @Field() byName: string;
  @Field() at: Date;
}

@ObjectType('WishIdea', { description: 'Something wish-minutes could be spent on, and why.' })
export class WishIdeaType {
  @Field(() => IdScalar) activityId: string;
  @Field() name: string;
  @Field() picture: string;
  @Field() because: string;
}

@ObjectType('WishMinuteLine')
export class WishMinuteLineType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'freed', 'spent' or 'not now'." }) kind: string;
  @Field(() => DayScalar) week: string;
  @Field(() => Int) minutes: number;
  @Field(() => WordsScalar) what: string;
  @Field(() => WordsScalar, { nullable: true }) say: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('WishMinutes', { description: 'Staff minutes that the person’s progress set free.' })
export class WishMinutesType {
  @Field(() => Int) balance: number;
  @Field(() => [WishMinuteLineType], { description: 'The latest first.' }) lines: WishMinuteLineType[];
  @Field(() => [WishIdeaType], { description: 'Three at most.' }) ideas: WishIdeaType[];
}

@ObjectType('RoutineHelp', { description: 'How much help a routine takes each time, as far as somebody said.' })
export class RoutineHelpType {
  @Field(() => IdScalar) routineId: string;
  @Field(() => WordsScalar) what: string;
  @Field() fromTime: string;
  @Field() toTime: string;
  @Field({ description: 'Whether anybody has said.' }) isSaid: boolean;
  @Field(() => Int, { nullable: true, description: 'Null, when said, is the whole time.' }) minutes: number | null;
  @Field(() => Int) staff: number;
}

@ObjectType('Fall')
export class FallType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field() at: Date;
  @Field(() => WordsScalar) place: string;
  @Field({ description: "'not hurt', 'hurt' or 'not a fall after all'." }) hurt: string;
  @Field(() => WordsScalar, { nullable: true }) words: string | null;
  @Field() recordedByName: string;
}

@ObjectType('SupportOutcome')
export class SupportOutcomeType {
  @Field(() => IdScalar) id: string;
  @Field(() => WordsScalar) words: string;
  @Field() comfort: boolean;
}

@ObjectType('SupportPlanOfPerson', { description: 'One person’s support plan: the triangle, what changed, and what progress set free.' })
export class SupportPlanOfPersonType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => DayScalar) today: string;
  @Field(() => DayScalar) thisMonday: string;
  @Field(() => String, { nullable: true, description: 'Why help is never made less, in a sentence.' }) neverTapered: string | null;
  @Field({ description: "'none', 'to come', 'falling', 'stopped', 'held' or 'over'." }) state: string;
  @Field({ description: 'In a sentence.' }) words: string;
  @Field(() => SupportPlanType, { nullable: true }) plan: SupportPlanType | null;
  @Field(() => SupportPlanStopType, { nullable: true, description: 'The stop that waits for an answer.' }) stop: SupportPlanStopType | null;
  @Field(() => [SupportWeekType]) weeks: SupportWeekType[];
  @Field(() => [String], { description: 'What is to be looked at, in sentences.' }) notices: string[];
  @Field(() => [SupportPlanEventType], { description: 'The latest first.' }) events: SupportPlanEventType[];
  @Field(() => Int, { description: 'Saved so far against the start held, in the weeks of which enough is known.' }) savedPence: number;
  @Field(() => Int) savedWeeks: number;
  @Field(() => WishMinutesType) wishMinutes: WishMinutesType;
  @Field(() => [RoutineHelpType]) routines: RoutineHelpType[];
  @Field(() => [FallType], { description: 'Of the last half year, the latest first.' }) falls: FallType[];
  @Field(() => [SupportOutcomeType]) outcomes: SupportOutcomeType[];
}

@ObjectType('SupportPlanGlance', { description: 'Somebody’s support plan in a line, for the list of all.' })
export class SupportPlanGlanceType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field() state: string;
  @Field() words: string;
  @Field(() => [String], { description: 'What is to be looked at, in sentences.' }) notices: string[];
  @Field(() => Int, { description: 'Wish-minutes that wait to be spent.' }) wishMinutes: number;
  @Field(() => Int) savedPence: number;
}

@InputType()
export class SupportPlanLineInput {
  @Field(() => WordsScalar) kind: string;
  @Field(() => WordsScalar) what: string;
  @Field(() => Int) minutes: number;
  @Field(() => Int, { nullable: true, defaultValue: 4, description: 'Of shared support: among how many.' }) residents: number;
}

@InputType()
export class MakeSupportPlanInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => [SupportPlanLineInput]) lines: SupportPlanLineInput[];
  @Field(() => WordsScalar) shape: string;
  @Field(() => DayScalar) startsOn: string;
  @Field(() => Int) weeks: number;
  @Field(() => Int, { nullable: true, defaultValue: 2 }) stepWeeks: number;
  @Field(() => Int) goalMinutes: number;
  @Field(() => Int) hourlyPence: number;
  @Field(() => WordsScalar) why: string;
  @Field(() => WordsScalar) say: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) outcomeId: string | null;
}

@InputType()
export class StopSupportPlanInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) why: string;
  @Field(() => WordsScalar) words: string;
}

@InputType()
export class AnswerSupportPlanInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar, { description: "'go on', 'hold' or 'go back'." }) answer: string;
  @Field(() => WordsScalar, { description: 'What the person says.' }) say: string;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null }) words: string | null;
}

@InputType()
export class SpendWishMinutesInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => Int, { description: 'How many; 0 with `notNow`.' }) minutes: number;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) activityId: string | null;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null, description: 'What for, where it is none of the library.' }) what: string | null;
  @Field(() => WordsScalar, { description: 'What the person said.' }) say: string;
  @Field({ nullable: true, defaultValue: false }) notNow: boolean;
}

@InputType()
export class NoteFallInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => Date, { nullable: true, defaultValue: null, description: 'Now, when left out.' }) at: Date | null;
  @Field(() => WordsScalar) place: string;
  @Field(() => WordsScalar, { description: "'not hurt', 'hurt', or to correct, 'not a fall after all'." }) hurt: string;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null }) words: string | null;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) correctsId: string | null;
}

@InputType()
export class SayRoutineHelpInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) routineId: string;
  @Field(() => Int, { nullable: true, defaultValue: null, description: 'Each time; left out, its whole time.' }) minutes: number | null;
  @Field(() => Int, { nullable: true, defaultValue: 1 }) staff: number;
}

export const SupportPlanResult = orRefused('SupportPlanResult', SupportPlanOfPersonType);
export const NoteFallResult = orRefused('NoteFallResult', FallType);
