/** The plan as it stands, seen from one span of time: who and what is free then, and how many can be spared. */
import type { Facts, Held } from '../facts.ts';
import type { Activity, Plan, Problem, Resident, Span, Staff } from '../problem.ts';
import type { Person, Slot } from './slot.ts';
import { factsOf } from '../facts.ts';
import { isOnDuty } from '../rules/floor-cover.ts';
import { timesADay } from '../rules/residents.ts';
import { dayOf, isInside, isInsideOne, overlaps } from '../span.ts';

export type Standing = {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly facts: Facts;
  /** Sessions somebody wants exactly so: nobody joins or leaves them, and they do not move. */
  readonly pinned: ReadonlySet<number>;
  readonly arounds: Map<string, Around>;
  readonly slots: Map<string, Slot>;
  /** When each activity can be held. */
  readonly starts: Map<Activity, readonly number[]>;
};

/** One member of staff over one span. */
export type Presence = {
  readonly who: Staff;
  /** One shift covers the whole of it. */
  readonly isOnShift: boolean;
  readonly pauses: readonly Span[];
  readonly busy: readonly Held[];
  /** The stretches in which they are on duty. */
  readonly onDuty: readonly boolean[];
};

/** A stretch in which nobody comes, goes or takes a break, and how many floor cover holds back. */
export type Stretch = { readonly span: Span; readonly needed: number };

export type Around = {
  readonly span: Span;
  /** The sessions overlapping it. */
  readonly during: readonly Held[];
  readonly presences: readonly Presence[];
  readonly stretches: readonly Stretch[];
  /** Who else could come: what keeps each resident from it, by activity. */
  readonly guests: Map<string, readonly Guest[]>;
  /** Staff as they could be had for each activity, whatever they do then. */
  readonly people: Map<string, readonly { readonly person: Person; readonly busy: readonly Held[] }[]>;
};

/** A resident who would like to come and has the time; they would miss `clashes`, and where they are `isFull` something else as well. */
export type Guest = { readonly who: Resident; readonly clashes: readonly Held[]; readonly isFull: boolean };

export function standingOf(problem: Problem, plan: Plan, pinned: readonly number[] = []): Standing {
  return { problem, plan, facts: factsOf(problem, plan), pinned: new Set(pinned), arounds: new Map(), slots: new Map(), starts: new Map() };
}

export function aroundOf(standing: Standing, span: Span): Around {
  const key = span.join('-');
  const known = standing.arounds.get(key);
  if (known) return known;
  const during = standing.facts.sessions.filter((session) => overlaps(session.span, span));
  const stretches = stretchesOf(standing.problem, span, during);
  const presences = standing.problem.staff.map((who): Presence => ({
    who,
    isOnShift: isInsideOne(span, who.shifts),
    pauses: who.breaks.filter((pause) => overlaps(pause, span)),
    busy: during.filter(({ people }) => people.includes(who)),
    onDuty: stretches.map((stretch) => isOnDuty(who, stretch)),
  }));
  const around: Around = { span, during, presences, stretches: heldBack(standing.problem, stretches, presences), guests: new Map(), people: new Map() };
  standing.arounds.set(key, around);
  return around;
}

/** The span cut at every moment at which anybody or anything begins or ends. */
function stretchesOf({ staff, floorCover }: Problem, span: Span, during: readonly Held[]): Span[] {
  const moments = new Set<number>(span);
  const cutAt = (moment: number) => {
    if (span[0] < moment && moment < span[1]) moments.add(moment);
  };
  const cut = (one: Span) => one.forEach(cutAt);
  for (const { shifts, breaks } of staff) {
    shifts.forEach(cut);
    breaks.forEach(cut);
  }
  for (const { from, to } of floorCover) cut([from, to]);
  for (const session of during) cut(session.span);
  const ordered = [...moments].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, i): Span => [from, ordered[i + 1] ?? span[1]]);
}

/** How many must stay on the floor: what floor cover asks for, of those on duty; no more than stay now where that is broken already. */
function heldBack({ floorCover }: Problem, stretches: readonly Span[], presences: readonly Presence[]): Stretch[] {
  return stretches.map((span, i) => {
    const onDuty = presences.filter((one) => one.onDuty[i]);
    const asked = Math.max(0, ...floorCover.filter(({ from, to }) => overlaps([from, to], span)).map(({ min }) => min));
    const stay = onDuty.filter(({ busy }) => !busy.some((session) => overlaps(session.span, span))).length;
    return { span, needed: Math.min(asked, onDuty.length, stay) };
  });
}

/** Everyone who would like this activity then, those who gain most by it first. */
export function guestsOf(standing: Standing, activity: Activity, span: Span): readonly Guest[] {
  const around = aroundOf(standing, span);
  const known = around.guests.get(activity.id);
  if (known) return known;
  const { attendedBy } = standing.facts;
  const eager = (who: Resident) => (who.value[activity.id] ?? 0) + 100 * Math.max(0, who.target - (attendedBy.get(who)?.length ?? 0));
  const guests = standing.problem.residents
    .filter((who) => Object.hasOwn(who.value, activity.id) && takenFor(standing, who, activity, span).length === 0)
    .map((who): Guest => {
      const own = attendedBy.get(who) ?? [];
      const clashes = own.filter((session) => overlaps(session.span, span));
      return { who, clashes, isFull: !hasRoomFor(standing, who, activity, span, own.filter((session) => !clashes.includes(session))) };
    })
    .sort((a, b) => eager(b.who) - eager(a.who));
  around.guests.set(activity.id, guests);
  return guests;
}

/** Whether their day and their purse leave room for it beside these sessions of theirs. */
export function hasRoomFor(standing: Standing, who: Resident, activity: Activity, span: Span, stays: readonly Held[]): boolean {
  return hasDayFor(standing, who, activity, span, stays) && overBudget(who, activity, stays) === 0 && !isFullDay(who, span, stays);
}

/** Whether somebody's going to a session counts against their day or their purse for another. */
export function countsAgainst({ span, activity }: Held, other: Span): boolean {
  return dayOf(span[0]) === dayOf(other[0]) || activity.cost > 0;
}

/** Time of their own that it would break into: each a visit, an appointment, rest or a protected routine. */
export function takenFor({ facts }: Standing, { id, unavailable }: Resident, activity: Activity, span: Span): Span[] {
  const shielded = (facts.routinesOf.get(id) ?? [])
    .filter((routine) => routine.protected)
    .flatMap((routine) => routine.occurrences.filter((occurrence) => overlaps(span, occurrence) && !(routine.activity === activity.id && isInside(span, occurrence))));
  return [...unavailable.filter((away) => overlaps(span, away)), ...shielded];
}

/** Whether they may have the activity once more that day, beside these sessions of theirs. */
export function hasDayFor({ facts }: Standing, resident: Resident, activity: Activity, span: Span, stays: readonly Held[]): boolean {
  const day = dayOf(span[0]);
  return stays.filter((session) => session.activity === activity && dayOf(session.span[0]) === day).length < timesADay(facts, resident, activity.id, day);
}

/** Pence they would lack. */
export function overBudget({ budget }: Resident, activity: Activity, stays: readonly Held[]): number {
  if (budget === null || activity.cost === 0) return 0;
  return Math.max(0, stays.reduce((sum, session) => sum + session.activity.cost, activity.cost) - budget);
}

export function isFullDay({ maxPerDay }: Resident, span: Span, stays: readonly Held[]): boolean {
  return stays.filter((session) => dayOf(session.span[0]) === dayOf(span[0])).length >= maxPerDay;
}

export function areApart(a: Resident, b: Resident): boolean {
  return a.avoids.includes(b.id) || b.avoids.includes(a.id);
}
