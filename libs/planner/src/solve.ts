/** Plans a week: a whole legal plan at once, then better and better ones for as long as it may look. */
import type { Violation } from './check.ts';
import type { Plan, Problem, Session } from './problem.ts';
import type { Parts } from './score.ts';
import type { Taste } from './solver/compose.ts';
import type { Tables } from './solver/tables.ts';
import type { Placed } from './solver/week.ts';
import { check } from './check.ts';
import { factsOf } from './facts.ts';
import { chanceFrom, oneOfThem, shuffle } from './random.ts';
import { keptPromises } from './score.ts';
import { adopt, adoptAll } from './solver/adopt.ts';
import { befriend } from './solver/company.ts';
import { fillGaps, fillSeats } from './solver/recreate.ts';
import { POLISHING, heatAt } from './solver/cooling.ts';
import { grantWish, makeGap, residentsFor, slotsFor } from './solver/ruin.ts';
import { tablesOf } from './solver/tables.ts';
import { Week, planOf } from './solver/week.ts';

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

/** The share of steps that put one wish before everything, and how much more those may lose: a promise is worth a detour. */
const BOLDNESS = 0.28;
const DARING = 3;
/** Points a quarter of an hour of somebody may be held to be worth elsewhere. */
const SHADOWS = [0, 10, 30, 60, 150];

/** The best legal plan found within the limits. Throws `ImpossiblePins` when what is pinned is not legal by itself. */
export function solve(problem: Problem, limits: SolveLimits): Solution {
  const began = limits.now();
  const tables = tablesOf(problem);
  const taste: Taste = { shadow: 10, noise: 0, chance: chanceFrom(limits.seed) };
  const week = firstWeek(tables, limits, taste);
  const search: Search = { week, best: [...week.sessions], bestScore: week.score, steps: 0, isPolishing: false, reportedAt: Number.NEGATIVE_INFINITY, reportedScore: Number.NEGATIVE_INFINITY };
  report(problem, limits, search, began);
  while (!isOver(limits, search, began)) {
    const spent = spentShare(limits, search, began);
    if (spent >= POLISHING && !search.isPolishing) returnToBest(search);
    step(search, heatAt(spent, hasEarlier(problem, limits)), taste.chance);
    search.steps += 1;
    report(problem, limits, search, began);
  }
  const { plan, score, parts } = judged(problem, tables, search.best);
  report(problem, limits, { ...search, reportedAt: Number.NEGATIVE_INFINITY }, began);
  return { plan, score, parts, steps: search.steps };
}

type Search = {
  readonly week: Week;
  best: readonly Placed[];
  bestScore: number;
  steps: number;
  isPolishing: boolean;
  reportedAt: number;
  reportedScore: number;
};

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
    befriend(week, [...week.sessions]);
    week.settle();
    return week;
  });
  return weeks.reduce((best, week) => (week.score > best.score ? week : best));
}

function pin(week: Week, pinned: readonly Session[]): void {
  if (pinned.every((session) => adopt(week, session, true))) return;
  throw new ImpossiblePins(check(week.tables.problem, { instance: week.tables.problem.id, sessions: pinned }).violations);
}

function isOver({ until, steps, now, shouldStop }: SolveLimits, search: Search, began: number): boolean {
  if (until === undefined && steps === undefined) return true;
  return (steps !== undefined && search.steps >= steps) || (until !== undefined && now() - began >= until) || shouldStop?.() === true;
}

/** How much of what it may spend has been spent, from 0 to 1. */
function spentShare({ until, steps, now }: SolveLimits, search: Search, began: number): number {
  return Math.min(1, Math.max(steps === undefined ? 0 : search.steps / steps, until === undefined ? 0 : (now() - began) / until));
}

function hasEarlier({ published }: Problem, { warm }: SolveLimits): boolean {
  return published.length > 0 || (warm?.sessions.length ?? 0) > 0;
}

function returnToBest(search: Search): void {
  const { week, best } = search;
  for (const session of [...week.sessions]) week.close(session);
  for (const session of best) week.open(session);
  week.settle();
  search.isPolishing = true;
}

/** Makes a gap and fills it again; keeps the result if it is better, or not much worse. */
function step(search: Search, heat: number, chance: Taste['chance']): void {
  const { week } = search;
  const taste: Taste = { shadow: oneOfThem(SHADOWS, chance) ?? 0, noise: chance.next() < 0.3 ? 0 : chance.next(), chance };
  const before = week.score;
  const isBold = chance.next() < BOLDNESS;
  const gap = isBold ? grantWish(week, taste) : makeGap(week, taste);
  const slots = shuffle(slotsFor(week, gap, 20 + chance.below(60), chance), chance);
  fillGaps(week, slots, taste);
  fillSeats(week, residentsFor(week, gap, chance), taste);
  befriend(week, week.openedSince(0));
  if (week.score < before + heat * (isBold ? DARING : 1) * Math.log(1 - chance.next())) week.goBack(0);
  else week.settle();
  if (week.score > search.bestScore) {
    search.bestScore = week.score;
    search.best = [...week.sessions];
  }
}

/** NOTE: what the search believes legal is judged by `check`, which shares no bookkeeping with it, before it leaves. */
function judged(problem: Problem, tables: Tables, sessions: readonly Placed[]): { plan: Plan; score: number; parts: Parts } {
  const plan = planOf(tables, sessions);
  const verdict = check(problem, plan);
  if (!verdict.legal) throw new Error(`The search made an illegal plan of ${problem.id}: ${verdict.violations[0]?.message ?? ''}`);
  return { plan, score: verdict.score, parts: verdict.parts };
}

function report(problem: Problem, { onProgress, now }: SolveLimits, search: Search, began: number): void {
  if (!onProgress || search.bestScore <= search.reportedScore) return;
  const at = now();
  if (at - search.reportedAt < REPORT_EVERY) return;
  search.reportedAt = at;
  search.reportedScore = search.bestScore;
  const { tables } = search.week;
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
}
