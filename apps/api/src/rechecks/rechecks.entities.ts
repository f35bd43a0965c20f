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
