/** Does the planner's jobs: looks for a better week in a thread of its own, and keeps the best so far on the draft. */
import { randomInt } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { findPinned } from '@promenade/domain/planning/publish';
import type { Search } from '@promenade/domain/planning/search';
import type { PlannedSession } from '@promenade/domain/planning/week';
import type { Progress } from '@promenade/planner/solve';
import { HomeEntity } from '../access/access.entities.ts';
import { Db } from '../db/db.ts';
import { Jobs } from '../jobs/jobs.ts';
import { PLAN_QUEUE } from '../jobs/queues.ts';
import { startSolving } from '../jobs/solve.ts';
import type { SolveJob } from './drafts.service.ts';
import { PlanEntity } from './planning.entities.ts';
import { stateWeek } from './week-records.ts';

/** Milliseconds between two looks at whether somebody has stopped it, and two savings of what is better. */
const EVERY = 350;

type Best = Pick<Progress, 'plan' | 'score' | 'parts' | 'steps' | 'elapsed'>;

@Injectable()
export class SolvingService implements OnApplicationBootstrap {
  private readonly log = new Logger('Planner');

  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work(PLAN_QUEUE, (job, closing) => this.solve(job as SolveJob, closing));
  }

  /** Looks until the time is up, somebody stops it or changes the draft, or the house closes. */
  async solve(job: SolveJob, closing: AbortSignal): Promise<void> {
    const work = await this.begin(job);
    if (!work) return;
    let best: Best | null = null;
    let saved: Best | null = null;
    const solving = startSolving({ ...work, seed: randomInt(2 ** 31) }, (progress) => { best = progress; });
    closing.addEventListener('abort', solving.stop, { once: true });
    let saving: Promise<void> = Promise.resolve();
    const keep = async () => {
      const better = best === saved ? null : best;
      if (await this.keep(job, better, work.pinned, 'running', null)) saved = better ?? saved;
      else solving.stop();
    };
    const ticking = setInterval(() => {
      saving = saving.then(keep).catch((error: unknown) => this.log.warn(`a plan in the making could not be kept: ${String(error)}`));
    }, EVERY);
    try {
      const { plan, score, parts, steps } = await solving.solution;
      clearInterval(ticking);
      await saving;
      const elapsed = (best as Best | null)?.elapsed ?? work.milliseconds;
      await this.keep(job, { plan, score, parts, steps, elapsed }, work.pinned, closing.aborted ? 'stopped' : 'done', null);
    } catch (error) {
      clearInterval(ticking);
      await saving;
      this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      await this.keep(job, null, work.pinned, 'failed', 'The planner stumbled over this week. What it found so far is kept; try again.');
    } finally {
      clearInterval(ticking);
      await solving.end();
    }
  }

  /** The problem and where to begin, unless the job is no longer wanted. */
  private async begin({ homeId, planId, token }: SolveJob) {
    return this.db.asSystem('a week is planned', homeId, async (tx) => {
      const home = await tx.em.findOneByOrFail(HomeEntity, { id: homeId });
      const plan = await tx.em.findOne(PlanEntity, { where: { homeId, id: planId }, lock: { mode: 'pessimistic_write' } });
      if (plan?.search?.token !== token || plan.search.state !== 'waiting') return null;
      const { problem } = await stateWeek(tx, { homeId, zone: home.zone }, plan.weekStarts);
      await tx.em.update(PlanEntity, { homeId, id: planId }, { search: { ...plan.search, state: 'running', seenAt: tx.now.toISOString() }, version: plan.version + 1 });
      return {
        problem,
        warm: { instance: problem.id, sessions: plan.sessions },
        pinned: plan.pinned.flatMap((i) => plan.sessions[i] ?? []),
        milliseconds: plan.search.seconds * 1000,
      };
    });
  }

  /** Writes a sign of life, and the better plan if there is one. False when the search is no longer wanted. */
  private async keep({ homeId, planId, token }: SolveJob, best: Best | null, pinned: readonly PlannedSession[], state: Search['state'], why: string | null): Promise<boolean> {
    return this.db.asSystem('a better week is kept', homeId, async (tx) => {
      const plan = await tx.em.findOne(PlanEntity, { where: { homeId, id: planId }, lock: { mode: 'pessimistic_write' } });
      if (plan?.search?.token !== token || plan.search.state !== 'running') return false;
      const search: Search = { ...plan.search, state, why, seenAt: tx.now.toISOString(), ...(best ? { steps: best.steps, elapsed: Math.round(best.elapsed) } : {}) };
      const sessions = best ? inOrder(best.plan.sessions) : plan.sessions;
      const found = best ? { sessions, pinned: findPinned(sessions, pinned), score: best.score, parts: { ...best.parts } } : {};
      const isNews = best !== null || state !== 'running';
      await tx.em.update(PlanEntity, { homeId, id: planId }, { search, ...found, updatedAt: tx.now, version: plan.version + (isNews ? 1 : 0) });
      return true;
    });
  }
}

function inOrder(sessions: readonly PlannedSession[]): PlannedSession[] {
  return sessions.toSorted((a, b) => a.start - b.start || (a.activity < b.activity ? -1 : 1));
}
