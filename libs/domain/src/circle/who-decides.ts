/** Who may lawfully decide for a resident in one area of life, and why somebody else may not (Mental Capacity Act 2005). */
import { AREAS, type Area } from '../people/authority.ts';
import { type Decision, type Reason, type Words, decide } from '../shared/decision.ts';
import { type Day, sayDay } from '../shared/time.ts';
import { type About, IN_GENERAL, capacityFor, covers } from './capacity.ts';

/** By what right somebody decides. Next of kin is not one. */
export const RIGHTS = ['the person', 'with support', 'attorney', 'deputy', 'best interests'] as const;
export type Right = (typeof RIGHTS)[number];

export function isArea(text: string): text is Area {
  return (AREAS as readonly string[]).includes(text);
}

export function isRight(text: string): text is Right {
  return (RIGHTS as readonly string[]).includes(text);
}

/** A right that somebody else holds for the person, proved by a document. */
export function isRepresentation(right: string): right is 'attorney' | 'deputy' {
  return right === 'attorney' || right === 'deputy';
}

/** What a document gives power over: a person's health and welfare, or their property and affairs. */
export const POWERS = ['health and welfare', 'property and affairs'] as const;
export type Power = (typeof POWERS)[number];

export function isPower(text: string): text is Power {
  return (POWERS as readonly string[]).includes(text);
}

/** The power that an area of life belongs to: money is property and affairs, all else health and welfare. */
export function powerFor(area: Area): Power {
  return area === 'money' ? 'property and affairs' : 'health and welfare';
}

/** What is on record about one area. `untilDate` is the last day it stands: when an order ends, or a decision is looked at again. */
export type Authority = {
  readonly area: string;
  readonly kind: string;
  readonly supporterId: string | null;
  readonly documentSeen: string | null;
  readonly seenOn: Day | null;
  readonly untilDate: Day | null;
  /** What the document gives power over; where nobody wrote it down, what its area belongs to. */
  readonly power?: string | null;
  /** A property and affairs attorney whom the person allowed to act while they still can themselves. */
  readonly actsEarly?: boolean | null;
  /** The one decision it is about; null is the whole area. */
  readonly matter?: string | null;
};

/** Who wants to decide: the person, someone of the circle, or the home in the person's best interests. */
export type Decider =
  | { readonly as: 'the person' }
  | { readonly as: 'supporter'; readonly supporterId: string; readonly name: string; readonly relation: string }
  | { readonly as: 'best interests' };

export type AuthorityReason =
  | 'NO_AUTHORITY' | 'OTHER_AREA' | 'OTHER_POWER' | 'DOCUMENT_NOT_SEEN' | 'AUTHORITY_RAN_OUT' | 'SOMEBODY_ELSE_DECIDES' | 'NO_BEST_INTERESTS_DECISION' | 'REVIEW_IS_DUE'
  | 'FOUND_UNABLE' | 'CAPACITY_PRESUMED' | 'PERSON_CAN_DECIDE' | 'REPRESENTATIVE_FIRST';

export const AUTHORITY_WORDS: Words<AuthorityReason> = {
  NO_AUTHORITY: (about) => `${about} That is a close tie, but it gives no power to decide: only the person does, or an attorney or deputy for this area of life. What you say is heard; speak to the manager.`,
  OTHER_AREA: (about) => `The authority on record is for ${about}, and not for this.`,
  DOCUMENT_NOT_SEEN: (about) => `The home has not seen the document that makes ${about}. Show it to the manager, who records it, and try again.`,
  AUTHORITY_RAN_OUT: (about) => `The authority on record ended on ${about}. Show the manager a newer document.`,
  OTHER_POWER: (about) => `A power for property and affairs is about money and belongings. It never decides about ${about}.`,
  FOUND_UNABLE: (about) => `It is on record until ${about} that the person cannot decide this for now. What they want is heard and comes first. If they can decide it at this time, record that, and it is theirs.`,
  CAPACITY_PRESUMED: (about) => `${about} decides only when the person cannot, and nobody has recorded that they cannot decide this. Until then the person decides.`,
  PERSON_CAN_DECIDE: () => 'It is on record that the person can decide this. Then nobody decides it for them.',
  REPRESENTATIVE_FIRST: (about) => `${about} may decide this for the person, so the home does not. Ask them.`,
  SOMEBODY_ELSE_DECIDES: (about) => `It is on record that ${about} decides about this. If the person can decide it at this time, record that first.`,
  NO_BEST_INTERESTS_DECISION: () => 'No best-interests decision is on record for this area. Record who was consulted and what was weighed first.',
  REVIEW_IS_DUE: (about) => `The best-interests decision was to be looked at again by ${about}. Review it first.`,
};

const AN = { attorney: 'an attorney', deputy: 'a deputy' } as const;
const isOver = (authority: Authority, today: Day) => authority.untilDate !== null && authority.untilDate < today;

/** Whether an authority stands today: its document was seen (if it needs one), and it has not run out. */
export function stands(authority: Authority, today: Day): boolean {
  return !isOver(authority, today) && (!isRepresentation(authority.kind) || Boolean(authority.documentSeen));
}

/**
 * Whether somebody may decide in an area today, and why not (Mental Capacity Act 2005, sections 1, 9, 16 and 20). The person
 * is presumed able, unless it was found that they cannot decide this, or a court order or a best-interests decision stands.
 * A supporter needs a seen, standing authority for this very area; being next of kin decides nothing. An attorney for
 * health and welfare acts only when the person cannot decide this; one for property and affairs never decides outside money.
 * `about` is which decision it is, and what was found of the person's capacity for decisions.
 */
export function mayDecide(decider: Decider, area: Area, authorities: readonly Authority[], today: Day, about: About = IN_GENERAL): Decision<AuthorityReason> {
  const here = authorities.filter((authority) => authority.area === area && covers(authority.matter ?? null, about));
  if (decider.as === 'the person') return decide([decidedForThem(here, area, today, about)]);
  if (decider.as === 'best interests') return decide([bestInterests(here, area, today, about)]);
  return decide([representation(decider, { here, all: authorities, area, today, about })]);
}

/** The person can always say stop: narrowing what is shared needs nobody else's leave. Others as in `mayDecide`. */
export function mayWithdraw(decider: Decider, authorities: readonly Authority[], today: Day, about: About = IN_GENERAL): Decision<AuthorityReason> {
  return decider.as === 'the person' ? { allowed: true } : mayDecide(decider, 'sharing', authorities, today, about);
}

function decidedForThem(here: readonly Authority[], area: Area, today: Day, about: About): Reason<AuthorityReason> | null {
  const found = about.matter === null ? null : capacityFor(about, area, today);
  if (found) return found.able ? null : { code: 'FOUND_UNABLE', about: sayDay(found.untilDate) };
  const standing = here.filter((authority) => stands(authority, today));
  // Capacity is presumed, and is per decision: one record that the person decides is enough.
  if (standing.some(({ kind }) => kind === 'the person' || kind === 'with support')) return null;
  const other = standing.find((authority) => (authority.kind === 'deputy' && reaches(authority, area)) || authority.kind === 'best interests');
  if (!other) return null;
  return { code: 'SOMEBODY_ELSE_DECIDES', about: other.kind === 'deputy' ? AN.deputy : 'a best-interests meeting' };
}

function bestInterests(here: readonly Authority[], area: Area, today: Day, about: About): Reason<AuthorityReason> | null {
  if (capacityFor(about, area, today)?.able) return { code: 'PERSON_CAN_DECIDE' };
  const holder = here.find((authority) => isRepresentation(authority.kind) && stands(authority, today) && reaches(authority, area));
  if (holder && isRepresentation(holder.kind)) return { code: 'REPRESENTATIVE_FIRST', about: holder.kind === 'deputy' ? 'A deputy' : 'An attorney' };
  const decisions = here.filter(({ kind }) => kind === 'best interests');
  if (decisions.some((decision) => stands(decision, today))) return null;
  const due = decisions.map(({ untilDate }) => untilDate ?? '').toSorted().at(-1);
  return due ? { code: 'REVIEW_IS_DUE', about: sayDay(due) } : { code: 'NO_BEST_INTERESTS_DECISION' };
}

type Records = { readonly here: readonly Authority[]; readonly all: readonly Authority[]; readonly area: Area; readonly today: Day; readonly about: About };

function representation(decider: Extract<Decider, { as: 'supporter' }>, records: Records): Reason<AuthorityReason> | null {
  const { here, area, today, about } = records;
  const theirs = here.filter((authority) => authority.supporterId === decider.supporterId && isRepresentation(authority.kind));
  const standing = theirs.filter((authority) => stands(authority, today));
  if (standing.length === 0) return noAuthority(decider, theirs, records);
  const reaching = standing.filter((authority) => reaches(authority, area));
  if (reaching.length === 0) return { code: 'OTHER_POWER', about: area };
  const found = capacityFor(about, area, today);
  if (found?.able) return { code: 'PERSON_CAN_DECIDE' };
  // A court has found already that the person cannot decide what its order is about; a power of attorney says nothing of it.
  if (found || reaching.some(({ kind, actsEarly }) => kind === 'deputy' || (area === 'money' && actsEarly === true))) return null;
  return { code: 'CAPACITY_PRESUMED', about: `An attorney for ${powerFor(area)}` };
}

function noAuthority(decider: Extract<Decider, { as: 'supporter' }>, theirs: readonly Authority[], { all, area, today }: Records): Reason<AuthorityReason> {
  const unseen = theirs.find((authority) => !isOver(authority, today));
  if (unseen) return { code: 'DOCUMENT_NOT_SEEN', about: `${decider.name} ${unseen.kind === 'deputy' ? AN.deputy : AN.attorney}` };
  const over = theirs[0]?.untilDate;
  if (over) return { code: 'AUTHORITY_RAN_OUT', about: sayDay(over) };
  const elsewhere = all.filter((authority) => authority.supporterId === decider.supporterId && isRepresentation(authority.kind) && stands(authority, today) && authority.area !== area);
  if (elsewhere.length > 0) return { code: 'OTHER_AREA', about: [...new Set(elsewhere.map((authority) => authority.area))].join(' and ') };
  return { code: 'NO_AUTHORITY', about: `${decider.name} is on record as ${decider.relation}.` };
}

/** Whether what a document gives power over has this area of life in it. */
function reaches({ power }: Authority, area: Area): boolean {
  return !power || power === powerFor(area);
}

/** By what right a supporter decides in an area today, or null when they do not. */
export function representationOf(supporterId: string, area: Area, authorities: readonly Authority[], today: Day): 'attorney' | 'deputy' | null {
  const standing = authorities.find((authority) => authority.area === area && authority.supporterId === supporterId && isRepresentation(authority.kind) && stands(authority, today) && reaches(authority, area));
  return standing && isRepresentation(standing.kind) ? standing.kind : null;
}

/** Who decides in an area today, as a sentence: 'Steven decides.', 'Mark Marlow decides, as deputy: the court order was seen.' */
export function sayWhoMayDecide(person: string, area: Area, authorities: readonly (Authority & { readonly supporterName: string | null })[], today: Day): string {
  const here = authorities.filter((authority) => authority.area === area && (authority.matter ?? null) === null && stands(authority, today) && reaches(authority, area));
  if (here.some(({ kind }) => kind === 'with support')) return `${person} decides, with support.`;
  if (here.some(({ kind }) => kind === 'the person')) return `${person} decides.`;
  const early = here.filter(({ kind, actsEarly }) => kind === 'attorney' && area === 'money' && actsEarly === true).map(({ supporterName }) => `${supporterName ?? 'Somebody'}, as attorney,`);
  if (early.length > 0) return `${person} decides, and ${early.join(' or ')} may too.`;
  const names = here.filter(({ kind }) => isRepresentation(kind)).map(({ supporterName, kind }) => `${supporterName ?? 'Somebody'}, as ${kind},`);
  if (names.length > 0) return `${names.join(' or ')} decides when ${person} cannot.`;
  if (here.some(({ kind }) => kind === 'best interests')) return `Decided in ${person}’s best interests.`;
  return `${person} decides. Nothing else is on record, and people are presumed able to.`;
}

/** By what right somebody decides in an area, for the record; whether they may is for `mayDecide` to say. */
export function sayRight(decider: Decider, area: Area, authorities: readonly Authority[], today: Day): string {
  if (decider.as === 'the person') return 'their own decision';
  if (decider.as === 'best interests') return `a best-interests decision about ${area}`;
  return `${representationOf(decider.supporterId, area, authorities, today) ?? decider.relation} for ${area}`;
}

/** Who decided and by what right, to be kept beside what was decided. */
export function sayDecidedBy(by: { readonly right: Right; readonly person: string; readonly supporterName: string | null }, words: string): string {
  const who = isRepresentation(by.right) ? `${by.supporterName ?? 'Somebody'}, ${by.right}` : by.right === 'with support' ? `${by.person}, with support` : by.right === 'best interests' ? `Best-interests decision for ${by.person}` : by.person;
  const said = words.trim();
  return said ? `${who}: ${said}${/[.!?]$/.test(said) ? '' : '.'}` : `${who}.`;
}
