import type { Answer, Missing, Way, Wish } from './can-we.ts';
import type { Plan, Problem } from './problem.ts';
import { canWe, granted, grantedPlan, sayPlacement } from './can-we.ts';
import { check } from './check.ts';
import { SMALL, anyProblem } from './examples/any.ts';
import { carer, mapleHouse, planned, session, singing, walk, withOne } from './examples/maple-house.ts';
import { plainNames } from './names.ts';
import { solve } from './solve.ts';

const home = mapleHouse();
const names = plainNames(home);
const stevenSwims: Wish = { resident: 'steven', activities: ['swimming'], from: 0, to: 1440 };

function waysOf(answer: Answer): readonly Way[] {
  return answer.possible ? [] : answer.ways;
}

function kindsOf(answer: Answer): Missing['kind'][][] {
  return waysOf(answer).map(({ missing }) => missing.map(({ kind }) => kind));
}

/** What the first way lacks, as it is said. */
function firstSaid(answer: Answer): string | undefined {
  return waysOf(answer)[0]?.say(names);
}

/** Once all is granted that a way asks for, it can be done, and by the rules. */
function expectHonest(problem: Problem, plan: Plan, wish: Wish, { missing, placement }: Way): void {
  const allowed = granted(problem, missing);
  expect(check(allowed, placement.plan).violations).toEqual([]);
  const when = missing.some(({ kind }) => kind === 'time') ? { from: 0, to: problem.days * 1440 } : {};
  expect(canWe(allowed, grantedPlan(plan, missing), { ...wish, ...when }).possible).toBe(true);
}

describe('a wish that fits into the plan', () => {
  it('is placed with two people of his own, a bay and a driver, and says what it costs', () => {
    const answer = canWe(withOne(home, 'activities', 'swimming', { windows: [[630, 690]] }), planned(singing()), stevenSwims);
    expect(answer.possible && answer.placements.map(({ session: one }) => one)).toEqual([
      { activity: 'swimming', start: 615, room: null, vehicles: [{ vehicle: 'bus', driver: 'ben' }], staff: ['ada', expect.any(String)], residents: ['steven'] },
    ]);
    expect(answer.possible && answer.placements[0]?.cost).toMatchObject({ pence: 400, staffMinutes: 270, staff: ['ada', expect.any(String), 'ben'] });
    expect(answer.possible && answer.placements[0] && sayPlacement(answer.placements[0], names)).toMatch(/^swimming on Mon 10:15 with ada and \w+; ben drives bus$/);
  });

  it('offers joining what is there before something new, when that is better for everybody', () => {
    const open = withOne(withOne(home, 'activities', 'singing', { group: { min: 1, max: 4 } }), 'residents', 'steven', { preferredStaff: [] });
    const answer = canWe(open, planned(singing()), { resident: 'steven', activities: ['singing'], from: 0, to: 1440 }, { places: 2 });
    expect(answer.possible && answer.placements.map(({ joins }) => joins)).toEqual([0, null]);
    expect(answer.possible && answer.placements[0]?.cost).toMatchObject({ staffMinutes: 0, staff: [] });
    expect(answer.possible && answer.placements[0]?.plan.sessions).toEqual([singing({ residents: ['olive', 'ruby', 'steven'] })]);
  });

  it('brings one more member of staff to a session that takes one more', () => {
    const answer = canWe(home, planned(walk({ start: 750, residents: ['ruby'], staff: ['eve'] })), { resident: 'steven', activities: ['walk'], from: 750, to: 780 }, { places: 1 });
    expect(answer.possible && answer.placements[0]).toMatchObject({ joins: 0, session: { staff: ['eve', 'ada'] }, cost: { staffMinutes: 30 } });
  });

  it('offers at most as many places as asked for, the best for everybody first', () => {
    const answer = canWe(home, planned(), stevenSwims, { places: 4 });
    const scores = answer.possible ? answer.placements.map(({ cost }) => cost.score) : [];
    expect(scores).toHaveLength(4);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('offers nothing that breaks a rule, in hundreds of small homes', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const problem = anyProblem(seed, SMALL);
      const { plan } = solve(problem, { seed, now: () => 0, steps: 15 });
      for (const { id } of problem.residents) {
        const wish = { resident: id, activities: ['a0', 'a1', 'a2'], from: 0, to: 1440 };
        const answer = canWe(problem, plan, wish, { ways: 2 });
        if (answer.possible) for (const placement of answer.placements) expect(check(problem, placement.plan).violations).toEqual([]);
        else for (const way of answer.ways) expectHonest(problem, plan, wish, way);
      }
    }
  });
});

describe('a plan that is not legal any more', () => {
  it('can be asked about all the same: new trouble counts, old trouble does not', () => {
    const ill = withOne(home, 'staff', 'cho', { shifts: [] });
    const answer = canWe(ill, planned(singing()), stevenSwims);
    expect(answer.possible).toBe(true);
    if (answer.possible) for (const { plan } of answer.placements) expect(check(ill, plan).violations).toEqual(check(ill, planned(singing())).violations);
  });

  it('does not get worse: where too few stay on the floor already, nobody else goes', () => {
    const bare = mapleHouse({ floorCover: [{ from: 0, to: 2880, min: 5 }] });
    expect(canWe(bare, planned(singing()), { resident: 'ruby', activities: ['walk'], from: 540, to: 600 }).possible).toBe(false);
  });
});

describe('a wish that does not', () => {
  const nobodyDrives = withOne(home, 'staff', 'ben', { licences: [] });

  it('lacks a driver: names the licence, the day and the hours, and with that driver it can be done', () => {
    const answer = canWe(withOne(nobodyDrives, 'activities', 'swimming', { windows: [[630, 690]] }), planned(), stevenSwims);
    expect(firstSaid(answer)).toBe('a driver with a D1 licence on Monday between 10:15 and 11:45');
    const helped = { ...nobodyDrives, staff: [...nobodyDrives.staff, carer('fay', { shifts: [[615, 705]], licences: ['D1'] })] };
    expect(canWe(helped, planned(), stevenSwims).possible).toBe(true);
  });

  it('lacks a driver one minute short: that is no driver', () => {
    const once = withOne(nobodyDrives, 'activities', 'swimming', { windows: [[630, 690]] });
    const late = { ...once, staff: [...once.staff, carer('fay', { shifts: [[616, 705]], licences: ['D1'] })] };
    expect(canWe(late, planned(), stevenSwims).possible).toBe(false);
  });

  it('could be led by somebody known who is not at work then', () => {
    const once = withOne(withOne(home, 'activities', 'swimming', { windows: [[630, 690]] }), 'staff', 'ben', { shifts: [[1920, 2400]] });
    const answer = canWe(once, planned(), stevenSwims);
    expect(waysOf(answer).map((way) => way.say(names))).toContain('ben at work on Monday between 10:15 and 11:45');
  });

  it('needs a break at another time', () => {
    const once = withOne(withOne(home, 'activities', 'swimming', { windows: [[630, 690]] }), 'staff', 'ben', { breaks: [[660, 690]] });
    expect(firstSaid(canWe(once, planned(), stevenSwims))).toBe('another time for the break ben has on Monday between 11:00 and 11:30');
  });

  it('lacks someone trained for it', () => {
    const untrained = { ...home, staff: home.staff.map((who) => ({ ...who, skills: [] })) };
    expect(firstSaid(canWe(untrained, planned(), stevenSwims))).toMatch(/^one more member of staff trained in pool on Monday between/);
  });

  it('lacks wheels with a bay, which a taxi has', () => {
    const noBay = withOne(home, 'vehicles', 'bus', { bays: 0 });
    expect(firstSaid(canWe(noBay, planned(), stevenSwims))).toMatch(/^a taxi that takes a wheelchair on Monday between/);
  });

  it('would leave too few on the floor, by one', () => {
    const strict = mapleHouse({ floorCover: [{ from: 0, to: 2880, min: 3 }] });
    const answer = canWe(strict, planned(), stevenSwims, { ways: 5 });
    expect(firstSaid(answer)).toBe('one more member of staff on Monday between 09:00 and 10:30');
    expect(waysOf(answer).map((way) => way.say(names))).toContain('1 fewer on the floor on Monday between 09:00 and 10:30 than floor cover asks for');
    expect(canWe(mapleHouse({ floorCover: [{ from: 0, to: 2880, min: 2 }] }), planned(), stevenSwims).possible).toBe(true);
  });

  it('could be another day', () => {
    const answer = canWe(home, planned(), { resident: 'steven', activities: ['singing'], from: 0, to: 540 });
    expect(firstSaid(answer)).toBe('another time: Monday between 09:00 and 10:00');
  });

  it('costs more than there is, to the penny', () => {
    const wish = { resident: 'olive', activities: ['swimming'], from: 0, to: 1440 };
    expect(firstSaid(canWe(withOne(home, 'residents', 'olive', { budget: 395 }), planned(), wish))).toBe('£0.05 more for olive to spend');
    expect(canWe(withOne(home, 'residents', 'olive', { budget: 400 }), planned(), wish).possible).toBe(true);
  });

  const study = withOne(withOne(home, 'activities', 'singing', { rooms: ['study'], windows: [[540, 600]], group: { min: 1, max: 1 } }), 'activities', 'walk', { setting: 'home', rooms: ['study'], transport: null });
  const stevenSings: Wish = { resident: 'steven', activities: ['singing'], from: 0, to: 1440 };

  it('finds the room taken: says which session would have to move, and where to', () => {
    const answer = canWe(study, planned(session('walk', 540, { room: 'study', staff: ['cho'], residents: ['ruby'] })), stevenSings);
    const [way] = waysOf(answer);
    expect(way?.say(names)).toMatch(/^walk on Mon 09:00 moved to Mon \d\d:\d\d$/);
    expect(way?.placement.plan.sessions.map(({ activity }) => activity)).toEqual(['singing', 'walk']);
  });

  it('finds the room taken and no other time for what is in it: says that it would be dropped', () => {
    const once = withOne(study, 'activities', 'walk', { windows: [[540, 575]] });
    const answer = canWe(once, planned(session('walk', 540, { room: 'study', staff: ['cho'], residents: ['ruby'] })), stevenSings);
    expect(firstSaid(answer)).toBe('walk on Mon 09:00 dropped: there is no other time for it');
  });

  it('finds the last place taken: says whose place it would be', () => {
    const answer = canWe(study, planned(singing({ room: 'study', residents: ['ruby'] })), stevenSings);
    expect(firstSaid(answer)).toBe('ruby giving up singing on Mon 09:00 (there is no other place for it)');
  });

  it('finds him in another session: he would give that up', () => {
    const once = withOne(mapleHouse({ floorCover: [] }), 'activities', 'swimming', { windows: [[630, 690]] });
    const plan = planned(session('walk', 630, { staff: ['eve', 'cho'], residents: ['steven', 'ruby'] }));
    const answer = canWe(withOne(once, 'staff', 'dev', { licences: ['B', 'D1'] }), plan, stevenSwims);
    expect(kindsOf(answer)[0]).toEqual(['leave']);
    expect(firstSaid(answer)).toMatch(/^steven giving up walk on Mon 10:30, and going on Mon \d\d:\d\d instead$/);
  });

  it('wants company', () => {
    const shy = { ...home, residents: home.residents.map((who) => (who.id === 'steven' ? who : { ...who, value: {} })) };
    expect(firstSaid(canWe(shy, planned(), { resident: 'steven', activities: ['singing'], from: 0, to: 1440 }))).toBe('1 more person who would like singing then');
  });

  it('was never said to be liked', () => {
    const answer = canWe(withOne(home, 'residents', 'steven', { value: {} }), planned(), stevenSwims);
    expect(firstSaid(answer)).toBe('swimming noted as something steven likes');
  });

  it('is honestly impossible when nothing would help: it is never open', () => {
    expect(canWe(withOne(home, 'activities', 'swimming', { windows: [] }), planned(), stevenSwims)).toEqual({ possible: false, searched: 0, ways: [] });
  });

  it('gets ways of different sorts, the easiest first, each of which would do', () => {
    const answer = canWe(nobodyDrives, planned(singing()), stevenSwims, { ways: 4 });
    const ways = waysOf(answer);
    expect(ways.length).toBeGreaterThan(1);
    expect(ways.map(({ effort }) => effort)).toEqual(ways.map(({ effort }) => effort).toSorted((a, b) => a - b));
    expect(new Set(ways.map(({ missing }) => missing.map(({ kind }) => kind).join())).size).toBeGreaterThan(1);
    for (const way of ways) expectHonest(nobodyDrives, planned(singing()), stevenSwims, way);
  });
});
