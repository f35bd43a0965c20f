/** Drafts of a week: begun, looked at, changed by hand, given to the planner and stopped. */
import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { DRAFT_WORDS, type DraftChange, applyChange, lateSessions, newFindings } from '@promenade/domain/planning/publish';
import { isSearching } from '@promenade/domain/planning/search';
import { GRID, type PlannedSession, asPlanned, isWeekOver } from '@promenade/domain/planning/week';
import { type Day, addDays, dayIn, mondayOf, sayDay, weekdayOf } from '@promenade/domain/shared/time';
import { check } from '@promenade/planner/check';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Conflict, Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { Jobs } from '../jobs/jobs.ts';
import { PLAN_QUEUE } from '../jobs/queues.ts';
import { PlanEntity } from './planning.entities.ts';
import { type PlanChange, SinceService } from './since.service.ts';
import { type StatedWeek, stateWeek } from './week-records.ts';

/** What the planner's job is sent with. */
export type SolveJob = { readonly homeId: string; readonly planId: string; readonly token: string };

export type Board = StatedWeek & { readonly plan: PlanEntity; readonly findings: readonly string[]; readonly isBehind: boolean; readonly changes: readonly PlanChange[] };

const WEEKS_SHOWN = 4;
/** Seconds: as good as until somebody stops it, and an end when nobody does. */
const LONGEST_SEARCH = 600;

@Injectable()
export class DraftsService {
  constructor(
    private readonly jobs: Jobs,
    private readonly since: SinceService,
  ) {}

  /** This week and the next few: what people have been told, and the drafts there are. */
  async weeks(tx: Tx): Promise<{ weekStarts: Day; published: PlanEntity | null; drafts: PlanEntity[] }[]> {
    const first = mondayOf(dayIn(tx.actor.zone, tx.now));
    const plans = await tx.em.find(PlanEntity, { where: { homeId: tx.actor.homeId, weekStarts: MoreThanOrEqual(first) }, order: { createdAt: 'DESC' } });
    return Array.from({ length: WEEKS_SHOWN }, (_, n) => addDays(first, 7 * n)).map((weekStarts) => {
      const own = plans.filter((plan) => plan.weekStarts === weekStarts);
      return { weekStarts, published: own.find(({ status }) => status === 'published') ?? null, drafts: own.filter(({ status }) => status === 'draft') };
    });
  }

  /** What is published of a week and every draft of it, the oldest first. */
  async ofWeek(tx: Tx, weekStarts: Day): Promise<PlanEntity[]> {
    return tx.em.find(PlanEntity, { where: { homeId: tx.actor.homeId, weekStarts, status: In(['draft', 'published']) }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  async byId(tx: Pick<Tx, 'em' | 'actor'>, id: string): Promise<PlanEntity> {
    const plan = await tx.em.findOneBy(PlanEntity, { homeId: tx.actor.homeId, id });
    if (!plan) throw new NotFound('This plan');
    return plan;
  }

  /** A plan with the week it is for, as the records stand now. */
  async board(tx: Tx, id: string): Promise<Board> {
    const plan = await this.byId(tx, id);
    const week = await stateWeek(tx, tx.actor, plan.weekStarts);
    const published = await publishedPlan(tx, plan.weekStarts);
    const isDraft = plan.status === 'draft';
    const { late, ahead } = lateSessions(plan.sessions, { zone: tx.actor.zone, weekStarts: plan.weekStarts, now: tx.now }, week.begun);
    const changes = plan.status === 'published' ? await this.since.changesSincePublishing(tx, plan.weekStarts, week.names) : [];
    return { ...week, plan, changes, findings: isDraft ? findingsOf(week, [...late, ...ahead]) : [], isBehind: isDraft && published !== null && published.id !== plan.basedOn };
  }

  /** A draft of a week, beginning with what people have been told of it. */
  async start(tx: Tx, weekStarts: Day): Promise<PlanEntity | Refused> {
    if (weekdayOf(weekStarts) !== 1) throw new Invalid('A week is named by its Monday. Choose a Monday.');
    const { zone } = tx.actor;
    if (isWeekOver(zone, weekStarts, tx.now)) return refused(DRAFT_WORDS, [{ code: 'WEEK_OVER', about: sayDay(weekStarts) }]);
    if (weekStarts > addDays(dayIn(zone, tx.now), 366)) throw new Invalid('That week is more than a year away. Choose one that is nearer.');
    const published = await publishedPlan(tx, weekStarts);
    const { told } = await stateWeek(tx, tx.actor, weekStarts);
    return this.begin(tx, weekStarts, told.map(asPlanned), [], published?.id ?? null);
  }

  /** Another draft that begins as this plan is. What has begun since is left to the records. */
  async copy(tx: Tx, id: string): Promise<PlanEntity | Refused> {
    const { weekStarts, sessions, pinned, basedOn, status } = await this.byId(tx, id);
    const { zone } = tx.actor;
    if (isWeekOver(zone, weekStarts, tx.now)) return refused(DRAFT_WORDS, [{ code: 'WEEK_OVER', about: sayDay(weekStarts) }]);
    if (status !== 'draft') return this.start(tx, weekStarts);
    const { ahead } = lateSessions(sessions, { zone, weekStarts, now: tx.now }, []);
    return this.begin(tx, weekStarts, ahead, ahead.flatMap((one, i) => (pinned.includes(sessions.indexOf(one)) ? [i] : [])), basedOn);
  }

  async begin(tx: Tx, weekStarts: Day, sessions: readonly PlannedSession[], pinned: readonly number[], basedOn: string | null): Promise<PlanEntity> {
    const { homeId, accountId, name } = tx.actor;
    const row: PlanEntity = {
      homeId, id: newId(), weekStarts, name: `Week of ${sayDay(weekStarts)}`, status: 'draft', version: 1, sessions: [...sessions], pinned: [...pinned],
      score: null, parts: null, basedOn, search: null, createdBy: accountId, createdByName: name, createdAt: tx.now, updatedAt: tx.now,
      publishedBy: null, publishedByName: null, publishedAt: null,
    };
    await tx.em.createQueryBuilder().insert().into(PlanEntity).values(row).execute();
    return row;
  }

  /** Takes what is published now as what the draft changes, so that it can be published over it. */
  async bringUpToDate(tx: Tx, id: string, version: number): Promise<PlanEntity | Refused> {
    const plan = await this.locked(tx, id, version);
    if (plan.status !== 'draft') return refused(DRAFT_WORDS, [{ code: 'NOT_A_DRAFT' }]);
    const published = await publishedPlan(tx, plan.weekStarts);
    const { begun } = await stateWeek(tx, tx.actor, plan.weekStarts);
    const { zone } = tx.actor;
    const { ahead } = lateSessions(plan.sessions, { zone, weekStarts: plan.weekStarts, now: tx.now }, begun);
    const pinned = ahead.flatMap((session, i) => (plan.pinned.includes(plan.sessions.indexOf(session)) ? [i] : []));
    return this.save(tx, plan, { basedOn: published?.id ?? null, sessions: ahead, pinned });
  }

  /** One session as it shall be. A change that breaks what must hold is refused, in words, and nothing is changed. */
  async change(tx: Tx, id: string, version: number, change: DraftChange): Promise<PlanEntity | Refused> {
    const plan = await this.locked(tx, id, version);
    if (plan.status !== 'draft') return refused(DRAFT_WORDS, [{ code: 'NOT_A_DRAFT' }]);
    if (change.at !== null && plan.sessions[change.at] === undefined) return refused(DRAFT_WORDS, [{ code: 'NO_SUCH_SESSION' }]);
    if (change.session && change.session.start % GRID !== 0) return refused(DRAFT_WORDS, [{ code: 'OFF_THE_GRID' }]);
    const after = applyChange(plan, change);
    if (change.session) {
      const week = await stateWeek(tx, tx.actor, plan.weekStarts);
      const broken = newFindings(findingsOf(week, plan.sessions), findingsOf(week, after.sessions));
      if (broken.length > 0) return refused(DRAFT_WORDS, broken.map((about) => ({ code: 'BREAKS_A_RULE', about })));
    }
    return this.save(tx, plan, { ...after, score: null, parts: null });
  }

  /** Sends the planner to look for a better week, for so many seconds. */
  async solve(tx: Tx, id: string, seconds: number): Promise<PlanEntity | Refused> {
    if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST_SEARCH) throw new Invalid(`The planner looks for 1 to ${LONGEST_SEARCH} seconds. Choose a number between.`);
    const plan = await this.locked(tx, id, null);
    if (plan.status !== 'draft') return refused(DRAFT_WORDS, [{ code: 'NOT_A_DRAFT' }]);
    if (isSearching(plan.search, tx.now)) return plan;
    const { zone, homeId } = tx.actor;
    if (isWeekOver(zone, plan.weekStarts, tx.now)) return refused(DRAFT_WORDS, [{ code: 'WEEK_OVER', about: sayDay(plan.weekStarts) }]);
    const week = await stateWeek(tx, tx.actor, plan.weekStarts);
    if (week.problem.activities.length === 0 || week.problem.residents.length === 0) return refused(DRAFT_WORDS, [{ code: 'NOTHING_TO_SEARCH' }]);
    const clashes = findingsOf(week, plan.pinned.flatMap((i) => plan.sessions[i] ?? []));
    if (clashes.length > 0) return refused(DRAFT_WORDS, clashes.map((about) => ({ code: 'PINS_CLASH', about })));
    const token = `${newId()}-${randomInt(1_000_000)}`;
    const at = tx.now.toISOString();
    const saved = await this.save(tx, plan, { search: { token, state: 'waiting', seconds, askedAt: at, seenAt: at, steps: 0, elapsed: 0, why: null } });
    await this.jobs.send(tx, PLAN_QUEUE, { homeId, planId: id, token } satisfies SolveJob);
    return saved;
  }

  /** Content with what there is: the draft stays at the best so far. */
  async stop(tx: Tx, id: string): Promise<PlanEntity> {
    const plan = await this.locked(tx, id, null);
    if (!plan.search || (plan.search.state !== 'running' && plan.search.state !== 'waiting')) return plan;
    return this.save(tx, plan, { search: { ...plan.search, state: 'stopped', seenAt: tx.now.toISOString() } });
  }

  /** A draft nobody wants. */
  async discard(tx: Tx, id: string, version: number): Promise<boolean | Refused> {
    const plan = await this.locked(tx, id, version);
    if (plan.status !== 'draft') return refused(DRAFT_WORDS, [{ code: 'NOT_A_DRAFT' }]);
    await tx.em.delete(PlanEntity, { homeId: tx.actor.homeId, id });
    return true;
  }

  /** The plan, held until the unit of work ends. Throws `Conflict` when it has moved on from the version somebody saw. */
  async locked(tx: Tx, id: string, version: number | null): Promise<PlanEntity> {
    const plan = await tx.em.findOne(PlanEntity, { where: { homeId: tx.actor.homeId, id }, lock: { mode: 'pessimistic_write' } });
    if (!plan) throw new NotFound('This plan');
    if (version !== null && plan.version !== version) {
      throw new Conflict('Somebody changed this plan after you opened it. It has been loaded again; look at it, and make your change once more.');
    }
    return plan;
  }

  async save(tx: Tx, plan: PlanEntity, more: Partial<PlanEntity>): Promise<PlanEntity> {
    const changed = Object.assign(new PlanEntity(), plan, more, { version: plan.version + 1, updatedAt: tx.now });
    await tx.em.update(PlanEntity, { homeId: plan.homeId, id: plan.id }, changed);
    return changed;
  }
}

/** Every rule a list of sessions breaks, as sentences. */
export function findingsOf(week: Pick<StatedWeek, 'problem' | 'names'>, sessions: readonly PlannedSession[]): string[] {
  return check(week.problem, { instance: week.problem.id, sessions }, week.names).violations.map(({ message }) => `${message.slice(0, 1).toUpperCase()}${message.slice(1)}`);
}

export async function publishedPlan({ em, actor }: Tx, weekStarts: Day): Promise<PlanEntity | null> {
  return em.findOneBy(PlanEntity, { homeId: actor.homeId, weekStarts, status: 'published' });
}
