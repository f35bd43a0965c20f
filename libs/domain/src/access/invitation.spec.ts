import { type Invitee, addressOf, isAddress, isStaffRole, isStanding, mayChoosePassword, mayComeIn, mayInvite, validUntil } from './invitation.ts';

const mark: Invitee = { kind: 'supporter', name: 'Mark Marlow', hasSignIn: false, circles: 1 };
const ada: Invitee = { kind: 'staff', name: 'Ada Bell', hasSignIn: false, leftOn: null };
const TODAY = '2026-11-24';
const wanted = { address: 'ada@example.org', role: 'carer', isAddressInUse: false };
const reasonsOf = (decision: ReturnType<typeof mayInvite> | ReturnType<typeof mayChoosePassword>) => (decision.allowed ? [] : decision.reasons.map(({ code }) => code));

describe('an invitation', () => {
  const madeAt = new Date('2026-11-24T09:00:00Z');
  const state = { expiresAt: validUntil(madeAt), usedAt: null, endedAt: null };

  it('is good for seven days, to the moment', () => {
    expect(isStanding(state, madeAt)).toBe(true);
    expect(isStanding(state, new Date('2026-12-01T08:59:59.999Z'))).toBe(true);
    expect(isStanding(state, new Date('2026-12-01T09:00:00Z'))).toBe(false);
  });

  it('is good once, and not after a newer one', () => {
    expect(isStanding({ ...state, usedAt: madeAt }, madeAt)).toBe(false);
    expect(isStanding({ ...state, endedAt: madeAt }, madeAt)).toBe(false);
  });

  it('is for staff who work here and supporters in a circle', () => {
    expect(mayInvite(ada, wanted, TODAY)).toEqual({ allowed: true });
    expect(mayInvite(mark, { ...wanted, role: 'supporter' }, TODAY)).toEqual({ allowed: true });
    expect(reasonsOf(mayInvite({ ...mark, circles: 0 }, wanted, TODAY))).toEqual(['IN_NO_CIRCLE']);
    expect(reasonsOf(mayInvite({ ...ada, leftOn: '2026-11-24' }, wanted, TODAY))).toEqual(['HAS_LEFT']);
    expect(mayInvite({ ...ada, leftOn: '2026-11-25' }, wanted, TODAY)).toEqual({ allowed: true });
  });

  it('is not for somebody who signs in already, nor with an address that somebody here has', () => {
    expect(reasonsOf(mayInvite({ ...ada, hasSignIn: true }, { ...wanted, isAddressInUse: true }, TODAY))).toEqual(['HAS_A_SIGN_IN']);
    expect(reasonsOf(mayInvite(ada, { ...wanted, isAddressInUse: true }, TODAY))).toEqual(['ADDRESS_IN_USE']);
  });

  it('makes nobody of the staff a supporter, nor anything unheard of', () => {
    for (const role of ['supporter', 'owner', '', 'toString']) expect(reasonsOf(mayInvite(ada, { ...wanted, role }, TODAY))).toEqual(['NOT_A_ROLE']);
    expect(['carer', 'coordinator', 'manager'].every(isStaffRole)).toBe(true);
  });

  it('does not let in somebody who left after being invited', () => {
    expect(mayComeIn({ ...ada, leftOn: TODAY }, TODAY).allowed).toBe(false);
    expect(mayComeIn({ ...mark, circles: 0 }, TODAY).allowed).toBe(false);
    expect(mayComeIn(mark, TODAY).allowed).toBe(true);
  });
});

describe('an address', () => {
  it('is one name, one @ and a place with a dot in it', () => {
    for (const good of ['ada@example.org', "mark.o'neill+dad@mail.example.co.uk", 'zoë@münchen.example']) expect([good, isAddress(good)]).toEqual([good, true]);
    for (const bad of ['', 'ada', 'ada@example', '@example.org', 'ada@', 'ada bell@example.org', 'ada@b@example.org', 'ada@example.', 'a\0@example.org', '\ud800@example.org', `${'a'.repeat(250)}@example.org`]) {
      expect([bad, isAddress(bad)]).toEqual([bad, false]);
    }
  });

  it('is kept without spaces round it and in small letters', () => {
    expect(addressOf(' Ada@Example.org ')).toBe('ada@example.org');
  });
});

describe('a password', () => {
  const choose = (password: string) => reasonsOf(mayChoosePassword(password, 'mark.marlow@example.org'));

  it('has 8 to 1000 characters of any kind', () => {
    expect(choose('chestnu')).toEqual(['TOO_SHORT']);
    expect(choose('chestnut')).toEqual([]);
    expect(choose('walks by the sea')).toEqual([]);
    expect(choose('ab'.repeat(500))).toEqual([]);
    expect(choose(`${'ab'.repeat(500)}c`)).toEqual(['TOO_LONG']);
  });

  it('counts characters as people do: four pictures are four', () => {
    expect(choose('🌳🌊🌳🌊')).toEqual(['TOO_SHORT']);
  });

  it('is not one that anybody would try first', () => {
    for (const obvious of ['password', 'Password1', '12345678', 'aaaaaaaaaa', '        ', 'Promenade']) expect([obvious, choose(obvious)]).toEqual([obvious, ['TOO_OBVIOUS']]);
  });

  it('is not the address, nor its first half', () => {
    expect(choose('Mark.Marlow@example.org')).toEqual(['IS_THE_ADDRESS']);
    expect(choose('mark.marlow')).toEqual(['IS_THE_ADDRESS']);
    expect(choose('mark.marlow likes tea')).toEqual([]);
  });
});
