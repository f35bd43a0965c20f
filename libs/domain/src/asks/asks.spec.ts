import { type AskEntry, mayAnswer, mayAsk, maySayNotEnough, sayStanding, standingOf } from './ask.ts';
import { type MemoryEntry, mayChangeMemory, mayKeepMemory, mayTell, memoriesOf } from './memory.ts';
import { type VisitEntry, isMet, mayCallOff, mayVisit, planOf, sayMeets, sayVisit, visitDays } from './visit.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));
const codes = (decision: { allowed: boolean; reasons?: readonly { code: string }[] }) => decision.reasons?.map(({ code }) => code) ?? [];

describe('what a family asks', () => {
  const entry = (kind: AskEntry['kind'], answerBy: string | null = null): AskEntry => ({ kind, words: 'x', by: 'Karen', at: at(1), answerBy });
  it('waits until its day has passed, and is overdue from the day after', () => {
    expect(standingOf('2026-11-27', [], '2026-11-27')).toEqual({ state: 'waiting', answerBy: '2026-11-27', isWithManager: false });
    expect(standingOf('2026-11-27', [], '2026-11-28').state).toBe('overdue');
    expect(sayStanding(standingOf('2026-11-27', [], '2026-11-28'))).toBe('The home was to answer by Friday 27 November, and has not. Everybody who works here sees that it is overdue.');
  });
  it('is answered however late, and goes to the manager with a new date when the answer does not answer it', () => {
    expect(standingOf('2026-11-27', [entry('answered')], '2026-12-24').state).toBe('answered');
    const back = standingOf('2026-11-27', [entry('answered'), entry('not enough', '2026-12-04')], '2026-12-01');
    expect(back).toEqual({ state: 'waiting', answerBy: '2026-12-04', isWithManager: true });
    expect(sayStanding(back)).toBe('The manager is to answer by Friday 4 December.');
    expect(codes(mayAnswer('Yes', back, 'Mark', { isManager: false }, false))).toEqual(['MANAGER_ANSWERS']);
    expect(mayAnswer('Yes', back, 'Mark', { isManager: true }, true).allowed).toBe(true);
    expect(standingOf('2026-11-27', [entry('answered'), entry('not enough', '2026-12-04'), entry('answered')], '2026-12-24').state).toBe('answered');
  });
  it('takes words, is answered once, and can only come back when it was answered', () => {
    const [waiting, answered] = [standingOf('2026-11-27', [], '2026-11-24'), standingOf('2026-11-27', [entry('answered')], '2026-11-24')];
    expect([codes(mayAsk(' ')), codes(mayAsk('x'.repeat(2001))), codes(mayAsk('May he have his own kettle?'))]).toEqual([['ASK_NO_WORDS'], ['ASK_TOO_LONG'], []]);
    expect(codes(mayAnswer(' ', answered, 'Mark', { isManager: true }, false))).toEqual(['ANSWER_NO_WORDS', 'ANSWERED_ALREADY']);
    expect(codes(mayAnswer('Yes', waiting, 'Mark', { isManager: true }, true))).toEqual(['IS_A_WISH']);
    expect([codes(maySayNotEnough('No', waiting)), codes(maySayNotEnough(' ', answered)), codes(maySayNotEnough('No', answered))]).toEqual([['NOT_ANSWERED_YET'], ['MISSING_NO_WORDS'], []]);
  });
});

describe('a visit', () => {
  const said = (kind: VisitEntry['kind'], more: Partial<VisitEntry> = {}): VisitEntry => ({ kind, day: '2026-11-29', from: '14:00', to: '16:00', repeats: 'once', until: null, ...more });
  it('falls on its one day, or every week or two until its last', () => {
    expect(visitDays([said('coming')], '2026-11-23', '2026-12-31')).toEqual(['2026-11-29']);
    expect(visitDays([said('coming')], '2026-11-30', '2026-12-31')).toEqual([]);
    expect(visitDays([said('coming', { repeats: 'every week', until: '2026-12-13' })], '2026-11-23', '2026-12-31')).toEqual(['2026-11-29', '2026-12-06', '2026-12-13']);
    expect(visitDays([said('coming', { repeats: 'every two weeks' })], '2026-12-01', '2026-12-31')).toEqual(['2026-12-13', '2026-12-27']);
  });
  it('leaves out a day that was called off, until it is said anew', () => {
    const weekly = said('coming', { repeats: 'every week' });
    const entries = [weekly, said('not that day', { day: '2026-12-06' })];
    expect(visitDays(entries, '2026-11-29', '2026-12-13')).toEqual(['2026-11-29', '2026-12-13']);
    expect(visitDays([...entries, said('coming', { day: '2026-11-28', repeats: 'every week' })], '2026-11-28', '2026-12-06')).toEqual(['2026-11-28', '2026-12-05']);
    expect(planOf([...entries, said('cancelled')])).toBeNull();
    expect(visitDays([...entries, said('cancelled')], '2026-11-29', '2026-12-13')).toEqual([]);
  });
  it('is said as it can be kept, and only called off where it is', () => {
    const plan = { day: '2026-11-29', from: '14:00', to: '16:00', repeats: 'once' as const, until: null };
    expect(mayVisit(plan, '', '2026-11-29').allowed).toBe(true);
    expect(codes(mayVisit({ ...plan, to: '13:00', repeats: 'daily' as never, until: '2026-11-28' }, 'x'.repeat(501), '2026-11-30'))).toEqual(['REPEATS_UNKNOWN', 'VISIT_REVERSED', 'VISIT_OVER', 'UNTIL_BEFORE', 'VISIT_LONG_WORDS']);
    expect(codes(mayVisit({ ...plan, day: '2028-01-01' }, '', '2026-11-29'))).toEqual(['VISIT_FAR']);
    expect(codes(mayCallOff([said('coming')], '2026-11-30'))).toEqual(['NOT_A_DAY_OF_IT']);
    expect(codes(mayCallOff([said('coming'), said('cancelled')], null))).toEqual(['VISIT_CANCELLED']);
    expect(mayCallOff([said('coming')], '2026-11-29').allowed).toBe(true);
  });
  it('is said in words, and what it would meet is too', () => {
    expect(sayVisit(said('coming'))).toBe('Sunday 29 November, 14:00 to 16:00');
    expect(sayVisit(said('coming', { repeats: 'every two weeks', until: '2026-12-27' }))).toBe('Every other Sunday, 14:00 to 16:00, until Sunday 27 December');
    const swim = { what: 'Swimming', where: 'Riverside Pool', from: '14:30', to: '16:00' };
    expect([isMet(said('coming'), swim), isMet({ from: '16:00', to: '17:00' }, swim)]).toEqual([true, false]);
    expect(sayMeets('Steven', swim)).toBe('Steven is out then, at Riverside Pool: Swimming, 14:30 to 16:00.');
    expect(sayMeets('Steven', { ...swim, what: 'Bingo', where: null })).toBe('Steven is at Bingo here then, 14:30 to 16:00.');
  });
});

describe('what a supporter tells of a life', () => {
  const said = (memoryId: string, kind: MemoryEntry['kind'], minute: number, words = ''): MemoryEntry => ({ memoryId, kind, words, whenWords: null, mediaId: null, recordedByName: 'Mark', recordedAt: at(minute) });
  it('is read as it was put last, with what it said before, the newest first', () => {
    const [b, a] = memoriesOf([said('a', 'told', 1, 'Brill'), said('b', 'told', 2, 'A dog'), said('a', 'put right', 3, 'Rhyl')]);
    expect([b?.now.words, a?.now.words, a?.earlier.map(({ words }) => words)]).toEqual(['A dog', 'Rhyl', ['Brill']]);
    expect(memoriesOf([said('a', 'taken back', 1)])).toEqual([]);
  });
  it('cannot be changed or kept once it is taken back, nor kept twice', () => {
    const [back] = memoriesOf([said('a', 'told', 1), said('a', 'taken back', 2)]);
    const [kept] = memoriesOf([said('a', 'told', 1), said('a', 'kept', 2)]);
    if (!back || !kept) throw new Error('Both are there.');
    expect([codes(mayChangeMemory(back)), codes(mayKeepMemory(back)), codes(mayKeepMemory(kept)), codes(mayChangeMemory(kept))]).toEqual([['MEMORY_TAKEN_BACK'], ['MEMORY_TAKEN_BACK'], ['MEMORY_KEPT_ALREADY'], []]);
    expect([codes(mayTell(' ', null)), codes(mayTell('x'.repeat(1001), 'y'.repeat(201))), codes(mayTell('Rhyl', 'about 1962'))]).toEqual([['MEMORY_NO_WORDS'], ['MEMORY_TOO_LONG', 'MEMORY_WHEN_LONG'], []]);
  });
});
