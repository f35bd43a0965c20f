/** A list of residents is understood row by row, and what it cannot mean is said. */
import { residentsText, utf8Bytes, windowsBytes } from './handed-over.fixture.ts';
import { noMapping, withAnswer, withColumn, type Mapping } from './shared.ts';
import { areasOfLife, isEmail, readSupporters } from './resident-circle.ts';
import { readPhotoConsent, readSupport } from './resident-cells.ts';
import { understandResidents, type KnownPeople } from './residents.ts';
import { understandRotaMatrix } from './rota-matrix.ts';

const today = '2026-11-21';
const nobody: KnownPeople = { residents: [], staff: [] };
const read = (text: string, mapping?: Mapping, known = nobody) => understandResidents(windowsBytes(text), mapping, known, today);
const understood = read(residentsText);

function person(surname: string, from = understood) {
  const row = from.rows.find((each) => each.resident.familyName === surname);
  if (!row) throw new Error(`no ${surname}`);
  return row;
}

const said = (surname: string, from = understood) => person(surname, from).notes.map((note) => `${note.level}: ${note.message}`).join('\n');

describe('people', () => {
  it('everyone with a name can be taken in, and the counts add up', () => {
    expect(understood.refused).toBeNull();
    expect(understood.counts).toMatchObject({ good: 1, check: 5, refused: 0, setAside: 1 });
    expect(person('Quayle')).toMatchObject({ verdict: 'good', matches: null, resident: { title: 'Mr', givenName: 'Alfred', legalName: 'Alfred Quayle', preferredName: 'Alf', born: '1939-05-02', room: '1', movedIn: '2025-01-10', supportOut: { staff: 1, residents: 1 }, wheelchair: 'never', photoConsent: 'yes', keyWorker: { text: 'Siân Probert', staffId: null } } });
  });

  it('an impossible date of birth is left empty and said, and the person is still taken', () => {
    expect(person('Oakes')).toMatchObject({ verdict: 'check', resident: { born: null } });
    expect(said('Oakes')).toMatch(/check: “31\/02\/1941” is not a day.*February has 28 days in 1941/);
  });

  it('a year of two digits is assumed and waits for a yes', () => {
    expect(person('Finch').resident.born).toBe('1938-07-04');
    const question = understood.questions.find((each) => each.kind === 'century');
    expect(question).toMatchObject({ id: 'century:cora finch|4/7/38', answer: null, lines: [4] });
    const confirmed = read(residentsText, withAnswer(understood.mapping, question?.id ?? '', '1938-07-04'));
    expect(said('Finch', confirmed)).not.toMatch(/two digits/);
    const unknown = read(residentsText, withAnswer(understood.mapping, question?.id ?? '', 'not-known'));
    expect(person('Finch', unknown).resident.born).toBeNull();
  });

  it('two people in one room are asked about, and the answer is followed', () => {
    expect(said('Bright')).toMatch(/both put in room 5/);
    const question = understood.questions.find((each) => each.kind === 'room');
    expect(question?.lines).toEqual([6, 7]);
    const shared = read(residentsText, withAnswer(noMapping, question?.id ?? '', 'shared'));
    expect(said('Bright', shared)).not.toMatch(/room 5/);
    const hers = read(residentsText, withAnswer(noMapping, question?.id ?? '', 'euphemia bright'));
    expect([person('Bright', hers).resident.room, person('Tully', hers).resident.room]).toEqual(['5', '']);
  });

  it('a nearly empty row is taken and asks for someone to sit down with the person', () => {
    expect(person('Tully').verdict).toBe('check');
    expect(said('Tully')).toMatch(/sit down with them/);
  });

  it('a row without a name cannot be a person, and a lone heading is set aside', () => {
    const odd = read('Room,First name,Surname,DOB\nFirst floor,,,\n9,,,01/01/1940\n3,Ann,Lee,02/02/1940');
    expect(odd.rows.map((row) => row.verdict)).toEqual(['refused', 'good']);
    expect(odd.notes[0]?.message).toMatch(/says nothing about who pays, how they get about/);
    expect(odd.rows[0]?.notes[0]?.message).toMatch(/no name in this row/);
    expect(odd.setAside.map((each) => each.line)).toEqual([1, 2]);
    expect(odd.questions).toEqual([]);
  });

  it('names in one column are taken apart, whichever way round they stand', () => {
    const found = read('Residents of the house\n\nName;Room;Date of birth\nNowak, Piotr;1;01/01/1940\nMrs Dorothy May Lumley;2;02/01/1940\nProf. Quill;3;');
    expect(found.headerLine).toBe(3);
    expect(found.rows.map(({ resident: { title, givenName, familyName } }) => [title, givenName, familyName])).toEqual([['', 'Piotr', 'Nowak'], ['Mrs', 'Dorothy May', 'Lumley'], ['Prof.', 'Quill', '']]);
  });
});

describe('who pays, how they move, how much support', () => {
  it('payers are told apart', () => {
    expect(['Quayle', 'Oakes', 'Finch', 'Ng', 'Bright', 'Tully'].map((name) => person(name).resident.funding.payer)).toEqual(['council', 'nhs', 'self', 'mixed', 'self', null]);
    expect(person('Bright').resident.shortStay).toBe(true);
  });

  it('a ratio is staff to people, in that order', () => {
    expect(readSupport('2:1', 'supportOut').support).toEqual({ staff: 2, residents: 1 });
    expect(readSupport('1:2', 'supportOut').support).toEqual({ staff: 1, residents: 2 });
    expect(readSupport('1 to 4', 'supportOut').support).toEqual({ staff: 1, residents: 4 });
    expect(readSupport('01:04:00', 'supportOut').support).toEqual({ staff: 1, residents: 4 });
    expect(readSupport('4:1', 'supportOut').notes[0]?.message).toMatch(/other way round/);
    expect(readSupport('lots', 'supportOut')).toMatchObject({ support: null, notes: [{ level: 'check' }] });
  });

  it('a wheelchair is never, out or always; a doubt is asked about', () => {
    expect(['Quayle', 'Oakes', 'Ng'].map((name) => person(name).resident.wheelchair)).toEqual(['never', 'out', 'always']);
    expect(person('Oakes').resident).toMatchObject({ hoist: true, transferStaff: 2 });
    expect(person('Finch').resident.transferStaff).toBe(1);
    const question = understood.questions.find((each) => each.id.startsWith('wheelchair:euphemia'));
    const answered = read(residentsText, withAnswer(noMapping, question?.id ?? '', 'out'));
    expect(person('Bright', answered).resident.wheelchair).toBe('out');
  });
});

describe('circle and authority', () => {
  it('several relatives in one cell are paired with their relations and addresses', () => {
    expect(person('Oakes').resident.supporters).toEqual([{ name: 'Tom Oakes', relation: 'son', email: 'tom@example.org' }, { name: 'Ann Oakes', relation: 'daughter', email: null }]);
    expect(said('Oakes')).toMatch(/“ann@example” for Ann Oakes has nothing like/);
  });

  it('relations may stand in brackets, and a comma parts whole names only', () => {
    expect(readSupporters('Bo Lee (son), Cy Lee (daughter)', '', '', 'Ann').supporters).toEqual([{ name: 'Bo Lee', relation: 'son', email: null }, { name: 'Cy Lee', relation: 'daughter', email: null }]);
    expect(readSupporters('Lee, Bo', 'son', '', 'Ann').supporters).toEqual([{ name: 'Lee, Bo', relation: 'son', email: null }]);
  });

  it('unequal numbers are said, and an address goes to the name that begins it', () => {
    const found = readSupporters('Tom Oakes; Ann Oakes', 'children', 'ann@example.org', 'Beryl');
    expect(found.supporters).toEqual([{ name: 'Tom Oakes', relation: 'children', email: null }, { name: 'Ann Oakes', relation: 'children', email: 'ann@example.org' }]);
    expect(found.notes.filter((note) => note.level === 'check')).toHaveLength(2);
  });

  it('addresses must be able to arrive', () => {
    expect(['a@b.uk', 'x.y+z@mail.example.org', 'sue@example', 'sue@', 'a b@c.uk', '@c.uk', 'a@b..uk', 'a@b.uk;c@d.uk'].map(isEmail)).toEqual([true, true, false, false, false, false, false, false]);
  });

  it('next of kin alone decides nothing, and an attorney for money does not decide outings', () => {
    expect(said('Quayle')).not.toMatch(/That alone gives no right/);
    expect(said('Bright')).toMatch(/Ivy Bright is family or next of kin. That alone gives no right/);
    expect(person('Bright').resident.authorities).toEqual([{ kind: 'attorney', areas: ['property-and-finance'], holderName: 'Ivy Bright', words: 'Ivy (P&F only)' }]);
    expect(said('Bright')).toMatch(/check: .*property and finance only.*does not decide about outings/);
  });

  it('the kind of a column counts as the area, and a claim waits for the document', () => {
    expect(person('Quayle').resident.authorities).toEqual([{ kind: 'attorney', areas: ['health-and-welfare'], holderName: 'Ruth Quayle', words: 'Ruth Quayle' }]);
    expect(said('Quayle')).toMatch(/counts once someone here has seen the document/);
  });

  it('money and the rest of life are decided apart', () => {
    expect(areasOfLife(['property-and-finance'])).toEqual(['money']);
    expect(areasOfLife(['health-and-welfare'])).not.toContain('money');
  });

  it('a deputy is asked about, because only the order says what it covers', () => {
    expect(person('Oakes').resident.authorities).toMatchObject([{ kind: 'deputy', areas: [], holderName: 'Tom Oakes' }]);
    const question = understood.questions.find((each) => each.kind === 'authority');
    const answered = read(residentsText, withAnswer(noMapping, question?.id ?? '', 'both'));
    expect(person('Oakes', answered).resident.authorities[0]?.areas).toEqual(['health-and-welfare', 'property-and-finance']);
  });

  it('capacity, not knowing, and needing an advocate are three different things', () => {
    expect(person('Finch').resident.authorities).toEqual([]);
    expect(said('Finch')).toMatch(/info: Nobody holds an authority.*Cora Finch decides/);
    expect(said('Ng')).toMatch(/check: It is not known whether anyone may decide/);
    expect(person('Ng').resident).toMatchObject({ needsAdvocate: true, supporters: [] });
    expect(said('Ng')).toMatch(/advocate is needed/);
  });
});

describe('photos', () => {
  it('consent with a condition is not a yes, and silence means nobody has asked', () => {
    expect(person('Oakes').resident).toMatchObject({ photoConsent: 'conditional', photoConsentWords: 'Y for family only' });
    expect(['Y', 'yes', 'N', '', 'ask each time', 'Yes but not face', 'TRUE'].map((text) => readPhotoConsent(text).photoConsent)).toEqual(['yes', 'yes', 'no', 'not asked', 'conditional', 'conditional', 'yes']);
  });
});

describe('people who are here already', () => {
  const known: KnownPeople = {
    staff: [{ id: 's1', givenName: 'Sian', familyName: 'Probert' }, { id: 's2', givenName: 'Joanne', familyName: 'Marsh' }],
    residents: [
      { id: 'r1', legalName: 'Alfred Quayle', preferredName: 'Alfie', room: '1', born: '1939-05-02' },
      { id: 'r2', legalName: 'Cora Finch', preferredName: 'Cora', room: '12', born: null },
      { id: 'r3', legalName: 'Denise Ng', preferredName: 'Denise', room: '4', born: '1951-01-01' },
    ],
  };
  const again = read(residentsText, undefined, known);

  it('a known person is matched, not doubled, and differences are shown', () => {
    expect(person('Quayle', again)).toMatchObject({ matches: 'r1', verdict: 'check', differences: [{ field: 'preferredName', here: 'Alfie', file: 'Alf' }] });
  });

  it('a doubtful match is asked, and the answer settles it', () => {
    expect(person('Finch', again)).toMatchObject({ matches: null, verdict: 'check' });
    const question = again.questions.find((each) => each.id.startsWith('same-person:cora finch'));
    expect(question?.options.map((option) => option.value)).toEqual(['r2', 'new']);
    expect(person('Finch', read(residentsText, withAnswer(noMapping, question?.id ?? '', 'r2'), known))).toMatchObject({ matches: 'r2', differences: [{ field: 'room' }] });
    expect(again.questions.some((each) => each.id.startsWith('same-person:dennis ng'))).toBe(true);
  });

  it('a named worker is found with or without the accent, and asked about when only alike', () => {
    expect(person('Quayle', again).resident.keyWorker.staffId).toBe('s1');
    const question = again.questions.find((each) => each.kind === 'key-worker');
    expect(question).toMatchObject({ id: 'key-worker:jo marsh', lines: [5, 6] });
    expect(person('Ng', read(residentsText, withAnswer(noMapping, 'key-worker:jo marsh', 's2'), known)).resident.keyWorker.staffId).toBe('s2');
  });

  it('the same person twice in one file is taken once', () => {
    const twice = read(`${residentsText}\r\n1,Mr,Alf,Alfred,Quayle,02/05/1939,,,,,,,,,,,,,,,`);
    expect(twice.rows.at(-1)).toMatchObject({ verdict: 'refused' });
    expect(twice.rows.at(-1)?.notes.some((note) => /same person is on line 2/.test(note.message))).toBe(true);
  });
});

describe('mapping', () => {
  it('unknown column names can be pointed at, and are remembered', () => {
    const text = 'Zimmer;Wer;Wann\n7;Ann Lee;01/01/1940';
    const first = read(text);
    expect(first.rows[0]?.verdict).toBe('refused');
    expect(first.notes.map((note) => note.message).join()).toMatch(/did not find the column with the names/);
    const mapping = withColumn(withColumn(withColumn(first.mapping, 'wer', 'fullName'), 'zimmer', 'room'), 'wann', 'born');
    const second = read(text, mapping);
    expect(second.rows[0]?.resident).toMatchObject({ legalName: 'Ann Lee', room: '7', born: '1940-01-01' });
    expect(read(text, second.mapping).rows).toEqual(second.rows);
  });

  it('a column can be set to be ignored', () => {
    const without = read(residentsText, withColumn(noMapping, 'photo consent', 'ignore'));
    expect(person('Quayle', without).resident.photoConsent).toBe('not asked');
  });

  it('answers that are not among the options count as not given', () => {
    const odd = read(residentsText, withAnswer(noMapping, 'century:cora finch|4/7/38', 'banana'));
    expect(odd.questions.find((each) => each.kind === 'century')?.answer).toBeNull();
  });

  it('what comes back is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(understood))).toEqual(understood);
  });
});

describe('hostile cells', () => {
  it('formulas and web page code stay plain text and are pointed out', () => {
    const found = understandResidents(utf8Bytes('First name,Surname,Room,Likes\n"=cmd|\' /C calc\'!A0",Lee,1,<script>alert(1)</script>'), undefined, nobody, today);
    expect(found.rows[0]?.resident).toMatchObject({ givenName: "=cmd|' /C calc'!A0", lifeStoryText: '<script>alert(1)</script>' });
    expect(found.rows[0]?.verdict).toBe('check');
    expect(found.rows[0]?.notes.filter((note) => /plain text/.test(note.message))).toHaveLength(2);
  });

  it('ten thousand characters are kept in a story and refused as a name', () => {
    const long = 'x'.repeat(10_000);
    const found = read(`First name,Surname,Room,Likes\nAnn,Lee,1,${long}\n${long},Lee,2,`);
    expect(found.rows[0]).toMatchObject({ verdict: 'check', resident: { lifeStoryText: long } });
    expect(found.rows[1]).toMatchObject({ verdict: 'refused' });
    expect(Math.max(...found.rows.flatMap((row) => row.notes.map((note) => note.message.length)))).toBeLessThan(600);
  });

  it('a rota cell that would run something is asked about like any unknown code', () => {
    const found = understandRotaMatrix(utf8Bytes('Name,Mon 23/11,Tue 24/11,Wed 25/11/2026\nAnn Lee,=1+2,<b>,9-5'), undefined, { staff: [] }, today);
    expect(found.rows[0]?.shifts).toHaveLength(1);
    expect(found.questions.map((question) => question.id)).toEqual(['code:=1+2', 'code:<B>']);
  });
});
