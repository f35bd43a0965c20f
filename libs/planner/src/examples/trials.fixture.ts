/** Long trials by number: small problems solved against their proved optimum, and verdicts against another judge's. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plan, Problem } from '../problem.ts';
import type { Progress } from '../solve.ts';
import type { Said } from './verdicts.ts';
import { check } from '../check.ts';
import { solve } from '../solve.ts';
import { optimumOf } from './optimum.ts';
import { smallProblem } from './small.ts';
import { casesToJudge, inBrief, rulesIn } from './verdicts.ts';

export type Judge = (problem: Problem, plan: Plan) => Said;

/** Where the shared judge lies when the project has been checked out beside it. */
export const SHARED = join(import.meta.dirname, '../../../../../shared/planning');

/** The shared judge, or null when it is not there. */
export async function sharedJudge(): Promise<Judge | null> {
  const file = join(SHARED, 'check.mjs');
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as { check: Judge }).check : null;
}

/** Steps after which a small problem must be solved, those made whatever comes of them, and nodes of the proof after which it is not small. */
const STEPS = 40_000;
const LEAST = 20;
const NODES = 600;

export type Tried = {
  readonly seed: number;
  readonly legal: boolean;
  /** Whether the optimum was proved; if so, by how much the plan falls short of it, and what there was to gain over no plan at all. */
  readonly proved: boolean;
  readonly short: number;
  readonly gain: number;
};

/** Solves one small problem and, where it can, proves how good the plan is. */
export function solvedAndProved(seed: number, judge: Judge): Tried {
  const problem = smallProblem(seed);
  const first = solve(problem, { seed, now: () => 0 });
  const optimum = optimumOf(problem, { beating: first.score, mostNodes: NODES });
  // The best score only ever rises, and never above the optimum: once it is there, the rest of the steps change nothing.
  // A few are made all the same, for it is while searching that a plan might become illegal.
  let [clock, asked] = [0, 0];
  let best = first.score;
  const { plan, score } = solve(problem, {
    seed,
    now: () => (clock += 1000),
    steps: optimum.isProved ? STEPS : 60,
    onProgress: (progress: Progress) => (best = progress.score),
    shouldStop: () => (asked += 1) > LEAST && optimum.isProved && best >= optimum.score,
  });
  const [ours, theirs] = [check(problem, plan), judge(problem, plan)];
  const nothing = check(problem, { instance: problem.id, sessions: [] });
  return {
    seed,
    legal: ours.legal && theirs.legal && ours.score === score && theirs.score === score && judge(problem, first.plan).legal,
    proved: optimum.isProved,
    short: optimum.isProved ? optimum.score - score : 0,
    gain: optimum.isProved ? optimum.score - (nothing.score ?? 0) : 0,
  };
}

export type Compared = {
  readonly differences: readonly string[];
  readonly legal: number;
  /** How often each set of rules was broken: '25' is rules 2 and 5. */
  readonly broken: ReadonlyMap<string, number>;
};

/** Our verdicts on `many` plans, made of problems from `firstSeed` on, beside those of `other`. */
export function compareVerdicts(many: number, firstSeed: number, other: (problem: Problem, plan: Plan, n: number) => string): Compared {
  const differences: string[] = [];
  const broken = new Map<string, number>();
  let legal = 0;
  let n = 0;
  for (const { problem, plan } of casesToJudge(many, firstSeed)) {
    const verdict = check(problem, plan);
    const [ours, theirs] = [inBrief(verdict), other(problem, plan, n)];
    if (ours !== theirs) differences.push(`plan ${n} of ${problem.id}: ours ${ours}, the other ${theirs}`);
    if (verdict.legal) legal += 1;
    const rules = rulesIn(verdict).join('');
    broken.set(rules, (broken.get(rules) ?? 0) + 1);
    n += 1;
  }
  return { differences, legal, broken };
}
