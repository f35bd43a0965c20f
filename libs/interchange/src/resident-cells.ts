/** Reads the single cells of a resident's row: who pays, how they move, how much support, and whether photos are allowed. */
import type { Note } from './shared.ts';
import type { FoundResident, Payer, Support } from './resident-fields.ts';
import { short } from './names.ts';

const check = (field: string, message: string): Note => ({ field, message, level: 'check' });
const info = (field: string, message: string): Note => ({ field, message, level: 'info' });

/** Words that stand for an empty cell. */
export function isBlank(text: string): boolean {
  return /^(|[-–—.?]+|n\/?a|nil|tbc|tba|unknown|not known|blank)$/i.test(text.trim());
}

/** Who pays; more than one payer is `mixed`. */
export function readFunding(text: string): { funding: FoundResident['funding']; shortStay: boolean; notes: Note[] } {
  const words = text.trim();
  const payers: Payer[] = [];
  const notes: Note[] = [];
  if (/\b(la|l\.a\.|council|local authority|social services|ss)\b/i.test(words)) payers.push('council');
  if (/\b(chc|nhs|continuing|fnc|icb|s\.?117|health)\b/i.test(words)) payers.push('nhs');
  if (/\b(self|private|own|sf|privately)\b/i.test(words)) payers.push('self');
  if (/top[\s-]?up|third party|3rd party|\bfamily\b/i.test(words)) {
    payers.push('family');
    notes.push(info('funding', `“${short(words)}”: someone adds to what the council pays. Record who, once you know.`));
  }
  const shortStay = /short[\s-]?stay|respite|temporary|trial|discharge to assess|d2a/i.test(words);
  if (isBlank(words)) notes.push(check('funding', 'It does not say who pays. Ask the office and fill it in.'));
  else if (payers.length === 0) notes.push(check('funding', `We do not know what “${short(words)}” means for who pays. Choose self, council, NHS or mixed.`));
  const [only] = payers;
  const payer = payers.length > 1 ? 'mixed' : only === 'family' ? 'mixed' : (only ?? null);
  return { funding: { payer, payers, words }, shortStay, notes };
}

export type ReadWheelchair = { wheelchair: FoundResident['wheelchair']; doubt: string | null };

/** When someone travels in a wheelchair; `doubt` is the sentence to ask about when the words leave it open. */
export function readWheelchair(mobility: string): ReadWheelchair {
  const words = mobility.trim().toLowerCase();
  if (isBlank(words)) return { wheelchair: 'never', doubt: 'It does not say how they get about.' };
  if (/\b(no|not|never|without)\b[\w\s]*wheelchair/.test(words)) return { wheelchair: 'never', doubt: null };
  if (/wheel ?chair|\bw\/?c\b/.test(words)) {
    return { wheelchair: /\b(out|outside|outdoors|outings?|distance|longer|trips?)\b/.test(words) ? 'out' : 'always', doubt: null };
  }
  if (/\bbed\b|recliner|bedbound|cared for in bed/.test(words)) {
    return { wheelchair: 'always', doubt: 'They are in bed or a recliner chair, so we count a wheelchair place for any journey.' };
  }
  if (/\d+\s*(m|metres?|meters?|yards?|steps?)\b|short distance/.test(words)) return { wheelchair: 'never', doubt: 'They walk a short distance only.' };
  return { wheelchair: 'never', doubt: null };
}

/** 'x:y' is x staff to y people, always in that order: 2:1 two staff to one person, 1:2 one staff to two people. */
export function readSupport(text: string, field: 'supportIn' | 'supportOut'): { support: Support | null; notes: Note[] } {
  const words = text.trim();
  const where = field === 'supportOut' ? 'when out' : 'at home';
  if (isBlank(words)) return { support: null, notes: field === 'supportOut' ? [check(field, `It does not say how much support they need ${where}. Until someone fills it in, plan one to one.`)] : [] };
  const named = /^one\s*(?:to|:|-)\s*one\b/i.test(words) ? ['', '1', '1'] : null;
  const mangled = /^0?(\d):0(\d)(?::00)?$/.exec(words);
  const found = named ?? mangled ?? /^(\d{1,2})\s*(?::|to|-|\/)\s*(\d{1,2})\b/i.exec(words);
  if (!found) return { support: null, notes: [check(field, `We cannot read “${short(words)}” as support ${where}. Write it as staff to people, such as 1:2.`)] };
  const support = { staff: Number(found[1]), residents: Number(found[2]) };
  if (support.staff < 1 || support.residents < 1 || support.residents > 20) return { support: null, notes: [check(field, `“${short(words)}” cannot be right for support ${where}. Write it as staff to people, such as 1:2.`)] };
  const notes: Note[] = [];
  if (mangled) notes.push(info(field, `A spreadsheet seems to have turned the ratio into a time (“${words}”). We read ${saySupport(support)}.`));
  if (support.staff > 3 || (support.staff > 1 && support.residents > 1)) notes.push(check(field, `“${short(words)}” means ${saySupport(support)}. Is it the other way round?`));
  return { support, notes };
}

/** {staff: 1, residents: 2} as '1 staff to 2 people'. */
export function saySupport(support: Support): string {
  return `${support.staff} staff to ${support.residents} ${support.residents === 1 ? 'person' : 'people'}`;
}

/** How many staff a transfer takes: '1 carer' is 1, 'Self' is 0; a hoist is taken as 2 unless the words say otherwise. */
export function readTransfers(text: string): { transferStaff: number | null; hoist: boolean; notes: Note[] } {
  const words = text.trim();
  const hoist = /hoist|sling/i.test(words);
  const counted = /\b(\d)\s*(?:x\s*)?(?:carers?|staff|people|persons?)\b|\b(?:assist(?:ance)?(?: of)?|ao|x)\s*(\d)\b/i.exec(words);
  if (counted) return { transferStaff: Number(counted[1] ?? counted[2]), hoist, notes: [] };
  if (/^(self|independent|alone|none|no help)\b/i.test(words)) return { transferStaff: 0, hoist, notes: [] };
  if (hoist) return { transferStaff: 2, hoist, notes: [info('transfers', 'Hoist: we count two staff for a transfer, and a venue or taxi must be able to take it.')] };
  return { transferStaff: null, hoist, notes: [] };
}

/** Only a plain yes is a yes. A condition is kept in its own words, and silence means that nobody has asked. */
export function readPhotoConsent(text: string): { photoConsent: FoundResident['photoConsent']; notes: Note[] } {
  const words = text.trim();
  if (/^(y|yes|true|given|agreed|✓|✔)$/i.test(words)) return { photoConsent: 'yes', notes: [] };
  if (/^(n|no|false|none|declined|refused|withheld)$/i.test(words)) return { photoConsent: 'no', notes: [] };
  if (isBlank(words)) return { photoConsent: 'not asked', notes: [info('photoConsent', 'Nothing is said about photos, so none may be taken until someone asks.')] };
  return { photoConsent: 'conditional', notes: [check('photoConsent', `“${short(words)}” is consent with a condition, which is not a yes. No photo goes anywhere until someone records what exactly was agreed.`)] };
}

/** Cells that a spreadsheet or a browser might run are kept as plain text, and said to be odd. */
export function oddCells(cells: readonly { field: string; text: string }[]): Note[] {
  const notes: Note[] = [];
  for (const { field, text } of cells) {
    if (/^[=@]|^[+-][A-Za-z=]/.test(text)) notes.push(check(field, `“${short(text, 40)}” looks like a spreadsheet formula. It is kept as plain text; correct it if it was meant to be something else.`));
    else if (/<\s*\/?\s*[a-z!][^>]*>/i.test(text)) notes.push(check(field, `“${short(text, 40)}” has web page code in it. It is kept as plain text; tidy it up before you take it in.`));
    if (text.length > 4000) notes.push(check(field, `This cell is ${text.length} characters long. It is kept whole; see whether something was pasted in by mistake.`));
    if (text.includes('\ufffd')) notes.push(check(field, `“${short(text, 40)}” has letters that were lost before the file reached us (�). Type them again.`));
  }
  return notes;
}
