import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Level } from '@promenade/domain/promises/promise';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { BarrierType } from '../people/preferences.graphql.ts';

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

@ObjectType('Wish', { description: 'Something a person would like. It is answered, never left.' })
export class WishType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar, { nullable: true }) activityId: string | null;
  @Field(() => WordsScalar) words: string;
  @Field() level: string;
  @Field() raisedBy: string;
  @Field() raisedAt: Date;
  @Field(() => String, { nullable: true }) answer: string | null;
  @Field(() => WordsScalar, { nullable: true }) answerWords: string | null;
  @Field(() => String, { nullable: true }) answeredBy: string | null;
}

@ObjectType()
export class LedgerBreak {
  @Field(() => Int) seq: number;
  @Field() what: string;
}

@ObjectType({ description: 'The ledger of the home, recomputed from its first entry.' })
export class LedgerCheck {
  @Field() ok: boolean;
  @Field(() => Int) entries: number;
  @Field(() => Int, { description: 'Entries whose words were lawfully erased.' }) erased: number;
  @Field(() => Int) headSeq: number;
  @Field(() => String, { nullable: true, description: 'The hash of the last entry: noted elsewhere, it shows a later rewrite.' }) headHash: string | null;
  @Field(() => [LedgerBreak]) breaks: LedgerBreak[];
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

@InputType()
export class CatchWishInput {
  @Field(() => IdScalar, { description: 'Made by the device, so that sending twice catches once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) activityId: string | null;
  @Field(() => String, { defaultValue: 'taking part' }) level: Level;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) lifeFactId: string | null;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null, description: 'Who told us; nobody named means the person.' }) raisedBy: string | null;
}

export const MakePromiseResult = orRefused('MakePromiseResult', PromiseType);
export const ExplainPromiseResult = orRefused('ExplainPromiseResult', PromiseType);
export const EndPromiseResult = orRefused('EndPromiseResult', PromiseType);
export const AnswerDisputeResult = orRefused('AnswerDisputeResult', PromiseType);
export const CatchWishResult = orRefused('CatchWishResult', WishType);
export const DeclineWishResult = orRefused('DeclineWishResult', WishType);

@InputType()
export class MakeBarrierAWishInput {
  @Field(() => IdScalar) barrierId: string;
  @Field(() => IdScalar, { description: 'Of the wish, made by the device: sending it twice makes one.' }) id: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar, { nullable: true, description: 'The person themselves when left out.' }) raisedBy?: string | null;
}

export const MakeBarrierAWishResult = orRefused('MakeBarrierAWishResult', BarrierType);
