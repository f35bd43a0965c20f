/** The problem and the plan as they are once what was missing is granted: that, and nothing more. */
import type { FloorCover, Plan, Problem, Resident, Span, Staff } from '../problem.ts';
import type { Missing } from './missing.ts';
import { isOnDuty } from '../rules/floor-cover.ts';
import { isInside, overlaps } from '../span.ts';

/** Whoever and whatever does not exist yet; ids nobody else has. */
export const SOMEONE = {
  driver: (n: number) => `+driver ${n}`,
  helper: (n: number) => `+helper ${n}`,
  taxi: (n: number) => `+taxi ${n}`,
  taxiDriver: (n: number) => `+taxi driver ${n}`,
} as const;

/** The problem as it is once all of this is granted. What is missing from the plan itself is for `grantedPlan`. */
export function granted(problem: Problem, missing: readonly Missing[]): Problem {
  const number = { driver: 0, helper: 0, taxi: 0 };
  return missing.reduce((now, one): Problem => {
    switch (one.kind) {
      case 'wanted':
        return withResident(now, one.resident, (who) => ({ value: { ...who.value, [one.activity]: 0 } }));
      case 'break':
        return withStaff(now, one.staff, (who) => ({ breaks: who.breaks.filter((pause) => !isSame(pause, one.pause)) }));
      case 'company':
        return withItem(now, 'activities', one.activity, ({ group }) => ({ group: { ...group, min: Math.max(1, group.min - one.people) } }));
      case 'driver':
        return withSomeone(now, SOMEONE.driver((number.driver += 1)), one.span, { licences: [one.licence] });
      case 'helper':
        return withSomeone(now, SOMEONE.helper((number.helper += 1)), one.span, { skills: one.skills });
      case 'taxi': {
        number.taxi += 1;
        const taxi = { id: SOMEONE.taxi(number.taxi), seats: one.seats, bays: one.bays, licence: 'B', available: [one.span] } as const;
        return withSomeone({ ...now, vehicles: [...now.vehicles, taxi] }, SOMEONE.taxiDriver(number.taxi), one.span, { licences: ['B'] });
      }
      case 'budget':
        return withResident(now, one.resident, ({ budget }) => ({ budget: budget === null ? null : budget + one.pence }));
      case 'shift':
        return withStaff(now, one.staff, ({ shifts }) => ({ shifts: [...shifts, one.span] }));
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
          ...withResident(now, one.resident, ({ unavailable }) => ({ unavailable: unavailable.filter((away) => !isSame(away, one.span)) })),
          routines: now.routines.map((routine) =>
            routine.resident === one.resident && routine.protected ? { ...routine, occurrences: routine.occurrences.filter((occurrence) => !isSame(occurrence, one.span)) } : routine,
          ),
        };
      case 'exchange':
      case 'time':
      case 'leave':
      case 'move':
        return now;
    }
  }, withFloorAsItIs(problem, missing));
}

/** The plan without what gives way, and with whatever is exchanged; where what gave way goes instead is for whoever asks. */
export function grantedPlan(plan: Plan, missing: readonly Missing[]): Plan {
  const moved = new Set(missing.flatMap((one) => (one.kind === 'move' ? [one.session] : [])));
  const leaves = missing.filter((one) => one.kind === 'leave');
  const sessions = plan.sessions.flatMap((session, i) => {
    if (moved.has(i)) return [];
    const exchanged = missing.find((one) => one.kind === 'exchange' && one.session === i);
    if (exchanged?.kind === 'exchange') return [exchanged.by];
    const leavers = leaves.filter((one) => one.session === i).map(({ resident }) => resident);
    return [leavers.length === 0 ? session : { ...session, residents: session.residents.filter((id) => !leavers.includes(id)) }];
  });
  return { ...plan, sessions };
}

/**
 * NOTE: where fewer are on duty than floor cover asks for, all of them must stay. Somebody who is brought in so that a
 * session can be is not to be held back by that, so floor cover is first written down as what it amounts to today.
 */
function withFloorAsItIs(problem: Problem, missing: readonly Missing[]): Problem {
  const spans = missing.flatMap((one): Span[] => {
    if (one.kind === 'break') return [one.pause];
    return one.kind === 'driver' || one.kind === 'helper' || one.kind === 'shift' || one.kind === 'taxi' || one.kind === 'floor' ? [one.span] : [];
  });
  if (spans.length === 0) return problem;
  return { ...problem, floorCover: problem.floorCover.flatMap((cover) => (spans.some((span) => overlaps(span, [cover.from, cover.to])) ? inForce(problem, cover) : [cover])) };
}

/** The pieces of a stretch of floor cover, each with what it comes to with the staff on duty then. */
function inForce({ staff }: Problem, { from, to, min }: FloorCover): FloorCover[] {
  const changes = staff.flatMap(({ shifts, breaks }) => [...shifts, ...breaks].flat()).filter((moment) => from < moment && moment < to);
  const moments = [...new Set([from, ...changes, to])].sort((a, b) => a - b);
  return moments.slice(0, -1).map((start, i) => {
    const end = moments[i + 1] ?? to;
    return { from: start, to: end, min: Math.min(min, staff.filter((person) => isOnDuty(person, [start, end])).length) };
  });
}

/** A stretch of floor cover in pieces, lower by `by` where it overlaps `span`. */
function lowered({ from, to, min }: FloorCover, by: number, span: Span): FloorCover[] {
  if (!overlaps([from, to], span)) return [{ from, to, min }];
  const pieces = [
    { from, to: Math.max(from, span[0]), min },
    { from: Math.max(from, span[0]), to: Math.min(to, span[1]), min: Math.max(0, min - by) },
    { from: Math.min(to, span[1]), to, min },
  ];
  return pieces.filter((piece) => isInside([piece.from, piece.to], [from, to]) && piece.from < piece.to);
}

function isSame(a: Span, b: Span): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function withSomeone(problem: Problem, id: string, span: Span, able: Partial<Staff>): Problem {
  return { ...problem, staff: [...problem.staff, { id, shifts: [span], breaks: [], skills: [], licences: [], ...able }] };
}

type Lists = Pick<Problem, 'rooms' | 'vehicles' | 'staff' | 'residents' | 'activities'>;

function withItem<Key extends keyof Lists>(problem: Problem, key: Key, id: string, change: (item: Lists[Key][number]) => Partial<Lists[Key][number]>): Problem {
  return { ...problem, [key]: problem[key].map((item) => (item.id === id ? { ...item, ...change(item) } : item)) };
}

function withStaff(problem: Problem, id: string, change: (who: Staff) => Partial<Staff>): Problem {
  return withItem(problem, 'staff', id, change);
}

function withResident(problem: Problem, id: string, change: (who: Resident) => Partial<Resident>): Problem {
  return withItem(problem, 'residents', id, change);
}
