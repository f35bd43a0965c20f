import type { Parts } from './score.ts';
import type { Plan, Problem } from './problem.ts';
import type { Progress } from './solve.ts';
import { check } from './check.ts';
import { SMALL, anyProblem } from './examples/any.ts';
import { mapleHouse, planned, singing, swimming, walk } from './examples/maple-house.ts';
import { smallProblem } from './examples/small.ts';
import { legalPlansOf } from './examples/verdicts.ts';
import { chanceFrom } from './random.ts';
import { ImpossiblePins, solve } from './solve.ts';

const still = () => 0;

/** A home of forty and its week: enough that a step takes as long as it ever does. */
const LARGE = { days: 7, residents: 40, staff: 24, activities: 16 };

describe('a plan for a week', () => {
  it('is legal and scores what the search believed, for a hundred problems that do not care for the grid', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const problem = anyProblem(seed, SMALL);
      const { plan, score, parts } = solve(problem, { seed, now: still, steps: 60 });
      expect(check(problem, plan)).toEqual({ legal: true, violations: [], score, parts });
    }
  });

  it('keeps Steven’s promise: two people, a bay, a driver', () => {
    const { plan, parts } = solve(mapleHouse(), { seed: 1, now: still, steps: 400 });
    expect(parts.promises).toBe(2000);
    expect(plan.sessions.find(({ activity, residents }) => activity === 'swimming' && residents.includes('steven'))?.staff.length).toBeGreaterThanOrEqual(2);
  });

  it('comes out the same for the same seed and steps, whatever the clock says and whoever listens', () => {
    for (const problem of [anyProblem(7, SMALL), smallProblem(31), mapleHouse()]) {
      let clock = 0;
      const one = solve(problem, { seed: 5, now: still, steps: 200 });
      expect(solve(problem, { seed: 5, now: still, steps: 200 })).toEqual(one);
      const hurried = solve(structuredClone(problem), { seed: 5, now: () => (clock += 977), steps: 200, until: Number.POSITIVE_INFINITY, onProgress: () => (clock += 1), shouldStop: () => false });
      expect(hurried).toEqual(one);
    }
  });

  it('leaves the problem, the warm plan and the pins as they were', () => {
    const problem = smallProblem(31);
    const { plan } = solve(problem, { seed: 1, now: still, steps: 50 });
    const before = JSON.stringify([problem, plan]);
    solve(problem, { seed: 2, now: still, steps: 50, warm: plan, pinned: plan.sessions.slice(0, 1) });
    expect(JSON.stringify([problem, plan])).toBe(before);
  });

  it('is whole at once: without time to look there is a plan already', () => {
    for (const limits of [{}, { until: 0 }, { steps: 0 }, { until: 0, steps: 5 }, { until: 1000, steps: 0 }]) {
      const { plan, steps } = solve(mapleHouse(), { seed: 1, now: still, ...limits });
      expect(steps).toBe(0);
      expect(plan.sessions.length).toBeGreaterThan(0);
    }
  });

  it('stops when it is told to, and when its time is over', () => {
    let asked = 0;
    expect(solve(mapleHouse(), { seed: 1, now: still, until: 1000, shouldStop: () => (asked += 1) > 5 }).steps).toBe(5);
    let clock = 0;
    expect(solve(mapleHouse(), { seed: 1, now: () => (clock += 1), until: 50 }).steps).toBeLessThan(50);
  });

  it('asks whether to stop so often that a person never waits, in a home of forty too', () => {
    const waits: number[] = [];
    const spent = () => process.cpuUsage().user / 1000;
    let since: number | undefined;
    solve(anyProblem(3, LARGE), {
      seed: 1,
      now: still,
      steps: 300,
      shouldStop: () => {
        if (since !== undefined) waits.push(spent() - since);
        since = spent();
        return false;
      },
    });
    const ordered = waits.sort((a, b) => a - b);
    expect(ordered.length).toBeGreaterThan(250);
    // Milliseconds of the processor: a test is several times as slow as the planner on its own.
    expect(ordered[Math.floor(0.95 * ordered.length)]).toBeLessThan(60);
  });

  it('is by the clock on the wall: the weeks in which the clocks change are planned like any other', () => {
    for (const seed of [11, 12, 13]) {
      const problem = smallProblem(seed);
      const on = (startDate: string) => solve({ ...problem, startDate, days: problem.days }, { seed, now: still, steps: 100 }).plan.sessions;
      expect(on('2025-03-29')).toEqual(on('2025-06-07'));
      expect(on('2025-10-25')).toEqual(on('2025-06-07'));
    }
    const [sunday] = check(mapleHouse({ startDate: '2025-03-29' }), planned(walk({ start: 1440 + 665, residents: ['percy'] }))).violations;
    expect(sunday?.message).toContain('Sun 11:05');
  });
});

describe('while it looks', () => {
  const sum = (parts: Parts) => Object.values(parts).reduce((all, part) => all + part, 0);

  it('tells of plans that only get better, each legal, with parts that add up, and of who has nothing yet', () => {
    let told = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const problem = seed === 1 ? mapleHouse() : anyProblem(seed, SMALL);
      const heard: Progress[] = [];
      let clock = 0;
      const { score, parts } = solve(problem, { seed, now: () => (clock += 100), steps: 150, onProgress: (progress) => heard.push(progress) });
      expect(heard.at(-1)).toMatchObject({ score, parts });
      const rising = (numbers: number[]) => expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      rising(heard.map((one) => one.score));
      rising(heard.map((one) => one.steps));
      rising(heard.map((one) => one.elapsed));
      for (const one of heard) {
        expect(check(problem, one.plan)).toMatchObject({ legal: true, score: one.score, parts: one.parts });
        expect(sum(one.parts)).toBe(one.score);
        const someone = new Set(one.plan.sessions.flatMap(({ residents }) => residents));
        expect(one.nothing).toEqual(problem.residents.map(({ id }) => id).filter((id) => !someone.has(id)));
        const keeping = (id: string) => problem.promises.find((promise) => promise.id === id)?.weight ?? 0;
        const worth = { promise: 1000, ...problem.weights }.promise;
        expect(one.kept.reduce((all, id) => all + worth * keeping(id), 0)).toBe(one.parts.promises);
      }
      told += heard.length;
    }
    expect(told).toBeGreaterThan(24);
  });

  it('names somebody who can have nothing from the first plan to the last', () => {
    const heard: Progress[] = [];
    const problem = mapleHouse({ residents: mapleHouse().residents.map((who) => (who.id === 'percy' ? { ...who, value: {} } : who)) });
    solve(problem, { seed: 3, now: still, steps: 100, onProgress: (progress) => heard.push(progress) });
    expect(heard.length).toBeGreaterThan(0);
    for (const { nothing } of heard) expect(nothing).toContain('percy');
  });

  it('says which promises are kept', () => {
    let kept: readonly string[] = [];
    solve(mapleHouse(), { seed: 1, now: still, steps: 400, onProgress: (progress) => (kept = progress.kept) });
    expect(kept).toEqual(['swim']);
  });
});

describe('what was there before', () => {
  it('is held when pinned, exactly, and the rest is planned round it', () => {
    const pinned = [walk({ start: 750, residents: ['percy'], staff: ['cho'] }), singing({ start: 600, residents: ['steven', 'ruby'] })];
    const { plan } = solve(mapleHouse(), { seed: 2, now: still, steps: 300, pinned });
    for (const session of pinned) expect(plan.sessions).toContainEqual({ ...session, residents: [...session.residents].sort() });
    expect(plan.sessions.length).toBeGreaterThan(2);
  });

  it('cannot be held when pinned against the rules, and says why', () => {
    const pinned = [singing(), swimming({ staff: ['ada', 'cho'], start: 555 })];
    expect(() => solve(mapleHouse(), { seed: 1, now: still, steps: 10, pinned })).toThrow(ImpossiblePins);
    expect(() => solve(mapleHouse(), { seed: 1, now: still, steps: 10, pinned })).toThrow('cho is in singing on Mon 09:00 and in swimming on Mon 09:15 at the same time.');
  });

  /** Legal plans of small problems, made without the planner, most of them poor ones. */
  function* legalPlans(): Generator<{ problem: Problem; plan: Plan; seed: number }> {
    for (let seed = 1; seed <= 150; seed += 1) {
      const problem = smallProblem(seed);
      const plan = legalPlansOf(problem, chanceFrom(seed))?.();
      if (plan && plan.sessions.length > 0) yield { problem, plan, seed };
    }
  }

  it('is never made worse when warm, with time to look or without', () => {
    let warm = 0;
    for (const { problem, plan, seed } of legalPlans()) {
      const before = check(problem, plan).score ?? Number.NaN;
      expect(solve(problem, { seed, now: still, warm: plan }).score).toBeGreaterThanOrEqual(before);
      const after = solve(problem, { seed, now: still, warm: plan, steps: 40 });
      expect(after.score).toBeGreaterThanOrEqual(before);
      expect(solve(problem, { seed: seed + 1, now: still, warm: after.plan, steps: 40 }).score).toBeGreaterThanOrEqual(after.score);
      warm += 1;
    }
    expect(warm).toBeGreaterThan(80);
  });

  it('is kept to the letter when pinned, however poor, and nothing is pinned that cannot be', () => {
    let refused = 0;
    for (const { problem, plan, seed } of legalPlans()) {
      const held = solve(problem, { seed, now: still, pinned: plan.sessions, steps: 40 }).plan.sessions;
      for (const session of plan.sessions) expect(held).toContainEqual({ ...session, staff: [...session.staff].sort(), residents: [...session.residents].sort() });
      const twice = [...plan.sessions, ...plan.sessions.slice(0, 1)];
      if (check(problem, { ...plan, sessions: twice }).legal) continue;
      expect(() => solve(problem, { seed, now: still, pinned: twice })).toThrow(ImpossiblePins);
      refused += 1;
    }
    expect(refused).toBeGreaterThan(80);
  });

  it('that names people who are gone is left out when warm, and refused when pinned', () => {
    const gone = [walk({ staff: ['zoe'] }), walk({ residents: ['zoe'] }), swimming({ vehicles: [{ vehicle: 'cart', driver: 'ben' }] }), singing({ room: 'attic' }), { ...walk(), activity: 'chess' }];
    expect(solve(mapleHouse(), { seed: 1, now: still, steps: 20, warm: planned(...gone) }).plan.sessions.length).toBeGreaterThan(0);
    for (const session of gone) expect(() => solve(mapleHouse(), { seed: 1, now: still, pinned: [session] })).toThrow(ImpossiblePins);
    expect(() => solve(mapleHouse(), { seed: 1, now: still, pinned: [walk({ staff: ['zoe'] })] })).toThrow('names the staff "zoe"');
  });

  it('is where it begins when warm, even where some of it is not possible any more', () => {
    const problem = mapleHouse();
    const best = solve(problem, { seed: 1, now: still, steps: 500 });
    expect(solve(problem, { seed: 9, now: still, warm: best.plan }).score).toBeGreaterThanOrEqual(best.score);
    const ill = { ...problem, staff: problem.staff.map((who) => (who.id === 'ada' ? { ...who, shifts: [] } : who)) };
    expect(check(ill, solve(ill, { seed: 9, now: still, warm: planned(swimming(), singing()) }).plan).legal).toBe(true);
  });

  it('changes little when people have been told', () => {
    const told = solve(mapleHouse(), { seed: 1, now: still, steps: 300 }).plan.sessions;
    const { parts } = solve(mapleHouse({ published: told }), { seed: 4, now: still, steps: 300 });
    expect(parts.changes).toBe(0);
  });
});
