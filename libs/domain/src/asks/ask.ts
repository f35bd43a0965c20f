/** What families ask of the home: every ask has a date to answer by, is answered in words or as a wish, and is never left. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';

/** Working days within which the home answers what a family asks. */
export const DAYS_TO_ANSWER = 5;
const LONGEST = 2000;

/** What was said about an ask after it was asked: an answer, or that the answer does not answer it. */
export type AskEntry = {
  readonly kind: 'answered' | 'not enough';
  readonly words: string;
  readonly by: string;
  readonly at: Date;
  /** Until when it is to be answered again; only where the answer was not enough. */
  readonly answerBy: Day | null;
};

export type AskStanding = {
  readonly state: 'waiting' | 'overdue' | 'answered';
  /** The day by which it is, or was, to be answered. */
  readonly answerBy: Day;
  /** The family said that an answer does not answer it: the next one is the manager's. */
  readonly isWithManager: boolean;
};

/** How an ask stands on a day. `entries` are oldest first. */
export function standingOf(answerBy: Day, entries: readonly Pick<AskEntry, 'kind' | 'answerBy'>[], today: Day): AskStanding {
  const last = entries.at(-1);
  const due = entries.findLast((entry) => entry.kind === 'not enough')?.answerBy ?? answerBy;
  if (last?.kind === 'answered') return { state: 'answered', answerBy: due, isWithManager: false };
  return { state: today > due ? 'overdue' : 'waiting', answerBy: due, isWithManager: last?.kind === 'not enough' };
}

export type AskReason = 'ASK_NO_WORDS' | 'ASK_TOO_LONG' | 'ANSWER_NO_WORDS' | 'ANSWERED_ALREADY' | 'MANAGER_ANSWERS' | 'MISSING_NO_WORDS' | 'NOT_ANSWERED_YET' | 'WISH_ALREADY' | 'IS_A_WISH';

export const ASK_WORDS: Words<AskReason> = {
  ASK_NO_WORDS: () => 'Write what you would like to ask, in a sentence or two.',
  ASK_TOO_LONG: () => 'That is very long. Ask the most important thing first; you can ask the rest after it.',
  ANSWER_NO_WORDS: () => 'Write the answer as you would say it to them.',
  ANSWERED_ALREADY: () => 'This has been answered already. Open the page again to read the answer.',
  MANAGER_ANSWERS: (about) => `${about} said that the first answer does not answer it, so the manager answers now.`,
  MISSING_NO_WORDS: () => 'Say in a few words what is still missing, so that the manager can answer it.',
  NOT_ANSWERED_YET: (day) => `This has not been answered yet. The home is to answer by ${day}.`,
  WISH_ALREADY: () => 'This is a wish already.',
  IS_A_WISH: () => 'This is a wish. It is answered on the promises page: with a promise, or with an honest no.',
};

export function mayAsk(words: string): Decision<AskReason> {
  return decide<AskReason>([isBlank(words) && { code: 'ASK_NO_WORDS' }, words.trim().length > LONGEST && { code: 'ASK_TOO_LONG' }]);
}

/** Whether somebody of the home may answer it in words: what came back goes to the manager, and a wish is answered as a wish. */
export function mayAnswer(words: string, standing: AskStanding, askedBy: string, by: { readonly isManager: boolean }, isOpenWish: boolean): Decision<AskReason> {
  return decide<AskReason>([
    isBlank(words) && { code: 'ANSWER_NO_WORDS' },
    words.trim().length > LONGEST && { code: 'ASK_TOO_LONG' },
    standing.state === 'answered' && { code: 'ANSWERED_ALREADY' },
    isOpenWish && !standing.isWithManager && { code: 'IS_A_WISH' },
    standing.isWithManager && !by.isManager && { code: 'MANAGER_ANSWERS', about: askedBy },
  ]);
}

/** Whether the family may say that an answer does not answer it. */
export function maySayNotEnough(words: string, standing: AskStanding): Decision<AskReason> {
  return decide<AskReason>([
    standing.state !== 'answered' && { code: 'NOT_ANSWERED_YET', about: sayDay(standing.answerBy) },
    standing.state === 'answered' && isBlank(words) && { code: 'MISSING_NO_WORDS' },
    words.trim().length > LONGEST && { code: 'ASK_TOO_LONG' },
  ]);
}

/** How an ask stands, for whoever asked it. */
export function sayStanding({ state, answerBy, isWithManager }: AskStanding): string {
  const who = isWithManager ? 'The manager' : 'The home';
  if (state === 'waiting') return `${who} is to answer by ${sayDay(answerBy)}.`;
  if (state === 'overdue') return `${who} was to answer by ${sayDay(answerBy)}, and has not. Everybody who works here sees that it is overdue.`;
  return 'It has been answered.';
}
