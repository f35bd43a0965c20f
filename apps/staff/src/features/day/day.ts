/** Shapes of the day, and what is on at a moment. */
import type { ResultOf } from 'gql.tada';
import { minuteOf } from '@promenade/domain/shared/time';
import type { dayDocument, sessionDocument } from './day.graphql.ts';

export type DayAnswer = ResultOf<typeof dayDocument>;
export type DaySession = DayAnswer['day']['sessions'][number];
export type DayRoutine = DayAnswer['day']['routines'][number];
export type DuePromise = DayAnswer['promises'][number];
export type Task = DayAnswer['ladderTasks'][number];
export type RecordedSession = ResultOf<typeof sessionDocument>['daySession'];
export type RecordedPerson = RecordedSession['people'][number];

/** Over, and nobody has said how it was; a disagreement about it waits too. */
export function isWaiting(session: DaySession, now: Date): boolean {
  if (session.status === 'cancelled' || session.notRun !== null) return false;
  return session.people.some(({ disputed }) => disputed) || (!session.recorded && new Date(session.endsAt) <= now);
}

/** Everything about it has been said: it can step back. */
export function isSettled(session: DaySession): boolean {
  return session.recorded && session.notRun === null && session.status !== 'cancelled' && !session.people.some(({ disputed }) => disputed);
}

const ABOUT_NOW = 120;

/** Nothing said yet, and due within two hours of the clock. */
export function isDueAbout(routine: DayRoutine, clock: string): boolean {
  return routine.said.length === 0 && minuteOf(routine.from) <= minuteOf(clock) + ABOUT_NOW && minuteOf(routine.to) >= minuteOf(clock) - ABOUT_NOW;
}

/** What is on now, and what begins next (all that begin together). */
export function nowAndNext(sessions: readonly DaySession[], now: Date): { now: DaySession[]; next: DaySession[] } {
  const planned = sessions.filter(({ status, notRun }) => status === 'planned' && notRun === null);
  const at = (text: string) => new Date(text).getTime();
  const on = planned.filter(({ startsAt, endsAt }) => at(startsAt) <= now.getTime() && now.getTime() < at(endsAt));
  const coming = planned.filter(({ startsAt }) => at(startsAt) > now.getTime());
  const first = coming[0]?.startsAt;
  return { now: on, next: coming.filter(({ startsAt }) => startsAt === first) };
}
