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
import { differencesOf, toldFacts } from './repair/told.ts';
import { sayDifferences, sayShare } from './repair/sentences.ts';
import { settled } from './repair/settle.ts';
import { solve } from './solve.ts';

export type { Attendance, Differences, Doing, Gain, Loss, Move, PlaceChange, StaffChange } from './repair/told.ts';

/** The fewest changes for people, the best score, or between the two: much of that score for few changes. */
export type RepairKind = 'fewest changes' | 'between' | 'best';

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

/** One look for repairs: how much more promises and changes weigh than usual, where it begins, until which share of the time. */
type Aim = { readonly name: string; readonly from: string; readonly promise: number; readonly change: number; readonly share: number; readonly reluctance: Reluctance };

/**
 * NOTE: the shares are those with which the repair instances of 25 and 45 residents come out best in a second. Promises first is the way to the
 * best score: a search that may move anything from the start gets lost in what people were told.
 */
const AIMS: readonly Aim[] = [
  { name: 'fewest', from: 'quick', promise: 1, change: 333, share: 0.14, reluctance: { ask: ASK, place: 5 } },
  { name: 'promises', from: 'fewest', promise: 4, change: 3, share: 0.61, reluctance: { ask: 5, place: 2 } },
  { name: 'between', from: 'fewest', promise: 1, change: 6, share: 0.71, reluctance: { ask: ASK, place: 5 } },
  { name: 'best', from: 'promises', promise: 1, change: 1, share: 0.95, reluctance: { ask: 0.1, place: 0.1 } },
];

/** Repairs of `problem.published`, the fewest changes first; fewer than three when they would be the same. */
export function repair(problem: Problem, limits: RepairLimits): Repair[] {
  const began = limits.now();
  const quick = repairOf(problem, recrewed(problem));
  const found = new Map([['quick', quick]]);
  let offered: Repair[] = [];
  const offer = () => {
    const before = offered;
    offered = worthwhile([...found.values()]);
    for (const one of offered) if (!before.some(({ kind, plan }) => kind === one.kind && plan === one.plan)) limits.onRepair?.(one);
  };
  offer();
  let spent = 0;
  for (const aim of AIMS) {
    if (limits.shouldStop?.() === true || (limits.until === undefined && limits.steps === undefined)) break;
    // Time runs out before steps do when the machine is busy: then it is better to have fewer repairs than late ones.
    if (limits.until !== undefined && limits.now() - began >= limits.until * aim.share) continue;
    const warm = found.get(aim.from) ?? quick;
    const plan = sought(problem, limits, aim, aim.share - spent, began, warm.plan);
    found.set(aim.name, repairOf(problem, settled(problem, plan, aim.reluctance)));
    spent = aim.share;
    offer();
  }
  return offered;
}

function sought(problem: Problem, { seed, now, until, steps, shouldStop }: RepairLimits, { promise, change, share }: Aim, ofSteps: number, began: number, warm: Plan): Plan {
  const weights = weightsOf(problem);
  const weighted: Problem = { ...problem, weights: { ...weights, promise: weights.promise * promise, change: Math.max(1, weights.change) * change } };
  return solve(weighted, {
    seed,
    now,
    warm,
    ...(until === undefined ? {} : { until: Math.max(0, until * share - (now() - began)) }),
    ...(steps === undefined ? {} : { steps: Math.round(steps * ofSteps) }),
    ...(shouldStop ? { shouldStop } : {}),
  }).plan;
}

/** The fewest changes, the best score, and the one between that gets most for its changes: nobody is offered more trouble for less. */
function worthwhile(some: readonly Repair[]): Repair[] {
  const calm = ({ score, asks }: Repair) => score - asks * ASK;
  const ordered = [...some].sort((a, b) => a.changes - b.changes || calm(b) - calm(a));
  const better = ordered.filter((one, i) => ordered.slice(0, i).every(({ score, changes }) => score < one.score && changes < one.changes));
  const [fewest, best] = [better[0], better.at(-1)];
  if (!fewest || !best || fewest === best) return better.map((one) => named(one, 'fewest changes'));
  const perChange = (best.score - fewest.score) / (best.changes - fewest.changes);
  const bargain = ({ score, changes }: Repair) => score - fewest.score - perChange * (changes - fewest.changes);
  const [between] = better.slice(1, -1).filter((one) => bargain(one) > 0).sort((a, b) => bargain(b) - bargain(a));
  return [named(fewest, 'fewest changes'), ...(between ? [named(between, 'between')] : []), named(best, 'best')];
}

function named(one: Repair, kind: RepairKind): Repair {
  return one.kind === kind ? one : { ...one, kind };
}

/** `plan` as a repair: judged, and compared with what people were told. Throws when it is not legal. */
function repairOf(problem: Problem, plan: Plan): Repair {
  const verdict = check(problem, plan);
  if (!verdict.legal) throw new Error(`A repair of ${problem.id} is not legal: ${verdict.violations[0]?.message ?? ''}`);
  const after = factsOf(problem, plan);
  const differences = differencesOf(toldFacts(problem), after);
  const told = new Set(problem.published.flatMap(({ activity, start, residents }) => residents.map((id) => JSON.stringify([id, activity, start])))).size;
  const isHeld = (activity: string, start: number) => plan.sessions.some((session) => session.activity === activity && session.start === start);
  return {
    ...differences,
    kind: 'fewest changes',
    plan,
    score: verdict.score,
    parts: verdict.parts,
    asks: differences.staffChanges.filter(({ now }) => now !== null).length,
    say: (names) => [sayShare(differences.changes, told), ...sayDifferences(differences, isHeld, names)],
  };
}
