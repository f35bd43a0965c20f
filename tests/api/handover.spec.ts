import { newId } from '../../apps/api/src/db/ids.ts';
import { AttendanceEntity, RoutineDayEntity, SessionReportEntity, UnmetNeedEntity } from '../../apps/api/src/day/day.entities.ts';
import { ChangedFactEntity } from '../../apps/api/src/changes/changes.entities.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { LifeFactEntity, ResidentEntity, RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { ResidentStatusChangeEntity } from '../../apps/api/src/people/support.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { PromisesService } from '../../apps/api/src/promises/promises.service.ts';
import { ShiftEntity } from '../../apps/api/src/staff/staff.entities.ts';
import { RoomEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const REFUSED = '... on Refused { reasons { code message } }';
const ONE = 'id from until keptByName readByMe readings { name at } lines { part kind who words more href by }';
const ALL = `{ handovers { current { ${ONE} } since { ${ONE} } shiftEndsAt mine { id words } past { id keptByName readBy } } }`;
const PAST = `query ($id: Id!) { handover(id: $id) { ${ONE} } }`;
const NOTE = `mutation ($input: HandoverNoteInput!) { said: addHandoverNote(input: $input) { __typename ... on HandoverNoteKept { id hushed } ${REFUSED} } }`;
const GIVE = `mutation ($id: Id!) { said: giveHandover(id: $id) { __typename ... on Handover { ${ONE} } ${REFUSED} } }`;
const READ = `mutation ($input: ReadHandoverInput!) { said: readHandover(input: $input) { ${ONE} } }`;

type Line = { part: string; kind: string; who: string | null; words: string; more: string | null; href: string };
type Handover = { id: string | null; from: string; until: string; keptByName: string | null; readByMe: boolean; readings: { name: string; at: string }[]; lines: Line[]; reasons?: { code: string }[] };
type All = { current: Handover; since: Handover | null; shiftEndsAt: string; mine: { id: string; words: string }[]; past: { id: string; readBy: string[] }[] };

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.clock.set('2026-11-24T13:45:00Z'));
afterAll(() => world.close());

const all = async (who: Person) => (await who.gets<{ handovers: All }>(ALL)).handovers;
const lines = async (who: Person) => (await all(who)).current.lines;
const note = async (who: Person, words: string, more = {}) => (await who.gets<{ said: { id: string; hushed: boolean; reasons?: { code: string }[] } }>(NOTE, { input: { id: newId(), words, ...more } })).said;
const read = async (who: Person, handoverId: string | null = null, id = newId()) => (await who.gets<{ said: Handover }>(READ, { input: { id, handoverId } })).said;
const give = async (who: Person, id = newId()) => (await who.gets<{ said: Handover }>(GIVE, { id })).said;

async function arrange() {
  const home = await world.home();
  const [ada, joe, ruth] = [await home.worker('Ada Bell', 'carer'), await home.worker('Joe Hill', 'carer'), await home.worker('Ruth Lamb', 'manager')];
  const bob = await home.resident('Bob Ellison', { movedIn: '2026-11-24', recordedAt: new Date('2026-11-24T08:00:00Z'), namedWorkerId: joe.actor.staffId });
  const ivy = await home.resident('Ivy Cole', { movedIn: '2026-11-24', recordedAt: new Date('2026-11-24T08:00:00Z') });
  return { home, ada, joe, ruth, bob, ivy };
}

async function session(home: Home, name: string, at: string, residents: readonly ResidentEntity[]): Promise<SessionEntity> {
  const activity: ActivityEntity = {
    homeId: home.id, id: newId(), name, kind: 'music', picture: 'star', setting: 'home', minutes: 60, groupMin: 1, groupMax: 12, baseStaff: 1, skills: {}, driverSupports: false, transport: null, venueId: null, costPence: 0, maxPerWeek: 7,
    hours: [], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null,
  };
  await home.insert(ActivityEntity, activity);
  const row: SessionEntity = { homeId: home.id, id: newId(), planId: null, activityId: activity.id, startsAt: new Date(at), endsAt: new Date(Date.parse(at) + 3_600_000), status: 'planned', cancelledWhy: null };
  await home.insert(SessionEntity, row);
  await home.insert(BookingEntity, residents.map(({ id: residentId }) => ({ homeId: home.id, id: newId(), sessionId: row.id, startsAt: row.startsAt, endsAt: row.endsAt, role: 'resident' as const, residentId, staffId: null, vehicleId: null, roomId: null, driverId: null })));
  return row;
}

/** A morning in which much happened. */
async function morning(home: Home, ada: Person, bob: ResidentEntity, ivy: ResidentEntity): Promise<void> {
  const by = { recordedBy: ada.actor.accountId, recordedByName: 'Ada Bell', recordedAt: new Date('2026-11-24T12:00:00Z') };
  const own = { homeId: home.id, ...by };
  const [choir, baking] = [await session(home, 'Choir', '2026-11-24T10:00:00Z', [bob, ivy]), await session(home, 'Baking', '2026-11-24T11:00:00Z', [bob, ivy])];
  await session(home, 'Cards', '2026-11-24T12:00:00Z', [ivy]);
  const report: SessionReportEntity = { ...own, id: newId(), sessionId: choir.id, ran: false, reason: 'not enough staff', words: null, answers: 'Ruth' };
  await home.insert(SessionReportEntity, report);
  const said = (resident: ResidentEntity, level: AttendanceEntity['level']): AttendanceEntity => ({ ...own, id: newId(), sessionId: baking.id, residentId: resident.id, level, mood: null, engagement: null, leftEarly: false, help: null, note: null, correctsId: null });
  await home.insert(AttendanceEntity, [said(bob, 'declined'), said(ivy, 'took part')]);
  const need = (what: UnmetNeedEntity['what'], more: Partial<UnmetNeedEntity> = {}): UnmetNeedEntity => ({ ...own, id: newId(), residentId: bob.id, sessionId: baking.id, what, words: null, answersId: null, ...more });
  const seenTo = need('company');
  await home.insert(UnmetNeedEntity, [need('toilet'), seenTo, need('nothing')]);
  await home.insert(UnmetNeedEntity, [need('seen to', { words: 'Sat with him', answersId: seenTo.id })]);
  const routine = (what: string, from: string, to: string): RoutineEntity => ({ homeId: home.id, id: newId(), residentId: bob.id, what, activityId: null, lifeFactId: null, days: [2], fromTime: from, toTime: to, why: 'Always', whenMissed: '', help: '', needs: 'respect', protected: true, weight: 1, since: '2026-01-01', endedOn: null, recordedBy: ada.actor.accountId, recordedAt: by.recordedAt });
  const [walk, tea] = [routine('A walk', '10:00', '10:30'), routine('Tea on the step', '16:00', '16:30')];
  await home.insert(RoutineEntity, [walk, tea, routine('Late cocoa', '22:30', '23:00')]);
  const missed: RoutineDayEntity = { ...own, id: newId(), routineId: walk.id, residentId: bob.id, day: '2026-11-24', state: 'missed', reason: 'Nobody was free', correctsId: null };
  await home.insert(RoutineDayEntity, missed);
  const status: ResidentStatusChangeEntity = { ...own, id: newId(), residentId: ivy.id, fromStatus: 'in hospital', toStatus: 'living here', onDate: '2026-11-24', words: 'Home with new tablets', familyWords: '', consequences: [] };
  await home.insert(ResidentStatusChangeEntity, status);
  const off: ChangedFactEntity = { ...own, id: newId(), kind: 'staff off', staffId: ada.actor.staffId, residentId: null, vehicleId: null, startsAt: by.recordedAt, endsAt: null, words: 'Ada Bell is off sick today.', undoesId: null };
  await home.insert(ChangedFactEntity, off);
  const fact: LifeFactEntity = { ...own, id: newId(), residentId: ivy.id, words: 'She kept bees', whenWords: null, theme: 'work', toldBy: 'Ivy', toldHow: 'told us', sensitive: false };
  await home.insert(LifeFactEntity, [fact]);
  await ada.gets('mutation ($input: CatchWishInput!) { catchWish(input: $input) { __typename } }', { input: { id: newId(), residentId: bob.id, words: 'Fish and chips by the sea' } });
  await ada.gets('mutation ($input: NoteDistressInput!) { noteDistress(input: $input) { __typename } }', { input: { id: newId(), residentId: ivy.id, level: 'upset', words: 'Her cardigan helped' } });
  const promises = world.app.get(PromisesService);
  const made = await world.db.write(ada.actor, (tx) => promises.make({ ...tx, now: new Date('2026-11-20T09:00:00Z') }, { residentId: bob.id, words: 'A swim', activityId: null, level: 'taking part', dueOn: '2026-11-22', madeTo: 'Bob', lifeFactId: null, wishId: null, found: 'Sunday.' }));
  if ('reasons' in made) throw new Error(made.reasons[0]?.message);
}

describe('a handover', () => {
  it('is made from the records since the last one, what must not be missed first', async () => {
    const { home, ada, bob, ivy } = await arrange();
    await home.insert(ShiftEntity, { homeId: home.id, id: newId(), staffId: ada.actor.staffId!, startsAt: new Date('2026-11-24T14:00:00Z'), endsAt: new Date('2026-11-24T21:00:00Z'), breakMinutes: 0, source: 'test' });
    await morning(home, ada, bob, ivy);
    await note(ada, 'The GP rings at four.', { urgent: true });
    await note(ada, 'New batteries in the speaker.');
    const { current, since, shiftEndsAt } = await all(ada);
    expect([since, shiftEndsAt, current.id, current.from]).toEqual([null, '2026-11-24T21:00:00.000Z', null, '2026-11-23T13:45:00.000Z']);
    expect(current.lines.map(({ part, who, words }) => [part, who, words])).toEqual([
      ['must not be missed', null, 'The GP rings at four.'],
      ['must not be missed', 'Bob', 'Needed help with something private at Baking; nobody has seen to it yet.'],
      ['must not be missed', 'Ivy', 'Was upset at 13:45. Her cardigan helped.'],
      ['must not be missed', 'Ivy', 'Is back with us since Tuesday 24 November. Home with new tablets.'],
      ['in our words', null, 'New batteries in the speaker.'],
      ['promises', 'Bob', 'Owed, and nobody has said why it did not happen: A swim.'],
      ['routines', 'Bob', 'Missed: A walk. Nobody was free.'],
      ['routines', 'Bob', 'Due 16:00 to 16:30: Tea on the step.'],
      ['what happened and did not', null, 'Choir at 10:00 did not take place: not enough staff. 2 people were to come.'],
      ['what happened and did not', 'Bob', 'Said no to Baking.'],
      ['what happened and did not', null, 'Cards at 12:00: nobody has written down how it went.'],
      ['what has changed', null, 'Ada Bell is off.'],
      ['new', 'Bob', 'A wish to be answered: Fish and chips by the sea.'],
      ['new', 'Ivy', 'New: She kept bees'],
    ]);
    expect(current.lines.every(({ href }) => /^\/(people|sessions|promises|changes|handover)/.test(href))).toBe(true);
  });

  it('tells of distress seen on a round, until a look is taken back', async () => {
    const { home, ada, bob } = await arrange();
    const roomId = newId();
    await home.insert(RoomEntity, { homeId: home.id, id: roomId, name: 'Lounge', capacity: 20, fromTime: '08:00', toTime: '22:00' });
    const round = { id: newId(), roomId, beganAt: '2026-11-24T13:38:00.000Z' };
    const look = async (more: object) => ada.gets('mutation ($round: RoundInput!, $look: LookInput!) { recordLook(round: $round, look: $look) { __typename } }', { round, look: { residentId: bob.id, at: round.beganAt, ...more } });
    const id = newId();
    await look({ id, state: 'distressed' });
    expect((await lines(ada)).map(({ words }) => words)).toEqual(['Seen distressed at 13:38, Lounge. Nobody has written down what was done.']);
    await ada.gets('mutation ($input: RoundResponseInput!) { answerDistress(input: $input) { __typename } }', { input: { id: newId(), lookId: id, kind: 'handover', words: 'Look in on him at six' } });
    expect((await lines(ada)).map(({ words }) => words)).toEqual(['Seen distressed at 13:38, Lounge. For you: Look in on him at six.']);
    await look({ id: newId(), state: 'taken back', correctsId: id });
    expect(await lines(ada)).toEqual([]);
  });

  it('is read by a tick, once for each, and stays as it was read', async () => {
    const { home, ada, joe, ruth, bob, ivy } = await arrange();
    await morning(home, ada, bob, ivy);
    const id = newId();
    const first = await read(ada, null, id);
    expect(first).toMatchObject({ keptByName: 'Ada Bell', readByMe: true, readings: [{ name: 'Ada Bell', at: '2026-11-24T13:45:00.000Z' }] });
    expect(await read(ada, null, id)).toEqual(first);
    world.clock.set('2026-11-24T14:05:00Z');
    expect((await read(joe)).id).toBe(first.id);
    expect((await read(joe, first.id)).readings.map(({ name }) => name)).toEqual(['Ada Bell', 'Joe Hill']);
    await world.asSystem(home.id, (tx) => tx.em.update(ResidentEntity, { homeId: home.id, id: bob.id }, { preferredName: 'Robert' }));
    await note(ruth, 'After the handover.');
    const { current, since, past } = await all(ruth);
    expect(current.lines).toEqual((await ruth.gets<{ handover: Handover }>(PAST, { id: first.id })).handover.lines);
    expect(current.lines.map(({ who }) => who)).toContain('Bob');
    expect(since?.lines.filter(({ kind }) => kind === 'note').map(({ words }) => words)).toEqual(['After the handover.']);
    expect(past).toMatchObject([{ id: first.id, readBy: ['Ada Bell', 'Joe Hill'] }]);
    world.clock.set('2026-11-24T20:45:00Z');
    expect((await all(ruth)).current).toMatchObject({ id: null, from: first.until });
  });

  it('is given before it is read; two at once keep one', async () => {
    const { ada, joe } = await arrange();
    const id = newId();
    expect(await give(ada, id)).toMatchObject({ id, keptByName: 'Ada Bell', readByMe: false, readings: [] });
    expect(await give(ada, id)).toMatchObject({ id });
    expect((await give(joe)).reasons).toMatchObject([{ code: 'HANDED_OVER_JUST_NOW' }]);
    world.clock.set('2026-11-25T07:40:00Z');
    const both = await Promise.all([read(ada), read(joe)]);
    expect(both[0].id).toBe(both[1].id);
    expect(await world.look('SELECT 1 FROM handover WHERE home_id = $1', [ada.actor.homeId])).toHaveLength(2);
  });

  it('takes words of one’s own once, which only their writer changes', async () => {
    const { ada, joe } = await arrange();
    const id = newId();
    for (let n = 0; n < 2; n += 1) expect(await note(ada, 'The lift sticks.', { id })).toEqual({ __typename: 'HandoverNoteKept', id, hushed: false });
    expect((await note(ada, 'Something else.', { id })).reasons).toMatchObject([{ code: 'NOTE_SAID_OTHERWISE' }]);
    expect((await note(joe, 'It does not.', { correctsId: id })).reasons).toMatchObject([{ code: 'NOTE_OF_SOMEBODY_ELSE' }]);
    expect((await note(ada, ' ')).reasons).toMatchObject([{ code: 'NOTE_EMPTY' }]);
    expect((await all(joe)).mine).toEqual([]);
    world.clock.set('2026-11-24T13:50:00Z');
    const better = await note(ada, 'The lift sticks on two.', { correctsId: id });
    expect((await all(ada)).mine).toEqual([{ id: better.id, words: 'The lift sticks on two.' }]);
    expect((await note(ada, 'Again', { correctsId: id })).reasons).toMatchObject([{ code: 'NOTE_CORRECTS_ANOTHER' }]);
    world.clock.set('2026-11-24T13:55:00Z');
    await note(ada, '', { correctsId: better.id });
    expect((await lines(ada)).filter(({ kind }) => kind === 'note')).toEqual([]);
    expect(await world.look('SELECT 1 FROM handover_note WHERE home_id = $1', [ada.actor.homeId])).toHaveLength(3);
  });

  it('reads out nothing that somebody would not want said: it is for those who may read it', async () => {
    const { ada, joe, ruth, bob } = await arrange();
    await ruth.gets('mutation ($input: AvoidTopicInput!) { avoidTopic(input: $input) { __typename } }', { input: { id: newId(), residentId: bob.id, words: 'The sea, and boats', why: 'A brother', toldBy: 'His son', toldHow: 'told by family' } });
    expect(await note(ada, 'He spoke of the boat again.', { residentId: bob.id })).toMatchObject({ hushed: true });
    await note(ada, 'His son rang about money.', { residentId: bob.id, sensitive: true });
    const notes = async (who: Person) => (await lines(who)).filter(({ kind }) => kind === 'note').map(({ words, more }) => [words, more]);
    const hushed = 'A note for those who may read it.';
    expect(await notes(ada)).toEqual([[hushed, null], [hushed, null]]);
    for (const who of [joe, ruth]) expect(await notes(who)).toEqual([[hushed, 'He spoke of the boat again.'], [hushed, 'His son rang about money.']]);
    expect((await lines(ada)).find(({ kind }) => kind === 'matters')).toMatchObject({ who: 'Bob', words: 'There is something new to know about them, on their page.', more: null });
    const { id } = await read(ada);
    expect((await ada.gets<{ handover: Handover }>(PAST, { id })).handover.lines.flatMap(({ more }) => more ?? [])).toEqual([]);
    expect((await ruth.gets<{ handover: Handover }>(PAST, { id })).handover.lines.flatMap(({ more }) => more ?? [])).toHaveLength(2);
  });

  it('is the staff’s alone, and of their own home', async () => {
    const { home, ada, bob } = await arrange();
    const { id } = await read(ada);
    const mark = await home.supporter('Mark', bob, 'son', ['attendance', 'plan', 'promises']);
    for (const [words, variables] of [[ALL, {}], [PAST, { id }], [NOTE, { input: { id: newId(), words: 'x' } }]] as const) expect((await mark.asks(words, variables)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const elsewhere = await arrange();
    expect((await elsewhere.ada.asks(PAST, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await elsewhere.ada.asks(READ, { input: { id: newId(), handoverId: id } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await elsewhere.ada.asks(NOTE, { input: { id: newId(), words: 'x', residentId: bob.id } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('tells of a fall once, and of somebody lost; what was no fall and what was not meant are not told', async () => {
    const { ada, bob, ivy } = await arrange();
    const fell = (input: object) => ada.gets('mutation ($input: NoteFallInput!) { noteFall(input: $input) { __typename } }', { input: { hurt: 'not hurt', place: 'in the hall', at: '2026-11-24T12:10:00Z', ...input } });
    const turned = (input: object) => ada.gets('mutation ($input: RecordLifeChangeInput!) { recordLifeChange(input: $input) { __typename } }', { input: { id: newId(), ...input } });
    await fell({ id: newId(), residentId: bob.id, hurt: 'hurt', words: 'His wrist is blue' });
    await turned({ residentId: bob.id, kind: 'fall' });
    await turned({ residentId: ivy.id, kind: 'bereavement', words: 'Her sister Joan' });
    const slip = newId();
    await fell({ id: slip, residentId: ivy.id });
    world.clock.set('2026-11-24T13:46:00Z');
    await fell({ id: newId(), residentId: ivy.id, hurt: 'not a fall after all', correctsId: slip });
    expect((await lines(ada)).filter(({ kind }) => kind === 'fall' || kind === 'turn').map(({ part, who, words }) => [part, who, words])).toEqual([
      ['must not be missed', 'Bob', 'Fell at 12:10, in the hall, and was hurt. His wrist is blue.'],
      ['must not be missed', 'Ivy', 'Has lost somebody. Her sister Joan.'],
    ]);
  });

  it('is made in as many statements for ninety people and a full morning as for nothing', async () => {
    const count = async (who: Person) => {
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
        await all(who);
      } finally {
        world.db.openRead = open;
      }
      return statements;
    };
    const { home, ada, bob, ivy } = await arrange();
    await morning(home, ada, bob, ivy);
    const few = await count(ada);
    const others = Array.from({ length: 88 }, (_, n) => Object.assign({}, bob, { id: newId(), preferredName: `Resident ${n}`, movedIn: '2026-01-01', recordedAt: new Date('2026-01-01T09:00:00Z') }));
    await home.insert(ResidentEntity, others);
    for (let n = 0; n < 3; n += 1) await morning(home, ada, others[2 * n]!, others[2 * n + 1]!);
    const started = performance.now();
    expect(await count(ada)).toBe(few);
    console.log(`A handover: ${few} statements; for ninety people ${Math.round(performance.now() - started)} ms.`);
    expect(few).toBeLessThanOrEqual(26);
    expect((await lines(ada)).filter(({ kind }) => kind === 'quiet')).toHaveLength(5);
  });
});
