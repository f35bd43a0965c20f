import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ClockScalar, DayScalar, IdScalar } from '../graphql/scalars.ts';

@ObjectType('Vehicle')
export class VehicleType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field() registration: string;
  @Field(() => Int, { description: 'Seats for passengers: the driver’s is not counted.' }) seats: number;
  @Field(() => Int, { description: 'Wheelchair bays.' }) bays: number;
  @Field({ description: "Which licence it takes: 'B' or 'D1'." }) licence: string;
  @Field(() => DayScalar) inspectionDue: string;
  @Field(() => DayScalar) insuranceDue: string;
  @Field(() => ClockScalar) fromTime: string;
  @Field(() => ClockScalar) toTime: string;
}
