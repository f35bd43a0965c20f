import { Column, Index } from 'typeorm';
import type { AttendanceLevel, HelpGiven, NotRunReason } from '@promenade/domain/day/attendance';
import type { NeedSaid } from '@promenade/domain/day/needs';
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
  /** How much help it took, where no step of a ladder says it more exactly. */
  @Column('text', { nullable: true }) help?: HelpGiven | null;
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

/** What somebody needed in a session and did not get, or that nothing was; a later entry that answers one says what was done. */
@HomeTable('unmet_need')
@References('ResidentEntity', 'residentId')
@References('SessionEntity', 'sessionId')
@References('UnmetNeedEntity', 'answersId')
@Index(['homeId', 'recordedAt'])
@Index(['homeId', 'residentId', 'recordedAt'])
@Index(['homeId', 'sessionId'])
@Index(['homeId', 'answersId'])
export class UnmetNeedEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid') sessionId: string;
  @Column('text') what: NeedSaid;
  @Column('text', { nullable: true }) words: string | null;
  @Column('uuid', { nullable: true }) answersId: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** A photo or a recording of a session. Who is in it stands in media_person, and the consent of each counts. */
@HomeTable('session_media')
@References('SessionEntity', 'sessionId')
@References('MediaEntity', 'mediaId')
@Index(['homeId', 'sessionId'])
@Index(['homeId', 'mediaId'], { unique: true })
export class SessionMediaEntity extends InHome {
  @Column('uuid') sessionId: string;
  @Column('uuid') mediaId: string;
  @Column('text', { nullable: true }) words: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}
