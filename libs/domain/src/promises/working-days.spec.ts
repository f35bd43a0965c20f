import fc from 'fast-check';
import { addDays, daysBetween } from '../shared/time.ts';
import type { EntryKind } from './promise.ts';
import { answerBy, disputesOf, isWorkingDay, openDispute, workingDaysAfter } from './working-days.ts';

/** Christmas and New Year as England and Scotland keep them. */
const ENGLAND = new Set(['2026-12-25', '2026-12-28', '2027-01-01']);
const SCOTLAND = new Set([...ENGLAND, '2027-01-04', '2026-11-30']);

const day = fc.integer({ min: 0, max: 2000 }).map((count) => addDays('2025-01-01', count));
const holidays = fc.uniqueArray(day, { maxLength: 40 }).map((days) => new Set(days));

describe('five working days', () => {
  it('leave out weekends and the bank holidays of the nation', () => {
    expect(answerBy('2026-11-24', ENGLAND)).toBe('2026-12-01');
    expect(answerBy('2026-11-24', SCOTLAND)).toBe('2026-12-02');
    expect(answerBy('2026-12-23', ENGLAND)).toBe('2027-01-04');
    expect(answerBy('2026-12-23', SCOTLAND)).toBe('2027-01-05');
  });

  it('begin on the day after a Saturday just as after the Friday before it', () => {
    expect(answerBy('2026-11-28', new Set())).toBe(answerBy('2026-11-27', new Set()));
  });

  it('end on a working day with exactly so many from then till there, whatever the holidays', () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 15 }), holidays, (from, count, shut) => {
      const to = workingDaysAfter(from, count, shut);
      const between = Array.from({ length: daysBetween(from, to) }, (_, n) => addDays(from, n + 1));
      expect(between.filter((each) => isWorkingDay(each, shut))).toHaveLength(count);
      if (count > 0) expect(isWorkingDay(to, shut)).toBe(true);
    }));
  });

  it('never end sooner because of a holiday more, nor for a later dispute', () => {
    fc.assert(fc.property(day, day, holidays, (from, more, shut) => {
      expect(answerBy(from, new Set([...shut, more])) >= answerBy(from, shut)).toBe(true);
      expect(answerBy(addDays(from, 1), shut) >= answerBy(from, shut)).toBe(true);
    }));
  });
});

describe('a dispute', () => {
  const entries = (...said: readonly [EntryKind, string][]) => said.map(([kind, at], n) => ({ seq: n + 1, kind, at: new Date(`${at}T10:00:00Z`) }));
  const on = (today: string) => ({ today, zone: 'Europe/London', holidays: ENGLAND });

  it('is late from the day after its last, until then it is open', () => {
    const disputed = entries(['made', '2026-11-20'], ['disputed', '2026-11-24']);
    expect(disputesOf(disputed, on('2026-12-01'))).toMatchObject([{ answerBy: '2026-12-01', answeredAt: null, isLate: false }]);
    expect(disputesOf(disputed, on('2026-12-02'))).toMatchObject([{ isLate: true }]);
  });

  it('is answered by the next answer, in time or late, and a new one has a clock of its own', () => {
    const both = disputesOf(entries(['disputed', '2026-11-24'], ['disputed', '2026-11-25'], ['answered', '2026-12-02'], ['disputed', '2026-12-03']), on('2026-12-04'));
    expect(both.map(({ isLate, answeredAt }) => [isLate, answeredAt !== null])).toEqual([[true, true], [false, true], [false, false]]);
    expect(openDispute(both)?.raisedOn).toBe('2026-12-03');
    expect(openDispute(disputesOf(entries(['made', '2026-11-24'], ['confirmed', '2026-11-25']), on('2026-12-04')))).toBeNull();
  });

  it('raised just after midnight counts from the day it was in the home', () => {
    const late = [{ seq: 1, kind: 'disputed' as const, at: new Date('2027-07-01T23:30:00Z') }];
    expect(disputesOf(late, on('2027-07-02'))[0]?.raisedOn).toBe('2027-07-02');
  });
});
