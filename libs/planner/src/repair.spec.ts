import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan, Problem, Session } from './problem.ts';
import type { Repair } from './repair.ts';
import { check } from './check.ts';
import { SMALL, anyProblem } from './examples/any.ts';
import { carer, mapleHouse, session, singing, swimming, walk, withOne } from './examples/maple-house.ts';
import { plainNames } from './names.ts';
import { readProblem } from './problem.ts';
import { chanceFrom, oneOfThem } from './random.ts';
import { repair, troubleWith } from './repair.ts';
import { recrewed } from './repair/recrew.ts';
import { settled } from './repair/settle.ts';
import { solve } from './solve.ts';

const still = () => 0;
const quick = { seed: 1, now: still, steps: 400 };

/** Maple House after this was published. */
function told(published: readonly Session[], changes: Partial<Problem> = {}): Problem {
  return mapleHouse({ published, ...changes });
}

function firstOf(repairs: readonly Repair[]): Repair {
  const [first] = repairs;
  if (!first) throw new Error('There is no repair.');
  return first;
}

function said(one: Repair, problem: Problem): string {
  return one.say(plainNames(problem)).join('\n');
}

/** A home whose week was published and then met with sickness, a breakdown, an appointment. */
function spoilt(seed: number): Problem {
  const whole = anyProblem(seed, SMALL);
  const problem = { ...whole, published: [] };
  const { plan } = solve(problem, { seed, now: still, steps: 60 });
  const chance = chanceFrom(seed);
  const [sick, broken, unwell] = [oneOfThem(problem.staff, chance), oneOfThem(problem.vehicles, chance), oneOfThem(problem.residents, chance)];
  return {
    ...problem,
    published: plan.sessions,
    staff: problem.staff.map((one) => (one === sick ? { ...one, shifts: [] } : one)),
    vehicles: problem.vehicles.map((one) => (one === broken && seed % 2 === 0 ? { ...one, available: [] } : one)),
    residents: problem.residents.map((one) => (one === unwell && seed % 3 === 0 ? { ...one, unavailable: [[0, 1440]] } : one)),
  };
}

function attendances({ sessions }: Pick<Plan, 'sessions'>): Set<string> {
  return new Set(sessions.flatMap(({ activity, start, residents }) => residents.map((id) => JSON.stringify([id, activity, start]))));
}

describe('a repair of what people were told', () => {
  it('is the week as it was when nothing is wrong with it', () => {
    const problem = told([singing(), swimming(), walk()]);
    const first = firstOf(repair(problem, quick));
    expect(troubleWith(problem)).toEqual([]);
    expect(first).toMatchObject({ kind: 'fewest changes', changes: 0, losses: [], moves: [] });
    expect(said(first, problem)).toContain('Everything people were told still happens when they were told.');
  });

  it('finds somebody else for the one who is sick before anybody loses anything', () => {
    const problem = withOne(told([singing()]), 'staff', 'cho', { shifts: [] });
    const first = firstOf(repair(problem, { seed: 1, now: still }));
    expect(troubleWith(problem).map(({ message }) => message)).toEqual(['cho is not on shift for the whole of singing on Mon 09:00.']);
    expect(first).toMatchObject({ changes: 0, losses: [], gains: [], asks: 1 });
    expect(said(first, problem)).toBe('Everything people were told still happens when they were told.\neve is asked to help with singing on Mon 09:00.\ncho is not needed for singing on Mon 09:00.');
  });

  it('finds somebody else for one who does not work there any more, and another vehicle for one that was sold', () => {
    const problem = told([singing({ staff: ['gus'] }), swimming({ residents: ['percy'], staff: ['ada'], vehicles: [{ vehicle: 'van', driver: 'ben' }] })]);
    const first = firstOf(repair(problem, { seed: 1, now: still }));
    expect(first).toMatchObject({ changes: 0, losses: [], asks: 1 });
    expect(said(first, problem)).toContain('gus is not needed for singing on Mon 09:00.');
    expect(said(first, problem)).toMatch(/swimming on Mon 10:15 takes (bus|car), not van\./);
  });

  it('takes another driver, and leaves everybody else where they were', () => {
    const problem = withOne({ ...told([swimming()]), staff: [...mapleHouse().staff, carer('fay', { licences: ['D1'] })] }, 'staff', 'ben', { shifts: [] });
    const first = firstOf(repair(problem, { seed: 1, now: still }));
    expect(first.plan.sessions).toEqual([{ ...swimming(), vehicles: [{ vehicle: 'bus', driver: 'fay' }] }]);
  });

  it('lets a colleague take over where the only other driver is helping, so that she can drive', () => {
    const staff = [...mapleHouse().staff, carer('fay', { licences: ['D1'] })];
    const problem = withOne(told([swimming(), singing({ start: 630, staff: ['fay'] })], { staff, routines: [] }), 'staff', 'ben', { shifts: [] });
    const first = firstOf(repair(problem, { seed: 1, now: still }));
    expect(first).toMatchObject({ changes: 0, asks: 2 });
    expect(said(first, problem)).toContain('fay is asked to drive to swimming on Mon 10:15, and is not needed for singing on Mon 10:30.');
    expect(said(first, problem)).toContain('eve is asked to help with singing on Mon 10:30.');
  });

  it('takes another vehicle and another room', () => {
    const goers = { residents: ['percy'], staff: ['ada'] };
    const problem = withOne(told([session('swimming', 615, { ...goers, vehicles: [{ vehicle: 'bus', driver: 'ben' }] }), singing({ residents: ['ruby'], room: 'lounge' })]), 'vehicles', 'bus', { available: [] });
    const inStudy = { ...withOne(problem, 'rooms', 'lounge', { available: [] }), activities: problem.activities.map((one) => ({ ...one, group: { min: 1, max: 4 } })) };
    const first = firstOf(repair(inStudy, { seed: 1, now: still }));
    expect(first).toMatchObject({ changes: 0, asks: 0 });
    expect(first.placeChanges).toEqual([
      { activity: 'singing', start: 540, kind: 'room', was: ['lounge'], now: ['study'] },
      { activity: 'swimming', start: 615, kind: 'vehicle', was: ['bus'], now: ['car'] },
    ]);
    expect(said(first, inStudy)).toContain('swimming on Mon 10:15 takes car, not bus.');
  });

  it('moves what can be moved, says who has it when, and keeps the promise', () => {
    const problem = withOne(told([swimming()]), 'vehicles', 'bus', { available: [[1980, 2340]] });
    const withCho = withOne(problem, 'staff', 'cho', { shifts: [[480, 960], [1920, 2400]] });
    const first = firstOf(repair(withCho, quick));
    expect(first.moves).toEqual([{ kind: 'moved', resident: 'steven', activity: 'swimming', start: 615, promises: [], routines: [], to: { activity: 'swimming', start: first.moves[0]?.to.start } }]);
    expect(said(first, withCho)).toMatch(/steven has swimming on Tue \d\d:\d\d, not on Mon 10:15\./);
  });

  it('says which promise would not be kept, and which routine would not happen', () => {
    const problem = told([swimming(), walk()], { vehicles: [] });
    const spoiled = withOne(problem, 'activities', 'walk', { windows: [] });
    const first = firstOf(repair(spoiled, quick));
    expect(first.losses.map(({ resident, promises, routines }) => ({ resident, promises, routines }))).toEqual([
      { resident: 'steven', promises: ['swim'], routines: [] },
      { resident: 'olive', promises: [], routines: ['elevenses-walk'] },
    ]);
    expect(said(first, spoiled)).toContain('swimming on Mon 10:15 is not held: steven loses it. A promise to steven would not be kept.');
    expect(said(first, spoiled)).toContain('elevenses-walk of olive would not happen that day.');
  });

  it('says that somebody no longer goes where others still do', () => {
    const problem = withOne(told([singing({ residents: ['olive', 'percy', 'ruby'], start: 600, room: 'lounge' })]), 'residents', 'percy', { unavailable: [[540, 2880]], avoids: [] });
    const first = firstOf(repair(withOne(problem, 'residents', 'olive', { avoids: [] }), quick));
    expect(said(first, problem)).toContain('percy no longer goes to singing on Mon 10:00.');
  });

  it('is there at once, and is heard of as it gets better', () => {
    const heard: Repair[] = [];
    const repairs = repair(spoilt(4), { ...quick, onRepair: (one) => heard.push(one) });
    expect(heard.length).toBeGreaterThan(0);
    for (const { kind, plan } of repairs) expect(heard.some((one) => one.kind === kind && one.plan === plan)).toBe(true);
    expect(heard[0]?.plan).toEqual(recrewed(spoilt(4)));
  });

  it('stops when told to, with what there is', () => {
    expect(repair(spoilt(4), { seed: 1, now: still, until: 1000, shouldStop: () => true })).toHaveLength(1);
  });

  it('is the same for the same seed and steps', () => {
    const plans = () => repair(spoilt(7), quick).map(({ plan, kind }) => ({ plan, kind }));
    expect(plans()).toEqual(plans());
  });
});

describe('repairs of sixty spoilt weeks', () => {
  const weeks = Array.from({ length: 60 }, (_, i) => spoilt(i + 1));

  it('are legal, no more than three, each with more changes and a better score than the one before', () => {
    for (const problem of weeks) {
      const repairs = repair(problem, { seed: 1, now: still, steps: 40 });
      expect(repairs.length).toBeGreaterThan(0);
      expect(repairs.length).toBeLessThan(4);
      repairs.forEach((one, i) => {
        expect(check(problem, one.plan)).toMatchObject({ legal: true, score: one.score });
        const before = repairs[i - 1];
        if (before) expect([one.changes > before.changes, one.score > before.score]).toEqual([true, true]);
      });
    }
  });

  it('account for every place that is lost, moved or gained', () => {
    for (const problem of weeks) {
      for (const { plan, changes, losses, moves, gains } of repair(problem, { seed: 1, now: still, steps: 40 })) {
        const [before, after] = [attendances({ sessions: problem.published }), attendances(plan)];
        const key = ({ resident, activity, start }: { resident: string; activity: string; start: number }) => JSON.stringify([resident, activity, start]);
        expect(new Set([...losses, ...moves].map(key))).toEqual(before.difference(after));
        expect(new Set([...gains.map(key), ...moves.map(({ resident, to }) => key({ resident, ...to }))])).toEqual(after.difference(before));
        expect(changes).toBe(before.difference(after).size);
      }
    }
  });

  it('begin with one that is legal without any search', () => {
    for (const problem of weeks) expect(check(problem, recrewed(problem)).violations).toEqual([]);
  });

  it('ask staff for no more than the search did, and change nothing for residents by it', () => {
    for (const problem of weeks) {
      const { plan, score } = solve(problem, { seed: 1, now: still, steps: 40 });
      const calm = settled(problem, plan, { ask: 0.1, place: 0.1 });
      const verdict = check(problem, calm);
      expect(verdict.violations).toEqual([]);
      expect(verdict.score).toBeGreaterThanOrEqual(score);
      expect(attendances(calm)).toEqual(attendances(plan));
    }
  });
});

const instances = join(import.meta.dirname, '../../../../shared/planning');

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(instances, file), 'utf8'));
}

/**
 * The least changes known: six searches of eight seconds each with nothing but changes in the score (two seeds, a change worth 20, 60 and 200
 * points), others of ten seconds with a change worth up to 20,000 points beside everything else, and the quick repair all end on these numbers.
 */
const KNOWN = [
  { id: 'repair-25', leastChanges: 36 },
  { id: 'repair-45', leastChanges: 13 },
] as const;

/** A process of its own, as in the app: what a test runner adds would be timed too. */
const ALONE = `
  import { readFileSync } from 'node:fs';
  const [folder, file] = process.argv.slice(1);
  const { readProblem } = await import(folder + '/problem.ts');
  const { repair } = await import(folder + '/repair.ts');
  const problem = readProblem(JSON.parse(readFileSync(file, 'utf8')));
  const cpu = () => process.threadCpuUsage().user / 1000;
  const began = cpu();
  const heard = [];
  const repairs = repair(problem, { seed: 1, now: cpu, until: 1000, onRepair: () => heard.push(cpu() - began) });
  const took = cpu() - began;
  console.log(JSON.stringify({ took, first: heard[0], repairs: repairs.map(({ kind, changes, asks, score, plan }) => ({ kind, changes, asks, score, plan })) }));
`;

type Timed = { readonly took: number; readonly first: number; readonly repairs: readonly Pick<Repair, 'kind' | 'changes' | 'asks' | 'score' | 'plan'>[] };

function timed(id: string): Timed {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', ALONE, import.meta.dirname, join(instances, `instances/${id}.json`)], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Timed;
}

describe('within a second of one processor', () => {
  it.each(KNOWN)('$id has a repair with the fewest changes known, and one of the best', ({ id, leastChanges }) => {
    if (!existsSync(instances)) {
      process.stdout.write('The planning instances were not found beside the repository: repairs were tried on made-up weeks only.\n');
      return;
    }
    const problem = readProblem(read(`instances/${id}.json`));
    const best = (read('best-known.json') as Record<string, { score: number }>)[id]?.score ?? 0;
    const { took, first, repairs } = timed(id);
    const figures = repairs.map(({ kind, changes, asks, score }) => `${kind}: ${changes} changes, ${asks} asked, ${score} (${((100 * score) / best).toFixed(2)} %)`);
    process.stdout.write(`${id}, first after ${first.toFixed(0)} ms, all in ${took.toFixed(0)} ms: ${figures.join('; ')}\n`);
    for (const { plan, score } of repairs) expect(check(problem, plan)).toMatchObject({ legal: true, score });
    expect(repairs[0]?.changes).toBeLessThanOrEqual(1.2 * leastChanges);
    // NOTE: it is 99 per cent on a machine of one's own; a processor shared with many others does half the work in the same second.
    expect(Math.max(...repairs.map(({ score }) => score))).toBeGreaterThanOrEqual(0.99 * best);
    expect(took).toBeLessThan(1100);
  });
});
