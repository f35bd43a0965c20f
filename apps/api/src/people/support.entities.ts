/** Versions of somebody's support, steps and reviews of outcomes, and where they live now. */
import { Check, Column, Index } from 'typeorm';
import type { Phase } from '@promenade/domain/people/phase';
import { HomeTable, InHome, References } from '../db/table.ts';
import type { ResidentStatus, Wheelchair } from './people.entities.ts';
import { OfResident } from './record.table.ts';

/** Support as it was from a moment on. What a plan turns on stands on the resident's row as well, in step with the latest. */
@HomeTable('support_version')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId', 'recordedAt'])
export class SupportVersionEntity extends OfResident {
  @Column('int') inStaff: number;
  @Column('int') inResidents: number;
  @Column('int') outStaff: number;
  @Column('int') outResidents: number;
  @Column('text') wheelchair: Wheelchair;
  @Column('text', { nullable: true }) transfers: string | null;
  @Column('text', { nullable: true }) hoist: string | null;
  /** What goes along whenever they go out. */
  @Column('text', { nullable: true }) bring: string | null;
  @Column('text', { nullable: true }) communication: string | null;
  @Column('text', { nullable: true }) riskOut: string | null;
  @Column('text', { nullable: true }) riskDo: string | null;
  @Column('text', { nullable: true }) style: string | null;
  /** Why it was changed. */
  @Column('text', { nullable: true }) why: string | null;
}

/** A step towards an outcome, or a goal for a stage of the way. */
@HomeTable('outcome_step')
@References('ResidentEntity', 'residentId')
@References('OutcomeEntity', 'outcomeId')
@Index(['homeId', 'residentId'])
export class OutcomeStepEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid') outcomeId: string;
  @Column('text') kind: 'step' | 'stage goal';
  @Column('text') words: string;
  @Column('text', { nullable: true }) who: string | null;
  @Column('date', { nullable: true }) byDate: string | null;
  @Column('date', { nullable: true }) doneOn: string | null;
  @Column('text', { nullable: true }) doneByName: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

/** An activity that serves an outcome, and why. */
@HomeTable('outcome_activity')
@References('OutcomeEntity', 'outcomeId')
@References('ActivityEntity', 'activityId')
@Index(['homeId', 'outcomeId', 'activityId'], { unique: true })
export class OutcomeActivityEntity extends InHome {
  @Column('uuid') outcomeId: string;
  @Column('uuid') activityId: string;
  @Column('text') because: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

@HomeTable('outcome_review')
@References('ResidentEntity', 'residentId')
@References('OutcomeEntity', 'outcomeId')
@Index(['homeId', 'outcomeId'])
export class OutcomeReviewEntity extends OfResident {
  @Column('uuid') outcomeId: string;
  @Column('text') result: string;
  /** What the person says of it. */
  @Column('text') say: string;
  @Column('text', { nullable: true }) words: string | null;
  @Column('date', { nullable: true }) nextOn: string | null;
}

/** From one status to another: what it meant, as it was shown before it was confirmed, and what the family is told. */
@HomeTable('resident_status_change')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId'])
export class ResidentStatusChangeEntity extends OfResident {
  @Column('text') fromStatus: ResidentStatus;
  @Column('text') toStatus: ResidentStatus;
  @Column('date') onDate: string;
  @Column('text', { nullable: true }) words: string | null;
  @Column('text') familyWords: string;
  @Column('text', { array: true }) consequences: string[];
}

/** The phase of life somebody said they are in, or who decides for them; the latest counts. */
@HomeTable('life_phase')
@References('ResidentEntity', 'residentId')
@Check('ck_life_phase_phase', `phase IN ('getting stronger', 'keeping well', 'comfort and connection')`)
@Index(['homeId', 'residentId', 'recordedAt'])
export class LifePhaseEntity extends OfResident {
  @Column('text') phase: Phase;
  /** What the person said of it, or who decided for them and why. */
  @Column('text') words: string;
}
