import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { orRefused } from '../graphql/refused.graphql.ts';
import { AuthorityType } from '../people/people.graphql.ts';

@ObjectType('Sharing', { description: 'One kind of information, and whether one supporter may see it.' })
export class SharingType {
  @Field() kind: string;
  @Field({ description: 'A heading for it.' }) name: string;
  @Field({ description: 'What it shows, to follow “sees”.' }) shows: string;
  @Field() isShared: boolean;
  @Field(() => Date, { nullable: true }) since: Date | null;
  @Field(() => String, { nullable: true, description: 'Who gave it and by what right.' }) givenBy: string | null;
  @Field({ description: 'What would be different if it were withdrawn.' }) ifWithdrawn: string;
}

@ObjectType('CircleSupporter')
export class CircleSupporterType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field() relation: string;
  @Field(() => String, { nullable: true }) email: string | null;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field(() => [SharingType], { description: 'Every kind, shared or not.' }) sharing: SharingType[];
  @Field(() => [String], { description: 'Areas of life in which they decide today.' }) decides: string[];
}

@ObjectType('WhoMayDecide', { description: 'One area of life, and who decides there today, in words.' })
export class WhoMayDecideType {
  @Field() area: string;
  @Field() words: string;
}

@ObjectType('Circle', { description: 'Who is round a resident, what each may see, and who decides what.' })
export class CircleType {
  @Field(() => IdScalar) residentId: string;
  @Field({ description: 'What the resident is called.' }) name: string;
  @Field(() => [CircleSupporterType]) supporters: CircleSupporterType[];
  @Field(() => [AuthorityType]) authorities: AuthorityType[];
  @Field(() => [WhoMayDecideType]) whoDecides: WhoMayDecideType[];
  @Field(() => [String], { description: 'What was shared before and is not any more, newest first, in sentences.' }) past: string[];
}

@InputType()
export class GiveSharingInput {
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar) supporterId: string;
  @Field(() => [WordsScalar]) kinds: string[];
  @Field(() => WordsScalar, { description: 'By what right: the person, with support, attorney, deputy or best interests.' }) right: string;
  @Field(() => IdScalar, { nullable: true, description: 'The attorney or deputy who decided.' }) bySupporterId?: string | null;
  @Field(() => WordsScalar, { description: 'How it was said or shown.' }) words: string;
  @Field(() => WordsScalar, { nullable: true, description: 'Which decision it is, as it was named where the person was found unable to make it.' }) matter?: string | null;
}

@InputType()
export class WithdrawSharingInput {
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar) supporterId: string;
  @Field(() => WordsScalar) kind: string;
  @Field(() => WordsScalar, { description: 'By what right: the person, with support, attorney, deputy or best interests.' }) right: string;
  @Field(() => IdScalar, { nullable: true, description: 'The attorney or deputy who decided.' }) bySupporterId?: string | null;
  @Field(() => WordsScalar, { description: 'How it was said or shown.' }) words: string;
}

@InputType()
export class AddSupporterInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice adds one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) name: string;
  @Field(() => WordsScalar) relation: string;
  @Field(() => WordsScalar, { nullable: true }) email?: string | null;
  @Field(() => WordsScalar, { nullable: true }) phone?: string | null;
}

@InputType()
export class RecordAuthorityInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice records one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar) area: string;
  @Field(() => WordsScalar, { description: 'The person, with support, attorney, deputy or best interests.' }) kind: string;
  @Field(() => IdScalar, { nullable: true }) supporterId?: string | null;
  @Field(() => WordsScalar) words: string;
  @Field(() => WordsScalar, { nullable: true, description: 'What was looked at. Without it the authority decides nothing yet.' }) documentSeen?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'The last day it stands, or by which it is looked at again.' }) untilDate?: string | null;
  @Field(() => WordsScalar, { nullable: true, description: "What the document gives power over: 'health and welfare' or 'property and affairs'." }) power?: string | null;
  @Field({ defaultValue: false, description: 'Of a property and affairs attorney: the person lets them act already.' }) actsEarly: boolean;
  @Field(() => WordsScalar, { nullable: true, description: 'What a deputy’s order allows.' }) scope?: string | null;
}

export const GiveSharingResult = orRefused('GiveSharingResult', CircleType);
export const WithdrawSharingResult = orRefused('WithdrawSharingResult', CircleType);
export const AddSupporterResult = orRefused('AddSupporterResult', CircleType);
export const RecordAuthorityResult = orRefused('RecordAuthorityResult', CircleType);
