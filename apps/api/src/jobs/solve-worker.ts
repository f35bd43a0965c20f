/** The planner in a thread of its own, so that the house goes on answering while it looks for a better week. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Plan, Problem, Session } from '@promenade/planner/problem';
import { solve } from '@promenade/planner/solve';

export type SolveWork = {
  readonly problem: Problem;
  readonly warm: Plan;
  readonly pinned: readonly Session[];
  readonly seed: number;
  readonly milliseconds: number;
  /** One shared number: 1 asks the search to stop. */
  readonly stop: SharedArrayBuffer;
};

const { problem, warm, pinned, seed, milliseconds, stop } = workerData as SolveWork;
const flag = new Int32Array(stop);
const solution = solve(problem, {
  seed, warm, pinned,
  now: () => performance.now(),
  until: milliseconds,
  shouldStop: () => Atomics.load(flag, 0) === 1,
  onProgress: (progress) => parentPort?.postMessage({ kind: 'progress', progress }),
});
parentPort?.postMessage({ kind: 'done', solution });
