import { readFileSync } from 'node:fs';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ShiftEntity } from '../../apps/api/src/staff/staff.entities.ts';
import { type HandedOverName, handedOver, sample } from '../world/handed-over.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

type Question = { id: string; kind: string; words: string; blocks: boolean; answer: string | null; options: { value: string }[] };
type Row = { line: number; verdict: string; effect: string; title: string; summary: string; notes: { level: string; message: string }[] };
type Run = {
  id: string; kind: string; status: string; lines: string[]; button: string; inTheWay: string[]; rows: Row[]; questions: Question[];
  columns: { key: string; target: string }[]; setAside: { line: number }[]; counts: Record<string, number>; reasons?: { code: string; message: string }[];
};

const RUN = `... on ImportRun { id kind status fileName lines button inTheWay counts { good check refused setAside questionsOpen questionsBlocking }
  rows { line verdict effect title summary notes { level message } } questions { id kind words blocks answer options { value } } columns { key target } setAside { line } }
  ... on Refused { reasons { code message } }`;
const READ = `mutation ($input: ReadImportInput!) { readImport(input: $input) { ${RUN} } }`;
const CORRECT = `mutation ($runId: Id!, $answers: [ImportAnswerInput!]!, $columns: [ImportColumnInput!]) { correctImport(runId: $runId, answers: $answers, columns: $columns) { ${RUN} } }`;
const COMMIT = `mutation ($runId: Id!) { commitImport(runId: $runId) { ${RUN} } }`;

const latin = (text: string) => Buffer.from(text, 'latin1');

const LIST = latin([
  'Room,Known as,First name,Surname,DOB,Support out,Likes / life history (free text),Routine,Wants,Next of kin,NOK relationship,NOK email,LPA H&W,Photo consent',
  '1,Alf,Alfred,Quayle,02/05/1939,1:1,"Tram driver 31 yrs. Kept pigeons (last was Meg, a racer). Bowls.",Feeds the birds 08:00 - upset if missed,Race day. See the sea.,Ruth Quayle,daughter,ruth@example.org,Ruth Quayle,Y',
  '2,,Beryl,Oakes,31/02/1941,2:1,Ballroom,,Dance,Tom Oakes; Ruth Quayle,son; niece,tom@example.org; ruth@example.org,Deputy (court) T Oakes,Y for family only',
  '3,,,,,,,,,,,,,',
  '4,Jos\xe9,Jos\xe9,Ng,1/3/37,,,,,,,,,',
].join('\r\n'));

describe('importing', () => {
  let world: World;
  let home: Home;
  let karen: Person;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-21T09:00:00Z' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    home = await world.home();
    karen = await home.worker('Karen Whitfield', 'manager', { jobTitle: 'Home Manager' });
  });

  const read = async (bytes: Uint8Array, fileName = 'list.csv', who = karen): Promise<Run> =>
    (await who.gets<{ readImport: Run }>(READ, { input: { fileName, contentBase64: Buffer.from(bytes).toString('base64') } })).readImport;
  const correct = async (runId: string, answers: Record<string, string>, columns: { column: string; target: string }[] = []): Promise<Run> =>
    (await karen.gets<{ correctImport: Run }>(CORRECT, { runId, answers: Object.entries(answers).map(([questionId, value]) => ({ questionId, value })), columns })).correctImport;
  const commit = async (runId: string, who = karen): Promise<Run> => (await who.gets<{ commitImport: Run }>(COMMIT, { runId })).commitImport;
  /** Answers everything that is in the way: the first option, unless a kind is named. */
  const answerAll = (run: Run, chosen: Record<string, string> = {}): Promise<Run> =>
    correct(run.id, Object.fromEntries(run.questions.filter(({ answer }) => answer === null).map((question) => [question.id, chosen[question.kind] ?? question.options[0]?.value ?? ''])));
  const count = async (table: string): Promise<number> => (await world.look<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE home_id = $1`, [home.id]))[0]?.n ?? -1;
  const rowOf = (run: Run, line: number) => run.rows.find((row) => row.line === line);

  it('says what it understood and saves nothing of it', async () => {
    const run = await read(LIST);
    expect(run).toMatchObject({ kind: 'residents', status: 'read', counts: { questionsBlocking: 1 } });
    expect(rowOf(run, 2)).toMatchObject({ title: 'Alf Quayle', effect: 'add', summary: 'Room 1, born 2 May 1939, out 1 staff to 1 person; 4 memories; 2 wishes; 1 person round them; who may decide, once the document is seen' });
    expect(rowOf(run, 3)?.notes.some(({ level, message }) => level === 'check' && message.includes('There is no 31 February'))).toBe(true);
    expect([...run.setAside.map(({ line }) => line), ...run.rows.filter(({ effect }) => effect === 'leave out').map(({ line }) => line)]).toContain(4);
    expect(rowOf(run, 5)).toMatchObject({ title: 'José Ng', effect: 'waits' });
    expect(run.lines.at(-1)).toMatch(/^1 line cannot|^1 line waits for an answer of yours/);
    expect(run.inTheWay[0]).toMatch(/^Please answer first: /);
    expect(await count('resident')).toBe(0);
    expect((await commit(run.id)).reasons?.every(({ code }) => code === 'QUESTIONS_OPEN')).toBe(true);
    expect(await count('resident')).toBe(0);
  });

  it('takes in people with their memories, wishes and circle, and gives nobody a right they did not have', async () => {
    const run = await answerAll(await read(LIST), { wheelchair: 'never' });
    expect(run).toMatchObject({ inTheWay: [], button: 'Import 3 people' });
    expect(run.lines[0]).toBe('3 people will be added.');
    const done = await commit(run.id);
    expect(done).toMatchObject({ status: 'imported', button: 'Imported' });
    expect(done.lines[0]).toBe('3 people were added.');
    expect([await count('resident'), await count('supporter'), await count('circle_member')]).toEqual([3, 2, 3]);
    expect([await count('sharing_consent'), await count('routine'), await count('wish')]).toEqual([0, 0, 3]);
    const facts = await world.look<{ words: string; theme: string; told_how: string }>('SELECT words, theme, told_how FROM life_fact WHERE home_id = $1 ORDER BY id', [home.id]);
    expect(facts.map(({ words }) => words)).toEqual(['Tram driver 31 yrs.', 'Kept pigeons (last was Meg, a racer).', 'Bowls.', 'Feeds the birds 08:00 - upset if missed', 'Ballroom']);
    expect(facts[3]).toMatchObject({ theme: 'routine from the file', told_how: 'from the file' });
    const authorities = await world.look<{ area: string; document_seen: string | null; supporter_id: string | null }>('SELECT area, document_seen, supporter_id FROM authority WHERE home_id = $1', [home.id]);
    expect(authorities.length).toBeGreaterThan(1);
    expect(authorities.every(({ document_seen, supporter_id }) => document_seen === null && supporter_id !== null)).toBe(true);
    expect((await world.look('SELECT born, photo_consent FROM resident WHERE home_id = $1 AND family_name = $2', [home.id, 'Oakes']))[0]).toMatchObject({ born: null, photo_consent: 'conditional' });
    expect((await world.look('SELECT preferred_name FROM resident WHERE home_id = $1 AND room = $2', [home.id, '4']))[0]).toEqual({ preferred_name: 'José' });
  });

  it('remembers the answers, knows everyone again, and changes nothing the second time', async () => {
    await commit((await answerAll(await read(LIST), { wheelchair: 'never' })).id);
    const again = await read(LIST);
    expect(again.questions.filter(({ blocks, answer }) => blocks && answer === null)).toEqual([]);
    expect(again.lines[0]).toBe('Everything in this file is here already. Nothing will be changed.');
    expect(again.rows.map(({ effect }) => effect).filter((effect) => effect !== 'leave out')).toEqual(['same', 'same', 'same']);
    expect((await commit(again.id)).lines[0]).toBe('Everything in this file was here already. Nothing was changed.');
    expect([await count('resident'), await count('life_fact'), await count('wish'), await count('supporter'), await count('import_mapping')]).toEqual([3, 5, 3, 2, 1]);
  });

  it('fills in only what is empty and shows what differs', async () => {
    const alf = await home.resident('Alfred Quayle', { preferredName: 'Alfie', room: '1', born: null, photoConsent: 'no', communication: 'Clear' });
    const first = await read(LIST);
    const run = await answerAll(first, { wheelchair: 'never' });
    expect(rowOf(run, 2)).toMatchObject({ effect: 'update' });
    expect(rowOf(run, 2)?.notes.some(({ level, message }) => level === 'check' && message.includes('“Alfie” here and “Alf” in the file'))).toBe(true);
    await commit(run.id);
    const [row] = await world.look('SELECT preferred_name, born::text, photo_consent FROM resident WHERE home_id = $1 AND id = $2', [home.id, alf.id]);
    expect(row).toEqual({ preferred_name: 'Alfie', born: '1939-05-02', photo_consent: 'no' });
    expect(await count('resident')).toBe(3);
  });

  it('reads a column again when somebody points at it, and refuses a field that is none', async () => {
    const run = await read(latin('Bed,Who,Birthday,Mobility\n1,Alf Quayle,02/05/1939,Independent\n2,Beryl Oakes,03/06/1941,Independent\n'));
    const { errors } = await karen.asks(READ, { input: { fileName: 'x.csv', kind: 'staff', contentBase64: '' } });
    expect(errors?.[0]?.extensions.code).toBe('INVALID');
    const known = run.reasons ? (await karen.gets<{ readImport: Run }>(READ, { input: { fileName: 'x.csv', kind: 'residents', contentBase64: latin('Bed,Who,Birthday,Mobility\n1,Alf Quayle,02/05/1939,Independent\n2,Beryl Oakes,03/06/1941,Independent\n').toString('base64') } })).readImport : run;
    const mended = await correct(known.id, {}, [{ column: 'who', target: 'fullName' }, { column: 'bed', target: 'room' }]);
    expect(mended.rows.map(({ title }) => title)).toEqual(['Alf Quayle', 'Beryl Oakes']);
    expect(mended.rows[0]?.summary ?? '').toMatch(/Room 1|Waits/);
    expect((await karen.asks(CORRECT, { runId: known.id, answers: [], columns: [{ column: 'who', target: 'password' }] })).errors?.[0]?.extensions.code).toBe('INVALID');
  });

  it('leaves nothing behind when one line fails to be saved', async () => {
    const run = await answerAll(await read(LIST), { wheelchair: 'never' });
    await world.look(`CREATE FUNCTION no_ng() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.words = 'Ballroom' THEN RAISE EXCEPTION 'disk full'; END IF; RETURN NEW; END $$`);
    await world.look('CREATE TRIGGER no_ng BEFORE INSERT ON life_fact FOR EACH ROW EXECUTE FUNCTION no_ng()');
    expect((await karen.asks(COMMIT, { runId: run.id })).errors?.[0]?.message).toMatch(/nothing was changed/i);
    await world.look('DROP TRIGGER no_ng ON life_fact');
    await world.look('DROP FUNCTION no_ng()');
    expect([await count('resident'), await count('supporter'), await count('life_fact'), await count('import_mapping')]).toEqual([0, 0, 0, 0]);
    expect((await commit(run.id)).status).toBe('imported');
    expect(await count('resident')).toBe(3);
  });

  it('happens once when two managers press at the same time, on one reading or on two', async () => {
    const dee = await home.worker('Dee Marsh', 'manager');
    const run = await answerAll(await read(LIST), { wheelchair: 'never' });
    const other = await answerAll(await read(LIST, 'list.csv', dee), { wheelchair: 'never' });
    const answers = await Promise.all([commit(run.id), commit(run.id, dee), commit(other.id, dee), commit(run.id)]);
    expect(answers.map(({ status }) => status)).toEqual(['imported', 'imported', 'imported', 'imported']);
    expect([await count('resident'), await count('circle_member'), await count('wish')]).toEqual([3, 3, 3]);
  });

  it('is for managers only, of the home the file was given to', async () => {
    const carer = await home.worker('Ada Bell', 'carer');
    const elsewhere = await (await world.home('Elm House')).worker('Eve Marsh', 'manager');
    const input = { fileName: 'list.csv', contentBase64: LIST.toString('base64') };
    expect((await carer.asks(READ, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const run = await read(LIST);
    expect((await elsewhere.asks(COMMIT, { runId: run.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await elsewhere.gets<{ pastImports: unknown[] }>('{ pastImports { id } }')).pastImports).toEqual([]);
    expect((await karen.gets<{ pastImports: unknown[] }>('{ pastImports { fileName status kindWords lines } }')).pastImports).toEqual([{ fileName: 'list.csv', status: 'read', kindWords: 'People who live here', lines: [] }]);
  });

  it('says what is wrong with a file that is none', async () => {
    expect((await read(Buffer.from('%PDF-1.7'))).reasons?.[0]?.message).toMatch(/^This is a PDF/);
    expect((await read(Buffer.alloc(0))).reasons?.[0]?.message).toMatch(/^This file is empty/);
    expect((await read(Buffer.alloc(5_000_001, 'a'))).reasons?.[0]?.message).toMatch(/larger than 5 MB/);
    const broken = await karen.gets<{ readImport: Run }>(READ, { input: { fileName: 'x', contentBase64: '%%%' } });
    expect(broken.readImport.reasons?.[0]?.code).toBe('NOT_BASE64');
    expect(await count('import_run')).toBe(0);
  });

  const ROTA = (extra = '') => latin([
    'Employee No;Surname;Forename;Role;Shift start;Shift end;Unpaid break (min);Status',
    '7;Bell;Ada;Carer / driver (D1 101);24/10/2026 20:45;25/10/2026 07:45;60;Confirmed',
    '8;Vale;Jo;Carer;26/10/2026 07:30;26/10/2026 14:30;30;Confirmed',
    `8;Vale;Jo;Carer;27/10/2026 07:30;27/10/2026 14:30;30;Sickness${extra}`,
  ].join('\n'));

  it('puts down a rota, over the night the clocks change, with new staff only when told so', async () => {
    const ada = await home.staff('Ada Bell');
    const run = await read(ROTA(), 'rota.csv');
    expect(run.questions.map(({ kind }) => kind).toSorted()).toEqual(['add-staff', 'licence']);
    const left = await correct(run.id, { 'add-staff': 'leave-out' });
    expect(left.rows.map(({ effect }) => effect)).toEqual(['add', 'leave out', 'leave out']);
    const added = await correct(run.id, Object.fromEntries(run.questions.map(({ id, kind }) => [id, kind === 'licence' ? 'D1-101' : 'add'])));
    expect(added).toMatchObject({ inTheWay: [], button: 'Import 2 shifts' });
    await commit(added.id);
    const shifts = await world.look<{ starts_at: Date; ends_at: Date; break_minutes: number }>('SELECT starts_at, ends_at, break_minutes FROM shift WHERE home_id = $1 ORDER BY starts_at', [home.id]);
    // 20:45 summer time to 07:45 winter time: twelve hours on one's feet.
    expect(shifts[0]).toEqual({ starts_at: new Date('2026-10-24T19:45:00Z'), ends_at: new Date('2026-10-25T07:45:00Z'), break_minutes: 60 });
    expect((await world.look('SELECT employee_no, licences FROM staff WHERE id = $1', [ada.id]))[0]).toEqual({ employee_no: '7', licences: ['B', 'D1'] });
    expect((await world.look<{ kind: string }>('SELECT kind FROM absence WHERE home_id = $1', [home.id])).map(({ kind }) => kind)).toEqual(['sick']);

    const again = await read(ROTA(), 'rota.csv');
    expect(again.lines).toEqual(['Everything in this file is here already. Nothing will be changed.']);
    await commit(again.id);
    expect([await count('shift'), await count('absence'), await count('staff')]).toEqual([2, 1, 3]);
  });

  it('replaces the shifts of those in the file on its days, and nobody else’s', async () => {
    const [ada, zed] = [await home.staff('Ada Bell'), await home.staff('Zed Other')];
    const shift = (staffId: string, from: string, to: string): ShiftEntity => ({ homeId: home.id, id: newId(), staffId, startsAt: new Date(from), endsAt: new Date(to), breakMinutes: 0, source: 'typed' });
    await home.insert(ShiftEntity, [
      shift(ada.id, '2026-10-26T07:30:00Z', '2026-10-26T14:30:00Z'), shift(zed.id, '2026-10-26T07:30:00Z', '2026-10-26T14:30:00Z'), shift(ada.id, '2026-10-28T07:30:00Z', '2026-10-28T14:30:00Z'),
    ]);
    const run = await correct((await read(ROTA(), 'rota.csv')).id, { 'add-staff': 'add' });
    expect(run.lines).toContain('1 shift that stood there for them before will be taken away.');
    await commit(run.id);
    const left = await world.look<{ staff_id: string }>('SELECT staff_id FROM shift WHERE home_id = $1 AND source = $2', [home.id, 'typed']);
    expect(left.map(({ staff_id }) => staff_id).toSorted()).toEqual([ada.id, zed.id].toSorted());
  });

  it('does not put anybody on two shifts at once', async () => {
    const ada = await home.staff('Ada Bell');
    await home.insert(ShiftEntity, { homeId: home.id, id: newId(), staffId: ada.id, startsAt: new Date('2026-10-23T20:00:00Z'), endsAt: new Date('2026-10-24T22:00:00Z'), breakMinutes: 0, source: 'typed' });
    const run = await correct((await read(ROTA(), 'rota.csv')).id, { 'add-staff': 'add' });
    expect(run.inTheWay[0]).toBe('Ada Bell is on shift here from 21:00 on Friday 23 October to 23:00 on Saturday 24 October, and in the file from 20:45 on Saturday 24 October. Nobody works two shifts at once: correct one of them.');
    expect((await commit(run.id)).reasons?.[0]?.code).toBe('SHIFT_MEETS');
    expect(await count('shift')).toBe(1);
  });

  it('keeps what a job title and a name mean for the other kind of rota too, and each kind’s own answer before the other’s', async () => {
    await home.staff('Ada Bell');
    const matrix = latin('Name,Job title,Mon 26/10,Tue 27/10,Wed 28/10\n"Bell, A",Carer / driver (D1 101),9-5,10-2 alt,\n');
    const first = await read(matrix, 'week.csv');
    expect(first.questions.map(({ id }) => id)).toEqual(['licence:carer / driver (d1 101)', 'who:a bell', 'alternate:a bell|2026-10-27']);
    const [licence, who, alternate] = first.questions;
    await commit((await correct(first.id, { [licence?.id ?? '']: 'D1', [who?.id ?? '']: who?.options[0]?.value ?? '', [alternate?.id ?? '']: 'this-week' })).id);

    const shifts = latin([
      'Employee No;Surname;Forename;Role;Shift start;Shift end', '7;Bell;A;Carer / driver (D1 101);29/10/2026 07:30;29/10/2026 14:30', '8;Vale;Jo;Carer / driver;29/10/2026 07:30;29/10/2026 14:30',
    ].join('\n'));
    const second = await read(shifts, 'shifts.csv');
    expect(second.questions.map(({ id, answer }) => [id, answer])).toEqual([['add-staff', null], [licence?.id, 'D1'], [who?.id, who?.options[0]?.value], ['licence:carer / driver', null]]);
    // Answered otherwise for this kind: the other kind keeps what it was told.
    await commit((await correct(second.id, { 'add-staff': 'leave-out', [licence?.id ?? '']: 'B', 'licence:carer / driver': 'none' })).id);
    expect((await read(matrix, 'week.csv')).questions.map(({ answer }) => answer)).toEqual(['D1', who?.options[0]?.value, 'this-week']);
    expect((await read(shifts, 'shifts.csv')).questions.filter(({ kind }) => kind === 'licence').map(({ answer }) => answer)).toEqual(['B', 'none']);
    const mappings = await world.look<{ kind: string; ids: string[] }>(`SELECT kind, ARRAY(SELECT jsonb_object_keys(mapping->'answers') ORDER BY 1) AS ids FROM import_mapping WHERE home_id = $1 ORDER BY kind`, [home.id]);
    expect(mappings.find(({ kind }) => kind === 'rota-shifts')?.ids).not.toContain(alternate?.id);
  });

  /** What comes of each set of three: the awkward things are the same in kind, not in number. */
  const COUNTS = {
    'the team’s folder': { setAside: [1, 6, 2], staffAdded: 17, staff: 18, shifts: [73, 54], refusedLine: 21 },
    'docs/samples': { setAside: [2, 11, 3], staffAdded: 18, staff: 19, shifts: [73, 54], refusedLine: 10 },
  };
  const sets = handedOver('residents.csv').from === 'docs/samples' ? [sample] : [handedOver, sample];
  it.each(sets.map((find) => [find('residents.csv').from, find] as const))('takes in the three files of %s, one after another', async (from, find) => {
    const bytes = (name: HandedOverName) => readFileSync(find(name).path);
    const counts = COUNTS[from];
    const list = await answerAll(await read(bytes('residents.csv'), 'residents.csv'), { wheelchair: 'never', authority: 'health-and-welfare' });
    expect(list).toMatchObject({ button: 'Import 10 people', inTheWay: [], counts: { refused: 0, setAside: counts.setAside[0] } });
    expect((await commit(list.id)).lines).toContain('10 people were added.');
    expect([await count('resident'), await count('circle_member'), await count('sharing_consent'), await count('routine')]).toEqual([10, 8, 0, 0]);

    const week = await answerAll(await read(bytes('rota-matrix.csv'), 'rota-matrix.csv'), { 'add-staff': 'add', code: 'both', licence: 'D1' });
    expect(week).toMatchObject({ inTheWay: [], counts: { refused: 0, setAside: counts.setAside[1] } });
    expect((await commit(week.id)).lines[0]).toBe(`${counts.staffAdded} people were added to the staff.`);
    const first = await count('shift');
    const unread = await read(bytes('rota-shifts.csv'), 'rota-shifts.csv');
    // The licences were said of the same job titles in the other rota.
    expect(unread.questions.filter(({ answer }) => answer === null).map(({ kind }) => kind)).toEqual(['night']);
    const next = await answerAll(unread);
    expect(next.counts['setAside']).toBe(counts.setAside[2]);
    expect(next.rows.filter(({ verdict }) => verdict === 'refused').map(({ line, notes }) => [line, notes.find(({ level }) => level === 'refused')?.message.includes('31')])).toEqual([[counts.refusedLine, true]]);
    await commit(next.id);
    expect(await count('staff')).toBe(counts.staff);
    expect([first, (await count('shift')) - first]).toEqual(counts.shifts);
    expect((await read(bytes('rota-matrix.csv'), 'rota-matrix.csv')).lines).toEqual(['Everything in this file is here already. Nothing will be changed.']);

    // Now that the staff are here, the list of people joins up their named workers.
    const joined = await answerAll(await read(bytes('residents.csv'), 'residents.csv'));
    expect(joined.button).toBe('Import 9 people');
    await commit(joined.id);
    expect((await world.look<{ n: number }>('SELECT count(*)::int AS n FROM resident WHERE home_id = $1 AND named_worker_id IS NOT NULL', [home.id]))[0]?.n).toBe(9);
    expect(await count('resident')).toBe(10);
  });
});
