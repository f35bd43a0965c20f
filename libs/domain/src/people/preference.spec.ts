import { ANSWERS, BARRED, PREFERENCE_ITEMS, mayAnswer, mayCloseBarrier, mayWishFrom, sayQuestion } from './preference.ts';
import type { Decision } from '../shared/decision.ts';

const codes = (decision: Decision) => (decision.allowed ? [] : decision.reasons.map(({ code }) => code));
const draft = { item: 'F0500G', asks: null, answer: 'very important', words: null, answeredBy: 'Bob', toldHow: 'told us', barrier: null };
const OWN = 'own-01900000-0000-7000-8000-000000000000';

describe('what matters to somebody', () => {
  it('is asked in sixteen questions of which each is a whole sentence, and in free ones', () => {
    const items = Object.keys(PREFERENCE_ITEMS);
    expect(items).toHaveLength(16);
    expect(items.every((item) => /^How much does it matter to you [^?]+\?$/.test(sayQuestion(item, null)))).toBe(true);
    expect(sayQuestion(OWN, 'A window open at night')).toBe('A window open at night');
    expect(Object.values(ANSWERS)).toEqual([1, 2, 3, 4, 5, 9]);
  });
  it('is kept with who said so, and only as one of the answers', () => {
    expect(mayAnswer(draft)).toEqual({ allowed: true });
    expect(mayAnswer({ ...draft, answer: 'no response' })).toEqual({ allowed: true });
    expect(mayAnswer({ ...draft, item: OWN, asks: 'A window open at night' })).toEqual({ allowed: true });
    expect(codes(mayAnswer({ ...draft, item: 'F0600A', answer: 'rather', answeredBy: ' ', toldHow: 'guessed' }))).toEqual(['PREFERENCE_UNKNOWN', 'ANSWER_UNKNOWN', 'ANSWER_NOBODY', 'ANSWER_HOW_UNKNOWN']);
    expect(codes(mayAnswer({ ...draft, item: OWN, asks: ' ' }))).toEqual(['PREFERENCE_NO_QUESTION']);
    expect(codes(mayAnswer({ ...draft, item: 'toString', answer: 'constructor' }))).toEqual(['PREFERENCE_UNKNOWN', 'ANSWER_UNKNOWN']);
  });
  it('says what stands in the way where it cannot be, and nowhere else', () => {
    expect(codes(mayAnswer({ ...draft, answer: BARRED }))).toEqual(['BARRIER_NO_WORDS']);
    expect(mayAnswer({ ...draft, answer: BARRED, barrier: 'Nobody is free at four' })).toEqual({ allowed: true });
    expect(codes(mayAnswer({ ...draft, barrier: 'Nobody is free' }))).toEqual(['BARRIER_WITHOUT_NEED']);
  });
  it('has what stood in its way taken out of it once, in words, and one wish made of it', () => {
    const open = { closedAt: null, wishId: null };
    expect(codes(mayCloseBarrier(open, ' '))).toEqual(['BARRIER_CLOSED_WITHOUT_WORDS']);
    expect(mayCloseBarrier(open, 'There is a rota for it now')).toEqual({ allowed: true });
    expect(codes(mayCloseBarrier({ closedAt: new Date(0) }, 'again'))).toEqual(['BARRIER_CLOSED']);
    expect(mayWishFrom(open)).toEqual({ allowed: true });
    expect(codes(mayWishFrom({ closedAt: null, wishId: 'x' }))).toEqual(['BARRIER_HAS_WISH']);
  });
});
