import fc from 'fast-check';
import { addDays } from '../shared/time.ts';
import { type Halt, type PlanShape, type Taper, isFalling, lastDayOf, levelAt, mayMakePlan, penceOf, plannedMinutes, ratioOf, staffShare, weekOf, weeksIn } from './support-plan.ts';

const MONDAY = '2026-10-05';
const taper = (more: Partial<Taper> & { weeks?: number } = {}): Taper => {
  const { weeks = 8, ...rest } = more;
  return { startsOn: MONDAY, endsOn: lastDayOf(MONDAY, weeks), shape: 'straight', stepWeeks: 2, startMinutes: 600, goalMinutes: 180, ...rest };
};
const line = (of: Taper, weeks: number) => Array.from({ length: weeks }, (_, n) => plannedMinutes(of, [], addDays(MONDAY, n * 7)));
const anyTaper = fc.record({ weeks: fc.integer({ min: 1, max: 52 }), shape: fc.constantFrom<PlanShape>('straight', 'stepped', 'held'), stepWeeks: fc.integer({ min: 1, max: 12 }), start: fc.integer({ min: 0, max: 10_080 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ weeks, shape, stepWeeks, start, part }) => taper({ weeks, shape, stepWeeks, startMinutes: start, goalMinutes: shape === 'held' ? start : Math.floor(start * part) }));

describe('a support plan', () => {
  it('begins at its start and ends at its goal, exactly, in each of its shapes', () => {
    expect(line(taper(), 9)).toEqual([600, 540, 480, 420, 360, 300, 240, 180, 180]);
    expect(line(taper({ shape: 'stepped' }), 9)).toEqual([600, 600, 460, 460, 320, 320, 180, 180, 180]);
    expect(line(taper({ shape: 'stepped', stepWeeks: 3, weeks: 7 }), 7)).toEqual([600, 600, 600, 390, 390, 390, 180]);
    expect(line(taper({ shape: 'held', goalMinutes: 600 }), 9)).toEqual(Array.from({ length: 9 }, () => 600));
    expect(line(taper({ startMinutes: 100, goalMinutes: 0, weeks: 4 }), 4)).toEqual([100, 67, 33, 0]);
    expect(plannedMinutes(taper(), [], addDays(MONDAY, -7))).toBe(600);
    expect([weeksIn(taper()), weekOf(taper(), '2026-10-18'), weekOf(taper(), '2026-10-04')]).toEqual([8, 1, -1]);
  });

  it('comes down across a change of the clocks as at any other time', () => {
    expect(plannedMinutes(taper(), [], '2026-10-26')).toBe(420);
  });

  it('is whole, never rises, never leaves what lies between its start and its goal, whatever its numbers', () => {
    fc.assert(fc.property(anyTaper, fc.integer({ min: -4, max: 60 }), (of, week) => {
      const [now, next] = [levelAt(of, week), levelAt(of, week + 1)];
      expect(Number.isInteger(now)).toBe(true);
      expect(now).toBeGreaterThanOrEqual(of.goalMinutes);
      expect(now).toBeLessThanOrEqual(of.startMinutes);
      expect(next).toBeLessThanOrEqual(now);
      if (of.shape === 'held') expect(now).toBe(of.startMinutes);
    }));
  });

  it('stands at the level of the week it was stopped in, goes down again from the week after "go on", and back to the start when asked', () => {
    const stop = (answer: Halt['answer']): Halt[] => [{ onDay: '2026-10-21', answer }];
    const under = (halts: Halt[]) => Array.from({ length: 8 }, (_, n) => plannedMinutes(taper(), halts, addDays(MONDAY, n * 7)));
    expect(under(stop(null))).toEqual([600, 540, 480, 480, 480, 480, 480, 480]);
    expect(under(stop({ answer: 'hold', onDay: '2026-10-23' }))).toEqual([600, 540, 480, 480, 480, 480, 480, 480]);
    expect(under(stop({ answer: 'go on', onDay: '2026-10-22' }))).toEqual([600, 540, 480, 420, 360, 300, 240, 180]);
    expect(under(stop({ answer: 'go on', onDay: '2026-11-04' }))).toEqual([600, 540, 480, 480, 480, 420, 360, 300]);
    expect(under(stop({ answer: 'go back', onDay: '2026-10-28' }))).toEqual([600, 540, 480, 600, 600, 600, 600, 600]);
  });

  it('never plans less for being stopped, and never goes lower while nobody has answered', () => {
    const anyHalt = fc.record({ at: fc.integer({ min: -7, max: 370 }), after: fc.integer({ min: 0, max: 60 }), answer: fc.constantFrom('go on' as const, 'hold' as const, 'go back' as const, null) })
      .map(({ at, after, answer }): Halt => ({ onDay: addDays(MONDAY, at), answer: answer && { answer, onDay: addDays(MONDAY, at + after) } }));
    fc.assert(fc.property(anyTaper, fc.array(anyHalt, { maxLength: 4 }), fc.integer({ min: 0, max: 55 }), (of, halts, week) => {
      const at = (n: number, under = halts) => plannedMinutes(of, under, addDays(MONDAY, n * 7));
      expect(at(week)).toBeGreaterThanOrEqual(at(week, []));
      const open = halts.filter(({ answer }) => answer === null).map(({ onDay }) => weekOf(of, onDay));
      if (open.some((from) => from <= week)) expect(at(week + 1)).toBeGreaterThanOrEqual(at(week));
    }));
  });

  it('costs whole pence: an hour shared by four costs a quarter of one', () => {
    expect(staffShare([{ minutes: 60, ...ratioOf('shared', 4) }])).toBe(0.25);
    expect(staffShare([{ minutes: 30, ...ratioOf('two to one', 4) }, { minutes: 90, ...ratioOf('one to one', 4) }])).toBe(1.25);
    expect([penceOf(60, 1534), penceOf(15, 1533), penceOf(10, 1533), penceOf(0, 1533), penceOf(1, 30)]).toEqual([1534, 383, 256, 0, 1]);
  });
});

describe('whether a plan can be made', () => {
  const draft = { lines: [{ kind: 'one to one', what: 'Washing', minutes: 420, residents: 1 }], shape: 'stepped', startsOn: '2026-11-23', weeks: 8, stepWeeks: 2, goalMinutes: 120, hourlyPence: 1550, why: 'Home by Christmas', say: 'I want my own front door.' };
  const peggy = { name: 'Peggy', livesHere: true, neverTapered: false, comfort: null as string | null, outcomeGone: false, isAsked: false };
  const codes = (more: Partial<typeof draft>, person: Partial<typeof peggy> = {}) => {
    const decision = mayMakePlan({ ...draft, ...more }, { ...peggy, ...person }, '2026-11-23');
    return decision.allowed ? [] : decision.reasons.map(({ code }) => code);
  };

  it('takes lines, a shape, weeks, an end below the start, and the person’s say', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ shape: 'held', goalMinutes: 420 })).toEqual([]);
    expect(codes({ lines: [] })).toContain('NO_LINES');
    expect(codes({ lines: [{ kind: 'shared', what: ' ', minutes: 0.5, residents: 1 }] })).toEqual(expect.arrayContaining(['LINE_NO_WORDS', 'LINE_MINUTES', 'LINE_SHARED']));
    expect(codes({ startsOn: '2026-11-24' })).toEqual(['STARTS_MONDAY']);
    expect(codes({ startsOn: '2026-11-16' })).toEqual(['STARTS_PAST']);
    expect(codes({ weeks: 2 })).toEqual(['TOO_SHORT']);
    expect(codes({ weeks: 53 })).toEqual(['PLAN_WEEKS']);
    expect([codes({ goalMinutes: 421 }), codes({ goalMinutes: 420 }), codes({ shape: 'held' })]).toEqual([['GOAL_ABOVE'], ['GOAL_SAME'], ['HELD_GOAL']]);
    expect(codes({ why: '', say: ' ', hourlyPence: -1 })).toEqual(['PENCE', 'PLAN_NO_WHY', 'PLAN_NO_SAY']);
    expect(codes({ shape: 'box' })).toContain('NOT_A_SHAPE');
  });

  it('never falls for somebody who wants comfort and connection, and may always be held', () => {
    expect(codes({}, { neverTapered: true })).toEqual(['NEVER_TAPERED']);
    expect(codes({}, { comfort: 'Sit with my sister' })).toEqual(['COMFORT_OUTCOME']);
    expect(codes({ shape: 'held', goalMinutes: 420 }, { neverTapered: true, comfort: 'Sit with my sister' })).toEqual([]);
    expect(codes({}, { isAsked: true })).toEqual(['PLAN_STANDS_ASKED']);
    fc.assert(fc.property(fc.constantFrom('straight', 'stepped'), fc.integer({ min: 0, max: 419 }), fc.integer({ min: 3, max: 52 }), (shape, goalMinutes, weeks) => {
      expect(codes({ shape, goalMinutes, weeks }, { neverTapered: true })).toContain('NEVER_TAPERED');
    }));
    expect([isFalling(taper()), isFalling(taper({ shape: 'held', goalMinutes: 600 }))]).toEqual([true, false]);
  });
});
