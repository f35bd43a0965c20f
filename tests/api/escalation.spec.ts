import { newId } from '../../apps/api/src/db/ids.ts';
import { HomePlaceEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { LedgerService } from '../../apps/api/src/promises/ledger.service.ts';
import { PromiseClock } from '../../apps/api/src/promises/promise-clock.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const REFUSED = '... on Refused { reasons { code message } }';
const MAKE = 'mutation ($input: MakePromiseInput!) { made: makePromise(input: $input) { ... on Promise { id } } }';
const EXPLAIN = 'mutation ($input: ExplainPromiseInput!) { explained: explainPromise(input: $input) { __typename } }';
const WAITING = '{ waitingForManagerCount waitingForManager { kind words since by isLate toGroupAt promise { id residentName } } }';
const SENT = 'query ($to: String) { escalations(to: $to) { to at words promise { id } } }';
const ONE = 'query ($id: Id!) { promise(id: $id) { askIfWanted attention disputes { raisedOn answerBy answeredAt isLate } history { kind who words at } } }';
const ASKED = `mutation ($id: Id!, $answer: String!, $words: Words!) { asked: answerIfWanted(promiseId: $id, answer: $answer, words: $words) { __typename ... on Promise { askIfWanted owed } ${REFUSED} } }`;

type Item = { kind: string; words: string; since: string; by: string | null; isLate: boolean; toGroupAt: string | null; promise: { id: string } | null };
type One = { askIfWanted: boolean; disputes: { raisedOn: string; answerBy: string; answeredAt: string | null; isLate: boolean }[]; history: { kind: string; who: string; words: string; at: string }[] };

let world: World;
beforeEach(() => world.clock.set('2026-11-24T09:00:00Z'));
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function arrange() {
  const home = await world.home();
  const [carer, manager, bob] = [await home.worker('Ada Bell', 'carer'), await home.worker('Ruth Marsh', 'manager'), await home.resident('Bob Ellison')];
  const made = await carer.gets<{ made: { id: string } }>(MAKE, { input: { residentId: bob.id, words: 'A swim', level: 'taking part', dueOn: '2026-11-27', madeTo: 'Bob', found: 'Joe drives.' } });
  return { home, carer, manager, bob, id: made.made.id };
}
const tend = () => world.app.get(PromiseClock).tend();
const waiting = async (who: Person) => (await who.gets<{ waitingForManager: Item[] }>(WAITING)).waitingForManager;
const sent = async (who: Person, to: string | null = null) => (await who.gets<{ escalations: { to: string; at: string; words: string }[] }>(SENT, { to })).escalations;
const one = async (who: Person, id: string) => (await who.gets<{ promise: One }>(ONE, { id })).promise;
const explain = (who: Person, id: string, newDate: string) => who.gets(EXPLAIN, { input: { promiseId: id, reason: 'no driver', answers: 'Ruth', newDate } });

describe('a promise that is missed again and again', () => {
  it('goes to the manager and then to the group by itself: recorded once, with its date, and seen by everybody at work', async () => {
    const { carer, manager, id } = await arrange();
    world.clock.set('2026-11-28T09:00:00Z');
    await tend();
    expect(await sent(manager)).toEqual([]);
    await explain(carer, id, '2026-12-01');
    world.clock.set('2026-12-02T06:00:00Z');
    await Promise.all([tend(), tend()]);
    await tend();
    expect(await sent(manager)).toMatchObject([{ to: 'manager', at: '2026-12-02T06:00:00.000Z', words: 'Missed twice. It has gone to the manager.' }]);
    expect(await waiting(manager)).toMatchObject([{ kind: 'missed', words: 'Missed twice.', since: '2026-12-01', toGroupAt: null, promise: { id, residentName: 'Bob' } }]);
    await explain(manager, id, '2026-12-04');
    world.clock.set('2026-12-05T06:00:00Z');
    await tend();
    expect(await sent(manager, 'group')).toMatchObject([{ to: 'group', words: 'Missed 3 times. It has gone to the group.' }]);
    expect((await waiting(manager))[0]).toMatchObject({ kind: 'missed', toGroupAt: '2026-12-05T06:00:00.000Z' });
    expect((await one(carer, id)).history.filter(({ kind }) => kind === 'escalated')).toMatchObject([{ who: '', words: 'Missed twice. It has gone to the manager.' }, { words: 'Missed 3 times. It has gone to the group.' }]);
    expect((await manager.gets<{ escalations: object[] }>('{ escalations { to } }')).escalations).toEqual([{ to: 'group' }, { to: 'manager' }]);
    expect((await manager.asks(SENT, { to: 'nobody' })).errors?.[0]?.extensions.code).toBe('INVALID');
    expect((await carer.asks(SENT)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await carer.asks(WAITING)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await carer.gets<{ ledgerCheck: object }>('{ ledgerCheck { ok } }')).ledgerCheck).toEqual({ ok: true });
  });
});

describe('a promise that is declined three times in a row', () => {
  const declined = async (home: Home, carer: Person, id: string, times: number) => {
    const ledger = world.app.get(LedgerService);
    for (let n = 0; n < times; n += 1) await world.db.write(carer.actor, (tx) => ledger.append(tx, id, { kind: 'attended', sessionId: newId(), level: 'declined', leftEarly: false, recordedBy: 'Ada Bell' }));
    expect(home.id).toBe(carer.actor.homeId);
  };
  const ask = async (who: Person, id: string, answer: string, words: string) => (await who.gets<{ asked: { __typename: string; askIfWanted: boolean; owed: boolean; reasons: { code: string }[] } }>(ASKED, { id, answer, words })).asked;

  it('asks whether it is still wanted or is offered badly; each answer leads on, and the question comes back after three more', async () => {
    const { home, carer, manager, id } = await arrange();
    await declined(home, carer, id, 2);
    expect((await ask(carer, id, 'still wanted', 'Yes')).reasons.map(({ code }) => code)).toEqual(['NOT_DECLINED']);
    await declined(home, carer, id, 1);
    expect(await one(carer, id)).toMatchObject({ askIfWanted: true });
    expect(await waiting(manager)).toMatchObject([{ kind: 'ask if wanted', promise: { id } }]);
    expect((await ask(carer, id, 'no idea', ' ')).reasons.map(({ code }) => code)).toEqual(['NO_ANSWER', 'NOT_IN_THEIR_WORDS']);
    expect(await ask(carer, id, 'offer it otherwise', 'Before lunch, and with Dean.')).toMatchObject({ askIfWanted: false, owed: true });
    expect((await one(carer, id)).history.at(-1)).toMatchObject({ kind: 'asked', who: 'Ada Bell', words: 'Bob was asked after saying no again and again, and said: offer it otherwise. “Before lunch, and with Dean.”' });
    expect(await waiting(manager)).toEqual([]);
    await declined(home, carer, id, 3);
    expect(await ask(carer, id, 'still wanted', 'I do, ask me in spring.')).toMatchObject({ askIfWanted: false });
  });
});

describe('a dispute', () => {
  const dispute = (who: Person, id: string) => who.gets('mutation ($id: Id!) { disputePromise(id: $id, words: "He never went") { __typename } }', { id });
  const answer = (who: Person, id: string) => who.gets('mutation ($id: Id!) { answerDispute(promiseId: $id, words: "We looked. You are right.") { __typename } }', { id });

  it('is answered by the manager within five working days, or goes to the group by itself and is seen as such', async () => {
    const { home, carer, manager, bob, id } = await arrange();
    const kate = await home.supporter('Kate Ellison', bob, 'daughter');
    world.clock.set('2026-12-22T10:00:00Z');
    await explain(manager, id, '2027-02-01');
    await dispute(kate, id);
    // Christmas Day, Boxing Day's substitute and New Year's Day are no working days in England.
    expect((await one(carer, id)).disputes).toEqual([{ raisedOn: '2026-12-22', answerBy: '2026-12-31', answeredAt: null, isLate: false }]);
    expect(await waiting(manager)).toMatchObject([{ kind: 'dispute', words: 'Kate Ellison says it was not so: “He never went”', by: '2026-12-31', isLate: false, toGroupAt: null }]);
    world.clock.set('2026-12-31T22:00:00Z');
    await tend();
    expect(await sent(manager)).toEqual([]);
    world.clock.set('2027-01-01T06:00:00Z');
    await Promise.all([tend(), tend()]);
    expect(await sent(manager, 'group')).toMatchObject([{ at: '2027-01-01T06:00:00.000Z', words: 'Disputed on Tuesday 22 December and not answered by Thursday 31 December. It has gone to the group.' }]);
    expect(await waiting(manager)).toMatchObject([{ kind: 'dispute', isLate: true, toGroupAt: '2027-01-01T06:00:00.000Z' }]);
    world.clock.set('2027-01-05T06:00:00Z');
    await answer(manager, id);
    expect((await one(carer, id)).disputes).toMatchObject([{ answeredAt: '2027-01-05T06:00:00.000Z', isLate: true }]);
    expect(await waiting(manager)).toEqual([]);
    await tend();
    expect(await sent(manager)).toHaveLength(1);
  });

  it('counts the bank holidays of the nation the home is in', async () => {
    const { home, carer, bob, id } = await arrange();
    await home.insert(HomePlaceEntity, { homeId: home.id, id: newId(), lat: 56, lon: -3, nation: 'Scotland', saidBy: null, saidByName: 'Ruth', saidAt: world.clock.now() });
    await dispute(await home.supporter('Kate Ellison', bob, 'daughter'), id);
    // St Andrew's Day falls on Monday 30 November.
    expect((await one(carer, id)).disputes).toMatchObject([{ raisedOn: '2026-11-24', answerBy: '2026-12-02' }]);
  });

  it('that is answered in time goes nowhere', async () => {
    const { home, manager, bob, id } = await arrange();
    await dispute(await home.supporter('Kate Ellison', bob, 'daughter'), id);
    world.clock.set('2026-12-01T16:00:00Z');
    await answer(manager, id);
    world.clock.set('2026-12-09T06:00:00Z');
    await tend();
    expect((await sent(manager)).filter(({ words }) => words.startsWith('Disputed'))).toEqual([]);
  });
});

describe('wishes', () => {
  const OPEN = '{ openWishes { id words residentName raisedBy raisedOn source meetingOn caughtByName waitsDays isPressing shouldAnswer } meetingWishes { id answer } }';
  const MEETING = `mutation ($on: Day!, $wishes: [MeetingWishInput!]!) { caught: catchWishesAtMeeting(meetingOn: $on, wishes: $wishes) { __typename ... on MeetingCaught { wishes { id } } ${REFUSED} } }`;
  type Open = { openWishes: { words: string; waitsDays: number; isPressing: boolean; shouldAnswer: string | null }[]; meetingWishes: object[] };

  it('of a residents’ meeting are caught in one go, once, and wait since the meeting; after a week they press', async () => {
    const { home, carer, manager, bob } = await arrange();
    const dean = await home.staff('Dean Price');
    const dot = await home.resident('Dot Lumley', { namedWorkerId: dean.id });
    const wishes = [{ id: newId(), residentId: bob.id, words: ' Fish on Fridays ' }, { id: newId(), residentId: dot.id, words: 'The choir of St Mary’s', raisedBy: 'Her table' }];
    for (let n = 0; n < 2; n += 1) expect(await carer.gets(MEETING, { on: '2026-11-19', wishes })).toMatchObject({ caught: { wishes: [{}, {}] } });
    const open = await carer.gets<Open>(OPEN);
    expect(open.openWishes).toMatchObject([
      { words: 'Fish on Fridays', residentName: 'Bob', raisedBy: 'Bob', raisedOn: '2026-11-19', source: 'residents’ meeting', meetingOn: '2026-11-19', caughtByName: 'Ada Bell', waitsDays: 5, isPressing: false, shouldAnswer: 'Ruth Marsh' },
      { residentName: 'Dot', raisedBy: 'Her table', shouldAnswer: 'Dean Price' },
    ]);
    expect(open.meetingWishes).toHaveLength(2);
    world.clock.set('2026-11-26T09:00:00Z');
    expect((await carer.gets<Open>(OPEN)).openWishes[0]).toMatchObject({ waitsDays: 7, isPressing: true });
    expect((await waiting(manager)).map(({ kind, words }) => [kind, words])).toEqual([['wish', 'Bob: Fish on Fridays. It has waited 7 days.'], ['wish', 'Dot: The choir of St Mary’s. It has waited 7 days.']]);
  });

  it('of a meeting are saved all or none: none for a meeting to come, without words, or of somebody elsewhere', async () => {
    const { carer, bob } = await arrange();
    const elsewhere = await arrange();
    const line = { id: newId(), residentId: bob.id, words: 'Fish' };
    const { caught } = await carer.gets<{ caught: { reasons: { code: string }[] } }>(MEETING, { on: '2026-11-25', wishes: [line, { ...line, id: newId(), words: ' ' }] });
    expect(caught.reasons.map(({ code }) => code)).toEqual(['NO_WORDS_NOR_VOICE', 'MEETING_TO_COME']);
    expect((await carer.asks(MEETING, { on: '2026-11-24', wishes: [line, { ...line, id: newId(), residentId: elsewhere.bob.id }] })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await carer.gets<Open>(OPEN)).openWishes).toEqual([]);
  });

  it('take a voice note of the person’s own, and nobody else’s', async () => {
    const { carer, bob } = await arrange();
    const CATCH = `mutation ($input: CatchWishInput!) { caught: catchWish(input: $input) { __typename ... on Wish { id } ${REFUSED} } }`;
    const input = { id: newId(), residentId: bob.id, words: '', mediaId: newId() };
    expect((await carer.gets<{ caught: { reasons: { code: string }[] } }>(CATCH, { input })).caught.reasons.map(({ code }) => code)).toEqual(['NOT_THEIR_RECORDING']);
    expect((await carer.gets<{ caught: { reasons: { code: string }[] } }>(CATCH, { input: { ...input, mediaId: null } })).caught.reasons.map(({ code }) => code)).toEqual(['NO_WORDS_NOR_VOICE']);
  });
});
