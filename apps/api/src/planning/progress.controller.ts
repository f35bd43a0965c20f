/** The week drawn live: each better plan as it is found, to every screen that has it open. */
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { searchState } from '@promenade/domain/planning/search';
import type { Request, Response } from 'express';
import { validate as isUuid } from 'uuid';
import { Access } from '../access/access.decorator.ts';
import type { Asking } from '../access/asking.ts';
import { Db } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { PlanEntity } from './planning.entities.ts';

/** Milliseconds between two looks at the draft: it lives in the database, so any process can tell of any other's search. */
const EVERY = 300;

@Controller('api/plans')
export class ProgressController {
  constructor(private readonly db: Db) {}

  /** Server-sent events: `plan` for each newer version of the draft, `end` when nobody is looking for a better one. */
  @Get(':id/progress')
  @Access('plan.read')
  async progress(@Req() request: Request & { asking: Asking }, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const { actor } = request.asking;
    const look = () => this.db.read(actor, async (tx) => {
      const plan = isUuid(id) ? await tx.em.findOneBy(PlanEntity, { homeId: actor.homeId, id }) : null;
      return plan && { plan, state: searchState(plan.search, tx.now) };
    });
    let seen = await look();
    if (!seen) throw new NotFound('This plan');
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    const closed = new AbortController();
    request.on('close', () => closed.abort());
    let version = -1;
    while (seen && !closed.signal.aborted) {
      if (seen.plan.version !== version) {
        version = seen.plan.version;
        response.write(`event: plan\nid: ${version}\ndata: ${JSON.stringify(eventOf(seen.plan, seen.state))}\n\n`);
      }
      if (seen.state !== 'running' && seen.state !== 'waiting') break;
      await new Promise((resolve) => setTimeout(resolve, EVERY));
      seen = await look().catch(() => null);
    }
    response.end('event: end\ndata: {}\n\n');
  }
}

function eventOf({ version, sessions, pinned, score, parts, search }: PlanEntity, state: string | null): object {
  return { version, sessions, pinned, score, parts, search: search && { state, seconds: search.seconds, elapsed: search.elapsed, steps: search.steps, why: search.why } };
}
