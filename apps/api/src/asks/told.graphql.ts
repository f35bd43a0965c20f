import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('ToldBefore', { description: 'What a memory said before it was put right.' })
export class ToldBeforeType {
  @Field() words: string;
  @Field(() => String, { nullable: true }) whenWords: string | null;
  @Field(() => Date) at: Date;
}

@ObjectType('ToldByFamily', { description: 'A memory in a supporter’s own words, marked as theirs.' })
export class ToldByFamilyType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field() words: string;
  @Field(() => String, { nullable: true }) whenWords: string | null;
  @Field() who: string;
  @Field() relation: string;
  @Field(() => Date) toldAt: Date;
  @Field(() => IdScalar, { nullable: true, description: 'A photo beside it, at /media/<id>; nothing where it may not be shown.' }) photoId: string | null;
  @Field(() => [ToldBeforeType]) earlier: ToldBeforeType[];
  @Field(() => String, { nullable: true, description: 'When it was taken back, why.' }) takenBack: string | null;
  @Field(() => String, { nullable: true, description: 'Who put it into the life story.' }) keptBy: string | null;
}

@InputType()
export class TellMemoryInput {
  @Field(() => IdScalar, { description: 'Made by the device: sent twice, it is told once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar, { nullable: true, description: 'The memory that is put right by this one.' }) memoryId?: string | null;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar, { nullable: true }) whenWords?: string | null;
  @Field(() => IdScalar, { nullable: true, description: 'A photo that was sent before.' }) mediaId?: string | null;
}

@InputType()
export class TakeBackMemoryInput {
  @Field(() => IdScalar, { description: 'Made by the device: sent twice, it is said once.' }) id: string;
  @Field(() => IdScalar) memoryId: string;
  @Field(() => WordsScalar, { defaultValue: '' }) words: string;
}

@InputType()
export class KeepMemoryInput {
  @Field(() => IdScalar, { description: 'Made by the device: sent twice, it is said once.' }) id: string;
  @Field(() => IdScalar) memoryId: string;
  @Field(() => WordsScalar, { defaultValue: 'family' }) theme: string;
}

export const TellMemoryResult = orRefused('TellMemoryResult', ToldByFamilyType);
export const TakeBackMemoryResult = orRefused('TakeBackMemoryResult', ToldByFamilyType);
export const KeepMemoryResult = orRefused('KeepMemoryResult', ToldByFamilyType);
