import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import type { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { BookingEntity, PlanEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { ShiftEntity, type StaffEntity } from '../../apps/api/src/staff/staff.entities.ts';
import { activityRow } from '../world/rows.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

type Reasons = { code: string; message: string }[];
type Meaning = { consequences: string[]; familyWords: string; reasons?: Reasons };
const MONDAY = '2026-11-23';
const MEANING = 'query ($residentId: Id!, $to: String!, $on: Day!) { answer: statusMeaning(residentId: $residentId, to: $to, on: $on) { ... on StatusMeaning { consequences familyWords } ... on Refused { reasons { code message } } } }';
const CHANGE = 'mutation ($input: ChangeStatusInput!) { answer: changeStatus(input: $input) { ... on StatusChange { fromStatus toStatus consequences recordedByName } ... on Refused { reasons { code message } } } }';
const MAKE = 'mutation ($input: MakePromiseInput!) { makePromise(input: $input) { ... on Promise { id } } }';
const FAMILY = '{ family { people { name headline lead planned { id } changed { words } notShared } } }';

describe('where somebody lives', () => {
  let world: World;
  let home: Home;
  let karen: Person;
  let mark: Person;
  let gwen: StaffEntity;
  let bob: ResidentEntity;
  let ida: ResidentEntity;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-24T09:00:00Z' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-11-24T09:00:00Z');
    home = await world.home();
    karen = await home.worker('Karen Whitfield', 'manager');
    [bob, ida, gwen] = [await home.resident('Bob Ellison'), await home.resident('Ida Frost'), await home.staff('Gwen Lloyd')];
    mark = await home.supporter('Mark Ellison', bob, 'son');
    await home.insert(ShiftEntity, { homeId: home.id, id: newId(), staffId: gwen.id, startsAt: new Date('2026-11-26T07:00:00Z'), endsAt: new Date('2026-11-26T19:00:00Z'), breakMinutes: 0, source: 'typed' });
    const [walk, choir] = [activityRow(home.id, { name: 'A walk' }), activityRow(home.id, { name: 'Choir' })];
    await home.insert(ActivityEntity, [walk, choir]);
    const sessions = [{ activity: walk.id, start: 3 * 1440 + 600, residents: [bob.id] }, { activity: choir.id, start: 3 * 1440 + 840, residents: [bob.id, ida.id] }]
      .map((each) => ({ ...each, room: null, vehicles: [], staff: [gwen.id] }));
    const plan = { homeId: home.id, weekStarts: MONDAY, name: 'The week', version: 1, sessions, pinned: [1], score: null, parts: null, basedOn: null, search: null, createdBy: karen.actor.accountId, createdByName: 'Karen Whitfield', createdAt: world.clock.now(), updatedAt: world.clock.now(), publishedBy: null, publishedByName: null, publishedAt: null };
    const planId = newId();
    await home.insert(PlanEntity, [{ ...plan, id: planId, status: 'published' }, { ...plan, id: newId(), status: 'draft' }]);
    for (const { activity, start, residents } of sessions) {
      const startsAt = new Date(Date.parse(`${MONDAY}T00:00:00Z`) + start * 60_000);
      const at = { homeId: home.id, sessionId: newId(), startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), vehicleId: null, roomId: null, driverId: null };
      await home.insert(SessionEntity, { homeId: home.id, id: at.sessionId, planId, activityId: activity, startsAt, endsAt: at.endsAt, status: 'planned', cancelledWhy: null });
      await home.insert(BookingEntity, [...residents.map((residentId): BookingEntity => ({ ...at, id: newId(), role: 'resident', residentId, staffId: null })), { ...at, id: newId(), role: 'staff', residentId: null, staffId: gwen.id }]);
    }
    await karen.gets(MAKE, { input: { residentId: bob.id, words: 'Fish and chips by the sea', level: 'taking part', dueOn: '2026-11-27', madeTo: 'Bob', found: 'Dean drives.' } });
  });

  const meaning = async (to: string, on = '2026-11-24', who = karen) => (await who.gets<{ answer: Meaning }>(MEANING, { residentId: bob.id, to, on })).answer;
  const change = async (to: string, seen: string[], more: object = {}) => (await karen.gets<{ answer: { toStatus?: string; reasons?: Reasons } }>(CHANGE, { input: { id: newId(), residentId: bob.id, to, on: '2026-11-24', seen, ...more } })).answer;
  const promise = async () => (await world.look<{ state: string; owed: boolean; paused: boolean; due: string }>(`SELECT state, owed, paused, to_char(due_on, 'YYYY-MM-DD') AS due FROM promise WHERE home_id = $1`, [home.id]))[0];
  const sessions = () => world.look<{ name: string; status: string; why: string | null; residents: number }>(
    `SELECT a.name, s.status, s.cancelled_why AS why, (SELECT count(*)::int FROM booking b WHERE b.session_id = s.id AND b.resident_id IS NOT NULL) AS residents
     FROM session s JOIN activity a ON a.home_id = s.home_id AND a.id = s.activity_id WHERE s.home_id = $1 ORDER BY a.name, s.starts_at`, [home.id]);
  const tellings = () => world.look<{ words: string; resident_id: string | null }>('SELECT words, resident_id FROM telling WHERE home_id = $1 ORDER BY words', [home.id]);
  const family = async () => (await mark.gets<{ family: { people: { headline: string; lead: string; planned: object[] | null; changed: { words: string }[] | null; notShared: string[] }[] } }>(FAMILY)).family.people[0];

  it('says what a stay in hospital means before it is confirmed, does exactly that, and undoes what it can on return', async () => {
    const { consequences } = await meaning('in hospital');
    expect(consequences).toEqual([
      'Bob is taken out of 2 sessions to come: A walk, Thursday 26 November, 10:00; Choir, Thursday 26 November, 14:00.', 'One of these was for Bob alone and will not take place.', '1 draft is changed in the same way.',
      '1 promise waits, and its days do not run: Fish and chips by the sea.',
      'Mark Ellison will read: “Bob is in hospital. What was planned does not take place, and what was promised waits. Please ring us at any time.”',
    ]);
    expect((await sessions()).map(({ residents }) => residents)).toEqual([1, 2]);
    expect(await change('in hospital', consequences, { words: 'A fall on the stairs.' })).toMatchObject({ toStatus: 'in hospital', recordedByName: 'Karen Whitfield' });
    expect(await sessions()).toEqual([{ name: 'A walk', status: 'cancelled', why: 'Bob is in hospital.', residents: 0 }, { name: 'Choir', status: 'planned', why: null, residents: 1 }]);
    expect(await promise()).toEqual({ state: 'made', owed: true, paused: true, due: '2026-11-27' });
    expect((await tellings()).map(({ words }) => words)).toContain('Choir for Bob on Thursday 26 November, 14:00 will not take place, because Bob is in hospital.');
    const drafts = await world.look<{ sessions: { residents: string[] }[]; pinned: number[] }>(`SELECT sessions, pinned FROM plan WHERE home_id = $1 AND status = 'draft'`, [home.id]);
    expect(drafts[0]).toMatchObject({ sessions: [{ residents: [ida.id] }], pinned: [0] });
    expect(await family()).toMatchObject({ headline: 'Bob is in hospital.', lead: 'What was planned does not take place, and what was promised waits. Please ring us at any time.', planned: [] });
    // Nobody is asked to explain what waits.
    world.clock.set('2026-12-04T09:00:00Z');
    expect(await karen.gets('{ promises(under: "unexplained") { id } }')).toEqual({ promises: [] });
    const back = await meaning('living here', '2026-12-04');
    expect(back.consequences[0]).toBe('Nothing is booked again by itself: plan anew with Bob.');
    await change('living here', back.consequences, { on: '2026-12-04' });
    expect(await promise()).toMatchObject({ state: 'made', owed: true, paused: false, due: '2026-12-07' });
    expect((await family())?.headline).toBe('One promise to Bob is still open.');
  });

  it('after a death closes what was promised and tells nobody of sessions or of anything cheerful', async () => {
    const { consequences, familyWords } = await meaning('died');
    expect(consequences.at(-1)).toBe('No message about sessions, photos or weeks goes out any more.');
    expect(familyWords).toContain('We are thinking of you.');
    await change('died', consequences);
    expect(await promise()).toMatchObject({ state: 'closed', owed: false });
    expect((await tellings()).filter(({ resident_id }) => resident_id === bob.id)).toEqual([]);
    expect((await tellings()).map(({ words }) => words)).toEqual(['Gwen Lloyd is not needed for A walk on Thursday 26 November, 10:00, because Bob has died.']);
    expect(await family()).toEqual({ name: 'Bob', headline: 'We are thinking of you and of Bob.', lead: 'What was written down stays here for you to read, for as long as you wish.', planned: null, changed: null, notShared: [] });
    expect((await karen.gets<{ residents: { id: string }[] }>('{ residents { id } }')).residents.map(({ id }) => id)).toEqual([ida.id]);
    expect((await meaning('away')).reasons?.map(({ code }) => code)).toEqual(['AFTER_A_DEATH']);
  });

  it('does nothing when something changed after it was read, and once when it is sent twice', async () => {
    const { consequences } = await meaning('away');
    await karen.gets(MAKE, { input: { residentId: bob.id, words: 'A pint at the Feathers', level: 'taking part', dueOn: '2026-11-29', madeTo: 'Bob', found: 'Gwen goes along.' } });
    expect((await change('away', consequences)).reasons).toEqual([{ code: 'CHANGED_SINCE', message: 'Something changed since you looked: what this means is shown again. Read it, then confirm.' }]);
    expect((await sessions()).map(({ residents }) => residents)).toEqual([1, 2]);
    const id = newId();
    const seen = (await meaning('away')).consequences;
    await change('away', seen, { id });
    expect(await change('away', seen, { id })).toMatchObject({ toStatus: 'away' });
    expect(await karen.gets('query ($id: Id!) { statusHistory(residentId: $id) { fromStatus toStatus } }', { id: bob.id })).toEqual({ statusHistory: [{ fromStatus: 'living here', toStatus: 'away' }] });
  });

  it('is changed by those who plan, on a day that has come, to something that is', async () => {
    const ada = await home.worker('Ada Bell', 'carer');
    expect((await ada.asks(MEANING, { residentId: bob.id, to: 'away', on: '2026-11-24' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await meaning('away', '2026-11-25')).reasons?.map(({ code }) => code)).toEqual(['DAY_AHEAD']);
    expect((await meaning('on the moon')).reasons?.map(({ code }) => code)).toEqual(['NOT_A_STATUS']);
    expect((await meaning('living here')).reasons?.map(({ code }) => code)).toEqual(['SAME_STATUS']);
    const olga = await (await world.home('Oak House')).worker('Olga Oak', 'manager');
    expect((await olga.asks(MEANING, { residentId: bob.id, to: 'away', on: '2026-11-24' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
