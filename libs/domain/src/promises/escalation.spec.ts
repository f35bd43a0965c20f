import fc from 'fast-check';
import { addDays } from '../shared/time.ts';
import { escalationsDue, escalationsIn } from './escalation.ts';
import { type EntryContent, type PromiseEntry, foldPromise } from './promise.ts';

const MADE: EntryContent = { kind: 'made', residentId: 'bob', words: 'A swim', activityId: 'swim', level: 'taking part', dueOn: '2026-11-27', madeBy: 'Ada', madeTo: 'Bob', lifeFactId: null, wishId: null, found: 'Joe drives.' };
const FELL: EntryContent = { kind: 'fell through', sessionId: null, words: 'no driver', by: 'Ada' };
const explained = (newDate: string | null): EntryContent => ({ kind: 'explained', reason: 'no driver', words: '', answers: 'Ruth', newDate, whyNoDate: newDate === null ? 'No pool.' : null, by: 'Ada' });
const DISPUTED: EntryContent = { kind: 'disputed', by: 'Mark', words: 'No.' };
const ANSWERED: EntryContent = { kind: 'answered', by: 'Ruth', words: 'We looked.' };

const told = (contents: readonly EntryContent[]): PromiseEntry[] => contents.map((content, n) => ({ seq: n + 1, at: new Date(Date.UTC(2026, 10, 20 + n, 9)), kind: content.kind, content }));
const on = (today: string) => ({ today, zone: 'Europe/London', holidays: new Set<string>() });
const due = (entries: readonly PromiseEntry[], today: string) => escalationsDue(entries, foldPromise(entries), on(today));

/** The entries with what is due on a day written down after them. */
function sent(entries: readonly PromiseEntry[], today: string): PromiseEntry[] {
  return [...entries, ...due(entries, today).map((content, n): PromiseEntry => ({ seq: entries.length + n + 1, at: new Date(`${today}T12:00:00Z`), kind: content.kind, content }))];
}

describe('a promise that is missed', () => {
  it('goes to the manager the second time and to the group from the third, each once', () => {
    const once = told([MADE, FELL, explained('2026-12-04')]);
    expect(due(once, '2026-11-28')).toEqual([]);
    const twice = told([MADE, FELL, explained('2026-12-04'), FELL]);
    expect(due(twice, '2026-11-28')).toMatchObject([{ to: 'manager', because: { misses: 2 }, words: 'Missed twice. It has gone to the manager.' }]);
    expect(due(sent(twice, '2026-11-28'), '2026-11-29')).toEqual([]);
    const third = [...sent(twice, '2026-11-28'), ...told([explained('2026-12-11'), FELL]).map((entry) => ({ ...entry, seq: entry.seq + 5 }))];
    expect(due(third, '2026-12-01')).toMatchObject([{ to: 'group', because: { misses: 3 } }]);
  });

  it('counts a date that passed, and is not sent while the person is away or once it is let go', () => {
    const passed = told([MADE, FELL, explained('2026-11-27')]);
    expect(due(passed, '2026-11-28')).toMatchObject([{ to: 'manager' }]);
    expect(due([...passed, { seq: 9, at: new Date('2026-11-28'), kind: 'paused', content: { kind: 'paused', why: 'In hospital.', by: 'Ada' } }], '2026-11-28')).toEqual([]);
  });
});

describe('a dispute', () => {
  it('that nobody answered in five working days goes to the group, even of a promise that was kept', () => {
    const disputed = told([MADE, { kind: 'attended', sessionId: 's', level: 'took part', leftEarly: false, recordedBy: 'Ada' }, DISPUTED]);
    expect(due(disputed, '2026-11-27')).toEqual([]);
    expect(due(disputed, '2026-11-28')).toMatchObject([{ to: 'group', because: { dispute: 3 }, words: 'Disputed on Sunday 22 November and not answered by Friday 27 November. It has gone to the group.' }]);
  });
});

describe('whatever was said in whatever order', () => {
  const content = fc.constantFrom<EntryContent>(
    FELL, explained('2026-12-04'), explained(null), DISPUTED, ANSWERED,
    { kind: 'attended', sessionId: 's', level: 'took part', leftEarly: false, recordedBy: 'Ada' }, { kind: 'attended', sessionId: 't', level: 'not offered', leftEarly: false, recordedBy: 'Ada' },
    { kind: 'released', words: 'No.', by: 'Bob', right: 'their own decision', recordedBy: 'Ada' }, { kind: 'paused', why: '', by: 'Ada' }, { kind: 'resumed', dueOn: '2026-12-20', by: 'Ada' },
  );
  const history = fc.array(content, { maxLength: 14 }).map((contents) => told([MADE, ...contents]));
  const today = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-11-20', days));

  it('each is sent once: after sending, nothing is due until something happens', () => {
    fc.assert(fc.property(history, today, (entries, day) => {
      const after = sent(entries, day);
      expect(due(after, day)).toEqual([]);
      expect(foldPromise(after)).toEqual(foldPromise(entries));
      const because = escalationsIn(after).map((each) => JSON.stringify(each.content.because));
      expect(new Set(because).size).toBe(because.length);
    }));
  });

  it('looked at daily or only at the end, the same misses have been sent', () => {
    fc.assert(fc.property(history, today, (entries, day) => {
      const final = foldPromise(entries);
      if (!final.owed || final.paused) return;
      const daily = sent(sent(entries, addDays(day, -1)), day);
      const atOnce = sent(entries, day);
      const misses = (some: PromiseEntry[]) => escalationsIn(some).map((each) => JSON.stringify(each.content.because)).sort();
      expect(misses(daily)).toEqual(misses(atOnce));
    }));
  });

  it('an owed promise with three misses has been to the manager and to the group', () => {
    fc.assert(fc.property(history, today, (entries, day) => {
      const { owed, paused, misses } = foldPromise(entries);
      const to = escalationsIn(sent(entries, day)).map((each) => each.content.to);
      if (owed && !paused && misses >= 3) expect(to).toEqual(expect.arrayContaining(['manager', 'group']));
    }));
  });
});
