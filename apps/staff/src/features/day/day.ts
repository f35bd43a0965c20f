/** Shapes of the day, and what is on at a moment. */
import type { ResultOf } from 'gql.tada';
import { minuteOf } from '@promenade/domain/shared/time';
import type { atRiskDocument, dayDocument } from './day.graphql.ts';

export type DayAnswer = ResultOf<typeof dayDocument>;
export type DaySession = DayAnswer['day']['sessions'][number];
export type DayRoutine = DayAnswer['day']['routines'][number];
export type DuePromise = DayAnswer['promises'][number];
export type Task = DayAnswer['ladderTasks'][number];
export type Unsaid = DayAnswer['unsaidSessions'][number];
export type Need = DayAnswer['unmetNeeds'][number];
export type AtRisk = ResultOf<typeof atRiskDocument>['promisesAtRisk'][number];

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

type Named = { readonly name: string; readonly room: string | null };

/** What somebody is called among these people: with the room where two have the same name. */
export function calledAmong(people: readonly Named[], { name, room }: Named): string {
  return room !== null && people.filter((each) => each.name === name).length > 1 ? `${name} (${room})` : name;
}

/** Whether somebody works in a session: bookings name staff by their whole name. */
export const isMine = (session: DaySession, me: string): boolean => session.staff.includes(me);

/** A day in the order in which it asks for attention: to be recorded, on now, next (all that begin together), later, and what is settled. Mine first. */
export function inOrder(sessions: readonly DaySession[], now: Date, me: string): Record<'waiting' | 'now' | 'next' | 'later' | 'settled', DaySession[]> {
  const at = (text: string) => new Date(text).getTime();
  const waiting = sessions.filter((session) => isWaiting(session, now));
  const settled = sessions.filter((session) => !waiting.includes(session) && (isSettled(session) || session.notRun !== null || session.status !== 'planned'));
  const rest = sessions.filter((session) => !waiting.includes(session) && !settled.includes(session));
  const on = rest.filter(({ startsAt }) => at(startsAt) <= now.getTime());
  const coming = rest.filter(({ startsAt }) => at(startsAt) > now.getTime());
  const first = coming[0]?.startsAt;
  const myNext = coming.find((session) => isMine(session, me));
  const mineFirst = (some: DaySession[]) => some.toSorted((a, b) => Number(isMine(b, me)) - Number(isMine(a, me)));
  const next = coming.filter((session) => session.startsAt === first || session === myNext);
  return { waiting: mineFirst(waiting), now: mineFirst(on), next: mineFirst(next), later: coming.filter((session) => !next.includes(session)), settled };
}

const SOON_MS = 90 * 60_000;

/** Begins so soon, or is so much one's own, that all of it is wanted on the screen. */
export const isNear = (session: DaySession, now: Date, me: string): boolean => isMine(session, me) || new Date(session.startsAt).getTime() - now.getTime() <= SOON_MS;

const JUST_MS = 60 * 60_000;

/** Over within the last hour: whoever was there still knows how it was. */
export const isJustOver = (session: DaySession, now: Date): boolean => now.getTime() - new Date(session.endsAt).getTime() <= JUST_MS;
