/** Why not? For every promise a plan does not keep, every routine it misses and everyone with too little: what stands in the way, and what would do. */
import type { Placement, Way, Wish } from './can-we/answer.ts';
import type { Kind } from './can-we/missing.ts';
import type { Standing } from './can-we/standing.ts';
import type { Facts } from './facts.ts';
import type { Plan, Problem, Span } from './problem.ts';
import type { Effect } from './why-not/effect.ts';
import { GIVING_WAY, KINDS } from './can-we/missing.ts';
import { standingOf } from './can-we/standing.ts';
import { countSpots, fits, placementsFor, waysTo } from './can-we/ways.ts';
import { keptPromises } from './score.ts';
import { DAY, isInside } from './span.ts';
import { effectOf } from './why-not/effect.ts';

export type { Effect } from './why-not/effect.ts';

/** What is asked about. */
export type Unmet =
  | { readonly kind: 'promise'; readonly id: string; readonly wish: Wish }
  | { readonly kind: 'routine'; readonly id: string; readonly occurrence: Span; readonly wish: Wish }
  /** Somebody with `short` sessions fewer than they should have. */
  | { readonly kind: 'target'; readonly short: number; readonly wish: Wish };

/** A way, and what the whole plan would gain and lose by it. */
export type WayOut = Way & { readonly effect: Effect };

export type Why =
  /** It is in the plan after all. */
  | { readonly level: 'kept' }
  /** There was room for it all along. */
  | { readonly level: 'room'; readonly placements: readonly Placement[] }
  /** Not even in an otherwise empty plan; what would make it possible there. No ways: nothing the home could do would help. */
  | { readonly level: 'whatever else is planned'; readonly searched: number; readonly ways: readonly WayOut[] }
  /** Possible by itself, but not beside this plan: who would have to give way for it, or what would do with nobody losing anything. */
  | { readonly level: 'beside this plan'; readonly searched: number; readonly givingWay: readonly WayOut[]; readonly more: readonly WayOut[] };

export type WhyLimits = {
  /** Most ways of each sort. */
  readonly ways?: number;
  /** Indices of sessions that must stay exactly as they are. */
  readonly pinned?: readonly number[];
  /** What a taxi costs there and back, if that is known. */
  readonly taxiPence?: number;
};

/** Why a promise is not kept. Undefined for a promise not in the problem. */
export function whyNot(problem: Problem, plan: Plan, promiseId: string, limits: WhyLimits = {}): Why | undefined {
  const promise = problem.promises.find(({ id }) => id === promiseId);
  return promise && answerFor(standingOf(problem, plan, limits.pinned), promised(promise), limits);
}

/** Why an occurrence of a routine, by its place among them, is missed. Undefined when there is no such occurrence. */
export function whyMissed(problem: Problem, plan: Plan, routineId: string, occurrence: number, limits: WhyLimits = {}): Why | undefined {
  const routine = problem.routines.find(({ id }) => id === routineId);
  const span = routine?.occurrences[occurrence];
  return routine && span && answerFor(standingOf(problem, plan, limits.pinned), missed(routine, span), limits);
}

/** Why somebody has fewer sessions than they should: what stands in the way of one more. Undefined for someone not in the problem. */
export function whyShort(problem: Problem, plan: Plan, residentId: string, limits: WhyLimits = {}): Why | undefined {
  const standing = standingOf(problem, plan, limits.pinned);
  const who = standing.facts.resident.get(residentId);
  if (!who) return undefined;
  const unmet = shortOf(standing.facts).find(({ wish }) => wish.resident === residentId);
  return unmet ? answerFor(standing, unmet, limits) : { level: 'kept' };
}

/** Every promise not kept, routine missed and person with too little, each with why: promises first, then routines, then people. */
export function whyEveryone(problem: Problem, plan: Plan, limits: WhyLimits = {}): { readonly unmet: Unmet; readonly why: Why }[] {
  const standing = standingOf(problem, plan, limits.pinned);
  return unmetIn(standing.facts).map((unmet) => ({ unmet, why: answerFor(standing, unmet, limits) }));
}

function unmetIn(facts: Facts): Unmet[] {
  const kept = new Set(keptPromises(facts));
  const promises = facts.problem.promises.filter((promise) => !kept.has(promise)).map(promised);
  const routines = facts.problem.routines.flatMap((routine) => routine.occurrences.filter((span) => !isHeld(facts, { resident: routine.resident, activities: [routine.activity], from: span[0], to: span[1] })).map((span) => missed(routine, span)));
  return [...promises, ...routines, ...shortOf(facts)];
}

function promised({ id, resident, activities, from, to }: Problem['promises'][number]): Unmet {
  return { kind: 'promise', id, wish: { resident, activities, from, to } };
}

function missed({ id, resident, activity }: Problem['routines'][number], occurrence: Span): Unmet {
  return { kind: 'routine', id, occurrence, wish: { resident, activities: [activity], from: occurrence[0], to: occurrence[1] } };
}

function shortOf({ problem, attendedBy }: Facts): Unmet[] {
  return problem.residents.flatMap((who): Unmet[] => {
    const short = who.target - (attendedBy.get(who)?.length ?? 0);
    return short > 0 ? [{ kind: 'target', short, wish: { resident: who.id, activities: Object.keys(who.value), from: 0, to: problem.days * DAY } }] : [];
  });
}

function isHeld({ sessions }: Facts, { resident, activities, from, to }: Wish): boolean {
  return sessions.some(({ activity, residents, span }) => activities.includes(activity.id) && residents.some(({ id }) => id === resident) && isInside(span, [from, to]));
}

/** A routine at another time is another routine. */
const OTHER_TIME: readonly Kind[] = ['time'];
/** All that is not counted on when only others are to give way. */
const ONLY_LOSSES: readonly Kind[] = KINDS.filter((kind) => !GIVING_WAY.includes(kind));

function answerFor(standing: Standing, unmet: Unmet, { ways = 3, taxiPence }: WhyLimits): Why {
  const { wish } = unmet;
  const keepsOwn = unmet.kind === 'target';
  if (!keepsOwn && isHeld(standing.facts, wish)) return { level: 'kept' };
  const placements = placementsFor(standing, wish, ways);
  if (placements.length > 0) return { level: 'room', placements };
  const searched = countSpots(standing, wish);
  const limits = { ways, keepsOwn, without: unmet.kind === 'routine' ? OTHER_TIME : [], ...(taxiPence === undefined ? {} : { taxiPence }) };
  const alone = emptied(standing, unmet);
  if (!fits(alone, wish)) {
    return { level: 'whatever else is planned', searched: countSpots(alone, wish), ways: waysTo(alone, wish, limits).map((way) => withEffect(alone, way)) };
  }
  const givingWay = waysTo(standing, wish, { ...limits, ways: Math.min(2, ways), without: ONLY_LOSSES });
  const more = waysTo(standing, wish, { ...limits, without: [...limits.without, ...GIVING_WAY] });
  return { level: 'beside this plan', searched, givingWay: givingWay.map((way) => withEffect(standing, way)), more: more.map((way) => withEffect(standing, way)) };
}

/** The plan with nothing in it but what is pinned; for somebody who has too little, what they have already stays too. */
function emptied({ problem, plan, pinned }: Standing, { kind, wish }: Unmet): Standing {
  const stays = plan.sessions.filter((session, i) => pinned.has(i) || (kind === 'target' && session.residents.includes(wish.resident)));
  return standingOf(problem, { ...plan, sessions: stays }, stays.map((_session, i) => i));
}

function withEffect({ problem, plan }: Standing, way: Way): WayOut {
  return { ...way, effect: effectOf(problem, plan, way) };
}
