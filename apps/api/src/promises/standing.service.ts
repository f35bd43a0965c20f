/** Standing promises: made once, and from then on a promise in the ledger for every day they come round on, until the person lets go. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Repeats } from '@promenade/domain/people/routine-repeats';
import type { Feasible, Level } from '@promenade/domain/promises/promise';
import { STANDING_WORDS, daysToMake, mayEndStanding, mayStand } from '@promenade/domain/promises/standing';
import { type Day, dayIn } from '@promenade/domain/shared/time';
import { In, MoreThanOrEqual } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { daysDue } from '../people/recurrence.ts';
import { ResidentStatusChangeEntity } from '../people/support.entities.ts';
import { LedgerService, type LedgerTx } from './ledger.service.ts';
import { PromiseEntity } from './promises.entities.ts';
import { PromisesService } from './promises.service.ts';
import { StandingEndEntity, StandingPromiseEntity } from './standing.entities.ts';

export type StandingMaking = {
  residentId: string; words: string; activityId: string | null; level: Level; days: readonly number[]; repeats: string; since: Day; madeTo: string; found: string; feasible: Feasible | null;
  lifeFactId: string | null; wishId: string | null;
};
export type StandingEnding = { standingId: string; words: string; by: string; supporterId: string | null };

/** One that is kept, with how it ended if it did. */
export type StandingRow = StandingPromiseEntity & { readonly end: StandingEndEntity | null };
type Zoned = LedgerTx & { readonly actor: { readonly zone: string } };

@Injectable()
export class StandingService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly promises: PromisesService,
  ) {}

  /** Made in the asker's name; its first days are promised at once. A wish it comes from is answered by it. */
  async make(tx: Tx, making: StandingMaking): Promise<StandingRow | Refused> {
    const { homeId, accountId, name, zone } = tx.actor;
    await this.ledger.waitForTurn(tx);
    const resident = await tx.em.findOneBy(ResidentEntity, { homeId, id: making.residentId });
    if (!resident) throw new NotFound('This resident');
    const decision = mayStand(making, resident, dayIn(zone, tx.now));
    if (!decision.allowed) return refused(STANDING_WORDS, decision.reasons);
    if (making.wishId !== null && !(await this.promises.answerWish(tx, making.wishId, making.residentId))) return refused(STANDING_WORDS, [{ code: 'WISH_ANSWERED' }]);
    const row: StandingPromiseEntity = {
      ...making, homeId, id: newId(), words: making.words.trim(), madeTo: making.madeTo.trim(), found: making.found.trim(), repeats: making.repeats as Repeats,
      days: [...new Set(making.days)].toSorted((a, b) => a - b), madeBy: accountId, madeByName: name, madeAt: tx.now,
    };
    await tx.em.insert(StandingPromiseEntity, row);
    await this.fill(tx);
    return Object.assign({}, row, { end: null });
  }

  /** The person, or whoever may decide for them, lets go of it: no day is promised any more, and those to come are released in the same words. */
  async end(tx: Tx, { standingId, words, ...ending }: StandingEnding): Promise<StandingRow | Refused> {
    const { homeId, accountId, name, zone } = tx.actor;
    await this.ledger.waitForTurn(tx);
    const standing = await this.byId(tx, standingId);
    const decision = mayEndStanding({ endedOn: standing.end?.endedOn ?? null }, words);
    if (!decision.allowed) return refused(STANDING_WORDS, decision.reasons);
    const resident = await tx.em.findOneByOrFail(ResidentEntity, { homeId, id: standing.residentId });
    const who = await this.promises.whoDecides(tx, standing, resident, { words, ...ending });
    if ('reasons' in who) return who;
    const today = dayIn(zone, tx.now);
    const end: StandingEndEntity = {
      homeId, id: newId(), standingId, endedOn: today, words: words.trim(), byName: who.by, byRight: who.right, recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
    };
    await tx.em.insert(StandingEndEntity, end);
    const toCome = await tx.em.find(PromiseEntity, { where: { homeId, standingId, owed: true, unexplained: false, dueOn: MoreThanOrEqual(today) }, order: { dueOn: 'ASC' } });
    for (const { id } of toCome) await this.ledger.append(tx, id, { kind: 'released', words: words.trim(), ...who, recordedBy: name });
    return Object.assign({}, standing, { end });
  }

  async list(tx: LedgerTx, residentId: string | null = null): Promise<StandingRow[]> {
    const { homeId } = tx.actor;
    const rows = await tx.em.find(StandingPromiseEntity, { where: { homeId, ...(residentId ? { residentId } : {}) }, order: { madeAt: 'ASC', id: 'ASC' } });
    return this.withEnds(tx, rows);
  }

  async byId(tx: LedgerTx, id: string): Promise<StandingRow> {
    const [row] = await this.withEnds(tx, await tx.em.findBy(StandingPromiseEntity, { homeId: tx.actor.homeId, id }));
    if (!row) throw new NotFound('This standing promise');
    return row;
  }

  /**
   * Promises every day of the home's standing promises that is due to be promised and is not yet; says how many. Whoever
   * else does the same waits, finds them made, and a promise's id follows from its day, so that none is made twice.
   */
  async fill(tx: Zoned): Promise<number> {
    const { homeId, zone } = tx.actor;
    if ((await this.list(tx)).every(({ end }) => end !== null)) return 0;
    await this.ledger.waitForTurn(tx);
    const open = (await this.list(tx)).filter(({ end }) => end === null);
    const residents = new Map((await tx.em.findBy(ResidentEntity, { homeId, id: In(open.map(({ residentId }) => residentId)) })).map((resident) => [resident.id, resident]));
    const back = await this.backOn(tx, [...residents.keys()]);
    const today = dayIn(zone, tx.now);
    let made = 0;
    for (const standing of open) {
      const { since, residentId } = standing;
      const terms = { since, endedOn: null, status: residents.get(residentId)?.status ?? 'moved out', backOn: back.get(residentId) ?? null };
      const due = (from: Day, to: Day) => daysDue(Object.assign({}, standing, { endedOn: null }), [], from, to);
      const wanted = new Map(daysToMake(terms, due, new Set(), today).map((day) => [idOn(standing.id, day), day]));
      const there = new Set((await tx.em.find(PromiseEntity, { where: { homeId, id: In([...wanted.keys()]) }, select: { homeId: true, id: true } })).map(({ id }) => id));
      for (const [id, day] of wanted) {
        if (there.has(id)) continue;
        const { words, activityId, level, madeByName, madeTo, lifeFactId, found, feasible } = standing;
        await this.ledger.append(tx, id, { kind: 'made', residentId, words, activityId, level, dueOn: day, madeBy: madeByName, madeTo, lifeFactId, wishId: null, found, standingId: standing.id, feasible });
        made += 1;
      }
    }
    return made;
  }

  private async withEnds(tx: LedgerTx, rows: readonly StandingPromiseEntity[]): Promise<StandingRow[]> {
    if (rows.length === 0) return [];
    const ends = await tx.em.findBy(StandingEndEntity, { homeId: tx.actor.homeId, standingId: In(rows.map(({ id }) => id)) });
    const by = new Map(ends.map((end) => [end.standingId, end]));
    return rows.map((row) => Object.assign({}, row, { end: by.get(row.id) ?? null }));
  }

  /** The day on which each of these people last came back to live here. */
  private async backOn(tx: LedgerTx, residentIds: readonly string[]): Promise<ReadonlyMap<string, Day>> {
    const rows = await tx.em.find(ResidentStatusChangeEntity, { where: { homeId: tx.actor.homeId, residentId: In([...residentIds]), toStatus: 'living here' }, order: { onDate: 'ASC' } });
    return new Map(rows.map(({ residentId, onDate }) => [residentId, onDate]));
  }
}

/** The id of a standing promise's promise on a day: the same wherever and however often it is asked for. */
export function idOn(standingId: string, day: Day): string {
  const hex = createHash('sha256').update(`standing promise ${standingId} on ${day}`).digest('hex');
  // Marked as a UUID of version 8, whose digits are the maker's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
