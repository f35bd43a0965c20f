/** Handovers: made from the records while they are open, kept as they are once given or read, with words of people's own. */
import { Injectable } from '@nestjs/common';
import { touchesOn } from '@promenade/domain/handover/aloud';
import { type HandoverLine, linesOf, readableLines } from '@promenade/domain/handover/lines';
import { HANDOVER_WORDS, type HandoverReason, beginsAt, isCurrent, mayNote } from '@promenade/domain/handover/rules';
import { addDays, dayIn, instantAt } from '@promenade/domain/shared/time';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { maySeeAll, namedFor, topicsOf } from '../people/life-story.reads.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { HandoverEntity, HandoverNoteEntity, HandoverReadingEntity } from './handover.entities.ts';
import type { HandoverHead, HandoverNoteInput, HandoverNoteKept, HandoverReading, HandoverType, HandoversType, ReadHandoverInput } from './handover.graphql.ts';
import { handoverFacts, notes, shiftEndsAt } from './handover.reads.ts';

const no = (code: HandoverReason, about?: string) => refused(HANDOVER_WORDS, [about === undefined ? { code } : { code, about }]);
const WEEKS_BACK = 4;

@Injectable()
export class HandoverService {
  /** The one to read now, what came since, one's own notes, and those before. */
  async all(tx: Tx): Promise<HandoversType> {
    const { accountId } = tx.actor;
    const last = await this.last(tx);
    const ends = await shiftEndsAt(tx);
    const open = await this.made(tx, last, ends);
    const mayRead = await this.reader(tx);
    const own = (await notes(tx, { from: open.from, until: tx.now })).filter(({ recordedBy }) => recordedBy === accountId);
    const isKept = last !== null && isCurrent(last.untilAt, tx.now);
    const live: HandoverType = { id: null, ...open, keptByName: null, lines: readableLines(open.lines, mayRead), readings: [], readByMe: false };
    return {
      current: isKept ? shown(tx, last, await this.readings(tx, last.id), mayRead) : live, since: isKept ? live : null, shiftEndsAt: ends,
      mine: own.map(({ id, residentId, name, words, urgent, sensitive }) => ({ id, residentId, name, words, urgent, sensitive })), past: await this.past(tx),
    };
  }

  async one(tx: Tx, id: string): Promise<HandoverType> {
    const found = await tx.em.findOneBy(HandoverEntity, { homeId: tx.actor.homeId, id });
    if (!found) throw new NotFound('This handover');
    return shown(tx, found, await this.readings(tx, id), await this.reader(tx));
  }

  /** Keeps what stands now for whoever comes next. */
  async give(tx: Tx, id: string): Promise<HandoverType | Refused> {
    await inTurn(tx);
    if (!(await tx.em.existsBy(HandoverEntity, { homeId: tx.actor.homeId, id }))) {
      const last = await this.last(tx);
      if (last !== null && tx.now.getTime() - last.untilAt.getTime() < 60_000) return no('HANDED_OVER_JUST_NOW', last.recordedByName);
      await this.keep(tx, id, last);
    }
    return this.one(tx, id);
  }

  /** That somebody has read it. One that nobody has given is kept as they read it. */
  async read(tx: Tx, { id, handoverId }: ReadHandoverInput): Promise<HandoverType> {
    await inTurn(tx);
    const { homeId, accountId: recordedBy, name: recordedByName } = tx.actor;
    const again = await tx.em.findOneBy(HandoverReadingEntity, { homeId, id });
    if (again) return this.one(tx, again.handoverId);
    if (handoverId !== null && !(await tx.em.existsBy(HandoverEntity, { homeId, id: handoverId }))) throw new NotFound('This handover');
    const last = handoverId === null ? await this.last(tx) : null;
    const wanted = handoverId ?? (last !== null && isCurrent(last.untilAt, tx.now) ? last.id : await this.keep(tx, newId(), last));
    await tx.em.createQueryBuilder().insert().into(HandoverReadingEntity).values({ homeId, id, handoverId: wanted, recordedBy, recordedByName, recordedAt: tx.now }).orIgnore().execute();
    return this.one(tx, wanted);
  }

  async note(tx: Tx, { id, residentId, words: raw, urgent, sensitive: asked, correctsId }: HandoverNoteInput): Promise<HandoverNoteKept | Refused> {
    await inTurn(tx);
    const { homeId, accountId: recordedBy, name: recordedByName } = tx.actor;
    const words = raw.trim();
    if (residentId !== null && !(await tx.em.existsBy(ResidentEntity, { homeId, id: residentId }))) throw new NotFound('This resident');
    const topics = residentId === null ? [] : (await topicsOf(tx, [residentId])).map((topic) => topic.words);
    const hushed = asked || touchesOn(words, topics);
    const again = await tx.em.findOneBy(HandoverNoteEntity, { homeId, id });
    if (again) return again.words === words && again.residentId === residentId && again.urgent === urgent && again.correctsId === correctsId ? { id, hushed } : no('NOTE_SAID_OTHERWISE');
    const before = correctsId === null ? null : await tx.em.findOneBy(HandoverNoteEntity, { homeId, id: correctsId });
    const stands = before !== null && before.words !== '' && !(await tx.em.existsBy(HandoverNoteEntity, { homeId, correctsId: before.id }));
    const decision = mayNote({ words, corrects: correctsId !== null }, before && { stands, mine: before.recordedBy === recordedBy, by: before.recordedByName });
    if (!decision.allowed) return refused(HANDOVER_WORDS, decision.reasons);
    await tx.em.insert(HandoverNoteEntity, { homeId, id, residentId, words, urgent, sensitive: hushed, correctsId, recordedBy, recordedByName, recordedAt: tx.now });
    return { id, hushed };
  }

  private async keep(tx: Tx, id: string, last: HandoverEntity | null): Promise<string> {
    const { from, until, lines } = await this.made(tx, last, await shiftEndsAt(tx));
    const { homeId, accountId: recordedBy, name: recordedByName } = tx.actor;
    await tx.em.insert(HandoverEntity, { homeId, id, fromAt: from, untilAt: until, lines, recordedBy, recordedByName, recordedAt: tx.now });
    return id;
  }

  private async made(tx: Tx, last: HandoverEntity | null, ends: Date): Promise<{ from: Date; until: Date; lines: HandoverLine[] }> {
    const from = beginsAt(last?.untilAt ?? null, tx.now);
    return { from, until: tx.now, lines: linesOf(await handoverFacts(tx, { from, until: tx.now }, ends)) };
  }

  private async last(tx: Tx): Promise<HandoverEntity | null> {
    const [last] = await tx.em.find(HandoverEntity, { where: { homeId: tx.actor.homeId }, order: { untilAt: 'DESC' }, take: 1 });
    return last ?? null;
  }

  private async readings(tx: Tx, handoverId: string): Promise<(HandoverReading & { recordedBy: string })[]> {
    const rows = await tx.em.find(HandoverReadingEntity, { where: { homeId: tx.actor.homeId, handoverId }, order: { recordedAt: 'ASC', id: 'ASC' } });
    return rows.map(({ id, recordedByName: name, recordedAt: at, recordedBy }) => ({ id, name, at, recordedBy }));
  }

  private past(tx: Tx): Promise<HandoverHead[]> {
    const since = instantAt(tx.actor.zone, addDays(dayIn(tx.actor.zone, tx.now), -7 * WEEKS_BACK), 0);
    return tx.em.query<HandoverHead[]>(
      `SELECT h.id, h.from_at AS from, h.until_at AS until, h.recorded_by_name AS "keptByName",
         ARRAY(SELECT r.recorded_by_name FROM handover_reading r WHERE r.home_id = h.home_id AND r.handover_id = h.id ORDER BY r.recorded_at, r.id) AS "readBy"
       FROM handover h WHERE h.home_id = $1 AND h.until_at >= $2 ORDER BY h.until_at DESC`, [tx.actor.homeId, since]);
  }

  /** Who may read what is sensitive: whoever may read all of it, and a named worker of their own people. */
  private async reader(tx: Tx): Promise<(residentId: string | null) => boolean> {
    if (maySeeAll(tx.actor)) return () => true;
    const own = await namedFor(tx);
    return (residentId) => residentId !== null && own.has(residentId);
  }
}

function shown(tx: Tx, { id, fromAt: from, untilAt: until, recordedByName: keptByName, lines }: HandoverEntity, readings: (HandoverReading & { recordedBy: string })[], mayRead: (residentId: string | null) => boolean): HandoverType {
  return { id, from, until, keptByName, lines: readableLines(lines, mayRead), readings, readByMe: readings.some(({ recordedBy }) => recordedBy === tx.actor.accountId) };
}

/** One at a time in a home: whoever comes second reads what the first one kept. */
async function inTurn(tx: Tx): Promise<void> {
  await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('handover ' || $1, 0))`, [tx.actor.homeId]);
}
