import { Field, Int, ObjectType } from '@nestjs/graphql';
import { FamilyAskType } from '../asks/asks.graphql.ts';
import { VisitDayType } from '../asks/visits.graphql.ts';
import { CircleSupporterType } from '../circle/circle.graphql.ts';
import { orRefused } from '../graphql/refused.graphql.ts';
import { ClockScalar, DayScalar, IdScalar } from '../graphql/scalars.ts';

@ObjectType('FamilyDispute')
export class FamilyDisputeType {
  @Field({ description: "'waiting', 'overdue' or 'answered'." }) state: string;
  @Field(() => DayScalar) answerBy: string;
  @Field({ description: 'In a sentence: until when it is answered, or that it has gone to the group.' }) words: string;
}

@ObjectType('FamilyPromise')
export class FamilyPromiseType {
  @Field(() => IdScalar) id: string;
  @Field() words: string;
  @Field({ description: "'taking part' or 'watching': the one is not the other." }) level: string;
  @Field() madeBy: string;
  @Field(() => DayScalar) madeOn: string;
  @Field(() => DayScalar) dueOn: string;
  @Field({ description: "How it is marked: 'kept', 'partly', 'missed', 'unexplained', 'released', 'scheduled' or 'made'." }) mark: string;
  @Field({ description: 'What has become of it, in one or two sentences.' }) stateWords: string;
  @Field() isOwed: boolean;
  @Field({ description: 'It went wrong and nobody has said why.' }) isUnexplained: boolean;
  @Field(() => String, { nullable: true, description: 'Why it was not kept, as a sentence.' }) reason: string | null;
  @Field(() => String, { nullable: true, description: 'Who answers for it.' }) answers: string | null;
  @Field(() => DayScalar, { nullable: true }) newDate: string | null;
  @Field(() => FamilyDisputeType, { nullable: true, description: 'How it stands with somebody’s word that it was not so; null when nobody said that.' }) dispute: FamilyDisputeType | null;
}

@ObjectType('FamilySession', { description: 'Something planned.' })
export class FamilySessionType {
  @Field(() => IdScalar) id: string;
  @Field(() => DayScalar) day: string;
  @Field(() => ClockScalar) from: string;
  @Field(() => ClockScalar) to: string;
  @Field() what: string;
  @Field() where: string;
  @Field(() => [String], { description: 'Staff who go, by first name.' }) staff: string[];
  @Field({ description: "'planned', or 'cancelled' when it will not happen." }) status: string;
}

@ObjectType('FamilyChange', { description: 'What is different from what was planned before, and why.' })
export class FamilyChangeType {
  @Field(() => IdScalar) id: string;
  @Field() words: string;
  @Field(() => Date) toldAt: Date;
}

@ObjectType('FamilyPhoto', { description: 'A photo that may be shown, at /media/<id>, a small one at /media/<id>?size=thumb.' })
export class FamilyPhotoType {
  @Field(() => IdScalar) id: string;
  @Field(() => String, { nullable: true, description: 'What was written beside it.' }) words: string | null;
}

@ObjectType('FamilyHappening', { description: 'Something that happened, or did not.' })
export class FamilyHappeningType {
  @Field(() => IdScalar) id: string;
  @Field(() => DayScalar) day: string;
  @Field(() => ClockScalar, { nullable: true }) from: string | null;
  @Field() what: string;
  @Field({ description: 'In a sentence.' }) words: string;
  @Field(() => String, { nullable: true, description: 'What whoever wrote it down added.' }) note: string | null;
  @Field() saidBy: string;
  @Field(() => Date) saidAt: Date;
  @Field(() => [FamilyPhotoType], { description: 'Only those that everybody in the picture has agreed to.' }) photos: FamilyPhotoType[];
}

@ObjectType('FamilyReason')
export class FamilyReasonType {
  @Field() words: string;
  @Field(() => Int) times: number;
}

@ObjectType('FamilyFigures', { description: 'How often promises are kept, and why not.' })
export class FamilyFiguresType {
  @Field() words: string;
  @Field(() => Int) made: number;
  @Field(() => Int) kept: number;
  @Field(() => Int) partlyKept: number;
  @Field(() => Int) owed: number;
  @Field(() => Int) unexplained: number;
  @Field(() => [FamilyReasonType]) reasons: FamilyReasonType[];
}

@ObjectType('FamilyPerson', { description: 'One person of a supporter, and what that supporter may see: a part that is not shared is null.' })
export class FamilyPersonType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field({ description: 'The first words of the page.' }) headline: string;
  @Field() lead: string;
  @Field(() => [FamilyPromiseType], { nullable: true, description: 'Those still owed first, the oldest on top.' }) promises: FamilyPromiseType[] | null;
  @Field(() => [FamilySessionType], { nullable: true, description: 'The coming seven days.' }) planned: FamilySessionType[] | null;
  @Field(() => [FamilyChangeType], { nullable: true, description: 'What changed of the days from today on, as it was told, newest first.' }) changed: FamilyChangeType[] | null;
  @Field(() => [FamilyHappeningType], { nullable: true, description: 'The past three weeks, newest first.' }) happened: FamilyHappeningType[] | null;
  @Field(() => FamilyFiguresType, { nullable: true }) figures: FamilyFiguresType | null;
  @Field({ description: 'Progress is shared: it has a page of its own.' }) seesProgress: boolean;
  @Field(() => [String], { description: 'What is not shared, kindly.' }) notShared: string[];
  @Field({ description: 'Whether the supporter decides, as attorney or deputy, who sees what.' }) decidesSharing: boolean;
  @Field({ description: 'They have died.' }) isGone: boolean;
  @Field(() => [FamilyAskType], { description: 'What the supporter asked and that waits, or was answered in the past week.' }) asks: FamilyAskType[];
  @Field(() => [VisitDayType], { description: 'When the supporter comes, in the coming seven days.' }) visits: VisitDayType[];
}

@ObjectType('LedgerHead', { description: 'The end of the home’s ledger: whoever keeps it can tell later whether the past was altered.' })
export class LedgerHeadType {
  @Field(() => Int, { description: 'How many entries there are in the home’s ledger.' }) entries: number;
  @Field() hash: string;
}

@ObjectType('Family')
export class FamilyType {
  @Field(() => DayScalar) today: string;
  @Field(() => [FamilyPersonType]) people: FamilyPersonType[];
  @Field(() => LedgerHeadType, { nullable: true }) head: LedgerHeadType | null;
  @Field(() => [DayScalar], { description: 'Days on which somebody stopped sharing everything.' }) stopped: string[];
}

@ObjectType('FamilyEntry', { description: 'One entry of a promise’s history.' })
export class FamilyEntryType {
  @Field(() => IdScalar) id: string;
  @Field(() => Int, { description: 'Its place in the home’s ledger.' }) place: number;
  @Field(() => Date) at: Date;
  @Field() kind: string;
  @Field() sentence: string;
  @Field() hash: string;
}

@ObjectType('FamilyPromisePage')
export class FamilyPromisePageType {
  @Field(() => IdScalar) personId: string;
  @Field() person: string;
  @Field(() => FamilyPromiseType) promise: FamilyPromiseType;
  @Field(() => [FamilyEntryType], { description: 'Oldest first.' }) history: FamilyEntryType[];
  @Field(() => LedgerHeadType, { nullable: true }) head: LedgerHeadType | null;
}

@ObjectType('FamilySharing', { description: 'Who sees what of one person; all of it for whoever decides about sharing, else one’s own part.' })
export class FamilySharingType {
  @Field(() => IdScalar) personId: string;
  @Field() person: string;
  @Field() mayDecide: boolean;
  @Field(() => [String], { description: 'Why not, when one may not.' }) reasons: string[];
  @Field(() => IdScalar, { description: 'Which of the supporters asks.' }) me: string;
  @Field(() => [CircleSupporterType]) supporters: CircleSupporterType[];
}

export const ConfirmPromiseResult = orRefused('ConfirmPromiseResult', FamilyPromisePageType);
export const DisputePromiseResult = orRefused('DisputePromiseResult', FamilyPromisePageType);
export const WithdrawAsRepresentativeResult = orRefused('WithdrawAsRepresentativeResult', FamilySharingType);
