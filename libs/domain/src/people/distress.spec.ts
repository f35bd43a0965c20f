import fc from 'fast-check';
import { type Share, chanceAlone, comparedDays, difference, mayNoteDistress, pictureOf, shareOf, wilson } from './distress.ts';

const share = (of: number, days: number): Share => ({ of, days });
const LONDON = 'Europe/London';
const WALK = { fromTime: '16:30', toTime: '17:15' };

describe('the interval of a share', () => {
  // Table I of Newcombe (1998), Statistics in Medicine 17: 857–872, method 3.
  it.each([[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]])('of %d in %d is as published', (of, days, low, high) => {
    const found = wilson(share(of, days));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
  it('holds the share, stays within 0 and 1, and narrows with more days', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }), (of, days) => {
      fc.pre(of <= days);
      const { low, high } = wilson(share(of, days));
      expect(0 <= low && low <= of / days && of / days <= high && high <= 1).toBe(true);
      const tenfold = wilson(share(of * 10, days * 10));
      expect(tenfold.high - tenfold.low).toBeLessThan(high - low);
    }));
  });
});

describe('the interval of a difference', () => {
  // Table II of Newcombe (1998), Statistics in Medicine 17: 873–890, method 10.
  it.each([
    [[56, 70], [48, 80], 0.0524, 0.3339], [[9, 10], [3, 10], 0.1705, 0.809], [[6, 7], [2, 7], 0.0582, 0.8062], [[5, 56], [0, 29], -0.0381, 0.1926],
    [[0, 10], [0, 20], -0.1611, 0.2775], [[0, 10], [0, 10], -0.2775, 0.2775], [[10, 10], [0, 20], 0.6791, 1], [[10, 10], [0, 10], 0.6075, 1],
  ] as const)('of %j and %j is as published', ([a, m], [b, n], low, high) => {
    const found = difference(share(a, m), share(b, n));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
  it('is the same the other way round', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (a, x, b, y) => {
      const [one, two] = [share(a, a + x), share(b, b + y)];
      expect(difference(one, two).low).toBeCloseTo(-difference(two, one).high, 9);
      expect(chanceAlone(one, two)).toBeCloseTo(chanceAlone(two, one), 9);
      expect(chanceAlone(one, two)).toBeGreaterThan(0);
      expect(chanceAlone(one, two)).toBeLessThanOrEqual(1);
    }));
  });
});

describe('chance alone', () => {
  it('is Fisher’s', () => {
    // The lady tasting tea (Fisher 1935): 3 of 4 against 1 of 4 is 34 in 70 on both sides.
    expect(chanceAlone(share(3, 4), share(1, 4))).toBeCloseTo(34 / 70, 9);
    expect(chanceAlone(share(4, 4), share(0, 4))).toBeCloseTo(2 / 70, 9);
    expect(chanceAlone(share(3, 4), share(2, 19))).toBeCloseTo(185 / 8855, 9);
  });
});

describe('the picture', () => {
  it('says what can be said, and no more', () => {
    const said = (missed: Share, honoured: Share) => pictureOf(missed, honoured).sentence;
    expect(said(share(3, 4), share(2, 19))).toBe('3 of 4 missed days were followed by distress, 2 of 19 honoured days: likely more than chance.');
    expect(said(share(1, 1), share(0, 3))).toBe('Too few days to tell: 1 of 1 missed day was followed by distress, 0 of 3 honoured days.');
    expect(said(share(2, 12), share(3, 40))).toBe('2 of 12 missed days were followed by distress, 3 of 40 honoured days: that could well be chance.');
    expect(said(share(0, 12), share(15, 20))).toBe('0 of 12 missed days were followed by distress, 15 of 20 honoured days: likely more than chance, and the other way round. Ask whether they still want it.');
    expect(said(share(0, 0), share(1, 9))).toBe('It has not been missed on any day on record; 1 of 9 honoured days was followed by distress.');
    expect(said(share(2, 3), share(0, 0))).toBe('It has been missed on every day on record, so there is nothing to compare; 2 of 3 missed days were followed by distress.');
    expect(said(share(0, 0), share(0, 0))).toBe('No day is on record yet, so there is nothing to compare.');
  });
  it('never calls chance what so few days could not show', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), fc.nat(), fc.nat(), (m, h, a, b) => {
      const [missed, honoured] = [share(a % (m + 1), m), share(b % (h + 1), h)];
      const { verdict, apart } = pictureOf(missed, honoured);
      if (verdict === 'more after missed') expect(chanceAlone(missed, honoured) < 0.05 && (apart?.low ?? 0) > 0).toBe(true);
      if (m + h < 6) expect(['too few days', 'nothing to compare']).toContain(verdict);
    }));
  });
});

describe('days that are compared', () => {
  const day = (on: string, ...states: string[]) => ({ day: on, states });
  it('leave out what was not wanted and what is disputed, and see distress from the time it was due until three hours after', () => {
    const days = comparedDays(LONDON, [
      day('2026-11-02', 'missed'), day('2026-11-03', 'honoured'), day('2026-11-04', 'not wanted'), day('2026-11-05', 'honoured', 'missed'), day('2026-11-06', 'missed', 'missed'), day('2026-11-07'),
    ], WALK, ['2026-11-02T16:30:00Z', '2026-11-03T16:29:00Z', '2026-11-04T18:00:00Z', '2026-11-06T20:15:00Z'].map((at) => new Date(at)));
    expect(days).toEqual([
      { day: '2026-11-02', state: 'missed', distressed: true }, { day: '2026-11-03', state: 'honoured', distressed: false }, { day: '2026-11-06', state: 'missed', distressed: false },
    ]);
    expect(shareOf(days, 'missed')).toEqual({ of: 1, days: 2 });
    expect(shareOf(days, 'honoured')).toEqual({ of: 0, days: 1 });
  });
  it('go by the clock of the home on the weekends when the clocks change', () => {
    const at = (text: string) => [new Date(text)];
    // Summer time: half past four is 15:30 UTC. The clocks went forward that morning.
    expect(comparedDays(LONDON, [day('2026-03-29', 'missed')], WALK, at('2026-03-29T15:30:00Z'))[0]?.distressed).toBe(true);
    expect(comparedDays(LONDON, [day('2026-03-29', 'missed')], WALK, at('2026-03-29T15:29:00Z'))[0]?.distressed).toBe(false);
    // The clocks went back that morning: half past four is 16:30 UTC again.
    expect(comparedDays(LONDON, [day('2026-10-25', 'missed')], WALK, at('2026-10-25T16:29:00Z'))[0]?.distressed).toBe(false);
    expect(comparedDays(LONDON, [day('2026-10-25', 'missed')], WALK, at('2026-10-25T16:30:00Z'))[0]?.distressed).toBe(true);
    // A night routine whose hour comes twice: three hours later are three hours, whatever the clock says.
    const night = { fromTime: '00:30', toTime: '01:30' };
    expect(comparedDays(LONDON, [day('2026-10-25', 'missed')], night, at('2026-10-25T03:29:00Z'))[0]?.distressed).toBe(true);
    expect(comparedDays(LONDON, [day('2026-10-25', 'missed')], night, at('2026-10-25T03:30:00Z'))[0]?.distressed).toBe(false);
  });
});

describe('a note of distress', () => {
  const now = new Date('2026-11-24T18:00:00Z');
  const note = { level: 'upset', at: now, words: '', corrects: false };
  const codes = (more: Partial<typeof note>) => {
    const decision = mayNoteDistress({ ...note, ...more }, now);
    return decision.allowed ? [] : decision.reasons.map(({ code }) => code);
  };
  it('is of something that has been, at a level there is', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ at: new Date('2026-11-24T18:04:00Z') })).toEqual([]);
    expect(codes({ at: new Date('2026-11-24T18:06:00Z') })).toEqual(['DISTRESS_TO_COME']);
    expect(codes({ at: new Date(Number.NaN) })).toEqual(['DISTRESS_TO_COME']);
    expect(codes({ at: new Date('2025-01-01T00:00:00Z'), level: 'cross', words: 'x'.repeat(1001) })).toEqual(['DISTRESS_LEVEL_UNKNOWN', 'DISTRESS_LONG_AGO', 'DISTRESS_TOO_LONG']);
    expect(codes({ level: 'settled after all' })).toEqual(['DISTRESS_SETTLED_ALONE']);
    expect(codes({ level: 'settled after all', corrects: true })).toEqual([]);
  });
});
