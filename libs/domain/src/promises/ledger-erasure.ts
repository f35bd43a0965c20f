/** Lawful erasure: on what ground words may be removed from the ledger, and what has to be said so that they may. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { isBlank } from '../shared/words.ts';

/** The grounds of article 17 (1) of the UK GDPR, in our words. */
export const GROUNDS = {
  'no longer needed': 'they are no longer needed for what they were kept for.',
  'consent withdrawn': 'the consent they were kept under was withdrawn.',
  'objection upheld': 'the person objected, and the objection was upheld.',
  'should not have been kept': 'they should not have been kept.',
  'the law orders it': 'a law or a court orders it.',
} as const;

export type ErasureGround = keyof typeof GROUNDS;

export type ErasureRefusal = 'NO_GROUND' | 'NOBODY_ASKED' | 'NOT_IN_WORDS' | 'NOTHING_CHOSEN' | 'NOTHING_THERE' | 'SAID_OTHERWISE_BEFORE';

export const ERASURE_WORDS: Words<ErasureRefusal> = {
  NO_GROUND: () => 'Choose the ground on which the law lets these words be erased.',
  NOBODY_ASKED: () => 'Say who asked for it.',
  NOT_IN_WORDS: () => 'Write in which words they asked.',
  NOTHING_CHOSEN: () => 'Choose which words are to be erased.',
  NOTHING_THERE: () => 'These words are not there: they were erased before, or they say that something was erased. Open the page again.',
  SAID_OTHERWISE_BEFORE: () => 'This was sent before with other words. What was sent first stands.',
};

export type Erasing = { readonly ground: string; readonly askedBy: string; readonly askedWords: string };

function isGround(text: string): text is ErasureGround {
  return Object.hasOwn(GROUNDS, text);
}

/** A ground in law, who asked and in which words: every one that is missing is named. `chosen` and `there` count entries. */
export function mayErase({ ground, askedBy, askedWords }: Erasing, chosen: number, there: number): Decision<ErasureRefusal> {
  return decide<ErasureRefusal>([
    !isGround(ground) && { code: 'NO_GROUND' },
    isBlank(askedBy) && { code: 'NOBODY_ASKED' },
    isBlank(askedWords) && { code: 'NOT_IN_WORDS' },
    chosen === 0 && { code: 'NOTHING_CHOSEN' },
    chosen > there && { code: 'NOTHING_THERE' },
  ]);
}
