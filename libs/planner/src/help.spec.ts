import type { HelpWeek } from './help.ts';
import type { Names } from './names.ts';
import type { Problem } from './problem.ts';
import { check } from './check.ts';
import { SMALL, anyProblem } from './examples/any.ts';
import { mapleHouse, planned, session, walk, withOne } from './examples/maple-house.ts';
import { factsOf } from './facts.ts';
import { sayAddition, weekWith, whatWouldHelp } from './help.ts';
import { plainNames } from './names.ts';
import { keptPromises } from './score.ts';
import { solve } from './solve.ts';

const names: Names = plainNames(mapleHouse());
const still = () => 0;
const thorough = { seed: 1, now: still, steps: 6000 };

/** Nobody at the home may drive the bus, so Steven cannot swim. */
function withoutDriver(): HelpWeek {
  return { problem: withOne(mapleHouse({ routines: [] }), 'staff', 'ben', { licences: ['B'] }), plan: planned() };
}

function keptIn(problem: Problem, plan: HelpWeek['plan']): Set<string> {
  return new Set(keptPromises(factsOf(problem, plan)).map(({ id }) => id));
}

describe('what would help most', () => {
  it('is what keeps the promise, the easiest first, and the promise is named', () => {
    const { helps, tried, of } = whatWouldHelp([withoutDriver()], thorough);
    expect(tried).toBe(of);
    const [first] = helps;
    expect(first?.addition).toMatchObject({ kind: 'licence', licence: 'D1' });
    expect(first?.promises).toEqual([{ week: 0, id: 'swim', resident: 'steven', activity: 'swimming' }]);
    expect(first?.say(names)).toMatch(/^A D1 licence for \w+ would keep 1 more promise.* in this week: swimming to steven\.$/);
    expect(helps.map(({ addition }) => addition.kind)).toContain('driver');
  });

  it('adds up over several weeks', () => {
    const { helps } = whatWouldHelp([withoutDriver(), withoutDriver()], { ...thorough, steps: 11_000 });
    expect(helps[0]?.promises.map(({ week }) => week)).toEqual([0, 1]);
    expect(helps[0]?.say(names)).toContain('2 more promises');
    expect(helps[0]?.say(names)).toContain('in these 2 weeks');
  });

  it('is one fewer on the floor when that alone is in the way', () => {
    const problem = mapleHouse({ routines: [], floorCover: [{ from: 480, to: 960, min: 3 }, { from: 1920, to: 2400, min: 4 }], staff: mapleHouse().staff.filter(({ id }) => id !== 'eve') });
    const kinds = whatWouldHelp([{ problem, plan: planned() }], thorough).helps.filter(({ promises }) => promises.length > 0).map(({ addition }) => addition.kind);
    expect(kinds).not.toContain('vehicle');
    expect(kinds).not.toContain('training');
  });

  it('leaves out what could be had by planning again, and says so', () => {
    const week = { problem: mapleHouse({ routines: [] }), plan: planned() };
    const { helps, already } = whatWouldHelp([week], thorough);
    expect(already).toEqual([{ week: 0, id: 'swim', resident: 'steven', activity: 'swimming' }]);
    expect(helps.flatMap(({ promises }) => promises)).toEqual([]);
  });

  it('does not let a taxi driver lend a hand', () => {
    const problem = withOne(mapleHouse({ routines: [], vehicles: [], staff: mapleHouse().staff.filter(({ id }) => id !== 'eve' && id !== 'cho') }), 'activities', 'swimming', { driverSupports: true });
    const taxi = whatWouldHelp([{ problem, plan: planned() }], { ...thorough, most: 50 }).helps.filter(({ addition }) => addition.kind === 'taxi');
    for (const { weeks } of taxi) {
      for (const { plan } of weeks) {
        for (const one of plan.sessions.filter(({ vehicles }) => vehicles.length > 0)) expect(one.staff.length).toBeGreaterThanOrEqual(one.residents.includes('steven') ? 2 : 1);
      }
    }
  });

  it('is nothing when nothing would', () => {
    const problem = { ...withOne(mapleHouse(), 'activities', 'swimming', { windows: [] }), residents: mapleHouse().residents.map((one) => ({ ...one, target: 0 })), routines: [] };
    expect(whatWouldHelp([{ problem, plan: planned() }], thorough).helps).toEqual([]);
  });

  it('claims nothing when it was given no time, or was stopped at once', () => {
    expect(whatWouldHelp([withoutDriver()], { seed: 1, now: still })).toMatchObject({ helps: [], tried: 0 });
    expect(whatWouldHelp([withoutDriver()], { ...thorough, shouldStop: () => true })).toMatchObject({ helps: [], tried: 0 });
    expect(whatWouldHelp([], thorough)).toMatchObject({ helps: [], already: [] });
  });

  it('says how far it has come, and can be stopped on the way', () => {
    let heard = 0;
    const stopped = whatWouldHelp([withoutDriver()], { ...thorough, onProgress: ({ tried }) => (heard = tried), shouldStop: () => heard >= 3 });
    expect(stopped.tried).toBe(3);
    expect(stopped.of).toBeGreaterThan(10);
  });

  it('is the same for the same seed and steps', () => {
    const once = () => whatWouldHelp([withoutDriver()], { ...thorough, steps: 3000 }).helps.map(({ addition, say }) => [addition, say(names)]);
    expect(once()).toEqual(once());
  });

  it('is shown by a plan that is legal with the addition, not without it, and keeps every promise named', () => {
    const made = [1, 2].map((seed): HelpWeek => {
      const problem = { ...anyProblem(seed, SMALL), published: [] };
      return { problem, plan: solve(problem, { seed, now: still, steps: 200 }).plan };
    });
    let shown = 0;
    for (const week of [withoutDriver(), ...made]) {
      for (const { addition, weeks, promises } of whatWouldHelp([week], { ...thorough, steps: 6000 }).helps) {
        for (const { plan: evidence } of weeks) {
          const helped = weekWith(week, addition);
          expect(check(helped, evidence).violations).toEqual([]);
          expect([...keptIn(helped, evidence)]).toEqual(expect.arrayContaining([...promises.map(({ id }) => id), ...keptIn(week.problem, week.plan)]));
          if (promises.length === 0) continue;
          shown += 1;
          expect(check(week.problem, evidence).legal).toBe(false);
        }
      }
    }
    expect(shown).toBeGreaterThan(0);
  });

  it('says each addition in words', () => {
    const said = [
      { kind: 'training', skill: 'pool', staff: 'cho' },
      { kind: 'room', room: 'study' },
      { kind: 'staff', days: 'weekend', part: 'evenings' },
      { kind: 'driver', licence: 'D1', days: 'weekday', part: 'afternoons' },
      { kind: 'session', activity: 'swimming' },
      { kind: 'taxi', seats: 3, bays: 1 },
      { kind: 'vehicle', seats: 4, bays: 2, licence: 'B' },
      { kind: 'floor', from: 840, to: 960 },
    ] as const;
    expect(said.map((addition) => sayAddition(addition, names))).toEqual([
      'Training in pool for cho',
      'study to use from 08:00 to 21:00 every day',
      'One more person on weekend evenings',
      'One more person with a D1 licence on weekday afternoons',
      'One more session of swimming',
      'A taxi with 3 seats and a place for a wheelchair',
      'One more vehicle with 4 seats and places for 2 wheelchairs (B licence)',
      'One fewer on the floor from 14:00 to 16:00',
    ]);
  });

  it('leaves a plan alone that is not legal any more: it counts from nothing', () => {
    const ill = withOne(mapleHouse(), 'staff', 'eve', { shifts: [] });
    const { already } = whatWouldHelp([{ problem: ill, plan: planned(walk(), session('walk', 1000)) }], { ...thorough, steps: 2000 });
    expect(already.map(({ id }) => id)).toEqual(['swim']);
  });
});
