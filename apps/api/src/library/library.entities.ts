import { Check, Column, Index, PrimaryColumn } from 'typeorm';
import type { Reach, Season, SupportStyle } from '@promenade/domain/library/activity';
import type { WeeklyHours } from '@promenade/domain/shared/time';
import { HomeTable, InHome, References } from '../db/table.ts';

/** How to do an activity with people who need it done differently. */
export type Adaptations = {
  plansIt: string;
  stepByStep: string;
  joinsThroughSenses: string;
  respondsToTouchAndSound: string;
};

/** An activity that this home uses, or used: shipped entries come in when somebody starts using them. */
@HomeTable('activity')
@References('VenueEntity', 'venueId')
@Index(['homeId', 'shippedKey'], { unique: true })
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
  /** The least it asks of a body. */
  @Column('text', { default: 'sitting' }) reach?: Reach;
  /** Words of lives and searches that it is an answer to. */
  @Column('text', { array: true, default: '{}' }) speaksTo?: string[];
  /** Empty when any season will do. */
  @Column('text', { array: true, default: '{}' }) seasons?: Season[];
  @Column('text', { default: '' }) placeWords?: string;
  @Column('text', { default: '' }) staffWords?: string;
  @Column('text', { default: '' }) goodDay?: string;
  @Column('text', { default: '' }) badDay?: string;
  /** Where the person is, in bed or in their own chair. */
  @Column('boolean', { default: false }) atBedside?: boolean;
  /** The shipped entry it began as; null for one of the home's own. */
  @Column('text', { nullable: true }) shippedKey?: string | null;
  /** The version of the shipped entry whose words it holds. */
  @Column('int', { nullable: true }) shippedVersion?: number | null;
  /** The fields the home changed: a release leaves them alone. */
  @Column('text', { array: true, default: '{}' }) ownFields?: string[];
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

export type VersionKind = 'started' | 'written' | 'changed' | 'retired' | 'brought back' | 'improved';

/** Everything an entry said from a moment on. Added to, never rewritten. */
@HomeTable('activity_version')
@References('ActivityEntity', 'activityId')
@Index(['homeId', 'activityId', 'number'], { unique: true })
export class ActivityVersionEntity extends InHome {
  @Column('uuid') activityId: string;
  @Column('int') number: number;
  @Column('text') kind: VersionKind;
  @Column('jsonb') content: Record<string, unknown>;
  @Column('text', { nullable: true }) why: string | null;
  /** Null for an improvement that came with a release. */
  @Column('uuid', { nullable: true }) recordedBy: string | null;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** An entry, or a change of one, that somebody is still writing: paper on the desk, not yet a record. */
@HomeTable('activity_draft')
@References('ActivityEntity', 'activityId')
export class ActivityDraftEntity extends InHome {
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('jsonb') content: Record<string, unknown>;
  @Column('uuid') savedBy: string;
  @Column('text') savedByName: string;
  @Column('timestamptz') savedAt: Date;
}

/** What worked, or what to change next time, and for which style of support. Added to; a correction is another note. */
@HomeTable('activity_note')
@References('ActivityEntity', 'activityId')
@References('SessionEntity', 'sessionId')
@References('ActivityNoteEntity', 'correctsId')
@Index(['homeId', 'activityId'])
@Check('ck_activity_note_kind', `kind IN ('worked', 'change')`)
export class ActivityNoteEntity extends InHome {
  @Column('uuid') activityId: string;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @Column('text') kind: 'worked' | 'change';
  @Column('text', { nullable: true }) style: SupportStyle | null;
  @Column('text') words: string;
  @Column('uuid', { nullable: true }) correctsId: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** That a piece of kit is missing, or here again: the latest word on it counts. Added to. */
@HomeTable('kit_word')
@Index(['homeId', 'item', 'recordedAt'])
export class KitWordEntity extends InHome {
  /** The item in small letters, as kit lists name it. */
  @Column('text') item: string;
  @Column('boolean') missing: boolean;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}
