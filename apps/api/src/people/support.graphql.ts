import { Field, Int, ObjectType } from '@nestjs/graphql';
import { IdScalar } from '../graphql/scalars.ts';

@ObjectType('SupportVersion', { description: 'Support as it was from a moment on.' })
export class SupportVersionType {
  @Field(() => IdScalar) id: string;
  @Field({ description: 'The two ratios, in words.' }) words: string;
  @Field(() => [String], { description: 'What differs from the version before, in sentences.' }) changes: string[];
  @Field(() => String, { nullable: true, description: 'Why it was changed.' }) why: string | null;
  @Field() recordedByName: string;
  @Field() recordedAt: Date;
}

@ObjectType('KnownStaff', { description: 'A member of staff, and whether the person knows them, counted from real sessions.' })
export class KnownStaffType {
  @Field(() => IdScalar) staffId: string;
  @Field() name: string;
  @Field() agency: boolean;
  @Field(() => Int, { description: 'Sessions together.' }) together: number;
  @Field() isKnown: boolean;
  @Field(() => Date, { nullable: true }) lastAt: Date | null;
  @Field(() => String, { nullable: true, description: "'prefers' or 'declines'." }) stance: string | null;
  @Field({ description: "'known to Peggy', 'with Peggy once so far'…" }) words: string;
}

@ObjectType('AvoidedPerson')
export class AvoidedPersonType {
  @Field(() => IdScalar) id: string;
  @Field() name: string;
}

@ObjectType('SupportRecord', { description: 'What support one person needs, what can go wrong out, and who they know.' })
export class SupportRecordType {
  @Field(() => IdScalar) residentId: string;
  @Field() name: string;
  @Field(() => Int) inStaff: number;
  @Field(() => Int) inResidents: number;
  @Field(() => Int) outStaff: number;
  @Field(() => Int) outResidents: number;
  @Field() wheelchair: string;
  @Field(() => String, { nullable: true }) transfers: string | null;
  @Field(() => String, { nullable: true }) hoist: string | null;
  @Field(() => String, { nullable: true, description: 'What goes along whenever they go out.' }) bring: string | null;
  @Field(() => String, { nullable: true }) communication: string | null;
  @Field(() => String, { nullable: true }) riskOut: string | null;
  @Field(() => String, { nullable: true }) riskDo: string | null;
  @Field(() => String, { nullable: true, description: "'plans it', 'step by step', 'joins through the senses' or 'responds to touch and sound'." }) style: string | null;
  @Field({ description: 'The two ratios, in words.' }) words: string;
  @Field({ description: 'Whether they need at least one member of staff to themselves, at home or out.' }) oneToOne: boolean;
  @Field(() => [KnownStaffType], { description: 'Everyone on the staff now, those they know first.' }) staff: KnownStaffType[];
  @Field(() => [AvoidedPersonType], { description: 'Residents they are not to be put with.' }) avoids: AvoidedPersonType[];
  @Field(() => [SupportVersionType], { description: 'The latest first.' }) versions: SupportVersionType[];
}

@ObjectType('Acquaintance', { description: 'How often one resident and one member of staff were in a session together.' })
export class AcquaintanceType {
  @Field(() => IdScalar) residentId: string;
  @Field(() => IdScalar) staffId: string;
  @Field(() => Int) together: number;
  @Field() isKnown: boolean;
}
