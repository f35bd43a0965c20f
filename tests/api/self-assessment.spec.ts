import { newId } from '../../apps/api/src/db/ids.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';
import type { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';

const BEGIN = 'mutation ($input: BeginSelfAssessmentInput!) { it: beginSelfAssessment(input: $input) { ... on SelfAssessment { id } ... on Refused { reasons { code message } } } }';
const ANSWER = 'mutation ($input: AnswerSelfAssessmentInput!) { it: answerSelfAssessment(input: $input) { ... on SelfAssessment { id isFinished } ... on Refused { reasons { code message } } } }';
const ROUNDS = `query ($residentId: Id!) { selfAssessments(residentId: $residentId) { id answeredBy helper howKnown isFinished recordedByName
  answers { question chosen words recordedByName } suggestions { id kind words why from to taken } } }`;
const ARRIVE = 'mutation ($input: AddResidentInput!) { it: addResident(input: $input) { ... on Resident { id preferredName room movedIn supportWords profileSteps { code isDone } } ... on Refused { reasons { code message } } } }';

type Told = { it: { id?: string; isFinished?: boolean; reasons?: { code: string; message: string }[] } };
type Round = { id: string; isFinished: boolean; answers: { question: string; chosen: string[]; words: string | null; recordedByName: string }[]; suggestions: { id: string; kind: string; words: string; why: string; from: string | null; to: string | null; taken: boolean }[] };

describe('a few questions', () => {
  let world: World;
  let home: Home;
  let niamh: Person;
  let ada: ResidentEntity;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    home = await world.home();
    niamh = await home.worker('Niamh O’Brien', 'carer');
    ada = await home.resident('Ada Bell', { room: '3' });
  });

  const begin = (more: object = {}) => niamh.gets<Told>(BEGIN, { input: { id: newId(), residentId: ada.id, answeredBy: 'person', ...more } });
  const answer = (assessmentId: string, question: string, chosen: string[], words: string | null = null, who = niamh, id = newId()) => who.gets<Told>(ANSWER, { input: { id, assessmentId, question, chosen, words } });
  const rounds = async (who = niamh) => (await who.gets<{ selfAssessments: Round[] }>(ROUNDS, { residentId: ada.id })).selfAssessments;

  it('are gone on with on another device by somebody else, and keep every answer that was changed', async () => {
    const id = (await begin()).it.id!;
    await answer(id, 'week', ['empty'], 'The afternoons');
    const joyce = await home.worker('Joyce Hill', 'carer');
    await answer(id, 'better', ['out', 'company'], null, joyce);
    await answer(id, 'week', ['mixed'], null, joyce);
    const [round] = await rounds(joyce);
    expect(round).toMatchObject({ id, isFinished: false });
    expect(round?.answers).toEqual([
      { question: 'week', chosen: ['empty'], words: 'The afternoons', recordedByName: 'Niamh O’Brien' }, { question: 'better', chosen: ['out', 'company'], words: null, recordedByName: 'Joyce Hill' },
      { question: 'week', chosen: ['mixed'], words: null, recordedByName: 'Joyce Hill' },
    ]);
    expect((await answer(id, 'where', ['green'])).it.isFinished).toBe(false);
    // What was said last counts, though the clock stands still and the entry's id sorts before all others.
    await answer(id, 'week', ['good'], null, joyce, '00000000-0000-7000-8000-000000000001');
    expect((await rounds())[0]?.answers.at(-1)).toMatchObject({ question: 'week', chosen: ['good'] });
  });

  it('may all be passed over, and end by themselves', async () => {
    const id = (await begin()).it.id!;
    const asked = ['week', 'better', 'out', 'about', 'company', 'myself', 'faith', 'mornings', 'worry', 'who', 'style'];
    for (const question of asked) expect((await answer(id, question, [])).it).toEqual({ id, isFinished: question === 'style' });
    expect((await rounds())[0]?.suggestions).toEqual([]);
    expect((await answer(id, 'where', ['green'])).it.reasons?.[0]?.code).toBe('QUESTION_NOT_ASKED');
  });

  it('lead to suggestions that change nothing by themselves; one that is taken is taken once', async () => {
    const id = (await begin({ answeredBy: 'someone', helper: 'Mark Bell', howKnown: 'her son, here every Sunday' })).it.id!;
    for (const [question, chosen] of [['week', ['mixed']], ['better', ['out']], ['where', ['water']]] as const) await answer(id, question, [...chosen]);
    const [round] = await rounds();
    expect(round?.suggestions).toEqual([
      { id: expect.any(String) as string, kind: 'outcome', words: 'I get out more', why: 'Mark Bell answered for Ada: her son, here every Sunday. Asked “What would make the week better for Ada?”: Getting out more', from: null, to: null, taken: false },
      { id: expect.any(String) as string, kind: 'wish', words: 'Go to the sea or the river', why: 'Mark Bell answered for Ada: her son, here every Sunday. Asked “Where would Ada like to go?”: The sea or the river', from: null, to: null, taken: false },
    ]);
    expect(await world.look('SELECT 1 FROM outcome WHERE resident_id = $1 UNION ALL SELECT 1 FROM wish WHERE resident_id = $1', [ada.id])).toEqual([]);
    const [outcome] = round!.suggestions;
    const TAKE = 'mutation ($input: CreateOutcomeInput!) { createOutcome(input: $input) { __typename } }';
    const input = { id: outcome!.id, residentId: ada.id, words: outcome!.words, why: outcome!.why };
    await Promise.all([niamh.gets(TAKE, { input }), niamh.gets(TAKE, { input })]);
    expect(await world.look('SELECT words FROM outcome WHERE resident_id = $1', [ada.id])).toEqual([{ words: 'I get out more' }]);
    expect((await rounds())[0]?.suggestions.map(({ taken }) => taken)).toEqual([true, false]);
  });

  it('are kept once when sent twice, and another answer under the same entry is refused', async () => {
    const id = (await begin()).it.id!;
    const entry = newId();
    await answer(id, 'week', ['good'], null, niamh, entry);
    await answer(id, 'week', ['good'], null, niamh, entry);
    expect((await rounds())[0]?.answers).toHaveLength(1);
    expect((await niamh.asks(ANSWER, { input: { id: entry, assessmentId: id, question: 'week', chosen: ['empty'] } })).errors?.[0]?.extensions.code).toBe('CONFLICT');
  });

  it('never come to a thirteenth, even from two tablets at once', async () => {
    const id = (await begin()).it.id!;
    for (const [question, chosen] of Object.entries({ week: ['good'], keep: ['peace'], out: ['home'], stops: ['tired'], company: ['one'], myself: ['tea'], faith: ['none'], mornings: ['late'], worry: ['noise'], helps: ['quiet'], who: [] as string[] })) await answer(id, question, chosen);
    const answers = await Promise.all([answer(id, 'style', ['stepByStep']), answer(id, 'style', ['plansIt']), answer(id, 'better', ['out'])]);
    expect(answers.map(({ it: told }) => told.reasons?.[0]?.code ?? 'kept')).toEqual(['kept', 'kept', 'QUESTION_NOT_ASKED']);
    const questions = (await rounds())[0]!.answers.map(({ question }) => question);
    expect(new Set(questions).size).toBe(12);
    expect((await rounds())[0]?.isFinished).toBe(true);
  });

  it('say what is wrong with hostile or careless answers, and keep nothing of them', async () => {
    const id = (await begin()).it.id!;
    const codes = async (question: string, chosen: string[], words: string | null = null) => (await answer(id, question, chosen, words)).it.reasons?.map(({ code }) => code);
    expect(await codes('week', ['good', 'empty'])).toEqual(['ONE_ANSWER']);
    expect(await codes('week', ["'; DROP TABLE resident; --"])).toEqual(['OPTION_UNKNOWN']);
    expect(await codes('week', [], 'a'.repeat(1001))).toEqual(['ANSWER_TOO_LONG']);
    expect(await codes('week', [], 'nice \u202Eereht ot og')).toEqual(['ANSWER_UNREADABLE']);
    expect(await codes('style', ['plansIt'])).toEqual(['QUESTION_NOT_ASKED']);
    expect(await codes('shoe size', ['9'])).toEqual(['QUESTION_UNKNOWN']);
    expect((await niamh.asks(ANSWER, { input: { id: newId(), assessmentId: id, question: 'week', chosen: ['good'], words: 'nul\u0000' } })).errors).toHaveLength(1);
    expect((await begin({ answeredBy: 'someone', helper: 'Mark' })).it.reasons?.[0]?.message).toBe('Write in a few words how you know them, such as “his daughter, here every Sunday”.');
    expect((await rounds()).map((each) => each.answers)).toEqual([[]]);
    // What is only words stays words.
    expect((await answer(id, 'week', [], '<script>alert(1)</script>')).it.id).toBe(id);
    expect((await rounds())[0]?.answers[0]?.words).toBe('<script>alert(1)</script>');
  });

  it('are this home’s alone, and not a supporter’s to read', async () => {
    const id = (await begin()).it.id!;
    const eve = await (await world.home('Elm House')).worker('Eve Marsh', 'manager');
    expect((await eve.asks(ROUNDS, { residentId: ada.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await eve.asks(ANSWER, { input: { id: newId(), assessmentId: id, question: 'week', chosen: ['good'] } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const mark = await home.supporter('Mark', ada, 'son');
    expect((await mark.asks(ROUNDS, { residentId: ada.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await rounds()).toHaveLength(1);
  });
});

describe('somebody who moves in', () => {
  let world: World;
  let home: Home;
  let niamh: Person;
  beforeAll(async () => {
    world = await openWorld();
    home = await world.home();
    niamh = await home.worker('Niamh O’Brien', 'carer');
  });
  afterAll(() => world.close());

  const arrive = (more: object = {}) => niamh.gets<Told & { it: Record<string, unknown> }>(ARRIVE, { input: { id: newId(), givenName: 'Ada', familyName: 'Bell', room: '3', ...more } });

  it('is there with a name, a room and a day, and nothing made up: every step to a profile is still open', async () => {
    const id = newId();
    const { it: added } = await arrive({ id });
    expect(added).toMatchObject({ id, preferredName: 'Ada', room: '3', movedIn: '2026-11-24', supportWords: 'At home 1 staff to 4 people; out 1 staff to 1 person.' });
    expect((added['profileSteps'] as { isDone: boolean }[]).filter(({ isDone }) => isDone)).toEqual([]);
    expect((await arrive({ id })).it.id).toBe(id);
    expect((await arrive()).it.reasons?.[0]).toEqual({ code: 'LIVES_HERE', message: 'Ada Bell lives here already. Open their page instead; if it is somebody else of the same name, give them a different room.' });
    expect(await world.look('SELECT 1 FROM resident WHERE home_id = $1', [home.id])).toHaveLength(1);
  });

  it('is added once from two tablets, and not under a name nobody can read', async () => {
    const twice = await Promise.all([arrive({ givenName: 'Ben', room: '4' }), arrive({ givenName: 'Ben', room: '4' })]);
    expect(twice.filter(({ it: told }) => told.id)).toHaveLength(1);
    expect((await arrive({ givenName: ' ', familyName: 'Bell\u202E', movedIn: '2027-06-01' })).it.reasons?.map(({ code }) => code)).toEqual(['NAME_MISSING', 'NAME_UNREADABLE', 'MOVED_IN_FAR_OFF']);
  });

  it('comes closer to a useful profile with each thing that is told', async () => {
    const id = (await arrive({ givenName: 'Cissie', room: '5' })).it.id!;
    const open = async () => (await niamh.gets<{ resident: { profileSteps: { code: string; isDone: boolean }[] } }>('query ($id: Id!) { resident(id: $id) { profileSteps { code isDone } } }', { id })).resident.profileSteps.filter(({ isDone }) => !isDone).map(({ code }) => code);
    await niamh.gets('mutation ($input: AddLifeFactInput!) { addLifeFact(input: $input) { __typename } }', { input: { id: newId(), residentId: id, words: 'Kept the books at the mill', theme: 'work', toldBy: 'Cissie', toldHow: 'told us' } });
    await niamh.gets('mutation ($input: EditSupportInput!) { editSupport(input: $input) { __typename } }', { input: { residentId: id, inStaff: 1, inResidents: 4, outStaff: 1, outResidents: 1, wheelchair: 'out', riskOut: 'Tires after ten minutes', riskDo: 'Sit down and have a drink' } });
    expect(await open()).toEqual(['IMPORTANT', 'FACT_LOVES', 'FACT_PEOPLE', 'ROUTINE', 'OUTCOME']);
  });
});
