import fc from 'fast-check';
import { ATTAINMENTS } from './attainment.ts';
import { type Ground, RATERS, type Saying, type SayingDraft, agreementOf, counting, latestByRater, latestByVoice, mayScore } from './goal-raters.ts';

const TODAY = '2026-11-24';
const saying = (more: Partial<Saying>): Saying => ({ id: 'a', rater: 'staff', raterName: 'Ada', attained: 0, on: TODAY, words: null, correctsId: null, supporterId: null, ...more });
const draft = (more: Partial<SayingDraft> = {}): SayingDraft => ({ rater: 'staff', raterName: 'Ada', attained: 0, on: TODAY, correctsId: null, ...more });
const ground = (more: Partial<Ground> = {}): Ground => ({ endedOn: null, scale: { id: 's', writtenOn: '2026-11-01', writtenOnWords: 'Sunday 1 November' }, scaleId: 's', sayings: [], supporterId: null, ...more });
const codesOf = (said: SayingDraft, where: Ground) => {
  const decision = mayScore(said, where, TODAY);
  return decision.allowed ? [] : decision.reasons.map(({ code }) => code);
};

describe('a level', () => {
  it('is said of the levels as they stand, by the person, their family or staff, of a day since they were written', () => {
    for (const rater of RATERS) for (const attained of ATTAINMENTS) expect(codesOf(draft({ rater, attained }), ground())).toEqual([]);
    expect(codesOf(draft({ attained: -0.5 }), ground())).toEqual(['PARTIAL']);
    expect(codesOf(draft({ attained: 3, rater: 'doctor', on: '2026-11-25' }), ground())).toEqual(['NOT_AN_ATTAINMENT', 'NOT_A_RATER', 'SCORED_TO_COME']);
    expect(codesOf(draft({ on: '2026-10-31' }), ground())).toEqual(['SCORED_BEFORE']);
    expect(codesOf(draft({ rater: 'family', raterName: ' ' }), ground())).toEqual(['RATER_NO_NAME']);
    expect(codesOf(draft(), ground({ scale: null }))).toEqual(['NO_SCALE']);
    expect(codesOf(draft(), ground({ scaleId: 'older' }))).toEqual(['SCALE_REWRITTEN']);
    expect(codesOf(draft(), ground({ endedOn: '2026-11-20' }))).toEqual(['GOAL_ENDED']);
  });

  it('is put right once, in the same view, and what a supporter said themselves by them alone', () => {
    const sayings = [saying({ id: 'a' }), saying({ id: 'c', rater: 'family', raterName: 'Claire', supporterId: 'claire' })];
    expect(codesOf(draft({ correctsId: 'a' }), ground({ sayings }))).toEqual([]);
    expect(codesOf(draft({ correctsId: 'a' }), ground({ sayings: [...sayings, saying({ id: 'b', correctsId: 'a' })] }))).toEqual(['CORRECTED_ALREADY']);
    expect(codesOf(draft({ correctsId: 'a', rater: 'person' }), ground({ sayings }))).toEqual(['OTHER_RATER']);
    expect(codesOf(draft({ correctsId: 'c', rater: 'family', raterName: 'Claire' }), ground({ sayings }))).toEqual(['NOT_THEIR_SAYING']);
    expect(codesOf(draft({ correctsId: 'c', rater: 'family', raterName: 'Claire' }), ground({ sayings, supporterId: 'claire' }))).toEqual([]);
    expect(codesOf(draft({ correctsId: 'gone' }), ground({ sayings }))).toEqual(['OTHER_RATER']);
  });
});

describe('what counts', () => {
  it('is what each said last, by the day it is about, without what was put right', () => {
    const sayings = [
      saying({ id: 'a', on: '2026-11-20', attained: 2 }), saying({ id: 'b', on: '2026-11-10', attained: -1 }), saying({ id: 'c', on: '2026-11-20', attained: 0, correctsId: 'a' }),
      saying({ id: 'd', rater: 'person', raterName: 'Peggy', on: '2026-11-01', attained: 1 }),
    ];
    expect(latestByRater(sayings).map(({ id }) => id)).toEqual(['d', 'c']);
    expect(counting(sayings).map(({ id }) => id)).toEqual(['d', 'b', 'c']);
  });

  it('hears everybody of the family, and one voice each of the person and of staff', () => {
    const family = (id: string, raterName: string, on: string) => saying({ id, rater: 'family', raterName, on });
    const sayings = [saying({ id: 'a', raterName: 'Ada', on: '2026-11-20' }), family('b', 'Mark', '2026-11-20'), family('c', 'Claire', '2026-11-19'), family('d', 'Mark', '2026-11-21'), saying({ id: 'e', raterName: 'Sam', on: '2026-11-21' })];
    expect(latestByVoice(sayings).map(({ id }) => id)).toEqual(['c', 'd', 'e']);
    expect(latestByRater(sayings).map(({ id }) => id)).toEqual(['d', 'e']);
  });

  it('keeps exactly one more entry than corrections when a chain of them puts one right', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), (length) => {
      const chain = Array.from({ length }, (_, n) => saying({ id: String(n), correctsId: n === 0 ? null : String(n - 1) }));
      expect(counting(chain).map(({ id }) => id)).toEqual([String(length - 1)]);
    }));
  });
});

describe('agreement', () => {
  const of = (...levels: [string, -2 | -1 | 0 | 1 | 2][]) => agreementOf(levels.map(([raterName, attained]) => ({ raterName, attained })));

  it('is a sentence that makes nobody wrong', () => {
    expect(of(['Peggy', 0])).toBeNull();
    expect(of(['Peggy', 0], ['Ada', 0])?.words).toBe('Peggy and Ada see it alike.');
    expect(of(['Peggy', 1], ['Ada', 0])?.words).toBe('Peggy sees it one level further on than Ada.');
    expect(of(['Peggy', -1], ['Claire', 1], ['Ada', 1])).toEqual({ kind: 'apart', apart: 2, words: 'Claire and Ada see it 2 levels further on than Peggy. Ask what each of them sees: it may be different at different times of day.' });
  });
});
