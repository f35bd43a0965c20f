/** When a place is open on a day, bank holidays included, and why it is not; hours past midnight belong to the day they begin on. */
import { type ClockTime, type Day, MINUTES_A_DAY, type Span, type WeeklyHours, addDays, minuteOf, sayDay, weekdayOf } from '../shared/time.ts';

export const HOLIDAY_RULES = ['as usual', 'closed', 'other hours', 'not known'] as const;
export type HolidayRule = (typeof HOLIDAY_RULES)[number];

/** What somebody has said of bank holidays; `from` and `to` go with 'other hours'. */
export type OnHolidays = { readonly rule: HolidayRule; readonly from: ClockTime | null; readonly to: ClockTime | null };

/** Where the hours come from: `osm` is in OpenStreetMap's opening_hours syntax and knows bank holidays itself when it names them. */
export type Opening = { readonly from: 'weekly' | 'osm' | 'not known'; readonly osm: string | null; readonly holidays: OnHolidays };

export const HOLIDAYS_NOT_KNOWN: OnHolidays = { rule: 'not known', from: null, to: null };

/** Bank holidays by day: '2026-12-28' → 'Boxing Day (substitute day)'. */
export type Holidays = ReadonlyMap<Day, string>;

export const NATIONS = ['England', 'Wales', 'Scotland', 'Northern Ireland'] as const;
export type Nation = (typeof NATIONS)[number];

/**
 * One day at a place. `spans` are minutes since its 00:00 and may run past 1440. `isKnown` is false where nobody can say
 * whether it is open; then `spans` hold no promise.
 */
export type OpenDay = { readonly day: Day; readonly spans: readonly Span[]; readonly isKnown: boolean; readonly why: string | null };

/** The hours of weekly hours that begin on a weekday; those that end before they begin run past midnight. */
export function spansOfDay(hours: WeeklyHours, day: Day): Span[] {
  const weekday = weekdayOf(day);
  return hours.filter(({ days }) => days.includes(weekday)).map(({ from, to }) => spanFrom(from, to)).toSorted((a, b) => a[0] - b[0]);
}

function spanFrom(from: ClockTime, to: ClockTime): Span {
  const [begins, ends] = [minuteOf(from), minuteOf(to)];
  return [begins, ends > begins ? ends : ends + MINUTES_A_DAY];
}

/** A day by weekly hours and the rule for bank holidays. */
export function weeklyDay(hours: WeeklyHours, rule: OnHolidays, holidays: Holidays, day: Day): OpenDay {
  const spans = spansOfDay(hours, day);
  return onHoliday({ day, spans, isKnown: true, why: null }, rule, holidays);
}

/** The same day with what was said of bank holidays, where it is one. A day that is closed anyway stays so. */
export function onHoliday(usual: OpenDay, { rule, from, to }: OnHolidays, holidays: Holidays): OpenDay {
  const holiday = holidays.get(usual.day);
  if (holiday === undefined) return usual;
  if (rule === 'other hours' && from !== null && to !== null) return { ...usual, spans: [spanFrom(from, to)], isKnown: true, why: `Other hours: ${holiday}` };
  if (rule === 'as usual' || usual.spans.length === 0) return usual;
  if (rule === 'closed') return { ...usual, spans: [], isKnown: true, why: `Closed: ${holiday}` };
  return { ...usual, spans: [], isKnown: false, why: `${holiday}: nobody has asked whether it is open` };
}

/** A place whose hours nobody has said: nothing is known of any day. */
export function unknownDay(day: Day): OpenDay {
  return { day, spans: [], isKnown: false, why: 'Nobody has said when it is open' };
}

/** Open spans of several days in minutes from 00:00 of the first, the night before reaching in included. */
export function openSpans(days: readonly OpenDay[], firstDay: Day): Span[] {
  const first = Date.parse(`${firstDay}T00:00:00Z`);
  return days.filter(({ isKnown }) => isKnown).flatMap(({ day, spans }) => {
    const offset = Math.round((Date.parse(`${day}T00:00:00Z`) - first) / 60_000);
    return spans.map(([from, to]): Span => [from + offset, to + offset]);
  });
}

/** Days to look at for a stretch: the night before may still be open when it begins. */
export function daysFor(firstDay: Day, count: number): Day[] {
  return Array.from({ length: count + 1 }, (_, n) => addDays(firstDay, n - 1));
}

const clock = (minute: number) => `${String(Math.floor((minute % MINUTES_A_DAY) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** '09:30 to 17:00', '12:00 to 14:15 and 17:00 to 00:30', 'All day', 'Closed: Boxing Day', 'Closed', 'Not known: …'. */
export function sayOpen({ spans, isKnown, why }: OpenDay): string {
  if (!isKnown) return why ? `Not known. ${why}.` : 'Not known.';
  if (spans.length === 0) return why ?? 'Closed';
  const said = spans.map(([from, to]) => (to - from >= MINUTES_A_DAY ? 'All day' : `${clock(from)} to ${clock(to)}`)).join(' and ');
  return why ? `${said} (${why.charAt(0).toLowerCase()}${why.slice(1)})` : said;
}

/** Why nothing can be planned at a place on a day: 'The baths: closed on Monday 28 December, Boxing Day (substitute day).'; null on an ordinary day. */
export function sayShut(name: string, { day, spans, why }: OpenDay, holidays: Holidays): string | null {
  const holiday = holidays.get(day);
  if (spans.length > 0 || why === null || holiday === undefined) return null;
  return why.startsWith('Closed') ? `${name} is closed on ${sayDay(day)}: ${holiday}.` : `${name} on ${sayDay(day)}, ${holiday}: nobody has asked whether it is open, so nothing is planned there.`;
}

/** The first instants of `wanted` that lie in the hours of a day: whether it is open at a minute of it. */
export function isOpenAt({ spans, isKnown }: OpenDay, minute: number): boolean {
  return isKnown && spans.some(([from, to]) => from <= minute && minute < to);
}
