/** Can we? Before anything is promised: where a wish fits into the plan as it stands, or the least that would make it fit. */
import type { Names } from './names.ts';
import type { Activity, Plan, Problem, Session, Span } from './problem.ts';
import type { Missing } from './can-we/missing.ts';
import type { Place } from './can-we/placing.ts';
import type { Standing } from './can-we/standing.ts';
import { check } from './check.ts';
import { factsOf } from './facts.ts';
import { inWords } from './names.ts';
import { effortOf, granted, grantedPlan, sayMissing, sortOf } from './can-we/missing.ts';
import { placeAt } from './can-we/placing.ts';
import { standingOf } from './can-we/standing.ts';
import { lengthOf } from './problem.ts';
import { scoreOf, scoreParts } from './score.ts';
import { DAY, isInside, isInsideOne } from './span.ts';

export type { Missing } from './can-we/missing.ts';
export { granted, grantedPlan, sayMissing } from './can-we/missing.ts';

/** One resident attending one of these activities, the whole session between `from` and `to`. */
export type Wish = { readonly resident: string; readonly activities: readonly string[]; readonly from: number; readonly to: number };

export type CanWeLimits = {
  /** Most placements to offer. */
  readonly places?: number;
  /** Most ways to make it possible. */
  readonly ways?: number;
};

/** A session that fulfils the wish, and the plan with it. */
export type Placement = {
  readonly session: Session;
  /** Index of the session of the plan that it adds to; null when it is a new one. */
  readonly joins: number | null;
  readonly plan: Plan;
  readonly cost: Cost;
};

export type Cost = {
  /** Points the plan gains or loses. */
  readonly score: number;
  /** What the resident pays. */
  readonly pence: number;
  /** Minutes of staff who would not be in a session otherwise. */
  readonly staffMinutes: number;
  /** Who those staff are. */
  readonly staff: readonly string[];
};

/** Things that would make it possible together, and the session there would then be. */
export type Way = {
  readonly missing: readonly Missing[];
  /** Less is easier; only for comparing ways. */
  readonly effort: number;
  readonly placement: Placement;
  /** 'a driver with a D1 licence on Thursday between 13:00 and 16:00' */
  readonly say: (names: Names) => string;
};

export type Answer =
  | { readonly possible: true; readonly placements: readonly Placement[] }
  /** No ways: nothing the home could do would help, as when the activity is not held at all in these days. */
  | { readonly possible: false; readonly ways: readonly Way[] };

/** Where the wish fits, best for everybody first; or what is missing, the easiest first. Every answer has been judged by `check`. */
export function canWe(problem: Problem, plan: Plan, wish: Wish, { places = 3, ways = 3 }: CanWeLimits = {}): Answer {
  const standing = standingOf(problem, plan);
  const judge = judgeOf(standing);
  const fits = placesFor(standing, wish, () => true).flatMap((place) => judge.placement(place) ?? []);
  if (fits.length > 0) return { possible: true, placements: fits.sort((a, b) => b.cost.score - a.cost.score).slice(0, places) };
  return { possible: false, ways: waysTo(standing, wish, judge, ways) };
}

/** Why a promise is not in the plan: it is after all, or there is room for it, or what is missing. Undefined for a promise not in the problem. */
export function whyNot(problem: Problem, plan: Plan, promiseId: string, limits: CanWeLimits = {}): { readonly kept: true } | ({ readonly kept: false } & Answer) | undefined {
  const promise = problem.promises.find(({ id }) => id === promiseId);
  if (!promise) return undefined;
  const keeps = factsOf(problem, plan).sessions.some(
    ({ activity, residents, span }) => promise.activities.includes(activity.id) && residents.some(({ id }) => id === promise.resident) && isInside(span, [promise.from, promise.to]),
  );
  return keeps ? { kept: true } : { kept: false, ...canWe(problem, plan, promise, limits) };
}

/** 'Swimming on Thu 13:00 with Sal and Tom; Dan drives the bus' */
export function sayPlacement({ session, joins }: Placement, names: Names): string {
  const { activity, start, staff, vehicles, room } = session;
  const call = (kind: Parameters<Names['call']>[0]) => (id: string) => names.call(kind, id);
  const where = room === null ? '' : ` in ${names.call('room', room)}`;
  const company = staff.length > 0 ? ` with ${inWords(staff.map(call('staff')))}` : '';
  const wheels = vehicles.map(({ vehicle, driver }) => `; ${names.call('staff', driver)} drives ${names.call('vehicle', vehicle)}`).join('');
  return `${joins === null ? '' : 'Joining '}${names.call('activity', activity)} on ${names.when(start)}${where}${company}${wheels}`;
}

/** Every place for the wish, at any time that is not barred. */
function placesFor(standing: Standing, wish: Wish, isBarred: (sort: string) => boolean): Place[] {
  const { problem, facts } = standing;
  const resident = facts.resident.get(wish.resident);
  if (!resident) return [];
  const within: Span = [wish.from, wish.to];
  const isInTime = (start: number, activity: Activity) => !isBarred('time') || (start >= wish.from && start + lengthOf(activity) <= wish.to);
  return problem.activities
    .filter(({ id }) => wish.activities.includes(id))
    .flatMap((activity) => {
      const joins = facts.sessions.filter((session) => session.activity === activity).map((base) => ({ base, start: base.span[0] }));
      const opens = startsOf(problem, activity).map((start) => ({ base: null, start }));
      return [...joins, ...opens]
        .filter(({ start }) => isInTime(start, activity))
        .flatMap(({ base, start }) => placeAt({ standing, resident, activity, base, start, within, isBarred }) ?? []);
    });
}

function startsOf({ days, grid }: Problem, activity: Activity): number[] {
  const last = days * DAY - lengthOf(activity);
  const starts = Array.from({ length: Math.max(0, Math.floor(last / grid) + 1) }, (_, i) => i * grid);
  return starts.filter((start) => isInsideOne([start + activity.travel, start + activity.travel + activity.duration], activity.windows));
}

/** How many places are judged before a sort of way is given up. */
const TRIES = 12;

/** Ways of different sorts: what is hardest in one is not counted on in the next. */
function waysTo(standing: Standing, wish: Wish, judge: Judge, most: number): Way[] {
  const barred = new Set<string>();
  const found: Way[] = [];
  const apart = ({ session }: Place) => Math.max(0, wish.from - session.start, session.start - wish.to);
  for (let tries = 0; found.length < most && tries < 2 * most; tries += 1) {
    const places = placesFor(standing, wish, (sort) => barred.has(sort)).sort((a, b) => a.effort - b.effort || apart(a) - apart(b) || a.session.start - b.session.start);
    const way = firstOf(places.slice(0, TRIES), (place) => judge.way(place));
    if (way) found.push(way);
    const hardest = (way ?? places[0])?.missing.toSorted((a, b) => effortOf([b]) - effortOf([a]))[0];
    if (!hardest) break;
    barred.add(sortOf(hardest));
  }
  return found.sort((a, b) => a.effort - b.effort);
}

function firstOf<Item, Result>(items: readonly Item[], find: (item: Item) => Result | null): Result | null {
  for (const item of items) {
    const result = find(item);
    if (result !== null) return result;
  }
  return null;
}

type Judge = { readonly placement: (place: Place) => Placement | null; readonly way: (place: Place) => Way | null };

/** Takes nothing on trust: whatever is offered breaks no rule that was not broken before. */
function judgeOf({ problem, plan, facts }: Standing): Judge {
  const keysOf = (one: Problem, its: Plan) => check(one, its).violations.map(({ rule, ids, message }) => JSON.stringify([rule, ids, message]));
  const before = new Set(keysOf(problem, plan));
  const score = scoreOf(scoreParts(facts));
  const placement = (place: Place): Placement | null => {
    const { session, joins, missing } = place;
    const replaced: Plan = { ...plan, sessions: plan.sessions.map((one, i) => (i === joins ? session : one)) };
    const kept = grantedPlan(replaced, missing);
    const next: Plan = joins === null ? { ...kept, sessions: [...kept.sessions, session] } : kept;
    const allowed = granted(problem, missing);
    if (keysOf(allowed, next).some((key) => !before.has(key))) return null;
    const activity = allowed.activities.find(({ id }) => id === session.activity);
    const old = joins === null ? undefined : plan.sessions[joins];
    const already = new Set(old ? [...old.staff, ...old.vehicles.map(({ driver }) => driver)] : []);
    const staff = [...session.staff, ...session.vehicles.map(({ driver }) => driver)].filter((id) => !already.has(id));
    return {
      session,
      joins,
      plan: next,
      cost: {
        score: scoreOf(scoreParts(factsOf(allowed, next))) - score,
        pence: activity?.cost ?? 0,
        staffMinutes: staff.length * (activity ? lengthOf(activity) : 0),
        staff,
      },
    };
  };
  return {
    placement,
    way: (place) => {
      const made = placement(place);
      const { missing, effort } = place;
      return made && { missing, effort, placement: made, say: (names) => inWords(missing.map((one) => sayMissing(one, names))) };
    },
  };
}
