import fc from 'fast-check';
import { type Point, hopedOn, mayBegin, mayTap, pointsOf, reviewOf, sayProgress } from './ladder.ts';
import { askedOn, asksBelow, gentlePrompt, isMoreHelpReason, ownLevel, sayBefore } from './ladder-guide.ts';
import { addDays } from '../shared/time.ts';

const TODAY = '2026-11-24';
const AIM = { startedOn: '2026-11-04', startRung: 2, hopedOn: '2026-12-14', hopedRung: 6 };
const codes = (decision: { allowed: boolean; reasons?: readonly { code: string }[] }) => decision.reasons?.map(({ code }) => code) ?? [];
const days = (...rungs: number[]): Point[] => rungs.map((rung, n) => ({ day: addDays(TODAY, n - rungs.length), rung }));

describe('a task on the ladder', () => {
  it('begins with words, two rungs and a day to hope for', () => {
    const jean = { preferredName: 'Jean', status: 'living here' };
    expect(mayBegin({ ...AIM, name: 'Making my tea' }, jean)).toEqual({ allowed: true });
    expect(codes(mayBegin({ ...AIM, name: ' ', startRung: 7, hopedOn: AIM.startedOn }, { ...jean, status: 'died' }))).toEqual(['NO_NAME', 'NO_RUNG', 'HOPED_PASSED', 'NOT_LIVING_HERE']);
  });

  it('is tapped with a rung, after the fact, while it goes on', () => {
    const now = new Date('2026-11-24T09:00:00Z');
    expect(mayTap(3, now, now, { endedOn: null }, TODAY)).toEqual({ allowed: true });
    expect(codes(mayTap(7, new Date('2026-11-24T10:00:00Z'), now, { endedOn: '2026-11-20' }, TODAY))).toEqual(['NO_RUNG', 'TASK_ENDED', 'STILL_TO_COME']);
    expect(codes(mayTap(2.5, now, now, { endedOn: null }, TODAY))).toEqual(['NO_RUNG']);
  });

  it('has one point a day, the last tap of it', () => {
    expect(pointsOf([{ day: '2026-11-24', rung: 2 }, { day: '2026-11-23', rung: 1 }, { day: '2026-11-24', rung: 4 }])).toEqual([{ day: '2026-11-23', rung: 1 }, { day: '2026-11-24', rung: 4 }]);
  });

  it('is hoped for in a straight line that stays between its ends', () => {
    expect([hopedOn(AIM, '2026-11-04'), hopedOn(AIM, TODAY), hopedOn(AIM, '2026-12-14'), hopedOn(AIM, '2027-02-01'), hopedOn(AIM, '2026-10-01')]).toEqual([2, 4, 6, 6, 2]);
    fc.assert(fc.property(fc.integer({ min: -100, max: 400 }), (n) => {
      const rung = hopedOn(AIM, addDays(AIM.startedOn, n));
      expect(rung).toBeGreaterThanOrEqual(2);
      expect(rung).toBeLessThanOrEqual(6);
    }));
  });

  it('is known at the best level that two days and a third of them show: neither one good day nor one wrong tap makes it', () => {
    expect(ownLevel([], TODAY)).toBeNull();
    expect(ownLevel(days(6), TODAY)).toBeNull();
    expect(ownLevel(days(6, 3), TODAY)).toEqual({ rung: 3, on: '2026-11-23' });
    expect(ownLevel(days(5, 5, 0), TODAY)).toEqual({ rung: 5, on: '2026-11-22' });
    expect(ownLevel(days(3, 3, 3, 3, 3, 6, 6), TODAY)?.rung).toBe(3);
    expect(ownLevel([{ day: '2026-10-01', rung: 6 }, { day: '2026-10-02', rung: 6 }], TODAY)).toBeNull();
    expect(ownLevel([...days(3, 3), { day: TODAY, rung: 6 }, { day: TODAY, rung: 6 }], TODAY)?.rung).toBe(3);
  });

  it('says before it is done what was done alone last week, and how to leave it with her', () => {
    const jean = { name: 'Jean', isComfort: false };
    expect(sayBefore(jean, { rung: 5, on: '2026-11-17' }, TODAY)).toBe('Jean did this with someone nearby on Tuesday 17 November. Let Jean begin. Stay near, with your hands to yourself.');
    expect(sayBefore(jean, { rung: 6, on: '2026-11-20' }, TODAY)).toBe('Jean did this alone on Friday. Let Jean begin, and do it all.');
    expect(sayBefore(jean, { rung: 3, on: '2026-11-23' }, TODAY)).toBe('Jean did this after a touch, or with things set up, yesterday. Set it up, then let Jean begin.');
    expect(sayBefore(jean, null, TODAY)).toBeNull();
    expect(sayBefore({ name: 'Elsie', isComfort: true }, { rung: 6, on: '2026-11-20' }, TODAY)).toBe('Comfort comes first: as much or as little as Elsie likes.');
    for (let rung = 0; rung <= 6; rung += 1) expect(sayBefore(jean, { rung, on: '2026-11-20' }, TODAY)).toMatch(/ on Friday\. \S.*\.$/);
  });

  it('asks gently when somebody did it for her that she did alone last week: once, never of comfort, and not where it comes and goes', () => {
    const jean = { name: 'Jean', isComfort: false };
    expect(gentlePrompt(jean, days(6, 6), 2, TODAY)).toBe('Jean did this alone yesterday. What was different today?');
    expect(gentlePrompt(jean, days(6, 6), 5, TODAY)).toBeNull();
    expect(gentlePrompt(jean, days(6), 0, TODAY)).toBeNull();
    expect(gentlePrompt(jean, days(3, 3), 0, TODAY)).toBeNull();
    expect(gentlePrompt({ ...jean, isComfort: true }, days(6, 6), 2, TODAY)).toBeNull();
    expect(gentlePrompt(jean, days(6, 6, 2, 6), 2, TODAY)).toBeNull();
    expect(askedOn(days(6, 6, 2, 6))).toEqual(['2026-11-22']);
    expect(asksBelow(days(6, 1, 6, 2, 6, 6), TODAY)).toBeNull();
    expect(gentlePrompt(jean, [{ day: '2026-11-01', rung: 6 }, { day: '2026-11-02', rung: 6 }], 0, TODAY)).toBeNull();
    expect([isMoreHelpReason('in pain'), isMoreHelpReason('lazy')]).toEqual([true, false]);
  });

  it('is looked at together when reached, late, taking more help or standing still', () => {
    expect(reviewOf(AIM, days(6, 6, 6), TODAY)).toBe('reached');
    expect(reviewOf(AIM, days(3, 4, 5), TODAY)).toBeNull();
    expect(reviewOf({ ...AIM, hopedOn: '2026-11-20' }, days(3, 4, 5), TODAY)).toBe('date passed');
    // Three bad days are three bad days; four of four, or a fall that the trend sees, are more.
    expect(reviewOf(AIM, days(1, 1, 0), TODAY)).toBeNull();
    expect(reviewOf(AIM, days(1, 1, 0, 1), TODAY)).toBe('more help');
    expect(reviewOf(AIM, days(5, 5, 4, 5, 5, 5, 4, 5, 3, 3, 2, 3, 3, 3, 3), TODAY)).toBe('more help');
    expect(reviewOf(AIM, days(5, 5, 4, 5, 5, 5, 4, 5, 4, 5, 1, 1, 1, 5, 5), TODAY)).toBeNull();
  });

  it('stands still when four weeks go by below what is hoped for, a day up and a day down', () => {
    const long = { ...AIM, startedOn: '2026-10-01' };
    expect(reviewOf(long, days(3, 3, 3, 3), TODAY)).toBe('no movement');
    expect(reviewOf(long, days(3, 4, 3, 3, 2, 3, 3, 4, 3, 3, 3, 2, 3, 3), TODAY)).toBe('no movement');
    expect(reviewOf(AIM, days(3, 3, 3, 3), TODAY)).toBeNull();
    expect(reviewOf({ ...long, startRung: 3, hopedRung: 3 }, days(3, 2, 3, 2), TODAY)).toBeNull();
    expect(reviewOf(long, days(2, 2, 3, 3, 3, 4, 4, 4), TODAY)).toBeNull();
  });

  it('says how it goes', () => {
    expect(sayProgress(AIM, [], TODAY)).toBe('Nothing recorded yet.');
    expect(sayProgress(AIM, days(2), TODAY)).toContain('more help than we hoped');
    expect(sayProgress(AIM, days(4), TODAY)).toContain('about where we hoped');
    expect(sayProgress(AIM, days(6), TODAY)).toContain('further than hoped');
  });
});
