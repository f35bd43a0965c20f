import { newId } from '../../apps/api/src/db/ids.ts';
import { RoomEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const REFUSED = '... on Refused { reasons { code message } }';
const ROUND = 'id room whole ended recordedByName looks { id name state responses { kind words recordedByName } }';
const LOOK = `mutation ($round: RoundInput!, $look: LookInput!) { said: recordLook(round: $round, look: $look) { __typename ... on Round { ${ROUND} } ${REFUSED} } }`;
const END = `mutation ($input: EndRoundInput!) { said: endRound(input: $input) { __typename ... on Round { ${ROUND} } ${REFUSED} } }`;
const ANSWER = `mutation ($input: RoundResponseInput!) { said: answerDistress(input: $input) { __typename ... on Round { ${ROUND} } ${REFUSED} } }`;
const ROUNDS = `query { rounds { rooms { id name lastAt } people { id name lastRoomId } latest { ${ROUND} } } }`;
const SHARE = 'key occupied looks rounds share low high words';
const TREND = `query { roundTrend { since partial whole { ${SHARE} } weeks { ${SHARE} } rooms { ${SHARE} } partsOfDay { ${SHARE} } } }`;
const OF_PERSON = `query ($residentId: Id!) { roundsOfPerson(residentId: $residentId) { share { ${SHARE} } states { state times } } }`;

type Round = { id: string; whole: boolean; ended: boolean; looks: { id: string; name: string; state: string; responses: object[] }[]; reasons: { code: string; message: string }[] };
type Share = { key: string; occupied: number; looks: number; rounds: number; share: number | null; low: number | null; high: number | null; words: string };

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.clock.set('2026-11-24T10:40:00Z'));
afterAll(() => world.close());

async function arrange() {
  const home = await world.home();
  const [ada, bob, ivy] = [await home.worker('Ada Bell', 'carer'), await home.resident('Bob Ellison'), await home.resident('Ivy Cole')];
  return { home, ada, bob, ivy, lounge: await room(home, 'Lounge') };
}

async function room(home: Home, name: string): Promise<string> {
  const id = newId();
  await home.insert(RoomEntity, { homeId: home.id, id, name, capacity: 20, fromTime: '08:00', toTime: '22:00' });
  return id;
}

const begin = (roomId: string, beganAt = '2026-11-24T10:38:00.000Z') => ({ id: newId(), roomId, beganAt });
const at = '2026-11-24T10:39:00.000Z';
const look = ({ id: residentId }: { id: string }, state = 'passive', more = {}) => ({ id: newId(), residentId, state, at, ...more });
const record = async (who: Person, round: object, one: object) => (await who.gets<{ said: Round }>(LOOK, { round, look: one })).said;
const end = async (who: Person, roundId: string, whole: boolean) => (await who.gets<{ said: Round }>(END, { input: { id: newId(), roundId, whole, endedAt: at } })).said;
const codesIn = ({ reasons }: Round) => reasons.map(({ code }) => code);
const trend = async (who: Person) => (await who.gets<{ roundTrend: { partial: number; whole: Share; weeks: Share[]; rooms: Share[]; partsOfDay: Share[] } }>(TREND)).roundTrend;

describe('a round', () => {
  it('is kept tap by tap, once however often a tap is sent, and whole when it is said to be', async () => {
    const { ada, bob, ivy, lounge } = await arrange();
    const round = begin(lounge);
    const first = look(bob, 'engaged');
    for (let n = 0; n < 3; n += 1) expect(await record(ada, round, first)).toMatchObject({ whole: false, ended: false, looks: [{ name: 'Bob', state: 'engaged' }] });
    await Promise.all([record(ada, round, look(ivy, 'asleep')), record(ada, round, first)]);
    expect(await end(ada, round.id, true)).toMatchObject({ whole: true, ended: true, recordedByName: 'Ada Bell', looks: [{ state: 'engaged' }, { name: 'Ivy', state: 'asleep' }] });
    expect(await end(ada, round.id, true)).toMatchObject({ whole: true });
    expect(codesIn(await end(ada, round.id, false))).toEqual(['ROUND_ENDED']);
    expect(await world.look('SELECT 1 FROM round_look WHERE round_id = $1', [round.id])).toHaveLength(2);
    expect(await world.look('SELECT 1 FROM round_end WHERE round_id = $1', [round.id])).toHaveLength(1);
  });

  it('that was stopped half way, or that nobody ended, is partial and says so', async () => {
    const { ada, bob, lounge } = await arrange();
    const [stopped, left] = [begin(lounge), begin(lounge)];
    for (const round of [stopped, left]) await record(ada, round, look(bob));
    expect(await end(ada, stopped.id, false)).toMatchObject({ whole: false, ended: true });
    const { rounds } = await ada.gets<{ rounds: { latest: Round[]; people: { name: string; lastRoomId: string | null }[]; rooms: { name: string; lastAt: string | null }[] } }>(ROUNDS);
    expect(rounds.latest.map(({ whole, ended }) => [whole, ended]).sort()).toEqual([[false, false], [false, true]]);
    expect(rounds.people).toMatchObject([{ name: 'Bob', lastRoomId: lounge }, { name: 'Ivy', lastRoomId: null }]);
    expect(rounds.rooms).toMatchObject([{ name: 'Lounge', lastAt: '2026-11-24T10:38:00.000Z' }]);
    expect((await trend(ada)).partial).toBe(2);
  });

  it('has a look changed or taken back by another look; both stay on record', async () => {
    const { ada, bob, lounge } = await arrange();
    const round = begin(lounge);
    const first = look(bob);
    await record(ada, round, first);
    expect(codesIn(await record(ada, round, look(bob)))).toEqual(['LOOKED_AT_TWICE']);
    expect(await record(ada, round, look(bob, 'taken back', { correctsId: first.id }))).toMatchObject({ looks: [] });
    expect(await record(ada, round, look(bob, 'active'))).toMatchObject({ looks: [{ state: 'active' }] });
    expect(await world.look('SELECT 1 FROM round_look WHERE round_id = $1', [round.id])).toHaveLength(3);
    await expect(world.asSystem(ada.actor.homeId, (tx) => tx.em.query('UPDATE round_look SET state = $1 WHERE round_id = $2', ['asleep', round.id]))).rejects.toThrow(/permission denied/);
  });

  it('refuses what cannot be, in a sentence, and changes nothing', async () => {
    const { home, ada, bob, ivy, lounge } = await arrange();
    const round = begin(lounge);
    const first = look(bob);
    await record(ada, round, first);
    expect((await record(ada, round, look(ivy, 'happy'))).reasons[0]?.message).toContain('none of the words of a round');
    expect(codesIn(await record(ada, round, { ...first, state: 'asleep' }))).toEqual(['LOOK_SAID_OTHERWISE']);
    expect(codesIn(await record(ada, round, look(ivy, 'asleep', { correctsId: first.id })))).toEqual(['LOOK_CORRECTS_ANOTHER']);
    expect(codesIn(await record(ada, { ...round, roomId: await room(home, 'Garden room') }, look(ivy)))).toEqual(['ROUND_SAID_OTHERWISE']);
    expect(codesIn(await record(ada, begin(lounge), look(ivy, 'passive', { at: '2026-11-24T12:00:00.000Z' })))).toEqual(['ROUND_TO_COME']);
    await end(ada, round.id, true);
    expect(codesIn(await record(ada, round, look(ivy)))).toEqual(['ROUND_ENDED']);
    const elsewhere = await arrange();
    expect((await elsewhere.ada.asks(LOOK, { round, look: look(elsewhere.bob) })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await ada.asks(LOOK, { round: begin(lounge), look: look(elsewhere.bob) })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await world.look('SELECT 1 FROM round_look WHERE home_id = $1', [home.id])).toHaveLength(1);
  });

  it('asks of somebody distressed what was done, or leaves word', async () => {
    const { ada, bob, ivy, lounge } = await arrange();
    const round = begin(lounge);
    const [seen, calm] = [look(bob, 'distressed'), look(ivy, 'asleep')];
    for (const one of [seen, calm]) await record(ada, round, one);
    const answer = async (lookId: string, kind: string, words: string, id = newId()) => (await ada.gets<{ said: Round }>(ANSWER, { input: { id, lookId, kind, words } })).said;
    const id = newId();
    for (let n = 0; n < 2; n += 1) expect(await answer(seen.id, 'done', ' Sat with them ', id)).toMatchObject({ looks: [{ responses: [{ kind: 'done', words: 'Sat with them', recordedByName: 'Ada Bell' }] }, { responses: [] }] });
    expect(codesIn(await answer(seen.id, 'done', 'Something else', id))).toEqual(['ANSWER_SAID_OTHERWISE']);
    expect(codesIn(await answer(seen.id, 'handover', ' '))).toEqual(['ANSWER_EMPTY']);
    expect(codesIn(await answer(calm.id, 'done', 'Sat with them'))).toEqual(['ANSWER_NOT_DISTRESSED']);
    expect((await ada.asks(ANSWER, { input: { id: newId(), lookId: seen.id, kind: 'shrugged', words: 'x' } })).errors?.[0]?.extensions.code).toBe('INVALID');
  });

  it('is the staff’s alone', async () => {
    const { home, bob, lounge } = await arrange();
    const mark = await home.supporter('Mark', bob, 'son', ['attendance', 'plan']);
    for (const [words, variables] of [[ROUNDS, {}], [TREND, {}], [OF_PERSON, { residentId: bob.id }], [LOOK, { round: begin(lounge), look: look(bob) }]] as const) {
      expect((await mark.asks(words, variables)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('what rounds show', () => {
  async function many(rounds: number, occupied: number): Promise<{ ada: Person; bob: { id: string } }> {
    const { home, ada, bob, ivy, lounge } = await arrange();
    const joe = await home.resident('Joe Hill');
    for (let n = 0; n < rounds; n += 1) {
      const when = `2026-11-${String(10 + (n % 14)).padStart(2, '0')}T${n % 2 ? '10' : '14'}:00:00.000Z`;
      world.clock.set(when);
      const round = begin(lounge, when);
      for (const [place, who] of [bob, ivy, joe].entries()) await record(ada, round, look(who, place < occupied ? 'engaged' : 'passive', { at: when }));
      await end(ada, round.id, true);
    }
    world.clock.set('2026-11-24T10:40:00Z');
    return { ada, bob };
  }

  it('is not said before there is enough of it, nor of one person alone', async () => {
    const { ada, bob } = await many(4, 2);
    const { whole } = await trend(ada);
    expect(whole).toMatchObject({ occupied: 8, looks: 12, rounds: 4, share: null, low: null, words: 'Too few to say: 8 of 12 looks in 4 rounds. It takes at least 30 looks in 5 rounds.' });
    const { roundsOfPerson } = await ada.gets<{ roundsOfPerson: { share: Share; states: object[] } }>(OF_PERSON, { residentId: bob.id });
    expect(roundsOfPerson).toMatchObject({ share: { looks: 4, share: null }, states: [] });
  });

  it('is a share with its interval, by week, room and part of the day; corrected looks count once', async () => {
    const { ada } = await many(14, 2);
    const found = await trend(ada);
    expect(found.whole).toMatchObject({ occupied: 28, looks: 42, rounds: 14, words: '67 %, most likely between 52 % and 79 % (28 of 42 looks in 14 rounds).' });
    expect(found.weeks.map(({ key, looks }) => [key, looks])).toEqual([['2026-11-09', 18], ['2026-11-16', 21], ['2026-11-23', 3]]);
    expect(found.rooms).toMatchObject([{ key: 'Lounge', looks: 42 }]);
    expect(found.partsOfDay.map(({ key }) => key)).toEqual(['morning', 'afternoon']);
  });

  it('is read in as many statements for many rounds as for few', async () => {
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
        await who.gets(ROUNDS);
        await who.gets(TREND);
      } finally {
        world.db.openRead = open;
      }
      return statements;
    };
    const [few, lots] = [await count((await arrange()).ada), await count((await many(6, 1)).ada)];
    expect(lots).toBe(few);
    expect(few).toBeLessThanOrEqual(6);
  });
});
