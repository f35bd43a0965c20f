import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('KeptCount', { description: 'How often promises came due, and what came of them; each number is as long as the list behind it.' })
export class KeptCountType {
  @Field({ description: "What it is under: a week's Monday, a weekday's number, a reason, a kind of activity, a name; 'all'." }) key: string;
  @Field() name: string;
  @Field(() => Int, { description: 'Counted: kept, partly kept and not kept.' }) of: number;
  @Field(() => Int) kept: number;
  @Field(() => Int) partlyKept: number;
  @Field(() => Int) notKept: number;
  @Field(() => Int, { description: 'Of those not kept, the ones nobody has given a reason for.' }) unexplained: number;
  @Field(() => Int, { description: 'Not counted: the person said no on the day.' }) declined: number;
  @Field(() => Int, { description: 'Not counted: the person, or whoever decides for them, let go of it.' }) released: number;
  @Field(() => Int, { description: 'Not counted: it was closed.' }) closed: number;
}

@ObjectType('KeptBetween', { description: 'Between which whole percentages the true share lies (95 %).' })
export class KeptBetweenType {
  @Field(() => Int) low: number;
  @Field(() => Int) high: number;
}

@ObjectType('KeptRate', { description: 'How often promises were kept that came due between two days; of one person, or of the home.' })
export class KeptRateType {
  @Field(() => String, { nullable: true }) residentName: string | null;
  @Field(() => DayScalar) from: string;
  @Field(() => DayScalar) to: string;
  @Field({ description: 'In sentences.' }) words: string;
  @Field({ description: 'What is not in the numbers, in a sentence; empty when nothing is.' }) leftOut: string;
  @Field(() => KeptCountType) whole: KeptCountType;
  @Field(() => KeptBetweenType, { nullable: true, description: 'Null where there are too few to say.' }) between: KeptBetweenType | null;
  @Field(() => [KeptCountType], { description: 'Week by week, those with nothing among them.' }) weeks: KeptCountType[];
  @Field(() => [KeptCountType], { description: 'Why they were not kept, from the short list.' }) reasons: KeptCountType[];
  @Field(() => [KeptCountType]) weekdays: KeptCountType[];
  @Field(() => [KeptCountType], { description: 'By kind of activity.' }) kinds: KeptCountType[];
  @Field(() => [KeptCountType], { description: 'Who answers for those not kept, by the alphabet.' }) answers: KeptCountType[];
}

@ObjectType('KeptLine', { description: 'One time a promise came due. One that was missed twice and then kept came due three times.' })
export class KeptLineType {
  @Field(() => IdScalar) promiseId: string;
  @Field(() => IdScalar) residentId: string;
  @Field() residentName: string;
  @Field(() => WordsScalar) promised: string;
  @Field(() => String, { nullable: true }) picture: string | null;
  @Field(() => DayScalar, { description: 'The day it counts on.' }) day: string;
  @Field(() => DayScalar) dueOn: string;
  @Field({ description: "'kept', 'partly kept', 'not kept', 'declined', 'released' or 'closed'." }) outcome: string;
  @Field(() => String, { nullable: true, description: 'From the short list.' }) reason: string | null;
  @Field(() => WordsScalar, { nullable: true }) words: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'Who answers for it.' }) answers: string | null;
  @Field(() => Int, { description: 'Which time it came due: 1, 2, 3…' }) time: number;
}

@ObjectType('KeptList', { description: 'What is behind one number.' })
export class KeptListType {
  @Field(() => Int, { description: 'How many there are in all.' }) total: number;
  @Field(() => [KeptLineType], { description: 'The latest day first; the first two hundred.' }) lines: KeptLineType[];
}
