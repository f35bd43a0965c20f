/** Repairs: up to three legal plans for when what people were told is no longer possible, each with who gains and who loses what. */
import type { Violation } from './check.ts';
import type { Names } from './names.ts';
import type { Plan, Problem } from './problem.ts';
import type { Parts } from './score.ts';
import type { Differences } from './repair/told.ts';
import { check } from './check.ts';
import { factsOf } from './facts.ts';
import { weightsOf } from './problem.ts';
import { differencesOf } from './repair/told.ts';
import { sayDifferences, sayShare } from './repair/sentences.ts';
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

/** Repairs of `problem.published`, the fewest changes first; fewer than three when they would be the same. */
export function repair(problem: Problem, limits: RepairLimits): Repair[] {
  const seek = (change: number, share: number, warm?: Plan) => {
    const { seed, now, until, steps, shouldStop } = limits;
    const weighted: Problem = { ...problem, weights: { ...weightsOf(problem), change } };
    return solve(weighted, {
      seed,
      now,
      ...(until === undefined ? {} : { until: until * share }),
      ...(steps === undefined ? {} : { steps: Math.round(steps * share) }),
      ...(shouldStop ? { shouldStop } : {}),
      ...(warm ? { warm } : {}),
    }).plan;
  };
  const fewest = repairOf(problem, 'fewest changes', seek(20_000, 0.4));
  limits.onRepair?.(fewest);
  const best = repairOf(problem, 'best', seek(weightsOf(problem).change, 0.6, fewest.plan));
  limits.onRepair?.(best);
  return best.score > fewest.score ? [fewest, best] : [fewest];
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
