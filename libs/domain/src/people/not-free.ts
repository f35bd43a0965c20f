/** Residents who cannot come: unwell, away or at an appointment; from when until when, and how it is said. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type ClockTime, type Day, addDays, instantAt, minuteOf, sayDay } from '../shared/time.ts';
import { isBlank, wordsOrNull } from '../shared/words.ts';

export const NOT_FREE_KINDS = ['unwell', 'away', 'appointment'] as const;
export type NotFreeKind = (typeof NOT_FREE_KINDS)[number];

/** Whole days, or hours of one day. */
export type NotFree = { readonly kind: NotFreeKind; readonly fromDay: Day; readonly toDay: Day; readonly fromTime: ClockTime | null; readonly toTime: ClockTime | null; readonly words: string };

export type NotFreeCode = 'NOT_A_KIND' | 'DAYS_REVERSED' | 'DAY_OVER' | 'TOO_LONG' | 'TIMES_REVERSED' | 'ONE_TIME' | 'TIMES_OF_ONE_DAY' | 'OVER_ALREADY' | 'NO_WORDS' | 'NOT_LIVING_HERE' | 'NOT_OFF';

const LONGEST_DAYS = 366;

export const NOT_FREE_WORDS: Words<NotFreeCode> = {
  NOT_A_KIND: () => `Choose one of these: ${NOT_FREE_KINDS.join(', ')}.`,
  DAYS_REVERSED: () => 'The last day is before the first. Check both days.',
  DAY_OVER: (day) => `${day} is over. Say it from today on.`,
  TOO_LONG: () => 'That is more than a year. Say it for fewer days; it can be made longer later.',
  TIMES_REVERSED: () => 'It ends before it begins. Check both times.',
  ONE_TIME: () => 'Say both when it begins and when it ends, or leave both open for the whole day.',
  TIMES_OF_ONE_DAY: () => 'Times are of one day. Leave them open for several days.',
  OVER_ALREADY: () => 'That is over already. Check the times.',
  NO_WORDS: () => 'Say in a few words what it is, such as “the dentist” or “at her sister’s”.',
  NOT_LIVING_HERE: (name) => `${name} does not live here at the moment, so nothing is planned round them.`,
  NOT_OFF: (name) => `${name} is free again: somebody said so already.`,
};

export function mayBeNotFree(wanted: NotFree, zone: string, now: Date, today: Day, resident: { readonly name: string; readonly status: string }): Decision<NotFreeCode> {
  const { kind, fromDay, toDay, fromTime, toTime, words } = wanted;
  const first = decide<NotFreeCode>([
    !NOT_FREE_KINDS.some((each) => each === kind) && { code: 'NOT_A_KIND' },
    resident.status !== 'living here' && { code: 'NOT_LIVING_HERE', about: resident.name },
    toDay < fromDay && { code: 'DAYS_REVERSED' },
    fromDay < today && { code: 'DAY_OVER', about: sayDay(fromDay) },
    toDay > addDays(fromDay, LONGEST_DAYS) && { code: 'TOO_LONG' },
    (fromTime === null) !== (toTime === null) && { code: 'ONE_TIME' },
    fromTime !== null && fromDay !== toDay && { code: 'TIMES_OF_ONE_DAY' },
    fromTime !== null && toTime !== null && minuteOf(toTime) <= minuteOf(fromTime) && { code: 'TIMES_REVERSED' },
    kind !== 'unwell' && isBlank(words) && { code: 'NO_WORDS' },
  ]);
  if (!first.allowed) return first;
  return decide<NotFreeCode>([notFreePeriod(zone, now, wanted).endsAt <= now && { code: 'OVER_ALREADY' }]);
}

/** From when until when, never before now. */
export function notFreePeriod(zone: string, now: Date, { fromDay, toDay, fromTime, toTime }: NotFree): { readonly startsAt: Date; readonly endsAt: Date } {
  const startsAt = instantAt(zone, fromDay, fromTime === null ? 0 : minuteOf(fromTime));
  return { startsAt: startsAt < now ? now : startsAt, endsAt: toTime === null ? instantAt(zone, addDays(toDay, 1), 0) : instantAt(zone, toDay, minuteOf(toTime)) };
}

/** 'Bob is unwell today.', 'Bob is away until Friday 27 November: at his sister’s.', 'Bob has an appointment on …, 10:00 to 11:30: the dentist.' */
export function sayNotFree(name: string, { kind, fromDay, toDay, fromTime, toTime, words }: NotFree, today: Day): string {
  const day = fromDay === today ? 'today' : `on ${sayDay(fromDay)}`;
  const when = fromDay !== toDay ? `${fromDay === today ? '' : `from ${sayDay(fromDay)} `}until ${sayDay(toDay)}` : day;
  const hours = fromTime !== null && toTime !== null ? `, ${fromTime} to ${toTime}` : '';
  const what = kind === 'appointment' ? 'has an appointment' : `is ${kind}`;
  const why = wordsOrNull(words);
  return `${name} ${what} ${when}${hours}${why === null ? '.' : `: ${why}${/[.!?]$/.test(why) ? '' : '.'}`}`;
}
