import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '@promenade/domain/access/roles';
import { HomeTable, InHome, References } from '../db/table.ts';

@Entity('home')
export class HomeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') zone: string;
  /** A demo home says so: its people and their password are shown on the sign-in page. */
  @Column('boolean') demo: boolean;
  @Column('timestamptz') createdAt: Date;
}

/** A person who can sign in, in whatever homes they belong to. */
@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid') id: string;
  @Index({ unique: true }) @Column('text') email: string;
  @Column('text') name: string;
  @Column('text') passwordHash: string;
  @Column('timestamptz') createdAt: Date;
}

/** What an account is in one home: a member of staff, or a supporter. */
@HomeTable('membership')
@ForeignKey('AccountEntity', ['accountId'], ['id'])
@References('StaffEntity', 'staffId')
@References('SupporterEntity', 'supporterId')
@Index(['accountId'])
export class MembershipEntity extends InHome {
  @Column('uuid') accountId: string;
  @Column('text') role: Role;
  @Column('uuid', { nullable: true }) staffId: string | null;
  @Column('uuid', { nullable: true }) supporterId: string | null;
  /** One line on the sign-in page of a demo home; empty elsewhere. */
  @Column('text') about: string;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

/** A link that lets one person in once. Only the digest of its code is kept. */
@HomeTable('invitation')
@References('StaffEntity', 'staffId')
@References('SupporterEntity', 'supporterId')
@Index(['codeDigest'], { unique: true })
export class InvitationEntity extends InHome {
  @Column('text') codeDigest: string;
  @Column('uuid', { nullable: true }) staffId: string | null;
  @Column('uuid', { nullable: true }) supporterId: string | null;
  @Column('text') role: Role;
  @Column('text') email: string;
  @Column('timestamptz') madeAt: Date;
  /** The account that invited; null for a home's first manager, whom nobody in it can invite. */
  @Column('uuid', { nullable: true }) madeBy: string | null;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
  /** A newer invitation for the same person took its place. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

/** A session of somebody signed in. Only the digest of the cookie's secret is kept. */
@Entity('sign_in')
@ForeignKey('AccountEntity', ['accountId'], ['id'])
@ForeignKey('MembershipEntity', ['homeId', 'membershipId'], ['homeId', 'id'])
export class SignInEntity {
  @PrimaryColumn('text') tokenDigest: string;
  @Column('uuid') accountId: string;
  @Column('uuid') homeId: string;
  @Column('uuid') membershipId: string;
  @Column('timestamptz') at: Date;
  @Column('timestamptz') expiresAt: Date;
}
