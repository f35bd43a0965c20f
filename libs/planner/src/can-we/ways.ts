/** Places and ways made of what the search finds: judged, reckoned up, and said. */
import type { CanWeLimits, Placement, Way, Wish } from './answer.ts';
import type { Change } from './judging.ts';
import type { Kind, Missing } from './missing.ts';
import type { Asking, Place } from './placing.ts';
import type { Bars } from './slot.ts';
import type { Standing } from './standing.ts';
import { lengthOf } from '../problem.ts';
import { dayOf } from '../span.ts';
import { granted, grantedPlan } from './granting.ts';
import { exchangePlace } from './exchange.ts';
import { EVERYTHING, placedAgain } from './instead.ts';
import { gainOf, isTrouble } from './judging.ts';
import { effortOf, sayAll } from './missing.ts';
import { easiestPlaces, openPlaces, spotsFor } from './search.ts';
import { barring } from './slot.ts';

export { EVERYTHING } from './instead.ts';

export type WayLimits = CanWeLimits & {
  /** Kinds of missing things not to count on. */
  readonly without?: readonly Kind[];
  /** Whether what they have already stays. */
  readonly keepsOwn?: boolean;
};

/** Where the wish fits with nothing else changed: the best of each day before others of it, best for everybody first. */
export function placementsFor(standing: Standing, wish: Wish, most: number): Placement[] {
  const asking = askingFor(standing, wish, EVERYTHING);
  if (!asking) return [];
  const found = openPlaces(asking, spotsFor(asking, wish.activities)).map((place) => {
    const change = changeTo(standing, place);
    return { place, change, gain: gainOf(change) };
  });
  const ranked = found.sort((a, b) => b.gain - a.gain);
  const choices = new Set(firstOfEach(ranked, ({ place: { session, joins } }) => `${session.activity} ${dayOf(session.start)} ${joins ?? ''}`));
  const placements: Placement[] = [];
  for (const { place, change, gain } of [...choices, ...ranked.filter((one) => !choices.has(one))]) {
    if (placements.length >= most) break;
    if (!isTrouble(change)) placements.push(placementOf(standing, place, change, gain));
  }
  return placements.sort((a, b) => b.cost.score - a.cost.score);
}

/** The first of each sort: two quarters of an hour on one day are hardly two choices. */
function firstOfEach<Item>(items: readonly Item[], sortOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(sortOf(item)) && seen.add(sortOf(item)));
}

/** Whether it fits at all with nothing else changed. */
export function fits(standing: Standing, wish: Wish): boolean {
  const asking = askingFor(standing, wish, EVERYTHING);
  return asking !== null && spotsFor(asking, wish.activities).some((spot) => openPlaces(asking, [spot]).some((place) => !isTrouble(changeTo(standing, place))));
}

/** How many times, and sessions to join, there are for the wish. */
export function countSpots(standing: Standing, wish: Wish): number {
  const asking = askingFor(standing, wish, EVERYTHING);
  return asking ? spotsFor(asking, wish.activities).length : 0;
}

/** How many ties are reckoned up to find the one that is best for everybody. */
const TIES = 4;

/** Ways of different sorts, the easiest first: what one counts on most, the next does without. */
export function waysTo(standing: Standing, wish: Wish, { ways = 3, taxiPence, without = [], keepsOwn = false }: WayLimits): Way[] {
  const queue: (readonly Kind[])[] = [without];
  const tried = new Set<string>();
  const found: Way[] = without.includes('exchange') ? [] : exchanges(standing, wish, keepsOwn);
  for (let tries = 0; queue.length > 0 && found.length < ways && tries < 3 * ways; tries += 1) {
    const bars = barring(queue.shift() ?? []);
    if (tried.has(bars.key)) continue;
    tried.add(bars.key);
    const way = wayWithout(standing, wish, bars, keepsOwn, taxiPence);
    if (!way) continue;
    if (!found.some((other) => sortOf(other) === sortOf(way))) found.push(way);
    const hardest = way.missing.toSorted((a, b) => effortOf([b]) - effortOf([a]));
    queue.push(...new Set(hardest.map(({ kind }) => kind).map((kind) => [...bars.kinds, kind])));
  }
  return found.sort((a, b) => a.effort - b.effort);
}

/** The way that one session makes by being held otherwise, if there is one. */
function exchanges(standing: Standing, wish: Wish, keepsOwn: boolean): Way[] {
  const asking = askingFor(standing, wish, EVERYTHING, keepsOwn);
  const place = asking && exchangePlace(asking, spotsFor(asking, wish.activities));
  const way = place && wayOf(standing, place);
  return way ? [way] : [];
}

function sortOf({ missing }: Way): string {
  return [...new Set(missing.map(({ kind }) => kind))].sort().join();
}

/** The easiest way that counts on nothing barred; among equals the one that leaves the plan worth most. */
function wayWithout(standing: Standing, wish: Wish, bars: Bars, keepsOwn: boolean, taxiPence: number | undefined): Way | null {
  const asking = askingFor(standing, wish, bars, keepsOwn);
  if (!asking) return null;
  const places = easiestPlaces(asking, spotsFor(asking, wish.activities), TIES);
  const ranked = places.length < 2 ? places : places.map((place) => ({ place, gain: gainOf(changeTo(standing, place)) })).sort((a, b) => b.gain - a.gain).map(({ place }) => place);
  for (const place of ranked) {
    const way = wayOf(standing, withFare(place, taxiPence));
    if (way) return way;
  }
  return null;
}

function withFare(place: Place, pence: number | undefined): Place {
  return pence === undefined ? place : { ...place, missing: place.missing.map((one) => (one.kind === 'taxi' ? { ...one, pence } : one)) };
}

function wayOf(standing: Standing, place: Place): Way | null {
  const { problem, plan, pinned } = standing;
  const first = changeTo(standing, place);
  const fixed = new Set(plan.sessions.filter((_session, i) => pinned.has(i)));
  const again = placedAgain(first.allowed, first.next, place.missing, (now) => now.sessions.flatMap((session, i) => (fixed.has(session) ? [i] : [])));
  const change: Change = { ...first, next: again.plan };
  if (isTrouble(change)) return null;
  const missing: readonly Missing[] = again.missing;
  const placement = placementOf(standing, place, change, gainOf({ ...change, problem }));
  return { missing, effort: place.effort, placement, say: (names) => sayAll(missing, names) };
}

export function askingFor(standing: Standing, { resident, from, to }: Wish, bars: Bars, keepsOwn = false): Asking | null {
  const who = standing.facts.resident.get(resident);
  return who ? { standing, resident: who, within: [from, to], bars, keepsOwn, anew: false } : null;
}

/** The plan with the place taken and what is missing for it granted; what gives way has gone. */
function changeTo({ problem, plan }: Standing, { session, joins, missing }: Place): Change {
  const replaced = { ...plan, sessions: plan.sessions.map((one, i) => (i === joins ? session : one)) };
  const left = grantedPlan(replaced, missing);
  return { problem, plan, allowed: granted(problem, missing), next: joins === null ? { ...left, sessions: [...left.sessions, session] } : left };
}

function placementOf({ plan }: Standing, { session, joins }: Place, { allowed, next }: Change, score: number): Placement {
  const activity = allowed.activities.find(({ id }) => id === session.activity);
  const old = joins === null ? undefined : plan.sessions[joins];
  const already = new Set(old ? [...old.staff, ...old.vehicles.map(({ driver }) => driver)] : []);
  const staff = [...session.staff, ...session.vehicles.map(({ driver }) => driver)].filter((id) => !already.has(id));
  return { session, joins, plan: next, cost: { score, pence: activity?.cost ?? 0, staffMinutes: staff.length * (activity ? lengthOf(activity) : 0), staff } };
}
