/** Looking at an episode again, four and twelve weeks after it ended: how it goes, what was kept, and what was lost. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { type Day, addDays, sayDay } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';

export const LOOK_BACK_WEEKS = [4, 12] as const;
export type LookBackWeeks = (typeof LOOK_BACK_WEEKS)[number];
export const LOOK_BACK_STATES = ['looked at', 'not reached', 'not wanted'] as const;
/** Whoever was 'not reached' is tried again; 'not wanted' is the person's answer, and ends it. */
export type LookBackState = (typeof LOOK_BACK_STATES)[number];

type Ended = { readonly endedOn: Day; readonly wentTo: string };
type Looked = { readonly weeks: number; readonly state: LookBackState; readonly onDay: Day };
export type LookBackDue = { readonly weeks: LookBackWeeks; readonly dueOn: Day; readonly isDue: boolean; readonly tried: number };

export function lookBackOn(endedOn: Day, weeks: LookBackWeeks): Day {
  return addDays(endedOn, weeks * 7);
}

/** The looks that are still to come or due; none after a death. Where somebody lives now makes no difference. */
export function lookBacksOf({ endedOn, wentTo }: Ended, done: readonly Looked[], status: string, today: Day): LookBackDue[] {
  if (wentTo === 'died' || status === 'died') return [];
  return LOOK_BACK_WEEKS
    .filter((weeks) => !done.some((look) => look.weeks === weeks && look.state !== 'not reached'))
    .map((weeks) => ({ weeks, dueOn: lookBackOn(endedOn, weeks), isDue: lookBackOn(endedOn, weeks) <= today, tried: done.filter((look) => look.weeks === weeks).length }));
}

/** 'Four weeks since Maureen’s stay ended: ask how it goes. Since Monday 2 November.' */
export function sayLookBack(name: string, { weeks, dueOn, tried }: LookBackDue): string {
  const again = tried === 0 ? '' : tried === 1 ? ' Tried once, nobody was reached.' : ` Tried ${tried} times, nobody was reached.`;
  return `${weeks === 4 ? 'Four' : 'Twelve'} weeks have gone by since ${name}’s stay ended: ask how it goes. Due since ${sayDay(dueOn)}.${again}`;
}

export type LookBackReason = 'NOT_WEEKS' | 'NOT_A_STATE' | 'LOOK_EARLY' | 'LOOK_AHEAD' | 'LOOK_NO_SAY' | 'LOOK_NO_WHOM' | 'LOOKED_ALREADY' | 'NOT_ENDED';
export const LOOK_BACK_WORDS: Words<LookBackReason> = {
  NOT_WEEKS: () => 'An episode is looked at again 4 and 12 weeks after it ended.',
  NOT_A_STATE: () => 'Choose whether you talked, nobody was reached, or it is not wanted.',
  LOOK_EARLY: (day) => `This look is due on ${day}: it can be written down from a week before.`,
  LOOK_AHEAD: () => 'That day is still to come. Write it down once you have asked.',
  LOOK_NO_SAY: () => 'Write how it goes, in their words.',
  LOOK_NO_WHOM: () => 'Write whom you talked with, or tried to.',
  LOOKED_ALREADY: () => 'This look is written down already.',
  NOT_ENDED: () => 'This episode has not ended yet.',
};

const EARLY_DAYS = 7;

export function mayLookBack(draft: { readonly weeks: number; readonly onDay: Day; readonly state: string; readonly say: string; readonly spokeWith: string }, ended: { readonly endedOn: Day } | null, done: readonly Looked[], today: Day): Decision<LookBackReason> {
  const weeks = LOOK_BACK_WEEKS.find((each) => each === draft.weeks);
  const dueOn = ended && weeks ? lookBackOn(ended.endedOn, weeks) : null;
  return decide<LookBackReason>([
    ended === null && { code: 'NOT_ENDED' },
    weeks === undefined && { code: 'NOT_WEEKS' },
    !(LOOK_BACK_STATES as readonly string[]).includes(draft.state) && { code: 'NOT_A_STATE' },
    draft.onDay > today && { code: 'LOOK_AHEAD' },
    dueOn !== null && draft.onDay < addDays(dueOn, -EARLY_DAYS) && { code: 'LOOK_EARLY', about: sayDay(dueOn) },
    isBlank(draft.spokeWith) && { code: 'LOOK_NO_WHOM' },
    draft.state !== 'not reached' && isBlank(draft.say) && { code: 'LOOK_NO_SAY' },
    done.some((look) => look.weeks === draft.weeks && look.state !== 'not reached') && { code: 'LOOKED_ALREADY' },
  ]);
}
