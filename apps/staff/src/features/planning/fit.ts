/** Finds staff, room and vehicle for one session at one time, leaving every other session as it is. */
import { type Problem, type Session, lengthOf } from '@promenade/planner/problem';
import { solve } from '@promenade/planner/solve';

/** The session with a crew that is free, for as many of its residents as can come; null when there is no way. */
export function fitSession(problem: Problem, others: readonly Session[], session: Session): Session | null {
  const activity = problem.activities.find(({ id }) => id === session.activity);
  if (!activity || session.residents.length === 0) return null;
  const there: readonly [number, number] = [session.start + activity.travel, session.start + activity.travel + activity.duration];
  if (!activity.windows.some(([from, to]) => from <= there[0] && there[1] <= to)) return null;
  const held = (id: string) => others.filter((one) => one.activity === id).length;
  const kept = others.filter((one) => one.activity === activity.id).map(({ start }): readonly [number, number] => [start + activity.travel, start + lengthOf(activity) - activity.travel]);
  const narrowed: Problem = {
    ...problem,
    published: [],
    promises: [],
    activities: problem.activities.map((one) => (one.id === activity.id ? { ...one, windows: [there, ...kept], maxSessions: Math.min(one.maxSessions, held(one.id) + 1) } : { ...one, maxSessions: held(one.id) })),
    // Only those who were to go are drawn to it, and strongly.
    residents: problem.residents.map((one) => {
      const isToGo = session.residents.includes(one.id);
      const isElsewhere = others.some((other) => other.activity === activity.id && other.residents.includes(one.id));
      const { [activity.id]: worth, ...value } = one.value;
      return { ...one, value: isToGo ? { ...value, [activity.id]: 100 } : isElsewhere ? { ...value, [activity.id]: worth ?? 0 } : value };
    }),
  };
  try {
    const { plan } = solve(narrowed, { seed: 1, now: () => 0, pinned: others, steps: 60 });
    return plan.sessions.find((one) => one.activity === activity.id && one.start === session.start && !others.some((other) => isAlike(other, one)) && one.residents.some((id) => session.residents.includes(id))) ?? null;
  } catch {
    return null;
  }
}

function isAlike(a: Session, b: Session): boolean {
  return a.activity === b.activity && a.start === b.start && a.room === b.room && a.residents.every((id) => b.residents.includes(id));
}
