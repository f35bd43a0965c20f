/** A supporter's page of their people: each part only for those who share it. */
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { SHARED_KINDS, type SharedKind, sayNotShared } from '@promenade/domain/circle/sharing';
import { type Decider, mayDecide } from '@promenade/domain/circle/who-decides';
import { type Figures, figuresOf, sayOpening } from '@promenade/domain/family/headline';
import { type ReadEntry, type Reading, disputeStanding, sayEntry, sayReason, standing } from '@promenade/domain/family/promise-words';
import { WORD_WORDS, isSaidAlready, maySay } from '@promenade/domain/family/word';
import { countUnder, daysOf, listBehind, sayCount, sayLeftOut } from '@promenade/domain/kept/rate';
import { NOT_RUN_REASONS } from '@promenade/domain/promises/happened';
import { isUnexplained } from '@promenade/domain/promises/today';
import { type Day, addDays, dayIn, instantAt, sayWhen } from '@promenade/domain/shared/time';
import { AsksService } from '../asks/asks.service.ts';
import { VisitsService } from '../asks/visits.service.ts';
import type { Tx } from '../db/db.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { CapacityViewEntity } from '../people/decisions.entities.ts';
import { AuthorityEntity } from '../people/people.entities.ts';
import { type DueRow, duesBetween } from '../kept/kept.reads.ts';
import { LedgerService } from '../promises/ledger.service.ts';
import type { PromiseEntity } from '../promises/promises.entities.ts';
import { nationOf } from '../venues/home-place.ts';
import { bankHolidays } from '../venues/opening-hours.ts';
import { stoppedSharing } from './family-pages.reads.ts';
import type { FamilyFiguresType, FamilyPersonType, FamilyPromisePageType, FamilyPromiseType, FamilyType, LedgerHeadType } from './family.graphql.ts';
import { type PersonRow, byPromise, changesTold, happenedTo, peopleOf, plannedFor, promisesOf, routinesKept } from './family.reads.ts';
import { happeningOf, routineHappeningOf, sessionOf } from './family.rows.ts';

const DAYS_AHEAD = 7;
const DAYS_BACK = 21;
/** Five working days are never further. */
const HORIZON_DAYS = 21;
/** Kinds that have a part of the page. */
const PARTS: readonly SharedKind[] = ['promises', 'plan', 'attendance'];

@Injectable()
export class FamilyService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly asks: AsksService,
    private readonly visits: VisitsService,
  ) {}

  async family(tx: Tx): Promise<FamilyType> {
    const people = await peopleOf(tx);
    const today = dayIn(tx.actor.zone, tx.now);
    const sharing = (kind: SharedKind) => people.filter(({ sees }) => sees.includes(kind)).map(({ id }) => id);
    const promises = await promisesOf(tx, sharing('promises'));
    const entries = byPromise(promises.length > 0 ? await this.ledger.entriesOf(tx, promises.map(({ id }) => id)) : []);
    const planned = await plannedFor(tx, sharing('plan'), instantAt(tx.actor.zone, today, 0), instantAt(tx.actor.zone, addDays(today, DAYS_AHEAD), 0));
    const changed = await changesTold(tx, sharing('plan'), instantAt(tx.actor.zone, today, 0));
    const happened = await happenedTo(tx, sharing('attendance'), instantAt(tx.actor.zone, addDays(today, -DAYS_BACK), 0));
    const routines = await routinesKept(tx, sharing('attendance'), addDays(today, -DAYS_BACK));
    const own = <Row extends { residentId: string }>(rows: readonly Row[], { id }: PersonRow) => rows.filter(({ residentId }) => residentId === id);
    const authorities = await tx.em.findBy(AuthorityEntity, { homeId: tx.actor.homeId, supporterId: tx.actor.supporterId ?? '', supersededAt: IsNull() });
    const views = authorities.length > 0 ? await tx.em.find(CapacityViewEntity, { where: { homeId: tx.actor.homeId }, order: { recordedAt: 'ASC', id: 'ASC' } }) : [];
    const holidays = await holidaysFor(tx, [...entries.values()].flat());
    const dues = await duesBetween(tx, sharing('promises'), daysOf('year', today));
    const theirs = people.map(({ id }) => id);
    const asked = await this.asks.list(tx, null);
    const visits = theirs.length > 0 ? await this.visits.between(tx, theirs, today, addDays(today, DAYS_AHEAD - 1)) : [];
    const pages = people.map((person): FamilyPersonType => {
      const promised = own(promises, person);
      const reading = readingOf(tx, person, today, holidays);
      // After a death nothing is said of plans any more.
      const isGone = person.status === 'died';
      const figures = reading.sees.has('promises') ? figuresOf(promised, today) : null;
      const sessions = own(planned, person);
      const next = sessions.find(({ startsAt, status }) => status === 'planned' && startsAt >= tx.now);
      return {
        id: person.id, name: person.name,
        ...sayOpening(person.name, person.status, figures, reading.sees, next ? `Next: ${next.what}, ${sayWhen(tx.actor.zone, next.startsAt)}.` : null),
        promises: figures && promised.map((promise) => familyPromise(promise, entries.get(promise.id) ?? [], reading)),
        planned: reading.sees.has('plan') && !isGone ? sessions.map((row) => sessionOf(row, tx.actor.zone)) : null,
        changed: reading.sees.has('plan') && !isGone ? own(changed, person) : null,
        happened: reading.sees.has('attendance') ? [
          ...own(happened, person).map((row) => happeningOf(row, person.name, tx.actor.zone)),
          ...own(routines, person).map((row) => routineHappeningOf(row, person.name)),
        ].sort((a, b) => `${b.day}${b.from ?? ''}`.localeCompare(`${a.day}${a.from ?? ''}`)) : null,
        seesProgress: !isGone && reading.sees.has('progress'),
        figures: figures && figuresInWords(figures, own(dues, person), person.name),
        notShared: isGone ? [] : PARTS.filter((kind) => !reading.sees.has(kind)).map((kind) => sayNotShared(person.name, kind)),
        decidesSharing: mayDecide(askerOf(tx, person), 'sharing', own(authorities, person), today, { matter: null, views: own(views, person) }).allowed,
        isGone, asks: own(asked, person).filter((ask) => ask.state !== 'answered' || isRecent(tx, ask.entries.at(-1)?.at)), visits: own(visits, person),
      };
    });
    const stopped = (await stoppedSharing(tx)).map((at) => dayIn(tx.actor.zone, at));
    return { today, people: pages, head: promises.length > 0 ? await this.head(tx) : null, stopped };
  }

  async promisePage(tx: Tx, id: string): Promise<FamilyPromisePageType> {
    const { person, promise, entries, reading } = await this.promiseFor(tx, id);
    return {
      personId: person.id, person: person.name, promise: familyPromise(promise, entries, reading), head: await this.head(tx),
      history: entries.map((entry) => ({ id: entry.id, place: entry.seq, at: entry.at, kind: entry.kind, sentence: sayEntry(entry, reading), hash: entry.hash })),
    };
  }

  /** Adds what the supporter says to the ledger. Sent twice, it is kept once. */
  async say(tx: Tx, id: string, kind: 'confirmed' | 'disputed', words: string): Promise<FamilyPromisePageType | Refused> {
    const decision = maySay(kind, words);
    if (!decision.allowed) return refused(WORD_WORDS, decision.reasons);
    const { entries } = await this.promiseFor(tx, id);
    if (!isSaidAlready(entries, tx.actor.accountId, kind, words)) await this.ledger.append(tx, id, { kind, by: tx.actor.name, words: words.trim() });
    return this.promisePage(tx, id);
  }

  private async promiseFor(tx: Tx, id: string) {
    const people = (await peopleOf(tx)).filter(({ sees }) => sees.includes('promises'));
    const promise = (await promisesOf(tx, people.map((each) => each.id))).find((each) => each.id === id);
    const person = people.find((each) => each.id === promise?.residentId);
    if (!promise || !person) throw new NotFound('This promise');
    const entries = await this.ledger.entriesOf(tx, [id]);
    return { person, promise, entries, reading: readingOf(tx, person, dayIn(tx.actor.zone, tx.now), await holidaysFor(tx, entries)) };
  }

  private async head(tx: Tx): Promise<LedgerHeadType | null> {
    const head = await this.ledger.head(tx);
    return head && { entries: head.seq, hash: head.hash };
  }
}

function askerOf(tx: Tx, { relation }: PersonRow): Decider {
  return { as: 'supporter', supporterId: tx.actor.supporterId ?? '', name: tx.actor.name, relation };
}

const RECENT_MS = 7 * 86_400_000;
const isRecent = (tx: Tx, at: Date | undefined) => at !== undefined && tx.now.getTime() - at.getTime() < RECENT_MS;

/** Bank holidays from the oldest dispute on: an answer is due five working days after it. */
async function holidaysFor(tx: Tx, entries: readonly ReadEntry[]): Promise<Reading['holidays']> {
  const first = entries.filter(({ kind }) => kind === 'disputed').map(({ at }) => dayIn(tx.actor.zone, at)).toSorted()[0];
  return first === undefined ? new Set() : bankHolidays(await nationOf(tx.em, tx.actor.homeId), first, addDays(dayIn(tx.actor.zone, tx.now), HORIZON_DAYS));
}

function readingOf(tx: Tx, person: PersonRow, today: Day, holidays: Reading['holidays']): Reading {
  return { person: person.name, today, zone: tx.actor.zone, accountId: tx.actor.accountId, holidays, sees: new Set(SHARED_KINDS.filter((kind) => person.sees.includes(kind))) };
}

function familyPromise(promise: PromiseEntity, entries: readonly ReadEntry[], reading: Reading): FamilyPromiseType {
  const { mark, words: stateWords, reason, answers, newDate } = standing(promise, entries, reading);
  const { id, words, level, madeBy, dueOn, owed: isOwed } = promise;
  return { id, words, level, madeBy, madeOn: dayIn(reading.zone, promise.madeAt), dueOn, mark, stateWords, isOwed, isUnexplained: isUnexplained(promise, reading.today), reason, answers, newDate, dispute: disputeStanding(entries, reading) };
}

/** How often promises came due and were kept in a year: counted by the same rules, from the same rows, as the home counts them. */
function figuresInWords({ made, owed, unexplained }: Figures, dues: readonly DueRow[], person: string): FamilyFiguresType {
  const count = countUnder(dues, 'all', 'all');
  const reasons = NOT_RUN_REASONS.map((reason) => ({ words: sayReason(reason, reason === 'other' ? 'Another reason.' : '', person), times: listBehind(dues, { by: 'reason', key: reason, outcome: 'not kept' }).length }));
  return { made, owed, unexplained, kept: count.kept, partlyKept: count.partlyKept, words: [sayCount(count), sayLeftOut(count)].filter(Boolean).join(' '), reasons: reasons.filter(({ times }) => times > 0) };
}
