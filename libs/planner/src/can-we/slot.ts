/** One activity at one time, with some sessions of the plan out of the way: whom and what it could have, and at what effort. */
import type { Held } from '../facts.ts';
import type { Activity, Room, Span, Staff, Vehicle } from '../problem.ts';
import type { Kind, Missing } from './missing.ts';
import type { Around, Presence, Standing } from './standing.ts';
import { lengthOf } from '../problem.ts';
import { isOnDuty } from '../rules/floor-cover.ts';
import { isInsideOne, overlaps } from '../span.ts';
import { effortOf } from './missing.ts';
import { aroundOf } from './standing.ts';

/** Kinds of missing things not to count on. */
export type Bars = { readonly kinds: ReadonlySet<Kind>; readonly key: string };

export function barring(kinds: Iterable<Kind>): Bars {
  const set = new Set(kinds);
  return { kinds: set, key: [...set].sort().join() };
}

/** Someone or something for a session, with what is missing for them to be there. */
export type Offer<Who> = { readonly who: Who; readonly missing: readonly Missing[]; readonly effort: number };

export type Person = Offer<Staff> & {
  /** Somebody the home does not have: there can be as many of them as it takes. Whoever is brought in to drive only drives. */
  readonly isNew: boolean;
  readonly drivesOnly: boolean;
  /** The stretches in which they are missed on the floor if they go. */
  readonly missed: readonly boolean[];
  /** Alike in all that matters here; and in all that matters when they do not drive. */
  readonly sort: string;
  readonly sortAlong: string;
};

/** Somebody who would be on the floor in these stretches. */
export type Relief = Offer<Staff> & { readonly covers: readonly boolean[]; readonly isNew: boolean; readonly sort: string };

export type Slot = {
  readonly standing: Standing;
  readonly around: Around;
  readonly activity: Activity;
  readonly span: Span;
  /** The session being joined. */
  readonly base: Held | null;
  /** Sessions of the plan that are out of the way. */
  readonly moved: ReadonlySet<number>;
  readonly people: readonly Person[];
  readonly reliefs: () => readonly Relief[];
  readonly rooms: readonly Offer<Room>[];
  readonly vehicles: readonly Offer<Vehicle>[];
  /** How many more may leave the floor, by stretch. */
  readonly spare: readonly number[];
  readonly leastSpare: number;
  /** The skills it takes. */
  readonly skills: readonly string[];
  /** What was found for each sort of party, with each set of bars: the least effort, or that it takes at least so much. */
  readonly memo: Map<string, { readonly bars: Bars; readonly limit: number; readonly effort: number | null }[]>;
};

export function slotAt(standing: Standing, activity: Activity, start: number, base: Held | null, moved: ReadonlySet<number>): Slot {
  const key = `${activity.id}|${start}|${base?.index ?? ''}|${[...moved].join()}`;
  const known = standing.slots.get(key);
  if (known) return known;
  const slot = newSlot(standing, activity, start, base, moved);
  if (moved.size === 0) standing.slots.set(key, slot);
  return slot;
}

function newSlot(standing: Standing, activity: Activity, start: number, base: Held | null, moved: ReadonlySet<number>): Slot {
  const span: Span = [start, start + lengthOf(activity)];
  const around = aroundOf(standing, span);
  const { problem } = standing;
  const skills = Object.keys(activity.skills).filter((skill) => (activity.skills[skill] ?? 0) > 0);
  const stays = (session: Held) => !moved.has(session.index);
  const isTaken = (uses: (session: Held) => boolean) => around.during.some((session) => session !== base && stays(session) && uses(session));
  const isThere = (vehicle: Vehicle) => base?.driving.some((one) => one.vehicle === vehicle) === true;
  const rooms = problem.rooms.filter((room) => activity.rooms.includes(room.id) && (base ? base.room === room : !isTaken((session) => session.room === room)));
  const vehicles = activity.transport !== 'vehicle' ? [] : problem.vehicles.filter((vehicle) => !isThere(vehicle) && !isTaken(({ driving }) => driving.some((one) => one.vehicle === vehicle)));
  const spare = around.stretches.map((stretch, i) => onFloor(around, stretch.span, i, moved) - stretch.needed);
  const people = peopleFor(around, activity, skills, problem.vehicles).flatMap(({ person: one, busy }) => (busy.some(stays) || base?.people.includes(one.who) ? [] : [one]));
  let reliefs: Relief[] | undefined;
  return {
    standing, around, activity, span, base, moved, skills, spare, people,
    reliefs: () => (reliefs ??= reliefsIn(around, moved, people)),
    rooms: rooms.map((room) => offer(room, base || isInsideOne(span, room.available) ? [] : [{ kind: 'room', room: room.id, span }])),
    vehicles: vehicles.map((vehicle) => offer(vehicle, isInsideOne(span, vehicle.available) ? [] : [{ kind: 'vehicle', vehicle: vehicle.id, span }])),
    leastSpare: Math.min(...spare),
    memo: new Map(),
  };
}

/** Everyone the home has and does not have, for this activity. */
function peopleFor(around: Around, activity: Activity, skills: readonly string[], vehicles: readonly Vehicle[]): readonly { readonly person: Person; readonly busy: readonly Held[] }[] {
  const known = around.people.get(activity.id);
  if (known) return known;
  const people = [
    ...around.presences.map((one) => ({ person: personOf(one, around.span, activity, skills), busy: one.busy })),
    ...newPeople(vehicles, activity, skills, around.span).map((one) => ({ person: one, busy: [] })),
  ];
  around.people.set(activity.id, people);
  return people;
}

function offer<Who>(who: Who, missing: readonly Missing[]): Offer<Who> {
  return { who, missing, effort: effortOf(missing) };
}

function onFloor({ presences }: Around, stretch: Span, i: number, moved: ReadonlySet<number>): number {
  return presences.filter(({ onDuty, busy }) => onDuty[i] && !busy.some((session) => !moved.has(session.index) && overlaps(session.span, stretch))).length;
}

function personOf({ who, isOnShift, pauses, onDuty }: Presence, span: Span, activity: Activity, skills: readonly string[]): Person {
  const missing: Missing[] = [...(isOnShift ? [] : [{ kind: 'shift', staff: who.id, span } as const]), ...pauses.map((pause): Missing => ({ kind: 'break', staff: who.id, pause }))];
  return person(who, missing, onDuty, false, activity, skills);
}

function person(who: Staff, missing: readonly Missing[], missed: readonly boolean[], isNew: boolean, { transport }: Activity, skills: readonly string[]): Person {
  const licences = transport === 'vehicle' ? who.licences.join() : '';
  const gaps = missing.length === 0 ? '' : missed.map(Number).join('');
  const sortAlong = `${missing.map(({ kind }) => kind).join()}|${skills.filter((skill) => who.skills.includes(skill)).join()}|${gaps}`;
  return { ...offer(who, missing), isNew, drivesOnly: isNew && who.licences.length > 0, missed, sort: `${sortAlong}|${licences}`, sortAlong };
}

/** Staff the home does not have then: a pair of hands with each set of the skills, and a driver for each licence. */
function newPeople(vehicles: readonly Vehicle[], activity: Activity, skills: readonly string[], span: Span): Person[] {
  const sets = skills.reduce<string[][]>((all, skill) => [...all, ...all.map((set) => [...set, skill])], [[]]);
  const licences = activity.transport === 'vehicle' ? [...new Set(vehicles.map(({ licence }) => licence))] : [];
  const someone = (held: Partial<Staff>): Staff => ({ id: '', shifts: [span], breaks: [], skills: [], licences: [], ...held });
  return [
    ...sets.map((held) => person(someone({ skills: held }), [{ kind: 'helper', skills: held, span }], [], true, activity, skills)),
    ...licences.map((licence) => person(someone({ licences: [licence] }), [{ kind: 'driver', licence, span }], [], true, activity, skills)),
  ];
}

/** How people who are not on the floor then could be, and so let others go. */
function reliefsIn({ stretches, presences, span }: Around, moved: ReadonlySet<number>, people: readonly Person[]): Relief[] {
  const known = presences.flatMap(({ who, isOnShift, pauses, busy, onDuty }) => {
    const isHere = (stretch: Span) => !busy.some((session) => !moved.has(session.index) && overlaps(session.span, stretch));
    const relief = (missing: Missing, as: Staff): Relief => {
      const covers = stretches.map((stretch, i) => !onDuty[i] && isOnDuty(as, stretch.span) && isHere(stretch.span));
      return { ...offer(who, [missing]), isNew: false, covers, sort: `${missing.kind} ${covers.map(Number).join('')}` };
    };
    const backFromBreak = pauses.map((pause) => relief({ kind: 'break', staff: who.id, pause }, { ...who, breaks: who.breaks.filter((one) => one[0] !== pause[0] || one[1] !== pause[1]) }));
    const atWork = isOnShift ? [] : [relief({ kind: 'shift', staff: who.id, span }, { ...who, shifts: [span] })];
    return [...backFromBreak, ...atWork].filter(({ covers }) => covers.includes(true));
  });
  const strangers = people.filter(({ isNew, drivesOnly, who }) => isNew && !drivesOnly && who.skills.length === 0).map(({ who, missing, effort }): Relief => ({ who, missing, effort, isNew: true, covers: stretches.map(() => true), sort: '' }));
  return [...known, ...strangers].sort((a, b) => a.effort - b.effort);
}
