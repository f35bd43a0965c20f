/** Going now: why it cannot be done after all. */
import type { Words } from '../shared/decision.ts';

export type GoCode = 'NOT_POSSIBLE_NOW' | 'NO_PLAN' | 'BREAKS_A_RULE' | 'NO_OVERRIDE';

export const GO_WORDS: Words<GoCode> = {
  NOT_POSSIBLE_NOW: () => 'This is not possible any more: somebody or something it takes has been taken, or its time has passed. Look again.',
  NO_PLAN: () => 'No week has been published for today, so there is nothing to add to. Ask whoever plans.',
  BREAKS_A_RULE: (finding) => finding,
  NO_OVERRIDE: (why) => why,
};
