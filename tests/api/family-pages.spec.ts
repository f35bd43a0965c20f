/** A family's single pages: photos by the consent of everybody in them, the week with what came of it, the clock of a dispute. */
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import { AttendanceEntity, SessionMediaEntity, SessionReportEntity } from '../../apps/api/src/day/day.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { paintedPhoto } from '../../apps/api/src/demo/painted.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { MediaPersonEntity } from '../../apps/api/src/media/media.entities.ts';
import { LifeFactEntity, type ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { LedgerService } from '../../apps/api/src/promises/ledger.service.ts';
import { SHARED_KINDS, type SharedKind } from '../../libs/domain/src/circle/sharing.ts';
import type { EntryContent } from '../../libs/domain/src/promises/promise.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

type Happened = { what: string; words: string; saidBy: string; photos: { id: string; words: string | null }[] };
type Planned = { what: string; status: string; cameOfIt: string | null; note: string | null; saidBy: string | null };

const HAPPENED = 'query ($id: Id!, $before: Day) { familyHappened(residentId: $id, before: $before) { from to notShared happened { what words note saidBy photos { id words } } } }';
const WEEK = 'query ($id: Id!, $on: Day) { familyWeek(residentId: $id, on: $on) { monday isGone notShared changed { words } days { day planned { what where status cameOfIt note saidBy } happened { what words } } } }';
const STORY = 'query ($id: Id!) { familyLifeStory(residentId: $id) { facts { words } notShared } }';
const PROMISE = 'query ($id: Id!) { familyPromise(id: $id) { promise { stateWords dispute { state answerBy words } } history { sentence } } }';

describe('a family’s pages', () => {
  let world: World;
  let home: Home;
  let sian: Person;
  let mark: Person;
  let steven: ResidentEntity;
  let photo: Buffer;
  beforeAll(async () => {
    [world, photo] = await Promise.all([openWorld({ now: '2026-11-26T09:00:00Z' }), paintedPhoto(0.4)]);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-11-26T09:00:00Z');
    home = await world.home();
    sian = await home.worker('Siân Pritchard', 'coordinator');
    steven = await home.resident('Steven Marlow', { photoConsent: 'yes' });
    mark = await home.supporter('Mark Marlow', steven, 'father');
  });

  async function session(what: string, from: string, more: Partial<SessionEntity> = {}, resident = steven): Promise<string> {
    const [activityId, id, startsAt, endsAt] = [newId(), newId(), new Date(from), new Date(Date.parse(from) + 3_600_000)];
    await home.insert(ActivityEntity, {
      homeId: home.id, id: activityId, name: what, kind: 'physical', picture: 'waves', setting: 'home', minutes: 60, groupMin: 1, groupMax: 2, baseStaff: 1, skills: {}, driverSupports: true, transport: null, venueId: null,
      costPence: 0, maxPerWeek: 2, hours: [], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null,
    });
    await home.insert(SessionEntity, { homeId: home.id, id, planId: null, activityId, startsAt, endsAt, status: 'planned', cancelledWhy: null, ...more });
    await home.insert(BookingEntity, { homeId: home.id, id: newId(), sessionId: id, startsAt, endsAt, role: 'resident', residentId: resident.id, staffId: null, vehicleId: null, roomId: null, driverId: null });
    return id;
  }
  const by = () => ({ recordedBy: sian.actor.accountId, recordedByName: 'Siân Pritchard', recordedAt: world.clock.now() });
  const attend = (sessionId: string, note: string) => home.insert(AttendanceEntity, { homeId: home.id, id: newId(), sessionId, residentId: steven.id, level: 'took part', mood: 'happy', engagement: null, leftEarly: false, note, correctsId: null, ...by() });
  async function photoOf(sessionId: string, inIt: readonly ResidentEntity[]): Promise<string> {
    const id = newId();
    const sent = await fetch(`${world.url}/media?id=${id}&residentId=${inIt[0]?.id}`, { method: 'POST', body: new Uint8Array(photo), headers: { 'x-promenade': '1', 'content-type': 'application/octet-stream', cookie: `${COOKIE}=${sian.token}` } });
    expect(sent.status).toBe(201);
    await home.insert(SessionMediaEntity, { homeId: home.id, id: newId(), sessionId, mediaId: id, words: 'In the pool', ...by() });
    await home.insert(MediaPersonEntity, inIt.map(({ id: residentId }) => ({ homeId: home.id, id: newId(), mediaId: id, residentId })));
    return id;
  }
  const get = async (who: Person, id: string) => (await fetch(`${world.url}/media/${id}`, { headers: { cookie: `${COOKIE}=${who.token}` } })).status;
  const happened = async (who = mark, before: string | null = null) => (await who.gets<{ familyHappened: { notShared: string[]; happened: Happened[] } }>(HAPPENED, { id: steven.id, before })).familyHappened;
  const shown = async (who = mark) => (await happened(who)).happened.flatMap(({ photos }) => photos.map(({ id }) => id));
  const consent = (resident: ResidentEntity, answer: string) => world.look('UPDATE resident SET photo_consent = $3 WHERE home_id = $1 AND id = $2', [home.id, resident.id, answer]);

  it('show a photo while everybody in it agrees and photos are shared, and refuse it from the next look on', async () => {
    const bob = await home.resident('Bob Ellison', { photoConsent: 'yes' });
    const swim = await session('Swimming', '2026-11-25T10:00:00Z');
    await attend(swim, 'Two lengths.');
    const [alone, together] = [await photoOf(swim, [steven]), await photoOf(swim, [steven, bob])];
    const both = [alone, together].toSorted();
    expect([(await shown()).toSorted(), await get(mark, alone), await get(mark, together)]).toEqual([both, 200, 200]);
    // Somebody beside him does not agree any more: that one is gone, the other stays.
    for (const answer of ['no', 'not asked', 'conditional']) {
      await consent(bob, answer);
      expect([answer, await shown(), await get(mark, alone), await get(mark, together)]).toEqual([answer, [alone], 200, 404]);
    }
    await consent(bob, 'yes');
    expect((await shown()).toSorted()).toEqual(both);
    // He himself does not agree.
    await consent(steven, 'no');
    expect([await shown(), await get(mark, alone), await get(mark, together)]).toEqual([[], 403, 403]);
    await consent(steven, 'yes');
    // Not shared with her, and never with the family of somebody else who is not in it.
    const ann = await home.supporter('Ann Marlow', steven, 'sister', ['attendance']);
    const joan = await home.supporter('Joan Other', await home.resident('Peggy Other'), 'niece');
    expect([await shown(ann), (await happened(ann)).notShared, await get(ann, alone), await get(joan, alone)]).toEqual([[], ['Steven has not shared photos with you.'], 404, 404]);
    await world.look(`UPDATE sharing_consent SET withdrawn_at = now() WHERE home_id = $1 AND supporter_id = $2 AND kind = 'photos'`, [home.id, mark.actor.supporterId]);
    expect([await shown(), await get(mark, alone)]).toEqual([[], 404]);
    await world.look(`UPDATE sharing_consent SET withdrawn_at = NULL WHERE home_id = $1`, [home.id]);
    expect(await get(mark, alone)).toBe(200);
    // Erased, it is gone for everybody.
    const karen = await home.worker('Karen Whitfield', 'manager');
    await karen.gets('mutation ($id: Id!) { eraseMedia(id: $id, why: "Steven asked.") { __typename } }', { id: alone });
    expect([await shown(), await get(mark, alone)]).toEqual([[together], 404]);
  });

  it('take a supporter’s own photo for what they tell, of their own person alone and while photos are kept', async () => {
    const send = (residentId: string, id: string, body: Buffer = photo) => fetch(`${world.url}/media?id=${id}&residentId=${residentId}`, { method: 'POST', body: new Uint8Array(body), headers: { 'x-promenade': '1', 'content-type': 'application/octet-stream', cookie: `${COOKIE}=${mark.token}` } }).then(({ status }) => status);
    const bob = await home.resident('Bob Ellison', { photoConsent: 'yes' });
    const [own, other] = [newId(), newId()];
    expect([await send(steven.id, own), await send(bob.id, other)]).toEqual([201, 404]);
    const tell = (mediaId: string) => mark.asks<{ answer: { photoId: string | null } }>('mutation ($input: TellMemoryInput!) { answer: tellMemory(input: $input) { ... on ToldByFamily { photoId } } }', { input: { id: newId(), residentId: steven.id, words: 'Rhyl', mediaId } });
    expect((await tell(own)).data?.answer.photoId).toBe(own);
    expect((await tell(other)).errors?.[0]?.extensions.code).toBe('INVALID');
    const ann = await home.supporter('Ann Marlow', steven, 'sister');
    expect([await get(mark, own), await get(ann, own), await get(sian, own)]).toEqual([200, 404, 200]);
    await consent(steven, 'no');
    expect([await send(steven.id, newId()), await get(mark, own)]).toEqual([400, 403]);
  });

  it('tell the week: what came of it, what did not happen and why, without words that may name somebody', async () => {
    const [past, off] = [await session('Swimming', '2026-11-24T10:00:00Z'), await session('Choir', '2026-11-25T10:00:00Z')];
    await session('Bingo', '2026-11-25T14:00:00Z');
    await session('Baking', '2026-11-27T10:00:00Z');
    await attend(past, 'Two lengths.');
    await home.insert(SessionReportEntity, { homeId: home.id, id: newId(), sessionId: off, ran: false, reason: 'no driver', words: 'QXDEAN was ill', answers: 'QXKAREN', ...by() });
    const week = async (who = mark, on: string | null = null) => (await who.gets<{ familyWeek: { monday: string; notShared: string[]; days: { planned: Planned[] }[] } }>(WEEK, { id: steven.id, on })).familyWeek;
    const { monday, days } = await week();
    expect(monday).toBe('2026-11-23');
    expect(days.flatMap(({ planned }) => planned).map(({ what, status, cameOfIt, saidBy }) => [what, status, cameOfIt, saidBy])).toEqual([
      ['Swimming', 'over', 'Steven took part. Steven seemed happy.', 'Siân Pritchard'],
      ['Choir', 'did not run', 'It did not take place. There was no driver.', 'Siân Pritchard'],
      ['Bingo', 'over', 'Nobody has written down yet what came of it.', null],
      ['Baking', 'planned', null, null],
    ]);
    expect((await happened()).happened.map(({ what, words }) => [what, words])).toEqual([['Choir', 'It did not take place. There was no driver.'], ['Swimming', 'Steven took part. Steven seemed happy.']]);
    expect(JSON.stringify([await week(), await happened()])).not.toContain('QX');
    expect((await week(mark, '2026-12-02')).days.flatMap(({ planned }) => planned)).toEqual([]);
    expect((await happened(mark, '2026-11-24')).happened).toEqual([]);
  });

  it.each([
    ['plan', 'QXPLAN'], ['attendance', 'QXNOTE'], ['life story', 'QXFACT'],
  ] as const)('show nothing of %s without consent to it, and all of it with', async (kind: SharedKind, word) => {
    const swim = await session('QXPLAN swim', '2026-11-25T10:00:00Z');
    await attend(swim, 'QXNOTE');
    const fact = { homeId: home.id, residentId: steven.id, whenWords: null, theme: 'work', toldBy: 'Mark', toldHow: 'told us' as const, recordedBy: sian.actor.accountId, recordedByName: 'Siân Pritchard', recordedAt: world.clock.now() };
    await home.insert(LifeFactEntity, [{ ...fact, id: newId(), words: 'QXFACT', sensitive: false }, { ...fact, id: newId(), words: 'QXSECRET', sensitive: true }]);
    const all = async (who: Person) => JSON.stringify(await Promise.all([HAPPENED, WEEK, STORY].map((query) => who.gets(query, { id: steven.id }))));
    const without = await home.supporter('Ann Marlow', steven, 'sister', SHARED_KINDS.filter((each) => each !== kind));
    const only = await home.supporter('Joan Marlow', steven, 'aunt', [kind]);
    expect(await all(mark)).toContain(word);
    expect(await all(only)).toContain(word);
    // What was done carries the name of what was planned: that is what happened, and is shared with it.
    if (kind === 'plan') expect((await without.gets<{ familyWeek: { days: { planned: unknown[] }[] } }>(WEEK, { id: steven.id })).familyWeek.days.flatMap(({ planned }) => planned)).toEqual([]);
    else expect(await all(without)).not.toContain(word);
    for (const who of [mark, only, without]) expect(await all(who)).not.toContain('QXSECRET');
  });

  it('say by when a dispute is answered, and that it has gone to the group when it was not', async () => {
    const id = newId();
    const append = (content: EntryContent) => world.db.write(sian.actor, (tx) => world.app.get(LedgerService).append(tx, id, content));
    await append({ kind: 'made', residentId: steven.id, words: 'A swim', activityId: null, level: 'taking part', dueOn: '2026-11-27', madeBy: 'Siân Pritchard', madeTo: 'Steven', lifeFactId: null, wishId: null, found: 'Dean drives.' });
    const page = async () => (await mark.gets<{ familyPromise: { promise: { dispute: { state: string; answerBy: string; words: string } | null }; history: { sentence: string }[] } }>(PROMISE, { id })).familyPromise;
    expect((await page()).promise.dispute).toBeNull();
    world.clock.set('2026-12-22T09:00:00Z');
    await mark.gets('mutation ($id: Id!) { disputePromise(id: $id, words: "He stayed dry.") { __typename } }', { id });
    expect((await page()).promise.dispute).toEqual({ state: 'waiting', answerBy: '2026-12-31', words: 'The manager is to answer by Thursday 31 December.' });
    world.clock.set('2027-01-01T09:00:00Z');
    expect((await page()).promise.dispute).toMatchObject({ state: 'overdue', words: 'The manager was to answer by Thursday 31 December, and has not. It goes to the group.' });
    await append({ kind: 'escalated', to: 'group', because: { dispute: 2 }, words: 'Disputed and not answered. It has gone to the group.' });
    expect((await page()).promise.dispute?.words).toContain('It has gone to the group.');
    world.clock.set('2027-01-04T09:00:00Z');
    const karen = await home.worker('Karen Whitfield', 'manager');
    await karen.gets('mutation ($id: Id!) { answerDispute(promiseId: $id, words: "You are right.") { __typename } }', { id });
    expect((await page()).promise.dispute).toMatchObject({ state: 'answered', words: 'The manager answered on Monday 4 January, later than Thursday 31 December.' });
    expect((await page()).history.at(-1)?.sentence).toBe('Karen Whitfield answered: “You are right.”');
  });
});
