import fc from 'fast-check';
import { type Point, gentlePrompt, hopedOn, mayBegin, mayTap, pointsOf, reviewOf, sayProgress } from './ladder.ts';
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

  it('asks gently when somebody did it for her that she did alone last week', () => {
    expect(gentlePrompt('Jean', days(6, 5), 2, TODAY)).toMatch(/^Jean managed this alone/);
    expect(gentlePrompt('Jean', days(6, 5), 5, TODAY)).toBeNull();
    expect(gentlePrompt('Jean', days(3, 3), 0, TODAY)).toBeNull();
    expect(gentlePrompt('Jean', [{ day: '2026-11-01', rung: 6 }], 0, TODAY)).toBeNull();
  });

  it('is looked at together when reached, late, going back or standing still', () => {
    expect(reviewOf(AIM, days(6, 6, 6), TODAY)).toBe('reached');
    expect(reviewOf(AIM, days(3, 4, 5), TODAY)).toBeNull();
    expect(reviewOf({ ...AIM, hopedOn: '2026-11-20' }, days(3, 4, 5), TODAY)).toBe('date passed');
    expect(reviewOf(AIM, days(1, 1, 0), TODAY)).toBe('more help');
    expect(reviewOf({ ...AIM, startedOn: '2026-10-01' }, days(3, 3, 3, 3), TODAY)).toBe('no movement');
  });

  it('says how it goes', () => {
    expect(sayProgress(AIM, [], TODAY)).toBe('Nothing recorded yet.');
    expect(sayProgress(AIM, days(2), TODAY)).toContain('more help than we hoped');
    expect(sayProgress(AIM, days(4), TODAY)).toContain('about where we hoped');
    expect(sayProgress(AIM, days(6), TODAY)).toContain('further than hoped');
  });
});
