/** Sound advice at one of the nine points: at most three options at a time, from what is on record and from nothing else. */
import { howMoneyIsHeld, whatMatters } from './life-to-choose.ts';
import { whatToDo, whenToGo, whereToGo } from './activities-to-choose.ts';
import { attendedOf, onTheDay, sessionOfToday } from './day-to-choose.ts';
import { type Facts, inOneOrder } from './facts.ts';
import type { Candidate, Option } from './option.ts';
import { whoHelps, whoSupports, whoWith } from './people-to-choose.ts';
import { POINT_WORDS, type Point } from './points.ts';
import { type LeftOut, ranked } from './rank.ts';

export type Advice = {
  readonly point: Point;
  readonly question: string;
  /** What stands above the options: what is asked about, or that there is nothing to advise by. */
  readonly lead: string;
  readonly options: readonly Option[];
  /** Which three these are, of how many threes: nothing is hidden, the others come when they are asked for. */
  readonly set: number;
  readonly sets: number;
  readonly leftOut: readonly LeftOut[];
};

const CANDIDATES: Readonly<Record<Point, (facts: Facts) => Candidate[]>> = {
  helper: whoHelps, outcomes: whatMatters, money: howMoneyIsHeld, what: whatToDo, when: whenToGo, who: whoSupports, with: whoWith, where: whereToGo, today: onTheDay,
};

export const NOTHING_ON_RECORD = 'We have nothing on record to advise by.';

/**
 * The best three. `set` 1 is the next three, and so on. 'Something else' and 'not now' are no options of ours: they
 * always stand beside them.
 */
export function advise(point: Point, given: Facts, set = 0): Advice {
  const threes = everyThree(point, given);
  const last = threes.length - 1;
  return threes[Math.min(Math.max(0, set), last)] ?? adviceOf(point, inOneOrder(given), [], []);
}

/** All there is to offer, three by three. The same facts always give the same advice, in whatever order they come. */
export function everyThree(point: Point, given: Facts): Advice[] {
  const facts = inOneOrder(given);
  const { threes, leftOut } = ranked(CANDIDATES[point](facts), facts);
  if (threes.length === 0) return [adviceOf(point, facts, [], leftOut)];
  return threes.map((options, set) => ({ ...adviceOf(point, facts, options, leftOut), set, sets: threes.length }));
}

function adviceOf(point: Point, facts: Facts, options: readonly Option[], leftOut: readonly LeftOut[]): Advice {
  return { point, question: questionOf(point, facts), lead: leadOf(point, options, facts), options, set: 0, sets: options.length > 0 ? 1 : 0, leftOut };
}

function questionOf(point: Point, facts: Facts): string {
  const name = subjectName(point, facts);
  if (point === 'today' && attendedOf(facts)) return `What next, after ${name ?? 'this'}?`;
  if (point === 'today' && name) return `${name}: would you like to go?`;
  if (point === 'when' && name) return `When would you like it? ${name}`;
  return POINT_WORDS[point].question;
}

function subjectName(point: Point, facts: Facts): string | null {
  const id = point === 'today' ? (attendedOf(facts) ?? sessionOfToday(facts))?.activityId : facts.subject.activityId;
  return facts.activities.find((activity) => activity.id === id)?.name ?? null;
}

function leadOf(point: Point, options: readonly Option[], facts: Facts): string {
  if (point === 'today' && options.length === 0 && sessionOfToday(facts) === null) return 'Nothing is planned for the rest of today, so there is nothing to say yes or no to.';
  if (point === 'money') return 'The law knows these ways. Little about your money is on record here, so nobody can say yet which is best for you.';
  return options.length === 0 ? NOTHING_ON_RECORD : '';
}
