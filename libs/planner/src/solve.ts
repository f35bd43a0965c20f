/** Plans a week: a whole legal plan at once, then better and better ones for as long as it may look. */
import type { Violation } from './check.ts';
import type { Plan, Problem, Session } from './problem.ts';
import type { Parts } from './score.ts';
import type { Taste } from './solver/compose.ts';
import type { Allowance } from './solver/budget.ts';
import type { Tables } from './solver/tables.ts';
import type { Makings } from './solver/placed.ts';
import type { Found } from './solver/search.ts';
import { check } from './check.ts';
import { factsOf } from './facts.ts';
import { chanceFrom } from './random.ts';
import { keptPromises } from './score.ts';
import { adopt, adoptAll } from './solver/adopt.ts';
import { Budget } from './solver/budget.ts';
import { HOT, MILD } from './solver/cooling.ts';
import { courseFor } from './solver/course.ts';
import { planOf } from './solver/plan-of.ts';
import { fillGaps } from './solver/recreate.ts';
import { Pool } from './solver/pool.ts';
import { Search } from './solver/search.ts';
import { fillSeats } from './solver/seats.ts';
import { tablesOf } from './solver/tables.ts';
import { type Partner, travel } from './solver/travel.ts';
import { Week } from './solver/week.ts';

/** How long to look, and how: without `until` or `steps` the first plan is the last. */
export type SolveLimits = Allowance & {
  /** The same seed and number of steps give the same plan. */
  readonly seed: number;
  /** A plan to begin from, as far as it is still possible. */
  readonly warm?: Plan;
  /** Sessions somebody wants exactly so. */
  readonly pinned?: readonly Session[];
  readonly onProgress?: (progress: Progress) => void;
  /** Another search of the same problem with the same pins, met now and then. */
  readonly partner?: Partner;
};

export type Progress = {
  readonly score: number;
  readonly parts: Parts;
  /** Ids of the promises kept. */
  readonly kept: readonly string[];
  /** Ids of the residents who have nothing yet. */
  readonly nothing: readonly string[];
  readonly plan: Plan;
  readonly steps: number;
  /** Milliseconds since it began. */
  readonly elapsed: number;
};

export type Solution = { readonly plan: Plan; readonly score: number; readonly parts: Parts; readonly steps: number };

/** What was pinned cannot stand together. Callers `check` a plan of their pins first, and so never meet this. */
export class ImpossiblePins extends Error {
  override readonly name = 'ImpossiblePins';
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    super(violations[0]?.message ?? 'What was pinned cannot stand together.');
    this.violations = violations;
  }
}

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 150;

/**
 * The best legal plan found within the limits. A plan is begun hot and cooled, or several are; then two at a time give a third some days each,
 * which is let settle and takes the place of a worse one. Throws `ImpossiblePins` when what is pinned is not legal by itself.
 */
export function solve(problem: Problem, limits: SolveLimits): Solution {
  const budget = new Budget(limits, () => search.steps);
  const tables = tablesOf(problem);
  const taste: Taste = { shadow: 10, noise: 0, chance: chanceFrom(limits.seed) };
  const search = new Search(firstWeek(tables, limits, taste), taste.chance);
  const pool = new Pool();
  const best = () => (pool.best && pool.best.score > search.best.score ? pool.best : search.best);
  const report = reporter(problem, limits, tables, { best, steps: () => search.steps, elapsed: () => budget.elapsed() });
  report(REPORT_EVERY);

  const hasEarlier = problem.published.length > 0 || (limits.warm?.sessions.length ?? 0) > 0;
  const course = courseFor(problem.residents.length, limits.partner ? 2 : 1, hasEarlier ? MILD : HOT, limits);
  travel(course, { search, pool, budget, chance: taste.chance, partner: limits.partner, afterStep: () => report(REPORT_EVERY) });
  report(0);
  return { ...judged(problem, tables, best().sessions), steps: search.steps };
}

/** Pins, then the better of what was there before and a plan made from nothing. */
function firstWeek(tables: Tables, limits: SolveLimits, taste: Taste): Week {
  const earlier = [limits.warm?.sessions ?? [], tables.problem.published, []];
  const beginnings = earlier.filter((sessions, i) => sessions.length > 0 || i === 2);
  const weeks = beginnings.map((sessions) => {
    const week = new Week(tables);
    pin(week, limits.pinned ?? []);
    adoptAll(week, sessions, taste);
    fillGaps(week, tables.slots, taste);
    fillSeats(week, tables.residents.map((_, resident) => resident), taste);
    week.settle();
    return week;
  });
  return weeks.reduce((best, week) => (week.score > best.score ? week : best));
}

function pin(week: Week, pinned: readonly Session[]): void {
  if (pinned.every((session) => adopt(week, session, true))) return;
  throw new ImpossiblePins(check(week.tables.problem, { instance: week.tables.problem.id, sessions: pinned }).violations);
}

/** NOTE: what the search believes legal is judged by `check`, which shares no bookkeeping with it, before it leaves. */
function judged(problem: Problem, tables: Tables, sessions: readonly Makings[]): { plan: Plan; score: number; parts: Parts } {
  const plan = planOf(tables, sessions);
  const verdict = check(problem, plan);
  if (!verdict.legal) throw new Error(`The search made an illegal plan of ${problem.id}: ${verdict.violations[0]?.message ?? ''}`);
  return { plan, score: verdict.score, parts: verdict.parts };
}

type Findings = { readonly best: () => Found; readonly steps: () => number; readonly elapsed: () => number };

/** Tells of the best plan when it has become better, not more often than every so many milliseconds. */
function reporter(problem: Problem, { onProgress }: SolveLimits, tables: Tables, { best, steps, elapsed }: Findings): (every: number) => void {
  let [reportedAt, reportedScore] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return (every) => {
    const found = best();
    if (!onProgress || found.score <= reportedScore) return;
    const at = elapsed();
    if (at - reportedAt < every) return;
    [reportedAt, reportedScore] = [at, found.score];
    const { plan, score, parts } = judged(problem, tables, found.sessions);
    const attending = new Set(plan.sessions.flatMap(({ residents }) => residents));
    onProgress({
      score,
      parts,
      kept: keptPromises(factsOf(problem, plan)).map(({ id }) => id),
      nothing: problem.residents.map(({ id }) => id).filter((id) => !attending.has(id)),
      plan,
      steps: steps(),
      elapsed: at,
    });
  };
}
