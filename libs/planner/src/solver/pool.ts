/** Several good plans of one week, and what two of them make together. */
import type { Chance } from '../random.ts';
import type { Found } from './search.ts';
import type { Taste } from './compose.ts';
import type { Slot } from './tables.ts';
import type { Week } from './week.ts';
import { fits } from './adopt.ts';
import { fillGaps } from './recreate.ts';
import { grantWish } from './ruin.ts';
import { anyOf } from '../random.ts';
import { at } from '../at.ts';

/** Plans kept at a time. */
export const MOST = 6;
/** The share of days that come from the second of two plans. */
const FROM_OTHER = 0.5;

/** Plans of different scores: two that score alike are taken for one. */
export class Pool {
  private readonly plans: Found[] = [];

  get best(): Found | undefined {
    return this.plans.reduce<Found | undefined>((best, one) => (best && best.score >= one.score ? best : one), undefined);
  }

  /** Keeps a plan if there is room, or in the place of one that is worse: one of `parents` if it can be, so that the others stay as different as they are. */
  add(plan: Found, parents: readonly Found[] = []): boolean {
    const { plans } = this;
    if (plans.some(({ score }) => score === plan.score)) return false;
    if (plans.length < MOST) {
      plans.push(plan);
      return true;
    }
    const worstOf = (some: readonly Found[]) => some.reduce((worst, one) => (one.score < worst.score ? one : worst));
    const worse = parents.filter((one) => one.score < plan.score && plans.includes(one));
    const goes = worse.length > 0 ? worstOf(worse) : worstOf(plans);
    if (goes.score >= plan.score) return false;
    plans[plans.indexOf(goes)] = plan;
    return true;
  }

  /** The better of any two, and any other; the same twice when there is no other. */
  pair(chance: Chance): readonly [Found, Found] {
    const [one, rival] = [anyOf(this.plans, chance), anyOf(this.plans, chance)];
    const first = one.score > rival.score ? one : rival;
    const others = this.plans.filter((plan) => plan !== first);
    return [first, others.length > 0 ? anyOf(others, chance) : first];
  }
}

/** Makes the week some days of one plan and the other days of another, as far as they go together, and grants a wish whatever it costs; what is pinned is in both. */
export function crossed(week: Week, [one, other]: readonly [Found, Found], chance: Chance): void {
  const fromOther = Array.from({ length: week.tables.problem.days }, () => chance.next() < FROM_OTHER);
  const apart: Slot[] = [];
  week.become(one.sessions.filter(({ pinned, slot }) => pinned || !at(fromOther, slot.day)));
  for (const session of other.sessions) {
    if (session.pinned || !at(fromOther, session.slot.day)) continue;
    if (fits(week, session)) week.open(session);
    else apart.push(session.slot);
  }
  const plain: Taste = { shadow: 0, noise: 0, chance };
  fillGaps(week, apart, plain);
  grantWish(week, plain);
}
