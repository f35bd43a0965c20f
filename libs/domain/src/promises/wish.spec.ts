import { MOST_WISHES_AT_ONCE, mayCatch, mayCatchAtMeeting, waiting, whoAnswers } from './wish.ts';

const codes = (decision: { allowed: boolean; reasons?: readonly { code: string; about?: string }[] }) => decision.reasons?.map(({ code }) => code) ?? [];

describe('a wish', () => {
  it('takes words or a voice', () => {
    expect(mayCatch('The sea', false)).toEqual({ allowed: true });
    expect(mayCatch(' ', true)).toEqual({ allowed: true });
    expect(codes(mayCatch(' ', false))).toEqual(['NO_WORDS_NOR_VOICE']);
  });

  it('presses once it has waited for seven days', () => {
    expect(waiting('2026-11-20', '2026-11-26')).toEqual({ days: 6, isPressing: false });
    expect(waiting('2026-11-20', '2026-11-27')).toEqual({ days: 7, isPressing: true });
    expect(waiting('2026-11-20', '2026-11-19')).toEqual({ days: 0, isPressing: false });
  });

  it('is the named worker’s to answer, else a coordinator’s, else a manager’s', () => {
    const planners = [{ name: 'Karen', role: 'manager' }, { name: 'Ruth', role: 'coordinator' }] as const;
    expect([whoAnswers('Ada', planners), whoAnswers(null, planners), whoAnswers(null, planners.slice(0, 1)), whoAnswers(null, [])]).toEqual(['Ada', 'Ruth', 'Karen', null]);
  });
});

describe('the wishes of a meeting', () => {
  const line = { name: 'Bob', words: 'Fish on Fridays' };
  it('are entered on its day or later, and none is empty', () => {
    expect(mayCatchAtMeeting([line], '2026-11-24', '2026-11-24')).toEqual({ allowed: true });
    expect(codes(mayCatchAtMeeting([line, { name: 'Ivy', words: ' ' }], '2026-11-25', '2026-11-24'))).toEqual(['NO_WORDS_NOR_VOICE', 'MEETING_TO_COME']);
    expect(codes(mayCatchAtMeeting([], '2026-11-24', '2026-11-24'))).toEqual(['NOTHING_CAUGHT']);
    expect(codes(mayCatchAtMeeting(Array.from({ length: MOST_WISHES_AT_ONCE + 1 }, () => line), '2026-11-24', '2026-11-24'))).toEqual(['TOO_MANY_WISHES']);
  });
});
