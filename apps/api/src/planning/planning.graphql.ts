import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLScalarType } from 'graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

/** A document as it is: the planning problem, whose format is the planner's own. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({ name: 'JSON', description: 'A JSON document.', serialize: (value) => value });

@ObjectType('Driving')
export class DrivingType {
  @Field(() => IdScalar) vehicle: string;
  @Field(() => IdScalar) driver: string;
}

@ObjectType('PlannedSession', { description: 'A line of a plan. Ids are those of records; times are minutes of wall-clock time from the Monday.' })
export class PlannedSessionType {
  @Field(() => IdScalar) activity: string;
  @Field(() => Int) start: number;
  @Field(() => IdScalar, { nullable: true }) room: string | null;
  @Field(() => [DrivingType]) vehicles: DrivingType[];
  @Field(() => [IdScalar]) staff: string[];
  @Field(() => [IdScalar]) residents: string[];
}

@ObjectType('PlanSearch', { description: 'The planner looking for a better week.' })
export class PlanSearchType {
  @Field({ description: "'waiting', 'running', 'stopped', 'done', 'failed' or 'interrupted'." }) state: string;
  @Field(() => Int) seconds: number;
  @Field(() => Int, { description: 'Milliseconds it has looked.' }) elapsed: number;
  @Field(() => Int) steps: number;
  @Field(() => String, { nullable: true }) why: string | null;
}

@ObjectType('Plan')
export class PlanType {
  @Field(() => IdScalar) id: string;
  @Field(() => DayScalar) weekStarts: string;
  @Field() name: string;
  @Field() status: string;
  @Field(() => Int) version: number;
  @Field(() => [PlannedSessionType]) sessions: PlannedSessionType[];
  @Field(() => [Int]) pinned: number[];
  @Field(() => Int, { nullable: true }) score: number | null;
  @Field(() => IdScalar, { nullable: true }) basedOn: string | null;
  @Field(() => String, { nullable: true }) createdByName: string | null;
  @Field() updatedAt: Date;
  @Field(() => String, { nullable: true }) publishedByName: string | null;
  @Field(() => Date, { nullable: true }) publishedAt: Date | null;
}

@ObjectType('PlanWeek')
export class PlanWeekType {
  @Field(() => DayScalar) weekStarts: string;
  @Field(() => PlanType, { nullable: true }) published: PlanType | null;
  @Field(() => [PlanType]) drafts: PlanType[];
}

@ObjectType('Called', { description: 'What an id is called.' })
export class CalledType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field(() => String, { nullable: true, description: 'The picture of an activity.' }) picture: string | null;
}

@ObjectType('CalledAll')
export class CalledAllType {
  @Field(() => [CalledType]) residents: CalledType[];
  @Field(() => [CalledType]) staff: CalledType[];
  @Field(() => [CalledType]) activities: CalledType[];
  @Field(() => [CalledType]) rooms: CalledType[];
  @Field(() => [CalledType]) vehicles: CalledType[];
}

@ObjectType('BegunSession', { description: 'A session that has begun: planning goes round it.' })
export class BegunSessionType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) activityId: string;
  @Field(() => [Int]) span: number[];
  @Field(() => IdScalar, { nullable: true }) room: string | null;
  @Field(() => [IdScalar]) people: string[];
  @Field(() => [IdScalar]) vehicles: string[];
  @Field(() => [IdScalar]) residents: string[];
}

@ObjectType('PlanChange', { description: 'How one session differs from what people were first told of it.' })
export class PlanChangeType {
  @Field({ description: "'moved', 'added', 'cancelled', 'other people', 'other staff' or 'other place'." }) kind: string;
  @Field(() => [IdScalar], { description: 'Whom it is about.' }) residentIds: string[];
  @Field(() => IdScalar) activityId: string;
  @Field(() => PlannedSessionType, { nullable: true }) from: PlannedSessionType | null;
  @Field(() => PlannedSessionType, { nullable: true }) to: PlannedSessionType | null;
  @Field() words: string;
  @Field({ description: 'Since when it is as it is.' }) at: Date;
  @Field(() => String, { nullable: true }) byName: string | null;
}

@ObjectType('PlanVersion', { description: 'One time at which people were told of a week.' })
export class PlanVersionType {
  @Field(() => Int, { description: '1 is what was published first.' }) number: number;
  @Field() at: Date;
  @Field(() => String, { nullable: true }) byName: string | null;
}

@ObjectType('PlanBoard', { description: 'A plan, and the week it is for as the records stand now.' })
export class PlanBoardType {
  @Field(() => PlanType) plan: PlanType;
  @Field(() => JsonScalar, { description: "The planning problem, in the format 'promenade-plan/1'." }) problem: object;
  @Field(() => CalledAllType) called: CalledAllType;
  @Field(() => [BegunSessionType]) begun: BegunSessionType[];
  @Field(() => [String], { description: 'What the draft breaks today, in words.' }) findings: string[];
  @Field({ description: 'Another plan of this week was published since the draft was begun.' }) isBehind: boolean;
  @Field(() => [PlanChangeType], { description: 'What changed since the week was first published, if this is what is published.' }) changes: PlanChangeType[];
}

@InputType()
export class DrivingInput {
  @Field(() => IdScalar) vehicle: string;
  @Field(() => IdScalar) driver: string;
}

@InputType()
export class PlannedSessionInput {
  @Field(() => IdScalar) activity: string;
  @Field(() => Int) start: number;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) room: string | null;
  @Field(() => [DrivingInput]) vehicles: DrivingInput[];
  @Field(() => [IdScalar]) staff: string[];
  @Field(() => [IdScalar]) residents: string[];
}

@InputType({ description: 'One session as it shall be: without a place it is new, without a session it goes.' })
export class PlanChangeInput {
  @Field(() => Int, { nullable: true, defaultValue: null, description: 'Its place among the sessions of the plan.' }) at: number | null;
  @Field(() => PlannedSessionInput, { nullable: true, defaultValue: null }) session: PlannedSessionInput | null;
  @Field({ description: 'The planner leaves it alone.' }) pinned: boolean;
}

@ObjectType('CanWePlace', { description: 'When, with whom and how a wish could be kept.' })
export class CanWePlaceType {
  @Field(() => DayScalar) weekStarts: string;
  @Field(() => DayScalar) day: string;
  @Field() when: string;
  @Field() words: string;
  @Field(() => [String]) reasons: string[];
  @Field(() => PlannedSessionType) session: PlannedSessionType;
  @Field({ description: 'It adds to a session that is planned already.' }) joins: boolean;
  @Field({ description: 'The week is published: promising books the place at once. Otherwise the draft of that week holds it.' }) isBooked: boolean;
  @Field() startsAt: Date;
  @Field() endsAt: Date;
}

@ObjectType('CanWeAlready', { description: 'A session that somebody is down for already: it can be promised, once.' })
export class CanWeAlreadyType {
  @Field(() => DayScalar) weekStarts: string;
  @Field(() => DayScalar) day: string;
  @Field() words: string;
  @Field() isBooked: boolean;
  @Field(() => String, { nullable: true, description: 'The promise it keeps, in words.' }) promised: string | null;
  @Field(() => PlannedSessionType) session: PlannedSessionType;
}

@ObjectType('CanWe')
export class CanWeType {
  @Field() possible: boolean;
  @Field() residentName: string;
  @Field() activityName: string;
  @Field(() => [CanWePlaceType], { description: 'At most three.' }) places: CanWePlaceType[];
  @Field(() => [String], { description: 'What would make it possible, the easiest first.' }) ways: string[];
  @Field(() => [CanWeAlreadyType], { description: 'Sessions of it that they are down for in these days already.' }) already: CanWeAlreadyType[];
}

@InputType()
export class PromiseFromCanWeInput {
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar) activityId: string;
  @Field(() => WordsScalar) words: string;
  @Field() level: string;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => WordsScalar) madeTo: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) wishId: string | null;
  @Field(() => DayScalar) weekStarts: string;
  @Field(() => PlannedSessionInput) session: PlannedSessionInput;
}

@ObjectType('PromiseHeld', { description: 'A promise that was made, and its place.' })
export class PromiseHeldType {
  @Field(() => IdScalar) promiseId: string;
  @Field(() => IdScalar) planId: string;
  @Field() words: string;
  @Field() when: string;
  @Field() isBooked: boolean;
}

@ObjectType('PlanDiscarded')
export class PlanDiscardedType {
  @Field(() => IdScalar) id: string;
}

export const PlanResult = orRefused('PlanResult', PlanType);
export const PublishPlanResult = orRefused('PublishPlanResult', PlanType);
export const DiscardPlanResult = orRefused('DiscardPlanResult', PlanDiscardedType);
export const PromiseFromCanWeResult = orRefused('PromiseFromCanWeResult', PromiseHeldType);
