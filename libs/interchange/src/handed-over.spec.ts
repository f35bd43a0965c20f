/** The files homes really handed over, when they lie beside the repository, and our samples: what each of them yields. */
import { existsSync, readFileSync } from 'node:fs';
import { understandResidents } from './residents.ts';
import { understandRotaMatrix } from './rota-matrix.ts';
import { understandRotaShifts } from './rota-shifts.ts';
import { whatKind } from './what-kind.ts';

const folder = new URL('../../../../shared/data/', import.meta.url);
const today = '2026-11-21';

/** The file, or null after saying that it is not there; the other specs hold files of the same awkwardness. */
function handedOver(name: string): Uint8Array | null {
  const file = new URL(name, folder);
  if (existsSync(file)) return readFileSync(file);
  process.stdout.write(`../shared/data/${name} was not found beside the repository; only the samples in docs/samples are read.\n`);
  return null;
}

it('the list of residents: ten people, two good, eight to check, none lost', () => {
  const bytes = handedOver('residents.csv');
  if (!bytes) return;
  expect(whatKind(bytes).kind).toBe('residents');
  const found = understandResidents(bytes, undefined, { residents: [], staff: [] }, today);
  expect(found).toMatchObject({ refused: null, encoding: 'windows-1252', counts: { good: 2, check: 8, refused: 0, setAside: 1, questionsOpen: 6 } });
  expect(found.columns.every((column) => column.field !== 'ignore')).toBe(true);
  expect(found.rows.map((row) => row.resident.born)).toEqual(['1938-02-14', '1979-09-09', '1931-05-22', '1935-12-01', null, '1942-07-17', '1929-12-25', '1944-08-08', '1937-03-01', '1946-03-03']);
  expect(found.rows.map((row) => row.resident.photoConsent)).toEqual(['yes', 'yes', 'no', 'yes', 'yes', 'conditional', 'no', 'yes', 'not asked', 'yes']);
  expect(found.rows.filter((row) => row.resident.authorities.some((each) => each.areas.includes('health-and-welfare'))).map((row) => row.resident.legalName)).toHaveLength(3);
  expect(found.questions.map((question) => question.kind)).toEqual(['authority', 'wheelchair', 'wheelchair', 'century', 'wheelchair', 'room']);
});

it('the week by person: sixteen people and two agency places, six questions, nothing guessed', () => {
  const bytes = handedOver('rota-matrix.csv');
  if (!bytes) return;
  expect(whatKind(bytes).kind).toBe('rota-matrix');
  const found = understandRotaMatrix(bytes, undefined, { staff: [] }, today);
  expect(found).toMatchObject({ refused: null, encoding: 'windows-1252', counts: { good: 14, check: 5, refused: 0, setAside: 6, questionsOpen: 6 } });
  expect(found.days.map((each) => each.day).at(0)).toBe('2026-11-23');
  expect(found.people).toHaveLength(18);
  expect(found.people.filter((person) => person.nameless)).toHaveLength(2);
  expect(found.rows.flatMap((row) => row.shifts)).toHaveLength(71);
  expect(found.rows.flatMap((row) => row.absences).map((absence) => absence.kind)).toEqual(['sick', 'sick', 'leave', 'leave', 'leave']);
  expect(found.questions.map((question) => question.kind)).toEqual(['licence', 'alternate', 'licence', 'licence', 'code', 'training']);
});

it('the week by shift: one duplicate, one day that does not exist, one night to ask about', () => {
  const bytes = handedOver('rota-shifts.csv');
  if (!bytes) return;
  expect(whatKind(bytes).kind).toBe('rota-shifts');
  const found = understandRotaShifts(bytes, undefined, { staff: [] }, today);
  expect(found).toMatchObject({ refused: null, encoding: 'utf-8 with mark', delimiter: ';', counts: { good: 58, check: 1, refused: 1, setAside: 2, questionsOpen: 3 } });
  expect(found.people).toHaveLength(13);
  expect(found.rows.flatMap((row) => row.absences)).toHaveLength(5);
  expect(found.rows.flatMap((row) => row.shifts)).toHaveLength(53);
  expect(found.rows.filter((row) => row.verdict !== 'good').map((row) => row.line)).toEqual([21, 32]);
});

describe('the samples of our own', () => {
  const sample = (name: string) => readFileSync(new URL(`../../../docs/samples/${name}`, import.meta.url));

  it('a list below a title: ten people by surname, two good, eight to check', () => {
    const bytes = sample('residents.csv');
    const found = understandResidents(bytes, undefined, { residents: [], staff: [] }, today);
    expect(whatKind(bytes).kind).toBe('residents');
    expect(found).toMatchObject({ refused: null, encoding: 'windows-1252', headerLine: 2, counts: { good: 2, check: 8, refused: 0, setAside: 2, questionsOpen: 6 } });
    expect(found.columns.every((column) => column.field !== 'ignore')).toBe(true);
    expect(found.rows.filter((row) => row.resident.born === null).map((row) => row.resident.legalName)).toEqual(['Edward Farrow']);
    // A dash between the name and what they may decide is not part of the name.
    expect(found.rows.find((row) => row.resident.legalName === 'Amina Hussain')?.resident.authorities).toMatchObject([{ holderName: 'Yusuf Hussain', areas: ['property-and-finance'] }]);
  });

  it('a week by person, its codes explained above: seventeen people and two agency places, no remark taken for a name', () => {
    const bytes = sample('rota-matrix.csv');
    const found = understandRotaMatrix(bytes, undefined, { staff: [] }, today);
    expect(whatKind(bytes).kind).toBe('rota-matrix');
    expect(found).toMatchObject({ refused: null, encoding: 'windows-1252', counts: { good: 15, check: 5, refused: 0, setAside: 11, questionsOpen: 6 } });
    expect(found.days.map((each) => each.day)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']);
    expect([found.people.length, found.people.filter((person) => person.nameless).length, found.rows.flatMap((row) => row.shifts).length]).toEqual([19, 2, 71]);
    expect(found.setAside.find(({ text }) => text.startsWith('Minibus keys'))?.reason).toBe('A remark. Nothing is taken from it.');
  });

  it('a week by shift: one repeat, one cancelled, one day that does not exist, one night to ask about', () => {
    const bytes = sample('rota-shifts.csv');
    const found = understandRotaShifts(bytes, undefined, { staff: [] }, today);
    expect(whatKind(bytes).kind).toBe('rota-shifts');
    expect(found).toMatchObject({ refused: null, encoding: 'utf-8 with mark', delimiter: ';', counts: { good: 58, check: 1, refused: 1, setAside: 3, questionsOpen: 3 } });
    expect([found.people.length, found.rows.flatMap((row) => row.shifts).length, found.rows.flatMap((row) => row.absences).length]).toEqual([14, 53, 5]);
  });
});
