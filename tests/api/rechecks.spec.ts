import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity, ActivityRoomEntity } from '../../apps/api/src/library/library.entities.ts';
import { InterestEntity, type ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { ShiftEntity, FloorCoverEntity } from '../../apps/api/src/staff/staff.entities.ts';
import { VehicleEntity } from '../../apps/api/src/transport/transport.entities.ts';
import { RoomEntity, VenueEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { instantAt } from '../../libs/domain/src/shared/time.ts';
import type { Session } from '../../libs/planner/src/problem.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const ZONE = 'Europe/London';
/** Planned on the Friday before; it is seven on Monday morning when things go wrong. */
const FRIDAY = '2026-11-20T09:00:00Z';
const MONDAY = '2026-11-23';
const SEVEN = '2026-11-23T07:00:00Z';
const DAY = 1440;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const WHY_NOT = '... on Refused { reasons { code message } }';
const SAID = '... on ChangedFact { id kind words startsAt endsAt recordedByName }';
const OFF = `mutation ($input: SayStaffOffInput!) { sayStaffOff(input: $input) { __typename ${SAID} ${WHY_NOT} } }`;
const BACK = `mutation ($id: Id!) { sayStaffBack(changeId: $id) { __typename ${SAID} ${WHY_NOT} } }`;
const NEEDS = '{ needsAnswer { count mine weeks { weekStarts planId others sessions { id activityName residents startsAt mustAct isMine findings { words because since saidBy } } } } }';
const WHO = '{ whoIsOff { id kind words recordedByName } }';
const REPAIRS = 'query ($weekStarts: Day!) { repairs(weekStarts: $weekStarts) { basedOn repairs { kind changes asks share costs gains tasks sessions { activity start room vehicles { vehicle driver } staff residents } } } }';
const TAKE = `mutation ($input: RepairInput!) { publishRepair(input: $input) { __typename ... on Plan { id status basedOn } ${WHY_NOT} } }`;
const DRAFT = `mutation ($input: RepairInput!) { draftRepair(input: $input) { __typename ... on Plan { id status basedOn version } ${WHY_NOT} } }`;
const TOLD = 'query ($day: Day!) { tellings(day: $day) { kind words isMine isForStaff } }';

type Said = { __typename: string; id: string; words: string; startsAt: string; endsAt: string | null; recordedByName: string; reasons?: { code: string; message: string }[] };
type Broken = { id: string; activityName: string; residents: string[]; mustAct: string | null; isMine: boolean; findings: { words: string; because: string | null; since: string | null; saidBy: string | null }[] };
type Needs = { count: number; mine: number; weeks: { weekStarts: string; planId: string; others: string[]; sessions: Broken[] }[] };
type Found = { basedOn: string; repairs: { kind: string; changes: number; asks: number; share: string; costs: string[]; gains: string[]; tasks: string[]; sessions: Session[] }[] };
type Taken = { __typename: string; id: string; status: string; reasons?: { code: string; message: string }[] };

/** Two who may drive the bus, a swim on Tuesday, a choir on Monday afternoon and one on Wednesday. */
async function house(world: World) {
  const home = await world.home();
  const [ruth, sam, ada] = [await home.worker('Ruth Kemp', 'coordinator', { care: false }), await home.worker('Sam Cole', 'manager', { care: false }), await home.worker('Ada Bell', 'carer')];
  const staff = {
    gwen: await home.staff('Gwen Lloyd', { licences: ['D1'] }), dan: await home.staff('Dan Hughes', { licences: ['D1'] }),
    sian: await home.staff('Sian Rees', { skills: ['pool'] }), ines: await home.staff('Ines Costa'), joe: await home.staff('Joe Park'), tom: await home.staff('Tom Field'),
  };
  const shift = (staffId: string, day: number, from: number, to: number) => (
    { homeId: home.id, id: newId(), staffId, startsAt: instantAt(ZONE, MONDAY, day * DAY + from), endsAt: instantAt(ZONE, MONDAY, day * DAY + to), breakMinutes: 0, source: 'typed' });
  const days = Array.from({ length: 7 }, (_, day) => day);
  await home.insert(ShiftEntity, days.flatMap((day) => [...Object.values(staff).map(({ id }) => shift(id, day, 480, 1080)), shift(ruth.actor.staffId!, day, 540, 1020), shift(ada.actor.staffId!, day, 420, 900)]));
  await home.insert(FloorCoverEntity, { homeId: home.id, id: newId(), days: EVERY_DAY, fromTime: '08:00', toTime: '18:00', least: 2 });
  const residents = {
    bob: await home.resident('Bob Ellison'), dot: await home.resident('Dot Lumley'), steven: await home.resident('Steven Marlow', { wheelchair: 'always', supportOutStaff: 2, supportOutResidents: 1 }),
  };
  const lounge: RoomEntity = { homeId: home.id, id: newId(), name: 'Lounge', capacity: 12, fromTime: '08:00', toTime: '20:00' };
  await home.insert(RoomEntity, lounge);
  const bus: VehicleEntity = { homeId: home.id, id: newId(), name: 'The minibus', registration: 'HB21', seats: 5, bays: 2, licence: 'D1', inspectionDue: '2027-06-01', insuranceDue: '2027-06-01', fromTime: '08:00', toTime: '20:00' };
  await home.insert(VehicleEntity, bus);
  const baths = await venue(home, 'the baths', null);
  const activities = {
    choir: await activity(home, 'Choir', { minutes: 60, groupMin: 2, groupMax: 8, maxPerWeek: 2 }),
    swim: await activity(home, 'Swimming', { minutes: 60, groupMin: 1, groupMax: 2, setting: 'out', transport: 'vehicle', venueId: baths.id, skills: { pool: 1 }, driverSupports: false, maxPerWeek: 1, hours: [{ days: [2, 3], from: '10:00', to: '13:00' }] }),
  };
  await home.insert(ActivityRoomEntity, { homeId: home.id, activityId: activities.choir.id, roomId: lounge.id });
  const likes = (who: ResidentEntity, what: ActivityEntity, value: number): InterestEntity => ({ homeId: home.id, id: newId(), residentId: who.id, activityId: what.id, value, because: '', lifeFactId: null });
  await home.insert(InterestEntity, [likes(residents.bob, activities.choir, 80), likes(residents.dot, activities.choir, 70), likes(residents.steven, activities.swim, 95)]);
  const swim: Session = { activity: activities.swim.id, start: DAY + 600, room: null, vehicles: [{ vehicle: bus.id, driver: staff.gwen.id }], staff: [staff.sian.id, staff.joe.id], residents: [residents.steven.id] };
  const choirs: Session[] = [600, 2 * DAY + 840].map((start) => ({ activity: activities.choir.id, start, room: lounge.id, vehicles: [], staff: [staff.ines.id], residents: [residents.bob.id, residents.dot.id] }));
  const { startDraft: plan } = await ruth.gets<{ startDraft: { id: string; version: number } }>(`mutation { startDraft(weekStarts: "${MONDAY}") { ... on Plan { id version } } }`);
  let version = plan.version;
  for (const session of [swim, ...choirs]) {
    const { changePlan } = await ruth.gets<{ changePlan: { version: number; reasons?: { message: string }[] } }>(`mutation ($id: Id!, $version: Int!, $change: PlanChangeInput!) { changePlan(id: $id, version: $version, change: $change) { ... on Plan { version } ${WHY_NOT} } }`, { id: plan.id, version, change: { at: null, session, pinned: true } });
    expect(changePlan.reasons).toBeUndefined();
    version = changePlan.version;
  }
  const { publishPlan } = await ruth.gets<{ publishPlan: Taken }>(`mutation { publishPlan(id: "${plan.id}", version: ${version}) { __typename ... on Plan { id status } ${WHY_NOT} } }`);
  expect(publishPlan).toMatchObject({ status: 'published' });
  world.clock.set(SEVEN);
  return { home, ruth, sam, ada, staff, residents, lounge, bus, activities, swim, planId: plan.id };
}
type House = Awaited<ReturnType<typeof house>>;

async function activity(home: Home, name: string, more: Partial<ActivityEntity>): Promise<ActivityEntity> {
  const row: ActivityEntity = {
    homeId: home.id, id: newId(), name, kind: 'social', picture: 'choir', setting: 'home', minutes: 60, groupMin: 1, groupMax: 8, baseStaff: 1, skills: {}, driverSupports: true, transport: null,
    venueId: null, costPence: 0, maxPerWeek: 7, hours: [{ days: EVERY_DAY, from: '10:00', to: '17:00' }], steps: [],
    adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null, ...more,
  };
  await home.insert(ActivityEntity, row);
  return row;
}

async function venue(home: Home, name: string, walkMinutes: number | null): Promise<VenueEntity> {
  const row: VenueEntity = {
    homeId: home.id, id: newId(), name, address: '', phone: null, lat: 53, lon: -1, driveMinutes: 15, walkMinutes, hours: [{ days: EVERY_DAY, from: '08:00', to: '20:00' }], price: '',
    access: { stepFree: true, hoist: true, changingPlace: true, quietHours: null, parking: '', welcome: '' }, lastVisited: '',
  };
  await home.insert(VenueEntity, row);
  return row;
}

async function off(who: Person, staffId: string, more: object = {}): Promise<Said> {
  return (await who.gets<{ sayStaffOff: Said }>(OFF, { input: { id: newId(), staffId, ...more } })).sayStaffOff;
}
const back = async (who: Person, id: string): Promise<Said> => (await who.gets<{ sayStaffBack: Said }>(BACK, { id })).sayStaffBack;
const needs = async (who: Person): Promise<Needs> => (await who.gets<{ needsAnswer: Needs }>(NEEDS)).needsAnswer;
const broken = async (who: Person): Promise<Broken[]> => (await needs(who)).weeks.flatMap(({ sessions }) => sessions);
const repairs = async (who: Person): Promise<Found> => (await who.gets<{ repairs: Found }>(REPAIRS, { weekStarts: MONDAY })).repairs;
const told = async (who: Person, day: string) => (await who.gets<{ tellings: { kind: string; words: string; isMine: boolean; isForStaff: boolean }[] }>(TOLD, { day })).tellings;
async function take(who: Person, { basedOn, repairs: [first] }: Found): Promise<Taken> {
  return (await who.gets<{ publishRepair: Taken }>(TAKE, { input: { weekStarts: MONDAY, basedOn, sessions: first?.sessions } })).publishRepair;
}
const codes = ({ reasons }: { reasons?: { code: string }[] }) => reasons?.map(({ code }) => code);

describe('a fact that changes after a week was published', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ now: FRIDAY });
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.set(FRIDAY));

  it('breaks nothing while nothing has changed', async () => {
    const h = await house(world);
    expect(await needs(h.ada)).toEqual({ count: 0, mine: 0, weeks: [] });
  });

  it('is a driver who is off: named with what is broken, since when, who said so, and who must act; and is taken back by a further entry', async () => {
    const h = await house(world);
    const said = await off(h.ruth, h.staff.gwen.id, { fromDay: MONDAY, toDay: '2026-11-24' });
    expect(said).toMatchObject({ kind: 'staff off', words: 'Gwen Lloyd is off sick from today until Tuesday 24 November.', recordedByName: 'Ruth Kemp', startsAt: '2026-11-23T07:00:00.000Z', endsAt: '2026-11-25T00:00:00.000Z' });
    const [session, ...others] = await broken(h.ruth);
    expect(others).toEqual([]);
    expect(session).toMatchObject({ activityName: 'Swimming', residents: ['Steven'], mustAct: 'Ruth Kemp, on duty before it begins', isMine: true });
    expect(session?.findings).toEqual([{ words: 'Gwen Lloyd is not on shift for the whole of Swimming on Tue 10:00.', because: said.words, since: SEVEN.replace('Z', '.000Z'), saidBy: 'Ruth Kemp' }]);
    expect(await needs(h.sam)).toMatchObject({ count: 1, mine: 0 });
    expect((await h.ada.gets<{ whoIsOff: Said[] }>(WHO)).whoIsOff).toMatchObject([{ id: said.id, kind: 'staff off' }]);

    expect(await back(h.ada, said.id)).toMatchObject({ kind: 'staff back', words: 'Gwen Lloyd is back.' });
    expect(await broken(h.ruth)).toEqual([]);
    expect((await h.ada.gets<{ whoIsOff: Said[] }>(WHO)).whoIsOff).toEqual([]);
    expect(codes(await back(h.ada, said.id))).toEqual(['NOT_OFF']);
    const entries = await world.look<{ kind: string; undoes_id: string | null }>('SELECT kind, undoes_id FROM changed_fact WHERE home_id = $1 ORDER BY recorded_at, id', [h.home.id]);
    expect(entries).toEqual([{ kind: 'staff off', undoes_id: null }, { kind: 'staff back', undoes_id: said.id }]);
    expect(await world.look('SELECT 1 FROM absence WHERE home_id = $1', [h.home.id])).toHaveLength(1);
  });

  it('is said once however often the device sends it, and nothing else under the same id', async () => {
    const h = await house(world);
    const input = { id: newId(), staffId: h.staff.gwen.id };
    const [first, again] = [await h.ada.gets<{ sayStaffOff: Said }>(OFF, { input }), await h.ada.gets<{ sayStaffOff: Said }>(OFF, { input })];
    expect(again.sayStaffOff).toEqual(first.sayStaffOff);
    expect((await h.ada.asks(OFF, { input: { ...input, staffId: h.staff.tom.id } })).errors?.[0]?.extensions.code).toBe('CONFLICT');
    expect(codes(await off(h.ruth, h.staff.gwen.id))).toEqual(['OFF_ALREADY']);
  });

  it('is said by anybody of themselves and, for today, of a colleague; other days of others are for those who plan', async () => {
    const h = await house(world);
    expect(codes(await off(h.ada, h.staff.gwen.id, { toDay: '2026-11-24' }))).toEqual(['OTHERS_LATER']);
    expect(await off(h.ada, h.staff.gwen.id)).toMatchObject({ words: 'Gwen Lloyd is off sick today.' });
    expect(await off(h.ada, h.ada.actor.staffId!, { toDay: '2026-11-24' })).toMatchObject({ __typename: 'ChangedFact' });
    expect(codes(await off(h.ruth, h.staff.tom.id, { fromDay: '2026-11-22' }))).toEqual(['DAY_OVER']);
    expect(codes(await off(h.ruth, h.staff.tom.id, { fromDay: '2026-11-26', toDay: '2026-11-24' }))).toEqual(['DAYS_REVERSED']);
    const mark = await h.home.supporter('Mark Marlow', h.residents.steven, 'father');
    expect((await mark.asks(OFF, { input: { id: newId(), staffId: h.staff.tom.id } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await mark.asks(NEEDS)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('may be of single shifts only', async () => {
    const h = await house(world);
    const { rotaOn } = await h.ruth.gets<{ rotaOn: { shiftId: string; name: string; isOff: boolean }[] }>('{ rotaOn(day: "2026-11-24") { shiftId name isOff } }');
    const shift = rotaOn.find(({ name }) => name === 'Gwen Lloyd')!;
    expect(shift.isOff).toBe(false);
    const said = await off(h.ruth, h.staff.gwen.id, { fromDay: '2026-11-24', toDay: '2026-11-24', shiftIds: [shift.shiftId] });
    expect(said).toMatchObject({ words: 'Gwen Lloyd is off sick for 1 shift on Tuesday 24 November.', startsAt: '2026-11-24T08:00:00.000Z', endsAt: '2026-11-24T18:00:00.000Z' });
    expect(await broken(h.ruth)).toHaveLength(1);
    expect(codes(await off(h.ruth, h.staff.tom.id, { shiftIds: [newId()] }))).toEqual(['SHIFT_OVER']);
  });

  it('is a vehicle off the road, a resident who is unwell, other support, somebody declined, a licence gone: each retests', async () => {
    const h = await house(world);
    const words = async () => (await broken(h.ruth)).flatMap(({ activityName, findings }) => findings.map((each) => `${activityName}: ${each.words} | ${each.because ?? ''}`));
    const bus = await h.ada.gets<{ takeOffRoad: Said }>(`mutation ($input: TakeOffRoadInput!) { takeOffRoad(input: $input) { __typename ${SAID} ${WHY_NOT} } }`, { input: { id: newId(), vehicleId: h.bus.id, why: 'a flat tyre', untilDay: '2026-11-24' } });
    expect(await words()).toEqual(['Swimming: The minibus cannot be used for the whole of Tue 10:00 to 11:30. | The minibus is off the road until Tuesday 24 November: a flat tyre']);
    expect((await h.ada.gets<{ vehicles: { notToday: string }[] }>('{ vehicles { notToday } }')).vehicles[0]?.notToday).toBe('Off the road: a flat tyre');
    await h.ada.gets(`mutation { backOnRoad(changeId: "${bus.takeOffRoad.id}") { __typename } }`);
    expect(await words()).toEqual([]);

    const unwell = `mutation ($input: SayNotFreeInput!) { sayNotFree(input: $input) { __typename ${SAID} ${WHY_NOT} } }`;
    const { sayNotFree } = await h.ada.gets<{ sayNotFree: Said }>(unwell, { input: { id: newId(), residentId: h.residents.dot.id, kind: 'unwell' } });
    expect(await words()).toEqual([expect.stringContaining('Dot is unwell today.')]);
    await h.ada.gets(`mutation { sayFreeAgain(changeId: "${sayNotFree.id}") { __typename } }`);
    expect(await words()).toEqual([]);
    expect(codes((await h.ada.gets<{ sayNotFree: Said }>(unwell, { input: { id: newId(), residentId: h.residents.dot.id, kind: 'appointment', from: '10:00', to: '09:00' } })).sayNotFree)).toEqual(['TIMES_REVERSED', 'NO_WORDS']);

    await h.ada.gets(`mutation ($input: EditSupportInput!) { editSupport(input: $input) { __typename } }`, { input: { residentId: h.residents.steven.id, inStaff: 1, inResidents: 1, outStaff: 3, outResidents: 1, wheelchair: 'always' } });
    expect(await words()).toEqual([expect.stringMatching(/Steven needs 3 staff .* \| Steven needs other support/)]);
    await h.ada.gets(`mutation ($input: EditSupportInput!) { editSupport(input: $input) { __typename } }`, { input: { residentId: h.residents.steven.id, inStaff: 1, inResidents: 4, outStaff: 2, outResidents: 1, wheelchair: 'always' } });

    await h.ada.gets(`mutation { declineStaff(residentId: "${h.residents.steven.id}", staffId: "${h.staff.joe.id}") { id } }`);
    expect(await words()).toEqual([expect.stringContaining('| Steven does not want to be with Joe Park.')]);
    await h.ada.gets(`mutation { declineStaff(residentId: "${h.residents.steven.id}", staffId: "${h.staff.joe.id}", declines: false) { id } }`);

    await h.ruth.gets(`mutation { editLicences(staffId: "${h.staff.gwen.id}", licences: []) { id } }`);
    expect(await words()).toEqual([expect.stringContaining('| Gwen Lloyd may drive nothing here any more.')]);
    expect((await h.ada.asks(`mutation { editLicences(staffId: "${h.staff.gwen.id}", licences: ["D1"]) { id } }`)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is not seen from another home, nor can it be taken back or repaired from there', async () => {
    const h = await house(world);
    world.clock.set(FRIDAY);
    const other = await house(world);
    const said = await off(h.ruth, h.staff.gwen.id, { toDay: '2026-11-24' });
    expect(await needs(h.ruth)).toMatchObject({ count: 1 });
    expect(await needs(other.ruth)).toMatchObject({ count: 0 });
    expect((await other.ruth.asks(BACK, { id: said.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await other.ruth.asks(OFF, { input: { id: newId(), staffId: h.staff.tom.id } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const found = await repairs(h.ruth);
    expect(codes(await take(other.ruth, found))).toEqual(['MENDED_MEANWHILE']);
    expect(await told(other.ruth, '2026-11-24')).toEqual([]);
  });

  describe('leaves room for who could go now', () => {
    const NOW = '{ goNow { hasPlan overrides options { kind activityId activityName start leavesAt joins sentences comes { residentId name words } waits { residentId name words } } } }';
    const GO = `mutation ($activityId: Id!, $start: Int!, $override: OverrideInput) { letThemGo(activityId: $activityId, start: $start, override: $override) { __typename ... on Gone { planId words } ${WHY_NOT} } }`;
    type Now = { goNow: { hasPlan: boolean; overrides: number; options: { kind: string; activityId: string; activityName: string; start: number; sentences: string[]; comes: { residentId: string; name: string; words: string }[]; waits: { residentId: string; name: string; words: string }[] }[] } };
    type Gone = { letThemGo: { __typename: string; words: string; reasons?: { code: string; message: string }[] } };

    async function withWalks() {
      const h = await house(world);
      const park = await venue(h.home, 'the park', 5);
      const walk = await activity(h.home, 'A walk', { minutes: 45, groupMin: 1, groupMax: 1, setting: 'out', transport: 'walk', venueId: park.id });
      await h.home.insert(InterestEntity, [h.residents.bob, h.residents.dot].map(({ id: residentId }, n) => ({ homeId: h.home.id, id: newId(), residentId, activityId: walk.id, value: 90 - 20 * n, because: '', lifeFactId: null })));
      world.clock.set('2026-11-23T13:00:00Z');
      return { h, walk };
    }

    it('offers what can leave within the hour, to anybody on shift; one that is chosen is booked and told, once', async () => {
      const { h, walk } = await withWalks();
      const { goNow } = await h.ada.gets<Now>(NOW);
      const option = goNow.options.find(({ activityName }) => activityName === 'A walk')!;
      expect(option).toMatchObject({ kind: 'out', activityId: walk.id, start: 13 * 60 });
      expect(option.sentences[0]).toBe('A walk could leave at 13:00 and be back by 13:55.');
      expect([option.comes.length, option.waits.length]).toEqual([1, 1]);
      const variables = { activityId: walk.id, start: option.start };
      expect((await h.ada.gets<Gone>(GO, variables)).letThemGo).toMatchObject({ __typename: 'Gone' });
      const tellings = await told(h.ada, MONDAY);
      expect(tellings.map(({ words }) => words)).toContainEqual(`New for ${option.comes[0]?.name ?? ''}: A walk on Monday 23 November, 13:00.`);
      expect(await world.look('SELECT resident_id, goes FROM turn WHERE home_id = $1 ORDER BY goes DESC', [h.home.id])).toEqual([{ resident_id: option.comes[0]?.residentId, goes: true }, { resident_id: option.waits[0]?.residentId, goes: false }]);
      const left = (await h.ada.gets<Now>(NOW)).goNow.options.find(({ activityName }) => activityName === 'A walk');
      expect(left?.comes.map(({ words }) => words)).toEqual(left ? [expect.stringContaining('once there was no place')] : undefined);
      const again = (await h.ada.gets<Gone>(GO, { activityId: h.activities.swim.id, start: option.start })).letThemGo;
      expect(codes(again)).toEqual(['NOT_POSSIBLE_NOW']);
    });

    it('lets somebody go out of turn with a reason only, and counts it', async () => {
      const { h, walk } = await withWalks();
      const option = (await h.ada.gets<Now>(NOW)).goNow.options.find(({ activityName }) => activityName === 'A walk')!;
      const override = { goesId: option.waits[0]?.residentId, insteadId: option.comes[0]?.residentId, reason: ' ' };
      const variables = { activityId: walk.id, start: option.start };
      expect((await h.ada.gets<Gone>(GO, { ...variables, override })).letThemGo.reasons?.[0]?.message).toBe('Say why, please: whoever gives way may ask.');
      const reason = 'Her sister is here for an hour.';
      expect((await h.ada.gets<Gone>(GO, { ...variables, override: { ...override, reason } })).letThemGo.__typename).toBe('Gone');
      const turns = await world.look<{ resident_id: string; words: string }>('SELECT resident_id, words, override_reason FROM turn WHERE home_id = $1 AND goes', [h.home.id]);
      expect(turns).toEqual([{ resident_id: override.goesId, words: `${option.waits[0]?.name ?? ''} goes instead of ${option.comes[0]?.name ?? ''}: ${reason}`, override_reason: reason }]);
      expect((await h.ada.gets<Now>(NOW)).goNow.overrides).toBe(1);
    });

    it('says so when no week is published for today', async () => {
      const { h } = await withWalks();
      world.clock.set('2026-12-01T13:00:00Z');
      expect((await h.ada.gets<Now>(NOW)).goNow).toEqual({ hasPlan: false, overrides: 0, options: [] });
    });
  });

  it('leads to the question what would help most: looked for once, with progress, and for those who plan alone', async () => {
    const h = await house(world);
    const HELP = '{ helpSearch { id state weeks tried additions lines askedByName } }';
    const ASK = 'mutation { askWhatWouldHelp { id state } }';
    type Search = { id: string; state: string; weeks: string[]; tried: number; additions: number; lines: string[] };
    expect((await h.ada.asks(HELP)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await h.ruth.gets(HELP)).toEqual({ helpSearch: null });
    const asked = (await h.ruth.gets<{ askWhatWouldHelp: Search }>(ASK)).askWhatWouldHelp;
    expect((await h.sam.gets<{ askWhatWouldHelp: Search }>(ASK)).askWhatWouldHelp.id).toBe(asked.id);
    const answers: Search[] = [];
    while (answers.length < 240 && answers.at(-1)?.state !== 'done') {
      await new Promise((resolve) => setTimeout(resolve, 500));
      answers.push((await h.ruth.gets<{ helpSearch: Search }>(HELP)).helpSearch);
    }
    expect(answers.at(-1)).toMatchObject({ state: 'done', weeks: [MONDAY] });
    expect(answers.at(-1)?.tried).toBeGreaterThan(0);
    expect(answers.some(({ state }) => state === 'running')).toBe(true);
    world.clock.set(FRIDAY);
    const other = await house(world);
    expect(await other.ruth.gets(HELP)).toEqual({ helpSearch: null });
  }, 180_000);

  describe('is mended', () => {
    async function atWorst(): Promise<House> {
      const h = await house(world);
      await off(h.ruth, h.staff.gwen.id, { toDay: '2026-11-24' });
      return h;
    }

    it('by up to three repairs in sentences, within two seconds, each legal and published at once with everyone told why', async () => {
      const h = await atWorst();
      const mark = await h.home.supporter('Mark Marlow', h.residents.steven, 'father');
      const dot = await h.home.supporter('Dora Lumley', h.residents.dot, 'daughter');
      const began = performance.now();
      const found = await repairs(h.ruth);
      expect(performance.now() - began).toBeLessThan(4000);
      expect(found.basedOn).toBe(h.planId);
      expect(found.repairs.length).toBeGreaterThan(0);
      expect(found.repairs.length).toBeLessThanOrEqual(3);
      const [first] = found.repairs;
      expect(first).toMatchObject({ changes: 0, costs: [] });
      expect(first?.tasks.join(' ')).toContain('Dan Hughes is asked to drive to Swimming on Tue 10:00');
      expect((await h.ada.asks(REPAIRS, { weekStarts: MONDAY })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');

      expect(await take(h.ruth, found)).toMatchObject({ __typename: 'Plan', status: 'published' });
      expect(await broken(h.ruth)).toEqual([]);
      const tellings = await told(h.ada, '2026-11-24');
      expect(tellings.map(({ words }) => words)).toEqual([
        'Swimming for Steven on Tuesday 24 November, 10:00 takes place with Sian, Joe and Dan, because a driver is off.',
        'Dan Hughes is asked to drive the minibus for Swimming on Tuesday 24 November, 10:00, because Gwen Lloyd is off.',
      ]);
      type Changed = { family: { people: { changed: { words: string }[] | null }[] } };
      const family = '{ family { people { changed { words } } } }';
      const seen = (await mark.gets<Changed>(family)).family.people[0]?.changed;
      expect(seen).toEqual([{ words: tellings[0]?.words }]);
      expect(JSON.stringify(seen)).not.toMatch(/Gwen|sick/);
      expect((await dot.gets<Changed>(family)).family.people[0]?.changed).toEqual([]);
      expect(await h.home.world.look('SELECT 1 FROM plan WHERE home_id = $1 AND status = \'published\'', [h.home.id])).toHaveLength(1);
    });

    it('by one of two who do so at once; the other is told who did, and nothing of theirs is left', async () => {
      const h = await atWorst();
      const found = await repairs(h.ruth);
      const answers = await Promise.all([take(h.ruth, found), take(h.sam, found)]);
      expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['Plan', 'Refused']);
      const refused = answers.find((one) => one.__typename === 'Refused');
      expect(refused?.reasons?.[0]?.message).toMatch(/(Ruth Kemp|Sam Cole) published another plan of this week/);
      expect(await world.look('SELECT status FROM plan WHERE home_id = $1 ORDER BY status', [h.home.id])).toEqual([{ status: 'published' }, { status: 'superseded' }]);
      expect(await world.look('SELECT 1 FROM telling WHERE home_id = $1', [h.home.id])).toHaveLength(2);
    });

    it('as a draft to be looked at first', async () => {
      const h = await atWorst();
      const found = await repairs(h.ruth);
      const { draftRepair } = await h.ruth.gets<{ draftRepair: Taken & { basedOn: string } }>(DRAFT, { input: { weekStarts: MONDAY, basedOn: found.basedOn, sessions: found.repairs[0]?.sessions } });
      expect(draftRepair).toMatchObject({ status: 'draft', basedOn: h.planId });
      expect(await broken(h.ruth)).toHaveLength(1);
    });

    it('without touching a session that has begun', async () => {
      const h = await house(world);
      world.clock.set('2026-11-23T10:30:00Z');
      const before = await world.look('SELECT id, starts_at, role, resident_id, staff_id, room_id FROM booking WHERE home_id = $1 AND starts_at < $2 ORDER BY id', [h.home.id, '2026-11-23T12:00:00Z']);
      expect(before.length).toBeGreaterThan(0);
      await off(h.ruth, h.staff.ines.id, { toDay: '2026-11-25' });
      const [session, ...others] = await broken(h.ruth);
      expect([session?.activityName, others]).toEqual(['Choir', []]);
      expect(session?.findings[0]?.words).toContain('Wed 14:00');
      expect(await take(h.ruth, await repairs(h.ruth))).toMatchObject({ __typename: 'Plan' });
      expect(await broken(h.ruth)).toEqual([]);
      expect(await world.look('SELECT id, starts_at, role, resident_id, staff_id, room_id FROM booking WHERE home_id = $1 AND starts_at < $2 ORDER BY id', [h.home.id, '2026-11-23T12:00:00Z'])).toEqual(before);
    });

    it('never by a plan that is not legal, whoever sends it', async () => {
      const h = await atWorst();
      const { basedOn } = await repairs(h.ruth);
      const answer = (await h.ruth.gets<{ publishRepair: Taken }>(TAKE, { input: { weekStarts: MONDAY, basedOn, sessions: [h.swim] } })).publishRepair;
      expect(codes(answer)).toEqual(['BREAKS_A_RULE']);
      expect(await world.look('SELECT 1 FROM plan WHERE home_id = $1', [h.home.id])).toHaveLength(1);
    });
  });

  describe('puts the promise it was to keep at risk', () => {
    const AT_RISK = '{ promisesAtRisk { id atRisk mustAct risks { words because } } }';
    type Risky = { id: string; mustAct: string | null; risks: { words: string; because: string | null }[] };
    const atRisk = async (who: Person) => (await who.gets<{ promisesAtRisk: Risky[] }>(AT_RISK)).promisesAtRisk;
    const setVenue = (h: House, hours: object[]) => world.asSystem(h.home.id, (tx) => tx.em.query('UPDATE venue SET hours = $2 WHERE home_id = $1', [h.home.id, JSON.stringify(hours)]));

    async function promised() {
      const h = await house(world);
      const input = { residentId: h.residents.steven.id, activityId: h.activities.swim.id, words: 'A swim', level: 'taking part', dueOn: '2026-11-27', madeTo: 'Steven', weekStarts: MONDAY, session: h.swim };
      const { promiseFromCanWe } = await h.ruth.gets<{ promiseFromCanWe: { promiseId: string } }>('mutation ($input: PromiseFromCanWeInput!) { promiseFromCanWe(input: $input) { ... on PromiseHeld { promiseId } } }', { input });
      return { ...h, promiseId: promiseFromCanWe.promiseId };
    }

    it('when a driver is off, and not once they are back; with what was found when it was promised', async () => {
      const h = await promised();
      expect(await atRisk(h.ada)).toEqual([]);
      const { promise } = await h.ada.gets<{ promise: object }>('query ($id: Id!) { promise(id: $id) { state atRisk feasible { when whoGoes vehicle check checkedBy } } }', { id: h.promiseId });
      expect(promise).toEqual({ state: 'scheduled', atRisk: false, feasible: { when: 'Tuesday 24 November, 10:00', whoGoes: ['Sian Rees', 'Joe Park', 'Gwen Lloyd'], vehicle: 'the minibus', check: 'can we', checkedBy: 'Ruth Kemp' } });
      const said = await off(h.ruth, h.staff.gwen.id, { fromDay: MONDAY, toDay: '2026-11-24' });
      expect(await atRisk(h.ada)).toEqual([{ id: h.promiseId, atRisk: true, mustAct: 'Ruth Kemp, on duty before it begins', risks: [{ words: 'Gwen Lloyd is not on shift for the whole of Swimming on Tue 10:00.', because: said.words }] }]);
      await back(h.ruth, said.id);
      expect(await atRisk(h.ada)).toEqual([]);
    });

    it('when the vehicle’s inspection has run out by then, or the place is shut', async () => {
      const h = await promised();
      await world.asSystem(h.home.id, (tx) => tx.em.update(VehicleEntity, { homeId: h.home.id, id: h.bus.id }, { inspectionDue: '2026-11-23' }));
      expect((await atRisk(h.ada))[0]?.risks[0]?.words).toContain('minibus');
      await world.asSystem(h.home.id, (tx) => tx.em.update(VehicleEntity, { homeId: h.home.id, id: h.bus.id }, { inspectionDue: '2027-06-01' }));
      expect(await atRisk(h.ada)).toEqual([]);
      await setVenue(h, [{ days: [5], from: '08:00', to: '20:00' }]);
      expect(await atRisk(h.ada)).toMatchObject([{ id: h.promiseId }]);
    });

    it('when the plan that held it is published without it', async () => {
      const h = await promised();
      const { startDraft: draft } = await h.ruth.gets<{ startDraft: { id: string; version: number; sessions: Session[] } }>(`mutation { startDraft(weekStarts: "${MONDAY}") { ... on Plan { id version sessions { activity start } } } }`);
      const at = draft.sessions.findIndex(({ activity: id }) => id === h.activities.swim.id);
      const { changePlan } = await h.ruth.gets<{ changePlan: { version: number } }>('mutation ($id: Id!, $version: Int!, $at: Int!) { changePlan(id: $id, version: $version, change: { at: $at, session: null, pinned: false }) { ... on Plan { version } } }', { id: draft.id, version: draft.version, at });
      world.clock.set('2026-11-23T07:30:00Z');
      await h.ruth.gets(`mutation { publishPlan(id: "${draft.id}", version: ${changePlan.version}) { __typename } }`);
      expect(await atRisk(h.ada)).toEqual([{ id: h.promiseId, atRisk: true, mustAct: 'Ruth Kemp, on duty before it begins', risks: [{ because: null, words: 'It was planned and has been taken out: Taken out of the plan by Ruth Kemp. Nothing else is planned to keep it by Friday 27 November.' }] }]);
    });
  });
});
