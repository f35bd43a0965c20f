import { type Authority, AUTHORITY_WORDS, type Decider, mayDecide, mayWithdraw, sayDecidedBy, sayRight, sayWhoMayDecide, stands } from './who-decides.ts';
import { sayReason } from '../shared/decision.ts';

const TODAY = '2026-11-24';
const steven: Decider = { as: 'the person' };
const mark: Decider = { as: 'supporter', supporterId: 'mark', name: 'Mark Marlow', relation: 'father' };
const order = (more: Partial<Authority> = {}): Authority => ({ area: 'sharing', kind: 'deputy', supporterId: 'mark', documentSeen: 'Court order of 3 May 2024', seenOn: '2026-01-12', untilDate: null, ...more });
const codes = (decider: Decider, authorities: Authority[]) => {
  const decision = mayDecide(decider, 'sharing', authorities, TODAY);
  return decision.allowed ? [] : decision.reasons.map(({ code }) => code);
};

describe('who may decide about sharing', () => {
  it('is the person, when nothing is on record: capacity is presumed', () => {
    expect(codes(steven, [])).toEqual([]);
    expect(codes(steven, [order({ area: 'money' })])).toEqual([]);
  });

  it('is the deputy whose order was seen, and then the person only when it is recorded that they can', () => {
    expect(codes(mark, [order()])).toEqual([]);
    expect(codes(steven, [order()])).toEqual(['SOMEBODY_ELSE_DECIDES']);
    expect(codes(steven, [order(), order({ kind: 'with support', supporterId: null, documentSeen: null })])).toEqual([]);
  });

  it('is not a deputy whose order nobody has seen, or whose order has run out', () => {
    expect(codes(mark, [order({ documentSeen: null })])).toEqual(['DOCUMENT_NOT_SEEN']);
    expect(codes(steven, [order({ documentSeen: null })])).toEqual([]);
    expect(codes(mark, [order({ untilDate: '2026-11-23' })])).toEqual(['AUTHORITY_RAN_OUT']);
    expect(codes(mark, [order({ untilDate: TODAY })])).toEqual([]);
  });

  it('is not an attorney for money, nor somebody else’s deputy', () => {
    expect(codes(mark, [order({ area: 'money', kind: 'attorney' })])).toEqual(['OTHER_AREA']);
    expect(codes(mark, [order({ supporterId: 'janet' })])).toEqual(['NO_AUTHORITY']);
  });

  it('is never the next of kin, and says so kindly', () => {
    const decision = mayDecide(mark, 'sharing', [], TODAY);
    expect(decision.allowed).toBe(false);
    const sentence = decision.allowed ? '' : sayReason(AUTHORITY_WORDS, decision.reasons[0] ?? { code: 'NO_AUTHORITY' });
    expect(sentence).toContain('Mark Marlow is on record as father. That is a close tie, but it gives no power to decide');
  });

  it('may be a best-interests decision, until it is to be looked at again', () => {
    const meeting = order({ kind: 'best interests', supporterId: null, documentSeen: null, untilDate: '2026-12-31' });
    expect(codes({ as: 'best interests' }, [])).toEqual(['NO_BEST_INTERESTS_DECISION']);
    expect(codes({ as: 'best interests' }, [meeting])).toEqual([]);
    expect(codes({ as: 'best interests' }, [{ ...meeting, untilDate: '2026-11-01' }])).toEqual(['REVIEW_IS_DUE']);
    expect(codes(steven, [meeting])).toEqual(['SOMEBODY_ELSE_DECIDES']);
  });
});

describe('withdrawing', () => {
  it('is always open to the person, even when a deputy decides', () => {
    expect(mayWithdraw(steven, [order()], TODAY)).toEqual({ allowed: true });
    expect(mayWithdraw(mark, [order()], TODAY)).toEqual({ allowed: true });
    expect(mayWithdraw(mark, [], TODAY).allowed).toBe(false);
  });
});

describe('in words', () => {
  it('says who decides', () => {
    const named = { ...order(), supporterName: 'Mark Marlow' };
    expect(sayWhoMayDecide('Steven', 'sharing', [named], TODAY)).toBe('Mark Marlow, as deputy, decides when Steven cannot.');
    expect(sayWhoMayDecide('Steven', 'money', [named], TODAY)).toBe('Steven decides. Nothing else is on record, and people are presumed able to.');
    expect(sayWhoMayDecide('Steven', 'sharing', [{ ...named, kind: 'with support' }], TODAY)).toBe('Steven decides, with support.');
  });

  it('says who decided and by what right', () => {
    expect(sayDecidedBy({ right: 'the person', person: 'Bob', supporterName: null }, ' Janet can see it all ')).toBe('Bob: Janet can see it all.');
    expect(sayDecidedBy({ right: 'attorney', person: 'Bob', supporterName: 'Janet Ellison' }, '')).toBe('Janet Ellison, attorney.');
  });

  it('says by what right, of whoever decides', () => {
    expect([mark, steven, { as: 'best interests' } as const].map((each) => sayRight(each, 'sharing', [order()], TODAY))).toEqual(['deputy for sharing', 'their own decision', 'a best-interests decision about sharing']);
    expect(sayRight(mark, 'money', [order()], TODAY)).toBe('father for money');
  });

  it('knows that a record of the person deciding needs no document', () => {
    expect(stands(order({ kind: 'the person', documentSeen: null }), TODAY)).toBe(true);
    expect(stands(order({ documentSeen: '' }), TODAY)).toBe(false);
  });
});
