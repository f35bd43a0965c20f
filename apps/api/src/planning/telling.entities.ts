import { Check, Column, Index } from 'typeorm';
import type { TellingKind } from '@promenade/domain/planning/tellings';
import { HomeTable, InHome, References } from '../db/table.ts';

/** What somebody was told when a week that people knew was changed: a resident and those who may see their plan, or a member of staff. */
@HomeTable('telling')
@References('PlanEntity', 'planId')
@References('ResidentEntity', 'residentId')
@References('StaffEntity', 'staffId')
@References('ActivityEntity', 'activityId')
@Check('ck_telling_one_subject', `num_nonnulls(resident_id, staff_id) = 1`)
@Index(['homeId', 'startsAt'])
@Index(['homeId', 'residentId'])
export class TellingEntity extends InHome {
  @Column('uuid') planId: string;
  @Column('uuid', { nullable: true }) residentId: string | null;
  @Column('uuid', { nullable: true }) staffId: string | null;
  @Column('uuid') activityId: string;
  @Column('text') kind: TellingKind;
  /** When it was to begin before; null for what is new. */
  @Column('timestamptz', { nullable: true }) wasAt: Date | null;
  /** When it begins now; for what will not happen, when it was to. */
  @Column('timestamptz') startsAt: Date;
  /** As it was told: a resident's row is fit for their family. */
  @Column('text') words: string;
  @Column('timestamptz') toldAt: Date;
  @Column('text') toldByName: string;
}
