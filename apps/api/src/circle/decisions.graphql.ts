import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('Principle', { description: 'One of the five principles of the Mental Capacity Act 2005.' })
export class PrincipleType {
  @Field() code: string;
  @Field() name: string;
  @Field() words: string;
}

@ObjectType('RightOnRecord', { description: 'What is on record about who decides in an area, and what it is worth today.' })
export class RightOnRecordType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'the person', 'with support', 'attorney', 'deputy' or 'best interests'." }) kind: string;
  @Field(() => String, { nullable: true, description: 'Who holds it.' }) holder: string | null;
  @Field({ description: 'Who, by what right and within what.' }) words: string;
  @Field({ description: 'Whether it stands today, seen by whom, until when.' }) standing: string;
  @Field({ description: 'Whether it stands today.' }) stands: boolean;
  @Field(() => String, { nullable: true, description: 'The one decision it is about.' }) matter: string | null;
  @Field(() => DayScalar, { nullable: true }) untilDate: string | null;
  @Field(() => [String], { description: 'What was consulted, weighed and considered, in sentences.' }) steps: string[];
}

@ObjectType('CapacityFound', { description: 'Whether the person could decide one thing at one time.' })
export class CapacityFoundType {
  @Field(() => IdScalar) id: string;
  @Field() area: string;
  @Field() matter: string;
  @Field() able: boolean;
  @Field() words: string;
  @Field() helpTried: string;
  @Field() why: string;
  @Field(() => DayScalar) untilDate: string;
  @Field({ description: 'Whether it is the latest about this decision and stands today.' }) stands: boolean;
}

@ObjectType('DecidedArea')
export class DecidedAreaType {
  @Field() area: string;
  @Field({ description: 'Who decides there today, in a sentence.' }) words: string;
  @Field(() => [RightOnRecordType]) rights: RightOnRecordType[];
  @Field(() => [CapacityFoundType]) capacity: CapacityFoundType[];
}

@ObjectType('ViewHeard', { description: 'Somebody’s view: heard, and not obeyed.' })
export class ViewHeardType {
  @Field(() => IdScalar) id: string;
  @Field() whose: string;
  @Field() area: string;
  @Field() about: string;
  @Field() words: string;
  @Field(() => String, { nullable: true, description: 'Why it did not decide, when somebody tried to.' }) whyNot: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('DecisionMade', { description: 'What was decided, by whom and by what right.' })
export class DecisionMadeType {
  @Field(() => IdScalar) id: string;
  @Field() area: string;
  @Field() what: string;
  @Field() decidedBy: string;
  @Field({ description: 'By what right, in words, as it was on that day.' }) rightWords: string;
  @Field() said: string;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
  @Field(() => [ViewHeardType], { description: 'Views heard with it.' }) heard: ViewHeardType[];
  @Field(() => String, { nullable: true, description: 'For money decided by a supporter: who looked at it too, or that nobody has.' }) secondLook: string | null;
}

@ObjectType('MediaConsent', { description: 'What was agreed about photos or recordings.' })
export class MediaConsentType {
  @Field({ description: "'photos' or 'audio'." }) kind: string;
  @Field({ description: "'yes', 'no', 'conditional' or 'not asked'." }) answer: string;
  @Field(() => String, { nullable: true }) condition: string | null;
  @Field(() => String, { nullable: true, description: 'Who agreed and by what right.' }) decidedBy: string | null;
  @Field(() => [String], { description: 'Earlier answers, newest first.' }) before: string[];
}

@ObjectType('OfCircle')
export class OfCircleType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field() relation: string;
}

@ObjectType('StandIn', { description: 'Who stands in for somebody with nobody outside.' })
export class StandInType {
  @Field(() => IdScalar) id: string;
  @Field() kind: string;
  @Field() name: string;
  @Field() words: string;
  @Field() recordedAt: Date;
}

@ObjectType('Deciding', { description: 'Who decides what for one person, by what right, and what was decided.' })
export class DecidingType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => [PrincipleType]) principles: PrincipleType[];
  @Field({ description: 'That being next of kin decides nothing.' }) nextOfKin: string;
  @Field({ description: 'What nobody decides for another.' }) neverForAnother: string;
  @Field(() => [DecidedAreaType]) areas: DecidedAreaType[];
  @Field(() => [String], { description: 'What ends or is to be looked at again within a month, or has run out, in sentences.' }) soon: string[];
  @Field(() => [MediaConsentType]) media: MediaConsentType[];
  @Field(() => [DecisionMadeType], { description: 'The latest first.' }) decisions: DecisionMadeType[];
  @Field(() => [ViewHeardType], { description: 'Views that stand by themselves, the latest first.' }) heard: ViewHeardType[];
  @Field(() => [String], { description: 'Rights that were on record before, newest first, in sentences.' }) before: string[];
  @Field(() => [OfCircleType]) circle: OfCircleType[];
  @Field(() => [StandInType]) standIns: StandInType[];
}

@ObjectType('MoneyDecision', { description: 'What a supporter decided about somebody’s money, and nobody else has looked at yet.' })
export class MoneyDecisionType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field() person: string;
  @Field() what: string;
  @Field() decidedBy: string;
  @Field() rightWords: string;
  @Field() said: string;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
  @Field({ description: 'Whether it was not the asker who wrote it down, so that they are a second pair of eyes.' }) mayLook: boolean;
}

@InputType()
export class HeardInput {
  @Field(() => IdScalar) supporterId: string;
  @Field(() => WordsScalar) words: string;
}

@InputType()
export class DecideInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice records one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) area: string;
  @Field(() => WordsScalar, { description: 'What was decided.' }) what: string;
  @Field(() => WordsScalar, { nullable: true, description: 'Which decision it is, as it was named where capacity was looked at.' }) matter?: string | null;
  @Field(() => WordsScalar, { description: 'By what right: the person, with support, attorney, deputy or best interests.' }) right: string;
  @Field(() => IdScalar, { nullable: true, description: 'The supporter who decides, or would.' }) bySupporterId?: string | null;
  @Field(() => WordsScalar, { description: 'What was said or shown.' }) said: string;
  @Field(() => [HeardInput], { nullable: true, description: 'Views of others, heard with it.' }) heard?: HeardInput[] | null;
}

@InputType()
export class HearViewInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice records one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar, { nullable: true, description: 'Whose view it is; the person’s own when left out.' }) supporterId?: string | null;
  @Field(() => WordsScalar) area: string;
  @Field(() => WordsScalar) about: string;
  @Field(() => WordsScalar) words: string;
}

@InputType()
export class RecordCapacityInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice records one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) area: string;
  @Field(() => WordsScalar, { description: 'The one decision it is about.' }) matter: string;
  @Field() able: boolean;
  @Field(() => WordsScalar, { defaultValue: '' }) helpTried: string;
  @Field(() => WordsScalar) why: string;
  @Field({ defaultValue: false, description: 'That it was not found because the choice is unwise.' }) notBecauseUnwise: boolean;
  @Field(() => DayScalar, { nullable: true }) untilDate?: string | null;
}

@InputType()
export class BestInterestsInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice records one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) area: string;
  @Field(() => WordsScalar) matter: string;
  @Field(() => WordsScalar) decision: string;
  @Field(() => WordsScalar) consulted: string;
  @Field(() => WordsScalar) weighed: string;
  @Field(() => WordsScalar) lessRestrictive: string;
  @Field(() => WordsScalar) couldWait: string;
  @Field(() => DayScalar, { nullable: true, description: 'By when it is looked at again.' }) untilDate?: string | null;
}

@InputType()
export class MediaConsentInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice records one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) kind: string;
  @Field(() => WordsScalar) answer: string;
  @Field(() => WordsScalar, { nullable: true }) condition?: string | null;
  @Field(() => WordsScalar) right: string;
  @Field(() => IdScalar, { nullable: true }) bySupporterId?: string | null;
  @Field(() => WordsScalar, { nullable: true }) matter?: string | null;
  @Field(() => WordsScalar, { description: 'How it was said or shown.' }) words: string;
}

@InputType()
export class StandInInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice records one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar, { description: "'advocate' or 'named worker'." }) kind: string;
  @Field(() => WordsScalar) name: string;
  @Field(() => WordsScalar, { defaultValue: '' }) words: string;
}

@InputType()
export class SecondLookInput {
  @Field(() => IdScalar) decisionId: string;
  @Field({ description: 'Whether it looks well.' }) isWell: boolean;
  @Field(() => WordsScalar) words: string;
}

@ObjectType('MoneyLookedAt')
export class MoneyLookedAtType {
  @Field(() => [MoneyDecisionType], { description: 'What is still to be looked at.' }) left: MoneyDecisionType[];
}

export const DecideResult = orRefused('DecideResult', DecidingType);
export const HearViewResult = orRefused('HearViewResult', DecidingType);
export const RecordCapacityResult = orRefused('RecordCapacityResult', DecidingType);
export const BestInterestsResult = orRefused('BestInterestsResult', DecidingType);
export const MediaConsentResult = orRefused('MediaConsentResult', DecidingType);
export const StandInResult = orRefused('StandInResult', DecidingType);
export const SecondLookResult = orRefused('SecondLookResult', MoneyLookedAtType);
