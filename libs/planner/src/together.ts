/** Plans a week on several cores (Node only): searches in threads of their own, which meet now and then. */
import { availableParallelism } from 'node:os';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { Plan, Problem, Session } from './problem.ts';
import type { Progress, Solution } from './solve.ts';
import type { TogetherNews, TogetherTask } from './together-worker.ts';
import { FLAGS, RESTING, STOP } from './together-flags.ts';

const WORKER = new URL('./together-worker.ts', import.meta.url);

export type TogetherLimits = {
  /** The same seed, number of steps and number of threads give the same plan. */
  readonly seed: number;
  /** Milliseconds to look. */
  readonly until?: number;
  /** Steps each thread takes. */
  readonly steps?: number;
  readonly warm?: Plan;
  readonly pinned?: readonly Session[];
  /** One or two; as many as there are cores unless said. */
  readonly threads?: number;
  /** How far its threads stand back for everybody else's work, from 0 (not at all) to 19. */
  readonly standingBack?: number;
  /** Only what is better than anything told before. */
  readonly onProgress?: (progress: Progress) => void;
};

export type Solving = {
  /** The best plan; rejects when a thread dies, as with pins that cannot stand together. */
  readonly solution: Promise<Solution>;
  /** Asks the search to end at once with the best it has. */
  readonly stop: () => void;
  /** Rests, within a step, until told to `goOn`; the milliseconds it may look run on. */
  readonly rest: () => void;
  readonly goOn: () => void;
  /** Ends its threads whatever they do. */
  readonly end: () => Promise<unknown>;
};

/** Most memory a thread may take for what it keeps, in MiB. */
const MEMORY = 160;
/** And for what it only uses for a moment. */
const YOUNG = 24;

export function solveTogether(problem: Problem, { onProgress, threads, ...limits }: TogetherLimits): Solving {
  const count = Math.max(1, Math.min(2, threads ?? availableParallelism()));
  const shared = new SharedArrayBuffer(FLAGS * Int32Array.BYTES_PER_ELEMENT);
  const { port1, port2 } = new MessageChannel();
  const workers = [port1, port2].slice(0, count).map((port, place) => {
    const task: TogetherTask = { problem, limits, place, isAlone: count === 1, shared, port };
    return new Worker(WORKER, { workerData: task, transferList: [port], resourceLimits: { maxOldGenerationSizeMb: MEMORY, maxYoungGenerationSizeMb: YOUNG } });
  });
  let told = Number.NEGATIVE_INFINITY;
  const tell = (progress: Progress) => {
    if (progress.score <= told) return;
    told = progress.score;
    onProgress?.(progress);
  };
  const end = () => Promise.all(workers.map((worker) => worker.terminate()));
  const solution = Promise.all(workers.map((worker) => solutionOf(worker, tell))).then(
    (found) => found.reduce((best, one) => ({ ...(one.score > best.score ? one : best), steps: best.steps + one.steps })),
    async (error: unknown) => {
      await end();
      throw error;
    },
  );
  const flags = new Int32Array(shared);
  return {
    solution,
    stop: () => void Atomics.store(flags, STOP, 1),
    rest: () => void Atomics.store(flags, RESTING, 1),
    goOn: () => {
      Atomics.store(flags, RESTING, 0);
      Atomics.notify(flags, RESTING);
    },
    end,
  };
}

function solutionOf(worker: Worker, tell: (progress: Progress) => void): Promise<Solution> {
  return new Promise((resolve, reject) => {
    worker.on('message', (news: TogetherNews) => {
      if (news.kind === 'progress') tell(news.progress);
      else resolve(news.solution);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The planner ended (${code}) without a plan.`)));
  });
}
