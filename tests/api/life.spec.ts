/** A life in versions, what came of it, what is steered clear of, and what matters; all of it kept, each by those who may. */
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import type { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { stateWeek } from '../../apps/api/src/planning/week-records.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

type Refusal = { reasons: { code: string; message: string }[] };

const ADD = 'mutation ($input: AddLifeFactInput!) { addLifeFact(input: $input) { ... on LifeFact { id words time { said understood decade } } ... on Refused { reasons { code message } } } }';
const EDIT = 'mutation ($input: EditLifeFactInput!) { editLifeFact(input: $input) { ... on LifeFact { id words recordedByName versions { words whenWords howKnown recordedByName } } ... on Refused { reasons { code message } } } }';
const STORY = `query ($id: Id!) { resident(id: $id) { lifeStory { id words sensitive time { said understood decade } uses { kind words } versions { words } }
  topicsToAvoid { words instead why kinds howKnown recordedByName } keptOut { activityName because } missing { code } } }`;
const AVOID = 'mutation ($input: AvoidTopicInput!) { avoidTopic(input: $input) { ... on TopicToAvoid { id words why } ... on Refused { reasons { code message } } } }';
const PREFERENCES = 'query ($id: Id!) { preferences(residentId: $id) { answered items { item question now { answer howKnown recordedByName } before { answer words } barrier { id words wishWords } } } }';
const ANSWER = `mutation ($input: AnswerPreferenceInput!) { answerPreference(input: $input) { ... on Preferences { answered items { item now { answer } barrier { id words } } } ... on Refused { reasons { code message } } } }`;

type Fact = { id: string; words: string; sensitive: boolean; time: { said: string; understood: string; decade: number | null }; uses: { kind: string; words: string }[]; versions: { words: string }[] };
type Story = { resident: { lifeStory: Fact[]; topicsToAvoid: Record<string, unknown>[]; keptOut: unknown[]; missing: { code: string }[] } };
type Preferences = { answered: number; items: { item: string; question: string; now: Record<string, unknown> | null; before: Record<string, unknown>[]; barrier: { id: string; words: string; wishWords?: string | null } | null }[] };

describe('a life', () => {
  let world: World;
  let home: Home;
  let ada: Person;
  let ruth: Person;
  let bob: ResidentEntity;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-24T09:00:00Z' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    home = await world.home();
    ada = await home.worker('Ada Bell', 'carer');
    ruth = await home.worker('Ruth Cole', 'coordinator');
    bob = await home.resident('Robert Ellison', { preferredName: 'Bob', born: '1938-02-14' });
  });

  const activity = async (name: string, kind: string): Promise<ActivityEntity> => {
    const row = {
      homeId: home.id, id: newId(), name, kind, picture: 'dog', setting: 'home', minutes: 45, groupMin: 1, groupMax: 4, baseStaff: 1, skills: {}, driverSupports: true, transport: null, venueId: null, costPence: 0,
      maxPerWeek: 7, hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '18:00' }], steps: ['Begin'], adapt: { plansIt: 'a', stepByStep: 'b', joinsThroughSenses: 'c', respondsToTouchAndSound: 'd' }, why: 'Legs', watchFor: [],
      equipment: [], respect: 'His pace', retiredOn: null,
    } as unknown as ActivityEntity;
    await home.insert(ActivityEntity, row);
    return row;
  };
  const fact = (words: string, whenWords: string | null = null, more: Record<string, unknown> = {}) => ({ id: newId(), residentId: bob.id, words, whenWords, theme: 'work', toldBy: 'Bob', toldHow: 'told us', ...more });
  const tell = async (...args: Parameters<typeof fact>): Promise<string> => {
    const input = fact(...args);
    await ada.gets(ADD, { input });
    return input.id;
  };
  const story = async (who = ada) => (await who.gets<Story>(STORY, { id: bob.id })).resident;

  it('is told in the order it was lived, in the words it was told in', async () => {
    for (const when of ['until 2023', 'about 1962 to 1993', 'most mornings', 'when he was nine', 'in the seventies and eighties', 'before the war']) await tell(`Something ${when}`, when);
    expect((await story()).lifeStory.map(({ time }) => [time.said, time.understood, time.decade])).toEqual([
      ['before the war', '1938 to 1939', 1930], ['when he was nine', '1947 to 1948', 1940], ['about 1962 to 1993', '1960 to 1993', 1960], ['in the seventies and eighties', '1970 to 1989', 1970],
      ['until 2023', '1938 to 2023', 2020], ['most mornings', '', null],
    ]);
  });

  it('is put better in a new version; the old one stays, and sending it twice changes it once', async () => {
    const id = await tell('Was a postman', 'in the sixties');
    const input = { id: newId(), lifeFactId: id, words: 'Was a postman for thirty-one years', whenWords: 'about 1962 to 1993', theme: 'work', toldBy: 'Janet', toldHow: 'told by family' };
    const edited = { editLifeFact: { id, words: input.words, recordedByName: 'Ruth Cole', versions: [{ words: 'Was a postman', whenWords: 'in the sixties', howKnown: 'Bob told us', recordedByName: 'Ada Bell' }] } };
    expect(await ruth.gets(EDIT, { input })).toEqual(edited);
    expect(await ruth.gets(EDIT, { input })).toEqual(edited);
    expect((await ruth.gets<{ editLifeFact: Refusal }>(EDIT, { input: { ...input, id: newId(), words: ' ' } })).editLifeFact.reasons[0]?.code).toBe('FACT_NO_WORDS');
    expect((await story()).lifeStory[0]?.versions).toHaveLength(1);
    const elsewhere = await (await world.home('Elm House')).worker('Eve Marsh', 'manager');
    expect((await elsewhere.asks(EDIT, { input: { ...input, id: newId() } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('has what came of each memory, and says which lead to nothing yet', async () => {
    const walk = await activity('A walk with a dog', 'outdoors');
    const [dog, post] = [await tell('Walked Meg before tea'), await tell('Was a postman')];
    const codes = async () => (await story()).missing.map(({ code }) => code);
    expect(await codes()).toContain('FACTS_UNUSED');
    await ada.gets('mutation ($input: SetInterestInput!) { setInterest(input: $input) { id } }', { input: { residentId: bob.id, activityId: walk.id, lifeFactId: dog, value: 90, because: 'Forty years of dogs' } });
    const outcome = newId();
    await ada.gets('mutation ($input: CreateOutcomeInput!) { createOutcome(input: $input) { __typename } }', { input: { id: outcome, residentId: bob.id, words: 'I go out every day', why: 'I always have' } });
    const USE = 'mutation ($input: FactForOutcomeInput!) { useFactForOutcome(input: $input) { uses { kind words } } }';
    for (let n = 0; n < 2; n += 1) expect(await ada.gets(USE, { input: { lifeFactId: post, outcomeId: outcome } })).toEqual({ useFactForOutcome: { uses: [{ kind: 'outcome', words: 'I go out every day' }] } });
    expect((await ada.asks(USE, { input: { lifeFactId: post, outcomeId: newId() } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await story()).lifeStory.map(({ uses }) => uses.map(({ kind }) => kind))).toEqual(expect.arrayContaining([['interest'], ['outcome']]));
    expect(await codes()).not.toContain('FACTS_UNUSED');
  });

  it('keeps what is sensitive for those who plan, the named worker and whoever wrote it; family never see it', async () => {
    const secret = fact('Jean died on a Thursday', 'March 2019', { sensitive: true });
    await ruth.gets(ADD, { input: secret });
    expect((await story(ruth)).lifeStory).toHaveLength(1);
    expect((await story(ada)).lifeStory).toEqual([]);
    const dean = await home.worker('Dean Hughes', 'carer');
    await world.look('UPDATE resident SET named_worker_id = $1 WHERE id = $2', [dean.actor.staffId, bob.id]);
    expect((await story(dean)).lifeStory).toHaveLength(1);
    expect((await ada.asks(EDIT, { input: { id: newId(), lifeFactId: secret.id, words: 'x', theme: 'family', toldBy: 'x', toldHow: 'observed' } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const janet = await home.supporter('Janet', bob, 'daughter');
    expect((await janet.asks(STORY, { id: bob.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('says what to avoid to everybody, why only to some, and plans leave out what touches it until it ends', async () => {
    const [boats, walk] = [await activity('A boat trip', 'outings'), await activity('A walk', 'outdoors')];
    await activity('Sea shanties', 'singing');
    for (const { id } of [boats, walk]) await ada.gets('mutation ($input: SetInterestInput!) { setInterest(input: $input) { id } }', { input: { residentId: bob.id, activityId: id, value: 80, because: 'Likes it' } });
    const week = () => world.asSystem(home.id, async (tx) => (await stateWeek(tx, { homeId: home.id, zone: 'Europe/London' }, '2026-11-30')).problem.residents.find(({ id }) => id === bob.id)?.value);
    expect(await week()).toEqual({ [boats.id]: 80, [walk.id]: 80 });
    const input = { id: newId(), residentId: bob.id, words: 'The sea, and boats', why: 'His brother drowned', instead: 'Talk of the hills', activityIds: [boats.id], kinds: ['singing'], toldBy: 'Janet', toldHow: 'told by family' };
    await ruth.gets(AVOID, { input });
    await ruth.gets(AVOID, { input });
    expect(await week()).toEqual({ [walk.id]: 80 });
    const seen = { words: 'The sea, and boats', instead: 'Talk of the hills', kinds: ['singing'], howKnown: 'Janet told us, as family', recordedByName: 'Ruth Cole' };
    expect((await story(ada)).topicsToAvoid).toEqual([{ ...seen, why: null }]);
    expect((await story(ruth)).topicsToAvoid).toEqual([{ ...seen, why: 'His brother drowned' }]);
    const because = 'Left out of plans: “The sea, and boats” is a topic to avoid.';
    expect((await story(ada)).keptOut).toEqual([{ activityName: 'A boat trip', because }, { activityName: 'Sea shanties', because }]);
    const END = 'mutation ($id: Id!, $why: Words!) { endTopic(id: $id, why: $why) { ... on TopicToAvoid { words } ... on Refused { reasons { code } } } }';
    expect(await ruth.gets(END, { id: input.id, why: ' ' })).toEqual({ endTopic: { reasons: [{ code: 'TOPIC_END_NO_WORDS' }] } });
    await ruth.gets(END, { id: input.id, why: 'He asked to see the boats himself' });
    expect(await ruth.gets(END, { id: input.id, why: 'again' })).toEqual({ endTopic: { reasons: [{ code: 'TOPIC_ENDED' }] } });
    expect((await story(ada)).keptOut).toEqual([]);
    expect(await week()).toEqual({ [boats.id]: 80, [walk.id]: 80 });
    expect((await ruth.asks(AVOID, { input: { ...input, id: newId(), activityIds: [newId()] } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('takes hostile words harmlessly or refuses them with a sentence, and keeps nothing by halves', async () => {
    const odd = await ada.gets<{ addLifeFact: { words: string } }>(ADD, { input: fact('<script>alert(1)</script> \u202Egnol\u202C \u0007ago', '\u202Eabout 1962') });
    expect(odd.addLifeFact).toMatchObject({ words: '<script>alert(1)</script> gnol ago', time: { said: 'about 1962', decade: 1960 } });
    for (const words of ['  \n\t ', '\u202E', '\u200B'.repeat(0)]) expect((await ada.gets<{ addLifeFact: Refusal }>(ADD, { input: fact(words) })).addLifeFact.reasons[0]?.message).toBe('Write what is known, in a sentence or two.');
    expect((await ada.gets<{ addLifeFact: Refusal }>(ADD, { input: fact('x'.repeat(1001)) })).addLifeFact.reasons[0]?.message).toContain('more than one memory');
    for (const words of ['a\0b', 'x'.repeat(1_000_000)]) {
      const { errors } = await ada.asks(ADD, { input: fact(words) });
      expect(errors?.[0]?.message).toMatch(/^[^]{20,}$/);
    }
    expect((await story()).lifeStory).toHaveLength(1);
  });

  describe('what matters in it', () => {
    const answer = (item: string, said: string, more: Record<string, unknown> = {}) => ({ id: newId(), residentId: bob.id, item, answer: said, answeredBy: 'Bob', toldHow: 'told us', ...more });
    const preferences = async () => (await ada.gets<{ preferences: Preferences }>(PREFERENCES, { id: bob.id })).preferences;

    it('is sixteen questions and any of one’s own; answered anew, the old answer stays', async () => {
      expect(await preferences()).toMatchObject({ answered: 0, items: Array.from({ length: 16 }, () => ({ now: null, before: [], barrier: null })) });
      const own = `own-${newId()}`;
      const first = answer('F0500G', 'very important', { words: 'Whatever the weather' });
      for (const input of [first, first, answer('F0500G', 'somewhat important'), answer(own, 'very important', { asks: 'A window open at night' })]) await ada.gets(ANSWER, { input });
      const { answered, items } = await preferences();
      expect([answered, items.length]).toEqual([2, 17]);
      expect(items.find(({ item }) => item === 'F0500G')).toMatchObject({ now: { answer: 'somewhat important', howKnown: 'Bob told us', recordedByName: 'Ada Bell' }, before: [{ answer: 'very important', words: 'Whatever the weather' }] });
      expect(items.at(-1)).toMatchObject({ item: own, question: 'A window open at night' });
      expect((await ada.gets<{ answerPreference: Refusal }>(ANSWER, { input: { ...first, answer: 'not very important' } })).answerPreference.reasons[0]?.code).toBe('ANSWER_SAID_OTHERWISE');
      expect((await ada.gets<{ answerPreference: Refusal }>(ANSWER, { input: answer('F9999Z', 'rather') })).answerPreference.reasons.map(({ code }) => code)).toEqual(['PREFERENCE_UNKNOWN', 'ANSWER_UNKNOWN']);
    });

    it('opens a barrier where it cannot be, of which a wish is made once; answered anew, the barrier is out of the way', async () => {
      const BARRED = 'important, but cannot or no choice';
      expect((await ada.gets<{ answerPreference: Refusal }>(ANSWER, { input: answer('F0400E', BARRED) })).answerPreference.reasons[0]?.message).toContain('Say in a few words what that is');
      expect((await preferences()).answered).toBe(0);
      await ada.gets(ANSWER, { input: answer('F0400E', BARRED, { barrier: 'The late staff start at half past eight' }) });
      const list = async () => (await ada.gets<{ openBarriers: { id: string; residentName: string; question: string; words: string; wishWords: string | null }[] }>('{ openBarriers { id residentName question words wishWords } }')).openBarriers;
      const [barrier] = await list();
      expect(barrier).toMatchObject({ residentName: 'Bob', question: 'How much does it matter to you to go to bed at the time you choose?', words: 'The late staff start at half past eight', wishWords: null });
      const WISH = 'mutation ($input: MakeBarrierAWishInput!) { makeBarrierAWish(input: $input) { ... on Barrier { wishWords wishAnswer } ... on Refused { reasons { code } } } }';
      const wish = { barrierId: barrier?.id, id: newId(), words: 'To watch the ten o’clock news and then go up' };
      for (let n = 0; n < 2; n += 1) expect(await ada.gets(WISH, { input: wish })).toEqual({ makeBarrierAWish: { wishWords: wish.words, wishAnswer: null } });
      expect(await ada.gets(WISH, { input: { ...wish, id: newId() } })).toEqual({ makeBarrierAWish: { reasons: [{ code: 'BARRIER_HAS_WISH' }] } });
      expect(await ada.gets('query ($id: Id) { openWishes(residentId: $id) { words raisedBy } }', { id: bob.id })).toEqual({ openWishes: [{ words: wish.words, raisedBy: 'Bob' }] });
      expect(await list()).toMatchObject([{ wishWords: wish.words }]);
      await ada.gets(ANSWER, { input: answer('F0400E', 'very important') });
      expect(await list()).toEqual([]);
    });

    it('has barriers taken out of the way in words, by staff of this home alone', async () => {
      await ada.gets(ANSWER, { input: answer('F0400H', 'important, but cannot or no choice', { barrier: 'No key' }) });
      const id = (await preferences()).items.find(({ item }) => item === 'F0400H')?.barrier?.id;
      const CLOSE = 'mutation ($id: Id!, $words: Words!) { closeBarrier(id: $id, words: $words) { ... on Barrier { words } ... on Refused { reasons { code } } } }';
      const elsewhere = await (await world.home('Elm House')).worker('Eve Marsh', 'manager');
      expect((await elsewhere.asks(CLOSE, { id, words: 'done' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect((await elsewhere.asks(PREFERENCES, { id: bob.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect(await ada.gets(CLOSE, { id, words: '' })).toEqual({ closeBarrier: { reasons: [{ code: 'BARRIER_CLOSED_WITHOUT_WORDS' }] } });
      expect(await ada.gets(CLOSE, { id, words: 'He has a key now' })).toEqual({ closeBarrier: { words: 'No key' } });
      expect(await ada.gets(CLOSE, { id, words: 'again' })).toEqual({ closeBarrier: { reasons: [{ code: 'BARRIER_CLOSED' }] } });
      expect((await preferences()).items.find(({ item }) => item === 'F0400H')?.barrier).toBeNull();
    });
  });
});
