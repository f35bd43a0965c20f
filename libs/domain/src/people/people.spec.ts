import { mayKeepFact, sayBecause, sayHowKnown } from './life-story.ts';
import { whatIsMissing } from './missing.ts';
import { mayWriteOutcome } from './outcome.ts';
import { type RoutineDraft, ROUTINE_WORDS, mayEnd, mayKeepRoutine, sayDays } from './routine.ts';
import { maySupportBe, saySupport } from './support.ts';
import { type Decision, sayReason } from '../shared/decision.ts';

const codes = (decision: Decision) => (decision.allowed ? [] : decision.reasons.map(({ code }) => code));

const walk: RoutineDraft = { what: 'A walk before tea', days: [1, 2, 3, 4, 5, 6, 7], from: '16:30', to: '17:15', why: 'He always did', needs: 'session', protected: true };
const dogWalk = { name: 'A walk with a dog', minutes: 45, travelMinutes: 0, retired: false };

describe('a routine', () => {
  it('is kept when its activity just fits', () => {
    expect(mayKeepRoutine(walk, dogWalk, [])).toEqual({ allowed: true });
    expect(codes(mayKeepRoutine({ ...walk, to: '17:14' }, dogWalk, []))).toEqual(['ROUTINE_TOO_SHORT']);
  });
  it('counts the way there and back', () => {
    const swim = { name: 'Swimming', minutes: 30, travelMinutes: 8, retired: false };
    const decision = mayKeepRoutine(walk, swim, []);
    expect(decision.allowed ? '' : sayReason(ROUTINE_WORDS, decision.reasons[0] as never)).toBe('“Swimming” takes 46 minutes, there and back included, and there are 45. Give it a longer time, or choose a shorter activity.');
  });
  it('needs an activity when somebody must plan it, and none when it only wants respect', () => {
    expect(codes(mayKeepRoutine(walk, null, []))).toEqual(['ROUTINE_NO_ACTIVITY']);
    expect(mayKeepRoutine({ ...walk, needs: 'respect' }, null, [])).toEqual({ allowed: true });
  });
  it('says everything that is wrong at once', () => {
    expect(codes(mayKeepRoutine({ what: ' ', days: [], from: '17:00', to: '16:00', why: '', needs: 'perhaps', protected: true }, null, [])))
      .toEqual(['ROUTINE_NO_WORDS', 'ROUTINE_NO_WHY', 'ROUTINE_NO_DAY', 'ROUTINE_TIMES', 'ROUTINE_NEEDS_UNKNOWN']);
  });
  it('does not stand in the way of another protected routine, but may follow it and may share a time that is not protected', () => {
    const prayers = { what: 'Prayers', days: [5], fromTime: '17:00', toTime: '17:30', protected: true };
    expect(codes(mayKeepRoutine(walk, dogWalk, [prayers]))).toEqual(['ROUTINE_OVERLAPS']);
    expect(mayKeepRoutine(walk, dogWalk, [{ ...prayers, fromTime: '17:15' }])).toEqual({ allowed: true });
    expect(mayKeepRoutine({ ...walk, days: [1, 2] }, dogWalk, [prayers])).toEqual({ allowed: true });
    expect(mayKeepRoutine(walk, dogWalk, [{ ...prayers, protected: false }])).toEqual({ allowed: true });
  });
  it('ends on a day, once, and not before it began', () => {
    const since = { since: '2026-11-01', endedOn: null };
    expect(mayEnd(since, '2026-11-01', '1 November').allowed).toBe(true);
    expect(codes(mayEnd(since, '2026-10-31', '1 November'))).toEqual(['ENDS_BEFORE_IT_BEGAN']);
    expect(codes(mayEnd({ ...since, endedOn: '2026-11-02' }, '2026-11-03', '1 November'))).toEqual(['HAS_ENDED']);
  });
  it('says its days as people do', () => {
    expect([[1, 2, 3, 4, 5, 6, 7], [7, 6], [1, 2, 3, 4, 5], [4, 2], [7], [1, 3, 5]].map(sayDays)).toEqual(['every day', 'weekends', 'Mon to Fri', 'Tue and Thu', 'Sun', 'Mon, Wed and Fri']);
  });
});

describe('a reason', () => {
  it('reads on after a comma', () => {
    expect(sayBecause('He walked the dog at half past four for forty years.')).toBe('because he walked the dog at half past four for forty years');
    expect(sayBecause('Bob walked his dog before tea')).toBe('because Bob walked his dog before tea');
    expect(sayBecause('Because Jean did')).toBe('because Jean did');
    expect(sayBecause('')).toBe('');
  });
});

describe('a memory', () => {
  it('says who told it and how they know', () => {
    expect(mayKeepFact({ words: 'Bowled for the Post Office', toldBy: 'Janet', toldHow: 'told by family' }).allowed).toBe(true);
    expect(codes(mayKeepFact({ words: '', toldBy: ' ', toldHow: 'guessed' }))).toEqual(['FACT_NO_WORDS', 'FACT_NOBODY_TOLD', 'FACT_HOW_UNKNOWN']);
    expect(sayHowKnown({ toldBy: 'the home’s own list', toldHow: 'from the file' })).toBe('from the home’s own list; nobody here has checked it yet');
  });
});

describe('support', () => {
  it('is said in staff and people', () => {
    expect(saySupport({ staff: 1, residents: 4 }, { staff: 2, residents: 1 })).toBe('At home 1 staff to 4 people; out 2 staff to 1 person.');
  });
  it('is never less out than at home, nor in halves', () => {
    expect(maySupportBe({ staff: 1, residents: 4 }, { staff: 1, residents: 4 }).allowed).toBe(true);
    expect(codes(maySupportBe({ staff: 1, residents: 1 }, { staff: 1, residents: 2 }))).toEqual(['LESS_SUPPORT_OUT']);
    expect(codes(maySupportBe({ staff: 0, residents: 4 }, { staff: 2, residents: 3 }))).toEqual(['RATIO_NOT_WHOLE', 'RATIO_SHARED_UNEVENLY']);
  });
});

describe('an outcome', () => {
  it('has words, a reason and no day that has gone', () => {
    expect(mayWriteOutcome({ words: 'I make my own tea', why: 'It is my house', byDate: '2026-11-24' }, '2026-11-24').allowed).toBe(true);
    expect(codes(mayWriteOutcome({ words: '', why: '', byDate: '2026-11-23' }, '2026-11-24'))).toEqual(['OUTCOME_NO_WORDS', 'OUTCOME_NO_WHY', 'OUTCOME_DAY_PAST']);
  });
});

describe('what is missing', () => {
  const full = {
    name: 'Bob', namedWorkerId: 'x', born: '1938-02-14', room: '1', riskOut: 'He may set off', photoConsent: 'yes', circleCount: 1, outcomeCount: 1,
    factCount: 3, unusedFactCount: 0, routineCount: 1, unseenAuthorityCount: 0,
  };
  it('is nothing for a full record', () => {
    expect(whatIsMissing(full)).toEqual([]);
  });
  it('begins with having nobody', () => {
    expect(whatIsMissing({ ...full, circleCount: 0, unusedFactCount: 2 }).map(({ code }) => code)).toEqual(['NOBODY', 'FACTS_UNUSED']);
  });
});
