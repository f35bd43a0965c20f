/** How a search goes from its first plan to its last: beginning, meeting its partner, putting together what is good in two plans. */
import type { Plan } from '../problem.ts';
import type { Chance } from '../random.ts';
import type { Budget } from './budget.ts';
import type { Cooling } from './cooling.ts';
import type { Course } from './course.ts';
import type { Makings } from './placed.ts';
import type { Pool } from './pool.ts';
import type { Found, Search } from './search.ts';
import type { Week } from './week.ts';
import { makingsOf } from './adopt.ts';
import { heatAt } from './cooling.ts';
import { planOf } from './plan-of.ts';
import { crossed } from './pool.ts';

/** Shows the partner what this search has found since they last met; what the partner has found. Both meet equally often. */
export type Partner = (mine: readonly Standpoint[]) => readonly Standpoint[];

export type Standpoint = { readonly score: number; readonly plan: Plan };

export type Company = {
  readonly search: Search;
  readonly pool: Pool;
  readonly budget: Budget;
  readonly chance: Chance;
  readonly partner: Partner | undefined;
  readonly afterStep: () => void;
};

/** Spends the budget as the course says. What was found is in the pool, or the search's best. */
export function travel(course: Course, { search, pool, budget, chance, partner, afterStep }: Company): void {
  const { week } = search;
  const beginning = search.best.sessions;
  let news: Found[] = [];
  let idle = 0;

  /** Cools until this share of the budget is spent, in so many parts; between two of them there is a meeting. */
  const cool = (how: Cooling, until: number, parts: number, meet: () => void) => {
    const since = budget.spent();
    let part = 0;
    while (!budget.isOver()) {
      const spent = budget.spent();
      if (spent >= until) return;
      const done = (spent - since) / (until - since);
      if (Math.floor(done * parts) > part) {
        part += 1;
        meet();
      }
      const { heat, isPolishing } = heatAt(how, done);
      search.step(heat, isPolishing);
      afterStep();
    }
  };
  /** Goes on from where the partner stands, if that is better. */
  const follow = () => {
    const [theirs] = partner?.([standpoint(week, { score: week.score, sessions: week.sessions })]) ?? [];
    if (theirs && theirs.score > week.score) search.goOnFrom(takenOver(week, theirs.plan));
  };
  /** What the partner has found joins the pool, what was found here joins theirs. */
  const share = () => {
    const theirs = partner?.(news.map((found) => standpoint(week, found))) ?? [];
    news = [];
    for (const { score, plan } of theirs) pool.add({ score, sessions: takenOver(week, plan) });
  };
  const keep = (parents: readonly Found[]) => {
    const isNew = pool.add(search.best, parents);
    if (isNew) news.push(search.best);
    idle = isNew ? 0 : idle + 1;
  };
  const begin = (until: number, parts: number, meet: () => void) => {
    search.beginAgain(() => week.become(beginning));
    cool(course.first, until, parts, meet);
    keep([]);
  };

  const each = course.begun / course.beginnings;
  for (let i = 1; i <= course.beginnings && !budget.hasEnded; i += 1) begin(each * i, course.meetings, follow);
  while (!budget.hasEnded) {
    share();
    if (idle >= course.patience) {
      begin(budget.spent() + each, Math.round(each / course.settling), share);
      idle = 0;
      continue;
    }
    const parents = pool.pair(chance);
    search.beginAgain(() => crossed(week, parents, chance));
    cool(course.then, budget.spent() + course.settling, 1, share);
    keep(parents);
  }
}

function standpoint({ tables }: Week, { score, sessions }: Found): Standpoint {
  return { score, plan: planOf(tables, sessions) };
}

/** The sessions of a partner's plan, those that are pinned here too as they are. */
function takenOver(week: Week, { sessions }: Plan): Makings[] {
  const pinned = week.sessions.filter((session) => session.pinned);
  const isPinned = (makings: Makings) => pinned.some(({ slot, residents }) => slot === makings.slot && residents.every((resident) => makings.residents.includes(resident)));
  return sessions.flatMap((session) => makingsOf(week, session, false) ?? []).map((makings) => (isPinned(makings) ? { ...makings, pinned: true } : makings));
}
