import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { IdScalar, WordsScalar } from '../graphql/scalars.ts';

@ObjectType('Home')
export class HomeType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
  @Field() zone: string;
}

@ObjectType('Me', { description: 'Whoever is signed in.' })
export class MeType {
  @Field(() => IdScalar, { description: 'Of the account: what a device keeps for somebody is kept under it.' }) id: string;
  @Field() name: string;
  @Field() role: string;
  @Field({ description: "'staff' or 'family': which app is theirs." }) opens: string;
  @Field(() => HomeType) home: HomeType;
  @Field(() => [String], { description: 'Permissions, for a screen to show what can be done; the server decides.' }) mayDo: string[];
}

@ObjectType('DemoPerson')
export class DemoPersonType {
  @Field() name: string;
  @Field() email: string;
  @Field() about: string;
  @Field() opens: string;
}

@ObjectType('Invitation', { description: 'Whom a link lets in, and where.' })
export class InvitationType {
  @Field() name: string;
  @Field() homeName: string;
  @Field({ description: 'What they will sign in with.' }) email: string;
  @Field({ description: "'staff' or 'family': which app is theirs." }) opens: string;
}

@ObjectType('InvitationLink', { description: 'A link to hand over. It is told once and cannot be looked up again.' })
export class InvitationLinkType {
  @Field({ description: 'The address without the server: /family/welcome/…' }) path: string;
  @Field() name: string;
  @Field() email: string;
  @Field(() => Date) expiresAt: Date;
}

@ObjectType('SignInStanding', { description: 'Somebody who could sign in, and whether they can.' })
export class SignInStandingType {
  @Field(() => IdScalar, { description: 'Of the member of staff, or of the supporter.' }) id: string;
  @Field() name: string;
  @Field({ description: 'What they are here: a job title, or whose daughter or friend.' }) about: string;
  @Field({ description: "'staff' or 'family': which app is theirs." }) opens: string;
  @Field(() => String, { nullable: true, description: 'What they sign in with, were invited with, or what is written down for them.' }) email: string | null;
  @Field(() => String, { nullable: true, description: 'What they are signed in as, or invited as.' }) role: string | null;
  @Field() hasSignIn: boolean;
  @Field(() => Date, { nullable: true, description: 'Until when an invitation waits for them.' }) invitedUntil: Date | null;
}

@InputType()
export class InviteSupporterInput {
  @Field(() => IdScalar) supporterId: string;
  @Field(() => WordsScalar) email: string;
}

@InputType()
export class InviteStaffInput {
  @Field(() => IdScalar) staffId: string;
  @Field(() => WordsScalar) email: string;
  @Field(() => WordsScalar, { description: 'carer, coordinator or manager' }) role: string;
}

export const InviteSupporterResult = orRefused('InviteSupporterResult', InvitationLinkType);
export const InviteStaffResult = orRefused('InviteStaffResult', InvitationLinkType);
export const AcceptInvitationResult = orRefused('AcceptInvitationResult', MeType);
export const SignInResult = orRefused('SignInResult', MeType);
