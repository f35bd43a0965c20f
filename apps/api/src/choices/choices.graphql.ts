import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('RecordPointer', { description: 'A record that anybody entitled may look up.' })
export class RecordPointerType {
  @Field() kind: string;
  @Field(() => IdScalar) id: string;
}

@ObjectType('Because', { description: 'A plain reason and the records it rests on.' })
export class BecauseType {
  @Field() words: string;
  @Field(() => [RecordPointerType]) records: RecordPointerType[];
}

@ObjectType('ScorePart')
export class ScorePartType {
  @Field() name: string;
  @Field(() => Int) points: number;
}

@ObjectType('ChoiceOption', { description: 'One option with its advice. `score` is the sum of `parts`; nothing else ranks.' })
export class ChoiceOptionType {
  @Field() key: string;
  @Field() title: string;
  @Field() picture: string;
  @Field(() => [BecauseType]) reasons: BecauseType[];
  @Field({ description: 'The honest drawback.' }) drawback: string;
  @Field({ description: 'sure, fairly sure or a guess' }) sureness: string;
  @Field() sureWhy: string;
  @Field(() => Int) score: number;
  @Field(() => [ScorePartType]) parts: ScorePartType[];
}

@ObjectType('LeftOut', { description: 'What is not offered, and why.' })
export class LeftOutType {
  @Field() title: string;
  @Field() why: string;
}

@ObjectType('ChoiceAdvice', { description: 'Advice at one of the nine points: at most three options at a time. Something else and not now always stand beside them.' })
export class ChoiceAdviceType {
  @Field() point: string;
  @Field() question: string;
  @Field() lead: string;
  @Field(() => [[ChoiceOptionType]], { description: 'The options three by three: the next three are shown when somebody asks for something else.' }) threes: ChoiceOptionType[][];
  @Field(() => [LeftOutType]) leftOut: LeftOutType[];
}

@ObjectType('ChoiceOffer', { description: 'A question put to a resident, with the advice as it stood then.' })
export class ChoiceOfferType {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field() residentName: string;
  @Field() point: string;
  @Field() question: string;
  @Field() lead: string;
  @Field(() => [[ChoiceOptionType]]) threes: ChoiceOptionType[][];
}

@ObjectType('ChoiceReceipt', { description: 'What was offered, what was answered, by whom, by what right and how.' })
export class ChoiceReceiptType {
  @Field(() => IdScalar) id: string;
  @Field() point: string;
  @Field() pointName: string;
  @Field() question: string;
  @Field(() => [ChoiceOptionType], { description: 'Everything that had been shown by then, with its advice frozen.' }) offered: ChoiceOptionType[];
  @Field({ description: 'option, something else or not now' }) answer: string;
  @Field({ description: 'The answer in words.' }) chosen: string;
  @Field(() => String, { nullable: true }) words: string | null;
  @Field({ description: 'decided, heard or read: only what was decided counts.' }) standing: string;
  @Field(() => String, { nullable: true, description: 'By what right.' }) byRight: string | null;
  @Field() answeredByName: string;
  @Field() how: string;
  @Field(() => String, { nullable: true, description: 'Why it was only heard.' }) whyNot: string | null;
  @Field({ description: 'What came of it.' }) ledTo: string;
  @Field() chosenAt: Date;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('ChoiceCount', { description: 'A number with what is behind it.' })
export class ChoiceCountType {
  @Field() code: string;
  @Field(() => Int) count: number;
  @Field(() => [IdScalar], { description: 'The receipts it counts.' }) ids: string[];
}

@ObjectType('WhoseDecisions')
export class WhoseDecisionsType {
  @Field(() => [ChoiceCountType]) counts: ChoiceCountType[];
  @Field({ description: 'There were decisions, and all of them were whether to go or not go.' }) onlyGoOrNot: boolean;
}

@ObjectType('ResidentDecisions')
export class ResidentDecisionsType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => WhoseDecisionsType) whose: WhoseDecisionsType;
}

@ObjectType('HomeDecisions', { description: 'How many decisions were people’s own, over some days.' })
export class HomeDecisionsType {
  @Field(() => DayScalar) from: string;
  @Field(() => DayScalar) to: string;
  @Field(() => WhoseDecisionsType) whole: WhoseDecisionsType;
  @Field(() => [ResidentDecisionsType]) people: ResidentDecisionsType[];
}

@ObjectType('ChoicePoint')
export class ChoicePointType {
  @Field() point: string;
  @Field(() => Int) number: number;
  @Field() name: string;
  @Field() question: string;
  @Field(() => ChoiceReceiptType, { nullable: true, description: 'The last that was decided here.' }) last: ChoiceReceiptType | null;
}

@ObjectType('PreferenceReading', { description: 'What somebody who knows a resident reads from how they respond. Never the resident’s own decision.' })
export class PreferenceReadingType {
  @Field(() => IdScalar) id: string;
  @Field() likes: string;
  @Field(() => WordsScalar) signs: string;
  @Field(() => WordsScalar) knows: string;
  @Field(() => Int) sessionsTogether: number;
  @Field({ description: 'How the resident had responded by then, counted.' }) evidence: string;
  @Field(() => IdScalar, { nullable: true }) answersId: string | null;
  @Field({ description: 'The reader’s latest. Older ones of theirs stay readable.' }) stands: boolean;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('ActivityReadings')
export class ActivityReadingsType {
  @Field(() => IdScalar) activityId: string;
  @Field() activityName: string;
  @Field() picture: string;
  @Field({ description: 'How the resident responded so far, with the counts.' }) responses: string;
  @Field(() => Int) times: number;
  @Field({ description: 'People who know them read them differently.' }) disagree: boolean;
  @Field(() => [PreferenceReadingType]) readings: PreferenceReadingType[];
}

@ObjectType('ChoiceAsker', { description: 'Somebody of the circle, who may have said it.' })
export class ChoiceAskerType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field() relation: string;
}

@ObjectType('ChoiceSession', { description: 'A session of today: whether to go, and what changes afterwards.' })
export class ChoiceSessionType {
  @Field(() => IdScalar) id: string;
  @Field() words: string;
  @Field({ description: 'It is on record how it went.' }) isOver: boolean;
}

@ObjectType('ResidentChoices')
export class ResidentChoicesType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => DayScalar) from: string;
  @Field(() => DayScalar) to: string;
  @Field(() => [ChoicePointType]) points: ChoicePointType[];
  @Field(() => [ChoiceReceiptType], { description: 'Of these days, newest first.' }) receipts: ChoiceReceiptType[];
  @Field(() => WhoseDecisionsType) whose: WhoseDecisionsType;
  @Field(() => [ActivityReadingsType]) readings: ActivityReadingsType[];
  @Field(() => [ChoiceAskerType]) circle: ChoiceAskerType[];
  @Field(() => [ChoiceSessionType]) today: ChoiceSessionType[];
}

@InputType()
export class OfferChoiceInput {
  @Field(() => IdScalar, { description: 'Made by the device: sent twice, it is offered once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field() point: string;
  @Field(() => IdScalar, { nullable: true, description: 'The activity that is asked about.' }) activityId?: string | null;
  @Field(() => IdScalar, { nullable: true, description: 'The session that is asked about.' }) sessionId?: string | null;
}

@InputType()
export class RecordChoiceInput {
  @Field(() => IdScalar, { description: 'Made by the device: sent twice, it is kept once.' }) id: string;
  @Field(() => IdScalar) offerId: string;
  @Field(() => Int, { defaultValue: 1, description: 'How many threes had been looked at.' }) shown: number;
  @Field({ description: 'option, something else or not now' }) answer: string;
  @Field(() => WordsScalar, { nullable: true, description: 'The key of the option.' }) key?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: 'What else; for a reading, what was seen or heard.' }) words?: string | null;
  @Field({ description: 'the person, supporter, best interests or reading' }) by: string;
  @Field(() => IdScalar, { nullable: true }) supporterId?: string | null;
  @Field({ description: 'spoken, signed, pointed, picture, switch or reading' }) how: string;
  @Field({ description: 'When it was chosen, by the clock of the device.' }) chosenAt: Date;
}

@InputType()
export class RecordReadingInput {
  @Field(() => IdScalar) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar) activityId: string;
  @Field({ description: 'likes it, does not mind it, does not like it or cannot tell' }) likes: string;
  @Field(() => WordsScalar, { description: 'What was seen or heard.' }) signs: string;
  @Field(() => WordsScalar, { description: 'How the reader knows the person.' }) knows: string;
  @Field(() => IdScalar, { nullable: true, description: 'The reading that this one answers.' }) answersId?: string | null;
}

export const OfferChoiceResult = orRefused('OfferChoiceResult', ChoiceOfferType);
export const RecordChoiceResult = orRefused('RecordChoiceResult', ChoiceReceiptType);
export const RecordReadingResult = orRefused('RecordReadingResult', ActivityReadingsType);
