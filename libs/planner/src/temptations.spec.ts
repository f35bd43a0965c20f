/** Each rule where breaking it would keep more promises: the planner never does, and stops not a minute short of what it may. */
import type { Plan, Problem, Session } from './problem.ts';
import { check } from './check.ts';
import { optimumOf } from './examples/optimum.ts';
import { TEMPTATIONS } from './examples/temptations.ts';
import { readProblem } from './problem.ts';
import { ImpossiblePins, solve } from './solve.ts';

const still = () => 0;

function best(problem: Problem): { plan: Plan; score: number } {
  const optimum = optimumOf(problem);
  if (!optimum.isProved || !optimum.plan) throw new Error(`${problem.id} is not small`);
  return { plan: optimum.plan, score: optimum.score };
}

function promisesKept(problem: Problem, plan: Plan): number {
  return (check(problem, plan).parts?.promises ?? -1) / 1000;
}

/** As plans list them: everybody in order of name. */
function inOrder(session: Session): Session {
  return { ...session, staff: [...session.staff].sort(), residents: [...session.residents].sort() };
}

describe.each(TEMPTATIONS)('$what', ({ tight, loose }) => {
  const right = best(readProblem(tight));
  const tempting = best(readProblem(loose));

  it('is a temptation: with one minute, person or penny more, more promises are kept', () => {
    expect(promisesKept(loose, tempting.plan)).toBeGreaterThan(promisesKept(tight, right.plan));
    expect(check(tight, tempting.plan).legal).toBe(false);
  });

  it('is not given in to, and nothing that may be done is left undone', () => {
    expect(solve(tight, { seed: 1, now: still, steps: 120 }).score).toBe(right.score);
    expect(solve(loose, { seed: 1, now: still, steps: 120 }).score).toBe(tempting.score);
  });

  it('is not given in to when the plan before was made when it could be done', () => {
    expect(solve(tight, { seed: 2, now: still, steps: 60, warm: tempting.plan }).score).toBe(right.score);
    const { plan } = solve({ ...tight, published: tempting.plan.sessions }, { seed: 3, now: still, steps: 60 });
    expect(promisesKept(tight, plan)).toBe(promisesKept(tight, right.plan));
  });

  it('is refused when somebody pins it, and done exactly so where it may be', () => {
    expect(() => solve(tight, { seed: 1, now: still, pinned: tempting.plan.sessions })).toThrow(ImpossiblePins);
    expect(solve(loose, { seed: 1, now: still, pinned: tempting.plan.sessions, steps: 20 }).plan.sessions).toEqual(expect.arrayContaining(tempting.plan.sessions.map(inOrder)));
  });
});
