import fc from 'fast-check';
import { touchesOn } from './aloud.ts';
import type { HandoverFacts } from './facts.ts';
import { PARTS, linesOf, readableLines } from './lines.ts';
import { beginsAt, isCurrent, mayNote, shiftEnds } from './rules.ts';

const at = (clock: string) => new Date(`2026-11-24T${clock}:00Z`);
const bob = { residentId: 'bob', name: 'Bob' };
const ivy = { residentId: 'ivy', name: 'Ivy' };
const by = 'Ada Bell';

const nothing: HandoverFacts = {
  clock: (when) => when.toISOString().slice(11, 16), topics: new Map([['ivy', ['The sea, and boats']]]),
  notes: [], distress: [], seenDistressed: [], falls: [], turns: [], status: [], needs: [], promises: [], missed: [], due: [], notRun: [], unsaid: [], saidNo: [], plan: [], off: [], wishes: [], matters: [], quiet: [],
};
const said = (facts: Partial<HandoverFacts>) => linesOf({ ...nothing, ...facts });
const note = { id: 'n', residentId: null, name: null, words: 'The lift sticks.', urgent: false, sensitive: false, recordedAt: at('13:00'), recordedByName: by };

describe('a handover', () => {
  it('begins with what must not be missed, and ends with who has been quiet', () => {
    const lines = said({
      quiet: [{ ...bob, days: 4 }],
      notes: [note, { ...note, id: 'u', words: 'Call the GP back before four.', urgent: true }],
      promises: [{ ...bob, id: 'p', words: 'A swim', how: 'due', due: 'today', at: at('15:00') }],
      distress: [{ ...ivy, level: 'upset', words: 'Her cardigan helped', at: at('12:10'), by }],
      notRun: [{ sessionId: 's', activity: 'Choir', startsAt: at('11:00'), reason: 'not enough staff', people: 6, by }],
    });
    expect(lines.map(({ who, words }) => [who, words])).toEqual([
      [null, 'Call the GP back before four.'],
      ['Ivy', 'Was upset at 12:10. Her cardigan helped.'],
      [null, 'The lift sticks.'],
      ['Bob', 'Due today, planned for 15:00: A swim.'],
      [null, 'Choir at 11:00 did not take place: not enough staff. 6 people were to come.'],
      ['Bob', 'Nothing meaningful for 4 days.'],
    ]);
    expect(lines.every(({ href }) => href.startsWith('/'))).toBe(true);
  });

  it('says of distress on a round what was done, and when nobody said', () => {
    const seen = { ...bob, at: at('10:40'), by, roundId: 'r', room: 'Lounge' };
    const words = (responses: { kind: string; words: string }[]) => said({ seenDistressed: [{ ...seen, responses }] })[0]?.words;
    expect(words([])).toBe('Seen distressed at 10:40, Lounge. Nobody has written down what was done.');
    expect(words([{ kind: 'done', words: 'Sat with him' }, { kind: 'handover', words: 'Look in at six' }])).toBe('Seen distressed at 10:40, Lounge. Sat with him. For you: Look in at six.');
  });

  it('tells a few changes one by one, and a plan published anew in one line', () => {
    const change = { words: 'Choir moves to 15:00.', at: at('09:00'), by };
    expect(said({ plan: [change, change] })).toHaveLength(2);
    expect(said({ plan: Array.from({ length: 30 }, () => change) }).map(({ words }) => words)).toEqual(['30 changes to the plan; what people were told stands under today.']);
  });

  it('counts what does not fit and can wait, and leaves out no promise, routine or need', () => {
    const wish = { ...bob, words: 'A boat trip', at: at('09:00'), by };
    const words = said({ wishes: Array.from({ length: 40 }, () => wish), due: Array.from({ length: 12 }, () => ({ ...bob, what: 'A walk', from: '16:00', to: '16:30' })) }).map((line) => line.words);
    expect(words.filter((each) => each.startsWith('Due'))).toHaveLength(12);
    expect(words.filter((each) => each.startsWith('A wish'))).toHaveLength(5);
    expect(words.at(-1)).toBe('35 more wishes to be answered.');
  });

  it('reads nothing aloud that touches on a topic to avoid, nor what is sensitive', () => {
    const lines = said({
      distress: [{ ...ivy, level: 'upset', words: 'Somebody spoke of boats', at: at('12:10'), by }],
      matters: [{ ...bob, words: 'He lost a brother', sensitive: true, href: '/people/bob/life-story', at: at('12:20'), by }, { ...ivy, words: 'Her father sailed', sensitive: false, href: '/people/ivy/life-story', at: at('12:30'), by }],
      notes: [{ ...note, ...ivy, words: 'She asked about the boat again' }, { ...note, id: 'p', ...bob, words: 'Talk to his son', sensitive: true }],
    });
    expect(lines.map(({ words, more }) => [words, more])).toEqual([
      ['Was upset at 12:10. There is more on the record.', 'Somebody spoke of boats'],
      ['A note for those who may read it.', 'She asked about the boat again'],
      ['A note for those who may read it.', 'Talk to his son'],
      ['There is something new to know about them, on their page.', null],
      ['New: Her father sailed', null],
    ]);
    expect(readableLines(lines, (residentId) => residentId === 'bob').map(({ more }) => more)).toEqual([null, null, 'Talk to his son', null, null]);
  });

  it('never says a private need by name', () => {
    const need = { ...bob, sessionId: 's', activity: 'Choir', words: null, at: at('11:00'), by };
    expect(said({ needs: [{ ...need, what: 'toilet' }] })[0]?.words).toBe('Needed help with something private at Choir; nobody has seen to it yet.');
  });

  it('loses no note, and keeps its order, whatever there is', () => {
    const notes = fc.array(fc.record({ id: fc.uuid(), words: fc.string({ minLength: 1 }), urgent: fc.boolean(), sensitive: fc.boolean() }), { maxLength: 12 });
    fc.assert(fc.property(notes, fc.integer({ min: 0, max: 40 }), (some, changes) => {
      const lines = said({ notes: some.map((each) => ({ ...note, ...each })), plan: Array.from({ length: changes }, () => ({ words: 'Moved.', at: at('09:00'), by })) });
      expect(lines.filter(({ kind }) => kind === 'note')).toHaveLength(some.length);
      const places = lines.map(({ part }) => PARTS.indexOf(part));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(lines.filter(({ more }) => more !== null)).toHaveLength(some.filter(({ sensitive }) => sensitive).length);
    }));
  });
});

describe('words that touch on a topic', () => {
  it('share a word that carries it, in any of its forms', () => {
    expect(touchesOn('We talked about boating', ['The sea, and boats'])).toBe(true);
    expect(touchesOn('A boat', ['The sea, and boats'])).toBe(true);
    expect(touchesOn('We talked about the garden', ['The sea, and boats'])).toBe(false);
    expect(touchesOn('She likes to talk about things', ['Things from that time'])).toBe(false);
    expect(touchesOn('', ['Boats'])).toBe(false);
  });
});

describe('a shift', () => {
  it('is told from the last handover on, or a day back', () => {
    expect(beginsAt(at('07:30'), at('14:00'))).toEqual(at('07:30'));
    expect(beginsAt(null, at('14:00')).toISOString()).toBe('2026-11-23T14:00:00.000Z');
    expect([isCurrent(at('11:01'), at('14:00')), isCurrent(at('11:00'), at('14:00'))]).toEqual([true, false]);
  });

  it('ends when the last of those who are coming goes home', () => {
    const shift = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
    expect(shiftEnds([shift('07:30', '14:30'), shift('14:00', '21:00'), shift('22:00', '23:00')], at('13:45'))).toEqual(at('21:00'));
    expect(shiftEnds([], at('09:00'))).toEqual(at('17:00'));
  });

  it('has notes that only their writer corrects', () => {
    const codes = (decision: { allowed: boolean; reasons?: readonly { code: string }[] }) => decision.reasons?.map(({ code }) => code) ?? [];
    expect(codes(mayNote({ words: 'x', corrects: false }, null))).toEqual([]);
    expect(codes(mayNote({ words: ' ', corrects: false }, null))).toEqual(['NOTE_EMPTY']);
    expect(codes(mayNote({ words: '', corrects: true }, { stands: true, mine: true, by }))).toEqual([]);
    expect(codes(mayNote({ words: 'x', corrects: true }, { stands: true, mine: false, by }))).toEqual(['NOTE_OF_SOMEBODY_ELSE']);
    expect(codes(mayNote({ words: 'x', corrects: true }, null))).toEqual(['NOTE_CORRECTS_ANOTHER']);
  });
});
