import fc from 'fast-check';
import { addDays } from '../shared/time.ts';
import { type Answered, DUE_KINDS, type Facts, type MissFacts, inOrder, reviewsDue } from './review-due.ts';

const START = '2026-09-01';
const NOBODY: Facts = { name: 'Peggy', phase: null, outcomes: [], tasks: [], promises: [], standing: [], attendances: [], changes: [], backFromHospital: [], episode: null, nextReview: null, lastReviewOn: null };
const day = (n: number) => addDays(START, n);
const none: Answered = new Map();
const due = (more: Partial<Facts>, today = day(60), answered = none) => reviewsDue({ ...NOBODY, ...more }, answered, today);
const outcome = (more: Partial<Facts['outcomes'][number]>) => ({ id: 'o', words: 'I make my own tea', dueOn: '2099-01-01', scores: [], reviews: [], ...more });
const task = (rungs: readonly number[], more = {}) => ({ id: 't', name: 'Making tea', startedOn: START, startRung: 2, hopedRung: 6, points: rungs.map((rung, n) => ({ day: day(n), rung })), ...more });
const flat = (n: number, rung = 3) => Array.from({ length: n }, () => rung);
const misses = (pattern: string): MissFacts[] => Array.from(pattern, (each, n) => ({ id: `m${n}`, day: day(n), missed: each === 'x' }));

describe('when everything is looked at again', () => {
  it('is not asked of somebody of whom nothing is known', () => expect(due({})).toEqual([]));

  it('tells of a fall once, from where it was written down in full', () => {
    const tap = { id: 'tap', of: 'life change' as const, kind: 'fall', day: day(3), words: null };
    const full = { id: 'full', of: 'fall' as const, kind: 'fall', day: day(3), words: 'In the hall' };
    expect(due({ changes: [tap, full] }).map(({ key }) => key)).toEqual(['fall full']);
    expect(due({ changes: [tap, { ...full, day: day(4) }] })).toHaveLength(2);
    expect(due({ changes: [{ ...tap, kind: 'hospital' }, full] })).toHaveLength(2);
  });

  it('says why in a sentence, since when, and from which entries, for every reason there is', () => {
    const all = due({
      outcomes: [outcome({ dueOn: day(20), scores: [{ id: 's', day: day(10), attained: 0, baseline: -1 }] }), outcome({ id: 'still', scores: [{ id: 'a', day: day(1), attained: -1, baseline: -1 }, { id: 'b', day: day(30), attained: -1, baseline: -1 }] })],
      tasks: [task([...flat(30, 5), ...flat(10, 2)])],
      promises: [{ id: 'p', words: 'A swim', misses: 3, day: day(9) }],
      attendances: misses('xxx'),
      standing: [{ id: 'st', words: 'Church on Sunday', days: misses('oxxx') }],
      changes: ['bereavement', 'fall', 'hospital', 'room move', 'other'].map((kind, n) => ({ id: `c${n}`, of: 'life change' as const, kind, day: day(n), words: n === 0 ? 'Her sister Joan' : null })),
      backFromHospital: [{ id: 'h', day: day(5) }],
      episode: { id: 'e', firstReviewOn: day(14), hopedEndOn: day(42) },
    });
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(DUE_KINDS));
    for (const { words, since, entries, key } of all) {
      expect(words).toMatch(/^[“A-Z].*[.?]$/);
      expect(since >= START && since <= day(60)).toBe(true);
      expect(entries.length).toBeGreaterThan(0);
      expect(entries.every(({ id }) => id !== '')).toBe(true);
      expect(key).not.toBe('');
    }
    expect(all[0]).toMatchObject({ kind: 'bereavement', words: 'Peggy has lost somebody, Tuesday 1 September: Her sister Joan.', entries: [{ of: 'life change', id: 'c0' }] });
    expect(all).toEqual(inOrder(all));
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });

  it('is by date only from the day itself', () => {
    const one = { outcomes: [outcome({ dueOn: day(20) })] };
    expect(due(one, day(19))).toEqual([]);
    expect(due(one, day(20))).toMatchObject([{ kind: 'date', since: day(20), words: '“I make my own tea” was to be looked at with Peggy by Monday 21 September.' }]);
  });

  it('is not asked again of what was looked at since, and is of what was reached after that', () => {
    const scores = [{ id: 's', day: day(10), attained: 1, baseline: -1 }];
    expect(due({ outcomes: [outcome({ scores })] })).toMatchObject([{ kind: 'reached' }]);
    expect(due({ outcomes: [outcome({ scores, reviews: [{ id: 'r', day: day(11), result: 'go on' }] })] })).toEqual([]);
    expect(due({ outcomes: [outcome({ scores: [...scores, { id: 's2', day: day(20), attained: 0, baseline: -1 }], reviews: [{ id: 'r', day: day(11), result: 'go on' }] })] })).toMatchObject([{ entries: [{ id: 's2' }, { id: 'o' }] }]);
  });

  it('is after four weeks without movement, and four weeks later when that was talked about', () => {
    const [still] = due({ tasks: [task(flat(40))] });
    expect(still).toMatchObject({ kind: 'no movement', since: day(28), words: '“Making tea” has not moved for four weeks.' });
    const answered = new Map([[still?.key ?? '', day(30)]]);
    expect(due({ tasks: [task(flat(55))] }, day(55), answered)).toEqual([]);
    expect(due({ tasks: [task(flat(62))] }, day(62), answered)).toMatchObject([{ kind: 'no movement', since: day(58) }]);
    expect(due({ tasks: [task(Array.from({ length: 40 }, (_, n) => 1 + Math.floor(n / 8)))] })).toEqual([]);
    expect(due({ tasks: [task(flat(40, 6), { startRung: 6 })] })).toEqual([]);
  });

  it('is after three misses in a row, not after three with something between', () => {
    expect(due({ attendances: misses('xxoxx') })).toEqual([]);
    expect(due({ attendances: misses('xxxoxx') })).toHaveLength(1);
    expect(due({ attendances: misses('xxxxxx') })).toHaveLength(2);
  });

  it('never pushes whoever wants comfort and company above all; by date it still is', () => {
    const facts = { phase: 'comfort and connection' as const, tasks: [task([...flat(30, 5), ...flat(10, 2)]), { ...task(flat(40)), id: 't2' }], outcomes: [outcome({ dueOn: day(20) })] };
    expect(due(facts).map(({ kind }) => kind)).toEqual(['date']);
    expect(due({ ...facts, phase: 'keeping well' }).map(({ kind }) => kind)).toEqual(['more help', 'date', 'no movement', 'no movement']);
  });

  const rungs = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 70 });
  const missed = fc.array(fc.boolean(), { maxLength: 12 });
  const levels = fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 8 });

  it('never loses a reason without an answer: more days and more entries only add to it', () => {
    fc.assert(fc.property(rungs, rungs, missed, missed, levels, levels, fc.nat({ max: 30 }), fc.nat({ max: 20 }), (before, after, had, gets, scored, scores, more, dueIn) => {
      const facts = (points: readonly number[], attended: readonly boolean[], attained: readonly number[]): Facts => ({
        ...NOBODY, tasks: [task(points)], attendances: attended.map((miss, n) => ({ id: `m${n}`, day: day(n), missed: miss })),
        outcomes: [outcome({ dueOn: day(dueIn), scores: attained.map((level, n) => ({ id: `s${n}`, day: day(n * 7), attained: level, baseline: -1 })) })], episode: { id: 'e', firstReviewOn: day(14), hopedEndOn: day(42) },
      });
      const today = day(Math.max(before.length, had.length, scored.length * 7));
      const first = reviewsDue(facts(before, had, scored), none, today);
      const later = reviewsDue(facts([...before, ...after], [...had, ...gets], [...scored, ...scores]), none, addDays(today, Math.max(after.length, gets.length, scores.length * 7) + more));
      const keys = new Set(later.map(({ key }) => key));
      expect(first.filter(({ key }) => !keys.has(key))).toEqual([]);
    }));
  });

  it('is not raised again for the same cause once it was answered', () => {
    fc.assert(fc.property(rungs, missed, levels, (points, attended, attained) => {
      const facts: Facts = { ...NOBODY, tasks: [task(points)], attendances: attended.map((miss, n) => ({ id: `m${n}`, day: day(n), missed: miss })), outcomes: [outcome({ dueOn: day(3), scores: attained.map((level, n) => ({ id: `s${n}`, day: day(n * 7), attained: level, baseline: -1 })) })] };
      const today = day(80);
      const answered = new Map(reviewsDue(facts, none, today).map(({ key }) => [key, today]));
      expect(reviewsDue(facts, answered, today)).toEqual([]);
    }));
  });
});
