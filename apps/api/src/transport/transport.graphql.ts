import { Field, ObjectType } from '@nestjs/graphql';
import { IdScalar } from '../graphql/scalars.ts';

@ObjectType('Vehicle')
export class VehicleType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
}
