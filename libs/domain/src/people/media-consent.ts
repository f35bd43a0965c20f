/** Consent to be photographed or recorded: what was agreed, by whom and by what right; the latest version counts, and a no counts at once. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { isBlank } from '../shared/words.ts';

export const MEDIA_KINDS = ['photos', 'audio'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

export const MEDIA_ANSWERS = ['yes', 'no', 'conditional', 'not asked'] as const;
export type MediaAnswer = (typeof MEDIA_ANSWERS)[number];

export type MediaConsentReason = 'NOT_A_MEDIUM' | 'NOT_AN_ANSWER' | 'NO_CONDITION' | 'NOTHING_SAID';

export const MEDIA_CONSENT_WORDS: Words<MediaConsentReason> = {
  NOT_A_MEDIUM: () => 'Choose whether it is about photos or about recordings of the voice.',
  NOT_AN_ANSWER: () => 'Choose what was agreed: yes, no, or yes with a condition.',
  NO_CONDITION: () => 'Write down the condition that was agreed.',
  NOTHING_SAID: () => 'Write how it was said or shown.',
};

/** A no needs no condition, and is never refused for want of words. */
export function mayRecordMediaConsent({ kind, answer, condition, words }: { readonly kind: string; readonly answer: string; readonly condition: string | null; readonly words: string }): Decision<MediaConsentReason> {
  return decide<MediaConsentReason>([
    !(MEDIA_KINDS as readonly string[]).includes(kind) && { code: 'NOT_A_MEDIUM' },
    !['yes', 'no', 'conditional'].includes(answer) && { code: 'NOT_AN_ANSWER' },
    answer === 'conditional' && isBlank(condition) && { code: 'NO_CONDITION' },
    answer !== 'no' && isBlank(words) && { code: 'NOTHING_SAID' },
  ]);
}

/** Whether anything of this kind may be made or shown now. A condition is kept by whoever shows it; without an answer nothing is. */
export function maySee(answer: MediaAnswer): boolean {
  return answer === 'yes' || answer === 'conditional';
}
