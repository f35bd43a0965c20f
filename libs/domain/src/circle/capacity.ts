/** Views of a person's capacity for one decision at one time, and the five principles they are held to (Mental Capacity Act 2005, section 1). */
import type { Area } from '../people/authority.ts';
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, addDays, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';

/** The principles of section 1, in the order in which they are asked. */
export const PRINCIPLES = [
  { code: 'presume', name: 'Able until found otherwise', words: 'People are presumed able to decide. Age, a diagnosis or a way of behaving shows nothing by itself.' },
  { code: 'help', name: 'Every help first', words: 'Nobody is found unable before everything practicable was tried: the right time of day, pictures, somebody they trust, fewer words.' },
  { code: 'unwise', name: 'An unwise choice is still a choice', words: 'Choosing what others would not is no sign of being unable.' },
  { code: 'best interests', name: 'In their best interests', words: 'What is decided for somebody is decided for their good, from their wishes and values, not for the ease of others.' },
  { code: 'least restrictive', name: 'The least restrictive way', words: 'Before it is done: is there a way that leaves them freer?' },
] as const;

/** Said wherever a decision is made for somebody: some are never anybody else's. */
export const NEVER_FOR_ANOTHER = 'Some decisions are nobody else’s to make, whatever document there is: marrying or parting, intimate relations, voting.';

/** What was found of a person's capacity for one decision. It is about that decision and stands until a day, never longer. */
export type CapacityView = { readonly area: string; readonly matter: string; readonly able: boolean; readonly onDate: Day; readonly untilDate: Day };

/** Which decision it is, in words, and what was found of the person's capacity, the oldest first. A null matter is any of the area. */
export type About = { readonly matter: string | null; readonly views: readonly CapacityView[] };

/** No decision in particular, and nothing found: capacity is presumed. */
export const IN_GENERAL: About = { matter: null, views: [] };

const LONGEST_DAYS = 366;
const plain = (matter: string) => matter.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** Whether a record about one matter (null: about the whole area) is about this decision. */
export function covers(matter: string | null, about: About): boolean {
  return matter === null || about.matter === null || plain(matter) === plain(about.matter);
}

/**
 * The latest view that stands on a day for this decision; null is the presumption. Where the caller cannot say which
 * decision it is, only a finding of not being able counts: that a person can decide one thing binds nobody in another.
 */
export function capacityFor({ matter, views }: About, area: Area, day: Day): CapacityView | null {
  const latest = new Map<string, CapacityView>();
  for (const view of views) if (view.area === area && view.onDate <= day) latest.set(plain(view.matter), view);
  const standing = [...latest.values()].filter(({ untilDate }) => untilDate >= day);
  if (matter === null) return standing.find(({ able }) => !able) ?? null;
  return standing.find((view) => plain(view.matter) === plain(matter)) ?? null;
}

export type CapacityReason = 'NO_MATTER' | 'NO_HELP_TRIED' | 'NO_WHY' | 'UNWISE_NOT_WEIGHED' | 'NO_END' | 'ENDS_TOO_SOON' | 'ENDS_TOO_LATE';

export const CAPACITY_WORDS: Words<CapacityReason> = {
  NO_MATTER: () => 'Write which decision this is about: “going swimming on Thursdays”, not “outings”. Being able is asked of one decision at a time.',
  NO_HELP_TRIED: () => 'Write what was tried to help the person decide: when, with whom, with what pictures or words. Nobody is found unable before that.',
  NO_WHY: () => 'Write what was found: could they understand it, keep it in mind, weigh it, and let you know?',
  UNWISE_NOT_WEIGHED: () => 'Say that this is not about the choice being unwise. An unwise choice is still a choice.',
  NO_END: () => 'Give the day until which this stands. Being unable may pass.',
  ENDS_TOO_SOON: (about) => `${about} has passed already. Choose a later day.`,
  ENDS_TOO_LATE: (about) => `A view stands for a year at most: until ${about} at the latest. Ask again then.`,
};

export type CapacityDraft = { readonly matter: string; readonly able: boolean; readonly helpTried: string; readonly why: string; readonly notBecauseUnwise: boolean; readonly untilDate: Day | null };

/** Whether a view can be recorded: what it asks of a finding of not being able is what the Act asks. */
export function mayRecordCapacity(draft: CapacityDraft, today: Day): Decision<CapacityReason> {
  const { matter, able, helpTried, why, notBecauseUnwise, untilDate } = draft;
  return decide<CapacityReason>([
    isBlank(matter) && { code: 'NO_MATTER' },
    !able && isBlank(helpTried) && { code: 'NO_HELP_TRIED' },
    isBlank(why) && { code: 'NO_WHY' },
    !able && !notBecauseUnwise && { code: 'UNWISE_NOT_WEIGHED' },
    untilDate === null && { code: 'NO_END' },
    untilDate !== null && untilDate < today && { code: 'ENDS_TOO_SOON', about: sayDay(untilDate) },
    untilDate !== null && untilDate > addDays(today, LONGEST_DAYS) && { code: 'ENDS_TOO_LATE', about: sayDay(addDays(today, LONGEST_DAYS)) },
  ]);
}

export type BestInterestsReason = 'NO_MATTER' | 'NOT_FOUND_UNABLE' | 'NO_DECISION' | 'NOBODY_CONSULTED' | 'NOTHING_WEIGHED' | 'NOT_LEAST_RESTRICTIVE' | 'COULD_IT_WAIT' | 'NO_REVIEW' | 'ENDS_TOO_SOON' | 'ENDS_TOO_LATE';

export const BEST_INTERESTS_WORDS: Words<BestInterestsReason> = {
  NO_MATTER: CAPACITY_WORDS.NO_MATTER,
  NOT_FOUND_UNABLE: () => 'Nobody has recorded that the person cannot decide this, so it is theirs to decide. Record a view of their capacity for this decision first.',
  NO_DECISION: () => 'Write what was decided.',
  NOBODY_CONSULTED: () => 'Write who was consulted and what each said: those close to the person, an advocate where there is nobody, and the person first of all.',
  NOTHING_WEIGHED: () => 'Write what was weighed: their wishes now and before, what they believe and value, the good and the harm of each way.',
  NOT_LEAST_RESTRICTIVE: () => 'Write which less restrictive ways were considered, and why they will not do.',
  COULD_IT_WAIT: () => 'Write whether it could wait until the person can decide it.',
  NO_REVIEW: () => 'A best-interests decision is looked at again. Give the day by which.',
  ENDS_TOO_SOON: CAPACITY_WORDS.ENDS_TOO_SOON,
  ENDS_TOO_LATE: (about) => `It is looked at again within a year: by ${about} at the latest.`,
};

export type BestInterestsDraft = {
  readonly area: Area; readonly matter: string; readonly decision: string; readonly consulted: string; readonly weighed: string; readonly lessRestrictive: string; readonly couldWait: string; readonly untilDate: Day | null;
};

/** Whether a best-interests decision can be recorded: for a decision that the person was found unable to make, with every step of section 4. */
export function mayRecordBestInterests(draft: BestInterestsDraft, views: readonly CapacityView[], today: Day): Decision<BestInterestsReason> {
  const { area, matter, decision, consulted, weighed, lessRestrictive, couldWait, untilDate } = draft;
  const found = isBlank(matter) ? null : capacityFor({ matter, views }, area, today);
  return decide<BestInterestsReason>([
    isBlank(matter) && { code: 'NO_MATTER' },
    !isBlank(matter) && (found === null || found.able) && { code: 'NOT_FOUND_UNABLE' },
    isBlank(decision) && { code: 'NO_DECISION' },
    isBlank(consulted) && { code: 'NOBODY_CONSULTED' },
    isBlank(weighed) && { code: 'NOTHING_WEIGHED' },
    isBlank(lessRestrictive) && { code: 'NOT_LEAST_RESTRICTIVE' },
    isBlank(couldWait) && { code: 'COULD_IT_WAIT' },
    untilDate === null && { code: 'NO_REVIEW' },
    untilDate !== null && untilDate < today && { code: 'ENDS_TOO_SOON', about: sayDay(untilDate) },
    untilDate !== null && untilDate > addDays(today, LONGEST_DAYS) && { code: 'ENDS_TOO_LATE', about: sayDay(addDays(today, LONGEST_DAYS)) },
  ]);
}
