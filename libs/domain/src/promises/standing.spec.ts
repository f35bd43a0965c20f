import fc from 'fast-check';
import { type Day, addDays, weekdayOf } from '../shared/time.ts';
import { MADE_DAYS_AHEAD, type Standing, daysToMake, madeBetween, mayEndStanding, mayStand } from './standing.ts';

const codes = (decision: { allowed: boolean; reasons?: readonly { code: string }[] }) => decision.reasons?.map(({ code }) => code) ?? [];
const SINCE = '2026-11-02';
const HERE: Standing = { since: SINCE, endedOn: null, status: 'living here', backOn: null };

const spans = (from: Day, to: Day, weekdays: readonly number[]) => {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekdays.includes(weekdayOf(day))) days.push(day);
  return days;
};
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
const count = fc.integer({ min: 0, max: 120 });

/** The days that were made, by looking on these days (counted from the beginning) and no others. */
function lookedOn(standing: Standing, on: readonly number[], every: readonly number[]): Day[] {
  const made: Day[] = [];
  for (const n of on) made.push(...daysToMake(standing, (from, to) => spans(from, to, every), new Set(made), addDays(SINCE, n)));
  return made;
}

describe('the days of a standing promise', () => {
  it('are all there, whichever days anybody looked on, each once', () => {
    fc.assert(fc.property(weekdays, fc.uniqueArray(count, { minLength: 1, maxLength: 20 }), (every, some) => {
      const on = some.toSorted((a, b) => a - b);
      const last = on.at(-1) ?? 0;
      const daily = lookedOn(HERE, Array.from({ length: last + 1 }, (_, n) => n), every);
      const seldom = lookedOn(HERE, on, every);
      expect(seldom).toEqual(daily);
      expect(new Set(seldom).size).toBe(seldom.length);
      expect(seldom).toEqual(spans(SINCE, addDays(SINCE, last + MADE_DAYS_AHEAD), every));
    }));
  });

  it('are never outside of when it stood and the person was here', () => {
    fc.assert(fc.property(weekdays, count, fc.option(count), fc.option(count), (every, n, ended, back) => {
      const standing = { ...HERE, endedOn: ended === null ? null : addDays(SINCE, ended), backOn: back === null ? null : addDays(SINCE, back) };
      for (const day of lookedOn(standing, [n], every)) {
        expect(day >= SINCE && day >= (standing.backOn ?? SINCE) && day <= addDays(SINCE, n + MADE_DAYS_AHEAD)).toBe(true);
        if (standing.endedOn) expect(day < standing.endedOn).toBe(true);
      }
    }));
  });

  it('are not made while the person is in hospital, has moved out or has died', () => {
    for (const status of ['in hospital', 'away', 'moved out', 'died']) expect(madeBetween({ ...HERE, status }, '2026-11-24')).toBeNull();
    expect(madeBetween(HERE, '2026-11-24')).toEqual({ from: SINCE, to: '2026-12-08' });
  });
});

describe('a standing promise', () => {
  const draft = { words: 'A swim', madeTo: 'Bob', found: 'Joe drives on Thursdays.', days: [4], repeats: 'every week', since: '2026-11-26' };
  const bob = { preferredName: 'Bob', status: 'living here' };
  it('takes what every promise takes, and days that there are', () => {
    expect(mayStand(draft, bob, '2026-11-24')).toEqual({ allowed: true });
    expect(mayStand({ ...draft, repeats: 'every month', days: [] }, bob, '2026-11-24')).toEqual({ allowed: true });
    expect(codes(mayStand({ words: '', madeTo: '', found: ' ', days: [], repeats: 'now and then', since: '2026-11-23' }, { ...bob, status: 'died' }, '2026-11-24')))
      .toEqual(['NO_WORDS', 'DUE_PASSED', 'NOBODY_PROMISED', 'NOT_FOUND_FEASIBLE', 'NOT_LIVING_HERE', 'NO_DAY', 'REPEATS_UNKNOWN']);
    expect(codes(mayStand({ ...draft, days: [8] }, bob, '2026-11-24'))).toEqual(['DAY_UNKNOWN']);
  });

  it('is let go of once, in words', () => {
    expect(mayEndStanding({ endedOn: null }, 'No more swimming.')).toEqual({ allowed: true });
    expect(codes(mayEndStanding({ endedOn: '2026-11-20' }, ' '))).toEqual(['HAS_ENDED', 'NO_WORDS']);
  });
});
