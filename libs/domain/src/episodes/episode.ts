/**
 * A stay with a beginning and an end, whether for some weeks or by somebody who lives here: what has to be said at its first
 * conversation, and what has to be there before it ends. After NICE QS173 (intermediate care including reablement; statement 1:
 * what the service will and will not provide is discussed, 2: a bed-based service starts within two days of the referral,
 * 4: a plan for when support ends) and NG74, both published by NICE, www.nice.org.uk/guidance/qs173 and /ng74.
 */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, addDays, daysBetween, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';

export const EPISODE_KINDS = ['short stay', 'living here'] as const;
export type EpisodeKind = (typeof EPISODE_KINDS)[number];

export const EPISODE_RESULTS = ['reached', 'partly reached', 'not reached', 'stopped', 'cut short'] as const;
/** 'stopped': the person wanted no more of it; 'cut short': something else ended it. */
export type EpisodeResult = (typeof EPISODE_RESULTS)[number];

export const WENT_TO = ['own home', 'lives here', 'another home', 'hospital', 'family', 'somewhere else', 'died'] as const;
export type WentTo = (typeof WENT_TO)[number];

/** Days within which a short stay begins once it was asked for (QS173, statement 2). */
export const START_WITHIN_DAYS = 2;
/** How long help of this kind usually lasts; eight weeks are possible (NG74). */
export const USUAL_WEEKS = 6;
export const MOST_WEEKS = 8;
/** When the first look is, where nobody chose a day. */
const FIRST_REVIEW_DAYS = 14;

export function firstReviewOn(beganOn: Day): Day {
  return addDays(beganOn, FIRST_REVIEW_DAYS);
}

export type EpisodeReason =
  | 'NOT_A_KIND' | 'NO_PURPOSE' | 'NO_WILL' | 'NO_WILL_NOT' | 'NO_WHOM' | 'NO_SAY' | 'BEGINS_AHEAD' | 'REFERRED_AFTER' | 'TALKED_AHEAD' | 'NO_HOPED_END' | 'HOPED_END_EARLY' | 'FIRST_REVIEW_EARLY' | 'ALREADY_OPEN' | 'NOT_HERE'
  | 'NOT_A_RESULT' | 'NOT_A_PLACE' | 'END_NO_SAY' | 'ENDS_AHEAD' | 'ENDS_BEFORE' | 'NO_PLAN_FOR_AFTERWARDS' | 'HAS_ENDED' | 'PLAN_PART_EMPTY' | 'PLAN_NO_SAY';

export const EPISODE_WORDS: Words<EpisodeReason> = {
  NOT_A_KIND: () => 'Choose whether it is a short stay, or for somebody who lives here.',
  NO_PURPOSE: () => 'Write what it is for, in the person’s own words.',
  NO_WILL: () => 'Write what you said you will give: who, how often, for how long.',
  NO_WILL_NOT: () => 'Write what you said you will not give. It saves disappointment later.',
  NO_WHOM: () => 'Write with whom you talked about it.',
  NO_SAY: () => 'Write what the person said of it, or how they showed it.',
  BEGINS_AHEAD: (day) => `${day} is still to come. Start it on the day it begins.`,
  REFERRED_AFTER: () => 'It cannot have been asked for after it began. Look at the two days again.',
  TALKED_AHEAD: () => 'The day of the first conversation is still to come. Write it down once you have talked.',
  NO_HOPED_END: () => 'A short stay has a day it is hoped to end: usually within six weeks.',
  HOPED_END_EARLY: () => 'The hoped end has to be after the beginning.',
  FIRST_REVIEW_EARLY: () => 'The first review has to be on a day after the beginning.',
  ALREADY_OPEN: (name) => `${name} has an episode under way. End that one first.`,
  NOT_HERE: (name) => `${name} does not live here now, so nothing can be started.`,
  NOT_A_RESULT: () => 'Choose how it ended.',
  NOT_A_PLACE: () => 'Choose where they went.',
  END_NO_SAY: () => 'Write what the person says of it. Where they cannot say it now, write so.',
  ENDS_AHEAD: (day) => `${day} is still to come. End it on the day it ends.`,
  ENDS_BEFORE: (day) => `It began on ${day}: it cannot have ended before.`,
  NO_PLAN_FOR_AFTERWARDS: () => 'There is no plan yet for when support ends. Write it first, or say why there is none.',
  HAS_ENDED: () => 'This episode has ended already.',
  PLAN_PART_EMPTY: (part) => `Nothing is written under “${part}”. Where there is nothing, write “nothing”.`,
  PLAN_NO_SAY: () => 'Write what the person says of the plan.',
};

export type EpisodeDraft = {
  readonly kind: string;
  readonly referredOn: Day | null;
  readonly beganOn: Day;
  readonly purpose: string;
  readonly willProvide: string;
  readonly willNotProvide: string;
  readonly discussedWith: string;
  readonly discussedOn: Day;
  readonly personSaid: string;
  readonly hopedEndOn: Day | null;
  readonly firstReviewOn: Day;
};

type Whose = { readonly name: string; readonly status: string; readonly hasOpen: boolean };

/** An episode begins with a first conversation that is written down whole. */
export function mayStart(draft: EpisodeDraft, whose: Whose, today: Day): Decision<EpisodeReason> {
  const { kind, referredOn, beganOn, hopedEndOn } = draft;
  return decide<EpisodeReason>([
    (whose.status === 'moved out' || whose.status === 'died') && { code: 'NOT_HERE', about: whose.name },
    whose.hasOpen && { code: 'ALREADY_OPEN', about: whose.name },
    !(EPISODE_KINDS as readonly string[]).includes(kind) && { code: 'NOT_A_KIND' },
    isBlank(draft.purpose) && { code: 'NO_PURPOSE' },
    isBlank(draft.willProvide) && { code: 'NO_WILL' },
    isBlank(draft.willNotProvide) && { code: 'NO_WILL_NOT' },
    isBlank(draft.discussedWith) && { code: 'NO_WHOM' },
    isBlank(draft.personSaid) && { code: 'NO_SAY' },
    beganOn > today && { code: 'BEGINS_AHEAD', about: sayDay(beganOn) },
    draft.discussedOn > today && { code: 'TALKED_AHEAD' },
    referredOn !== null && referredOn > beganOn && { code: 'REFERRED_AFTER' },
    kind === 'short stay' && hopedEndOn === null && { code: 'NO_HOPED_END' },
    hopedEndOn !== null && hopedEndOn <= beganOn && { code: 'HOPED_END_EARLY' },
    draft.firstReviewOn <= beganOn && { code: 'FIRST_REVIEW_EARLY' },
  ]);
}

/** What anybody should know of the two days: 'It began 1 day after it was asked for.' Null where nobody asked for it. */
export function sayStart({ kind, referredOn, beganOn }: Pick<EpisodeDraft, 'kind' | 'referredOn' | 'beganOn'>): string | null {
  if (referredOn === null) return null;
  const days = daysBetween(referredOn, beganOn);
  const when = days === 0 ? 'It began on the day it was asked for' : `It began ${days} ${days === 1 ? 'day' : 'days'} after it was asked for`;
  return kind === 'short stay' && days > START_WITHIN_DAYS ? `${when}. It is to begin within ${START_WITHIN_DAYS}.` : `${when}.`;
}

/** A word where a stay is planned longer than is usual. Null where it is not. */
export function sayLength({ beganOn, hopedEndOn }: Pick<EpisodeDraft, 'beganOn' | 'hopedEndOn'>): string | null {
  const weeks = hopedEndOn === null ? 0 : Math.ceil(daysBetween(beganOn, hopedEndOn) / 7);
  if (weeks <= USUAL_WEEKS) return null;
  return weeks <= MOST_WEEKS ? `Planned for ${weeks} weeks: longer than the usual six, and that can be right.` : `Planned for ${weeks} weeks. Up to six are usual and eight possible: say at a review why it takes longer.`;
}

/** The parts of a plan for when support ends, as its page names them. */
export const PLAN_PARTS = {
  myself: 'What I do myself', help: 'What I need help with, and who gives it', equipment: 'Equipment', whoToCall: 'Who to call', appointments: 'Appointments', ifWorse: 'If it gets worse',
} as const;
export type PlanPart = keyof typeof PLAN_PARTS;
export type PlanDraft = Readonly<Record<PlanPart, string>> & { readonly say: string };

/** A plan says something under every heading, if only that there is nothing. */
export function mayWritePlan(draft: PlanDraft, episode: { readonly isLeft: boolean }): Decision<EpisodeReason> {
  return decide<EpisodeReason>([
    episode.isLeft && { code: 'HAS_ENDED' },
    ...(Object.keys(PLAN_PARTS) as PlanPart[]).map((part) => isBlank(draft[part]) && { code: 'PLAN_PART_EMPTY' as const, about: PLAN_PARTS[part] }),
    isBlank(draft.say) && { code: 'PLAN_NO_SAY' },
  ]);
}

export type EndDraft = { readonly endedOn: Day; readonly result: string; readonly say: string; readonly wentTo: string; readonly noPlanWhy: string | null };

/** An episode ends with a plan for afterwards, or with why there is none: somebody died, or had to move at once. */
export function mayEndEpisode(draft: EndDraft, episode: { readonly beganOn: Day; readonly hasEnded: boolean; readonly hasPlan: boolean }, today: Day): Decision<EpisodeReason> {
  return decide<EpisodeReason>([
    episode.hasEnded && { code: 'HAS_ENDED' },
    !(EPISODE_RESULTS as readonly string[]).includes(draft.result) && { code: 'NOT_A_RESULT' },
    !(WENT_TO as readonly string[]).includes(draft.wentTo) && { code: 'NOT_A_PLACE' },
    isBlank(draft.say) && { code: 'END_NO_SAY' },
    draft.endedOn > today && { code: 'ENDS_AHEAD', about: sayDay(draft.endedOn) },
    draft.endedOn < episode.beganOn && { code: 'ENDS_BEFORE', about: sayDay(episode.beganOn) },
    !episode.hasPlan && isBlank(draft.noPlanWhy) && { code: 'NO_PLAN_FOR_AFTERWARDS' },
  ]);
}
