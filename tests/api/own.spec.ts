/** A person's own view: their week and promises, yes and no in their own name, and what a no leads to. */
import { newId } from '../../apps/api/src/db/ids.ts';
import { ChoiceEntity, ChoiceOfferEntity } from '../../apps/api/src/choices/choices.entities.ts';
import { ActivityEntity, ActivityRoomEntity } from '../../apps/api/src/library/library.entities.ts';
import { InterestEntity, type ResidentEntity, RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { ShiftEntity, FloorCoverEntity } from '../../apps/api/src/staff/staff.entities.ts';
import { RoomEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { instantAt } from '../../libs/domain/src/shared/time.ts';
import type { Session } from '../../libs/planner/src/problem.ts';
import { type Person, type World, openWorld } from '../world/world.ts';

const ZONE = 'Europe/London';
const FRIDAY = '2026-11-20T09:00:00Z';
const MONDAY = '2026-11-23';
const SEVEN = '2026-11-23T07:00:00Z';
const DAY = 1440;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const WHY_NOT = '... on Refused { reasons { code message } }';
const WORD = 'id says words recordedByName saidAt';
const THING = `key day from to what picture place withStaff friendIds isOff change sessionId said { ${WORD} }`;
const VIEW = `query ($id: Id!, $day: Day) { ownView(residentId: $id, day: $day) { name photoId today mark { status code } things { ${THING} } week { ${THING} } promises { id words madeBy dueOn isLate said { ${WORD} } } friends { id name photoId } } }`;
const SAY = `mutation ($input: SayOwnWordInput!) { sayOwnWord(input: $input) { __typename ... on OwnWord { ${WORD} } ${WHY_NOT} } }`;
const BACK = 'mutation ($id: Id!) { takeOwnWordBack(id: $id) }';
const NEEDS = '{ needsAnswer { count weeks { sessions { id activityName residents findings { words because saidBy } } } } }';
const REPAIRS = `query ($weekStarts: Day!) { repairs(weekStarts: $weekStarts) { basedOn repairs { kind sessions { activity start residents room staff vehicles { vehicle driver } } } } }`;
const TODAY = 'query ($id: Id!) { daySession(id: $id) { id people { name } ownWords { residentName says words recordedByName } } }';
const MAKE = `mutation ($input: MakePromiseInput!) { makePromise(input: $input) { ... on Promise { id } ${WHY_NOT} } }`;
const PROMISE = 'query ($id: Id!) { promise(id: $id) { state owed ownWord { says words } } }';

type Word = { __typename: string; id: string; says: string; words: string; recordedByName: string; reasons?: { code: string; message: string }[] };
type Thing = { key: string; day: string; from: string; what: string; place: string | null; withStaff: string[]; friendIds: string[]; isOff: boolean; sessionId: string | null; said: Word | null };
type View = { name: string; photoId: string | null; things: Thing[]; week: Thing[]; promises: { id: string; words: string; isLate: boolean; said: Word | null }[]; friends: { id: string; name: string }[] };
type Needs = { count: number; weeks: { sessions: { id: string; findings: { words: string; because: string | null; saidBy: string | null }[] }[] }[] };

let world: World;
beforeAll(async () => {
  world = await openWorld({ now: FRIDAY });
});
beforeEach(() => world.clock.set(FRIDAY));
afterAll(() => world.close());

/** Bob and Dot in a choir on Monday and on Wednesday, published; it is Monday, seven in the morning. */
async function house() {
  const home = await world.home();
  const [ruth, ada] = [await home.worker('Ruth Kemp', 'coordinator', { care: false }), await home.worker('Ada Bell', 'carer')];
  const [ines, joe] = [await home.staff('Ines Costa'), await home.staff('Joe Park')];
  const shift = (staffId: string, day: number) => ({ homeId: home.id, id: newId(), staffId, startsAt: instantAt(ZONE, MONDAY, day * DAY + 480), endsAt: instantAt(ZONE, MONDAY, day * DAY + 1080), breakMinutes: 0, source: 'typed' });
  await home.insert(ShiftEntity, EVERY_DAY.flatMap((day) => [shift(ines.id, day - 1), shift(joe.id, day - 1)]));
  await home.insert(FloorCoverEntity, { homeId: home.id, id: newId(), days: EVERY_DAY, fromTime: '08:00', toTime: '18:00', least: 1 });
  const [bob, dot, ivy] = [await home.resident('Bob Ellison'), await home.resident('Dot Lumley'), await home.resident('Ivy Cole')];
  const lounge: RoomEntity = { homeId: home.id, id: newId(), name: 'Lounge', capacity: 12, fromTime: '08:00', toTime: '20:00' };
  await home.insert(RoomEntity, lounge);
  const choir: ActivityEntity = {
    homeId: home.id, id: newId(), name: 'Choir', kind: 'music', picture: 'music', setting: 'home', minutes: 60, groupMin: 1, groupMax: 8, baseStaff: 1, skills: {}, driverSupports: false, transport: null, venueId: null, costPence: 0, maxPerWeek: 7,
    hours: [{ days: EVERY_DAY, from: '09:00', to: '18:00' }], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null,
  };
  await home.insert(ActivityEntity, choir);
  await home.insert(ActivityRoomEntity, { homeId: home.id, activityId: choir.id, roomId: lounge.id });
  await home.insert(InterestEntity, [bob, dot, ivy].map((who) => ({ homeId: home.id, id: newId(), residentId: who.id, activityId: choir.id, value: 80, because: '', lifeFactId: null })));
  await home.insert(RoutineEntity, { homeId: home.id, id: newId(), residentId: bob.id, what: 'The ten o’clock news', activityId: null, lifeFactId: null, days: EVERY_DAY, fromTime: '22:00', toTime: '22:30', why: '', whenMissed: '', help: '', needs: 'respect', protected: true, weight: 1, since: '2026-01-01', endedOn: null, recordedBy: ruth.actor.accountId, recordedAt: world.clock.now() });
  const choirs: Session[] = [600, 2 * DAY + 840].map((start) => ({ activity: choir.id, start, room: lounge.id, vehicles: [], staff: [ines.id], residents: [bob.id, dot.id, ivy.id] }));
  let plan = (await ruth.gets<{ startDraft: { id: string; version: number } }>(`mutation { startDraft(weekStarts: "${MONDAY}") { ... on Plan { id version } } }`)).startDraft;
  for (const session of choirs) {
    plan = (await ruth.gets<{ changePlan: { id: string; version: number } }>(`mutation ($id: Id!, $version: Int!, $change: PlanChangeInput!) { changePlan(id: $id, version: $version, change: $change) { ... on Plan { id version } ${WHY_NOT} } }`, { ...plan, change: { at: null, session, pinned: true } })).changePlan;
  }
  await ruth.gets(`mutation { publishPlan(id: "${plan.id}", version: ${plan.version}) { __typename ... on Plan { id } ${WHY_NOT} } }`);
  world.clock.set(SEVEN);
  return { home, ruth, ada, bob, dot, ivy, choir };
}
type House = Awaited<ReturnType<typeof house>>;

const view = async (who: Person, { id }: ResidentEntity, day: string | null = null) => (await who.gets<{ ownView: View }>(VIEW, { id, day })).ownView;
const say = async ({ ada, bob }: House, more: Record<string, unknown>) => (await ada.gets<{ sayOwnWord: Word }>(SAY, { input: { id: newId(), residentId: bob.id, saidAt: world.clock.now().toISOString(), ...more } })).sayOwnWord;
const later = () => world.clock.set(new Date(world.clock.now().getTime() + 60_000));
const wednesday = async (h: House) => (await view(h.ada, h.bob)).things.find(({ day, what }) => day === '2026-11-25' && what === 'Choir')!;
const needs = async (h: House) => (await h.ruth.gets<{ needsAnswer: Needs }>(NEEDS)).needsAnswer;

describe('a person’s own view', () => {
  it('is seven days from now, with where and with whom of the staff, and names no other resident but friends who are in it', async () => {
    const h = await house();
    const first = await view(h.ada, h.bob);
    expect(first.things.filter(({ what }) => what === 'Choir').map(({ day, from, place, withStaff, friendIds }) => [day, from, place, withStaff, friendIds])).toEqual([['2026-11-23', '10:00', 'Lounge', ['Ines'], []], ['2026-11-25', '14:00', 'Lounge', ['Ines'], []]]);
    expect(first.things.filter(({ what }) => what.includes('news'))).toHaveLength(7);
    expect(first.things.every(({ sessionId, what }) => (what === 'Choir') === (sessionId !== null))).toBe(true);
    expect(JSON.stringify(first)).not.toMatch(/Dot|Ivy|Ellison/);
    const offerId = newId();
    const record = { homeId: h.home.id, residentId: h.bob.id, recordedBy: h.ada.actor.accountId, recordedByName: 'Ada Bell', recordedAt: world.clock.now() };
    await h.home.insert(ChoiceOfferEntity, { ...record, id: offerId, point: 'with', activityId: null, sessionId: null, question: 'Who with?', lead: '', threes: [], isOut: false });
    await h.home.insert(ChoiceEntity, { ...record, id: newId(), offerId, point: 'with', shown: 1, answer: 'option', optionKey: `resident:${h.dot.id}`, words: null, standing: 'decided', byRight: 'the person', supporterId: null, answeredBy: 'the person', answeredByName: 'Bob', how: 'picture', whyNot: null, ledTo: '', ledToId: null, chosenAt: world.clock.now() });
    const second = await view(h.ada, h.bob);
    expect(second.friends).toEqual([{ id: h.dot.id, name: 'Dot', photoId: null }]);
    expect(second.things.find(({ what }) => what === 'Choir')?.friendIds).toEqual([h.dot.id]);
    expect(JSON.stringify(second)).not.toContain('Ivy');
    world.clock.set('2026-11-25T16:00:00Z');
    expect((await view(h.ada, h.bob)).things.filter(({ what }) => what === 'Choir')).toEqual([]);
    expect((await view(h.ada, h.bob, MONDAY)).week.filter(({ what }) => what === 'Choir')).toHaveLength(2);
  });

  it('keeps a yes and a no as the person’s own, with who held the tablet; sent again it is said once, and another word under its id is refused', async () => {
    const h = await house();
    const { sessionId } = await wednesday(h);
    const input = { id: newId(), sessionId, says: 'yes' };
    expect(await say(h, input)).toMatchObject({ says: 'yes', words: 'Bob looks forward to Choir, Wednesday 25 November, 14:00.', recordedByName: 'Ada Bell' });
    await say(h, input);
    expect(await world.look('SELECT 1 AS kept FROM own_word WHERE home_id = $1', [h.home.id])).toHaveLength(1);
    expect((await h.ada.asks(SAY, { input: { ...input, residentId: h.bob.id, saidAt: world.clock.now().toISOString(), says: 'no' } })).errors?.[0]?.extensions.code).toBe('CONFLICT');
    later();
    expect(await say(h, { sessionId, says: 'no' })).toMatchObject({ says: 'no' });
    expect((await wednesday(h)).said).toMatchObject({ says: 'no' });
    await expect(world.db.write(h.ada.actor, (tx) => tx.em.query('DELETE FROM own_word'))).rejects.toThrow();
  });

  it('a no takes nothing away: the session stands, staff of the day see it, planners are told who must act, and a repair leaves the person out', async () => {
    const h = await house();
    const { sessionId } = await wednesday(h);
    expect((await needs(h)).count).toBe(0);
    const { id } = await say(h, { sessionId, says: 'no' });
    expect((await wednesday(h)).sessionId).toBe(sessionId);
    expect(await h.ada.gets(TODAY, { id: sessionId })).toMatchObject({ daySession: { ownWords: [{ residentName: 'Bob', says: 'no', words: 'Bob has said no to Choir, Wednesday 25 November, 14:00.', recordedByName: 'Ada Bell' }] } });
    const told = await needs(h);
    expect(told.weeks.flatMap(({ sessions }) => sessions)).toMatchObject([{ id: sessionId, findings: [{ because: 'Bob has said no to Choir, Wednesday 25 November, 14:00.', saidBy: 'Ada Bell' }] }]);
    const { repairs } = await h.ruth.gets<{ repairs: { basedOn: string; repairs: { sessions: Session[] }[] } }>(REPAIRS, { weekStarts: MONDAY });
    expect(repairs.repairs.length).toBeGreaterThan(0);
    expect(repairs.repairs.every(({ sessions }) => sessions.every(({ start, residents }) => start !== 2 * DAY + 840 || !residents.includes(h.bob.id)))).toBe(true);
    // "I did not mean that", at once.
    later();
    expect(await h.ada.gets(BACK, { id })).toEqual({ takeOwnWordBack: true });
    expect(await h.ada.gets(BACK, { id })).toEqual({ takeOwnWordBack: true });
    expect((await wednesday(h)).said).toBeNull();
    expect((await needs(h)).count).toBe(0);
    expect((await world.look<{ says: string }>('SELECT says FROM own_word WHERE home_id = $1 ORDER BY recorded_at', [h.home.id])).map(({ says }) => says)).toEqual(['no', 'not meant']);
    later();
    await say(h, { sessionId, says: 'no' });
    expect((await needs(h)).count).toBe(1);
    later();
    await say(h, { sessionId, says: 'yes' });
    expect((await needs(h)).count).toBe(0);
  });

  it('once they are out of the session they are free at that time again', async () => {
    const h = await house();
    const { sessionId } = await wednesday(h);
    await say(h, { sessionId, says: 'no' });
    const { repairs } = await h.ruth.gets<{ repairs: { basedOn: string; repairs: { sessions: Session[] }[] } }>(REPAIRS, { weekStarts: MONDAY });
    await h.ruth.gets(`mutation ($input: RepairInput!) { publishRepair(input: $input) { __typename ... on Plan { id } ${WHY_NOT} } }`, { input: { weekStarts: MONDAY, basedOn: repairs.basedOn, sessions: repairs.repairs[0]!.sessions } });
    expect((await needs(h)).count).toBe(0);
    const { stateWeek } = await import('../../apps/api/src/planning/week-records.ts');
    const free = await world.db.read(h.ruth.actor, async (tx) => (await stateWeek(tx, h.ruth.actor, MONDAY)).problem.residents.find(({ id }) => id === h.bob.id)?.unavailable);
    expect(free?.some(([from, to]) => from <= 2 * DAY + 840 && to > 2 * DAY + 840)).toBe(false);
  });

  it('a no to a promise lets go of nothing', async () => {
    const h = await house();
    const { makePromise } = await h.ada.gets<{ makePromise: { id: string } }>(MAKE, { input: { residentId: h.bob.id, words: 'A swim at the baths', level: 'taking part', dueOn: '2026-11-27', madeTo: 'Bob', found: 'Thursday, Joe drives.' } });
    const entries = () => world.look('SELECT 1 AS entry FROM ledger_entry WHERE home_id = $1', [h.home.id]);
    const before = (await entries()).length;
    await say(h, { promiseId: makePromise.id, says: 'no' });
    expect(await h.ada.gets(PROMISE, { id: makePromise.id })).toEqual({ promise: { state: 'made', owed: true, ownWord: { says: 'no', words: 'Bob has said no to “A swim at the baths”, promised by Friday 27 November.' } } });
    expect((await entries()).length).toBe(before);
    expect((await view(h.ada, h.bob)).promises).toMatchObject([{ words: 'A swim at the baths', isLate: false, said: { says: 'no' } }]);
  });

  it('says why where there is nothing to say yes or no to', async () => {
    const h = await house();
    const { sessionId } = await wednesday(h);
    const codes = async (more: Record<string, unknown>) => (await say(h, { says: 'no', ...more })).reasons?.map(({ code }) => code);
    const stranger = await h.home.resident('Ted Ash');
    expect(await codes({ sessionId, residentId: stranger.id })).toEqual(['NOT_YOURS']);
    expect(await codes({ promiseId: newId() })).toEqual(['NOT_YOURS']);
    world.clock.set('2026-11-25T14:00:00Z');
    expect(await codes({ sessionId })).toEqual(['HAS_BEGUN']);
    await world.look(`UPDATE resident SET status = 'in hospital' WHERE id = $1`, [h.bob.id]);
    expect(await codes({ sessionId })).toEqual(['NOT_HERE', 'HAS_BEGUN']);
    for (const input of [{ sessionId, says: 'maybe' }, { says: 'no' }, { sessionId, promiseId: newId(), says: 'no' }]) {
      expect((await h.ada.asks(SAY, { input: { id: newId(), residentId: h.bob.id, saidAt: world.clock.now().toISOString(), ...input } })).errors?.[0]?.extensions.code).toBe('INVALID');
    }
  });

  it('belongs to the home, and to nobody’s family', async () => {
    const h = await house();
    const { sessionId } = await wednesday(h);
    const zoe = await (await world.home('Oak Lodge')).worker('Zoe Day', 'manager');
    const janet = await h.home.supporter('Janet Ellison', h.bob, 'daughter');
    const input = { id: newId(), residentId: h.bob.id, sessionId, says: 'no', saidAt: world.clock.now().toISOString() };
    expect((await zoe.asks(VIEW, { id: h.bob.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await zoe.asks(SAY, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await janet.asks(VIEW, { id: h.bob.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await janet.asks(SAY, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { id } = await say(h, { sessionId, says: 'no' });
    expect((await zoe.asks(BACK, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
