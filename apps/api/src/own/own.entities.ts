/** What people say themselves of their week: added to, never rewritten. */
import type { Says } from '@promenade/domain/own/word';
import { Check, Column, Index } from 'typeorm';
import { HomeTable, References } from '../db/table.ts';
import { OfResident } from '../people/record.table.ts';

/** One word of a person about one thing; `recordedBy` held the tablet. */
@HomeTable('own_word')
@References('ResidentEntity', 'residentId')
@References('SessionEntity', 'sessionId')
@References('PromiseEntity', 'promiseId')
@References('ChangedFactEntity', 'changeId')
@References('OwnWordEntity', 'undoesId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'sessionId'])
@Index(['homeId', 'promiseId'])
@Index(['homeId', 'undoesId'], { unique: true })
@Check('ck_own_word_says', `says IN ('yes', 'no', 'not meant')`)
@Check('ck_own_word_one_subject', `num_nonnulls(session_id, promise_id) = 1`)
export class OwnWordEntity extends OfResident {
  @Column('text') says: Says;
  @Column('uuid', { nullable: true }) sessionId: string | null;
  @Column('uuid', { nullable: true }) promiseId: string | null;
  /** What it was about, as it stood then: 'Choir, Tuesday 24 November, 14:00'. */
  @Column('text') what: string;
  /** What planners are told of a no. */
  @Column('uuid', { nullable: true }) changeId: string | null;
  /** The earlier word that was not meant. */
  @Column('uuid', { nullable: true }) undoesId: string | null;
  /** By the clock of the device. */
  @Column('timestamptz') saidAt: Date;
}
