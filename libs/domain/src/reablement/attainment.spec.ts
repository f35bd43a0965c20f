import fc from 'fast-check';
import { ATTAINMENTS, type Scored, mayWriteGoal, tScore, weightOf } from './attainment.ts';

const goals = (weights: readonly number[], reached: readonly number[]): Scored[] => weights.map((weight, i) => ({ weight, reached: reached[i] ?? Number.NaN }));
const scoreOf = (some: readonly Scored[]): number => {
  const { working } = tScore(some);
  if (!working) throw new Error('no score');
  return working.score;
};
const anyGoal: fc.Arbitrary<Scored> = fc.record({ weight: fc.integer({ min: 0, max: 9 }), reached: fc.constantFrom(...ATTAINMENTS) });
const someGoals = fc.array(anyGoal, { minLength: 1, maxLength: 6 }).filter((some) => some.some(({ weight }) => weight > 0));

describe('a T-score', () => {
  it.each([
    [[1], [0], 50], [[1], [2], 70], [[1, 1, 1], [0, 1, 1], 59.13], [[1, 1, 1], [2, 2, 2], 77.39], [[1, 1, 1], [-2, -2, -2], 22.61], [[1, 1, 1], [-1, -1, -1], 36.31],
    [[1, 1, 1], [-2, -1, -1], 31.74], [[9, 4, 1], [1, 0, -1], 57.09], [[1, 1, 1, 1], [1, 1, 0, -1], 53.63], [[6, 3], [-1, -1], 37.95],
  ])('of weights %j and levels %j is %d', (weights, reached, score) => {
    expect(scoreOf(goals(weights, reached))).toBeCloseTo(score, 2);
  });

  it('shows the working that it came of', () => {
    expect(tScore(goals([6, 3], [-1, -1])).working).toMatchObject({ sum: -9, squares: 45, total: 9 });
  });

  it.each([
    [[], 'NO_GOALS'], [goals([0, 0], [1, 1]), 'NO_WEIGHT'], [goals([-1], [0]), 'WEIGHT_NEGATIVE'], [goals([Number.NaN], [0]), 'WEIGHT_NEGATIVE'],
    [goals([1], [3]), 'NOT_AN_ATTAINMENT'], [goals([1], [Number.NaN]), 'NOT_AN_ATTAINMENT'], [goals([1], [-0.5]), 'PARTIAL'],
  ])('is not made up where there is none: %j', (some, code) => {
    expect(tScore(some)).toMatchObject({ working: null, refusal: { code } });
  });

  it('never falls when a goal is reached further, and rises when the goal counts', () => {
    fc.assert(fc.property(someGoals, fc.nat(5), (some, which) => {
      const at = which % some.length;
      const goal = some[at];
      if (!goal || goal.reached === 2) return;
      const further = scoreOf(some.with(at, { ...goal, reached: goal.reached + 1 }));
      if (goal.weight > 0) expect(further).toBeGreaterThan(scoreOf(some));
      else expect(further).toBeCloseTo(scoreOf(some), 9);
    }));
  });

  it('does not ask in which order the goals were written', () => {
    fc.assert(fc.property(someGoals.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))), ([some, shuffled]) => {
      expect(scoreOf(shuffled)).toBeCloseTo(scoreOf(some), 9);
    }));
  });

  it('lies between that of all at the worst and that of all at the best, which lie alike far from 50', () => {
    fc.assert(fc.property(someGoals, (some) => {
      const all = (reached: number) => scoreOf(some.map(({ weight }) => ({ weight, reached })));
      expect(scoreOf(some)).toBeLessThanOrEqual(all(2) + 1e-9);
      expect(scoreOf(some)).toBeGreaterThanOrEqual(all(-2) - 1e-9);
      expect(all(2) - 50).toBeCloseTo(50 - all(-2), 9);
      expect(all(2)).toBeLessThanOrEqual(50 + 20 / Math.sqrt(0.3) + 1e-9);
    }));
  });

  it('is the same for a weight and its double', () => {
    fc.assert(fc.property(someGoals, (some) => {
      expect(scoreOf(some.map(({ weight, reached }) => ({ weight: weight * 2, reached })))).toBeCloseTo(scoreOf(some), 9);
    }));
  });
});

describe('a goal', () => {
  const LEVELS = ['I need somebody to do it', 'I do it with a hand to hold', 'I do it with somebody near', 'I do it alone', 'I do it alone and show another'];
  const codesOf = (...given: Parameters<typeof mayWriteGoal>) => {
    const decision = mayWriteGoal(...given);
    return decision.allowed ? [] : decision.reasons.map(({ code }) => code);
  };

  it('has five levels in words, a beginning below what is expected, and ratings from 0 to 3', () => {
    expect(codesOf(LEVELS, -1, 3, 2)).toEqual([]);
    expect(codesOf(LEVELS, -2, null, null)).toEqual([]);
    expect(codesOf(LEVELS.with(3, '  '), -1, null, null)).toEqual(['LEVEL_NO_WORDS']);
    expect(codesOf(LEVELS.with(3, 'i do it with somebody near '), -1, null, null)).toEqual(['LEVELS_ALIKE']);
    expect(codesOf(LEVELS.slice(0, 4), 0, 4, 1)).toEqual(['LEVEL_NO_WORDS', 'NOT_A_BASELINE', 'NOT_A_RATING']);
  });

  it('may begin where it is to be kept when it is one of comfort', () => {
    expect(codesOf(LEVELS, 0, null, null, true)).toEqual([]);
    expect(codesOf(LEVELS, 1, null, null, true)).toEqual(['NOT_A_COMFORT_BASELINE']);
  });

  it('counts its importance times its difficulty, or one where nobody asked', () => {
    expect([weightOf(3, 2), weightOf(null, null), weightOf(2, null), weightOf(0, 3)]).toEqual([6, 1, 2, 0]);
  });
});
