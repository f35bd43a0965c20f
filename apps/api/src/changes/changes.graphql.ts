import { Field, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { IdScalar } from '../graphql/scalars.ts';

@ObjectType('ChangedFact', { description: 'Something that is no longer as it was, with who said so and when.' })
export class ChangedFactType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'staff off', 'vehicle off', 'resident off', …" }) kind: string;
  @Field(() => IdScalar, { nullable: true }) staffId: string | null;
  @Field(() => IdScalar, { nullable: true }) residentId: string | null;
  @Field(() => IdScalar, { nullable: true }) vehicleId: string | null;
  @Field() words: string;
  @Field() startsAt: Date;
  @Field(() => Date, { nullable: true, description: 'Null: until somebody says otherwise.' }) endsAt: Date | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

export const SayStaffOffResult = orRefused('SayStaffOffResult', ChangedFactType);
export const SayStaffBackResult = orRefused('SayStaffBackResult', ChangedFactType);
export const TakeOffRoadResult = orRefused('TakeOffRoadResult', ChangedFactType);
export const BackOnRoadResult = orRefused('BackOnRoadResult', ChangedFactType);
export const SayNotFreeResult = orRefused('SayNotFreeResult', ChangedFactType);
export const SayFreeAgainResult = orRefused('SayFreeAgainResult', ChangedFactType);
