/** Reads days as people in the United Kingdom write them in spreadsheets, and says what is wrong with those that cannot be. */
import type { Day } from './shared.ts';

export type ReadDay =
  | { found: 'day'; day: Day }
  | { found: 'two-digit-year'; dayOfMonth: number; month: number; year: number }
  | { found: 'serial'; day: Day }
  | { found: 'nothing' }
  | { found: 'impossible'; sentence: string }
  | { found: 'unreadable' };

export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month; `month` 1 to 12. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return `${pad(year, 4)}-${pad(month)}-${pad(dayOfMonth)}`;
}

/** Whole days since 1 January 1970. */
export function dayNumber(day: Day): number {
  const [year = 1970, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, dayOfMonth) / 86_400_000);
}

export function addDays(day: Day, days: number): Day {
  return new Date((dayNumber(day) + days) * 86_400_000).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export const weekdayName = (day: Day): string => weekdayNames[weekdayOf(day) - 1] ?? '';

/** '2026-11-26' as 'Thursday 26 November 2026'. */
export function sayDay(day: Day): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return `${weekdayName(day)} ${dayOfMonth} ${monthNames[month - 1]} ${year}`;
}

/** '1937-03-01' as '1 March 1937'. */
export function sayDate(day: Day): string {
  return sayDay(day).slice(weekdayName(day).length + 1);
}

/** The number of a month written as a word, 1 to 12, or null. */
export function monthFrom(word: string): number | null {
  const at = word.length < 3 ? -1 : monthNames.findIndex((name) => name.toLowerCase().startsWith(word.toLowerCase().replace(/^sept$/i, 'sep').replace(/\.$/, '')));
  return at < 0 ? null : at + 1;
}

/** The weekday a word begins with (Mon, Tues, Thursday), 1 to 7, or null. */
export function weekdayFrom(word: string): number | null {
  const lower = word.toLowerCase().replace(/\.$/, '');
  const at = lower.length < 2 ? -1 : weekdayNames.findIndex((name) => name.toLowerCase().startsWith(lower) || (lower.length > 2 && lower === name.toLowerCase().slice(0, lower.length)));
  return at < 0 ? null : at + 1;
}

/** Reads day before month; a year of two digits is handed back for someone to decide the century. */
export function readDay(text: string): ReadDay {
  const words = text.trim().replace(/^(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*\.?,?\s+/i, '');
  if (words === '') return { found: 'nothing' };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(words);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]), 4);
  const numbers = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})(?:\s+0?0:00(?::00)?)?$/.exec(words);
  if (numbers) return checked(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]), numbers[3]?.length ?? 4);
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-/]+([A-Za-z]{3,9})\.?,?[\s\-/]+(\d{4}|\d{2})$/.exec(words);
  const month = named ? monthFrom(named[2] ?? '') : null;
  if (named && month) return checked(Number(named[3]), month, Number(named[1]), named[3]?.length ?? 4);
  if (/^\d{4,5}$/.test(words)) return serial(Number(words));
  return { found: 'unreadable' };
}

function checked(year: number, month: number, dayOfMonth: number, digits: number): ReadDay {
  if (month < 1 || month > 12) {
    const swapped = dayOfMonth >= 1 && dayOfMonth <= 12 && month <= 31;
    return { found: 'impossible', sentence: `There is no month ${month}.${swapped ? ' We read the day first, then the month; is it the other way round?' : ''}` };
  }
  const most = digits === 2 ? (month === 2 ? 29 : daysIn(2000, month)) : daysIn(year, month);
  if (dayOfMonth < 1 || dayOfMonth > most) {
    const inYear = month === 2 && digits === 4 ? ` in ${year}` : '';
    return { found: 'impossible', sentence: `There is no ${dayOfMonth} ${monthNames[month - 1]}: ${monthNames[month - 1]} has ${most} days${inYear}.` };
  }
  if (digits === 2) return { found: 'two-digit-year', dayOfMonth, month, year };
  if (year < 1880 || year > 2150) return { found: 'impossible', sentence: `The year ${year} cannot be right.` };
  return { found: 'day', day: dayOf(year, month, dayOfMonth) };
}

/** A spreadsheet's own day number: 1 is 1 January 1900, and it believes in a 29 February 1900. */
function serial(days: number): ReadDay {
  if (days < 3000 || days > 73_000) return { found: 'unreadable' };
  return { found: 'serial', day: addDays('1899-12-30', days) };
}

/** The years a two-digit year of birth may mean for someone between 18 and 110, the likelier first. */
export function likelyBirthYears(twoDigits: number, today: Day): number[] {
  const thisYear = Number(today.slice(0, 4));
  return [1900 + twoDigits, 2000 + twoDigits].filter((year) => thisYear - year >= 18 && thisYear - year <= 110)
    .sort((a, b) => Math.abs(thisYear - a - 83) - Math.abs(thisYear - b - 83));
}
