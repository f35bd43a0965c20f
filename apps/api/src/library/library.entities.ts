import { Column, PrimaryColumn } from 'typeorm';
import type { WeeklyHours } from '@promenade/domain/shared/time';
import { HomeTable, InHome, References } from '../db/table.ts';

/** How to do an activity with people who need it done differently. */
export type Adaptations = {
  plansIt: string;
  stepByStep: string;
  joinsThroughSenses: string;
  respondsToTouchAndSound: string;
};

@HomeTable('activity')
@References('VenueEntity', 'venueId')
export class ActivityEntity extends InHome {
  @Column('text') name: string;
  @Column('text') kind: string;
  /** Name of the picture on cards and posters. */
  @Column('text') picture: string;
  @Column('text') setting: 'home' | 'out';
  @Column('int') minutes: number;
  @Column('int') groupMin: number;
  @Column('int') groupMax: number;
  @Column('int') baseStaff: number;
  /** How many of the session's staff must hold each skill. */
  @Column('jsonb') skills: Record<string, number>;
  @Column('boolean') driverSupports: boolean;
  @Column('text', { nullable: true }) transport: 'vehicle' | 'walk' | null;
  @Column('uuid', { nullable: true }) venueId: string | null;
  @Column('int') costPence: number;
  @Column('int') maxPerWeek: number;
  @Column('jsonb') hours: WeeklyHours;
  @Column('text', { array: true }) steps: string[];
  @Column('jsonb') adapt: Adaptations;
  @Column('text') why: string;
  @Column('text', { array: true }) watchFor: string[];
  @Column('text', { array: true }) equipment: string[];
  @Column('text') respect: string;
  @Column('date', { nullable: true }) retiredOn: string | null;
}

/** The rooms in which an activity can be held. */
@HomeTable('activity_room')
@References('ActivityEntity', 'activityId')
@References('RoomEntity', 'roomId')
export class ActivityRoomEntity {
  @PrimaryColumn('uuid') homeId: string;
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') roomId: string;
}
