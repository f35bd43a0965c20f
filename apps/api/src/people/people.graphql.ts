import { Field, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { ClockScalar, DayScalar, IdScalar } from '../graphql/scalars.ts';

@ObjectType('LifeFactUse', { description: 'What came of a life fact.' })
export class LifeFactUseType {
  @Field({ description: "'routine', 'interest', 'wish', 'promise', 'outcome', 'topic' (to avoid) or 'session' (the next of what it speaks for)." }) kind: string;
  @Field() words: string;
}

@ObjectType('LifeFact')
export class LifeFactType {
  @Field(() => IdScalar) id: string;
  @Field() words: string;
  @Field(() => String, { nullable: true, description: "Roughly when, in words: 'about 1962'." }) whenWords: string | null;
  @Field() theme: string;
  @Field() toldBy: string;
  @Field({ description: "'told us', 'told by family', 'observed' or 'from the file'." }) toldHow: string;
  @Field({ description: 'Kept off posters and from family, and steered clear of by whoever plans.' }) sensitive: boolean;
  @Field(() => String, { nullable: true, description: 'Who wrote it down here.' }) recordedByName?: string | null;
  @Field() recordedAt: Date;
}

@ObjectType('Routine')
export class RoutineType {
  @Field(() => IdScalar) id: string;
  @Field() what: string;
  @Field(() => ClockScalar) fromTime: string;
  @Field(() => ClockScalar) toTime: string;
  @Field() whenMissed: string;
  @Field() help: string;
  @Field({ description: "'session': somebody must plan it. 'respect': it only has to be left alone." }) needs: string;
  @Field() protected: boolean;
  @Field(() => [Int], { description: 'Weekdays it can fall on: 1 is Monday.' }) days: number[];
  @Field(() => String, { nullable: true, description: 'How it comes round: ‘every week’, ‘first in the month’.' }) repeats?: string;
  @Field(() => DayScalar) since: string;
  @Field(() => DayScalar, { nullable: true }) endedOn: string | null;
}

@ObjectType('Interest', { description: 'What an activity is worth to a person, from 0 to 100, and why.' })
export class InterestType {
  @Field(() => IdScalar) id: string;
  @Field(() => Int) value: number;
  @Field() because: string;
}

@ObjectType('Outcome', { description: 'What the person wants to be true, in their own words.' })
export class OutcomeType {
  @Field(() => IdScalar) id: string;
  @Field() words: string;
  @Field() why: string;
  @Field(() => String, { nullable: true }) measure: string | null;
  @Field(() => DayScalar, { nullable: true }) byDate: string | null;
  @Field(() => DayScalar, { nullable: true }) endedOn: string | null;
}

@ObjectType('Authority', { description: 'An attorney or deputy for one area of life; it decides once somebody here has seen the document.' })
export class AuthorityType {
  @Field(() => IdScalar) id: string;
  @Field() area: string;
  @Field() kind: string;
  @Field(() => IdScalar, { nullable: true }) supporterId: string | null;
  @Field() words: string;
  @Field(() => String, { nullable: true }) documentSeen: string | null;
  @Field(() => DayScalar, { nullable: true }) seenOn: string | null;
  @Field(() => DayScalar, { nullable: true }) untilDate: string | null;
}

@ObjectType('InCircle', { description: 'Somebody of the circle, as the person’s page shows them.' })
export class InCircleType {
  @Field(() => IdScalar) supporterId: string;
  @Field() name: string;
  @Field() relation: string;
  @Field(() => [String], { description: 'Kinds of information they may see by consent.' }) sees: string[];
}

@ObjectType('ComingToday', { description: 'Something of the person’s own day: a session they are booked for, or a routine.' })
export class ComingTodayType {
  @Field({ description: "'session' or 'routine'." }) kind: string;
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
  @Field() words: string;
  @Field(() => String, { nullable: true }) because: string | null;
}

@ObjectType('MissingFromRecord')
export class MissingType {
  @Field() code: string;
  @Field() words: string;
}

@ObjectType('Resident')
export class ResidentType {
  @Field(() => IdScalar) id: string;
  @Field() familyName: string;
  @Field({ description: 'What they like to be called.' }) preferredName: string;
  @Field(() => DayScalar, { nullable: true }) born: string | null;
  @Field(() => String, { nullable: true }) room: string | null;
  @Field(() => DayScalar, { nullable: true }) movedIn: string | null;
  @Field() status: string;
  @Field() shortStay: boolean;
  @Field(() => String, { nullable: true }) funding: string | null;
  @Field() wheelchair: string;
  @Field(() => String, { nullable: true }) mobility: string | null;
  @Field(() => String, { nullable: true }) transfers: string | null;
  @Field(() => Int) supportInStaff: number;
  @Field(() => Int) supportInResidents: number;
  @Field(() => Int) supportOutStaff: number;
  @Field(() => Int) supportOutResidents: number;
  @Field(() => String, { nullable: true }) communication: string | null;
  @Field(() => String, { nullable: true }) riskOut: string | null;
  @Field(() => String, { nullable: true }) riskDo: string | null;
  @Field() photoConsent: string;
  @Field(() => String, { nullable: true }) photoConsentWords: string | null;
  @Field(() => String, { nullable: true }) pronouns: string | null;
  @Field(() => [String], { nullable: true, description: 'Null: nobody has asked.' }) languages: string[] | null;
}

export const AddLifeFactResult = orRefused('AddLifeFactResult', LifeFactType);
export const CreateRoutineResult = orRefused('CreateRoutineResult', RoutineType);
export const EndRoutineResult = orRefused('EndRoutineResult', RoutineType);
export const CreateOutcomeResult = orRefused('CreateOutcomeResult', OutcomeType);
export const EndOutcomeResult = orRefused('EndOutcomeResult', OutcomeType);
export const EditResidentResult = orRefused('EditResidentResult', ResidentType);
