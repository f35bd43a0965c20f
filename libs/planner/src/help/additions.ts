/** What a home might add, one thing at a time, and a week's problem as it would be with it. */
import type { Names } from '../names.ts';
import type { FloorCover, Licence, Plan, Problem, Span, Staff, Vehicle } from '../problem.ts';
import { addDays, weekdayOf } from '@promenade/domain/shared/time';
import { clock } from '../names.ts';
import { draftsOf, isSupported } from '../repair/board.ts';
import { DAY, isInsideOne } from '../span.ts';

export type Days = 'weekday' | 'weekend';
export type PartOfDay = 'mornings' | 'afternoons' | 'evenings' | 'days';

export type Addition =
  /** One of the staff learns something. */
  | { readonly kind: 'training'; readonly skill: string; readonly staff: string }
  | { readonly kind: 'licence'; readonly licence: Licence; readonly staff: string }
  /** A room that can be used from eight to nine. */
  | { readonly kind: 'room'; readonly room: string }
  | { readonly kind: 'staff'; readonly days: Days; readonly part: PartOfDay }
  | { readonly kind: 'driver'; readonly licence: Licence; readonly days: Days; readonly part: PartOfDay }
  /** One more session of an activity than there may be. */
  | { readonly kind: 'session'; readonly activity: string }
  /** A car that brings its own driver, who does not help otherwise. */
  | { readonly kind: 'taxi'; readonly seats: number; readonly bays: number }
  | { readonly kind: 'vehicle'; readonly seats: number; readonly bays: number; readonly licence: Licence }
  /** One fewer who must stay on the floor, between two minutes of every day. */
  | { readonly kind: 'floor'; readonly from: number; readonly to: number };

/** Roughly how hard each is to get: between two that do the same, the easier one is named first. */
const EASE: Readonly<Record<Addition['kind'], number>> = { room: 1, training: 2, licence: 3, session: 3, taxi: 4, staff: 5, driver: 6, vehicle: 7, floor: 8 };

const HOURS: Readonly<Record<PartOfDay, Span>> = { mornings: [480, 810], afternoons: [750, 1080], evenings: [1020, 1290], days: [540, 1020] };
const PARTS: readonly PartOfDay[] = ['mornings', 'afternoons', 'evenings', 'days'];
const OPEN: Span = [480, 1260];
const FLOOR_HOURS: readonly Span[] = [[540, 720], [720, 840], [840, 960], [960, 1080]];
const TAXI = 'a taxi';
const TAXI_DRIVER = 'the driver of the taxi';
const SOMEBODY = 'one more person';

/** Easier ones first; a longer shift is harder to fill than a shorter one. */
export function easeOf(addition: Addition): number {
  return EASE[addition.kind] + ('part' in addition && addition.part === 'days' ? 0.5 : 0);
}

/** Everything worth trying for these weeks, the easiest first. `wanted` are activities of promises that are not kept. */
export function additionsFor(problems: readonly Problem[], wanted: ReadonlySet<string>): Addition[] {
  const all = new Map<string, Addition>();
  const add = (...some: Addition[]) => {
    for (const one of some) all.set(JSON.stringify(one), one);
  };
  for (const problem of problems) {
    add(...learning(problem));
    const open = daysOf(problem).map((day): Span => [day * DAY + OPEN[0], day * DAY + OPEN[1]]);
    add(...problem.rooms.filter(({ available }) => !open.every((span) => isInsideOne(span, available))).map(({ id }): Addition => ({ kind: 'room', room: id })));
    add(...problem.activities.filter(({ id }) => wanted.has(id)).map(({ id }): Addition => ({ kind: 'session', activity: id })));
    if (problem.activities.some(({ transport }) => transport === 'vehicle')) add(...wheels(problem));
    if (problem.floorCover.length > 0) add(...FLOOR_HOURS.map(([from, to]): Addition => ({ kind: 'floor', from, to })));
  }
  const licences = [...new Set(problems.flatMap(({ vehicles }) => vehicles.map(({ licence }) => licence)))].sort();
  for (const days of ['weekday', 'weekend'] as const) {
    for (const part of PARTS) {
      add({ kind: 'staff', days, part });
      add(...licences.map((licence): Addition => ({ kind: 'driver', licence, days, part })));
    }
  }
  return [...all.values()].sort((a, b) => easeOf(a) - easeOf(b));
}

/** Each skill that activities take and each licence that vehicles take, for whoever works most and has not got it. */
function learning({ activities, vehicles, staff }: Problem): Addition[] {
  const hours = ({ shifts }: Staff) => shifts.reduce((sum, [from, to]) => sum + to - from, 0);
  const learner = (lacks: (person: Staff) => boolean) => staff.filter(lacks).sort((a, b) => hours(b) - hours(a) || (a.id < b.id ? -1 : 1))[0];
  const skills = [...new Set(activities.flatMap(({ skills: taken }) => Object.keys(taken)))].sort();
  const licences = [...new Set(vehicles.map(({ licence }) => licence))].sort();
  return [
    ...skills.flatMap((skill): Addition[] => {
      const person = learner((one) => !one.skills.includes(skill));
      return person ? [{ kind: 'training', skill, staff: person.id }] : [];
    }),
    ...licences.flatMap((licence): Addition[] => {
      const person = learner((one) => !one.licences.includes(licence));
      return person ? [{ kind: 'licence', licence, staff: person.id }] : [];
    }),
  ];
}

/** A taxi, and another vehicle like the one with most bays and the one with most seats. */
function wheels({ vehicles }: Problem): Addition[] {
  const most = (of: (vehicle: Vehicle) => number) => vehicles.toSorted((a, b) => of(b) - of(a))[0];
  const like = ({ seats, bays, licence }: Pick<Vehicle, 'seats' | 'bays' | 'licence'>): Addition => ({ kind: 'vehicle', seats, bays, licence });
  const roomiest = most(({ seats }) => seats);
  const accessible = most(({ bays }) => bays);
  return [
    { kind: 'taxi', seats: 3, bays: 1 },
    like(accessible && accessible.bays > 0 ? accessible : { seats: 3, bays: 1, licence: 'B' }),
    ...(roomiest && roomiest !== accessible ? [like(roomiest)] : []),
  ];
}

/** The week as it would be with the addition. */
export function withAddition(problem: Problem, addition: Addition): Problem {
  switch (addition.kind) {
    case 'training':
      return { ...problem, staff: problem.staff.map((one) => (one.id === addition.staff ? { ...one, skills: [...one.skills, addition.skill] } : one)) };
    case 'licence':
      return { ...problem, staff: problem.staff.map((one) => (one.id === addition.staff ? { ...one, licences: [...one.licences, addition.licence] } : one)) };
    case 'room':
      return { ...problem, rooms: problem.rooms.map((one) => (one.id === addition.room ? { ...one, available: [...one.available, ...eachDay(problem, OPEN)] } : one)) };
    case 'staff':
    case 'driver':
      return { ...problem, staff: [...problem.staff, { id: SOMEBODY, shifts: shiftsOf(problem, addition), breaks: [], skills: [], licences: addition.kind === 'driver' ? [addition.licence] : [] }] };
    case 'session':
      return { ...problem, activities: problem.activities.map((one) => (one.id === addition.activity ? { ...one, maxSessions: one.maxSessions + 1 } : one)) };
    case 'vehicle':
      return { ...problem, vehicles: [...problem.vehicles, { id: SOMEBODY, seats: addition.seats, bays: addition.bays, licence: addition.licence, available: [[0, problem.days * DAY]] }] };
    case 'taxi':
      return withTaxi(problem, addition);
    case 'floor':
      return { ...problem, floorCover: changedDuring(problem.floorCover, eachDay(problem, [addition.from, addition.to]), -1) };
  }
}

/** NOTE: a licence nobody else has keeps others from driving it; one more on the floor keeps its driver from standing in for anybody there. */
function withTaxi(problem: Problem, { seats, bays }: { seats: number; bays: number }): Problem {
  const licence = TAXI as Licence;
  const hours = eachDay(problem, OPEN);
  return {
    ...problem,
    vehicles: [...problem.vehicles, { id: TAXI, seats, bays, licence, available: hours }],
    staff: [...problem.staff, { id: TAXI_DRIVER, shifts: hours, breaks: [], skills: [], licences: [licence] }],
    floorCover: changedDuring(problem.floorCover, hours, 1),
  };
}

/** A plan made with the addition, without what counts on the driver of a taxi to do more than drive. */
export function honestly(problem: Problem, plan: Plan): Plan {
  const sessions = plan.sessions
    .map((session) => ({ ...session, staff: session.staff.filter((id) => id !== TAXI_DRIVER) }))
    .filter((session) => {
      const [draft] = draftsOf(problem, [session]);
      return draft && isSupported({ ...draft, driving: draft.driving.filter(({ driver }) => driver.id !== TAXI_DRIVER) });
    });
  return { ...plan, sessions };
}

function daysOf({ days }: Problem): number[] {
  return Array.from({ length: days }, (_, day) => day);
}

function eachDay(problem: Problem, [from, to]: Span): Span[] {
  return daysOf(problem).map((day) => [day * DAY + from, day * DAY + to]);
}

function shiftsOf(problem: Problem, { days, part }: { readonly days: Days; readonly part: PartOfDay }): Span[] {
  const isWeekend = (day: number) => weekdayOf(addDays(problem.startDate, day)) > 5;
  const [from, to] = HOURS[part];
  return daysOf(problem).filter((day) => isWeekend(day) === (days === 'weekend')).map((day) => [day * DAY + from, day * DAY + to]);
}

/** The floor cover with `by` more during `spans`, which do not overlap one another; never fewer than none. */
function changedDuring(covers: readonly FloorCover[], spans: readonly Span[], by: number): FloorCover[] {
  return covers.flatMap(({ from, to, min }) => {
    const cuts = [...new Set([from, to, ...spans.flat().filter((minute) => minute > from && minute < to)])].sort((a, b) => a - b);
    return cuts.slice(0, -1).map((start, i): FloorCover => {
      const end = cuts[i + 1] ?? to;
      return { from: start, to: end, min: isInsideOne([start, end], spans) ? Math.max(0, min + by) : min };
    });
  });
}

const SHIFT_WORDS: Readonly<Record<PartOfDay, string>> = { mornings: 'mornings', afternoons: 'afternoons', evenings: 'evenings', days: 'days from nine to five' };

/** 'One more person who may drive with a D1 licence, on weekday afternoons' */
export function sayAddition(addition: Addition, names: Names): string {
  const seats = ({ seats: all, bays }: { seats: number; bays: number }) => `${all} seats${bays > 0 ? ` and ${bays === 1 ? 'a place for a wheelchair' : `places for ${bays} wheelchairs`}` : ''}`;
  switch (addition.kind) {
    case 'training':
      return `Training in ${names.call('skill', addition.skill)} for ${names.call('staff', addition.staff)}`;
    case 'licence':
      return `A ${names.call('licence', addition.licence)} licence for ${names.call('staff', addition.staff)}`;
    case 'room':
      return `${names.call('room', addition.room)} to use from ${clock(OPEN[0])} to ${clock(OPEN[1])} every day`;
    case 'staff':
      return `One more person on ${addition.days} ${SHIFT_WORDS[addition.part]}`;
    case 'driver':
      return `One more person with a ${names.call('licence', addition.licence)} licence on ${addition.days} ${SHIFT_WORDS[addition.part]}`;
    case 'session':
      return `One more session of ${names.call('activity', addition.activity)}`;
    case 'taxi':
      return `A taxi with ${seats(addition)}`;
    case 'vehicle':
      return `One more vehicle with ${seats(addition)} (${names.call('licence', addition.licence)} licence)`;
    case 'floor':
      return `One fewer on the floor from ${clock(addition.from)} to ${clock(addition.to)}`;
  }
}
