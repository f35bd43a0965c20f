/** Handovers as they were read, the words that staff added, and who read them. All of it is added to. */
import type { HandoverLine } from '@promenade/domain/handover/lines';
import { Check, Column, Index } from 'typeorm';
import { HomeTable, InHome, References } from '../db/table.ts';

/** What stood on the handover when it was given, kept as it was. */
@HomeTable('handover')
@Check('ck_handover_order', `from_at < until_at`)
@Index(['homeId', 'fromAt'], { unique: true })
@Index(['homeId', 'untilAt'])
export class HandoverEntity extends InHome {
  @Column('timestamptz') fromAt: Date;
  @Column('timestamptz') untilAt: Date;
  @Column('jsonb') lines: HandoverLine[];
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** Words of somebody's own for whoever comes next. A correction is another note. */
@HomeTable('handover_note')
@References('ResidentEntity', 'residentId')
@References('HandoverNoteEntity', 'correctsId')
@Index(['homeId', 'recordedAt'])
@Index(['homeId', 'correctsId'])
export class HandoverNoteEntity extends InHome {
  @Column('uuid', { nullable: true }) residentId: string | null;
  @Column('text') words: string;
  /** Must not be missed: stands first. */
  @Column('boolean') urgent: boolean;
  /** Only for those who may read what is sensitive. */
  @Column('boolean') sensitive: boolean;
  @Column('uuid', { nullable: true }) correctsId: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** That somebody has read it. */
@HomeTable('handover_reading')
@References('HandoverEntity', 'handoverId')
@Index(['homeId', 'handoverId', 'recordedBy'], { unique: true })
export class HandoverReadingEntity extends InHome {
  @Column('uuid') handoverId: string;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}
