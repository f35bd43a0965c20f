/** What somebody needed in a session and did not get: asked of whoever said no, was not asked, left early or was upset. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { isBlank } from '../shared/words.ts';
import type { AttendanceLevel, Mood } from './attendance.ts';

export const UNMET_NEEDS = ['company', 'more help', 'rest', 'pain or discomfort', 'toilet', 'quiet', 'reassurance', 'something else to do', 'other'] as const;
export type UnmetNeed = (typeof UNMET_NEEDS)[number];
/** 'nothing' says that it was asked and that nothing was; 'seen to' answers a need that was said before. */
export type NeedSaid = UnmetNeed | 'nothing' | 'seen to';

export type NeedRefusal = 'NO_NEED' | 'OTHER_NEED_NEEDS_WORDS' | 'NOT_A_NEED' | 'SEEN_TO_BEFORE' | 'NOT_SAID_HOW';
export const NEED_WORDS: Words<NeedRefusal> = {
  NO_NEED: (name) => `Choose from the list what ${name} needed, or say that it was nothing.`,
  OTHER_NEED_NEEDS_WORDS: (name) => `You chose “something else”. Say in words what ${name} needed.`,
  NOT_A_NEED: () => 'There is nothing here to be seen to.',
  SEEN_TO_BEFORE: (who) => `${who} has said already what was done.`,
  NOT_SAID_HOW: () => 'Say what was done about it.',
};

/** Whether it is asked what somebody needed: they said no, were not asked, left early, slept through it or were upset. */
export function asksForNeed({ level, leftEarly, mood }: { readonly level: AttendanceLevel; readonly leftEarly: boolean; readonly mood: Mood | null }): boolean {
  return level === 'declined' || level === 'not offered' || level === 'asleep or withdrawn' || leftEarly || mood === 'upset';
}

/** A need is one of the list, 'other' with words, or nothing. */
export function maySayNeed({ name, what, words }: { readonly name: string; readonly what: string; readonly words: string | null }): Decision<NeedRefusal> {
  const isListed = UNMET_NEEDS.some((each) => each === what) || what === 'nothing';
  return decide<NeedRefusal>([
    !isListed && { code: 'NO_NEED', about: name },
    what === 'other' && isBlank(words) && { code: 'OTHER_NEED_NEEDS_WORDS', about: name },
  ]);
}

/** A need is seen to once, and in words. */
export function maySeeTo(need: { readonly what: NeedSaid }, seenToBy: string | null, words: string): Decision<NeedRefusal> {
  return decide<NeedRefusal>([
    (need.what === 'nothing' || need.what === 'seen to') && { code: 'NOT_A_NEED' },
    seenToBy !== null && { code: 'SEEN_TO_BEFORE', about: seenToBy },
    isBlank(words) && { code: 'NOT_SAID_HOW' },
  ]);
}
