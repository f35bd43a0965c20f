/** When supporters come: once or again and again, changed, called off, and what of the plan a visit would meet. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type ClockTime, type Day, addDays, daysBetween, minuteOf, sayDay, weekdayOf } from '../shared/time.ts';

export const VISIT_REPEATS = ['once', 'every week', 'every two weeks'] as const;
export type VisitRepeats = (typeof VISIT_REPEATS)[number];

/** `until` is the last day it may fall on; null goes on. Times are of the home's clock. */
export type VisitPlan = { readonly day: Day; readonly from: ClockTime; readonly to: ClockTime; readonly repeats: VisitRepeats; readonly until: Day | null };

/** One thing said about a visit. The last 'coming' says how it is, 'not that day' takes out one day, 'cancelled' ends it. */
export type VisitEntry = VisitPlan & { readonly kind: 'coming' | 'not that day' | 'cancelled' };

export type VisitReason = 'REPEATS_UNKNOWN' | 'VISIT_REVERSED' | 'VISIT_OVER' | 'VISIT_FAR' | 'UNTIL_BEFORE' | 'VISIT_LONG_WORDS' | 'VISIT_CANCELLED' | 'NOT_A_DAY_OF_IT';

const FARTHEST_DAYS = 366;
const LONGEST_WORDS = 500;

export const VISIT_WORDS: Words<VisitReason> = {
  REPEATS_UNKNOWN: () => `Choose one of these: ${VISIT_REPEATS.join(', ')}.`,
  VISIT_REVERSED: () => 'The visit ends before it begins. Check both times.',
  VISIT_OVER: (day) => `${day} is over. Choose a day from today on.`,
  VISIT_FAR: () => 'That is more than a year from now. Say it nearer the time.',
  UNTIL_BEFORE: () => 'The last visit is before the first. Check both days.',
  VISIT_LONG_WORDS: () => 'That is more than fits beside a visit. Say it in a sentence or two.',
  VISIT_CANCELLED: () => 'This visit is called off already.',
  NOT_A_DAY_OF_IT: (day) => `There is no visit on ${day} to call off.`,
};

/** Whether a visit can be said as it stands. */
export function mayVisit({ day, from, to, repeats, until }: VisitPlan, words: string, today: Day): Decision<VisitReason> {
  return decide<VisitReason>([
    !VISIT_REPEATS.some((each) => each === repeats) && { code: 'REPEATS_UNKNOWN' },
    minuteOf(to) <= minuteOf(from) && { code: 'VISIT_REVERSED' },
    day < today && { code: 'VISIT_OVER', about: sayDay(day) },
    day > addDays(today, FARTHEST_DAYS) && { code: 'VISIT_FAR' },
    until !== null && until < day && { code: 'UNTIL_BEFORE' },
    words.trim().length > LONGEST_WORDS && { code: 'VISIT_LONG_WORDS' },
  ]);
}

/** Whether it can be called off: altogether, or on one of its days. */
export function mayCallOff(entries: readonly VisitEntry[], day: Day | null): Decision<VisitReason> {
  return decide<VisitReason>([
    planOf(entries) === null && { code: 'VISIT_CANCELLED' },
    planOf(entries) !== null && day !== null && visitDays(entries, day, day).length === 0 && { code: 'NOT_A_DAY_OF_IT', about: sayDay(day) },
  ]);
}

/** How a visit is planned now; null once it is called off. `entries` are oldest first. */
export function planOf<Entry extends VisitEntry>(entries: readonly Entry[]): Entry | null {
  if (entries.at(-1)?.kind === 'cancelled') return null;
  return entries.findLast(({ kind }) => kind === 'coming') ?? null;
}

/** The days of a visit between two days, both included. */
export function visitDays(entries: readonly VisitEntry[], first: Day, last: Day): Day[] {
  const plan = planOf(entries);
  if (!plan) return [];
  const since = entries.findLastIndex(({ kind }) => kind === 'coming');
  const out = new Set(entries.slice(since).filter(({ kind }) => kind === 'not that day').map(({ day }) => day));
  const step = plan.repeats === 'every week' ? 7 : plan.repeats === 'every two weeks' ? 14 : 0;
  const end = plan.until !== null && plan.until < last ? plan.until : last;
  const days: Day[] = [];
  const skipped = step > 0 ? Math.max(0, Math.ceil(daysBetween(plan.day, first) / step)) * step : 0;
  for (let day = addDays(plan.day, skipped); day <= end; day = addDays(day, step)) {
    if (day >= first && !out.has(day)) days.push(day);
    if (step === 0) break;
  }
  return days;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** 'Every Sunday, 14:00 to 16:00, until Sunday 20 December', or the one day. */
export function sayVisit({ day, from, to, repeats, until }: VisitPlan): string {
  const weekday = WEEKDAYS[weekdayOf(day) - 1] ?? '';
  const when = repeats === 'once' ? sayDay(day) : repeats === 'every week' ? `Every ${weekday}` : `Every other ${weekday}`;
  return `${when}, ${from} to ${to}${repeats !== 'once' && until !== null ? `, until ${sayDay(until)}` : ''}`;
}

/** Something planned for the person that a visit would meet. `where` is null where it is at home. */
export type Meets = { readonly what: string; readonly where: string | null; readonly from: ClockTime; readonly to: ClockTime };

/** Whether two stretches of one day touch. */
export function isMet(visit: Pick<VisitPlan, 'from' | 'to'>, planned: Pick<Meets, 'from' | 'to'>): boolean {
  return visit.from < planned.to && planned.from < visit.to;
}

/** To the family: 'Steven is out then, at Riverside Pool: Swimming, 14:30 to 16:00.' */
export function sayMeets(person: string, { what, where, from, to }: Meets): string {
  return where === null ? `${person} is at ${what} here then, ${from} to ${to}.` : `${person} is out then, at ${where}: ${what}, ${from} to ${to}.`;
}
