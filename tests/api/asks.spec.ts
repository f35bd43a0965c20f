/** What families ask, when they come and what they tell: answered by a date, seen by the home, and theirs alone among families. */
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import type { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { HomePlaceEntity, VenueEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

type Refusal = { reasons?: { code: string; message: string }[] };
type Ask = Refusal & { id: string; words: string; askedBy: string; relation: string; answerBy: string; state: string; isWithManager: boolean; stands: string; isWish: boolean; promiseId: string | null; entries: { kind: string; words: string; by: string }[] };
type VisitDay = { visitId: string; who: string; relation: string; day: string; from: string; to: string; meets: string[] };
type Visits = Refusal & { seesPlan: boolean; visits: { id: string; when: string; repeats: string; next: VisitDay[] }[] };
type Told = Refusal & { id: string; words: string; who: string; relation: string; photoId: string | null; earlier: { words: string }[]; takenBack: string | null; keptBy: string | null };

const WHY = '... on Refused { reasons { code message } }';
const ASK = 'id words askedBy relation answerBy state isWithManager stands isWish promiseId entries { kind words by }';
const ASK_HOME = `mutation ($input: AskHomeInput!) { answer: askHome(input: $input) { ... on FamilyAsk { ${ASK} } ${WHY} } }`;
const NOT_ENOUGH = `mutation ($input: OnAskInput!) { answer: sayNotEnough(input: $input) { ... on FamilyAsk { ${ASK} } ${WHY} } }`;
const ANSWER = `mutation ($input: OnAskInput!) { answer: answerAsk(input: $input) { ... on FamilyAsk { ${ASK} } ${WHY} } }`;
const AS_WISH = `mutation ($askId: Id!) { answer: makeAskAWish(askId: $askId) { ... on FamilyAsk { ${ASK} } ${WHY} } }`;
const MINE = `query ($id: Id!) { asksOfMine(residentId: $id) { person workingDays asks { ${ASK} } } }`;
const ALL = `{ familyAsks { ${ASK} } }`;
const DAYS = 'visitId who relation day from to meets';
const VISITS = `seesPlan isGone visits { id when repeats next { ${DAYS} } }`;
const SAY_VISIT = `mutation ($input: SayVisitInput!) { answer: sayVisit(input: $input) { ... on FamilyVisits { ${VISITS} } ${WHY} } }`;
const CALL_OFF = `mutation ($input: CallOffVisitInput!) { answer: callOffVisit(input: $input) { ... on FamilyVisits { ${VISITS} } ${WHY} } }`;
const STAFF_VISITS = `query ($from: Day!, $to: Day!, $id: Id) { visits(from: $from, to: $to, residentId: $id) { ${DAYS} } }`;
const TOLD = 'id words who relation photoId earlier { words } takenBack keptBy';
const TELL = `mutation ($input: TellMemoryInput!) { answer: tellMemory(input: $input) { ... on ToldByFamily { ${TOLD} } ${WHY} } }`;
const TAKE_BACK = `mutation ($input: TakeBackMemoryInput!) { answer: takeBackMemory(input: $input) { ... on ToldByFamily { ${TOLD} } ${WHY} } }`;
const KEEP = `mutation ($input: KeepMemoryInput!) { answer: keepMemory(input: $input) { ... on ToldByFamily { ${TOLD} } ${WHY} } }`;
const STORY = `query ($id: Id!) { familyLifeStory(residentId: $id) { facts { words howKnown } told { ${TOLD} } notShared takesPhotos } }`;
const TOLD_TO_STAFF = `query ($id: Id!) { toldByFamily(residentId: $id) { ${TOLD} } }`;

describe('what families ask, say and tell', () => {
  let world: World;
  let home: Home;
  let karen: Person;
  let ada: Person;
  let mark: Person;
  let ann: Person;
  let steven: ResidentEntity;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-24T09:00:00Z' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-11-24T09:00:00Z');
    home = await world.home();
    karen = await home.worker('Karen Whitfield', 'manager');
    ada = await home.worker('Ada Bell', 'carer');
    steven = await home.resident('Steven Marlow', { photoConsent: 'yes' });
    mark = await home.supporter('Mark Marlow', steven, 'father');
    ann = await home.supporter('Ann Marlow', steven, 'sister');
  });
  let minute = 0;
  /** A minute later, so that what is said later is later. */
  const later = () => world.clock.set(new Date(world.clock.now().getTime() + 60_000 * (1 + (minute++ % 2))));
  const does = async <T extends Refusal>(who: Person, mutation: string, variables: Record<string, unknown>): Promise<T> => {
    later();
    return (await who.gets<{ answer: T }>(mutation, variables)).answer;
  };
  const codes = ({ reasons = [] }: Refusal) => reasons.map(({ code }) => code);
  const asks = (words: string, more: { isWish?: boolean; id?: string } = {}, who = mark) => does<Ask>(who, ASK_HOME, { input: { id: newId(), residentId: steven.id, words, ...more } });
  const on = (who: Person, mutation: string, askId: string, words: string, id = newId()) => does<Ask>(who, mutation, { input: { id, askId, words } });
  const isNotFound = async (who: Person, text: string, variables: Record<string, unknown>) => expect((await who.asks(text, variables)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  async function outing(from: string, to: string, setting: 'out' | 'home' = 'out'): Promise<void> {
    const [activityId, venueId, id] = [newId(), newId(), newId()];
    await home.insert(VenueEntity, { homeId: home.id, id: venueId, name: 'Riverside Pool', address: '', phone: null, lat: 0, lon: 0, driveMinutes: 10, walkMinutes: null, hours: [], price: '', lastVisited: '', access: { stepFree: true, hoist: true, changingPlace: true, quietHours: null, parking: '', welcome: '' } });
    await home.insert(ActivityEntity, {
      homeId: home.id, id: activityId, name: 'Swimming', kind: 'physical', picture: 'waves', setting, minutes: 60, groupMin: 1, groupMax: 2, baseStaff: 1, skills: {}, driverSupports: true, transport: null, venueId,
      costPence: 0, maxPerWeek: 2, hours: [], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null,
    });
    const [startsAt, endsAt] = [new Date(from), new Date(to)];
    await home.insert(SessionEntity, { homeId: home.id, id, planId: null, activityId, startsAt, endsAt, status: 'planned', cancelledWhy: null });
    await home.insert(BookingEntity, { homeId: home.id, id: newId(), sessionId: id, startsAt, endsAt, role: 'resident', residentId: steven.id, staffId: null, vehicleId: null, roomId: null, driverId: null });
  }

  it('are answered by a date, and an ask that nobody answers is overdue for everybody', async () => {
    const id = newId();
    const asked = await asks('May he have his own kettle?', { id });
    expect(asked).toMatchObject({ state: 'waiting', answerBy: '2026-12-01', stands: 'The home is to answer by Tuesday 1 December.', askedBy: 'Mark Marlow', relation: 'father', isWish: false });
    // Sent twice, asked once.
    expect((await asks('May he have his own kettle?', { id })).id).toBe(id);
    expect(codes(await asks('  '))).toEqual(['ASK_NO_WORDS']);
    expect((await ada.gets<{ familyAsks: Ask[] }>(ALL)).familyAsks.map(({ words }) => words)).toEqual(['May he have his own kettle?']);
    world.clock.set('2026-12-02T09:00:00Z');
    for (const who of [ada, karen]) expect((await who.gets<{ familyAsks: Ask[] }>(ALL)).familyAsks[0]?.state).toBe('overdue');
    const mine = (await mark.gets<{ asksOfMine: { asks: Ask[] } }>(MINE, { id: steven.id })).asksOfMine.asks;
    expect(mine[0]?.stands).toBe('The home was to answer by Tuesday 1 December, and has not. Everybody who works here sees that it is overdue.');
    expect((await mark.gets<{ family: { people: { asks: Ask[] }[] } }>(`{ family { people { asks { ${ASK} } } } }`)).family.people[0]?.asks[0]?.state).toBe('overdue');
  });

  it('counts working days without the bank holidays of the nation', async () => {
    world.clock.set('2026-12-23T09:00:00Z');
    expect((await asks('Is Christmas dinner at one?')).answerBy).toBe('2027-01-04');
    await home.insert(HomePlaceEntity, { homeId: home.id, id: newId(), lat: 57.1, lon: -2.1, nation: 'Scotland', saidBy: karen.actor.accountId, saidByName: 'Karen Whitfield', saidAt: world.clock.now() });
    world.clock.set('2026-12-28T09:00:00Z');
    // In Scotland the second of January is a holiday too, and falls on a Saturday: the Monday after is free.
    expect((await asks('And Hogmanay?')).answerBy).toBe('2027-01-06');
  });

  it('are answered in words by anybody who works here, and go to the manager when that does not answer it', async () => {
    const { id } = await asks('Why was the hoist broken?');
    expect(codes(await on(mark, NOT_ENOUGH, id, 'More.'))).toEqual(['NOT_ANSWERED_YET']);
    expect(codes(await on(ada, ANSWER, id, ' '))).toEqual(['ANSWER_NO_WORDS']);
    const answered = await on(ada, ANSWER, id, 'A part was missing.');
    expect(answered).toMatchObject({ state: 'answered', entries: [{ kind: 'answered', words: 'A part was missing.', by: 'Ada Bell' }] });
    expect(codes(await on(karen, ANSWER, id, 'Another.'))).toEqual(['ANSWERED_ALREADY']);
    expect(codes(await on(mark, NOT_ENOUGH, id, ' '))).toEqual(['MISSING_NO_WORDS']);
    expect(await on(mark, NOT_ENOUGH, id, 'Which part, and when does it come?')).toMatchObject({ state: 'waiting', isWithManager: true, answerBy: '2026-12-01' });
    expect(codes(await on(ada, ANSWER, id, 'I do not know.'))).toEqual(['MANAGER_ANSWERS']);
    expect((await on(karen, ANSWER, id, 'The sling bar; it comes on Friday.')).entries.map(({ kind, by }) => [kind, by])).toEqual([['answered', 'Ada Bell'], ['not enough', 'Mark Marlow'], ['answered', 'Karen Whitfield']]);
    expect((await mark.gets<{ asksOfMine: { asks: Ask[] } }>(MINE, { id: steven.id })).asksOfMine.asks[0]?.entries.at(-1)?.words).toBe('The sling bar; it comes on Friday.');
  });

  it('wait among the wishes where they are one, and a wish that is answered answers them', async () => {
    const [brought, found] = [await asks('He would like to see the sea.', { isWish: true }), await asks('Could he go to a match?')];
    expect([brought.isWish, found.isWish]).toEqual([true, false]);
    expect((await does<Ask>(ada, AS_WISH, { askId: found.id })).isWish).toBe(true);
    expect(codes(await does<Ask>(ada, AS_WISH, { askId: found.id }))).toEqual(['WISH_ALREADY']);
    expect((await ada.gets<{ openWishes: { words: string; raisedBy: string }[] }>('{ openWishes { words raisedBy } }')).openWishes.map(({ words, raisedBy }) => [words, raisedBy]).toSorted()).toEqual([
      ['Could he go to a match?', 'Mark Marlow, father'], ['He would like to see the sea.', 'Mark Marlow, father'],
    ]);
    expect(codes(await on(ada, ANSWER, found.id, 'Yes'))).toEqual(['IS_A_WISH']);
    later();
    await ada.gets('mutation ($id: Id!) { declineWish(id: $id, words: "No seats for a wheelchair this season.") { __typename } }', { id: found.id });
    const [match] = (await mark.gets<{ asksOfMine: { asks: Ask[] } }>(MINE, { id: steven.id })).asksOfMine.asks.filter(({ id }) => id === found.id);
    expect(match).toMatchObject({ state: 'answered', entries: [{ kind: 'answered', words: 'No seats for a wheelchair this season.', by: 'Ada Bell' }] });
    // A wish comes back too, and then the manager answers in words.
    expect((await on(mark, NOT_ENOUGH, found.id, 'Not even in spring?')).isWithManager).toBe(true);
    expect((await on(karen, ANSWER, found.id, 'In spring, yes.')).state).toBe('answered');
  });

  it('stay with whoever asked, told or comes: no other family, and nobody once nothing is shared', async () => {
    const { id: askId } = await asks('QXASK about money');
    const visitId = newId();
    await does(mark, SAY_VISIT, { input: { id: visitId, residentId: steven.id, day: '2026-11-29', from: '14:00', to: '16:00', words: 'QXVISIT' } });
    const { id: memoryId } = await does<Told>(mark, TELL, { input: { id: newId(), residentId: steven.id, words: 'QXTOLD' } });
    const all = async (who: Person) => JSON.stringify([await who.asks(MINE, { id: steven.id }), await who.asks(STORY, { id: steven.id }), await who.asks(`query ($id: Id!) { visitsOfMine(residentId: $id) { visits { words } } familyWeek(residentId: $id) { days { visits { words } } } family { people { asks { words } visits { words } } } }`, { id: steven.id })]);
    for (const word of ['QXASK', 'QXVISIT', 'QXTOLD']) expect(await all(mark)).toContain(word);
    expect(await all(ann)).not.toMatch(/QX/);
    const bob = await home.resident('Bob Ellison');
    const janet = await home.supporter('Janet Ellison', bob, 'daughter');
    for (const who of [ann, janet]) {
      await isNotFound(who, NOT_ENOUGH, { input: { id: newId(), askId, words: 'x' } });
      await isNotFound(who, CALL_OFF, { input: { id: newId(), visitId } });
      await isNotFound(who, TAKE_BACK, { input: { id: newId(), memoryId } });
    }
    await isNotFound(janet, MINE, { id: steven.id });
    await isNotFound(janet, ASK_HOME, { input: { id: newId(), residentId: steven.id, words: 'x' } });
    for (const table of ['family_ask', 'visit', 'told_by_family']) {
      const count = (who: Person) => world.db.read(who.actor, async (tx) => (await tx.em.query<unknown[]>(`SELECT 1 FROM ${table}`)).length);
      expect([table, await count(mark), await count(ann), await count(janet)]).toEqual([table, 1, 0, 0]);
      await expect(world.db.write(mark.actor, (tx) => tx.em.query(`UPDATE ${table} SET words = 'x'`))).rejects.toThrow('permission denied');
    }
    await expect(world.db.write(mark.actor, (tx) => tx.em.query('INSERT INTO told_by_family SELECT home_id, gen_random_uuid(), $2, recorded_by, recorded_by_name, recorded_at, supporter_id, memory_id, relation, kind, words, when_words, media_id, life_fact_id FROM told_by_family WHERE home_id = $1', [home.id, bob.id]))).rejects.toThrow('row-level security');
    await world.look('UPDATE sharing_consent SET withdrawn_at = now() WHERE home_id = $1 AND supporter_id = $2', [home.id, mark.actor.supporterId]);
    expect(await all(mark)).not.toMatch(/QX/);
    await isNotFound(mark, ASK_HOME, { input: { id: newId(), residentId: steven.id, words: 'x' } });
    expect((await mark.gets<{ family: { people: unknown[]; stopped: string[] } }>('{ family { people { id } stopped } }')).family).toMatchObject({ people: [], stopped: [expect.stringMatching(/^\d{4}-/)] });
    // What was asked is still the home's to answer.
    expect((await ada.gets<{ familyAsks: Ask[] }>(ALL)).familyAsks[0]?.words).toBe('QXASK about money');
  });

  it('say when somebody comes, and what of the plan that meets, to both sides', async () => {
    await outing('2026-11-29T14:30:00Z', '2026-11-29T16:00:00Z');
    const visitId = newId();
    const visit = { id: visitId, residentId: steven.id, day: '2026-11-29', from: '14:00', to: '16:00', repeats: 'every week' };
    const said = await does<Visits>(mark, SAY_VISIT, { input: visit });
    expect(said.visits[0]).toMatchObject({ when: 'Every Sunday, 14:00 to 16:00', next: [{ day: '2026-11-29', meets: ['Steven is out then, at Riverside Pool: Swimming, 14:30 to 16:00.'] }, { day: '2026-12-06', meets: [] }, { day: '2026-12-13' }, { day: '2026-12-20' }] });
    const seen = async (from: string, to: string) => (await ada.gets<{ visits: VisitDay[] }>(STAFF_VISITS, { from, to, id: null })).visits.map(({ day, who, relation, meets }) => [day, who, relation, meets.length]);
    expect(await seen('2026-11-23', '2026-12-06')).toEqual([['2026-11-29', 'Mark Marlow', 'father', 1], ['2026-12-06', 'Mark Marlow', 'father', 0]]);
    // To whom the plan is not shared, nothing of it is said.
    const joan = await home.supporter('Joan Marlow', steven, 'aunt', ['promises']);
    expect((await does<Visits>(joan, SAY_VISIT, { input: { ...visit, id: newId() } })).visits[0]?.next[0]?.meets).toEqual([]);
    await does(joan, CALL_OFF, { input: { id: newId(), visitId: (await joan.gets<{ visitsOfMine: Visits }>(`query ($id: Id!) { visitsOfMine(residentId: $id) { ${VISITS} } }`, { id: steven.id })).visitsOfMine.visits[0]?.id } });
    await does(mark, CALL_OFF, { input: { id: newId(), visitId, day: '2026-11-29' } });
    expect(await seen('2026-11-23', '2026-12-06')).toEqual([['2026-12-06', 'Mark Marlow', 'father', 0]]);
    expect(codes(await does<Visits>(mark, CALL_OFF, { input: { id: newId(), visitId, day: '2026-12-01' } }))).toEqual(['NOT_A_DAY_OF_IT']);
    const changed = await does<Visits>(mark, SAY_VISIT, { input: { ...visit, id: newId(), visitId, day: '2026-12-05', from: '10:00', to: '11:00', repeats: 'once' } });
    expect(changed.visits.map(({ when }) => when)).toEqual(['Saturday 5 December, 10:00 to 11:00']);
    await does(mark, CALL_OFF, { input: { id: newId(), visitId } });
    expect(await seen('2026-11-23', '2026-12-31')).toEqual([]);
    expect(codes(await does<Visits>(mark, SAY_VISIT, { input: { ...visit, id: newId(), visitId } }))).toEqual(['VISIT_CANCELLED']);
    expect(codes(await does<Visits>(mark, SAY_VISIT, { input: { ...visit, id: newId(), day: '2026-11-20', to: '13:00' } }))).toEqual(['VISIT_REVERSED', 'VISIT_OVER']);
    // Every word of it is still there.
    expect(await world.look('SELECT count(*)::int AS n FROM visit WHERE home_id = $1 AND visit_id = $2', [home.id, visitId])).toEqual([{ n: 4 }]);
  });

  it('tell of a life in their own words, put right and taken back by themselves, and kept by staff as told by them', async () => {
    const { id } = await does<Told>(mark, TELL, { input: { id: newId(), residentId: steven.id, words: 'We went to Brill every summer.', whenWords: 'about 1985' } });
    expect((await does<Told>(mark, TELL, { input: { id: newId(), residentId: steven.id, memoryId: id, words: 'We went to Rhyl every summer.' } })).earlier).toEqual([{ words: 'We went to Brill every summer.' }]);
    expect((await ada.gets<{ toldByFamily: Told[] }>(TOLD_TO_STAFF, { id: steven.id })).toldByFamily).toEqual([expect.objectContaining({ words: 'We went to Rhyl every summer.', who: 'Mark Marlow', relation: 'father', keptBy: null })]);
    expect(await does<Told>(ada, KEEP, { input: { id: newId(), memoryId: id } })).toMatchObject({ keptBy: 'Ada Bell' });
    expect(codes(await does<Told>(ada, KEEP, { input: { id: newId(), memoryId: id } }))).toEqual(['MEMORY_KEPT_ALREADY']);
    expect((await ann.gets<{ familyLifeStory: { facts: unknown[]; told: unknown[] } }>(STORY, { id: steven.id })).familyLifeStory).toMatchObject({ facts: [{ words: 'We went to Rhyl every summer.', howKnown: 'Mark Marlow, father told us, as family' }], told: [] });
    expect((await does<Told>(mark, TAKE_BACK, { input: { id: newId(), memoryId: id, words: 'It was Barmouth after all.' } })).takenBack).toBe('It was Barmouth after all.');
    expect(codes(await does<Told>(mark, TELL, { input: { id: newId(), residentId: steven.id, memoryId: id, words: 'Again' } }))).toEqual(['MEMORY_TAKEN_BACK']);
    expect(codes(await does<Told>(mark, TELL, { input: { id: newId(), residentId: steven.id, words: ' ' } }))).toEqual(['MEMORY_NO_WORDS']);
  });

  it('are nothing for those who died, and said gently', async () => {
    await does(mark, SAY_VISIT, { input: { id: newId(), residentId: steven.id, day: '2026-11-29', from: '14:00', to: '16:00' } });
    await outing('2026-11-26T14:30:00Z', '2026-11-26T16:00:00Z');
    const week = `query ($id: Id!) { familyWeek(residentId: $id) { isGone notShared changed { id } days { planned { what } visits { day } } } }`;
    const before = (await mark.gets<{ familyWeek: { days: { planned: unknown[]; visits: unknown[] }[] } }>(week, { id: steven.id })).familyWeek.days;
    expect([before.flatMap(({ planned }) => planned).length, before.flatMap(({ visits }) => visits).length]).toEqual([1, 1]);
    await world.look(`UPDATE resident SET status = 'died' WHERE home_id = $1 AND id = $2`, [home.id, steven.id]);
    const after = (await mark.gets<{ familyWeek: { isGone: boolean; notShared: string[]; days: { planned: unknown[]; visits: unknown[] }[] } }>(week, { id: steven.id })).familyWeek;
    expect({ isGone: after.isGone, notShared: after.notShared, left: after.days.flatMap(({ planned, visits }) => [...planned, ...visits]) }).toEqual({ isGone: true, notShared: [], left: [] });
    expect((await ada.gets<{ visits: VisitDay[] }>(STAFF_VISITS, { from: '2026-11-23', to: '2026-12-31', id: null })).visits).toEqual([]);
    // A memory can still be told.
    expect((await does<Told>(mark, TELL, { input: { id: newId(), residentId: steven.id, words: 'He laughed with his whole body.' } })).who).toBe('Mark Marlow');
  });
});
