import fc from 'fast-check';
import { addDays } from '../shared/time.ts';
import { type Claim, type Held, claimWeek, claimWeeks, mayClaim, mayEndClaim, mayExplainWeek } from './claim.ts';

const codes = (decision: { allowed: boolean; reasons?: readonly { code: string }[] }) => decision.reasons?.map(({ code }) => code) ?? [];
const DAILY: Claim = { since: '2026-11-02', endedOn: null, perWeek: 7, forWhom: 'the home', counts: 'days', of: 'outings', activityId: null };
const MONDAY = '2026-11-09';
const held = (n: number, more: Partial<Held> = {}): Held => ({ sessionId: `s${n}`, day: addDays(MONDAY, n), activityId: 'swim', setting: 'out', residentIds: ['bob'], ...more });

describe('what is advertised', () => {
  const draft = { words: 'Daily outings', saidIn: 'brochure', since: '2026-01-01', perWeek: 7, forWhom: 'the home', counts: 'days', of: 'outings', activityId: null };
  it('is entered in its own words, with where, since when and how often', () => {
    expect(mayClaim(draft, '2026-11-24')).toEqual({ allowed: true });
    expect(codes(mayClaim({ ...draft, words: '', saidIn: 'a dream', since: '2026-12-01', perWeek: 0, of: 'one activity', forWhom: 'nobody' }, '2026-11-24')))
      .toEqual(['NO_CLAIM_WORDS', 'CLAIM_WHERE', 'CLAIM_TO_COME', 'CLAIM_HOW_OFTEN', 'CLAIM_OF_WHAT', 'CLAIM_FOR_WHOM']);
    expect(codes(mayClaim({ ...draft, perWeek: 8 }, '2026-11-24'))).toEqual(['CLAIM_HOW_OFTEN']);
    expect(codes(mayEndClaim({ since: '2026-01-01', endedOn: null }, '2025-12-31', ' '))).toEqual(['END_BEFORE', 'NO_END_WORDS']);
  });

  it('is held against whole weeks from its beginning to its end', () => {
    expect(claimWeeks({ since: '2026-11-04', endedOn: null }, '2026-11-24', 8)).toEqual(['2026-11-23', '2026-11-16', '2026-11-09']);
    expect(claimWeeks({ since: '2026-11-02', endedOn: '2026-11-18' }, '2026-11-24', 8)).toEqual(['2026-11-09', '2026-11-02']);
    expect(claimWeeks({ since: '2026-11-24', endedOn: null }, '2026-11-24', 8)).toEqual([]);
  });
});

describe('a week of it', () => {
  const week = (claim: Claim, happened: readonly Held[], people = ['bob', 'ivy'], today = '2026-11-24') => claimWeek(claim, happened, people, MONDAY, today);

  it('counts days, not outings on one day, and nothing that nobody took part in', () => {
    const three = [held(0), held(0, { sessionId: 'again' }), held(2), held(4, { residentIds: [] }), held(5, { setting: 'home' }), held(9)];
    expect(week(DAILY, three)).toMatchObject({ advertised: 7, done: 2, isShort: true });
    expect(week({ ...DAILY, counts: 'times', perWeek: 3 }, three)).toMatchObject({ advertised: 3, done: 3, isShort: false });
    expect(week(DAILY, three, [], '2026-11-15')).toMatchObject({ isOver: false, isShort: false });
  });

  it('for each person is not made up for by somebody who had more', () => {
    const twice: Claim = { ...DAILY, perWeek: 2, forWhom: 'each person' };
    expect(week(twice, [held(0), held(1), held(2, { residentIds: ['bob', 'ivy'] })])).toMatchObject({ advertised: 4, done: 3, people: [{ residentId: 'bob', done: 3 }, { residentId: 'ivy', done: 1 }], isShort: true });
  });

  it('that fell short takes a reason and somebody who answers; another takes none', () => {
    expect(mayExplainWeek({ isShort: true }, { reason: 'no driver', words: '', answers: 'Ruth' })).toEqual({ allowed: true });
    expect(codes(mayExplainWeek({ isShort: true }, { reason: 'other', words: '', answers: '' }))).toEqual(['CLAIM_OTHER_WORDS', 'CLAIM_NOBODY_ANSWERS']);
    expect(codes(mayExplainWeek({ isShort: false }, { reason: 'no driver', words: '', answers: 'Ruth' }))).toEqual(['WEEK_KEPT']);
  });

  it('never shows more done than the list behind it holds', () => {
    const some = fc.array(fc.record({ n: fc.integer({ min: -3, max: 10 }), out: fc.boolean(), who: fc.subarray(['bob', 'ivy', 'jim']) }), { maxLength: 20 })
      .map((rows) => rows.map(({ n, out, who }, i) => held(n, { sessionId: `x${i}`, setting: out ? 'out' : 'home', residentIds: who })));
    fc.assert(fc.property(some, fc.constantFrom('days' as const, 'times' as const), fc.constantFrom('the home' as const, 'each person' as const), (rows, counts, forWhom) => {
      const found = week({ ...DAILY, counts, forWhom }, rows);
      expect(found.done).toBeLessThanOrEqual(found.held.length * (forWhom === 'the home' ? 1 : 2));
      expect(found.held.every(({ day }) => day >= MONDAY && day < addDays(MONDAY, 7))).toBe(true);
    }));
  });
});
