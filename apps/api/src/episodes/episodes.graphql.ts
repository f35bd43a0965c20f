import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { LifeChangeType, MeetingType, ReviewReasonType, SittingType } from './reviews.graphql.ts';

@ObjectType('TransitionPlan', { description: 'What somebody goes away with when support ends.' })
export class TransitionPlanType {
  @Field(() => IdScalar) id: string;
  @Field() myself: string;
  @Field() help: string;
  @Field() equipment: string;
  @Field() whoToCall: string;
  @Field() appointments: string;
  @Field() ifWorse: string;
  @Field({ description: 'What the person says of it.' }) say: string;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('EpisodeEnd')
export class EpisodeEndType {
  @Field(() => DayScalar) endedOn: string;
  @Field({ description: "'reached', 'partly reached', 'not reached', 'stopped' or 'cut short'." }) result: string;
  @Field() say: string;
  @Field({ description: "'own home', 'lives here', 'another home', 'hospital', 'family', 'somewhere else' or 'died'." }) wentTo: string;
  @Field(() => String, { nullable: true }) wentWords: string | null;
  @Field(() => String, { nullable: true, description: 'Why there is no plan for afterwards.' }) noPlanWhy: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('LookBack', { description: 'How it went, 4 or 12 weeks after.' })
export class LookBackType {
  @Field(() => IdScalar) id: string;
  @Field(() => Int) weeks: number;
  @Field(() => DayScalar) onDay: string;
  @Field({ description: "'looked at', 'not reached' or 'not wanted'." }) state: string;
  @Field() spokeWith: string;
  @Field() say: string;
  @Field(() => String, { nullable: true, description: 'What was kept of what they had won.' }) stillDoes: string | null;
  @Field(() => String, { nullable: true }) lost: string | null;
  @Field(() => String, { nullable: true }) nextStep: string | null;
  @Field() recordedByName: string;
}

@ObjectType('Episode', { description: 'A stay, or a stretch of help towards something, from its first conversation on.' })
export class EpisodeType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'short stay' or 'living here'." }) kind: string;
  @Field(() => DayScalar, { nullable: true }) referredOn: string | null;
  @Field(() => String, { nullable: true }) referredBy: string | null;
  @Field(() => DayScalar) beganOn: string;
  @Field({ description: 'What it is for, in the person’s words.' }) purpose: string;
  @Field() willProvide: string;
  @Field() willNotProvide: string;
  @Field() discussedWith: string;
  @Field(() => DayScalar) discussedOn: string;
  @Field({ description: 'What the person said of it.' }) personSaid: string;
  @Field(() => DayScalar, { nullable: true, description: 'As hoped at the start, or as a review moved it.' }) hopedEndOn: string | null;
  @Field(() => DayScalar) firstReviewOn: string;
  @Field(() => String, { nullable: true, description: 'How soon it began after it was asked for.' }) startWords: string | null;
  @Field(() => String, { nullable: true, description: 'A word where it is planned for longer than is usual.' }) lengthWords: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
  @Field(() => EpisodeEndType, { nullable: true }) end: EpisodeEndType | null;
  @Field(() => [TransitionPlanType], { description: 'The latest first.' }) plans: TransitionPlanType[];
  @Field(() => [LookBackType]) looks: LookBackType[];
}

@ObjectType('LookBackDue', { description: 'A look at an ended episode that is due or to come.' })
export class LookBackDueType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => IdScalar) episodeId: string;
  @Field(() => Int) weeks: number;
  @Field(() => DayScalar) dueOn: string;
  @Field() isDue: boolean;
  @Field(() => WordsScalar) words: string;
  @Field(() => String, { nullable: true, description: 'Whose turn it is.' }) namedWorker: string | null;
}

@ObjectType('HomeGoingSeen', { description: 'One thing that going home takes, as it was seen on a day.' })
export class HomeGoingSeenType {
  @Field(() => IdScalar) id: string;
  @Field({ description: "'there', 'missing' or 'not needed'." }) state: string;
  @Field() words: string;
  @Field(() => String, { nullable: true }) owner: string | null;
  @Field(() => DayScalar, { nullable: true }) byDate: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('HomeGoingTopic')
export class HomeGoingTopicType {
  @Field() topic: string;
  @Field() name: string;
  @Field() ask: string;
  @Field(() => HomeGoingSeenType, { nullable: true }) now: HomeGoingSeenType | null;
  @Field(() => [HomeGoingSeenType], { description: 'As it was before, the latest first.' }) before: HomeGoingSeenType[];
  @Field(() => String, { nullable: true, description: 'What the ladder suggests; nothing is decided by it.' }) suggestion: string | null;
}

@ObjectType('HomeGoing', { description: 'Could go home when …' })
export class HomeGoingType {
  @Field(() => WordsScalar) words: string;
  @Field(() => [String], { description: 'What is missing, with whose turn it is.' }) missing: string[];
  @Field({ description: 'Somebody has asked at least once.' }) isAsked: boolean;
  @Field(() => [HomeGoingTopicType]) topics: HomeGoingTopicType[];
}

@ObjectType('TellOfMeeting', { description: 'Somebody of the family, and whether they see the meeting in their week by themselves.' })
export class TellOfMeetingType {
  @Field() name: string;
  @Field() relation: string;
  @Field() seesPlan: boolean;
}

@ObjectType('Stay', { description: 'One person’s episodes and reviews, and what comes after.' })
export class StayType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field() status: string;
  @Field() shortStay: boolean;
  @Field(() => String, { nullable: true }) namedWorkerId: string | null;
  @Field(() => String, { nullable: true }) namedWorker: string | null;
  @Field({ description: 'Wants comfort and company above all: nothing is asked to become less.' }) isComfort: boolean;
  @Field(() => EpisodeType, { nullable: true, description: 'The one under way.' }) episode: EpisodeType | null;
  @Field(() => [EpisodeType], { description: 'Those that ended, the latest first.' }) past: EpisodeType[];
  @Field(() => [ReviewReasonType], { description: 'Why everything should be looked at again, the most pressing first.' }) due: ReviewReasonType[];
  @Field(() => [LookBackDueType]) lookBacks: LookBackDueType[];
  @Field(() => HomeGoingType) home: HomeGoingType;
  @Field(() => [MeetingType], { description: 'Times kept free for a review, still to come.' }) meetings: MeetingType[];
  @Field(() => [SittingType], { description: 'The latest first.' }) sittings: SittingType[];
  @Field(() => [LifeChangeType], { description: 'The latest first.' }) changes: LifeChangeType[];
  @Field(() => [TellOfMeetingType]) family: TellOfMeetingType[];
}

@InputType()
export class StartEpisodeInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice starts it once.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar, { description: "'short stay' or 'living here'." }) kind: string;
  @Field(() => DayScalar, { nullable: true }) referredOn?: string | null;
  @Field(() => WordsScalar, { nullable: true }) referredBy?: string | null;
  @Field(() => DayScalar) beganOn: string;
  @Field(() => WordsScalar) purpose: string;
  @Field(() => WordsScalar) willProvide: string;
  @Field(() => WordsScalar) willNotProvide: string;
  @Field(() => WordsScalar) discussedWith: string;
  @Field(() => DayScalar, { nullable: true, description: 'Today when left out.' }) discussedOn?: string | null;
  @Field(() => WordsScalar) personSaid: string;
  @Field(() => DayScalar, { nullable: true }) hopedEndOn?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Two weeks after the beginning when left out.' }) firstReviewOn?: string | null;
}

@InputType()
export class WriteTransitionPlanInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) episodeId: string;
  @Field(() => WordsScalar) myself: string;
  @Field(() => WordsScalar) help: string;
  @Field(() => WordsScalar) equipment: string;
  @Field(() => WordsScalar) whoToCall: string;
  @Field(() => WordsScalar) appointments: string;
  @Field(() => WordsScalar) ifWorse: string;
  @Field(() => WordsScalar) say: string;
}

@InputType()
export class EndEpisodeInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) episodeId: string;
  @Field(() => DayScalar) endedOn: string;
  @Field(() => WordsScalar) result: string;
  @Field(() => WordsScalar) say: string;
  @Field(() => WordsScalar) wentTo: string;
  @Field(() => WordsScalar, { nullable: true }) wentWords?: string | null;
  @Field(() => WordsScalar, { nullable: true }) noPlanWhy?: string | null;
}

@InputType()
export class LookBackInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) episodeId: string;
  @Field(() => Int) weeks: number;
  @Field(() => DayScalar, { nullable: true, description: 'Today when left out.' }) onDay?: string | null;
  @Field(() => WordsScalar) state: string;
  @Field(() => WordsScalar) spokeWith: string;
  @Field(() => WordsScalar, { nullable: true }) say?: string | null;
  @Field(() => WordsScalar, { nullable: true }) stillDoes?: string | null;
  @Field(() => WordsScalar, { nullable: true }) lost?: string | null;
  @Field(() => WordsScalar, { nullable: true }) nextStep?: string | null;
}

@InputType()
export class SayHomeGoingInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) topic: string;
  @Field(() => WordsScalar, { description: "'there', 'missing' or 'not needed'." }) state: string;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar, { nullable: true, description: 'Who sees to it.' }) owner?: string | null;
  @Field(() => DayScalar, { nullable: true }) byDate?: string | null;
}

export const StartEpisodeResult = orRefused('StartEpisodeResult', StayType);
export const WriteTransitionPlanResult = orRefused('WriteTransitionPlanResult', StayType);
export const EndEpisodeResult = orRefused('EndEpisodeResult', StayType);
export const LookBackResult = orRefused('LookBackResult', StayType);
export const SayHomeGoingResult = orRefused('SayHomeGoingResult', StayType);
