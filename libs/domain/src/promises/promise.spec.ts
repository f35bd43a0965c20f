import fc from 'fast-check';
import { ATTENDANCE_LEVELS, NOT_RUN_REASONS } from './happened.ts';
import { type EntryContent, LEVELS, PROMISE_STATES, type PromiseEntry, effectOf, foldPromise, isHeardOnly } from './promise.ts';
import { belongsUnder, isOverdue, isUnexplained, missesBy, attentionOf, isAtRisk } from './today.ts';

const MADE: EntryContent = {
  kind: 'made', residentId: 'bob', words: 'A swim', activityId: 'swim', level: 'taking part', dueOn: '2026-11-27', madeBy: 'Ada', madeTo: 'Bob', lifeFactId: null,
  wishId: null, found: 'Thursday 14:00 with Joe driving.',
};
const SCHEDULED: EntryContent = { kind: 'scheduled', sessionId: 's1', when: 'Thursday', by: 'Ada' };
const EXPLAINED: EntryContent = { kind: 'explained', reason: 'no driver', words: '', answers: 'Ruth', newDate: '2026-12-04', whyNoDate: null, by: 'Ada' };
const ENOUGH: EntryContent = { kind: 'enough', words: 'That was lovely as it was.', by: 'Bob', right: 'their own decision', recordedBy: 'Ada' };
const FELL: EntryContent = { kind: 'fell through', sessionId: 's1', words: 'no driver', by: 'Ada' };
const attended = (level: (typeof ATTENDANCE_LEVELS)[number], sessionId = 's1', leftEarly = false): EntryContent => ({ kind: 'attended', sessionId, level, leftEarly, recordedBy: 'Ada' });

const told = (...contents: (EntryContent | null)[]): PromiseEntry[] =>
  contents.map((content, n) => ({ seq: n + 1, at: new Date(Date.UTC(2026, 10, 20, 9, n)), kind: content?.kind ?? 'scheduled', content }));

describe('a promise', () => {
  it('is kept by taking part in it', () => {
    expect(foldPromise(told(MADE, SCHEDULED, attended('took part')))).toMatchObject({ state: 'kept', owed: false, sessionId: null, entries: 3 });
  });

  it('of taking part is not kept by watching, by joining in a little or by leaving early', () => {
    for (const content of [attended('watched'), attended('joined in a little'), attended('took part', 's1', true)]) {
      expect(foldPromise(told(MADE, SCHEDULED, content))).toMatchObject({ state: 'partly kept', owed: true });
    }
  });

  it('of watching is kept by watching', () => {
    expect(effectOf('watching', 'watched', false)).toBe('kept');
    expect(effectOf('watching', 'watched', true)).toBe('partly kept');
  });

  it('that was partly kept ends when the person says that it is enough, and not before', () => {
    expect(foldPromise(told(MADE, SCHEDULED, attended('watched'), ENOUGH))).toMatchObject({ state: 'partly kept', owed: false });
    expect(foldPromise(told(MADE, SCHEDULED, ENOUGH))).toMatchObject({ state: 'scheduled', owed: true });
  });

  it('that was declined is no miss, and stays owed', () => {
    expect(foldPromise(told(MADE, SCHEDULED, attended('declined')))).toMatchObject({ state: 'made', owed: true, misses: 0, declined: 1, unexplained: false });
    expect(foldPromise(told(MADE, attended('declined', 'a'), attended('declined', 'b'), attended('asleep or withdrawn', 'c')))).toMatchObject({ declined: 3 });
    expect(foldPromise(told(MADE, attended('declined', 'a'), attended('watched', 'b')))).toMatchObject({ declined: 0 });
  });

  it('that fell through is unexplained until it is explained, and then owed for the new date', () => {
    const fell = told(MADE, SCHEDULED, FELL);
    expect(foldPromise(fell)).toMatchObject({ state: 'not kept', owed: true, unexplained: true, misses: 1, sessionId: null });
    expect(foldPromise(told(MADE, SCHEDULED, FELL, EXPLAINED))).toMatchObject({ state: 'made', unexplained: false, misses: 1, dueOn: '2026-12-04' });
    expect(foldPromise(told(MADE, SCHEDULED, FELL, { ...EXPLAINED, newDate: null, whyNoDate: 'The pool is shut until spring.' }))).toMatchObject({ state: 'not kept', owed: true, unexplained: false });
  });

  it('counts one miss however often it is said, and one more each time it is missed again', () => {
    expect(foldPromise(told(MADE, SCHEDULED, FELL, FELL, attended('not offered')))).toMatchObject({ misses: 1 });
    expect(foldPromise(told(MADE, SCHEDULED, FELL, EXPLAINED, { ...SCHEDULED, sessionId: 's2' }, attended('not offered', 's2')))).toMatchObject({ misses: 2, unexplained: true });
    expect(foldPromise(told(MADE, EXPLAINED))).toMatchObject({ misses: 1 });
  });

  it('follows a correction as if it had been said at the time', () => {
    expect(foldPromise(told(MADE, SCHEDULED, attended('took part'), attended('watched')))).toMatchObject({ state: 'partly kept', owed: true, entries: 4 });
    expect(foldPromise(told(MADE, SCHEDULED, attended('not offered'), EXPLAINED, attended('took part')))).toMatchObject({ state: 'kept', misses: 0 });
  });

  it('is not changed by what supporters say of it', () => {
    const before = foldPromise(told(MADE, SCHEDULED));
    expect(foldPromise(told(MADE, SCHEDULED, { kind: 'disputed', by: 'Mark', words: 'No.' }, { kind: 'answered', by: 'Ruth', words: 'We looked.' }))).toEqual(before);
  });
});

describe('a promise on a day', () => {
  const present = (...contents: EntryContent[]) => foldPromise(told(MADE, ...contents));

  it('is overdue and unexplained as soon as its date has passed', () => {
    expect([isOverdue(present(), '2026-11-27'), isUnexplained(present(), '2026-11-27')]).toEqual([false, false]);
    expect([isOverdue(present(), '2026-11-28'), isUnexplained(present(), '2026-11-28'), missesBy(present(), '2026-11-28')]).toEqual([true, true, 1]);
    expect(isUnexplained(present(SCHEDULED, attended('watched')), '2026-11-28')).toBe(true);
    expect(isUnexplained(present(SCHEDULED, attended('took part')), '2026-11-28')).toBe(false);
  });

  it('is not overdue again once it was explained without a new date', () => {
    expect(isOverdue(present(FELL, { ...EXPLAINED, newDate: null, whyNoDate: 'No pool.' }), '2027-01-01')).toBe(false);
  });

  it('goes to the manager on its second miss and to the group on its third', () => {
    expect(attentionOf({ ...present(), misses: 1 }, '2026-11-20')).toBeNull();
    expect(attentionOf({ ...present(), misses: 2 }, '2026-11-20')).toBe('manager');
    expect(attentionOf({ ...present(), misses: 2 }, '2026-11-28')).toBe('group');
  });

  it('is at risk when it is nearly due and nothing is planned', () => {
    expect(isAtRisk(present(), '2026-11-23')).toBe(false);
    expect(isAtRisk(present(), '2026-11-24')).toBe(true);
    expect(isAtRisk(present(SCHEDULED), '2026-11-26')).toBe(false);
  });

  it('is listed as due this week until the week’s Sunday, and afterwards too while it is owed', () => {
    expect(['2026-11-22', '2026-11-23', '2026-12-20'].map((today) => belongsUnder('due this week', present(), today))).toEqual([false, true, true]);
  });
});

const content = (levels = [...ATTENDANCE_LEVELS]): fc.Arbitrary<EntryContent | null> => {
  const session = fc.constantFrom('s1', 's2', 's3');
  const day = fc.constantFrom('2026-11-20', '2026-12-01', '2027-01-05');
  const words = fc.string({ maxLength: 5 });
  return fc.oneof(
    fc.record({ kind: fc.constant('scheduled' as const), sessionId: session, when: words, by: words }),
    fc.record({ kind: fc.constant('unscheduled' as const), sessionId: session, why: words, by: words }),
    fc.record({ kind: fc.constant('attended' as const), sessionId: session, level: fc.constantFrom(...levels), leftEarly: fc.boolean(), recordedBy: words }),
    fc.record({ kind: fc.constant('fell through' as const), sessionId: fc.option(session), words, by: words }),
    fc.record({ kind: fc.constant('explained' as const), reason: fc.constantFrom(...NOT_RUN_REASONS), words, answers: words, newDate: fc.option(day), whyNoDate: fc.option(words), by: words }),
    fc.record({ kind: fc.constantFrom('released' as const, 'enough' as const), words, by: words, right: words, recordedBy: words }),
    fc.record({ kind: fc.constantFrom('confirmed' as const, 'disputed' as const, 'answered' as const), by: words, words }),
    fc.record({ level: fc.constantFrom(...LEVELS), dueOn: day }).map((more): EntryContent => ({ ...MADE, ...more })),
    fc.constant(null),
  );
};

describe('whatever is entered in whatever order', () => {
  const anything = fc.array(content(), { maxLength: 25 });

  it('the fold gives the same answer for the same entries, in any order they are handed over', () => {
    fc.assert(fc.property(anything, (contents) => {
      const entries = told(...contents);
      const state = foldPromise(entries);
      expect(PROMISE_STATES).toContain(state.state);
      expect(foldPromise([...entries].reverse())).toEqual(state);
      expect(state.entries).toBe(entries.filter(({ kind }) => !isHeardOnly(kind)).length);
    }));
  });

  it('watching never keeps a promise of taking part', () => {
    const onlyWatching = fc.array(content(['watched', 'joined in a little', 'asleep or withdrawn', 'declined', 'not offered']), { maxLength: 25 });
    fc.assert(fc.property(onlyWatching, (contents) => {
      expect(foldPromise(told(MADE, ...contents)).state).not.toBe('kept');
    }));
  });

  it('a promise that was not kept has a reason or is unexplained', () => {
    fc.assert(fc.property(anything, (contents) => {
      const state = foldPromise(told(MADE, ...contents));
      const wasExplained = contents.some((each) => each?.kind === 'explained');
      if (state.state === 'not kept' && !state.unexplained) expect(wasExplained).toBe(true);
      if (!wasExplained && state.misses > 0 && state.owed) expect(state.unexplained).toBe(true);
    }));
  });

  it('only keeping it, enough or a release ends it', () => {
    fc.assert(fc.property(anything, (contents) => {
      const state = foldPromise(told(MADE, ...contents));
      if (!state.owed) expect(['kept', 'partly kept', 'released']).toContain(state.state);
      if (state.state === 'partly kept' && !state.owed) expect(contents.some((each) => each?.kind === 'enough')).toBe(true);
      if (state.state === 'released') expect(contents.some((each) => each?.kind === 'released')).toBe(true);
    }));
  });
});
