/** What goes on paper: who may read it, what is never on a wall, and how an old sheet is known. */
import { CircleMemberEntity, SharingConsentEntity, SupporterEntity } from '../../apps/api/src/circle/circle.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity, ActivityRoomEntity } from '../../apps/api/src/library/library.entities.ts';
import { InterestEntity, LifeFactEntity, ResidentEntity, RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { FloorCoverEntity, ShiftEntity, type StaffEntity, StaffPreferenceEntity } from '../../apps/api/src/staff/staff.entities.ts';
import { VehicleEntity } from '../../apps/api/src/transport/transport.entities.ts';
import { RoomEntity, VenueEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { PromiseEntity } from '../../apps/api/src/promises/promises.entities.ts';
import { PromisesService } from '../../apps/api/src/promises/promises.service.ts';
import type { SharedKind } from '../../libs/domain/src/circle/sharing.ts';
import { instantAt } from '../../libs/domain/src/shared/time.ts';
import type { Session } from '../../libs/planner/src/problem.ts';
import { type Person, type World, ask as asNobody, openWorld } from '../world/world.ts';

const ZONE = 'Europe/London';
const FRIDAY = '2026-11-20T16:05:00Z';
const MONDAY = '2026-11-23';
const DAY = 1440;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const MARK = 'mark { status words code printedWords }';
const WALL = `query ($day: Day!, $draftId: Id) { wallSheet(day: $day, draftId: $draftId) { ${MARK} sessions { id day from to activityName picture place isOut isOff change people } } }`;
const OWN = `query ($day: Day!, $draftId: Id, $residentId: Id) { ownWeeks(day: $day, draftId: $draftId, residentId: $residentId) { ${MARK} people { residentId name entries { day from to what place isRoutine isEveryDay change withStaff } } } }`;
const DUTY = `id from to activityName place isOut isOff change staff drives { vehicle driver } bring watchFor people { name room support inWheelchair transfers risk riskDo promised notKnown }`;
const DAY_SHEET = `query ($day: Day!, $draftId: Id) { daySheet(day: $day, draftId: $draftId) { ${MARK} sessions { ${DUTY} } routines { name what from help } promises { name words isPlanned } staff { name hours breaks sessions } floor { from to least staying } } }`;
const OUTINGS = `query ($day: Day!, $draftId: Id) { outingSheets(day: $day, draftId: $draftId) { ${MARK} session { ${DUTY} } travel arrives setsOffBack venue { name phone address } people { residentId photos contacts { name relation phone } } seats { vehicle kind number person isStaff } withoutSeat } }`;
const DRIVERS = `query ($day: Day!, $draftId: Id) { driverSheets(day: $day, draftId: $draftId) { ${MARK} driver vehicle registration inspectionDue stays trips { leaves arrives setsOffBack back placeName phone staff seats { kind number person isStaff } } } }`;
const ALL = [[WALL, 'wallSheet'], [OWN, 'ownWeeks'], [DAY_SHEET, 'daySheet'], [OUTINGS, 'outingSheets'], [DRIVERS, 'driverSheets']] as const;

type Mark = { status: string; words: string; code: string; printedWords: string };
type Wall = { mark: Mark; sessions: { day: string; from: string; to: string; activityName: string; place: string; isOff: boolean; change: string | null; people: string[] }[] };
type Own = { mark: Mark; people: { name: string; entries: { day: string; from: string; what: string; isRoutine: boolean; isEveryDay: boolean; change: string | null; withStaff: string[] }[] }[] };
type DutyPerson = { name: string; support: string; inWheelchair: boolean; risk: string | null; riskDo: string | null; promised: string[]; notKnown: string[] };
type Duty = { id: string; activityName: string; change: string | null; staff: string[]; drives: { vehicle: string; driver: string }[]; bring: string[]; people: DutyPerson[] };
type DaySheet = { sessions: Duty[]; routines: { name: string; what: string }[]; promises: { name: string; words: string; isPlanned: boolean }[]; staff: { name: string; hours: string[]; sessions: string[] }[]; floor: { from: string; to: string; least: number; staying: string[] }[] };
type Outing = { session: Duty; travel: string; arrives: string; setsOffBack: string; venue: { name: string; phone: string }; people: { photos: string; contacts: { name: string; relation: string; phone: string }[] }[]; seats: { kind: string; person: string | null; isStaff: boolean }[] };
type Driver = { driver: string; vehicle: string; registration: string; stays: string | null; trips: { leaves: string; arrives: string; setsOffBack: string; back: string; seats: { kind: string; number: number; person: string | null; isStaff: boolean }[] }[] };

let world: World;
beforeAll(async () => {
  world = await openWorld({ now: FRIDAY });
});
beforeEach(() => world.clock.set(FRIDAY));
afterAll(() => world.close());

/** Words that must not be on a wall, wherever in the record they stand. */
const SECRETS = { risk: 'may run into the road', riskDo: 'stay on her left', transfers: 'hoist, two staff', sensitive: 'lost a son in 1968', communication: 'deaf on the left', family: 'Zebedee', why: 'since the accident' };

async function house() {
  const home = await world.home();
  const [ruth, ada] = [await home.worker('Ruth Kemp', 'coordinator'), await home.worker('Ada Bell', 'carer')];
  const staff = { gwen: await home.staff('Gwen Lloyd', { licences: ['D1', 'B'] }), ines: await home.staff('Ines Costa'), joe: await home.staff('Joe Park'), tom: await home.staff('Tom Field') };
  const team: StaffEntity[] = Object.values(staff);
  await home.insert(ShiftEntity, team.flatMap(({ id }) => Array.from({ length: 7 }, (_, day) => ({
    homeId: home.id, id: newId(), staffId: id, startsAt: instantAt(ZONE, MONDAY, day * DAY + 480), endsAt: instantAt(ZONE, MONDAY, day * DAY + 1080), breakMinutes: 0, source: 'typed',
  }))));
  await home.insert(FloorCoverEntity, { homeId: home.id, id: newId(), days: EVERY_DAY, fromTime: '09:00', toTime: '17:00', least: 1 });
  const residents = {
    bob: await home.resident('Bob Ellison', { room: '1', photoConsent: 'yes' }),
    steven: await home.resident(`Steven ${SECRETS.family}`, {
      room: '2', wheelchair: 'always', supportOutStaff: 1, supportOutResidents: 1, riskOut: SECRETS.risk, riskDo: SECRETS.riskDo, transfers: SECRETS.transfers, communication: SECRETS.communication, photoConsent: 'conditional', photoConsentWords: 'For the family only.',
    }),
    ivy: await home.resident('Ivy Shaw', { room: '10' }),
  };
  const lounge: RoomEntity = { homeId: home.id, id: newId(), name: 'Lounge', capacity: 12, fromTime: '08:00', toTime: '20:00' };
  await home.insert(RoomEntity, lounge);
  const bus: VehicleEntity = { homeId: home.id, id: newId(), name: 'The minibus', registration: 'HB21 CHN', seats: 3, bays: 1, licence: 'D1', inspectionDue: '2027-06-01', insuranceDue: '2027-06-01', fromTime: '08:00', toTime: '20:00' };
  await home.insert(VehicleEntity, bus);
  const baths: VenueEntity = {
    homeId: home.id, id: newId(), name: 'The baths', address: 'Tenter Lane', phone: '01632 960111', lat: 53, lon: -1, driveMinutes: 20, walkMinutes: null, hours: [{ days: EVERY_DAY, from: '08:00', to: '20:00' }], price: '',
    access: { stepFree: true, hoist: true, changingPlace: true, quietHours: null, parking: 'Coach bay', welcome: '' }, lastVisited: '',
  };
  await home.insert(VenueEntity, baths);
  const activity = (name: string, more: Partial<ActivityEntity> = {}): ActivityEntity => ({
    homeId: home.id, id: newId(), name, kind: 'social', picture: 'music', setting: 'home', minutes: 60, groupMin: 1, groupMax: 8, baseStaff: 1, skills: {}, driverSupports: false, transport: null, venueId: null, costPence: 0, maxPerWeek: 7,
    hours: [{ days: EVERY_DAY, from: '09:00', to: '18:00' }], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: ['Wet floor'], equipment: ['Towels'], respect: '', retiredOn: null, ...more,
  });
  const activities = { choir: activity('Choir'), swim: activity('Swimming', { setting: 'out', transport: 'vehicle', venueId: baths.id, picture: 'waves' }) };
  await home.insert(ActivityEntity, Object.values(activities));
  await home.insert(ActivityRoomEntity, { homeId: home.id, activityId: activities.choir.id, roomId: lounge.id });
  const likes = (who: ResidentEntity, what: ActivityEntity): InterestEntity => ({ homeId: home.id, id: newId(), residentId: who.id, activityId: what.id, value: 80, because: SECRETS.why, lifeFactId: null });
  await home.insert(InterestEntity, [...Object.values(residents).map((who) => likes(who, activities.choir)), likes(residents.steven, activities.swim), likes(residents.bob, activities.swim)]);
  await home.insert(LifeFactEntity, { homeId: home.id, id: newId(), residentId: residents.steven.id, words: SECRETS.sensitive, whenWords: null, theme: 'family', toldBy: 'Steven', toldHow: 'told us', sensitive: true, recordedBy: ruth.actor.accountId, recordedAt: world.clock.now() });
  const routine = (who: ResidentEntity, what: string, days: number[], fromTime: string, toTime: string): RoutineEntity => ({
    homeId: home.id, id: newId(), residentId: who.id, what, activityId: null, lifeFactId: null, days, fromTime, toTime, why: SECRETS.why, whenMissed: 'upset', help: 'One member of staff', needs: 'respect', protected: true, weight: 1, since: '2026-01-01', endedOn: null, recordedBy: ruth.actor.accountId, recordedAt: world.clock.now(),
  });
  await home.insert(RoutineEntity, [routine(residents.bob, 'The ten o’clock news', EVERY_DAY, '22:00', '22:30'), routine(residents.bob, 'Fish on Friday', [5], '12:30', '13:00')]);
  return { home, ruth, ada, staff, residents, lounge, bus, activities };
}
type House = Awaited<ReturnType<typeof house>>;

const choirAt = (h: House, start: number, more: Partial<Session> = {}): Session => ({ activity: h.activities.choir.id, start, room: h.lounge.id, vehicles: [], staff: [h.staff.ines.id], residents: [h.residents.bob.id, h.residents.ivy.id], ...more });
const swimAt = (h: House, start: number): Session => ({ activity: h.activities.swim.id, start, room: null, vehicles: [{ vehicle: h.bus.id, driver: h.staff.gwen.id }], staff: [h.staff.joe.id, h.staff.tom.id], residents: [h.residents.steven.id, h.residents.bob.id] });

type PlanAnswer = { id: string; version: number; sessions: Session[]; reasons?: { message: string }[] };
const PLAN = '__typename ... on Plan { id version sessions { activity start } } ... on Refused { reasons { message } }';
async function told(answer: Promise<Record<string, PlanAnswer>>): Promise<PlanAnswer> {
  const plan = Object.values(await answer)[0];
  if (!plan || plan.reasons) throw new Error(plan?.reasons?.map(({ message }) => message).join(' ') ?? 'no plan');
  return plan;
}
const start = (h: House) => told(h.ruth.gets(`mutation { p: startDraft(weekStarts: "${MONDAY}") { ${PLAN} } }`));
const change = (h: House, { id, version }: PlanAnswer, at: number | null, session: Session | null) => told(h.ruth.gets(`mutation ($id: Id!, $version: Int!, $change: PlanChangeInput!) { p: changePlan(id: $id, version: $version, change: $change) { ${PLAN} } }`, { id, version, change: { at, session, pinned: true } }));
const publish = (h: House, { id, version }: PlanAnswer) => told(h.ruth.gets(`mutation ($id: Id!, $version: Int!) { p: publishPlan(id: $id, version: $version) { ${PLAN} } }`, { id, version }));
/** Choir on Monday at ten, a swim on Tuesday at nine. */
async function drafted(h: House) {
  return change(h, await change(h, await start(h), null, choirAt(h, 600)), null, swimAt(h, DAY + 540));
}
const ask = async <T>(person: Person, query: string, day = MONDAY, more = {}) => Object.values(await person.gets<Record<string, T>>(query, { day, ...more }))[0] as T;

describe('who may read what is printed', () => {
  it('is staff: supporters are refused every sheet, nobody signed in gets any, and another home sees nothing of it', async () => {
    const h = await house();
    await publish(h, await drafted(h));
    const mark = await h.home.supporter('Mark', h.residents.steven, 'father');
    const other = await house();
    for (const [query, name] of ALL) {
      expect([name, (await mark.asks(query, { day: MONDAY })).errors?.[0]?.extensions.code]).toEqual([name, 'FORBIDDEN']);
      expect([name, (await asNobody(world.url, query, { day: MONDAY })).errors?.[0]?.extensions.code]).toEqual([name, 'UNAUTHENTICATED']);
      const own = JSON.stringify(await h.ada.gets(query, { day: '2026-11-24' }));
      const theirs = JSON.stringify(await other.ruth.gets(query, { day: '2026-11-24' }));
      expect([name, own.includes('Swimming') || own.includes('minibus')]).toEqual([name, true]);
      expect([name, theirs.includes('Swimming') || theirs.includes('minibus')]).toEqual([name, false]);
    }
    const draft = await start(h);
    expect((await other.ruth.asks(WALL, { day: MONDAY, draftId: draft.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await other.ruth.asks(OWN, { day: MONDAY, residentId: h.residents.bob.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await ask<Own>(h.ada, OWN, MONDAY, { residentId: h.residents.bob.id })).people).toHaveLength(1);
  });
});

describe('the week for the wall', () => {
  it('says what, when, where and who by the names they go by, and nothing else of anybody', async () => {
    const h = await house();
    await publish(h, await drafted(h));
    const sheet = await ask<Wall>(h.ada, WALL, '2026-11-26');
    expect(sheet.sessions.map(({ day, from, to, activityName, place, people, change: what }) => [day, from, to, activityName, place, people, what])).toEqual([
      ['2026-11-23', '10:00', '11:00', 'Choir', 'Lounge', ['Bob', 'Ivy'], null],
      ['2026-11-24', '09:00', '10:40', 'Swimming', 'The baths', ['Bob', 'Steven'], null],
    ]);
    const text = JSON.stringify(sheet);
    for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
    for (const field of ['support', 'risk', 'why', 'transfers', 'familyName', 'communication']) expect((await h.ada.asks(`{ wallSheet(day: "${MONDAY}") { sessions { ${field} } } }`)).errors).toBeDefined();
    const duty = JSON.stringify(await ask<DaySheet>(h.ada, DAY_SHEET, '2026-11-24'));
    for (const secret of [SECRETS.risk, SECRETS.riskDo, SECRETS.family]) expect(duty).toContain(secret);
    for (const secret of [SECRETS.sensitive, SECRETS.why]) expect(duty).not.toContain(secret);
  });

  it('names nobody who died, moved out or is in hospital', async () => {
    const h = await house();
    await publish(h, await drafted(h));
    await world.asSystem(h.home.id, (tx) => tx.em.update(ResidentEntity, { id: h.residents.ivy.id }, { status: 'died' }));
    expect((await ask<Wall>(h.ada, WALL)).sessions[0]?.people).toEqual(['Bob']);
    expect((await ask<Own>(h.ada, OWN)).people.map(({ name }) => name)).toEqual(['Bob', 'Steven']);
  });

  it('tells people of the same name apart by a letter', async () => {
    const h = await house();
    const other = await h.home.resident('Bob Tanner', { room: '3' });
    await h.home.insert(InterestEntity, { homeId: h.home.id, id: newId(), residentId: other.id, activityId: h.activities.choir.id, value: 50, because: '', lifeFactId: null });
    await publish(h, await change(h, await start(h), null, choirAt(h, 600, { residents: [h.residents.bob.id, other.id] })));
    expect((await ask<Wall>(h.ada, WALL)).sessions[0]?.people).toEqual(['Bob E.', 'Bob T.']);
  });
});

describe('the mark', () => {
  it('says which version, published when and by whom; the code changes with what people are told', async () => {
    const h = await house();
    const nothing = await ask<Wall>(h.ada, WALL);
    expect(nothing.mark).toMatchObject({ status: 'nothing', words: 'Week of 23 Nov · no plan has been published' });
    const draft = await drafted(h);
    const asDraft = await ask<Wall>(h.ada, WALL, MONDAY, { draftId: draft.id });
    expect([asDraft.mark.status, asDraft.mark.words, asDraft.sessions.length]).toEqual(['draft', 'Week of 23 Nov · draft 3 by Ruth Kemp · nobody has been told of it', 2]);
    await publish(h, draft);
    const first = await ask<Wall>(h.ada, WALL);
    expect(first.mark).toMatchObject({ status: 'published', words: 'Week of 23 Nov · version 1 · published Fri 20 Nov 16:05 by Ruth Kemp', printedWords: 'Fri 20 Nov 16:05 by Ada Bell' });
    expect((await ask<DaySheet & { mark: Mark }>(h.ruth, DAY_SHEET)).mark.code).toBe(first.mark.code);
    world.clock.set('2026-11-21T09:00:00Z');
    // A draft that has been published since is what people have been told.
    expect((await ask<Wall>(h.ada, WALL, MONDAY, { draftId: draft.id })).mark).toMatchObject({ status: 'published', code: first.mark.code });
    const next = await change(h, await start(h), 0, choirAt(h, 660));
    await publish(h, next);
    const second = await ask<Wall>(h.ada, WALL);
    expect(second.mark.words).toBe('Week of 23 Nov · version 2 · published Sat 21 Nov 09:00 by Ruth Kemp');
    expect(second.mark.code).not.toBe(first.mark.code);
  });

  it('marks what is new, moved and off since the week was first published, each where it concerns somebody', async () => {
    const h = await house();
    await publish(h, await change(h, await drafted(h), null, choirAt(h, 2 * DAY + 600)));
    expect((await ask<Wall>(h.ada, WALL)).sessions.map(({ change: what }) => what)).toEqual([null, null, null]);
    let next = await change(h, await start(h), 0, choirAt(h, 660));
    next = await change(h, next, 1, null);
    next = await change(h, next, null, choirAt(h, 3 * DAY + 600, { residents: [h.residents.steven.id] }));
    await publish(h, next);
    const { sessions } = await ask<Wall>(h.ada, WALL);
    expect(sessions.map(({ day, activityName, isOff, change: what }) => [day, activityName, isOff, what])).toEqual([
      ['2026-11-23', 'Choir', false, 'Moved, was Mon 10:00'], ['2026-11-24', 'Swimming', true, 'Off'], ['2026-11-25', 'Choir', false, null], ['2026-11-26', 'Choir', false, 'New'],
    ]);
    const own = await ask<Own>(h.ada, OWN);
    const steven = own.people.find(({ name }) => name === 'Steven');
    expect(steven?.entries.map(({ what, change: how }) => [what, how])).toEqual([['Swimming', 'Off'], ['Choir', 'New']]);
    expect(await ask<Outing[]>(h.ada, OUTINGS, '2026-11-24')).toEqual([]);
  });
});

describe('a person’s own week', () => {
  it('has sessions and routines in the order of the day, everybody by room', async () => {
    const h = await house();
    await publish(h, await drafted(h));
    const { people } = await ask<Own>(h.ada, OWN);
    expect(people.map(({ name }) => name)).toEqual(['Bob', 'Steven', 'Ivy']);
    const bob = people[0]?.entries ?? [];
    expect(bob.filter(({ isRoutine }) => !isRoutine).map(({ day, from, what, withStaff }) => [day, from, what, withStaff])).toEqual([
      ['2026-11-23', '10:00', 'Choir', ['Ines']], ['2026-11-24', '09:00', 'Swimming', expect.arrayContaining(['Joe', 'Tom', 'Gwen'])],
    ]);
    expect(bob.filter(({ isEveryDay }) => isEveryDay).map(({ what }) => what)).toEqual(Array.from({ length: 7 }, () => 'The ten o’clock news'));
    expect(bob.filter(({ what }) => what === 'Fish on Friday').map(({ day }) => day)).toEqual(['2026-11-27']);
    expect(JSON.stringify(people)).not.toContain(SECRETS.why);
  });
});

describe('sheets for staff', () => {
  it('the day: support and risk, promises, routines, who is unknown, and who stays', async () => {
    const h = await house();
    const made = await world.db.write(h.ruth.actor, (tx) => world.app.get(PromisesService).make(tx, { residentId: h.residents.steven.id, words: 'A swim, in the water', activityId: h.activities.swim.id, level: 'taking part', dueOn: '2026-11-24', madeTo: 'Steven', lifeFactId: null, wishId: null, found: 'There is a place on Tuesday' }));
    expect(made).toBeInstanceOf(PromiseEntity);
    await h.home.insert(StaffPreferenceEntity, { homeId: h.home.id, id: newId(), residentId: h.residents.steven.id, staffId: h.staff.joe.id, kind: 'prefers' });
    await publish(h, await drafted(h));
    const sheet = await ask<DaySheet>(h.ada, DAY_SHEET, '2026-11-24');
    const steven = sheet.sessions[0]?.people.find(({ name }) => name.startsWith('Steven'));
    expect(steven).toEqual(expect.objectContaining({ name: `Steven ${SECRETS.family}`, support: '1 staff to 1 person', inWheelchair: true, risk: SECRETS.risk, riskDo: SECRETS.riskDo, promised: ['A swim, in the water'], notKnown: ['Tom Field'] }));
    expect(sheet.promises).toEqual([{ name: `Steven ${SECRETS.family}`, words: 'A swim, in the water', isPlanned: true }]);
    expect(sheet.routines.map(({ name, what }) => [name, what])).toEqual([['Bob Ellison', 'The ten o’clock news']]);
    expect(sheet.staff.find(({ name }) => name === 'Gwen Lloyd')).toMatchObject({ hours: ['08:00–18:00'], sessions: ['09:00–10:40 Swimming'] });
    expect(sheet.floor).toEqual([
      { from: '09:00', to: '10:40', least: 1, staying: ['Ines Costa'] },
      { from: '10:40', to: '17:00', least: 1, staying: expect.arrayContaining(['Ines Costa', 'Gwen Lloyd', 'Joe Park', 'Tom Field']) as string[] },
    ]);
    // On Monday nobody goes out, so no risk is on the sheet.
    expect(JSON.stringify(await ask<DaySheet>(h.ada, DAY_SHEET, MONDAY))).not.toContain(SECRETS.risk);
  });

  it('the outing: only those may be rung who may know of it', async () => {
    const h = await house();
    await publish(h, await drafted(h));
    const rings = async (name: string, phone: string | null, kind: SharedKind | null, withdrawnAt: Date | null = null) => {
      const supporter: SupporterEntity = { homeId: h.home.id, id: newId(), name, email: null, phone };
      await h.home.insert(SupporterEntity, supporter);
      await h.home.insert(CircleMemberEntity, { homeId: h.home.id, id: newId(), residentId: h.residents.steven.id, supporterId: supporter.id, relation: 'friend' });
      if (kind) await h.home.insert(SharingConsentEntity, { homeId: h.home.id, id: newId(), residentId: h.residents.steven.id, supporterId: supporter.id, kind, givenAt: world.clock.now(), givenBy: 'Steven', recordedBy: h.ruth.actor.accountId, withdrawnAt, withdrawnBy: withdrawnAt ? 'Steven' : null });
    };
    await rings('Mark', '01632 960201', 'plan');
    await rings('Pat', '01632 960202', 'photos');
    await rings('Quentin', '01632 960203', 'plan', new Date(FRIDAY));
    await rings('Rosa', '01632 960204', null);
    await rings('Sid', null, 'plan');
    const [outing] = await ask<Outing[]>(h.ada, OUTINGS, '2026-11-24');
    expect(outing).toMatchObject({ travel: 'The minibus, Gwen Lloyd drives', arrives: '09:20', setsOffBack: '10:20', venue: { name: 'The baths', phone: '01632 960111' } });
    expect(outing?.people.flatMap(({ contacts }) => contacts)).toEqual([{ name: 'Mark', relation: 'friend', phone: '01632 960201' }]);
    expect(outing?.people.map(({ photos }) => photos)).toEqual(['Photos: yes', 'Photos: ask first. For the family only.']);
    expect(outing?.seats.filter(({ person }) => person !== null).map(({ kind, person }) => [kind, person])).toEqual([['bay', `Steven ${SECRETS.family}`], ['seat', 'Joe Park'], ['seat', 'Bob Ellison'], ['seat', 'Tom Field']].toSorted((a, b) => (a[0] === b[0] ? 0 : a[0] === 'bay' ? -1 : 1)));
  });

  it('the drive: times, places and first names, and nothing of anybody’s health', async () => {
    const h = await house();
    await publish(h, await drafted(h));
    const sheets = await ask<Driver[]>(h.ada, DRIVERS, '2026-11-24');
    expect(sheets).toHaveLength(1);
    expect(sheets[0]).toMatchObject({ driver: 'Gwen Lloyd', vehicle: 'The minibus', registration: 'HB21 CHN', stays: null });
    expect(sheets[0]?.trips[0]).toMatchObject({ leaves: '09:00', arrives: '09:20', setsOffBack: '10:20', back: '10:40' });
    expect(sheets[0]?.trips[0]?.seats.find(({ kind }) => kind === 'bay')?.person).toBe('Steven');
    const text = JSON.stringify(sheets);
    for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
    await world.asSystem(h.home.id, (tx) => tx.em.update(VehicleEntity, { id: h.bus.id }, { insuranceDue: '2026-11-22' }));
    expect((await ask<Driver[]>(h.ada, DRIVERS, '2026-11-24'))[0]?.stays).toBe('Its insurance has run out.');
  });
});
