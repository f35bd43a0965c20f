/** Understands a list of the people who live in a home, as a dry run: nothing is saved, everything is accounted for. */
import type { Asking, Day, Mapping, Note, SetAside, Understanding } from './shared.ts';
import type { Difference, FoundResident, KnownResident, ResidentField, ResidentRow } from './resident-fields.ts';
import { residentFields } from './resident-fields.ts';
import { asking as startAsking, countRows, noMapping, unreadable, verdictOf } from './shared.ts';
import { findHeader, firstWideRow, reader, remembered, rowText, type FoundHeader } from './columns.ts';
import { readTable, type Table, type TableRow } from './table.ts';
import { nameIn, readResident, silentWords } from './resident-row.ts';
import { fullName, listWords, nameKey, short, type KnownName } from './names.ts';
import { sayDate } from './dates.ts';

export type KnownPeople = { residents: KnownResident[]; staff: KnownName[] };

export type ResidentsUnderstood = Understanding<'residents', ResidentRow>;

/** Reads the file with what has been mapped and answered so far. Call it again with a corrected mapping. */
export function understandResidents(bytes: Uint8Array, mapping: Mapping | undefined, known: KnownPeople, today: Day): ResidentsUnderstood {
  const told = mapping ?? noMapping;
  const result = readTable(bytes);
  if (!result.readable) return unreadable('residents', result.sentence, told);
  const { table } = result;
  const header = findHeader(table, residentFields, told, 2) ?? firstWideRow(table, residentFields, told);
  if (!header) {
    return unreadable('residents', 'This does not look like a table: no row has more than one cell. Give the columns names such as Room, First name, Surname and Date of birth, and try again.', told,
      table.rows.map((row) => ({ line: row.line, text: rowText(row), reason: 'The file could not be read as a table.' })));
  }
  const asking = startAsking(told);
  const { setAside, people } = sortRows(table, header);
  const read = reader(header.columns);
  const rows = people.map((row): ResidentRow => {
    const { resident, notes } = readResident({ row, read, columns: header.columns, staff: known.staff, today, asking });
    return { line: row.line, verdict: 'good', matches: null, differences: [], resident, notes };
  });
  matchKnown(rows, known.residents, asking);
  sayDoubles(rows);
  sayRooms(rows, known.residents, asking);
  for (const row of rows) row.verdict = verdictOf(row.notes);
  return {
    kind: 'residents', refused: null, encoding: table.encoding, delimiter: table.delimiter, headerLine: header.row.line,
    columns: header.columns, rows, setAside, questions: asking.questions, notes: fileNotes(table, header),
    counts: countRows(rows, setAside, asking.questions), mapping: remembered(header.columns, told),
  };
}

function fileNotes(table: Table, header: FoundHeader): Note[] {
  const notes: Note[] = table.notes.map((message) => ({ field: 'file', message, level: 'check' }));
  const has = (...fields: ResidentField[]) => header.columns.some((column) => fields.some((field) => column.field === field));
  if (!has('fullName', 'familyName', 'givenName')) notes.push({ field: 'name', level: 'refused', message: 'We did not find the column with the names. Point at it in the list of columns, and every row is read again.' });
  const silent = Object.keys(silentWords).filter((field) => !header.columns.some((column) => column.field === field));
  if (silent.length > 0) notes.push({ field: 'columns', level: 'check', message: `This list says nothing about ${listWords(silent.map((field) => silentWords[field] ?? field), 'or')}. Point at the columns if they have other names; if not, someone fills it in for each person later.` });
  const unused = header.columns.filter((column) => column.field === 'ignore' && column.example !== '');
  if (unused.length > 0) notes.push({ field: 'columns', level: 'info', message: `Not used: ${listWords(unused.map((column) => short(column.header || `column ${column.index + 1}`, 30)))}. Point ${unused.length === 1 ? 'it' : 'them'} at a field if something in there matters.` });
  return notes;
}

function sortRows(table: Table, header: FoundHeader): { setAside: SetAside[]; people: TableRow[] } {
  const setAside: SetAside[] = [];
  const people: TableRow[] = [];
  const names = header.row.cells.join('\n').toLowerCase();
  const read = reader(header.columns);
  for (const row of table.rows) {
    const filled = row.cells.filter((cell) => cell !== '').length;
    const aside = row === header.row ? 'These are the names of the columns.'
      : row.line < header.row.line ? 'It stands above the names of the columns, so it is a title.'
      : row.cells.join('\n').toLowerCase() === names ? 'The names of the columns again.'
      : filled === 1 && fullName(nameIn(row, read)) === '' ? 'Only one cell is filled and it is no name, so we took it for a heading or a remark.'
      : null;
    if (aside) setAside.push({ line: row.line, text: rowText(row), reason: aside });
    else people.push(row);
  }
  return { setAside, people };
}

const roomKey = (room: string) => nameKey(room).replace(/^(room|rm|no)\s*/, '').replace(/^0+(?=\d)/, '');

function sameName(resident: FoundResident, known: KnownResident): boolean {
  const legal = nameKey(resident.legalName);
  const called = nameKey(`${resident.preferredName} ${resident.familyName}`);
  return [legal, called].includes(nameKey(known.legalName)) || legal === nameKey(`${known.preferredName} ${known.legalName.split(' ').at(-1) ?? ''}`);
}

/** Same name with the same room or birthday is the same person; less than that is asked. */
function matchKnown(rows: readonly ResidentRow[], known: readonly KnownResident[], asking: Asking): void {
  const taken = new Map<string, number>();
  for (const row of rows) {
    const { resident } = row;
    if (resident.legalName === '' || row.notes.some((note) => note.level === 'refused')) continue;
    const agree = (person: KnownResident) => {
      const born = resident.born !== null && resident.born === person.born;
      const room = resident.room !== '' && roomKey(resident.room) === roomKey(person.room);
      const family = nameKey(resident.familyName) !== '' && nameKey(person.legalName).endsWith(nameKey(resident.familyName));
      if (sameName(resident, person)) return born || room ? 'same' : 'perhaps';
      return family && (born || room) ? 'perhaps' : 'no';
    };
    const sure = known.filter((person) => agree(person) === 'same');
    const perhaps = sure.length === 1 ? [] : known.filter((person) => agree(person) !== 'no');
    const id = sure.length === 1 ? (sure[0]?.id ?? null) : perhaps.length > 0 ? askSame(row, perhaps, asking) : null;
    if (id === null) continue;
    const before = taken.get(id);
    if (before !== undefined) {
      row.notes.push({ field: 'name', level: 'refused', message: `Line ${before} is already taken for this person. This row is not taken a second time; join the two rows in the file if both say something.` });
      continue;
    }
    taken.set(id, row.line);
    row.matches = id;
    row.differences = differences(resident, known.find((person) => person.id === id));
    row.notes.push({ field: 'name', level: 'info', message: `${resident.legalName} is here already and is not added again.` });
    for (const { field, here, file } of row.differences) row.notes.push({ field, level: 'check', message: `${differenceWords[field]} is “${short(here)}” here and “${short(file)}” in the file. Say which is right.` });
  }
}

const differenceWords: Record<Difference['field'], string> = { legalName: 'The name', preferredName: 'What they like to be called', room: 'The room', born: 'The date of birth' };

function askSame(row: ResidentRow, perhaps: readonly KnownResident[], asking: Asking): string | null {
  const { legalName } = row.resident;
  const say = (person: KnownResident) => `${person.legalName}, room ${person.room || 'not known'}${person.born ? `, born ${sayDate(person.born)}` : ''}`;
  const answer = asking.ask({
    id: `same-person:${nameKey(legalName)}|${row.resident.born ?? ''}|${roomKey(row.resident.room)}`, kind: 'same-person', free: null,
    words: `Is ${legalName} in the file someone who is here already?`,
    options: [...perhaps.map((person) => ({ value: person.id, words: `Yes: ${say(person)}` })), { value: 'new', words: 'No, this is someone new' }],
  }, row.line);
  if (answer === null) row.notes.push({ field: 'name', level: 'check', message: `${legalName} may be here already as ${listWords(perhaps.map(say), 'or')}. Say whether it is the same person, so that nobody is here twice.` });
  return answer === 'new' ? null : answer;
}

function differences(resident: FoundResident, known: KnownResident | undefined): Difference[] {
  if (!known) return [];
  const found: Difference[] = [];
  const compare = (field: Difference['field'], here: string, file: string, same = nameKey(here) === nameKey(file)) => {
    if (file !== '' && here !== '' && !same) found.push({ field, here, file });
  };
  compare('legalName', known.legalName, resident.legalName);
  compare('preferredName', known.preferredName, resident.preferredName);
  compare('room', known.room, resident.room, roomKey(known.room) === roomKey(resident.room));
  compare('born', known.born ?? '', resident.born ?? '', known.born === resident.born);
  return found;
}

/** The same person on two lines of one file is taken once. */
function sayDoubles(rows: readonly ResidentRow[]): void {
  const seen = new Map<string, ResidentRow>();
  for (const row of rows) {
    const key = nameKey(row.resident.legalName);
    const before = seen.get(key);
    if (key === '' || row.notes.some((note) => note.level === 'refused')) continue;
    if (!before) {
      seen.set(key, row);
      continue;
    }
    const apart = before.resident.born !== null && row.resident.born !== null && before.resident.born !== row.resident.born;
    row.notes.push(apart
      ? { field: 'name', level: 'check', message: `Line ${before.line} has the same name with another date of birth. If it is one person, take one row out.` }
      : { field: 'name', level: 'refused', message: `The same person is on line ${before.line}. This row is not taken a second time; join the two rows in the file if both say something.` });
  }
}

/** Two people in one room is asked about, and so is a room that someone else has here. */
function sayRooms(rows: readonly ResidentRow[], known: readonly KnownResident[], asking: Asking): void {
  const live = rows.filter((row) => row.resident.room !== '' && !row.notes.some((note) => note.level === 'refused'));
  const matched = new Set(rows.map((row) => row.matches));
  for (const [key, sharing] of Map.groupBy(live, (row) => roomKey(row.resident.room))) {
    const others = known.filter((person) => roomKey(person.room) === key && !matched.has(person.id)).map((person) => person.legalName);
    const names = [...sharing.map((row) => row.resident.legalName), ...others];
    if (names.length < 2) continue;
    const room = sharing[0]?.resident.room ?? key;
    const together = names.length > 2 ? 'all' : 'both';
    for (const row of sharing) {
      const answer = asking.ask({
        id: `room:${key}|${names.map(nameKey).toSorted().join('|')}`, kind: 'room', free: null,
        words: `${listWords(names)} are ${together} put in room ${room}. Do they share it?`,
        options: [{ value: 'shared', words: 'Yes, it is shared' }, ...names.map((name) => ({ value: nameKey(name), words: `No, it is the room of ${name}` }))],
      }, row.line);
      if (answer === null) row.notes.push({ field: 'room', level: 'check', message: `${listWords(names)} are ${together} put in room ${room}. Say whether they share it, or whose room it is.` });
      else if (answer !== 'shared' && answer !== nameKey(row.resident.legalName)) {
        row.resident.room = '';
        row.notes.push({ field: 'room', level: 'check', message: `Room ${room} belongs to someone else, as you said. Find out which room ${row.resident.legalName} has.` });
      }
    }
  }
}
