import { Check, Column, Exclusion, Index } from 'typeorm';
import type { Search } from '@promenade/domain/planning/search';
import type { Session as PlannedSession } from '@promenade/planner/problem';
import { HomeTable, InHome, References } from '../db/table.ts';

/** The sessions of a week: a draft, then published. While a draft, its sessions are the planner's own document. */
@HomeTable('plan')
@Index(['homeId', 'weekStarts'], { unique: true, where: `(status = 'published'::text)` })
export class PlanEntity extends InHome {
  /** A Monday. */
  @Column('date') weekStarts: string;
  @Column('text') name: string;
  @Column('text') status: 'draft' | 'published' | 'superseded';
  /** Goes up with every change; a change made to an older version is refused. */
  @Column('int') version: number;
  /** Ids of records, minutes from the Monday. */
  @Column('jsonb') sessions: PlannedSession[];
  /** Indices into `sessions` that a person put there: the planner leaves them alone. */
  @Column('int', { array: true }) pinned: number[];
  @Column('int', { nullable: true }) score: number | null;
  @Column('jsonb', { nullable: true }) parts: Record<string, number> | null;
  /** The plan of this week that was published when this draft was begun. */
  @Column('uuid', { nullable: true }) basedOn: string | null;
  /** The planner's search for a better week, running or the last there was. */
  @Column('jsonb', { nullable: true }) search: Search | null;
  @Column('uuid') createdBy: string;
  @Column('text', { nullable: true }) createdByName: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('uuid', { nullable: true }) publishedBy: string | null;
  @Column('text', { nullable: true }) publishedByName: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
}

/** What people were told of a week, each time they were told: added to, never rewritten. */
@HomeTable('plan_version')
@References('PlanEntity', 'planId')
@Index(['homeId', 'weekStarts', 'number'], { unique: true })
export class PlanVersionEntity extends InHome {
  /** A Monday. */
  @Column('date') weekStarts: string;
  /** 1 is what was published first. */
  @Column('int') number: number;
  @Column('uuid') planId: string;
  /** The whole week, what had begun by then too. */
  @Column('jsonb') sessions: PlannedSession[];
  @Column('timestamptz') at: Date;
  @Column('text', { nullable: true }) byName: string | null;
}

/** One activity at one time with named people, of which people have been told. */
@HomeTable('session')
@References('PlanEntity', 'planId')
@References('ActivityEntity', 'activityId')
@References('SessionEntity', 'firstId')
@Check('ck_session_order', `starts_at < ends_at`)
@Index(['homeId', 'startsAt'])
export class SessionEntity extends InHome {
  @Column('uuid', { nullable: true }) planId: string | null;
  @Column('uuid') activityId: string;
  /** From leaving the home until being back. */
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  /** 'unplanned': it was not planned by anybody, and was written down once it had happened. */
  @Column('text') status: 'planned' | 'cancelled' | 'unplanned';
  @Column('text', { nullable: true }) cancelledWhy: string | null;
  /** Arranged by itself, outside any plan of a week, as a review is: planning goes round it. */
  @Column('boolean', { default: false }) apart?: boolean;
  /** For one that was moved: the session as people were first told of it, the same through every move. */
  @Column('uuid', { nullable: true }) firstId?: string | null;
}

/** Who and what a published session takes. The database itself refuses to take anyone or anything twice. */
@HomeTable('booking')
@References('SessionEntity', 'sessionId')
@References('ResidentEntity', 'residentId')
@References('StaffEntity', 'staffId')
@References('VehicleEntity', 'vehicleId')
@References('RoomEntity', 'roomId')
@References('StaffEntity', 'driverId')
@Check('ck_booking_one_subject', `num_nonnulls(resident_id, staff_id, vehicle_id, room_id) = 1`)
@Check('ck_booking_order', `starts_at < ends_at`)
@Exclusion('ex_booking_resident', `USING gist (home_id WITH =, resident_id WITH =, tstzrange(starts_at, ends_at) WITH &&)`)
@Exclusion('ex_booking_staff', `USING gist (home_id WITH =, staff_id WITH =, tstzrange(starts_at, ends_at) WITH &&)`)
@Exclusion('ex_booking_vehicle', `USING gist (home_id WITH =, vehicle_id WITH =, tstzrange(starts_at, ends_at) WITH &&)`)
@Exclusion('ex_booking_room', `USING gist (home_id WITH =, room_id WITH =, tstzrange(starts_at, ends_at) WITH &&)`)
@Index(['homeId', 'sessionId'])
export class BookingEntity extends InHome {
  @Column('uuid') sessionId: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('text') role: 'resident' | 'staff' | 'driver' | 'vehicle' | 'room';
  @Column('uuid', { nullable: true }) residentId: string | null;
  @Column('uuid', { nullable: true }) staffId: string | null;
  @Column('uuid', { nullable: true }) vehicleId: string | null;
  @Column('uuid', { nullable: true }) roomId: string | null;
  /** On a vehicle's booking: who drives it. The driver is also booked as a person. */
  @Column('uuid', { nullable: true }) driverId: string | null;
}
