/** Working days, and the clock of a dispute: the manager has five of them to answer, and the bank holidays of the home's nation are none. */
import { type Day, addDays, dayIn, weekdayOf } from '../shared/time.ts';
import type { PromiseEntry } from './promise.ts';

/** Days on which offices are shut, as a set or with their names. */
export type HolidayDays = { has(day: Day): boolean };

export const WORKING_DAYS_TO_ANSWER = 5;

/** Monday to Friday, and no bank holiday. */
export function isWorkingDay(day: Day, holidays: HolidayDays): boolean {
  return weekdayOf(day) < 6 && !holidays.has(day);
}

/** The `count`th working day after `day`, which itself does not count; `day` when `count` is 0. */
export function workingDaysAfter(day: Day, count: number, holidays: HolidayDays): Day {
  let [at, left] = [day, count];
  while (left > 0) {
    at = addDays(at, 1);
    if (isWorkingDay(at, holidays)) left -= 1;
  }
  return at;
}

/** The last day on which a dispute raised on `raisedOn` is answered in time. `holidays` must reach three weeks beyond it. */
export function answerBy(raisedOn: Day, holidays: HolidayDays): Day {
  return workingDaysAfter(raisedOn, WORKING_DAYS_TO_ANSWER, holidays);
}

/** What the clock of a dispute depends on: the home's day, zone and bank holidays. */
export type DisputeClock = { readonly today: Day; readonly zone: string; readonly holidays: HolidayDays };

export type Dispute = {
  /** The place of the entry in the home's ledger. */
  readonly seq: number;
  readonly raisedAt: Date;
  readonly raisedOn: Day;
  readonly answerBy: Day;
  readonly answeredAt: Date | null;
  /** Unanswered, and its last day has passed; or answered only after it. */
  readonly isLate: boolean;
};

/** Every dispute of a promise, oldest first. One answer answers all that was disputed before it. */
export function disputesOf(entries: readonly Pick<PromiseEntry, 'seq' | 'at' | 'kind'>[], { today, zone, holidays }: DisputeClock): Dispute[] {
  const inOrder = [...entries].sort((a, b) => a.seq - b.seq);
  return inOrder.flatMap(({ seq, at, kind }, index) => {
    if (kind !== 'disputed') return [];
    const answeredAt = inOrder.slice(index + 1).find((later) => later.kind === 'answered')?.at ?? null;
    const raisedOn = dayIn(zone, at);
    const by = answerBy(raisedOn, holidays);
    return [{ seq, raisedAt: at, raisedOn, answerBy: by, answeredAt, isLate: (answeredAt === null ? today : dayIn(zone, answeredAt)) > by }];
  });
}

/** The dispute that waits longest for its answer, or null. */
export function openDispute(disputes: readonly Dispute[]): Dispute | null {
  return disputes.find(({ answeredAt }) => answeredAt === null) ?? null;
}
