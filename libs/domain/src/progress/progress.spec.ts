import fc from 'fast-check';
import { TASK_LIBRARY } from '../reablement/task-library.ts';
import { type Day, addDays } from '../shared/time.ts';
import { type Counted, MEASURES, beganSoon, inOrder, isMeasure, missingOfStart, rateOf } from './measures.ts';
import { AHEAD_DAYS, type OutcomeAhead, type Serving, isAhead, nothingPlanned } from './nothing-planned.ts';
import { type Levels, THEIR_OWN, nextSentence, pathOf, rungNow, rungThen, sayMyself, sayNowAndThen, sayRung, saySupport, sentenceOf } from './own.ts';
import { type Given, sayMinutes, sayShare, shareOf } from './share.ts';
import { taskPicture } from './task-picture.ts';
import { type LivesHere, withoutOutcome } from './without-outcome.ts';

const TODAY = '2026-11-25';
const someone = (more: Partial<LivesHere> = {}): LivesHere => ({ residentId: 'bob', name: 'Bob', namedWorker: 'Dean Hughes', movedIn: '2026-10-26', writtenDown: '2026-10-20', live: 0, lastEnded: null, ...more });
const aDay = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => addDays(TODAY, days));

describe('people without a live outcome', () => {
  it('have been without since the last one ended, or since they moved in', () => {
    expect(withoutOutcome([someone()], TODAY)).toMatchObject([{ days: 30, words: 'For 30 days: since moving in on Monday 26 October.' }]);
    expect(withoutOutcome([someone({ lastEnded: '2026-11-24' })], TODAY)).toMatchObject([{ since: '2026-11-24', days: 1, words: 'For 1 day: the last one ended on Tuesday 24 November.' }]);
    expect(withoutOutcome([someone({ lastEnded: '2026-10-01' })], TODAY)).toMatchObject([{ since: '2026-10-26' }]);
    expect(withoutOutcome([someone({ movedIn: null })], TODAY)).toMatchObject([{ since: '2026-10-20', days: 36, words: 'For 36 days: none was ever written down.' }]);
    expect(withoutOutcome([someone({ movedIn: addDays(TODAY, 2) })], TODAY)).toMatchObject([{ days: 0 }]);
  });

  it('are everybody whom no outcome of theirs lifts out: each person is on exactly one side, whoever waits longest first', () => {
    const person = fc.record({ residentId: fc.uuid(), name: fc.string(), namedWorker: fc.constant(null), movedIn: fc.option(aDay(-900, 1)), writtenDown: aDay(-900, 0), live: fc.nat(3), lastEnded: fc.option(aDay(-900, 0)) });
    fc.assert(fc.property(fc.uniqueArray(person, { selector: ({ residentId }) => residentId }), (people) => {
      const without = withoutOutcome(people, TODAY);
      const ids = new Set(without.map(({ residentId }) => residentId));
      expect(ids.size).toBe(without.length);
      expect(people.filter(({ residentId }) => ids.has(residentId)).every(({ live }) => live === 0)).toBe(true);
      expect(people.filter(({ residentId }) => !ids.has(residentId)).every(({ live }) => live > 0)).toBe(true);
      expect(without.every(({ days }, n) => days >= 0 && days <= (without[n - 1]?.days ?? Infinity))).toBe(true);
      expect(withoutOutcome(people.toReversed(), TODAY)).toEqual(without);
    }));
  });
});

describe('outcomes with nothing planned', () => {
  const outcome = (serving: Serving[], more: Partial<OutcomeAhead> = {}): OutcomeAhead => ({ outcomeId: 'o1', residentId: 'bob', name: 'Bob', words: 'I walk with Fern.', comfort: false, since: '2026-10-01', lastOn: null, serving, ...more });

  it('are those that no session, routine or step serves from today to the thirteenth day after, and no daily task was done for in two weeks', () => {
    for (const kind of ['session', 'routine', 'step'] as const) {
      expect([-1, 0, 13, 14].map((days) => isAhead({ kind, day: addDays(TODAY, days) }, TODAY))).toEqual([false, true, true, false]);
    }
    expect([-14, -13, 0, 1].map((days) => isAhead({ kind: 'task', day: addDays(TODAY, days) }, TODAY))).toEqual([false, true, true, false]);
  });

  it('are the ones for which nothing has happened for longest, first; comfort counts like any other', () => {
    const idle = nothingPlanned([
      outcome([{ kind: 'step', day: addDays(TODAY, 30) }]), outcome([], { outcomeId: 'o2', lastOn: '2026-11-20', comfort: true }), outcome([{ kind: 'session', day: TODAY }], { outcomeId: 'o3' }),
    ], TODAY);
    expect(idle.map(({ outcomeId, days }) => [outcomeId, days])).toEqual([['o1', 55], ['o2', 5]]);
  });

  it('are never those that something serves, whatever else there is', () => {
    const serving = fc.record({ kind: fc.constantFrom('session' as const, 'routine' as const, 'step' as const, 'task' as const), day: aDay(-40, 40) });
    fc.assert(fc.property(fc.array(serving), (all) => {
      expect(nothingPlanned([outcome(all)], TODAY)).toHaveLength(all.some((each) => isAhead(each, TODAY)) ? 0 : 1);
      expect(nothingPlanned([outcome([...all, { kind: 'routine', day: addDays(TODAY, AHEAD_DAYS - 1) }])], TODAY)).toEqual([]);
    }));
  });
});

describe('the share of planned support that happened', () => {
  it('says nothing of a person with less than two hours planned, and has bounds from ten hours on', () => {
    expect(shareOf([{ planned: 119, real: 60, reasons: [] }])).toMatchObject({ planned: 119, happened: 60, share: null, between: null });
    expect(shareOf([{ planned: 120, real: 60, reasons: [] }])).toMatchObject({ share: 0.5, between: null });
    expect(shareOf([{ planned: 720, real: 540, reasons: [] }])).toMatchObject({ share: 0.75, between: { low: 46, high: 92 } });
  });

  it('lets nobody’s extra hours make up for another’s missing ones', () => {
    expect(shareOf([{ planned: 600, real: 1200, reasons: [] }, { planned: 600, real: 0, reasons: [] }])).toMatchObject({ planned: 1200, happened: 600, share: 0.5 });
  });

  it('adds up the reasons, the most minutes first', () => {
    const given = [{ planned: 60, real: 0, reasons: [{ reason: 'sickness', minutes: 60 }] }, { planned: 90, real: 0, reasons: [{ reason: 'sickness', minutes: 20 }, { reason: 'the person said no', minutes: 70 }] }];
    expect(shareOf(given).reasons).toEqual([{ reason: 'sickness', minutes: 80 }, { reason: 'the person said no', minutes: 70 }]);
  });

  it('is from 0 to 1, within its bounds, and the same in any order', () => {
    const minutes = fc.nat(3000);
    const given: fc.Arbitrary<Given> = fc.record({ planned: minutes, real: minutes, reasons: fc.array(fc.record({ reason: fc.constantFrom('sickness', 'weather', 'no driver'), minutes }), { maxLength: 3 }) });
    fc.assert(fc.property(fc.array(given, { maxLength: 30 }), (all) => {
      const { planned, happened, share, between } = shareOf(all);
      expect(happened).toBeLessThanOrEqual(planned);
      if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
      if (share !== null && between) expect(between.low <= share * 100 + 1e-9 && share * 100 <= between.high + 1e-9 && between.low >= 0 && between.high <= 100).toBe(true);
      expect(shareOf(all.toReversed())).toEqual(shareOf(all));
    }));
  });

  it('is said in hours and minutes', () => {
    expect([0, 1, 45, 60, 200].map(sayMinutes)).toEqual(['0 minutes', '1 minute', '45 minutes', '1 hour', '3 hours 20 minutes']);
    expect(sayShare({ planned: 0, happened: 0 })).toBe('No support was planned in these four weeks.');
    expect(sayShare({ planned: 120, happened: 120 })).toBe('All that was planned happened: 2 hours.');
    expect(sayShare({ planned: 120, happened: 0 })).toBe('Of 2 hours planned, none happened.');
    expect(sayShare({ planned: 120, happened: 90 })).toBe('Of 2 hours planned, 1 hour 30 minutes happened.');
  });
});

describe('measures', () => {
  const counted = fc.record({ residentId: fc.uuid(), name: fc.string(), met: fc.boolean(), why: fc.string() });

  it('are numbers as long as their lists, with those who are missing on top', () => {
    fc.assert(fc.property(fc.array(counted), (all: Counted[]) => {
      const list = inOrder(all);
      const { of, met, between } = rateOf(list);
      expect(list).toHaveLength(of);
      expect(list.filter((each) => each.met)).toHaveLength(met);
      expect(list.slice(0, of - met).every((each) => !each.met)).toBe(true);
      expect(between === null).toBe(of < 10);
      if (between) expect(between.low <= (met / of) * 100 && (met / of) * 100 <= between.high).toBe(true);
    }));
  });

  it('are known by their names, each with its rule and where it comes from', () => {
    expect(new Set(MEASURES.map(({ key }) => key)).size).toBe(MEASURES.length);
    expect(MEASURES.every(({ rule, source }) => rule.endsWith('.') && source.startsWith('NICE QS'))).toBe(true);
    expect([isMeasure('two-days'), isMeasure('three-days')]).toEqual([true, false]);
  });

  it('say what is missing of the first conversation, and count a wait that nobody wrote down as none that was short', () => {
    expect(missingOfStart({ will: true, willNot: true, withWhom: true })).toBeNull();
    expect(missingOfStart({ will: true, willNot: false, withWhom: false })).toBe('Not written down: what it will not do, with whom it was talked through.');
    expect([null, -1, 0, 2, 3].map(beganSoon)).toEqual([false, false, true, true, false]);
  });
});

describe('progress as the person is shown it', () => {
  const LEVELS: Levels = ['I sit.', 'I stand.', 'I walk to the door.', 'I walk to the gate.', 'I walk to the shop.'];

  it('is the sentence of the level reached, and of the one above it', () => {
    expect([-2, 2].map((level) => sentenceOf(LEVELS, level))).toEqual(['I sit.', 'I walk to the shop.']);
    expect([-2, 1, 2].map((level) => nextSentence(LEVELS, level))).toEqual(['I stand.', 'I walk to the shop.', null]);
  });

  it('goes by the middle of the last three days with an entry, and by the first two weeks for how it was', () => {
    const points = (...rungs: number[]) => rungs.map((rung, n) => ({ day: addDays('2026-10-01', n * 5), rung }));
    expect([rungNow([]), rungNow(points(6)), rungNow(points(6, 4)), rungNow(points(2, 2, 5, 6, 5)), rungNow(points(6, 6, 0))]).toEqual([null, 6, 4, 5, 6]);
    expect([rungThen([]), rungThen(points(2, 3, 3)), rungThen(points(2, 3, 2, 6, 6))]).toEqual([null, null, 2]);
  });

  it('has words for every rung and no number in any of them', () => {
    for (let rung = 0; rung <= 6; rung += 1) expect(`${sayMyself(rung)} ${sayRung(rung)}`).toMatch(/^\D{8,}$/);
    expect([sayNowAndThen('Peggy', 5, 2), sayNowAndThen('Peggy', 6, 6), sayNowAndThen('Peggy', 0, null)]).toEqual([
      'Peggy does this with someone nearby. In the first weeks it was with one person.', 'Peggy does this on their own.', 'Peggy does this with everything done for them.',
    ]);
    expect([sayMyself(THEIR_OWN), sayMyself(6)]).toEqual(['With someone nearby', 'On my own']);
  });

  it('has a picture for every task of the library, and leaves tasks of somebody’s own to a star', () => {
    expect(TASK_LIBRARY.map(({ key }) => taskPicture(key)).every((picture) => picture !== null)).toBe(true);
    expect([taskPicture('tea'), taskPicture('eat'), taskPicture(null), taskPicture('nonsense')]).toEqual(['coffee', 'utensils', null, null]);
  });

  it('says what support looks like without a number', () => {
    expect(saySupport('Peggy', [])).toEqual([]);
    expect(saySupport('Peggy', [{ kind: 'one to one', what: 'washing', falls: true }, { kind: 'shared', what: 'the garden', falls: true }])).toEqual([
      'One person helps with: washing.', 'Help is shared with others for: the garden.', 'As Peggy does more alone, this help becomes less, and stops becoming less when it is not good.',
    ]);
    expect(saySupport('Peggy', [{ kind: 'two to one', what: 'the bath', falls: false }])).toEqual(['Two people help together with: the bath.', 'This help stays as it is.']);
  });

  it('is a path: what is done as it was done, then what is to come by its date', () => {
    const step = (words: string, doneOn: Day | null, byDate: Day | null) => ({ words, doneOn, byDate });
    const path = pathOf([step('later', null, null), step('soon', null, '2026-12-01'), step('second', '2026-11-10', null), step('first', '2026-11-01', '2026-12-24')]);
    expect(path.map(({ words }) => words)).toEqual(['first', 'second', 'soon', 'later']);
  });
});
