/** What would help most: which single addition would keep more promises over several weeks, found by planning each week with it. */
import type { Names } from './names.ts';
import type { Plan, Problem } from './problem.ts';
import type { Addition } from './help/additions.ts';
import type { Standing } from './help/standing.ts';
import { check } from './check.ts';
import { additionsFor, easeOf, honestly, sayAddition, withAddition } from './help/additions.ts';
import { isBetter, lessThan, standingOf, toCareFor } from './help/standing.ts';
import { count, inWords } from './names.ts';
import { solve } from './solve.ts';

export type { Addition } from './help/additions.ts';
export { sayAddition } from './help/additions.ts';

/** The week's problem as it would be with an addition; what people were told does not bind it. */
export function weekWith({ problem }: HelpWeek, addition: Addition): Problem {
  return withAddition({ ...problem, published: [] }, addition);
}

export type HelpWeek = { readonly problem: Problem; readonly plan: Plan };

/** A promise, by the place of its week in the list. */
export type HelpedPromise = { readonly week: number; readonly id: string; readonly resident: string; readonly activity: string };

export type Help = {
  readonly addition: Addition;
  /** Promises kept with it, and in no plan that was found without it. */
  readonly promises: readonly HelpedPromise[];
  /** How many more times routines are honoured, and how many more people come to as many sessions as they want: counted each week. */
  readonly routines: number;
  readonly atTarget: number;
  /** The weeks in which it helps, each with the plan that shows it; `weekWith` is the problem it is for. */
  readonly weeks: readonly { readonly week: number; readonly plan: Plan }[];
  readonly say: (names: Names) => string;
};

export type Helps = {
  /** What helps, most first; only what was found by planning. */
  readonly helps: readonly Help[];
  /** Promises that could be kept with what there is, by planning again. */
  readonly already: readonly HelpedPromise[];
  /** How many additions have been tried in every week, of how many. */
  readonly tried: number;
  readonly of: number;
};

export type HelpLimits = {
  readonly seed: number;
  /** Milliseconds, from wherever; only differences count. */
  readonly now: () => number;
  /** Milliseconds for everything. */
  readonly until?: number;
  /** Steps of search for everything. One of the two is needed, or nothing is tried. */
  readonly steps?: number;
  readonly shouldStop?: () => boolean;
  /** Most to name. */
  readonly most?: number;
  /** What is known so far, after each addition. */
  readonly onProgress?: (helps: Helps) => void;
};

/** Steps for one week with one addition in the first round; each further round is for the better half and twice as long. */
const FIRST_STEPS = 120;

/** Ranked by promises, then routines, then people at their target; of two that do the same the easier one first. */
export function whatWouldHelp(weeks: readonly HelpWeek[], limits: HelpLimits): Helps {
  const search = beginning(weeks, limits);
  for (const week of search.weeks) improveBase(search, week, 4 * FIRST_STEPS);
  let round = additionsFor(weeks.map(({ problem }) => problem), wantedIn(search));
  const of = round.length;
  let tried = 0;
  const known = () => helpsOf(search, tried, of, limits.most ?? 5);
  for (let steps = FIRST_STEPS; round.length > 0 && !isOver(search); steps *= 2) {
    for (const addition of round) {
      for (const week of search.weeks) tryOut(search, week, addition, steps);
      if (isOver(search)) break;
      if (steps === FIRST_STEPS) tried += 1;
      limits.onProgress?.(known());
    }
    const better = round.filter((one) => search.weeks.some((week) => week.with.has(JSON.stringify(one)))).sort((a, b) => lessThan(meritOf(search, b), meritOf(search, a)));
    round = better.slice(0, Math.ceil(round.length / 2));
  }
  return known();
}

type Week = {
  readonly index: number;
  readonly problem: Problem;
  /** What the given plan kept. */
  readonly given: Standing;
  /** The best plan found without any addition. */
  base: Plan;
  standing: Standing;
  /** The best found with each addition. */
  readonly with: Map<string, { readonly plan: Plan; readonly standing: Standing }>;
};

type Search = { readonly weeks: readonly Week[]; readonly limits: HelpLimits; readonly began: number; steps: number };

function beginning(weeks: readonly HelpWeek[], limits: HelpLimits): Search {
  return {
    weeks: weeks.map(({ problem, plan }, index): Week => {
      // What was told does not bind: the question is what could have been planned.
      const free: Problem = { ...problem, published: [] };
      const legal = check(free, plan).legal ? plan : { ...plan, sessions: [] };
      const standing = standingOf(free, legal);
      return { index, problem: free, given: standing, base: legal, standing, with: new Map() };
    }),
    limits,
    began: limits.now(),
    steps: 0,
  };
}

function isOver({ limits: { until, steps, now, shouldStop }, began, steps: spent }: Search): boolean {
  if (until === undefined && steps === undefined) return true;
  return (steps !== undefined && spent >= steps) || (until !== undefined && now() - began >= until) || shouldStop?.() === true;
}

/** The best plan of a problem within some steps, from an earlier plan; null when time is up. Promises come first, those kept already above all. */
function planned(search: Search, problem: Problem, warm: Plan, kept: ReadonlySet<string>, steps: number): Plan | null {
  if (isOver(search)) return null;
  const { seed, now, until, steps: most, shouldStop } = search.limits;
  const allowed = most === undefined ? steps : Math.min(steps, most - search.steps);
  const { plan, steps: taken } = solve(toCareFor(problem, kept), {
    seed,
    now,
    warm,
    steps: allowed,
    ...(until === undefined ? {} : { until: Math.max(0, until - (now() - search.began)) }),
    ...(shouldStop ? { shouldStop } : {}),
  });
  // Making a first plan is work too, and a step may find nothing to do: what was allowed is spent.
  search.steps += Math.max(1, allowed, taken);
  return plan;
}

function improveBase(search: Search, week: Week, steps: number, warm = week.base): boolean {
  const plan = planned(search, week.problem, warm, week.standing.kept, steps);
  if (!plan) return false;
  const standing = standingOf(week.problem, plan);
  if (!isBetter(standing, week.standing)) return false;
  week.base = plan;
  week.standing = standing;
  return true;
}

/**
 * Plans the week with the addition. NOTE: when something is gained, the addition is taken away again and the week planned from there: whatever
 * stays did not need it, and makes the base that everything is compared with better.
 */
function tryOut(search: Search, week: Week, addition: Addition, steps: number): void {
  const key = JSON.stringify(addition);
  const before = week.with.get(key);
  const helped = withAddition(week.problem, addition);
  const found = planned(search, helped, before?.plan ?? week.base, week.standing.kept, steps);
  if (!found) return;
  const plan = honestly(helped, found);
  const standing = standingOf(helped, plan);
  if (!check(helped, plan).legal || (before && !isBetter(standing, before.standing)) || !isBetter(standing, week.standing)) return;
  const stays = improveBase(search, week, steps, plan);
  if (!stays || isBetter(standing, week.standing)) week.with.set(key, { plan, standing });
}

function wantedIn({ weeks }: Search): Set<string> {
  return new Set(weeks.flatMap(({ problem, standing }) => problem.promises.filter(({ id }) => !standing.kept.has(id)).flatMap(({ activities }) => activities)));
}

/** Promises, routines and people at target that an addition gains over all weeks, each week against the best that was found without. */
function meritOf({ weeks }: Search, addition: Addition): readonly [promises: number, routines: number, atTarget: number] {
  const key = JSON.stringify(addition);
  const sum = (of: (one: Standing) => number) =>
    weeks.reduce((total, week) => {
      const found = week.with.get(key);
      return found && isBetter(found.standing, week.standing) ? total + of(found.standing) - of(week.standing) : total;
    }, 0);
  return [sum(({ kept }) => kept.size), sum(({ routines }) => routines), sum(({ atTarget }) => atTarget)];
}

function helpsOf(search: Search, tried: number, of: number, most: number): Helps {
  const { weeks } = search;
  const keys = new Map(weeks.flatMap((week) => [...week.with.keys()].map((key) => [key, JSON.parse(key) as Addition] as const)));
  const ranked = [...keys.values()]
    .map((addition) => ({ addition, merit: meritOf(search, addition) }))
    .filter(({ merit: [promises, routines, atTarget] }) => promises > 0 || (promises === 0 && (routines > 0 || atTarget > 0)))
    .sort((a, b) => lessThan(b.merit, a.merit) || easeOf(a.addition) - easeOf(b.addition));
  const already = weeks.flatMap((week) => promisesIn(week, week.base, week.standing, week.given.kept));
  const helps = ranked.map(({ addition, merit: [, routines, atTarget] }) => helpOf(weeks, addition, routines, atTarget));
  return { helps: helps.filter((one, i) => !helps.some((other, j) => isCovered(one, other, j < i))).slice(0, most), already, tried, of };
}

/** Whether another addition at the same hours keeps all the promises this one does and is easier to get, or as easy and ranked before it. */
function isCovered(one: Help, other: Help, isBefore: boolean): boolean {
  const [a, b] = [one.addition, other.addition];
  if (one === other || !('part' in a) || !('part' in b) || a.days !== b.days || a.part !== b.part) return false;
  const isEasier = easeOf(b) < easeOf(a) || (easeOf(b) === easeOf(a) && isBefore);
  return isEasier && one.promises.every(({ week, id }) => other.promises.some((promise) => promise.week === week && promise.id === id));
}

function helpOf(weeks: readonly Week[], addition: Addition, routines: number, atTarget: number): Help {
  const key = JSON.stringify(addition);
  const helping = weeks.flatMap((week) => {
    const found = week.with.get(key);
    return found && isBetter(found.standing, week.standing) ? [{ week, ...found }] : [];
  });
  const promises = helping.flatMap(({ week, plan, standing }) => promisesIn(week, plan, standing, week.standing.kept));
  return {
    addition,
    promises,
    routines: Math.max(0, routines),
    atTarget: Math.max(0, atTarget),
    weeks: helping.map(({ week, plan }) => ({ week: week.index, plan })),
    say: (names) => sayHelp(addition, promises, Math.max(0, routines), Math.max(0, atTarget), weeks.length, names),
  };
}

/** Promises a standing keeps beyond those kept before, with the activity that keeps them. */
function promisesIn({ index, problem }: Week, plan: Plan, { kept }: Standing, before: ReadonlySet<string>): HelpedPromise[] {
  return problem.promises
    .filter(({ id }) => kept.has(id) && !before.has(id))
    .map(({ id, resident, activities, from, to }) => {
      const keeps = plan.sessions.find((session) => activities.includes(session.activity) && session.residents.includes(resident) && session.start >= from && session.start < to);
      return { week: index, id, resident, activity: keeps?.activity ?? activities[0] ?? '' };
    });
}

/** 'One more person with a D1 licence on weekday afternoons would keep 2 more promises in these 3 weeks: swimming to Steven and the museum to Vera.' */
function sayHelp(addition: Addition, promises: readonly HelpedPromise[], routines: number, atTarget: number, weeks: number, names: Names): string {
  const gains = [
    ...(promises.length > 0 ? [`keep ${count(promises.length, 'more promise')}`] : []),
    ...(routines > 0 ? [`let ${count(routines, 'more routine')} happen`] : []),
    ...(atTarget > 0 ? [`bring ${count(atTarget, 'more person', 'more people')} to as much as they want to do`] : []),
  ];
  const named = promises.map(({ resident, activity }) => `${names.call('activity', activity)} to ${names.call('resident', resident)}`);
  const span = weeks === 1 ? 'this week' : `these ${weeks} weeks`;
  return `${sayAddition(addition, names)} would ${inWords(gains)} in ${span}${named.length > 0 ? `: ${inWords(named)}` : ''}.`;
}
