import fc from 'fast-check';
import { type Stop, haltsOf, openStop, sayState, stateOf, stopsOf } from './stops.ts';
import type { Meant, Received } from './support-minutes.ts';
import { type PlanInForce, type WeekSeen, freedMinutes, weekFigures, whyUnknown } from './weeks.ts';
import { balanceOf, maySpend, threeIdeas, toCredit } from './wish-minutes.ts';

const plan: PlanInForce & { madeOn: string } = {
  startsOn: '2026-11-02', endsOn: '2026-12-27', shape: 'stepped', stepWeeks: 2, startMinutes: 360, goalMinutes: 60, hourlyPence: 1500, halts: [], madeOn: '2026-11-02',
  lines: [{ kind: 'one to one', what: 'Washing', minutes: 240, staff: 1, residents: 1 }, { kind: 'shared', what: 'Dinner', minutes: 120, staff: 1, residents: 4 }],
};
const received = (minutes: number, staffMinutes = minutes): Received => ({ minutes, staffMinutes, parts: [] });
const meant = (planned: number, real: number, things = 5, recorded = 5): Meant => ({ planned, real, reasons: [], things, recorded });
const seen = (more: Partial<WeekSeen> = {}): WeekSeen => ({ monday: '2026-11-16', state: 'over', received: received(200), meant: meant(200, 200), isAway: false, ...more });

describe('a week of the triangle', () => {
  it('is planned, actual, gap, cost, what was saved and what was set free', () => {
    expect(weekFigures(plan, seen())).toEqual({ monday: '2026-11-16', state: 'over', planned: 260, actual: 200, gap: 60, plannedPence: 4875, actualPence: 5000, boxPence: 6750, savedPence: 1750, freed: 100, unknown: null });
    expect(weekFigures(plan, seen({ state: 'to come' }))).toMatchObject({ planned: 260, actual: null, gap: null, actualPence: null, savedPence: null, freed: null });
    expect(weekFigures(plan, seen({ state: 'now' }))).toMatchObject({ actual: 200, freed: null, savedPence: null });
  });

  it('sets nothing free that is not known: away, nothing planned, or too little recorded', () => {
    expect(whyUnknown(seen({ isAway: true }))).toBe('Not at home all week, so we do not know.');
    expect(whyUnknown(seen({ meant: meant(0, 0, 0, 0) }))).toContain('so we do not know');
    expect([whyUnknown(seen({ meant: meant(200, 200, 10, 7) })), whyUnknown(seen({ meant: meant(200, 200, 10, 8) }))]).toEqual(['Recorded for 7 of 10, so we do not know.', null]);
    expect(weekFigures(plan, seen({ isAway: true }))).toMatchObject({ freed: null, savedPence: null });
  });

  it('never sets free what the home failed to give, nor more than the plan gave up, whatever the numbers', () => {
    const anyNumber = fc.integer({ min: 0, max: 2000 });
    fc.assert(fc.property(anyNumber, anyNumber, anyNumber, anyNumber, anyNumber, (box, down, got, failed, extra) => {
      const planned = Math.max(0, box - down);
      const free = freedMinutes(box, planned, got, { planned: got + failed, real: got });
      expect(free).toBeGreaterThanOrEqual(0);
      expect(free).toBeLessThanOrEqual(box - planned);
      expect(free).toBeLessThanOrEqual(Math.max(0, box - got - failed));
      expect(freedMinutes(box, planned, got, { planned: got + failed + extra, real: got })).toBeLessThanOrEqual(free);
    }));
  });
});

describe('wish-minutes', () => {
  it('are credited once for each week that is known, and never spent beyond what there is', () => {
    const lines = [{ kind: 'freed' as const, week: '2026-11-02', minutes: 50 }, { kind: 'spent' as const, week: '2026-11-09', minutes: -20 }];
    expect(toCredit([{ monday: '2026-11-02', freed: 70 }, { monday: '2026-11-09', freed: null }, { monday: '2026-11-16', freed: 0 }, { monday: '2026-11-23', freed: 30 }], lines)).toEqual([{ week: '2026-11-23', minutes: 30 }]);
    expect(balanceOf(lines)).toBe(30);
    const codes = (minutes: number, more: { say?: string; what?: string; notNow?: boolean } = {}) => {
      const decision = maySpend({ minutes, say: 'Scones.', what: 'Baking', notNow: false, ...more }, { balance: 30, retired: null, gone: null });
      return decision.allowed ? [] : decision.reasons.map(({ code }) => code);
    };
    expect([codes(30), codes(31), codes(0), codes(1.5), codes(10, { say: ' ' }), codes(10, { what: '' }), codes(0, { notNow: true, what: '' })]).toEqual([[], ['SPEND_TOO_MUCH'], ['SPEND_MINUTES'], ['SPEND_MINUTES'], ['SPEND_NO_SAY'], ['SPEND_NO_WHAT'], []]);
  });

  it('are offered three ideas at most, each once, the best first', () => {
    const idea = (activityId: string, worth: number) => ({ activityId, name: activityId, picture: 'star', worth, because: String(worth) });
    expect(threeIdeas([idea('tea', 40), idea('walk', 90), idea('tea', 80), idea('swim', 50), idea('choir', 10)]).map(({ activityId, worth }) => [activityId, worth])).toEqual([['walk', 90], ['tea', 80], ['swim', 50]]);
  });
});

describe('what stands of a plan', () => {
  const watched = { name: 'Peggy', knownFrom: '2026-01-01', signs: [], tasks: [] };
  const stop = (answer: Stop['answer']): Stop => ({ id: 's', why: 'distress', words: 'x', onDay: '2026-11-10', answer });
  const comfort = [{ phase: 'comfort and connection' as const, day: '2026-11-18', words: 'Sit with me.' }];

  it('is held from the day somebody says they want comfort and connection, and only once', () => {
    const stops = stopsOf(plan, [], comfort, watched, '2026-11-25');
    expect(stops).toEqual([expect.objectContaining({ id: null, why: 'comfort and connection', onDay: '2026-11-18' })]);
    expect(weekFigures({ ...plan, halts: haltsOf(stops) }, seen({ monday: '2026-12-14' })).planned).toBe(260);
    expect(stopsOf(plan, [], comfort, watched, '2026-11-17')).toEqual([]);
    expect(stopsOf(plan, [{ ...stop(null), why: 'comfort and connection' }], comfort, watched, '2026-11-25')).toHaveLength(1);
    expect(stopsOf({ ...plan, shape: 'held', goalMinutes: 360 }, [], comfort, watched, '2026-11-25')).toEqual([]);
  });

  it('takes whichever came first, and nothing more while a stop waits or once it is held', () => {
    const signs = ['2026-11-04', '2026-11-05', '2026-11-06'].map((day) => ({ kind: 'distress' as const, day }));
    expect(stopsOf(plan, [], comfort, { ...watched, signs }, '2026-11-25').map(({ why, onDay }) => [why, onDay])).toEqual([['distress', '2026-11-06']]);
    for (const answer of [null, { answer: 'hold' as const, onDay: '2026-11-11' }, { answer: 'go back' as const, onDay: '2026-11-11' }]) expect(stopsOf(plan, [stop(answer)], comfort, { ...watched, signs }, '2026-11-25')).toHaveLength(1);
    expect(stopsOf(plan, [stop({ answer: 'go on', onDay: '2026-11-11' })], comfort, { ...watched, signs }, '2026-11-25').map(({ why }) => why)).toEqual(['distress', 'comfort and connection']);
  });

  it('is said in a sentence', () => {
    const at = (stops: Stop[], today: string) => [stateOf(plan, stops, today), sayState('Peggy', plan, stops, today)];
    expect(at([], '2026-11-25')).toEqual(['falling', '260 minutes planned this week, on the way from 360 to 60 by Sunday 27 December.']);
    expect(at([stop(null)], '2026-11-25')).toEqual(['stopped', 'Stopped on Tuesday 10 November. Support stays at 360 minutes a week until somebody has talked with Peggy.']);
    expect(at([stop({ answer: 'hold', onDay: '2026-11-11' })], '2026-11-25')[0]).toBe('held');
    expect([at([], '2026-10-30')[0], at([], '2027-01-04')]).toEqual(['to come', ['over', 'This plan ended on Sunday 27 December. Support stays at 60 minutes a week until there is another.']]);
    expect(sayState('Peggy', null, [], '2026-11-25')).toBe('Nobody has made a support plan with Peggy yet.');
    expect(openStop([stop(null)])?.why).toBe('distress');
  });
});
