/** Where somebody lives now, and what a change of it means: said before it is confirmed, and told in fitting words. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, addDays, daysBetween, sayDay } from '../shared/time.ts';

export const STATUSES = ['living here', 'in hospital', 'away', 'moved out', 'died'] as const;
export type Status = (typeof STATUSES)[number];

export function isStatus(text: string): text is Status {
  return (STATUSES as readonly string[]).includes(text);
}

export type StatusReason = 'NOT_A_STATUS' | 'SAME_STATUS' | 'DAY_AHEAD' | 'AFTER_A_DEATH' | 'CHANGED_SINCE';

export const STATUS_WORDS: Words<StatusReason> = {
  NOT_A_STATUS: () => `Choose one of these: ${STATUSES.join(', ')}.`,
  SAME_STATUS: (about) => `That is on record already: ${about}.`,
  DAY_AHEAD: (about) => `${about} is still to come. Record it on the day it is so.`,
  AFTER_A_DEATH: (name) => `It is on record that ${name} died. If that was a mistake, choose “living here”.`,
  CHANGED_SINCE: () => 'Something changed since you looked: what this means is shown again. Read it, then confirm.',
};

export function mayChangeStatus({ from, to, on, name }: { readonly from: Status; readonly to: string; readonly on: Day; readonly name: string }, today: Day): Decision<StatusReason> {
  return decide<StatusReason>([
    !isStatus(to) && { code: 'NOT_A_STATUS' },
    to === from && { code: 'SAME_STATUS', about: to },
    on > today && { code: 'DAY_AHEAD', about: sayDay(on) },
    from === 'died' && isStatus(to) && to !== 'living here' && to !== from && { code: 'AFTER_A_DEATH', about: name },
  ]);
}

/** What becomes of what is owed: it waits, it is closed, or it is looked forward to again. */
export function promisesThen(to: Status): 'paused' | 'closed' | 'resumed' {
  if (to === 'living here') return 'resumed';
  return to === 'in hospital' || to === 'away' ? 'paused' : 'closed';
}

/** What a promise's due day becomes on return: the days away do not run. */
export function dueAfterPause(dueOn: Day, pausedOn: Day, today: Day): Day {
  return addDays(dueOn, Math.max(0, daysBetween(pausedOn, today)));
}

/** Why something of the person's was taken out of the plan, as staff read it. */
export function whyOff(name: string, to: Status): string {
  if (to === 'died') return `${name} has died.`;
  if (to === 'moved out') return `${name} has moved out.`;
  return `${name} is ${to === 'away' ? 'away' : to}.`;
}

export type Meaning = {
  readonly name: string;
  readonly to: Status;
  /** Sessions ahead the person is booked for, as 'Swimming, Thursday 26 November, 14:30'. */
  readonly booked: readonly string[];
  /** How many of them nobody else is booked for. */
  readonly alone: number;
  readonly drafts: number;
  readonly promises: readonly string[];
  readonly family: readonly string[];
};

const MOST_NAMED = 6;
const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** What a change of status means, in sentences, in the order it is carried out. */
export function sayMeaning({ name, to, booked, alone, drafts, promises, family }: Meaning): string[] {
  const isBack = to === 'living here';
  const named = (items: readonly string[]) => `${items.slice(0, MOST_NAMED).join('; ')}${items.length > MOST_NAMED ? `; and ${items.length - MOST_NAMED} more` : ''}`;
  const isOne = promises.length === 1;
  const then = {
    paused: isOne ? 'waits, and its days do not run' : 'wait, and their days do not run',
    closed: isOne ? 'is closed; nobody will be asked why it was not kept' : 'are closed; nobody will be asked why they were not kept',
    resumed: isOne ? 'is looked forward to again, its day moved on by the time away' : 'are looked forward to again, their days moved on by the time away',
  }[promisesThen(to)];
  return [
    !isBack && (booked.length === 0 ? `${name} is booked for nothing to come.` : `${name} is taken out of ${many(booked.length, 'session', 'sessions')} to come: ${named(booked)}.`),
    !isBack && alone > 0 && `${alone === 1 ? 'One of these was' : `${alone} of these were`} for ${name} alone and will not take place.`,
    !isBack && drafts > 0 && `${many(drafts, 'draft is', 'drafts are')} changed in the same way.`,
    isBack && `Nothing is booked again by itself: plan anew with ${name}.`,
    promises.length > 0 && `${many(promises.length, 'promise', 'promises')} ${then}: ${named(promises)}.`,
    promises.length === 0 && (isBack ? 'No promise was waiting.' : 'No promise is open.'),
    family.length > 0 ? `${family.join(', ')} will read: “${sayToFamily(name, to)}”` : 'Nobody outside is told, because nothing is shared with anybody.',
    to === 'died' && 'No message about sessions, photos or weeks goes out any more.',
  ].filter((line): line is string => typeof line === 'string');
}

/** What those read with whom something is shared. Nothing cheerful, and after a death nothing of plans. */
export function sayToFamily(name: string, to: Status): string {
  switch (to) {
    case 'living here':
      return `${name} is back with us.`;
    case 'in hospital':
      return `${name} is in hospital. What was planned does not take place, and what was promised waits. Please ring us at any time.`;
    case 'away':
      return `${name} is away for now. What was planned does not take place, and what was promised waits.`;
    case 'moved out':
      return `${name} has moved out. What was written down stays here for you to read.`;
    case 'died':
      return `${name} has died. We are thinking of you. What was written down stays here for you to read, for as long as you wish.`;
  }
}
