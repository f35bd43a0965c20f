/** How often promises were kept: what is counted, counted again for every part of it, and the list behind each number. */
import { NOT_RUN_REASONS } from '../promises/happened.ts';
import { scoreInterval } from '../shared/score-interval.ts';
import { type Day, addDays, mondayOf, weekdayOf } from '../shared/time.ts';
import type { CameDue, Outcome } from './came-due.ts';

/** Whole weeks, the one it is now among them. */
const WEEKS = { '4 weeks': 4, '12 weeks': 12, 'year': 52 } as const;
export type Period = keyof typeof WEEKS;
export const PERIODS = Object.keys(WEEKS) as Period[];

export type Days = { readonly from: Day; readonly to: Day };

export function daysOf(period: Period, today: Day): Days {
  return { from: addDays(mondayOf(today), -7 * (WEEKS[period] - 1)), to: today };
}

/** A time a promise came due, with what it was about: the kind of activity, or null for something in their own words. */
export type Due = CameDue & { readonly kind: string | null };

export const GROUPS = ['all', 'week', 'reason', 'weekday', 'kind', 'answers'] as const;
export type Group = (typeof GROUPS)[number];

/** Which of them: of a group, those under one key, and of those the ones with one outcome; null is all. */
export type Wanted = { readonly by: Group; readonly key: string; readonly outcome: Outcome | 'counted' | 'unexplained' | null };

const LEFT_OUT: readonly Outcome[] = ['declined', 'released', 'closed'];

/** What the person said no to, let go of, or what was closed was nobody's to keep: it is left out, and said to be. */
export function isCounted({ outcome }: Pick<CameDue, 'outcome'>): boolean {
  return !LEFT_OUT.includes(outcome);
}

export function isWithoutReason({ outcome, reason }: Pick<CameDue, 'outcome' | 'reason'>): boolean {
  return outcome === 'not kept' && reason === null;
}

const NOBODY = 'nobody yet';
const NO_KIND = 'own words';

/** Under which key of a group it stands; null when under none: what was kept has no reason for not being kept. */
export function keyOf(by: Group, due: Due): string | null {
  switch (by) {
    case 'all':
      return 'all';
    case 'week':
      return mondayOf(due.day);
    case 'weekday':
      return String(weekdayOf(due.day));
    case 'kind':
      return due.kind ?? NO_KIND;
    case 'reason':
      return due.outcome === 'not kept' ? (due.reason ?? NOBODY) : null;
    case 'answers':
      return due.outcome === 'not kept' ? (due.answers ?? NOBODY) : null;
  }
}

function hasOutcome(due: Due, outcome: Wanted['outcome']): boolean {
  if (outcome === null) return true;
  if (outcome === 'counted') return isCounted(due);
  return outcome === 'unexplained' ? isWithoutReason(due) : due.outcome === outcome;
}

/** The list behind a number, the latest day first. */
export function listBehind(dues: readonly Due[], { by, key, outcome }: Wanted): Due[] {
  return dues
    .filter((due) => keyOf(by, due) === key && hasOutcome(due, outcome))
    .sort((a, b) => b.day.localeCompare(a.day) || a.promiseId.localeCompare(b.promiseId) || b.time - a.time);
}

export type Count = {
  readonly of: number; readonly kept: number; readonly partlyKept: number; readonly notKept: number; readonly unexplained: number;
  readonly declined: number; readonly released: number; readonly closed: number;
};

/** Every number is the length of the list behind it. */
export function countUnder(dues: readonly Due[], by: Group, key: string): Count {
  const number = (outcome: Wanted['outcome']) => listBehind(dues, { by, key, outcome }).length;
  return {
    of: number('counted'), kept: number('kept'), partlyKept: number('partly kept'), notKept: number('not kept'), unexplained: number('unexplained'),
    declined: number('declined'), released: number('released'), closed: number('closed'),
  };
}

/** The keys of a group that something counted stands under. Weekdays and weeks in their order, reasons as on the list, names and kinds by the alphabet: by no number. */
export function keysOf(dues: readonly Due[], by: Group, days: Days): string[] {
  if (by === 'week') return weeksOf(days);
  const keys = [...new Set(dues.filter(isCounted).flatMap((due) => keyOf(by, due) ?? []))];
  const place = (key: string) => (by === 'reason' ? NOT_RUN_REASONS.findIndex((reason) => reason === key) : 0);
  const isLast = (key: string) => Number(key === NOBODY || key === NO_KIND);
  return keys.sort((a, b) => isLast(a) - isLast(b) || place(a) - place(b) || a.localeCompare(b, 'en-GB'));
}

function weeksOf({ from, to }: Days): Day[] {
  const weeks: Day[] = [];
  for (let week = mondayOf(from); week <= to; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

/** With fewer, an interval would span nearly everything and say nothing. */
const ENOUGH = 10;

/** The whole percentages between which the true share lies (95 %), the bounds taken outwards; null where there are too few to say. */
export function between({ kept, of }: Pick<Count, 'kept' | 'of'>): { readonly low: number; readonly high: number } | null {
  if (of < ENOUGH) return null;
  const { low, high } = scoreInterval(kept, of);
  return { low: Math.floor(low * 100), high: Math.ceil(high * 100) };
}

/** '9 of 12'. Never a percentage by itself. */
export function sayRate({ kept, of }: Pick<Count, 'kept' | 'of'>): string {
  return `${kept} of ${of}`;
}

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** 'Promises came due 12 times, and 9 times they were kept. Once only a part was. Twice they were not kept, once without a reason yet.' */
export function sayCount({ of, kept, partlyKept, notKept, unexplained }: Count): string {
  if (of === 0) return 'No promise came due in these days.';
  const first = of === 1 ? `A promise came due once, and ${kept === 1 ? 'it was kept' : 'it was not kept'}.` : `Promises came due ${times(of)}, and ${kept === 0 ? 'never were they kept' : kept === of ? 'every time they were kept' : `${times(kept)} they were kept`}.`;
  if (of === 1) return partlyKept === 1 ? 'A promise came due once, and only a part of it was kept.' : unexplained === 1 ? `${first} Nobody has said why yet.` : first;
  const part = partlyKept > 0 ? ` ${upper(times(partlyKept))} only a part was.` : '';
  const not = notKept > 0 ? ` ${upper(times(notKept))} they were not kept${unexplained > 0 ? `, ${unexplained === notKept ? 'and nobody has said why yet' : `${times(unexplained)} without a reason yet`}` : ''}.` : '';
  return `${first}${part}${not}`;
}

const upper = (words: string) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

/** What is not in the numbers: 'Not counted: 2 times the person said no on the day, once they let go of it.' Empty when nothing was left out. */
export function sayLeftOut({ declined, released, closed }: Count): string {
  const parts = [
    declined > 0 && `${times(declined)} the person said no on the day`, released > 0 && `${times(released)} they let go of it`, closed > 0 && `${times(closed)} it was closed because they moved out or died`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : `Not counted: ${parts.join(', ')}.`;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A key as people read it; weeks are said by whoever shows them. */
export function sayKey(by: Group, key: string): string {
  if (by === 'weekday') return WEEKDAYS[Number(key) - 1] ?? key;
  if (key === NOBODY) return by === 'reason' ? 'Nobody has said why yet' : 'Nobody yet';
  if (key === NO_KIND) return 'Something in their own words';
  return by === 'answers' ? key : upper(key);
}
