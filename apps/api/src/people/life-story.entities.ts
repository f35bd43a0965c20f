import { Column, Index, PrimaryColumn } from 'typeorm';
import type { ToldHow } from '@promenade/domain/people/life-story';
import { HomeTable, InHome, References } from '../db/table.ts';

/** What a life fact said before it was put better: the fact itself holds what stands now. Added to, never rewritten. */
@HomeTable('life_fact_version')
@References('LifeFactEntity', 'lifeFactId')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'lifeFactId'])
export class LifeFactVersionEntity extends InHome {
  @Column('uuid') lifeFactId: string;
  @Column('uuid') residentId: string;
  @Column('text') words: string;
  @Column('text', { nullable: true }) whenWords: string | null;
  @Column('text') theme: string;
  @Column('text') toldBy: string;
  @Column('text') toldHow: ToldHow;
  @Column('boolean') sensitive: boolean;
  @Column('uuid') recordedBy: string;
  @Column('text', { nullable: true }) recordedByName: string | null;
  @Column('timestamptz') recordedAt: Date;
  /** From this moment on the next version stood. */
  @Column('timestamptz') untilAt: Date;
}

/** A memory that speaks for an outcome. */
@HomeTable('outcome_fact')
@References('OutcomeEntity', 'outcomeId')
@References('LifeFactEntity', 'lifeFactId')
@Index(['homeId', 'lifeFactId'])
export class OutcomeFactEntity {
  @PrimaryColumn('uuid') homeId: string;
  @PrimaryColumn('uuid') outcomeId: string;
  @PrimaryColumn('uuid') lifeFactId: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** What upsets somebody and is steered clear of, in talk and in plans. It ends with a reason and stays readable. */
@HomeTable('topic_to_avoid')
@References('ResidentEntity', 'residentId')
@References('LifeFactEntity', 'lifeFactId')
@Index(['homeId', 'residentId'])
export class TopicToAvoidEntity extends InHome {
  @Column('uuid') residentId: string;
  /** The memory it comes from, when there is one. */
  @Column('uuid', { nullable: true }) lifeFactId: string | null;
  @Column('text') words: string;
  /** The story behind it: not for everybody. */
  @Column('text') why: string;
  /** What to do if it comes up. */
  @Column('text') instead: string;
  /** Kinds of activity that a plan leaves out because of it. */
  @Column('text', { array: true }) kinds: string[];
  @Column('text') toldBy: string;
  @Column('text') toldHow: ToldHow;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endedByName: string | null;
  @Column('text', { nullable: true }) endedWhy: string | null;
}

/** A single activity that a topic to avoid keeps out of plans. */
@HomeTable('topic_activity')
@References('TopicToAvoidEntity', 'topicId')
@References('ActivityEntity', 'activityId')
export class TopicActivityEntity {
  @PrimaryColumn('uuid') homeId: string;
  @PrimaryColumn('uuid') topicId: string;
  @PrimaryColumn('uuid') activityId: string;
}
