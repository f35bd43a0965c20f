import type { Plan, Problem, Session } from './problem.ts';
import type { Progress } from './solve.ts';
import { check } from './check.ts';
import { SMALL, TINY, anyProblem } from './examples/any.ts';
import { mapleHouse, planned, singing, swimming, walk } from './examples/maple-house.ts';
import { lengthOf } from './problem.ts';
import { ImpossiblePins, solve } from './solve.ts';
import { DAY } from './span.ts';

const still = () => 0;

/** Every set of some items, the empty one too. */
function setsOf<Item>(items: readonly Item[]): Item[][] {
  return items.reduce<Item[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}

/** Every session that is legal by itself. */
function everySession(problem: Problem): Session[] {
  return problem.activities.flatMap((activity) => {
    const starts = Array.from({ length: (problem.days * DAY - lengthOf(activity)) / 15 + 1 }, (_, i) => 15 * i).filter((start) =>
      activity.windows.some(([from, to]) => from <= start + activity.travel && start + activity.travel + activity.duration <= to),
    );
    const vehicles = [[], ...problem.vehicles.flatMap(({ id }) => problem.staff.map((driver) => [{ vehicle: id, driver: driver.id }]))];
    return starts.flatMap((start) =>
      [null, ...problem.rooms.map(({ id }) => id)].flatMap((room) =>
        vehicles.flatMap((driving) =>
          setsOf(problem.staff.map(({ id }) => id)).flatMap((staff) =>
            setsOf(problem.residents.map(({ id }) => id))
              .map((residents): Session => ({ activity: activity.id, start, room, vehicles: driving, staff, residents }))
              .filter((session) => check(problem, { instance: problem.id, sessions: [session] }).legal),
          ),
        ),
      ),
    );
  });
}

/** The best score there is, by looking at every plan: adding to an illegal plan never makes it legal. */
function bestOfAll(problem: Problem): number {
  const all = everySession(problem);
  const search = (plan: Plan, from: number): number => {
    const { score } = check(problem, plan);
    if (score === null) return Number.NEGATIVE_INFINITY;
    return all.slice(from).reduce((best, session, i) => Math.max(best, search({ ...plan, sessions: [...plan.sessions, session] }, from + i + 1)), score);
  };
  return search({ instance: problem.id, sessions: [] }, 0);
}

describe('a plan for a week', () => {
  it('is legal and scores what the search believed, for hundreds of small problems', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const problem = anyProblem(seed, SMALL);
      const { plan, score, parts } = solve(problem, { seed, now: still, steps: 60 });
      expect(check(problem, plan)).toEqual({ legal: true, violations: [], score, parts });
    }
  });

  it('is the best there is, for tiny problems of which every plan can be looked at', () => {
    let sessions = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const problem = anyProblem(seed, TINY);
      const { plan, score } = solve(problem, { seed, now: still, steps: 1500 });
      expect({ seed, score }).toEqual({ seed, score: bestOfAll(problem) });
      sessions += plan.sessions.length;
    }
    expect(sessions).toBeGreaterThan(20);
  });

  it('keeps Steven’s promise: two people, a bay, a driver', () => {
    const { plan, parts } = solve(mapleHouse(), { seed: 1, now: still, steps: 400 });
    expect(parts.promises).toBe(2000);
    expect(plan.sessions.find(({ activity, residents }) => activity === 'swimming' && residents.includes('steven'))?.staff.length).toBeGreaterThanOrEqual(2);
  });

  it('comes out the same for the same seed and steps', () => {
    const again = (seed: number) => solve(anyProblem(7, SMALL), { seed, now: still, steps: 200 });
    expect(again(5)).toEqual(again(5));
  });

  it('is whole at once: without time to look there is a plan already', () => {
    const { plan, steps } = solve(mapleHouse(), { seed: 1, now: still });
    expect(steps).toBe(0);
    expect(plan.sessions.length).toBeGreaterThan(0);
  });

  it('stops when it is told to, and when its time is over', () => {
    let asked = 0;
    expect(solve(mapleHouse(), { seed: 1, now: still, until: 1000, shouldStop: () => (asked += 1) > 5 }).steps).toBe(5);
    let clock = 0;
    expect(solve(mapleHouse(), { seed: 1, now: () => (clock += 1), until: 50 }).steps).toBeLessThan(50);
  });
});

describe('while it looks', () => {
  it('tells of plans that only get better, each legal, and of who has nothing yet', () => {
    const heard: Progress[] = [];
    let clock = 0;
    const problem = mapleHouse({ promises: [], residents: mapleHouse().residents.map((who) => (who.id === 'percy' ? { ...who, value: {} } : who)) });
    const { score } = solve(problem, { seed: 3, now: () => (clock += 100), steps: 100, onProgress: (progress) => heard.push(progress) });
    expect(heard.at(-1)?.score).toBe(score);
    expect(heard.map((one) => one.score)).toEqual(heard.map((one) => one.score).toSorted((a, b) => a - b));
    for (const { plan, nothing } of heard) {
      expect(check(problem, plan).legal).toBe(true);
      expect(nothing).toContain('percy');
    }
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
