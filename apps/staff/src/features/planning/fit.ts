/** Finds staff, room and vehicle for one session at one time, leaving every other session as it is. */
import { type Problem, type Session, lengthOf } from '@promenade/planner/problem';
import { solve } from '@promenade/planner/solve';

/** The one session to be found, beside those of the same activity that stay. */
const WANTED = 'wanted';

/** The session with a crew that is free, for as many of its residents as can come; null when there is no way. */
export function fitSession(problem: Problem, others: readonly Session[], session: Session): Session | null {
  const activity = problem.activities.find(({ id }) => id === session.activity);
  if (!activity || session.residents.length === 0) return null;
  const there: readonly [number, number] = [session.start + activity.travel, session.start + activity.travel + activity.duration];
  const held = (id: string) => others.filter((one) => one.activity === id).length;
  if (!activity.windows.some(([from, to]) => from <= there[0] && there[1] <= to) || held(activity.id) >= activity.maxSessions) return null;
  const narrowed: Problem = {
    ...problem,
    published: [],
    promises: [],
    activities: [...problem.activities.map((one) => ({ ...one, maxSessions: held(one.id) })), { ...activity, id: WANTED, windows: [there], maxSessions: 1 }],
    residents: problem.residents.map((one) => (session.residents.includes(one.id) && Object.hasOwn(one.value, activity.id) ? { ...one, value: { ...one.value, [WANTED]: 100 } } : one)),
    // Where it is somebody's routine, it may lie in the time that is kept for it.
    routines: problem.routines.map((one) => {
      const own = one.occurrences.filter(([from, to]) => from <= session.start && session.start + lengthOf(activity) <= to);
      return one.activity === activity.id && own.length > 0 ? { ...one, activity: WANTED, occurrences: own } : one;
    }),
  };
  try {
    const found = solve(narrowed, { seed: 1, now: () => 0, pinned: others, steps: 40 }).plan.sessions.find((one) => one.activity === WANTED);
    return found ? { ...found, activity: activity.id } : null;
  } catch {
    return null;
  }
}
