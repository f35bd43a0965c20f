import { Field, ObjectType } from '@nestjs/graphql';
import { IdScalar } from '../graphql/scalars.ts';

@ObjectType('Staff', { description: 'A member of staff.' })
export class StaffType {
  @Field(() => IdScalar) id: string;
  @Field() jobTitle: string;
}
