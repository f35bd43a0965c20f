import { Column } from 'typeorm';
import type { WeeklyHours } from '@promenade/domain/shared/time';
import { HomeTable, InHome } from '../db/table.ts';

/** What a place is really like to use. */
export type VenueAccess = {
  stepFree: boolean;
  hoist: boolean;
  changingPlace: boolean;
  quietHours: string | null;
  parking: string;
  welcome: string;
};

@HomeTable('venue')
export class VenueEntity extends InHome {
  @Column('text') name: string;
  @Column('text') address: string;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('double precision') lat: number;
  @Column('double precision') lon: number;
  @Column('int') driveMinutes: number;
  @Column('int', { nullable: true }) walkMinutes: number | null;
  @Column('jsonb') hours: WeeklyHours;
  @Column('text') price: string;
  @Column('jsonb') access: VenueAccess;
  @Column('text') lastVisited: string;
}

@HomeTable('room')
export class RoomEntity extends InHome {
  @Column('text') name: string;
  /** Everyone in the session counts: residents, staff and drivers. */
  @Column('int') capacity: number;
  @Column('text') fromTime: string;
  @Column('text') toTime: string;
}
