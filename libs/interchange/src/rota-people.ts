/** Who the people on a rota are: known staff, someone new, or agency workers without a name. */
import type { Asking, Note } from './shared.ts';
import { readJobTitle, type JobTitle } from './job-titles.ts';
import { findPeople, fullName, listWords, nameKey, short, type KnownName } from './names.ts';

export type RotaPerson = JobTitle & {
  /** The id of a known member of staff, or a key made of the name that stays the same from file to file. */
  key: string;
  staffId: string | null;
  /** Not among the known staff: to be added. */
  isNew: boolean;
  /** Someone must say who this is first; nothing of theirs is taken until then. */
  waiting: boolean;
  givenName: string;
  familyName: string;
  employeeNo: string;
  /** An agency worker of whom the file has no name; counts as a stranger to everyone who lives here. */
  nameless: boolean;
  lines: number[];
  notes: Note[];
};

export type WrittenPerson = { givenName: string; familyName: string; jobTitle: string; employeeNo: string; line: number };

export type People = { meet: (written: WrittenPerson) => RotaPerson; all: RotaPerson[] };

/** 'Agency 1' or 'Bank 2': a place to fill rather than a name. */
export const isPlaceholder = (name: string): boolean => /^(agency|bank|temp|cover|relief)( staff| carer| worker)?\s*#?\d*$/i.test(name.trim());

/** 'Vacant', 'Unfilled': nobody yet. */
export const isVacancy = (name: string): boolean => /^(vacant|vacancy|unfilled|tbc|tba|open|nobody|unassigned|to fill)( shift)?\s*\d*$/i.test(name.trim());

/** Meets people line by line; the same person on many lines is one person. */
export function peopleOf(known: readonly KnownName[], asking: Asking): People {
  const all: RotaPerson[] = [];
  const byNumber = new Map<string, RotaPerson>();
  const byName = new Map<string, RotaPerson>();
  const meet = (written: WrittenPerson): RotaPerson => {
    const number = written.employeeNo.trim();
    const name = nameKey(fullName(written));
    const before = number !== '' ? byNumber.get(`${number}|${name}`) : byName.get(name);
    if (before) {
      if (!before.lines.includes(written.line)) before.lines.push(written.line);
      sayOtherTitle(before, written);
      return before;
    }
    const person = firstMeeting(written, known, asking, number !== '' && byName.has(name) ? ` #${number}` : '');
    sayClashes(person, all);
    if (number !== '') byNumber.set(`${number}|${name}`, person);
    if (!byName.has(name)) byName.set(name, person);
    all.push(person);
    return person;
  };
  return { meet, all };
}

function firstMeeting(written: WrittenPerson, known: readonly KnownName[], asking: Asking, apart: string): RotaPerson {
  const name = fullName(written);
  const nameless = isPlaceholder(name);
  const title = readJobTitle(written.jobTitle, asking, written.line);
  const notes: Note[] = [];
  const staffId = nameless ? placeholderId(name, known) : whoIs(written, name, known, asking, notes);
  const waiting = staffId === 'waiting';
  const settled = waiting ? null : staffId;
  if (nameless) notes.push({ field: 'name', level: 'info', message: `“${short(name, 40)}” is an agency worker without a name. They count as a stranger to everyone; put in the name when the agency sends it.` });
  else if (settled === null && !waiting) notes.push({ field: 'name', level: 'info', message: `${short(name)} is not among the staff yet and will be added.` });
  return {
    ...title,
    employment: nameless && !/^bank/i.test(name) ? 'agency' : title.employment,
    key: settled ?? `new:${nameKey(nameless ? name : `${written.familyName} ${written.givenName}`)}${apart}`,
    staffId: settled, isNew: settled === null && !waiting, waiting,
    givenName: written.givenName, familyName: written.familyName, employeeNo: written.employeeNo, nameless, lines: [written.line], notes,
  };
}

const placeholderId = (name: string, known: readonly KnownName[]): string | null =>
  known.find((person) => nameKey(fullName(person)) === nameKey(name))?.id ?? null;

function whoIs(written: WrittenPerson, name: string, known: readonly KnownName[], asking: Asking, notes: Note[]): string | null {
  const { same, like } = findPeople(written, known);
  if (same.length === 1) return same[0]?.id ?? null;
  const candidates = same.length > 1 ? same : like;
  if (candidates.length === 0) return null;
  const say = listWords(candidates.map(fullName), 'or');
  const answer = asking.ask({
    id: `who:${nameKey(name)}${same.length > 1 && written.employeeNo ? `|${written.employeeNo}` : ''}`, kind: 'who', free: null,
    words: `Who is “${short(name)}”${written.jobTitle ? ` (${short(written.jobTitle, 40)})` : ''}?`,
    options: [...candidates.map((person) => ({ value: person.id, words: fullName(person) })), { value: 'new', words: 'Someone new' }],
  }, written.line);
  if (answer === 'new') return null;
  if (answer !== null) return answer;
  notes.push({ field: 'name', level: 'check', message: `“${short(name)}” may be ${say}. Say who it is; until then nothing of this person is taken.` });
  return 'waiting';
}

function sayClashes(person: RotaPerson, others: readonly RotaPerson[]): void {
  for (const other of others) {
    if (person.staffId !== null && person.staffId === other.staffId) person.notes.push({ field: 'name', level: 'check', message: `${fullName(person)} and ${fullName(other)} (line ${other.lines[0]}) are taken for the same person. Is that right?` });
    else if (person.employeeNo !== '' && person.employeeNo === other.employeeNo) person.notes.push({ field: 'employeeNo', level: 'check', message: `Number ${short(person.employeeNo, 20)} also stands beside ${fullName(other)} on line ${other.lines[0]}. See whose it is.` });
    else if (!person.nameless && person.familyName !== '' && nameKey(person.familyName) === nameKey(other.familyName)) person.notes.push({ field: 'name', level: 'info', message: `Two people are called ${person.familyName}: ${fullName(other)} and ${fullName(person)}. We keep them apart by first name.` });
  }
}

function sayOtherTitle(person: RotaPerson, written: WrittenPerson): void {
  if (nameKey(person.title) === nameKey(written.jobTitle) || written.jobTitle === '') return;
  if (person.notes.some((note) => note.field === 'jobTitle')) return;
  person.notes.push({ field: 'jobTitle', level: 'info', message: `${fullName(person)} also has the job title “${short(written.jobTitle, 40)}” on line ${written.line}. We keep “${short(person.title, 40)}”.` });
}
