/** What people, things and moments are called in the sentences the planner says. */
import { DAY, dayOf } from './span.ts';
import type { Problem, Span } from './problem.ts';

export type Kind = 'resident' | 'staff' | 'activity' | 'room' | 'vehicle' | 'routine' | 'skill' | 'licence';

export type Names = {
  /** The name a person reads: `call('resident', 'r1')` → 'Steven'. */
  call: (kind: Kind, id: string) => string;
  /** A minute of the horizon as a person says it: `when(2310)` → 'Tue 14:30'. */
  when: (minute: number) => string;
  /** A stretch of one day: `during([2310, 2370])` → 'Tuesday between 14:30 and 15:30'. */
  during: (span: Span) => string;
  /** Why an activity's place is shut at a minute, as a sentence, where somebody has said: `shut('swim', 60)` → 'The baths are closed on …'. */
  shut?: (activityId: string, minute: number) => string | null;
};

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Ids as they are, moments by weekday: what to use when nobody gave better names. */
export function plainNames(problem: Pick<Problem, 'startDate'>): Names {
  const first = new Date(`${problem.startDate}T00:00:00Z`).getUTCDay();
  const weekday = (minute: number) => WEEKDAYS[(((first + dayOf(minute)) % 7) + 7) % 7] ?? '';
  return {
    call: (_kind, id) => id,
    when: (minute) => `${weekday(minute).slice(0, 3)} ${clock(minute)}`,
    during: ([from, to]) => `${weekday(from)} between ${clock(from)} and ${untilClock(to)}`,
  };
}

/** 'HH:MM' of a minute's day: 2310 → '14:30'. */
export function clock(minute: number): string {
  const within = minute - dayOf(minute) * DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** 'Tue 14:30 to 15:30', or with both days when it runs past midnight. */
export function between(span: Span, names: Names): string {
  const sameDay = dayOf(span[0]) === dayOf(span[1] - 1);
  return `${names.when(span[0])} to ${sameDay ? untilClock(span[1]) : names.when(span[1])}`;
}

function untilClock(minute: number): string {
  return minute % DAY === 0 ? '24:00' : clock(minute);
}

/** 'Ann', 'Ann and Ben', 'Ann, Ben and Cal'. */
export function inWords(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** '1 bay', '2 bays': `count(2, 'bay')`; `many` for words that do not take an s. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** Pence as a person reads them: 1405 → '£14.05', 1400 → '£14'. */
export function pounds(pence: number): string {
  return `£${pence % 100 === 0 ? pence / 100 : (pence / 100).toFixed(2)}`;
}
