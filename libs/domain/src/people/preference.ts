/** What matters to somebody and how much, and what stands in the way of what matters. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { isBlank } from '../shared/words.ts';

/**
 * The answers, each with its number in the source of the items: section F of the Minimum Data Set 3.0 (United States
 * federal government), whose specification places the items in the public domain. The questions below are our own words.
 */
export const ANSWERS = {
  'very important': 1, 'somewhat important': 2, 'not very important': 3, 'not important at all': 4, 'important, but cannot or no choice': 5, 'no response': 9,
} as const;
export type Answer = keyof typeof ANSWERS;
/** It matters, and something stands in the way: this opens a barrier. */
export const BARRED: Answer = 'important, but cannot or no choice';

/** The sixteen, by their code in the source. Each reads on after "How much does it matter to you …". */
export const PREFERENCE_ITEMS = {
  F0400A: 'to choose what you wear?',
  F0400B: 'to look after your own belongings?',
  F0400C: 'to choose between a bath, a shower and a wash at the basin?',
  F0400D: 'to have a bite to eat between meals when you want one?',
  F0400E: 'to go to bed at the time you choose?',
  F0400F: 'to have family or a close friend join in talks about your care?',
  F0400G: 'to telephone without anybody listening?',
  F0400H: 'to have somewhere to lock your things away?',
  F0500A: 'to have books, newspapers and magazines to read?',
  F0500B: 'to hear the music you like?',
  F0500C: 'to be around animals, such as a dog or a cat?',
  F0500D: 'to keep up with the news?',
  F0500E: 'to do things together with a group of people?',
  F0500F: 'to do the things you enjoy most?',
  F0500G: 'to go out into the fresh air when the weather is fine?',
  F0500H: 'to take part in services or customs of your faith?',
} as const;
export type PreferenceCode = keyof typeof PREFERENCE_ITEMS;

/** A question the home or the person added has 'own-' and an id of its own for a code. */
const OWN = /^own-[0-9a-f-]{36}$/;
export const isOwn = (item: string) => OWN.test(item);
export const isKnownItem = (item: string): item is PreferenceCode => Object.hasOwn(PREFERENCE_ITEMS, item);

/** The whole question; `asks` are the words of an own one. */
export function sayQuestion(item: string, asks: string | null): string {
  return isKnownItem(item) ? `How much does it matter to you ${PREFERENCE_ITEMS[item]}` : (asks ?? '');
}

const HOW = ['told us', 'told by family', 'observed'];

export type PreferenceReason =
  | 'PREFERENCE_UNKNOWN' | 'PREFERENCE_NO_QUESTION' | 'PREFERENCE_QUESTION_LONG' | 'ANSWER_UNKNOWN' | 'ANSWER_NOBODY' | 'ANSWER_HOW_UNKNOWN' | 'ANSWER_TOO_LONG' | 'BARRIER_NO_WORDS' | 'BARRIER_WITHOUT_NEED'
  | 'BARRIER_CLOSED' | 'BARRIER_CLOSED_WITHOUT_WORDS' | 'BARRIER_HAS_WISH' | 'ANSWER_SAID_OTHERWISE';

export const PREFERENCE_WORDS: Words<PreferenceReason> = {
  PREFERENCE_UNKNOWN: () => 'This question is not one of those we ask. Open the page again.',
  PREFERENCE_NO_QUESTION: () => 'Write what it is that may matter, such as “A window open at night”.',
  PREFERENCE_QUESTION_LONG: () => 'Keep the question to one sentence.',
  ANSWER_UNKNOWN: (about) => `“${about}” is not one of the answers. Choose one from the list, or skip the question.`,
  ANSWER_NOBODY: () => 'Say who answered, so that somebody can ask again.',
  ANSWER_HOW_UNKNOWN: () => 'Choose whether the person said so, family said so, or somebody saw it.',
  ANSWER_TOO_LONG: () => 'Keep what they said to a few sentences.',
  BARRIER_NO_WORDS: () => 'It matters, but something stands in the way. Say in a few words what that is; only then can it be moved.',
  BARRIER_WITHOUT_NEED: () => 'Nothing stands in the way of this answer. Choose “important, but can’t do it or has no choice” first.',
  BARRIER_CLOSED: () => 'This is out of the way already.',
  BARRIER_CLOSED_WITHOUT_WORDS: () => 'Say what changed, so that the next person knows.',
  BARRIER_HAS_WISH: () => 'A wish came of this already. Answer it under Promises.',
  ANSWER_SAID_OTHERWISE: () => 'This was saved before and said something else. Open the page again and answer once more.',
};

export type AnswerDraft = {
  readonly item: string; readonly asks: string | null; readonly answer: string; readonly words: string | null; readonly answeredBy: string; readonly toldHow: string; readonly barrier: string | null;
};

/** Whether an answer can be kept. What is important but cannot be says what stands in the way. */
export function mayAnswer({ item, asks, answer, words, answeredBy, toldHow, barrier }: AnswerDraft): Decision<PreferenceReason> {
  const own = isOwn(item);
  return decide<PreferenceReason>([
    !own && !isKnownItem(item) && { code: 'PREFERENCE_UNKNOWN' },
    own && isBlank(asks) && { code: 'PREFERENCE_NO_QUESTION' },
    own && (asks ?? '').trim().length > 200 && { code: 'PREFERENCE_QUESTION_LONG' },
    !Object.hasOwn(ANSWERS, answer) && { code: 'ANSWER_UNKNOWN', about: answer.slice(0, 40) },
    isBlank(answeredBy) && { code: 'ANSWER_NOBODY' },
    !HOW.includes(toldHow) && { code: 'ANSWER_HOW_UNKNOWN' },
    ((words ?? '').trim().length > 1000 || (barrier ?? '').trim().length > 1000) && { code: 'ANSWER_TOO_LONG' },
    answer === BARRED && isBlank(barrier) && { code: 'BARRIER_NO_WORDS' },
    answer !== BARRED && !isBlank(barrier) && { code: 'BARRIER_WITHOUT_NEED' },
  ]);
}

/** Whether something that stands in the way can be called out of the way. */
export function mayCloseBarrier(barrier: { readonly closedAt: Date | null }, words: string): Decision<PreferenceReason> {
  return decide<PreferenceReason>([barrier.closedAt !== null && { code: 'BARRIER_CLOSED' }, isBlank(words) && { code: 'BARRIER_CLOSED_WITHOUT_WORDS' }]);
}

/** Whether a wish may come of it: once, and while it still stands in the way. */
export function mayWishFrom(barrier: { readonly closedAt: Date | null; readonly wishId: string | null }): Decision<PreferenceReason> {
  return decide<PreferenceReason>([barrier.closedAt !== null && { code: 'BARRIER_CLOSED' }, barrier.wishId !== null && { code: 'BARRIER_HAS_WISH' }]);
}
