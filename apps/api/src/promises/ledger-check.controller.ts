/** The page where anyone who holds an old place of a home's ledger sees whether today's history contains it. No sign-in, no script. */
import { Controller, Get, Query, Res } from '@nestjs/common';
import { type Asked, type Found, whatWasAsked } from '@promenade/domain/promises/ledger-places';
import type { Response } from 'express';
import { Access } from '../access/access.decorator.ts';
import { Clock } from '../db/clock.ts';
import { Db } from '../db/db.ts';
import { checkPage } from './ledger-check.page.ts';
import { readChain } from './ledger-reading.ts';

/** So long one recomputation of a home's ledger serves everyone who asks: asking often costs nothing more. */
const SERVES_FOR_MS = 60_000;
const HOMES_REMEMBERED = 1000;

type Whole = { readonly at: number; /** Up to which entry the ledger is whole. */ readonly upTo: Promise<number> };

@Controller('check')
export class LedgerCheckController {
  private readonly read = new Map<string, Whole>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('public')
  async check(@Res() response: Response, @Query() query: Record<string, unknown>): Promise<void> {
    const asked = whatWasAsked(query);
    const found = asked !== null && 'seq' in asked ? await this.find(asked) : null;
    response.set({ 'Cache-Control': 'no-store', 'Content-Type': 'text/html; charset=utf-8' }).send(checkPage(asked, found));
  }

  /** Says nothing but whether the place is there: not what is written at it, nor who is in the home. */
  private async find({ home, seq, hash }: Asked): Promise<Found> {
    const homeId = await this.homeOf(home);
    if (homeId === null) return 'not known';
    const rows = await this.db.asSystem('somebody checks an old digest', homeId, (tx) => tx.em.query<{ hash: string }[]>('SELECT hash FROM ledger_entry WHERE home_id = $1 AND seq = $2', [homeId, seq]));
    if (!rows[0]?.hash.startsWith(hash)) return 'not contained';
    return seq <= (await this.wholeUpTo(homeId)) ? 'contained' : 'not contained';
  }

  /** By its number, or by its name where only one home has it. */
  private async homeOf(home: string): Promise<string | null> {
    const rows = await this.db.asSystem('somebody checks an old digest', null, (tx) => tx.em.query<{ id: string }[]>('SELECT id FROM home WHERE id::text = lower($1) OR lower(name) = lower($1) LIMIT 2', [home]));
    return rows.length === 1 ? (rows[0]?.id ?? null) : null;
  }

  /** A place counts only where everything before it still holds together. */
  private wholeUpTo(homeId: string): Promise<number> {
    const now = this.clock.now().getTime();
    const known = this.read.get(homeId);
    if (known && Math.abs(now - known.at) < SERVES_FOR_MS) return known.upTo;
    const upTo = this.db.asSystem('the ledger is recomputed for whoever holds an old digest', homeId, async (tx) => {
      const { breaks, head } = await readChain((sql, values) => tx.em.query(sql, values), homeId);
      return breaks.length === 0 ? (head?.seq ?? 0) : Math.min(...breaks.map(({ seq }) => seq)) - 1;
    });
    if (this.read.size >= HOMES_REMEMBERED) this.read.clear();
    this.read.set(homeId, { at: now, upTo });
    upTo.catch(() => this.read.delete(homeId));
    return upTo;
  }
}
