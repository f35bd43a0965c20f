/** A change of where somebody lives: what it means is worked out first, and then done, all of it or nothing. */
import { Injectable } from '@nestjs/common';
import { STATUS_WORDS, type Status, dueAfterPause, isStatus, mayChangeStatus, promisesThen, sayMeaning, sayToFamily, whyOff } from '@promenade/domain/people/status';
import type { TellingWhy } from '@promenade/domain/planning/tellings';
import { asPlanned } from '@promenade/domain/planning/week';
import { type Day, dayIn, mondayOf, sayWhen } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import { In, MoreThanOrEqual } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { ResidentStatusChangeEntity } from '../people/support.entities.ts';
import { DraftsService, publishedPlan } from '../planning/drafts.service.ts';
import { PlanEntity } from '../planning/planning.entities.ts';
import { PublishingService, waitForWeek } from '../planning/publishing.service.ts';
import { stateWeek } from '../planning/week-records.ts';
import { LedgerService } from '../promises/ledger.service.ts';
import { PromiseEntity } from '../promises/promises.entities.ts';
import type { ChangeStatusInput, StatusMeaningType } from './status.graphql.ts';

type Booked = { what: string; startsAt: Date; others: number };

@Injectable()
export class StatusService {
  constructor(
    private readonly drafts: DraftsService,
    private readonly publishing: PublishingService,
    private readonly ledger: LedgerService,
  ) {}

  /** What it would mean, before anybody confirms it. */
  async meaning(tx: Tx, residentId: string, to: string, on: Day): Promise<StatusMeaningType | Refused> {
    const resident = await this.residentOf(tx, residentId);
    const decision = mayChangeStatus({ from: resident.status, to, on, name: resident.preferredName }, dayIn(tx.actor.zone, tx.now));
    if (!decision.allowed || !isStatus(to)) return decision.allowed ? refused(STATUS_WORDS, [{ code: 'NOT_A_STATUS' }]) : refused(STATUS_WORDS, decision.reasons);
    const { preferredName: name } = resident;
    const booked = await this.bookedFor(tx, residentId);
    const consequences = sayMeaning({
      name, to, booked: booked.map(({ what, startsAt }) => `${what}, ${sayWhen(tx.actor.zone, startsAt)}`), alone: booked.filter(({ others }) => others === 0).length,
      drafts: (await this.draftsWith(tx, residentId)).length, promises: (await this.promisesOf(tx, residentId, to)).map(({ words }) => words), family: await this.familyOf(tx, residentId),
    });
    return { residentId, name, from: resident.status, to, consequences, familyWords: sayToFamily(name, to) };
  }

  /** Carries it out in one unit of work, if it still means what was read. */
  async change(tx: Tx, input: ChangeStatusInput): Promise<ResidentStatusChangeEntity | Refused> {
    const { homeId, accountId, name: by } = tx.actor;
    const before = await tx.em.findOneBy(ResidentStatusChangeEntity, { homeId, id: input.id, residentId: input.residentId });
    if (before) return before;
    if (!isStatus(input.to)) throw new Invalid('Choose where the person is now: living here, in hospital, away, moved out or died.');
    // The order in which everybody takes turns: the weeks first, the ledger, then the person.
    const weeks = await this.weeksWith(tx, input.residentId);
    for (const week of weeks) await waitForWeek(tx, week);
    await this.ledger.waitForTurn(tx);
    const resident = await tx.em.findOne(ResidentEntity, { where: { homeId, id: input.residentId }, lock: { mode: 'pessimistic_write' } });
    if (!resident) throw new NotFound('This person');
    const meaning = await this.meaning(tx, resident.id, input.to, input.on);
    if ('reasons' in meaning) return meaning;
    const isAsRead = meaning.consequences.length === input.seen.length && meaning.consequences.every((line, at) => line === input.seen[at]);
    if (!isAsRead) return refused(STATUS_WORDS, [{ code: 'CHANGED_SINCE' }]);
    if (input.to !== 'living here') await this.takeOut(tx, resident, input.to, weeks);
    await this.settlePromises(tx, resident, input.to);
    const row: ResidentStatusChangeEntity = {
      homeId, id: input.id, residentId: resident.id, fromStatus: resident.status, toStatus: input.to, onDate: input.on, words: wordsOrNull(input.words), familyWords: meaning.familyWords,
      consequences: meaning.consequences, recordedBy: accountId, recordedByName: by, recordedAt: tx.now,
    };
    await tx.em.insert(ResidentStatusChangeEntity, row);
    await tx.em.update(ResidentEntity, { homeId, id: resident.id }, { status: input.to });
    return row;
  }

  async history(tx: Tx, residentId: string): Promise<ResidentStatusChangeEntity[]> {
    await this.residentOf(tx, residentId);
    return tx.em.find(ResidentStatusChangeEntity, { where: { homeId: tx.actor.homeId, residentId }, order: { recordedAt: 'DESC', id: 'DESC' } });
  }

  /** Out of every session ahead; one that was theirs alone will not take place. After a death nobody's side is told of sessions. */
  private async takeOut(tx: Tx, { id, preferredName }: ResidentEntity, to: Status, weeks: readonly Day[]): Promise<void> {
    const reason = whyOff(preferredName, to);
    const said = reason.replace(/\.$/, '');
    const why: TellingWhy = { staff: said, of: (residentId) => (residentId === id ? said : null), about: [], silent: to === 'died' ? [id] : [] };
    for (const weekStarts of weeks) {
      const plan = await publishedPlan(tx, weekStarts);
      if (!plan) continue;
      const week = await stateWeek(tx, tx.actor, weekStarts);
      const wanted = without(week.told.map(asPlanned), id);
      await this.publishing.tell(tx, plan.id, weekStarts, week, wanted, { plan: reason, telling: why });
      await this.drafts.save(tx, plan, { sessions: wanted });
    }
    for (const draft of await this.draftsWith(tx, id)) await this.drafts.save(tx, draft, { ...keepPins(draft, id) });
    await this.callOffApart(tx, id, reason);
  }

  /** What was arranged for them apart from the plan, such as a review, is off: whoever was booked with them is free again. */
  private async callOffApart(tx: Tx, residentId: string, why: string): Promise<void> {
    const { homeId } = tx.actor;
    const rows = await tx.em.query<{ id: string }[]>(
      `SELECT DISTINCT s.id FROM session s JOIN booking b ON b.home_id = s.home_id AND b.session_id = s.id WHERE s.home_id = $1 AND s.apart AND s.status = 'planned' AND s.starts_at > $3 AND b.resident_id = $2`, [homeId, residentId, tx.now]);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    await tx.em.query('DELETE FROM booking WHERE home_id = $1 AND session_id = ANY($2)', [homeId, ids]);
    await tx.em.query(`UPDATE session SET status = 'cancelled', cancelled_why = $3 WHERE home_id = $1 AND id = ANY($2)`, [homeId, ids, why]);
  }

  private async settlePromises(tx: Tx, { id, preferredName }: ResidentEntity, to: Status): Promise<void> {
    const then = promisesThen(to);
    const today = dayIn(tx.actor.zone, tx.now);
    const by = tx.actor.name;
    for (const promise of await this.promisesOf(tx, id, to)) {
      if (then === 'paused') await this.ledger.append(tx, promise.id, { kind: 'paused', why: whyOff(preferredName, to), by });
      if (then === 'closed') await this.ledger.append(tx, promise.id, { kind: 'closed', why: whyOff(preferredName, to), by });
      if (then === 'resumed' && promise.standingId !== null) await this.ledger.append(tx, promise.id, promise.dueOn < today ? { kind: 'closed', why: `${preferredName} was not here on that day.`, by } : { kind: 'resumed', dueOn: promise.dueOn, by });
      else if (then === 'resumed') await this.ledger.append(tx, promise.id, { kind: 'resumed', dueOn: dueAfterPause(promise.dueOn, await this.pausedOn(tx, promise.id, today), today), by });
    }
  }

  private async pausedOn(tx: Tx, promiseId: string, today: Day): Promise<Day> {
    const paused = (await this.ledger.entriesOf(tx, [promiseId])).findLast(({ kind }) => kind === 'paused');
    return paused ? dayIn(tx.actor.zone, paused.at) : today;
  }

  /** Promises that the change is about: those owed, and on return those that wait. */
  private promisesOf(tx: Tx, residentId: string, to: Status): Promise<PromiseEntity[]> {
    const then = promisesThen(to);
    return tx.em.find(PromiseEntity, { where: { homeId: tx.actor.homeId, residentId, owed: true, ...(then === 'closed' ? {} : { paused: then === 'resumed' }) }, order: { dueOn: 'ASC', id: 'ASC' } });
  }

  private bookedFor(tx: Tx, residentId: string): Promise<Booked[]> {
    return tx.em.query<Booked[]>(
      `SELECT a.name AS what, s.starts_at AS "startsAt",
              (SELECT count(*)::int FROM booking o WHERE o.home_id = s.home_id AND o.session_id = s.id AND o.resident_id IS NOT NULL AND o.resident_id <> $2) AS others
       FROM booking b JOIN session s ON s.home_id = b.home_id AND s.id = b.session_id JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id
       WHERE b.home_id = $1 AND b.resident_id = $2 AND s.status = 'planned' AND s.starts_at > $3 ORDER BY s.starts_at, s.id`,
      [tx.actor.homeId, residentId, tx.now],
    );
  }

  /** The Mondays of the weeks in which the person is booked for something to come. */
  private async weeksWith(tx: Tx, residentId: string): Promise<Day[]> {
    return [...new Set((await this.bookedFor(tx, residentId)).map(({ startsAt }) => mondayOf(dayIn(tx.actor.zone, startsAt))))];
  }

  private async draftsWith(tx: Tx, residentId: string): Promise<PlanEntity[]> {
    const first = mondayOf(dayIn(tx.actor.zone, tx.now));
    const drafts = await tx.em.find(PlanEntity, { where: { homeId: tx.actor.homeId, status: In(['draft']), weekStarts: MoreThanOrEqual(first) }, order: { id: 'ASC' } });
    return drafts.filter(({ sessions }) => sessions.some(({ residents }) => residents.includes(residentId)));
  }

  /** Those with whom anything is shared. */
  private async familyOf(tx: Tx, residentId: string): Promise<string[]> {
    const rows = await tx.em.query<{ name: string }[]>(
      `SELECT DISTINCT s.name FROM sharing_consent c JOIN supporter s ON s.home_id = c.home_id AND s.id = c.supporter_id WHERE c.home_id = $1 AND c.resident_id = $2 AND c.withdrawn_at IS NULL ORDER BY 1`,
      [tx.actor.homeId, residentId]);
    return rows.map(({ name }) => name);
  }

  private async residentOf(tx: Tx, id: string): Promise<ResidentEntity> {
    const resident = await tx.em.findOneBy(ResidentEntity, { homeId: tx.actor.homeId, id });
    if (!resident) throw new NotFound('This person');
    return resident;
  }
}

type Sitting = { readonly residents: readonly string[] };

/** Sessions without one person; those that were theirs alone are gone. */
function without<Session extends Sitting>(sessions: readonly Session[], id: string): Session[] {
  return sessions.map((session) => ({ ...session, residents: session.residents.filter((each) => each !== id) })).filter((session, at) => session.residents.length > 0 || sessions[at]?.residents.length === 0);
}

/** The same of a draft, with what was pinned still pinned. */
function keepPins({ sessions, pinned }: PlanEntity, id: string): Pick<PlanEntity, 'sessions' | 'pinned'> {
  const kept = sessions.map((session, at) => ({ alone: without([session], id), isPinned: pinned.includes(at) })).flatMap(({ alone, isPinned }) => alone.map((session) => ({ session, isPinned })));
  return { sessions: kept.map(({ session }) => session), pinned: kept.flatMap(({ isPinned }, at) => (isPinned ? [at] : [])) };
}
