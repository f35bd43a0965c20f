import { Column, Index } from 'typeorm';
import type { DigestState } from '@promenade/domain/outward/sending';
import type { CalendarSubject } from '@promenade/domain/outward/calendar';
import { HomeTable, InHome, References } from '../db/table.ts';

/** A supporter's link to one person's calendar. Only the digest of its secret is kept; an ended one stays on record. */
@HomeTable('calendar_link')
@References('SupporterEntity', 'supporterId')
@References('ResidentEntity', 'residentId')
@Index(['secretDigest'], { unique: true })
@Index(['homeId', 'supporterId', 'residentId'], { unique: true, where: '(ended_at IS NULL)' })
export class CalendarLinkEntity extends InHome {
  @Column('uuid') supporterId: string;
  @Column('uuid') residentId: string;
  @Column('text') secretDigest: string;
  @Column('timestamptz') madeAt: Date;
  @Column('timestamptz', { nullable: true }) lastUsedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endedByName: string | null;
}

/** What a calendar was given last under one UID: no words, only what it takes to say that something changed or is off. */
@HomeTable('calendar_entry')
@References('CalendarLinkEntity', 'linkId')
@Index(['homeId', 'linkId', 'subjectId'], { unique: true })
export class CalendarEntryEntity extends InHome {
  @Column('uuid') linkId: string;
  @Column('text') subject: CalendarSubject;
  /** The session as people were first told of it, or the promise. */
  @Column('uuid') subjectId: string;
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('int') sequence: number;
  @Column('text') contentDigest: string;
  @Column('boolean') isOff: boolean;
  @Column('timestamptz') changedAt: Date;
}

/** A supporter wants a weekly e-mail about one person. A change of day or a pause is a new row; the old one ends. */
@HomeTable('digest_subscription')
@References('SupporterEntity', 'supporterId')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'supporterId', 'residentId'], { unique: true, where: '(ended_at IS NULL)' })
export class DigestSubscriptionEntity extends InHome {
  @Column('uuid') supporterId: string;
  @Column('uuid') residentId: string;
  /** 1 is Monday. */
  @Column('int') weekday: number;
  @Column('text') atTime: string;
  @Column('timestamptz') startedAt: Date;
  /** The first day on which one may be sent again. */
  @Column('date', { nullable: true }) pausedUntil: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endedByName: string | null;
}

/** One week's digest for one supporter and one person: that it is owed and what became of it, never what is in it. */
@HomeTable('digest')
@References('DigestSubscriptionEntity', 'subscriptionId')
@References('SupporterEntity', 'supporterId')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'supporterId', 'residentId', 'weekStarts'], { unique: true })
@Index(['state', 'nextAt'])
export class DigestEntity extends InHome {
  @Column('uuid') subscriptionId: string;
  @Column('uuid') supporterId: string;
  @Column('uuid') residentId: string;
  /** A Monday. */
  @Column('date') weekStarts: string;
  @Column('timestamptz') dueAt: Date;
  @Column('text') state: DigestState;
  /** Tries begun, each counted before the mail server is asked. */
  @Column('int') attempts: number;
  /** When to try (again), if nothing is heard of the last try until then. */
  @Column('timestamptz') nextAt: Date;
  @Column('text', { nullable: true }) lastError: string | null;
  /** Digests of the secrets with which these mails can be stopped, one for each try. */
  @Column('text', { array: true }) stopDigests: string[];
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
  /** The end of the ledger as it was sent. */
  @Column('int', { nullable: true }) headSeq: number | null;
  @Column('text', { nullable: true }) headHash: string | null;
}
