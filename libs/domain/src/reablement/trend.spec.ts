import fc from 'fast-check';
import { type Day, addDays, daysBetween } from '../shared/time.ts';
import type { Point } from './ladder.ts';
import { askedOn, asksBelow, ownLevel } from './ladder-guide.ts';
import { goingOf, lineOf, sayGoing, saySlope, slopeOf, turnsOf } from './trend.ts';

const START: Day = '2026-03-02';
const on = (n: number) => addDays(START, n);
const daysFrom = (day: Day) => daysBetween(START, day);
const daily = (rungs: readonly number[]): Point[] => rungs.map((rung, n) => ({ day: on(n), rung }));

/** The same numbers for the same seed. */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Kind = {
  readonly name: string; readonly truth: (day: number) => number; readonly noise: number; readonly share: number; readonly wrong: number; readonly turnsOn: number | null; readonly going: 'rising' | 'falling' | null;
  /** From the change on it is done for them on so many days, though they could. */
  readonly doneFor?: number;
};
const DAYS = 120;
/** When the change of those who change begins. */
const CHANGE = 60;
const KINDS: readonly Kind[] = [
  { name: 'steady', truth: () => 3.4, noise: 0.6, share: 1, wrong: 0, turnsOn: null, going: null },
  { name: 'steady at the top', truth: () => 5.8, noise: 0.6, share: 1, wrong: 0, turnsOn: null, going: null },
  { name: 'noisy', truth: () => 3.2, noise: 1.2, share: 1, wrong: 0, turnsOn: null, going: null },
  { name: 'one wrong entry a week', truth: () => 4.2, noise: 0.5, share: 1, wrong: 1 / 7, turnsOn: null, going: null },
  { name: 'sparse', truth: () => 3.6, noise: 0.7, share: 2 / 7, wrong: 0, turnsOn: null, going: null },
  { name: 'improving', truth: (day) => 2 + Math.max(0, Math.min(4, ((day - CHANGE) / 7) * 0.75)), noise: 0.6, share: 1, wrong: 0, turnsOn: CHANGE, going: 'rising' },
  { name: 'declining', truth: (day) => 5 - Math.max(0, Math.min(4, ((day - CHANGE) / 7) * 0.75)), noise: 0.6, share: 1, wrong: 0, turnsOn: CHANGE, going: 'falling' },
  { name: 'a step down', truth: (day) => (day < CHANGE ? 4.6 : 3.1), noise: 0.6, share: 1, wrong: 0, turnsOn: CHANGE, going: 'falling' },
  { name: 'a step up', truth: (day) => (day < CHANGE ? 2.2 : 3.7), noise: 0.6, share: 1, wrong: 0, turnsOn: CHANGE, going: 'rising' },
  { name: 'declining, one wrong entry a week', truth: (day) => 5 - Math.max(0, Math.min(4, ((day - CHANGE) / 7) * 0.75)), noise: 0.5, share: 1, wrong: 1 / 7, turnsOn: CHANGE, going: 'falling' },
];

/** What was tapped on a day, beside what was true: what they could do, whether the tap was a slip, whether it was done for them though they could. */
type Lived = Point & { readonly could: number; readonly isSlip: boolean; readonly wasDoneFor: boolean };

function livedBy({ truth, noise, share, wrong, doneFor = 0 }: Kind, seed: number): Lived[] {
  const chance = chanceFrom(seed);
  const bell = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  return Array.from({ length: DAYS }, (_, n) => n).flatMap((n): Lived[] => {
    const isSlip = chance() < wrong;
    const could = Math.max(0, Math.min(6, isSlip ? truth(n) : truth(n) + noise * bell()));
    const wasDoneFor = doneFor > 0 && n >= CHANGE && chance() < doneFor;
    const rung = isSlip ? Math.floor(chance() * 7) : wasDoneFor ? Math.floor(chance() * 3) : Math.round(could);
    return chance() < share ? [{ day: on(n), rung, could, isSlip, wasDoneFor }] : [];
  });
}
const lives = (kind: Kind, seed: number): Point[] => livedBy(kind, seed).map(({ day, rung }) => ({ day, rung }));

describe('a trend', () => {
  it('is not made up of too few taps', () => {
    expect(goingOf(daily([1, 2, 3, 4, 5, 6]), on(6))).toBe('too few to say');
    expect(goingOf([], on(0))).toBe('too few to say');
    expect(slopeOf(daily([1, 2, 3, 4, 5]), on(10))).toBeNull();
  });

  it('says how many rungs a week, between which bounds', () => {
    const slope = slopeOf(daily([1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4]), on(13));
    expect(slope?.perWeek).toBeCloseTo(1.75, 1);
    expect(slope?.least).toBeLessThanOrEqual(slope?.perWeek ?? 0);
    expect(slope?.most).toBeGreaterThanOrEqual(slope?.perWeek ?? 0);
    expect(slopeOf(daily(Array.from({ length: 20 }, () => 4)), on(19))).toEqual({ perWeek: 0, least: 0, most: 0, days: 20 });
  });

  it('is drawn where the taps are, and nowhere off the ladder', () => {
    expect(lineOf(daily([1, 2, 3]), on(2))).toBeNull();
    expect(lineOf(daily(Array.from({ length: 10 }, () => 4)), on(9))).toEqual([{ day: on(0), rung: 4 }, { day: on(9), rung: 4 }]);
    const [from, to] = lineOf(daily([1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4]), on(13)) ?? [];
    expect(from?.rung).toBeCloseTo(0.9, 0);
    expect(to?.rung).toBeCloseTo(4.1, 0);
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 6, maxLength: 40 }), (rungs) => {
      for (const end of lineOf(daily(rungs), on(rungs.length - 1)) ?? []) expect(end.rung >= 0 && end.rung <= 6).toBe(true);
    }));
  });

  it('is said in sentences that claim no more than the taps do', () => {
    expect(saySlope(slopeOf(daily([1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4]), on(13)))).toMatch(/^Within the last four weeks about 1\.\d steps up a week: between 1\.\d steps up and \d\.\d steps up a week, from 14 days/);
    expect(saySlope(slopeOf(daily([3, 4, 2, 3, 3, 4, 2, 3, 3, 4, 2]), on(10)))).toMatch(/^Within the last four weeks no clear way up or down: between /);
    expect(saySlope(slopeOf(daily(Array.from({ length: 20 }, () => 4)), on(19)))).toBe('Within the last four weeks level, from 20 days.');
    expect(saySlope(null)).toContain('Too few');
    expect(sayGoing('too few to say')).toContain('Too few');
    expect(sayGoing('falling')).not.toMatch(/wors|fail|declin/);
  });

  it('turns round when the ladder is turned round', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 8, maxLength: 40 }), (rungs) => {
      const last = on(rungs.length - 1);
      const back = daily(rungs.map((rung) => 6 - rung));
      expect(slopeOf(back, last)?.perWeek).toBeCloseTo(-(slopeOf(daily(rungs), last)?.perWeek ?? 0), 9);
      expect(goingOf(back, last)).toBe({ rising: 'falling', falling: 'rising', steady: 'steady', 'too few to say': 'too few to say' }[goingOf(daily(rungs), last)]);
    }));
  });

  it('finds what is true of simulated people, and cries out seldom over what is not', () => {
    const PEOPLE = 100;
    const lines = KINDS.map((kind) => {
      const lived = Array.from({ length: PEOPLE }, (_, n) => lives(kind, 1000 * n + 7));
      const isTrue = (turn: { day: Day; going: string }) => kind.turnsOn !== null && turn.going === kind.going && turn.day >= on(kind.turnsOn);
      const falseAlarms = lived.map((points) => turnsOf(points).filter((turn) => !isTrue(turn)).length);
      const isFound = (points: readonly Point[], turnsOn: number) => Array.from({ length: 15 }, (_, n) => on(turnsOn + n)).some((day) => goingOf(points, day) === kind.going);
      return {
        name: kind.name, perMonth: (falseAlarms.reduce((a, b) => a + b, 0) / PEOPLE / DAYS) * 30, most: Math.max(...falseAlarms),
        found: kind.turnsOn === null ? null : lived.filter((points) => isFound(points, kind.turnsOn ?? 0)).length / PEOPLE,
      };
    });
    console.log(lines.map(({ name, perMonth, most, found }) => `${name.padEnd(34)} false alarms a person a month ${perMonth.toFixed(2)}, most for one in four months ${most}${found === null ? '' : `, found within two weeks ${(100 * found).toFixed(0)} %`}`).join('\n'));
    for (const { name, perMonth, most, found } of lines) {
      expect({ name, isSeldom: perMonth <= 0.5 && most <= 4 }).toEqual({ name, isSeldom: true });
      if (found !== null) expect({ name, isFound: found >= 0.85 }).toEqual({ name, isFound: true });
    }
  });
});

/** People for the prompts: those above, and those who do it by themselves and are helped more than they need. */
const PROMPTED: readonly Kind[] = [
  ...KINDS,
  { name: 'alone, now and then a slip of the finger', truth: () => 5.8, noise: 0.5, share: 1, wrong: 1 / 7, turnsOn: null, going: null },
  { name: 'by themselves, noisy', truth: () => 5, noise: 1.2, share: 1, wrong: 0, turnsOn: null, going: null },
  { name: 'alone, done for them once a week', truth: () => 5.8, noise: 0.5, share: 1, wrong: 0, turnsOn: null, going: null, doneFor: 1 / 7 },
  { name: 'alone, done for them every other day', truth: () => 5.8, noise: 0.5, share: 1, wrong: 0, turnsOn: null, going: null, doneFor: 1 / 2 },
  { name: 'a sudden step down', truth: (day) => (day < CHANGE ? 5.8 : 2.5), noise: 0.5, share: 1, wrong: 0, turnsOn: CHANGE, going: 'falling' },
];

describe('what is said before, and asked after', () => {
  const PEOPLE = 100;

  it('asks those it should, and cries out seldom over nothing', () => {
    const lines = PROMPTED.map((kind) => {
      const lived = Array.from({ length: PEOPLE }, (_, n) => livedBy(kind, 1000 * n + 11));
      const asked = lived.map((points) => askedOn(points).map((day) => points.find((point) => point.day === day)!));
      const all = asked.flat();
      // Help was more than was needed, or the person could do a good deal less than two weeks before: something was different.
      const isRight = (point: Lived) => point.wasDoneFor || kind.truth(daysFrom(point.day) - 14) - point.could >= 1.5;
      const right = all.filter((point) => !point.isSlip && isRight(point));
      const slips = all.filter(({ isSlip }) => isSlip);
      const perMonth = (some: number) => (some / PEOPLE / DAYS) * 30;
      const wrongly = asked.map((some) => some.filter((point) => !point.isSlip && !isRight(point)).length);
      return {
        name: kind.name, right: right.length, asked: all.length, falsePerMonth: perMonth(all.length - right.length - slips.length), slipsPerMonth: perMonth(slips.length), most: Math.max(...wrongly),
        found: kind.doneFor || kind.name === 'a sudden step down' ? lived.filter((_, n) => asked[n]!.some(({ day }) => day >= on(CHANGE) && day <= on(CHANGE + 14))).length / PEOPLE : null,
      };
    });
    console.log(lines.map(({ name, right, asked, falsePerMonth, slipsPerMonth, most, found }) =>
      `${name.padEnd(42)} asked ${String(asked).padStart(4)}, rightly ${asked === 0 ? '  –' : `${((100 * right) / asked).toFixed(0).padStart(3)} %`}; wrongly, a person a month ${falsePerMonth.toFixed(2)}, most for one in four months ${most}; at a slip of the finger ${slipsPerMonth.toFixed(2)}${found === null ? '' : `; asked within two weeks ${(100 * found).toFixed(0)} %`}`).join('\n'));
    for (const { name, falsePerMonth, slipsPerMonth, most, found } of lines) {
      expect({ name, isSeldom: falsePerMonth + slipsPerMonth <= 1 && most <= 4 }).toEqual({ name, isSeldom: true });
      if (found !== null) expect({ name, isFound: found >= 0.85 }).toEqual({ name, isFound: true });
    }
  });

  it('invites to what people can do, seldom to much more', () => {
    const lines = PROMPTED.map((kind) => {
      const days = Array.from({ length: PEOPLE / 2 }, (_, n) => livedBy(kind, 1000 * n + 13)).flatMap((points) => points.filter((_, n) => n % 5 === 0).flatMap(({ day }) => {
        const own = ownLevel(points, day);
        return own ? [own.rung - kind.truth(daysFrom(day))] : [];
      }));
      const share = (is: (gap: number) => boolean) => days.filter(is).length / days.length;
      return { name: kind.name, near: share((gap) => Math.abs(gap) <= 1), much: share((gap) => gap > 1.5) };
    });
    console.log(lines.map(({ name, near, much }) => `${name.padEnd(42)} what is said before lies within one step of the truth on ${(100 * near).toFixed(0)} % of days, more than one and a half too high on ${(100 * much).toFixed(0)} %`).join('\n'));
    for (const { name, near, much } of lines) expect({ name, isFair: near >= 0.75 && much <= 0.12 }).toEqual({ name, isFair: true });
  });

  it('tells the level below which it asks before anything is tapped, the same as afterwards', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 60 }), fc.integer({ min: 0, max: 6 }), (rungs, tapped) => {
      const points = daily(rungs);
      const today = on(rungs.length);
      const below = asksBelow(points, today);
      expect(askedOn([...points, { day: today, rung: tapped }]).includes(today)).toBe(below !== null && tapped <= below);
    }));
  });
});
