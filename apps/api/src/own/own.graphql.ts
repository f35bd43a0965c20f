import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { ClockScalar, DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { SheetMarkType } from '../prints/prints.graphql.ts';

@ObjectType('OwnWord', { description: 'What a person said themselves of something planned for them or promised to them.' })
export class OwnWordType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field() residentName: string;
  @Field({ description: "'yes' or 'no'." }) says: string;
  @Field(() => IdScalar, { nullable: true }) sessionId: string | null;
  @Field(() => IdScalar, { nullable: true }) promiseId: string | null;
  @Field(() => WordsScalar, { description: 'In a sentence, for staff.' }) words: string;
  @Field({ description: 'Who held the tablet.' }) recordedByName: string;
  @Field() saidAt: Date;
}

@ObjectType('OwnThing', { description: 'Something of a person’s own week, with pictures and few words.' })
export class OwnThingType {
  @Field({ description: 'The same from one look to the next.' }) key: string;
  @Field(() => DayScalar) day: string;
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
  @Field(() => WordsScalar) what: string;
  @Field(() => String, { nullable: true }) picture: string | null;
  @Field(() => String, { nullable: true }) place: string | null;
  @Field(() => [String], { description: 'Staff who come along, by first name.' }) withStaff: string[];
  @Field(() => [IdScalar], { description: 'Friends who are in it, by id: people they have chosen to do things with. Nobody else is named.' }) friendIds: string[];
  @Field({ description: 'It will not happen for them.' }) isOff: boolean;
  @Field(() => String, { nullable: true, description: 'What is different from what they were told.' }) change: string | null;
  @Field(() => IdScalar, { nullable: true, description: 'The session, where they may say yes or no to it.' }) sessionId: string | null;
  @Field(() => OwnWordType, { nullable: true }) said: OwnWordType | null;
}

@ObjectType('OwnPromise')
export class OwnPromiseType {
  @Field(() => IdScalar) id: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => String, { nullable: true }) picture: string | null;
  @Field() madeBy: string;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => Date, { nullable: true, description: 'When the session begins that is to keep it.' }) plannedFor: Date | null;
  @Field({ description: 'Its day has passed.' }) isLate: boolean;
  @Field(() => OwnWordType, { nullable: true }) said: OwnWordType | null;
}

@ObjectType('OwnFriend')
export class OwnFriendType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field(() => IdScalar, { nullable: true, description: 'Their photo, where they agree to be shown.' }) photoId: string | null;
}

@ObjectType('OwnView', { description: 'A person’s own view of their week.' })
export class OwnViewType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => IdScalar, { nullable: true, description: 'Their photo, where they agree to be shown.' }) photoId: string | null;
  @Field(() => DayScalar) today: string;
  @Field(() => SheetMarkType) mark: SheetMarkType;
  @Field(() => [OwnThingType], { description: 'Seven days from today: sessions and routines, by day and time; of today, what is not over.' }) things: OwnThingType[];
  @Field(() => [OwnThingType], { description: 'The seven days of the week asked for, whole: for paper.' }) week: OwnThingType[];
  @Field(() => [OwnPromiseType], { description: 'Those still owed, the one due first on top.' }) promises: OwnPromiseType[];
  @Field(() => [OwnFriendType]) friends: OwnFriendType[];
}

@InputType()
export class SayOwnWordInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice says it once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) sessionId: string | null;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) promiseId: string | null;
  @Field({ description: "'yes' or 'no'." }) says: string;
  @Field(() => Date, { description: 'By the clock of the device.' }) saidAt: Date;
}

export const SayOwnWordResult = orRefused('SayOwnWordResult', OwnWordType);
