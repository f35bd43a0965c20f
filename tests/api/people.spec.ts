import { AuthorityEntity } from '../../apps/api/src/people/people.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { VenueEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';
import type { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';

const FACT = 'mutation ($input: AddLifeFactInput!) { addLifeFact(input: $input) { ... on LifeFact { id words howKnown uses { kind words } } ... on Refused { reasons { code message } } } }';
const ROUTINE = `mutation ($input: CreateRoutineInput!) { createRoutine(input: $input) {
  ... on Routine { id what because daysWords fromTime lifeFact { words } activity { name } } ... on Refused { reasons { code message } } } }`;
const PAGE = `query ($id: Id!) { resident(id: $id) { preferredName legalName supportWords namedWorker { name } circle { name relation sees } nextOfKinWords
  authorities { area documentSeen } lifeFacts { words sensitive uses { kind words } } routines { id what because endedOn } interests { value because activity { name } }
  outcomes { words byDate } today { kind from to words because } missing { code words } } }`;

type Page = { resident: Record<string, unknown> & { missing: { code: string }[]; routines: { id: string }[]; today: unknown[]; lifeFacts: { uses: unknown[] }[]; outcomes: unknown[] } };
type Refusal = { reasons: { code: string; message: string }[] };

describe('people', () => {
  let world: World;
  let home: Home;
  let ada: Person;
  let bob: ResidentEntity;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-24T09:00:00Z' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    home = await world.home();
    ada = await home.worker('Ada Bell', 'carer');
    bob = await home.resident('Robert Ellison', { preferredName: 'Bob', title: 'Mr', room: '10', namedWorkerId: ada.actor.staffId });
  });

  const activity = async (more: Partial<ActivityEntity> = {}): Promise<ActivityEntity> => {
    const row: ActivityEntity = {
      homeId: home.id, id: newId(), name: 'A walk with a dog', kind: 'outdoors', picture: 'dog', setting: 'out', minutes: 45, groupMin: 1, groupMax: 1, baseStaff: 1,
      skills: {}, driverSupports: true, transport: null, venueId: null, costPence: 0, maxPerWeek: 7, hours: [], steps: ['Coat on'],
      adapt: { plansIt: 'a', stepByStep: 'b', joinsThroughSenses: 'c', respondsToTouchAndSound: 'd' }, why: 'Legs', watchFor: ['Ice'], equipment: ['Lead'],
      respect: 'His pace', retiredOn: null, ...more,
    };
    await home.insert(ActivityEntity, row);
    return row;
  };
  const routine = (more: Record<string, unknown> = {}) => ({
    id: newId(), residentId: bob.id, what: 'A walk before tea', days: [1, 2, 3, 4, 5, 6, 7], from: '16:30', to: '17:15',
    why: 'Bob walked his dog before tea for forty years.', whenMissed: 'He tries the doors', help: 'One person, coat ready', needs: 'session', protected: true, ...more,
  });

  it('turn a memory into a routine that says its reason wherever it is', async () => {
    const walk = await activity();
    const factId = newId();
    const fact = { id: factId, residentId: bob.id, words: 'Walked Meg before tea every day.', theme: 'animals', toldBy: 'Janet', toldHow: 'told by family' };
    expect(await ada.gets(FACT, { input: fact })).toEqual({ addLifeFact: { id: factId, words: fact.words, howKnown: 'Janet told us, as family', uses: [] } });
    const before = (await ada.gets<Page>(PAGE, { id: bob.id })).resident;
    expect(before.missing.map(({ code }) => code)).toContain('FACTS_UNUSED');

    const made = await ada.gets<{ createRoutine: unknown }>(ROUTINE, { input: routine({ activityId: walk.id, lifeFactId: factId }) });
    expect(made.createRoutine).toMatchObject({ because: 'because Bob walked his dog before tea for forty years', daysWords: 'every day', lifeFact: { words: fact.words }, activity: { name: 'A walk with a dog' } });
    const after = (await ada.gets<Page>(PAGE, { id: bob.id })).resident;
    expect(after.lifeFacts).toMatchObject([{ uses: [{ kind: 'routine', words: 'A walk before tea' }] }]);
    expect(after.missing.map(({ code }) => code)).not.toContain('FACTS_UNUSED');
    expect(after.today).toEqual([{ kind: 'routine', from: '16:30', to: '17:15', words: 'A walk before tea', because: 'because Bob walked his dog before tea for forty years' }]);
    expect(after).toMatchObject({ legalName: 'Mr Robert Ellison', supportWords: 'At home 1 staff to 4 people; out 1 staff to 1 person.', namedWorker: { name: 'Ada Bell' } });
  });

  it('are kept once when the same entry is sent twice, and another under its id is refused', async () => {
    const input = { id: newId(), residentId: bob.id, words: 'Bowled for the Post Office', theme: 'sport', toldBy: 'Bob', toldHow: 'told us' };
    await ada.gets(FACT, { input });
    await ada.gets(FACT, { input });
    expect((await ada.gets<Page>(PAGE, { id: bob.id })).resident.lifeFacts).toHaveLength(1);
    expect((await ada.asks(FACT, { input: { ...input, words: 'Something else' } })).errors?.[0]?.extensions.code).toBe('CONFLICT');
  });

  it('are not given a routine that cannot be, and hear every reason', async () => {
    const walk = await activity();
    const [venueId] = [newId()];
    await home.insert(VenueEntity, {
      homeId: home.id, id: venueId, name: 'The baths', address: 'Bath Lane', phone: null, lat: 53, lon: -1, driveMinutes: 12, walkMinutes: null, hours: [], price: '£4',
      access: { stepFree: true, hoist: true, changingPlace: true, quietHours: null, parking: 'At the door', welcome: 'Kind' }, lastVisited: 'Last week',
    });
    const swim = await activity({ name: 'Swimming', minutes: 45, transport: 'vehicle', venueId });
    const nothing = await ada.gets<{ createRoutine: Refusal }>(ROUTINE, { input: routine({ what: '', days: [], to: '16:00', why: '' }) });
    expect(nothing.createRoutine.reasons.map(({ code }) => code)).toEqual(['ROUTINE_NO_WORDS', 'ROUTINE_NO_WHY', 'ROUTINE_NO_DAY', 'ROUTINE_TIMES', 'ROUTINE_NO_ACTIVITY']);
    const short = await ada.gets<{ createRoutine: Refusal }>(ROUTINE, { input: routine({ activityId: swim.id }) });
    expect(short.createRoutine.reasons).toEqual([{ code: 'ROUTINE_TOO_SHORT', message: '“Swimming” takes 69 minutes, there and back included, and there are 45. Give it a longer time, or choose a shorter activity.' }]);
    await ada.gets(ROUTINE, { input: routine({ activityId: walk.id }) });
    const clash = await ada.gets<{ createRoutine: Refusal }>(ROUTINE, { input: routine({ what: 'Rest', needs: 'respect', from: '17:00', to: '18:00' }) });
    expect(clash.createRoutine.reasons[0]?.message).toBe('That is the same time as “A walk before tea” (16:30 to 17:15), and both are protected. Change one of them; nobody can do both.');
    expect((await ada.gets<Page>(PAGE, { id: bob.id })).resident.routines).toHaveLength(1);
  });

  it('never get two protected routines at one time, even when two people write at once', async () => {
    const answers = await Promise.all(['Prayers', 'A rest', 'The news'].map((what) => ada.gets<{ createRoutine: { id?: string; reasons?: unknown } }>(ROUTINE, { input: routine({ what, needs: 'respect' }) })));
    expect(answers.filter(({ createRoutine }) => createRoutine.id)).toHaveLength(1);
  });

  it('keep a routine’s history when it ends', async () => {
    const input = routine({ needs: 'respect' });
    await ada.gets(ROUTINE, { input });
    const END = 'mutation ($id: Id!, $on: Day!) { endRoutine(id: $id, on: $on) { ... on Routine { endedOn } ... on Refused { reasons { code } } } }';
    expect(await ada.gets(END, { id: input.id, on: '2026-11-20' })).toEqual({ endRoutine: { reasons: [{ code: 'ENDS_BEFORE_IT_BEGAN' }] } });
    expect(await ada.gets(END, { id: input.id, on: '2026-11-24' })).toEqual({ endRoutine: { endedOn: '2026-11-24' } });
    const page = (await ada.gets<Page>(PAGE, { id: bob.id })).resident;
    expect(page.routines).toEqual([]);
    expect(page.today).toEqual([]);
    expect(await world.look('SELECT ended_on FROM routine WHERE id = $1', [input.id])).toHaveLength(1);
  });

  it('have outcomes in their own words, support in sensible numbers, and interests that change', async () => {
    const OUTCOME = 'mutation ($input: CreateOutcomeInput!) { createOutcome(input: $input) { ... on Outcome { id words byDate } ... on Refused { reasons { code } } } }';
    const outcome = { id: newId(), residentId: bob.id, words: 'I go out every day', why: 'I have never been one for sitting', byDate: '2027-01-05' };
    expect(await ada.gets(OUTCOME, { input: outcome })).toMatchObject({ createOutcome: { words: 'I go out every day' } });
    expect(await ada.gets(OUTCOME, { input: { ...outcome, id: newId(), byDate: '2026-11-23' } })).toEqual({ createOutcome: { reasons: [{ code: 'OUTCOME_DAY_PAST' }] } });
    const SUPPORT = 'mutation ($input: EditSupportInput!) { editSupport(input: $input) { ... on Resident { supportWords riskOut } ... on Refused { reasons { code } } } }';
    const support = { residentId: bob.id, inStaff: 1, inResidents: 2, outStaff: 2, outResidents: 1, wheelchair: 'out', riskOut: 'He may set off' };
    expect(await ada.gets(SUPPORT, { input: support })).toEqual({ editSupport: { supportWords: 'At home 1 staff to 2 people; out 2 staff to 1 person.', riskOut: 'He may set off' } });
    expect(await ada.gets(SUPPORT, { input: { ...support, outStaff: 0 } })).toMatchObject({ editSupport: { reasons: [{ code: 'RATIO_NOT_WHOLE' }] } });
    expect((await ada.asks(SUPPORT, { input: { ...support, wheelchair: 'sometimes' } })).errors?.[0]?.message).toBe('Choose whether they use a wheelchair never, when out, or always.');
    const walk = await activity();
    const INTEREST = 'mutation ($input: SetInterestInput!) { setInterest(input: $input) { value activity { name } } }';
    await ada.gets(INTEREST, { input: { residentId: bob.id, activityId: walk.id, value: 60, because: 'Dogs' } });
    expect(await ada.gets(INTEREST, { input: { residentId: bob.id, activityId: walk.id, value: 90, because: 'Forty years of dogs' } })).toEqual({ setInterest: { value: 90, activity: { name: 'A walk with a dog' } } });
    expect((await ada.gets<Page>(PAGE, { id: bob.id })).resident['interests']).toHaveLength(1);
  });

  it('have a circle that is heard, and authority only where a document was seen', async () => {
    await home.supporter('Mark Marlow', bob, 'father', ['promises']);
    await home.insert(AuthorityEntity, { homeId: home.id, id: newId(), residentId: bob.id, area: 'outings and risk', kind: 'deputy', supporterId: null, words: 'Deputy', documentSeen: null, seenBy: null, seenOn: null, untilDate: null });
    const page = (await ada.gets<Page>(PAGE, { id: bob.id })).resident;
    expect(page['circle']).toEqual([{ name: 'Mark Marlow', relation: 'father', sees: ['promises'] }]);
    expect(page.missing.map(({ code }) => code)).toContain('AUTHORITY_UNSEEN');
    expect(page.missing.map(({ code }) => code)).not.toContain('NOBODY');
    expect(page['nextOfKinWords']).toContain('no right to decide');
  });

  it('are listed by room, and those who have nobody are flagged', async () => {
    await home.resident('Len Whitehead', { room: '7' });
    await home.resident('Gone Away', { room: '2', status: 'moved out' });
    const { residents } = await ada.gets<{ residents: { preferredName: string; missing: { code: string }[] }[] }>('{ residents { preferredName missing { code } } }');
    expect(residents.map(({ preferredName }) => preferredName)).toEqual(['Len', 'Bob']);
    expect(residents[0]?.missing[0]?.code).toBe('NOBODY');
  });

  it('of another home are not found, nor changed, nor given memories; and family do not ask here', async () => {
    const elsewhere = await (await world.home('Elm House')).worker('Eve Marsh', 'manager');
    expect((await elsewhere.asks(PAGE, { id: bob.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const input = { id: newId(), residentId: bob.id, words: 'x', theme: 'home', toldBy: 'Eve', toldHow: 'observed' };
    expect((await elsewhere.asks(FACT, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const mark = await home.supporter('Mark', bob, 'son');
    expect((await mark.asks(PAGE, { id: bob.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ada.gets<Page>(PAGE, { id: bob.id })).resident['preferredName']).toBe('Bob');
  });

  it('can look at the library, the places, the staff and the wheels', async () => {
    const walk = await activity();
    await home.staff('Geoff Old', { leftOn: '2026-01-01' });
    const asked = await ada.gets<{ staffList: { name: string }[] }>('query ($id: Id!) { activities { name } activity(id: $id) { name steps adapt { plansIt } rooms { name } venue { name } skillsNeeded { skill } } venues { name } rooms { name } staffList { name } vehicles { name notToday } }', { id: walk.id });
    expect(asked).toMatchObject({ activities: [{ name: 'A walk with a dog' }], activity: { steps: ['Coat on'], adapt: { plansIt: 'a' } }, vehicles: [] });
    expect(asked.staffList).toEqual([{ name: 'Ada Bell' }]);
  });
});
