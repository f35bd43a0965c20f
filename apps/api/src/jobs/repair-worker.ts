/** Looks for repairs in a thread of its own: somebody is waiting, and everybody else is not to notice. */
import { parentPort, workerData } from 'node:worker_threads';
import { plainNames } from '@promenade/planner/names';
import type { Problem, Session } from '@promenade/planner/problem';
import { type Repair, repair } from '@promenade/planner/repair';
import { sayDifferences } from '@promenade/planner/repair/sentences';

export type RepairWork = {
  readonly problem: Problem;
  /** What ids are called. */
  readonly called: ReadonlyMap<string, string>;
  readonly milliseconds: number;
};

/** A repair as clients see it: how it differs, in sentences, and the sessions it leaves. */
export type FoundRepair = Pick<Repair, 'kind' | 'changes' | 'asks'> & {
  /** How much of what people were told stays. */
  readonly share: string;
  /** Who loses or moves what. */
  readonly costs: readonly string[];
  /** Who gains what. */
  readonly gains: readonly string[];
  /** Who is asked for what, and which rooms and vehicles change. */
  readonly tasks: readonly string[];
  readonly sessions: readonly Session[];
};

const { problem, called, milliseconds } = workerData as RepairWork;
const names = { ...plainNames(problem), call: (_kind: string, id: string) => called.get(id) ?? id };
const NOTHING = { changes: 0, losses: [], moves: [], gains: [], staffChanges: [], placeChanges: [] };

const found = repair(problem, { seed: 1, now: () => performance.now(), until: milliseconds }).map((one): FoundRepair => {
  const { kind, changes, asks, plan, losses, moves, gains, staffChanges, placeChanges } = one;
  const isHeld = (activity: string, start: number) => plan.sessions.some((session) => session.activity === activity && session.start === start);
  return {
    kind, changes, asks,
    share: one.say(names)[0] ?? '',
    costs: sayDifferences({ ...NOTHING, losses, moves }, isHeld, names),
    gains: sayDifferences({ ...NOTHING, gains }, isHeld, names),
    tasks: sayDifferences({ ...NOTHING, staffChanges, placeChanges }, isHeld, names).filter((sentence) => sentence !== ''),
    sessions: plan.sessions.toSorted((a, b) => a.start - b.start || (a.activity < b.activity ? -1 : 1)),
  };
});
parentPort?.postMessage(found);
