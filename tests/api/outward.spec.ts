/** What leaves the house: calendars, read by two programs that are not ours, and weekly e-mails through a real mail server. */
import { jest } from '@jest/globals';
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import { DataSource } from 'typeorm';
import { newId } from '../../apps/api/src/db/ids.ts';
import { DigestSubscriptionEntity } from '../../apps/api/src/outward/outward.entities.ts';
import { DigestSendingService } from '../../apps/api/src/outward/digest-sending.service.ts';
import { ActivityEntity, ActivityRoomEntity } from '../../apps/api/src/library/library.entities.ts';
import { MembershipEntity } from '../../apps/api/src/access/access.entities.ts';
import { InterestEntity, type ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { LedgerService } from '../../apps/api/src/promises/ledger.service.ts';
import { createServer } from '../../apps/api/src/server.ts';
import { ShiftEntity } from '../../apps/api/src/staff/staff.entities.ts';
import { RoomEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { clockIn, dayIn, instantAt, minuteOf } from '../../libs/domain/src/shared/time.ts';
import type { Session } from '../../libs/planner/src/problem.ts';
import { PostOffice } from '../world/post-office.ts';
import { activityRow } from '../world/rows.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

jest.setTimeout(120_000);

const ZONE = 'Europe/London';
const FRIDAY = '2026-11-20T09:00:00Z';
const MONDAY = '2026-11-23';
const DAY = 1440;

const SUBSCRIPTIONS = 'canMail mailsTo people { personId person hasCalendar hasDigest calendar { id madeAt lastUsedAt } digest { id weekday atTime pausedUntil nextAt lastSentAt trouble } }';
const MINE = `{ subscriptions { ${SUBSCRIPTIONS} } }`;
const MAKE = `mutation ($id: Id!) { makeCalendarLink(residentId: $id) { path subscriptions { ${SUBSCRIPTIONS} } } }`;
const STOP_LINK = `mutation ($id: Id!) { stopCalendarLink(residentId: $id) { ${SUBSCRIPTIONS} } }`;
const LINES = '{ outwardLines { supporter person calendar { id lastUsedAt } digest { id trouble } } }';
const END_LINK = 'mutation ($id: Id!) { endCalendarLink(id: $id) { supporter calendar { id } } }';
const END_DIGEST = 'mutation ($id: Id!) { endDigest(id: $id) { supporter digest { id } } }';
const START_DIGEST = `mutation ($id: Id!, $weekday: Int!, $at: Clock!) { startDigest(residentId: $id, weekday: $weekday, atTime: $at) { ... on Subscriptions { ${SUBSCRIPTIONS} } ... on Refused { reasons { code message } } } }`;
const PAUSE = `mutation ($id: Id!, $until: Day) { pauseDigest(residentId: $id, until: $until) { ... on Subscriptions { ${SUBSCRIPTIONS} } ... on Refused { reasons { code message } } } }`;
const PREVIEW = 'query ($id: Id!) { digestPreview(residentId: $id) { subject text } }';
const PAPER = `query ($supporter: Id!, $resident: Id!) { familyPaper(supporterId: $supporter, residentId: $resident) { ... on FamilyPaper { supporter person headline parts { title lines { what more } } notShared headWords printedWords } ... on Refused { reasons { message } } } }`;

type Digest = { id: string; weekday: number; atTime: string; pausedUntil: string | null; nextAt: string; lastSentAt: string | null; trouble: string | null };
type Subscribed = { canMail: boolean; mailsTo: string | null; people: { personId: string; calendar: { id: string; madeAt: string; lastUsedAt: string | null } | null; digest: Digest | null }[]; reasons?: { code: string; message: string }[] };
type Paper = { supporter: string; person: string; parts: { title: string; lines: { what: string; more: string[] }[] }[]; notShared: string[]; headWords: string | null; printedWords: string; reasons?: { message: string }[] };
type Entry = { uid: string; sequence: number; start: Date; end: Date; title: string; status: string; where: string; notes: string };

/** The same calendar through two parsers that know nothing of each other; they must agree on everything. */
function parsed(text: string): Entry[] {
  const byUid = (a: Entry, b: Entry) => (a.uid < b.uid ? -1 : 1);
  const one = new ICAL.Component(ICAL.parse(text) as unknown as string).getAllSubcomponents('vevent').map((component): Entry => {
    const event = new ICAL.Event(component);
    const day = (time: ICAL.Time) => (time.isDate ? new Date(`${time.toString()}T00:00:00Z`) : time.toJSDate());
    return { uid: event.uid, sequence: event.sequence, start: day(event.startDate), end: day(event.endDate), title: event.summary, status: String(component.getFirstPropertyValue('status')), where: event.location || '', notes: event.description || '' };
  }).toSorted(byUid);
  const words = (value: unknown) => (typeof value === 'object' && value !== null && 'val' in value ? String(value.val) : typeof value === 'string' ? value : '');
  const other = Object.values(nodeIcal.sync.parseICS(text)).filter((each): each is VEvent => each?.type === 'VEVENT').map((event): Entry => {
    const day = (time: Date) => (event.datetype === 'date' ? new Date(Date.UTC(time.getFullYear(), time.getMonth(), time.getDate())) : new Date(time.getTime()));
    return { uid: event.uid, sequence: Number(event.sequence), start: day(event.start), end: day(event.end ?? event.start), title: words(event.summary), status: event.status ?? '', where: words(event.location), notes: words(event.description) };
  }).toSorted(byUid);
  expect(other).toEqual(one);
  return one;
}

const get = (world: World, path: string, headers: Record<string, string> = {}) => fetch(`${world.url}${path}`, { headers });
const read = async (world: World, path: string) => parsed(await (await get(world, path)).text());
const make = async (who: Person, resident: ResidentEntity) => (await who.gets<{ makeCalendarLink: { path: string; subscriptions: Subscribed } }>(MAKE, { id: resident.id })).makeCalendarLink;
const mine = async (who: Person) => (await who.gets<{ subscriptions: Subscribed }>(MINE)).subscriptions;

async function promise(world: World, by: Person, resident: ResidentEntity, words: string, dueOn: string): Promise<string> {
  const id = newId();
  await world.db.write(by.actor, (tx) => world.app.get(LedgerService).append(tx, id, { kind: 'made', residentId: resident.id, words, activityId: null, level: 'taking part', dueOn, madeBy: by.actor.name, madeTo: resident.preferredName, lifeFactId: null, wishId: null, found: '' }));
  return id;
}

/** A session with people booked, at a clock time of the home's. */
async function session(home: Home, activity: ActivityEntity, day: string, from: string, residents: readonly ResidentEntity[], staff: readonly string[] = []): Promise<string> {
  const id = newId();
  const [startsAt, endsAt] = [instantAt(ZONE, day, minuteOf(from)), instantAt(ZONE, day, minuteOf(from) + 60)];
  await home.insert(SessionEntity, { homeId: home.id, id, planId: null, activityId: activity.id, startsAt, endsAt, status: 'planned', cancelledWhy: null });
  const booking = { homeId: home.id, sessionId: id, startsAt, endsAt, residentId: null, staffId: null, vehicleId: null, roomId: null, driverId: null };
  await home.insert(BookingEntity, [...residents.map((one) => ({ ...booking, id: newId(), role: 'resident' as const, residentId: one.id })), ...staff.map((staffId) => ({ ...booking, id: newId(), role: 'staff' as const, staffId }))]);
  return id;
}

describe('a calendar', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ now: FRIDAY });
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.set(FRIDAY));

  async function house() {
    const home = await world.home();
    const [ruth, karen] = [await home.worker('Ruth Kemp', 'coordinator'), await home.worker('Karen Whitfield', 'manager')];
    const ines = await home.staff('Ines Costa');
    await home.insert(ShiftEntity, Array.from({ length: 7 }, (_, day) => ({ homeId: home.id, id: newId(), staffId: ines.id, startsAt: instantAt(ZONE, MONDAY, day * DAY + 480), endsAt: instantAt(ZONE, MONDAY, day * DAY + 1080), breakMinutes: 0, source: 'typed' })));
    const [bob, dot] = [await home.resident('Bob Ellison'), await home.resident('Dot Lumley')];
    const lounge: RoomEntity = { homeId: home.id, id: newId(), name: 'Lounge', capacity: 12, fromTime: '08:00', toTime: '20:00' };
    await home.insert(RoomEntity, lounge);
    const choir = activityRow(home.id, { name: 'Choir', groupMax: 8, equipment: [], hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '10:00', to: '17:00' }] });
    await home.insert(ActivityEntity, choir);
    await home.insert(ActivityRoomEntity, { homeId: home.id, activityId: choir.id, roomId: lounge.id });
    await home.insert(InterestEntity, [bob, dot].map((who) => ({ homeId: home.id, id: newId(), residentId: who.id, activityId: choir.id, value: 70, because: 'They sang for forty years.', lifeFactId: null })));
    const at = (start: number, more: Partial<Session> = {}): Session => ({ activity: choir.id, start, room: lounge.id, vehicles: [], staff: [ines.id], residents: [bob.id, dot.id], ...more });
    return { home, ruth, karen, ines, bob, dot, choir, at };
  }
  type Plan = { __typename: string; id: string; version: number; reasons?: { message: string }[] };
  const plan = (who: Person) => who.gets<{ startDraft: Plan }>('mutation ($on: Day!) { startDraft(weekStarts: $on) { __typename ... on Plan { id version } } }', { on: MONDAY }).then(({ startDraft }) => startDraft);
  const change = (who: Person, { id, version }: Plan, at: number | null, to: Session | null) => who.gets<{ changePlan: Plan }>('mutation ($id: Id!, $version: Int!, $change: PlanChangeInput!) { changePlan(id: $id, version: $version, change: $change) { __typename ... on Plan { id version } ... on Refused { reasons { message } } } }', { id, version, change: { at, session: to, pinned: true } }).then(({ changePlan }) => changePlan);
  async function publish(who: Person, { id, version }: Plan): Promise<void> {
    const { publishPlan } = await who.gets<{ publishPlan: Plan }>('mutation ($id: Id!, $version: Int!) { publishPlan(id: $id, version: $version) { __typename ... on Plan { id version } ... on Refused { reasons { message } } } }', { id, version });
    expect(publishPlan).toMatchObject({ __typename: 'Plan' });
  }

  it('is behind a link that is told once, kept as a digest, and ended by the supporter and by the manager', async () => {
    const { home, karen, ruth, bob, dot } = await house();
    const janet = await home.supporter('Janet Ellison', bob, 'daughter', ['plan']);
    const made = await make(janet, bob);
    const secret = made.path.slice('/calendar/'.length, -'.ics'.length);
    expect(secret).toHaveLength(32);
    expect((await get(world, made.path)).status).toBe(200);
    const rows = await world.look<{ text: string }>('SELECT t::text AS text FROM calendar_link t');
    expect(rows.length).toBeGreaterThan(0);
    for (const { text } of rows) expect(text).not.toContain(secret);
    expect(made.subscriptions.people[0]?.calendar).toMatchObject({ madeAt: '2026-11-20T09:00:00.000Z', lastUsedAt: null });
    expect((await mine(janet)).people[0]?.calendar?.lastUsedAt).toBe('2026-11-20T09:00:00.000Z');
    expect((await janet.asks(MAKE, { id: dot.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');

    const nothing = async (path: string) => {
      const answer = await get(world, path);
      expect([path, answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([path, 404, '', null]);
    };
    await nothing(`/calendar/${'x'.repeat(32)}.ics`);
    await nothing('/calendar/short.ics');
    await nothing(`/calendar/${secret}`);
    const second = await make(janet, bob);
    await nothing(made.path);
    await janet.gets(STOP_LINK, { id: bob.id });
    await nothing(second.path);
    expect((await mine(janet)).people[0]?.calendar).toBeNull();

    const third = await make(janet, bob);
    expect((await get(world, third.path)).status).toBe(200);
    const { outwardLines } = await karen.gets<{ outwardLines: { supporter: string; calendar: { id: string } }[] }>(LINES);
    expect(outwardLines).toMatchObject([{ supporter: 'Janet Ellison', person: 'Bob', calendar: { lastUsedAt: '2026-11-20T09:00:00.000Z' } }]);
    expect((await ruth.asks(END_LINK, { id: outwardLines[0]?.calendar.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await karen.gets(END_LINK, { id: outwardLines[0]?.calendar.id });
    await nothing(third.path);
  });

  it('opens no more once the supporter can no longer sign in', async () => {
    const { home, bob } = await house();
    const janet = await home.supporter('Janet Ellison', bob, 'daughter', ['plan']);
    const { path } = await make(janet, bob);
    expect((await get(world, path)).status).toBe(200);
    await world.asSystem(home.id, (tx) => tx.em.update(MembershipEntity, { homeId: home.id, id: janet.actor.membershipId }, { endedAt: tx.now }));
    expect((await get(world, path)).status).toBe(404);
  });

  it('keeps what each thing is known by through moves, changes and a cancellation, and counts them', async () => {
    const { home, ruth, bob, dot, at } = await house();
    const janet = await home.supporter('Janet Ellison', bob, 'daughter', ['plan', 'promises']);
    const { path } = await make(janet, bob);
    let draft = await plan(ruth);
    for (const one of [at(600), at(DAY + 600), at(2 * DAY + 600, { residents: [dot.id] })]) draft = await change(ruth, draft, null, one);
    await publish(ruth, draft);
    const promised = await promise(world, ruth, bob, 'A song of his own', '2026-11-27');
    const first = await read(world, path);
    const whole = await (await get(world, path)).text();
    expect(first.map(({ title, sequence, status, start, where, notes }) => ({ title, sequence, status, start: start.toISOString(), where, notes })).toSorted((a, b) => (a.start < b.start ? -1 : 1))).toEqual([
      { title: 'Bob: Choir', sequence: 0, status: 'CONFIRMED', start: '2026-11-23T10:00:00.000Z', where: 'Chestnut House', notes: 'With Ines.' },
      { title: 'Bob: Choir', sequence: 0, status: 'CONFIRMED', start: '2026-11-24T10:00:00.000Z', where: 'Chestnut House', notes: 'With Ines.' },
      { title: 'Promised to Bob: A song of his own', sequence: 0, status: 'CONFIRMED', start: '2026-11-27T00:00:00.000Z', where: '', notes: 'Promised by Ruth Kemp on Friday 20 November. By the end of this day it is to be kept.' },
    ]);
    // Who else comes is nobody’s business.
    expect(whole).not.toMatch(/Dot|Lumley/);

    world.clock.set('2026-11-21T10:00:00Z');
    let next = await plan(ruth);
    next = await change(ruth, next, 0, at(660));
    await publish(ruth, next);
    const moved = await read(world, path);
    expect(moved.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
    const monday = (entries: Entry[]) => entries.find(({ uid }) => uid === first.find(({ start }) => start.toISOString().startsWith('2026-11-23'))?.uid);
    expect(monday(moved)).toMatchObject({ start: new Date('2026-11-23T11:00:00Z'), sequence: 1, status: 'CONFIRMED' });

    world.clock.set('2026-11-21T11:00:00Z');
    next = await plan(ruth);
    next = await change(ruth, next, 1, null);
    next = await change(ruth, next, 0, at(DAY + 840));
    await publish(ruth, next);
    world.clock.set('2026-11-21T11:30:00Z');
    const after = await read(world, path);
    expect(after.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
    expect(after.map(({ status }) => status).toSorted()).toEqual(['CANCELLED', 'CONFIRMED', 'CONFIRMED']);
    const off = after.find(({ status }) => status === 'CANCELLED');
    expect(off).toMatchObject({ title: 'Bob: Choir (will not take place)', notes: '', where: '' });
    expect(off?.sequence).toBe((moved.find(({ uid }) => uid === off?.uid)?.sequence ?? 0) + 1);
    expect(Math.min(...after.filter(({ title }) => title === 'Bob: Choir').map(({ sequence }) => sequence))).toBeGreaterThan(0);
    expect(await (await get(world, path)).text()).toMatch(/LAST-MODIFIED:20261121T113000Z/);

    // A new date for the promise: the same entry, later.
    await world.db.write(ruth.actor, (tx) => world.app.get(LedgerService).append(tx, promised, { kind: 'explained', reason: 'weather', words: '', answers: 'Ruth Kemp', newDate: '2026-12-04', whyNoDate: null, by: 'Ruth Kemp' }));
    expect((await read(world, path)).find(({ title }) => title.includes('A song'))).toMatchObject({ sequence: 1, start: new Date('2026-12-04T00:00:00Z') });
  });

  it('says that nothing changed to whoever has it already', async () => {
    const { home, bob, choir } = await house();
    const janet = await home.supporter('Janet Ellison', bob, 'daughter', ['plan']);
    await session(home, choir, '2026-11-24', '10:00', [bob]);
    const { path } = await make(janet, bob);
    const answer = await get(world, path);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const etag = answer.headers.get('etag') ?? '';
    world.clock.set('2026-11-21T09:00:00Z');
    expect((await get(world, path, { 'if-none-match': etag })).status).toBe(304);
    await session(home, choir, '2026-11-25', '10:00', [bob]);
    expect((await get(world, path, { 'if-none-match': etag })).status).toBe(200);
  });

  it.each([
    ['2026-03-20T09:00:00Z', ['2026-03-28', '2026-03-29', '2026-03-30']],
    ['2026-10-20T09:00:00Z', ['2026-10-24', '2026-10-25', '2026-10-26']],
    ['2027-03-20T09:00:00Z', ['2027-03-27', '2027-03-28', '2027-03-29']],
    ['2027-10-20T09:00:00Z', ['2027-10-30', '2027-10-31', '2027-11-01']],
  ])('has the times of the clock on the wall on the weekend after %s', async (now, days) => {
    world.clock.set(now);
    const { home, bob, choir } = await house();
    const janet = await home.supporter('Janet Ellison', bob, 'daughter', ['plan']);
    for (const day of days) for (const from of ['00:15', '10:00', '22:30']) await session(home, choir, day, from, [bob]);
    const { path } = await make(janet, bob);
    const entries = (await read(world, path)).toSorted((a, b) => a.start.getTime() - b.start.getTime());
    expect(entries.map(({ start }) => `${dayIn(ZONE, start)} ${clockIn(ZONE, start)}`)).toEqual(days.flatMap((day) => ['00:15', '10:00', '22:30'].map((from) => `${day} ${from}`)));
    const hours = entries.map(({ start, end }) => (end.getTime() - start.getTime()) / 3_600_000);
    expect(hours.filter((each) => each !== 1)).toEqual([]);
    // The morning of the Saturday and of the Monday are an hour apart by the sun.
    expect(new Set(entries.filter(({ start }) => clockIn(ZONE, start) === '10:00').map(({ start }) => start.getUTCHours()))).toEqual(new Set([9, 10]));
  });

  it('takes any name as it is written', async () => {
    const { home, bob, ruth } = await house();
    const janet = await home.supporter('Janet Ellison', bob, 'daughter', ['plan', 'promises']);
    const names = ['Tea, cake; and \\ “talk”', 'Canu’r Ŵyl yn Llanfair\u00adpwllgwyngyll a’r Ŷd 🎶👵🏽', `Long ${'ŵy🎶 '.repeat(60)}`.trim(), 'First line\nsecond line\r\nthird', 'END:VEVENT\nBEGIN:VALARM', 'a:b c\tTZID=x'];
    for (const [n, name] of names.entries()) {
      const activity = activityRow(home.id, { name });
      await home.insert(ActivityEntity, activity);
      await session(home, activity, '2026-11-25', `${10 + n}:00`, [bob]);
    }
    await promise(world, ruth, bob, 'A "treat"; with sauce, a friend\nand 🎂', '2026-11-28');
    const { path } = await make(janet, bob);
    const text = await (await get(world, path)).text();
    const titles = parsed(text).map(({ title }) => title);
    for (const name of names) expect(titles).toContain(`Bob: ${name.replaceAll('\r\n', '\n')}`);
    expect(titles).toContain('Promised to Bob: A "treat"; with sauce, a friend\nand 🎂');
    expect(titles).toHaveLength(names.length + 1);
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('holds only what is shared when it is asked, and nothing after a death', async () => {
    const { home, bob, choir, ruth } = await house();
    const janet = await home.supporter('Janet Ellison', bob, 'daughter', ['plan', 'promises']);
    await session(home, choir, '2026-11-24', '10:00', [bob]);
    await promise(world, ruth, bob, 'A song', '2026-11-27');
    const { path } = await make(janet, bob);
    const titles = async () => (await read(world, path)).map(({ title }) => title).toSorted();
    expect(await titles()).toEqual(['Bob: Choir', 'Promised to Bob: A song']);
    const share = (kind: string, given: boolean) => world.look(`UPDATE sharing_consent SET withdrawn_at = ${given ? 'NULL' : `'2026-11-20T09:00:00Z'`} WHERE supporter_id = $1 AND kind = $2`, [janet.actor.supporterId, kind]);
    await share('plan', false);
    expect(await titles()).toEqual(['Promised to Bob: A song']);
    await share('promises', false);
    expect(await titles()).toEqual([]);
    expect(await (await get(world, path)).text()).not.toContain('Bob');
    await share('plan', true);
    expect(await titles()).toEqual(['Bob: Choir']);
    await world.look(`UPDATE resident SET status = 'died' WHERE id = $1`, [bob.id]);
    expect(await titles()).toEqual([]);
  });
});

describe('a weekly e-mail', () => {
  const office = new PostOffice();
  let world: World;
  let home: Home;
  let karen: Person;
  let ruth: Person;
  let steven: ResidentEntity;
  let mark: Person;
  const mail = () => ({ smtpUrl: `smtp://127.0.0.1:${office.port}`, from: 'Chestnut House <family@chestnut.example>', address: 'https://promenade.example.org' });
  beforeAll(async () => {
    await office.opens();
    world = await openWorld({ now: FRIDAY, mail: mail() });
  });
  afterAll(async () => {
    await world.close();
    await office.closes();
  });
  beforeEach(async () => {
    await office.is('takes');
    office.mails.length = 0;
    world.clock.set('2026-11-25T09:00:00Z');
    await world.look('UPDATE digest_subscription SET ended_at = now() WHERE ended_at IS NULL');
    home = await world.home();
    [karen, ruth] = [await home.worker('Karen Whitfield', 'manager'), await home.worker('Ruth Kemp', 'coordinator')];
    steven = await home.resident('Steven Marlow');
    mark = await home.supporter('Mark Marlow', steven, 'father', ['promises', 'plan', 'attendance']);
    const swimming = activityRow(home.id, { name: 'Swimming' });
    await home.insert(ActivityEntity, swimming);
    await session(home, swimming, '2026-12-01', '14:30', [steven], [ruth.actor.staffId ?? '']);
    await promise(world, ruth, steven, 'A swim, in the water', '2026-12-04');
  });

  const tick = () => world.app.get(DigestSendingService).tick();
  const start = (weekday = 7, at = '17:00') => mark.gets<{ startDigest: Subscribed }>(START_DIGEST, { id: steven.id, weekday, at }).then(({ startDigest }) => startDigest);
  type Row = { state: string; attempts: number; last_error: string | null; head_seq: number | null; head_hash: string | null };
  const rows = () => world.look<Row>('SELECT state, attempts, last_error, head_seq, head_hash FROM digest WHERE home_id = $1 ORDER BY week_starts', [home.id]);
  async function until(state: (row: Row | undefined) => boolean): Promise<Row> {
    for (let n = 0; n < 150; n += 1) {
      const row = (await rows()).at(-1);
      if (row && state(row)) return row;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`the digest stayed as it was: ${JSON.stringify(await rows())}`);
  }

  it('is off until it is asked for, comes at its time, once, and is what the preview said', async () => {
    expect((await mine(mark)).people[0]?.digest).toBeNull();
    world.clock.set('2026-11-29T17:01:00Z');
    await tick();
    expect(await rows()).toEqual([]);
    world.clock.set('2026-11-25T09:00:00Z');
    const asked = await start();
    expect(asked).toMatchObject({ canMail: true, mailsTo: expect.stringContaining('mark.marlow') as string });
    expect(asked.people[0]?.digest).toMatchObject({ weekday: 7, atTime: '17:00', nextAt: '2026-11-29T17:00:00.000Z', lastSentAt: null });
    world.clock.set('2026-11-29T16:59:00Z');
    await tick();
    expect(await rows()).toEqual([]);
    world.clock.set('2026-11-29T17:00:30Z');
    const { digestPreview } = await mark.gets<{ digestPreview: { subject: string; text: string } }>(PREVIEW, { id: steven.id });
    // Any number of looks, from any number of processes, is one e-mail.
    await Promise.all([tick(), tick(), tick()]);
    const row = await until(({ state } = {} as Row) => state === 'sent');
    await tick();
    world.clock.set('2026-11-29T18:00:00Z');
    await tick();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const [post, ...more] = await office.post();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ attempts: 1, last_error: null, head_seq: 1 });
    expect(post).toMatchObject({ subject: digestPreview.subject, rcpt: [asked.mailsTo], from: { address: 'family@chestnut.example', name: 'Chestnut House' } });
    const text = post?.text?.replaceAll('\r\n', '\n') ?? '';
    // On the screen each line is as wide as the screen; the words are the same.
    for (const part of digestPreview.text.trim().split('\n\n')) expect(text.replaceAll(/\s+/g, ' ')).toContain(part.replaceAll(/\s+/g, ' '));
    expect(text).toContain('“A swim, in the water”');
    expect(text).toContain('Tuesday 1 December, 14:30 to 15:30: Swimming');
    expect(text).toContain(`https://promenade.example.org/check?home=${home.id}&seq=1&hash=${row.head_hash}`);
    expect(post?.html).toContain('Tuesday 1 December, 14:30 to 15:30: Swimming');
    // It was noted that this head left the house, and the page it leads to finds it: whole, and by its beginning as on paper.
    expect(await world.look('SELECT seq, hash, sent_to FROM noted_head WHERE home_id = $1', [home.id])).toEqual([{ seq: 1, hash: row.head_hash, sent_to: 'Mark Marlow, weekly e-mail' }]);
    const found = async (hash: string) => (await (await get(world, `/check?home=${home.id}&seq=1&hash=${hash}`)).text()).replaceAll(/<[^>]*>/g, '');
    for (const kept of [row.head_hash ?? '', (row.head_hash ?? '').slice(0, 16)]) expect(await found(kept)).toContain('Yes. It is still there.');
    expect(await found('0'.repeat(16))).toContain('No. It is not there.');
    expect(post?.raw).toMatch(/^Content-Type: multipart\/alternative/m);
    expect((await mine(mark)).people[0]?.digest).toMatchObject({ lastSentAt: '2026-11-29T17:00:30.000Z', trouble: null });

    // A new day of the week does not make two of one week.
    await start(1, '09:00');
    world.clock.set('2026-11-30T09:05:00Z');
    await tick();
    await until(({ state } = {} as Row) => state === 'sent');
    for (let n = 0; n < 40 && office.mails.length < 2; n += 1) await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'sent']);
    await start(3, '12:00');
    world.clock.set('2026-12-02T12:05:00Z');
    await tick();
    expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('is stopped by one click, without signing in; looking at the link stops nothing', async () => {
    await start();
    world.clock.set('2026-11-29T17:01:00Z');
    await tick();
    await until(({ state } = {} as Row) => state === 'sent');
    const [post] = await office.post();
    const header = (key: string) => post?.headers.find((each) => each.key === key)?.value;
    const stop = /^<https:\/\/promenade\.example\.org(\/stop\/[\w.-]+)>$/.exec(header('list-unsubscribe') ?? '')?.[1] ?? 'no link';
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(post?.text).toContain(`https://promenade.example.org${stop}`);
    const look = await get(world, stop, { accept: 'text/html' });
    expect([look.status, (await look.text()).includes('<button>')]).toEqual([200, true]);
    expect((await mine(mark)).people[0]?.digest).not.toBeNull();
    expect((await fetch(`${world.url}${stop.slice(0, -3)}abc`, { method: 'POST' })).status).toBe(404);
    const click = await fetch(`${world.url}${stop}`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
    expect(click.status).toBe(200);
    expect((await mine(mark)).people[0]?.digest).toBeNull();
    world.clock.set('2026-12-06T17:01:00Z');
    await tick();
    expect(await rows()).toHaveLength(1);
    expect(await world.look('SELECT stop_digests FROM digest WHERE stop_digests::text LIKE $1', [`%${stop.split('.')[1]}%`])).toEqual([]);
  });

  it('is not sent while it is paused, nor when it was stopped while waiting', async () => {
    await start();
    expect((await mark.gets<{ pauseDigest: Subscribed }>(PAUSE, { id: steven.id, until: '2026-11-20' })).pauseDigest.reasons?.[0]?.code).toBe('PAUSE_TOO_LONG');
    expect((await mark.gets<{ pauseDigest: Subscribed }>(PAUSE, { id: steven.id, until: '2026-12-05' })).pauseDigest.people[0]?.digest).toMatchObject({ pausedUntil: '2026-12-05', nextAt: '2026-12-06T17:00:00.000Z' });
    world.clock.set('2026-11-29T17:01:00Z');
    await tick();
    expect(await rows()).toEqual([]);
    await office.is('busy');
    world.clock.set('2026-12-06T17:01:00Z');
    await tick();
    await until(({ last_error } = {} as Row) => last_error !== null);
    await mark.gets('mutation ($id: Id!) { stopDigest(residentId: $id) { canMail } }', { id: steven.id });
    await office.is('takes');
    world.clock.set('2026-12-06T17:10:00Z');
    await tick();
    expect(await until(({ state } = {} as Row) => state !== 'waiting')).toMatchObject({ state: 'not sent', last_error: 'They stopped the weekly e-mail.' });
    expect(office.mails).toEqual([]);
  });

  it('is given up when the recipient is refused, and the manager is told; she can end it', async () => {
    await office.is('refuses');
    await start();
    world.clock.set('2026-11-29T17:01:00Z');
    await tick();
    expect(await until(({ state } = {} as Row) => state !== 'waiting')).toMatchObject({ state: 'given up', attempts: 1, last_error: expect.stringContaining('550') as string });
    const { outwardLines } = await karen.gets<{ outwardLines: { digest: { id: string; trouble: string } }[] }>(LINES);
    expect(outwardLines[0]?.digest.trouble).toMatch(/^The last one could not be delivered, and we have stopped trying: .*550/);
    expect((await mark.asks(END_DIGEST, { id: outwardLines[0]?.digest.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await karen.gets(END_DIGEST, { id: outwardLines[0]?.digest.id });
    expect((await mine(mark)).people[0]?.digest).toBeNull();
  });

  it('waits for a mail server that is down, goes out once when it is up again, and is given up after the last try', async () => {
    await start();
    await office.closes();
    world.clock.set('2026-11-29T17:01:00Z');
    await tick();
    expect(await until(({ last_error } = {} as Row) => last_error !== null)).toMatchObject({ state: 'waiting', attempts: 1, last_error: expect.stringMatching(/ECONNREFUSED|connect/) as string });
    world.clock.set('2026-11-29T17:02:00Z');
    await tick();
    expect((await rows())[0]?.attempts).toBe(1);
    await office.opens();
    world.clock.set('2026-11-29T17:04:00Z');
    await tick();
    expect(await until(({ state } = {} as Row) => state !== 'waiting')).toMatchObject({ state: 'sent', attempts: 2, last_error: null });
    expect(office.mails).toHaveLength(1);

    await office.is('busy');
    let now = Date.parse('2026-12-06T17:01:00Z');
    for (let n = 1; n <= 6; n += 1) {
      world.clock.set(new Date(now));
      await tick();
      await until((row) => row?.attempts === n && row.last_error !== null && (n < 6 || row.state === 'given up'));
      now += 13 * 3_600_000;
    }
    expect((await rows()).map(({ state, attempts }) => [state, attempts])).toEqual([['sent', 2], ['given up', 6]]);
    expect(office.mails).toHaveLength(1);
  });

  it('is on paper for somebody without e-mail, with what that supporter may see and the head of the ledger', async () => {
    const aunt = await home.supporter('Aunt Vi', steven, 'aunt', ['promises']);
    const paper = async (who: Person, supporter: string | null) => (await who.gets<{ familyPaper: Paper }>(PAPER, { supporter, resident: steven.id })).familyPaper;
    const marks = await paper(ruth, mark.actor.supporterId);
    expect(marks).toMatchObject({ supporter: 'Mark Marlow', person: 'Steven', headWords: expect.stringMatching(/stood at place 1, with the check [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}\./) as string, printedWords: 'Wednesday 25 November, 09:00 by Ruth Kemp' });
    expect(JSON.stringify(marks)).toContain('Swimming');
    const hers = await paper(karen, aunt.actor.supporterId);
    expect(JSON.stringify(hers)).toContain('A swim, in the water');
    expect(JSON.stringify(hers)).not.toContain('Swimming');
    expect(hers.notShared).toHaveLength(2);
    await world.look(`UPDATE sharing_consent SET withdrawn_at = now() WHERE supporter_id = $1`, [aunt.actor.supporterId]);
    expect((await paper(karen, aunt.actor.supporterId)).reasons?.[0]?.message).toBe('Nothing is shared with Aunt Vi at the moment, so there is nothing to print.');
    const ada = await home.worker('Ada Bell', 'carer');
    for (const nobody of [ada, mark]) expect((await nobody.asks(PAPER, { supporter: mark.actor.supporterId, resident: steven.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a weekly e-mail whose process was killed between asking and hearing', () => {
  it('goes out again under the same name, so that a second copy is known as one', async () => {
    const office = new PostOffice();
    await office.opens();
    // The world itself sends nothing: only the two processes below do, one after the other.
    const world = await openWorld({ now: '2026-11-25T09:00:00Z' });
    const mail = { smtpUrl: `smtp://127.0.0.1:${office.port}`, from: 'family@chestnut.example', address: 'https://promenade.example.org' };
    const opensProcess = async () => {
      const app = await createServer({ appUrl: world.appUrl, clock: world.clock, mediaFolder: world.mediaFolder, logger: false, mail });
      await app.init();
      return app;
    };
    const row = async () => (await world.look<{ state: string; attempts: number }>('SELECT state, attempts FROM digest'))[0];
    const waitFor = async (until: () => Promise<boolean> | boolean) => {
      for (let n = 0; n < 200 && !(await until()); n += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    };
    try {
      const home = await world.home();
      const steven = await home.resident('Steven Marlow');
      const mark = await home.supporter('Mark Marlow', steven, 'father');
      await home.insert(DigestSubscriptionEntity, { homeId: home.id, id: newId(), supporterId: mark.actor.supporterId ?? '', residentId: steven.id, weekday: 7, atTime: '17:00', startedAt: world.clock.now(), pausedUntil: null, endedAt: null, endedByName: null });
      const doomed = await opensProcess();
      // The mail server has the mail and never says so; then the process is gone.
      await office.is('holds');
      world.clock.set('2026-11-29T17:01:00Z');
      await doomed.get(DigestSendingService).tick();
      await waitFor(() => office.mails.length > 0);
      await doomed.get(DataSource).destroy();
      await office.closes();
      await doomed.close().catch(() => undefined);
      expect([office.mails.length, await row()]).toEqual([1, { state: 'waiting', attempts: 1 }]);

      await office.opens();
      const next = await opensProcess();
      world.clock.set('2026-11-29T17:05:00Z');
      await next.get(DigestSendingService).tick();
      expect(await row()).toEqual({ state: 'waiting', attempts: 1 });
      world.clock.set('2026-11-29T17:07:00Z');
      await next.get(DigestSendingService).tick();
      await waitFor(async () => (await row())?.state === 'sent');
      expect(await row()).toEqual({ state: 'sent', attempts: 2 });
      const post = await office.post();
      expect([post.length, new Set(post.map(({ messageId }) => messageId)).size]).toEqual([2, 1]);
      await next.close();
    } finally {
      await world.close();
      await office.closes();
    }
  });
});

describe('a house without a mail server', () => {
  it('offers no e-mails and says so', async () => {
    const world = await openWorld({ now: FRIDAY });
    try {
      const home = await world.home();
      const steven = await home.resident('Steven Marlow');
      const mark = await home.supporter('Mark Marlow', steven, 'father');
      expect((await mine(mark)).canMail).toBe(false);
      const { startDigest } = await mark.gets<{ startDigest: Subscribed }>(START_DIGEST, { id: steven.id, weekday: 7, at: '17:00' });
      expect(startDigest.reasons).toEqual([{ code: 'NO_MAIL', message: 'Chestnut House does not send e-mail yet. Ask the manager for the week on paper instead.' }]);
    } finally {
      await world.close();
    }
  });
});
