import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { ClockScalar, DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('VisitDay', { description: 'Somebody of the circle comes.' })
export class VisitDayType {
  @Field(() => IdScalar, { description: 'Of the visit: one that repeats has it on each of its days.' }) visitId: string;
  @Field(() => IdScalar) residentId: string;
  @Field() residentName: string;
  @Field() who: string;
  @Field() relation: string;
  @Field(() => DayScalar) day: string;
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
  @Field() words: string;
  @Field(() => [String], { description: 'What is planned at that time, in sentences; nothing where it meets nothing.' }) meets: string[];
}

@ObjectType('FamilyVisit', { description: 'A visit as whoever comes has said it.' })
export class FamilyVisitType {
  @Field(() => IdScalar) id: string;
  @Field({ description: 'When, in words.' }) when: string;
  @Field(() => DayScalar) day: string;
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
  @Field({ description: "'once', 'every week' or 'every two weeks'." }) repeats: string;
  @Field(() => DayScalar, { nullable: true }) until: string | null;
  @Field() words: string;
  @Field(() => [VisitDayType], { description: 'Its next days.' }) next: VisitDayType[];
}

@InputType()
export class SayVisitInput {
  @Field(() => IdScalar, { description: 'Made by the device: sent twice, it is said once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar, { nullable: true, description: 'The visit that is to be different now.' }) visitId?: string | null;
  @Field(() => DayScalar) day: string;
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
  @Field(() => WordsScalar, { defaultValue: 'once' }) repeats: string;
  @Field(() => DayScalar, { nullable: true }) until?: string | null;
  @Field(() => WordsScalar, { defaultValue: '' }) words: string;
}

@InputType()
export class CallOffVisitInput {
  @Field(() => IdScalar, { description: 'Made by the device: sent twice, it is said once.' }) id: string;
  @Field(() => IdScalar) visitId: string;
  @Field(() => DayScalar, { nullable: true, description: 'Only on this day; without it, altogether.' }) day?: string | null;
}

@ObjectType('FamilyVisits')
export class FamilyVisitsType {
  @Field(() => IdScalar) personId: string;
  @Field() person: string;
  @Field(() => DayScalar) today: string;
  @Field({ description: 'Whether the plan is shared, so that it is said what a visit would meet.' }) seesPlan: boolean;
  @Field({ description: 'They have died: nobody is visited any more.' }) isGone: boolean;
  @Field(() => [FamilyVisitType]) visits: FamilyVisitType[];
}

export const SayVisitResult = orRefused('SayVisitResult', FamilyVisitsType);
export const CallOffVisitResult = orRefused('CallOffVisitResult', FamilyVisitsType);
