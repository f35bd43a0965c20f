/** The best places for a wish over all times and sessions: first with the plan as it stands, then with more and more of it out of the way. */
import type { Held } from '../facts.ts';
import type { Activity, Problem, Resident } from '../problem.ts';
import type { Asking, Place, Spot } from './placing.ts';
import type { Missing } from './missing.ts';
import type { Standing } from './standing.ts';
import { lengthOf } from '../problem.ts';
import { DAY, isInside, isInsideOne, overlaps } from '../span.ts';
import { effortOf } from './missing.ts';
import { subsetsOf } from './company.ts';
import { placeAt } from './placing.ts';
import { countsAgainst, guestsOf } from './standing.ts';

const NOTHING: ReadonlySet<number> = new Set();
/** Efforts this close are the same. */
const HAIR = 1e-9;
/** How many sets of sessions to put out of the way before being content with the best found. */
const MOST_SETS = 40_000;

/** Every time the activities of the wish could be held, and every session there is of them. */
export function spotsFor({ standing, resident, within, bars }: Pick<Asking, 'standing' | 'within' | 'bars'> & { readonly resident?: Resident }, activities: readonly string[]): Spot[] {
  const { problem, facts } = standing;
  const own = (resident && facts.attendedBy.get(resident)) ?? [];
  const isThereAlready = ({ start, activity }: Spot) => own.some((session) => session.activity === activity && overlaps(session.span, [start, start + lengthOf(activity)]) && !isInside([start, start + lengthOf(activity)], within));
  const isInTime = ({ start, activity }: Spot) => !bars.kinds.has('time') || isInside([start, start + lengthOf(activity)], within);
  return problem.activities
    .filter(({ id }) => activities.includes(id))
    .flatMap((activity): Spot[] => {
      const joins = facts.sessions.filter((session) => session.activity === activity).map((base): Spot => ({ activity, base, start: base.span[0] }));
      return [...joins, ...startsIn(standing, activity).map((start): Spot => ({ activity, base: null, start }))].filter((spot) => isInTime(spot) && !isThereAlready(spot));
    });
}

function startsIn({ problem, starts }: Standing, activity: Activity): readonly number[] {
  const known = starts.get(activity) ?? startsOf(problem, activity);
  starts.set(activity, known);
  return known;
}

/** The starts at which an activity can be held at all. */
function startsOf({ days, grid }: Problem, activity: Activity): number[] {
  const last = days * DAY - lengthOf(activity);
  const starts = Array.from({ length: Math.max(0, Math.floor(last / grid) + 1) }, (_, i) => i * grid);
  return starts.filter((start) => isInsideOne([start + activity.travel, start + activity.travel + activity.duration], activity.windows));
}

/** Every place for which nothing is missing. */
export function openPlaces(asking: Asking, spots: readonly Spot[]): Place[] {
  return spots.flatMap((spot) => placeAt(asking, spot, NOTHING, HAIR) ?? []);
}

/** The places of least effort, at most `most` of them; none when nothing that may be counted on would make one. */
export function easiestPlaces(asking: Asking, spots: readonly Spot[], most: number): Place[] {
  const apart = ({ start, activity }: Spot) => Math.max(0, asking.within[0] - start, start + lengthOf(activity) - asking.within[1]);
  const ordered = spots.toSorted((a, b) => apart(a) - apart(b) || a.start - b.start);
  const found: Found = { places: [], least: Number.POSITIVE_INFINITY, most };
  for (const spot of ordered) keep(found, placeAt(asking, spot, NOTHING, limitOf(found)));
  if (asking.bars.kinds.has('move')) return found.places;
  outOfTheWay(asking, ordered, found);
  if (found.places.length === 0) outOfTheWay({ ...asking, anew: true }, ordered, found);
  return found.places;
}

type Found = { places: Place[]; least: number; readonly most: number };

/** Below this a place is worth having: better than the best, or as good while there are few. */
function limitOf({ places, least, most }: Found): number {
  return places.length < most ? least + HAIR : least;
}

function keep(found: Found, place: Place | null): void {
  if (!place) return;
  if (place.effort < found.least - HAIR) found.places = [];
  found.least = Math.min(found.least, place.effort);
  found.places.push(place);
}

/** A spot with the sessions that could give way to it, and what would be missing if all of them did for nothing. */
type Blocked = { readonly spot: Spot; readonly movable: readonly Held[]; readonly cheapest: number; readonly rest: number };

/** Puts one session out of the way, then two, and so on for as long as that could be less effort than the least found. */
function outOfTheWay(asking: Asking, spots: readonly Spot[], found: Found): void {
  let sets = 0;
  let blocked = spots.flatMap((spot) => blockedAt(asking, spot, found) ?? []);
  for (let size = 1; blocked.length > 0; size += 1) {
    blocked = blocked.filter(({ movable, cheapest, rest }) => movable.length >= size && cheapest * size + rest < limitOf(found));
    for (const { spot, movable, rest } of blocked) {
      for (const set of subsetsOf(movable, size)) {
        if (effortOf(set.map(moving)) + rest >= limitOf(found)) continue;
        sets += 1;
        if (sets > MOST_SETS) {
          if (found.places.length === 0) keep(found, withoutExcess(asking, blocked));
          return;
        }
        keep(found, placeWithout(asking, spot, set, limitOf(found)));
      }
    }
  }
}

/** The place there is once these give way, what they lose included. */
function placeWithout(asking: Asking, spot: Spot, set: readonly Held[], limit: number): Place | null {
  const moves = set.map(moving);
  const effort = effortOf(moves);
  const place = placeAt(asking, spot, new Set(set.map(({ index }) => index)), limit - effort);
  return place && { ...place, missing: [...moves, ...place.missing], effort: effort + place.effort };
}

/** Everything gives way at the time with least in the way; then whatever need not is put back. */
function withoutExcess(asking: Asking, blocked: readonly Blocked[]): Place | null {
  const [first] = blocked.toSorted((a, b) => a.movable.length - b.movable.length);
  if (!first) return null;
  let set = first.movable;
  let best = placeWithout(asking, first.spot, set, Number.POSITIVE_INFINITY);
  for (const session of first.movable) {
    const fewer = set.filter((one) => one !== session);
    const place = placeWithout(asking, first.spot, fewer, (best?.effort ?? Number.POSITIVE_INFINITY) + HAIR);
    if (place) [set, best] = [fewer, place];
  }
  return best;
}

function blockedAt(asking: Asking, spot: Spot, found: Found): Blocked | null {
  const movable = movableAt(asking, spot);
  const cheapest = Math.min(...movable.map((session) => effortOf([moving(session)])));
  const limit = limitOf(found) - cheapest;
  if (movable.length === 0 || limit <= 0) return null;
  const rest = placeAt(asking, spot, new Set(movable.map(({ index }) => index)), limit);
  return rest && { spot, movable, cheapest, rest: rest.effort };
}

/**
 * The sessions whose going could make a difference: those at that time, those that fill the day or the purse of whoever
 * is wanted for it, and those that count against how many there may be. One of the same activity at that time is there to be joined: it is held anew only if nothing else will do.
 */
function movableAt({ standing, resident, keepsOwn, anew }: Asking, { activity, start, base }: Spot): Held[] {
  const span = [start, start + lengthOf(activity)] as const;
  const isFull = !base && standing.facts.sessions.filter((session) => session.activity === activity).length >= activity.maxSessions;
  const isTheirs = (session: Held) => session.residents.includes(resident);
  const isAlone = (base?.residents.length ?? 0) + 1 < activity.group.min;
  const wanted = new Set([resident, ...(isAlone ? guestsOf(standing, activity, span).filter(({ isFull }) => isFull).map(({ who }) => who) : [])]);
  return standing.facts.sessions.filter((session) => {
    if (session === base || standing.pinned.has(session.index) || (keepsOwn && isTheirs(session))) return false;
    if (session.activity === activity && !base && !anew) return isFull && !overlaps(session.span, span);
    if (overlaps(session.span, span) || (isFull && session.activity === activity)) return true;
    return countsAgainst(session, span) && session.residents.some((who) => wanted.has(who));
  });
}

function moving({ index, activity, span, residents }: Held): Missing {
  return { kind: 'move', session: index, activity: activity.id, start: span[0], residents: residents.map(({ id }) => id) };
}
