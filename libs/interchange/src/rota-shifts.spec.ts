/** Rota software's list of shifts is understood row by row. */
import { markedBytes, shiftsText, utf8Bytes } from './handed-over.fixture.ts';
import { noMapping, withAnswer, withColumn, type Mapping } from './shared.ts';
import { understandRotaShifts } from './rota-shifts.ts';
import { whatKind } from './what-kind.ts';
import { matrixText, residentsText, windowsBytes } from './handed-over.fixture.ts';

const today = '2026-11-21';
const read = (text: string, mapping?: Mapping) => understandRotaShifts(markedBytes(text), mapping, { staff: [{ id: 'a', givenName: 'Ana', familyName: 'Novak' }] }, today);
const understood = read(shiftsText);
const line = (number: number, from = understood) => from.rows.find((row) => row.line === number);
const words = (number: number, from = understood) => line(number, from)?.notes.map((note) => note.message).join('\n') ?? '';
const answered = (id: string, value: string) => read(shiftsText, withAnswer(noMapping, id, value));

describe('rows', () => {
  it('a plain row is a shift of a known person', () => {
    expect(understood).toMatchObject({ refused: null, encoding: 'utf-8 with mark', delimiter: ';', firstDay: '2026-11-30', lastDay: '2026-12-05' });
    expect(line(2)?.shifts).toEqual([{ kind: 'shift', line: 2, column: null, staffKey: 'a', startsOn: '2026-11-30', from: '07:30', to: '14:30', endsNextDay: false, breakMinutes: 30, unit: 'Main', words: '30/11/2026 07:30 30/11/2026 14:30 Confirmed' }]);
  });

  it('a duplicate is taken once and said', () => {
    expect(understood.setAside.find((each) => each.line === 3)?.reason).toMatch(/same as line 2/);
  });

  it('31 November is refused with the reason', () => {
    expect(line(4)).toMatchObject({ verdict: 'refused', shifts: [] });
    expect(words(4)).toMatch(/November has 30 days/);
  });

  it('overlapping shifts of one person are asked about; the later one waits', () => {
    expect(line(5)).toMatchObject({ verdict: 'check', shifts: [] });
    expect(words(5)).toMatch(/two places at once/);
    const id = understood.questions.find((each) => each.kind === 'overlap')?.id ?? '';
    expect(line(2, answered(id, 'join'))?.shifts).toMatchObject([{ from: '07:30', to: '21:00', breakMinutes: 60 }]);
    expect(line(5, answered(id, 'keep-second'))?.shifts).toHaveLength(1);
  });

  it('an end before its start may be a night, which someone has to say', () => {
    expect(line(6)).toMatchObject({ verdict: 'check', shifts: [] });
    const question = understood.questions.find((each) => each.kind === 'night');
    expect(question?.words).toMatch(/ends on Thursday 3 December 2026 at 07:30 \(10.5 hours\)/);
    expect(line(6, answered(question?.id ?? '', 'next-day'))).toMatchObject({ verdict: 'good', shifts: [{ from: '21:00', to: '07:30', endsNextDay: true }] });
    expect(line(6, answered(question?.id ?? '', 'leave-out'))).toMatchObject({ verdict: 'good', shifts: [] });
  });

  it('leave of no length is that day, sickness has its hours, and a shift of no length is refused', () => {
    expect(line(7)?.absences).toMatchObject([{ kind: 'leave', day: '2026-12-03', from: null }]);
    expect(line(8)?.absences).toMatchObject([{ kind: 'sick', day: '2026-12-04', from: '07:30', to: '14:30' }]);
    expect(words(9)).toMatch(/has no length/);
  });

  it('nights that say their second day are nights', () => {
    expect(line(10)?.shifts).toMatchObject([{ startsOn: '2026-12-05', from: '20:45', to: '07:45', endsNextDay: true }]);
  });

  it('cancelled rows are set aside and an unknown status is asked about', () => {
    expect(understood.setAside.find((each) => each.line === 11)?.reason).toMatch(/Cancelled/);
    expect(line(12)).toMatchObject({ verdict: 'check', shifts: [] });
    expect(line(12, answered('status:pending swap', 'work'))?.shifts).toHaveLength(1);
    expect(answered('status:pending swap', 'ignore').setAside.map((each) => each.line)).toContain(12);
  });

  it('a row without a name is refused', () => {
    expect(line(13)?.verdict).toBe('refused');
  });

  it('a night on top of a long day is said to be twenty-four hours', () => {
    const head = shiftsText.split('\n')[0];
    const found = read(`${head}\n1;Lee;Ann;Carer;;04/12/2026 07:30;04/12/2026 21:00;60;\n1;Lee;Ann;Carer;;04/12/2026 21:00;05/12/2026 07:30;60;`);
    expect(words(3, found)).toMatch(/at work for 24 hours without going home/);
  });
});

describe('other ways to write it', () => {
  it('date and times in columns of their own', () => {
    const found = read('Date,Staff name,Start time,Finish time,Break\n30/11/2026,"Lee, Ann",8pm,8am,0:30\n2026-12-01,Ann Lee,9.00,17.00,45\n1 Dec 26,Ann Lee,18:00,09:61,');
    expect(found.rows.map((row) => row.shifts.map((shift) => `${shift.startsOn} ${shift.from}-${shift.to} ${shift.endsNextDay} ${shift.breakMinutes}`))).toEqual([['2026-11-30 20:00-08:00 true 30'], ['2026-12-01 09:00-17:00 false 45'], []]);
    expect(words(4, found)).toMatch(/“09:61” is not a time/);
  });

  it('a day and a span in one cell', () => {
    const found = read('Day\tName\tShift\n30/11/2026\tAnn Lee\t07:30-14:30\n01/12/2026\tAnn Lee\tE');
    expect(line(2, found)?.shifts).toHaveLength(1);
    expect(found.questions.map((question) => question.id)).toEqual(['code:E']);
  });

  it('shifts longer than a day, ends before starts and odd breaks are not let through', () => {
    const found = read('Name;Start;End;Break\nAnn Lee;30/11/2026 07:30;02/12/2026 14:30;0\nAnn Lee;03/12/2026 07:30;02/12/2026 14:30;0\nAnn Lee;05/12/2026 07:30;05/12/2026 14:30;soon');
    expect(found.rows.map((row) => row.verdict)).toEqual(['refused', 'refused', 'check']);
  });

  it('columns can be pointed at when their names say nothing', () => {
    const text = 'Wer;Von;Bis\nAnn Lee;30/11/2026 07:30;30/11/2026 14:30';
    const first = read(text);
    expect(first.notes[0]).toMatchObject({ level: 'refused', message: expect.stringMatching(/Point at them/) as string });
    expect(first.columns.map((column) => column.key)).toEqual(['wer', 'von', 'bis']);
    expect(first.rows[0]?.verdict).toBe('refused');
    expect(read('just words').refused).toMatch(/does not look like a table/);
    const mapping = withColumn(withColumn(withColumn(noMapping, 'wer', 'name'), 'von', 'start'), 'bis', 'end');
    expect(read(text, mapping).rows[0]?.shifts).toHaveLength(1);
  });

  it('two people of one name with two numbers are two people', () => {
    const head = shiftsText.split('\n')[0];
    const found = read(`${head}\n1;Lee;Ann;Carer;;04/12/2026 07:30;04/12/2026 14:00;;\n2;Lee;Ann;Carer;;04/12/2026 07:30;04/12/2026 14:00;;`);
    expect(found.people.map((person) => person.key)).toEqual(['new:lee ann', 'new:lee ann #2']);
    expect(found.rows.flatMap((row) => row.shifts)).toHaveLength(2);
  });
});

describe('what kind of file it is', () => {
  it.each([
    ['residents', windowsBytes(residentsText)], ['rota-matrix', windowsBytes(matrixText)], ['rota-shifts', markedBytes(shiftsText)],
    ['unknown', utf8Bytes('a,b\n1,2')], ['unknown', new Uint8Array(0)],
  ])('%s', (kind, bytes) => {
    expect(whatKind(bytes)).toMatchObject({ kind, sentence: expect.stringMatching(/\.$/) as string });
  });
});
