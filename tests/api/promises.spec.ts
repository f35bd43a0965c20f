import { newId } from '../../apps/api/src/db/ids.ts';
import { CapacityViewEntity } from '../../apps/api/src/people/decisions.entities.ts';
import { AuthorityEntity, type ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const REFUSED = '... on Refused { reasons { code message } }';
const SHOWN = `id words state owed unexplained overdue atRisk misses attention dueOn residentName madeBy madeTo found askIfWanted history { seq who words kind }`;
const MAKE = `mutation ($input: MakePromiseInput!) { made: makePromise(input: $input) { __typename ... on Promise { ${SHOWN} } ${REFUSED} } }`;
const EXPLAIN = `mutation ($input: ExplainPromiseInput!) { explained: explainPromise(input: $input) { __typename ... on Promise { ${SHOWN} } ${REFUSED} } }`;
const RELEASE = `mutation ($input: EndPromiseInput!) { released: releasePromise(input: $input) { __typename ... on Promise { ${SHOWN} } ${REFUSED} } }`;
const LIST = `query ($under: String!) { promises(under: $under) { ${SHOWN} } }`;
const ONE = `query ($id: Id!) { promise(id: $id) { ${SHOWN} deciders { name may words } } }`;

type Shown = { id: string; __typename: string; state: string; owed: boolean; unexplained: boolean; misses: number; attention: string | null; dueOn: string; history: { who: string; words: string }[]; reasons: { code: string; message: string }[] };
const codesIn = ({ reasons }: Shown) => reasons.map(({ code }) => code);

let world: World;
beforeEach(() => world.clock.set('2026-11-24T09:00:00Z'));
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function arrange() {
  const home = await world.home();
  const [carer, manager, bob] = [await home.worker('Ada Bell', 'carer'), await home.worker('Ruth Marsh', 'manager'), await home.resident('Bob Ellison')];
  return { home, carer, manager, bob };
}

async function make(who: Person, resident: ResidentEntity, more = {}): Promise<Shown> {
  const input = { residentId: resident.id, words: 'A swim at the baths', level: 'taking part', dueOn: '2026-11-27', madeTo: 'Bob', found: 'Thursday at two, Joe drives.', ...more };
  return (await who.gets<{ made: Shown }>(MAKE, { input })).made;
}
const explain = async (who: Person, input: object) => (await who.gets<{ explained: Shown }>(EXPLAIN, { input })).explained;
const release = async (who: Person, input: object) => (await who.gets<{ released: Shown }>(RELEASE, { input })).released;
const list = async (who: Person, under: string) => (await who.gets<{ promises: Shown[] }>(LIST, { under })).promises;

describe('a promise', () => {
  it('is made in the name of whoever says it, with how it was found possible', async () => {
    const { carer, bob } = await arrange();
    const made = await make(carer, bob);
    expect(made).toMatchObject({ state: 'made', owed: true, madeBy: 'Ada Bell', madeTo: 'Bob', found: 'Thursday at two, Joe drives.', residentName: 'Bob', unexplained: false, atRisk: true });
    expect(made.history).toMatchObject([{ seq: 1, who: 'Ada Bell', words: 'Promised to Bob by Friday 27 November: A swim at the baths. How it was found possible: Thursday at two, Joe drives.' }]);
  });

  it('is not made blind, for a day gone by, or at a level that does not exist', async () => {
    const { carer, bob } = await arrange();
    expect(codesIn(await make(carer, bob, { found: ' ', dueOn: '2026-11-23' }))).toEqual(['DUE_PASSED', 'NOT_FOUND_FEASIBLE']);
    const { errors } = await carer.asks(MAKE, { input: { residentId: bob.id, words: 'x', level: 'looking', dueOn: '2026-11-27', madeTo: 'Bob', found: 'x' } });
    expect(errors?.[0]?.extensions.code).toBe('INVALID');
  });

  it('past its date is unexplained, and takes a reason, somebody who answers and a new date', async () => {
    const { carer, bob } = await arrange();
    const { id } = await make(carer, bob);
    expect(codesIn(await explain(carer, { promiseId: id, reason: 'no driver', answers: 'Ruth', newDate: '2026-12-01' }))).toEqual(['NOTHING_TO_EXPLAIN']);
    world.clock.set('2026-11-28T09:00:00Z');
    expect(await list(carer, 'unexplained')).toMatchObject([{ id, unexplained: true, overdue: true, misses: 1 }]);
    expect(codesIn(await explain(carer, { promiseId: id }))).toEqual(['NO_REASON', 'NOBODY_ANSWERS', 'NO_NEW_DATE']);
    expect(codesIn(await explain(carer, { promiseId: id, reason: 'other', answers: 'Ruth', newDate: '2026-11-28' }))).toEqual(['OTHER_NEEDS_WORDS', 'NEW_DATE_PASSED']);
    const explained = await explain(carer, { promiseId: id, reason: 'no driver', words: 'Joe was off sick', answers: 'Ruth Marsh', newDate: '2026-12-01' });
    expect(explained).toMatchObject({ state: 'made', unexplained: false, overdue: false, dueOn: '2026-12-01', misses: 1 });
    expect(explained.history.at(-1)?.words).toBe('Why it was not kept: no driver: Joe was off sick. Ruth Marsh answers for it. The new date is Tuesday 1 December.');
    expect(await list(carer, 'unexplained')).toEqual([]);
  });

  it('goes to the manager on its second miss and to the group on its third', async () => {
    const { carer, bob } = await arrange();
    const { id } = await make(carer, bob);
    const again = async (day: string, newDate: string) => {
      world.clock.set(`${day}T09:00:00Z`);
      const [before] = await list(carer, 'owed');
      await explain(carer, { promiseId: id, reason: 'not enough staff', answers: 'Ruth', newDate });
      return before?.attention;
    };
    expect([await again('2026-11-28', '2026-12-01'), await again('2026-12-02', '2026-12-05'), await again('2026-12-06', '2026-12-09')]).toEqual([null, 'manager', 'group']);
  });

  it('stays owed without a date when there is none yet, and says why', async () => {
    const { carer, bob } = await arrange();
    const { id } = await make(carer, bob);
    world.clock.set('2026-11-28T09:00:00Z');
    const said = await explain(carer, { promiseId: id, reason: 'venue closed', answers: 'Ruth', whyNoDate: 'The baths are shut until spring.' });
    expect(said).toMatchObject({ state: 'not kept', owed: true, unexplained: false, overdue: false });
    expect((await list(carer, 'owed')).map((each) => each.id)).toEqual([id]);
  });

  it('is told apart from those of another home, and not at all to nobody', async () => {
    const [one, two] = [await arrange(), await arrange()];
    const { id } = await make(one.carer, one.bob);
    expect((await two.carer.asks(ONE, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await two.carer.asks(MAKE, { input: { residentId: one.bob.id, words: 'x', level: 'watching', dueOn: '2026-11-27', madeTo: 'x', found: 'x' } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await list(one.carer, 'owed')).toHaveLength(1);
  });
});

async function attorney(home: Home, resident: ResidentEntity, person: Person, more: Partial<AuthorityEntity> = {}): Promise<void> {
  await home.insert(AuthorityEntity, {
    homeId: home.id, id: newId(), residentId: resident.id, area: 'daily activities', kind: 'attorney', supporterId: person.actor.supporterId, words: 'Health and welfare',
    documentSeen: 'Lasting power of attorney', seenBy: null, seenOn: '2026-01-10', untilDate: null, ...more,
  });
  // An attorney for health and welfare acts only where the person was found unable to decide.
  await home.insert(CapacityViewEntity, {
    homeId: home.id, id: newId(), residentId: resident.id, area: more.area ?? 'daily activities', matter: 'What to do in the afternoon', able: false, helpTried: 'Pictures.', why: 'Did not keep it in mind.',
    onDate: '2026-01-10', untilDate: '2027-01-10', recordedBy: person.actor.accountId, recordedByName: 'Ruth Marsh', recordedAt: home.world.clock.now(),
  });
}

describe('letting go of a promise', () => {
  it('is for the person, in their own words', async () => {
    const { manager, bob } = await arrange();
    const { id } = await make(manager, bob);
    const released = await release(manager, { promiseId: id, words: 'I would rather stay in and watch the snooker.', by: 'the person' });
    expect(released).toMatchObject({ state: 'released', owed: false });
    expect(released.history.at(-1)).toMatchObject({ who: 'Ruth Marsh', words: 'Bob let it go (their own decision): “I would rather stay in and watch the snooker.”' });
    expect(codesIn(await release(manager, { promiseId: id, words: 'No.', by: 'the person' }))).toEqual(['NOT_OWED']);
  });

  it('is not for staff, nor for a carer to record', async () => {
    const { manager, carer, bob } = await arrange();
    const { id } = await make(carer, bob);
    expect(codesIn(await release(manager, { promiseId: id, words: 'We cannot manage it.', by: 'staff' }))).toEqual(['STAFF_CANNOT_RELEASE']);
    expect((await carer.asks(RELEASE, { input: { promiseId: id, words: 'No.', by: 'the person' } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is for an attorney whose document was seen, and not for a next of kin', async () => {
    const { home, manager, bob } = await arrange();
    const [kate, mark] = [await home.supporter('Kate Ellison', bob, 'wife, next of kin'), await home.supporter('Mark Ellison', bob, 'son')];
    await attorney(home, bob, mark);
    const { id } = await make(manager, bob);
    const { promise } = await manager.gets<{ promise: { deciders: { name: string; may: boolean }[] } }>(ONE, { id });
    expect(promise.deciders).toMatchObject([{ name: 'Kate Ellison', may: false }, { name: 'Mark Ellison', may: true, words: 'attorney for daily activities' }]);
    expect(codesIn(await release(manager, { promiseId: id, words: 'He is too tired.', by: 'a supporter', supporterId: kate.actor.supporterId }))).toEqual(['NO_AUTHORITY']);
    expect(await release(manager, { promiseId: id, words: 'He is too tired.', by: 'a supporter', supporterId: mark.actor.supporterId })).toMatchObject({ state: 'released' });
  });

  it('is not for somebody whose authority has ended or lies elsewhere, or who is not of the circle', async () => {
    const { home, manager, bob } = await arrange();
    const [mark, ann] = [await home.supporter('Mark Ellison', bob, 'son'), await home.supporter('Ann Ellison', bob, 'daughter')];
    await attorney(home, bob, mark, { untilDate: '2026-11-01' });
    await attorney(home, bob, ann, { area: 'money' });
    const { id } = await make(manager, bob);
    const by = (supporterId: string | null) => release(manager, { promiseId: id, words: 'No.', by: 'a supporter', supporterId });
    expect(codesIn(await by(mark.actor.supporterId))).toEqual(['AUTHORITY_RAN_OUT']);
    expect(codesIn(await by(ann.actor.supporterId))).toEqual(['OTHER_AREA']);
    expect((await manager.asks(RELEASE, { input: { promiseId: id, words: 'No.', by: 'a supporter', supporterId: newId() } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('a wish', () => {
  const CATCH = `mutation ($input: CatchWishInput!) { caught: catchWish(input: $input) { __typename ... on Wish { id words raisedBy answer } ${REFUSED} } }`;
  const NO = `mutation ($id: Id!, $words: Words!) { declined: declineWish(id: $id, words: $words) { __typename ... on Wish { answer answerWords answeredBy } ${REFUSED} } }`;
  const OPEN = '{ openWishes { id words residentName } }';

  it('is caught once, waits on the list, and is answered by a promise', async () => {
    const { carer, bob } = await arrange();
    const input = { id: newId(), residentId: bob.id, words: ' See the sea once more ' };
    for (let n = 0; n < 2; n += 1) expect(await carer.gets(CATCH, { input })).toMatchObject({ caught: { words: 'See the sea once more', raisedBy: 'Bob', answer: null } });
    expect(await carer.gets(OPEN)).toEqual({ openWishes: [{ id: input.id, words: 'See the sea once more', residentName: 'Bob' }] });
    expect(await make(carer, bob, { wishId: input.id })).toMatchObject({ state: 'made' });
    expect(await carer.gets(OPEN)).toEqual({ openWishes: [] });
    expect(codesIn(await make(carer, bob, { wishId: input.id }))).toEqual(['WISH_ANSWERED']);
    expect(await list(carer, 'owed')).toHaveLength(1);
  });

  it('gets an honest no with the reason, and no other', async () => {
    const { carer, bob } = await arrange();
    const input = { id: newId(), residentId: bob.id, words: 'A motorbike', raisedBy: 'Mark' };
    await carer.gets(CATCH, { input });
    expect(await carer.gets(NO, { id: input.id, words: ' ' })).toMatchObject({ declined: { reasons: [{ code: 'NO_REASON_FOR_NO' }] } });
    expect(await carer.gets(NO, { id: input.id, words: 'The insurance will not have it. We can visit the museum.' })).toMatchObject({ declined: { answer: 'declined', answeredBy: 'Ada Bell' } });
    expect(await carer.gets(NO, { id: input.id, words: 'No.' })).toMatchObject({ declined: { reasons: [{ code: 'WISH_ANSWERED' }] } });
  });
});

describe('the ledger', () => {
  it('can be recomputed by anybody at work, and shows its head', async () => {
    const { carer, bob } = await arrange();
    await make(carer, bob);
    await make(carer, bob, { words: 'A walk' });
    expect(await carer.gets('{ ledgerCheck { ok entries erased headSeq headHash breaks { seq what } } }')).toEqual({
      ledgerCheck: { ok: true, entries: 2, erased: 0, headSeq: 2, headHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, breaks: [] },
    });
  });
});
