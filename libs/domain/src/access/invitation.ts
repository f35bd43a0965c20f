/** How somebody gets a sign-in: who may be invited, as what, until when the link is good, and which password will do. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import type { Day } from '../shared/time.ts';
import { ROLES, type Role } from './roles.ts';

/** An invitation is good for this many days: long enough for a visit at the weekend, too short to be forgotten in a drawer. */
const DAYS_VALID = 7;

const A_DAY = 86_400_000;

export function validUntil(madeAt: Date): Date {
  return new Date(madeAt.getTime() + DAYS_VALID * A_DAY);
}

export type InvitationState = { readonly expiresAt: Date; readonly usedAt: Date | null; readonly endedAt: Date | null };

/** Whether an invitation still opens the door: not used, not replaced by a later one, not run out. */
export function isStanding({ expiresAt, usedAt, endedAt }: InvitationState, at: Date): boolean {
  return usedAt === null && endedAt === null && at < expiresAt;
}

/** An address as it is kept: `' Ada@Example.org '` is `'ada@example.org'`. */
export function addressOf(written: string): string {
  return written.trim().toLowerCase();
}

const LONGEST_ADDRESS = 254; // RFC 5321, section 4.5.3.1.3, without the brackets

/** Whether this could be an e-mail address. Only a letter that arrives could tell more. */
export function isAddress(address: string): boolean {
  return address.length <= LONGEST_ADDRESS && /^[^\s@\p{C}]+@[^\s@\p{C}]+\.[^\s@\p{C}.]+$/u.test(address);
}

/** What a colleague can be in a home. */
export function isStaffRole(role: string): role is Exclude<Role, 'supporter'> {
  return role !== 'supporter' && (ROLES as readonly string[]).includes(role);
}

/** Somebody who may be let in: a member of staff, or a supporter with the number of circles they are in. */
export type Invitee = { readonly name: string; readonly hasSignIn: boolean } & (
  | { readonly kind: 'staff'; readonly leftOn: Day | null }
  | { readonly kind: 'supporter'; readonly circles: number });

export type InviteReason = 'NO_ADDRESS' | 'ADDRESS_IN_USE' | 'HAS_A_SIGN_IN' | 'HAS_LEFT' | 'IN_NO_CIRCLE' | 'NOT_A_ROLE';

export const INVITE_WORDS: Words<InviteReason> = {
  NO_ADDRESS: (about) => (about ? `“${about}” is not an e-mail address. Write one such as ada@example.org.` : 'Write the e-mail address they will sign in with.'),
  ADDRESS_IN_USE: (about) => `Somebody here signs in as ${about} already. Write another address.`,
  HAS_A_SIGN_IN: (about) => `${about} has a sign-in already.`,
  HAS_LEFT: (about) => `${about} does not work here any more.`,
  IN_NO_CIRCLE: (about) => `${about} is in nobody’s circle. Add them to a resident’s circle first.`,
  NOT_A_ROLE: (about) => `“${about}” is not a role. Choose carer, coordinator or manager.`,
};

/** `role` is what the person is to be; `isAddressInUse` says that somebody of this home signs in with the address. */
export function mayInvite(person: Invitee, wanted: { readonly address: string; readonly role: string; readonly isAddressInUse: boolean }, today: Day): Decision<InviteReason> {
  return decide<InviteReason>([
    ...standsInTheWay(person, today),
    !isAddress(wanted.address) && { code: 'NO_ADDRESS', about: wanted.address.slice(0, 60) },
    wanted.isAddressInUse && !person.hasSignIn && { code: 'ADDRESS_IN_USE', about: wanted.address },
    person.kind === 'staff' && !isStaffRole(wanted.role) && { code: 'NOT_A_ROLE', about: wanted.role.slice(0, 40) },
  ]);
}

/** Whether somebody who was invited may still come in. */
export function mayComeIn(person: Invitee, today: Day): Decision<InviteReason> {
  return decide<InviteReason>(standsInTheWay(person, today));
}

function standsInTheWay(person: Invitee, today: Day): ({ code: InviteReason; about: string } | false)[] {
  return [
    person.hasSignIn && { code: 'HAS_A_SIGN_IN', about: person.name },
    person.kind === 'staff' && person.leftOn !== null && person.leftOn <= today && { code: 'HAS_LEFT', about: person.name },
    person.kind === 'supporter' && person.circles === 0 && { code: 'IN_NO_CIRCLE', about: person.name },
  ];
}

const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 1000;
/** Tried first by whoever guesses. Shorter ones are refused by their length. */
const OBVIOUS = new Set(['password', 'password1', 'password123', '12345678', '123456789', '1234567890', 'qwertyuiop', 'qwerty123', 'iloveyou', 'sunshine', 'promenade']);

export type PasswordReason = 'TOO_SHORT' | 'TOO_LONG' | 'TOO_OBVIOUS' | 'IS_THE_ADDRESS';

const PASSWORD_WORDS: Words<PasswordReason> = {
  TOO_SHORT: () => `Choose a password of at least ${SHORTEST_PASSWORD} characters. Three words in a row are easy to remember.`,
  TOO_LONG: () => `This password is longer than ${LONGEST_PASSWORD} characters. Choose a shorter one.`,
  TOO_OBVIOUS: () => 'This password is one of the first that anybody would guess. Choose another.',
  IS_THE_ADDRESS: () => 'Your e-mail address is easy to guess. Choose a password that is something else.',
};

/** Length and nothing about kinds of characters (OWASP ASVS 5.0, 6.2.1, 6.2.4 and 6.2.5). One reason at a time. */
export function mayChoosePassword(password: string, address: string): Decision<PasswordReason> {
  const plain = addressOf(password);
  const characters = Array.from(password);
  if (characters.length < SHORTEST_PASSWORD) return decide<PasswordReason>([{ code: 'TOO_SHORT' }]);
  if (password.length > LONGEST_PASSWORD) return decide<PasswordReason>([{ code: 'TOO_LONG' }]);
  if (plain === address || plain === address.split('@')[0]) return decide<PasswordReason>([{ code: 'IS_THE_ADDRESS' }]);
  return decide<PasswordReason>([(OBVIOUS.has(plain) || new Set(characters).size === 1) && { code: 'TOO_OBVIOUS' }]);
}

export type AcceptReason = PasswordReason | 'NO_LONGER_GOOD' | 'ADDRESS_KNOWN';

export const ACCEPT_WORDS: Words<AcceptReason> = {
  ...PASSWORD_WORDS,
  NO_LONGER_GOOD: () => 'This link is no longer good. Ask the home’s manager for a new one.',
  ADDRESS_KNOWN: (about) => `There is a sign-in for ${about} already. Ask the home’s manager to invite you with another address.`,
};
