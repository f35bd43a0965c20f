import fc from 'fast-check';
import { type Belief, fallOf, mayBelieve, mayNoteTalk, openFall, sayFall } from './confidence.ts';

const answers = (...confidence: number[]): Belief[] => confidence.map((each, n) => ({ id: String(n), importance: 8, confidence: each, on: `2026-11-${String(n + 1).padStart(2, '0')}` }));
const kindOf = (...confidence: number[]) => fallOf(answers(...confidence))?.kind ?? null;
const anyAnswers = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 12 });

describe('a falling confidence', () => {
  it.each([
    [[5], null], [[1], null],
    // Two answers are no trend: only a long way down is worth a question.
    [[8, 6], null], [[8, 5], 'lower once'], [[5, 9], null],
    [[8, 7, 6], 'falling'], [[8, 8, 5], 'lower once'], [[8, 6, 6], 'falling'], [[8, 7, 7], null], [[6, 7, 6, 7, 6], null],
    // One wrong entry in the middle is forgotten once the next is as before.
    [[8, 2, 8], null], [[8, 8, 8, 2, 8], null], [[8, 8, 8, 2], 'lower once'], [[3, 3, 2], null],
  ])('of %j is %s', (confidence, kind) => {
    expect(kindOf(...confidence)).toBe(kind);
  });

  it('is never found where somebody grows as sure or surer, nor in one answer', () => {
    fc.assert(fc.property(anyAnswers, (some) => expect(kindOf(...some.toSorted((a, b) => a - b))).toBeNull()));
  });

  it('goes by how far it fell, not by where', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 10 }), fc.integer({ min: 0, max: 5 }), (some, more) => {
      expect(kindOf(...some.map((each) => each + more))).toBe(kindOf(...some));
    }));
  });

  it('is found again and again while nobody has talked, and not again for the same answer once they have', () => {
    fc.assert(fc.property(anyAnswers, (some) => {
      const all = answers(...some);
      expect(openFall(all, [])).toEqual(fallOf(all));
      expect(openFall(all, [all.at(-1)?.id ?? ''])).toBeNull();
    }));
    expect(openFall(answers(8, 8, 5, 5), ['2'])).toBeNull();
    expect(openFall(answers(8, 8, 5, 2), ['2'])).toMatchObject({ kind: 'lower once', from: 5, to: 2 });
  });

  it('is said without blame, and as uncertain as it is', () => {
    const [falling, once] = [fallOf(answers(8, 7, 5)), fallOf(answers(8, 4))];
    expect(falling && sayFall('Peggy', falling)).toMatch(/^Peggy grows less sure: from 8 of 10 to 5 on /);
    expect(once && sayFall('Peggy', once)).toMatch(/^Peggy was at 8 of 10 and said 4 on .*\. One answer may be a bad day/);
  });
});

describe('an answer', () => {
  const codesOf = (decision: ReturnType<typeof mayBelieve>) => (decision.allowed ? [] : decision.reasons.map(({ code }) => code));

  it('is two whole numbers from 1 to 10, of a day that has come', () => {
    expect(codesOf(mayBelieve({ importance: 1, confidence: 10, on: '2026-11-24' }, { endedOn: null }, '2026-11-24'))).toEqual([]);
    expect(codesOf(mayBelieve({ importance: 0, confidence: 5, on: '2026-11-25' }, { endedOn: '2026-11-01' }, '2026-11-24'))).toEqual(['BELIEF_ENDED', 'NOT_ONE_TO_TEN', 'BELIEF_TO_COME']);
    expect(codesOf(mayBelieve({ importance: 5.5, confidence: 5, on: '2026-11-24' }, { endedOn: null }, '2026-11-24'))).toEqual(['NOT_ONE_TO_TEN']);
  });

  it('is talked about in the person’s words, once there is one', () => {
    expect(codesOf(mayNoteTalk('The stairs frighten me', { beliefs: answers(5) }))).toEqual([]);
    expect(codesOf(mayNoteTalk(' ', { beliefs: [] }))).toEqual(['NO_BELIEF', 'NOTHING_SAID']);
  });
});
