/** Can we? Before anything is promised: where a wish fits into the plan as it stands, or the least that would make it fit. */
import type { Answer, CanWeLimits, Placement, Wish } from './can-we/answer.ts';
import type { Names } from './names.ts';
import type { Plan, Problem } from './problem.ts';
import { standingOf } from './can-we/standing.ts';
import { countSpots, placementsFor, waysTo } from './can-we/ways.ts';
import { inWords } from './names.ts';

export type { Answer, CanWeLimits, Cost, Placement, Way, Wish } from './can-we/answer.ts';
export type { Missing } from './can-we/missing.ts';
export { sayMissing } from './can-we/missing.ts';
export { granted, grantedPlan } from './can-we/granting.ts';

/** Where the wish fits, best for everybody first; or what is missing, the easiest first. Every answer has been judged by `check`. */
export function canWe(problem: Problem, plan: Plan, wish: Wish, limits: CanWeLimits = {}): Answer {
  const { places = 3, pinned = [] } = limits;
  const standing = standingOf(problem, plan, pinned);
  const placements = placementsFor(standing, wish, places);
  if (placements.length > 0) return { possible: true, placements };
  return { possible: false, searched: countSpots(standing, wish), ways: waysTo(standing, wish, limits) };
}

/** 'Swimming on Thu 13:00 with Sal and Tom; Dan drives the bus' */
export function sayPlacement({ session, joins }: Pick<Placement, 'session' | 'joins'>, names: Names): string {
  const { activity, start, staff, vehicles, room } = session;
  const call = (kind: Parameters<Names['call']>[0]) => (id: string) => names.call(kind, id);
  const where = room === null ? '' : ` in ${names.call('room', room)}`;
  const company = staff.length > 0 ? ` with ${inWords(staff.map(call('staff')))}` : '';
  const wheels = vehicles.map(({ vehicle, driver }) => `; ${names.call('staff', driver)} drives ${names.call('vehicle', vehicle)}`).join('');
  return `${joins === null ? '' : 'Joining '}${names.call('activity', activity)} on ${names.when(start)}${where}${company}${wheels}`;
}
