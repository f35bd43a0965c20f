/** Runs the planner in a worker thread, and tells of each better plan. */
import { Worker } from 'node:worker_threads';
import type { Progress, Solution } from '@promenade/planner/solve';
import type { SolveWork } from './solve-worker.ts';

/** Beside this file, compiled or not as this file is: Node runs either. */
const WORKER = new URL(`./solve-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

export type Solving = {
  /** The best plan; rejects when the thread dies. */
  readonly solution: Promise<Solution>;
  /** Asks it to end at once with the best it has. */
  readonly stop: () => void;
  /** Ends the thread whatever it does. */
  readonly end: () => Promise<unknown>;
};

export function startSolving(work: Omit<SolveWork, 'stop'>, onProgress: (progress: Progress) => void): Solving {
  const stop = new SharedArrayBuffer(4);
  const worker = new Worker(WORKER, { workerData: { ...work, stop } satisfies SolveWork, resourceLimits: { maxOldGenerationSizeMb: 512 } });
  const solution = new Promise<Solution>((resolve, reject) => {
    worker.on('message', (message: { kind: 'progress'; progress: Progress } | { kind: 'done'; solution: Solution }) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else resolve(message.solution);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The planner ended (${code}) without a plan.`)));
  });
  return { solution, stop: () => void Atomics.store(new Int32Array(stop), 0, 1), end: () => worker.terminate() };
}
