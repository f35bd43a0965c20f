/** Support plans with what they are made of, why they were stopped and what was answered; minutes that progress set free; falls; the help a routine takes. All of it is added to. */
import { Check, Column, Index } from 'typeorm';
import type { PlanShape, SupportKind } from '@promenade/domain/reablement/support-plan';
import type { PlanAnswer, StopWhy } from '@promenade/domain/reablement/taper';
import { HomeTable, InHome, References } from '../db/table.ts';
import { OfResident } from '../people/record.table.ts';

/** What a row says of who wrote it down where that may be the house itself: then nobody's account stands there. */
abstract class OfResidentOrHouse extends InHome {
  @Column('uuid') residentId: string;
  @Column('uuid', { nullable: true }) recordedBy: string | null;
  @Column('text') recordedByName: string;
  @Column('timestamptz') recordedAt: Date;
}

/** One version of somebody's support plan. The next one follows it; it stays readable. */
@HomeTable('support_plan')
@References('ResidentEntity', 'residentId')
@References('OutcomeEntity', 'outcomeId')
@References('SupportPlanEntity', 'followsId')
@Index(['homeId', 'residentId', 'recordedAt'])
@Index(['homeId', 'followsId'], { unique: true })
@Check('ck_support_plan_shape', `shape IN ('straight', 'stepped', 'held')`)
@Check('ck_support_plan_falls', `0 <= goal_minutes AND goal_minutes <= start_minutes`)
export class SupportPlanEntity extends OfResident {
  /** A Monday. */
  @Column('date') startsOn: string;
  /** The Sunday of its last week. */
  @Column('date') endsOn: string;
  @Column('text') shape: PlanShape;
  /** How many weeks a step lasts, where it goes down in steps. */
  @Column('int') stepWeeks: number;
  /** Minutes of support a week: what its lines come to, and what is hoped for at the end. */
  @Column('int') startMinutes: number;
  @Column('int') goalMinutes: number;
  /** What an hour of one member of staff costs. */
  @Column('int') hourlyPence: number;
  @Column('text') why: string;
  /** What the person says of it. */
  @Column('text') say: string;
  @Column('uuid', { nullable: true }) outcomeId: string | null;
  @Column('uuid', { nullable: true }) followsId: string | null;
}

/** One kind of support in a plan, at its start: which, what for, how many minutes a week. */
@HomeTable('support_plan_line')
@References('SupportPlanEntity', 'planId')
@Index(['homeId', 'planId'])
@Check('ck_support_plan_line_kind', `kind IN ('one to one', 'two to one', 'shared')`)
export class SupportPlanLineEntity extends InHome {
  @Column('uuid') planId: string;
  /** Its place among the lines. */
  @Column('int') place: number;
  @Column('text') kind: SupportKind;
  @Column('text') what: string;
  @Column('int') minutes: number;
  @Column('int') staff: number;
  @Column('int') residents: number;
}

/** That a plan stands still from a day on, and why. */
@HomeTable('support_plan_stop')
@References('ResidentEntity', 'residentId')
@References('SupportPlanEntity', 'planId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'planId'])
@Check('ck_support_plan_stop_why', `why IN ('distress', 'falls', 'refusals', 'more help', 'the person said so', 'comfort and connection', 'other')`)
export class SupportPlanStopEntity extends OfResidentOrHouse {
  @Column('uuid') planId: string;
  @Column('text') why: StopWhy;
  @Column('text') words: string;
  @Column('date') onDay: string;
}

/** What was answered when a plan had been stopped, with the person's say. */
@HomeTable('support_plan_answer')
@References('ResidentEntity', 'residentId')
@References('SupportPlanEntity', 'planId')
@References('SupportPlanStopEntity', 'stopId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'stopId'], { unique: true })
@Check('ck_support_plan_answer_answer', `answer IN ('go on', 'hold', 'go back')`)
export class SupportPlanAnswerEntity extends OfResident {
  @Column('uuid') planId: string;
  @Column('uuid') stopId: string;
  @Column('text') answer: PlanAnswer;
  @Column('text') say: string;
  @Column('text', { nullable: true }) words: string | null;
  @Column('date') onDay: string;
}

/** Minutes that somebody's progress set free, once for each week; and what they chose to spend them on. */
@HomeTable('wish_minute')
@References('ResidentEntity', 'residentId')
@References('SupportPlanEntity', 'planId')
@References('ActivityEntity', 'activityId')
@Index(['homeId', 'residentId'])
@Index('ix_wish_minute_freed_once', ['homeId', 'residentId', 'week'], { unique: true, where: `(kind = 'freed'::text)` })
@Check('ck_wish_minute_sign', `CASE kind WHEN 'freed' THEN minutes > 0 WHEN 'spent' THEN minutes < 0 WHEN 'not now' THEN minutes = 0 ELSE false END`)
export class WishMinuteEntity extends OfResidentOrHouse {
  @Column('text') kind: 'freed' | 'spent' | 'not now';
  /** The Monday of the week they were set free or spent in. */
  @Column('date') week: string;
  /** What is set free is more than nought, what is spent is less. */
  @Column('int') minutes: number;
  @Column('text') what: string;
  @Column('text', { nullable: true }) say: string | null;
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('uuid', { nullable: true }) planId: string | null;
}

/** That somebody fell: when, where, hurt or not. Ids are made where it is recorded; a correction is another entry. */
@HomeTable('fall')
@References('ResidentEntity', 'residentId')
@References('FallEntity', 'correctsId')
@Index(['homeId', 'residentId', 'at'])
@Index(['homeId', 'correctsId'])
@Check('ck_fall_hurt', `hurt IN ('not hurt', 'hurt', 'not a fall after all')`)
export class FallEntity extends OfResident {
  @Column('timestamptz') at: Date;
  @Column('text') place: string;
  @Column('text') hurt: 'not hurt' | 'hurt' | 'not a fall after all';
  @Column('text', { nullable: true }) words: string | null;
  @Column('uuid', { nullable: true }) correctsId: string | null;
}

/** How much help a routine takes each time, from a day on. */
@HomeTable('routine_support')
@References('ResidentEntity', 'residentId')
@References('RoutineEntity', 'routineId')
@Index(['homeId', 'residentId'])
@Index(['homeId', 'routineId'])
export class RoutineSupportEntity extends OfResident {
  @Column('uuid') routineId: string;
  /** Null: the whole time of the routine, as the clocks run. */
  @Column('int', { nullable: true }) minutes: number | null;
  @Column('int') staff: number;
  @Column('date') since: string;
}
