/** Support plans made, stopped and answered; falls; the help a routine takes; wish-minutes credited and spent. Load, ask the domain, save. */
import { Injectable } from '@nestjs/common';
import { isNeverTapered } from '@promenade/domain/people/phase';
import { PLAN_WORDS, type PlanShape, type SupportKind, isFalling, lastDayOf, mayMakePlan, ratioOf } from '@promenade/domain/reablement/support-plan';
import { FALL_WORDS, type PlanAnswer, STOP_WORDS, type StopWhy, mayAnswer, mayNoteFall, mayStop } from '@promenade/domain/reablement/taper';
import { dayIn, mondayOf, sayDay } from '@promenade/domain/shared/time';
import { wordsOrNull } from '@promenade/domain/shared/words';
import { openStop, stateOf } from '@promenade/domain/taper/stops';
import { SPEND_WORDS, balanceOf, maySpend, toCredit } from '@promenade/domain/taper/wish-minutes';
import type { Tx } from '../db/db.ts';
import { newId } from '../db/ids.ts';
import { Invalid, NotFound } from '../graphql/errors.ts';
import { type Refused, refused } from '../graphql/refused.graphql.ts';
import { RoutineEntity } from '../people/people.entities.ts';
import { PeopleService } from '../people/people.service.ts';
import { FallEntity, RoutineSupportEntity, SupportPlanAnswerEntity, SupportPlanEntity, SupportPlanLineEntity, SupportPlanStopEntity, WishMinuteEntity } from '../reablement/support-plan.entities.ts';
import { outcomesOf, neverTapered, supportPlanOf } from './page.reads.ts';
import { type Planned, type Reader, plansOf } from './plans.reads.ts';
import type { AnswerSupportPlanInput, MakeSupportPlanInput, NoteFallInput, SayRoutineHelpInput, SpendWishMinutesInput, StopSupportPlanInput, SupportPlanOfPersonType } from './taper.graphql.ts';

/** Who a row was written down by when nobody did: the house itself. */
const THE_HOUSE = 'Promenade';

@Injectable()
export class TaperService {
  constructor(private readonly people: PeopleService) {}

  async make(tx: Tx, input: MakeSupportPlanInput): Promise<SupportPlanOfPersonType | Refused> {
    const { homeId } = tx.actor;
    const planned = await this.settled(tx, input.residentId);
    const said = this.said(tx, input.id, input.residentId);
    const start = input.lines.reduce((sum, { minutes }) => sum + minutes, 0);
    const row: SupportPlanEntity = {
      ...said, startsOn: input.startsOn, endsOn: lastDayOf(input.startsOn, Math.min(Math.max(Math.trunc(input.weeks), 1), 520)), shape: input.shape as PlanShape, stepWeeks: input.stepWeeks, startMinutes: start, goalMinutes: input.goalMinutes,
      hourlyPence: input.hourlyPence, why: input.why.trim(), say: input.say.trim(), outcomeId: input.outcomeId, followsId: planned.current?.plan.id ?? null,
    };
    if (await tx.em.existsBy(SupportPlanEntity, { homeId, id: input.id })) {
      await this.people.once(tx, SupportPlanEntity, row, (kept) => kept.residentId === row.residentId && kept.startMinutes === start && kept.goalMinutes === row.goalMinutes && kept.startsOn === row.startsOn && kept.why === row.why);
      return supportPlanOf(tx, input.residentId);
    }
    const outcomes = await outcomesOf(tx, [input.residentId]);
    const live = outcomes.filter(({ endedOn }) => endedOn === null);
    const served = outcomes.find(({ id }) => id === input.outcomeId);
    if (input.outcomeId !== null && !served) throw new NotFound('This outcome');
    const comfort = served?.comfort ? served.words : !isNeverTapered(planned.phase) && neverTapered(planned, live) !== null ? (live[0]?.words ?? null) : null;
    const decision = mayMakePlan(input, {
      name: planned.name, livesHere: planned.status !== 'died' && planned.status !== 'moved out', neverTapered: isNeverTapered(planned.phase), comfort, outcomeGone: served !== undefined && served.endedOn !== null,
      isAsked: openStop(planned.current?.stops ?? []) !== null,
    }, mondayOf(dayIn(tx.actor.zone, tx.now)));
    if (!decision.allowed) return refused(PLAN_WORDS, decision.reasons);
    await tx.em.insert(SupportPlanEntity, row);
    await tx.em.insert(SupportPlanLineEntity, input.lines.map(({ kind, what, minutes, residents }, place): SupportPlanLineEntity => ({ homeId, id: newId(), planId: input.id, place, kind: kind as SupportKind, what: what.trim(), minutes, ...ratioOf(kind as SupportKind, residents) })));
    return supportPlanOf(tx, input.residentId);
  }

  /** Anybody on the staff may stop a plan: nothing is taken from anybody by it. */
  async stop(tx: Tx, input: StopSupportPlanInput): Promise<SupportPlanOfPersonType | Refused> {
    const { current, name } = await this.settled(tx, input.residentId);
    if (await tx.em.existsBy(SupportPlanStopEntity, { homeId: tx.actor.homeId, id: input.id, residentId: input.residentId })) return supportPlanOf(tx, input.residentId);
    const today = dayIn(tx.actor.zone, tx.now);
    const state = stateOf(current?.plan ?? null, current?.stops ?? [], today);
    const decision = mayStop(input, { name, state: state === 'none' || state === 'stopped' || state === 'held' ? state : 'falling' });
    if (!decision.allowed || !current) return refused(STOP_WORDS, decision.allowed ? [{ code: 'NO_PLAN', about: name }] : decision.reasons);
    await tx.em.insert(SupportPlanStopEntity, { ...this.said(tx, input.id, input.residentId), planId: current.plan.id, why: input.why as StopWhy, words: input.words.trim(), onDay: today });
    return supportPlanOf(tx, input.residentId);
  }

  async answer(tx: Tx, input: AnswerSupportPlanInput): Promise<SupportPlanOfPersonType | Refused> {
    const planned = await this.settled(tx, input.residentId);
    const { current, name, phase } = planned;
    if (await tx.em.existsBy(SupportPlanAnswerEntity, { homeId: tx.actor.homeId, id: input.id, residentId: input.residentId })) return supportPlanOf(tx, input.residentId);
    const stop = openStop(current?.stops ?? []);
    const live = (await outcomesOf(tx, [input.residentId])).filter(({ endedOn }) => endedOn === null);
    const decision = mayAnswer(input, { name, isStopped: stop !== null, neverTapered: isNeverTapered(phase) || neverTapered(planned, live) !== null });
    if (!decision.allowed || !stop?.id || !current) return refused(STOP_WORDS, decision.allowed ? [{ code: 'NOT_STOPPED' }] : decision.reasons);
    await tx.em.insert(SupportPlanAnswerEntity, {
      ...this.said(tx, input.id, input.residentId), planId: current.plan.id, stopId: stop.id, answer: input.answer as PlanAnswer, say: input.say.trim(), words: wordsOrNull(input.words), onDay: dayIn(tx.actor.zone, tx.now),
    });
    return supportPlanOf(tx, input.residentId);
  }

  /** The person chooses; what is not enough is refused, and "not now" is written down as well. */
  async spend(tx: Tx, input: SpendWishMinutesInput): Promise<SupportPlanOfPersonType | Refused> {
    const { homeId } = tx.actor;
    const planned = await this.settled(tx, input.residentId);
    const today = dayIn(tx.actor.zone, tx.now);
    const [activity] = input.activityId === null ? [] : await tx.em.query<{ name: string; retired: boolean }[]>('SELECT name, coalesce(retired_on <= $3, false) AS retired FROM activity WHERE home_id = $1 AND id = $2', [homeId, input.activityId, today]);
    if (input.activityId !== null && !activity) throw new NotFound('This activity');
    const what = input.notNow ? 'Not now' : (activity?.name ?? input.what?.trim() ?? '');
    const row: WishMinuteEntity = {
      ...this.said(tx, input.id, input.residentId), kind: input.notNow ? 'not now' : 'spent', week: mondayOf(today), minutes: input.notNow ? 0 : -input.minutes, what, say: input.say.trim(), activityId: input.notNow ? null : input.activityId, planId: null,
    };
    if (!(await tx.em.existsBy(WishMinuteEntity, { homeId, id: input.id }))) {
      const isGone = planned.status === 'died' || planned.status === 'moved out';
      const decision = maySpend({ minutes: input.minutes, say: input.say, what, notNow: input.notNow }, { balance: balanceOf(planned.wishes), retired: activity?.retired ? activity.name : null, gone: isGone ? planned.name : null });
      if (!decision.allowed) return refused(SPEND_WORDS, decision.reasons);
    }
    await this.people.once(tx, WishMinuteEntity, row, (kept) => kept.residentId === row.residentId && kept.minutes === row.minutes && kept.what === row.what && kept.say === row.say);
    return supportPlanOf(tx, input.residentId);
  }

  async noteFall(tx: Tx, input: NoteFallInput): Promise<FallEntity | Refused> {
    const { homeId } = tx.actor;
    await this.people.resident(tx, input.residentId);
    const before = await tx.em.findOneBy(FallEntity, { homeId, id: input.id });
    const at = input.at ?? before?.at ?? tx.now;
    const row: FallEntity = { ...this.said(tx, input.id, input.residentId), at, place: input.place.trim(), hurt: input.hurt as FallEntity['hurt'], words: wordsOrNull(input.words), correctsId: input.correctsId };
    if (before) {
      const same = before.residentId === row.residentId && before.at.getTime() === at.getTime() && before.place === row.place && before.hurt === row.hurt && before.words === row.words && before.correctsId === row.correctsId;
      return same ? before : refused(FALL_WORDS, [{ code: 'FALL_SAID_OTHERWISE' }]);
    }
    const decision = mayNoteFall({ at, place: input.place, hurt: input.hurt, corrects: input.correctsId !== null }, tx.now);
    if (!decision.allowed) return refused(FALL_WORDS, decision.reasons);
    if (input.correctsId !== null && !(await tx.em.existsBy(FallEntity, { homeId, id: input.correctsId, residentId: input.residentId }))) return refused(FALL_WORDS, [{ code: 'FALL_CORRECTS' }]);
    const kept = await this.people.once(tx, FallEntity, row, (there) => there.residentId === row.residentId && there.place === row.place && there.hurt === row.hurt);
    await this.settled(tx, input.residentId);
    return kept;
  }

  /** From this week on: what was counted before stays counted as it was. */
  async sayRoutineHelp(tx: Tx, input: SayRoutineHelpInput): Promise<SupportPlanOfPersonType> {
    const { homeId, zone } = tx.actor;
    const routine = await tx.em.findOneBy(RoutineEntity, { homeId, id: input.routineId });
    if (!routine) throw new NotFound('This routine');
    if (input.minutes !== null && !(Number.isInteger(input.minutes) && input.minutes >= 0 && input.minutes <= 720)) throw new Invalid('Say how many minutes of help it takes each time: a whole number, from 0 to 720.');
    if (input.staff !== 1 && input.staff !== 2) throw new Invalid('Say whether one or two members of staff help.');
    const first = !(await tx.em.existsBy(RoutineSupportEntity, { homeId, routineId: routine.id }));
    const row: RoutineSupportEntity = { ...this.said(tx, input.id, routine.residentId), routineId: routine.id, minutes: input.minutes, staff: input.staff, since: first ? mondayOf(dayIn(zone, tx.now)) : dayIn(zone, tx.now) };
    await this.people.once(tx, RoutineSupportEntity, row, (kept) => kept.routineId === row.routineId && kept.minutes === row.minutes && kept.staff === row.staff);
    return supportPlanOf(tx, routine.residentId);
  }

  /** One at a time for each person: what follows from the records is written down first, then they are read as they stand. */
  private async settled(tx: Tx, residentId: string): Promise<Planned> {
    await this.people.resident(tx, residentId);
    const [planned] = await this.settle(tx, [residentId]);
    if (!planned) throw new NotFound('This person');
    return planned;
  }

  /** Writes down stops that follow from the records and what weeks that are over set free; doing it twice does it once. */
  async settle(tx: Reader, residentIds: readonly string[]): Promise<Planned[]> {
    for (const id of [...residentIds].sort()) await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('support plan ' || $1, 0))`, [id]);
    const planned = await plansOf(tx, residentIds);
    const writes = planned.map((each) => ({ each, stop: openStop(each.current?.stops ?? []), credits: toCredit(each.weeks, each.wishes) })).filter(({ stop, credits }) => (stop && stop.id === null) || credits.length > 0);
    if (writes.length === 0) return planned;
    for (const { each, stop, credits } of writes) {
      const house = { homeId: tx.actor.homeId, residentId: each.residentId, recordedBy: null, recordedByName: THE_HOUSE, recordedAt: tx.now };
      if (each.current && stop?.id === null && isFalling(each.current.plan)) await tx.em.insert(SupportPlanStopEntity, { ...house, id: newId(), planId: each.current.plan.id, why: stop.why, words: stop.words, onDay: stop.onDay });
      const rows = credits.map(({ week, minutes }): WishMinuteEntity => ({ ...house, id: newId(), kind: 'freed', week, minutes, what: `Set free in the week from ${sayDay(week)}`, say: null, activityId: null, planId: each.weeks.find(({ monday }) => monday === week)?.planId ?? null }));
      if (rows.length > 0) await tx.em.createQueryBuilder().insert().into(WishMinuteEntity).values(rows).orIgnore().execute();
    }
    return plansOf(tx, residentIds);
  }

  private said({ actor, now }: Tx, id: string, residentId: string) {
    return { homeId: actor.homeId, id, residentId, recordedBy: actor.accountId, recordedByName: actor.name, recordedAt: now };
  }
}
