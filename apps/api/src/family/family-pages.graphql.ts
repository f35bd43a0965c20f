import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ToldByFamilyType } from '../asks/told.graphql.ts';
import { FamilyAskType } from '../asks/asks.graphql.ts';
import { VisitDayType } from '../asks/visits.graphql.ts';
import { ClockScalar, DayScalar, IdScalar } from '../graphql/scalars.ts';
import { FamilyChangeType, FamilyHappeningType } from './family.graphql.ts';

@ObjectType('FamilyPlanned', { description: 'Something planned, and what came of it once it is over.' })
export class FamilyPlannedType {
  @Field(() => IdScalar) id: string;
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
  @Field() what: string;
  @Field() where: string;
  @Field(() => [String], { description: 'Staff who go, by first name.' }) staff: string[];
  @Field({ description: "'planned', 'cancelled', 'over' or 'did not run'." }) status: string;
  @Field(() => String, { nullable: true, description: 'What came of it, or why it did not happen, in a sentence.' }) cameOfIt: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) saidBy: string | null;
}

@ObjectType('FamilyDay')
export class FamilyDayType {
  @Field(() => DayScalar) day: string;
  @Field(() => [FamilyPlannedType]) planned: FamilyPlannedType[];
  @Field(() => [FamilyHappeningType], { description: 'What happened without a session: routines kept or missed.' }) happened: FamilyHappeningType[];
  @Field(() => [VisitDayType], { description: 'When whoever asks comes.' }) visits: VisitDayType[];
}

@ObjectType('FamilyWeek', { description: 'A week from Monday: what is planned, what came of it, when one visits.' })
export class FamilyWeekType {
  @Field(() => IdScalar) personId: string;
  @Field() person: string;
  @Field(() => DayScalar) today: string;
  @Field(() => DayScalar) monday: string;
  @Field({ description: 'They have died: nothing is planned any more.' }) isGone: boolean;
  @Field(() => [FamilyDayType]) days: FamilyDayType[];
  @Field(() => [FamilyChangeType], { description: 'What changed of this week, as it was told, newest first.' }) changed: FamilyChangeType[];
  @Field(() => [String], { description: 'What is not shared, kindly.' }) notShared: string[];
}

@ObjectType('FamilyHappened', { description: 'Three weeks of what happened and what did not, newest first.' })
export class FamilyHappenedType {
  @Field(() => IdScalar) personId: string;
  @Field() person: string;
  @Field(() => DayScalar) today: string;
  @Field(() => DayScalar) from: string;
  @Field(() => DayScalar) to: string;
  @Field(() => [FamilyHappeningType]) happened: FamilyHappeningType[];
  @Field(() => [String]) notShared: string[];
}

@ObjectType('FamilyFact', { description: 'A memory of the life story that is shared.' })
export class FamilyFactType {
  @Field(() => IdScalar) id: string;
  @Field() words: string;
  @Field(() => String, { nullable: true }) whenWords: string | null;
  @Field() howKnown: string;
}

@ObjectType('FamilyLifeStory')
export class FamilyLifeStoryType {
  @Field(() => IdScalar) personId: string;
  @Field() person: string;
  @Field(() => [FamilyFactType], { nullable: true, description: 'Null where the life story is not shared.' }) facts: FamilyFactType[] | null;
  @Field(() => [ToldByFamilyType], { description: 'What whoever asks told, the newest first.' }) told: ToldByFamilyType[];
  @Field({ description: 'Whether photos of them may be kept.' }) takesPhotos: boolean;
  @Field(() => String, { nullable: true }) notShared: string | null;
}

@ObjectType('FamilyAsksOfMine')
export class FamilyAsksType {
  @Field(() => IdScalar) personId: string;
  @Field() person: string;
  @Field(() => Int, { description: 'Working days within which the home answers.' }) workingDays: number;
  @Field(() => [FamilyAskType], { description: 'Those that wait first, then those answered, newest first.' }) asks: FamilyAskType[];
}
