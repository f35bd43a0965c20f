/** Choosing: advice from records that exist, receipts that say by what right, views that are only heard, readings that are nobody's decision. */
import { AttendanceEntity } from '../../apps/api/src/day/day.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { AuthorityEntity, InterestEntity, LifeFactEntity, OutcomeEntity, type ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { WishEntity } from '../../apps/api/src/promises/promises.entities.ts';
import { ShiftEntity, StaffPreferenceEntity } from '../../apps/api/src/staff/staff.entities.ts';
import { VenueEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { POINTS } from '../../libs/domain/src/choices/points.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const NOW = '2026-11-24T09:00:00Z';
const OPTIONS = 'key title drawback sureness sureWhy score parts { name points } reasons { words records { kind id } }';
const ADVICE = `query ($id: Id!, $point: String!, $activityId: Id, $sessionId: Id) { choiceAdvice(residentId: $id, point: $point, activityId: $activityId, sessionId: $sessionId) { question lead threes { ${OPTIONS} } leftOut { title why } } }`;
const OFFER = `mutation ($input: OfferChoiceInput!) { offerChoice(input: $input) { ... on ChoiceOffer { id residentName question lead threes { ${OPTIONS} } } ... on Refused { reasons { code message } } } }`;
const RECEIPT = `id point question chosen answer words standing byRight answeredByName how whyNot ledTo recordedByName offered { title drawback reasons { words } }`;
const RECORD = `mutation ($input: RecordChoiceInput!) { recordChoice(input: $input) { ... on ChoiceReceipt { ${RECEIPT} } ... on Refused { reasons { code message } } } }`;
const PAGE = `query ($id: Id!) { residentChoices(residentId: $id) { name receipts { ${RECEIPT} } whose { onlyGoOrNot counts { code count ids } } points { point last { chosen } } today { id words isOver }
  readings { activityName responses disagree readings { likes signs knows stands recordedByName sessionsTogether evidence } } } }`;
const HOME = 'query { homeDecisions { whole { counts { code count ids } } people { name whose { onlyGoOrNot counts { code count } } } } }';
const READ = 'mutation ($input: RecordReadingInput!) { recordReading(input: $input) { ... on ActivityReadings { disagree readings { likes stands } } ... on Refused { reasons { code message } } } }';

type Shown = { key: string; title: string; drawback: string; reasons: { words: string; records: { kind: string; id: string }[] }[] };
type Offer = { offerChoice: { id: string; threes: Shown[][] } };
type Receipt = { id: string; chosen: string; standing: string; byRight: string | null; ledTo: string; whyNot: string | null; answeredByName: string };
type Recorded = { recordChoice: Receipt & { reasons?: { code: string; message: string }[] } };
type Counts = { counts: { code: string; count: number; ids: string[] }[]; onlyGoOrNot: boolean };
type Page = { residentChoices: { receipts: Receipt[]; whose: Counts; points: { point: string; last: { chosen: string } | null }[]; today: { id: string; words: string }[]; readings: { activityName: string; responses: string; disagree: boolean; readings: Record<string, unknown>[] }[] } };

/** Where each kind of record lies. */
const TABLES: Record<string, string> = {
  'life fact': 'life_fact', 'interest': 'interest', 'outcome': 'outcome', 'wish': 'wish', 'routine': 'routine', 'attendance': 'attendance', 'session': 'session', 'shift': 'shift', 'staff': 'staff', 'staff preference': 'staff_preference',
  'activity': 'activity', 'venue': 'venue', 'resident': 'resident', 'circle member': 'circle_member', 'sharing consent': 'sharing_consent', 'authority': 'authority', 'choice': 'choice', 'reading': 'preference_reading',
};

describe('choosing', () => {
  let world: World;
  let home: Home;
  let ada: Person;
  let tola: Person;
  let bob: ResidentEntity;
  let ted: ResidentEntity;
  let walk: ActivityEntity;
  let bowls: ActivityEntity;
  let swim: ActivityEntity;
  beforeAll(async () => {
    world = await openWorld({ now: NOW });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set(NOW);
    home = await world.home();
    ada = await home.worker('Ada Bell', 'carer');
    tola = await home.worker('Tola Ade', 'carer');
    bob = await home.resident('Robert Ellison', { preferredName: 'Bob', weeklyBudgetPence: 1000, funding: 'council', wheelchair: 'never' });
    ted = await home.resident('Ted Hall');
    const venueId = newId();
    await home.insert(VenueEntity, {
      homeId: home.id, id: venueId, name: 'The green', address: 'Green Lane', phone: null, lat: 53, lon: -1, driveMinutes: 6, walkMinutes: 12, hours: [], price: '£5',
      access: { stepFree: true, hoist: false, changingPlace: false, quietHours: null, parking: 'At the gate', welcome: 'Kind' }, lastVisited: 'In October',
    });
    walk = await activity({ name: 'A walk with a dog', kind: 'animals', picture: 'dog' });
    bowls = await activity({ name: 'Bowls', kind: 'physical', setting: 'out', transport: 'vehicle', venueId, costPence: 500 });
    swim = await activity({ name: 'Swimming', kind: 'physical', setting: 'out', costPence: 1200 });
    const fact = newId();
    await home.insert(LifeFactEntity, { homeId: home.id, id: fact, residentId: bob.id, words: 'Walked Meg before tea every day.', whenWords: null, theme: 'animals', toldBy: 'Janet', toldHow: 'told by family', sensitive: false, recordedBy: newId(), recordedAt: world.clock.now() });
    for (const [each, value, lifeFactId] of [[walk, 100, fact], [bowls, 80, null], [swim, 70, null]] as const) {
      await home.insert(InterestEntity, { homeId: home.id, id: newId(), residentId: bob.id, activityId: each.id, value, because: `${each.name} is his`, lifeFactId });
    }
    await home.insert(OutcomeEntity, { homeId: home.id, id: newId(), residentId: bob.id, words: 'I go out every day', why: 'Never one for sitting', measure: null, byDate: '2026-12-20', endedOn: null, recordedBy: newId(), recordedAt: world.clock.now() });
    await home.insert(StaffPreferenceEntity, { homeId: home.id, id: newId(), residentId: bob.id, staffId: tola.actor.staffId!, kind: 'declines' });
    for (const day of ['2026-11-24', '2026-11-25']) await home.insert(ShiftEntity, [ada, tola].map((one) => ({ homeId: home.id, id: newId(), staffId: one.actor.staffId!, startsAt: new Date(`${day}T08:00:00Z`), endsAt: new Date(`${day}T20:00:00Z`), breakMinutes: 30, source: 'typed' })));
    await went(walk, '2026-11-10T10:00:00Z', { mood: 'happy' });
    await went(walk, '2026-11-17T10:00:00Z', { mood: 'happy' });
  });

  async function activity(more: Partial<ActivityEntity>): Promise<ActivityEntity> {
    const row: ActivityEntity = {
      homeId: home.id, id: newId(), name: '', kind: 'music', picture: 'music', setting: 'home', minutes: 60, groupMin: 1, groupMax: 4, baseStaff: 1, skills: {}, driverSupports: true, transport: null, venueId: null, costPence: 0,
      maxPerWeek: 7, hours: [], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null, ...more,
    };
    await home.insert(ActivityEntity, row);
    return row;
  }
  /** Bob and Ted in a session with Ada. */
  async function planned(of: ActivityEntity, at: string): Promise<string> {
    const [id, startsAt] = [newId(), new Date(at)];
    const endsAt = new Date(startsAt.getTime() + 3_600_000);
    await home.insert(SessionEntity, { homeId: home.id, id, planId: null, activityId: of.id, startsAt, endsAt, status: 'planned', cancelledWhy: null });
    const booking = { homeId: home.id, sessionId: id, startsAt, endsAt, vehicleId: null, roomId: null, driverId: null };
    await home.insert(BookingEntity, [
      ...[bob, ted].map((one) => ({ ...booking, id: newId(), role: 'resident' as const, residentId: one.id, staffId: null })), { ...booking, id: newId(), role: 'staff' as const, residentId: null, staffId: ada.actor.staffId },
    ]);
    return id;
  }
  async function went(of: ActivityEntity, at: string, more: Partial<AttendanceEntity> = {}): Promise<string> {
    const sessionId = await planned(of, at);
    await home.insert(AttendanceEntity, { homeId: home.id, id: newId(), sessionId, residentId: bob.id, level: 'took part', mood: null, engagement: null, leftEarly: false, note: null, correctsId: null, recordedBy: ada.actor.accountId, recordedByName: 'Ada Bell', recordedAt: new Date(at), ...more });
    return sessionId;
  }
  const offer = async (point: string, more: Record<string, unknown> = {}) => (await ada.gets<Offer>(OFFER, { input: { id: newId(), residentId: bob.id, point, ...more } })).offerChoice;
  const answer = (offerId: string, more: Record<string, unknown> = {}) => ({ id: newId(), offerId, answer: 'option', by: 'the person', how: 'picture', chosenAt: world.clock.now().toISOString(), ...more });
  const record = async (input: Record<string, unknown>, by = ada) => (await by.gets<Recorded>(RECORD, { input })).recordChoice;
  const page = async () => (await ada.gets<Page>(PAGE, { id: bob.id })).residentChoices;
  const count = ({ counts }: Counts, code: string) => counts.find((each) => each.code === code)?.count;
  const authority = (more: Partial<AuthorityEntity>): Promise<void> => home.insert(AuthorityEntity, {
    homeId: home.id, id: newId(), residentId: bob.id, area: 'daily activities', kind: 'attorney', supporterId: null, words: 'On record', documentSeen: null, seenBy: null, seenOn: null, untilDate: null,
    power: null, actsEarly: null, scope: null, matter: null, seenByName: null, recordedByName: null, recordedAt: null, supersededAt: null, ...more,
  });

  it('is advised from records that are all in the database, the same each time, and never by more than three options', async () => {
    await home.supporter('Janet Ellison', bob, 'daughter', ['plan']);
    const sessionId = await planned(walk, '2026-11-24T14:00:00Z');
    for (const point of POINTS) {
      const variables = { id: bob.id, point, sessionId: point === 'today' ? sessionId : null };
      const { choiceAdvice } = await ada.gets<{ choiceAdvice: { threes: Shown[][] } }>(ADVICE, variables);
      expect(await ada.gets(ADVICE, variables)).toEqual({ choiceAdvice });
      const shown = choiceAdvice.threes.flat();
      expect([point, shown.length > 0]).toEqual([point, true]);
      expect(choiceAdvice.threes.every((three) => three.length <= 3)).toBe(true);
      for (const { kind, id } of shown.flatMap(({ reasons }) => reasons).flatMap(({ records }) => records)) {
        expect([kind, await world.look(`SELECT 1 AS found FROM ${TABLES[kind]} WHERE home_id = $1 AND id = $2`, [home.id, id])]).toEqual([kind, [{ found: 1 }]]);
      }
    }
  });

  it('offers nothing that costs more than is left, nobody who was declined, and says what it left out', async () => {
    const what = await ada.gets<{ choiceAdvice: { threes: Shown[][]; leftOut: unknown } }>(ADVICE, { id: bob.id, point: 'what' });
    expect(what.choiceAdvice.threes[0]?.map(({ title }) => title)).toEqual(['A walk with a dog', 'Bowls']);
    expect(what.choiceAdvice.leftOut).toEqual([{ title: 'Swimming', why: 'it costs £12, and £10 of this week’s money is left.' }]);
    expect(what.choiceAdvice.threes[0]?.[0]?.reasons.map(({ words }) => words)).toEqual([
      'Janet told us, as family: “Walked Meg before tea every day.”', 'It is on record that it matters to you: A walk with a dog is his', 'It went well 2 of the last 2 times, and you looked happy twice.',
    ]);
    const who = await ada.gets<{ choiceAdvice: { threes: Shown[][]; leftOut: unknown } }>(ADVICE, { id: bob.id, point: 'who' });
    expect(who.choiceAdvice.threes.flat().map(({ title }) => title)).toEqual(['Ada Bell']);
    expect(who.choiceAdvice.leftOut).toEqual([{ title: 'Tola Ade', why: 'Bob has said no to Tola Ade.' }]);
  });

  it('keeps what came of a sensitive memory out of advice that is said aloud', async () => {
    const [id, choir] = [newId(), await activity({ name: 'Choir' })];
    await home.insert(LifeFactEntity, { homeId: home.id, id, residentId: bob.id, words: 'Sang at the funeral', whenWords: null, theme: 'loss', toldBy: 'Janet', toldHow: 'told by family', sensitive: true, recordedBy: newId(), recordedAt: world.clock.now() });
    await home.insert(InterestEntity, { homeId: home.id, id: newId(), residentId: bob.id, activityId: choir.id, value: 100, because: 'the funeral', lifeFactId: id });
    expect(JSON.stringify(await ada.gets(ADVICE, { id: bob.id, point: 'what' }))).not.toContain('funeral');
  });

  it('leaves a receipt: what was offered with its advice as it stood, what was chosen, by whom, by what right and how', async () => {
    const offered = await offer('what');
    const kept = await record(answer(offered.id, { key: `activity:${walk.id}`, how: 'switch' }));
    expect(kept).toMatchObject({ chosen: 'A walk with a dog', standing: 'decided', byRight: 'the person', answeredByName: 'Bob', how: 'switch', recordedByName: 'Ada Bell', ledTo: 'It was put down as a wish, and a wish is answered.' });
    expect(await world.look('SELECT words, raised_by, activity_id FROM wish WHERE home_id = $1', [home.id])).toEqual([{ words: 'A walk with a dog', raised_by: 'Bob', activity_id: walk.id }]);
    await world.asSystem(home.id, (tx) => tx.em.update(InterestEntity, { homeId: home.id, activityId: walk.id }, { because: 'changed afterwards' }));
    expect(JSON.stringify((await page()).receipts)).toContain('A walk with a dog is his');
    expect(JSON.stringify((await page()).receipts)).not.toContain('changed afterwards');
  });

  it('is kept once however often it is sent, even at the same time, and another answer under its id is refused', async () => {
    const offered = await offer('what');
    const input = answer(offered.id, { key: `activity:${walk.id}` });
    const answers = await Promise.all([record(input), record(input), record(input)]);
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([input.id]));
    expect(await world.look('SELECT 1 AS kept FROM choice WHERE home_id = $1', [home.id])).toHaveLength(1);
    expect(await world.look('SELECT 1 AS kept FROM wish WHERE home_id = $1', [home.id])).toHaveLength(1);
    expect((await record({ ...input, answer: 'not now', key: null })).reasons?.map(({ code }) => code)).toEqual(['ANSWERED_OTHERWISE']);
    expect((await offer('what', { id: offered.id })).threes).toEqual(offered.threes);
  });

  it('refuses what was not offered, and answers that say too little', async () => {
    const offered = await offer('what');
    const codes = async (more: Record<string, unknown>) => (await record(answer(offered.id, more))).reasons?.map(({ code }) => code);
    expect(await codes({ key: `activity:${swim.id}` })).toEqual(['NOT_OFFERED']);
    expect(await codes({ key: `activity:${walk.id}`, how: 'telepathy' })).toEqual(['NOT_A_WAY']);
    expect(await codes({ key: `activity:${walk.id}`, by: 'reading', how: 'reading' })).toEqual(['NO_SIGNS']);
    expect(await codes({ key: `activity:${walk.id}`, by: 'the person', how: 'reading', words: 'smiled' })).toEqual(['READ_BY_THE_PERSON']);
    expect(await codes({ key: `activity:${walk.id}`, by: 'supporter' })).toEqual(['NOBODY_NAMED']);
    expect(await codes({ key: `activity:${walk.id}`, chosenAt: '2026-11-23T09:00:00Z' })).toEqual(['ANSWERED_BEFORE_OFFERED']);
    expect(await world.look('SELECT 1 AS kept FROM choice WHERE home_id = $1', [home.id])).toEqual([]);
  });

  it('hears a supporter without authority, an attorney for money about an outing, and an expired best-interests decision, and lets none of them decide', async () => {
    const janet = await home.supporter('Janet Ellison', bob, 'daughter');
    const mark = await home.supporter('Mark Ellison', bob, 'son');
    await authority({ area: 'money', supporterId: mark.actor.supporterId, documentSeen: 'LPA, stamped', seenOn: '2026-01-01', power: 'property and affairs' });
    await authority({ area: 'daily activities', kind: 'best interests', untilDate: '2026-11-01' });
    const [what, where] = [await offer('what'), await offer('where')];
    const venueKey = where.threes[0]?.[0]?.key;
    const said = [
      await record(answer(what.id, { key: `activity:${walk.id}`, by: 'supporter', supporterId: janet.actor.supporterId, how: 'spoken' })),
      await record(answer(where.id, { key: venueKey, by: 'supporter', supporterId: mark.actor.supporterId, how: 'spoken' })),
      await record(answer(what.id, { key: `activity:${walk.id}`, by: 'best interests', how: 'spoken' })),
    ].map(({ reasons }) => reasons?.[0]?.message);
    expect(said).toEqual([
      'Janet Ellison is on record as daughter. That is a close tie, but it gives no power to decide: only the person does, or an attorney or deputy for this area of life. What you say is heard; speak to the manager. What Janet Ellison said is on record as heard.',
      'The authority on record is for money, and not for this. What Mark Ellison said is on record as heard.',
      'The best-interests decision was to be looked at again by Sunday 1 November. Review it first. What Ada Bell said is on record as heard.',
    ]);
    const { receipts, whose } = await page();
    expect(receipts.map(({ standing, byRight, ledTo }) => ({ standing, byRight, ledTo }))).toEqual(Array.from({ length: 3 }, () => ({ standing: 'heard', byRight: null, ledTo: '' })));
    expect([count(whose, 'decisions'), count(whose, 'heard')]).toEqual([0, 3]);
    expect(await world.look('SELECT 1 AS wish FROM wish WHERE home_id = $1', [home.id])).toEqual([]);
    expect((await world.look<{ whose: string }>('SELECT whose FROM view_heard WHERE home_id = $1 ORDER BY whose', [home.id])).map((row) => row.whose)).toEqual(['Ada Bell', 'Janet Ellison', 'Mark Ellison']);
    // The control: the person themselves, about the same.
    expect(await record(answer(what.id, { key: `activity:${walk.id}` }))).toMatchObject({ standing: 'decided', byRight: 'the person' });
  });

  it('lets a deputy whose order was seen decide, and says by what right; the person decides with support where that is on record', async () => {
    const mark = await home.supporter('Mark Ellison', bob, 'son');
    await authority({ area: 'money', kind: 'deputy', supporterId: mark.actor.supporterId, documentSeen: 'Court order', seenOn: '2026-01-01', power: 'property and affairs' });
    await authority({ area: 'daily activities', kind: 'with support', words: 'Pictures, in the morning' });
    const money = await offer('money');
    expect(money.threes.flat()).toHaveLength(6);
    expect(await record(answer(money.id, { key: 'money:the home', by: 'supporter', supporterId: mark.actor.supporterId, how: 'spoken' }))).toMatchObject({ standing: 'decided', byRight: 'deputy' });
    const what = await offer('what');
    expect(await record(answer(what.id, { key: `activity:${walk.id}` }))).toMatchObject({ standing: 'decided', byRight: 'with support' });
    expect([count((await page()).whose, 'own'), count((await page()).whose, 'represented')]).toEqual([1, 1]);
  });

  it('leads somewhere: a liking, a named worker, something to work towards, a no on the day', async () => {
    const who = await offer('who');
    expect(await record(answer(who.id, { key: `staff:${ada.actor.staffId}` }))).toMatchObject({ ledTo: 'It was put down that they like this person.' });
    expect(await world.look('SELECT kind FROM staff_preference WHERE home_id = $1 AND staff_id = $2', [home.id, ada.actor.staffId])).toEqual([{ kind: 'prefers' }]);
    const helper = await offer('helper');
    expect(await record(answer(helper.id, { key: `staff:${ada.actor.staffId}` }))).toMatchObject({ ledTo: 'They became the named worker, as there was none.' });
    const outcomes = await offer('outcomes');
    expect(await record(answer(outcomes.id, { answer: 'something else', words: 'I make my own tea' }))).toMatchObject({ chosen: 'Something else: I make my own tea', ledTo: 'It became something to work towards.' });
    const sessionId = await planned(walk, '2026-11-24T14:00:00Z');
    const today = await offer('today', { sessionId });
    expect(today.threes[0]?.map(({ key }) => key)).toEqual([`go:${sessionId}`, `later:${sessionId}`, `stay:${sessionId}`]);
    expect(await record(answer(today.id, { key: `stay:${sessionId}` }))).toMatchObject({ ledTo: 'It was recorded that they said no today.' });
    expect(await world.look('SELECT level FROM attendance WHERE home_id = $1 AND session_id = $2', [home.id, sessionId])).toEqual([{ level: 'declined' }]);
  });

  it('counts whose decisions they were, with what is behind each number, and who had only to go or not go', async () => {
    const sessionId = await planned(walk, '2026-11-24T14:00:00Z');
    const today = await offer('today', { sessionId });
    await record(answer(today.id, { key: `go:${sessionId}` }));
    expect((await page()).whose).toMatchObject({ onlyGoOrNot: true });
    const what = await offer('what');
    const chosen = await record(answer(what.id, { key: `activity:${walk.id}` }));
    await record(answer(what.id, { answer: 'not now' }));
    await record(answer(what.id, { key: `activity:${walk.id}`, by: 'reading', how: 'reading', words: 'Reached for the lead' }));
    const { whose, points } = await page();
    expect(['decisions', 'own', 'goOrNot', 'leftOpen', 'read', 'heard'].map((code) => count(whose, code))).toEqual([2, 2, 1, 1, 1, 0]);
    expect(whose.onlyGoOrNot).toBe(false);
    expect(whose.counts.find(({ code }) => code === 'own')?.ids).toContain(chosen.id);
    expect(points.find(({ point }) => point === 'what')?.last).toEqual({ chosen: 'A walk with a dog' });
    const { homeDecisions } = await ada.gets<{ homeDecisions: { whole: Counts; people: { name: string; whose: Counts }[] } }>(HOME);
    expect(homeDecisions.people.map(({ name, whose: own }) => [name, count(own, 'own')])).toEqual([['Ted', 0], ['Bob', 2]]);
    expect(count(homeDecisions.whole, 'own')).toBe(2);
  });

  it('keeps readings beside each other, with the counts they rest on, and shows that people differ', async () => {
    await went(walk, '2026-11-20T10:00:00Z', { level: 'declined', mood: 'upset' });
    const reading = (more: Record<string, unknown> = {}) => ({ id: newId(), residentId: bob.id, activityId: walk.id, likes: 'likes it', signs: 'Whistles', knows: 'His keyworker for a year', ...more });
    const first = reading();
    await ada.gets(READ, { input: first });
    await ada.gets(READ, { input: first });
    expect(await tola.gets(READ, { input: reading({ likes: 'does not like it', signs: 'Turned away at the door', knows: 'Nights, since June', answersId: first.id }) })).toMatchObject({ recordReading: { disagree: true, readings: [{ likes: 'does not like it', stands: true }, { likes: 'likes it', stands: true }] } });
    await ada.gets(READ, { input: reading({ likes: 'cannot tell', signs: 'Some days', answersId: first.id }) });
    const [walks] = (await page()).readings;
    expect(walks).toMatchObject({ activityName: 'A walk with a dog', disagree: false, responses: 'Offered 3 times: it went well twice, turned down once. Looked happy twice and upset once.' });
    expect(walks?.readings.map(({ likes, stands, recordedByName, sessionsTogether }) => ({ likes, stands, recordedByName, sessionsTogether }))).toEqual([
      { likes: 'cannot tell', stands: true, recordedByName: 'Ada Bell', sessionsTogether: 3 }, { likes: 'does not like it', stands: true, recordedByName: 'Tola Ade', sessionsTogether: 0 },
      { likes: 'likes it', stands: false, recordedByName: 'Ada Bell', sessionsTogether: 3 },
    ]);
    expect(await ada.gets(READ, { input: reading({ signs: ' ', knows: '' }) })).toMatchObject({ recordReading: { reasons: [{ code: 'NO_SIGNS' }, { code: 'NO_KNOWING' }] } });
    expect(count((await page()).whose, 'own')).toBe(0);
  });

  it('belongs to the home: another home’s staff find nobody, and a supporter may not ask', async () => {
    const elsewhere = await world.home('Oak Lodge');
    const zoe = await elsewhere.worker('Zoe Day', 'manager');
    const janet = await home.supporter('Janet Ellison', bob, 'daughter');
    const input = { id: newId(), residentId: bob.id, point: 'what' };
    expect((await zoe.asks(OFFER, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await janet.asks(OFFER, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await janet.asks(PAGE, { id: bob.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await offer('what', { id: input.id })).id).toBe(input.id);
    expect((await ada.asks(OFFER, { input: { ...input, id: newId(), point: 'lottery' } })).errors?.[0]?.extensions.code).toBe('INVALID');
  });

  it('reads the same number of statements however much is on record', async () => {
    const statements = async () => {
      let seen = 0;
      await world.asSystem(home.id, async (tx) => {
        const query = tx.em.queryRunner!.query.bind(tx.em.queryRunner!);
        tx.em.queryRunner!.query = ((...args: Parameters<typeof query>) => { seen += 1; return query(...args); }) as typeof query;
        const { factsOf } = await import('../../apps/api/src/choices/choices.facts.ts');
        await factsOf({ ...tx, actor: ada.actor }, bob, { activityId: null, sessionId: null });
      });
      return seen;
    };
    const few = await statements();
    for (let n = 0; n < 12; n += 1) await went(bowls, `2026-10-${String(n + 10)}T10:00:00Z`);
    await home.insert(WishEntity, Array.from({ length: 20 }, (_, n) => ({ homeId: home.id, id: newId(), residentId: bob.id, words: `Wish ${n}`, activityId: null, level: 'taking part' as const, lifeFactId: null, raisedBy: 'Bob', raisedAt: world.clock.now(), answer: null, answerWords: null, answeredBy: null, answeredAt: null })));
    expect(await statements()).toBe(few);
    expect(few).toBeLessThan(25);
  });
});
