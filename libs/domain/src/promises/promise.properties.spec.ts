/** What holds of every promise, whatever is said of it, in whatever order, and whatever words are lawfully erased in between. */
import fc from 'fast-check';
import { ATTENDANCE_LEVELS, NOT_RUN_REASONS } from './happened.ts';
import { GROUNDS, type ErasureGround } from './ledger-erasure.ts';
import { ASKED_ANSWERS, ERASED_WORDS, type EntryContent, type EntryKind, LEVELS, PROMISE_STATES, type PromiseEntry, foldPromise, isHeardOnly, standsOf } from './promise.ts';
import { saidBy, tellEntry } from './telling.ts';
import { isUnexplained } from './today.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 500);
const session = fc.constantFrom('s1', 's2', 's3');
const words = fc.constantFrom('', 'No driver.', 'Bob would rather not.');
const day = fc.constantFrom('2026-11-20', '2026-11-27', '2026-12-04');
const TODAY = '2026-11-25';

/** One arbitrary for every kind of entry: a kind without one does not compile. */
const OF: { readonly [Kind in Exclude<EntryKind, 'erased'>]: fc.Arbitrary<Extract<EntryContent, { kind: Kind }>> } = {
  made: fc.record({
    kind: fc.constant('made' as const), residentId: fc.constant('bob'), words: fc.constant('A swim'), activityId: fc.constant('swim'), level: fc.constantFrom(...LEVELS), dueOn: day, madeBy: fc.constant('Ada'), madeTo: fc.constant('Bob'),
    lifeFactId: fc.constant(null), wishId: fc.option(fc.constant('w')), found: fc.constant('Thursday.'),
  }),
  scheduled: fc.record({ kind: fc.constant('scheduled' as const), sessionId: session, when: words, by: words }),
  unscheduled: fc.record({ kind: fc.constant('unscheduled' as const), sessionId: session, why: words, by: words }),
  attended: fc.record({ kind: fc.constant('attended' as const), sessionId: session, level: fc.constantFrom(...ATTENDANCE_LEVELS), leftEarly: fc.boolean(), recordedBy: words }),
  'fell through': fc.record({ kind: fc.constant('fell through' as const), sessionId: fc.option(session), words, by: words }),
  explained: fc.record({ kind: fc.constant('explained' as const), reason: fc.constantFrom(...NOT_RUN_REASONS), words, answers: words, newDate: fc.option(day), whyNoDate: fc.option(words), by: words }),
  released: fc.record({ kind: fc.constant('released' as const), words, by: words, right: words, recordedBy: words }),
  enough: fc.record({ kind: fc.constant('enough' as const), words, by: words, right: words, recordedBy: words }),
  paused: fc.record({ kind: fc.constant('paused' as const), why: words, by: words }),
  resumed: fc.record({ kind: fc.constant('resumed' as const), dueOn: day, by: words }),
  closed: fc.record({ kind: fc.constant('closed' as const), why: words, by: words }),
  confirmed: fc.record({ kind: fc.constant('confirmed' as const), by: words, words }),
  disputed: fc.record({ kind: fc.constant('disputed' as const), by: words, words }),
  answered: fc.record({ kind: fc.constant('answered' as const), by: words, words }),
  asked: fc.record({ kind: fc.constant('asked' as const), answer: fc.constantFrom(...ASKED_ANSWERS), words, by: words, recordedBy: words }),
  escalated: fc.record({ kind: fc.constant('escalated' as const), to: fc.constantFrom('manager' as const, 'group' as const), because: fc.constant({ misses: 2 }), words }),
};

/** What is said, or a lawful erasure of some of what was said before. */
type Operation = { readonly say: EntryContent } | { readonly erase: readonly number[]; readonly ground: ErasureGround };
const grounds = Object.keys(GROUNDS) as ErasureGround[];
const saying = fc.oneof(...Object.values(OF)).map((say): Operation => ({ say }));
const erasing = fc.record({ erase: fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 4 }), ground: fc.constantFrom(...grounds) });
const operations = fc.array(fc.oneof({ weight: 8, arbitrary: saying }, { weight: 1, arbitrary: erasing }), { maxLength: 24 });
const histories = fc.tuple(OF.made, operations).map(([made, more]) => written([{ say: made }, ...more]));

type History = { readonly entries: PromiseEntry[]; /** What was said, the erased words too. */ readonly said: EntryContent[] };

/** The history that these operations leave. An erasure keeps how the promise stood, as the service writes it. */
function written(all: readonly Operation[]): History {
  let entries: PromiseEntry[] = [];
  const said: EntryContent[] = [];
  const add = (content: EntryContent) => {
    entries = [...entries, { seq: entries.length + 1, at: new Date(Date.UTC(2026, 10, 20, 9, entries.length)), kind: content.kind, content }];
    said.push(content);
  };
  for (const operation of all) {
    if ('say' in operation) add(operation.say);
    else {
      const gone = entries.filter(({ kind, content }, at) => operation.erase.includes(at) && content !== null && kind !== 'erased').map(({ seq }) => seq);
      if (gone.length === 0) continue;
      const stands = standsOf(foldPromise(entries));
      entries = entries.map((entry) => (gone.includes(entry.seq) ? { ...entry, content: null } : entry));
      add({ kind: 'erased', erasureId: 'e', seqs: gone, ground: operation.ground, stands, by: 'Ruth' });
    }
  }
  return { entries, said };
}

const hold = (property: (history: History) => void) => fc.assert(fc.property(histories, property), { numRuns: RUNS });

describe('every promise, whatever is said of it', () => {
  it('comes out the same however often and in whatever order its entries are read', () => {
    hold(({ entries }) => {
      const present = foldPromise(entries);
      expect(foldPromise([...entries].reverse())).toEqual(present);
      expect(foldPromise(structuredClone(entries))).toEqual(present);
      expect(PROMISE_STATES).toContain(present.state);
    });
  });

  it('has a present even where words are missing that nobody may erase', () => {
    fc.assert(fc.property(histories, fc.array(fc.boolean(), { maxLength: 25 }), ({ entries }, gone) => {
      const present = foldPromise(entries.map((entry, n) => (gone[n] ? { ...entry, content: null } : entry)));
      expect(PROMISE_STATES).toContain(present.state);
      expect(present.entries).toBe(entries.filter(({ kind }) => !isHeardOnly(kind)).length);
    }), { numRuns: RUNS });
    expect(foldPromise([])).toMatchObject({ state: 'made', entries: 0 });
  });

  it('does not vanish: it is owed until it is kept, called enough, let go of or closed, and every entry is told', () => {
    hold(({ entries, said }) => {
      const present = foldPromise(entries);
      const hasEnd = said.some(({ kind }) => kind === 'released' || kind === 'enough' || kind === 'closed');
      if (!present.owed) expect(present.state === 'kept' || hasEnd).toBe(true);
      expect(present.residentId).toBe('bob');
      expect(present.words).toBe(entries[0]?.content === null ? ERASED_WORDS : 'A swim');
      for (const { content } of entries) expect([typeof saidBy(content), tellEntry(content, present.level)]).toEqual(['string', expect.stringMatching(/\S|^$/)]);
    });
  });

  it('of taking part is never kept by watching: whoever kept it took part to the end, by the last word on that session', () => {
    hold(({ entries, said }) => {
      const present = foldPromise(entries);
      if (present.state !== 'kept' || present.level !== 'taking part') return;
      const last = said.findLast((each) => each.kind === 'attended' && each.sessionId === present.keptIn);
      expect(last).toMatchObject({ level: 'took part', leftEarly: false });
    });
  });

  it('that was not kept has a reason, or is unexplained for everyone to see', () => {
    hold(({ entries, said }) => {
      const present = foldPromise(entries);
      if (present.state !== 'not kept' || !present.owed) return;
      const missedAt = said.findLastIndex((each) => each.kind === 'fell through' || (each.kind === 'attended' && each.level === 'not offered'));
      const explainedAt = said.findLastIndex(({ kind }) => kind === 'explained');
      expect(present.unexplained || explainedAt >= 0).toBe(true);
      if (explainedAt < 0 && missedAt >= 0 && !present.paused) expect(isUnexplained(present, TODAY)).toBe(true);
    });
  });

  it('stands as it stood when its words are erased, and none of them is left', () => {
    fc.assert(fc.property(histories, fc.uniqueArray(fc.nat(12), { minLength: 1 }), ({ entries }, erase) => {
      const before = foldPromise(entries);
      const gone = entries.filter(({ kind, content }, at) => erase.includes(at) && content !== null && kind !== 'erased').map(({ seq }) => seq);
      if (gone.length === 0) return;
      const left = entries.map((entry) => (gone.includes(entry.seq) ? { ...entry, content: null } : entry));
      const erased: EntryContent = { kind: 'erased', erasureId: 'e', seqs: gone, ground: 'consent withdrawn', stands: standsOf(before), by: 'Ruth' };
      const after = foldPromise([...left, { seq: entries.length + 1, at: new Date(0), kind: 'erased', content: erased }]);
      expect(standsOf(after)).toEqual(standsOf(before));
      expect(after.entries).toBe(before.entries + 1);
      // What it keeps is how the promise stands: no free words but whose promise it is.
      expect(Object.keys(erased.stands).sort()).toEqual(['declined', 'dueOn', 'keptIn', 'level', 'madeBy', 'misses', 'owed', 'paused', 'residentId', 'sessionId', 'standingId', 'state', 'unexplained']);
      if (gone.includes(1)) expect(after).toMatchObject({ words: ERASED_WORDS, wishId: null, activityId: null });
    }), { numRuns: RUNS });
  });

  it('is corrected across an erasure too: a word that somebody only watched opens it again', () => {
    const attended = (level: 'took part' | 'watched'): Operation => ({ say: { kind: 'attended', sessionId: 's1', level, leftEarly: false, recordedBy: 'Ada' } });
    const made: Operation = { say: { kind: 'made', residentId: 'bob', words: 'A swim', activityId: 'swim', level: 'taking part', dueOn: '2026-11-27', madeBy: 'Ada', madeTo: 'Bob', lifeFactId: null, wishId: null, found: '' } };
    const { entries } = written([made, attended('took part'), { erase: [1], ground: 'consent withdrawn' }, attended('watched')]);
    expect(foldPromise(entries.slice(0, 3))).toMatchObject({ state: 'kept', owed: false, keptIn: 's1' });
    expect(foldPromise(entries)).toMatchObject({ state: 'partly kept', owed: true, keptIn: null });
  });
});
