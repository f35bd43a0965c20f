/** Where whatever gives way can go instead: the best other place for the same people, or for the one who leaves. */
import type { Plan, Problem, Session } from '../problem.ts';
import type { Missing } from './missing.ts';
import type { Standing } from './standing.ts';
import type { Spot } from './placing.ts';
import { lengthOf } from '../problem.ts';
import { overlaps } from '../span.ts';
import { partyOf } from './company.ts';
import { crewFor } from './crew.ts';
import { gainOf } from './judging.ts';
import { KINDS } from './missing.ts';
import { spotsFor } from './search.ts';
import { barring, slotAt } from './slot.ts';
import { areApart, hasRoomFor, standingOf, takenFor } from './standing.ts';

export const EVERYTHING = barring(KINDS);

/** The plan in which everything that gave way has its new place, and what gave way with where it went. */
export function placedAgain(problem: Problem, next: Plan, missing: readonly Missing[], pinned: (plan: Plan) => readonly number[]): { readonly plan: Plan; readonly missing: readonly Missing[] } {
  let plan = next;
  const told = missing.map((one): Missing => {
    if (one.kind !== 'move' && one.kind !== 'leave') return one;
    const people = one.kind === 'move' ? one.residents : [one.resident];
    const found = otherPlace(standingOf(problem, plan, pinned(plan)), one.activity, one.start, people);
    if (!found) return { ...one, instead: null };
    plan = found.plan;
    return { ...one, instead: found.session };
  });
  return { plan, missing: told };
}

/** The best place for these people together at another time, with nothing else changed: a session of their own or one to join. */
function otherPlace(standing: Standing, activityId: string, start: number, people: readonly string[]): { readonly session: Session; readonly plan: Plan } | null {
  const { problem, plan } = standing;
  const spots = spotsFor({ standing, within: [0, 0], bars: barring([]) }, [activityId]).filter((spot) => spot.start !== start);
  const found = spots.flatMap((spot) => {
    const session = groupAt(standing, spot, people);
    if (!session) return [];
    const { base } = spot;
    const sessions = base ? plan.sessions.map((one, i) => (i === base.index ? session : one)) : [...plan.sessions, session];
    const next = { ...plan, sessions };
    return [{ session, plan: next, gain: gainOf({ problem, plan, allowed: problem, next }), apart: Math.abs(spot.start - start) }];
  });
  return found.sort((a, b) => b.gain - a.gain || a.apart - b.apart)[0] ?? null;
}

/** The session there would be if just these people came to it, nothing missing; null when that cannot be. */
export function groupAt(standing: Standing, { activity, start, base }: Spot, people: readonly string[]): Session | null {
  const { facts, problem, pinned } = standing;
  const span = [start, start + lengthOf(activity)] as const;
  const coming = problem.residents.filter(({ id }) => people.includes(id));
  const all = [...(base?.residents ?? []), ...coming];
  if (all.length < activity.group.min || all.length > activity.group.max || (base && pinned.has(base.index))) return null;
  if (!base && facts.sessions.filter((session) => session.activity === activity).length >= activity.maxSessions) return null;
  const isFine = coming.every((who) => {
    const own = facts.attendedBy.get(who) ?? [];
    return (
      !base?.residents.includes(who) && !base?.people.some(({ id }) => who.declinedStaff.includes(id)) && !all.some((other) => areApart(who, other)) && !own.some((session) => overlaps(session.span, span)) &&
      takenFor(standing, who, activity, span).length === 0 && hasRoomFor(standing, who, activity, span, own)
    );
  });
  const crew = isFine ? crewFor(slotAt(standing, activity, start, base, new Set()), partyOf(activity, all), EVERYTHING, 1) : null;
  return crew && { activity: activity.id, start, room: crew.room, vehicles: crew.driving, staff: crew.staff, residents: all.map(({ id }) => id) };
}
