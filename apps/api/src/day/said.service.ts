/** What is said beside an attendance: moments nobody planned, needs that were not met, photos and recordings. Added to, never rewritten. */
import { Injectable } from '@nestjs/common';
import { NEED_WORDS, type NeedSaid, maySayNeed, maySeeTo } from '@promenade/domain/day/needs';
import { DAY_WORDS, mayRecordMoment } from '@promenade/domain/day/rules';
import { dayIn, instantAt, minuteOf } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import { In } from 'typeorm';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { ActivityEntity } from '../library/library.entities.ts';
import { MediaEntity, MediaPersonEntity } from '../media/media.entities.ts';
import { MediaService } from '../media/media.service.ts';
import { ResidentEntity, RoutineEntity } from '../people/people.entities.ts';
import { SessionEntity } from '../planning/planning.entities.ts';
import { ReablementService } from '../reablement/reablement.service.ts';
import { tasksByRoutine } from '../reablement/tasks.reads.ts';
import { type RoutineDayEntity, SessionMediaEntity, UnmetNeedEntity } from './day.entities.ts';
import type { DaySession } from './day.graphql.ts';
import { type Attended, DayService, type RoutineSaid, no } from './day.service.ts';
import type { SaidNeed, SessionMedia } from './said.graphql.ts';
import { groupOf, mediaOf, needById } from './said.reads.ts';

export type Need = { id: string; residentId: string; what: string; words: string | null };
export type Help = { id: string; taskId: string; rung: number; aid: string | null; at: Date | null; reason: string | null; reasonId: string | null };
export type Moment = Omit<Attended, 'correctsId' | 'leftEarly' | 'engagement' | 'help'> & { attendanceId: string; activityId: string; minutes: number; endedAt: Date };
export type Pictured = { id: string; sessionId: string; mediaId: string; residentIds: readonly string[]; words: string | null };

/** A refusal inside a unit of work that has written already: everything is put back, and the refusal is the answer. */
export class PutBack extends Error {
  constructor(readonly refusal: Refused) {
    super('refused');
  }
}

@Injectable()
export class SaidService {
  constructor(
    private readonly days: DayService,
    private readonly reablement: ReablementService,
    private readonly media: MediaService,
  ) {}

  /** A whole group in one go, with the help given and what was not met: all of it, or (thrown as `PutBack`) nothing. */
  async record(tx: Tx, sessionId: string, list: readonly Attended[], help: readonly Help[], needs: readonly Need[]): Promise<DaySession> {
    const recorded = mustBe(await this.days.recordAttendances(tx, sessionId, list));
    // The same moment however often it is sent.
    const at = recorded.startsAt < tx.now ? recorded.startsAt : tx.now;
    const group = help.length > 0 ? await groupOf(tx, sessionId) : [];
    await this.help(tx, help, group.flatMap(({ tasks }) => tasks), { at: () => at, sessionId, routineId: null });
    const names = new Map(recorded.people.map(({ residentId, name }) => [residentId, name]));
    for (const need of needs) mustBe(await this.sayNeed(tx, sessionId, need, names));
    return recorded;
  }

  /** A routine on one day, with the help given with its tasks in the same tap: all of it, or (thrown as `PutBack`) nothing. */
  async recordRoutine(tx: Tx, said: RoutineSaid, help: readonly Help[]): Promise<RoutineDayEntity> {
    const recorded = mustBe(await this.days.recordRoutine(tx, said));
    if (help.length === 0) return recorded;
    if (said.state !== 'honoured') throw new Invalid('Help with a task is recorded where the routine was honoured.');
    const { homeId, zone } = tx.actor;
    const routine = await tx.em.findOneByOrFail(RoutineEntity, { homeId, id: said.routineId });
    const usual = instantAt(zone, said.day, minuteOf(routine.fromTime));
    // What is said afterwards of another day belongs to its own hour, not to the hour of saying it.
    const at = (each: Help) => (each.at && dayIn(zone, each.at) === said.day ? each.at : usual < tx.now ? usual : tx.now);
    await this.help(tx, help, (await tasksByRoutine(tx, [said.routineId])).get(said.routineId) ?? [], { at, sessionId: null, routineId: said.routineId });
    return recorded;
  }

  private async help(tx: Tx, help: readonly Help[], tasks: readonly { readonly id: string }[], where: { at: (each: Help) => Date; sessionId: string | null; routineId: string | null }): Promise<void> {
    const { sessionId, routineId } = where;
    for (const each of help) {
      const { id, taskId, rung, aid, reason, reasonId } = each;
      if (!tasks.some((task) => task.id === taskId)) throw new NotFound('This task');
      mustBe(await this.reablement.record(tx, { id, taskId, rung, aid, at: where.at(each), note: null, sessionId, routineId }));
      if (reason !== null && reasonId !== null) mustBe(await this.reablement.sayWhy(tx, { id: reasonId, assistanceId: id, reason, words: null }));
    }
  }

  /** Something between two people that nobody planned: a session of its own, over by now, with its attendance. */
  async recordMoment(tx: Tx, moment: Moment): Promise<DaySession | Refused> {
    const { homeId } = tx.actor;
    const { id, attendanceId, residentId, activityId, minutes, endedAt, level, mood, note } = moment;
    const [resident, activity] = [await tx.em.findOneBy(ResidentEntity, { homeId, id: residentId }), await tx.em.findOneBy(ActivityEntity, { homeId, id: activityId })];
    if (!resident) throw new NotFound('This person');
    if (!activity) throw new NotFound('This activity');
    const decision = mayRecordMoment({ minutes, endedAt }, resident, tx.now);
    if (!decision.allowed) return refused(DAY_WORDS, decision.reasons);
    const row: SessionEntity = { homeId, id, planId: null, activityId, startsAt: new Date(endedAt.getTime() - minutes * 60_000), endsAt: endedAt, status: 'unplanned', cancelledWhy: null };
    await tx.em.createQueryBuilder().insert().into(SessionEntity).values(row).orIgnore().execute();
    const kept = await tx.em.findOneByOrFail(SessionEntity, { homeId, id });
    const same = kept.status === 'unplanned' && kept.activityId === activityId && kept.startsAt.getTime() === row.startsAt.getTime() && kept.endsAt.getTime() === row.endsAt.getTime();
    if (!same) return no('SAID_OTHERWISE_BEFORE');
    return this.days.recordAttendances(tx, id, [{ id: attendanceId, residentId, level, mood, engagement: null, leftEarly: false, help: null, note, correctsId: null }], resident);
  }

  /** What was done about a need that had not been met. */
  async seeTo(tx: Tx, { id, needId, words }: { id: string; needId: string; words: string }): Promise<SaidNeed | Refused> {
    const { homeId } = tx.actor;
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('need ' || $1, 0))`, [needId]);
    const need = await needById(tx, needId);
    if (!need) throw new NotFound('This need');
    const before = await tx.em.findOneBy(UnmetNeedEntity, { homeId, id });
    if (before) return before.answersId === needId && before.words === words.trim() ? need : no('SAID_OTHERWISE_BEFORE');
    const decision = maySeeTo(need, need.seenToByName, words);
    if (!decision.allowed) return refused(NEED_WORDS, decision.reasons);
    await tx.em.insert(UnmetNeedEntity, { ...this.by(tx), id, residentId: need.residentId, sessionId: need.sessionId, what: 'seen to', words: words.trim(), answersId: needId });
    return (await needById(tx, needId)) ?? need;
  }

  /** Puts a photo or recording to a session, with everyone who is in it. Each of them must be of the session and have agreed. */
  async addMedia(tx: Tx, { id, sessionId, mediaId, residentIds, words }: Pictured): Promise<SessionMedia | Refused> {
    const { homeId } = tx.actor;
    const session = await this.days.session(tx, sessionId);
    const media = await tx.em.findOneBy(MediaEntity, { homeId, id: mediaId });
    if (!media) throw new NotFound('This picture or recording');
    if (media.erasedAt) return no('MEDIA_GONE');
    const wanted = [...new Set(residentIds)];
    if (!wanted.includes(media.residentId)) return no('NOBODY_IN_IT');
    const strangers = wanted.filter((each) => !session.people.some(({ residentId }) => residentId === each));
    if (strangers.length > 0) return refused(DAY_WORDS, (await tx.em.findBy(ResidentEntity, { homeId, id: In(strangers) })).map(({ preferredName }) => ({ code: 'NOT_IN_SESSION' as const, about: preferredName })));
    for (const residentId of wanted) await this.media.mustAgree(tx, residentId, media.kind);
    await tx.em.createQueryBuilder().insert().into(SessionMediaEntity).values({ ...this.by(tx), id, sessionId, mediaId, words: wordsOrNull(words) }).orIgnore().execute();
    await tx.em.createQueryBuilder().insert().into(MediaPersonEntity).values(wanted.map((residentId) => ({ homeId, id: newId(), mediaId, residentId }))).orIgnore().execute();
    const found = (await mediaOf(tx, [sessionId])).find((each) => each.id === id && each.media.id === mediaId);
    return found ?? no('SAID_OTHERWISE_BEFORE');
  }

  private async sayNeed(tx: Tx, sessionId: string, need: Need, names: ReadonlyMap<string, string>): Promise<UnmetNeedEntity | Refused> {
    const name = names.get(need.residentId);
    if (name === undefined) throw new NotFound('This person in this session');
    const decision = maySayNeed({ ...need, name });
    if (!decision.allowed) return refused(NEED_WORDS, decision.reasons);
    const row: UnmetNeedEntity = { ...this.by(tx), id: need.id, residentId: need.residentId, sessionId, what: need.what as NeedSaid, words: wordsOrNull(need.words), answersId: null };
    await tx.em.createQueryBuilder().insert().into(UnmetNeedEntity).values(row).orIgnore().execute();
    const kept = await tx.em.findOneByOrFail(UnmetNeedEntity, { homeId: row.homeId, id: need.id });
    const same = kept.sessionId === sessionId && kept.residentId === need.residentId && kept.what === row.what && kept.words === row.words;
    return same ? kept : no('SAID_OTHERWISE_BEFORE');
  }

  private by(tx: Tx) {
    return { homeId: tx.actor.homeId, recordedBy: tx.actor.accountId, recordedByName: tx.actor.name, recordedAt: tx.now };
  }
}

function mustBe<T extends object>(answer: T | Refused): T {
  if ('reasons' in answer) throw new PutBack(answer);
  return answer;
}
