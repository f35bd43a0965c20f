/** Two threads of one search: what they are told, they do. */
import { check } from './check.ts';
import { anyProblem } from './examples/any.ts';
import { smallProblem } from './examples/small.ts';
import { solve } from './solve.ts';
import { solveTogether } from './together.ts';

const problem = smallProblem(7);
const limits = { seed: 3, steps: 4000, threads: 2 };

describe('two searches that share what they find', () => {
  it('come to the same plan for the same seed and steps, in a small home and a large one, and hold what is pinned', async () => {
    for (const home of [problem, anyProblem(3, { days: 7, residents: 40, staff: 24, activities: 16 })]) {
      const pinned = solve(home, { seed: 1, now: () => 0, steps: 20 }).plan.sessions.slice(0, 1);
      const find = async () => (await solveTogether(home, { seed: 3, steps: 3000, threads: 2, pinned }).solution).plan;
      const plan = await find();
      expect(await find()).toEqual(plan);
      expect(check(home, plan).legal).toBe(true);
      expect(pinned.length).toBe(1);
      expect(plan.sessions).toEqual(expect.arrayContaining(pinned));
    }
  });
});

describe('a search told to rest', () => {
  it('makes no end until it may go on, and then the plan it would have made', async () => {
    const undisturbed = await solveTogether(problem, limits).solution;
    const solving = solveTogether(problem, limits);
    solving.rest();
    let isOver = false;
    void solving.solution.then(() => { isOver = true; });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(isOver).toBe(false);
    solving.goOn();
    expect((await solving.solution).plan).toEqual(undisturbed.plan);
  });

  it('still stops when it is told to', async () => {
    const solving = solveTogether(problem, { seed: 3, until: 60_000, threads: 2 });
    solving.rest();
    solving.stop();
    expect((await solving.solution).plan.instance).toBe(problem.id);
  });
});
