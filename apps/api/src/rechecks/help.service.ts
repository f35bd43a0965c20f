/** What would help most? Asked once, looked for in a thread of its own by whichever process is free, and kept with how far it has come. */
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { asPlanned, weekBounds } from '@promenade/domain/planning/week';
import { helpState, helpWeeks } from '@promenade/domain/rechecks/help';
import { dayIn, mondayOf } from '@promenade/domain/shared/time';
import { HomeEntity } from '../access/access.entities.ts';
import { Db, type Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Invalid } from '../graphql/errors.ts';
import { HELP_QUEUE } from '../jobs/queues.ts';
import { Jobs } from '../jobs/jobs.ts';
import type { FoundHelp } from '../jobs/thinking-worker.ts';
import { findHelp } from '../jobs/thinking.ts';
import { PlanEntity } from '../planning/planning.entities.ts';
import { stateWeek } from '../planning/week-records.ts';
import { calledIn } from './called.ts';
import { HelpSearchEntity } from './rechecks.entities.ts';

type HelpJob = { readonly homeId: string; readonly id: string };

/** How long it looks. */
const MILLISECONDS = 20_000;
/** Between two savings of what is known. */
const EVERY = 1000;

@Injectable()
export class HelpService implements OnApplicationBootstrap {
  private readonly log = new Logger('What would help');

  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work(HELP_QUEUE, (job, closing) => this.look(job as HelpJob, closing));
  }

  /** The last that was asked, with how far it has come. */
  async latest(tx: Tx): Promise<HelpSearchEntity | null> {
    return tx.em.findOne(HelpSearchEntity, { where: { homeId: tx.actor.homeId }, order: { askedAt: 'DESC', id: 'DESC' } });
  }

  /** Begins a search, or gives the one that is under way. */
  async ask(tx: Tx): Promise<HelpSearchEntity> {
    const { homeId, zone, accountId: askedBy, name: askedByName } = tx.actor;
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('help ' || $1, 0))`, [homeId]);
    const last = await this.latest(tx);
    if (last && ['waiting', 'running'].includes(helpState(last, tx.now))) return last;
    const published = await tx.em.find(PlanEntity, { select: { homeId: true, id: true, weekStarts: true }, where: { homeId, status: 'published' } });
    const weeks = helpWeeks(published.map(({ weekStarts }) => weekStarts), mondayOf(dayIn(zone, tx.now)));
    if (weeks.length === 0) throw new Invalid('No week has been published yet. Publish one, and ask again.');
    const row: HelpSearchEntity = { homeId, id: newId(), state: 'waiting', weeks, tried: 0, additions: 0, lines: [], already: [], askedBy, askedByName, askedAt: tx.now, seenAt: tx.now };
    await tx.em.insert(HelpSearchEntity, row);
    await this.jobs.send(tx, HELP_QUEUE, { homeId, id: row.id } satisfies HelpJob);
    return row;
  }

  async look({ homeId, id }: HelpJob, closing: AbortSignal): Promise<void> {
    const work = await this.begin(homeId, id).catch((error: unknown) => this.stumbled(homeId, id, error, null));
    if (!work) return;
    let known: FoundHelp | null = null;
    const keeping = setInterval(() => {
      void this.keep(homeId, id, known, 'running').catch((error: unknown) => this.log.warn(`what is known could not be kept: ${String(error)}`));
    }, EVERY);
    try {
      const found = await findHelp(work.about, { weeks: work.weeks, milliseconds: MILLISECONDS }, (progress) => { known = progress; }, closing);
      clearInterval(keeping);
      await this.keep(homeId, id, found, 'done');
    } catch (error) {
      clearInterval(keeping);
      await this.stumbled(homeId, id, error, known);
    } finally {
      clearInterval(keeping);
    }
  }

  /** Weeks that are over are taken as they stood when they began; what has begun of this one is left out. */
  private async begin(homeId: string, id: string) {
    return this.db.asSystem('what would help is looked for', homeId, async (tx) => {
      const search = await tx.em.findOne(HelpSearchEntity, { where: { homeId, id }, lock: { mode: 'pessimistic_write' } });
      if (search?.state !== 'waiting') return null;
      const { zone } = await tx.em.findOneByOrFail(HomeEntity, { id: homeId });
      const stated = [];
      for (const monday of search.weeks) stated.push(await stateWeek({ em: tx.em, now: weekBounds(zone, monday).from }, { homeId, zone }, monday));
      await tx.em.update(HelpSearchEntity, { homeId, id }, { state: 'running', seenAt: tx.now });
      const [first] = stated;
      if (!first) return null;
      return {
        about: { problem: first.problem, called: new Map(stated.flatMap((week) => [...calledIn(week)])) },
        weeks: stated.map(({ problem, told }) => ({ problem, plan: { instance: problem.id, sessions: told.map(asPlanned) } })),
      };
    });
  }

  private async stumbled(homeId: string, id: string, error: unknown, known: FoundHelp | null): Promise<null> {
    this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    await this.keep(homeId, id, known, 'failed');
    return null;
  }

  private async keep(homeId: string, id: string, found: FoundHelp | null, state: HelpSearchEntity['state']): Promise<void> {
    await this.db.asSystem('what would help is kept', homeId, async (tx) => {
      const what = found ? { lines: [...found.lines], already: [...found.already], tried: found.tried, additions: found.of } : {};
      await tx.em.update(HelpSearchEntity, { homeId, id }, { state, seenAt: tx.now, ...what });
    });
  }
}
