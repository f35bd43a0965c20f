import { newId } from '../../apps/api/src/db/ids.ts';
import { type Person, type World, openWorld } from '../world/world.ts';

const REFUSED = '... on Refused { reasons { code message } }';
const TASK = 'id name residentName startRung hopedRung hopedToday today before progress review endedOn points { day rung }';
const CREATE = `mutation ($input: CreateLadderTaskInput!) { made: createLadderTask(input: $input) { __typename ... on LadderTask { ${TASK} } ${REFUSED} } }`;
const TAP = `mutation ($input: AssistanceInput!) { said: recordAssistance(input: $input) { __typename ... on AssistanceRecorded { prompt task { ${TASK} } } ${REFUSED} } }`;
const TASKS = `query ($residentId: Id) { ladderTasks(residentId: $residentId) { ${TASK} } }`;

type Answer = { reasons: { code: string }[]; prompt: string | null; task: { points: object[] } };
const codesIn = ({ reasons }: Answer) => reasons.map(({ code }) => code);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.clock.set('2026-11-24T09:00:00Z'));
afterAll(() => world.close());

async function arrange() {
  const home = await world.home();
  const [ada, jean] = [await home.worker('Ada Bell', 'carer'), await home.resident('Jean Moss')];
  const input = { id: newId(), residentId: jean.id, name: 'Making my tea', startedOn: '2026-11-04', startRung: 2, hopedOn: '2026-12-14', hopedRung: 6 };
  return { home, ada, jean, input };
}
const tap = async (who: Person, taskId: string, rung: number, more = {}) => (await who.gets<{ said: Answer }>(TAP, { input: { id: newId(), taskId, rung, ...more } })).said;

describe('a task on the ladder', () => {
  it('is begun once, with what is hoped for, and says where it should be by now', async () => {
    const { ada, jean, input } = await arrange();
    for (let n = 0; n < 2; n += 1) expect(await ada.gets(CREATE, { input })).toMatchObject({ made: { name: 'Making my tea', residentName: 'Jean', hopedToday: 4, points: [], progress: 'Nothing recorded yet.' } });
    expect((await ada.gets<{ ladderTasks: object[] }>(TASKS, { residentId: jean.id })).ladderTasks).toHaveLength(1);
    expect(await ada.gets(CREATE, { input: { ...input, id: newId(), name: ' ', startRung: 9, hopedOn: '2026-11-04' } })).toMatchObject({ made: { reasons: [{ code: 'NO_NAME' }, { code: 'NO_RUNG' }, { code: 'HOPED_PASSED' }] } });
  });

  it('is tapped once a time it is sent, and the last tap of a day counts', async () => {
    const { ada, input } = await arrange();
    await ada.gets(CREATE, { input });
    const id = newId();
    for (let n = 0; n < 2; n += 1) expect(await tap(ada, input.id, 3, { id })).toMatchObject({ task: { today: 3, points: [{ day: '2026-11-24', rung: 3 }] } });
    expect(codesIn(await tap(ada, input.id, 4, { id }))).toEqual(['SAID_OTHERWISE_BEFORE']);
    world.clock.set('2026-11-24T09:01:00Z');
    expect(await tap(ada, input.id, 5)).toMatchObject({ task: { today: 5, points: [{ rung: 5 }] } });
    expect(await world.look('SELECT 1 FROM assistance WHERE task_id = $1', [input.id])).toHaveLength(2);
    expect(codesIn(await tap(ada, input.id, 7))).toEqual(['NO_RUNG']);
    expect(codesIn(await tap(ada, input.id, 3, { at: '2026-11-25T09:00:00Z' }))).toEqual(['STILL_TO_COME']);
    for (const at of ['nonsense', '0001-01-01T00:00:00Z']) {
      expect((await ada.asks(TAP, { input: { id: newId(), taskId: input.id, rung: 3, at } })).errors?.[0]?.extensions.code).toBe('INVALID');
    }
  });

  it('has a gentle word when more was done for her than she did herself last week', async () => {
    const { ada, input } = await arrange();
    await ada.gets(CREATE, { input });
    for (const day of ['19', '21']) expect(await tap(ada, input.id, 6, { at: `2026-11-${day}T09:00:00Z` })).toMatchObject({ prompt: null });
    expect(await tap(ada, input.id, 2)).toMatchObject({ prompt: 'Jean did this alone on Saturday. What was different today?', task: { before: 6, today: 2 } });
  });

  it('ends, and keeps what was recorded', async () => {
    const { ada, jean, input } = await arrange();
    await ada.gets(CREATE, { input });
    await tap(ada, input.id, 3);
    expect(await ada.gets('mutation ($id: Id!) { endLadderTask(id: $id) { endedOn points { rung } } }', { id: input.id })).toEqual({ endLadderTask: { endedOn: '2026-11-24', points: [{ rung: 3 }] } });
    world.clock.set('2026-11-25T09:00:00Z');
    expect(codesIn(await tap(ada, input.id, 3))).toEqual(['TASK_ENDED']);
    expect(await ada.gets(TASKS)).toEqual({ ladderTasks: [] });
    expect((await ada.gets<{ ladderTasks: object[] }>(TASKS, { residentId: jean.id })).ladderTasks).toHaveLength(1);
  });

  it('belongs to its home, and is not for supporters to change', async () => {
    const [one, two] = [await arrange(), await arrange()];
    await one.ada.gets(CREATE, { input: one.input });
    const mark = await one.home.supporter('Mark', one.jean, 'son');
    const input = { id: newId(), taskId: one.input.id, rung: 3 };
    expect((await two.ada.asks(TAP, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await mark.asks(TAP, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await tap(one.ada, one.input.id, 3)).toMatchObject({ task: { today: 3 } });
  });
});
