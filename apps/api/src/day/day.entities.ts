import { Column, Index } from 'typeorm';
import type { AttendanceLevel, NotRunReason } from '@promenade/domain/day/attendance';
import { HomeTable, InHome, References } from '../db/table.ts';

/** What happened for one resident in one session. Ids are made where it is recorded; a correction is another entry. */
@HomeTable('attendance')
@References('SessionEntity', 'sessionId')
@References('ResidentEntity', 'residentId')
@References('AttendanceEntity', 'correctsId')
@Index(['homeId', 'sessionId'])
@Index(['homeId', 'residentId', 'recordedAt'])
@Index(['homeId', 'correctsId'])
export class AttendanceEntity extends InHome {
  @Column('uuid') sessionId: string;
  @Column('uuid') residentId: string;
  @Column('text') level: AttendanceLevel;
  @Column('text', { nullable: true }) mood: 'happy' | 'content' | 'flat' | 'upset' | null;
  @Column('text', { nullable: true }) engagement: 'fully' | 'partly' | 'hardly' | null;
  @Column('boolean') leftEarly: boolean;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) correctsId: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** That a session ran, or why not and who answers for it. */
@HomeTable('session_report')
@References('SessionEntity', 'sessionId')
@Index(['homeId', 'sessionId'])
export class SessionReportEntity extends InHome {
  @Column('uuid') sessionId: string;
  @Column('boolean') ran: boolean;
  @Column('text', { nullable: true }) reason: NotRunReason | null;
  @Column('text', { nullable: true }) words: string | null;
  @Column('text', { nullable: true }) answers: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** A routine on one day: honoured, missed or not wanted. */
@HomeTable('routine_day')
@References('RoutineEntity', 'routineId')
@References('ResidentEntity', 'residentId')
@References('RoutineDayEntity', 'correctsId')
@Index(['homeId', 'routineId', 'day'])
@Index(['homeId', 'residentId', 'day'])
@Index(['homeId', 'correctsId'])
export class RoutineDayEntity extends InHome {
  @Column('uuid') routineId: string;
  @Column('uuid') residentId: string;
  @Column('date') day: string;
  @Column('text') state: 'honoured' | 'missed' | 'not wanted';
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { nullable: true }) correctsId: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}
