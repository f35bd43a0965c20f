import fc from 'fast-check';
import { OWN_WORDS, type Says, mayAnswerPromise, mayAnswerSession, sayOwnWord, standingWords } from './word.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute));
const word = (id: string, minute: number, says: Says, more: { sessionId?: string | null; promiseId?: string | null; undoesId?: string } = {}) => ({ id, says, sessionId: 'choir', promiseId: null, undoesId: null, recordedAt: at(minute), ...more });
const BOB = { name: 'Bob', status: 'living here' };

describe('what a person says of their week', () => {
  it('stands as it was said last, for each thing by itself', () => {
    const standing = standingWords([word('b', 2, 'no'), word('a', 1, 'yes'), word('c', 3, 'yes', { sessionId: null, promiseId: 'swim' })]);
    expect([...standing].map(([key, { says }]) => [key, says])).toEqual([['choir', 'no'], ['swim', 'yes']]);
  });

  it('goes back to what was said before when it was not meant', () => {
    expect(standingWords([word('a', 1, 'yes'), word('b', 2, 'no'), word('c', 3, 'not meant', { undoesId: 'b' })]).get('choir')?.says).toBe('yes');
    expect(standingWords([word('b', 2, 'no'), word('c', 3, 'not meant', { undoesId: 'b' })]).has('choir')).toBe(false);
  });

  it('is the same in whatever order it arrives, and everything taken back leaves nothing', () => {
    const words = fc.array(fc.tuple(fc.constantFrom<Says>('yes', 'no'), fc.constantFrom('choir', 'walk'), fc.boolean()), { maxLength: 10 })
      .map((all) => all.flatMap(([says, sessionId, isUndone], n) => [word(`w${n}`, n * 2, says, { sessionId }), ...(isUndone ? [word(`u${n}`, n * 2 + 1, 'not meant', { sessionId, undoesId: `w${n}` })] : [])]));
    fc.assert(fc.property(words, (said) => {
      expect([...standingWords([...said].reverse())].sort()).toEqual([...standingWords(said)].sort());
      expect(standingWords([...said, ...said.filter(({ says }) => says !== 'not meant').map(({ id }) => word(`all${id}`, 59, 'not meant', { undoesId: id }))]).size).toBe(0);
    }));
  });

  it('is about something of theirs that is still to come', () => {
    const session = { isBooked: true, status: 'planned', startsAt: at(30) };
    const codes = (...args: Parameters<typeof mayAnswerSession>) => { const decision = mayAnswerSession(...args); return decision.allowed ? [] : decision.reasons.map(({ code }) => code); };
    expect(codes(session, BOB, at(0))).toEqual([]);
    expect(codes(session, BOB, at(30))).toEqual(['HAS_BEGUN']);
    expect(codes({ ...session, status: 'cancelled' }, BOB, at(0))).toEqual(['WILL_NOT_BE']);
    expect(codes({ ...session, isBooked: false }, BOB, at(0))).toEqual(['NOT_YOURS']);
    expect(codes(null, { ...BOB, status: 'in hospital' }, at(0))).toEqual(['NOT_HERE', 'NOT_YOURS']);
    expect(mayAnswerPromise({ owed: true }, { ...BOB, status: 'in hospital' }).allowed).toBe(true);
    expect(mayAnswerPromise({ owed: false }, BOB).allowed).toBe(false);
    expect(mayAnswerPromise(null, { ...BOB, status: 'died' }).allowed).toBe(false);
  });

  it('is said to staff in a sentence, and every no to the person in a short one', () => {
    expect((['yes', 'no', 'not meant'] as const).map((says) => sayOwnWord('Bob', says, 'Choir'))).toEqual(['Bob looks forward to Choir.', 'Bob has said no to Choir.', 'Bob did not mean what was said of Choir.']);
    for (const say of Object.values(OWN_WORDS)) for (const sentence of say('Bob').split(/(?<=\.) /)) expect(sentence.split(' ').length).toBeLessThanOrEqual(16);
  });
});
