import { foldPromise } from './promise.ts';
import { risksOf } from './risk.ts';

describe('a promise at risk', () => {
  const promise = { ...foldPromise([]), dueOn: '2026-12-10', sessionId: 's1', state: 'scheduled' as const };
  const holds = { broken: [], takenOut: null };
  const broken = { broken: ['Joe is off sick.', 'Joe is off sick.'], takenOut: null };

  it('is one whose session no longer holds, in the words of what is wrong', () => {
    expect(risksOf(promise, holds, '2026-11-24')).toEqual([]);
    expect(risksOf(promise, broken, '2026-11-24')).toEqual(['Joe is off sick.']);
  });

  it('is one that was taken out of the plan, however far its day', () => {
    const gone = { ...promise, sessionId: null, state: 'made' as const };
    expect(risksOf(gone, { broken: [], takenOut: 'Taken out of the plan by Ruth' }, '2026-11-24')).toEqual(['It was planned and has been taken out: Taken out of the plan by Ruth. Nothing else is planned to keep it by Thursday 10 December.']);
    expect(risksOf(gone, holds, '2026-11-24')).toEqual([]);
    expect(risksOf(gone, holds, '2026-12-08')).toEqual(['It is due Thursday 10 December, and nothing is planned to keep it.']);
  });

  it('is none that is kept, waits, or was missed already', () => {
    expect(risksOf({ ...promise, owed: false }, broken, '2026-11-24')).toEqual([]);
    expect(risksOf({ ...promise, paused: true }, broken, '2026-11-24')).toEqual([]);
    expect(risksOf({ ...promise, unexplained: true }, broken, '2026-11-24')).toEqual([]);
    expect(risksOf(promise, broken, '2026-12-11')).toEqual([]);
  });
});
