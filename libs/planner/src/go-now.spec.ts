import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Going } from './go-now.ts';
import type { Plan, Problem } from './problem.ts';
import { check } from './check.ts';
import { SMALL, anyProblem } from './examples/any.ts';
import { mapleHouse, planned, session, singing, swimming, withOne } from './examples/maple-house.ts';
import { whoCouldGoNow } from './go-now.ts';
import { plainNames } from './names.ts';
import { readProblem } from './problem.ts';
import { solve } from './solve.ts';

const home = mapleHouse();
const names = plainNames(home);
const TEN = 600;

function outings(some: readonly Going[]): string[] {
  return some.filter(({ kind }) => kind === 'out').map(({ session: one }) => one.activity);
}

function said(some: readonly Going[], activity: string): string {
  return some.find(({ session: one }) => one.activity === activity)?.say(names).join(' ') ?? '';
}

/** Every other session of a good plan: a day on which there is room for something. */
function thinned(problem: Problem, seed: number): Plan {
  const { plan } = solve(problem, { seed, now: () => 0, steps: 30 });
  return { ...plan, sessions: plan.sessions.filter((_, i) => i % 2 === 0) };
}

describe('who could go now', () => {
  it('is told with staff, wheels, when they leave and by when they are back', () => {
    const going = whoCouldGoNow(home, planned(), TEN);
    expect(outings(going)).toContain('swimming');
    expect(said(going, 'swimming')).toMatch(/^swimming could leave at 10:00 and be back by 11:30\. .*ben drives bus\. That keeps 1 promise\./);
    for (const { plan, leaves, back } of going) {
      expect(check(home, plan).legal).toBe(true);
      expect(leaves).toBeGreaterThanOrEqual(TEN);
      expect(leaves).toBeLessThanOrEqual(TEN + 60);
      expect(back).toBeGreaterThan(leaves);
    }
  });

  it('leaves alone whatever is planned, and who is needed later is back', () => {
    const later = planned(swimming({ start: 630 }));
    const going = whoCouldGoNow(home, later, TEN, { within: 30 });
    for (const { plan } of going) {
      const swims = plan.sessions.find(({ activity }) => activity === 'swimming');
      expect(swims).toEqual({ ...swimming({ start: 630 }), residents: expect.arrayContaining(['steven']) as string[] });
      expect(check(home, plan).legal).toBe(true);
    }
    expect(going.filter(({ joins }) => joins === null).flatMap(({ session: one }) => (one.start + 30 > 630 ? one.residents : []))).not.toContain('steven');
    expect(said(whoCouldGoNow(home, planned(swimming({ start: 630 })), 540, { within: 0 }), 'walk')).toContain('Everybody is back in time for swimming at 10:30.');
  });

  it('is nobody when nobody may leave the floor', () => {
    const going = whoCouldGoNow(mapleHouse({ floorCover: [{ from: 480, to: 960, min: 5 }] }), planned(), TEN);
    expect(going).toEqual([]);
  });

  it('is nobody at night, before the first day and after the last', () => {
    expect([0, 1380, 2870, 5000].flatMap((minute) => whoCouldGoNow(home, planned(), minute))).toEqual([]);
  });

  it('keeps to the minute by which they must be back', () => {
    expect(outings(whoCouldGoNow(home, planned(), TEN, { back: 645 }))).toEqual(['walk']);
  });

  it('joins what is about to begin when there is a place, and says so', () => {
    const plan = planned(singing({ start: 630, residents: ['olive', 'ruby'], room: 'lounge' }));
    const going = whoCouldGoNow(mapleHouse({ activities: home.activities.filter(({ id }) => id === 'singing'), routines: [] }), plan, TEN);
    expect(going).toMatchObject([{ kind: 'home', joins: 0, comes: [{ resident: 'steven' }], waits: [{ resident: 'percy' }] }]);
    expect(said(going, 'singing')).toBe('singing begins at 10:30 in lounge and is over by 11:30; there is room for 1 more person. steven could come. steven has nothing else in these days.');
    expect(going[0]?.waits[0]?.say(names)).toContain('waits this time');
  });

  it('offers something at home only to people who have nothing that day', () => {
    const plan = planned(session('walk', 840, { staff: ['eve'], residents: ['olive'] }));
    const going = whoCouldGoNow(home, plan, TEN).filter(({ kind }) => kind === 'home');
    expect(going.length).toBeGreaterThan(0);
    expect(going.flatMap(({ comes }) => comes.map(({ resident }) => resident))).not.toContain('olive');
  });

  it('asks those who have waited longest first', () => {
    const two = withOne(home, 'activities', 'walk', { group: { min: 1, max: 1 } });
    const waiting = [
      { resident: 'ruby', promisedOn: null, lastOut: '2025-06-01', overlooked: 0 },
      { resident: 'percy', promisedOn: '2025-05-20', lastOut: '2025-05-14', overlooked: 1 },
    ];
    const walk = whoCouldGoNow(withOne(two, 'residents', 'steven', { value: {} }), planned(), 780, { waiting: [...waiting, { resident: 'olive', promisedOn: null, lastOut: '2025-06-01', overlooked: 0 }] })[0];
    expect(walk?.comes.map(({ say }) => say(names))).toEqual(['percy goes first: it was promised on Tuesday 20 May, the last time out was 19 days ago and once there was no place.']);
    expect(new Set(walk?.waits.map(({ resident }) => resident))).toEqual(new Set(['ruby', 'olive']));
  });

  it('can be asked of a plan that is not legal any more, and breaks nothing else', () => {
    const ill = withOne(home, 'staff', 'cho', { shifts: [] });
    const plan = planned(singing());
    const before = check(ill, plan).violations.length;
    const going = whoCouldGoNow(ill, plan, TEN);
    expect(going.length).toBeGreaterThan(0);
    for (const one of going) expect(check(ill, one.plan).violations).toHaveLength(before);
  });

  it('is legal at every hour of a fifty thin weeks', () => {
    let offers = 0;
    for (let seed = 1; seed <= 50; seed += 1) {
      const problem = anyProblem(seed, SMALL);
      const plan = thinned(problem, seed);
      for (let minute = 7 * 60 + seed; minute < 2880; minute += 117) {
        for (const one of whoCouldGoNow(problem, plan, minute)) {
          offers += 1;
          expect(check(problem, one.plan).violations).toEqual([]);
          expect([one.leaves >= minute, one.leaves <= minute + 60, one.comes.length > 0]).toEqual([true, true, true]);
        }
      }
    }
    expect(offers).toBeGreaterThan(100);
  });

  it('takes less than 300 ms for ninety residents in the middle of a planned day', () => {
    const file = join(import.meta.dirname, '../../../../shared/planning/instances/home-90.json');
    if (!existsSync(file)) {
      process.stdout.write('The planning instances were not found beside the repository: who could go now was timed on nothing.\n');
      return;
    }
    const problem = readProblem(JSON.parse(readFileSync(file, 'utf8')));
    const plan = thinned(problem, 1);
    const times = [10 * 60, 1440 + 13 * 60, 2 * 1440 + 14 * 60, 3 * 1440 + 11 * 60].map((minute) => {
      const began = process.threadCpuUsage().user;
      expect(whoCouldGoNow(problem, plan, minute).length).toBeGreaterThan(0);
      return (process.threadCpuUsage().user - began) / 1000;
    });
    process.stdout.write(`who could go now, ninety residents: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms\n`);
    expect(Math.max(...times)).toBeLessThan(300);
  });
});
