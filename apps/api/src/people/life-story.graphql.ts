import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('LifeFactVersion', { description: 'What a life fact said before it was put better.' })
export class LifeFactVersionType {
  @Field(() => IdScalar) id: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar, { nullable: true }) whenWords: string | null;
  @Field() theme: string;
  @Field() howKnown: string;
  @Field(() => String, { nullable: true }) recordedByName: string | null;
  @Field() recordedAt: Date;
  @Field({ description: 'From this moment on the next version stood.' }) untilAt: Date;
}

@ObjectType('FactTime', { description: 'When a life fact was, as its words were understood.' })
export class FactTimeType {
  @Field(() => String, { description: 'As it was said.' }) said: string;
  @Field(() => String, { description: "'1960 to 1964', 'up to 1990', or nothing when no time is in the words." }) understood: string;
  @Field(() => Int, { nullable: true, description: 'The decade it is told under: 1950 for the fifties.' }) decade: number | null;
}

@ObjectType('KeptOut', { description: 'An activity that a topic to avoid keeps out of plans.' })
export class KeptOutType {
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar) activityId: string;
  @Field() activityName: string;
  @Field({ description: 'A sentence: which topic it is.' }) because: string;
}

@ObjectType('TopicToAvoid', { description: 'What upsets somebody, and is steered clear of in talk and in plans.' })
export class TopicToAvoidType {
  @Field(() => IdScalar) id: string;
  @Field(() => WordsScalar, { description: 'What to steer clear of. Everybody on shift sees it.' }) words: string;
  @Field(() => WordsScalar, { description: 'What to do if it comes up.' }) instead: string;
  @Field(() => WordsScalar, { nullable: true, description: 'The story behind it, for those who plan, the named worker and whoever wrote it; null for others.' }) why: string | null;
  @Field(() => [String], { description: 'Kinds of activity left out of plans because of it.' }) kinds: string[];
  @Field({ description: 'Who told it and how they know.' }) howKnown: string;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@InputType()
export class EditLifeFactInput {
  @Field(() => IdScalar, { description: 'Of this version, made by the device: sending it twice changes it once.' }) id: string;
  @Field(() => IdScalar) lifeFactId: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar, { nullable: true }) whenWords?: string | null;
  @Field(() => WordsScalar) theme: string;
  @Field(() => WordsScalar) toldBy: string;
  @Field(() => WordsScalar) toldHow: string;
  @Field({ defaultValue: false }) sensitive: boolean;
}

@InputType()
export class AvoidTopicInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar, { nullable: true }) lifeFactId?: string | null;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar, { defaultValue: '' }) why: string;
  @Field(() => WordsScalar, { defaultValue: '' }) instead: string;
  @Field(() => [IdScalar], { defaultValue: [] }) activityIds: string[];
  @Field(() => [WordsScalar], { defaultValue: [], description: 'Kinds of activity: ‘outdoors’, ‘music’.' }) kinds: string[];
  @Field(() => WordsScalar) toldBy: string;
  @Field(() => WordsScalar) toldHow: string;
}

@InputType()
export class FactForOutcomeInput {
  @Field(() => IdScalar) lifeFactId: string;
  @Field(() => IdScalar) outcomeId: string;
}


export const AvoidTopicResult = orRefused('AvoidTopicResult', TopicToAvoidType);
export const EndTopicResult = orRefused('EndTopicResult', TopicToAvoidType);
