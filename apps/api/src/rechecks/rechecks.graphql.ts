import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { ClockScalar, DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { PlanType, PlannedSessionInput, PlannedSessionType } from '../planning/planning.graphql.ts';

@ObjectType('BrokenFinding', { description: 'One thing that no longer holds of a session, and the change that broke it where it is known.' })
export class BrokenFindingType {
  @Field() words: string;
  @Field(() => Date, { nullable: true }) since: Date | null;
  @Field(() => String, { nullable: true }) because: string | null;
  @Field(() => String, { nullable: true }) saidBy: string | null;
}

@ObjectType('BrokenSession', { description: 'A published session to come that no longer holds, and who must act.' })
export class BrokenSessionType {
  @Field(() => IdScalar) id: string;
  @Field() startsAt: Date;
  @Field() endsAt: Date;
  @Field() activityName: string;
  @Field() picture: string;
  @Field(() => [String]) residents: string[];
  @Field(() => [BrokenFindingType]) findings: BrokenFindingType[];
  @Field(() => String, { nullable: true, description: 'One person, so that nobody waits for another.' }) mustAct: string | null;
  @Field({ description: 'Whoever asks is the one who must act.' }) isMine: boolean;
}

@ObjectType('BrokenWeek')
export class BrokenWeekType {
  @Field(() => DayScalar) weekStarts: string;
  @Field(() => IdScalar, { description: 'The published plan.' }) planId: string;
  @Field(() => [BrokenSessionType], { description: 'In order of time.' }) sessions: BrokenSessionType[];
  @Field(() => [String], { description: 'What is about no one session.' }) others: string[];
}

@ObjectType('NeedsAnswer', { description: 'What of the published weeks no longer holds, tested against the records as they are now.' })
export class NeedsAnswerType {
  @Field(() => Int, { description: 'Sessions.' }) count: number;
  @Field(() => Int, { description: 'Those for which whoever asks must act.' }) mine: number;
  @Field(() => [BrokenWeekType], { description: 'Only weeks in which something is broken.' }) weeks: BrokenWeekType[];
}

@ObjectType('Repair', { description: 'A legal plan for the rest of the week, with what it costs whom.' })
export class RepairType {
  @Field({ description: "'fewest changes', 'promises first', 'between' or 'best'." }) kind: string;
  @Field(() => Int, { description: 'Places that people were told of and that it does not hold.' }) changes: number;
  @Field(() => Int, { description: 'Members of staff who are asked for something they were not told of.' }) asks: number;
  @Field() share: string;
  @Field(() => [String], { description: 'Who loses or moves what.' }) costs: string[];
  @Field(() => [String]) gains: string[];
  @Field(() => [String], { description: 'Who is asked for what; rooms and vehicles that change.' }) tasks: string[];
  @Field(() => [PlannedSessionType]) sessions: PlannedSessionType[];
}

@ObjectType('Repairs')
export class RepairsType {
  @Field(() => DayScalar) weekStarts: string;
  @Field(() => IdScalar, { description: 'The published plan they mend.' }) basedOn: string;
  @Field(() => [RepairType], { description: 'At most three, the fewest changes first.' }) repairs: RepairType[];
}

@ObjectType('Telling', { description: 'What somebody was told of a change to a week that people know.' })
export class TellingType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'moved', 'off', 'new' or 'with'." }) kind: string;
  @Field({ description: 'It was told to whoever asks.' }) isMine: boolean;
  @Field({ description: 'It was told to a member of staff, not to a resident’s side.' }) isForStaff: boolean;
  @Field() words: string;
  @Field() startsAt: Date;
  @Field() toldAt: Date;
  @Field() toldByName: string;
}

@ObjectType('Turn', { description: 'Why somebody goes, or waits, where places are short.' })
export class TurnType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => Int) place: number;
  @Field() goes: boolean;
  @Field() words: string;
}

@ObjectType('Going', { description: 'Something that could leave or begin within the hour.' })
export class GoingType {
  @Field({ description: "'out' or 'home'." }) kind: string;
  @Field(() => IdScalar) activityId: string;
  @Field() activityName: string;
  @Field() picture: string;
  @Field(() => Int, { description: 'Minutes from the Monday.' }) start: number;
  @Field() leavesAt: Date;
  @Field() backAt: Date;
  @Field({ description: 'There is room in a session that is planned already.' }) joins: boolean;
  @Field(() => [String]) sentences: string[];
  @Field(() => [TurnType]) comes: TurnType[];
  @Field(() => [TurnType]) waits: TurnType[];
}

@ObjectType()
export class FreeNowOne {
  @Field() name: string;
  @Field(() => ClockScalar, { description: 'When they are wanted elsewhere or go home, or it leaves the road.' }) until: string;
}

@ObjectType({ description: 'Who and what is free this minute.' })
export class FreeNowType {
  @Field(() => [FreeNowOne], { description: 'At work, on no break and in no session, those for longest first.' }) staff: FreeNowOne[];
  @Field(() => [FreeNowOne]) vehicles: FreeNowOne[];
  @Field(() => Int, { description: 'How many staff may leave the floor at once.' }) spare: number;
  @Field(() => ClockScalar, { nullable: true, description: 'Where none may: from when one may, today.' }) spareFrom: string | null;
}

@ObjectType('GoNow')
export class GoNowType {
  @Field(() => FreeNowType) free: FreeNowType;
  @Field({ description: 'Whether people have been told of a week that today is in.' }) hasPlan: boolean;
  @Field(() => Int, { description: 'How often in four weeks somebody went out of turn.' }) overrides: number;
  @Field(() => [GoingType], { description: 'Outings first, then things at home; each possible by itself.' }) options: GoingType[];
}

@ObjectType('HelpSearch', { description: 'What would help most over the published weeks, as far as it is known.' })
export class HelpSearchType {
  @Field(() => IdScalar) id: string;
  @Field(() => [DayScalar]) weeks: string[];
  @Field(() => Int) tried: number;
  @Field(() => Int, { description: 'Of how many.' }) additions: number;
  @Field(() => [String], { description: 'What helps, most first.' }) lines: string[];
  @Field(() => [String], { description: 'What could be kept with what there is, by planning again.' }) already: string[];
  @Field() askedByName: string;
  @Field() askedAt: Date;
}

@ObjectType('Gone')
export class GoneType {
  @Field(() => IdScalar) planId: string;
  @Field() words: string;
}

@InputType({ description: 'Somebody goes instead of somebody whose turn it is; with a reason, and counted.' })
export class OverrideInput {
  @Field(() => IdScalar) goesId: string;
  @Field(() => IdScalar) insteadId: string;
  @Field(() => WordsScalar) reason: string;
}

@InputType({ description: 'A repair as it was offered.' })
export class RepairInput {
  @Field(() => DayScalar) weekStarts: string;
  @Field(() => IdScalar) basedOn: string;
  @Field(() => [PlannedSessionInput]) sessions: PlannedSessionInput[];
}

export const GoNowResult = orRefused('GoNowResult', GoneType);
export const DraftRepairResult = orRefused('DraftRepairResult', PlanType);
export const PublishRepairResult = orRefused('PublishRepairResult', PlanType);
