import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { DayScalar, IdScalar, WordsScalar } from '../graphql/scalars.ts';
import { MediaType } from '../media/media.graphql.ts';

@ObjectType('AboutMeStatement', { description: 'What stands, or stood, under one heading, with where it comes from.' })
export class AboutMeStatementType {
  @Field(() => IdScalar) id: string;
  @Field() heading: string;
  @Field(() => String, { nullable: true }) text: string | null;
  @Field(() => String, { nullable: true, description: 'What is to be seen in the photo.' }) alt: string | null;
  @Field(() => String, { nullable: true }) codedSystem: string | null;
  @Field(() => String, { nullable: true }) codedCode: string | null;
  @Field(() => String, { nullable: true }) codedDisplay: string | null;
  @Field({ description: "'the person', 'a supporter' or 'staff'." }) whose: string;
  @Field() saidBy: string;
  @Field({ description: "'told us', 'told by family', 'observed' or 'from the file'." }) toldHow: string;
  @Field(() => DayScalar, { nullable: true }) saidOn: string | null;
  @Field({ description: 'Agreed for the one-page profile.' }) onPoster: boolean;
  @Field() sensitive: boolean;
  @Field() writtenAt: Date;
  @Field({ description: 'Who wrote it down here.' }) recordedByName: string;
  @Field({ description: 'Nothing stands here any more: what did was taken away then.' }) isTakenAway: boolean;
}

@ObjectType('AboutMeHeading')
export class AboutMeHeadingType {
  @Field() heading: string;
  @Field({ description: 'As the PRSB standard calls it.' }) name: string;
  @Field() question: string;
  @Field(() => [String]) prompts: string[];
  @Field(() => AboutMeStatementType, { nullable: true }) current: AboutMeStatementType | null;
  @Field(() => [AboutMeStatementType], { description: 'The latest first.' }) older: AboutMeStatementType[];
}

@ObjectType('AboutMe', { description: 'What a person says of themselves, under the headings of PRSB About Me v2.01.' })
export class AboutMeType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => Date, { nullable: true, description: 'Date last updated.' }) updatedAt: Date | null;
  @Field(() => String, { nullable: true, description: '“Supported to write this by”, in at most 150 characters.' }) supportedBy: string | null;
  @Field(() => Boolean, { nullable: true }) tookPart: boolean | null;
  @Field(() => [AboutMeHeadingType]) headings: AboutMeHeadingType[];
  @Field(() => MediaType, { nullable: true }) portrait: MediaType | null;
  @Field(() => String, { nullable: true, description: 'Why no photo may be added, in a sentence.' }) noPhotos: string | null;
  @Field(() => String, { nullable: true, description: 'Why nothing may be recorded, in a sentence.' }) noRecordings: string | null;
  @Field(() => String, { nullable: true, description: 'The condition that was agreed about photos.' }) photoCondition: string | null;
}

@ObjectType('ProfileLine')
export class ProfileLineType {
  @Field() heading: string;
  @Field() name: string;
  @Field() words: string;
  @Field(() => Int, { description: '0 goes first; where not all fit, those of the highest rank stay off.' }) rank: number;
}

@ObjectType('OnePageProfile', { description: 'For the door, the outing bag and the agency worker: agreed lines only, nothing sensitive.' })
export class OnePageProfileType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => [ProfileLineType]) lines: ProfileLineType[];
  @Field(() => MediaType, { nullable: true }) portrait: MediaType | null;
  @Field({ description: '“About Me, version 4, of Tue 24 Nov 09:00 · printed …”.' }) markWords: string;
  @Field({ description: 'Changes with what the page says, so that an old one is known for what it is.' }) code: string;
}

@InputType()
export class CodedInput {
  @Field(() => WordsScalar) system: string;
  @Field(() => WordsScalar) code: string;
  @Field(() => WordsScalar) display: string;
}

@InputType()
export class SayAboutMeInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field(() => WordsScalar, { description: 'important, people, communication, wellness, please, support or also' }) heading: string;
  @Field(() => WordsScalar, { nullable: true }) text?: string | null;
  @Field(() => IdScalar, { nullable: true, description: 'A photo or recording of this person, sent before.' }) mediaId?: string | null;
  @Field(() => WordsScalar, { nullable: true }) alt?: string | null;
  @Field(() => CodedInput, { nullable: true }) coded?: CodedInput | null;
  @Field(() => WordsScalar, { description: "'the person', 'a supporter' or 'staff'." }) whose: string;
  @Field(() => WordsScalar) saidBy: string;
  @Field(() => WordsScalar) toldHow: string;
  @Field(() => DayScalar, { nullable: true }) saidOn?: string | null;
  @Field({ defaultValue: false }) onPoster: boolean;
  @Field({ defaultValue: false }) sensitive: boolean;
}

@InputType()
export class SupportAboutMeInput {
  @Field(() => IdScalar, { description: 'Made by the device: sending it twice keeps one.' }) id: string;
  @Field(() => IdScalar) residentId: string;
  @Field({ description: 'The person took part in writing it.' }) tookPart: boolean;
  @Field(() => WordsScalar) name: string;
  @Field(() => WordsScalar) relation: string;
  @Field(() => WordsScalar) contact: string;
  @Field(() => WordsScalar, { description: 'How it was written, if the person could not take part.' }) how: string;
}

export const SayAboutMeResult = orRefused('SayAboutMeResult', AboutMeStatementType);
export const ChangeAboutMeResult = orRefused('ChangeAboutMeResult', AboutMeType);
