/** When venues are open on given days, with the bank holidays of the home's nation: the one place that asks the two libraries. */
import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import type { opening_hours as OpeningHours } from 'opening_hours';
import { MINUTES_A_DAY, type Day, type Span, type WeeklyHours, addDays } from '@promenade/domain/shared/time';
import { HOLIDAYS_NOT_KNOWN, type Holidays as HolidayDays, type Nation, type OpenDay, type Opening, onHoliday, unknownDay, weeklyDay } from '@promenade/domain/venues/opening';

/** As long as a value in OpenStreetMap may be. NOTE: the parser takes seconds over a long text that is no hours. */
export const LONGEST_HOURS = 255;

const require = createRequire(import.meta.url);
const REGION: Readonly<Record<Nation, string>> = { 'England': 'ENG', 'Wales': 'WLS', 'Scotland': 'SCT', 'Northern Ireland': 'NIR' };

/** Both libraries are large: they are read when somebody first asks, and stay. */
let loaded: { OpeningHours: new (...args: ConstructorParameters<typeof OpeningHours>) => OpeningHours; Holidays: new (country: string, region: string) => Holidays } | null = null;
function libraries() {
  loaded ??= { OpeningHours: require('opening_hours') as never, Holidays: require('date-holidays') as never };
  return loaded;
}

const holidaysByYear = new Map<string, readonly (readonly [Day, string])[]>();

/** The bank holidays of the years these days are in. */
export function bankHolidays(nation: Nation, firstDay: Day, lastDay: Day): HolidayDays {
  const days: (readonly [Day, string])[] = [];
  for (let year = Number(firstDay.slice(0, 4)); year <= Number(lastDay.slice(0, 4)); year += 1) {
    const key = `${nation} ${year}`;
    let found = holidaysByYear.get(key);
    if (!found) {
      const all = new (libraries().Holidays)('GB', REGION[nation]).getHolidays(year);
      found = all.filter(({ type }) => type === 'public').map(({ date, name }) => [date.slice(0, 10), name] as const);
      holidaysByYear.set(key, found);
    }
    days.push(...found);
  }
  return new Map(days);
}

/** Read hours by value and nation; null where the value cannot be read. Bounded, since values come from files. */
const readValues = new Map<string, OpeningHours | null>();
const MOST_VALUES = 2000;

function read(value: string, nation: Nation): OpeningHours | null {
  const key = `${nation} ${value}`;
  const before = readValues.get(key);
  if (before !== undefined) return before;
  if (readValues.size >= MOST_VALUES) readValues.clear();
  const made = readAfresh(value, nation);
  readValues.set(key, made);
  return made;
}

/** The library knows none of this country, and says so on the server's console. */
const SCHOOL_HOLIDAYS = /\bSH\b/;

function readAfresh(value: string, nation: Nation): OpeningHours | null {
  if (value.trim() === '' || value.length > LONGEST_HOURS || SCHOOL_HOLIDAYS.test(value)) return null;
  try {
    return new (libraries().OpeningHours)(value, { lat: 54, lon: -2, address: { country_code: 'gb', state: nation } });
  } catch {
    return null;
  }
}

/** Whether text is hours in OpenStreetMap's syntax that say something. */
export function isReadableHours(value: string, nation: Nation): boolean {
  const hours = read(value, nation);
  if (hours === null) return false;
  try {
    hours.getOpenIntervals(new Date(2026, 0, 1), new Date(2026, 0, 8));
    return true;
  } catch {
    return false;
  }
}

/** The place's clock as the library counts it: local time of this process, whatever zone that is. */
const floating = (day: Day, dayOffset = 0) => new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)) + dayOffset);
const minuteFrom = (day: Day, at: Date) => Math.round((Date.UTC(at.getFullYear(), at.getMonth(), at.getDate(), at.getHours(), at.getMinutes()) - Date.parse(`${day}T00:00:00Z`)) / 60_000);

/** Sunrise and sunset depend on place and season; the library without a map guesses six and six. */
const FOLLOWS_SUN = /sunrise|sunset|dawn|dusk/i;
const NAMES_HOLIDAYS = /\bPH\b/;

function osmDay(value: string, opening: Opening, nation: Nation, holidays: HolidayDays, day: Day): OpenDay {
  const hours = read(value, nation);
  if (hours === null) return { ...unknownDay(day), why: 'Its hours cannot be read' };
  let intervals: ReturnType<OpeningHours['getOpenIntervals']>;
  try {
    intervals = hours.getOpenIntervals(floating(day), floating(day, 2));
  } catch {
    return { ...unknownDay(day), why: 'Its hours cannot be worked out' };
  }
  const begun = intervals.map(([from, to, isUnsure, remark]) => ({ span: [minuteFrom(day, from), minuteFrom(day, to)] as const, isUnsure, remark }))
    .filter(({ span }) => span[0] < MINUTES_A_DAY && (span[0] > 0 || !reachesIn(hours, day)));
  const sure = begun.filter(({ isUnsure }) => !isUnsure).map(({ span }): Span => [span[0], Math.min(span[1], span[0] === 0 ? MINUTES_A_DAY : 2 * MINUTES_A_DAY)]);
  const unsure = begun.find(({ isUnsure }) => isUnsure);
  if (FOLLOWS_SUN.test(value)) return { day, spans: [], isKnown: false, why: 'It opens and closes with the daylight' };
  if (sure.length === 0 && unsure) return { day, spans: [], isKnown: false, why: unsure.remark ? `Ask first: ${unsure.remark}` : 'Ask first' };
  const usual: OpenDay = { day, spans: sure, isKnown: true, why: null };
  const holiday = holidays.get(day);
  if (opening.holidays.rule !== 'not known' || !NAMES_HOLIDAYS.test(value)) return onHoliday(usual, opening.holidays, holidays);
  return holiday === undefined ? usual : { ...usual, why: sure.length === 0 ? `Closed: ${holiday}` : `Hours of a bank holiday: ${holiday}` };
}

/** Whether it was open at midnight because the evening before ran on: then that stretch belongs to the day before. */
function reachesIn(hours: OpeningHours, day: Day): boolean {
  const before = new Date(floating(day).getTime() - 60_000);
  return hours.getState(before) && hours.getState(floating(day)) && !isAllDay(hours, day);
}

function isAllDay(hours: OpeningHours, day: Day): boolean {
  const [first] = hours.getOpenIntervals(floating(day), floating(day, 1));
  return first !== undefined && minuteFrom(day, first[1]) - minuteFrom(day, first[0]) >= MINUTES_A_DAY;
}

export type WithHours = { readonly hours: WeeklyHours; readonly opening?: Opening | null };

/** Each of these days at a venue. */
export function openDays({ hours, opening }: WithHours, nation: Nation, days: readonly Day[]): OpenDay[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const holidays = bankHolidays(nation, first, last);
  return days.map((day) => {
    if (opening?.from === 'not known') return unknownDay(day);
    if (opening?.from === 'osm') return osmDay(opening.osm ?? '', opening, nation, holidays, day);
    return weeklyDay(hours, opening?.holidays ?? HOLIDAYS_NOT_KNOWN, holidays, day);
  });
}

export function openOn(venue: WithHours, nation: Nation, day: Day): OpenDay {
  return openDays(venue, nation, [day])[0] ?? unknownDay(day);
}

/** The bank holidays to come, the next first. */
export function nextHolidays(nation: Nation, from: Day, count: number): { day: Day; name: string }[] {
  return [...bankHolidays(nation, from, addDays(from, 366))].filter(([day]) => day >= from).toSorted(([a], [b]) => (a < b ? -1 : 1)).slice(0, count).map(([day, name]) => ({ day, name }));
}
