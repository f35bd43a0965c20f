import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Level } from '@promenade/domain/promises/promise';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('Promise', { description: 'Something a named member of staff has said will happen for a person, by a date. It does not disappear.' })
export class PromiseType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) words: string;
  @Field({ description: "'taking part' or 'watching'." }) level: string;
  @Field() madeBy: string;
  @Field() madeAt: Date;
  @Field(() => DayScalar) dueOn: string;
  @Field({ description: 'made, scheduled, kept, partly kept, not kept or released: follows from the ledger.' }) state: string;
  @Field() owed: boolean;
  @Field(() => IdScalar, { nullable: true, description: 'The standing promise it is one day of.' }) standingId: string | null;
}

@ObjectType('Feasible', { description: 'How it was found that a promise can be kept, part by part.' })
export class FeasibleType {
  @Field() when: string;
  @Field(() => [String]) whoGoes: string[];
  @Field(() => String, { nullable: true }) vehicle: string | null;
  @Field({ description: "'can we': the planner looked and found a place. 'known': somebody said so." }) check: string;
  @Field() checkedBy: string;
}

@InputType()
export class FeasibleInput {
  @Field(() => WordsScalar, { defaultValue: '' }) when: string;
  @Field(() => [WordsScalar], { defaultValue: [] }) whoGoes: string[];
  @Field(() => WordsScalar, { nullable: true, defaultValue: null }) vehicle: string | null;
}

@ObjectType('Dispute', { description: 'Somebody close to the person said that it was not so.' })
export class DisputeType {
  @Field(() => Int, { description: 'Its place in the ledger of the home.' }) seq: number;
  @Field() raisedAt: Date;
  @Field(() => DayScalar) raisedOn: string;
  @Field(() => DayScalar, { description: 'The last day for the answer.' }) answerBy: string;
  @Field(() => Date, { nullable: true }) answeredAt: Date | null;
  @Field({ description: 'Unanswered past its last day, or answered only after it.' }) isLate: boolean;
}

@ObjectType({ description: 'One thing that was said about a promise.' })
export class PromiseEvent {
  @Field(() => IdScalar) id: string;
  @Field(() => Int, { description: 'Its place in the ledger of the home.' }) seq: number;
  @Field() at: Date;
  @Field() kind: string;
  @Field() who: string;
  @Field(() => WordsScalar) words: string;
}

@ObjectType({ description: 'Somebody in the circle, and whether they may decide about this promise for the person.' })
export class PromiseDecider {
  @Field(() => IdScalar) supporterId: string;
  @Field() name: string;
  @Field() relation: string;
  @Field() may: boolean;
  @Field(() => WordsScalar, { description: 'By what right, or why not.' }) words: string;
}

@InputType()
export class MakePromiseInput {
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) activityId: string | null;
  @Field(() => String, { description: "'taking part' or 'watching'." }) level: Level;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => WordsScalar) madeTo: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) lifeFactId: string | null;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) wishId: string | null;
  @Field(() => WordsScalar, { description: 'How it was found that it can be kept.' }) found: string;
  @Field(() => FeasibleInput, { nullable: true, defaultValue: null, description: 'The same part by part.' }) feasible: FeasibleInput | null;
}

@InputType()
export class ExplainPromiseInput {
  @Field(() => IdScalar) promiseId: string;
  @Field(() => String, { nullable: true, defaultValue: null, description: 'From the short list.' }) reason: string | null;
  @Field(() => WordsScalar, { defaultValue: '' }) words: string;
  @Field(() => WordsScalar, { defaultValue: '', description: 'Who answers for it.' }) answers: string;
  @Field(() => DayScalar, { nullable: true, defaultValue: null }) newDate: string | null;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null }) whyNoDate: string | null;
}

@InputType()
export class EndPromiseInput {
  @Field(() => IdScalar) promiseId: string;
  @Field(() => WordsScalar, { description: 'In the words of whoever lets go of it.' }) words: string;
  @Field({ description: "'the person', 'a supporter' or 'best interests'." }) by: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) supporterId: string | null;
}

export const MakePromiseResult = orRefused('MakePromiseResult', PromiseType);
export const ExplainPromiseResult = orRefused('ExplainPromiseResult', PromiseType);
export const EndPromiseResult = orRefused('EndPromiseResult', PromiseType);
export const AnswerAskedResult = orRefused('AnswerAskedResult', PromiseType);
export const AnswerDisputeResult = orRefused('AnswerDisputeResult', PromiseType);
