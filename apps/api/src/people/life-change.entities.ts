/** Turns in somebody’s life after which everything is looked at again with them. */
import type { LifeChangeKind } from '@promenade/domain/people/life-change';
import { Check, Column, Index } from 'typeorm';
import { HomeTable, References } from '../db/table.ts';
import { OfResident } from './record.table.ts';

/** One of them: added to, never rewritten; 'not meant' takes an earlier one back. */
@HomeTable('life_change')
@References('ResidentEntity', 'residentId')
@References('LifeChangeEntity', 'undoesId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'undoesId'], { unique: true })
@Check('ck_life_change_kind', `kind IN ('bereavement', 'room move', 'fall', 'hospital', 'other', 'not meant')`)
export class LifeChangeEntity extends OfResident {
  @Column('text') kind: LifeChangeKind;
  @Column('text', { nullable: true }) words: string | null;
  @Column('date') onDay: string;
  @Column('uuid', { nullable: true }) undoesId: string | null;
}
