import fc from 'fast-check';
import { QUESTIONS } from './self-assessment-questions.ts';
import { whatItLeadsTo } from './self-assessment-leads.ts';
import { type GivenAnswer, MOST_QUESTIONS, isSkipped, mayAnswer, mayBegin, mostToCome, nextQuestion, questionOf, sayQuestion, sayWhoAnswered } from './self-assessment.ts';
import { type Decision } from '../shared/decision.ts';

const codes = (decision: Decision) => (decision.allowed ? [] : decision.reasons.map(({ code }) => code));
const skip = (question: string): GivenAnswer => ({ question, chosen: [], words: null });
const say = (code: string) => questionOf(code)?.asks ?? '';

/** How one person answers: for each question a handful of its options, none to skip it. */
const manners = fc.record(Object.fromEntries(QUESTIONS.map((question) => [question.code, question.options.length === 0
  ? fc.constantFrom<readonly string[]>([])
  : question.many ? fc.subarray(question.options.map(({ code }) => code)) : fc.constantFrom(...question.options.map(({ code }) => [code]), [] as string[])])));

/** Everything somebody is asked who answers in this manner, and what they answered. */
function interview(manner: Readonly<Record<string, readonly string[]>>): GivenAnswer[] {
  const given: GivenAnswer[] = [];
  for (let question = nextQuestion(given); question; question = nextQuestion(given)) {
    given.push({ question: question.code, chosen: manner[question.code] ?? [], words: null });
    if (given.length > 100) throw new Error('it does not end');
  }
  return given;
}

describe('the self-assessment', () => {
  it('ends, after at most twelve questions and never the same one twice, however it is answered', () => {
    fc.assert(fc.property(manners, (manner) => {
      const asked = interview(manner).map(({ question }) => question);
      expect(asked.length).toBeLessThanOrEqual(MOST_QUESTIONS);
      expect(new Set(asked).size).toBe(asked.length);
    }), { numRuns: 2000 });
  });

  it('drops nothing for want of room: twelve is what the questions come to, not where they are cut off', () => {
    fc.assert(fc.property(manners, (manner) => {
      const given = interview(manner);
      expect(given.length < MOST_QUESTIONS || mostToCome(given) === 0).toBe(true);
      expect(given.at(-1)?.question).toBe('style');
    }), { numRuns: 2000 });
  });

  it('goes on where it was left, in whatever order the answers arrive', () => {
    fc.assert(fc.property(manners, fc.nat(12), fc.infiniteStream(fc.nat()), (manner, after, dice) => {
      const part = interview(manner).slice(0, after);
      const shuffled = part.map((each) => [Number(dice.next().value), each] as const).toSorted(([a], [b]) => a - b).map(([, each]) => each);
      expect(nextQuestion(shuffled)?.code).toBe(nextQuestion(part)?.code);
      expect(mostToCome(shuffled)).toBe(mostToCome(part));
    }), { numRuns: 1000 });
  });

  it('shows progress that only goes down, and reaches nothing with the last answer', () => {
    fc.assert(fc.property(manners, (manner) => {
      const given = interview(manner);
      const left = given.map((_, index) => mostToCome(given.slice(0, index)));
      expect(left.every((each, index) => index === 0 || each < (left[index - 1] ?? 0))).toBe(true);
      expect(left.every((each, index) => each >= given.length - index)).toBe(true);
      expect(mostToCome(given)).toBe(0);
    }), { numRuns: 1000 });
  });

  it('asks every question of somebody', () => {
    const asked = new Set<string>();
    fc.assert(fc.property(manners, (manner) => { for (const { question } of interview(manner)) asked.add(question); }), { numRuns: 500, seed: 4 });
    expect([...asked].toSorted()).toEqual(QUESTIONS.map(({ code }) => code).toSorted());
  });

  it('may be skipped from beginning to end', () => {
    const given = interview({});
    expect(given.every(isSkipped)).toBe(true);
    expect(given.length).toBe(11);
    expect(whatItLeadsTo(given, say)).toEqual([]);
  });

  it('does not ask again what was said, and asks on where something was', () => {
    const asked = (manner: Record<string, string[]>) => interview(manner).map(({ question }) => question);
    expect(asked({ week: ['good'] })).toContain('keep');
    expect(asked({ week: ['good'] })).not.toContain('better');
    expect(asked({ better: ['out', 'company'] })).toEqual(expect.arrayContaining(['where', 'about']));
    expect(asked({ better: ['out', 'company'] })).not.toEqual(expect.arrayContaining(['out']));
    expect(asked({ better: ['company'] })).not.toContain('company');
    expect(asked({ out: ['home'] })).toContain('stops');
    expect(asked({ out: ['home'] })).not.toContain('about');
    expect(asked({ worry: ['nothing'] })).not.toContain('helps');
    expect(asked({ worry: ['nights'] })).toContain('helps');
  });

  it('follows a changed answer and still never asks a thirteenth', () => {
    const given = interview({ week: ['good'], out: ['home'], worry: ['noise'] });
    const changed = [...given, { question: 'week', chosen: ['empty'], words: null }];
    expect(given).toHaveLength(MOST_QUESTIONS);
    expect(nextQuestion(changed)).toBeNull();
    expect(nextQuestion([...given.slice(0, 3), { question: 'week', chosen: ['empty'], words: null }])?.code).toBe('better');
  });

  it('takes sound answers to the question asked now, or to one already answered, and says what is wrong with others', () => {
    expect(mayAnswer([], { question: 'week', chosen: ['good'], words: 'Mostly' }).allowed).toBe(true);
    expect(mayAnswer([], skip('week')).allowed).toBe(true);
    expect(codes(mayAnswer([], skip('style')))).toEqual(['QUESTION_NOT_ASKED']);
    expect(mayAnswer([skip('week')], { question: 'week', chosen: ['good'], words: null }).allowed).toBe(true);
    expect(codes(mayAnswer([], { question: 'shoe size', chosen: ['9'], words: null }))).toEqual(['QUESTION_UNKNOWN']);
    expect(codes(mayAnswer([], { question: 'week', chosen: ['good', 'empty', 'great'], words: 'x'.repeat(1001) }))).toEqual(['OPTION_UNKNOWN', 'ONE_ANSWER', 'ANSWER_TOO_LONG']);
    expect(codes(mayAnswer([], { question: 'week', chosen: [], words: 'safe\u202Etxt' }))).toEqual(['ANSWER_UNREADABLE']);
  });

  it('knows who answers: the person, with somebody named, or somebody who says how they know', () => {
    expect(mayBegin({ answeredBy: 'person', helper: null, howKnown: null }).allowed).toBe(true);
    expect(codes(mayBegin({ answeredBy: 'together', helper: ' ', howKnown: null }))).toEqual(['HELPER_UNNAMED']);
    expect(codes(mayBegin({ answeredBy: 'someone', helper: 'Mark', howKnown: null }))).toEqual(['HOW_KNOWN_MISSING']);
    expect(codes(mayBegin({ answeredBy: 'guess', helper: null, howKnown: 'y'.repeat(201) }))).toEqual(['ANSWERED_BY_UNKNOWN', 'LINE_TOO_LONG']);
    expect(codes(mayBegin({ answeredBy: 'person', helper: 'a\u0000b', howKnown: null }))).toEqual(['LINE_UNREADABLE']);
    expect(sayWhoAnswered('Ada', { answeredBy: 'someone', helper: 'Mark', howKnown: 'her son' })).toBe('Mark answered for Ada: her son');
    expect(sayWhoAnswered('James', { answeredBy: 'together', helper: 'Joyce', howKnown: null })).toBe('James’ answers, with Joyce');
    expect(QUESTIONS.every((question) => sayQuestion(question, 'Ada', 'someone').includes('Ada') && !sayQuestion(question, 'Ada', 'person').includes('{'))).toBe(true);
  });

  it('leads to suggestions whose reason is the answer, and to nothing that was not answered', () => {
    fc.assert(fc.property(manners, (manner) => {
      const given = interview(manner);
      for (const { code, why } of whatItLeadsTo(given, say)) {
        const [question = '', chosen = ''] = code.split('.');
        expect(given.find((each) => each.question === question)?.chosen).toContain(chosen);
        expect(why).toContain(say(question));
      }
    }), { numRuns: 300 });
    expect(whatItLeadsTo([{ question: 'mornings', chosen: ['late'], words: 'Never was a lark' }, { question: 'who', chosen: [], words: 'Jean, my sister' }], say)).toEqual([
      { code: 'mornings.late', words: 'Not woken before nine', why: 'Asked “When does a good day begin?”: Not before nine. “Never was a lark”', becomes: { kind: 'routine', from: '07:00', to: '09:00' } },
      { code: 'who.words', words: 'Jean, my sister', why: 'Asked “Who matters most to you?”: “Jean, my sister”', becomes: { kind: 'memory' } },
    ]);
  });

  it('has an answer worth a suggestion in every question but the first', () => {
    const led = new Set(QUESTIONS.flatMap(({ code, options }) => whatItLeadsTo([{ question: code, chosen: options.map((each) => each.code), words: 'x' }], say).map((lead) => lead.code.split('.')[0])));
    expect(QUESTIONS.map(({ code }) => code).filter((code) => !led.has(code))).toEqual(['week']);
  });
});
