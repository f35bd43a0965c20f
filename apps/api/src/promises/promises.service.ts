/** Promises: made, planned, kept or not, explained, let go. Each change is an entry in the home's ledger. */
import { Injectable } from '@nestjs/common';
import { AUTHORITY_WORDS, type Decider, mayDecide, sayRight } from '@promenade/domain/circle/who-decides';
import type { AttendanceLevel, NotRunReason } from '@promenade/domain/promises/happened';
import { type AskedAnswer, type EntryContent, type Feasible, type Level, effectOf, foldPromise } from '@promenade/domain/promises/promise';
import { type Explaining, PROMISE_WORDS, areaOf, mayAnswerAsked, mayAnswerDispute, mayEnd, mayExplain, mayMake } from '@promenade/domain/promises/rules';
import { sayReason } from '@promenade/domain/shared/decision';
import { type Day, dayIn } from '@promenade/domain/shared/time';
import { IsNull } from 'typeorm';
import { authoritiesOf, membersOf, viewsOf } from '../circle/circle.reads.ts';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ActivityEntity } from '../library/library.entities.ts';
import { ResidentEntity } from '../people/people.entities.ts';
import { LedgerService } from './ledger.service.ts';
import { PromiseEntity, WishEntity } from './promises.entities.ts';
import type { PromiseDecider } from './promises.graphql.ts';

export type Making = {
  residentId: string;
  words: string;
  activityId: string | null;
  level: Level;
  dueOn: Day;
  madeTo: string;
  lifeFactId: string | null;
  wishId: string | null;
  /** How it was found that it can be kept, in words, and part by part where it is known. */
  found: string;
  feasible?: Feasible | null;
};

/** Whose decision ends a promise: 'the person', 'a supporter' who may decide for them, 'best interests'. Never staff. */
export type Ending = { promiseId: string; words: string; by: string; supporterId: string | null };
/** What a decision to let go is about: whose promise, and the activity that says in which area of life. */
type Owed = Pick<PromiseEntity, 'residentId' | 'activityId'>;

/** A promise that an attendance may bear on: whether this session has touched it before, and what was said of it last. */
type Concerned = Pick<PromiseEntity, 'id' | 'level' | 'sessionId'> & { touched: boolean; said: { level: AttendanceLevel; leftEarly: boolean } | null };

@Injectable()
export class PromisesService {
  constructor(private readonly ledger: LedgerService) {}

  /** Makes a promise in the asker's name. A wish it comes from is answered by it. */
  async make(tx: Tx, making: Making): Promise<PromiseEntity | Refused> {
    const { homeId, name, zone } = tx.actor;
    const resident = await tx.em.findOneBy(ResidentEntity, { homeId, id: making.residentId });
    if (!resident) throw new NotFound('This resident');
    const decision = mayMake(making, resident, dayIn(zone, tx.now));
    if (!decision.allowed) return refused(PROMISE_WORDS, decision.reasons);
    if (making.wishId !== null && !(await this.answerWish(tx, making.wishId, making.residentId))) return refused(PROMISE_WORDS, [{ code: 'WISH_ANSWERED' }]);
    const id = newId();
    await this.ledger.append(tx, id, { kind: 'made', ...trimmed(making), madeBy: name });
    return this.byId(tx, id);
  }

  /** Plans a session to keep it; nothing happens when it is not owed any more or planned for that session already. */
  async schedule(tx: Tx, promiseId: string, sessionId: string, when: string): Promise<void> {
    const promise = await this.ledger.held(tx, promiseId);
    if (!promise.owed || promise.sessionId === sessionId) return;
    await this.ledger.append(tx, promiseId, { kind: 'scheduled', sessionId, when, by: tx.actor.name });
  }

  async unschedule(tx: Tx, promiseId: string, sessionId: string, why: string): Promise<void> {
    const promise = await this.ledger.held(tx, promiseId);
    if (!promise.owed || promise.sessionId !== sessionId) return;
    await this.ledger.append(tx, promiseId, { kind: 'unscheduled', sessionId, why, by: tx.actor.name });
  }

  /**
   * What a resident's attendance means for what they were promised: for promises planned in this session, those it has
   * touched before (then it is a correction), or else the one due first for the same activity. A day of a standing promise
   * is kept on that day, or by a session planned for it: what happens on Thursday does not keep Tuesday's.
   */
  async attended(tx: Tx, residentId: string, sessionId: string, activityId: string, level: AttendanceLevel, leftEarly: boolean, recordedBy: string): Promise<void> {
    if (!(await this.mayMatter(tx, residentId, sessionId, activityId))) return;
    await this.ledger.waitForTurn(tx);
    const content: EntryContent = { kind: 'attended', sessionId, level, leftEarly, recordedBy };
    for (const promise of await this.concerned(tx, residentId, sessionId, activityId)) {
      // Where it was not planned, what did not happen is no miss; and a no counts only while nothing else is planned.
      const effect = effectOf(promise.level, level, leftEarly);
      const isTied = promise.touched || promise.sessionId === sessionId;
      if (promise.said?.level === level && promise.said.leftEarly === leftEarly) continue;
      if (!isTied && (effect === 'missed' || (effect === 'declined' && promise.sessionId !== null))) continue;
      await this.ledger.append(tx, promise.id, content);
    }
  }

  /** The session did not take place, or not for this resident: what was planned in it has not been kept. */
  async fellThrough(tx: Tx, residentId: string | null, sessionId: string, words: string): Promise<void> {
    await this.ledger.waitForTurn(tx);
    const tied = await tx.em.findBy(PromiseEntity, { homeId: tx.actor.homeId, sessionId, owed: true, ...(residentId ? { residentId } : {}) });
    for (const { id } of tied) await this.ledger.append(tx, id, { kind: 'fell through', sessionId, words, by: tx.actor.name });
  }

  /** Says why a promise was not kept, who answers for it, and when it will be. */
  async explain(tx: Tx, promiseId: string, explaining: Explaining): Promise<PromiseEntity | Refused> {
    const promise = await this.ledger.held(tx, promiseId);
    const decision = mayExplain(explaining, promise, dayIn(tx.actor.zone, tx.now));
    if (!decision.allowed) return refused(PROMISE_WORDS, decision.reasons);
    const { words, answers, newDate, whyNoDate } = explaining;
    await this.ledger.append(tx, promiseId, {
      kind: 'explained', reason: explaining.reason as NotRunReason, words: words.trim(), answers: answers.trim(), newDate,
      whyNoDate: newDate === null ? (whyNoDate ?? '').trim() : null, by: tx.actor.name,
    });
    return this.byId(tx, promiseId);
  }

  /** The person, or whoever may decide for them, no longer wants it. */
  release(tx: Tx, ending: Ending): Promise<PromiseEntity | Refused> {
    return this.end(tx, 'released', ending);
  }

  /** It was partly kept, and the person, or whoever may decide for them, says that this is enough. */
  enough(tx: Tx, ending: Ending): Promise<PromiseEntity | Refused> {
    return this.end(tx, 'enough', ending);
  }

  /** Everyone in the circle, with the right by which they may let go of this promise, or why they may not. */
  async deciders(tx: Tx, promise: Owed): Promise<PromiseDecider[]> {
    const today = dayIn(tx.actor.zone, tx.now);
    const [circle, area, authorities] = [await membersOf(tx, promise.residentId), await this.areaOf(tx, promise), await authoritiesOf(tx, promise.residentId)];
    const about = { matter: null, views: await viewsOf(tx, promise.residentId) };
    return circle.map(({ id, name, relation }) => {
      const decider: Decider = { as: 'supporter', supporterId: id, name, relation };
      const decision = mayDecide(decider, area, authorities, today, about);
      const words = decision.allowed ? sayRight(decider, area, authorities, today) : decision.reasons.map((reason) => sayReason(AUTHORITY_WORDS, reason)).join(' ');
      return { supporterId: id, name, relation, may: decision.allowed, words };
    });
  }

  /** Declined again and again, it was asked whether it is still wanted: yes, as it is or offered in another way. */
  async asked(tx: Tx, promiseId: string, answer: string, words: string): Promise<PromiseEntity | Refused> {
    const promise = await this.ledger.held(tx, promiseId);
    const { declined, owed } = foldPromise(await this.ledger.entriesOf(tx, [promiseId]));
    const decision = mayAnswerAsked({ declined, owed }, answer, words);
    if (!decision.allowed) return refused(PROMISE_WORDS, decision.reasons);
    const resident = await tx.em.findOneByOrFail(ResidentEntity, { homeId: tx.actor.homeId, id: promise.residentId });
    await this.ledger.append(tx, promiseId, { kind: 'asked', answer: answer as AskedAnswer, words: words.trim(), by: resident.preferredName, recordedBy: tx.actor.name });
    return this.byId(tx, promiseId);
  }

  /** The manager's answer to a supporter's dispute. */
  async answerDispute(tx: Tx, promiseId: string, words: string): Promise<PromiseEntity | Refused> {
    await this.ledger.held(tx, promiseId);
    const decision = mayAnswerDispute((await this.ledger.entriesOf(tx, [promiseId])).map(({ kind }) => kind), words);
    if (!decision.allowed) return refused(PROMISE_WORDS, decision.reasons);
    await this.ledger.append(tx, promiseId, { kind: 'answered', by: tx.actor.name, words: words.trim() });
    return this.byId(tx, promiseId);
  }

  async byId(tx: Tx, id: string): Promise<PromiseEntity> {
    const promise = await tx.em.findOneBy(PromiseEntity, { homeId: tx.actor.homeId, id });
    if (!promise) throw new NotFound('This promise');
    return promise;
  }

  private async end(tx: Tx, how: 'released' | 'enough', ending: Ending): Promise<PromiseEntity | Refused> {
    const { homeId, name } = tx.actor;
    const { promiseId, words } = ending;
    const promise = await this.ledger.held(tx, promiseId);
    const resident = await tx.em.findOneByOrFail(ResidentEntity, { homeId, id: promise.residentId });
    const decision = mayEnd(how, promise, words);
    if (!decision.allowed) return refused(PROMISE_WORDS, decision.reasons);
    const who = await this.whoDecides(tx, promise, resident, ending);
    if ('reasons' in who) return who;
    await this.ledger.append(tx, promiseId, { kind: how, words: words.trim(), ...who, recordedBy: name });
    return this.byId(tx, promiseId);
  }

  /** Whose words they are, and by what right; refused where it is not theirs to decide. */
  async whoDecides(tx: Tx, promise: Owed, resident: ResidentEntity, ending: Omit<Ending, 'promiseId'>): Promise<{ by: string; right: string } | Refused> {
    const decider = await this.deciderOf(tx, resident.id, ending);
    if (!decider) return refused(PROMISE_WORDS, [{ code: 'STAFF_CANNOT_RELEASE' }]);
    const today = dayIn(tx.actor.zone, tx.now);
    const [area, authorities] = [await this.areaOf(tx, promise), await authoritiesOf(tx, resident.id)];
    const decision = mayDecide(decider, area, authorities, today, { matter: null, views: await viewsOf(tx, resident.id) });
    if (!decision.allowed) return refused(AUTHORITY_WORDS, decision.reasons);
    const by = decider.as === 'supporter' ? decider.name : decider.as === 'the person' ? resident.preferredName : `A best-interests meeting for ${resident.preferredName}`;
    return { by, right: sayRight(decider, area, authorities, today) };
  }

  private async deciderOf(tx: Tx, residentId: string, { by, supporterId }: Omit<Ending, 'promiseId'>): Promise<Decider | null> {
    if (by === 'the person' || by === 'best interests') return { as: by };
    if (by !== 'a supporter' || supporterId === null) return null;
    const found = (await membersOf(tx, residentId)).find(({ id }) => id === supporterId);
    if (!found) throw new NotFound('This supporter');
    return { as: 'supporter', supporterId, name: found.name, relation: found.relation };
  }

  private async areaOf(tx: Tx, { activityId }: Owed): Promise<ReturnType<typeof areaOf>> {
    const activity = activityId ? await tx.em.findOneBy(ActivityEntity, { homeId: tx.actor.homeId, id: activityId }) : null;
    return areaOf(activity?.setting ?? null);
  }

  /** A wish is answered by what was promised; false where it has its answer already. */
  async answerWish(tx: Tx, id: string, residentId: string): Promise<boolean> {
    const { affected } = await tx.em.update(WishEntity, { homeId: tx.actor.homeId, id, residentId, answer: IsNull() }, {
      answer: 'promised', answeredBy: tx.actor.name, answeredAt: tx.now,
    });
    return affected === 1;
  }

  /** Whether any promise could be concerned at all: most attendances touch none, and need not wait for the ledger. */
  private async mayMatter(tx: Tx, residentId: string, sessionId: string, activityId: string): Promise<boolean> {
    return (await this.concerned(tx, residentId, sessionId, activityId)).length > 0;
  }

  private async concerned(tx: Tx, residentId: string, sessionId: string, activityId: string): Promise<Concerned[]> {
    const rows = await tx.em.query<Concerned[]>(
      `SELECT * FROM (
         SELECT p.id, p.level, p.session_id AS "sessionId", p.owed, p.due_on, p.made_at,
           EXISTS (SELECT 1 FROM ledger_entry e JOIN ledger_content c ON c.home_id = e.home_id AND c.id = e.id
                   WHERE e.home_id = p.home_id AND e.promise_id = p.id AND (e.kind IN ('attended', 'fell through') AND c.content ->> 'sessionId' = $3::text OR e.kind = 'erased' AND c.content -> 'stands' ->> 'keptIn' = $3::text)) AS touched,
           (SELECT c.content FROM ledger_entry e JOIN ledger_content c ON c.home_id = e.home_id AND c.id = e.id
            WHERE e.home_id = p.home_id AND e.promise_id = p.id AND e.kind = 'attended' AND c.content ->> 'sessionId' = $3::text ORDER BY e.seq DESC LIMIT 1) AS said,
           p.activity_id = $4 AND p.made_at <= s.starts_at AND (p.standing_id IS NULL OR p.due_on = (s.starts_at AT TIME ZONE $5)::date) AS same
         FROM promise p JOIN session s ON s.home_id = p.home_id AND s.id = $3::uuid
         WHERE p.home_id = $1 AND p.resident_id = $2) x
       WHERE touched OR (owed AND ("sessionId" = $3::uuid OR same))
       ORDER BY due_on, made_at, id`,
      [tx.actor.homeId, residentId, sessionId, activityId, tx.actor.zone],
    );
    const tied = rows.filter((row) => row.touched || row.sessionId === sessionId);
    return tied.length > 0 ? tied : rows.slice(0, 1);
  }
}

function trimmed(making: Making): Making {
  return { ...making, words: making.words.trim(), madeTo: making.madeTo.trim(), found: making.found.trim() };
}
