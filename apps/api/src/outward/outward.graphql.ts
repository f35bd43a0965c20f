import { Field, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../graphql/refused.graphql.ts';
import { ClockScalar, DayScalar, IdScalar } from '../graphql/scalars.ts';

@ObjectType('CalendarLink', { description: 'That there is a secret link to a calendar; the secret itself is told once, when it is made.' })
export class CalendarLinkType {
  @Field(() => IdScalar) id: string;
  @Field(() => Date) madeAt: Date;
  @Field(() => Date, { nullable: true }) lastUsedAt: Date | null;
}

@ObjectType('WeeklyDigest')
export class WeeklyDigestType {
  @Field(() => IdScalar) id: string;
  @Field(() => Int, { description: '1 is Monday.' }) weekday: number;
  @Field(() => ClockScalar) atTime: string;
  @Field(() => DayScalar, { nullable: true, description: 'The first day on which one may be sent again.' }) pausedUntil: string | null;
  @Field(() => Date) nextAt: Date;
  @Field(() => Date, { nullable: true }) lastSentAt: Date | null;
  @Field(() => String, { nullable: true, description: 'What became of the last one, when it was not sent.' }) trouble: string | null;
}

@ObjectType('PersonSubscriptions', { description: 'What of one person goes to a supporter by itself.' })
export class PersonSubscriptionsType {
  @Field(() => IdScalar) personId: string;
  @Field() person: string;
  @Field({ description: 'Whether plans or promises are shared: without, a calendar stays empty.' }) hasCalendar: boolean;
  @Field({ description: 'Whether anything is shared that a weekly e-mail could tell.' }) hasDigest: boolean;
  @Field(() => CalendarLinkType, { nullable: true }) calendar: CalendarLinkType | null;
  @Field(() => WeeklyDigestType, { nullable: true }) digest: WeeklyDigestType | null;
}

@ObjectType('Subscriptions')
export class SubscriptionsType {
  @Field({ description: 'Whether this house sends e-mail at all.' }) canMail: boolean;
  @Field(() => String, { nullable: true, description: 'Where e-mails to this supporter go.' }) mailsTo: string | null;
  @Field() home: string;
  @Field(() => [PersonSubscriptionsType]) people: PersonSubscriptionsType[];
}

@ObjectType('MadeCalendarLink')
export class MadeCalendarLinkType {
  @Field({ description: 'The secret part of the address, after that of the house. It cannot be read again.' }) path: string;
  @Field(() => SubscriptionsType) subscriptions: SubscriptionsType;
}

@ObjectType('DigestPreview', { description: 'The weekly e-mail as it would be sent now.' })
export class DigestPreviewType {
  @Field() subject: string;
  @Field() text: string;
}

@ObjectType('OutwardLine', { description: 'What goes to one supporter about one person by itself.' })
export class OutwardLineType {
  @Field(() => IdScalar) supporterId: string;
  @Field() supporter: string;
  @Field(() => IdScalar) residentId: string;
  @Field() person: string;
  @Field(() => CalendarLinkType, { nullable: true }) calendar: CalendarLinkType | null;
  @Field(() => WeeklyDigestType, { nullable: true }) digest: WeeklyDigestType | null;
}

@ObjectType('PaperReader', { description: 'A supporter for whom a person’s week can be printed.' })
export class PaperReaderType {
  @Field(() => IdScalar) supporterId: string;
  @Field() supporter: string;
  @Field() relation: string;
  @Field(() => IdScalar) residentId: string;
  @Field() person: string;
}

@ObjectType('DigestLine')
export class DigestLineType {
  @Field() what: string;
  @Field(() => [String]) more: readonly string[];
}

@ObjectType('DigestPart')
export class DigestPartType {
  @Field() title: string;
  @Field(() => [DigestLineType]) lines: readonly DigestLineType[];
}

@ObjectType('FamilyPaper', { description: 'A week for somebody without e-mail: what that supporter may see, and nothing else.' })
export class FamilyPaperType {
  @Field() supporter: string;
  @Field() person: string;
  @Field() home: string;
  @Field() headline: string;
  @Field() lead: string;
  @Field(() => [DigestPartType]) parts: readonly DigestPartType[];
  @Field(() => [String]) notShared: readonly string[];
  @Field(() => String, { nullable: true, description: 'The end of the ledger and how to check it; null when promises are not shared.' }) headWords: string | null;
  @Field(() => String, { nullable: true, description: 'Where the check page is, when the house knows its own address.' }) checkAt: string | null;
  @Field({ description: '“Sat 21 Nov 09:10 by Ruth Kemp”.' }) printedWords: string;
}

export const StartDigestResult = orRefused('StartDigestResult', SubscriptionsType);
export const PauseDigestResult = orRefused('PauseDigestResult', SubscriptionsType);
export const FamilyPaperResult = orRefused('FamilyPaperResult', FamilyPaperType);
