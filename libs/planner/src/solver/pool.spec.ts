import type { Found } from './search.ts';
import { anyProblem } from '../examples/any.ts';
import { check } from '../check.ts';
import { chanceFrom } from '../random.ts';
import { solve } from '../solve.ts';
import { adopt } from './adopt.ts';
import { planOf } from './plan-of.ts';
import { MOST, Pool, crossed } from './pool.ts';
import { tablesOf } from './tables.ts';
import { Week } from './week.ts';

/** Enough people and days that plans differ. */
const WEEK = { days: 6, residents: 10, staff: 8, activities: 10 };

const plan = (score: number): Found => ({ score, sessions: [] });

describe('a pool of plans', () => {
  it('takes what is new while there is room, and then only what is better than one it has', () => {
    const pool = new Pool();
    for (let score = 1; score <= MOST; score += 1) expect(pool.add(plan(score))).toBe(true);
    expect(pool.add(plan(3))).toBe(false);
    expect(pool.add(plan(0))).toBe(false);
    expect(pool.add(plan(100))).toBe(true);
    expect(pool.best?.score).toBe(100);
    expect(pool.add(plan(1))).toBe(false);
  });

  it('gives a plan the place of a parent that is worse, so that the others stay', () => {
    const pool = new Pool();
    const plans = Array.from({ length: MOST }, (_, i) => plan(10 * i));
    for (const one of plans) pool.add(one);
    const [father, mother] = [plans[2], plans[4]].map((one) => one ?? plan(Number.NaN));
    expect(pool.add(plan(35), [father, mother].flatMap((one) => one ?? []))).toBe(true);
    expect(pool.add(plan(20))).toBe(true);
    expect(pool.add(plan(0))).toBe(false);
  });

  it('pairs a plan with another, and one that is alone with itself', () => {
    const pool = new Pool();
    const chance = chanceFrom(1);
    pool.add(plan(5));
    expect(pool.pair(chance).map(({ score }) => score)).toEqual([5, 5]);
    pool.add(plan(6));
    for (let i = 0; i < 20; i += 1) expect(new Set(pool.pair(chance)).size).toBe(2);
  });
});

describe('what two plans make together', () => {
  it('is legal, has days of both, and holds what is pinned', () => {
    let fromBoth = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const problem = anyProblem(seed, WEEK);
      const pinned = solve(problem, { seed, now: () => 0, steps: 20 }).plan.sessions.slice(0, 1);
      const tables = tablesOf(problem);
      const week = new Week(tables);
      for (const session of pinned) expect(adopt(week, session, true)).toBe(true);
      const held = week.copy();
      const found = [seed + 1000, seed + 2000].map((other): Found => {
        week.become(held);
        for (const session of solve(problem, { seed: other, now: () => 0, steps: 30, pinned }).plan.sessions) adopt(week, session, false);
        return { sessions: week.copy(), score: week.score };
      });
      const [one, other] = found;
      if (!one || !other) throw new Error('two plans');
      crossed(week, [one, other], chanceFrom(seed));
      const made = planOf(tables, week.sessions);
      expect(check(problem, made)).toMatchObject({ legal: true, score: week.score });
      for (const { slot, residents } of held) expect(week.sessions.some((session) => session.pinned && session.slot === slot && session.residents.length === residents.length)).toBe(true);
      const isOf = (parent: Found) => week.sessions.some((session) => !session.pinned && parent.sessions.some((its) => its.slot === session.slot) && !(parent === one ? other : one).sessions.some((its) => its.slot === session.slot));
      fromBoth += Number(isOf(one) && isOf(other));
    }
    expect(fromBoth).toBeGreaterThan(20);
  });
});
