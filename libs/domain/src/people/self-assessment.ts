/** The self-assessment: which question comes next, how many may still come, and what is a sound answer. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { isBlank } from '../shared/words.ts';
import { readsAsItLooks } from './about-me.ts';
import { type Gate, QUESTIONS, type Question } from './self-assessment-questions.ts';

/** Nobody is asked more, whatever they answer. */
export const MOST_QUESTIONS = 12;

/** What was answered to a question: options chosen, own words, or neither when it was skipped. */
export type GivenAnswer = { readonly question: string; readonly chosen: readonly string[]; readonly words: string | null };

const ANSWERED_BY = ['person', 'together', 'someone'] as const;
/** The person; the person with somebody; somebody who knows them, in their place. */
export type AnsweredBy = (typeof ANSWERED_BY)[number];

export function questionOf(code: string): Question | null {
  return QUESTIONS.find((each) => each.code === code) ?? null;
}

/** Whether it was passed over: that is an answer too, and is not asked about again. */
export function isSkipped({ chosen, words }: Pick<GivenAnswer, 'chosen' | 'words'>): boolean {
  return chosen.length === 0 && isBlank(words);
}

/** The latest answer to each question, whatever order they came in. */
function latest(given: readonly GivenAnswer[]): ReadonlyMap<string, GivenAnswer> {
  return new Map(given.map((each) => [each.question, each]));
}

const stands = (gate: Gate, given: ReadonlyMap<string, GivenAnswer>) => gate.any.some((code) => given.get(gate.question)?.chosen.includes(code) === true);

/** Whether the answers so far call for the question. */
function isWanted(question: Question, given: ReadonlyMap<string, GivenAnswer>): boolean {
  if (question.onlyIf && !stands(question.onlyIf, given)) return false;
  return !(question.unless && stands(question.unless, given));
}

/** The question to ask now, or null when nothing is left to ask. The same answers in any order give the same question. */
export function nextQuestion(given: readonly GivenAnswer[]): Question | null {
  const answered = latest(given);
  if (QUESTIONS.filter(({ code }) => answered.has(code)).length >= MOST_QUESTIONS) return null;
  return QUESTIONS.find((question) => !answered.has(question.code) && isWanted(question, answered)) ?? null;
}

/** Whether the question may still come: it is not ruled out by what was answered, and what it hangs on may yet be answered. */
function mayCome(question: Question, given: ReadonlyMap<string, GivenAnswer>): boolean {
  if (given.has(question.code) || (question.unless && stands(question.unless, given))) return false;
  if (!question.onlyIf || stands(question.onlyIf, given)) return true;
  const parent = questionOf(question.onlyIf.question);
  return parent !== null && mayCome(parent, given);
}

/** How many questions may still come at the very most: what is shown as progress, so it never grows. */
export function mostToCome(given: readonly GivenAnswer[]): number {
  if (!nextQuestion(given)) return 0;
  const answered = latest(given);
  const asked = QUESTIONS.filter(({ code }) => answered.has(code)).length;
  return Math.min(QUESTIONS.filter((question) => mayCome(question, answered)).length, MOST_QUESTIONS - asked);
}

/** What the question says to whoever answers it. */
export function sayQuestion(question: Question, name: string, answeredBy: string): string {
  return answeredBy === 'someone' ? question.asksOf.replaceAll('{name}', name) : question.asks;
}

/** Whose answers these are: 'Ada’s own answers', 'Ada’s answers, with Joyce Hill'. */
export function sayWhoAnswered(name: string, { answeredBy, helper, howKnown }: { readonly answeredBy: string; readonly helper: string | null; readonly howKnown: string | null }): string {
  const own = /s$/i.test(name) ? `${name}’` : `${name}’s`;
  if (answeredBy === 'someone') return `${helper ?? 'Somebody'} answered for ${name}${howKnown ? `: ${howKnown}` : ''}`;
  return answeredBy === 'together' ? `${own} answers, with ${helper ?? 'somebody'}` : `${own} own answers`;
}

const UNREADABLE = 'There are signs in this text that nobody can see and that change how it reads. Type it afresh.';
const LINE = 200;

export type AssessmentReason = 'ANSWERED_BY_UNKNOWN' | 'HELPER_UNNAMED' | 'HOW_KNOWN_MISSING' | 'LINE_TOO_LONG' | 'LINE_UNREADABLE';

export const ASSESSMENT_WORDS: Words<AssessmentReason> = {
  ANSWERED_BY_UNKNOWN: (about) => `“${about.slice(0, 40)}” is not a way to answer. Choose the person, with somebody, or somebody who knows them.`,
  HELPER_UNNAMED: () => 'Write the name of whoever helps or answers, so that one can ask again.',
  HOW_KNOWN_MISSING: () => 'Write in a few words how you know them, such as “his daughter, here every Sunday”.',
  LINE_TOO_LONG: () => 'A name and a few words are enough here. Make it shorter.',
  LINE_UNREADABLE: () => UNREADABLE,
};


export function mayBegin(draft: { readonly answeredBy: string; readonly helper: string | null; readonly howKnown: string | null }): Decision<AssessmentReason> {
  return decide<AssessmentReason>([
    !ANSWERED_BY.includes(draft.answeredBy as AnsweredBy) && { code: 'ANSWERED_BY_UNKNOWN', about: draft.answeredBy },
    (draft.answeredBy === 'together' || draft.answeredBy === 'someone') && isBlank(draft.helper) && { code: 'HELPER_UNNAMED' },
    draft.answeredBy === 'someone' && isBlank(draft.howKnown) && { code: 'HOW_KNOWN_MISSING' },
    [draft.helper, draft.howKnown].some((line) => (line ?? '').trim().length > LINE) && { code: 'LINE_TOO_LONG' },
    ![draft.helper, draft.howKnown].every((line) => readsAsItLooks(line ?? '')) && { code: 'LINE_UNREADABLE' },
  ]);
}

export type AnswerReason = 'QUESTION_UNKNOWN' | 'QUESTION_NOT_ASKED' | 'OPTION_UNKNOWN' | 'ONE_ANSWER' | 'ANSWER_TOO_LONG' | 'ANSWER_UNREADABLE';

export const ANSWER_WORDS: Words<AnswerReason> = {
  QUESTION_UNKNOWN: (about) => `There is no question “${about.slice(0, 40)}”. Load the page again.`,
  QUESTION_NOT_ASKED: () => 'That question is not asked after these answers. Load the page again; what was answered is kept.',
  OPTION_UNKNOWN: (about) => `“${about.slice(0, 40)}” is not one of the answers. Choose from those shown, or use your own words.`,
  ONE_ANSWER: () => 'Only one of these can be true at a time. Choose the one that fits best.',
  ANSWER_TOO_LONG: () => 'A few sentences are enough for one answer. Make it shorter; more can go into the life story.',
  ANSWER_UNREADABLE: () => UNREADABLE,
};

const WORDS_MOST = 1000;

/** Whether an answer can be kept: it is to the question asked now, or changes one already given. */
export function mayAnswer(given: readonly GivenAnswer[], answer: GivenAnswer): Decision<AnswerReason> {
  const question = questionOf(answer.question);
  const isDue = given.some((each) => each.question === answer.question) || nextQuestion(given)?.code === answer.question;
  const unknown = answer.chosen.find((code) => question && !question.options.some((each) => each.code === code));
  return decide<AnswerReason>([
    question === null && { code: 'QUESTION_UNKNOWN', about: answer.question },
    question !== null && !isDue && { code: 'QUESTION_NOT_ASKED' },
    unknown !== undefined && { code: 'OPTION_UNKNOWN', about: unknown },
    question !== null && !question.many && new Set(answer.chosen).size > 1 && { code: 'ONE_ANSWER' },
    (answer.words ?? '').trim().length > WORDS_MOST && { code: 'ANSWER_TOO_LONG' },
    !readsAsItLooks(answer.words ?? '') && { code: 'ANSWER_UNREADABLE' },
  ]);
}
