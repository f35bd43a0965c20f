/** Repairs: up to three legal plans for when what people were told is no longer possible, each with who gains and who loses what. */
import type { Violation } from './check.ts';
import type { Names } from './names.ts';
import type { Plan, Problem } from './problem.ts';
import type { Parts } from './score.ts';
import type { Reluctance } from './repair/settle.ts';
import type { Differences } from './repair/told.ts';
import { check } from './check.ts';
import { factsOf } from './facts.ts';
import { weightsOf } from './problem.ts';
import { recrewed } from './repair/recrew.ts';
import { differencesOf } from './repair/told.ts';
import { sayDifferences, sayShare } from './repair/sentences.ts';
import { settled } from './repair/settle.ts';
import { solve } from './solve.ts';

export type { Attendance, Differences, Doing, Gain, Loss, Move, PlaceChange, StaffChange } from './repair/told.ts';

/** What is special about a repair: the fewest changes for people; every promise kept that can be; the best score; fewer changes than that for nearly its score. */
export type RepairKind = 'fewest changes' | 'promises first' | 'between' | 'best';

export type Repair = Differences & {
  readonly kind: RepairKind;
  readonly plan: Plan;
  readonly score: number;
  readonly parts: Parts;
  /** How many members of staff are asked for something they were not told of. */
  readonly asks: number;
  /** The first sentence says how much stays, the others who loses, moves, gains and is asked for what. */
  readonly say: (names: Names) => string[];
};

export type RepairLimits = {
  /** The same seed and steps give the same repairs. */
  readonly seed: number;
  /** Milliseconds, from wherever; only differences count. */
  readonly now: () => number;
  /** Milliseconds for all repairs together. */
  readonly until?: number;
  /** Steps for all repairs together. Without `until` or `steps` there is one repair, at once. */
  readonly steps?: number;
  readonly shouldStop?: () => boolean;
  /** Each repair as soon as it is there; one of a kind already heard of takes that one's place. */
  readonly onRepair?: (repair: Repair) => void;
};

/** What is wrong with what people were told; nothing when it still stands. */
export function troubleWith(problem: Problem): readonly Violation[] {
  return check(problem, { instance: problem.id, sessions: problem.published }).violations;
}

/** Points that sparing a member of staff a new task is worth when changes are equal. */
const ASK = 30;

/** How a repair is sought: how much more promises and changes weigh than usual, until which share of the time, and what sparing staff is worth. */
type Aim = { readonly kind: RepairKind; readonly promise: number; readonly change: number; readonly share: number; readonly reluctance: Reluctance };

/**
 * NOTE: the shares are those with which the repair instances of 25 and 45 residents come out best in a second. Promises first is also the way
 * to the best score: a search that may move anything from the start gets lost in what people were told.
 */
const AIMS: readonly Aim[] = [
  { kind: 'fewest changes', promise: 1, change: 333, share: 0.16, reluctance: { ask: ASK, place: 5 } },
  { kind: 'between', promise: 4, change: 3, share: 0.68, reluctance: { ask: 5, place: 2 } },
  { kind: 'best', promise: 1, change: 1, share: 0.95, reluctance: { ask: 0.1, place: 0.1 } },
];

/** Repairs of `problem.published`, the fewest changes first; fewer than three when they would be the same. */
export function repair(problem: Problem, limits: RepairLimits): Repair[] {
  const began = limits.now();
  const tell = (one: Repair) => {
    limits.onRepair?.(one);
    return one;
  };
  let found = [tell(repairOf(problem, 'fewest changes', recrewed(problem)))];
  if (limits.until === undefined && limits.steps === undefined) return found;
  let warm = found[0]?.plan;
  AIMS.forEach((aim, i) => {
    if (limits.shouldStop?.() === true || !warm) return;
    const next = repairOf(problem, aim.kind, settled(problem, sought(problem, limits, aim, AIMS[i - 1]?.share ?? 0, began, warm), aim.reluctance));
    warm = next.plan;
    const before = found;
    found = worthwhile([...found, next]);
    for (const one of found) if (!before.includes(one)) tell(one);
  });
  return found;
}

function sought(problem: Problem, { seed, now, until, steps, shouldStop }: RepairLimits, { promise, change, share }: Aim, from: number, began: number, warm: Plan): Plan {
  const weights = weightsOf(problem);
  const weighted: Problem = { ...problem, weights: { ...weights, promise: weights.promise * promise, change: Math.max(1, weights.change) * change } };
  return solve(weighted, {
    seed,
    now,
    warm,
    ...(until === undefined ? {} : { until: Math.max(0, until * share - (now() - began)) }),
    ...(steps === undefined ? {} : { steps: Math.round(steps * (share - from)) }),
    ...(shouldStop ? { shouldStop } : {}),
  }).plan;
}

/** In order of changes, each with a better score than the one before: nobody is offered more trouble for less. What is special about each is named anew. */
function worthwhile(some: readonly Repair[]): Repair[] {
  const calm = ({ score, asks }: Repair) => score - asks * ASK;
  const ordered = [...some].sort((a, b) => a.changes - b.changes || calm(b) - calm(a));
  const kept = ordered.filter((one, i) => ordered.slice(0, i).every(({ score, changes }) => score < one.score && changes < one.changes));
  return kept.map((one, i): Repair => {
    const kind = i === 0 ? 'fewest changes' : i === kept.length - 1 ? 'best' : one.parts.promises > (kept[0]?.parts.promises ?? 0) ? 'promises first' : 'between';
    return kind === one.kind ? one : { ...one, kind };
  });
}

/** `plan` as a repair: judged, and compared with what people were told. Throws when it is not legal. */
function repairOf(problem: Problem, kind: RepairKind, plan: Plan): Repair {
  const verdict = check(problem, plan);
  if (!verdict.legal) throw new Error(`A repair of ${problem.id} is not legal: ${verdict.violations[0]?.message ?? ''}`);
  const after = factsOf(problem, plan);
  const differences = differencesOf(factsOf(problem, { instance: problem.id, sessions: problem.published }), after);
  const told = new Set(problem.published.flatMap(({ activity, start, residents }) => residents.map((id) => JSON.stringify([id, activity, start])))).size;
  const isHeld = (activity: string, start: number) => plan.sessions.some((session) => session.activity === activity && session.start === start);
  return {
    ...differences,
    kind,
    plan,
    score: verdict.score,
    parts: verdict.parts,
    asks: differences.staffChanges.filter(({ now }) => now !== null).length,
    say: (names) => [sayShare(differences.changes, told), ...sayDifferences(differences, isHeld, names)],
  };
}
