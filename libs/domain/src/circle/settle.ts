/** One decision in an area of life: settled by whoever may, or refused with the reason and what was said kept as heard. */
import type { Area } from '../people/authority.ts';
import { type Decision, type Reason, type Words, decide, sayReason } from '../shared/decision.ts';
import type { Day } from '../shared/time.ts';
import { isBlank } from '../shared/words.ts';
import type { About } from './capacity.ts';
import { AUTHORITY_WORDS, type Authority, type AuthorityReason, type Decider, mayDecide, sayRight } from './who-decides.ts';

export type SettleReason = AuthorityReason | 'NO_WHAT' | 'NOTHING_SAID';

export const SETTLE_WORDS: Words<SettleReason> = {
  ...AUTHORITY_WORDS,
  NO_WHAT: () => 'Write what was decided.',
  NOTHING_SAID: () => 'Write what was said or shown, in their own words.',
};

/** A view that decides nothing and is kept: whose it is, about what, in which words, and why it did not decide. */
export type Heard = { readonly supporterId: string | null; readonly whose: string; readonly about: string; readonly words: string; readonly whyNot: string };

export type Settled =
  | { readonly allowed: true; readonly by: string; readonly right: string }
  | { readonly allowed: false; readonly reasons: readonly Reason<SettleReason>[]; readonly heard: Heard | null };

export type ToSettle = {
  /** What was decided, and what was said or shown. */
  readonly what: string;
  readonly said: string;
  readonly decider: Decider;
  /** What the person is called. */
  readonly person: string;
  /** Who writes it down; whoever acts in the person's best interests speaks through them. */
  readonly recordedBy: string;
  readonly area: Area;
  readonly authorities: readonly Authority[];
  readonly about: About;
};

/**
 * Asks whether this decision is the decider's to make today. What cannot be settled because it is not theirs is heard all
 * the same: `heard` is to be kept in the same unit of work as the refusal. What says too little is not heard either.
 */
export function settle(asked: ToSettle, today: Day): Settled {
  const { what, said, decider, person, area, authorities, about } = asked;
  const wellSaid: Decision<SettleReason> = decide<SettleReason>([isBlank(what) && { code: 'NO_WHAT' }, isBlank(said) && { code: 'NOTHING_SAID' }]);
  if (!wellSaid.allowed) return { ...wellSaid, heard: null };
  const decision = mayDecide(decider, area, authorities, today, about);
  const whose = decider.as === 'supporter' ? decider.name : decider.as === 'the person' ? person : asked.recordedBy;
  if (decision.allowed) return { allowed: true, by: decider.as === 'best interests' ? `A best-interests decision for ${person}` : whose, right: sayRight(decider, area, authorities, today) };
  const whyNot = decision.reasons.map((reason) => sayReason(AUTHORITY_WORDS, reason)).join(' ');
  return { ...decision, heard: { supporterId: decider.as === 'supporter' ? decider.supporterId : null, whose, about: what.trim(), words: said.trim(), whyNot } };
}

/** A supporter who decided about money: shown to a second pair of eyes. */
export function wantsSecondLook(decider: Decider, area: Area): boolean {
  return area === 'money' && decider.as === 'supporter';
}
