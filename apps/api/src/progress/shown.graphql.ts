import { Field, ObjectType } from '@nestjs/graphql';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('OwnReached', { description: 'How far it has come: the sentence of the level, and whose word it is.' })
export class OwnReachedType {
  @Field({ description: 'One of the five sentences written with the person. Never a number.' }) sentence: string;
  @Field({ description: "'person', 'family' or 'staff'." }) by: string;
  @Field() byName: string;
}

@ObjectType('OwnStep')
export class OwnStepType {
  @Field(() => IdScalar) id: string;
  @Field(() => WordsScalar) words: string;
  @Field() isDone: boolean;
}

@ObjectType('OwnOutcome', { description: 'What somebody wants to be true, as they are shown it.' })
export class OwnOutcomeType {
  @Field(() => IdScalar) id: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar) why: string;
  @Field(() => String, { nullable: true }) picture: string | null;
  @Field({ description: 'Of comfort and connection: there is no way to climb.' }) comfort: boolean;
  @Field(() => OwnReachedType, { nullable: true }) reached: OwnReachedType | null;
  @Field(() => String, { nullable: true, description: 'What comes next: the next step, or the sentence of the next level.' }) next: string | null;
  @Field(() => [OwnStepType], { description: 'The way: what is done, then what is to come.' }) steps: OwnStepType[];
}

@ObjectType('OwnDoing', { description: 'A daily task, and how it is done now, in words.' })
export class OwnDoingType {
  @Field(() => IdScalar) taskId: string;
  @Field(() => WordsScalar) name: string;
  @Field(() => String, { nullable: true }) picture: string | null;
  @Field() words: string;
  @Field({ description: 'On their own, or with somebody near.' }) isTheirOwn: boolean;
}

@ObjectType('OwnEnjoyed', { description: 'Something they took part in and were happy with, in the last four weeks.' })
export class OwnEnjoyedType {
  @Field(() => IdScalar) sessionId: string;
  @Field(() => DayScalar) day: string;
  @Field() what: string;
  @Field(() => String, { nullable: true }) picture: string | null;
  @Field(() => IdScalar, { nullable: true, description: 'A photo of it, where everybody in it agrees.' }) photoId: string | null;
}

@ObjectType('OwnProgress', { description: 'Somebody’s own progress, in pictures and sentences.' })
export class OwnProgressType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => IdScalar, { nullable: true, description: 'Their photo, where they agree to be shown.' }) photoId: string | null;
  @Field({ description: 'Only comfort and connection matter to them now: no steps, no way up.' }) isComfort: boolean;
  @Field(() => [OwnOutcomeType], { description: 'What matters most to them first.' }) outcomes: OwnOutcomeType[];
  @Field(() => [OwnDoingType], { description: 'What they do by themselves first.' }) doing: OwnDoingType[];
  @Field(() => [OwnEnjoyedType], { description: 'The latest first; each thing once.' }) enjoyed: OwnEnjoyedType[];
}

@ObjectType('FamilyOutcome')
export class FamilyOutcomeType {
  @Field(() => IdScalar) id: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar) why: string;
  @Field() comfort: boolean;
  @Field(() => DayScalar, { description: 'When it is looked at together next.' }) reviewOn: string;
}

@ObjectType('FamilyDoing', { description: 'A daily task: how it is done now, and how it was in the first weeks.' })
export class FamilyDoingType {
  @Field(() => IdScalar) taskId: string;
  @Field(() => WordsScalar) name: string;
  @Field({ description: 'In a sentence.' }) words: string;
}

@ObjectType('FamilyProgress', { description: 'Progress, as far as it is shared: sentences, no marks.' })
export class FamilyProgressType {
  @Field(() => IdScalar) personId: string;
  @Field() person: string;
  @Field(() => DayScalar) today: string;
  @Field(() => [FamilyOutcomeType], { nullable: true, description: 'Null where progress is not shared.' }) outcomes: FamilyOutcomeType[] | null;
  @Field(() => [FamilyDoingType]) doing: FamilyDoingType[];
  @Field(() => [String], { description: 'What support looks like, a sentence each.' }) support: string[];
  @Field(() => String, { nullable: true, description: 'That it is not shared, kindly.' }) notShared: string | null;
}
