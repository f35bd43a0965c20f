import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('HandoverLine', { description: 'One thing the next shift must know, made from a record.' })
export class HandoverLineType {
  @Field({ description: 'must not be missed, in our words, promises, routines, what happened and did not, what has changed, new or quiet.' }) part: string;
  @Field({ description: 'note, distress, round, fall, turn, status, need, promise, routine, session, said no, plan, off, wish, matters or quiet.' }) kind: string;
  @Field(() => IdScalar, { nullable: true }) residentId: string | null;
  @Field(() => String, { nullable: true }) who: string | null;
  @Field(() => WordsScalar, { description: 'Can be read aloud.' }) words: string;
  @Field(() => WordsScalar, { nullable: true, description: 'Only for whoever may read what is sensitive about this person; never printed.' }) more: string | null;
  @Field({ description: 'The record.' }) href: string;
  @Field(() => String, { nullable: true }) at: string | null;
  @Field(() => String, { nullable: true }) by: string | null;
}

@ObjectType()
export class HandoverReading {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field() at: Date;
}

@ObjectType('Handover', { description: 'From one moment to another. One that was given is kept as it was; another changes with the records.' })
export class HandoverType {
  @Field(() => IdScalar, { nullable: true, description: 'Null while nobody has given or read it.' }) id: string | null;
  @Field() from: Date;
  @Field() until: Date;
  @Field(() => String, { nullable: true, description: 'Whoever gave it, or read it first.' }) keptByName: string | null;
  @Field(() => [HandoverLineType], { description: 'What must not be missed first.' }) lines: HandoverLineType[];
  @Field(() => [HandoverReading]) readings: HandoverReading[];
  @Field({ description: 'Whoever asks has read it.' }) readByMe: boolean;
}

@ObjectType({ description: 'A note of whoever asks, which they may still change.' })
export class OwnHandoverNote {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar, { nullable: true }) residentId: string | null;
  @Field(() => String, { nullable: true }) name: string | null;
  @Field(() => WordsScalar) words: string;
  @Field() urgent: boolean;
  @Field() sensitive: boolean;
}

@ObjectType()
export class HandoverHead {
  @Field(() => IdScalar) id: string;
  @Field() from: Date;
  @Field() until: Date;
  @Field() keptByName: string;
  @Field(() => [String]) readBy: string[];
}

@ObjectType()
export class HandoversType {
  @Field(() => HandoverType, { description: 'The one to read now.' }) current: HandoverType;
  @Field(() => HandoverType, { nullable: true, description: 'What has come since the one to read was given.' }) since: HandoverType | null;
  @Field({ description: 'When the coming shift goes home.' }) shiftEndsAt: Date;
  @Field(() => [OwnHandoverNote], { description: 'Since the last handover.' }) mine: OwnHandoverNote[];
  @Field(() => [HandoverHead], { description: 'Of four weeks, the newest first.' }) past: HandoverHead[];
}

@InputType()
export class HandoverNoteInput {
  @Field(() => IdScalar, { description: 'Made on the device: sent twice, it is kept once.' }) id: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) residentId: string | null;
  @Field(() => WordsScalar, { description: 'Empty only to take a note back.' }) words: string;
  @Field({ defaultValue: false }) urgent: boolean;
  @Field({ defaultValue: false, description: 'Only for those who may read what is sensitive about this person.' }) sensitive: boolean;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) correctsId: string | null;
}

@InputType()
export class ReadHandoverInput {
  @Field(() => IdScalar, { description: 'Made on the device.' }) id: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null, description: 'None for the one that nobody has given yet: it is kept as it is read.' }) handoverId: string | null;
}

@ObjectType()
export class HandoverNoteKept {
  @Field(() => IdScalar) id: string;
  @Field({ description: 'It is for those who may read it: it was said to be, or it touches on something to steer clear of.' }) hushed: boolean;
}

export const AddHandoverNoteResult = orRefused('AddHandoverNoteResult', HandoverNoteKept);
export const GiveHandoverResult = orRefused('GiveHandoverResult', HandoverType);
