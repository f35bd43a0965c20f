/** Standing promises: one that comes round is made anew for every day it is due, in good time, once, and only while the person lives here. */
import { REPEATS, goesByDate, isRepeats } from '../people/routine-repeats.ts';
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, addDays, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';
import { PROMISE_WORDS, type Making } from './rules.ts';

/** So many days before it is due each promise is there to be planned for: this week and the next. */
export const MADE_DAYS_AHEAD = 14;

export type StandingRefusal =
  | 'NO_WORDS' | 'DUE_PASSED' | 'NOBODY_PROMISED' | 'NOT_FOUND_FEASIBLE' | 'NOT_LIVING_HERE' | 'WISH_ANSWERED' | 'NO_DAY' | 'DAY_UNKNOWN' | 'REPEATS_UNKNOWN' | 'HAS_ENDED' | 'STAFF_CANNOT_RELEASE';

export const STANDING_WORDS: Words<StandingRefusal> = {
  NO_WORDS: PROMISE_WORDS.NO_WORDS,
  DUE_PASSED: PROMISE_WORDS.DUE_PASSED,
  NOBODY_PROMISED: PROMISE_WORDS.NOBODY_PROMISED,
  NOT_FOUND_FEASIBLE: PROMISE_WORDS.NOT_FOUND_FEASIBLE,
  NOT_LIVING_HERE: PROMISE_WORDS.NOT_LIVING_HERE,
  WISH_ANSWERED: PROMISE_WORDS.WISH_ANSWERED,
  STAFF_CANNOT_RELEASE: PROMISE_WORDS.STAFF_CANNOT_RELEASE,
  NO_DAY: () => 'Choose at least one day of the week.',
  DAY_UNKNOWN: () => 'One of the days is not a day of the week. Choose the days again.',
  REPEATS_UNKNOWN: (about) => `“${about}” is not a way for a promise to come round. Choose one from the list.`,
  HAS_ENDED: () => 'This standing promise has ended already.',
};

export type StandingDraft = Pick<Making, 'words' | 'madeTo' | 'found'> & { readonly days: readonly number[]; readonly repeats: string; readonly since: Day };

/** Nothing is promised blind, and it comes round on days that there are. */
export function mayStand(draft: StandingDraft, resident: { preferredName: string; status: string }, today: Day): Decision<StandingRefusal> {
  const onWeekdays = !isRepeats(draft.repeats) || !goesByDate(draft.repeats);
  return decide<StandingRefusal>([
    isBlank(draft.words) && { code: 'NO_WORDS' },
    draft.since < today && { code: 'DUE_PASSED', about: sayDay(draft.since) },
    isBlank(draft.madeTo) && { code: 'NOBODY_PROMISED' },
    isBlank(draft.found) && { code: 'NOT_FOUND_FEASIBLE' },
    hasLeft(resident.status) && { code: 'NOT_LIVING_HERE', about: resident.preferredName },
    onWeekdays && draft.days.length === 0 && { code: 'NO_DAY' },
    draft.days.some((day) => !Number.isInteger(day) || day < 1 || day > 7) && { code: 'DAY_UNKNOWN' },
    !REPEATS.some((each) => each === draft.repeats) && { code: 'REPEATS_UNKNOWN', about: draft.repeats },
  ]);
}

/** Letting go of it: it stands, and there are words. Whose decision it may be is asked of the rules about deciding. */
export function mayEndStanding(standing: { readonly endedOn: Day | null }, words: string): Decision<StandingRefusal> {
  return decide<StandingRefusal>([standing.endedOn !== null && { code: 'HAS_ENDED' }, isBlank(words) && { code: 'NO_WORDS' }]);
}

const hasLeft = (status: string) => status === 'died' || status === 'moved out';

/** What decides on which days a standing promise is made: since when, until when (that day no longer), and where the person is. */
export type Standing = {
  readonly since: Day;
  readonly endedOn: Day | null;
  readonly status: string;
  /** The day the person last came back, from hospital, from being away or from having moved out; null when they never left. Days away do not run. */
  readonly backOn: Day | null;
};

/** The days, both included, for which promises are there on `today`; null while none is made. */
export function madeBetween({ since, endedOn, status, backOn }: Standing, today: Day): { readonly from: Day; readonly to: Day } | null {
  if (status !== 'living here') return null;
  const from = backOn !== null && backOn > since ? backOn : since;
  const ahead = addDays(today, MADE_DAYS_AHEAD);
  const to = endedOn !== null && endedOn <= ahead ? addDays(endedOn, -1) : ahead;
  return from <= to ? { from, to } : null;
}

/** The days still to be promised: those it comes round on by now, but for those that have their promise. `due` gives the days of its rule between two days. */
export function daysToMake(standing: Standing, due: (from: Day, to: Day) => readonly Day[], made: ReadonlySet<Day>, today: Day): Day[] {
  const span = madeBetween(standing, today);
  return span === null ? [] : due(span.from, span.to).filter((day) => !made.has(day));
}
