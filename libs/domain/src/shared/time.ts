/** Where instants, days and clock times meet: a home has a zone, and only this file turns one kind of time into another. */

/** A calendar day, 'YYYY-MM-DD'. */
export type Day = string;
/** A clock time on a day, 'HH:MM' (00:00 to 24:00). */
export type ClockTime = string;
/** On these weekdays (1 = Monday … 7 = Sunday), from one clock time to another. */
export type WeeklyHours = readonly { readonly days: readonly number[]; readonly from: ClockTime; readonly to: ClockTime }[];
/** Half-open: from ≤ t < to. Whole minutes of wall-clock time since 00:00 of some first day. */
export type Span = readonly [from: number, to: number];

export const MINUTES_A_DAY = 1440;
const MS_A_MINUTE = 60_000;
const MS_A_DAY = MINUTES_A_DAY * MS_A_MINUTE;

/** Whether `text` is a day that exists: '2026-02-29' is not one. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Whether `text` is a clock time from '00:00' to '24:00'. */
export function isClockTime(text: string): text is ClockTime {
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}

const utc = (day: Day) => Date.parse(`${day}T00:00:00Z`);

export function addDays(day: Day, count: number): Day {
  return new Date(utc(day) + count * MS_A_DAY).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to) - utc(from)) / MS_A_DAY);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(utc(day)).getUTCDay() || 7;
}

export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** Minutes since 00:00. '24:00' is 1440. */
export function minuteOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** The wall clock of `zone` at an instant, as if it were UTC: milliseconds since 1970. */
function wallMs(zone: string, at: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of wallFormat(zone).formatToParts(at)) parts[type] = Number(value);
  return Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'], parts['hour'], parts['minute'], parts['second']);
}

/** The day it is in a zone at an instant. */
export function dayIn(zone: string, at: Date): Day {
  return new Date(wallMs(zone, at.getTime())).toISOString().slice(0, 10);
}

/** The clock time in a zone at an instant. */
export function clockIn(zone: string, at: Date): ClockTime {
  return new Date(wallMs(zone, at.getTime())).toISOString().slice(11, 16);
}

/**
 * Minutes of wall-clock time from 00:00 of `firstDay` to an instant. On a day of 23 or 25 hours the wall clock jumps,
 * and so does this number.
 */
export function wallMinute(zone: string, firstDay: Day, at: Date): number {
  return Math.floor((wallMs(zone, at.getTime()) - utc(firstDay)) / MS_A_MINUTE);
}

/**
 * The instant at which the clocks of a zone show `minute` minutes after 00:00 of `firstDay`. A time that happens twice
 * (clocks go back) is the first of the two; one that never happens (clocks go forward) is as long after the jump as it
 * would have been after the hour before it.
 */
export function instantAt(zone: string, firstDay: Day, minute: number): Date {
  const wall = utc(firstDay) + minute * MS_A_MINUTE;
  const offsetBefore = wallMs(zone, wall - MS_A_DAY) - (wall - MS_A_DAY);
  const offsetAfter = wallMs(zone, wall + MS_A_DAY) - (wall + MS_A_DAY);
  const first = wall - offsetBefore;
  if (wallMs(zone, first) === wall) return new Date(first);
  const second = wall - offsetAfter;
  return new Date(wallMs(zone, second) === wall ? second : first);
}

/** The spans of weekly hours over `days` days from `firstDay`, in minutes from its 00:00. */
export function spansOf(hours: WeeklyHours, firstDay: Day, days: number): Span[] {
  const spans: Span[] = [];
  for (let n = 0; n < days; n += 1) {
    const weekday = weekdayOf(addDays(firstDay, n));
    for (const each of hours) {
      if (each.days.includes(weekday)) spans.push([n * MINUTES_A_DAY + minuteOf(each.from), n * MINUTES_A_DAY + minuteOf(each.to)]);
    }
  }
  return spans;
}

export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

const dayWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });

/** A day as people say it: 'Tuesday 24 November'. */
export function sayDay(day: Day): string {
  return dayWords.format(utc(day)).replace(',', '');
}

/** An instant as people say it: 'Tuesday 24 November, 14:30'. */
export function sayWhen(zone: string, at: Date): string {
  return `${sayDay(dayIn(zone, at))}, ${clockIn(zone, at)}`;
}
