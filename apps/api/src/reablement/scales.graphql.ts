import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('GoalScale', { description: 'Five levels of one outcome as they were written at one time.' })
export class GoalScaleType {
  @Field(() => IdScalar) id: string;
  @Field(() => [String], { description: 'Five sentences, from much less than expected (−2) to much better (+2).' }) levels: string[];
  @Field(() => Int, { description: 'Where it began: −2, −1, or 0 where comfort is to be kept.' }) baseline: number;
  @Field(() => Int, { nullable: true, description: 'From 0 to 3.' }) importance: number | null;
  @Field(() => Int, { nullable: true, description: 'From 0 to 3.' }) difficulty: number | null;
  @Field(() => DayScalar, { nullable: true, description: 'The day by which the middle level is expected.' }) byDay: string | null;
  @Field(() => String, { nullable: true, description: 'How the person took part in writing it.' }) writtenWith: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('GoalDraft', { description: 'Levels put aside half written.' })
export class GoalDraftType {
  @Field(() => [String]) levels: string[];
  @Field(() => Int, { nullable: true }) baseline: number | null;
  @Field(() => Int, { nullable: true }) importance: number | null;
  @Field(() => Int, { nullable: true }) difficulty: number | null;
  @Field(() => DayScalar, { nullable: true }) byDay: string | null;
  @Field(() => String, { nullable: true }) writtenWith: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('GoalSaying', { description: 'One say of the level reached.' })
export class GoalSayingType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar, { description: 'The levels that it was said of.' }) scaleId: string;
  @Field({ description: "'person', 'family' or 'staff'." }) rater: string;
  @Field() raterName: string;
  @Field(() => Int) attained: number;
  @Field({ description: 'The sentence of that level.' }) sentence: string;
  @Field(() => DayScalar) on: string;
  @Field(() => String, { nullable: true }) words: string | null;
  @Field({ description: 'A supporter said it themselves.' }) isOwn: boolean;
  @Field({ description: 'A newer entry puts it right.' }) isPutRight: boolean;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('GoalAgreement', { description: 'Whether those who said something see it alike.' })
export class GoalAgreementType {
  @Field({ description: "'same', 'near' or 'apart'." }) kind: string;
  @Field() words: string;
}

@ObjectType('OutcomeBelief', { description: 'How much it matters to the person and how sure they are, from 1 to 10, as they answered.' })
export class OutcomeBeliefType {
  @Field(() => IdScalar) id: string;
  @Field(() => DayScalar) on: string;
  @Field(() => Int) importance: number;
  @Field(() => Int) confidence: number;
  @Field(() => String, { nullable: true }) words: string | null;
  @Field() recordedByName: string;
}

@ObjectType('BeliefTalk', { description: 'A conversation about how sure somebody is.' })
export class BeliefTalkType {
  @Field(() => IdScalar) id: string;
  @Field({ description: 'What the person said.' }) said: string;
  @Field(() => String, { nullable: true, description: 'What is done differently now.' }) then: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('Goal', { description: 'How one outcome is measured: its levels, what each says is reached, and how sure the person is.' })
export class GoalType {
  @Field(() => IdScalar) outcomeId: string;
  @Field() words: string;
  @Field({ description: 'Of comfort and connection: not counted in any score.' }) comfort: boolean;
  @Field(() => GoalScaleType, { nullable: true }) scale: GoalScaleType | null;
  @Field(() => [GoalScaleType], { description: 'The levels as they were before, the latest first.' }) earlier: GoalScaleType[];
  @Field(() => GoalDraftType, { nullable: true }) draft: GoalDraftType | null;
  @Field(() => [GoalSayingType], { description: 'Everything said, oldest first.' }) sayings: GoalSayingType[];
  @Field(() => [GoalSayingType], { description: 'What each said last of the levels as they stand.' }) latest: GoalSayingType[];
  @Field(() => GoalAgreementType, { nullable: true }) agreement: GoalAgreementType | null;
  @Field(() => [OutcomeBeliefType], { description: 'Oldest first.' }) beliefs: OutcomeBeliefType[];
  @Field(() => String, { nullable: true, description: 'Why to talk about it, while nobody has.' }) fall: string | null;
  @Field(() => [BeliefTalkType], { description: 'The latest first.' }) talks: BeliefTalkType[];
}

@ObjectType('ScoredGoal')
export class ScoredGoalType {
  @Field(() => IdScalar) outcomeId: string;
  @Field() words: string;
  @Field(() => Float) weight: number;
  @Field(() => Int) baseline: number;
  @Field(() => Int) reached: number;
}

@ObjectType('RaterScore', { description: 'The T-score over all open goals in one view, with its working: for professionals.' })
export class RaterScoreType {
  @Field({ description: "'person', 'family' or 'staff'." }) rater: string;
  @Field(() => [ScoredGoalType]) goals: ScoredGoalType[];
  @Field(() => [String], { description: 'Goals that nothing was said of in this view.' }) unsaid: string[];
  @Field(() => Float, { nullable: true, description: 'To two places.' }) baseline: number | null;
  @Field(() => Float, { nullable: true, description: 'To two places.' }) latest: number | null;
  @Field(() => Float, { nullable: true, description: 'To two places.' }) change: number | null;
  @Field(() => [String]) baselineWorking: string[];
  @Field(() => [String]) latestWorking: string[];
  @Field(() => String, { nullable: true, description: 'Why there is none.' }) whyNot: string | null;
}

@ObjectType('GoalsOfPerson')
export class GoalsOfPersonType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field({ description: 'What matters to this person now is comfort and connection.' }) isComfort: boolean;
  @Field(() => [GoalType]) goals: GoalType[];
  @Field(() => [RaterScoreType]) scores: RaterScoreType[];
}

@ObjectType('ConfidenceToTalkAbout', { description: 'Somebody who grows less sure of an outcome, while nobody has talked about it.' })
export class ConfidenceToTalkAboutType {
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar) outcomeId: string;
  @Field() name: string;
  @Field() outcomeWords: string;
  @Field() words: string;
  @Field(() => DayScalar) since: string;
  @Field(() => String, { nullable: true }) namedWorker: string | null;
}

@InputType()
export class WriteGoalInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) outcomeId: string;
  @Field(() => [WordsScalar], { description: 'Five sentences, from −2 to +2.' }) levels: string[];
  @Field(() => Int) baseline: number;
  @Field(() => Int, { nullable: true }) importance?: number | null;
  @Field(() => Int, { nullable: true }) difficulty?: number | null;
  @Field(() => DayScalar, { nullable: true }) byDay?: string | null;
  @Field(() => WordsScalar, { nullable: true }) writtenWith?: string | null;
}

@InputType()
export class DraftGoalInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) outcomeId: string;
  @Field(() => [WordsScalar], { description: 'Five, from −2 to +2; empty where nothing is written yet.' }) levels: string[];
  @Field(() => Int, { nullable: true }) baseline?: number | null;
  @Field(() => Int, { nullable: true }) importance?: number | null;
  @Field(() => Int, { nullable: true }) difficulty?: number | null;
  @Field(() => DayScalar, { nullable: true }) byDay?: string | null;
  @Field(() => WordsScalar, { nullable: true }) writtenWith?: string | null;
}

@InputType()
export class ScoreGoalInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) outcomeId: string;
  @Field(() => IdScalar, { description: 'The levels that were on the screen.' }) scaleId: string;
  @Field(() => WordsScalar, { description: "'person', 'family' or 'staff'." }) rater: string;
  @Field(() => WordsScalar, { nullable: true, description: 'Who of the family. The person and whoever is signed in go by their own names.' }) raterName?: string | null;
  @Field(() => Float, { description: 'From −2 to +2.' }) attained: number;
  @Field(() => DayScalar, { nullable: true, description: 'Today, when left out.' }) on?: string | null;
  @Field(() => WordsScalar, { nullable: true }) words?: string | null;
  @Field(() => IdScalar, { nullable: true, description: 'The entry that this one puts right.' }) correctsId?: string | null;
}

@InputType()
export class SayBeliefInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) outcomeId: string;
  @Field(() => Int) importance: number;
  @Field(() => Int) confidence: number;
  @Field(() => DayScalar, { nullable: true, description: 'Today, when left out.' }) on?: string | null;
  @Field(() => WordsScalar, { nullable: true }) words?: string | null;
}

@InputType()
export class NoteTalkInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) outcomeId: string;
  @Field(() => WordsScalar) said: string;
  @Field(() => WordsScalar, { nullable: true }) then?: string | null;
}

export const WriteGoalResult = orRefused('WriteGoalResult', GoalsOfPersonType);
export const DraftGoalResult = orRefused('DraftGoalResult', GoalsOfPersonType);
export const ScoreGoalResult = orRefused('ScoreGoalResult', GoalsOfPersonType);
export const SayBeliefResult = orRefused('SayBeliefResult', GoalsOfPersonType);
export const NoteTalkResult = orRefused('NoteTalkResult', GoalsOfPersonType);
