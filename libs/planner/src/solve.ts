/** Plans a week: a whole legal plan at once, then better and better ones for as long as it may look. */
import type { Violation } from './check.ts';
import type { Plan, Problem, Session } from './problem.ts';
import type { Parts } from './score.ts';
import type { Taste } from './solver/compose.ts';
import type { Tables } from './solver/tables.ts';
import type { Makings } from './solver/placed.ts';
import { check } from './check.ts';
import { factsOf } from './facts.ts';
import { chanceFrom } from './random.ts';
import { keptPromises } from './score.ts';
import { adopt, adoptAll, makingsOf } from './solver/adopt.ts';
import { compose } from './solver/compose.ts';
import { HOT, MILD, STIRRING, heatAt } from './solver/cooling.ts';
import { planOf } from './solver/plan-of.ts';
import { fillGaps } from './solver/recreate.ts';
import { Search } from './solver/search.ts';
import { fillSeats } from './solver/seats.ts';
import { tablesOf } from './solver/tables.ts';
import { Week } from './solver/week.ts';

export type SolveLimits = {
  /** The same seed and number of steps give the same plan. */
  readonly seed: number;
  /** Milliseconds, from wherever; only differences count. */
  readonly now: () => number;
  /** Milliseconds to look. */
  readonly until?: number;
  /** Steps to look. Without `until` or `steps` the first plan is the last. */
  readonly steps?: number;
  /** A plan to begin from, as far as it is still possible. */
  readonly warm?: Plan;
  /** Sessions somebody wants exactly so. */
  readonly pinned?: readonly Session[];
  readonly onProgress?: (progress: Progress) => void;
  readonly shouldStop?: () => boolean;
  /** Another search of the same problem with the same pins, met now and then. */
  readonly partner?: Partner;
};

/** Shows the partner where this search has got to. Where it stands itself, if that is better; otherwise null. */
export type Partner = (mine: Standpoint) => Standpoint | null;

export type Standpoint = { readonly score: number; readonly plan: Plan };

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

/** With few residents the search soon ends up somewhere: it begins again, as hot as at first; with more it stirs the best so far up again. */
const FEW = 15;
const ROUNDS = 3;

/**
 * The share of the search (of each round) after which it polishes the best plan, and how often in all partners meet. In large homes time is
 * short: two searches that meet often get on faster. In others they find more by trying different things, and by polishing longer.
 */
const MANY = 30;
const LARGE = { rounds: 1, polishing: 0.75, meetings: 20, isRoaming: false };
const SMALLER = { rounds: ROUNDS, polishing: 0.5, meetings: ROUNDS, isRoaming: true };

/** The best legal plan found within the limits. Throws `ImpossiblePins` when what is pinned is not legal by itself. */
export function solve(problem: Problem, limits: SolveLimits): Solution {
  const began = limits.now();
  const tables = tablesOf(problem);
  const taste: Taste = { shadow: 10, noise: 0, chance: chanceFrom(limits.seed) };
  const { rounds, polishing, meetings: often, isRoaming } = problem.residents.length > MANY ? LARGE : SMALLER;
  const search = new Search(firstWeek(tables, limits, taste), taste.chance, isRoaming);
  markReach(search.week, taste);
  const report = reporter(problem, limits, tables, search, began);
  report(REPORT_EVERY);
  const hasEarlier = problem.published.length > 0 || (limits.warm?.sessions.length ?? 0) > 0;
  let first = hasEarlier ? MILD : HOT;
  let [round, meetings, isPolishing] = [0, 0, false];
  while (!isOver(limits, search, began)) {
    const spent = spentShare(limits, search, began);
    const spentOfRound = (spent * rounds) % 1;
    const isNewRound = Math.floor(spent * rounds) > round;
    if (isNewRound) round += 1;
    if (isNewRound && problem.residents.length > FEW) {
      search.goOnFrom(search.best);
      first = STIRRING;
    }
    if (spentOfRound >= polishing && !isPolishing) search.goOnFrom(search.best);
    isPolishing = spentOfRound >= polishing;
    if (spent * often >= meetings + 1) {
      meetings = Math.floor(spent * often);
      if (limits.partner) meet(search, limits.partner);
    }
    search.step(heatAt(spentOfRound, polishing, first), isPolishing);
    report(REPORT_EVERY);
  }
  report(0);
  return { ...judged(problem, tables, search.best), steps: search.steps };
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

/** Notes the wants that could be met if nothing else were planned: it is no use trying the others. */
function markReach({ tables, reach }: Week, taste: Taste): void {
  const empty = new Week(tables);
  tables.slotsMeeting.forEach((slots, want) => {
    reach[want] = slots.some((slot) => compose(empty, slot, taste, tables.wantedBy[want]) !== null) ? 1 : 0;
  });
}

function isOver({ until, steps, now, shouldStop }: SolveLimits, search: Search, began: number): boolean {
  if (until === undefined && steps === undefined) return true;
  return (steps !== undefined && search.steps >= steps) || (until !== undefined && now() - began >= until) || shouldStop?.() === true;
}

/** How much of what it may spend has been spent, from 0 to 1. */
function spentShare({ until, steps, now }: SolveLimits, search: Search, began: number): number {
  return Math.min(1, Math.max(steps === undefined ? 0 : search.steps / steps, until === undefined ? 0 : (now() - began) / until));
}

/** Both go on from where the better of the two stands. */
function meet(search: Search, partner: Partner): void {
  const { week } = search;
  const better = partner({ score: week.score, plan: planOf(week.tables, week.sessions) });
  if (!better) return;
  const pinned = week.sessions.filter((session) => session.pinned);
  const isPinned = (makings: Makings) => pinned.some(({ slot, residents }) => slot === makings.slot && residents.every((resident) => makings.residents.includes(resident)));
  search.goOnFrom(better.plan.sessions.flatMap((session) => makingsOf(week, session, false) ?? []).map((makings) => (isPinned(makings) ? { ...makings, pinned: true } : makings)));
}

/** NOTE: what the search believes legal is judged by `check`, which shares no bookkeeping with it, before it leaves. */
function judged(problem: Problem, tables: Tables, sessions: readonly Makings[]): { plan: Plan; score: number; parts: Parts } {
  const plan = planOf(tables, sessions);
  const verdict = check(problem, plan);
  if (!verdict.legal) throw new Error(`The search made an illegal plan of ${problem.id}: ${verdict.violations[0]?.message ?? ''}`);
  return { plan, score: verdict.score, parts: verdict.parts };
}

/** Tells of the best plan when it has become better, not more often than every so many milliseconds. */
function reporter(problem: Problem, { onProgress, now }: SolveLimits, tables: Tables, search: Search, began: number): (every: number) => void {
  let [reportedAt, reportedScore] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return (every) => {
    if (!onProgress || search.bestScore <= reportedScore) return;
    const at = now();
    if (at - reportedAt < every) return;
    [reportedAt, reportedScore] = [at, search.bestScore];
    const { plan, score, parts } = judged(problem, tables, search.best);
    const attending = new Set(plan.sessions.flatMap(({ residents }) => residents));
    onProgress({
      score,
      parts,
      kept: keptPromises(factsOf(problem, plan)).map(({ id }) => id),
      nothing: problem.residents.map(({ id }) => id).filter((id) => !attending.has(id)),
      plan,
      steps: search.steps,
      elapsed: at - began,
    });
  };
}
