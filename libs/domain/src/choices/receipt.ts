/** Receipts: what was answered, by whom, by what right and how; and what becomes of an answer that nobody may give for the person. */
import { type About, IN_GENERAL } from '../circle/capacity.ts';
import { type Authority, type AuthorityReason, type Decider, type Right, mayDecide, representationOf } from '../circle/who-decides.ts';
import type { Area } from '../people/authority.ts';
import { type Decision, type Words, decide } from '../shared/decision.ts';
import type { Day } from '../shared/time.ts';

export const ANSWERS = ['option', 'something else', 'not now'] as const;
export type Answer = (typeof ANSWERS)[number];

/** How it was said or shown. 'reading' is no answer of the person's: somebody who knows them read it. */
export const WAYS_OF_SAYING = ['spoken', 'signed', 'pointed', 'picture', 'switch', 'reading'] as const;
export type WayOfSaying = (typeof WAYS_OF_SAYING)[number];

/** Who gave the answer. */
export const ANSWERED_BY = ['the person', 'supporter', 'best interests', 'reading'] as const;
export type AnsweredBy = (typeof ANSWERED_BY)[number];

/** 'decided' counts. 'heard' is the view of somebody who may not decide; 'read' is a reading. Neither is a decision. */
export type Standing = 'decided' | 'heard' | 'read';

export type ReceiptReason = 'NOT_AN_ANSWER' | 'NOT_OFFERED' | 'NOT_A_WAY' | 'NOBODY_NAMED' | 'READ_BY_THE_PERSON' | 'NO_SIGNS' | 'ANSWERED_BEFORE_OFFERED' | 'ANSWERED_OTHERWISE';

export const RECEIPT_WORDS: Words<ReceiptReason> = {
  NOT_AN_ANSWER: () => 'Choose one of the cards, something else, or not now.',
  NOT_OFFERED: () => 'That was not among what was offered. Ask again and choose from the cards.',
  NOT_A_WAY: () => `Say how it was answered: ${WAYS_OF_SAYING.join(', ')}.`,
  NOBODY_NAMED: () => 'Choose who of the circle said this.',
  READ_BY_THE_PERSON: () => 'A reading is made by somebody else. Say that the person answered, or that you read it from how they responded.',
  NO_SIGNS: () => 'Say what you saw or heard that tells you so.',
  ANSWERED_BEFORE_OFFERED: () => 'The clock of this device is wrong: the answer would be older than the question. Set the clock and send it again.',
  ANSWERED_OTHERWISE: () => 'This answer was kept before and said something else. Ask again to give another.',
};

export type ReceiptDraft = {
  readonly answer: string; readonly key: string | null; readonly words: string | null; readonly how: string; readonly by: string; readonly supporterId: string | null;
};

/** Whether an answer can be kept as it stands. Something else needs no words: not everybody has them. */
export function mayKeep(draft: ReceiptDraft, offered: readonly { readonly key: string }[]): Decision<ReceiptReason> {
  const isRead = draft.by === 'reading' || draft.how === 'reading';
  return decide<ReceiptReason>([
    (!(ANSWERS as readonly string[]).includes(draft.answer) || !(ANSWERED_BY as readonly string[]).includes(draft.by)) && { code: 'NOT_AN_ANSWER' },
    draft.answer === 'option' && !offered.some(({ key }) => key === draft.key) && { code: 'NOT_OFFERED' },
    !(WAYS_OF_SAYING as readonly string[]).includes(draft.how) && { code: 'NOT_A_WAY' },
    draft.by === 'supporter' && draft.supporterId === null && { code: 'NOBODY_NAMED' },
    isRead && draft.by !== draft.how && { code: 'READ_BY_THE_PERSON' },
    isRead && !draft.words?.trim() && { code: 'NO_SIGNS' },
  ]);
}

export type Judged = { readonly standing: Standing; readonly right: Right | null; readonly decision: Decision<AuthorityReason> };

/**
 * By what right an answer stands. The person is presumed able to decide; somebody else needs an authority for this very
 * area that stands today. Who may not decide is heard: the answer is kept as a view, and nothing follows from it.
 */
export function judge(decider: Decider | { readonly as: 'reading' }, area: Area, authorities: readonly Authority[], today: Day, about: About = IN_GENERAL): Judged {
  if (decider.as === 'reading') return { standing: 'read', right: null, decision: { allowed: true } };
  const decision = mayDecide(decider, area, authorities, today, about);
  if (!decision.allowed) return { standing: 'heard', right: null, decision };
  if (decider.as === 'supporter') return { standing: 'decided', right: representationOf(decider.supporterId, area, authorities, today), decision };
  if (decider.as === 'best interests') return { standing: 'decided', right: 'best interests', decision };
  const isSupported = authorities.some((each) => each.area === area && each.kind === 'with support' && (each.untilDate === null || each.untilDate >= today));
  return { standing: 'decided', right: isSupported ? 'with support' : 'the person', decision };
}
