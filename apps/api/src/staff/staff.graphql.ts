import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('Staff', { description: 'A member of staff.' })
export class StaffType {
  @Field(() => IdScalar) id: string;
  @Field() jobTitle: string;
  @Field({ description: 'From an agency.' }) agency: boolean;
  @Field(() => [String], { description: "What they may drive: 'B' and 'D1', neither standing for the other." }) licences: string[];
}

@ObjectType('OnRota', { description: 'A shift of the rota, and whether whoever has it is off.' })
export class OnRotaType {
  @Field(() => IdScalar) shiftId: string;
  @Field(() => IdScalar) staffId: string;
  @Field() name: string;
  @Field() jobTitle: string;
  @Field() startsAt: Date;
  @Field() endsAt: Date;
  @Field({ description: 'Off for some of it or all of it.' }) isOff: boolean;
  @Field({ description: 'Whoever asks is this member of staff.' }) isMe: boolean;
}

@InputType()
export class SayStaffOffInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice says it once.' }) id: string;
  @Field(() => IdScalar) staffId: string;
  @Field(() => WordsScalar, { defaultValue: 'sick', description: 'sick, leave or training' }) kind: string;
  @Field(() => DayScalar, { nullable: true, description: 'Today when left out.' }) fromDay?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'The first day when left out.' }) toDay?: string | null;
  @Field(() => [IdScalar], { nullable: true, description: 'Only these shifts of those days.' }) shiftIds?: string[] | null;
}
