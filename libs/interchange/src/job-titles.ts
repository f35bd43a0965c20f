/** What a job title says about role, nights, employment and driving licence; a licence counts only once someone confirms it. */
import type { Asking } from './shared.ts';
import { nameKey, short } from './names.ts';

export type StaffRole = 'manager' | 'deputy' | 'nurse' | 'senior-carer' | 'carer' | 'activity-coordinator' | 'activity-assistant' | 'driver' | 'volunteer' | 'other';

export type Employment = 'staff' | 'bank' | 'agency' | 'volunteer';

/** Categories on a UK licence; `D1-101` is D1 not for hire or reward, from car licences before 1997. */
export type LicenceCode = 'B' | 'D1' | 'D1-101';

export type JobTitle = {
  title: string;
  /** Null while nobody has said what an unfamiliar title is. */
  role: StaffRole | null;
  nights: boolean;
  employment: Employment;
  licences: LicenceCode[];
  /** False: the licences are only what the title suggests, and nobody may be planned to drive on that. */
  licencesConfirmed: boolean;
};

/** The licence a title hints at, such as '(D1)', '(D1 101)', '(B)' or just 'driver'. */
export function hintedLicence(title: string): { codes: LicenceCode[]; hinted: boolean } {
  if (/\bD1\s*\(?[\s.-]*101\)?/i.test(title)) return { codes: ['D1-101'], hinted: true };
  if (/\bD1\b/i.test(title)) return { codes: ['D1'], hinted: true };
  if (/\(\s*B\s*\)|\b(cat(egory)?|licence|class)\s*B\b/i.test(title)) return { codes: ['B'], hinted: true };
  return { codes: [], hinted: /\bdriv(er|es|ing)\b|minibus/i.test(title) };
}

/** The vehicles a licence lets someone drive here: every D1 also covers cars, B never covers a minibus driven for pay. */
export function mayDrive(licences: readonly LicenceCode[]): ('B' | 'D1')[] {
  if (licences.some((code) => code !== 'B')) return ['B', 'D1'];
  return licences.length > 0 ? ['B'] : [];
}

function roleFrom(title: string): StaffRole | null {
  const words = nameKey(title);
  if (/\bvolunteer/.test(words)) return 'volunteer';
  if (/\b(deputy|assistant manager|asst manager)\b/.test(words)) return 'deputy';
  if (/activit|\bwellbeing\b|lifestyle|\boccupation/.test(words)) return /\b(asst|assistant|helper|support)\b/.test(words) ? 'activity-assistant' : 'activity-coordinator';
  if (/\b(manager|matron|head of home)\b/.test(words)) return 'manager';
  if (/\b(nurse|rgn|rmn|rn)\b/.test(words)) return 'nurse';
  if (/\b(senior|team leader|shift leader|lead carer)\b/.test(words)) return 'senior-carer';
  if (/\b(carer|care assistant|care worker|support worker|hca|healthcare assistant|care asst)\b/.test(words)) return 'carer';
  if (/\bdriver\b/.test(words)) return 'driver';
  if (/\b(cook|chef|kitchen|domestic|housekeep|clean|laundry|maintenance|admin|office|gardener|handy|reception|catering)/.test(words)) return 'other';
  return null;
}

const licenceOptions = [
  { value: 'none', words: 'No licence that we count on' },
  { value: 'B', words: 'B: cars and vehicles up to 8 passenger seats' },
  { value: 'D1-101', words: 'D1 (101): minibus, not for hire or reward' },
  { value: 'D1', words: 'D1: minibus' },
];

const roleOptions: { value: StaffRole; words: string }[] = [
  { value: 'manager', words: 'Manager' }, { value: 'deputy', words: 'Deputy manager' }, { value: 'nurse', words: 'Nurse' },
  { value: 'senior-carer', words: 'Senior carer' }, { value: 'carer', words: 'Carer' },
  { value: 'activity-coordinator', words: 'Activity coordinator' }, { value: 'activity-assistant', words: 'Activity assistant' },
  { value: 'driver', words: 'Driver' }, { value: 'volunteer', words: 'Volunteer' }, { value: 'other', words: 'Something else (kitchen, office, …)' },
];

/** Reads a title with what has been answered; asks about licences it hints at and about titles it does not know. */
export function readJobTitle(title: string, asking: Asking, line: number): JobTitle {
  const key = nameKey(short(title, 80));
  const hint = hintedLicence(title);
  const guessed = roleFrom(title);
  const role = guessed ?? (title.trim() === '' ? null : (asking.ask({
    id: `role:${key}`, kind: 'role', free: null, options: roleOptions, words: `What kind of work is “${short(title)}”?`,
  }, line) as StaffRole | null));
  const answer = hint.hinted ? asking.ask({ id: `licence:${key}`, kind: 'licence', free: null, options: licenceOptions, words: licenceWords(title, hint.codes) }, line) : null;
  return {
    title, role, nights: /\bnights?\b/i.test(title), employment: employmentFrom(title),
    licences: answer === null ? hint.codes : answer === 'none' ? [] : [answer as LicenceCode],
    licencesConfirmed: answer !== null,
  };
}

function licenceWords(title: string, codes: readonly LicenceCode[]): string {
  const [code] = codes;
  const ask = `Which driving licence do people with the job title “${short(title)}” hold?`;
  if (code === 'B') return `${ask} B looks right: that covers cars. The exception that lets a B licence drive a minibus is for volunteers, so a carer paid for the shift needs D1.`;
  if (code === 'D1-101') return `${ask} D1 (101) looks right: a minibus, but not for hire or reward. It ends when the licence is renewed at 70 unless they apply to keep it.`;
  if (code === 'D1') return `${ask} D1 looks right: a minibus. Look at the licence itself before you say so.`;
  return `${ask} The title speaks of driving but not of the licence.`;
}

function employmentFrom(title: string): Employment {
  if (/\bvolunteer/i.test(title)) return 'volunteer';
  if (/\bagency\b/i.test(title)) return 'agency';
  return /\bbank\b|\bcasual\b|\brelief\b/i.test(title) ? 'bank' : 'staff';
}
