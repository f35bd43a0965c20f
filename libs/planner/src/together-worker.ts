/** One of the threads of a search on several cores. */
import { setPriority } from 'node:os';
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Problem } from './problem.ts';
import type { Progress, Solution } from './solve.ts';
import type { Partner, Standpoint } from './solver/travel.ts';
import type { TogetherLimits } from './together.ts';
import { ENDED, MET, RESTING, STOP } from './together-flags.ts';
import { solve } from './solve.ts';

export type TogetherTask = {
  readonly problem: Problem;
  readonly limits: Omit<TogetherLimits, 'onProgress' | 'threads'>;
  /** 0 or 1: which of the two this is. */
  readonly place: number;
  readonly isAlone: boolean;
  /** Numbers as `together-flags` says. */
  readonly shared: SharedArrayBuffer;
  readonly port: MessagePort;
};

export type TogetherNews = { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'done'; readonly solution: Solution };

/** Milliseconds after which somebody who waits for the other looks whether they were asked to stop. */
const PATIENCE = 20;

/** Seeds apart, so that the second thread never takes the steps of another search's first. */
const APART = 0x5bd1e995;

const { problem, limits, place, isAlone, shared, port } = workerData as TogetherTask;
const flags = new Int32Array(shared);
const mustStop = () => Atomics.load(flags, STOP) === 1;
/** Rests while it is told to; then whether it is to end. */
const isToEnd = () => {
  while (Atomics.load(flags, RESTING) === 1 && !mustStop()) Atomics.wait(flags, RESTING, 1, PATIENCE);
  return mustStop();
};
const tell = (news: TogetherNews) => parentPort?.postMessage(news);

/** Waits for the other; what they have found, or nothing when they have ended. */
const partner: Partner = (mine) => {
  port.postMessage(mine);
  const meetings = Atomics.add(flags, MET + place, 1) + 1;
  Atomics.notify(flags, MET + place);
  const other = MET + 1 - place;
  for (let met = Atomics.load(flags, other); met < meetings; met = Atomics.load(flags, other)) {
    if (mustStop() || Atomics.load(flags, ENDED) > 0) return [];
    Atomics.wait(flags, other, met, PATIENCE);
  }
  return (receiveMessageOnPort(port)?.message as readonly Standpoint[] | undefined) ?? [];
};

// On Linux the priority is this thread's alone, so that whoever tells it to rest is heard at once.
if (limits.standingBack) setPriority(limits.standingBack);
const solution = solve(problem, {
  ...limits,
  seed: place === 0 ? limits.seed : limits.seed ^ APART,
  now: () => performance.now(),
  shouldStop: isToEnd,
  onProgress: (progress) => tell({ kind: 'progress', progress }),
  ...(isAlone ? {} : { partner }),
});
Atomics.add(flags, ENDED, 1);
port.close();
tell({ kind: 'done', solution });
