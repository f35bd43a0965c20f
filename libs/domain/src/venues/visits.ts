/** How we were treated somewhere: short words after a visit, what they add up to, and which of them a coordinator must look into. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import type { Day } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';
import { type Answer, ANSWERS, CHECKED_HOW, type Fact, isFact } from './facts.ts';

export const TREATED = ['good', 'mixed', 'badly'] as const;
export type Treated = (typeof TREATED)[number];

export type Visit = { readonly id: string; readonly visitedOn: Day; readonly how: Treated; readonly words: string; readonly by: string; readonly at: Date };
export type FollowUp = { readonly visitId: string; readonly words: string; readonly by: string; readonly at: Date };

/** 'Treated well 5 times of 6. Last: badly, on 3 November.' is made from this. */
export type TreatedSummary = { readonly visits: number; readonly good: number; readonly mixed: number; readonly badly: number; readonly last: Treated | null };

export function summarise(visits: readonly Visit[]): TreatedSummary {
  const of = (how: Treated) => visits.filter((visit) => visit.how === how).length;
  return { visits: visits.length, good: of('good'), mixed: of('mixed'), badly: of('badly'), last: newestFirst(visits)[0]?.how ?? null };
}

/** One line for a list: 'Treated well all 3 times', 'Treated well 2 times of 3; badly last time'. */
export function sayTreated({ visits, good, badly, last }: TreatedSummary): string {
  if (visits === 0) return 'Nobody has said yet how we were treated';
  const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
  if (good === visits) return visits === 1 ? 'Treated well the one time somebody said' : `Treated well all ${visits} times`;
  const start = good === 0 ? (badly === visits ? `Treated badly ${visits === 1 ? 'the one time somebody said' : `all ${visits} times`}` : 'Not treated well yet') : `Treated well ${times(good)} of ${visits}`;
  return last === 'badly' && badly < visits ? `${start}; badly last time` : last === 'good' && good < visits ? `${start}; well last time` : start;
}

export function newestFirst<V extends { readonly visitedOn: Day; readonly at: Date }>(visits: readonly V[]): V[] {
  return visits.toSorted((a, b) => (a.visitedOn === b.visitedOn ? b.at.getTime() - a.at.getTime() : a.visitedOn < b.visitedOn ? 1 : -1));
}

/** Bad visits that nobody has looked into. */
export function openFlags<V extends Pick<Visit, 'id' | 'how'>>(visits: readonly V[], followUps: readonly Pick<FollowUp, 'visitId'>[]): V[] {
  const looked = new Set(followUps.map(({ visitId }) => visitId));
  return visits.filter(({ id, how }) => how === 'badly' && !looked.has(id));
}

export type VenueCode =
  | 'NOT_A_FACT' | 'NOT_AN_ANSWER' | 'NOT_A_WAY' | 'METRES_MISSING' | 'METRES_ODD' | 'SAY_MORE' | 'NOT_A_WORD' | 'BAD_WITHOUT_WORDS' | 'NOT_YET' | 'LONG_AGO' | 'NO_NAME' | 'NO_POSITION' | 'FAR_AWAY'
  | 'HOURS_UNREADABLE' | 'HOURS_EMPTY' | 'NOT_A_RULE' | 'NO_OTHER_HOURS' | 'NOT_A_NATION' | 'MINUTES_ODD' | 'HERE_ALREADY' | 'NOTHING_TO_LOOK_INTO' | 'NO_WORDS' | 'SENT_BEFORE' | 'NO_HOME_PLACE' | 'NOT_A_LINK';

export const VENUE_WORDS: Words<VenueCode> = {
  NOT_A_FACT: () => 'That is not something we keep about a place. Choose one from the list.',
  NOT_AN_ANSWER: () => `Choose one of these: ${ANSWERS.join(', ')}.`,
  NOT_A_WAY: () => `Say how you know: ${CHECKED_HOW.join(' or ')}.`,
  METRES_MISSING: () => 'Say how many metres it is from the parking to the door, or that it is not known.',
  METRES_ODD: () => 'The distance from the parking is between 0 and 2,000 metres. Check the number.',
  SAY_MORE: () => 'Nothing has changed. Choose an answer or write a few words.',
  NOT_A_WORD: () => `Choose one of these: ${TREATED.join(', ')}.`,
  BAD_WITHOUT_WORDS: () => 'Say in a few words what happened, so that somebody can look into it.',
  NOT_YET: (day) => `${day} is still to come. Say how it went afterwards.`,
  LONG_AGO: () => 'That is more than a year ago. Say how it was the last time you were there.',
  NO_NAME: () => 'Give the place a name.',
  NO_POSITION: () => 'Say where it is: latitude and longitude, as a map gives them, such as 53.9031 and -1.6467.',
  FAR_AWAY: (distance) => `That is ${distance} from the home. Check latitude and longitude.`,
  HOURS_UNREADABLE: (words) => `We cannot read “${words}” as opening hours. Write them as OpenStreetMap does, such as Mo-Fr 09:00-17:00; PH off, or fill in the weekdays.`,
  HOURS_EMPTY: () => 'Say at least one day it is open, or that the hours are not known.',
  NOT_A_RULE: () => 'Say how it is on bank holidays: as usual, closed, other hours, or not known.',
  NO_OTHER_HOURS: () => 'Say from when until when it is open on bank holidays.',
  NOT_A_NATION: () => 'Choose England, Wales, Scotland or Northern Ireland: each has bank holidays of its own.',
  MINUTES_ODD: () => 'The way there takes between 1 and 240 minutes. Check the number.',
  HERE_ALREADY: (name) => `${name} is in the list already, in the same spot. Open it instead.`,
  NOTHING_TO_LOOK_INTO: () => 'Somebody has looked into this already, or it was not a bad visit.',
  NO_WORDS: () => 'Say in a few words what you did about it.',
  SENT_BEFORE: () => 'This was sent before with other content. Reload the page and try again.',
  NO_HOME_PLACE: () => 'Say first where the home is; then we can say how far other places are.',
  NOT_A_LINK: () => 'A web address begins with https:// or http://.',
};

const MOST_METRES = 2000;

export type WantedCheck = { readonly fact: string; readonly answer: string; readonly metres: number | null; readonly known: string };

/** Whether a check can be written down as it is. */
export function mayCheck({ fact, answer, metres, known }: WantedCheck): Decision<VenueCode> {
  const isDistance = fact === 'metres from parking';
  return decide<VenueCode>([
    !isFact(fact) && { code: 'NOT_A_FACT' },
    !ANSWERS.some((each) => each === answer) && { code: 'NOT_AN_ANSWER' },
    !CHECKED_HOW.some((each) => each === known) && { code: 'NOT_A_WAY' },
    isDistance && metres === null && answer !== 'unknown' && { code: 'METRES_MISSING' },
    metres !== null && (!Number.isInteger(metres) || metres < 0 || metres > MOST_METRES) && { code: 'METRES_ODD' },
  ]);
}

/** Metres have an answer of their own: near up to 50, some way up to 200. */
export function answerFor(fact: Fact, answer: Answer, metres: number | null): Answer {
  if (fact !== 'metres from parking' || metres === null) return answer;
  return metres <= 50 ? 'yes' : metres <= 200 ? 'partly' : 'no';
}

export type WantedVisit = { readonly how: string; readonly words: string; readonly visitedOn: Day };

export function mayRecordVisit({ how, words, visitedOn }: WantedVisit, today: Day, aYearAgo: Day, sayDay: (day: Day) => string): Decision<VenueCode> {
  return decide<VenueCode>([
    !TREATED.some((each) => each === how) && { code: 'NOT_A_WORD' },
    how === 'badly' && isBlank(words) && { code: 'BAD_WITHOUT_WORDS' },
    visitedOn > today && { code: 'NOT_YET', about: sayDay(visitedOn) },
    visitedOn < aYearAgo && { code: 'LONG_AGO' },
  ]);
}
