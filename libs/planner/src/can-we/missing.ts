/** What stands in the way of a wish: each thing with how hard it is to get, in words, and the problem as it is once granted. */
import type { Names } from '../names.ts';
import type { Licence, Plan, Problem, Span, Staff } from '../problem.ts';
import { count, inWords, pounds } from '../names.ts';
import { isInside, overlaps } from '../span.ts';

export type Missing =
  /** An activity that is not yet among what they like. */
  | { readonly kind: 'wanted'; readonly resident: string; readonly activity: string }
  /** A break that falls into it. */
  | { readonly kind: 'break'; readonly staff: string; readonly pause: Span }
  /** A time other than the one wished for. */
  | { readonly kind: 'time'; readonly span: Span }
  /** More people who want to come, for the group to be large enough. */
  | { readonly kind: 'company'; readonly activity: string; readonly people: number }
  | { readonly kind: 'driver'; readonly licence: Licence; readonly span: Span }
  /** One more member of staff, trained in all of `skills`. */
  | { readonly kind: 'helper'; readonly skills: readonly string[]; readonly span: Span }
  | { readonly kind: 'budget'; readonly resident: string; readonly pence: number }
  /** Somebody known who is not on shift then. */
  | { readonly kind: 'shift'; readonly staff: string; readonly span: Span }
  /** Transport that brings its own driver. */
  | { readonly kind: 'taxi'; readonly seats: number; readonly bays: number; readonly span: Span }
  | { readonly kind: 'vehicle'; readonly vehicle: string; readonly span: Span }
  | { readonly kind: 'room'; readonly room: string; readonly span: Span }
  /** Another session on a day that is full for them. */
  | { readonly kind: 'full day'; readonly resident: string; readonly span: Span }
  /** A session of the plan they would miss. */
  | { readonly kind: 'leave'; readonly resident: string; readonly session: number; readonly activity: string; readonly start: number }
  /** Fewer staff on the floor than floor cover asks for. */
  | { readonly kind: 'floor'; readonly by: number; readonly span: Span }
  /** One more session of an activity than there may be. */
  | { readonly kind: 'session'; readonly activity: string }
  /** A session of the plan that is in the way. */
  | { readonly kind: 'move'; readonly session: number; readonly activity: string; readonly start: number }
  /** Time of their own they would give up: a visit, an appointment, a routine. */
  | { readonly kind: 'free'; readonly resident: string; readonly span: Span };

/** How hard each is to get; the smallest change is the cheapest. */
const EFFORT: Readonly<Record<Missing['kind'], number>> = {
  wanted: 1,
  break: 2,
  time: 3,
  company: 4,
  driver: 4,
  helper: 4,
  budget: 4,
  shift: 5,
  taxi: 6,
  vehicle: 6,
  room: 6,
  'full day': 6,
  leave: 6,
  floor: 8,
  session: 8,
  move: 10,
  free: 12,
};

/** The effort of getting all of these. */
export function effortOf(missing: readonly Missing[]): number {
  return missing.reduce((sum, one) => sum + EFFORT[one.kind] * timesOf(one), 0);
}

function timesOf(missing: Missing): number {
  if (missing.kind === 'floor') return missing.by;
  return missing.kind === 'company' ? missing.people : 1;
}

/** What is asked for, whenever: two ways of the same sort are one way at two times. */
export function sortOf(missing: Missing): string {
  switch (missing.kind) {
    case 'break':
    case 'shift':
      return `${missing.kind} ${missing.staff}`;
    case 'driver':
      return `driver ${missing.licence}`;
    case 'helper':
      return `helper ${missing.skills.join(' ')}`;
    case 'vehicle':
      return `vehicle ${missing.vehicle}`;
    case 'room':
      return `room ${missing.room}`;
    case 'leave':
    case 'move':
      return `${missing.kind} ${missing.session}`;
    case 'wanted':
    case 'company':
    case 'session':
      return `${missing.kind} ${missing.activity}`;
    case 'time':
    case 'budget':
    case 'taxi':
    case 'full day':
    case 'floor':
    case 'free':
      return missing.kind;
  }
}

/** 'a driver with a D1 licence on Thursday between 13:00 and 16:00' */
export function sayMissing(missing: Missing, names: Names): string {
  const on = (span: Span) => `on ${names.during(span)}`;
  switch (missing.kind) {
    case 'wanted':
      return `${names.call('activity', missing.activity)} noted as something ${names.call('resident', missing.resident)} likes`;
    case 'break':
      return `another time for the break ${names.call('staff', missing.staff)} has ${on(missing.pause)}`;
    case 'time':
      return `another time: ${names.during(missing.span)}`;
    case 'company':
      return `${count(missing.people, 'more person', 'more people')} who would like ${names.call('activity', missing.activity)} then`;
    case 'driver':
      return `a driver with a ${names.call('licence', missing.licence)} licence ${on(missing.span)}`;
    case 'helper':
      return `one more member of staff${missing.skills.length > 0 ? ` trained in ${inWords(missing.skills.map((skill) => names.call('skill', skill)))}` : ''} ${on(missing.span)}`;
    case 'budget':
      return `${pounds(missing.pence)} more for ${names.call('resident', missing.resident)} to spend`;
    case 'shift':
      return `${names.call('staff', missing.staff)} at work ${on(missing.span)}`;
    case 'taxi':
      return `a taxi${missing.bays > 0 ? ' that takes a wheelchair' : ''} ${on(missing.span)}`;
    case 'vehicle':
      return `${names.call('vehicle', missing.vehicle)} to use ${on(missing.span)}`;
    case 'room':
      return `${names.call('room', missing.room)} to use ${on(missing.span)}`;
    case 'full day':
      return `one more session than usual for ${names.call('resident', missing.resident)} ${on(missing.span)}`;
    case 'leave':
      return `${names.call('resident', missing.resident)} giving up ${names.call('activity', missing.activity)} on ${names.when(missing.start)}`;
    case 'floor':
      return `floor cover lower by ${missing.by} ${on(missing.span)}`;
    case 'session':
      return `one more session of ${names.call('activity', missing.activity)} than there can be`;
    case 'move':
      return `${names.call('activity', missing.activity)} on ${names.when(missing.start)} moved to another time`;
    case 'free':
      return `${names.call('resident', missing.resident)} free ${on(missing.span)}`;
  }
}

/** Whoever and whatever does not exist yet; ids nobody else has. */
export const SOMEONE = { driver: (n: number) => `+driver ${n}`, helper: (n: number) => `+helper ${n}`, taxi: '+taxi', taxiDriver: '+taxi driver' } as const;

/** The problem as it is once all of this is granted. What is missing from the plan itself is for `grantedPlan`. */
export function granted(problem: Problem, missing: readonly Missing[]): Problem {
  let [drivers, helpers] = [0, 0];
  return missing.reduce((now, one): Problem => {
    switch (one.kind) {
      case 'wanted':
        return withResident(now, one.resident, (who) => ({ value: { ...who.value, [one.activity]: 0 } }));
      case 'break':
        return withStaff(now, one.staff, (who) => ({ breaks: who.breaks.filter((pause) => !isInside(pause, one.pause)) }));
      case 'company':
        return withItem(now, 'activities', one.activity, ({ group }) => ({ group: { ...group, min: Math.max(1, group.min - one.people) } }));
      case 'driver':
        return { ...now, staff: [...now.staff, someone(SOMEONE.driver((drivers += 1)), one.span, [], [one.licence])] };
      case 'helper':
        return { ...now, staff: [...now.staff, someone(SOMEONE.helper((helpers += 1)), one.span, one.skills, [])] };
      case 'budget':
        return withResident(now, one.resident, ({ budget }) => ({ budget: budget === null ? null : budget + one.pence }));
      case 'shift':
        return withStaff(now, one.staff, ({ shifts, breaks }) => ({ shifts: [...shifts, one.span], breaks: breaks.filter((pause) => !overlaps(pause, one.span)) }));
      case 'taxi':
        return {
          ...now,
          vehicles: [...now.vehicles, { id: SOMEONE.taxi, seats: one.seats, bays: one.bays, licence: 'B', available: [one.span] }],
          staff: [...now.staff, someone(SOMEONE.taxiDriver, one.span, [], ['B'])],
        };
      case 'vehicle':
        return withItem(now, 'vehicles', one.vehicle, ({ available }) => ({ available: [...available, one.span] }));
      case 'room':
        return withItem(now, 'rooms', one.room, ({ available }) => ({ available: [...available, one.span] }));
      case 'full day':
        return withResident(now, one.resident, ({ maxPerDay }) => ({ maxPerDay: maxPerDay + 1 }));
      case 'floor':
        return { ...now, floorCover: now.floorCover.flatMap((cover) => lowered(cover, one.by, one.span)) };
      case 'session':
        return withItem(now, 'activities', one.activity, ({ maxSessions }) => ({ maxSessions: maxSessions + 1 }));
      case 'free':
        return {
          ...withResident(now, one.resident, ({ unavailable }) => ({ unavailable: unavailable.filter((away) => !overlaps(away, one.span)) })),
          routines: now.routines.map((routine) =>
            routine.resident === one.resident ? { ...routine, occurrences: routine.occurrences.filter((occurrence) => !overlaps(occurrence, one.span)) } : routine,
          ),
        };
      case 'time':
      case 'leave':
      case 'move':
        return now;
    }
  }, problem);
}

/** The plan without what would have to give way. */
export function grantedPlan(plan: Plan, missing: readonly Missing[]): Plan {
  const moved = new Set(missing.flatMap((one) => (one.kind === 'move' ? [one.session] : [])));
  const left = new Map(missing.flatMap((one) => (one.kind === 'leave' ? [[one.session, one.resident] as const] : [])));
  const sessions = plan.sessions.flatMap((session, i) => {
    if (moved.has(i)) return [];
    const leaver = left.get(i);
    return [leaver === undefined ? session : { ...session, residents: session.residents.filter((id) => id !== leaver) }];
  });
  return { ...plan, sessions };
}

function someone(id: string, span: Span, skills: readonly string[], licences: readonly string[]): Staff {
  return { id, shifts: [span], breaks: [], skills, licences };
}

type Lists = Pick<Problem, 'rooms' | 'vehicles' | 'staff' | 'residents' | 'activities'>;

function withItem<Key extends keyof Lists>(problem: Problem, key: Key, id: string, change: (item: Lists[Key][number]) => Partial<Lists[Key][number]>): Problem {
  return { ...problem, [key]: problem[key].map((item) => (item.id === id ? { ...item, ...change(item) } : item)) };
}

function withStaff(problem: Problem, id: string, change: (who: Staff) => Partial<Staff>): Problem {
  return withItem(problem, 'staff', id, change);
}

function withResident(problem: Problem, id: string, change: (who: Problem['residents'][number]) => Partial<Problem['residents'][number]>): Problem {
  return withItem(problem, 'residents', id, change);
}

/** A stretch of floor cover in pieces, lower by `by` where it overlaps `span`. */
function lowered({ from, to, min }: Problem['floorCover'][number], by: number, span: Span): Problem['floorCover'] {
  if (!overlaps([from, to], span)) return [{ from, to, min }];
  const pieces = [
    { from, to: Math.max(from, span[0]), min },
    { from: Math.max(from, span[0]), to: Math.min(to, span[1]), min: Math.max(0, min - by) },
    { from: Math.min(to, span[1]), to, min },
  ];
  return pieces.filter((piece) => piece.from < piece.to);
}
