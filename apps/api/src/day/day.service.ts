/** What happened: attendances, sessions that did not run, routines. Added to, never rewritten; sent twice, recorded once. */
import { Injectable } from '@nestjs/common';
import { type AttendanceLevel, agreed, isSameSaid } from '@promenade/domain/day/attendance';
import { DAY_WORDS, type DayRefusal, type RoutineState, mayRecord, mayRecordRoutine, mayReportNotRun } from '@promenade/domain/day/rules';
import { dayIn, sayWhen } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import { In } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Conflict, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ResidentEntity, RoutineEntity } from '../people/people.entities.ts';
import { BookingEntity, SessionEntity } from '../planning/planning.entities.ts';
import { PromisesService } from '../promises/promises.service.ts';
import { AttendanceEntity, RoutineDayEntity, SessionReportEntity } from './day.entities.ts';
import type { DaySession } from './day.graphql.ts';
import { sessionById } from './day.reads.ts';

export type Attended = Pick<AttendanceEntity, 'id' | 'residentId' | 'level' | 'mood' | 'engagement' | 'leftEarly' | 'help' | 'note' | 'correctsId'>;
export type NotRun = { id: string; sessionId: string; reason: string | null; words: string; answers: string };
export type RoutineSaid = { id: string; routineId: string; day: string; state: RoutineState; reason: string | null; correctsId: string | null };

export const no = (...codes: DayRefusal[]) => refused(DAY_WORDS, codes.map((code) => ({ code })));

@Injectable()
export class DayService {
  constructor(private readonly promises: PromisesService) {}

  /**
   * Records a whole list or nothing; `unplannedWith` is in a session of which there were no bookings. What arrived before under the same ids is not recorded again. Where two people
   * say different things of one resident, both are kept, and no promise follows either until a person has decided.
   */
  async recordAttendances(tx: Tx, sessionId: string, list: readonly Attended[], unplannedWith: ResidentEntity | null = null): Promise<DaySession | Refused> {
    const session = await this.inTurn(tx, sessionId);
    const decision = await this.mayRecord(tx, session, list, unplannedWith);
    if (!decision.allowed) return refused(DAY_WORDS, decision.reasons);
    const { homeId, accountId, name } = tx.actor;
    const before = await tx.em.findBy(AttendanceEntity, { homeId, id: In(list.map(({ id }) => id)) });
    if (!saysTheSame(before, list, sessionId)) return no('SAID_OTHERWISE_BEFORE');
    const known = new Set(before.map(({ id }) => id));
    const added = list.filter(({ id }) => !known.has(id));
    if (added.length > 0) {
      const rows = added.map((each): AttendanceEntity => ({ ...each, note: wordsOrNull(each.note), homeId, sessionId, recordedBy: accountId, recordedByName: name, recordedAt: tx.now }));
      await tx.em.createQueryBuilder().insert().into(AttendanceEntity).values(rows).orIgnore().execute();
      await this.settled(tx, list, sessionId);
      await this.ranAfterAll(tx, sessionId, added);
      await this.tellPromises(tx, session, new Set(added.map(({ residentId }) => residentId)));
    }
    return this.session(tx, sessionId);
  }

  /** Says why a session did not run. No attendance is made up: what was promised in it has fallen through. */
  async recordNotRun(tx: Tx, { id, sessionId, reason, words, answers }: NotRun): Promise<DaySession | Refused> {
    const session = await this.inTurn(tx, sessionId);
    const decision = mayReportNotRun({ reason, words, answers }, timesOf(tx, session), dayIn(tx.actor.zone, tx.now));
    if (!decision.allowed) return refused(DAY_WORDS, decision.reasons);
    const { homeId, accountId, name } = tx.actor;
    const report: SessionReportEntity = {
      homeId, id, sessionId, ran: false, reason: reason as SessionReportEntity['reason'], words: wordsOrNull(words), answers: answers.trim(),
      recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
    };
    const before = await tx.em.findOneBy(SessionReportEntity, { homeId, id });
    if (before) {
      const same = before.sessionId === sessionId && before.reason === reason && before.words === report.words && before.answers === report.answers;
      return same ? this.session(tx, sessionId) : no('SAID_OTHERWISE_BEFORE');
    }
    await tx.em.insert(SessionReportEntity, report);
    await this.promises.fellThrough(tx, null, sessionId, report.words ? `${reason}: ${report.words}` : `${reason}.`);
    return this.session(tx, sessionId);
  }

  async recordRoutine(tx: Tx, said: RoutineSaid): Promise<RoutineDayEntity | Refused> {
    const { homeId, accountId, name, zone } = tx.actor;
    const routine = await tx.em.findOneBy(RoutineEntity, { homeId, id: said.routineId });
    if (!routine) throw new NotFound('This routine');
    const decision = mayRecordRoutine(said, routine, dayIn(zone, tx.now));
    if (!decision.allowed) return refused(DAY_WORDS, decision.reasons);
    const corrected = said.correctsId ? await tx.em.findOneBy(RoutineDayEntity, { homeId, id: said.correctsId, routineId: said.routineId, day: said.day }) : null;
    if (said.correctsId && !corrected) return no('CORRECTS_ANOTHER');
    const row: RoutineDayEntity = {
      ...said, reason: wordsOrNull(said.reason), homeId, residentId: routine.residentId, recordedBy: accountId, recordedByName: name, recordedAt: tx.now,
    };
    await tx.em.createQueryBuilder().insert().into(RoutineDayEntity).values(row).orIgnore().execute();
    const kept = await tx.em.findOneByOrFail(RoutineDayEntity, { homeId, id: said.id });
    const same = kept.routineId === row.routineId && kept.day === row.day && kept.state === row.state && kept.reason === row.reason && kept.correctsId === row.correctsId;
    return same ? kept : no('SAID_OTHERWISE_BEFORE');
  }

  async session(tx: Tx, id: string): Promise<DaySession> {
    const session = await sessionById(tx, id);
    if (!session) throw new NotFound('This session');
    return session;
  }

  /** One at a time for each session: whoever comes second sees what the first one said. */
  private async inTurn(tx: Tx, sessionId: string): Promise<SessionEntity> {
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('session ' || $1, 0))`, [sessionId]);
    const session = await tx.em.findOneBy(SessionEntity, { homeId: tx.actor.homeId, id: sessionId });
    if (!session) throw new NotFound('This session');
    return session;
  }

  /** Somebody said that it did not run, and now somebody was there: the later word stands, and both stay readable. */
  private async ranAfterAll(tx: Tx, sessionId: string, added: readonly Attended[]): Promise<void> {
    const { homeId, accountId, name } = tx.actor;
    const [last] = await tx.em.find(SessionReportEntity, { where: { homeId, sessionId }, order: { recordedAt: 'DESC', id: 'DESC' }, take: 1 });
    if (!last || last.ran || added.every(({ level }) => level === 'not offered')) return;
    await tx.em.insert(SessionReportEntity, { homeId, id: newId(), sessionId, ran: true, reason: null, words: null, answers: null, recordedBy: accountId, recordedByName: name, recordedAt: tx.now });
  }

  private async mayRecord(tx: Tx, session: SessionEntity, list: readonly Attended[], unplannedWith: ResidentEntity | null): Promise<ReturnType<typeof mayRecord>> {
    const { homeId, zone } = tx.actor;
    const booked = await tx.em.findBy(BookingEntity, { homeId, sessionId: session.id, role: 'resident' });
    const residents = await tx.em.findBy(ResidentEntity, { homeId, id: In([...list.map(({ residentId }) => residentId), ...booked.map(({ residentId }) => residentId ?? '')].filter(Boolean)) });
    const names = new Map(residents.map(({ id, preferredName }) => [id, preferredName]));
    const correctedIds = list.flatMap(({ correctsId }) => (correctsId ? [correctsId] : []));
    const corrected = correctedIds.length > 0 ? await tx.em.findBy(AttendanceEntity, { homeId, sessionId: session.id, id: In(correctedIds) }) : [];
    const bookings = booked.flatMap(({ residentId }) => (residentId ? [{ residentId, name: names.get(residentId) ?? '' }] : []));
    const came = session.status === 'unplanned' ? await this.withWhom(tx, session, unplannedWith) : bookings;
    return mayRecord({ status: session.status, ...timesOf(tx, session) }, list, came, names, new Map(corrected.map(({ id, residentId }) => [id, residentId])), dayIn(zone, tx.now));
  }

  /** A moment that nobody planned is with one person: whoever it was first said of. */
  private async withWhom(tx: Tx, { homeId, id }: SessionEntity, unplannedWith: ResidentEntity | null): Promise<{ residentId: string; name: string }[]> {
    const [first] = await tx.em.find(AttendanceEntity, { where: { homeId, sessionId: id }, order: { recordedAt: 'ASC', id: 'ASC' }, take: 1 });
    const residentId = first?.residentId ?? unplannedWith?.id;
    return residentId ? [{ residentId, name: unplannedWith?.preferredName ?? '' }] : [];
  }

  /** The same id may have arrived with other words in this very moment: then nothing of this list is kept. */
  private async settled(tx: Tx, list: readonly Attended[], sessionId: string): Promise<void> {
    const rows = await tx.em.findBy(AttendanceEntity, { homeId: tx.actor.homeId, id: In(list.map(({ id }) => id)) });
    if (rows.length !== list.length || !saysTheSame(rows, list, sessionId)) throw new Conflict(DAY_WORDS.SAID_OTHERWISE_BEFORE(''));
  }

  private async tellPromises(tx: Tx, session: SessionEntity, residentIds: ReadonlySet<string>): Promise<void> {
    const all = await tx.em.find(AttendanceEntity, { where: { homeId: tx.actor.homeId, sessionId: session.id, residentId: In([...residentIds]) }, order: { recordedAt: 'ASC', id: 'ASC' } });
    for (const residentId of residentIds) {
      const word: { level: AttendanceLevel; leftEarly: boolean } | null = agreed(all.filter((each) => each.residentId === residentId));
      if (word) await this.promises.attended(tx, residentId, session.id, session.activityId, word.level, word.leftEarly, tx.actor.name);
    }
  }
}

function timesOf(tx: Tx, session: SessionEntity) {
  return { dayOf: dayIn(tx.actor.zone, session.startsAt), when: sayWhen(tx.actor.zone, session.startsAt) };
}

function saysTheSame(rows: readonly AttendanceEntity[], list: readonly Attended[], sessionId: string): boolean {
  const said = new Map(list.map((each) => [each.id, each]));
  return rows.every((row) => {
    const again = said.get(row.id);
    return again !== undefined && row.sessionId === sessionId && isSameSaid(row, { ...again, note: wordsOrNull(again.note) });
  });
}
