/** Why a repair cannot be taken. */
import type { Words } from '../shared/decision.ts';

export type RepairCode = 'MENDED_MEANWHILE';

export const REPAIR_WORDS: Words<RepairCode> = {
  MENDED_MEANWHILE: (who) => `${who} published another plan of this week a moment ago. Nothing of yours was done; look at what is still open.`,
};
