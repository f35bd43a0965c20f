import { Column, Index } from 'typeorm';
import { HomeTable, InHome, References } from '../db/table.ts';

/** Why somebody went, or waits, where places were short: kept as it was said, for anyone of the staff to read. Only ever inserted. */
@HomeTable('turn')
@References('SessionEntity', 'sessionId')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'sessionId'])
@Index(['homeId', 'residentId', 'decidedAt'])
export class TurnEntity extends InHome {
  @Column('uuid') sessionId: string;
  @Column('uuid') residentId: string;
  /** From 1. */
  @Column('int') place: number;
  @Column('boolean') goes: boolean;
  @Column('text') words: string;
  /** Why the order was not kept, where it was not. */
  @Column('text', { nullable: true }) overrideReason: string | null;
  @Column('uuid') decidedBy: string;
  @Column('text') decidedByName: string;
  @Column('timestamptz') decidedAt: Date;
}

/** What would help most, looked for over several weeks: what is known so far, and the answer. */
@HomeTable('help_search')
@Index(['homeId', 'askedAt'])
export class HelpSearchEntity extends InHome {
  @Column('text') state: 'waiting' | 'running' | 'done' | 'failed';
  /** Mondays, as 'YYYY-MM-DD': a driver would make an array of days into instants. */
  @Column('text', { array: true }) weeks: string[];
  /** How many additions have been tried, of how many. */
  @Column('int') tried: number;
  @Column('int') additions: number;
  /** What helps, most first, in sentences. */
  @Column('text', { array: true }) lines: string[];
  /** What could be kept with what there is. */
  @Column('text', { array: true }) already: string[];
  @Column('uuid') askedBy: string;
  @Column('text') askedByName: string;
  @Column('timestamptz') askedAt: Date;
  /** When it last gave a sign of life. */
  @Column('timestamptz') seenAt: Date;
}
