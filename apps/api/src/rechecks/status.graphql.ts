import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('StatusMeaning', { description: 'What a change of status would mean, to be read before it is confirmed.' })
export class StatusMeaningType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field() from: string;
  @Field() to: string;
  @Field(() => [String], { description: 'In the order in which it is carried out.' }) consequences: string[];
  @Field({ description: 'What those read with whom something is shared.' }) familyWords: string;
}

@ObjectType('StatusChange', { description: 'From one status to another, and what it meant.' })
export class StatusChangeType {
  @Field(() => IdScalar) id: string;
  @Field() fromStatus: string;
  @Field() toStatus: string;
  @Field(() => DayScalar) onDate: string;
  @Field(() => String, { nullable: true }) words: string | null;
  @Field() familyWords: string;
  @Field(() => [String]) consequences: string[];
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@InputType()
export class ChangeStatusInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice changes it once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar, { description: "'living here', 'in hospital', 'away', 'moved out' or 'died'." }) to: string;
  @Field(() => DayScalar) on: string;
  @Field(() => WordsScalar, { nullable: true }) words?: string | null;
  @Field(() => [String], { description: 'What it means, as it was read before confirming. When that has changed meanwhile, nothing is done.' }) seen: string[];
}

export const StatusMeaningResult = orRefused('StatusMeaningResult', StatusMeaningType);
export const ChangeStatusResult = orRefused('ChangeStatusResult', StatusChangeType);
