import { UNMET_NEEDS, asksForNeed, maySayNeed, maySeeTo } from './needs.ts';
import { mayRecordMoment } from './rules.ts';

const codes = (decision: { allowed: boolean; reasons?: readonly { code: string }[] }) => (decision.reasons ?? []).map(({ code }) => code);

describe('needs that were not met', () => {
  const fine = { level: 'took part', leftEarly: false, mood: 'happy' } as const;

  it('are asked for of whoever said no, was not asked, slept, left early or was upset, and of nobody else', () => {
    expect((['took part', 'joined in a little', 'watched', 'asleep or withdrawn', 'declined', 'not offered'] as const).filter((level) => asksForNeed({ ...fine, level }))).toEqual(['asleep or withdrawn', 'declined', 'not offered']);
    expect(asksForNeed({ ...fine, leftEarly: true })).toBe(true);
    expect(asksForNeed({ ...fine, mood: 'upset' })).toBe(true);
    expect(asksForNeed({ ...fine, mood: null })).toBe(false);
  });

  it('come from the list, and something else needs words', () => {
    for (const what of [...UNMET_NEEDS, 'nothing']) expect(codes(maySayNeed({ name: 'Bob', what, words: 'A word.' }))).toEqual([]);
    expect(codes(maySayNeed({ name: 'Bob', what: 'other', words: ' ' }))).toEqual(['OTHER_NEED_NEEDS_WORDS']);
    for (const what of ['love', 'seen to', '']) expect(codes(maySayNeed({ name: 'Bob', what, words: null }))).toEqual(['NO_NEED']);
  });

  it('are seen to once, and in words', () => {
    expect(codes(maySeeTo({ what: 'toilet' }, null, 'Ada went with him.'))).toEqual([]);
    expect(codes(maySeeTo({ what: 'toilet' }, 'Ada Bell', 'Again.'))).toEqual(['SEEN_TO_BEFORE']);
    expect(codes(maySeeTo({ what: 'nothing' }, null, ''))).toEqual(['NOT_A_NEED', 'NOT_SAID_HOW']);
  });
});

describe('a moment that nobody planned', () => {
  const now = new Date('2026-11-24T15:00:00Z');
  const bob = { preferredName: 'Bob', status: 'living here' };
  const may = (minutes: number, endedAt: string, resident = bob) => codes(mayRecordMoment({ minutes, endedAt: new Date(endedAt) }, resident, now));

  it('is over, not long ago, and between a minute and four hours long', () => {
    expect(may(20, '2026-11-24T15:00:00Z')).toEqual([]);
    expect(may(20, '2026-11-24T15:04:00Z')).toEqual([]);
    expect(may(20, '2026-11-24T15:06:00Z')).toEqual(['MOMENT_TO_COME']);
    expect(may(20, '2026-11-17T14:59:00Z')).toEqual(['TOO_LONG_AGO']);
    for (const minutes of [0, 241, 1.5, Number.NaN]) expect(may(minutes, '2026-11-24T15:00:00Z')).toEqual(['HOW_LONG']);
  });

  it('is with somebody who lives here, also while they are in hospital', () => {
    expect(may(20, '2026-11-24T15:00:00Z', { ...bob, status: 'in hospital' })).toEqual([]);
    expect(may(20, '2026-11-24T15:00:00Z', { ...bob, status: 'died' })).toEqual(['NOT_HERE']);
  });
});
