/** The planner in a process of its own. It ends with whoever asked, however they end. */
import type { Plan, Problem, Session } from '@promenade/planner/problem';
import type { Progress, Solution } from '@promenade/planner/solve';
import { type Solving, solveTogether } from '@promenade/planner/together';

export type SolveWork = {
  readonly problem: Problem;
  readonly warm: Plan;
  readonly pinned: readonly Session[];
  readonly seed: number;
  readonly milliseconds: number;
};

export type SolveNews = { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'done'; readonly solution: Solution } | { readonly kind: 'failed'; readonly why: string };

export type Order = 'stop' | 'rest' | 'goOn';

/** How far the planner stands back for everybody else, from 0 to 19: people waiting for a page go first. */
const STANDING_BACK = 19;

const tell = (news: SolveNews) => process.send?.(news);
let solving: Solving | null = null;

process.once('disconnect', () => process.exit());
process.on('message', (message: SolveWork | Order) => {
  if (typeof message === 'string') {
    solving?.[message]();
    return;
  }
  const { problem, warm, pinned, seed, milliseconds } = message;
  solving = solveTogether(problem, { seed, warm, pinned, until: milliseconds, standingBack: STANDING_BACK, onProgress: (progress) => tell({ kind: 'progress', progress }) });
  solving.solution.then(
    (solution) => tell({ kind: 'done', solution }),
    (error: unknown) => tell({ kind: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
