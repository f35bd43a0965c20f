import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { ClockScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('SelfAssessmentAnswer', { description: 'An answer as it was given. A changed one is another; the latest to a question counts.' })
export class SelfAssessmentAnswerType {
  @Field(() => IdScalar) id: string;
  @Field() question: string;
  @Field(() => [String], { description: 'Options chosen. With no words either, the question was passed over.' }) chosen: string[];
  @Field(() => String, { nullable: true }) words: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('Suggestion', { description: 'What an answer could become, once somebody takes it. Whatever it becomes has this id, so it is taken once.' })
export class SuggestionType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'outcome', 'wish', 'memory', 'routine', 'preference' or 'support style'." }) kind: string;
  @Field() words: string;
  @Field({ description: 'Who answered, what was asked and what was said.' }) why: string;
  @Field(() => ClockScalar, { nullable: true, description: 'Of a routine.' }) from: string | null;
  @Field(() => ClockScalar, { nullable: true }) to: string | null;
  @Field(() => String, { nullable: true, description: 'Of a preference: which of those listed, or null for one of their own.' }) item: string | null;
  @Field(() => String, { nullable: true, description: 'Of a preference: how much it matters.' }) answer: string | null;
  @Field(() => String, { nullable: true, description: 'Of a preference: why it cannot be.' }) barrier: string | null;
  @Field(() => String, { nullable: true, description: 'Of a support style.' }) style: string | null;
  @Field() taken: boolean;
}

@ObjectType('SelfAssessment', { description: 'At most twelve questions, each of which may be passed over; it can be gone on with on any device.' })
export class SelfAssessmentType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field({ description: "'person', 'together' or 'someone'." }) answeredBy: string;
  @Field(() => String, { nullable: true }) helper: string | null;
  @Field(() => String, { nullable: true }) howKnown: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@InputType()
export class BeginSelfAssessmentInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice begins one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar, { description: "'person', 'together' or 'someone'." }) answeredBy: string;
  @Field(() => WordsScalar, { nullable: true, description: 'Who helps, or answers.' }) helper?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'How whoever answers in their place knows them.' }) howKnown?: string | null;
}

@InputType()
export class AnswerSelfAssessmentInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) assessmentId: string;
  @Field(() => WordsScalar) question: string;
  @Field(() => [WordsScalar], { description: 'None, with no words, passes the question over.' }) chosen: string[];
  @Field(() => WordsScalar, { nullable: true }) words?: string | null;
}

export const SelfAssessmentResult = orRefused('SelfAssessmentResult', SelfAssessmentType);
