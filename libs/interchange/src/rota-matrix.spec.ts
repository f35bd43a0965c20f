/** A week with a row for each person is understood cell by cell; what it leaves open is asked, never guessed. */
import { matrixText, utf8Bytes, windowsBytes } from './handed-over.fixture.ts';
import { hintedLicence, mayDrive, readJobTitle } from './job-titles.ts';
import { noMapping, asking, withAnswer, withColumn, type Mapping } from './shared.ts';
import { readBreak, readLegend, readMeaning } from './rota-codes.ts';
import { readDayName } from './rota-week.ts';
import { understandRotaMatrix, type KnownStaff, type RotaMatrixUnderstood } from './rota-matrix.ts';

const today = '2026-11-21';
const read = (text: string, mapping?: Mapping, known: KnownStaff = { staff: [] }) => understandRotaMatrix(windowsBytes(text), mapping, known, today);
const understood = read(matrixText);

function row(name: string, from: RotaMatrixUnderstood = understood) {
  const found = from.rows.find((each) => each.name === name);
  if (!found) throw new Error(`no row for ${name}`);
  return found;
}
const hours = (name: string, from = understood) => row(name, from).shifts.map((shift) => `${shift.startsOn.slice(-2)} ${shift.from}-${shift.to}${shift.endsNextDay ? '+' : ''}${shift.breakMinutes > 0 ? ` b${shift.breakMinutes}` : ''}`);
const said = (name: string, from = understood) => row(name, from).notes.map((note) => `${note.level}: ${note.message}`).join('\n');
const question = (kind: string, from = understood) => from.questions.find((each) => each.kind === kind);
const answering = (...answers: [string, string][]) => answers.reduce((mapping, [id, value]) => withAnswer(mapping, id, value), noMapping);

describe('the week', () => {
  it('the days are those of the columns, found below the titles', () => {
    expect(understood.headerLine).toBe(4);
    expect(understood.days.map((each) => each.day)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']);
  });

  it.each([
    ['Mon 23/11', { weekday: 1, dayOfMonth: 23, month: 11, year: null }], ['Thursday', { weekday: 4, dayOfMonth: null, month: null, year: null }],
    ['Sat 28th', { weekday: 6, dayOfMonth: 28, month: null, year: null }], ['23/11/26', { weekday: null, dayOfMonth: 23, month: 11, year: 2026 }], ['Tue 3 Mar', { weekday: 2, dayOfMonth: 3, month: 3, year: null }],
  ])('%s is read as a day', (text, name) => {
    expect(readDayName(text)).toEqual(name);
  });

  it('times, names and codes are not days', () => {
    expect(['9-5', '07:30', 'Name', 'LD', 'Hrs', '37.5', 'Moira', '45/11'].map(readDayName)).toEqual(Array(8).fill(null));
  });

  it('weekdays alone take the week of the title, across the new year too', () => {
    const found = read('Rota week commencing Monday 28th December 2026\nName,Mon,Tue,Wed,Thu,Fri,Sat,Sun\nAnn Lee,,,,,9-5,,');
    expect(row('Ann Lee', found).shifts[0]?.startsOn).toBe('2027-01-01');
  });

  it('weekdays alone without a title are asked about, and nothing is taken before the answer', () => {
    const text = 'Name,Mon,Tue,Wed\nAnn Lee,9-5,,';
    const found = read(text);
    expect(row('Ann Lee', found)).toMatchObject({ verdict: 'check', shifts: [] });
    const week = question('week', found);
    expect(row('Ann Lee', read(text, answering([week?.id ?? '', '23/11/2026']))).shifts[0]?.startsOn).toBe('2026-11-23');
    expect(question('week', read(text, answering([week?.id ?? '', 'whenever'])))?.answer).toBeNull();
  });

  it('weekdays and dates may stand in two rows, with codes and meanings below the people', () => {
    const found = read('Staff rota\nName,Monday,Tuesday,Wednesday\n,30th Nov,1st Dec,2nd Dec\nAnn Lee,E,,L\nBo Ray,07.00-15.00,A/L,n\nE,07:00-15:00\nL,14:00-22:00');
    expect(found.days.map((each) => each.day)).toEqual(['2026-11-30', '2026-12-01', '2026-12-02']);
    expect(hours('Ann Lee', found)).toEqual(['30 07:00-15:00', '02 14:00-22:00']);
    expect(found.questions.map((each) => each.id)).toEqual(['code:N']);
    expect(found.people).toHaveLength(2);
  });

  it('a weekday that does not fit its date, and a title of another week, are said', () => {
    const found = read('w/c 16/11/2026\nName,Tue 23/11,Tue 24/11,Wed 31/11\nAnn Lee,9-5,,9-5');
    const words = found.notes.map((note) => note.message).join('\n');
    expect(words).toMatch(/“Tue 23\/11”, but that day is a Monday/);
    expect(words).toMatch(/“Wed 31\/11” is not a day that exists/);
    expect(words).toMatch(/begins on Monday 16 November/);
    expect(said('Ann Lee', found)).toMatch(/“9-5” under “Wed 31\/11” is not taken/);
  });
});

describe('the legend', () => {
  it('is read from the file, with breaks and nights', () => {
    expect(understood.legend.map((entry) => [entry.code, entry.meaning?.is])).toEqual([['T', 'absence'], ['E', 'shift'], ['L', 'shift'], ['LD', 'shift'], ['N', 'shift'], ['AL', 'absence']]);
    expect(hours('Ana Novak')).toEqual(['23 07:30-14:30', '24 14:00-21:00', '25 07:30-21:00 b60']);
    expect(hours('Jo Marsh')).toEqual(['23 20:45-07:45+']);
  });

  it('may stand in two cells, one code a row, and does not swallow people with short names', () => {
    const found = read('Name,Mon 23/11,Tue 24/11,Wed 25/11,Notes\nAli,E,,,\nBo,9-5,,,\n\nE,,,,07:00-15:00');
    expect(found.legend.map((entry) => entry.code)).toEqual(['E']);
    expect([hours('Ali', found), hours('Bo', found)]).toEqual([['23 07:00-15:00'], ['23 09:00-17:00']]);
  });

  it('breaks are read in hours and minutes', () => {
    expect(['(1 hr break)', '30 min unpaid', 'less 45m', 'half an hour break', 'on the 2nd floor'].map((words) => readBreak(words).minutes)).toEqual([60, 30, 45, 30, 0]);
    expect(readMeaning('22:00-08:00 (1.5 hrs break)')).toEqual({ is: 'shift', from: '22:00', to: '08:00', endsNextDay: true, breakMinutes: 90 });
    expect(readLegend('E=7-3; L = 2pm-10pm, S = sick', 9).map((entry) => [entry.code, entry.meaning?.is])).toEqual([['E', 'shift'], ['L', 'shift'], ['S', 'absence']]);
  });
});

describe('cells', () => {
  it('free times are read as they are written', () => {
    expect(hours('Oonagh Hart')).toEqual(['23 09:00-17:00', '24 09:00-17:00', '25 09:00-17:00', '26 09:00-17:00', '27 09:00-16:00']);
    expect(hours('Siân Probert')).toEqual(['23 09:30-17:30', '24 10:00-16:00']);
  });

  it('sickness and leave are absences of the day', () => {
    expect(row('Petr Novak').absences).toMatchObject([{ kind: 'sick', day: '2026-11-27', from: null }]);
    expect(row('Jo Marsh').absences).toMatchObject([{ kind: 'leave', day: '2026-11-26' }]);
  });

  it('E/L waits for an answer: both is a double, one is one, and it is remembered by the code', () => {
    expect(hours('Petr Novak')).toEqual([]);
    expect(question('code')).toMatchObject({ id: 'code:E/L', answer: null });
    const both = read(matrixText, answering(['code:E/L', 'both']));
    expect(hours('Petr Novak', both)).toEqual(['24 07:30-21:00']);
    expect(said('Petr Novak', both)).toMatch(/double of 13.5 hours with no break/);
    expect(hours('Petr Novak', read(matrixText, answering(['code:E/L', 'L'])))).toEqual(['24 14:00-21:00']);
    expect(both.mapping.answers).toEqual({ 'code:E/L': 'both' });
  });

  it('every other week is asked for this week and no other', () => {
    const asked = question('alternate');
    expect(asked?.id).toBe('alternate:sian probert|2026-11-28');
    expect(hours('Siân Probert', read(matrixText, answering([asked?.id ?? '', 'this-week'])))).toContain('28 10:00-14:00');
    expect(hours('Siân Probert', read(matrixText, answering([asked?.id ?? '', 'not-this-week'])))).toHaveLength(2);
    expect(question('alternate', read(matrixText.replaceAll('/11', '/10').replace('23/10/2026', '23/10/2026'), answering([asked?.id ?? '', 'this-week'])))?.answer ?? null).toBeNull();
  });

  it('an unknown code waits; hours may be typed as its answer, nonsense may not', () => {
    expect(said('Jo Marsh')).toMatch(/do not know what “QQ” means/);
    expect(hours('Jo Marsh', read(matrixText, answering(['code:QQ', '12:00-20:00 (30 min break)'])))).toContain('25 12:00-20:00 b30');
    expect(hours('Jo Marsh', read(matrixText, answering(['code:QQ', 'banana'])))).toHaveLength(1);
    expect(row('Jo Marsh', read(matrixText, answering(['code:QQ', 'sick']))).absences).toHaveLength(2);
  });

  it('twenty hours in one go are asked about', () => {
    const found = read('Name,Mon 23/11,Tue 24/11,Wed 25/11\nAnn Lee,09:00-05:00,8-8,Off');
    expect(question('code', found)?.words).toMatch(/20 hours/);
    expect(hours('Ann Lee', found)).toEqual(['24 08:00-20:00']);
  });

  it('a remark in a cell is no code', () => {
    const found = read('Name,Mon 23/11,Tue 24/11,Wed 25/11\nAnn Lee,working from the other house with the new team,,');
    expect(found.questions).toEqual([]);
    expect(said('Ann Lee', found)).toMatch(/remark rather than hours/);
  });

  it('training with times is training of those hours', () => {
    const found = read('Name,Mon 23/11,Tue 24/11,Wed 25/11\nAnn Lee,9-5 training,Training 10:00-12:00,Training');
    expect(row('Ann Lee', found).absences.map((absence) => [absence.kind, absence.from])).toEqual([['training', '09:00'], ['training', '10:00'], ['training', null]]);
  });
});

describe('rows', () => {
  it('headings, titles, legends and remarks are set aside, each with a reason', () => {
    expect(understood.setAside.map((each) => each.line)).toEqual([1, 2, 4, 6, 8, 15, 17]);
    expect(understood.setAside.every((each) => each.reason.length > 10)).toBe(true);
  });

  it('hours without a name are refused', () => {
    expect(understood.rows.find((each) => each.line === 13)).toMatchObject({ verdict: 'refused', shifts: [] });
  });

  it('a remark about training is taken when someone says so', () => {
    const asked = question('training');
    expect(asked?.words).toMatch(/Ana Novak, Thursday 26 November 2026, 13:00 to 15:00/);
    expect(understood.rows.find((each) => each.line === 14)).toMatchObject({ verdict: 'check', absences: [] });
    const found = read(matrixText, answering([asked?.id ?? '', 'take']));
    expect(found.rows.find((each) => each.line === 14)?.absences).toMatchObject([{ kind: 'training', day: '2026-11-26', from: '13:00', to: '15:00', staffKey: 'new:novak ana' }]);
    expect(read(matrixText, answering([asked?.id ?? '', 'leave-out'])).setAside.map((each) => each.line)).toContain(14);
  });

  it('the hours column is only compared', () => {
    expect(said('Oonagh Hart')).toMatch(/says 40 hours, the shifts come to 39/);
  });
});

describe('people', () => {
  const known: KnownStaff = { staff: [{ id: 'a', givenName: 'Ana', familyName: 'Novak' }, { id: 'p', givenName: 'Peter', familyName: 'Novak' }, { id: 's', givenName: 'Sian', familyName: 'Probert' }] };
  const found = read(matrixText, undefined, known);

  it('known staff are matched, accents or not, and new ones are said to be new', () => {
    expect(row('Siân Probert', found).shifts[0]?.staffKey).toBe('s');
    expect(row('Ana Novak', found).staffKey).toBe('a');
    expect(found.people.find((person) => person.familyName === 'Hart')).toMatchObject({ key: 'new:hart oonagh', isNew: true, staffId: null });
  });

  it('a name that is only alike is asked, and nothing of theirs is taken until then', () => {
    const text = matrixText.replace('"Novak, Petr"', '"Novak, P"');
    const waiting = read(text, undefined, known);
    expect(row('P Novak', waiting)).toMatchObject({ staffKey: null, verdict: 'check', shifts: [], absences: [] });
    expect(question('who', waiting)).toMatchObject({ id: 'who:p novak', options: [{ value: 'p' }, { value: 'new' }] });
    expect(row('P Novak', read(text, answering(['who:p novak', 'p']), known)).absences[0]?.staffKey).toBe('p');
    expect(question('who', read(text.replace('"Novak, P"', 'Novak'), undefined, known))?.options.map((option) => option.value)).toEqual(['a', 'p', 'new']);
  });

  it('two people of one surname are kept apart and that is said', () => {
    expect(said('Petr Novak')).toMatch(/Two people are called Novak/);
  });

  it('agency staff without a name are marked as such', () => {
    expect(understood.people.find((person) => person.nameless)).toMatchObject({ key: 'new:agency 1', employment: 'agency', givenName: 'Agency', familyName: '1' });
  });

  it('a person on two rows is one person, and two shifts at once are asked about', () => {
    const twice = read('Name,Mon 23/11,Tue 24/11,Wed 25/11\nAnn Lee,9-5,,\n"Lee, Ann",16:00-20:00,9-5,');
    expect(twice.people).toHaveLength(1);
    expect(twice.rows.flatMap((each) => each.shifts)).toHaveLength(2);
    expect(question('overlap', twice)?.options.map((option) => option.value)).toEqual(['keep-first', 'keep-second', 'join']);
    const id = question('overlap', twice)?.id ?? '';
    const text = 'Name,Mon 23/11,Tue 24/11,Wed 25/11\nAnn Lee,9-5,,\n"Lee, Ann",16:00-20:00,9-5,';
    expect(read(text, answering([id, 'join'])).rows.flatMap((each) => each.shifts).map((shift) => `${shift.from}-${shift.to}`)).toEqual(['09:00-20:00', '09:00-17:00']);
    expect(read(text, answering([id, 'keep-second'])).rows.flatMap((each) => each.shifts).map((shift) => shift.from)).toEqual(['16:00', '09:00']);
  });
});

describe('job titles', () => {
  it('say what role, nights and employment', () => {
    const roles = (title: string) => readJobTitle(title, asking(noMapping), 1);
    expect(['Home Manager', 'Deputy', 'Activities co-ord (D1)', 'Activities asst', 'Senior carer', 'Carer', 'Night senior', 'Chef'].map((title) => roles(title).role)).toEqual(['manager', 'deputy', 'activity-coordinator', 'activity-assistant', 'senior-carer', 'carer', 'senior-carer', 'other']);
    expect(roles('Night carer')).toMatchObject({ nights: true, employment: 'staff' });
    expect([roles('Carer (bank)').employment, roles('Carer (agency)').employment]).toEqual(['bank', 'agency']);
  });

  it('hint at licences, which count only once confirmed', () => {
    expect(['Carer (D1 101)', 'Driver D1', 'Carer (B)', 'Carer / driver', 'Carer'].map(hintedLicence)).toEqual([{ codes: ['D1-101'], hinted: true }, { codes: ['D1'], hinted: true }, { codes: ['B'], hinted: true }, { codes: [], hinted: true }, { codes: [], hinted: false }]);
    expect(understood.people.find((person) => person.familyName === 'Probert')).toMatchObject({ licences: ['D1'], licencesConfirmed: false });
    const confirmed = read(matrixText, answering(['licence:activities co ord (d1)', 'D1'], ['licence:carer / driver (b)', 'none']));
    expect(confirmed.people.filter((person) => person.licencesConfirmed).map((person) => person.licences)).toEqual([['D1'], []]);
    expect(question('licence')?.words).toMatch(/Look at the licence itself/);
    expect(understood.questions.find((each) => each.id === 'licence:carer / driver (b)')?.words).toMatch(/is for volunteers/);
  });

  it('a minibus licence covers cars, a car licence no minibus', () => {
    expect([mayDrive(['D1']), mayDrive(['D1-101']), mayDrive(['B']), mayDrive([])]).toEqual([['B', 'D1'], ['B', 'D1'], ['B'], []]);
  });

  it('an unfamiliar title is asked about once for everyone who has it', () => {
    const text = 'Name,Job,Mon 23/11,Tue 24/11,Wed 25/11\nAnn Lee,Zookeeper,9-5,,\nBo Ray,Zookeeper,9-5,,';
    expect(question('role', read(text))).toMatchObject({ id: 'role:zookeeper', lines: [2, 3] });
    expect(read(text, answering(['role:zookeeper', 'other'])).people.map((person) => person.role)).toEqual(['other', 'other']);
  });
});

describe('the file', () => {
  it('without days is refused with a sentence, its lines still accounted for', () => {
    const found = read('Name,Room\nAnn,1');
    expect(found.refused).toMatch(/No row has the days/);
    expect(found.setAside.map((each) => each.line)).toEqual([1, 2]);
  });

  it('columns may be pointed elsewhere', () => {
    const found = read(matrixText, withColumn(noMapping, 'sat 28 11', 'ignore'));
    expect(found.days).toHaveLength(6);
    expect(question('alternate', found)).toBeUndefined();
  });

  it('what comes back is plain JSON and the same from UTF-8', () => {
    expect(JSON.parse(JSON.stringify(understood))).toEqual(understood);
    expect({ ...understandRotaMatrix(utf8Bytes(matrixText), undefined, { staff: [] }, today), encoding: '' }).toEqual({ ...understood, encoding: '' });
  });
});
