import fc from 'fast-check';
import { linesOf, posterLines } from './about-me-poster.ts';
import { HEADINGS, type StatementDraft, SUPPORTED_BY_LENGTH, inOrderWritten, mayBeSupported, maySay, readsAsItLooks, saySupported, sayWhose, tidy, versionsUnder } from './about-me.ts';

const TODAY = '2026-11-24';
const fine: StatementDraft = { heading: 'important', text: 'My dog Meg.', media: null, coded: null, whose: 'the person', saidBy: 'Ada Bell', toldHow: 'told us', saidOn: '2026-11-20', onPoster: false, sensitive: false };
const codes = (more: Partial<StatementDraft>) => {
  const decision = maySay({ ...fine, ...more }, TODAY);
  return decision.allowed ? [] : decision.reasons.map(({ code }) => code);
};

describe('what people say of themselves', () => {
  it('stands when it says something and says where it comes from', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ text: null, media: { kind: 'recording', alt: null } })).toEqual([]);
    expect(codes({ text: null, media: { kind: 'photo', alt: 'Meg on the beach' } })).toEqual([]);
    expect(codes({ heading: 'weather' })).toEqual(['HEADING_UNKNOWN']);
    expect(codes({ text: ' \u200B\n' })).toEqual(['STATEMENT_EMPTY']);
    expect(codes({ text: 'x'.repeat(4001) })).toEqual(['STATEMENT_TOO_LONG']);
    expect(codes({ whose: 'the dog' })).toEqual(['WHOSE_UNKNOWN']);
    expect(codes({ toldHow: 'guessed' })).toEqual(['HOW_UNKNOWN']);
    expect(codes({ toldHow: 'told by family' })).toEqual(['WHOSE_AND_HOW']);
    expect(codes({ saidBy: ' ' })).toEqual(['NOBODY_SAID']);
    expect(codes({ saidOn: '2026-11-25' })).toEqual(['SAID_LATER']);
    expect(codes({ media: { kind: 'photo', alt: null } })).toEqual(['ALT_MISSING']);
    expect(codes({ coded: { system: 'x', code: '', display: 'y' } })).toEqual(['CODED_INCOMPLETE']);
  });

  it('is never sensitive and on a poster', () => {
    expect(codes({ sensitive: true, onPoster: true })).toEqual(['POSTER_SENSITIVE']);
    expect(codes({ sensitive: true })).toEqual([]);
  });

  it('reads as it looks: what turns the direction of letters, controls and half characters are not taken, other scripts are', () => {
    for (const text of ['a\u202Eb', 'a\u0000b', 'a\u2066b', 'a\u001bb', 'a\ud800b', '\u0085']) expect([text, readsAsItLooks(text)]).toEqual([text, false]);
    for (const text of ['<script>alert(1)</script>', 'שלום', 'Zoë, 阿妹, नमस्ते, 👩‍👩‍👧', 'one\ntwo\tthree']) expect([text, readsAsItLooks(text)]).toEqual([text, true]);
  });

  it('is kept the same however often it is tidied', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = tidy(text);
      expect(tidy(once)).toBe(once);
    }));
  });

  it('says who helped in one short text, and how when the person could not take part', () => {
    const janet = { name: 'Janet Ellison', relation: 'daughter', contact: '01632 960 111', how: '' };
    expect(saySupported(janet)).toBe('Janet Ellison, daughter, 01632 960 111');
    expect(saySupported({ ...janet, how: 'He nodded to each line.' })).toBe('Janet Ellison, daughter, 01632 960 111. He nodded to each line.');
    expect(saySupported({ name: '', relation: '', contact: '', how: '' })).toBeNull();
    expect(mayBeSupported(janet, true)).toEqual({ allowed: true });
    expect(mayBeSupported(janet, false)).toMatchObject({ reasons: [{ code: 'SUPPORTED_NOT_SAID' }] });
    expect(mayBeSupported({ ...janet, how: 'x'.repeat(SUPPORTED_BY_LENGTH) }, true)).toMatchObject({ reasons: [{ code: 'SUPPORTED_TOO_LONG' }] });
  });

  it('says whose words they are as one reads it', () => {
    expect(sayWhose('Bob', { whose: 'the person', saidBy: 'Ada Bell', toldHow: 'told us' })).toBe('Bob’s own words, told to Ada Bell');
    expect(sayWhose('Bob', { whose: 'the person', saidBy: 'Bob', toldHow: 'told us' })).toBe('Bob’s own words');
    expect(sayWhose('Bob', { whose: 'a supporter', saidBy: 'Janet', toldHow: 'told by family' })).toBe('Janet says so for Bob');
    expect(sayWhose('Bob', { whose: 'staff', saidBy: 'Ada Bell', toldHow: 'observed' })).toBe('Ada Bell of the staff has seen it');
  });

  it('is superseded by what is written later, and stays readable', () => {
    const row = (id: string, at: string, heading: 'important' | 'also' = 'important') => ({ id, heading, writtenAt: new Date(at) });
    const rows = [row('b', '2026-02-01'), row('a', '2026-02-01'), row('c', '2025-01-01'), row('d', '2027-01-01', 'also')];
    const { current, older } = versionsUnder(rows, 'important');
    expect([current?.id, older.map(({ id }) => id)]).toEqual(['b', ['a', 'c']]);
    expect(inOrderWritten(rows).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
    expect(versionsUnder(rows, 'people')).toEqual({ current: null, older: [] });
  });
});

describe('the one-page profile', () => {
  const on = (heading: StatementDraft['heading'], text: string, more = {}) => ({ heading: heading as 'also', text, onPoster: true, sensitive: false, ...more });

  it('has lines of what was agreed, and nothing sensitive, however it is marked', () => {
    const texts = (statements: Parameters<typeof posterLines>[0]) => posterLines(statements).map(({ words }) => words);
    expect(texts([on('also', 'Plumber'), on('please', 'Knock', { onPoster: false }), on('people', 'Meg', { sensitive: true })])).toEqual(['Plumber']);
    expect(posterLines([])).toEqual([]);
  });

  it('puts the first line of every heading before the second of any', () => {
    const lines = posterLines([on('important', 'one\ntwo'), on('please', '- knock\n- wait')]);
    expect(lines).toEqual([
      { heading: 'important', words: 'one', rank: 1 }, { heading: 'important', words: 'two', rank: 3 },
      { heading: 'please', words: 'knock', rank: 0 }, { heading: 'please', words: 'wait', rank: 2 },
    ]);
  });

  it('takes long lines apart at their sentences, and leaves out a sentence nobody could take in', () => {
    expect(linesOf(`${'A short one. '.repeat(14).trim()}\n${'x'.repeat(300)}`)).toEqual(Array.from({ length: 14 }, () => 'A short one.'));
  });

  it('ranks every line once, whatever is written', () => {
    const statement = fc.record({ heading: fc.constantFrom(...HEADINGS), text: fc.option(fc.string({ maxLength: 400 }), { nil: null }), onPoster: fc.boolean(), sensitive: fc.boolean() });
    fc.assert(fc.property(fc.uniqueArray(statement, { selector: ({ heading }) => heading }), (statements) => {
      const lines = posterLines(statements);
      expect(lines.map(({ rank }) => rank).toSorted((a, b) => a - b)).toEqual(lines.map((_, n) => n));
      const allowed = statements.filter(({ onPoster, sensitive }) => onPoster && !sensitive).map(({ heading }) => heading);
      expect(lines.every(({ heading, words }) => allowed.includes(heading) && words.length <= 240)).toBe(true);
    }));
  });
});
