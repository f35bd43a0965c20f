/** Takes nothing on trust: what is offered breaks no rule that was not broken before, and what it does to the score. */
import type { Violation } from '../check.ts';
import type { Plan, Problem, Session, Span } from '../problem.ts';
import { check } from '../check.ts';
import { factsOf } from '../facts.ts';
import { lengthOf } from '../problem.ts';
import { scoreOf, scoreParts } from '../score.ts';
import { minutesShared, overlaps } from '../span.ts';

/** A plan for a problem, and another for what the problem becomes. */
export type Change = { readonly problem: Problem; readonly plan: Plan; readonly allowed: Problem; readonly next: Plan };

/** Whether the change breaks a rule that was not broken before. Looks where the plans differ, at all that has to do with it. */
export function isTrouble({ problem, plan, allowed, next }: Change): boolean {
  const { added, gone } = differenceOf(plan, next);
  const spans = [...added, ...gone].map((session) => spanOf(allowed, session));
  const view = viewOf([...added, ...gone], spans, allowed);
  const before = check(nearby(problem, spans), view(plan));
  const after = check(nearby(allowed, spans), view(next));
  const keyOf = ({ rule, ids, message }: Violation) => JSON.stringify([rule, ids, message]);
  const known = new Set(before.violations.map(keyOf));
  const isFloor = ({ rule }: Violation) => rule === 6;
  return after.violations.some((one) => !isFloor(one) && !known.has(keyOf(one))) || owed(after.violations.filter(isFloor)) > owed(before.violations.filter(isFloor));
}

/** Minutes of people missing on the floor. */
function owed(violations: readonly Violation[]): number {
  return violations.reduce((sum, { amount, span }) => sum + amount * (span ? span[1] - span[0] : 0), 0);
}

/** Points gained or lost by a change, in all. */
export function gainOf({ problem, plan, allowed, next }: Change): number {
  const { added, gone } = differenceOf(plan, next);
  const people = new Set([...added, ...gone].flatMap(({ residents }) => residents));
  return scoreFor(allowed, next, people, added) - scoreFor(problem, plan, people, gone);
}

/** The score as far as these people and sessions have to do with it. */
function scoreFor(problem: Problem, plan: Plan, people: ReadonlySet<string>, own: readonly Session[]): number {
  const only = (session: Session): Session => ({ ...session, residents: session.residents.filter((id) => people.has(id)) });
  const isTheirs = ({ resident }: { readonly resident: string }) => people.has(resident);
  const part: Problem = {
    ...problem,
    residents: problem.residents.filter(({ id }) => people.has(id)),
    promises: problem.promises.filter(isTheirs),
    routines: problem.routines.filter(isTheirs),
    published: problem.published.map(only).filter(({ residents }) => residents.length > 0),
  };
  const mine = new Set(own);
  const sessions = plan.sessions.filter((session) => mine.has(session) || session.residents.some((id) => people.has(id)));
  const parts = scoreParts(factsOf(part, { ...plan, sessions: sessions.map(only) }));
  return scoreOf(parts);
}

export function differenceOf(plan: Plan, next: Plan): { readonly added: Session[]; readonly gone: Session[] } {
  const [before, after] = [new Set(plan.sessions), new Set(next.sessions)];
  return { added: next.sessions.filter((session) => !before.has(session)), gone: plan.sessions.filter((session) => !after.has(session)) };
}

function spanOf({ activities }: Problem, { activity, start }: Session): Span {
  const known = activities.find(({ id }) => id === activity);
  return [start, start + (known ? lengthOf(known) : 0)];
}

/** The sessions of a plan that rules could set against the ones that changed: at the same time, of the same activity or with the same people. */
function viewOf(changed: readonly Session[], spans: readonly Span[], problem: Problem): (plan: Plan) => Plan {
  const activities = new Set(changed.map(({ activity }) => activity));
  const people = new Set(changed.flatMap(({ residents }) => residents));
  const isNear = (session: Session) => activities.has(session.activity) || session.residents.some((id) => people.has(id)) || spans.some((span) => overlaps(span, spanOf(problem, session)));
  return (plan) => ({ ...plan, sessions: plan.sessions.filter(isNear) });
}

/** The problem as far as staff and floor cover at these times go; people, rooms and vehicles whole. */
function nearby(problem: Problem, spans: readonly Span[]): Problem {
  const isNear = (one: Span) => spans.some((span) => overlaps(span, one));
  return {
    ...problem,
    staff: problem.staff.map((who) => ({ ...who, shifts: who.shifts.filter(isNear), breaks: who.breaks.filter(isNear) })),
    floorCover: problem.floorCover.flatMap((cover) =>
      spans.filter((span) => minutesShared(span, [cover.from, cover.to]) > 0).map(([from, to]) => ({ from: Math.max(from, cover.from), to: Math.min(to, cover.to), min: cover.min }))),
  };
}
