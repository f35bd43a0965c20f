import { Column, Index } from 'typeorm';
import type { WeeklyHours } from '@promenade/domain/shared/time';
import type { AccessBefore, Answer, Fact, Known } from '@promenade/domain/venues/facts';
import type { Nation, Opening } from '@promenade/domain/venues/opening';
import type { Treated } from '@promenade/domain/venues/visits';
import { HomeTable, InHome, References } from '../db/table.ts';

@HomeTable('venue')
export class VenueEntity extends InHome {
  @Column('text') name: string;
  @Column('text') address: string;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) website?: string | null;
  /** What sort of place: 'library', 'café'; null is not said. */
  @Column('text', { nullable: true }) category?: string | null;
  @Column('double precision') lat: number;
  @Column('double precision') lon: number;
  @Column('int') driveMinutes: number;
  @Column('int', { nullable: true }) walkMinutes: number | null;
  /** 'estimate' until a person says how long the way takes. */
  @Column('text', { nullable: true }) travelKnown?: 'estimate' | null;
  @Column('jsonb') hours: WeeklyHours;
  /** Null: the weekly hours, and nobody has said what holds on bank holidays. */
  @Column('jsonb', { nullable: true }) opening?: Opening | null;
  @Column('text') price: string;
  /** What stands of access, for prints and lists; the checks it follows from are rows of their own. */
  @Column('jsonb') access: AccessBefore;
  @Column('text') lastVisited: string;
}

/** A claim about a place somebody checked; the newest of a fact stands, the others stay readable. */
@HomeTable('venue_check')
@References('VenueEntity', 'venueId')
@Index(['homeId', 'venueId'])
export class VenueCheckEntity extends InHome {
  @Column('uuid') venueId: string;
  /** A fact, or 'hours', 'travel' or 'details', whose `detail` says what was put down. */
  @Column('text') fact: Fact | 'hours' | 'travel' | 'details';
  @Column('text') answer: Answer;
  @Column('text') words: string;
  @Column('int', { nullable: true }) metres: number | null;
  @Column('jsonb', { nullable: true }) detail: Record<string, unknown> | null;
  @Column('text') known: Known;
  @Column('uuid', { nullable: true }) checkedBy: string | null;
  @Column('text') checkedByName: string;
  @Column('timestamptz') checkedAt: Date;
}

/** How we were treated. */
@HomeTable('venue_visit')
@References('VenueEntity', 'venueId')
@References('SessionEntity', 'sessionId')
@Index(['homeId', 'venueId'])
export class VenueVisitEntity extends InHome {
  @Column('uuid') venueId: string;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @Column('date') visitedOn: string;
  @Column('text') how: Treated;
  @Column('text') words: string;
  @Column('uuid', { nullable: true }) recordedBy: string | null;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** What somebody did about a bad visit. */
@HomeTable('venue_follow_up')
@References('VenueVisitEntity', 'visitId')
@Index(['homeId', 'visitId'], { unique: true })
export class VenueFollowUpEntity extends InHome {
  @Column('uuid') visitId: string;
  @Column('text') words: string;
  @Column('uuid', { nullable: true }) recordedBy: string | null;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** What an import says of a place, kept beside what people checked; a later import adds a row. */
@HomeTable('venue_source')
@References('VenueEntity', 'venueId')
@Index(['homeId', 'venueId'])
export class VenueSourceEntity extends InHome {
  @Column('uuid') venueId: string;
  @Column('text') kind: 'OpenStreetMap' | 'file';
  /** 'node/123' of OpenStreetMap; null for a line of a list. */
  @Column('text', { nullable: true }) ref: string | null;
  @Column('jsonb') tags: Record<string, string>;
  @Column('text') fileName: string;
  @Column('uuid', { nullable: true }) importedBy: string | null;
  @Column('text') importedByName: string;
  @Column('timestamptz') importedAt: Date;
}

/** Where the home is and whose bank holidays it keeps; the newest row stands. */
@HomeTable('home_place')
@Index(['homeId', 'saidAt'])
export class HomePlaceEntity extends InHome {
  @Column('double precision') lat: number;
  @Column('double precision') lon: number;
  @Column('text') nation: Nation;
  @Column('uuid', { nullable: true }) saidBy: string | null;
  @Column('text') saidByName: string;
  @Column('timestamptz') saidAt: Date;
}

@HomeTable('room')
export class RoomEntity extends InHome {
  @Column('text') name: string;
  /** Everyone in the session counts: residents, staff and drivers. */
  @Column('int') capacity: number;
  @Column('text') fromTime: string;
  @Column('text') toTime: string;
}
