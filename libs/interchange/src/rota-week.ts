/** Finds the days of a rota's columns: `Mon 23/11`, `Monday 23rd Nov`, `23/11/2026` or only `Mon` below `w/c 23/11/2026`. */
import type { Asking, Day, Note } from './shared.ts';
import type { Table, TableRow } from './table.ts';
import { addDays, dayNumber, dayOf, daysIn, monthFrom, readDay, sayDay, weekdayFrom, weekdayOf } from './dates.ts';
import { nameKey, short } from './names.ts';

export type DayName = { weekday: number | null; dayOfMonth: number | null; month: number | null; year: number | null };

export type RotaDay = { column: number; header: string; day: Day };

/** What day a column name means, as far as it says; null when it is none. */
export function readDayName(text: string): DayName | null {
  const words = text.replace(/\s+/g, ' ').trim();
  const found = /^(?:([A-Za-z]{2,9})\.?,?(?=$|[\s\d]))?\s*(.*)$/.exec(words);
  const weekday = found?.[1] && /^(mo|tu|we|th|fr|sa|su)/i.test(found[1]) ? weekdayFrom(found[1]) : null;
  const rest = (weekday ? (found?.[2] ?? '') : words).trim();
  const none = { weekday, dayOfMonth: null, month: null, year: null };
  if (rest === '') return weekday ? none : null;
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(rest);
  if (iso) return real({ weekday, dayOfMonth: Number(iso[3]), month: Number(iso[2]), year: Number(iso[1]) });
  const numbers = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?$/.exec(rest);
  if (numbers) return real({ weekday, dayOfMonth: Number(numbers[1]), month: Number(numbers[2]), year: yearFrom(numbers[3]) });
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]*(?:of )?([A-Za-z]{3,9})\.?(?:[\s-]+(\d{4}|\d{2}))?$/.exec(rest);
  const month = named ? monthFrom(named[2] ?? '') : null;
  if (named && month) return real({ weekday, dayOfMonth: Number(named[1]), month, year: yearFrom(named[3]) });
  const only = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(rest);
  return weekday && only ? real({ weekday, dayOfMonth: Number(only[1]), month: null, year: null }) : null;
}

const yearFrom = (text: string | undefined) => (text === undefined ? null : text.length === 2 ? 2000 + Number(text) : Number(text));

function real(name: DayName): DayName | null {
  const day = name.dayOfMonth ?? 0;
  if (name.month !== null && (name.month < 1 || name.month > 12)) return null;
  return day >= 1 && day <= 31 ? name : null;
}

/**
 * The row with the most days for column names, at least three of them, among the first forty; dates before weekdays. When
 * weekdays and dates stand in two rows, what the lower leaves empty is filled from the one above.
 */
export function findDayRow(table: Table): TableRow | null {
  let best: { at: number; score: number } | null = null;
  const rows = table.rows.slice(0, 40);
  for (const [at, row] of rows.entries()) {
    const days = daysNamed(row);
    const score = days.length + days.filter((day) => day.dayOfMonth !== null).length;
    if (days.length >= 3 && score > (best?.score ?? 0)) best = { at, score };
  }
  const row = best ? rows[best.at] : undefined;
  const above = best ? rows[best.at - 1] : undefined;
  if (!row || !above || daysNamed(above).length < 3) return row ?? null;
  return { ...row, cells: row.cells.map((cell, column) => (cell === '' ? (above.cells[column] ?? '') : cell)) };
}

const daysNamed = (row: TableRow): DayName[] => row.cells.map(readDayName).filter((day) => day !== null);

/** The first day of the week as the titles above the table say it, or null. */
export function weekInTitles(titles: readonly string[]): Day | null {
  for (const title of titles) {
    const found = /\b(?:w\/?c|w\/?b|week\s*(?:commencing|beginning|starting|of|from)?|wk)\b[^\d]{0,12}(\d{1,2}(?:st|nd|rd|th)?[\s/.-]+(?:\d{1,2}|[A-Za-z]{3,9})[\s/.-]+\d{2,4}|\d{4}-\d{2}-\d{2})/i.exec(title);
    const read = readDay((found?.[1] ?? '').replace(/(\d)(st|nd|rd|th)/i, '$1'));
    if (read.found === 'day') return read.day;
    if (read.found === 'two-digit-year') return dayOf(2000 + read.year, read.month, read.dayOfMonth);
  }
  return null;
}

/** The days of the columns, or a question when only weekdays are given and nothing says which week. */
export function settleWeek(row: TableRow, titles: readonly string[], ignored: (column: number) => boolean, today: Day, asking: Asking): { days: RotaDay[]; notes: Note[] } {
  const named = row.cells.map((header, column) => ({ column, header, name: readDayName(header) })).filter((each) => each.name !== null && !ignored(each.column));
  const said = weekInTitles(titles);
  const vague = named.every((each) => each.name?.dayOfMonth === null);
  const start = said ?? (vague ? askWeek(titles, today, row.line, asking) : null);
  const notes: Note[] = [];
  const check = (message: string) => notes.push({ field: 'week', level: 'check', message });
  if (vague && start === null) {
    check('The columns say Monday, Tuesday and so on, but nothing says of which week. Say which; until then nothing is taken.');
    return { days: [], notes };
  }
  const days: RotaDay[] = [];
  for (const { column, header, name } of named) {
    const day = name ? nearest(name, start ?? today, start !== null) : null;
    if (day === null) check(`The column “${short(header, 20)}” is not a day that exists. Correct it; nothing under it is taken.`);
    else if (days.some((each) => each.day === day)) check(`Two columns are ${sayDay(day)}. Only the first is taken; correct the other.`);
    else days.push({ column, header, day });
    if (day !== null && name?.weekday && name.weekday !== weekdayOf(day)) check(`The column says “${short(header, 20)}”, but that day is a ${sayDay(day)}. We took the date; see that it is the right week.`);
  }
  const first = days[0]?.day;
  if (said !== null && first !== undefined && Math.abs(dayNumber(first) - dayNumber(said)) > 6) check(`The title says the week begins on ${sayDay(said)}, the columns begin on ${sayDay(first)}. We took the columns.`);
  if (first !== undefined && Math.abs(dayNumber(first) - dayNumber(today)) > 200) check(`This rota is for ${sayDay(first)}, which is far from today. Is it the right file?`);
  return { days, notes };
}

/** The day that fits the name and lies nearest; from the start of the week forward when that is known. */
function nearest(name: DayName, around: Day, forward: boolean): Day | null {
  if (name.dayOfMonth === null) return name.weekday === null ? null : addDays(around, (name.weekday - weekdayOf(around) + 7) % 7);
  const possible: Day[] = [];
  const year = Number(around.slice(0, 4));
  const month = Number(around.slice(5, 7));
  const years = name.year !== null ? [name.year] : [year - 1, year, year + 1];
  const months = name.month !== null ? [name.month] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((each) => Math.min(Math.abs(each - month), 12 - Math.abs(each - month)) <= 1);
  for (const y of years) for (const m of months) if (name.dayOfMonth <= daysIn(y, m)) possible.push(dayOf(y, m, name.dayOfMonth));
  const away = (day: Day) => {
    const gap = dayNumber(day) - dayNumber(around);
    const other = name.month === null && name.weekday !== null && weekdayOf(day) !== name.weekday ? 60 : 0;
    return Math.abs(gap) + other + (forward && gap < 0 ? 1 : 0);
  };
  return possible.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}

function askWeek(titles: readonly string[], today: Day, line: number, asking: Asking): Day | null {
  const monday = addDays(today, 1 - weekdayOf(today));
  const answer = asking.ask({
    // The titles belong to the question, so that the answer for this file is not taken for the next one.
    id: `week:${nameKey(short(titles.join(' '), 80))}|${monday}`, kind: 'week', free: 'day', words: 'Which week is this rota for?',
    options: [monday, addDays(monday, 7), addDays(monday, -7)].map((day) => ({ value: day, words: `The week of ${sayDay(day)}` })),
  }, line, (typed) => readDay(typed).found === 'day');
  const read = answer === null ? null : readDay(answer);
  return read?.found === 'day' ? read.day : null;
}
