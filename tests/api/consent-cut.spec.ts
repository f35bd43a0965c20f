/**
 * A supporter's consent is cut while they are signed in, in mid-subscription and with an e-mail on its way: from then on
 * nothing of that kind reaches them, by whatever way. Each denial stands beside a control: before the cut, it did.
 */
import { request } from 'node:http';
import { jest } from '@jest/globals';
import sharp from 'sharp';
import { MembershipEntity } from '../../apps/api/src/access/access.entities.ts';
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import { AttendanceEntity } from '../../apps/api/src/day/day.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { DigestSendingService } from '../../apps/api/src/outward/digest-sending.service.ts';
import { PortraitEntity } from '../../apps/api/src/people/about-me.entities.ts';
import { LifeFactEntity, OutcomeEntity, type ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { LedgerService } from '../../apps/api/src/promises/ledger.service.ts';
import type { SharedKind } from '../../libs/domain/src/circle/sharing.ts';
import { type Operation, operationsOf, schemaOf, variablesFor } from '../world/calls.ts';
import { PostOffice } from '../world/post-office.ts';
import { activityRow } from '../world/rows.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

jest.setTimeout(120_000);

/** Words that only make sense as a leak, one for each kind. */
const PLANTED: Readonly<Record<'promises' | 'plan' | 'attendance' | 'life story', string>> = { 'promises': 'QXPROMISE', 'plan': 'QXPLAN', 'attendance': 'QXATTENDED', 'life story': 'QXLIFE' };
type Kind = keyof typeof PLANTED | 'photos';

const WITHDRAW = `mutation ($input: WithdrawSharingInput!) { withdrawSharing(input: $input) { __typename ... on Refused { reasons { message } } } }`;

/** An open live stream, as it comes over the wire. */
class Stream {
  text = '';
  status = 0;
  isOver = false;
  private readonly sent;

  constructor(url: string, who: Person) {
    this.sent = request(`${url}/api/family/live`, { agent: false, headers: { accept: 'text/event-stream', cookie: `${COOKIE}=${who.token}` } }, (answer) => {
      this.status = answer.statusCode ?? 0;
      answer.on('data', (chunk: Buffer) => { this.text += chunk.toString(); }).on('end', () => { this.isOver = true; }).on('error', () => { this.isOver = true; });
    });
    this.sent.on('error', () => { this.isOver = true; });
    this.sent.end();
  }

  /** How often it has said that a part of somebody's page changed. */
  said(part: string): number {
    return this.text.split('\n').filter((line) => line.startsWith('data: ') && line.includes(`"part":"${part}"`)).length;
  }

  async says(words: string | (() => boolean)): Promise<void> {
    const has = typeof words === 'string' ? () => this.text.includes(words) : words;
    for (let n = 0; n < 150 && !has(); n += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    if (!has()) throw new Error(`The stream never said ${String(words)}: ${this.text}`);
  }

  close(): void {
    this.sent.destroy();
  }
}

describe('a supporter whose consent is cut', () => {
  const office = new PostOffice();
  let world: World;
  let queries: Operation[];
  let home: Home;
  let karen: Person;
  let steven: ResidentEntity;
  let mark: Person;
  let ann: Person;
  let calendar: string;
  let promiseId: string;
  let photoId: string;
  let streams: Stream[];

  beforeAll(async () => {
    await office.opens();
    world = await openWorld({ now: '2026-11-24T09:00:00Z', mail: { smtpUrl: `smtp://127.0.0.1:${office.port}`, from: 'family@chestnut.example', address: 'https://promenade.example.org' } });
    queries = operationsOf(await schemaOf(world.url)).filter(({ kind }) => kind === 'query');
  });
  afterAll(async () => {
    await world.close();
    await office.closes();
  });
  afterEach(() => {
    for (const stream of streams) stream.close();
  });
  beforeEach(async () => {
    streams = [];
    office.mails.length = 0;
    await office.is('takes');
    world.clock.set('2026-11-24T09:00:00Z');
    await world.look('UPDATE digest_subscription SET ended_at = now() WHERE ended_at IS NULL');
    home = await world.home();
    karen = await home.worker('Karen Whitfield', 'manager');
    steven = await home.resident('Steven Marlow', { photoConsent: 'yes' });
    [mark, ann] = [await home.supporter('Mark Marlow', steven, 'father'), await home.supporter('Ann Marlow', steven, 'sister')];
    promiseId = newId();
    await entry({ kind: 'made', residentId: steven.id, words: `${PLANTED.promises} in the water`, activityId: null, level: 'taking part', dueOn: '2026-12-11', madeBy: 'Karen Whitfield', madeTo: 'Steven', lifeFactId: null, wishId: null, found: '' });
    await session(PLANTED.plan, '2026-12-08T10:00:00Z');
    await happened('2026-11-23T10:00:00Z');
    await home.insert(LifeFactEntity, { homeId: home.id, id: newId(), residentId: steven.id, words: `${PLANTED['life story']} kept pigeons`, whenWords: null, theme: 'animals', toldBy: 'Mark', toldHow: 'told by family', sensitive: false, recordedBy: karen.actor.accountId, recordedAt: world.clock.now() });
    photoId = await photo();
    calendar = (await mark.gets<{ makeCalendarLink: { path: string } }>('mutation ($id: Id!) { makeCalendarLink(residentId: $id) { path } }', { id: steven.id })).makeCalendarLink.path;
    await mark.gets('mutation ($id: Id!) { startDigest(residentId: $id, weekday: 7, atTime: "17:00") { __typename } }', { id: steven.id });
  });

  type Content = Parameters<LedgerService['append']>[2];
  const entry = (content: Content) => world.db.write(karen.actor, (tx) => world.app.get(LedgerService).append(tx, promiseId, content));
  async function session(name: string, at: string): Promise<string> {
    const activity = activityRow(home.id, { name: `${name} regatta` });
    const [id, startsAt, endsAt] = [newId(), new Date(at), new Date(Date.parse(at) + 3_600_000)];
    await home.insert(ActivityEntity, activity);
    await home.insert(SessionEntity, { homeId: home.id, id, planId: null, activityId: activity.id, startsAt, endsAt, status: 'planned', cancelledWhy: null });
    await home.insert(BookingEntity, { homeId: home.id, id: newId(), sessionId: id, startsAt, endsAt, role: 'resident', residentId: steven.id, staffId: null, vehicleId: null, roomId: null, driverId: null });
    return id;
  }
  async function happened(at: string): Promise<void> {
    const sessionId = await session('Past', at);
    await home.insert(AttendanceEntity, { homeId: home.id, id: newId(), sessionId, residentId: steven.id, level: 'took part', mood: 'happy', engagement: null, leftEarly: false, note: `${PLANTED.attendance} and sang`, correctsId: null, recordedBy: karen.actor.accountId, recordedByName: 'Karen Whitfield', recordedAt: world.clock.now() });
  }
  async function photo(): Promise<string> {
    const id = newId();
    const file = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#8a4' } }).jpeg().toBuffer();
    const kept = await fetch(`${world.url}/media?id=${id}&residentId=${steven.id}`, { method: 'POST', body: new Uint8Array(file), headers: { 'x-promenade': '1', 'content-type': 'application/octet-stream', 'x-file-name': 'steven.jpg', cookie: `${COOKIE}=${karen.token}` } });
    expect(kept.status).toBe(201);
    await home.insert(PortraitEntity, { homeId: home.id, id: newId(), residentId: steven.id, mediaId: id, recordedBy: karen.actor.accountId, recordedAt: world.clock.now() });
    return id;
  }

  async function cut(kind: SharedKind): Promise<void> {
    const { withdrawSharing } = await karen.gets<{ withdrawSharing: { __typename: string } }>(WITHDRAW, { input: { residentId: steven.id, supporterId: mark.actor.supporterId, kind, right: 'the person', bySupporterId: null, words: '' } });
    expect(withdrawSharing).toMatchObject({ __typename: 'Circle' });
  }
  /** Everything a supporter can ask for, of every query there is. */
  async function everything(who: Person): Promise<string> {
    const ids: Readonly<Record<string, string>> = { residentId: steven.id, id: promiseId, promiseId };
    const [answers, shut]: [string[], Set<Operation>] = [[], new Set()];
    for (const query of queries) {
      for (const on of ['2026-12-08', '2026-11-24']) {
        const variables = variablesFor(query, (name) => ids[name]);
        const days = ['on', 'day', 'weekStarts', 'before'].filter((name) => name in variables);
        for (const day of days) variables[day] = on;
        const answer = await who.asks(query.text, variables);
        answers.push(JSON.stringify(answer));
        // What is shut to every supporter is knocked at once.
        if (answer.errors?.some(({ extensions }) => extensions.code === 'FORBIDDEN')) shut.add(query);
        if (days.length === 0 || shut.has(query)) break;
      }
    }
    queries = queries.filter((query) => !shut.has(query));
    return answers.join('\n');
  }
  const media = async (who: Person) => (await fetch(`${world.url}/media/${photoId}`, { headers: { cookie: `${COOKIE}=${who.token}` } })).status;
  const feed = async () => (await fetch(`${world.url}${calendar}`)).text();
  const live = (who: Person) => {
    const stream = new Stream(world.url, who);
    streams.push(stream);
    return stream;
  };
  const tick = () => world.app.get(DigestSendingService).tick();
  const digests = () => world.look<{ state: string; last_error: string | null; attempts: number }>('SELECT state, last_error, attempts FROM digest WHERE home_id = $1 ORDER BY week_starts', [home.id]);
  async function until(done: () => Promise<boolean>): Promise<void> {
    for (let n = 0; n < 150 && !(await done()); n += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    if (!(await done())) throw new Error(JSON.stringify(await digests()));
  }
  const letters = async () => (await office.post()).map(({ raw, text, html }) => `${raw}\n${text ?? ''}\n${html ?? ''}`);

  /** Which of the ways out tell of a kind. */
  const WAYS: readonly { kind: Kind; calendar: boolean; mail: boolean }[] = [
    { kind: 'promises', calendar: true, mail: true },
    { kind: 'plan', calendar: true, mail: true },
    { kind: 'attendance', calendar: false, mail: true },
    { kind: 'photos', calendar: false, mail: false },
    { kind: 'life story', calendar: false, mail: false },
  ];

  it('progress: every query there is tells of it before, and none of them after', async () => {
    await home.insert(OutcomeEntity, { homeId: home.id, id: newId(), residentId: steven.id, words: 'QXPROGRESS by myself', why: 'x', measure: null, byDate: null, endedOn: null, recordedBy: karen.actor.accountId, recordedAt: world.clock.now() });
    expect(await everything(mark)).toContain('QXPROGRESS');
    await cut('progress');
    const after = await everything(mark);
    expect(after).not.toContain('QXPROGRESS');
    for (const other of Object.values(PLANTED)) expect(after).toContain(other);
    expect(await everything(ann)).toContain('QXPROGRESS');
  });

  it.each(WAYS)('$kind: is told nothing of it any more by GraphQL, media, live stream, calendar or a queued e-mail, and everything else as before', async ({ kind, ...ways }) => {
    const word = kind === 'photos' ? photoId : PLANTED[kind];
    const others = Object.entries(PLANTED).flatMap(([each, planted]) => (each === kind ? [] : [planted]));

    // Before: every way tells.
    const before = await everything(mark);
    if (kind !== 'photos') expect(before).toContain(word);
    for (const other of others) expect(before).toContain(other);
    expect(await media(mark)).toBe(200);
    const calendarBefore = await feed();
    expect([calendarBefore.includes(PLANTED.plan), calendarBefore.includes(PLANTED.promises)]).toEqual([true, true]);
    const [his, hers] = [live(mark), live(ann)];
    await Promise.all([his.says('event: ready'), hers.says('event: ready')]);

    // One e-mail has gone out with everything; the next is due and tried, and the mail server has no time for it yet.
    world.clock.set('2026-11-29T17:01:00Z');
    await tick();
    await until(async () => (await digests())[0]?.state === 'sent');
    await happened('2026-12-04T10:00:00Z');
    await office.is('busy');
    world.clock.set('2026-12-06T17:01:00Z');
    await tick();
    await until(async () => ((await digests())[1]?.last_error ?? null) !== null);
    const [first, ...none] = await letters();
    expect(none).toEqual([]);
    for (const planted of [PLANTED.promises, PLANTED.attendance]) expect(first).toContain(planted);

    world.clock.set('2026-12-06T17:02:00Z');
    await cut(kind);

    // The open page is told that this part is another one now, and asks again.
    await his.says(() => his.said(kind) > 0);
    const [saidToHim, saidToHer] = [his.said(kind), hers.said(kind)];
    expect(JSON.parse(his.text.split('\n').find((line) => line.includes(`"part":"${kind}"`))?.slice('data: '.length) ?? '{}')).toEqual({ person: steven.id, part: kind });
    const after = await everything(mark);
    expect(after).not.toContain(word);
    for (const other of others) expect(after).toContain(other);
    expect(await media(mark)).toBe(kind === 'photos' ? 404 : 200);
    if (ways.calendar) expect(await feed()).not.toContain(word);
    for (const other of ['plan', 'promises'] as const) if (other !== kind) expect(await feed()).toContain(PLANTED[other]);

    // More of that kind is written down: she, who is still shown it, hears that there is something; he does not.
    await entry({ kind: 'scheduled', sessionId: await session(PLANTED.plan, '2026-12-09T10:00:00Z'), when: `${PLANTED.promises} soon`, by: 'Karen Whitfield' });
    await happened('2026-12-05T10:00:00Z');
    await photo();
    await home.insert(LifeFactEntity, { homeId: home.id, id: newId(), residentId: steven.id, words: `${PLANTED['life story']} raced them`, whenWords: null, theme: 'animals', toldBy: 'Mark', toldHow: 'told by family', sensitive: false, recordedBy: karen.actor.accountId, recordedAt: world.clock.now() });
    await hers.says(() => hers.said(kind) > saidToHer);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(his.said(kind)).toBe(saidToHim);
    expect(his.isOver).toBe(false);
    expect(his.text + hers.text).not.toContain('QX');
    expect(await everything(mark)).not.toContain(word);

    // The e-mail that was waiting all the while goes out without a word of it.
    await office.is('takes');
    world.clock.set('2026-12-06T17:04:00Z');
    await tick();
    await until(async () => (await digests())[1]?.state === 'sent');
    const [, second] = await letters();
    expect(second).not.toContain(word);
    for (const planted of [PLANTED.promises, PLANTED.plan, PLANTED.attendance]) if (planted !== word) expect(second).toContain(planted);
    expect(ways.mail ? first !== second : true).toBe(true);
  });

  it('gets no e-mail at all when nothing is shared any more, and it is said so', async () => {
    await office.is('busy');
    world.clock.set('2026-11-29T17:01:00Z');
    await tick();
    await until(async () => ((await digests())[0]?.last_error ?? null) !== null);
    for (const kind of ['promises', 'plan', 'attendance', 'photos', 'life story', 'progress'] as const) await cut(kind);
    await office.is('takes');
    world.clock.set('2026-11-29T17:04:00Z');
    await tick();
    await until(async () => (await digests())[0]?.state !== 'waiting');
    expect(await digests()).toEqual([{ state: 'not sent', last_error: 'Nothing was shared with them at that time.', attempts: 2 }]);
    expect(office.mails).toEqual([]);
  });

  it('is shown out of an open stream, their calendar and their queued e-mail when they may no longer sign in', async () => {
    const stream = live(mark);
    await stream.says('event: ready');
    expect(await feed()).toContain(PLANTED.plan);
    await office.is('busy');
    world.clock.set('2026-11-29T17:01:00Z');
    await tick();
    await until(async () => ((await digests())[0]?.last_error ?? null) !== null);
    await world.asSystem(home.id, (tx) => tx.em.update(MembershipEntity, { homeId: home.id, id: mark.actor.membershipId }, { endedAt: tx.now }));
    await stream.says('event: end');
    await stream.says(() => stream.isOver);
    expect((await mark.asks('{ family { today } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect([await media(mark), await feed()]).toEqual([401, '']);
    await office.is('takes');
    world.clock.set('2026-11-29T17:04:00Z');
    await tick();
    await until(async () => (await digests())[0]?.state !== 'waiting');
    expect([(await digests())[0]?.state, office.mails]).toEqual(['not sent', []]);
  });

  it('ends with the sign-in, holds only so many streams open, and is not for staff or strangers', async () => {
    const held = [live(mark), live(mark), live(mark), live(mark)];
    await Promise.all(held.map((stream) => stream.says('event: ready')));
    const fifth = live(mark);
    await fifth.says(() => fifth.isOver);
    expect([fifth.status, fifth.text.includes('open in many places')]).toEqual([409, true]);
    held[0]?.close();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const again = live(mark);
    await again.says('event: ready');
    const staff = live(karen);
    await staff.says(() => staff.isOver);
    expect([staff.status, (await fetch(`${world.url}/api/family/live`)).status]).toEqual([403, 401]);
    await mark.gets('mutation { signOut }');
    await again.says('event: end');
  });
});
