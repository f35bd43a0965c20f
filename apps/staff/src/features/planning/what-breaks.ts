/** What one change to a week would break, fast enough to be said while a session is being dragged. */
import { check } from '@promenade/planner/check';
import type { Names } from '@promenade/planner/names';
import { type Problem, type Session, type Span, lengthOf } from '@promenade/planner/problem';

const DAY = 1440;

/** A change as the judge sees it: one session instead of another; null for none. */
export type Change = { readonly before: Session | null; readonly after: Session | null };

/**
 * Sentences for every rule that holds now and would not after the change. The judge is `check` itself; it is shown only
 * what the change can touch: sessions on the same days, of the same activity, or with the same people, room or vehicles.
 */
export function whatBreaks(problem: Problem, sessions: readonly Session[], change: Change, names: Names): string[] {
  const near = nearTo(problem, sessions, change);
  const known = new Set(sentences(near.problem, near.sessions, names));
  const others = near.sessions.filter((session) => session !== change.before);
  return sentences(near.problem, change.after ? [...others, change.after] : others, names).filter((sentence) => !known.has(sentence));
}

/** Every broken rule once, as a sentence with a capital. */
export function sentences(problem: Problem, sessions: readonly Session[], names: Names): string[] {
  return [...new Set(check(problem, { instance: problem.id, sessions }, names).violations.map(({ message }) => `${message.slice(0, 1).toUpperCase()}${message.slice(1)}`))];
}

/** The part of a week that a change can touch. What is left out stands in neither judgement, so nothing is missed. */
function nearTo(problem: Problem, sessions: readonly Session[], { before, after }: Change): { readonly problem: Problem; readonly sessions: readonly Session[] } {
  const changed = [before, after].filter((session) => session !== null);
  const lengths = new Map(problem.activities.map((activity) => [activity.id, lengthOf(activity)]));
  const spanOf = ({ start, activity }: Session): Span => [start, start + (lengths.get(activity) ?? 0)];
  const days = changed.map(spanOf).map(([from, to]): Span => [Math.floor(from / DAY) * DAY, Math.ceil(Math.max(to, from + 1) / DAY) * DAY]);
  const isThen = ([from, to]: Span) => days.some((day) => from < day[1] && day[0] < to);
  const things = new Set(changed.flatMap(idsIn));
  const near = sessions.filter((session) => session === before || isThen(spanOf(session)) || idsIn(session).some((id) => things.has(id)));
  const people = new Set([...near, ...changed].flatMap(({ residents }) => residents));
  return {
    sessions: near,
    problem: {
      ...problem,
      promises: [], published: [],
      floorCover: problem.floorCover.filter(({ from, to }) => isThen([from, to])),
      staff: problem.staff.map((one) => ({ ...one, shifts: one.shifts.filter(isThen), breaks: one.breaks.filter(isThen) })),
      residents: problem.residents.filter(({ id }) => people.has(id)),
      routines: problem.routines.filter(({ resident }) => people.has(resident)),
    },
  };
}

function idsIn({ activity, room, vehicles, staff, residents }: Session): string[] {
  return [activity, ...(room === null ? [] : [room]), ...vehicles.flatMap(({ vehicle, driver }) => [vehicle, driver]), ...staff, ...residents];
}
