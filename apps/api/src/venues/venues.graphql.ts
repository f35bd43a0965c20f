import { Field, Int, ObjectType } from '@nestjs/graphql';
import { IdScalar } from '../graphql/scalars.ts';

@ObjectType('VenueAccess', { description: 'What a place is really like to use.' })
export class VenueAccessType {
  @Field() stepFree: boolean;
  @Field() hoist: boolean;
  @Field() changingPlace: boolean;
  @Field(() => String, { nullable: true }) quietHours: string | null;
  @Field() parking: string;
  @Field() welcome: string;
}

@ObjectType('Venue')
export class VenueType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field() address: string;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field(() => Int) driveMinutes: number;
  @Field(() => Int, { nullable: true, description: 'With somebody who walks slowly; null when it is too far or the road is unsafe.' }) walkMinutes: number | null;
  @Field() price: string;
  @Field(() => VenueAccessType) access: VenueAccessType;
  @Field({ description: 'When somebody was last there and how it went, in words.' }) lastVisited: string;
}

@ObjectType('Room', { description: 'A room in which activities can be held.' })
export class RoomType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
}
