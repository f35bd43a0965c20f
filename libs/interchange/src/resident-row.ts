/** Makes one row of a list of residents into a person, with a sentence for everything that needs a second look. */
import type { Asking, Column, Day, Note } from './shared.ts';
import { asking as startAsking, noMapping, verdictOf } from './shared.ts';
import type { TableRow } from './table.ts';
import type { FoundResident, ResidentField } from './resident-fields.ts';
import { likelyBirthYears, readDay, dayOf, daysIn, sayDate } from './dates.ts';
import { isBlank, oddCells, readFunding, readPhotoConsent, readSupport, readTransfers, readWheelchair } from './resident-cells.ts';
import { readAuthorities, readSupporters, sayNextOfKin } from './resident-circle.ts';
import { findPeople, fullName, nameKey, short, splitName, type KnownName } from './names.ts';

export type RowReading = {
  row: TableRow;
  read: (row: TableRow, field: ResidentField) => string;
  columns: readonly Column[];
  staff: readonly KnownName[];
  today: Day;
  asking: Asking;
};

const longestName = 120;

type Names = { title: string; givenName: string; familyName: string };

/** The name of the person in the row, from two columns or from one. */
export function nameIn(row: TableRow, read: RowReading['read']): Names {
  const whole = splitName(read(row, 'fullName'));
  const familyCell = read(row, 'familyName');
  const givenCell = read(row, 'givenName');
  if (isBlank(familyCell) && isBlank(givenCell)) return { ...whole, title: read(row, 'title') || whole.title };
  if (isBlank(givenCell) && familyCell.includes(',')) return { ...splitName(familyCell), title: read(row, 'title') };
  return { title: read(row, 'title'), givenName: isBlank(givenCell) ? '' : givenCell, familyName: isBlank(familyCell) ? '' : familyCell };
}

/** Reads the row; `notes` holds all that can be said without looking at other rows or at who is here already. */
export function readResident({ row, read, columns, staff, today, asking: openly }: RowReading): { resident: FoundResident; notes: Note[] } {
  const notes: Note[] = [];
  const get = (field: ResidentField) => read(row, field);
  const add = <T extends { notes: Note[] }>(part: T): T => {
    notes.push(...part.notes);
    return part;
  };
  const names = add(readNames(row, read));
  // A row that cannot be a person asks no questions.
  const silently = startAsking(noMapping);
  const asking = verdictOf(notes) === 'refused' ? silently : openly;
  const told = new Set<string>(columns.map((column) => column.field));
  const person = short(fullName(names)) || 'this person';
  const born = add(readBorn(get('born'), person, today, asking, row.line));
  const moved = add(readMovedIn(get('movedIn'), today));
  const funding = add(readFunding(get('funding')));
  const wheelchair = add(askWheelchair(get('mobility'), person, told.has('mobility') ? asking : silently, row.line));
  const supportIn = add(readSupport(get('supportIn'), 'supportIn'));
  const supportOut = add(readSupport(get('supportOut'), 'supportOut'));
  const transfers = add(readTransfers(get('transfers')));
  const circle = add(readSupporters(get('supporters'), get('relations'), get('emails'), person));
  const header = columns.find((column) => column.field === 'authority')?.header ?? '';
  const rights = add(readAuthorities(get('authority'), header, circle.supporters, person, asking, row.line));
  notes.push(...sayNextOfKin(circle.supporters, rights.authorities));
  const photos = add(readPhotoConsent(get('photoConsent')));
  const keyWorker = add(readKeyWorker(get('keyWorker'), staff, asking, row.line));
  notes.push(...sayEmptiness(row, read, told, person));
  notes.push(...oddCells(columns.filter((column) => column.field !== 'ignore').map((column) => ({ field: column.field, text: row.cells[column.index] ?? '' }))));
  const resident: FoundResident = {
    title: names.title, givenName: names.givenName, familyName: names.familyName, legalName: fullName(names),
    preferredName: isBlank(get('knownAs')) ? names.givenName || fullName(names) : get('knownAs'),
    born: born.born, room: isBlank(get('room')) ? '' : get('room'), movedIn: moved.movedIn, funding: funding.funding,
    mobility: get('mobility'), wheelchair: wheelchair.wheelchair,
    transfers: get('transfers'), transferStaff: transfers.transferStaff, hoist: transfers.hoist,
    supportIn: supportIn.support, supportOut: supportOut.support, communication: get('communication'),
    lifeStoryText: get('lifeStory'), routineText: get('routine'), wantsText: get('wants'),
    keyWorker: { text: get('keyWorker'), staffId: keyWorker.staffId },
    supporters: circle.supporters, needsAdvocate: circle.needsAdvocate, authorities: rights.authorities,
    photoConsent: photos.photoConsent, photoConsentWords: get('photoConsent'), shortStay: funding.shortStay,
  };
  if (resident.room === '' && resident.legalName !== '') notes.push({ field: 'room', level: 'check', message: 'There is no room number. Fill it in, or say that there is none yet.' });
  // What the whole file is silent about is said once for the file, not for every person.
  return { resident, notes: notes.filter((note) => (verdictOf(notes) === 'refused' ? note.level === 'refused' : !(note.field in silentWords) || told.has(note.field))) };
}

function readNames(row: TableRow, read: RowReading['read']): Names & { notes: Note[] } {
  const names = nameIn(row, read);
  const whole = fullName(names);
  const notes: Note[] = [];
  const refuse = (message: string) => notes.push({ field: 'name', level: 'refused', message });
  const doubt = (message: string) => notes.push({ field: 'name', level: 'check', message });
  if (isBlank(whole)) refuse('There is no name in this row, so it cannot be a person. Add the name, or leave the row out.');
  else if (!/\p{L}/u.test(whole)) refuse(`“${short(whole, 40)}” has no letters in it, so it cannot be a name. Correct it, or leave the row out.`);
  else if (whole.length > longestName) refuse(`The name is ${whole.length} characters long, which no name is. See whether something else was pasted into the cell.`);
  else if (names.familyName === '') doubt(`Only one name is given, “${short(whole, 40)}”. Add the surname.`);
  else if (names.givenName === '') doubt(`Only a surname is given, “${short(whole, 40)}”. Add the first name.`);
  return { ...names, notes };
}

function readBorn(text: string, person: string, today: Day, asking: Asking, line: number): { born: Day | null; notes: Note[] } {
  const note = (message: string, level: Note['level'] = 'check'): Note => ({ field: 'born', level, message });
  if (isBlank(text)) return { born: null, notes: [note('There is no date of birth. Add it when you know it.')] };
  const read = readDay(text);
  const left = 'The date of birth is left empty; ask and fill it in.';
  if (read.found === 'impossible') return { born: null, notes: [note(`“${short(text)}” is not a day. ${read.sentence} ${left}`)] };
  if (read.found === 'unreadable' || read.found === 'nothing') return { born: null, notes: [note(`We cannot read “${short(text)}” as a date of birth. ${left}`)] };
  if (read.found === 'two-digit-year') return askCentury(read, text, person, today, asking, line);
  if (read.day >= today) return { born: null, notes: [note(`${sayDate(read.day)} has not been yet, so nobody was born on it. ${left}`)] };
  const age = Number(today.slice(0, 4)) - Number(read.day.slice(0, 4));
  if (read.found === 'serial') return { born: read.day, notes: [note(`“${short(text)}” looks like a spreadsheet's own number for ${sayDate(read.day)}. Is that right?`)] };
  if (age > 112 || age < 18) return { born: read.day, notes: [note(`Born on ${sayDate(read.day)} would make ${person} about ${age}. Is the year right?`)] };
  return { born: read.day, notes: [] };
}

function askCentury(read: { dayOfMonth: number; month: number; year: number }, text: string, person: string, today: Day, asking: Asking, line: number): { born: Day | null; notes: Note[] } {
  const days = likelyBirthYears(read.year, today).filter((year) => read.dayOfMonth <= daysIn(year, read.month)).map((year) => dayOf(year, read.month, read.dayOfMonth));
  const likely = days[0];
  if (likely === undefined) return { born: null, notes: [{ field: 'born', level: 'check', message: `The year in “${short(text)}” could be any. The date of birth is left empty; ask and fill it in.` }] };
  const answer = asking.ask({
    id: `century:${nameKey(person)}|${text.trim()}`, kind: 'century', free: null,
    words: `The date of birth of ${person} is written “${short(text)}”. Is that ${sayDate(likely)}?`,
    options: [...days.map((day, at) => ({ value: day, words: at === 0 ? `Yes, ${sayDate(day)}` : sayDate(day) })), { value: 'not-known', words: 'We do not know; leave it empty' }],
  }, line);
  if (answer === 'not-known') return { born: null, notes: [{ field: 'born', level: 'info', message: 'The date of birth is left empty, as you said.' }] };
  if (answer !== null) return { born: answer, notes: [] };
  return { born: likely, notes: [{ field: 'born', level: 'check', message: `“${short(text)}” has a year of two digits. We took ${sayDate(likely)}; say whether that is right.` }] };
}

function readMovedIn(text: string, today: Day): { movedIn: Day | null; notes: Note[] } {
  if (isBlank(text)) return { movedIn: null, notes: [] };
  const note = (message: string): Note => ({ field: 'movedIn', level: 'check', message });
  const read = readDay(text);
  if (read.found === 'impossible') return { movedIn: null, notes: [note(`“${short(text)}” is not a day. ${read.sentence} The day they moved in is left empty.`)] };
  if (read.found === 'unreadable' || read.found === 'nothing') return { movedIn: null, notes: [note(`We cannot read “${short(text)}” as the day they moved in. It is left empty.`)] };
  const year = read.found === 'two-digit-year' ? 2000 + read.year : 0;
  if (read.found === 'two-digit-year' && read.dayOfMonth > daysIn(year, read.month)) return { movedIn: null, notes: [note(`“${short(text)}” is not a day in ${year}. The day they moved in is left empty.`)] };
  const movedIn = read.found === 'two-digit-year' ? dayOf(year, read.month, read.dayOfMonth) : read.day;
  if (movedIn > today) return { movedIn, notes: [note(`They are down to move in on ${sayDate(movedIn)}, which is still to come.`)] };
  return { movedIn, notes: [] };
}

function askWheelchair(text: string, person: string, asking: Asking, line: number): { wheelchair: FoundResident['wheelchair']; notes: Note[] } {
  const { wheelchair, doubt } = readWheelchair(text);
  if (doubt === null) return { wheelchair, notes: [] };
  const answer = asking.ask({
    id: `wheelchair:${nameKey(person)}|${nameKey(short(text))}`, kind: 'wheelchair', free: null,
    words: `${person}: “${short(text) || 'nothing written'}”. Do they travel in a wheelchair?`,
    options: [{ value: 'never', words: 'No' }, { value: 'out', words: 'Only when out' }, { value: 'always', words: 'Always' }],
  }, line);
  if (answer === 'never' || answer === 'out' || answer === 'always') return { wheelchair: answer, notes: [] };
  const now = { never: 'no wheelchair', out: 'a wheelchair when out', always: 'a wheelchair always' }[wheelchair];
  return { wheelchair, notes: [{ field: 'mobility', level: 'check', message: `${doubt} We put down ${now}; say whether that is right, because it decides about seats and bays.` }] };
}

function readKeyWorker(text: string, staff: readonly KnownName[], asking: Asking, line: number): { staffId: string | null; notes: Note[] } {
  const note = (message: string, level: Note['level']): Note => ({ field: 'keyWorker', level, message });
  if (isBlank(text)) return { staffId: null, notes: [note('There is no named worker. Someone always is: choose one.', 'check')] };
  const written = splitName(text);
  const { same, like } = findPeople(written, staff);
  if (same.length === 1) return { staffId: same[0]?.id ?? null, notes: [] };
  const candidates = same.length > 1 ? same : like;
  if (candidates.length === 0) {
    return staff.length === 0
      ? { staffId: null, notes: [note(`${short(text)} is the named worker; they are joined up once the staff are here.`, 'info')] }
      : { staffId: null, notes: [note(`${short(text)} is not among the staff. Bring in the rota first, or choose another named worker.`, 'check')] };
  }
  const answer = asking.ask({
    id: `key-worker:${nameKey(text)}`, kind: 'key-worker', free: null, words: `Who of the staff is “${short(text)}”?`,
    options: [...candidates.map((each) => ({ value: each.id, words: fullName(each) })), { value: 'none', words: 'None of them' }],
  }, line);
  if (answer !== null) return { staffId: answer === 'none' ? null : answer, notes: [] };
  return { staffId: null, notes: [note(`“${short(text)}” could be ${candidates.map(fullName).join(' or ')}. Say who it is.`, 'check')] };
}

/** Fields whose absence is worth a sentence, in words. */
export const silentWords: Partial<Record<string, string>> = {
  room: 'their room', born: 'their date of birth', funding: 'who pays', mobility: 'how they get about', supportOut: 'how much support they need when out',
  supporters: 'family and friends', keyWorker: 'the named worker', photoConsent: 'consent to photos',
};

const tellingFields: ResidentField[] = ['funding', 'mobility', 'transfers', 'supportOut', 'communication', 'lifeStory', 'routine', 'wants', 'keyWorker', 'supporters'];

/** A row that says hardly anything, in a file that has places to say it, asks for someone to sit down with the person. */
function sayEmptiness(row: TableRow, read: RowReading['read'], told: ReadonlySet<string>, person: string): Note[] {
  const asked = tellingFields.filter((field) => told.has(field));
  const filled = asked.filter((field) => !isBlank(read(row, field))).length;
  if (asked.length < 3 || filled >= 3) return [];
  return [{ field: 'row', level: 'check', message: `Hardly anything is written about ${person}. They can be taken in, but someone needs to sit down with them and find out the rest.` }];
}
