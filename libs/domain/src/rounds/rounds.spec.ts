import fc from 'fast-check';
import { scoreInterval } from '../shared/score-interval.ts';
import { LOOK_STATES, type Look, MEANINGS, OCCUPIED, mayAnswer, mayLook, standingLooks } from './round.ts';
import { LEAST_LOOKS, LEAST_ROUNDS, type RoundCount, partOfDay, sayShare, shareOf, sharesBy } from './trend.ts';

const NOW = new Date('2026-11-24T10:40:00Z');
const codes = (decision: { allowed: boolean; reasons?: readonly { code: string; about?: string }[] }) => decision.reasons?.map(({ code, about }) => (about ? `${code} ${about}` : code)) ?? [];
const look = (more: Partial<Look> & { state?: Look['state'] } = {}): Look => ({ id: 'one', residentId: 'bob', state: 'passive', correctsId: null, ...more });

describe('a look', () => {
  const may = (more: object, before: Look[] = [], ended = false, at = NOW) => codes(mayLook({ ...look({ id: 'new' }), at, name: 'Bob', ...more }, { ended, before }, NOW));

  it('is one of five words, each with its meaning and an example', () => {
    for (const state of LOOK_STATES) expect(may({ state })).toEqual([]);
    expect(may({ state: 'happy' })).toEqual(['LOOK_STATE_UNKNOWN happy']);
    expect(Object.values(MEANINGS).every(({ means, example }) => means.length > 5 && example.length > 10)).toBe(true);
    expect(OCCUPIED).toEqual(['active', 'engaged']);
  });

  it('is taken once of each person, and changed or taken back by another', () => {
    expect(may({}, [look()])).toEqual(['LOOKED_AT_TWICE Bob']);
    expect(may({ residentId: 'ivy' }, [look()])).toEqual([]);
    expect(may({ correctsId: 'one', state: 'asleep' }, [look()])).toEqual([]);
    expect(may({ correctsId: 'one', residentId: 'ivy' }, [look()])).toEqual(['LOOK_CORRECTS_ANOTHER']);
    expect(may({ state: 'taken back' }, [look()])).toContain('LOOK_STATE_UNKNOWN taken back');
    const back = look({ id: 'two', state: 'taken back', correctsId: 'one' });
    expect(may({}, [look(), back])).toEqual([]);
    expect(standingLooks([look(), back, look({ id: 'three', state: 'active' })]).map(({ id }) => id)).toEqual(['three']);
  });

  it('waits for a device without a network, but not for ever, nor for tomorrow', () => {
    const at = (iso: string) => may({}, [], false, new Date(iso));
    expect([at('2026-11-24T10:44:00Z'), at('2026-11-11T10:41:00Z')]).toEqual([[], []]);
    expect(at('2026-11-24T11:00:00Z')).toEqual(['ROUND_TO_COME']);
    expect(at('2026-11-10T10:39:00Z')).toEqual(['ROUND_LONG_AGO']);
    expect(may({}, [], true)).toEqual(['ROUND_ENDED']);
    expect(may({ correctsId: 'one' }, [look()], true)).toEqual([]);
  });

  it('of somebody distressed is answered, in words', () => {
    expect(codes(mayAnswer({ words: 'Sat with her' }, { state: 'distressed', stands: true }))).toEqual([]);
    expect(codes(mayAnswer({ words: ' ' }, { state: 'distressed', stands: true }))).toEqual(['ANSWER_EMPTY']);
    expect(codes(mayAnswer({ words: 'Sat with her' }, { state: 'distressed', stands: false }))).toEqual(['ANSWER_NOT_DISTRESSED']);
  });

  it('stands unless it was corrected, whatever the order in which looks arrive', () => {
    const history = fc.array(fc.record({ state: fc.constantFrom(...LOOK_STATES, 'taken back' as const), corrects: fc.nat(20) }), { maxLength: 20 });
    fc.assert(fc.property(history, (entries) => {
      const looks = entries.map(({ state, corrects }, n): Look => ({ id: String(n), residentId: 'bob', state, correctsId: corrects < n ? String(corrects) : null }));
      const ids = (some: readonly Look[]) => standingLooks(some).map(({ id }) => id).sort();
      expect(ids([...looks].reverse())).toEqual(ids(looks));
      expect(standingLooks(looks).every(({ id, state }) => state !== 'taken back' && !looks.some(({ correctsId }) => correctsId === id))).toBe(true);
    }));
  });
});

describe('what rounds show', () => {
  const alike = (times: number, occupied: number, looks: number): RoundCount[] => Array.from({ length: times }, () => ({ occupied, looks }));

  it('is not said of too few looks, nor of too few rounds', () => {
    expect(shareOf(alike(LEAST_ROUNDS, 3, 5)).known).toBeNull();
    expect(shareOf(alike(LEAST_ROUNDS - 1, 5, 12)).known).toBeNull();
    expect(shareOf(alike(LEAST_ROUNDS, 3, 6)).known).not.toBeNull();
    expect(sayShare(shareOf(alike(2, 3, 6)))).toBe(`Too few to say: 6 of 12 looks in 2 rounds. It takes at least ${LEAST_LOOKS} looks in ${LEAST_ROUNDS} rounds.`);
    expect(sayShare(shareOf([]))).toBe('No looks yet.');
  });

  it('is said with its interval', () => {
    expect(sayShare(shareOf(alike(5, 3, 6)))).toBe('50 %, most likely between 33 % and 67 % (15 of 30 looks in 5 rounds).');
  });

  it('is worth less where people of one round are alike', () => {
    const mixed = shareOf(alike(10, 3, 6)).known!;
    const lumped = shareOf([...alike(5, 6, 6), ...alike(5, 0, 6)]).known!;
    expect(lumped.share).toBe(mixed.share);
    expect(lumped.high - lumped.low).toBeGreaterThan(1.8 * (mixed.high - mixed.low));
  });

  it('lies within its interval, never narrower than for looks by themselves, whatever the order of the rounds', () => {
    const round = fc.integer({ min: 0, max: 14 }).chain((looks) => fc.record({ looks: fc.constant(looks), occupied: fc.integer({ min: 0, max: looks }) }));
    fc.assert(fc.property(fc.array(round, { maxLength: 40 }), (rounds) => {
      const share = shareOf(rounds);
      expect(shareOf([...rounds].reverse()).looks).toBe(share.looks);
      expect(share.known === null).toBe(share.looks < LEAST_LOOKS || share.rounds < LEAST_ROUNDS);
      if (!share.known) return;
      const { low, high, share: p } = share.known;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(p + 1e-9);
      expect(high).toBeGreaterThanOrEqual(p - 1e-9);
      const alone = scoreInterval(share.occupied, share.looks);
      expect(high - low).toBeGreaterThanOrEqual(alone.high - alone.low - 1e-9);
    }));
  });

  it('is put together by place or part of the day without losing a look', () => {
    const rounds = [{ occupied: 2, looks: 4, at: '09:30' }, { occupied: 1, looks: 3, at: '14:00' }, { occupied: 0, looks: 2, at: '11:59' }];
    expect(sharesBy(rounds, ({ at }) => partOfDay(at)).map(({ key, share }) => [key, share.occupied, share.looks])).toEqual([['morning', 2, 6], ['afternoon', 1, 3]]);
    expect(['05:59', '06:00', '12:00', '17:00', '22:00'].map(partOfDay)).toEqual(['night', 'morning', 'afternoon', 'evening', 'night']);
  });
});
