import fc from 'fast-check';
import { ATTENDANCE_LEVELS, NOT_RUN_REASONS } from '../promises/happened.ts';
import { type EntryContent, type PromiseEntry, foldPromise } from '../promises/promise.ts';
import { missesBy } from '../promises/today.ts';
import { addDays, mondayOf } from '../shared/time.ts';
import { type CameDue, OUTCOMES, type Telling, cameDue } from './came-due.ts';
import { type Due, GROUPS, PERIODS, between, countUnder, daysOf, isCounted, keyOf, keysOf, listBehind, sayCount, sayKey, sayLeftOut, sayRate } from './rate.ts';

const MADE: EntryContent = { kind: 'made', residentId: 'bob', words: 'A swim', activityId: 'swim', level: 'taking part', dueOn: '2026-11-10', madeBy: 'Ada', madeTo: 'Bob', lifeFactId: null, wishId: null, found: 'Joe drives.' };
const FELL: EntryContent = { kind: 'fell through', sessionId: null, words: 'no driver', by: 'Ada' };
const explained = (newDate: string | null): EntryContent => ({ kind: 'explained', reason: 'no driver', words: '', answers: 'Ruth', newDate, whyNoDate: newDate ? null : 'Not yet.', by: 'Ada' });
const attended = (level: (typeof ATTENDANCE_LEVELS)[number], sessionId = 's1'): EntryContent => ({ kind: 'attended', sessionId, level, leftEarly: false, recordedBy: 'Ada' });
const RELEASED: EntryContent = { kind: 'released', words: 'I am past it.', by: 'Bob', right: 'their own decision', recordedBy: 'Ada' };
const PAUSED: EntryContent = { kind: 'paused', why: 'In hospital.', by: 'Ada' };

const telling = (today: string): Telling => ({ today, dayOf: (at) => at.toISOString().slice(0, 10), happenedOn: () => null });
/** Entries on their days; the first is the making of it. */
type Told = readonly [day: string, content: EntryContent];
function told(...entries: Told[]): PromiseEntry[] {
  const first: Told = ['2026-11-01', MADE];
  return [first, ...entries].map(([day, content], n) => ({ seq: n + 1, at: new Date(`${day}T09:${String(n).padStart(2, '0')}:00Z`), kind: content.kind, content }));
}
const came = (today: string, ...entries: Told[]) => cameDue('p', told(...entries), telling(today)).map(({ day, outcome, reason }) => [day, outcome, reason]);

describe('the times a promise came due', () => {
  it('are none before its day, and one on the day after it that nobody has explained', () => {
    expect(came('2026-11-10')).toEqual([]);
    expect(came('2026-11-11')).toEqual([['2026-11-10', 'not kept', null]]);
  });

  it('count on the day it was kept where that came first', () => {
    expect(came('2026-11-20', ['2026-11-08', attended('took part')])).toEqual([['2026-11-08', 'kept', null]]);
  });

  it('are three where it was missed twice and then kept', () => {
    const rows = cameDue('p', told(['2026-11-09', FELL], ['2026-11-10', explained('2026-11-15')], ['2026-11-17', explained('2026-11-19')], ['2026-11-19', attended('took part')]), telling('2026-11-30'));
    expect(rows.map(({ day, dueOn, outcome, reason, answers, time }) => [day, dueOn, outcome, reason, answers, time])).toEqual([
      ['2026-11-09', '2026-11-10', 'not kept', 'no driver', 'Ruth', 1], ['2026-11-15', '2026-11-15', 'not kept', 'no driver', 'Ruth', 2], ['2026-11-19', '2026-11-19', 'kept', null, null, 3],
    ]);
  });

  it('are a miss and a keeping where it was kept late, whether or not anybody said why in between', () => {
    expect(came('2026-11-30', ['2026-11-20', attended('took part')])).toEqual([['2026-11-10', 'not kept', null], ['2026-11-20', 'kept', null]]);
    expect(came('2026-11-30', ['2026-11-11', explained(null)], ['2026-11-20', attended('took part')])).toEqual([['2026-11-10', 'not kept', 'no driver'], ['2026-11-20', 'kept', null]]);
  });

  it('go by the day of the session, not by when somebody wrote it down', () => {
    const entries = told(['2026-11-12', attended('took part')]);
    expect(cameDue('p', entries, { ...telling('2026-11-30'), happenedOn: () => '2026-11-10' })).toMatchObject([{ day: '2026-11-10', outcome: 'kept' }]);
    const after = told(['2026-11-11', { kind: 'scheduled', sessionId: 's2', when: 'Friday', by: 'Ada' }], ['2026-11-12', attended('took part')]);
    expect(cameDue('p', after, { ...telling('2026-11-30'), happenedOn: () => '2026-11-10' })).toMatchObject([{ day: '2026-11-10', outcome: 'kept', time: 1 }]);
  });

  it('are kept in part by watching, once, and whole when they took part by the same day', () => {
    expect(came('2026-11-30', ['2026-11-08', attended('watched')])).toEqual([['2026-11-10', 'partly kept', null]]);
    expect(came('2026-11-30', ['2026-11-08', attended('watched')], ['2026-11-09', attended('took part', 's2')])).toEqual([['2026-11-09', 'kept', null]]);
    expect(came('2026-11-30', ['2026-11-08', attended('watched')], ['2026-11-09', { kind: 'enough', words: 'Lovely.', by: 'Bob', right: '', recordedBy: 'Ada' }])).toEqual([['2026-11-09', 'partly kept', null]]);
  });

  it('are nobody’s to keep where the person said no, let go, or was away', () => {
    expect(came('2026-11-30', ['2026-11-08', attended('declined')])).toEqual([['2026-11-10', 'declined', null]]);
    expect(came('2026-11-30', ['2026-11-08', attended('declined')], ['2026-11-09', FELL])).toEqual([['2026-11-09', 'not kept', null]]);
    expect(came('2026-11-30', ['2026-11-08', RELEASED])).toEqual([['2026-11-08', 'released', null]]);
    expect(came('2026-11-30', ['2026-11-20', RELEASED])).toEqual([['2026-11-10', 'not kept', null], ['2026-11-20', 'released', null]]);
    expect(came('2026-11-30', ['2026-11-08', PAUSED])).toEqual([]);
    expect(came('2026-11-30', ['2026-11-08', PAUSED], ['2026-11-20', { kind: 'resumed', dueOn: '2026-11-25', by: 'Ada' }])).toEqual([['2026-11-25', 'not kept', null]]);
  });

  it('follow a correction', () => {
    expect(came('2026-11-30', ['2026-11-08', attended('took part')], ['2026-11-09', attended('watched')])).toEqual([['2026-11-10', 'partly kept', null]]);
  });
});

const days = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2026-11-01', n));
const content = fc.oneof(
  fc.record({ level: fc.constantFrom(...ATTENDANCE_LEVELS), sessionId: fc.constantFrom('s1', 's2', 's3'), leftEarly: fc.boolean() }).map((each): EntryContent => ({ kind: 'attended', recordedBy: 'Ada', ...each })),
  fc.constant(FELL),
  fc.record({ reason: fc.constantFrom(...NOT_RUN_REASONS), answers: fc.constantFrom('Ruth', 'Ada'), newDate: fc.option(days) }).map((each): EntryContent => ({ kind: 'explained', words: '', whyNoDate: '', by: 'Ada', ...each })),
  fc.constant(RELEASED),
  fc.constant<EntryContent>({ kind: 'enough', words: 'Lovely.', by: 'Bob', right: '', recordedBy: 'Ada' }),
  fc.constant(PAUSED),
  days.map((dueOn): EntryContent => ({ kind: 'resumed', dueOn, by: 'Ada' })),
  fc.constant<EntryContent>({ kind: 'closed', why: 'Moved out.', by: 'Ada' }),
  fc.constant<EntryContent>({ kind: 'disputed', by: 'Janet', words: 'He did not.' }),
);
const history = fc.array(fc.tuple(days, content), { maxLength: 12 }).map((entries) => told(...entries.sort(([a], [b]) => a.localeCompare(b))));
const TODAY = '2026-12-20';
const dues = fc.array(fc.tuple(history, fc.constantFrom('physical', 'music', null)), { maxLength: 8 })
  .map((all) => all.flatMap(([entries, kind], n) => cameDue(`p${n}`, entries, telling(TODAY)).map((due): Due => ({ ...due, kind }))));

describe('over random histories', () => {
  it('a keeping is the last time it came due, and is there exactly when the fold says kept', () => {
    fc.assert(fc.property(history, (entries) => {
      const rows = cameDue('p', entries, telling(TODAY));
      expect(rows.findIndex(({ outcome }) => outcome === 'kept')).toBe(foldPromise(entries).state === 'kept' ? rows.length - 1 : -1);
      expect(rows.map(({ time }) => time)).toEqual(rows.map((_, n) => n + 1));
    }), { numRuns: 500 });
  });

  it('no miss of the fold is left out: where nothing was declined and no part was kept, there are at least as many', () => {
    fc.assert(fc.property(history, (entries) => {
      const rows = cameDue('p', entries, telling(TODAY));
      if (rows.some(({ outcome }) => outcome === 'declined' || outcome === 'partly kept')) return;
      expect(rows.filter(({ outcome }) => outcome === 'not kept').length).toBeGreaterThanOrEqual(missesBy(foldPromise(entries), TODAY));
    }), { numRuns: 500 });
  });

  it('is the same told again, whole or in another order, and nothing is told of later days', () => {
    fc.assert(fc.property(history, (entries) => {
      const rows = cameDue('p', entries, telling(TODAY));
      expect(cameDue('p', [...entries].reverse(), telling(TODAY))).toEqual(rows);
      expect(rows.every(({ day }) => day <= TODAY)).toBe(true);
    }));
  });

  it('every number is as long as the list behind it, and the parts of a group make the whole', () => {
    fc.assert(fc.property(dues, (rows) => {
      const whole = countUnder(rows, 'all', 'all');
      expect(whole.of).toBe(rows.filter(isCounted).length);
      expect(whole.of).toBe(whole.kept + whole.partlyKept + whole.notKept);
      for (const by of GROUPS) {
        const keys = keysOf(rows, by, { from: '2026-10-01', to: TODAY });
        const counts = keys.map((key) => countUnder(rows, by, key));
        const sum = counts.reduce((total, { of }) => total + of, 0);
        expect([by, sum]).toEqual([by, by === 'reason' || by === 'answers' ? whole.notKept : whole.of]);
        for (const [n, key] of keys.entries()) {
          const lists = OUTCOMES.map((outcome) => listBehind(rows, { by, key, outcome }).length);
          const { kept, partlyKept, notKept, declined, released, closed } = counts[n]!;
          expect(lists).toEqual([kept, partlyKept, notKept, declined, released, closed]);
          expect(listBehind(rows, { by, key, outcome: null }).every((due) => keyOf(by, due) === key)).toBe(true);
        }
      }
    }));
  });
});

describe('how often promises are kept', () => {
  const due = (more: Partial<CameDue>, n: number): Due => ({ promiseId: `p${n}`, day: '2026-11-10', dueOn: '2026-11-10', outcome: 'kept', reason: null, words: null, answers: null, time: 1, kind: null, ...more });
  const rows = [...Array.from({ length: 9 }, (_, n) => due({}, n)), due({ outcome: 'partly kept' }, 9), due({ outcome: 'not kept', reason: 'no driver', answers: 'Ruth' }, 10), due({ outcome: 'not kept' }, 11), due({ outcome: 'declined' }, 12), due({ outcome: 'released' }, 13)];

  it('is said as so many of so many, with what was left out and why', () => {
    const count = countUnder(rows, 'all', 'all');
    expect(sayRate(count)).toBe('9 of 12');
    expect(sayCount(count)).toBe('Promises came due 12 times, and 9 times they were kept. Once only a part was. Twice they were not kept, once without a reason yet.');
    expect(sayLeftOut(count)).toBe('Not counted: once the person said no on the day, once they let go of it.');
    expect(sayCount(countUnder([], 'all', 'all'))).toBe('No promise came due in these days.');
    expect(sayCount(countUnder([due({ outcome: 'not kept' }, 1)], 'all', 'all'))).toBe('A promise came due once, and it was not kept. Nobody has said why yet.');
  });

  it('says how sure that is from ten times on, and not before', () => {
    expect(between({ kept: 9, of: 12 })).toEqual({ low: 46, high: 92 });
    expect(between({ kept: 9, of: 9 })).toBeNull();
  });

  it('counts whole weeks, and orders names by the alphabet and by no number', () => {
    expect(PERIODS.map((period) => daysOf(period, '2026-11-25'))).toEqual([{ from: '2026-11-02', to: '2026-11-25' }, { from: '2026-09-07', to: '2026-11-25' }, { from: '2025-12-01', to: '2026-11-25' }]);
    expect(PERIODS.every((period) => mondayOf(daysOf(period, '2026-11-25').from) === daysOf(period, '2026-11-25').from)).toBe(true);
    const answering = ['Zoe', 'Ada', 'Zoe', null].map((answers, n) => due({ outcome: 'not kept', answers }, n));
    expect(keysOf(answering, 'answers', daysOf('year', '2026-11-25')).map((key) => sayKey('answers', key))).toEqual(['Ada', 'Zoe', 'Nobody yet']);
    expect(keysOf(rows, 'reason', daysOf('year', '2026-11-25')).map((key) => sayKey('reason', key))).toEqual(['No driver', 'Nobody has said why yet']);
  });
});
