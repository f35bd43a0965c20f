/** The phase of life somebody is in, as they or who decides for them say: it settles whether support may ever be made less. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { isBlank } from '../shared/words.ts';

/** Nobody has a phase until somebody says one; there is no order among them, and people go back and forth. */
export const PHASES = ['getting stronger', 'keeping well', 'comfort and connection'] as const;
export type Phase = (typeof PHASES)[number];

export function isPhase(text: string): text is Phase {
  return (PHASES as readonly string[]).includes(text);
}

/** What each phase means for the help somebody is given, to follow their name. */
export const PHASE_MEANS: Readonly<Record<Phase, string>> = {
  'getting stronger': 'wants to do more alone again. Help may become less as they do more, at their pace.',
  'keeping well': 'wants to keep what they can do. Help stays as it is unless they ask for something else.',
  'comfort and connection': 'wants comfort and company above all. Help is never made less, and nobody is asked to try harder.',
};

export type PhaseReason = 'NOT_A_PHASE' | 'PHASE_NO_WORDS' | 'SAME_PHASE';
export const PHASE_WORDS: Words<PhaseReason> = {
  NOT_A_PHASE: () => `Choose one of these: ${PHASES.join(', ')}.`,
  PHASE_NO_WORDS: () => 'Write what the person said of it, or who decided for them and why.',
  SAME_PHASE: (about) => `That is on record already: ${about}.`,
};

export function maySayPhase({ phase, words }: { readonly phase: string; readonly words: string }, before: Phase | null): Decision<PhaseReason> {
  return decide<PhaseReason>([
    !isPhase(phase) && { code: 'NOT_A_PHASE' },
    isBlank(words) && { code: 'PHASE_NO_WORDS' },
    phase === before && { code: 'SAME_PHASE', about: phase },
  ]);
}

/** People who want comfort and company above all are never asked to do with less help; whoever has no phase may be. */
export function isNeverTapered(phase: Phase | null): boolean {
  return phase === 'comfort and connection';
}
