import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { IdScalar, DayScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('FamilyAskEntry')
export class FamilyAskEntryType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'answered', or 'not enough' where the family says that the answer does not answer it." }) kind: string;
  @Field() words: string;
  @Field() by: string;
  @Field(() => Date) at: Date;
}

@ObjectType('FamilyAsk', { description: 'What a supporter asks of the home: answered by a date, never left.' })
export class FamilyAskType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field() residentName: string;
  @Field() words: string;
  @Field() askedBy: string;
  @Field() relation: string;
  @Field(() => Date) askedAt: Date;
  @Field(() => DayScalar, { description: 'The day by which it is, or was, to be answered.' }) answerBy: string;
  @Field({ description: "'waiting', 'overdue' or 'answered'." }) state: string;
  @Field({ description: 'An answer came back: the next one is the manager’s.' }) isWithManager: boolean;
  @Field({ description: 'How it stands, in a sentence.' }) stands: string;
  @Field({ description: 'It is a wish as well, and is answered where wishes are.' }) isWish: boolean;
  @Field(() => IdScalar, { nullable: true, description: 'The promise that came of it, for those who may see promises.' }) promiseId: string | null;
  @Field(() => [FamilyAskEntryType], { description: 'Oldest first.' }) entries: FamilyAskEntryType[];
}

@InputType()
export class AskHomeInput {
  @Field(() => IdScalar, { description: 'Made by the device: sent twice, it is asked once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) words: string;
  @Field({ defaultValue: false, description: 'It is something the person would like: a wish.' }) isWish: boolean;
}

@InputType()
export class OnAskInput {
  @Field(() => IdScalar, { description: 'Made by the device: sent twice, it is said once.' }) id: string;
  @Field(() => IdScalar) askId: string;
  @Field(() => WordsScalar) words: string;
}

export const AskHomeResult = orRefused('AskHomeResult', FamilyAskType);
export const AnswerAskResult = orRefused('AnswerAskResult', FamilyAskType);
export const SayNotEnoughResult = orRefused('SayNotEnoughResult', FamilyAskType);
export const MakeAskAWishResult = orRefused('MakeAskAWishResult', FamilyAskType);
