import { readFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { newId } from '../../apps/api/src/db/ids.ts';
import { AttendanceEntity } from '../../apps/api/src/day/day.entities.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { stateWeek } from '../../apps/api/src/planning/week-records.ts';
import { HomePlaceEntity, VenueEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { check as judge } from '../../libs/planner/src/check.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

type Refused = { reasons?: { code: string; message: string }[] };
type Fact = { fact: string; answer: string; answerWords: string; words: string; known: string; knownWords: string; isStale: boolean; older: { answer: string; knownWords: string }[]; beside: { answer: string; known: string } | null };
type Venue = Refused & {
  id: string; name: string; facts: Fact[]; treated: string; lastVisited: string; driveMinutes: number; walkMinutes: number | null; travelIsEstimate: boolean; way: string | null; attribution: string | null;
  openOn: { words: string; isOpen: boolean; isKnown: boolean; holiday: string | null }; holidays: { day: string; words: string }[]; notes: { what: string; words: string; knownWords: string }[]; visits: { how: string; words: string; by: string; isOpen: boolean; followUp: string | null }[];
  opening: { from: string; osm: string | null; holidayRule: string }; activities: { name: string }[]; outings: { words: string; happened: boolean }[]; access: { stepFree: boolean | null; parking: string }; sources: { ref: string | null }[];
};

const FACTS = 'facts { fact answer answerWords words known knownWords isStale older { answer knownWords } beside { answer known } }';
const VENUE = `id name ${FACTS} treated lastVisited driveMinutes walkMinutes travelIsEstimate way attribution notes { what words knownWords } visits { how words by isOpen followUp } opening { from osm holidayRule } activities { name } outings { words happened } access { stepFree parking } sources { ref }`;
const ANSWER = `... on Venue { ${VENUE} } ... on Refused { reasons { code message } }`;
const ONE = `query ($id: Id!, $day: Day!) { venue(id: $id) { ${VENUE} openOn(day: $day) { words isOpen isKnown holiday } holidays { day words } } }`;
const CHECK = `mutation ($input: CheckVenueInput!) { checkVenue(input: $input) { ${ANSWER} } }`;
const VISIT = `mutation ($input: RecordVenueVisitInput!) { recordVenueVisit(input: $input) { ${ANSWER} } }`;
const FOLLOW = `mutation ($visitId: Id!, $words: Words!) { followUpVenueVisit(visitId: $visitId, words: $words) { ${ANSWER} } }`;
const ADD = `mutation ($id: Id!, $input: VenueDetailsInput!) { addVenue(id: $id, input: $input) { ${ANSWER} } }`;
const CHANGE = `mutation ($id: Id!, $input: VenueDetailsInput!) { changeVenue(id: $id, input: $input) { ${ANSWER} } }`;
const HOURS = `mutation ($id: Id!, $input: VenueHoursInput!) { sayVenueHours(id: $id, input: $input) { ${ANSWER} } }`;
const TRAVEL = `mutation ($id: Id!, $drive: Int!, $walk: Int, $known: Words!) { sayVenueTravel(id: $id, driveMinutes: $drive, walkMinutes: $walk, known: $known) { ${ANSWER} } }`;
const PLACE = 'mutation ($lat: Float!, $lon: Float!, $nation: Words!) { sayHomePlace(lat: $lat, lon: $lon, nation: $nation) { ... on HomePlace { lat nation by } ... on Refused { reasons { code message } } } }';
const PLACES = 'query ($filter: PlacesFilterInput!) { places(filter: $filter) { places { venue { name } way good bad unknown open { words isOpen } treated isFlagged } total hasMore limit attribution } }';
const FLAGGED = 'query { flaggedVisits { venueId venueName visit { id words by } } }';
const RUN = '... on ImportRun { id kind status lines button inTheWay counts { good check refused setAside questionsOpen } rows { line effect title summary notes { message } } questions { id words options { value } } notes { message } } ... on Refused { reasons { code message } }';
type Run = Refused & { id: string; kind: string; lines: string[]; button: string; inTheWay: string[]; counts: Record<string, number>; rows: { line: number; effect: string; title: string; summary: string; notes: { message: string }[] }[]; questions: { id: string; options: { value: string }[] }[]; notes: { message: string }[] };

const HARROWBY = { lat: 53.902, lon: -1.648 };
const DAILY = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '10:00', to: '16:00' }];
const example = (name: string) => readFileSync(new URL(`../../libs/interchange/src/examples/${name}`, import.meta.url));

/** Counts what is asked of the database from now on. */
function countStatements({ app }: World): { stop: () => number } {
  const runner = Object.getPrototypeOf(app.get(DataSource).createQueryRunner()) as { query: (...args: unknown[]) => unknown };
  const { query } = runner;
  let count = 0;
  runner.query = function counted(...args: unknown[]) {
    count += 1;
    return query.apply(this, args);
  };
  return { stop: () => { runner.query = query; return count; } };
}

describe('places in the community', () => {
  let world: World;
  let home: Home;
  let [ada, ruth, karen]: Person[] = [];
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-24T09:00:00Z' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-11-24T09:00:00Z');
    home = await world.home();
    [ada, ruth, karen] = [await home.worker('Ada Bell', 'carer'), await home.worker('Ruth Kemp', 'coordinator'), await home.worker('Karen Whitfield', 'manager')];
    await home.insert(HomePlaceEntity, { homeId: home.id, id: newId(), ...HARROWBY, nation: 'England', saidBy: null, saidByName: 'Karen Whitfield', saidAt: world.clock.now() });
  });

  const person = (who: Person | undefined): Person => {
    if (!who) throw new Error('nobody');
    return who;
  };
  const put = async (more: Partial<VenueEntity> = {}): Promise<VenueEntity> => {
    const row: VenueEntity = {
      homeId: home.id, id: newId(), name: 'Harrowby Library', address: '2 Corn Square', phone: null, lat: 53.9031, lon: -1.6467, driveMinutes: 5, walkMinutes: 10, hours: DAILY, price: 'Free',
      access: { stepFree: null, hoist: null, changingPlace: null, quietHours: null, parking: '', welcome: '' }, lastVisited: '', ...more,
    };
    await home.insert(VenueEntity, row);
    return row;
  };
  const see = async (id: string, day = '2026-11-24', who = ada) => (await person(who).gets<{ venue: Venue }>(ONE, { id, day })).venue;
  const fact = (venue: Venue, name: string) => venue.facts.find((each) => each.fact === name);
  const check = async (venueId: string, input: Record<string, unknown>, who = ada) => (await person(who).gets<{ checkVenue: Venue }>(CHECK, { input: { id: newId(), venueId, known: 'seen by us', words: '', ...input } })).checkVenue;
  const visit = async (venueId: string, input: Record<string, unknown>, who = ada) => (await person(who).gets<{ recordVenueVisit: Venue }>(VISIT, { input: { id: newId(), venueId, visitedOn: '2026-11-23', words: '', ...input } })).recordVenueVisit;
  const codes = ({ reasons }: Refused) => reasons?.map(({ code }) => code);
  const count = async (table: string) => (await world.look<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE home_id = $1`, [home.id]))[0]?.n;

  describe('what a place is really like', () => {
    it('is unknown until somebody checks, and then says who, when and how; the check before stays readable', async () => {
      const { id } = await put();
      expect(fact(await see(id), 'step-free')).toMatchObject({ answer: 'unknown', answerWords: 'Not known', knownWords: 'Nobody has checked', older: [] });
      expect((await see(id)).access.stepFree).toBeNull();
      await check(id, { fact: 'step-free', answer: 'no', words: 'Two steps at the door', known: 'told by the venue' });
      world.clock.set('2026-11-25T09:00:00Z');
      await check(id, { fact: 'step-free', answer: 'yes', words: 'Ramp at the side' }, ruth);
      expect(fact(await see(id), 'step-free')).toMatchObject({ answer: 'yes', words: 'Ramp at the side', known: 'seen by us', knownWords: 'Seen by us: Ruth Kemp', isStale: false, older: [{ answer: 'no', knownWords: 'Told by the venue: Ada Bell' }] });
      expect((await see(id)).access.stepFree).toBe(true);
      expect(await world.look('SELECT access ->> \'stepFree\' AS now FROM venue WHERE id = $1', [id])).toEqual([{ now: 'true' }]);
      await check(id, { fact: 'step-free', answer: 'unknown', words: 'The ramp is gone; ask' });
      expect((await see(id)).access.stepFree).toBeNull();
      world.clock.set('2027-11-26T09:00:00Z');
      expect(fact(await see(id), 'step-free')?.isStale).toBe(true);
    });

    it('is written down once when sent twice, and other content under the same id is refused', async () => {
      const { id } = await put();
      const sent = { id: newId(), fact: 'welcome', answer: 'yes', words: 'Ask for Deb' };
      await check(id, sent);
      await check(id, sent);
      expect(await count('venue_check')).toBe(1);
      expect(codes(await check(id, { ...sent, answer: 'no' }))).toEqual(['SENT_BEFORE']);
    });

    it('refuses what says nothing, with a sentence each, and changes nothing', async () => {
      const { id } = await put();
      expect(codes(await check(id, { fact: 'wi-fi', answer: 'perhaps', known: 'a feeling' }))).toEqual(['NOT_A_FACT', 'NOT_AN_ANSWER', 'NOT_A_WAY']);
      expect(codes(await check(id, { fact: 'metres from parking', answer: 'yes' }))).toEqual(['METRES_MISSING']);
      expect(codes(await check(id, { fact: 'metres from parking', answer: 'yes', metres: 40_000 }))).toEqual(['METRES_ODD']);
      expect(await count('venue_check')).toBe(0);
      expect(fact(await check(id, { fact: 'metres from parking', answer: 'yes', metres: 120 }), 'metres from parking')).toMatchObject({ answer: 'partly', answerWords: '120 metres' });
    });

    it('belongs to the home alone: another home’s staff and a supporter see and change nothing', async () => {
      const { id } = await put();
      const other = await (await world.home('Elsewhere')).worker('Una Reed', 'manager');
      expect((await other.asks(ONE, { id, day: '2026-11-24' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect((await other.asks(CHECK, { input: { id: newId(), venueId: id, fact: 'hoist', answer: 'yes', known: 'seen by us' } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      const mark = await home.supporter('Mark', await home.resident('Bob Ellison'), 'father');
      expect((await mark.asks(ONE, { id, day: '2026-11-24' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await see(id)).name).toBe('Harrowby Library');
    });
  });

  describe('how we were treated', () => {
    it('adds up, and a bad visit is flagged until a coordinator has looked into it', async () => {
      const { id } = await put();
      expect((await see(id)).treated).toBe('Nobody has said yet how we were treated');
      await visit(id, { how: 'good', visitedOn: '2026-11-20' });
      expect(codes(await visit(id, { how: 'badly' }))).toEqual(['BAD_WITHOUT_WORDS']);
      expect(codes(await visit(id, { how: 'good', visitedOn: '2026-11-25' }))).toEqual(['NOT_YET']);
      expect(codes(await visit(id, { how: 'lovely' }))).toEqual(['NOT_A_WORD']);
      await visit(id, { how: 'badly', words: 'Steven was asked to leave for shouting.' });
      expect((await see(id)).treated).toBe('Treated well once of 2; badly last time');
      const [flagged] = (await person(ruth).gets<{ flaggedVisits: { venueName: string; visit: { id: string; words: string; by: string } }[] }>(FLAGGED)).flaggedVisits;
      expect(flagged).toMatchObject({ venueName: 'Harrowby Library', visit: { words: 'Steven was asked to leave for shouting.', by: 'Ada Bell' } });
      const follow = (who: Person | undefined, words: string) => person(who).asks<{ followUpVenueVisit: Venue }>(FOLLOW, { visitId: flagged?.visit.id, words });
      expect((await follow(ada, 'I rang')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect(codes((await follow(ruth, ' ')).data?.followUpVenueVisit ?? {})).toEqual(['NO_WORDS']);
      expect((await follow(ruth, 'Spoke with the head librarian; they will have training.')).data?.followUpVenueVisit.visits[0]).toMatchObject({ how: 'badly', isOpen: false, followUp: 'Spoke with the head librarian; they will have training.' });
      expect(codes((await follow(ruth, 'Again')).data?.followUpVenueVisit ?? {})).toEqual(['NOTHING_TO_LOOK_INTO']);
      expect((await person(ruth).gets<{ flaggedVisits: unknown[] }>(FLAGGED)).flaggedVisits).toEqual([]);
    });

    it('knows the real outings there, and takes no word about one that was elsewhere', async () => {
      const [library, park] = [await put(), await put({ name: 'Rectory Park', lat: 53.9004 })];
      const bob = await home.resident('Bob Ellison');
      const reading: ActivityEntity = {
        homeId: home.id, id: newId(), name: 'Reading hour', kind: 'social', picture: 'book', setting: 'out', minutes: 60, groupMin: 1, groupMax: 4, baseStaff: 1, skills: {}, driverSupports: false, transport: 'walk', venueId: library.id,
        costPence: 0, maxPerWeek: 7, hours: DAILY, steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null,
      };
      await home.insert(ActivityEntity, reading);
      const session = { homeId: home.id, id: newId(), planId: null, activityId: reading.id, startsAt: new Date('2026-11-23T10:00:00Z'), endsAt: new Date('2026-11-23T11:00:00Z'), status: 'planned', cancelledWhy: null } as unknown as SessionEntity;
      await home.insert(SessionEntity, session);
      expect((await see(library.id)).outings).toEqual([{ words: 'Nobody has written down how it went', happened: false }]);
      await home.insert(AttendanceEntity, { homeId: home.id, id: newId(), sessionId: session.id, residentId: bob.id, level: 'took part', mood: 'happy', engagement: 'fully', leftEarly: false, note: null, correctsId: null, recordedBy: newId(), recordedByName: 'Ada Bell', recordedAt: world.clock.now() });
      expect(await see(library.id)).toMatchObject({ lastVisited: 'Reading hour on Monday 23 November: 1 took part.', activities: [{ name: 'Reading hour' }], outings: [{ words: '1 took part', happened: true }] });
      expect((await person(ada).asks(VISIT, { input: { id: newId(), venueId: park.id, sessionId: session.id, visitedOn: '2026-11-23', how: 'good' } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect((await visit(library.id, { how: 'mixed', sessionId: session.id, words: 'A long wait' })).visits).toEqual([{ how: 'mixed', words: 'A long wait', by: 'Ada Bell', isOpen: false, followUp: null }]);
    });
  });

  describe('opening hours', () => {
    const hours = async (id: string, input: Record<string, unknown>) => (await person(ada).gets<{ sayVenueHours: Venue }>(HOURS, { id, input: { known: 'told by the venue', holidayRule: 'not known', ...input } })).sayVenueHours;

    it('know Christmas week by what was said of bank holidays; what stood before stays readable', async () => {
      const { id } = await put();
      expect((await see(id, '2026-12-28')).openOn).toEqual({ words: 'Not known. Boxing Day (substitute day): nobody has asked whether it is open.', isOpen: false, isKnown: false, holiday: 'Boxing Day (substitute day)' });
      await hours(id, { from: 'weekly', weekly: DAILY, holidayRule: 'closed' });
      expect((await see(id, '2026-12-28')).openOn).toMatchObject({ words: 'Closed: Boxing Day (substitute day)', isOpen: false, isKnown: true });
      expect((await see(id, '2026-12-29')).openOn).toMatchObject({ words: '10:00 to 16:00', isOpen: true, holiday: null });
      await hours(id, { from: 'osm', osm: 'Mo-Fr 09:00-17:00; PH 11:00-13:00' });
      const venue = await see(id, '2026-12-28');
      expect(venue.openOn.words).toBe('11:00 to 13:00 (hours of a bank holiday: Boxing Day (substitute day))');
      expect(venue.holidays.map(({ day }) => day)).toEqual(['2026-12-25', '2026-12-26', '2026-12-28']);
      expect(venue.notes.map(({ what, words, knownWords }) => [what, words, knownWords])).toEqual(expect.arrayContaining([['Opening hours', 'Every day 10:00 to 16:00; closed on bank holidays', 'told by the venue: Ada Bell']]));
    });

    it('keep the bank holidays of the home’s nation', async () => {
      const { id } = await put();
      await hours(id, { from: 'osm', osm: 'Mo-Su 09:00-17:00; PH off' });
      expect((await see(id, '2026-11-30')).openOn.isOpen).toBe(true);
      world.clock.set('2026-11-24T10:00:00Z');
      await person(ruth).gets(PLACE, { ...HARROWBY, nation: 'Scotland' });
      expect((await see(id, '2026-11-30')).openOn.words).toBe('Closed: St Andrew’s Day');
      expect((await person(ruth).gets<{ sayHomePlace: Refused }>(PLACE, { ...HARROWBY, nation: 'Atlantis' })).sayHomePlace.reasons?.map(({ code }) => code)).toEqual(['NOT_A_NATION']);
      expect((await person(ada).asks(PLACE, { ...HARROWBY, nation: 'England' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    });

    it('refuse what nobody can read', async () => {
      const { id } = await put();
      expect(codes(await hours(id, { from: 'osm', osm: 'ask Deb' }))).toEqual(['HOURS_UNREADABLE']);
      expect(codes(await hours(id, { from: 'osm', osm: 'x'.repeat(4000) }))).toEqual(['HOURS_UNREADABLE']);
      expect(codes(await hours(id, { from: 'weekly', weekly: [] }))).toEqual(['HOURS_EMPTY']);
      expect(codes(await hours(id, { from: 'weekly', weekly: DAILY, holidayRule: 'other hours' }))).toEqual(['NO_OTHER_HOURS']);
      expect((await see(id)).opening).toEqual({ from: 'weekly', osm: null, holidayRule: 'not known' });
    });
  });

  describe('planning', () => {
    const reading = (venueId: string): ActivityEntity => ({
      homeId: home.id, id: newId(), name: 'Reading hour', kind: 'social', picture: 'book', setting: 'out', minutes: 60, groupMin: 1, groupMax: 4, baseStaff: 1, skills: {}, driverSupports: false, transport: 'walk', venueId,
      costPence: 0, maxPerWeek: 7, hours: DAILY, steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null,
    });

    it('leaves a place alone on a bank holiday it is shut, and the judge says why', async () => {
      const opening = (rule: 'closed' | 'as usual' | 'not known') => ({ from: 'weekly' as const, osm: null, holidays: { rule, from: null, to: null } });
      const [shut, open] = [await put({ opening: opening('closed') }), await put({ name: 'Rectory Park', lat: 53.9004, opening: opening('as usual') })];
      const unasked = await put({ name: 'Zion Chapel', lat: 53.9052, opening: opening('not known') });
      const unknown = await put({ name: 'Dyers Café', lat: 53.92, opening: { from: 'not known', osm: null, holidays: { rule: 'not known', from: null, to: null } } });
      const activities = [shut, open, unasked, unknown].map(({ id }) => reading(id));
      await home.insert(ActivityEntity, activities);
      const { problem, names } = await world.asSystem(home.id, (tx) => stateWeek(tx, { homeId: home.id, zone: 'Europe/London' }, '2026-12-28'));
      const firstWindow = (n: number) => problem.activities.find(({ id }) => id === activities[n]?.id)?.windows[0];
      expect([0, 1, 2, 3].map(firstWindow)).toEqual([[1440 + 600, 1440 + 960], [600, 960], [1440 + 600, 1440 + 960], [600, 960]]);
      const onMonday = (n: number) => judge(problem, { instance: problem.id, sessions: [{ activity: activities[n]?.id ?? '', start: 600, room: null, vehicles: [], staff: [], residents: [] }] }, names).violations.map(({ message }) => message).find((message) => message.includes('cannot be held')) ?? null;
      expect(onMonday(0)).toMatch(/: Harrowby Library is closed on Monday 28 December: Boxing Day \(substitute day\)\.$/);
      expect(onMonday(2)).toMatch(/: Zion Chapel on Monday 28 December, Boxing Day \(substitute day\): nobody has asked whether it is open, so nothing is planned there\.$/);
      expect(onMonday(1)).toBeNull();
    });
  });

  describe('a place put down by hand', () => {
    const details = (more: Record<string, unknown> = {}) => ({ name: 'Zion Chapel', address: 'Chapel Fold', lat: 53.9052, lon: -1.6431, ...more });
    const add = async (input: Record<string, unknown>, id = newId()) => (await person(ruth).gets<{ addVenue: Venue }>(ADD, { id, input })).addVenue;

    it('has minutes that are an estimate until somebody has made the way', async () => {
      const chapel = await add(details());
      expect(chapel).toMatchObject({ travelIsEstimate: true, driveMinutes: 5, walkMinutes: 20, way: '500 metres, north-east', opening: { from: 'not known' } });
      const said = (await person(ada).gets<{ sayVenueTravel: Venue }>(TRAVEL, { id: chapel.id, drive: 7, walk: null, known: 'seen by us' })).sayVenueTravel;
      expect(said).toMatchObject({ travelIsEstimate: false, driveMinutes: 7, walkMinutes: null });
      expect(codes((await person(ada).gets<{ sayVenueTravel: Venue }>(TRAVEL, { id: chapel.id, drive: 0, walk: 10, known: 'seen by us' })).sayVenueTravel)).toEqual(['MINUTES_ODD']);
    });

    it('stands once, near enough, with a name and a link that is one', async () => {
      const id = newId();
      await add(details(), id);
      expect((await add(details(), id)).id).toBe(id);
      expect(codes(await add(details({ name: 'ZION chapel', lat: 53.9053 })))).toEqual(['HERE_ALREADY']);
      expect(codes(await add(details({ name: ' ', lat: 91, website: 'javascript:alert(1)' })))).toEqual(['NO_NAME', 'NOT_A_LINK', 'NO_POSITION']);
      expect(codes(await add(details({ lat: 48.85, lon: 2.35 })))).toEqual(['FAR_AWAY']);
      expect((await person(ada).asks(ADD, { id: newId(), input: details({ name: 'Elsewhere', lat: 53.95 }) })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect(await count('venue')).toBe(1);
    });

    it('can be changed, and says what stood there before', async () => {
      const { id } = await add(details({ phone: '01632 960111' }));
      const changed = (await person(ruth).gets<{ changeVenue: Venue }>(CHANGE, { id, input: { name: 'Zion Methodist Chapel', address: 'Chapel Fold', phone: '01632 960113' } })).changeVenue;
      expect(changed).toMatchObject({ name: 'Zion Methodist Chapel', notes: expect.arrayContaining([{ what: 'Details', words: 'Before: the name was Zion Chapel; the telephone was 01632 960111.', knownWords: 'Ruth Kemp' }]) as unknown });
    });
  });

  describe('the list', () => {
    const places = async (filter: Record<string, unknown> = {}) => (await person(ada).gets<{ places: { places: { venue: { name: string }; way: string; good: string[]; bad: string[]; open: { isOpen: boolean; words: string }; isFlagged: boolean }[]; total: number; hasMore: boolean } }>(PLACES, { filter })).places;
    const names = async (filter: Record<string, unknown>) => (await places(filter)).places.map(({ venue }) => venue.name);

    it('goes near to far, and shows what fits', async () => {
      const baths = await put({ name: 'Harrowby Baths', lat: 53.9279, lon: -1.6612, driveMinutes: 15, walkMinutes: null, hours: [{ days: [1], from: '10:00', to: '12:00' }] });
      const library = await put();
      await put({ name: 'Rectory Park', lat: 53.9021, lon: -1.6481, driveMinutes: 5, walkMinutes: 5, hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '08:30' }] });
      await check(baths.id, { fact: 'changing place', answer: 'yes' });
      await check(library.id, { fact: 'step-free', answer: 'no' });
      await check(library.id, { fact: 'cost', answer: 'yes' });
      const all = await places();
      expect(all.places.map(({ venue, way }) => [venue.name, way])).toEqual([['Rectory Park', '50 metres, north-west'], ['Harrowby Library', '150 metres, north-east'], ['Harrowby Baths', '3.0 km, north']]);
      expect(all.places.map(({ good, bad }) => [good, bad])).toEqual([[[], []], [['Free'], ['Has steps']], [['Changing place'], []]]);
      expect(await names({ facts: ['changing place'] })).toEqual(['Harrowby Baths']);
      expect(await names({ facts: ['step-free'] })).toEqual([]);
      expect(await names({ facts: ['cost'] })).toEqual(['Harrowby Library']);
      expect(await names({ walkMinutes: 5 })).toEqual(['Rectory Park']);
      expect(await names({ driveMinutes: 10 })).toEqual(['Rectory Park', 'Harrowby Library']);
      expect(await names({ openOn: '2026-11-30' })).toEqual(['Rectory Park', 'Harrowby Library', 'Harrowby Baths']);
      expect(await names({ openOn: '2026-12-25' })).toEqual([]);
      expect(await names({ openNow: true })).toEqual([]);
      world.clock.set('2026-11-24T10:30:00Z');
      expect(await names({ openNow: true })).toEqual(['Harrowby Library']);
      expect(await names({ words: 'bath' })).toEqual(['Harrowby Baths']);
      expect(await places({ first: 2 })).toMatchObject({ total: 3, hasMore: true });
    });
  });

  describe('importing a map', () => {
    const read = async (bytes: Uint8Array, fileName = 'export.geojson') => (await person(karen).gets<{ readImport: Run }>(`mutation ($input: ReadImportInput!) { readImport(input: $input) { ${RUN} } }`, { input: { fileName, contentBase64: Buffer.from(bytes).toString('base64') } })).readImport;
    const commit = async (runId: string) => (await person(karen).gets<{ commitImport: Run }>(`mutation ($runId: Id!) { commitImport(runId: $runId) { ${RUN} } }`, { runId })).commitImport;
    const correct = async (runId: string, questionId: string, value: string) => (await person(karen).gets<{ correctImport: Run }>(`mutation ($runId: Id!, $answers: [ImportAnswerInput!]!) { correctImport(runId: $runId, answers: $answers) { ${RUN} } }`, { runId, answers: [{ questionId, value }] })).correctImport;
    const moveTo = (lat: number, lon: number) => home.insert(HomePlaceEntity, { homeId: home.id, id: newId(), lat, lon, nation: 'Scotland', saidBy: null, saidByName: 'Karen Whitfield', saidAt: new Date('2026-11-24T09:30:00Z') });
    const overpass = (...elements: unknown[]) => Buffer.from(JSON.stringify({ version: 0.6, generator: 'Overpass API', elements }));
    const node = (id: number, tags: Record<string, string>, lat = 53.9031, lon = -1.6467) => ({ type: 'node', id, lat, lon, tags: { amenity: 'library', ...tags } });

    it('takes 26 places of a real GeoJSON export, and nothing a second time', async () => {
      await moveTo(55.95, -3.19);
      const run = await read(example('edinburgh.geojson'));
      expect(run).toMatchObject({ kind: 'venues', lines: ['26 places will be added.'], button: 'Import 26 places', inTheWay: [], counts: { good: 26, refused: 0, setAside: 3 } });
      expect(run.notes.some(({ message }) => message.startsWith('© OpenStreetMap contributors'))).toBe(true);
      expect(await count('venue')).toBe(0);
      expect((await commit(run.id)).lines).toEqual(['26 places were added.']);
      expect([await count('venue'), await count('venue_source')]).toEqual([26, 26]);
      const again = await read(example('edinburgh.geojson'));
      expect(again.lines).toEqual(['Everything in this file is here already. Nothing will be changed.']);
      await commit(again.id);
      expect([await count('venue'), await count('venue_source')]).toEqual([26, 26]);
      const [toby] = await world.look<{ id: string }>(`SELECT id FROM venue WHERE home_id = $1 AND name LIKE 'Toby%'`, [home.id]);
      const seen = await see(toby?.id ?? '');
      expect(fact(seen, 'step-free')).toMatchObject({ answer: 'yes', known: 'from OpenStreetMap', knownWords: 'From OpenStreetMap, not checked by us' });
      expect(fact(seen, 'changing place')).toMatchObject({ answer: 'unknown', known: 'unknown' });
      expect(seen).toMatchObject({ attribution: '© OpenStreetMap contributors', travelIsEstimate: true, opening: { from: 'not known' }, access: { stepFree: true } });
    });

    it('takes nine places of a real Overpass answer where the home is near, and refuses them all where it is not', async () => {
      const far = await read(example('london.overpass.json'), 'london.json');
      expect(far).toMatchObject({ counts: { good: 0, refused: 9, setAside: 5 }, inTheWay: ['No line of this file can be taken in. Look at the reasons beside the lines, mend the file and choose it again.'] });
      expect((await commit(far.id)).reasons?.map(({ code }) => code)).toEqual(['NOBODY_TO_TAKE']);
      await moveTo(51.52, -0.13);
      const near = await read(example('london.overpass.json'), 'london.json');
      expect((await commit(near.id)).lines).toEqual(['9 places were added.']);
      const [museum] = await world.look<{ id: string }>(`SELECT id FROM venue WHERE home_id = $1 AND name LIKE 'Grant%'`, [home.id]);
      expect((await see(museum?.id ?? '', '2026-11-24')).openOn.words).toBe('13:00 to 17:00');
      expect((await see(museum?.id ?? '', '2026-11-23')).openOn.words).toBe('Closed');
    });

    it('never writes over what a person checked: it keeps what the map says beside it', async () => {
      const { id } = await put();
      await check(id, { fact: 'step-free', answer: 'no', words: 'Two steps' });
      const run = await read(overpass(node(77, { name: 'Harrowby library', wheelchair: 'yes', 'toilets:wheelchair': 'yes', phone: '01632 960112', opening_hours: 'Mo-Fr 01:00-02:00' })));
      expect(run.rows[0]).toMatchObject({ effect: 'update', summary: 'Here already. Will be kept beside it: its telephone, its kind, what OpenStreetMap says of it. What people checked stays.' });
      expect((await commit(run.id)).lines).toEqual(['1 place that is here already was merged; what people checked stayed as it was.']);
      const venue = await see(id);
      expect(fact(venue, 'step-free')).toMatchObject({ answer: 'no', words: 'Two steps', beside: { answer: 'yes', known: 'from OpenStreetMap' } });
      expect(fact(venue, 'accessible toilet')).toMatchObject({ answer: 'yes', known: 'from OpenStreetMap', beside: null });
      expect(venue).toMatchObject({ name: 'Harrowby Library', opening: { from: 'weekly' }, sources: [{ ref: 'node/77' }] });
      expect(await count('venue')).toBe(1);
    });

    it('asks where it is not sure, and takes the answer', async () => {
      const { id } = await put();
      const run = await read(overpass(node(78, { name: 'Harrowby Public Library' })));
      expect(run).toMatchObject({ rows: [{ effect: 'waits' }], inTheWay: ['Please answer first: Is Harrowby Public Library in the file a place that is here already?'] });
      expect((await commit(run.id)).reasons?.map(({ code }) => code)).toEqual(['QUESTIONS_OPEN']);
      const told = await correct(run.id, run.questions[0]?.id ?? '', id);
      expect(told.rows[0]?.effect).toBe('update');
      await commit(run.id);
      expect(await count('venue')).toBe(1);
      expect((await read(overpass(node(78, { name: 'Harrowby Public Library' })))).rows[0]?.effect).toBe('same');
    });

    it('says first that nobody has said where the home is, and lets no carer import', async () => {
      const bare = await world.home('Bare House');
      const una = await bare.worker('Una Reed', 'manager');
      const { readImport } = await una.gets<{ readImport: Run }>(`mutation ($input: ReadImportInput!) { readImport(input: $input) { ${RUN} } }`, { input: { fileName: 'a.json', contentBase64: overpass(node(1, { name: 'Library' })).toString('base64') } });
      expect(readImport.inTheWay).toEqual(['Say first where the home is, under Places: without it nobody can tell which of these are near.']);
      expect((await person(ada).asks('mutation ($input: ReadImportInput!) { readImport(input: $input) { __typename } }', { input: { fileName: 'a.json', contentBase64: '' } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    });

    it('takes 20,000 places in a handful of statements, and shows no more of them than a screen takes', async () => {
      const many = Array.from({ length: 20_000 }, (_, n) => node(n + 1, { name: `Place number ${n}`, wheelchair: n % 2 === 0 ? 'yes' : 'no' }, 53.8 + (n % 200) * 0.001, -1.7 + Math.floor(n / 200) * 0.002));
      const run = await read(overpass(...many, node(1, { name: 'Twice' })), 'town.json');
      expect(run.counts).toMatchObject({ good: 20_000, refused: 1 });
      expect(run.rows).toHaveLength(600);
      expect(run.rows[0]).toMatchObject({ line: 20_001, effect: 'leave out' });
      const counting = countStatements(world);
      const done = await commit(run.id);
      expect(counting.stop()).toBeLessThan(45);
      expect(done.lines).toEqual(['20000 places were added.', '1 line was left out: line 20001 (Twice).']);
      expect([await count('venue'), await count('venue_source')]).toEqual([20_000, 20_000]);
      const { places } = await person(ada).gets<{ places: { places: unknown[]; total: number; hasMore: boolean } }>(PLACES, { filter: { facts: ['step-free'], first: 40 } });
      expect([places.places.length, places.total, places.hasMore]).toEqual([40, 20_000, true]);
    });
  });
});
