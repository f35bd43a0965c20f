import type { Explaining } from './rules.ts';
import { PROMISE_WORDS, areaOf, mayAnswerDispute, mayDecline, mayEnd, mayExplain, mayMake } from './rules.ts';
import { foldPromise } from './promise.ts';
import { sayReason } from '../shared/decision.ts';

const TODAY = '2026-11-24';
const codes = (decision: { allowed: boolean; reasons?: readonly { code: string }[] }) => decision.reasons?.map(({ code }) => code) ?? [];

describe('making a promise', () => {
  const making = { words: 'A swim', dueOn: '2026-11-27', madeTo: 'Bob', found: 'Thursday at two.' };
  const bob = { preferredName: 'Bob', status: 'living here' };
  it('takes words, a day to come, somebody to promise to, and how it was found possible', () => {
    expect(mayMake(making, bob, TODAY)).toEqual({ allowed: true });
    expect(codes(mayMake({ words: ' ', dueOn: '2026-11-23', madeTo: '', found: '' }, { ...bob, status: 'died' }, TODAY)))
      .toEqual(['NO_WORDS', 'DUE_PASSED', 'NOBODY_PROMISED', 'NOT_FOUND_FEASIBLE', 'NOT_LIVING_HERE']);
  });
});

describe('explaining a miss', () => {
  const missed = { ...foldPromise([]), state: 'not kept' as const, unexplained: true, dueOn: '2026-11-20' };
  const whole: Explaining = { reason: 'no driver', words: '', answers: 'Ruth', newDate: '2026-11-30', whyNoDate: null };

  it('is complete with a reason, somebody who answers and a new date, or why there is none', () => {
    expect(mayExplain(whole, missed, TODAY)).toEqual({ allowed: true });
    expect(mayExplain({ ...whole, newDate: null, whyNoDate: 'The pool is shut until spring.' }, missed, TODAY)).toEqual({ allowed: true });
  });

  it('names everything that is missing, each in a sentence', () => {
    const decision = mayExplain({ reason: null, words: '', answers: ' ', newDate: null, whyNoDate: ' ' }, missed, TODAY);
    expect(codes(decision)).toEqual(['NO_REASON', 'NOBODY_ANSWERS', 'NO_NEW_DATE']);
    if (!decision.allowed) for (const reason of decision.reasons) expect(sayReason(PROMISE_WORDS, reason)).toMatch(/^[A-Z].*\.$/);
  });

  it('takes words for “other”, and a new date in the future', () => {
    expect(codes(mayExplain({ ...whole, reason: 'other' }, missed, TODAY))).toEqual(['OTHER_NEEDS_WORDS']);
    expect(codes(mayExplain({ ...whole, newDate: TODAY }, missed, TODAY))).toEqual(['NEW_DATE_PASSED']);
    expect(codes(mayExplain({ ...whole, reason: 'because' }, missed, TODAY))).toEqual(['NO_REASON']);
  });

  it('is refused where nothing was missed', () => {
    expect(codes(mayExplain(whole, { ...missed, state: 'made', unexplained: false, dueOn: '2026-12-01' }, TODAY))).toEqual(['NOTHING_TO_EXPLAIN']);
  });
});

describe('letting go of a promise', () => {
  it('belongs to the area of life in which the activity is', () => {
    expect([areaOf('out'), areaOf('home'), areaOf(null)]).toEqual(['outings and risk', 'daily activities', 'daily activities']);
  });

  it('can call it enough only when it was partly kept', () => {
    expect(mayEnd('enough', { owed: true, state: 'partly kept' }, 'Lovely.')).toEqual({ allowed: true });
    expect(codes(mayEnd('enough', { owed: true, state: 'made' }, ' '))).toEqual(['NOT_PARTLY_KEPT', 'NO_WORDS']);
    expect(codes(mayEnd('released', { owed: false, state: 'kept' }, 'No.'))).toEqual(['NOT_OWED']);
  });
});

describe('answering', () => {
  it('a wish happens once, and a no has a reason', () => {
    expect(mayDecline({ answer: null }, 'The boat is not safe for your chair.')).toEqual({ allowed: true });
    expect(codes(mayDecline({ answer: 'promised' }, ''))).toEqual(['WISH_ANSWERED', 'NO_REASON_FOR_NO']);
  });

  it('a dispute is possible once for each', () => {
    expect(mayAnswerDispute(['made', 'disputed'], 'We looked into it.')).toEqual({ allowed: true });
    expect(codes(mayAnswerDispute(['made', 'disputed', 'answered'], 'Again.'))).toEqual(['NOTHING_DISPUTED']);
    expect(mayAnswerDispute(['made', 'disputed', 'answered', 'disputed'], 'We looked again.')).toEqual({ allowed: true });
  });
});
