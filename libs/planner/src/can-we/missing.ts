/** What stands in the way of a wish: each thing with how hard it is to get, and in words. */
import type { Names } from '../names.ts';
import type { Licence, Session, Span } from '../problem.ts';
import { count, inWords, pounds } from '../names.ts';

/** Where something that gives way goes instead: a session of the plan that comes of it; null when there is no place for it. */
export type Instead = Session | null;

export type Missing =
  /** An activity that is not yet among what they like. */
  | { readonly kind: 'wanted'; readonly resident: string; readonly activity: string }
  /** Others, or another room or vehicle, for a session that stands: as in `by`, with the same people at the same time. */
  | { readonly kind: 'exchange'; readonly session: number; readonly activity: string; readonly start: number; readonly by: Session }
  /** A break that falls into it. */
  | { readonly kind: 'break'; readonly staff: string; readonly pause: Span }
  /** A time other than the one wished for. */
  | { readonly kind: 'time'; readonly span: Span }
  /** More people who want to come, for the group to be large enough. */
  | { readonly kind: 'company'; readonly activity: string; readonly people: number }
  | { readonly kind: 'driver'; readonly licence: Licence; readonly span: Span }
  /** One more member of staff, trained in all of `skills`. */
  | { readonly kind: 'helper'; readonly skills: readonly string[]; readonly span: Span }
  | { readonly kind: 'budget'; readonly resident: string; readonly pence: number }
  /** Somebody known who is not on shift then. */
  | { readonly kind: 'shift'; readonly staff: string; readonly span: Span }
  /** Transport that brings its own driver, who supports nobody; `pence` as far as the fare is known. */
  | { readonly kind: 'taxi'; readonly seats: number; readonly bays: number; readonly span: Span; readonly pence?: number }
  | { readonly kind: 'vehicle'; readonly vehicle: string; readonly span: Span }
  | { readonly kind: 'room'; readonly room: string; readonly span: Span }
  /** Another session on a day that is full for them. */
  | { readonly kind: 'full day'; readonly resident: string; readonly span: Span }
  /** A session of the plan that one person would miss. */
  | { readonly kind: 'leave'; readonly resident: string; readonly session: number; readonly activity: string; readonly start: number; readonly instead?: Instead }
  /** Fewer staff on the floor than floor cover asks for. */
  | { readonly kind: 'floor'; readonly by: number; readonly span: Span }
  /** One more session of an activity than there may be. */
  | { readonly kind: 'session'; readonly activity: string }
  /** A session of the plan that is in the way, and who is in it. */
  | { readonly kind: 'move'; readonly session: number; readonly activity: string; readonly start: number; readonly residents: readonly string[]; readonly instead?: Instead }
  /** Time of their own they would give up: a visit, an appointment, a routine. */
  | { readonly kind: 'free'; readonly resident: string; readonly span: Span };

export type Kind = Missing['kind'];

export const KINDS: readonly Kind[] = ['wanted', 'exchange', 'break', 'time', 'company', 'driver', 'helper', 'budget', 'shift', 'taxi', 'vehicle', 'room', 'full day', 'leave', 'floor', 'session', 'move', 'free'];

/** The kinds by which somebody loses something they were to have. */
export const GIVING_WAY: readonly Kind[] = ['leave', 'move'];

/** How hard each is to get; the smallest change is the cheapest. More of the same is always harder. */
export function effortOf(missing: readonly Missing[]): number {
  return missing.reduce((sum, one) => sum + effort(one), 0);
}

export const COMPANION = 4;
export const FLOOR = 8;

function effort(one: Missing): number {
  switch (one.kind) {
    case 'wanted':
      return 1;
    case 'exchange':
      return 1.5;
    case 'break':
      return 2;
    case 'time':
      return 3;
    case 'company':
      return COMPANION * one.people;
    case 'helper':
      return 4 + one.skills.length / 4;
    case 'driver':
      return 4.5;
    case 'budget':
      return 4 + one.pence / 1e7;
    case 'shift':
      return 5;
    case 'taxi':
      return 6 + one.bays / 2;
    case 'vehicle':
    case 'room':
    case 'full day':
    case 'leave':
      return 6;
    case 'floor':
      return FLOOR * one.by;
    case 'session':
      return 8;
    case 'move':
      return 8 + one.residents.length;
    case 'free':
      return 12;
  }
}

/** All of it in one phrase; what is missing more than once is counted. */
export function sayAll(missing: readonly Missing[], names: Names): string {
  const said = new Map<string, { readonly one: Missing; times: number }>();
  for (const one of missing) {
    const words = sayMissing(one, names);
    const known = said.get(words);
    if (known) known.times += 1;
    else said.set(words, { one, times: 1 });
  }
  return inWords([...said].map(([words, { times }]) => (times === 1 ? words : sayOften(words, times))));
}

/** 'one more member of staff' twice is 'two more members of staff'. */
function sayOften(words: string, times: number): string {
  const many = ['two', 'three', 'four', 'five', 'six'][times - 2] ?? String(times);
  return words
    .replace(/^one more member of staff/, `${many} more members of staff`)
    .replace(/^a driver /, `${many} drivers `)
    .replace(/^a taxi that takes a wheelchair/, `${many} taxis that take a wheelchair each`)
    .replace(/^a taxi/, `${many} taxis`);
}

/** 'a driver with a D1 licence on Thursday between 13:00 and 16:00' */
export function sayMissing(missing: Missing, names: Names): string {
  const on = (span: Span) => `on ${names.during(span)}`;
  switch (missing.kind) {
    case 'wanted':
      return `${names.call('activity', missing.activity)} noted as something ${names.call('resident', missing.resident)} likes`;
    case 'exchange':
      return sayExchange(missing, names);
    case 'break':
      return `another time for the break ${names.call('staff', missing.staff)} has ${on(missing.pause)}`;
    case 'time':
      return `another time: ${names.during(missing.span)}`;
    case 'company':
      return `${count(missing.people, 'more person', 'more people')} who would like ${names.call('activity', missing.activity)} then`;
    case 'driver':
      return `a driver with a ${names.call('licence', missing.licence)} licence ${on(missing.span)}`;
    case 'helper':
      return `one more member of staff${missing.skills.length > 0 ? ` trained in ${inWords(missing.skills.map((skill) => names.call('skill', skill)))}` : ''} ${on(missing.span)}`;
    case 'budget':
      return `${pounds(missing.pence)} more for ${names.call('resident', missing.resident)} to spend`;
    case 'shift':
      return `${names.call('staff', missing.staff)} at work ${on(missing.span)}`;
    case 'taxi':
      return `a taxi${missing.bays > 0 ? ' that takes a wheelchair' : ''}${missing.pence === undefined ? '' : `, ${pounds(missing.pence)},`} ${on(missing.span)}`;
    case 'vehicle':
      return `${names.call('vehicle', missing.vehicle)} to use ${on(missing.span)}`;
    case 'room':
      return `${names.call('room', missing.room)} to use ${on(missing.span)}`;
    case 'full day':
      return `one more session than usual for ${names.call('resident', missing.resident)} ${on(missing.span)}`;
    case 'leave':
      return `${names.call('resident', missing.resident)} giving up ${names.call('activity', missing.activity)} on ${names.when(missing.start)}${goingTo(missing.instead, names)}`;
    case 'floor':
      return `${missing.by} fewer on the floor ${on(missing.span)} than floor cover asks for`;
    case 'session':
      return `one more session of ${names.call('activity', missing.activity)} than there can be`;
    case 'move':
      return `${names.call('activity', missing.activity)} on ${names.when(missing.start)} ${movedTo(missing.instead, names)}`;
    case 'free':
      return `${names.call('resident', missing.resident)} free ${on(missing.span)}`;
  }
}

/** 'singing on Mon 09:00 with Eve, in the study' */
function sayExchange({ activity, start, by }: Extract<Missing, { kind: 'exchange' }>, names: Names): string {
  const staff = by.staff.length === 0 ? '' : ` with ${inWords(by.staff.map((id) => names.call('staff', id)))}`;
  const room = by.room === null ? '' : ` in ${names.call('room', by.room)}`;
  const wheels = by.vehicles.map(({ vehicle, driver }) => `${names.call('staff', driver)} driving ${names.call('vehicle', vehicle)}`);
  return `${names.call('activity', activity)} on ${names.when(start)} held${staff}${room}${wheels.length === 0 ? '' : `${staff === '' ? ' with' : ', and'} ${inWords(wheels)}`} instead`;
}

function goingTo(instead: Instead | undefined, names: Names): string {
  if (instead === undefined) return '';
  return instead ? `, and going on ${names.when(instead.start)} instead` : ' (there is no other place for it)';
}

function movedTo(instead: Instead | undefined, names: Names): string {
  if (instead === undefined) return 'moved to another time';
  return instead ? `moved to ${names.when(instead.start)}` : 'dropped: there is no other time for it';
}
