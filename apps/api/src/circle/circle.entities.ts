import { Column, Index } from 'typeorm';
import type { SharedKind } from '@promenade/domain/circle/sharing';
import { HomeTable, InHome, References } from '../db/table.ts';

@HomeTable('supporter')
export class SupporterEntity extends InHome {
  @Column('text') name: string;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
}

/** One supporter in one resident's circle. Being in it decides nothing and shows nothing: consent and authority do. */
@HomeTable('circle_member')
@References('ResidentEntity', 'residentId')
@References('SupporterEntity', 'supporterId')
@Index(['homeId', 'residentId', 'supporterId'], { unique: true })
export class CircleMemberEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid') supporterId: string;
  @Column('text') relation: string;
}

/** One supporter may see one kind of information about one resident, until it is withdrawn. */
@HomeTable('sharing_consent')
@References('ResidentEntity', 'residentId')
@References('SupporterEntity', 'supporterId')
@Index(['homeId', 'supporterId', 'residentId', 'kind'], { unique: true, where: '(withdrawn_at IS NULL)' })
export class SharingConsentEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid') supporterId: string;
  @Column('text') kind: SharedKind;
  @Column('timestamptz') givenAt: Date;
  /** Who gave it and by what right, in words. */
  @Column('text') givenBy: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('text', { nullable: true }) withdrawnBy: string | null;
}
