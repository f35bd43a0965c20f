/** What it takes to make a promise, to explain a miss, and to let go of one; each no has words. */
import { NOT_RUN_REASONS, type NotRunReason } from './happened.ts';
import type { Area } from '../people/authority.ts';
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';
import { ASKED_ANSWERS, type EntryKind, type PromiseState } from './promise.ts';
import { ASK_AFTER_DECLINES, isUnexplained } from './today.ts';

export type PromiseRefusal =
  | 'NO_WORDS' | 'DUE_PASSED' | 'NOBODY_PROMISED' | 'NOT_FOUND_FEASIBLE' | 'NOT_LIVING_HERE' | 'WISH_ANSWERED' | 'NO_REASON_FOR_NO'
  | 'NOTHING_TO_EXPLAIN' | 'NO_REASON' | 'OTHER_NEEDS_WORDS' | 'NOBODY_ANSWERS' | 'NO_NEW_DATE' | 'NEW_DATE_PASSED'
  | 'NOT_OWED' | 'NOT_PARTLY_KEPT' | 'STAFF_CANNOT_RELEASE' | 'NOTHING_DISPUTED' | 'NOT_DECLINED' | 'NO_ANSWER' | 'NOT_IN_THEIR_WORDS';

export const PROMISE_WORDS: Words<PromiseRefusal> = {
  NO_WORDS: () => 'Say in words what this is about.',
  DUE_PASSED: (day) => `${day} has passed. Choose today or a later day.`,
  NOBODY_PROMISED: () => 'Say to whom it is promised: the person, or somebody in their circle.',
  NOT_FOUND_FEASIBLE: () => 'Say how you know that it can be kept: who goes, when, and with what. Nothing is promised blind.',
  NOT_LIVING_HERE: (name) => `${name} does not live here any more, so nothing new can be promised.`,
  WISH_ANSWERED: () => 'This wish has been answered already. Open the page again to see how.',
  NO_REASON_FOR_NO: () => 'Say why not, in words that you would say to the person.',
  NOTHING_TO_EXPLAIN: () => 'Nothing is unexplained here: the promise was not missed.',
  NO_REASON: () => 'Choose a reason from the list.',
  OTHER_NEEDS_WORDS: () => 'You chose “other”. Say in words what happened.',
  NOBODY_ANSWERS: () => 'Say who answers for this: a name that the person can ask.',
  NO_NEW_DATE: () => 'Choose a new date, or say why there is none yet.',
  NEW_DATE_PASSED: (day) => `${day} is not in the future. Choose a later day for the new date.`,
  NOT_OWED: () => 'This promise is not owed any more.',
  NOT_PARTLY_KEPT: () => 'Only a promise that was partly kept can be called enough.',
  STAFF_CANNOT_RELEASE: () => 'Staff cannot release a promise. Say whose words these are: the person’s, or those of whoever may decide for them.',
  NOT_DECLINED: () => 'This is asked when somebody has said no three times in a row. Open the page again to see how it stands.',
  NO_ANSWER: () => 'Choose what they said: still wanted, or offer it otherwise.',
  NOT_IN_THEIR_WORDS: () => 'Write what they said, or how it will be offered from now on.',
  NOTHING_DISPUTED: () => 'Nobody has disputed this promise since it was last answered.',
};

export type Making = { words: string; dueOn: Day; madeTo: string; found: string };

/** Nothing is promised blind: how it was found feasible belongs to it. */
export function mayMake(making: Making, resident: { preferredName: string; status: string }, today: Day): Decision<PromiseRefusal> {
  return decide<PromiseRefusal>([
    isBlank(making.words) && { code: 'NO_WORDS' },
    making.dueOn < today && { code: 'DUE_PASSED', about: sayDay(making.dueOn) },
    isBlank(making.madeTo) && { code: 'NOBODY_PROMISED' },
    isBlank(making.found) && { code: 'NOT_FOUND_FEASIBLE' },
    (resident.status === 'died' || resident.status === 'moved out') && { code: 'NOT_LIVING_HERE', about: resident.preferredName },
  ]);
}

export function mayWish(words: string): Decision<PromiseRefusal> {
  return decide<PromiseRefusal>([isBlank(words) && { code: 'NO_WORDS' }]);
}

/** An honest no has a reason, and a wish is answered once. */
export function mayDecline(wish: { answer: string | null }, words: string): Decision<PromiseRefusal> {
  return decide<PromiseRefusal>([wish.answer !== null && { code: 'WISH_ANSWERED' }, isBlank(words) && { code: 'NO_REASON_FOR_NO' }]);
}

function isNotRunReason(text: string | null | undefined): text is NotRunReason {
  return NOT_RUN_REASONS.some((reason) => reason === text);
}

export type Explaining = { reason: string | null; words: string; answers: string; newDate: Day | null; whyNoDate: string | null };

/** A reason from the short list, who answers, and a new date or why none: every one that is missing is named. */
export function mayExplain(explaining: Explaining, promise: Parameters<typeof isUnexplained>[0], today: Day): Decision<PromiseRefusal> {
  if (!isUnexplained(promise, today)) return decide<PromiseRefusal>([{ code: 'NOTHING_TO_EXPLAIN' }]);
  return decide<PromiseRefusal>([
    !isNotRunReason(explaining.reason) && { code: 'NO_REASON' },
    explaining.reason === 'other' && isBlank(explaining.words) && { code: 'OTHER_NEEDS_WORDS' },
    isBlank(explaining.answers) && { code: 'NOBODY_ANSWERS' },
    explaining.newDate === null && isBlank(explaining.whyNoDate) && { code: 'NO_NEW_DATE' },
    explaining.newDate !== null && explaining.newDate <= today && { code: 'NEW_DATE_PASSED', about: sayDay(explaining.newDate) },
  ]);
}

/** The area of life a promise belongs to: whoever decides there may let go of it. */
export function areaOf(setting: 'home' | 'out' | null): Area {
  return setting === 'out' ? 'outings and risk' : 'daily activities';
}

/** Letting go of a promise: it must be owed (or, to be enough, partly kept), and there must be words. */
export function mayEnd(how: 'released' | 'enough', promise: Pick<PromiseState, 'owed' | 'state'>, words: string): Decision<PromiseRefusal> {
  return decide<PromiseRefusal>([
    !promise.owed && { code: 'NOT_OWED' },
    promise.owed && how === 'enough' && promise.state !== 'partly kept' && { code: 'NOT_PARTLY_KEPT' },
    isBlank(words) && { code: 'NO_WORDS' },
  ]);
}

/** The question after three declines has two answers here; the third, letting go of it, is for the person and a release. */
export function mayAnswerAsked(promise: Pick<PromiseState, 'declined' | 'owed'>, answer: string, words: string): Decision<PromiseRefusal> {
  return decide<PromiseRefusal>([
    !promise.owed && { code: 'NOT_OWED' },
    promise.owed && promise.declined < ASK_AFTER_DECLINES && { code: 'NOT_DECLINED' },
    !ASKED_ANSWERS.some((each) => each === answer) && { code: 'NO_ANSWER' },
    isBlank(words) && { code: 'NOT_IN_THEIR_WORDS' },
  ]);
}

/** A dispute is answered in words; one answer answers what was said before it. */
export function mayAnswerDispute(kinds: readonly EntryKind[], words: string): Decision<PromiseRefusal> {
  return decide<PromiseRefusal>([
    kinds.lastIndexOf('disputed') <= kinds.lastIndexOf('answered') && { code: 'NOTHING_DISPUTED' },
    isBlank(words) && { code: 'NO_WORDS' },
  ]);
}
