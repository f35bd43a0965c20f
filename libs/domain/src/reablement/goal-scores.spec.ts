import fc from 'fast-check';
import { ATTAINMENTS, tScore } from './attainment.ts';
import { type OpenGoal, sayWorking, scoresOf } from './goal-scores.ts';

const goal = (more: Partial<OpenGoal>): OpenGoal => ({ outcomeId: 'o', words: 'I make my tea', comfort: false, weight: 1, baseline: -1, reached: {}, ...more });
const of = (goals: readonly OpenGoal[], rater: string) => scoresOf(goals).find((each) => each.rater === rater);

describe('the score over all of somebody’s goals', () => {
  it('is apart for each who says something, with where it began over the same goals', () => {
    const goals = [goal({ weight: 9, reached: { staff: 1, person: 0 } }), goal({ weight: 4, reached: { staff: 0 } }), goal({ weight: 1, words: 'I go to chapel', reached: { staff: -1 } })];
    const staff = of(goals, 'staff');
    expect(staff?.latest?.score).toBeCloseTo(57.09, 2);
    expect(staff?.baseline?.score).toBeCloseTo(tScore([9, 4, 1].map((weight) => ({ weight, reached: -1 }))).working?.score ?? 0, 9);
    expect(staff?.change).toBeCloseTo((staff?.latest?.score ?? 0) - (staff?.baseline?.score ?? 0), 9);
    expect(of(goals, 'person')).toMatchObject({ latest: { score: 50 }, baseline: { score: 40 }, change: 10, unsaid: ['I make my tea', 'I go to chapel'] });
    expect(of(goals, 'family')).toMatchObject({ latest: null, change: null, whyNot: 'Nothing is scored in this view yet. Say where each goal stands first.' });
  });

  it('says why there is none: no goal, none that counts, comfort alone', () => {
    expect(of([], 'staff')?.whyNot).toBe('There is no goal with a score yet, so there is nothing to compute.');
    expect(of([goal({ weight: 0, reached: { staff: 1 } })], 'staff')?.whyNot).toBe('Every goal counts nothing: its importance or its difficulty is 0. Give at least one goal a weight.');
    expect(of([goal({ comfort: true, reached: { staff: 1 } })], 'staff')).toMatchObject({ latest: null, whyNot: 'Every goal is one of comfort and connection. Those are not counted: they are there to be kept, not to be moved.' });
  });

  it('is the same whatever is said of comfort, and rises with what is reached', () => {
    const any = fc.record({ weight: fc.integer({ min: 1, max: 9 }), level: fc.constantFrom(...ATTAINMENTS), comfort: fc.boolean() });
    fc.assert(fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (some) => {
      const goals = some.map(({ weight, level, comfort }) => goal({ weight, comfort, reached: { person: level } }));
      const without = goals.filter(({ comfort }) => !comfort);
      expect(of(goals, 'person')?.latest).toEqual(of(without, 'person')?.latest);
      const change = of(goals, 'person')?.change;
      if (without.length > 0 && without.every(({ reached }) => (reached.person ?? -2) >= -1)) expect(change).toBeGreaterThanOrEqual(-1e-9);
    }));
  });

  it('can be followed with a pencil', () => {
    const goals = [{ weight: 6, reached: -1 }, { weight: 3, reached: -1 }] as const;
    const { working } = tScore(goals);
    expect(working && sayWorking(working, goals)).toEqual([
      'Weight × level: 6 × (−1) + 3 × (−1) = −9', 'Squared weights: 6² + 3² = 45. All weights: 9', '√(0.7 × 45 + 0.3 × 9²) = 7.47', 'T = 50 + 10 × (−9) ÷ 7.47 = 37.95',
    ]);
  });
});
