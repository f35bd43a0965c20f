import { Column, Index, PrimaryColumn } from 'typeorm';
import type { EntryContent, EntryKind, Level, PromiseStateName } from '@promenade/domain/promises/promise';
import type { WishSource } from '@promenade/domain/promises/wish';
import { HomeTable, InHome, References } from '../db/table.ts';

/** Something a resident would like; nobody has said yes yet. It is answered, never left. */
@HomeTable('wish')
@References('ResidentEntity', 'residentId')
@References('ActivityEntity', 'activityId')
@References('LifeFactEntity', 'lifeFactId')
@References('MediaEntity', 'mediaId')
@Index(['homeId', 'residentId'])
export class WishEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('text') words: string;
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('text') level: Level;
  @Column('uuid', { nullable: true }) lifeFactId: string | null;
  @Column('text') raisedBy: string;
  @Column('timestamptz') raisedAt: Date;
  @Column('text', { nullable: true }) answer: 'promised' | 'declined' | null;
  @Column('text', { nullable: true }) answerWords: string | null;
  @Column('text', { nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { default: 'said to us' }) source?: WishSource;
  /** The residents' meeting it was said at. */
  @Column('date', { nullable: true }) meetingOn?: string | null;
  /** A voice note, beside the words or in their place. */
  @Column('uuid', { nullable: true }) mediaId?: string | null;
  @Column('uuid', { nullable: true }) caughtBy?: string | null;
  @Column('text', { nullable: true }) caughtByName?: string | null;
}

/** The present of a promise, written only by the fold over its ledger entries and rebuildable from them. */
@HomeTable('promise')
@References('ResidentEntity', 'residentId')
@References('WishEntity', 'wishId')
@References('ActivityEntity', 'activityId')
@References('LifeFactEntity', 'lifeFactId')
@References('SessionEntity', 'sessionId')
@References('StandingPromiseEntity', 'standingId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'standingId'])
export class PromiseEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid', { nullable: true }) wishId: string | null;
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('uuid', { nullable: true }) lifeFactId: string | null;
  @Column('text') words: string;
  @Column('text') level: Level;
  @Column('text') madeBy: string;
  @Column('timestamptz') madeAt: Date;
  @Column('date') dueOn: string;
  @Column('text') state: PromiseStateName;
  /** Still owed: not kept yet, nor released. */
  @Column('boolean') owed: boolean;
  /** The date passed or the session fell through, and nobody has said why. */
  @Column('boolean') unexplained: boolean;
  @Column('int') misses: number;
  /** The session that is to keep it, when one is planned. */
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @Column('int') entries: number;
  /** Waits while the person is away: its days do not run. */
  @Column('boolean', { default: false }) paused: boolean;
  /** The standing promise it is one day of. */
  @Column('uuid', { nullable: true }) standingId: string | null;
}

/** One link of the home's chain. Only ever inserted. */
@HomeTable('ledger_entry')
@References('PromiseEntity', 'promiseId')
@Index(['homeId', 'id'], { unique: true })
@Index(['homeId', 'promiseId'])
export class LedgerEntryEntity {
  @PrimaryColumn('uuid') homeId: string;
  /** 1, 2, 3… without gaps within a home. */
  @PrimaryColumn('int') seq: number;
  @Column('uuid') id: string;
  @Column('uuid') promiseId: string;
  @Column('text') kind: EntryKind;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('uuid', { nullable: true }) byAccountId: string | null;
  /** sha256 of salt and content: personal words can be erased and the chain still verified. */
  @Column('text') contentDigest: string;
  @Column('text') previousHash: string;
  @Column('text') hash: string;
}

/** The words of an entry, beside the chain. */
@HomeTable('ledger_content')
export class LedgerContentEntity extends InHome {
  @Column('text') salt: string;
  @Column('jsonb') content: EntryContent;
}
