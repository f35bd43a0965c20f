/** Two threads of one search: what they are told, they do. */
import { smallProblem } from './examples/small.ts';
import { solveTogether } from './together.ts';

const problem = smallProblem(7);
const limits = { seed: 3, steps: 4000, threads: 2 };

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
