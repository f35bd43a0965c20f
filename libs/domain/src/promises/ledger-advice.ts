/** What to do where a ledger turns out to be broken, for whoever reads the verdict. */
import type { BreakKind } from './ledger-check.ts';

const KEEP = 'Change nothing more in this database, and keep a copy of it as it is.';
const COMPARE = `${KEEP} Restore the last backup that verifies beside it and compare from this entry on.`;

export const ADVICE: Readonly<Record<BreakKind, string>> = {
  missing: COMPARE,
  twice: COMPARE,
  changed: `${COMPARE} What the backup says is what was written.`,
  moved: COMPARE,
  'does not follow': `${COMPARE} Ask families for the places they were sent: each shows up to where the ledger is the one they saw.`,
  'words changed': `${COMPARE} What the backup says is what was written.`,
  'words removed': `${KEEP} If words have to go by law, the manager erases them on the ledger page. Put these back from a backup first.`,
  'words without entry': COMPARE,
  'words put back': `${KEEP} Words that were lawfully erased may not lie here. Find out where they came from, and have them removed.`,
  'cut off': `${COMPARE} What was written after this place is missing for every promise it was about.`,
  'written anew': `${COMPARE} Whoever was sent the place that was noted holds the proof.`,
  'not covered': 'A column was added that the hash does not cover. Have it covered, or take it out of these tables.',
  'row differs': 'What counts is the ledger. Have the row of this promise made again from its entries before anything else is recorded on it.',
};
