import fc from 'fast-check';
import { ATTENDANCE_LEVELS, agreed, isMeaningful, isSameSaid, standing, type Said } from './attendance.ts';
import { mayRecord, mayRecordRoutine, mayReportNotRun } from './rules.ts';

const TODAY = '2026-11-24';
const codes = (decision: { allowed: boolean; reasons?: readonly { code: string; about?: string }[] }) => decision.reasons?.map(({ code, about }) => (about ? `${code} ${about}` : code)) ?? [];

describe('two entries for one person in one session', () => {
  const ada = { id: 'a', correctsId: null, level: 'took part' as const, leftEarly: false };
  const joe = { id: 'b', correctsId: null, level: 'watched' as const, leftEarly: false };

  it('that say the same agree, and that differ leave it open', () => {
    expect(agreed([ada, { ...joe, level: 'took part' }])).toEqual(ada);
    expect(agreed([ada, joe])).toBeNull();
    expect(agreed([])).toBeNull();
  });

  it('are settled by a correction of one of them', () => {
    expect(agreed([ada, joe, { ...ada, id: 'c', level: 'watched', correctsId: 'a' }])).toMatchObject({ level: 'watched' });
    expect(standing([ada, joe, { ...joe, id: 'c', correctsId: 'b' }]).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('are never settled by which came last', () => {
    const entry = fc.record({ id: fc.uuid(), correctsId: fc.constant(null), level: fc.constantFrom(...ATTENDANCE_LEVELS), leftEarly: fc.boolean() });
    fc.assert(fc.property(fc.array(entry, { minLength: 1 }), (entries) => {
      const [one, other] = [agreed(entries), agreed([...entries].reverse())];
      expect(one === null).toBe(other === null);
      if (one && other) expect([one.level, one.leftEarly]).toEqual([other.level, other.leftEarly]);
    }));
  });

  it('are the same words when nothing in them differs', () => {
    const said: Said = { residentId: 'bob', level: 'took part', mood: null, engagement: null, leftEarly: false, note: null, correctsId: null };
    expect(isSameSaid(said, { ...said, note: '' })).toBe(true);
    expect(isSameSaid(said, { ...said, mood: 'happy' })).toBe(false);
  });

  it('count as meaningful when the person took part, and not for watching', () => {
    expect(ATTENDANCE_LEVELS.filter(isMeaningful)).toEqual(['took part', 'joined in a little']);
  });
});

describe('recording a session', () => {
  const session = { status: 'planned', dayOf: TODAY, when: 'Tuesday 24 November, 10:00' };
  const names = new Map([['bob', 'Bob'], ['ivy', 'Ivy']]);
  const came = [{ residentId: 'bob', name: 'Bob' }];
  const record = (list: { residentId: string; correctsId: string | null }[], more = {}, corrected = new Map<string, string>()) => codes(mayRecord({ ...session, ...more }, list, came, names, corrected, TODAY));
  const bob = { residentId: 'bob', correctsId: null };

  it('takes those who are in it', () => {
    expect(record([bob])).toEqual([]);
    expect(record([bob, { residentId: 'ivy', correctsId: null }])).toEqual(['NOT_IN_SESSION Ivy']);
    expect(record([bob, bob])).toEqual(['TWICE_IN_ONE Bob']);
    expect(record([])).toEqual(['NOBODY_SAID']);
  });

  it('waits for its day, and is not for a cancelled one', () => {
    expect(record([bob], { dayOf: '2026-11-25' })).toEqual(['SESSION_TO_COME Tuesday 24 November, 10:00']);
    expect(record([bob], { status: 'cancelled' })).toEqual(['SESSION_CANCELLED']);
  });

  it('corrects entries of the same person only', () => {
    expect(record([{ residentId: 'bob', correctsId: 'x' }])).toEqual(['CORRECTS_ANOTHER']);
    expect(record([{ residentId: 'bob', correctsId: 'x' }], {}, new Map([['x', 'ivy']]))).toEqual(['CORRECTS_ANOTHER']);
    expect(record([{ residentId: 'bob', correctsId: 'x' }], {}, new Map([['x', 'bob']]))).toEqual([]);
  });

  it('that did not run takes a reason and somebody who answers', () => {
    expect(mayReportNotRun({ reason: 'no driver', words: '', answers: 'Ruth' }, session, TODAY)).toEqual({ allowed: true });
    expect(codes(mayReportNotRun({ reason: 'other', words: ' ', answers: '' }, session, TODAY))).toEqual(['OTHER_NEEDS_WORDS', 'NOBODY_ANSWERS']);
    expect(codes(mayReportNotRun({ reason: null, words: '', answers: 'Ruth' }, session, TODAY))).toEqual(['NO_REASON']);
  });
});

describe('a routine on a day', () => {
  const routine = { since: '2026-01-01', endedOn: null };
  it('needs a reason when it was missed, and its day to have come', () => {
    expect(mayRecordRoutine({ day: TODAY, state: 'honoured', reason: null }, routine, TODAY)).toEqual({ allowed: true });
    expect(codes(mayRecordRoutine({ day: TODAY, state: 'missed', reason: ' ' }, routine, TODAY))).toEqual(['MISSED_NEEDS_REASON']);
    expect(codes(mayRecordRoutine({ day: '2026-11-25', state: 'honoured', reason: null }, routine, TODAY))).toEqual(['DAY_TO_COME Wednesday 25 November']);
    expect(codes(mayRecordRoutine({ day: TODAY, state: 'honoured', reason: null }, { ...routine, endedOn: '2026-11-20' }, TODAY))).toEqual(['ROUTINE_ENDED']);
  });
});
