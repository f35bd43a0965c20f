import fc from 'fast-check';
import { addDays, daysBetween } from '../shared/time.ts';
import { type Sign, type Watched, atLeast, firstHurt, hurtOn, mayAnswer, mayNoteFall, mayStop } from './taper.ts';

const BEGAN = '2026-10-05';
const watched = (signs: Sign[], more: Partial<Watched> = {}): Watched => ({ name: 'Peggy', beganOn: BEGAN, since: BEGAN, knownFrom: '2026-01-01', signs, tasks: [], ...more });
const on = (kind: Sign['kind'], ...days: string[]): Sign[] => days.map((day) => ({ kind, day }));

describe('a taper that hurts', () => {
  it('is seen in distress that came more often than before, in words that say how often', () => {
    const before = on('distress', '2026-09-01', '2026-09-20');
    expect(hurtOn(watched([...before, ...on('distress', '2026-10-06', '2026-10-12')]), '2026-10-14')).toBeNull();
    expect(hurtOn(watched([...before, ...on('distress', '2026-10-06', '2026-10-08', '2026-10-09', '2026-10-12', '2026-10-13')]), '2026-10-14')).toEqual({ why: 'distress', onDay: '2026-10-14', words: '5 times distressed in 10 days; before, 2 times distressed in 56 days.' });
  });

  it('is seen in one fall with an injury at once, in two falls of somebody who never fell, not in the fall of somebody who often did', () => {
    expect(hurtOn(watched([{ kind: 'falls', day: '2026-10-09', hurt: true }]), '2026-10-09')).toMatchObject({ why: 'falls', words: 'Peggy fell and was hurt on Friday 9 October.' });
    expect(hurtOn(watched(on('falls', '2026-10-06')), '2026-10-09')).toBeNull();
    expect(hurtOn(watched(on('falls', '2026-10-06', '2026-10-08')), '2026-10-08')).toMatchObject({ why: 'falls' });
    expect(hurtOn(watched(on('falls', '2026-08-15', '2026-08-25', '2026-09-05', '2026-09-15', '2026-09-25', '2026-10-06', '2026-10-12')), '2026-10-14')).toBeNull();
  });

  it('is not seen in what somebody always says no to, and is in noes that are new', () => {
    const often = Array.from({ length: 8 }, (_, n) => addDays('2026-08-11', n * 7));
    expect(hurtOn(watched(on('refusals', ...often, '2026-10-06', '2026-10-13')), '2026-10-14')).toBeNull();
    expect(hurtOn(watched(on('refusals', '2026-10-06', '2026-10-07', '2026-10-09', '2026-10-12')), '2026-10-14')).toMatchObject({ why: 'refusals' });
  });

  it('is seen in help with a daily task that goes up', () => {
    const points = Array.from({ length: 40 }, (_, n) => ({ day: addDays(BEGAN, n - 28), rung: n < 30 ? 5 : 2 }));
    expect(firstHurt(watched([], { tasks: [{ name: 'Making tea', points }] }), '2026-10-16')).toMatchObject({ why: 'more help', words: '“Making tea” took more help lately than in the four weeks before.' });
    expect(firstHurt(watched([], { tasks: [{ name: 'Making tea', points: points.map(({ day }) => ({ day, rung: 5 })) }] }), '2026-10-16')).toBeNull();
  });

  it('does not look again at what was answered', () => {
    const signs = on('distress', '2026-10-06', '2026-10-07', '2026-10-08', '2026-10-09');
    expect(firstHurt(watched(signs), '2026-11-20')).toMatchObject({ onDay: '2026-10-08' });
    expect(firstHurt(watched(signs, { since: '2026-10-10' }), '2026-11-20')).toBeNull();
  });

  it('is never made of fewer signs, and more of one kind never make it less certain', () => {
    const anyDays = fc.array(fc.integer({ min: -56, max: 20 }), { maxLength: 12 });
    fc.assert(fc.property(anyDays, fc.integer({ min: 0, max: 20 }), (days, day) => {
      const signs = days.map((n): Sign => ({ kind: 'distress', day: addDays(BEGAN, n) }));
      const now = addDays(BEGAN, day);
      if (hurtOn(watched(signs), now)) expect(hurtOn(watched([...signs, { kind: 'distress', day: now }]), now)).not.toBeNull();
      if (signs.filter((sign) => sign.day >= BEGAN).length < 3) expect(hurtOn(watched(signs), now)).toBeNull();
    }));
    expect([atLeast(0, 5, 0.2), atLeast(5, 5, 0.2), Math.round(atLeast(3, 3, 0.2) * 1000)]).toEqual([1, expect.closeTo(0.00032, 8), 8]);
  });
});

/** A number from 0 to 1, the same every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Eight weeks before a plan and eight weeks of it, with so many signs a week before and since; a day may have more than one. */
function lived(roll: () => number, perWeek: { [Kind in Sign['kind']]: readonly [before: number, since: number] }): Sign[] {
  const kinds = Object.keys(perWeek) as Sign['kind'][];
  return kinds.flatMap((kind) => Array.from({ length: 112 }, (_, n) => n - 56).flatMap((n): Sign[] => {
    const rate = perWeek[kind][n < 0 ? 0 : 1] / 7;
    return roll() < rate / 2 ? [{ kind, day: addDays(BEGAN, n) }, ...(roll() < rate / 2 ? [{ kind, day: addDays(BEGAN, n) }] : [])] : roll() < rate / 2 ? [{ kind, day: addDays(BEGAN, n) }] : [];
  }));
}

describe('on simulated people', () => {
  const PEOPLE = 400;
  const KINDS: Readonly<Record<string, { [Kind in Sign['kind']]: readonly [number, number] }>> = {
    'nothing ever happens': { distress: [0, 0], falls: [0, 0], refusals: [0, 0] },
    'now and then, as before': { distress: [0.5, 0.5], falls: [0.05, 0.05], refusals: [1, 1] },
    'often, as before': { distress: [3, 3], falls: [0.2, 0.2], refusals: [4, 4] },
    'distress four times as often': { distress: [0.75, 3], falls: [0.05, 0.05], refusals: [1, 1] },
    'distress from none to every other day': { distress: [0, 3.5], falls: [0, 0], refusals: [0, 0] },
    'falls from none to one a week': { distress: [0, 0], falls: [0, 1], refusals: [0, 0] },
    'noes five times as often': { distress: [0.2, 0.2], falls: [0, 0], refusals: [0.8, 4] },
  };

  it('prints how often it fires where nothing changed and how soon where something did', () => {
    const roll = dice(20261122);
    const rows = Object.entries(KINDS).map(([name, rates]) => {
      const fired = Array.from({ length: PEOPLE }, () => firstHurt(watched(lived(roll, rates)), addDays(BEGAN, 55)));
      const days = fired.flatMap((hurt) => (hurt ? [daysBetween(BEGAN, hurt.onDay) + 1] : [])).sort((a, b) => a - b);
      return { name, isSame: Object.values(rates).every(([before, since]) => before === since), fired: days.length, median: days[Math.floor(days.length / 2)] ?? null };
    });
    console.info(`A taper that hurts, on ${PEOPLE} people of each kind over eight weeks, looked at every day:\n${rows.map(({ name, isSame, fired, median }) => `  ${name}: ${isSame ? 'false alarms' : 'found'} for ${fired} of ${PEOPLE}${isSame ? `, ${(fired / PEOPLE / (56 / 30.4)).toFixed(3)} a person a month` : `, half of them by day ${median ?? '–'}`}`).join('\n')}`);
    for (const { isSame, fired, median } of rows) {
      if (isSame) expect(fired / PEOPLE).toBeLessThan(0.15);
      else expect([fired / PEOPLE > 0.85, (median ?? 99) <= 28]).toEqual([true, true]);
    }
  });
});

describe('stopping and answering', () => {
  const codes = (decision: ReturnType<typeof mayStop> | ReturnType<typeof mayNoteFall>) => (decision.allowed ? [] : decision.reasons.map(({ code }) => code as string));

  it('takes a reason and words; what stands still or never falls is not stopped', () => {
    expect(codes(mayStop({ why: 'distress', words: 'Crying at tea.' }, { name: 'Peggy', state: 'falling' }))).toEqual([]);
    expect(codes(mayStop({ why: 'whim', words: ' ' }, { name: 'Peggy', state: 'falling' }))).toEqual(['NOT_A_WHY', 'STOP_NO_WORDS']);
    expect((['none', 'held', 'stopped'] as const).map((state) => codes(mayStop({ why: 'other', words: 'x' }, { name: 'Peggy', state }))[0])).toEqual(['NO_PLAN', 'ALREADY_HELD', 'STANDS_STILL']);
  });

  it('is answered with the person’s say, and never with "go on" for somebody who is never tapered', () => {
    expect(codes(mayAnswer({ answer: 'go on', say: 'Yes.' }, { name: 'Peggy', isStopped: true, neverTapered: false }))).toEqual([]);
    expect(codes(mayAnswer({ answer: 'go on', say: '' }, { name: 'Peggy', isStopped: true, neverTapered: true }))).toEqual(['NEVER_GOES_ON', 'ANSWER_NO_SAY']);
    expect(codes(mayAnswer({ answer: 'hold', say: 'Stay.' }, { name: 'Peggy', isStopped: true, neverTapered: true }))).toEqual([]);
    expect(codes(mayAnswer({ answer: 'perhaps', say: 'x' }, { name: 'Peggy', isStopped: false, neverTapered: false }))).toEqual(['NOT_STOPPED', 'NOT_AN_ANSWER']);
  });

  it('writes down a fall that has been, somewhere', () => {
    const now = new Date('2026-11-23T09:00:00Z');
    expect(codes(mayNoteFall({ at: now, place: 'Bathroom', hurt: 'not hurt', corrects: false }, now))).toEqual([]);
    expect(codes(mayNoteFall({ at: new Date('2026-11-23T09:10:00Z'), place: ' ', hurt: 'a bit', corrects: false }, now))).toEqual(['FALL_NO_PLACE', 'FALL_HURT', 'FALL_TO_COME']);
    expect(codes(mayNoteFall({ at: new Date('2024-11-23T09:10:00Z'), place: 'x', hurt: 'not a fall after all', corrects: false }, now))).toEqual(['FALL_CORRECTS', 'FALL_LONG_AGO']);
  });
});
