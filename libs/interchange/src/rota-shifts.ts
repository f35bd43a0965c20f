/** Understands a rota with a row for each shift, as rota software exports it, as a dry run: nothing is saved. */
import type { Asking, Day, Mapping, Note, SetAside, Understanding } from './shared.ts';
import type { RotaRow } from './rota-rows.ts';
import type { KnownStaff } from './rota-matrix.ts';
import type { RotaPerson } from './rota-people.ts';
import { asking as startAsking, countRows, noMapping, unreadable, verdictOf } from './shared.ts';
import { addMeaning, settleOverlaps } from './rota-rows.ts';
import { findHeader, firstWideRow, reader, remembered, rowText, type FieldNames, type FoundHeader } from './columns.ts';
import { isVacancy, peopleOf, type People } from './rota-people.ts';
import { fullName, listWords, nameKey, short, splitName } from './names.ts';
import { readMoments, type Moments } from './rota-moments.ts';
import { readTable, type Table, type TableRow } from './table.ts';
import type { AbsenceKind, Meaning } from './rota-codes.ts';

export type ShiftField = 'employeeNo' | 'familyName' | 'givenName' | 'name' | 'jobTitle' | 'unit' | 'date' | 'start' | 'endDate' | 'end' | 'times' | 'breakMinutes' | 'status';

export const shiftFields: FieldNames<ShiftField>[] = [
  { field: 'employeeNo', exact: ['employee no', 'employee number', 'staff no', 'staff number', 'payroll no', 'payroll number', 'employee id', 'staff id', 'emp no'], like: /(employee|staff|payroll|emp) (no|number|id|ref)/ },
  { field: 'familyName', exact: ['surname', 'last name', 'family name'], like: /surname|last name/ },
  { field: 'givenName', exact: ['forename', 'first name', 'given name', 'forenames'], like: /forename|first name/ },
  { field: 'name', exact: ['name', 'employee', 'staff', 'staff name', 'employee name', 'staff member', 'full name', 'worker'], like: /(staff|employee|worker) name/ },
  { field: 'jobTitle', exact: ['role', 'job title', 'position', 'job', 'grade', 'post'], like: /job|role|position/ },
  { field: 'unit', exact: ['unit', 'location', 'department', 'area', 'floor', 'house', 'site', 'team'], like: /unit|department|location/ },
  { field: 'start', exact: ['shift start', 'start', 'start time', 'starts', 'from', 'time from', 'start date time', 'start datetime', 'time in', 'planned start'], like: /start(?!.*\bdate$)|\bfrom\b/ },
  { field: 'end', exact: ['shift end', 'end', 'end time', 'ends', 'to', 'until', 'time to', 'end date time', 'end datetime', 'finish', 'finish time', 'time out', 'planned end', 'shift finish'], like: /\bend(?!.*\bdate$)|finish/ },
  { field: 'date', exact: ['date', 'shift date', 'start date', 'day', 'work date'], like: /\bdate\b/ },
  { field: 'endDate', exact: ['end date', 'finish date', 'date to'] },
  { field: 'times', exact: ['shift', 'shift times', 'times', 'hours', 'shift code', 'code'], like: /shift (time|code|type)/ },
  { field: 'breakMinutes', exact: ['unpaid break (min)', 'unpaid break min', 'break', 'break min', 'break mins', 'break minutes', 'unpaid break', 'breaks'], like: /break/ },
  { field: 'status', exact: ['status', 'state', 'shift status', 'absence', 'type', 'reason'], like: /status|absence/ },
];

export type RotaShiftsUnderstood = Understanding<'rota-shifts', RotaRow> & { people: RotaPerson[]; firstDay: Day | null; lastDay: Day | null };

/** Whether a header names who works and when they start. */
export function isShiftHeader(found: FoundHeader): boolean {
  const has = (...fields: ShiftField[]) => found.columns.some((column) => fields.some((field) => column.field === field));
  return has('familyName', 'givenName', 'name', 'employeeNo') && (has('start') || (has('date') && has('times'))) && has('end', 'times', 'date');
}

/** Reads the file with what has been mapped and answered so far. Call it again with a corrected mapping. */
export function understandRotaShifts(bytes: Uint8Array, mapping: Mapping | undefined, known: KnownStaff, today: Day): RotaShiftsUnderstood {
  const told = mapping ?? noMapping;
  const nothing = { people: [], firstDay: null, lastDay: null };
  const result = readTable(bytes);
  if (!result.readable) return { ...unreadable('rota-shifts', result.sentence, told), ...nothing };
  const { table } = result;
  const header = findHeader(table, shiftFields, told, 3) ?? firstWideRow(table, shiftFields, told);
  if (!header) {
    return { ...unreadable('rota-shifts', 'This does not look like a table: no row has more than one cell. It needs at least a name, a start and an end in columns of their own, such as Surname, Shift start and Shift end.', told,
      table.rows.map((row) => ({ line: row.line, text: rowText(row), reason: 'The file could not be read as a table.' }))), ...nothing };
  }
  const asking = startAsking(told);
  const people = peopleOf(known.staff, asking);
  const { rows, setAside } = readRows({ table, header, people, asking, today, read: reader(header.columns) });
  settleOverlaps(rows, people.all, asking);
  for (const row of rows) row.verdict = verdictOf(row.notes);
  const days = rows.flatMap((row) => [...row.shifts.map((shift) => shift.startsOn), ...row.absences.map((absence) => absence.day)]).toSorted();
  return {
    kind: 'rota-shifts', refused: null, encoding: table.encoding, delimiter: table.delimiter, headerLine: header.row.line, columns: header.columns, rows, setAside,
    questions: asking.questions, notes: fileNotes(table, header), counts: countRows(rows, setAside, asking.questions), mapping: remembered(header.columns, told),
    people: people.all, firstDay: days[0] ?? null, lastDay: days.at(-1) ?? null,
  };
}

function fileNotes(table: Table, header: FoundHeader): Note[] {
  const notes: Note[] = table.notes.map((message) => ({ field: 'file', message, level: 'check' }));
  if (!isShiftHeader(header)) notes.push({ field: 'columns', level: 'refused', message: 'We need to know which columns hold the name, the start and the end of a shift. Point at them in the list of columns, and every row is read again.' });
  const unused = header.columns.filter((column) => column.field === 'ignore' && column.example !== '');
  if (unused.length > 0) notes.push({ field: 'columns', level: 'info', message: `Not used: ${listWords(unused.map((column) => short(column.header || `column ${column.index + 1}`, 30)))}.` });
  return notes;
}

type ShiftsReading = { table: Table; header: FoundHeader; people: People; asking: Asking; today: Day; read: (row: TableRow, field: ShiftField) => string };

function readRows(reading: ShiftsReading): { rows: RotaRow[]; setAside: SetAside[] } {
  const rows: RotaRow[] = [];
  const setAside: SetAside[] = [];
  const seen = new Map<string, number>();
  const names = reading.header.row.cells.join('\n').toLowerCase();
  for (const row of reading.table.rows) {
    const key = row.cells.join('\n').toLowerCase();
    const before = seen.get(key);
    const aside = row === reading.header.row ? 'These are the names of the columns.'
      : row.line < reading.header.row.line ? 'It stands above the names of the columns, so it is a title.'
      : key === names ? 'The names of the columns again.'
      : before !== undefined ? `The same as line ${before}, word for word. It is taken once.`
      : row.cells.filter((cell) => cell !== '').length === 1 ? 'Only one cell is filled, so we took it for a heading or a remark.'
      : null;
    const read = aside ?? readRow(row, reading);
    if (typeof read === 'string') setAside.push({ line: row.line, text: rowText(row), reason: read });
    else rows.push(read);
    if (aside === null) seen.set(key, row.line);
  }
  return { rows, setAside };
}

/** A row, or the reason to set it aside. */
function readRow(row: TableRow, reading: ShiftsReading): RotaRow | string {
  const { read, people, asking } = reading;
  const named = read(row, 'familyName') !== '' || read(row, 'givenName') !== '' ? { givenName: read(row, 'givenName'), familyName: read(row, 'familyName') } : splitName(read(row, 'name'));
  const name = fullName(named);
  const result: RotaRow = { line: row.line, verdict: 'good', staffKey: null, name: short(name, 120), shifts: [], absences: [], notes: [] };
  const refuse = (field: string, message: string): RotaRow => ({ ...result, verdict: 'refused', notes: [{ field, level: 'refused', message }] });
  const status = readStatus(read(row, 'status'), asking, row.line);
  if (status.is === 'ignore') return status.reason;
  if (isVacancy(name)) return 'Nobody is named for this shift, so there is no one to put down.';
  if (/^(grand |sub)?totals?$/i.test(name)) return 'This row adds up the others.';
  if (name === '') return refuse('name', 'There is no name in this row, so we do not know whose shift it is. Add the name, or leave the row out.');
  if (!/\p{L}/u.test(name) || /^[=@<]/.test(name)) return refuse('name', `“${short(name, 40)}” is no name, so we do not know whose shift this is. Correct it, or leave the row out.`);
  if (name.length > 120) return refuse('name', `The name is ${name.length} characters long, which no name is. See whether something else was pasted into the cell.`);

  const person = people.meet({ ...named, jobTitle: read(row, 'jobTitle'), employeeNo: read(row, 'employeeNo'), line: row.line });
  result.staffKey = person.waiting ? null : person.key;
  result.notes.push(...(person.lines[0] === row.line ? person.notes : person.waiting ? person.notes.filter((note) => note.level === 'check') : []));
  const moments = readMoments({
    date: read(row, 'date'), start: read(row, 'start'), endDate: read(row, 'endDate'), end: read(row, 'end'), times: read(row, 'times'), breakMinutes: read(row, 'breakMinutes'),
  }, { line: row.line, person: name, absent: status.is === 'absence', today: reading.today }, asking);
  result.notes.push(...moments.notes);
  if (status.is === 'ask') result.notes.push({ field: 'status', level: 'check', message: `We do not know what “${short(read(row, 'status'), 30)}” means. Say what it is; until then the row is left out.` });
  else if (!person.waiting) for (const meaning of meaningsOf(moments, status)) {
    addMeaning(result, meaning, { line: row.line, column: null, staffKey: person.key, day: moments.day, unit: read(row, 'unit'), words: short([read(row, 'date'), read(row, 'start'), read(row, 'endDate'), read(row, 'end'), read(row, 'times'), read(row, 'status')].filter((part) => part !== '').join(' '), 120) });
  }
  return result;
}

/** A sick or leave row turns its hours into an absence of that length; without hours it is the whole day. */
function meaningsOf(moments: Moments, status: Status): Meaning[] {
  if (status.is !== 'absence') return moments.meanings;
  const hours = moments.meanings.find((meaning) => meaning.is === 'shift') ?? null;
  if (moments.day === '') return [];
  if (moments.meanings.length === 0 && !moments.wholeDay) return [];
  return [{ is: 'absence', kind: status.kind, hours: hours ? { from: hours.from, to: hours.to, endsNextDay: hours.endsNextDay } : null }];
}

type Status = { is: 'work' } | { is: 'absence'; kind: AbsenceKind } | { is: 'ignore'; reason: string } | { is: 'ask' };

function readStatus(text: string, asking: Asking, line: number): Status {
  const words = nameKey(text);
  if (words === '' || /^(confirmed|approved|published|accepted|assigned|planned|scheduled|worked|normal|shift|work|working|ok|active|filled|overtime|bank|agency|provisional)$/.test(words)) return { is: 'work' };
  if (/\bsick|illness/.test(words)) return { is: 'absence', kind: 'sick' };
  if (/leave|holiday|^al$|^a\/l$|\bhols?\b|toil/.test(words)) return { is: 'absence', kind: 'leave' };
  if (/training|course|induction|study/.test(words)) return { is: 'absence', kind: 'training' };
  if (/cancel|declin|deleted|withdrawn|rejected|swapped out|removed/.test(words)) return { is: 'ignore', reason: `The status is “${short(text, 30)}”, so nobody works this shift.` };
  if (/unfilled|vacant|open|unassigned|draft/.test(words)) return { is: 'ignore', reason: `The status is “${short(text, 30)}”, so it is not settled that anyone works this shift.` };
  const answer = asking.ask({
    id: `status:${short(words, 60)}`, kind: 'status', free: null, words: `What does the status “${short(text, 40)}” mean?`,
    options: [
      { value: 'work', words: 'They work this shift' }, { value: 'sick', words: 'Sickness' }, { value: 'leave', words: 'Leave' },
      { value: 'training', words: 'Training' }, { value: 'ignore', words: 'Nobody works it; leave it out' },
    ],
  }, line);
  if (answer === 'work') return { is: 'work' };
  if (answer === 'sick' || answer === 'leave' || answer === 'training') return { is: 'absence', kind: answer };
  return answer === 'ignore' ? { is: 'ignore', reason: `The status is “${short(text, 30)}”; left out, as you said.` } : { is: 'ask' };
}
