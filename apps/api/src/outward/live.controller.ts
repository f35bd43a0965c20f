/** Tells a family's open page that something changed, and never what: the page then asks again, as itself. */
import { Controller, Get, type BeforeApplicationShutdown, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Access } from '../access/access.decorator.ts';
import type { Actor } from '../access/actor.ts';
import type { Asking } from '../access/asking.ts';
import { tokenIn } from '../access/cookie.ts';
import { SignInService } from '../access/sign-in.service.ts';
import { Db } from '../db/db.ts';
import { Surprise } from '../graphql/errors.ts';
import { marksOf } from './live.reads.ts';

/** Milliseconds between two looks. Who asks and what they may see is read again at each. */
const EVERY = 2000;
/** Looks after which a sign of life is sent, so that a broken line is noticed. */
const BREATH = 12;
/** Pages one account may hold open in one process. */
export const STREAMS_EACH = 4;

@Controller('api/family')
export class LiveController implements BeforeApplicationShutdown {
  private readonly open = new Map<string, number>();
  private readonly closing = new AbortController();

  constructor(
    private readonly db: Db,
    private readonly signIns: SignInService,
  ) {}

  beforeApplicationShutdown(): void {
    this.closing.abort();
  }

  /** Server-sent events: `changed` with a person and a part of their page, `end` when whoever asked may no longer. */
  @Get('live')
  @Access('family.read')
  async live(@Req() request: Request & { asking: Asking }, @Res() response: Response): Promise<void> {
    const { accountId } = request.asking.actor;
    const held = this.open.get(accountId) ?? 0;
    if (held >= STREAMS_EACH) throw new Surprise('CONFLICT', 'This page is open in many places. Close one of them, and it comes up to date by itself here.');
    this.open.set(accountId, held + 1);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
      response.write('retry: 5000\n\n');
      await this.tell(tokenIn(request) ?? '', response, AbortSignal.any([gone.signal, this.closing.signal]));
    } finally {
      this.leave(accountId);
      response.end();
    }
  }

  private async tell(token: string, response: Response, over: AbortSignal): Promise<void> {
    let seen: ReadonlyMap<string, string> | null = null;
    for (let look = 1; !over.aborted; look += 1) {
      const actor = await this.signIns.whoHolds(token);
      if (actor?.audience !== 'supporter') {
        response.write('event: end\ndata: {}\n\n');
        return;
      }
      const marks = await this.look(actor);
      if (seen) for (const [place] of changedIn(seen, marks)) response.write(`event: changed\ndata: ${place}\n\n`);
      else response.write('event: ready\ndata: {}\n\n');
      if (look % BREATH === 0) response.write(': here\n\n');
      seen = marks;
      await pause(EVERY, over);
    }
  }

  private look(actor: Actor): Promise<ReadonlyMap<string, string>> {
    return this.db.read(actor, async (tx) => new Map((await marksOf(tx)).map(({ person, part, mark }) => [JSON.stringify({ person, part }), mark])));
  }

  private leave(accountId: string): void {
    const left = (this.open.get(accountId) ?? 1) - 1;
    if (left > 0) this.open.set(accountId, left);
    else this.open.delete(accountId);
  }
}

/** Parts whose mark is another one now; one that is gone has changed too, and says no more after that. */
function changedIn(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): [string, string][] {
  const places = new Set([...before.keys(), ...after.keys()]);
  return [...places].filter((place) => before.get(place) !== after.get(place)).map((place) => [place, after.get(place) ?? '']);
}

function pause(milliseconds: number, over: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (over.aborted) {
      resolve();
      return;
    }
    const done = () => {
      clearTimeout(timer);
      over.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    over.addEventListener('abort', done);
  });
}
