import { Check, Column, Index } from 'typeorm';
import type { MoreHelpReason } from '@promenade/domain/reablement/ladder-guide';
import { HomeTable, InHome, References } from '../db/table.ts';

/** One daily task on the seven-rung independence ladder, with what is hoped for. */
@HomeTable('ladder_task')
@References('ResidentEntity', 'residentId')
@References('OutcomeEntity', 'outcomeId')
@Check('ck_ladder_task_rungs', `start_rung BETWEEN 0 AND 6 AND hoped_rung BETWEEN 0 AND 6`)
@Index(['homeId', 'residentId'])
export class LadderTaskEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid', { nullable: true }) outcomeId: string | null;
  @Column('text') name: string;
  @Column('date') startedOn: string;
  @Column('int') startRung: number;
  @Column('date') hopedOn: string;
  @Column('int') hopedRung: number;
  @Column('date', { nullable: true }) endedOn: string | null;
  /** Which task of the library it is; none for one of their own. */
  @Column('text', { nullable: true }) libraryKey?: string | null;
  /** The aid to have ready when it begins. */
  @Column('text', { nullable: true }) aid?: string | null;
  /** What to leave to them first, in words of the home's own. */
  @Column('text', { nullable: true }) guide?: string | null;
}

/** Help given once with a task: one tap. The id is made where it is recorded. */
@HomeTable('assistance')
@References('ResidentEntity', 'residentId')
@References('LadderTaskEntity', 'taskId')
@References('SessionEntity', 'sessionId')
@References('RoutineEntity', 'routineId')
@Check('ck_assistance_rung', `rung BETWEEN 0 AND 6`)
@Index(['homeId', 'taskId', 'at'])
@Index(['homeId', 'sessionId'])
@Index(['homeId', 'routineId'])
export class AssistanceEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid') taskId: string;
  @Column('int') rung: number;
  @Column('timestamptz') at: Date;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) aid?: string | null;
  @Column('uuid', { nullable: true }) sessionId?: string | null;
  @Column('uuid', { nullable: true }) routineId?: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** Where a task comes up by itself: with an activity, or with a routine. An entry that undoes another takes the task away from there. */
@HomeTable('task_place')
@References('ResidentEntity', 'residentId')
@References('LadderTaskEntity', 'taskId')
@References('ActivityEntity', 'activityId')
@References('RoutineEntity', 'routineId')
@References('TaskPlaceEntity', 'undoesId')
@Check('ck_task_place_one_place', `num_nonnulls(activity_id, routine_id) = 1`)
@Index(['homeId', 'taskId'])
@Index(['homeId', 'residentId'])
@Index(['homeId', 'activityId'])
@Index(['homeId', 'routineId'])
@Index(['homeId', 'undoesId'], { unique: true })
export class TaskPlaceEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid') taskId: string;
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('uuid', { nullable: true }) routineId: string | null;
  @Column('uuid', { nullable: true }) undoesId: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** What was different when somebody had more help than lately, from the short list. The last one said counts. */
@HomeTable('assistance_reason')
@References('ResidentEntity', 'residentId')
@References('AssistanceEntity', 'assistanceId')
@Check('ck_assistance_reason_reason', `reason IN ('tired', 'in pain', 'unwell', 'our hurry', 'asked me to', 'other')`)
@Index(['homeId', 'assistanceId'])
@Index(['homeId', 'residentId'])
export class AssistanceReasonEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid') assistanceId: string;
  @Column('text') reason: MoreHelpReason;
  @Column('text', { nullable: true }) words: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}
