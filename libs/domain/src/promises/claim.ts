/** What the home advertises, as it is worded there, held against what really happened, week by week. */
import { NOT_RUN_REASONS } from './happened.ts';
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, addDays, daysBetween, mondayOf, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';

export const CLAIM_PLACES = ['brochure', 'website', 'contract', 'said to families', 'elsewhere'] as const;
/** 'the home': so often for whoever comes. 'each person': so often for everyone who lives here. */
export const CLAIM_FOR = ['the home', 'each person'] as const;
/** What counts towards it. */
export const CLAIM_OF = ['outings', 'at home', 'anything', 'one activity'] as const;
/** 'days': "daily" is kept by seven days, not by seven outings on one. */
export const CLAIM_COUNTS = ['days', 'times'] as const;

export type Claim = {
  readonly since: Day;
  readonly endedOn: Day | null;
  readonly perWeek: number;
  readonly forWhom: (typeof CLAIM_FOR)[number];
  readonly counts: (typeof CLAIM_COUNTS)[number];
  readonly of: (typeof CLAIM_OF)[number];
  readonly activityId: string | null;
};

export type ClaimRefusal = 'NO_CLAIM_WORDS' | 'CLAIM_WHERE' | 'CLAIM_HOW_OFTEN' | 'CLAIM_OF_WHAT' | 'CLAIM_FOR_WHOM' | 'CLAIM_TO_COME' | 'CLAIM_ENDED' | 'NO_END_WORDS' | 'END_BEFORE' | 'WEEK_KEPT' | 'CLAIM_NO_REASON' | 'CLAIM_OTHER_WORDS' | 'CLAIM_NOBODY_ANSWERS';

export const CLAIM_WORDS: Words<ClaimRefusal> = {
  NO_CLAIM_WORDS: () => 'Write the words as they are advertised.',
  CLAIM_WHERE: () => 'Choose where it is said.',
  CLAIM_HOW_OFTEN: () => 'Say how often a week, from 1 to 21. Daily is 7 days.',
  CLAIM_OF_WHAT: () => 'Choose what counts: outings, what is done at home, anything, or one activity.',
  CLAIM_FOR_WHOM: () => 'Choose for whom it is said: the home as a whole, or each person who lives here.',
  CLAIM_TO_COME: (day) => `${day} is still to come. Say since when it has been advertised.`,
  CLAIM_ENDED: () => 'This is no longer advertised.',
  NO_END_WORDS: () => 'Say why it is no longer advertised.',
  END_BEFORE: (day) => `It has been advertised since ${day}. It cannot have ended before that.`,
  WEEK_KEPT: () => 'That week fell short of nothing, or is not over yet.',
  CLAIM_NO_REASON: () => 'Choose a reason from the list.',
  CLAIM_OTHER_WORDS: () => 'You chose “other”. Say in words what happened.',
  CLAIM_NOBODY_ANSWERS: () => 'Say who answers for this: a name that people can ask.',
};

const isOneOf = (words: readonly string[], text: string) => words.includes(text);
const MOST_A_WEEK = 21;

export type ClaimDraft = { words: string; saidIn: string; since: Day; perWeek: number; forWhom: string; counts: string; of: string; activityId: string | null };

/** The words as advertised, where, since when, and what they come to in a week. */
export function mayClaim(draft: ClaimDraft, today: Day): Decision<ClaimRefusal> {
  return decide<ClaimRefusal>([
    isBlank(draft.words) && { code: 'NO_CLAIM_WORDS' },
    !isOneOf(CLAIM_PLACES, draft.saidIn) && { code: 'CLAIM_WHERE' },
    draft.since > today && { code: 'CLAIM_TO_COME', about: sayDay(draft.since) },
    !(Number.isInteger(draft.perWeek) && draft.perWeek >= 1 && draft.perWeek <= MOST_A_WEEK && isOneOf(CLAIM_COUNTS, draft.counts) && (draft.counts === 'times' || draft.perWeek <= 7)) && { code: 'CLAIM_HOW_OFTEN' },
    (!isOneOf(CLAIM_OF, draft.of) || (draft.of === 'one activity') !== (draft.activityId !== null)) && { code: 'CLAIM_OF_WHAT' },
    !isOneOf(CLAIM_FOR, draft.forWhom) && { code: 'CLAIM_FOR_WHOM' },
  ]);
}

export function mayEndClaim(claim: Pick<Claim, 'since' | 'endedOn'>, on: Day, words: string): Decision<ClaimRefusal> {
  return decide<ClaimRefusal>([
    claim.endedOn !== null && { code: 'CLAIM_ENDED' },
    on < claim.since && { code: 'END_BEFORE', about: sayDay(claim.since) },
    isBlank(words) && { code: 'NO_END_WORDS' },
  ]);
}

/** A week that fell short takes a reason from the short list and somebody who answers for it. */
export function mayExplainWeek(week: Pick<ClaimWeek, 'isShort'>, said: { reason: string; words: string; answers: string }): Decision<ClaimRefusal> {
  return decide<ClaimRefusal>([
    !week.isShort && { code: 'WEEK_KEPT' },
    !isOneOf(NOT_RUN_REASONS, said.reason) && { code: 'CLAIM_NO_REASON' },
    said.reason === 'other' && isBlank(said.words) && { code: 'CLAIM_OTHER_WORDS' },
    isBlank(said.answers) && { code: 'CLAIM_NOBODY_ANSWERS' },
  ]);
}

/** A session that took place, with those who took part in it or joined in a little; watching is not counted. */
export type Held = { readonly sessionId: string; readonly day: Day; readonly activityId: string; readonly setting: 'home' | 'out'; readonly residentIds: readonly string[] };

export type ClaimWeek = {
  readonly weekStarts: Day;
  readonly advertised: number;
  readonly done: number;
  /** What the number is made of. */
  readonly held: readonly Held[];
  /** For each person, where it is said of each. */
  readonly people: readonly { readonly residentId: string; readonly done: number }[];
  readonly isOver: boolean;
  /** It is over and came to less than was advertised. */
  readonly isShort: boolean;
};

const counted = ({ of, activityId }: Claim, { setting, activityId: held }: Held) =>
  of === 'anything' || (of === 'one activity' ? held === activityId : setting === (of === 'outings' ? 'out' : 'home'));

const numberOf = ({ counts }: Claim, held: readonly Held[]) => (counts === 'days' ? new Set(held.map(({ day }) => day)).size : held.length);

/** One week of a claim. What is more than advertised for one person does not make up for another. */
export function claimWeek(claim: Claim, held: readonly Held[], residentIds: readonly string[], weekStarts: Day, today: Day): ClaimWeek {
  const own = held.filter((each) => mondayOf(each.day) === weekStarts && each.residentIds.length > 0 && counted(claim, each));
  const isEach = claim.forWhom === 'each person';
  const people = isEach ? residentIds.map((residentId) => ({ residentId, done: numberOf(claim, own.filter((each) => each.residentIds.includes(residentId))) })) : [];
  const advertised = isEach ? claim.perWeek * residentIds.length : claim.perWeek;
  const done = isEach ? people.reduce((sum, person) => sum + Math.min(claim.perWeek, person.done), 0) : numberOf(claim, own);
  const isOver = addDays(weekStarts, 7) <= today;
  return { weekStarts, advertised, done, held: own, people, isOver, isShort: isOver && done < advertised };
}

/** The Mondays of the whole weeks in which it was advertised, this week included, the latest first; at most so many. */
export function claimWeeks({ since, endedOn }: Pick<Claim, 'since' | 'endedOn'>, today: Day, most: number): Day[] {
  const first = mondayOf(addDays(since, 6));
  const last = mondayOf(endedOn !== null && endedOn <= today ? addDays(endedOn, -7) : today);
  const weeks = Math.floor(daysBetween(first, last) / 7) + 1;
  return Array.from({ length: Math.max(0, Math.min(most, weeks)) }, (_, n) => addDays(last, -7 * n));
}
