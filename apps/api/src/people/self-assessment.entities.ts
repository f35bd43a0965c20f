import { Column, Index } from 'typeorm';
import type { AnsweredBy } from '@promenade/domain/people/self-assessment';
import { HomeTable, InHome, References } from '../db/table.ts';

/** A round of questions somebody began: whose answers they are, and who helped. */
@HomeTable('self_assessment')
@References('ResidentEntity', 'residentId')
@Index(['homeId', 'residentId'])
export class SelfAssessmentEntity extends InHome {
  @Column('uuid') residentId: string;
  @Column('text') answeredBy: AnsweredBy;
  /** Who helps the person, or answers for them. */
  @Column('text', { nullable: true }) helper: string | null;
  @Column('text', { nullable: true }) howKnown: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** One answer. A changed one is another row; the latest counts and the others stay readable. */
@HomeTable('self_assessment_answer')
@References('SelfAssessmentEntity', 'assessmentId')
@Index(['homeId', 'assessmentId'])
export class SelfAssessmentAnswerEntity extends InHome {
  @Column('uuid') assessmentId: string;
  @Column('text') question: string;
  @Column('text', { array: true }) chosen: string[];
  @Column('text', { nullable: true }) words: string | null;
  @Column('uuid') recordedBy: string;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}
