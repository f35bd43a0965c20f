import fc from 'fast-check';
import { type Day, addDays } from '../shared/time.ts';
import type { Point } from './ladder.ts';
import { goingOf, slopeOf, turnsOf } from './trend.ts';

const START: Day = '2026-03-02';
const on = (n: number) => addDays(START, n);
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

type Kind = { readonly name: string; readonly truth: (day: number) => number; readonly noise: number; readonly share: number; readonly wrong: number; readonly turnsOn: number | null; readonly going: 'rising' | 'falling' | null };
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

function lives({ truth, noise, share, wrong }: Kind, seed: number): Point[] {
  const chance = chanceFrom(seed);
  const bell = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  return Array.from({ length: DAYS }, (_, n) => n).flatMap((n): Point[] => {
    const rung = chance() < wrong ? Math.floor(chance() * 7) : Math.round(truth(n) + noise * bell());
    return chance() < share ? [{ day: on(n), rung: Math.max(0, Math.min(6, rung)) }] : [];
  });
}

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
