/** What a whole plan gains and loses by a way of granting one wish: in points, and promise by promise. */
import type { Way } from '../can-we/answer.ts';
import type { Facts } from '../facts.ts';
import type { Plan, Problem, PromiseWanted, Routine } from '../problem.ts';
import { factsOf } from '../facts.ts';
import { keptPromises } from '../score.ts';
import { isInside } from '../span.ts';

export type Effect = {
  readonly points: number;
  /** Promises kept that were not, and the other way round. */
  readonly kept: readonly PromiseWanted[];
  readonly broken: readonly PromiseWanted[];
  /** Routines missed more often than before. */
  readonly missed: readonly Routine[];
};

export function effectOf(problem: Problem, plan: Plan, { placement }: Pick<Way, 'placement'>): Effect {
  const people = new Set(differing(plan, placement.plan));
  const part: Problem = { ...problem, promises: problem.promises.filter(({ resident }) => people.has(resident)), routines: problem.routines.filter(({ resident }) => people.has(resident)) };
  const before = factsOf(part, plan);
  const after = factsOf(withSomeone(part, placement.plan), placement.plan);
  const [was, is] = [keptPromises(before), keptPromises(after)];
  return {
    points: placement.cost.score,
    kept: is.filter((promise) => !was.includes(promise)),
    broken: was.filter((promise) => !is.includes(promise)),
    missed: part.routines.filter((routine) => timesHonoured(after, routine) < timesHonoured(before, routine)),
  };
}

/** Residents of the sessions that are not the same in both. */
function differing(plan: Plan, next: Plan): string[] {
  const [before, after] = [new Set(plan.sessions), new Set(next.sessions)];
  return [...plan.sessions.filter((one) => !after.has(one)), ...next.sessions.filter((one) => !before.has(one))].flatMap(({ residents }) => residents);
}

/** With whoever is not there yet, so that their sessions count. */
function withSomeone(problem: Problem, plan: Plan): Problem {
  const staff = new Set(problem.staff.map(({ id }) => id));
  const vehicles = new Set(problem.vehicles.map(({ id }) => id));
  const driving = plan.sessions.flatMap((session) => session.vehicles);
  const newStaff = [...plan.sessions.flatMap((session) => session.staff), ...driving.map(({ driver }) => driver)].filter((id) => !staff.has(id));
  const newVehicles = driving.map(({ vehicle }) => vehicle).filter((id) => !vehicles.has(id));
  return {
    ...problem,
    staff: [...problem.staff, ...newStaff.map((id) => ({ id, shifts: [], breaks: [], skills: [], licences: [] }))],
    vehicles: [...problem.vehicles, ...newVehicles.map((id) => ({ id, seats: 0, bays: 0, licence: 'B', available: [] }) as const)],
  };
}

function timesHonoured(facts: Facts, { resident, activity, occurrences }: Routine): number {
  const who = facts.resident.get(resident);
  const own = (who && facts.attendedBy.get(who)) ?? [];
  return occurrences.filter((occurrence) => own.some((session) => session.activity.id === activity && isInside(session.span, occurrence))).length;
}
