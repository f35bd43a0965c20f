/** How good the plans are, where the best can be proved: ten thousand small problems of every kind. PROMENADE_SMALL changes how many. */
import type { Plan, Problem, Session } from './problem.ts';
import type { Tried } from './examples/trials.fixture.ts';
import { check } from './check.ts';
import { TINY, anyProblem } from './examples/any.ts';
import { solveAside } from './examples/aside.ts';
import { optimumOf } from './examples/optimum.ts';
import { smallProblem } from './examples/small.ts';
import { lengthOf, readProblem } from './problem.ts';
import { DAY } from './span.ts';

const many = Number(process.env.PROMENADE_SMALL ?? 10_000);

/** Every set of some items, the empty one too. */
function setsOf<Item>(items: readonly Item[]): Item[][] {
  return items.reduce<Item[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}

/** Every session that is legal by itself. */
function everySession(problem: Problem): Session[] {
  const driving = problem.vehicles.reduce<Session['vehicles'][]>((ways, { id }) => ways.flatMap((way) => [way, ...problem.staff.map((driver) => [...way, { vehicle: id, driver: driver.id }])]), [[]]);
  return problem.activities.flatMap((activity) => {
    const starts = Array.from({ length: Math.floor((problem.days * DAY - lengthOf(activity)) / problem.grid) + 1 }, (_, i) => problem.grid * i).filter((start) =>
      activity.windows.some(([from, to]) => from <= start + activity.travel && start + activity.travel + activity.duration <= to),
    );
    return starts.flatMap((start) =>
      [null, ...problem.rooms.map(({ id }) => id)].flatMap((room) =>
        driving.flatMap((vehicles) =>
          setsOf(problem.staff.map(({ id }) => id)).flatMap((staff) =>
            setsOf(problem.residents.map(({ id }) => id))
              .map((residents): Session => ({ activity: activity.id, start, room, vehicles, staff, residents }))
              .filter((session) => check(problem, { instance: problem.id, sessions: [session] }).legal),
          ),
        ),
      ),
    );
  });
}

/** The best score there is, by asking the judge of every plan: adding to an illegal plan never makes it legal. */
function bestOfAll(problem: Problem): number {
  const all = everySession(problem);
  const search = (plan: Plan, from: number): number => {
    const { score } = check(problem, plan);
    if (score === null) return Number.NEGATIVE_INFINITY;
    return all.slice(from).reduce((best, session, i) => Math.max(best, search({ ...plan, sessions: [...plan.sessions, session] }, from + i + 1)), score);
  };
  return search({ instance: problem.id, sessions: [] }, 0);
}

describe('the proof', () => {
  it('comes to the best of all plans where every single one can be looked at', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const problem = anyProblem(seed, TINY);
      expect({ seed, optimum: optimumOf(problem) }).toMatchObject({ seed, optimum: { isProved: true, score: bestOfAll(problem) } });
    }
  });

  it('shows a plan that scores what it says, by the judge', () => {
    let sessions = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const problem = readProblem(smallProblem(seed));
      const optimum = optimumOf(problem, { mostNodes: 600 });
      if (!optimum.isProved || !optimum.plan) continue;
      expect({ seed, score: check(problem, optimum.plan).score }).toEqual({ seed, score: optimum.score });
      sessions += optimum.plan.sessions.length;
    }
    expect(sessions).toBeGreaterThan(200);
  });

  it('says so when it has not been finished, and when nothing is better than what it was given to beat', () => {
    const problem = smallProblem(2);
    const whole = optimumOf(problem);
    if (!whole.isProved) throw new Error('not small');
    expect(optimumOf(problem, { mostNodes: 0 })).toEqual({ isProved: false });
    expect(optimumOf(problem, { mostColumns: 0 })).toEqual({ isProved: false });
    expect(optimumOf(problem, { beating: whole.score })).toMatchObject({ isProved: true, score: whole.score, plan: null });
    expect(optimumOf(problem, { beating: whole.score - 1 }).isProved && optimumOf(problem, { beating: whole.score - 1 })).toMatchObject({ score: whole.score });
  });
});

describe(`of ${many} small problems`, () => {
  let tried: readonly Tried[] = [];
  let proved: readonly Tried[] = [];
  beforeAll(async () => {
    tried = await solveAside(1, many);
    proved = tried.filter((one) => one.proved);
  }, 30_000 + 40 * many);

  it('every one has a legal plan, by both judges', () => {
    expect(tried).toHaveLength(many);
    expect(tried.filter(({ legal }) => !legal).map(({ seed }) => seed)).toEqual([]);
  });

  it('four in five are small enough to prove the best plan, and most have something to plan', () => {
    expect(proved.length).toBeGreaterThan(0.8 * many);
    expect(proved.filter(({ gain }) => gain > 0).length).toBeGreaterThan(0.7 * proved.length);
  });

  it('at least 99 in 100 of those are solved', () => {
    const missed = proved.filter(({ short }) => short > 0);
    expect({ missed: missed.length > proved.length / 100 ? missed.map(({ seed }) => seed).join(' ') : '' }).toEqual({ missed: '' });
  });

  it('none falls short by more than one part in a hundred of what there is to gain', () => {
    const far = proved.filter(({ short, gain }) => short > gain / 100);
    expect(far.map(({ seed, short, gain }) => `${seed}: ${short} of ${gain}`)).toEqual([]);
  });
});
