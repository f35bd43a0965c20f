import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('Vehicle')
export class VehicleType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
}

@InputType()
export class TakeOffRoadInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice says it once.' }) id: string;
  @Field(() => IdScalar) vehicleId: string;
  @Field(() => WordsScalar) why: string;
  @Field(() => DayScalar, { nullable: true, description: 'The last day it cannot be used; left out, until somebody says that it is back.' }) untilDay?: string | null;
}
