/** Who else comes: the smallest group that can be got together, by exact search over everyone who could come. */
import type { Held } from '../facts.ts';
import type { Activity, Resident } from '../problem.ts';
import type { Crew, Party } from './crew.ts';
import type { Missing } from './missing.ts';
import type { Bars, Slot } from './slot.ts';
import type { Guest } from './standing.ts';
import { ratioFor, staffNeeded } from '../support.ts';
import { crewFor } from './crew.ts';
import { COMPANION, effortOf } from './missing.ts';
import { areApart, countsAgainst, guestsOf, hasRoomFor } from './standing.ts';

export type Company = { readonly residents: readonly Resident[]; readonly crew: Crew; readonly missing: readonly Missing[]; readonly effort: number };

/** Somebody who could come, with what they would have to leave for it. */
type Companion = { readonly who: Resident; readonly leaves: readonly Held[]; readonly missing: readonly Missing[]; readonly effort: number; readonly sort: string };

type Search = {
  readonly slot: Slot;
  readonly bars: Bars;
  readonly present: readonly Resident[];
  readonly sorts: readonly (readonly Companion[])[];
  limit: number;
  best: Company | null;
};

/** The group of least effort around those `present`, below `limit`; null when there is none. */
export function companyFor(slot: Slot, present: readonly Resident[], bars: Bars, limit: number): Company | null {
  const wanted = Math.max(0, slot.activity.group.min - present.length);
  if (wanted === 0) return withCrew(slot, present, [], bars, limit);
  const companions = companionsFor(slot, present, bars, limit);
  const search: Search = { slot, bars, present, sorts: bySort(companions), limit, best: null };
  const mayLack = !bars.kinds.has('company');
  for (let lacking = 0; lacking <= (mayLack ? wanted : 0); lacking += 1) {
    if (COMPANION * lacking >= search.limit) break;
    const some = wanted - lacking;
    if (companions.length < some || !couldEver(search, companions, some, COMPANION * lacking)) continue;
    gather(search, [], some, lacking, 0, 0);
  }
  return search.best;
}

export function partyOf(activity: Activity, residents: readonly Resident[]): Party {
  const wheelchairs = activity.transport === 'vehicle' ? residents.filter(({ wheelchair }) => wheelchair).length : 0;
  return {
    size: residents.length,
    hands: Math.max(activity.baseStaff, staffNeeded(residents.map((resident) => ratioFor(resident, activity)))),
    wheelchairs,
    seated: residents.length - wheelchairs,
    declined: new Set(residents.flatMap(({ declinedStaff }) => declinedStaff)),
    fans: (staff) => residents.filter(({ preferredStaff }) => preferredStaff.includes(staff)).length,
  };
}

/** Whether there is a crew for the easiest group one can think of: no real group needs less. */
function couldEver({ slot, bars, present, limit }: Search, companions: readonly Companion[], some: number, effort: number): boolean {
  const { activity } = slot;
  const easiest = companions.map(({ who }) => who).sort((a, b) => need(a, activity) - need(b, activity)).slice(0, some);
  const party = partyOf(activity, present);
  const inWheelchairs = activity.transport === 'vehicle' ? companions.filter(({ who }) => who.wheelchair).length : 0;
  const easy: Party = {
    ...party,
    size: party.size + some,
    hands: partyOf(activity, [...present, ...easiest]).hands,
    wheelchairs: party.wheelchairs + Math.max(0, some - (companions.length - inWheelchairs)),
    seated: party.seated + Math.max(0, some - inWheelchairs),
  };
  return crewFor(slot, easy, bars, limit - effort) !== null;
}

function need(resident: Resident, activity: Activity): number {
  const { staff, residents } = ratioFor(resident, activity);
  return staff / residents;
}

function companionsFor(slot: Slot, present: readonly Resident[], bars: Bars, limit: number): Companion[] {
  const { standing, activity, span } = slot;
  const guests = guestsOf(standing, activity, span).filter(({ who }) => !present.includes(who) && !present.some((other) => areApart(who, other)) && !slot.base?.people.some(({ id }) => who.declinedStaff.includes(id)));
  const able = new Set(slot.people.filter((one) => one.effort < limit && !one.missing.some(({ kind }) => bars.kinds.has(kind))).map(({ who }) => who.id));
  const isApart = (who: Resident) => guests.some((guest) => guest.who !== who && areApart(who, guest.who));
  return guests.flatMap((guest): Companion[] => {
    const { who } = guest;
    const leaves = leavesOf(slot, guest, bars, limit);
    if (!leaves) return [];
    const missing = leaves.map((session) => leaving(who, session));
    const effort = effortOf(missing);
    const isOneOfAKind = leaves.length > 0 || isApart(who);
    const wheels = activity.transport === 'vehicle' && who.wheelchair;
    return effort >= limit ? [] : [{ who, leaves, missing, effort, sort: isOneOfAKind ? who.id : `|${need(who, activity)}|${wheels}|${who.declinedStaff.filter((id) => able.has(id)).sort().join()}` }];
  });
}

/** The fewest sessions they would have to leave to come; null when they cannot. */
function leavesOf({ standing, activity, span, base, moved }: Slot, { who, clashes, isFull }: Guest, bars: Bars, limit: number): Held[] | null {
  const stands = (session: Held) => session !== base && !moved.has(session.index);
  const canLeave = (session: Held) => !bars.kinds.has('leave') && mayLeave(standing.pinned, session);
  const forced = clashes.filter(stands);
  if (!forced.every(canLeave)) return null;
  if (!isFull) return forced;
  const others = (standing.facts.attendedBy.get(who) ?? []).filter((session) => stands(session) && !forced.includes(session));
  const leavable = others.filter((session) => canLeave(session) && countsAgainst(session, span));
  for (let size = 0; size <= leavable.length && effortOf(leavable.slice(0, size).map((session) => leaving(who, session))) < limit; size += 1) {
    const set = subsetsOf(leavable, size).find((some) => hasRoomFor(standing, who, activity, span, others.filter((session) => !some.includes(session))));
    if (set) return [...forced, ...set];
  }
  return null;
}

/** Every set of `size` of these. */
export function subsetsOf<Item>(items: readonly Item[], size: number): Item[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) => subsetsOf(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]));
}

/** One person missing a session that goes on without them. */
export function leaving({ id }: Resident, { index, activity, span }: Held): Missing {
  return { kind: 'leave', resident: id, session: index, activity: activity.id, start: span[0] };
}

/** Whether a session can go on with `fewer` people. */
export function mayLeave(pinned: ReadonlySet<number>, { index, residents, activity }: Held, fewer = 1): boolean {
  return !pinned.has(index) && residents.length - fewer >= activity.group.min;
}

/** Companions who are alike stand together; those who need leave nothing come first. */
function bySort(companions: readonly Companion[]): Companion[][] {
  const sorts = new Map<string, Companion[]>();
  for (const one of companions) sorts.set(one.sort, [...(sorts.get(one.sort) ?? []), one]);
  return [...sorts.values()].sort((a, b) => (a[0]?.effort ?? 0) - (b[0]?.effort ?? 0));
}

/** Every set of `some` more, of each sort as many as may be; `lacking` of the group remain to be found. */
function gather(search: Search, chosen: readonly Companion[], some: number, lacking: number, from: number, effort: number): void {
  const { sorts, bars, slot } = search;
  if (effort + COMPANION * lacking >= search.limit) return;
  if (some === 0) {
    settle(search, chosen, lacking, bars, slot);
    return;
  }
  for (let i = from; i < sorts.length; i += 1) {
    const alike = sorts[i] ?? [];
    const next = alike[chosen.filter(({ sort }) => sort === alike[0]?.sort).length];
    if (!next || chosen.some(({ who }) => areApart(who, next.who)) || !canAllLeave(slot, [...chosen, next])) continue;
    gather(search, [...chosen, next], some - 1, lacking, i, effort + next.effort);
  }
}

function canAllLeave({ standing }: Slot, chosen: readonly Companion[]): boolean {
  const left = chosen.flatMap(({ leaves }) => leaves);
  return left.every((session) => mayLeave(standing.pinned, session, left.filter((one) => one === session).length));
}

function settle(search: Search, chosen: readonly Companion[], lacking: number, bars: Bars, slot: Slot): void {
  const company: Missing[] = lacking > 0 ? [{ kind: 'company', activity: slot.activity.id, people: lacking }] : [];
  const found = withCrew(slot, [...search.present, ...chosen.map(({ who }) => who)], [...company, ...chosen.flatMap(({ missing }) => missing)], bars, search.limit);
  if (!found) return;
  search.best = found;
  search.limit = found.effort;
}

function withCrew(slot: Slot, residents: readonly Resident[], missing: readonly Missing[], bars: Bars, limit: number): Company | null {
  const effort = effortOf(missing);
  if (effort >= limit) return null;
  const crew = crewFor(slot, partyOf(slot.activity, residents), bars, limit - effort);
  return crew && { residents, crew, missing, effort: effort + crew.effort };
}
