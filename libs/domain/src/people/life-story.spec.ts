import fc from 'fast-check';
import { mayKeepFact, tidyWords } from './life-story.ts';
import { mayAvoidTopic, mayEndTopic, mayReadWhy, sayAvoided } from './life-topic.ts';
import type { Decision } from '../shared/decision.ts';

const codes = (decision: Decision) => (decision.allowed ? [] : decision.reasons.map(({ code }) => code));

describe('a memory', () => {
  const fact = { words: 'Bowled for the Post Office', toldBy: 'Janet', toldHow: 'told by family' };
  it('says when in a few words and what it is about in one or two', () => {
    expect(mayKeepFact({ ...fact, whenWords: 'about 1962', theme: 'sport' })).toEqual({ allowed: true });
    expect(codes(mayKeepFact({ ...fact, whenWords: 'x'.repeat(201), theme: 'y'.repeat(61), words: ' \n ' }))).toEqual(['FACT_NO_WORDS', 'FACT_WHEN_LONG', 'FACT_THEME_LONG']);
    expect(codes(mayKeepFact({ ...fact, words: 'z'.repeat(1001) }))).toEqual(['FACT_TOO_LONG']);
  });
});

describe('words', () => {
  it('lose what would turn or break the words beside them, and nothing else', () => {
    expect(tidyWords('  Meg \u202Eevil\u202C\u0007 the dog\n“forty” שנים \uD800 ')).toBe('Meg evil the dog\n“forty” שנים \uFFFD');
    expect(tidyWords(' \u202E ')).toBe('');
    expect(tidyWords('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(tidyWords(tidyWords(text))).toBe(tidyWords(text));
      expect(['\0', '\u202E'].some((mark) => tidyWords(text).includes(mark))).toBe(false);
    }));
  });
});

describe('a topic to avoid', () => {
  const topic = { words: 'The sea, and boats', why: '', instead: 'Talk of the hills', toldBy: 'Janet', toldHow: 'told by family', activities: 1 };
  it('says what to steer clear of and who told us; it ends with a reason', () => {
    expect(mayAvoidTopic(topic)).toEqual({ allowed: true });
    expect(codes(mayAvoidTopic({ ...topic, words: ' ', toldBy: '', toldHow: 'guessed', activities: 201 }))).toEqual(['TOPIC_NO_WORDS', 'TOPIC_NOBODY_TOLD', 'TOPIC_HOW_UNKNOWN', 'TOPIC_TOO_MANY']);
    expect(codes(mayEndTopic({ endedAt: null }, ''))).toEqual(['TOPIC_END_NO_WORDS']);
    expect(codes(mayEndTopic({ endedAt: new Date(0) }, 'She asked for it'))).toEqual(['TOPIC_ENDED']);
    expect(sayAvoided(['The sea'])).toBe('Left out of plans: “The sea” is a topic to avoid.');
  });
  it('keeps its story for those who plan, the named worker and whoever wrote it', () => {
    const row = { namedWorkerId: 'dean', recordedBy: 'ann' };
    const asker = { mayAll: false, staffId: 'callum', accountId: 'callum' };
    expect(mayReadWhy(asker, row)).toBe(false);
    expect(mayReadWhy({ ...asker, staffId: null }, { ...row, namedWorkerId: null })).toBe(false);
    expect([mayReadWhy({ ...asker, mayAll: true }, row), mayReadWhy({ ...asker, staffId: 'dean' }, row), mayReadWhy({ ...asker, accountId: 'ann' }, row)]).toEqual([true, true, true]);
  });
});
