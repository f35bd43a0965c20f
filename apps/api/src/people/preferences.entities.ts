import { Column, Index } from 'typeorm';
import type { Answer } from '@promenade/domain/people/preference';
import type { ToldHow } from '@promenade/domain/people/life-story';
import { HomeTable, InHome, References } from '../db/table.ts';

/** How much something matters to the person, as answered once. The last answer to an item stands; those before it stay. */
@HomeTable('preference_answer')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId', 'item'])
export class PreferenceAnswerEntity extends InHome {
  @Column('uuid') residentId: string;
  /** The code of one of the sixteen, or 'own-' and an id. */
  @Column('text') item: string;
  /** The words of an own question. */
  @Column('text', { nullable: true }) asks: string | null;
  @Column('text') answer: Answer;
  @Column('text', { nullable: true }) words: string | null;
  @Column('text') answeredBy: string;
  @Column('text') toldHow: ToldHow;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** What stands in the way of something that matters. Out of the way once, with words; a wish may come of it. */
@HomeTable('barrier')
@References('ResidentEntity', 'residentId')
@References('PreferenceAnswerEntity', 'answerId')
@References('WishEntity', 'wishId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'answerId'], { unique: true })
export class BarrierEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid') answerId: string;
  @Column('text') words: string;
  @Column('uuid', { nullable: true }) wishId: string | null;
  @Column('text') openedByName: string;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('text', { nullable: true }) closedByName: string | null;
  @Column('text', { nullable: true }) closedWords: string | null;
}
