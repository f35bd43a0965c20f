import { Check, Column, Index } from 'typeorm';
import type { ToldHow } from '@promenade/domain/people/life-story';
import type { Repeats } from '@promenade/domain/people/routine-repeats';
import { HomeTable, InHome, References } from '../db/table.ts';

export type ResidentStatus = 'living here' | 'in hospital' | 'away' | 'moved out' | 'died';
export type Wheelchair = 'never' | 'out' | 'always';

@HomeTable('resident')
@References('StaffEntity', 'namedWorkerId')
export class ResidentEntity extends InHome {
  @Column('text') title: string;
  @Column('text') givenName: string;
  @Column('text') familyName: string;
  @Column('text') preferredName: string;
  @Column('date', { nullable: true }) born: string | null;
  @Column('text', { nullable: true }) room: string | null;
  @Column('date', { nullable: true }) movedIn: string | null;
  @Column('text') status: ResidentStatus;
  @Column('boolean') shortStay: boolean;
  @Column('text', { nullable: true }) funding: string | null;
  @Column('text') wheelchair: Wheelchair;
  @Column('text', { nullable: true }) mobility: string | null;
  @Column('text', { nullable: true }) transfers: string | null;
  /** Support as two whole numbers: so many staff to so many residents, at home and out. */
  @Column('int') supportInStaff: number;
  @Column('int') supportInResidents: number;
  @Column('int') supportOutStaff: number;
  @Column('int') supportOutResidents: number;
  @Column('text', { nullable: true }) communication: string | null;
  @Column('uuid', { nullable: true }) namedWorkerId: string | null;
  @Column('int') targetPerWeek: number;
  @Column('int') maxPerDay: number;
  @Column('int', { nullable: true }) weeklyBudgetPence: number | null;
  /** What can go wrong out, and what to do: two lines, not a form. */
  @Column('text', { nullable: true }) riskOut: string | null;
  @Column('text', { nullable: true }) riskDo: string | null;
  @Column('text') photoConsent: 'yes' | 'no' | 'conditional' | 'not asked';
  @Column('text', { nullable: true }) photoConsentWords: string | null;
  @Column('text', { nullable: true }) pronouns?: string | null;
  /** Null: nobody has asked. */
  @Column('text', { array: true, nullable: true }) languages?: string[] | null;
  @Column('timestamptz') recordedAt: Date;
}

@HomeTable('life_fact')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId'])
export class LifeFactEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('text') words: string;
  @Column('text', { nullable: true }) whenWords: string | null;
  @Column('text') theme: string;
  @Column('text') toldBy: string;
  @Column('text') toldHow: ToldHow;
  @Column('boolean') sensitive: boolean;
  @Column('uuid') recordedBy: string;
  @Column('text', { nullable: true }) recordedByName?: string | null;
  @Column('timestamptz') recordedAt: Date;
}

@HomeTable('routine')
@References('ResidentEntity', 'residentId')
@References('ActivityEntity', 'activityId')
@References('LifeFactEntity', 'lifeFactId')
@Index(['homeId', 'residentId'])
@Check('ck_routine_times', `from_time < to_time`)
export class RoutineEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('text') what: string;
  @Column('uuid', { nullable: true }) activityId: string | null;
  /** The life fact it comes from: shown as the reason wherever the routine is. */
  @Column('uuid', { nullable: true }) lifeFactId: string | null;
  @Column('int', { array: true }) days: number[];
  @Column('text', { default: 'every week' }) repeats?: Repeats;
  @Column('text') fromTime: string;
  @Column('text') toTime: string;
  @Column('text') why: string;
  @Column('text') whenMissed: string;
  @Column('text') help: string;
  @Column('text') needs: 'session' | 'respect';
  @Column('boolean') protected: boolean;
  @Column('int') weight: number;
  @Column('date') since: string;
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

/** What an activity is worth to a person (0 to 100), and why. */
@HomeTable('interest')
@References('ResidentEntity', 'residentId')
@References('ActivityEntity', 'activityId')
@References('LifeFactEntity', 'lifeFactId')
@Index(['homeId', 'residentId', 'activityId'], { unique: true })
export class InterestEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid') activityId: string;
  @Column('int') value: number;
  @Column('text') because: string;
  @Column('uuid', { nullable: true }) lifeFactId: string | null;
}

@HomeTable('outcome')
@References('ResidentEntity', 'residentId')
@References('OutcomeEntity', 'followsId')
@Index(['homeId', 'residentId'])
export class OutcomeEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('text') words: string;
  @Column('text') why: string;
  @Column('text', { nullable: true }) measure: string | null;
  @Column('date', { nullable: true }) byDate: string | null;
  @Column('date', { nullable: true }) endedOn: string | null;
  /** From 1 to 10, as the person says. */
  @Column('int', { nullable: true }) importance?: number | null;
  @Column('date', { nullable: true }) reviewOn?: string | null;
  @Column('text', { nullable: true }) whoHelps?: string | null;
  /** Of comfort and connection: support for it is never to become less. */
  @Column('boolean', { default: false }) comfort?: boolean;
  /** The outcome that it took the place of. */
  @Column('uuid', { nullable: true }) followsId?: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

/** Who may lawfully decide for the person in one area of life, on what evidence, until when. Another version follows it; it stays readable. */
@HomeTable('authority')
@References('ResidentEntity', 'residentId')
@References('SupporterEntity', 'supporterId')
@Index(['homeId', 'residentId'])
export class AuthorityEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('text') area: string;
  @Column('text') kind: string;
  @Column('uuid', { nullable: true }) supporterId: string | null;
  @Column('text') words: string;
  @Column('text', { nullable: true }) documentSeen: string | null;
  @Column('uuid', { nullable: true }) seenBy: string | null;
  @Column('date', { nullable: true }) seenOn: string | null;
  @Column('date', { nullable: true }) untilDate: string | null;
  /** 'health and welfare' or 'property and affairs'; null where nobody wrote it down. */
  @Column('text', { nullable: true }) power?: string | null;
  /** A property and affairs attorney whom the person lets act already. */
  @Column('boolean', { nullable: true }) actsEarly?: boolean | null;
  /** What a deputy's order allows. */
  @Column('text', { nullable: true }) scope?: string | null;
  /** The one decision it is about; null is the whole area. */
  @Column('text', { nullable: true }) matter?: string | null;
  @Column('text', { nullable: true }) seenByName?: string | null;
  @Column('text', { nullable: true }) recordedByName?: string | null;
  @Column('timestamptz', { nullable: true }) recordedAt?: Date | null;
  /** From this moment on another version, or nothing, stands in its place. */
  @Column('timestamptz', { nullable: true }) supersededAt?: Date | null;
}

/** Two residents who must not be put together; either side naming the other is enough. */
@HomeTable('avoidance')
@References('ResidentEntity', 'residentId')
@References('ResidentEntity', 'otherId')
export class AvoidanceEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid') otherId: string;
}

/** A visit, an appointment or a rest: the person is not free then. */
@HomeTable('away_time')
@References('ResidentEntity', 'residentId')
@References('ChangedFactEntity', 'changeId')
@Index(['homeId', 'residentId'])
@Check('ck_away_time_order', `starts_at < ends_at`)
export class AwayTimeEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('text') why: string;
  /** The change that says so, when somebody did; an imported one has none. */
  @Column('uuid', { nullable: true }) changeId: string | null;
  /** From this moment on it no longer holds. The row stays: history is added to. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
