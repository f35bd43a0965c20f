import { Field, ObjectType } from '@nestjs/graphql';
import { IdScalar } from '../graphql/scalars.ts';

@ObjectType('Staff', { description: 'A member of staff.' })
export class StaffType {
  @Field(() => IdScalar) id: string;
  @Field() givenName: string;
  @Field() familyName: string;
  @Field() jobTitle: string;
  @Field(() => String, { nullable: true }) employeeNo: string | null;
  @Field(() => [String]) skills: string[];
  @Field(() => [String], { description: "Vehicles they may drive: 'B' and 'D1', neither standing for the other." }) licences: string[];
  @Field() agency: boolean;
  @Field(() => [String]) interests: string[];
}
