/** One of the threads of a search on several cores. */
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Problem } from './problem.ts';
import type { Partner, Progress, Solution, Standpoint } from './solve.ts';
import type { TogetherLimits } from './together.ts';
import { solve } from './solve.ts';

export type TogetherTask = {
  readonly problem: Problem;
  readonly limits: Omit<TogetherLimits, 'onProgress' | 'threads'>;
  /** 0 or 1: which of the two this is. */
  readonly place: number;
  readonly isAlone: boolean;
  /** Whether to stop; how often each of the two has come to a meeting; how many have ended. */
  readonly shared: SharedArrayBuffer;
  readonly port: MessagePort;
};

export type TogetherNews = { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'done'; readonly solution: Solution };

const STOP = 0;
const MET = 1;
const ENDED = 3;

/** Milliseconds after which somebody who waits for the other looks whether they were asked to stop. */
const PATIENCE = 20;

/** Seeds apart, so that the second thread never takes the steps of another search's first. */
const APART = 0x5bd1e995;

const { problem, limits, place, isAlone, shared, port } = workerData as TogetherTask;
const flags = new Int32Array(shared);
const mustStop = () => Atomics.load(flags, STOP) === 1;
const tell = (news: TogetherNews) => parentPort?.postMessage(news);

/** Waits for the other, and takes over where they stand if that is better; of two alike the first is followed. */
const partner: Partner = (mine) => {
  port.postMessage(mine);
  const meetings = Atomics.add(flags, MET + place, 1) + 1;
  Atomics.notify(flags, MET + place);
  const other = MET + 1 - place;
  for (let met = Atomics.load(flags, other); met < meetings; met = Atomics.load(flags, other)) {
    if (mustStop() || Atomics.load(flags, ENDED) > 0) return null;
    Atomics.wait(flags, other, met, PATIENCE);
  }
  const theirs = receiveMessageOnPort(port)?.message as Standpoint | undefined;
  return theirs && (theirs.score > mine.score || (theirs.score === mine.score && place === 1)) ? theirs : null;
};

const solution = solve(problem, {
  ...limits,
  seed: place === 0 ? limits.seed : limits.seed ^ APART,
  now: () => performance.now(),
  shouldStop: mustStop,
  onProgress: (progress) => tell({ kind: 'progress', progress }),
  ...(isAlone ? {} : { partner }),
});
Atomics.add(flags, ENDED, 1);
port.close();
tell({ kind: 'done', solution });
