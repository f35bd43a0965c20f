import { Column, Index } from 'typeorm';
import type { Heading, Whose } from '@promenade/domain/people/about-me';
import type { ToldHow } from '@promenade/domain/people/life-story';
import { HomeTable, InHome, References } from '../db/table.ts';

/** Each time something was written under About Me: the record entry of the PRSB standard. Added to, never changed. */
@HomeTable('about_me_entry')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId'])
export class AboutMeEntryEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('timestamptz') writtenAt: Date;
  @Column('text', { nullable: true }) supportedBy: string | null;
  @Column('boolean') tookPart: boolean;
  @Column('text') source: 'here' | 'file';
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** What is said under one heading from then on; a later one takes its place. One with neither text nor media takes it away. */
@HomeTable('about_me_statement')
@References('AboutMeEntryEntity', 'entryId')
@References('MediaEntity', 'mediaId')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'mediaId'])
export class AboutMeStatementEntity extends InHome {
  @Column('uuid') entryId: string;
  @Column('uuid') residentId: string;
  @Column('text') heading: Heading;
  @Column('text', { nullable: true }) text: string | null;
  @Column('uuid', { nullable: true }) mediaId: string | null;
  /** What is to be seen in the photo, for whoever cannot see it. */
  @Column('text', { nullable: true }) alt: string | null;
  @Column('text', { nullable: true }) codedSystem: string | null;
  @Column('text', { nullable: true }) codedCode: string | null;
  @Column('text', { nullable: true }) codedDisplay: string | null;
  @Column('text') whose: Whose;
  @Column('text') saidBy: string;
  @Column('text') toldHow: ToldHow;
  @Column('date', { nullable: true }) saidOn: string | null;
  @Column('boolean') onPoster: boolean;
  @Column('boolean') sensitive: boolean;
}

/** A row of it, to be put together from parts. */
export type Statement = { [Column in keyof AboutMeStatementEntity]: AboutMeStatementEntity[Column] };

/** Which photo a resident goes by; the latest counts, and none is an answer too. */
@HomeTable('portrait')
@References('MediaEntity', 'mediaId')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId'])
export class PortraitEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid', { nullable: true }) mediaId: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
