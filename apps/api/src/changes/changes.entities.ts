import type { ChangeKind } from '@promenade/domain/changes/changed-fact';
import { Column, Index } from 'typeorm';
import { HomeTable, InHome, References } from '../db/table.ts';

/** Something that is no longer as it was when people were told of a week: who said so, when, and for how long. Only ever inserted. */
@HomeTable('changed_fact')
@References('StaffEntity', 'staffId')
@References('ResidentEntity', 'residentId')
@References('VehicleEntity', 'vehicleId')
@References('ChangedFactEntity', 'undoesId')
@Index(['homeId', 'recordedAt'])
@Index(['homeId', 'undoesId'])
export class ChangedFactEntity extends InHome {
  @Column('text') kind: ChangeKind;
  @Column('uuid', { nullable: true }) staffId: string | null;
  @Column('uuid', { nullable: true }) residentId: string | null;
  @Column('uuid', { nullable: true }) vehicleId: string | null;
  /** From when it matters. */
  @Column('timestamptz') startsAt: Date;
  /** Until when; null is for good, or until somebody says otherwise. */
  @Column('timestamptz', { nullable: true }) endsAt: Date | null;
  /** As staff read it: 'Gwen Lloyd is off sick today.' */
  @Column('text') words: string;
  /** The earlier change that this one takes back. */
  @Column('uuid', { nullable: true }) undoesId: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}
