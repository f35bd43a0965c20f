import { Check, Column, Index } from 'typeorm';
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
}

/** Help given once with a task: one tap. The id is made where it is recorded. */
@HomeTable('assistance')
@References('ResidentEntity', 'residentId')
@References('LadderTaskEntity', 'taskId')
@Check('ck_assistance_rung', `rung BETWEEN 0 AND 6`)
@Index(['homeId', 'taskId', 'at'])
export class AssistanceEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid') taskId: string;
  @Column('int') rung: number;
  @Column('timestamptz') at: Date;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}
