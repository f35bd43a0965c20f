/** How a routine comes round: each week, every second week, the first Friday of the month, once a year; and single days that differ. */
import type { Day } from '../shared/time.ts';

export const REPEATS = [
  'every week', 'every second week', 'every third week', 'every fourth week',
  'first in the month', 'second in the month', 'third in the month', 'fourth in the month', 'last in the month',
  'every month', 'every year',
] as const;
/**
 * With the weekdays of the routine: 'every second week' on Tuesdays, counted from the week in which it began; 'first in
 * the month' with Friday is the first Friday. 'every month' and 'every year' come on the date on which it began.
 */
export type Repeats = (typeof REPEATS)[number];

export function isRepeats(text: string): text is Repeats {
  return REPEATS.some((each) => each === text);
}

/** How many weeks lie between two of its weeks; null when it does not go by weeks. */
export function weeksApart(repeats: Repeats): number | null {
  const at = REPEATS.indexOf(repeats);
  return at >= 0 && at < 4 ? at + 1 : null;
}

/** Which of its weekdays in a month: 1 to 4, or −1 for the last; null when it does not go by that. */
export function placeInMonth(repeats: Repeats): number | null {
  const at = REPEATS.indexOf(repeats) - 3;
  return at < 1 || at > 5 ? null : at === 5 ? -1 : at;
}

/** Whether it comes on a date and not on weekdays. */
export function goesByDate(repeats: Repeats): boolean {
  return repeats === 'every month' || repeats === 'every year';
}

/** 'not that day' takes one day out, 'that day too' puts one in, 'as usual' takes either back. */
export const DAY_EXCEPTIONS = ['not that day', 'that day too', 'as usual'] as const;
export type DayException = (typeof DAY_EXCEPTIONS)[number];

/** What holds for each day that was ever excepted: the last thing said. `said` in the order in which it was said. */
export function exceptionsOf(said: readonly { readonly day: Day; readonly kind: DayException }[]): { readonly out: ReadonlySet<Day>; readonly added: ReadonlySet<Day> } {
  const last = new Map(said.map(({ day, kind }) => [day, kind]));
  const days = (kind: DayException) => new Set([...last].filter(([, each]) => each === kind).map(([day]) => day));
  return { out: days('not that day'), added: days('that day too') };
}
