/** No line of a file is ever dropped in silence, and no file makes the reading fall over. */
import fc from 'fast-check';
import { matrixText, residentsText, shiftsText, utf8Bytes, windowsBytes } from './handed-over.fixture.ts';
import { readTable } from './table.ts';
import { understandResidents } from './residents.ts';
import { understandRotaMatrix } from './rota-matrix.ts';
import { understandRotaShifts } from './rota-shifts.ts';
import { whatKind } from './what-kind.ts';

const today = '2026-11-21';
const staff = [{ id: 's1', givenName: 'Ana', familyName: 'Novak' }, { id: 's2', givenName: 'Ann', familyName: 'Lee' }];
const residents = [{ id: 'r1', legalName: 'Ann Lee', preferredName: 'Annie', room: '1', born: '1940-01-01' }];

const readers = {
  residents: (bytes: Uint8Array) => understandResidents(bytes, undefined, { residents, staff }, today),
  'rota-matrix': (bytes: Uint8Array) => understandRotaMatrix(bytes, undefined, { staff }, today),
  'rota-shifts': (bytes: Uint8Array) => understandRotaShifts(bytes, undefined, { staff }, today),
};

/** Lines of the table that are mentioned nowhere, or more than once. */
function unaccounted(bytes: Uint8Array, reading: ReturnType<(typeof readers)[keyof typeof readers]>): number[] {
  const result = readTable(bytes);
  if (!result.readable) return reading.refused === null ? [-1] : [];
  const mentioned = [...reading.rows, ...reading.setAside].map((each) => each.line);
  const lines = result.table.rows.map((row) => row.line);
  return [...lines.filter((line) => mentioned.filter((each) => each === line).length !== 1), ...mentioned.filter((line) => !lines.includes(line))];
}

describe('every line that is not blank', () => {
  it.each([
    ['residents', residentsText], ['rota-matrix', matrixText], ['rota-shifts', shiftsText],
  ] as const)('of a list of %s is good, to be checked, refused or set aside with a reason', (kind, text) => {
    const reading = readers[kind](windowsBytes(text));
    const written = text.split(/\r?\n/).map((line, at) => (/[^,;\s]/.test(line) ? at + 1 : 0)).filter((line) => line > 0);
    expect([...reading.rows, ...reading.setAside].map((each) => each.line).toSorted((a, b) => a - b)).toEqual(written);
    for (const row of reading.rows) if (row.verdict !== 'good') expect(row.notes.some((note) => note.level === row.verdict && note.message.length > 20)).toBe(true);
    for (const each of reading.setAside) expect(each.reason).toMatch(/\.$/);
  });

  const cell = fc.oneof(
    fc.constantFrom('', '', 'Name', 'Ann Lee', 'Novak, Ana', 'Mon 23/11', 'Tue 24/11', 'Wed 25/11', 'Room', 'DOB', 'Surname', 'Shift start', 'Shift end', 'Status', '31/11/2026 07:30', '30/11/2026 21:00', '30/11/2026 07:30',
      'E', 'E/L', '9-5', '10-2 alt', 'E = 07:30-14:30', 'T = training: Novak, A Wed 25th 9-10', 'Agency 1', 'Total', '1/3/37', '46349', '2:1', '=cmd|x', '<script>', '__proto__', 'constructor', 'SICK', '?', 'a@b', 'Y'),
    fc.string({ maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 });
  const asText = (rows: string[][]) => rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""').replaceAll('\0', '')}"`).join(',')).join('\n');

  it('of any table is accounted for by every reader, and the same again when its own mapping is handed back', () => {
    fc.assert(fc.property(grid, (rows) => {
      const bytes = utf8Bytes(asText(rows));
      for (const read of Object.values(readers)) {
        const reading = read(bytes);
        expect(unaccounted(bytes, reading)).toEqual([]);
        expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
        expect(reading.counts.good + reading.counts.check + reading.counts.refused).toBe(reading.rows.length);
      }
    }), { numRuns: 300 });
  });

  it('answering every question the first way never loses a line or leaves a shift of no length', () => {
    fc.assert(fc.property(grid, (rows) => {
      const bytes = utf8Bytes(asText(rows));
      const first = readers['rota-matrix'](bytes);
      const answers = Object.fromEntries(first.questions.map((question) => [question.id, question.options[0]?.value ?? '']));
      const second = understandRotaMatrix(bytes, { columns: first.mapping.columns, answers }, { staff }, today);
      expect(unaccounted(bytes, second)).toEqual([]);
      for (const shift of second.rows.flatMap((row) => row.shifts)) expect(shift.endsNextDay || shift.to > shift.from).toBe(true);
    }), { numRuns: 150 });
  });
});

describe('any bytes at all', () => {
  it('are read or refused with a sentence, never thrown out', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const guess = whatKind(bytes);
      expect(guess.sentence.length).toBeGreaterThan(10);
      for (const read of Object.values(readers)) {
        const reading = read(bytes);
        if (reading.refused !== null) expect(reading.refused).toMatch(/\.$/);
        expect(unaccounted(bytes, reading)).toEqual([]);
      }
    }), { numRuns: 200 });
  });

  it('a table of ten thousand rows is read in a few seconds', () => {
    const [header = '', ...rows] = shiftsText.split('\n');
    const many = Array.from({ length: 10_000 }, (_, at) => (rows[at % rows.length] ?? '').replaceAll('Main', `Unit ${at}`).replace('Ana', `Ana${at % 200}`));
    const began = performance.now();
    const reading = readers['rota-shifts'](utf8Bytes([header, ...many].join('\n')));
    expect(reading.rows.length + reading.setAside.length).toBe(10_001);
    expect(performance.now() - began).toBeLessThan(8000);
  });
});
