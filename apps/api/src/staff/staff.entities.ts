import { Check, Column, Exclusion, Index } from 'typeorm';
import { HomeTable, InHome, References } from '../db/table.ts';

@HomeTable('staff')
export class StaffEntity extends InHome {
  @Column('text') givenName: string;
  @Column('text') familyName: string;
  @Column('text') jobTitle: string;
  @Column('text', { nullable: true }) employeeNo: string | null;
  @Column('text', { array: true }) skills: string[];
  /** Vehicles they may drive: 'B' and 'D1', neither standing for the other. */
  @Column('text', { array: true }) licences: string[];
  @Column('boolean') agency: boolean;
  /** Supports residents and counts towards floor cover; false for the office, the kitchen and the laundry. */
  @Column('boolean', { default: true }) care: boolean;
  @Column('text', { array: true }) interests: string[];
  @Column('date', { nullable: true }) leftOn: string | null;
}

@HomeTable('shift')
@References('StaffEntity', 'staffId')
@Check('ck_shift_order', `starts_at < ends_at`)
@Exclusion('ex_shift_one_at_a_time', `USING gist (home_id WITH =, staff_id WITH =, tstzrange(starts_at, ends_at) WITH &&)`)
@Index(['homeId', 'startsAt'])
export class ShiftEntity extends InHome {
  @Column('uuid') staffId: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('int') breakMinutes: number;
  /** 'typed', or the import it came with. */
  @Column('text') source: string;
}

@HomeTable('absence')
@References('StaffEntity', 'staffId')
@References('ChangedFactEntity', 'changeId')
@Check('ck_absence_order', `starts_at < ends_at`)
@Index(['homeId', 'staffId'])
export class AbsenceEntity extends InHome {
  @Column('uuid') staffId: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('text') kind: 'sick' | 'leave' | 'training';
  @Column('text') note: string;
  /** The change that says so, when somebody did; an imported one has none. */
  @Column('uuid', { nullable: true }) changeId: string | null;
  /** From this moment on it no longer holds. The row stays: history is added to. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

/** The least number of staff who must stay with everybody else, by time of day and day of week. */
@HomeTable('floor_cover')
export class FloorCoverEntity extends InHome {
  @Column('int', { array: true }) days: number[];
  @Column('text') fromTime: string;
  @Column('text') toTime: string;
  @Column('int') least: number;
}

/** Staff a person knows and likes, and staff who must not support them. */
@HomeTable('staff_preference')
@References('ResidentEntity', 'residentId')
@References('StaffEntity', 'staffId')
@Index(['homeId', 'residentId', 'staffId'], { unique: true })
export class StaffPreferenceEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid') staffId: string;
  @Column('text') kind: 'prefers' | 'declines';
}
