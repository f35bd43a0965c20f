/** When a routine may be kept: its hours make sense, its activity fits into them, and the person is not asked to be in two places. */
import { type Decision, type Reason, type Words, decide } from '../shared/decision.ts';
import { type ClockTime, type Day, minuteOf, overlaps } from '../shared/time.ts';
import { REPEATS, type Repeats, placeInMonth } from './routine-repeats.ts';

const NEEDS = ['session', 'respect'] as const;
/** 'session': somebody must plan it (a walk needs an escort). 'respect': it only has to be left alone. */
export type RoutineNeeds = (typeof NEEDS)[number];

export type RoutineDraft = {
  readonly what: string;
  readonly days: readonly number[];
  readonly from: ClockTime;
  readonly to: ClockTime;
  readonly why: string;
  readonly needs: string;
  readonly protected: boolean;
  /** 'every week' when left out. */
  readonly repeats?: string;
  readonly since?: Day;
  /** The last day of it, when that is known. */
  readonly until?: Day | null;
};

/** What the activity takes: `travelMinutes` is one way, 0 when it is not away from the home. */
export type RoutineActivity = { readonly name: string; readonly minutes: number; readonly travelMinutes: number; readonly retired: boolean };

export type StandingRoutine = { readonly what: string; readonly days: readonly number[]; readonly fromTime: ClockTime; readonly toTime: ClockTime; readonly protected: boolean };

export type RoutineReason =
  | 'ROUTINE_NO_WORDS' | 'ROUTINE_NO_WHY' | 'ROUTINE_NO_DAY' | 'ROUTINE_DAY_UNKNOWN' | 'ROUTINE_TIMES' | 'ROUTINE_NEEDS_UNKNOWN'
  | 'ROUTINE_REPEATS_UNKNOWN' | 'ROUTINE_ENDS_FIRST' | 'ROUTINE_NO_ACTIVITY' | 'ROUTINE_ACTIVITY_RETIRED' | 'ROUTINE_TOO_SHORT' | 'ROUTINE_OVERLAPS';

export const ROUTINE_WORDS: Words<RoutineReason> = {
  ROUTINE_NO_WORDS: () => 'Say what the routine is, such as “A walk before tea”.',
  ROUTINE_NO_WHY: () => 'Say why it matters. Whoever is on shift reads this when there is little time.',
  ROUTINE_NO_DAY: () => 'Choose at least one day.',
  ROUTINE_DAY_UNKNOWN: () => 'One of the days is not a day of the week. Choose the days again.',
  ROUTINE_TIMES: (about) => `It ends before it begins (${about}). Put the earlier time first; what goes past midnight is two routines.`,
  ROUTINE_NEEDS_UNKNOWN: (about) => `“${about}” is not a kind of routine. Say whether it needs a session planned or only respecting.`,
  ROUTINE_REPEATS_UNKNOWN: (about) => `“${about}” is not a way for a routine to come round. Choose one from the list.`,
  ROUTINE_ENDS_FIRST: () => 'Its last day is before its first. Put the earlier day first.',
  ROUTINE_NO_ACTIVITY: () => 'A routine that needs planning needs an activity, so that staff and rooms can be found for it. Choose one, or say that it only needs respecting.',
  ROUTINE_ACTIVITY_RETIRED: (about) => `“${about}” is no longer in the library. Choose another activity.`,
  ROUTINE_TOO_SHORT: (about) => `${about}. Give it a longer time, or choose a shorter activity.`,
  ROUTINE_OVERLAPS: (about) => `That is the same time as ${about}, and both are protected. Change one of them; nobody can do both.`,
};

/** Whether this routine can stand beside the others the person has. `others` are those that have not ended. */
export function mayKeepRoutine(draft: RoutineDraft, activity: RoutineActivity | null, others: readonly StandingRoutine[]): Decision<RoutineReason> {
  const [from, to] = [minuteOf(draft.from), minuteOf(draft.to)];
  const inOrder = from < to;
  return decide<RoutineReason>([
    draft.what.trim() === '' && { code: 'ROUTINE_NO_WORDS' },
    draft.why.trim() === '' && { code: 'ROUTINE_NO_WHY' },
    draft.days.length === 0 && { code: 'ROUTINE_NO_DAY' },
    draft.days.some((day) => !Number.isInteger(day) || day < 1 || day > 7) && { code: 'ROUTINE_DAY_UNKNOWN' },
    !inOrder && { code: 'ROUTINE_TIMES', about: `${draft.from} to ${draft.to}` },
    !NEEDS.includes(draft.needs as RoutineNeeds) && { code: 'ROUTINE_NEEDS_UNKNOWN', about: draft.needs },
    draft.repeats !== undefined && !REPEATS.includes(draft.repeats as Repeats) && { code: 'ROUTINE_REPEATS_UNKNOWN', about: draft.repeats },
    draft.since !== undefined && draft.until != null && draft.until < draft.since && { code: 'ROUTINE_ENDS_FIRST' },
    draft.needs === 'session' && !activity && { code: 'ROUTINE_NO_ACTIVITY' },
    activity?.retired && { code: 'ROUTINE_ACTIVITY_RETIRED', about: activity.name },
    draft.needs === 'session' && inOrder && activity && tooShort(to - from, activity),
    ...(draft.protected && inOrder ? others.map((other) => clash(draft, other)) : []),
  ]);
}

function tooShort(minutes: number, activity: RoutineActivity): Reason<RoutineReason> | null {
  const needed = activity.minutes + 2 * activity.travelMinutes;
  if (minutes >= needed) return null;
  const way = activity.travelMinutes > 0 ? `, there and back included` : '';
  return { code: 'ROUTINE_TOO_SHORT', about: `“${activity.name}” takes ${needed} minutes${way}, and there are ${minutes}` };
}

function clash(draft: RoutineDraft, other: StandingRoutine): Reason<RoutineReason> | null {
  const day = other.days.find((each) => draft.days.includes(each));
  if (!other.protected || day === undefined) return null;
  if (!overlaps([minuteOf(draft.from), minuteOf(draft.to)], [minuteOf(other.fromTime), minuteOf(other.toTime)])) return null;
  return { code: 'ROUTINE_OVERLAPS', about: `“${other.what}” (${other.fromTime} to ${other.toTime})` };
}

export type EndReason = 'ENDS_BEFORE_IT_BEGAN' | 'HAS_ENDED' | 'DAY_OUTSIDE';

export const END_WORDS: Words<EndReason> = {
  ENDS_BEFORE_IT_BEGAN: (about) => `It began on ${about}. It cannot end before that.`,
  HAS_ENDED: () => 'It has ended already.',
  DAY_OUTSIDE: () => 'The routine has not begun on that day, or has ended by then. Choose a day on which it stands.',
};

/** A routine or outcome ends on a day; it is never deleted, because its days are history. */
export function mayEnd({ since, endedOn }: { readonly since: Day; readonly endedOn: Day | null }, on: Day, sinceWords: string): Decision<EndReason> {
  return decide<EndReason>([
    endedOn !== null && { code: 'HAS_ENDED' },
    on < since && { code: 'ENDS_BEFORE_IT_BEGAN', about: sinceWords },
  ]);
}

const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** [1,2,3,4,5,6,7] is 'every day', [1,2,3,4,5] 'Mon to Fri', [6,7] 'weekends', [2,4] 'Tue and Thu'. */
export function sayDays(days: readonly number[]): string {
  const chosen = [...new Set(days)].toSorted((a, b) => a - b);
  const key = chosen.join('');
  if (key === '1234567') return 'every day';
  if (key === '67') return 'weekends';
  const [first, last] = [chosen[0] ?? 1, chosen.at(-1) ?? 1];
  const name = (day: number) => NAMES[day - 1] ?? '';
  if (chosen.length > 2 && last - first === chosen.length - 1) return `${name(first)} to ${name(last)}`;
  if (chosen.length < 2) return chosen.map(name).join('');
  return `${chosen.slice(0, -1).map(name).join(', ')} and ${name(last)}`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function nth(date: number): string {
  const tail = date % 10 === 1 && date !== 11 ? 'st' : date % 10 === 2 && date !== 12 ? 'nd' : date % 10 === 3 && date !== 13 ? 'rd' : 'th';
  return `${date}${tail}`;
}

/** 'every day', 'Tue and Thu, every second week', 'the first Fri of the month', 'the 12th of each month', 'each year on 12 May'. */
export function sayRepeats(repeats: Repeats, days: readonly number[], since: Day): string {
  const date = Number(since.slice(8));
  if (repeats === 'every month') return `the ${nth(date)} of each month`;
  if (repeats === 'every year') return `each year on ${date} ${MONTHS[Number(since.slice(5, 7)) - 1] ?? ''}`;
  if (repeats === 'every week') return sayDays(days);
  if (placeInMonth(repeats) !== null) return `the ${repeats.split(' ')[0] ?? ''} ${sayDays(days)} of the month`;
  return `${sayDays(days)}, ${repeats}`;
}
