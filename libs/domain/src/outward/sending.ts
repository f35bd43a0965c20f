/** When a weekly digest is due, when it is tried again, and when it is given up. */
import { type Day, addDays, dayIn, instantAt, minuteOf, mondayOf, isClockTime, MINUTES_A_DAY } from '../shared/time.ts';
import { type Decision, type Words, decide } from '../shared/decision.ts';

/** 'not sent': when its time came there was nothing to send, or nobody wanted it any more. */
export const DIGEST_STATES = ['waiting', 'sent', 'not sent', 'given up'] as const;
export type DigestState = (typeof DIGEST_STATES)[number];

/** Minutes to wait after each try that failed; after the last of them it is given up. */
export const RETRY_MINUTES = [2, 10, 60, 240, 720] as const;
export const MAX_TRIES = RETRY_MINUTES.length + 1;
/** Minutes after which a try of which nothing was heard counts as failed: its process may have been killed. */
export const TRY_MINUTES = 5;
/** A digest that could not even be begun so long after its time is left out; the next one comes in its turn. */
const LATE_HOURS = 48;

export type Weekly = { readonly weekday: number; readonly atTime: string; readonly startedAt: Date; readonly pausedUntil: Day | null };

/** The week of a digest (its Monday) and its time, when that has come and is not long past; null when none is due. */
export function digestDue({ weekday, atTime, startedAt, pausedUntil }: Weekly, zone: string, now: Date): { readonly weekStarts: Day; readonly dueAt: Date } | null {
  const thisWeek = mondayOf(dayIn(zone, now));
  for (const weekStarts of [thisWeek, addDays(thisWeek, -7)]) {
    const dueAt = dueIn(weekStarts, weekday, atTime, zone);
    const isLate = now.getTime() - dueAt.getTime() > LATE_HOURS * 3_600_000;
    if (dueAt <= now && !isLate && startedAt <= dueAt && (pausedUntil === null || pausedUntil <= dayIn(zone, dueAt))) return { weekStarts, dueAt };
  }
  return null;
}

/** When the next one will go out. */
export function nextDigest(weekly: Weekly, zone: string, now: Date): Date {
  const from = weekly.pausedUntil && weekly.pausedUntil > dayIn(zone, now) ? instantAt(zone, weekly.pausedUntil, 0) : now;
  const monday = mondayOf(dayIn(zone, from));
  const first = dueIn(monday, weekly.weekday, weekly.atTime, zone);
  return first > from ? first : dueIn(addDays(monday, 7), weekly.weekday, weekly.atTime, zone);
}

function dueIn(weekStarts: Day, weekday: number, atTime: string, zone: string): Date {
  return instantAt(zone, weekStarts, (weekday - 1) * MINUTES_A_DAY + minuteOf(atTime));
}

/** What follows a try that failed. A mail server that refuses for good is not asked again. */
export function afterFailure(tries: number, isForGood: boolean, now: Date): { readonly state: 'waiting' | 'given up'; readonly nextAt: Date } {
  const wait = RETRY_MINUTES[tries - 1];
  if (isForGood || wait === undefined) return { state: 'given up', nextAt: now };
  return { state: 'waiting', nextAt: new Date(now.getTime() + wait * 60_000) };
}

export type WeeklyReason = 'NO_SUCH_TIME' | 'NO_MAIL' | 'PAUSE_TOO_LONG' | 'NOTHING_SHARED';

export const WEEKLY_WORDS: Words<WeeklyReason> = {
  NO_SUCH_TIME: () => 'Choose a day of the week and a time on the hour or half hour.',
  NO_MAIL: (home) => `${home} does not send e-mail yet. Ask the manager for the week on paper instead.`,
  PAUSE_TOO_LONG: () => 'Choose a day within the coming year.',
  NOTHING_SHARED: (person) => `${person} shares nothing with you at the moment, so there would be nothing in it.`,
};

/** Whether somebody may have a weekly e-mail at this time. */
export function mayHaveWeekly(asked: { readonly weekday: number; readonly atTime: string; readonly canMail: boolean; readonly home: string; readonly person: string; readonly sharesAnything: boolean }): Decision<WeeklyReason> {
  const isTime = asked.weekday >= 1 && asked.weekday <= 7 && isClockTime(asked.atTime) && asked.atTime !== '24:00' && minuteOf(asked.atTime) % 30 === 0;
  return decide<WeeklyReason>([
    !asked.canMail && { code: 'NO_MAIL', about: asked.home },
    !asked.sharesAnything && { code: 'NOTHING_SHARED', about: asked.person },
    !isTime && { code: 'NO_SUCH_TIME' },
  ]);
}

/** A pause may last until a day of the coming year; null ends it. */
export function mayPause(until: Day | null, today: Day): Decision<WeeklyReason> {
  return decide<WeeklyReason>([until !== null && (until <= today || until > addDays(today, 366)) && { code: 'PAUSE_TOO_LONG' }]);
}
