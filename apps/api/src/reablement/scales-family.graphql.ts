import { Field, Float, InputType, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('FamilyLevel', { description: 'Which level somebody says is reached, as its sentence.' })
export class FamilyLevelType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'person', 'family' or 'staff'." }) rater: string;
  @Field() who: string;
  @Field() sentence: string;
  @Field(() => DayScalar) on: string;
  @Field({ description: 'Whoever asks said it themselves, and may put it right.' }) isYours: boolean;
  @Field(() => String, { nullable: true, description: 'Their own words, where they said it themselves.' }) words: string | null;
}

@ObjectType('FamilyGoal', { description: 'One outcome of their person, in sentences: no figures, no score.' })
export class FamilyGoalType {
  @Field(() => IdScalar) outcomeId: string;
  @Field({ description: 'What the person wants, in their words.' }) words: string;
  @Field(() => IdScalar) scaleId: string;
  @Field(() => [String], { description: 'Five sentences, the furthest from what is hoped for first.' }) levels: string[];
  @Field(() => [FamilyLevelType], { description: 'What each said last, the person first.' }) reached: FamilyLevelType[];
}

@ObjectType('FamilyGoals')
export class FamilyGoalsType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => String, { nullable: true, description: 'Why nothing is shown, where it is not shared.' }) notShared: string | null;
  @Field(() => [FamilyGoalType]) goals: FamilyGoalType[];
}

@InputType()
export class ScoreGoalAsFamilyInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) outcomeId: string;
  @Field(() => IdScalar, { description: 'The levels that were on the screen.' }) scaleId: string;
  @Field(() => Float, { description: 'The place of the sentence among the five: −2, −1, 0, 1 or 2.' }) attained: number;
  @Field(() => DayScalar, { nullable: true, description: 'Today, when left out.' }) on?: string | null;
  @Field(() => WordsScalar, { nullable: true }) words?: string | null;
  @Field(() => IdScalar, { nullable: true, description: 'Their own entry that this one puts right.' }) correctsId?: string | null;
}

export const ScoreGoalAsFamilyResult = orRefused('ScoreGoalAsFamilyResult', FamilyGoalsType);
