import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { Level } from '@promenade/domain/promises/promise';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { BarrierType } from '../people/preferences.graphql.ts';

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
  @Field({ description: "'said to us', 'residents’ meeting', 'supporter' or 'what stands in the way'." }) source: string;
  @Field(() => DayScalar, { nullable: true, description: 'The residents’ meeting it was said at.' }) meetingOn: string | null;
  @Field(() => String, { nullable: true, description: 'Who wrote it down.' }) caughtByName: string | null;
}

@InputType()
export class CatchWishInput {
  @Field(() => IdScalar, { description: 'Made by the device, so that sending twice catches once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar, { description: 'May be empty when there is a voice note.' }) words: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) activityId: string | null;
  @Field(() => String, { defaultValue: 'taking part' }) level: Level;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) lifeFactId: string | null;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null, description: 'Who told us; nobody named means the person.' }) raisedBy: string | null;
  @Field(() => IdScalar, { nullable: true, defaultValue: null, description: 'A voice note of the person’s, sent to /media before.' }) mediaId: string | null;
}

@InputType()
export class MeetingWishInput {
  @Field(() => IdScalar, { description: 'Made by the device, so that sending twice catches once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar, { nullable: true, defaultValue: null, description: 'Who said it; nobody named means the person.' }) raisedBy: string | null;
}

@ObjectType({ description: 'What was caught at a residents’ meeting.' })
export class MeetingCaught {
  @Field(() => [WishType]) wishes: WishType[];
}

@InputType()
export class MakeBarrierAWishInput {
  @Field(() => IdScalar) barrierId: string;
  @Field(() => IdScalar, { description: 'Of the wish, made by the device: sending it twice makes one.' }) id: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar, { nullable: true, description: 'The person themselves when left out.' }) raisedBy?: string | null;
}

export const CatchWishResult = orRefused('CatchWishResult', WishType);
export const CatchAtMeetingResult = orRefused('CatchAtMeetingResult', MeetingCaught);
export const DeclineWishResult = orRefused('DeclineWishResult', WishType);
export const MakeBarrierAWishResult = orRefused('MakeBarrierAWishResult', BarrierType);
