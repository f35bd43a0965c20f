import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { ResidentType } from './people.graphql.ts';

@ObjectType('ProfileStep', { description: 'A step from an empty record to a useful one, in the order in which somebody new can take them.' })
export class ProfileStepType {
  @Field() code: string;
  @Field({ description: "Ends the sentence 'Next: …'." }) about: string;
  @Field() asks: string;
  @Field() why: string;
  @Field() isDone: boolean;
}

@InputType()
export class AddResidentInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice adds one person.' }) id: string;
  @Field(() => WordsScalar) givenName: string;
  @Field(() => WordsScalar) familyName: string;
  @Field(() => WordsScalar, { nullable: true, description: 'What they like to be called; the first name when left out.' }) preferredName?: string | null;
  @Field(() => WordsScalar, { nullable: true }) room?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Today when left out.' }) movedIn?: string | null;
}

export const AddResidentResult = orRefused('AddResidentResult', ResidentType);
