/** Goal attainment: the five levels of an outcome, what each said was reached, how sure the person is, and what was talked about. All of it is added to, never rewritten. */
import type { Rater } from '@promenade/domain/reablement/goal-raters';
import { Check, Column, Index } from 'typeorm';
import { HomeTable, References } from '../db/table.ts';
import { OfResident } from '../people/record.table.ts';

/** The five levels as they were written at one time; the latest of an outcome counts, the older ones stay readable. */
@HomeTable('goal_scale')
@References('ResidentEntity', 'residentId')
@References('OutcomeEntity', 'outcomeId')
@Check('ck_goal_scale_baseline', `baseline BETWEEN -2 AND 0`)
@Check('ck_goal_scale_weights', `importance_weight BETWEEN 0 AND 3 AND difficulty BETWEEN 0 AND 3`)
@Index(['homeId', 'residentId'])
@Index(['homeId', 'outcomeId', 'recordedAt'])
export class GoalScaleEntity extends OfResident {
  @Column('uuid') outcomeId: string;
  @Column('text') muchLess: string;
  @Column('text') less: string;
  @Column('text') expected: string;
  @Column('text') better: string;
  @Column('text') muchBetter: string;
  /** Where it began: −1 or −2, for comfort also 0. */
  @Column('int') baseline: number;
  @Column('int', { nullable: true }) importanceWeight: number | null;
  @Column('int', { nullable: true }) difficulty: number | null;
  /** The day by which the middle level is expected. */
  @Column('date', { nullable: true }) byDay: string | null;
  /** How the person took part in writing it. */
  @Column('text', { nullable: true }) writtenWith: string | null;
}

/** Levels put aside half written: the latest counts until the levels are written. */
@HomeTable('goal_draft')
@References('ResidentEntity', 'residentId')
@References('OutcomeEntity', 'outcomeId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'outcomeId'])
export class GoalDraftEntity extends OfResident {
  @Column('uuid') outcomeId: string;
  /** From −2 to +2; empty where nothing is written yet. */
  @Column('text', { array: true }) levels: string[];
  @Column('int', { nullable: true }) baseline: number | null;
  @Column('int', { nullable: true }) importanceWeight: number | null;
  @Column('int', { nullable: true }) difficulty: number | null;
  @Column('date', { nullable: true }) byDay: string | null;
  @Column('text', { nullable: true }) writtenWith: string | null;
}

/** One say of the level reached, by the person, somebody of their family, or staff. A correction is an entry of its own. */
@HomeTable('goal_score')
@References('ResidentEntity', 'residentId')
@References('OutcomeEntity', 'outcomeId')
@References('GoalScaleEntity', 'scaleId')
@References('SupporterEntity', 'supporterId')
@References('GoalScoreEntity', 'correctsId')
@Check('ck_goal_score_attained', `attained BETWEEN -2 AND 2`)
@Check('ck_goal_score_rater', `rater IN ('person', 'family', 'staff')`)
@Index(['homeId', 'residentId'])
@Index(['homeId', 'outcomeId', 'scoredOn'])
@Index(['homeId', 'scaleId'])
@Index(['homeId', 'correctsId'], { unique: true })
export class GoalScoreEntity extends OfResident {
  @Column('uuid') outcomeId: string;
  @Column('uuid') scaleId: string;
  @Column('date') scoredOn: string;
  @Column('int') attained: number;
  @Column('text') rater: Rater;
  @Column('text') raterName: string;
  @Column('text', { nullable: true }) words: string | null;
  /** Where a supporter said it themselves, through the family app. */
  @Column('uuid', { nullable: true }) supporterId: string | null;
  @Column('uuid', { nullable: true }) correctsId: string | null;
}

/** How much an outcome matters to the person and how sure they are of it, as they answered on one day. */
@HomeTable('outcome_belief')
@References('ResidentEntity', 'residentId')
@References('OutcomeEntity', 'outcomeId')
@Check('ck_outcome_belief_range', `importance BETWEEN 1 AND 10 AND confidence BETWEEN 1 AND 10`)
@Index(['homeId', 'residentId'])
@Index(['homeId', 'outcomeId', 'askedOn'])
export class OutcomeBeliefEntity extends OfResident {
  @Column('uuid') outcomeId: string;
  @Column('date') askedOn: string;
  @Column('int') importance: number;
  @Column('int') confidence: number;
  @Column('text', { nullable: true }) words: string | null;
}

/** A conversation about how sure somebody is: it belongs to the answer that it began with. */
@HomeTable('belief_talk')
@References('ResidentEntity', 'residentId')
@References('OutcomeEntity', 'outcomeId')
@References('OutcomeBeliefEntity', 'beliefId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'outcomeId'])
@Index(['homeId', 'beliefId'])
export class BeliefTalkEntity extends OfResident {
  @Column('uuid') outcomeId: string;
  @Column('uuid') beliefId: string;
  /** What the person said. */
  @Column('text') said: string;
  /** What is done differently now. */
  @Column('text', { nullable: true }) then: string | null;
}
