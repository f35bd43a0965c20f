/** Understands a rota with a row for each person and a column for each day, as a dry run: nothing is saved. */
import type { Asking, Column, Day, Mapping, Note, SetAside, Understanding } from './shared.ts';
import type { RotaRow } from './rota-rows.ts';
import type { RotaPerson } from './rota-people.ts';
import { asking as startAsking, countRows, noMapping, unreadable, verdictOf } from './shared.ts';
import { describeColumns, reader, remembered, rowText, type FieldNames } from './columns.ts';
import { addMeaning, settleOverlaps } from './rota-rows.ts';
import { codeKey, readLegend, readMeaning, type LegendEntry, type Meaning } from './rota-codes.ts';
import { findDayRow, readDayName, settleWeek, type RotaDay } from './rota-week.ts';
import { isVacancy, peopleOf, type People } from './rota-people.ts';
import { lengthOf, sayHours } from './clock.ts';
import { fullName, nameKey, short, splitName, type KnownName } from './names.ts';
import { readCell, type Legend } from './rota-cells.ts';
import { readTable, type Table, type TableRow } from './table.ts';
import { readTraining } from './rota-training.ts';

export type MatrixField = 'name' | 'familyName' | 'givenName' | 'jobTitle' | 'employeeNo' | 'hours' | 'day';

export const matrixFields: FieldNames<MatrixField>[] = [
  { field: 'familyName', exact: ['surname', 'last name', 'family name'] },
  { field: 'givenName', exact: ['first name', 'forename', 'given name'] },
  { field: 'name', exact: ['name', 'staff', 'employee', 'staff name', 'employee name', 'staff member', 'carer', 'who'], like: /\bname\b|^staff|^employee$/ },
  { field: 'jobTitle', exact: ['job title', 'role', 'job', 'position', 'title', 'post', 'grade'], like: /\bjob\b|\brole\b|position/ },
  { field: 'employeeNo', exact: ['employee no', 'staff no', 'payroll no', 'employee number', 'id', 'no', 'payroll'], like: /(employee|staff|payroll) (no|number|id)/ },
  { field: 'hours', exact: ['hrs', 'hours', 'total', 'total hours', 'total hrs', 'contracted', 'hours total'], like: /\bhrs\b|\bhours\b|^total/ },
  { field: 'day', exact: [] },
];

export type KnownStaff = { staff: KnownName[] };

export type RotaMatrixUnderstood = Understanding<'rota-matrix', RotaRow> & { days: RotaDay[]; titles: string[]; legend: LegendEntry[]; people: RotaPerson[] };

/** Reads the file with what has been mapped and answered so far. Call it again with a corrected mapping. */
export function understandRotaMatrix(bytes: Uint8Array, mapping: Mapping | undefined, known: KnownStaff, today: Day): RotaMatrixUnderstood {
  const told = mapping ?? noMapping;
  const nothing = { days: [], titles: [], legend: [], people: [] };
  const result = readTable(bytes);
  if (!result.readable) return { ...unreadable('rota-matrix', result.sentence, told), ...nothing };
  const { table } = result;
  const header = findDayRow(table);
  if (!header) {
    return { ...unreadable('rota-matrix', 'No row has the days of a week as column names, such as Mon 23/11. If each row is one shift, choose the other kind of rota; if not, add a row with the days.', told,
      table.rows.map((row) => ({ line: row.line, text: rowText(row), reason: 'No row with the days of the week was found.' }))), ...nothing };
  }
  const asking = startAsking(told);
  const above = table.rows.filter((row) => row.line < header.line);
  const below = table.rows.filter((row) => row.line > header.line);
  const titles = above.map(rowText);
  const columns = matrixColumns(header, below, told);
  const week = settleWeek(header, titles, (column) => columns[column]?.field !== 'day', today, asking);
  const legend = findLegend(table, header, columns);
  const people = peopleOf(known.staff, asking);
  const reading: MatrixReading = { table, header, columns, read: reader(columns), days: week.days, legend, people, asking, known: known.staff };
  const { rows, setAside } = readRows(reading);
  settleOverlaps(rows, people.all, asking);
  for (const row of rows) row.verdict = verdictOf(row.notes);
  return {
    kind: 'rota-matrix', refused: null, encoding: table.encoding, delimiter: table.delimiter, headerLine: header.line, columns, rows, setAside,
    questions: asking.questions, notes: [...table.notes.map((message): Note => ({ field: 'file', message, level: 'check' })), ...week.notes, ...columnNotes(columns)],
    counts: countRows(rows, setAside, asking.questions), mapping: remembered(columns.filter((column) => column.field !== 'day'), told),
    days: week.days, titles, legend: legend.entries, people: people.all,
  };
}

type FoundLegend = { entries: LegendEntry[]; meanings: Legend; lines: Set<number> };

type MatrixReading = {
  table: Table; header: TableRow; columns: Column[]; read: (row: TableRow, field: MatrixField) => string;
  days: RotaDay[]; legend: FoundLegend; people: People; asking: Asking; known: readonly KnownName[];
};

/** Columns named by a day are days; when no column is named for people, the first that is not a day is. */
function matrixColumns(header: TableRow, below: readonly TableRow[], mapping: Mapping): Column[] {
  const columns = describeColumns(header, below, matrixFields, mapping).map((column) => {
    const isDay = readDayName(column.header) !== null && (column.field === 'ignore' ? mapping.columns[column.key] !== 'ignore' : column.guessed || column.field === 'day');
    return isDay ? { ...column, field: 'day' } : column;
  });
  if (!columns.some((column) => column.field === 'name' || column.field === 'familyName')) {
    const first = columns.find((column) => column.field === 'ignore' && column.guessed);
    if (first) first.field = 'name';
  }
  return columns;
}

function columnNotes(columns: readonly Column[]): Note[] {
  const unused = columns.filter((column) => column.field === 'ignore' && column.example !== '');
  return unused.length === 0 ? [] : [{ field: 'columns', level: 'info', message: `Not used: ${unused.map((column) => short(column.header || `column ${column.index + 1}`, 30)).join(', ')}.` }];
}

/** Legends stand above or below: 'E = 07:30-14:30   L = …' in a cell, or a code and its meaning in two cells. */
function findLegend(table: Table, header: TableRow, columns: readonly Column[]): FoundLegend {
  const underDay = (index: number) => columns[index]?.field === 'day';
  const used = new Set(table.rows.flatMap((row) => (row.line > header.line ? row.cells.filter((_, index) => underDay(index)) : [])).map(codeKey));
  const entries: LegendEntry[] = [];
  const lines = new Set<number>();
  for (const row of table.rows) {
    if (row.line === header.line) continue;
    const filled = row.cells.filter((cell) => cell !== '');
    const second = row.cells.findLastIndex((cell) => cell !== '');
    const pair = filled.length === 2 && (!underDay(second) || used.has(codeKey(filled[0] ?? ''))) && /^[A-Z][A-Z0-9]{0,3}$/.test(filled[0] ?? '') && readMeaning(filled[1] ?? '') !== null;
    const found = pair
      ? [{ code: codeKey(filled[0] ?? ''), words: filled[1] ?? '', meaning: readMeaning(filled[1] ?? ''), line: row.line }]
      : filled.length <= 2 || filled.every((cell) => cell.includes('=')) ? filled.flatMap((cell) => readLegend(cell, row.line)) : [];
    if (found.length === 0) continue;
    entries.push(...found);
    lines.add(row.line);
  }
  const meanings = new Map<string, Meaning>();
  for (const { code, meaning } of entries) if (meaning && !meanings.has(code)) meanings.set(code, meaning);
  return { entries, meanings, lines };
}

function readRows(reading: MatrixReading): { rows: RotaRow[]; setAside: SetAside[] } {
  const rows: RotaRow[] = [];
  const setAside: SetAside[] = [];
  const later: TableRow[] = [];
  for (const row of reading.table.rows) {
    const reason = whyAside(row, reading);
    if (reason === 'training') later.push(row);
    else if (reason !== null) setAside.push({ line: row.line, text: rowText(row), reason });
    else rows.push(readPersonRow(row, reading));
  }
  for (const row of later) {
    const training = readTraining(row.line, rowText(row), reading.people.all, reading.days, reading.asking);
    if ('reason' in training) setAside.push(training);
    else rows.push(training);
  }
  return { rows: rows.toSorted((a, b) => a.line - b.line), setAside: setAside.toSorted((a, b) => a.line - b.line) };
}

const nameCell = (row: TableRow, read: MatrixReading['read']): { givenName: string; familyName: string } => {
  const family = read(row, 'familyName');
  const given = read(row, 'givenName');
  if (family !== '' || given !== '') return { givenName: given, familyName: family };
  return splitName(read(row, 'name'));
};

/** Why a row is no person, or null when it is one; 'training' for a remark that speaks of training. */
function whyAside(row: TableRow, { header, legend, read, days, known, columns }: MatrixReading): string | null {
  if (row.line === header.line) return 'These are the names of the columns.';
  const text = rowText(row);
  const filled = row.cells.filter((cell) => cell !== '').length;
  if (filled <= 2 && /\btraining\b|\bcourse\b/i.test(text) && /\d/.test(text) && row.line > header.line && !(filled === 2 && read(row, 'jobTitle') !== '')) return 'training';
  if (legend.lines.has(row.line)) return 'This explains the codes; we used it to read the rota.';
  if (row.line < header.line) return 'It stands above the days, so it is a title.';
  if (row.cells.join('\n') === header.cells.join('\n')) return 'The days again.';
  const name = fullName(nameCell(row, read));
  const hasHours = columns.some((column) => column.field === 'day' && (row.cells[column.index] ?? '') !== '');
  if (/^(sub)?totals?\b|^(staff|number|no\.?) on\b|^hours$|^cover$/i.test(name)) return 'This row adds up the others.';
  if (isVacancy(name)) return 'Nobody is named for this row, so there is no one to put on shift.';
  if (name === '' && !hasHours) return 'There is no name and no hours in this row.';
  if (filled === 1 && name !== '') {
    // 'Surname, First name' with three words on either side at most; a longer line with a comma is a sentence.
    const someone = known.some((person) => nameKey(fullName(person)) === nameKey(name)) || /^[^,\s]+(\s[^,\s]+){0,2},\s*\p{L}[^,:\s]*(\s[^,:\s]+){0,2}$/u.test(read(row, 'name'));
    if (!someone) return days.length > 0 && text.length < 40 ? 'A heading between the rows.' : 'A remark. Nothing is taken from it.';
  }
  return null;
}

function readPersonRow(row: TableRow, reading: MatrixReading): RotaRow {
  const { read, days, people, asking, legend } = reading;
  const written = nameCell(row, read);
  const name = fullName(written);
  const refused = (message: string): RotaRow => ({ line: row.line, verdict: 'refused', staffKey: null, name: short(name, 120), shifts: [], absences: [], notes: [{ field: 'name', level: 'refused', message }] });
  if (name === '') return refused('There are hours in this row but no name. Add the name, or leave the row out.');
  if (!/\p{L}/u.test(name) || /^[=@<]/.test(name)) return refused(`“${short(name, 40)}” is no name, so we do not know whose hours these are. Correct it, or leave the row out.`);
  if (name.length > 120) return refused(`The name is ${name.length} characters long, which no name is. See whether something else was pasted into the cell.`);
  const person = people.meet({ ...written, jobTitle: read(row, 'jobTitle'), employeeNo: read(row, 'employeeNo'), line: row.line });
  const result: RotaRow = { line: row.line, verdict: 'good', staffKey: person.waiting ? null : person.key, name, shifts: [], absences: [], notes: [] };
  if (person.lines[0] === row.line) result.notes.push(...person.notes);
  else result.notes.push({ field: 'name', level: 'check', message: `${name} stands on line ${person.lines[0]} already. We took both rows for the same person.` });
  let waiting = 0;
  for (const { column, day, header } of days) {
    const words = row.cells[column] ?? '';
    const cell = readCell(words, { person: name, day, line: row.line, field: header }, legend.meanings, asking);
    result.notes.push(...cell.notes);
    if (cell.waiting) waiting += 1;
    if (person.waiting) continue;
    for (const meaning of cell.meanings) addMeaning(result, meaning, { line: row.line, column, staffKey: person.key, day, unit: '', words: short(words, 80) });
  }
  for (const column of reading.columns) {
    if (column.field === 'day' && (row.cells[column.index] ?? '') !== '' && !days.some((each) => each.column === column.index)) {
      waiting += 1;
      result.notes.push({ field: 'shift', level: 'check', message: `“${short(row.cells[column.index] ?? '', 30)}” under “${short(column.header, 20)}” is not taken, because we do not know which day that is.` });
    }
  }
  if (waiting === 0 && !person.waiting) result.notes.push(...compareHours(read(row, 'hours'), result));
  if (result.notes.length === 0 && result.shifts.length + result.absences.length === 0 && days.length > 0) result.notes.push({ field: 'shift', level: 'info', message: `${name} has no hours this week.` });
  return result;
}

/** The hours column is never taken, only compared. */
function compareHours(stated: string, row: RotaRow): Note[] {
  if (!/^\d+(\.\d+)?$/.test(stated)) return [];
  const counted = row.shifts.reduce((sum, shift) => sum + lengthOf(shift) - shift.breakMinutes, 0);
  if (Math.abs(counted - Number(stated) * 60) < 6) return [];
  return [{ field: 'hours', level: 'check', message: `The file says ${Number(stated)} hours, the shifts come to ${sayHours(counted)}. The shifts are taken as they stand; see whether a shift or a break is wrong.` }];
}
