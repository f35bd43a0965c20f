import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity, ActivityRoomEntity, KitWordEntity } from '../../apps/api/src/library/library.entities.ts';
import { InterestEntity, ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { ResidentStatusChangeEntity } from '../../apps/api/src/people/support.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { FloorCoverEntity, ShiftEntity } from '../../apps/api/src/staff/staff.entities.ts';
import { AttendanceEntity } from '../../apps/api/src/day/day.entities.ts';
import { RoomEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const QUIET = '{ quietNow { residentId name days words lastWhat plannedToday plannedAt activityId activityName because why } }';
type Quiet = { name: string; days: number | null; words: string; plannedToday: string | null; activityName: string | null; because: string | null; why: string };

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.clock.set('2026-11-24T14:00:00Z'));
afterAll(() => world.close());

const quiet = async (who: Person) => (await who.gets<{ quietNow: Quiet[] }>(QUIET)).quietNow;
const of = async (who: Person, name: string) => (await quiet(who)).find((each) => each.name === name);

async function likes(home: Home, { id: residentId }: ResidentEntity, name: string, value = 80, more: Partial<ActivityEntity> = {}): Promise<ActivityEntity> {
  const row: ActivityEntity = {
    homeId: home.id, id: newId(), name, kind: 'social', picture: 'dice', setting: 'home', minutes: 60, groupMin: 2, groupMax: 12, baseStaff: 2, skills: {}, driverSupports: false,
    transport: null, venueId: null, costPence: 0, maxPerWeek: 1, hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '20:00' }], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '',
    watchFor: [], equipment: ['Dominoes'], respect: '', retiredOn: null, ...more,
  };
  await home.insert(ActivityEntity, row);
  await home.insert(InterestEntity, { homeId: home.id, id: newId(), residentId, activityId: row.id, value, because: 'Every Friday at the Fox.', lifeFactId: null });
  return row;
}

async function arrange(shift: readonly [string, string] = ['2026-11-24T07:00:00Z', '2026-11-24T20:00:00Z']) {
  const home = await world.home();
  const reader = await home.worker('Ruth Lamb', 'manager');
  const ada = await home.staff('Ada Bell');
  const bob = await home.resident('Bob Ellison', { movedIn: '2026-01-01', recordedAt: new Date('2026-01-01T09:00:00Z') });
  await home.insert(ShiftEntity, { homeId: home.id, id: newId(), staffId: ada.id, startsAt: new Date(shift[0]), endsAt: new Date(shift[1]), breakMinutes: 0, source: 'test' });
  const dominoes = await likes(home, bob, 'Dominoes');
  const lounge = newId();
  await home.insert(RoomEntity, { homeId: home.id, id: lounge, name: 'Lounge', capacity: 12, fromTime: '08:00', toTime: '21:00' });
  await home.insert(ActivityRoomEntity, { homeId: home.id, activityId: dominoes.id, roomId: lounge });
  return { home, reader, ada, bob, dominoes, lounge };
}

async function session(home: Home, { id: activityId }: ActivityEntity, startsAt: string, bookings: Partial<BookingEntity>[]): Promise<SessionEntity> {
  const row: SessionEntity = { homeId: home.id, id: newId(), planId: null, activityId, startsAt: new Date(startsAt), endsAt: new Date(Date.parse(startsAt) + 3_600_000), status: 'planned', cancelledWhy: null };
  await home.insert(SessionEntity, row);
  const empty = { homeId: home.id, sessionId: row.id, startsAt: row.startsAt, endsAt: row.endsAt, residentId: null, staffId: null, vehicleId: null, roomId: null, driverId: null };
  await home.insert(BookingEntity, bookings.map((each) => ({ ...empty, role: 'resident' as const, ...each, id: newId() })));
  return row;
}

describe('the quiet list', () => {
  it('says one thing that is possible now, and why', async () => {
    const { reader, dominoes } = await arrange();
    expect(await of(reader, 'Bob')).toMatchObject({
      activityId: dominoes.id, activityName: 'Dominoes', because: 'Every Friday at the Fox.', why: 'Bob likes it; Ada Bell is on shift until 20:00; the lounge is free until 21:00.',
    });
  });

  it('suggests nothing that is not: somebody at work, spared, a room, its time, its kit', async () => {
    const { home, reader, ada, lounge } = await arrange();
    const why = async () => (await of(reader, 'Bob'))?.why;
    world.clock.set('2026-11-24T20:30:00Z');
    expect(await why()).toBe('Nobody can be spared for Bob any more today.');
    world.clock.set('2026-11-24T06:30:00Z');
    expect(await why()).toBe('Nobody can be spared for Bob just now; from 07:00 somebody can.');
    world.clock.set('2026-11-24T08:00:00Z');
    expect(await why()).toBe('Nothing Bob likes can be done this minute; “Dominoes” can from 09:00.');
    world.clock.set('2026-11-24T14:00:00Z');
    const choir = await likes(home, await home.resident('Ivy Cole'), 'Choir', 10);
    await session(home, choir, '2026-11-24T13:45:00Z', [{ role: 'staff', staffId: ada.id }]);
    expect(await why()).toBe('Nobody can be spared for Bob just now; from 14:45 somebody can.');
    world.clock.set('2026-11-24T15:00:00Z');
    await session(home, choir, '2026-11-24T15:00:00Z', [{ role: 'room', roomId: lounge }]);
    expect(await why()).toBe('Nothing Bob likes can be done this minute; “Dominoes” can from 16:00.');
    world.clock.set('2026-11-24T16:15:00Z');
    expect(await why()).toContain('Ada Bell');
    await home.insert(KitWordEntity, { homeId: home.id, id: newId(), item: 'dominoes', missing: true, recordedBy: reader.actor.accountId, recordedByName: 'Ruth Lamb', recordedAt: world.clock.now() });
    expect(await why()).toContain('any more today');
    await home.insert(FloorCoverEntity, { homeId: home.id, id: newId(), days: [2], fromTime: '00:00', toTime: '24:00', least: 1 });
    expect(await why()).toBe('Nobody can be spared for Bob any more today.');
  });

  it('asks nobody twice on a day, and leaves out what they seem not to like or what is to be avoided', async () => {
    const { home, reader, bob, dominoes } = await arrange();
    const cards = await likes(home, bob, 'Cards', 40, { equipment: [] });
    expect(await of(reader, 'Bob')).toMatchObject({ activityName: 'Dominoes' });
    const said = await session(home, dominoes, '2026-11-24T09:00:00Z', [{ residentId: bob.id }]);
    const row: AttendanceEntity = { homeId: home.id, id: newId(), sessionId: said.id, residentId: bob.id, level: 'declined', mood: null, engagement: null, leftEarly: false, note: null, correctsId: null, recordedBy: reader.actor.accountId, recordedByName: 'Ruth Lamb', recordedAt: new Date('2026-11-24T10:00:00Z') };
    await home.insert(AttendanceEntity, row);
    expect(await of(reader, 'Bob')).toMatchObject({ activityName: 'Cards' });
    await reader.gets('mutation ($input: AvoidTopicInput!) { avoidTopic(input: $input) { __typename } }', { input: { id: newId(), residentId: bob.id, words: 'Gambling', why: '', instead: '', kinds: [], activityIds: [cards.id], toldBy: 'His son', toldHow: 'told by family' } });
    expect(await of(reader, 'Bob')).toMatchObject({ activityName: null, why: expect.stringContaining('Ask them') as string });
    world.clock.set('2026-11-25T14:00:00Z');
    expect((await of(reader, 'Bob'))?.activityName).not.toBe('Cards');
  });

  it('counts from being back or moving in, and leaves out who is in hospital', async () => {
    const { home, reader, bob } = await arrange();
    await home.resident('Ivy Cole', { movedIn: '2026-11-21', recordedAt: new Date('2026-11-21T09:00:00Z') });
    await home.resident('Una Wade', { status: 'in hospital' });
    const back: ResidentStatusChangeEntity = { homeId: home.id, id: newId(), residentId: bob.id, fromStatus: 'in hospital', toStatus: 'living here', onDate: '2026-11-22', words: null, familyWords: '', consequences: [], recordedBy: reader.actor.accountId, recordedByName: 'Ruth Lamb', recordedAt: new Date('2026-11-22T10:00:00Z') };
    await home.insert(ResidentStatusChangeEntity, back);
    expect((await quiet(reader)).map(({ name, words }) => [name, words])).toEqual([
      ['Ivy', '3 days since they moved in, and nothing meaningful yet'], ['Bob', '2 days since they came back, and nothing meaningful yet'],
    ]);
  });

  it('says what is planned for them still today', async () => {
    const { home, reader, bob, dominoes } = await arrange();
    await session(home, dominoes, '2026-11-24T16:00:00Z', [{ residentId: bob.id }]);
    expect(await of(reader, 'Bob')).toMatchObject({ plannedToday: 'Dominoes', activityName: 'Dominoes' });
    world.clock.set('2026-11-24T17:30:00Z');
    expect(await of(reader, 'Bob')).toMatchObject({ plannedToday: null });
  });

  it('is read in as many statements for ninety as for one, and quickly', async () => {
    const { home, reader, bob, dominoes } = await arrange();
    const count = async () => {
      let statements = 0;
      const open = world.db.openRead.bind(world.db);
      world.db.openRead = async (actor) => {
        const unit = await open(actor);
        const runner = unit.tx.em.queryRunner!;
        const query = runner.query.bind(runner);
        runner.query = (...args: Parameters<typeof query>) => { statements += 1; return query(...args); };
        return unit;
      };
      try {
        await quiet(reader);
      } finally {
        world.db.openRead = open;
      }
      return statements;
    };
    const one = await count();
    const others = Array.from({ length: 89 }, (_, n) => Object.assign({}, bob, { id: newId(), preferredName: `Resident ${n}` }));
    await home.insert(ResidentEntity, others);
    await home.insert(InterestEntity, others.map(({ id: residentId }) => ({ homeId: home.id, id: newId(), residentId, activityId: dominoes.id, value: 50, because: 'He says so.', lifeFactId: null })));
    const started = performance.now();
    expect(await count()).toBe(one);
    expect(await quiet(reader)).toHaveLength(90);
    console.log(`The quiet list: ${one} statements; for ninety people ${Math.round(performance.now() - started) / 2} ms.`);
    expect(one).toBeLessThanOrEqual(30);
  });
});
