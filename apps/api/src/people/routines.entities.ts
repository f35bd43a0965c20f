import { Column, Index } from 'typeorm';
import type { DistressLevel } from '@promenade/domain/people/distress';
import type { DayException } from '@promenade/domain/people/routine-repeats';
import { HomeTable, InHome, References } from '../db/table.ts';

/** A single day on which a routine is not, or is too. The last word on a day holds. Added to, never rewritten. */
@HomeTable('routine_exception')
@References('RoutineEntity', 'routineId')
@Index(['homeId', 'routineId'])
export class RoutineExceptionEntity extends InHome {
  @Column('uuid') routineId: string;
  @Column('date') day: string;
  @Column('text') kind: DayException;
  @Column('text') words: string;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** That somebody was distressed: when, how much, what was seen. Ids are made where it is recorded; a correction is another entry. */
@HomeTable('distress_note')
@References('ResidentEntity', 'residentId')
@References('RoutineEntity', 'routineId')
@References('DistressNoteEntity', 'correctsId')
@Index(['homeId', 'residentId', 'at'])
@Index(['homeId', 'correctsId'])
export class DistressNoteEntity extends InHome {
  @Column('uuid') residentId: string;
  /** The routine beside which it was written down, if any. It counts for every routine it followed. */
  @Column('uuid', { nullable: true }) routineId: string | null;
  @Column('timestamptz') at: Date;
  @Column('text') level: DistressLevel;
  @Column('text', { nullable: true }) words: string | null;
  @Column('uuid', { nullable: true }) correctsId: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}
