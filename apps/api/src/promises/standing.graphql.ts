import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Level } from '@promenade/domain/promises/promise';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { FeasibleInput, FeasibleType, PromiseType } from './promises.graphql.ts';

@ObjectType('StandingPromise', { description: 'A promise that comes round: each of its days is a promise of its own in the ledger, made in good time by itself.' })
export class StandingPromiseType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) words: string;
  @Field() level: string;
  @Field(() => DayScalar) since: string;
  @Field(() => WordsScalar) madeTo: string;
  @Field(() => WordsScalar) found: string;
  @Field(() => FeasibleType, { nullable: true }) feasible: FeasibleType | null;
  @Field() madeByName: string;
  @Field() madeAt: Date;
}

@ObjectType({ description: 'How a standing promise ended.' })
export class StandingEndType {
  @Field(() => DayScalar) endedOn: string;
  @Field(() => WordsScalar) words: string;
  @Field({ description: 'Whose words they are.' }) byName: string;
  @Field({ description: 'By what right.' }) byRight: string;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@InputType()
export class MakeStandingPromiseInput {
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) activityId: string | null;
  @Field(() => String, { description: "'taking part' or 'watching'." }) level: Level;
  @Field(() => [Int], { description: '1 is Monday. Not asked where it goes by a date.' }) days: number[];
  @Field({ description: 'As routines come round: every week, every second week, first in the month, every month…' }) repeats: string;
  @Field(() => DayScalar) since: string;
  @Field(() => WordsScalar) madeTo: string;
  @Field(() => WordsScalar) found: string;
  @Field(() => FeasibleInput, { nullable: true, defaultValue: null }) feasible: FeasibleInput | null;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) lifeFactId: string | null;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) wishId: string | null;
}

@InputType()
export class EndStandingPromiseInput {
  @Field(() => IdScalar) standingId: string;
  @Field(() => WordsScalar, { description: 'In the words of whoever lets go of it.' }) words: string;
  @Field({ description: "'the person', 'a supporter' or 'best interests'." }) by: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) supporterId: string | null;
}

@ObjectType({ description: 'A session that took place.' })
export class HeldType {
  @Field(() => IdScalar) sessionId: string;
  @Field() startsAt: Date;
  @Field() activityName: string;
  @Field(() => [String], { description: 'Who took part or joined in a little.' }) people: string[];
}

@ObjectType()
export class ClaimPersonType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => Int) done: number;
}

@ObjectType({ description: 'One week of what is advertised, with what its number is made of.' })
export class ClaimWeekType {
  @Field(() => DayScalar) weekStarts: string;
  @Field(() => Int) advertised: number;
  @Field(() => Int) done: number;
  @Field() isOver: boolean;
  @Field({ description: 'It is over and came to less.' }) isShort: boolean;
  @Field({ description: 'It fell short, and nobody has said why.' }) unexplained: boolean;
  @Field(() => String, { nullable: true, description: 'Why it fell short, who answers for it, and who wrote it when.' }) why: string | null;
  @Field(() => [HeldType]) held: HeldType[];
  @Field(() => [ClaimPersonType], { description: 'Where it is said of each person.' }) people: ClaimPersonType[];
}

@ObjectType('Claim', { description: 'What the home advertises, in the words in which it does.' })
export class ClaimType {
  @Field(() => IdScalar) id: string;
  @Field(() => WordsScalar) words: string;
  @Field() saidIn: string;
  @Field(() => DayScalar) since: string;
  @Field(() => Int) perWeek: number;
  @Field() counts: string;
  @Field() forWhom: string;
  @Field() of: string;
  @Field(() => String, { nullable: true }) activityName: string | null;
  @Field() recordedByName: string;
  @Field(() => DayScalar, { nullable: true }) endedOn: string | null;
  @Field(() => String, { nullable: true }) endWords: string | null;
  @Field(() => [ClaimWeekType], { description: 'The latest first.' }) weeks: ClaimWeekType[];
}

@InputType()
export class AddClaimInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice adds it once.' }) id: string;
  @Field(() => WordsScalar) words: string;
  @Field({ description: "'brochure', 'website', 'contract', 'said to families' or 'elsewhere'." }) saidIn: string;
  @Field(() => DayScalar) since: string;
  @Field(() => Int) perWeek: number;
  @Field({ description: "'days' or 'times'." }) counts: string;
  @Field({ description: "'the home' or 'each person'." }) forWhom: string;
  @Field({ description: "'outings', 'at home', 'anything' or 'one activity'." }) of: string;
  @Field(() => IdScalar, { nullable: true, defaultValue: null }) activityId: string | null;
}

@InputType()
export class ExplainClaimWeekInput {
  @Field(() => IdScalar) claimId: string;
  @Field(() => DayScalar) weekStarts: string;
  @Field(() => WordsScalar, { description: 'From the short list.' }) reason: string;
  @Field(() => WordsScalar, { defaultValue: '' }) words: string;
  @Field(() => WordsScalar, { description: 'Who answers for it.' }) answers: string;
}

@ObjectType({ description: 'That something was entered or changed about what is advertised.' })
export class ClaimSaved {
  @Field(() => IdScalar) id: string;
}

@ObjectType({ description: 'Something that waits for the manager.' })
export class WaitingItemType {
  @Field() key: string;
  @Field({ description: "'dispute', 'missed', 'ask if wanted', 'wish' or 'advertised'." }) kind: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => DayScalar) since: string;
  @Field(() => DayScalar, { nullable: true, description: 'The last day for it.' }) by: string | null;
  @Field() isLate: boolean;
  @Field(() => Date, { nullable: true, description: 'When it went on to the group.' }) toGroupAt: Date | null;
  @Field(() => PromiseType, { nullable: true }) promise: PromiseType | null;
}

@ObjectType({ description: 'That a promise went to the manager or to the group by itself.' })
export class EscalationType {
  @Field() key: string;
  @Field({ description: "'manager' or 'group'." }) to: string;
  @Field() at: Date;
  @Field(() => WordsScalar) words: string;
  @Field(() => PromiseType) promise: PromiseType;
}

export const MakeStandingResult = orRefused('MakeStandingResult', StandingPromiseType);
export const EndStandingResult = orRefused('EndStandingResult', StandingPromiseType);
export const ClaimResult = orRefused('ClaimResult', ClaimSaved);
