import fc from 'fast-check';
import { mayArrive } from './arrival.ts';
import { type ProfileSoFar, USUAL_SUPPORT, isSupportSaid, profileSteps } from './profile.ts';
import { type Decision } from '../shared/decision.ts';

const codes = (decision: Decision) => (decision.allowed ? [] : decision.reasons.map(({ code }) => code));
const empty: ProfileSoFar = { name: 'Ada', importantSaid: false, supportSaid: false, factThemes: [], routineCount: 0, outcomeCount: 0 };
const open = (record: Partial<ProfileSoFar>) => profileSteps({ ...empty, ...record }).filter(({ isDone }) => !isDone).map(({ code }) => code);

describe('the way to a useful profile', () => {
  it('is seven steps from nothing, beginning with what matters most', () => {
    expect(open({})).toEqual(['IMPORTANT', 'SUPPORT', 'FACT_WORK', 'FACT_LOVES', 'FACT_PEOPLE', 'ROUTINE', 'OUTCOME']);
    expect(profileSteps(empty).every(({ about, asks, why }) => about !== '' && asks.endsWith('?') && why.endsWith('.'))).toBe(true);
  });

  it('ends with about me, support, three memories, a routine and an outcome', () => {
    expect(open({ importantSaid: true, supportSaid: true, factThemes: ['work', 'food', 'family'], routineCount: 1, outcomeCount: 1 })).toEqual([]);
  });

  it('asks after what no memory has touched, not for the same again', () => {
    expect(open({ factThemes: ['music'] })).toEqual(expect.arrayContaining(['FACT_WORK', 'FACT_PEOPLE']));
    expect(open({ factThemes: ['music'] })).not.toContain('FACT_LOVES');
    expect(open({ factThemes: ['work', 'work'] }).filter((code) => code.startsWith('FACT'))).toEqual(['FACT_LOVES']);
    expect(open({ factThemes: ['work', 'work', 'work'] }).filter((code) => code.startsWith('FACT'))).toEqual([]);
  });

  it('takes three memories, whatever they are about', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('work', 'home', 'music', 'family', 'place', 'something new'), { maxLength: 6 }), (factThemes) => {
      expect(open({ factThemes }).filter((code) => code.startsWith('FACT'))).toHaveLength(Math.max(0, 3 - factThemes.length));
    }));
  });

  it('knows support once somebody has said it, and not by a default', () => {
    expect(isSupportSaid({ ...USUAL_SUPPORT, riskOut: ' ' }, 0)).toBe(false);
    expect(isSupportSaid({ ...USUAL_SUPPORT, riskOut: 'May set off' }, 0)).toBe(true);
    expect(isSupportSaid({ ...USUAL_SUPPORT, riskOut: null }, 1)).toBe(true);
    expect(isSupportSaid({ ...USUAL_SUPPORT, supportOutStaff: 2, riskOut: null }, 0)).toBe(true);
  });
});

describe('somebody who comes to live here', () => {
  const ada = { givenName: 'Ada', familyName: 'Bell', preferredName: null, room: '3', movedIn: '2026-11-20' };
  it('needs a name and a day', () => {
    expect(mayArrive(ada, [], '2026-11-22').allowed).toBe(true);
    expect(codes(mayArrive({ ...ada, familyName: ' ', movedIn: '2027-01-01' }, [], '2026-11-22'))).toEqual(['NAME_MISSING', 'MOVED_IN_FAR_OFF']);
    expect(codes(mayArrive({ ...ada, givenName: 'A'.repeat(81), room: '3\u202E' }, [], '2026-11-22'))).toEqual(['NAME_TOO_LONG', 'NAME_UNREADABLE']);
  });
  it('is not written down twice, though two may share a name or a room', () => {
    expect(codes(mayArrive(ada, [{ givenName: 'ada', familyName: 'Bell ', room: '3' }], '2026-11-22'))).toEqual(['LIVES_HERE']);
    expect(mayArrive(ada, [{ givenName: 'Ada', familyName: 'Bell', room: '4' }, { givenName: 'Bob', familyName: 'Bell', room: '3' }], '2026-11-22').allowed).toBe(true);
  });
});
