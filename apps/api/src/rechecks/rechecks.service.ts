/** Tests every published session to come against the records as they are now: which no longer hold, why, and who must act. */
import { Injectable } from '@nestjs/common';
import { whatHolds } from '@promenade/domain/changes/changed-fact';
import { type BrokenBy, causeOf } from '@promenade/domain/rechecks/broken';
import { type Planner, sayActing, whoMustAct } from '@promenade/domain/rechecks/who-acts';
import { subtractPeriods } from '@promenade/domain/rechecks/periods';
import { type PlannedSession, asPlanned } from '@promenade/domain/planning/week';
import { dayIn, instantAt, mondayOf } from '@promenade/domain/shared/time';
import { type Violation, check } from '@promenade/planner/check';
import { lengthOf } from '@promenade/planner/problem';
import { In, LessThan, MoreThan, MoreThanOrEqual } from 'typeorm';
import { ChangedFactEntity } from '../changes/changes.entities.ts';
import type { Tx } from '../db/db.ts';
import { PlanEntity } from '../planning/planning.entities.ts';
import { type StatedWeek, stateWeeks } from '../planning/week-records.ts';
import { AbsenceEntity, ShiftEntity } from '../staff/staff.entities.ts';
import type { BrokenFindingType, BrokenSessionType } from './rechecks.graphql.ts';

/** A published week as it stands: its sessions that no longer hold, and the changes that broke them. */
export type RecheckedWeek = {
  readonly weekStarts: string;
  readonly planId: string;
  readonly week: StatedWeek;
  readonly sessions: readonly BrokenSessionType[];
  /** Sentences about the week that are about no one session. */
  readonly others: readonly string[];
  readonly causes: readonly ChangedFactEntity[];
};

type Told = StatedWeek['told'][number];
type Told1 = { readonly told: Told; readonly startsAt: Date; readonly endsAt: Date };

const FLOOR_COVER = 6;
const A_WEEK_MS = 7 * 86_400_000;

@Injectable()
export class RechecksService {
  /** Every published week that is not over; the statements are as many for one as for several. */
  async look(tx: Tx): Promise<RecheckedWeek[]> {
    const { homeId, zone } = tx.actor;
    const plans = await tx.em.find(PlanEntity, {
      select: { homeId: true, id: true, weekStarts: true, publishedAt: true },
      where: { homeId, status: 'published', weekStarts: MoreThanOrEqual(mondayOf(dayIn(zone, tx.now))) }, order: { weekStarts: 'ASC' },
    });
    const weeks = await stateWeeks(tx, tx.actor, plans.map(({ weekStarts }) => weekStarts));
    const found = weeks.map((week) => check(week.problem, { instance: week.problem.id, sessions: week.told.map(asPlanned) }, week.names).violations);
    if (found.every((violations) => violations.length === 0)) return plans.map(({ id: planId, weekStarts }, n) => ({ planId, weekStarts, week: weeks[n] as StatedWeek, sessions: [], others: [], causes: [] }));
    const since = plans.reduce((first, { publishedAt }) => (publishedAt && publishedAt < first ? publishedAt : first), tx.now);
    const changes = await tx.em.find(ChangedFactEntity, { where: { homeId, recordedAt: MoreThanOrEqual(since) }, order: { recordedAt: 'ASC' } });
    const planners = await this.planners(tx);
    return plans.map((plan, n) => this.weekOf(tx, plan, weeks[n] as StatedWeek, found[n] ?? [], changes, planners));
  }

  private weekOf(tx: Tx, { id: planId, weekStarts, publishedAt }: PlanEntity, week: StatedWeek, violations: readonly Violation[], changes: readonly ChangedFactEntity[], planners: readonly Planner[]): RecheckedWeek {
    const causes = new Map<string, ChangedFactEntity>();
    const sessions = week.told.flatMap((told, index): BrokenSessionType[] => {
      const own = violations.filter((violation) => violation.sessions.includes(index));
      if (own.length === 0) return [];
      const timed = { told, ...instantsOf(tx.actor.zone, week, told) };
      const findings = own.map((violation): BrokenFindingType => {
        const cause = causeOf(brokenBy(timed, violation), changes, publishedAt ?? tx.now);
        if (cause) causes.set(cause.id, cause);
        return { words: sentence(violation.message), since: cause?.recordedAt ?? null, because: cause?.words ?? null, saidBy: cause?.recordedByName ?? null };
      });
      return [this.sessionOf(tx, week, timed, uniqueBy(findings, ({ words }) => words), planners)];
    });
    const others = violations.filter((violation) => violation.sessions.length === 0).map(({ message }) => sentence(message));
    return { weekStarts, planId, week, sessions, others, causes: [...causes.values()] };
  }

  private sessionOf(tx: Tx, { called, names }: StatedWeek, { told, startsAt, endsAt }: Told1, findings: BrokenFindingType[], planners: readonly Planner[]): BrokenSessionType {
    const acting = whoMustAct(planners, tx.now, startsAt);
    return {
      id: told.id, startsAt, endsAt, findings,
      activityName: names.call('activity', told.activity), picture: called.activities.find(({ id }) => id === told.activity)?.picture ?? '',
      residents: told.residents.map((id) => names.call('resident', id)),
      mustAct: acting && sayActing(acting),
      isMine: acting !== null && acting.staffId !== null && acting.staffId === tx.actor.staffId,
    };
  }

  /** Who plans here, and when they are at work in the coming week. */
  async planners(tx: Tx): Promise<Planner[]> {
    const { homeId } = tx.actor;
    const people = await tx.em.query<Pick<Planner, 'staffId' | 'name' | 'role'>[]>('SELECT * FROM planners_here()');
    const coming = { homeId, staffId: In(people.flatMap(({ staffId }) => staffId ?? [])), startsAt: LessThan(new Date(tx.now.getTime() + A_WEEK_MS)), endsAt: MoreThan(tx.now) };
    const shifts = await tx.em.find(ShiftEntity, { where: coming, order: { startsAt: 'ASC' } });
    const absences = whatHolds(await tx.em.findBy(AbsenceEntity, coming));
    return people.map((one): Planner => ({
      ...one, atWork: subtractPeriods(shifts.filter(({ staffId }) => staffId === one.staffId), absences.filter(({ staffId }) => staffId === one.staffId)),
    }));
  }
}

function instantsOf(zone: string, { problem }: StatedWeek, { activity: id, start }: PlannedSession): { startsAt: Date; endsAt: Date } {
  const activity = problem.activities.find((one) => one.id === id);
  return { startsAt: instantAt(zone, problem.startDate, start), endsAt: instantAt(zone, problem.startDate, start + (activity ? lengthOf(activity) : 0)) };
}

function brokenBy({ told, startsAt, endsAt }: Told1, { rule, ids }: Violation): BrokenBy {
  const people = [...told.residents, ...told.staff, ...told.vehicles.flatMap(({ vehicle, driver }) => [vehicle, driver])];
  return { startsAt, endsAt, ids, people, isCover: rule === FLOOR_COVER };
}

function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

const sentence = (message: string) => `${message.slice(0, 1).toUpperCase()}${message.slice(1)}`;
