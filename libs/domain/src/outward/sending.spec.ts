import { MAX_TRIES, type Weekly, afterFailure, digestDue, mayHaveWeekly, mayPause, nextDigest } from './sending.ts';

const LONDON = 'Europe/London';
const sundays: Weekly = { weekday: 7, atTime: '17:00', startedAt: new Date('2026-11-01T00:00:00Z'), pausedUntil: null };
const due = (now: string, more: Partial<Weekly> = {}) => digestDue({ ...sundays, ...more }, LONDON, new Date(now));

describe('a weekly digest', () => {
  it('is due from its time on, once for its week, and not when it is long past', () => {
    expect(due('2026-11-29T16:59:59Z')).toBeNull();
    expect(due('2026-11-29T17:00:00Z')).toEqual({ weekStarts: '2026-11-23', dueAt: new Date('2026-11-29T17:00:00Z') });
    expect(due('2026-11-30T09:00:00Z')?.weekStarts).toBe('2026-11-23');
    expect(due('2026-12-02T09:00:00Z')).toBeNull();
  });

  it('is at the same time on the clock whether it is summer or winter', () => {
    const all = { startedAt: new Date('2026-01-01T00:00:00Z') };
    expect(due('2026-03-29T16:30:00Z', all)?.dueAt).toEqual(new Date('2026-03-29T16:00:00Z'));
    expect(due('2026-10-25T17:30:00Z', all)?.dueAt).toEqual(new Date('2026-10-25T17:00:00Z'));
  });

  it('is not due for a time before it was asked for, nor while it is paused', () => {
    expect(due('2026-11-29T18:00:00Z', { startedAt: new Date('2026-11-29T17:30:00Z') })).toBeNull();
    expect(due('2026-11-29T18:00:00Z', { pausedUntil: '2026-12-01' })).toBeNull();
    expect(due('2026-11-29T18:00:00Z', { pausedUntil: '2026-11-29' })).not.toBeNull();
  });

  it('says when the next one comes', () => {
    const next = (now: string, more: Partial<Weekly> = {}) => nextDigest({ ...sundays, ...more }, LONDON, new Date(now)).toISOString();
    expect(next('2026-11-24T09:00:00Z')).toBe('2026-11-29T17:00:00.000Z');
    expect(next('2026-11-29T17:00:00Z')).toBe('2026-12-06T17:00:00.000Z');
    expect(next('2026-11-24T09:00:00Z', { pausedUntil: '2026-12-21' })).toBe('2026-12-27T17:00:00.000Z');
  });

  it('is tried again later and later, and given up after the last try or a refusal for good', () => {
    const now = new Date('2026-11-29T17:00:00Z');
    const minutes = Array.from({ length: MAX_TRIES }, (_, n) => afterFailure(n + 1, false, now)).map(({ state, nextAt }) => (state === 'waiting' ? (nextAt.getTime() - now.getTime()) / 60_000 : state));
    expect(minutes).toEqual([2, 10, 60, 240, 720, 'given up']);
    expect(afterFailure(1, true, now).state).toBe('given up');
  });

  it('is had at a time of the week, where there is mail and something to tell', () => {
    const asked = { weekday: 7, atTime: '17:00', canMail: true, home: 'Chestnut House', person: 'Steven', sharesAnything: true };
    expect(mayHaveWeekly(asked).allowed).toBe(true);
    for (const wrong of [{ weekday: 0 }, { weekday: 8 }, { atTime: '17:10' }, { atTime: '24:00' }, { canMail: false }, { sharesAnything: false }]) expect([wrong, mayHaveWeekly({ ...asked, ...wrong }).allowed]).toEqual([wrong, false]);
    expect(mayPause('2026-12-20', '2026-11-29').allowed).toBe(true);
    expect(mayPause(null, '2026-11-29').allowed).toBe(true);
    for (const wrong of ['2026-11-29', '2028-01-01']) expect(mayPause(wrong, '2026-11-29').allowed).toBe(false);
  });
});
