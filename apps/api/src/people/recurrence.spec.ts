import fc from 'fast-check';
import { REPEATS, type Repeats } from '@promenade/domain/people/routine-repeats';
import { addDays, clockIn, dayIn, daysBetween, instantAt, minuteOf, mondayOf, weekdayOf } from '@promenade/domain/shared/time';
import { daysDue } from './recurrence.ts';

const routine = (repeats: Repeats, days: number[], since = '2026-01-01', endedOn: string | null = null) => ({ repeats, days, since, endedOn });

describe('the days of a routine', () => {
  it('come every second week, counted from the week it began in', () => {
    expect(daysDue(routine('every second week', [2, 4], '2026-11-05'), [], '2026-11-01', '2026-12-04')).toEqual(['2026-11-05', '2026-11-17', '2026-11-19', '2026-12-01', '2026-12-03']);
  });
  it('come on the first Friday and the last Sunday of a month', () => {
    expect(daysDue(routine('first in the month', [5]), [], '2026-11-01', '2027-01-31')).toEqual(['2026-11-06', '2026-12-04', '2027-01-01']);
    expect(daysDue(routine('last in the month', [7]), [], '2026-10-01', '2026-11-30')).toEqual(['2026-10-25', '2026-11-29']);
  });
  it('come on a date, and on the last day of a month that has not got it', () => {
    expect(daysDue(routine('every month', [], '2026-01-31'), [], '2026-01-01', '2026-04-30')).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
    expect(daysDue(routine('every year', [], '2024-02-29'), [], '2024-01-01', '2028-12-31')).toEqual(['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']);
  });
  it('begin and end, leave out a day and take one in, and the last word holds', () => {
    const mondays = routine('every week', [1], '2026-11-03', '2026-12-07');
    expect(daysDue(mondays, [], '2026-01-01', '2027-01-01')).toEqual(['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']);
    expect(daysDue(mondays, [{ day: '2026-11-16', kind: 'not that day' }, { day: '2026-11-18', kind: 'that day too' }, { day: '2026-11-23', kind: 'not that day' }, { day: '2026-11-23', kind: 'as usual' }, { day: '2026-12-08', kind: 'that day too' }], '2026-11-01', '2026-12-31'))
      .toEqual(['2026-11-09', '2026-11-18', '2026-11-23', '2026-11-30']);
    expect(daysDue(mondays, [], '2026-12-07', '2026-12-31')).toEqual([]);
  });

  const anyDay = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2025-01-01', n));
  const anyDays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
  it('are, every so many weeks, those that counting on the fingers gives', () => {
    fc.assert(fc.property(anyDays, anyDay, anyDay, fc.integer({ min: 1, max: 4 }), (days, since, from, apart) => {
      const to = addDays(from, 60);
      const counted = Array.from({ length: 61 }, (_, n) => addDays(from, n))
        .filter((day) => day >= since && days.includes(weekdayOf(day)) && (daysBetween(mondayOf(since), mondayOf(day)) / 7) % apart === 0);
      expect(daysDue(routine(REPEATS[apart - 1] ?? 'every week', days, since), [], from, to)).toEqual(counted);
    }), { numRuns: 150 });
  });
  it('are the same asked for at once or day by day, in order, within what was asked and never before they began', () => {
    fc.assert(fc.property(fc.constantFrom(...REPEATS), anyDays, anyDay, anyDay, (repeats, days, since, from) => {
      const to = addDays(from, 35);
      const each = routine(repeats, days, since);
      const all = daysDue(each, [], from, to);
      expect(all).toEqual([...new Set(all)].toSorted());
      expect(all.every((day) => since <= day && from <= day && day <= to)).toBe(true);
      expect(Array.from({ length: 36 }, (_, n) => addDays(from, n)).flatMap((day) => daysDue(each, [], day, day))).toEqual(all);
    }), { numRuns: 60 });
  });
});

describe('the weekends on which clocks change', () => {
  const LONDON = 'Europe/London';
  it.each([['2026-03-29', '23 hours'], ['2026-10-25', '25 hours']])('have the routine of %s (%s) at the hour people know', (sunday) => {
    const days = daysDue(routine('every week', [6, 7, 1]), [], addDays(sunday, -1), addDays(sunday, 1));
    expect(days).toEqual([addDays(sunday, -1), sunday, addDays(sunday, 1)]);
    for (const day of days) {
      const at = instantAt(LONDON, day, minuteOf('16:30'));
      expect([dayIn(LONDON, at), clockIn(LONDON, at)]).toEqual([day, '16:30']);
    }
  });
  it('lose no routine whose hour the clock skips: it is due that day all the same', () => {
    expect(daysDue(routine('every week', [7]), [], '2026-03-29', '2026-03-29')).toEqual(['2026-03-29']);
    const at = instantAt(LONDON, '2026-03-29', minuteOf('01:30'));
    expect([dayIn(LONDON, at), clockIn(LONDON, at)]).toEqual(['2026-03-29', '02:30']);
  });
});
