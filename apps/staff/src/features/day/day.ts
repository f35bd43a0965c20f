/** Shapes of the day, and what is on at a moment. */
import type { ResultOf } from 'gql.tada';
import type { dayDocument, sessionDocument } from './day.graphql.ts';

export type DayAnswer = ResultOf<typeof dayDocument>;
export type DaySession = DayAnswer['day']['sessions'][number];
export type DayRoutine = DayAnswer['day']['routines'][number];
export type Quiet = DayAnswer['day']['quiet'][number];
export type DuePromise = DayAnswer['promises'][number];
export type Task = DayAnswer['ladderTasks'][number];
export type RecordedSession = ResultOf<typeof sessionDocument>['daySession'];
export type RecordedPerson = RecordedSession['people'][number];

/** What is on now, and what begins next (all that begin together). */
export function nowAndNext(sessions: readonly DaySession[], now: Date): { now: DaySession[]; next: DaySession[] } {
  const planned = sessions.filter(({ status, notRun }) => status === 'planned' && notRun === null);
  const at = (text: string) => new Date(text).getTime();
  const on = planned.filter(({ startsAt, endsAt }) => at(startsAt) <= now.getTime() && now.getTime() < at(endsAt));
  const coming = planned.filter(({ startsAt }) => at(startsAt) > now.getTime());
  const first = coming[0]?.startsAt;
  return { now: on, next: coming.filter(({ startsAt }) => startsAt === first) };
}
