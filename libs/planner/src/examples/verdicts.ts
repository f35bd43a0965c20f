/** Plans by the thousand to try a judge on, legal and illegal, and what was said of them in a few characters. */
import type { Plan, Problem } from '../problem.ts';
import type { Chance } from '../random.ts';
import { chanceFrom, oneOfThem } from '../random.ts';
import { columnsOf, wantsOf } from './columns.ts';
import { Ledger } from './ledger.ts';
import { smallProblem } from './small.ts';
import { spoiltTimes } from './spoilt.ts';
import { twisted } from './twisted.ts';

/** How many plans are made of one problem. */
const PLANS_EACH = 40;

export type Case = { readonly problem: Problem; readonly plan: Plan };

/** The first `many` cases: the same every time. Made without the planner, so that they stay when it changes. */
export function* casesToJudge(many: number, firstSeed = 1): Generator<Case> {
  let made = 0;
  for (let seed = firstSeed; made < many; seed += 1) {
    const problem = smallProblem(seed);
    const chance = chanceFrom(seed);
    const planFrom = legalPlansOf(problem, chance);
    if (!planFrom) continue;
    for (let i = 0; i < PLANS_EACH && made < many; i += 1) {
      made += 1;
      yield caseOf(problem, planFrom(), chance);
    }
  }
}

/** A legal plan as it is, or facts brought close to it, or the plan spoilt, or both. */
function caseOf(problem: Problem, plan: Plan, chance: Chance): Case {
  let changed = problem;
  for (let twists = chance.below(4); twists > 0; twists -= 1) changed = twisted(changed, plan, chance);
  return { problem: changed, plan: chance.next() < 0.45 ? plan : spoiltTimes(changed, plan, chance, 3) };
}

/** Makes legal plans of a problem, by adding sessions that still fit in no order at all; null when there can be none. */
export function legalPlansOf(problem: Problem, chance: Chance): (() => Plan) | null {
  const wants = wantsOf(problem);
  const columns = columnsOf(problem, wants, 4000) ?? [];
  if (columns.length === 0) return null;
  return () => {
    const ledger = new Ledger(problem, wants);
    for (let tries = 0; tries < 30; tries += 1) {
      const column = oneOfThem(columns, chance);
      if (column && ledger.mayAdd(column)) ledger.add(column);
    }
    return { instance: problem.id, sessions: ledger.held.map(({ session }) => session) };
  };
}

/** What any judge says of a plan. */
export type Said = {
  readonly legal: boolean;
  readonly score: number | null;
  readonly parts: Readonly<Record<string, number>> | null;
  readonly violations: readonly { readonly rule: number; readonly ids: readonly string[] }[];
};

/**
 * '1290=1000+200+90+0+0+0+0' of a legal plan, '2 r1,5 a0 pool' of an illegal one: each rule with everyone it names.
 * NOTE: not every violation by itself, for one judge may tell of a long gap in cover what another tells of its parts.
 */
export function inBrief(said: Said): string {
  const { score, parts, violations } = said;
  if (parts) return `${score}=${PARTS.map((part) => parts[part]).join('+')}`;
  const named = (rule: number) => new Set(violations.filter((one) => one.rule === rule).flatMap(({ ids }) => ids));
  return rulesIn(said)
    .map((rule) => [rule, ...[...named(rule)].sort()].join(' '))
    .join(',');
}

const PARTS = ['promises', 'routines', 'value', 'preferred', 'shortfall', 'staff', 'changes'];

/** Which rules were broken, each once. */
export function rulesIn({ violations }: Said): number[] {
  return [...new Set(violations.map(({ rule }) => rule))].sort((a, b) => a - b);
}
