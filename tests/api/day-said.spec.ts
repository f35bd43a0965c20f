/** What is recorded beside an attendance, and what the screen of a shift asks of the database. */
import { jest } from '@jest/globals';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import sharp from 'sharp';
import { COOKIE } from '../../apps/api/src/access/cookie.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { MediaConsentEntity } from '../../apps/api/src/people/decisions.entities.ts';
import { OutcomeEntity, type ResidentEntity, RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { OutcomeActivityEntity } from '../../apps/api/src/people/support.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { PromisesService } from '../../apps/api/src/promises/promises.service.ts';
import { LadderTaskEntity } from '../../apps/api/src/reablement/reablement.entities.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const REFUSED = '... on Refused { reasons { code message } }';
const SESSION = `id status recorded notRun { reason } people { residentId name disputed said { id level mood help note recordedByName recordedAt } earlier { id level recordedByName } }`;
const RECORD = `mutation ($sessionId: Id!, $entries: [AttendanceInput!]!, $help: [HelpInput!], $needs: [UnmetNeedInput!]) {
  recorded: recordAttendances(sessionId: $sessionId, entries: $entries, help: $help, needs: $needs) { __typename ... on DaySession { ${SESSION} } ${REFUSED} } }`;
const NOT_RUN = `mutation ($input: NotRunInput!) { recorded: recordSessionNotRun(input: $input) { __typename ... on DaySession { ${SESSION} } ${REFUSED} } }`;
const MOMENT = `mutation ($input: MomentInput!) { recorded: recordMoment(input: $input) { __typename ... on DaySession { ${SESSION} } ${REFUSED} } }`;
const GROUP = `query ($id: Id!) { sessionGroup(sessionId: $id) { name noPhotos noRecordings photoCondition tasks { id name today before } needs { what words recordedByName } } sessionMedia(sessionId: $id) { id people media { id notShown } } }`;
const NEEDS = `query ($residentId: Id, $since: Day) { unmetNeeds(residentId: $residentId, since: $since) { id name what words activityName recordedByName seenTo seenToByName } }`;
const SEE_TO = `mutation ($input: SeeToNeedInput!) { recorded: seeToNeed(input: $input) { __typename ... on SaidNeed { seenTo seenToByName } ${REFUSED} } }`;
const DAYS = `query ($id: Id!) { personDays(residentId: $id) { activityName unplanned said { level note } earlier { level } media { people } } }`;
const ADD = `mutation ($input: SessionMediaInput!) { recorded: addSessionMedia(input: $input) { __typename ... on SessionMedia { id people } ${REFUSED} } }`;
const UNSAID = '{ unsaidSessions { id activityName people } }';
const QUIET = '{ day { quiet { name } } }';

type Recorded = { __typename: string; id: string; status: string; notRun: object | null; people: { said: object[]; earlier: object[] }[]; reasons: { code: string; message: string }[] };
type Group = { sessionGroup: { name: string; noPhotos: string | null; tasks: { id: string; today: number | null; before: number | null }[]; needs: object[] }[]; sessionMedia: { people: string[]; media: { id: string; notShown: string | null } }[] };
const codesIn = ({ reasons }: Recorded) => reasons.map(({ code }) => code);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(() => world.clock.set('2026-11-24T15:00:00Z'));
afterAll(() => world.close());

async function activity(home: Home, name: string, more: Partial<ActivityEntity> = {}): Promise<ActivityEntity> {
  const row: ActivityEntity = {
    homeId: home.id, id: newId(), name, kind: 'social', picture: 'star', setting: 'home', minutes: 60, groupMin: 1, groupMax: 12, baseStaff: 1, skills: {}, driverSupports: false,
    transport: null, venueId: null, costPence: 0, maxPerWeek: 7, hours: [], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '',
    watchFor: [], equipment: [], respect: '', retiredOn: null, ...more,
  };
  await home.insert(ActivityEntity, row);
  return row;
}

async function session(home: Home, of: ActivityEntity, residents: readonly ResidentEntity[], startsAt = '2026-11-24T13:00:00Z'): Promise<SessionEntity> {
  const from = new Date(startsAt);
  const row: SessionEntity = { homeId: home.id, id: newId(), planId: null, activityId: of.id, startsAt: from, endsAt: new Date(from.getTime() + 3_600_000), status: 'planned', cancelledWhy: null };
  await home.insert(SessionEntity, row);
  if (residents.length > 0) await home.insert(BookingEntity, residents.map(({ id }) => ({ homeId: home.id, id: newId(), sessionId: row.id, startsAt: row.startsAt, endsAt: row.endsAt, role: 'resident' as const, residentId: id, staffId: null, vehicleId: null, roomId: null, driverId: null })));
  return row;
}

async function arrange() {
  const home = await world.home();
  const [ada, joe] = [await home.worker('Ada Bell', 'carer'), await home.worker('Joe Hill', 'carer')];
  const [bob, ivy] = [await home.resident('Bob Ellison', { photoConsent: 'yes' }), await home.resident('Ivy Cole', { photoConsent: 'no' })];
  return { home, ada, joe, bob, ivy, choir: await activity(home, 'Choir'), photos: await activity(home, 'Looking at photos') };
}

const entry = (resident: ResidentEntity, level = 'took part', more = {}) => ({ id: newId(), residentId: resident.id, level, ...more });
const need = (resident: ResidentEntity, what: string, words: string | null = null) => ({ id: newId(), residentId: resident.id, what, words });
const record = async (who: Person, { id }: SessionEntity, entries: object[], more: object = {}) => (await who.gets<{ recorded: Recorded }>(RECORD, { sessionId: id, entries, ...more })).recorded;
const group = (who: Person, { id }: { id: string }) => who.gets<Group>(GROUP, { id });

describe('help given', () => {
  it('is one of four words, or a step of the ladder of a task that the activity serves; sent again it is there once', async () => {
    const { home, ada, bob, ivy, choir } = await arrange();
    const outcome = newId();
    const common = { homeId: home.id, recordedBy: ada.actor.accountId, recordedAt: world.clock.now() };
    await home.insert(OutcomeEntity, { homeId: home.id, id: outcome, residentId: bob.id, words: 'To stand and sing', why: '', measure: null, byDate: null, recordedBy: ada.actor.accountId, recordedAt: world.clock.now() } as unknown as OutcomeEntity);
    await home.insert(OutcomeActivityEntity, { ...common, id: newId(), outcomeId: outcome, activityId: choir.id, because: 'He sings there.' });
    const task = (name: string, outcomeId: string | null): LadderTaskEntity => ({ homeId: home.id, id: newId(), residentId: bob.id, outcomeId, name, startedOn: '2026-11-01', startRung: 1, hopedOn: '2027-01-01', hopedRung: 5, endedOn: null });
    const [stand, tea] = [task('Standing up', outcome), task('Making tea', null)];
    await home.insert(LadderTaskEntity, [stand, tea]);
    const at = await session(home, choir, [bob, ivy]);
    expect((await group(ada, at)).sessionGroup).toMatchObject([{ name: 'Bob', tasks: [{ id: stand.id, today: null, before: null }] }, { name: 'Ivy', tasks: [] }]);
    const sent = [[entry(bob), entry(ivy, 'took part', { help: 'with a word' })], { help: [{ id: newId(), taskId: stand.id, rung: 4 }] }] as const;
    for (const minute of ['15:00', '15:01']) {
      world.clock.set(`2026-11-24T${minute}:00Z`);
      expect(await record(ada, at, [...sent[0]], sent[1])).toMatchObject({ __typename: 'DaySession', people: [{ said: [{ help: null }] }, { said: [{ help: 'with a word' }] }] });
    }
    expect((await group(ada, at)).sessionGroup[0]?.tasks).toMatchObject([{ today: 4 }]);
    expect(await world.look('SELECT 1 FROM assistance WHERE home_id = $1', [home.id])).toHaveLength(1);
    // A task that this activity does not serve belongs elsewhere, and then nothing of the list is kept.
    const other = await session(home, choir, [bob], '2026-11-23T13:00:00Z');
    expect((await ada.asks(RECORD, { sessionId: other.id, entries: [entry(bob)], help: [{ id: newId(), taskId: tea.id, rung: 4 }] })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await ada.asks(RECORD, { sessionId: other.id, entries: [entry(bob, 'took part', { help: 'lots' })] })).errors?.[0]?.extensions.code).toBe('INVALID');
    expect(codesIn(await record(ada, other, [entry(bob)], { help: [{ id: newId(), taskId: stand.id, rung: 7 }] }))).toEqual(['NO_RUNG']);
    expect(await world.look('SELECT 1 FROM attendance WHERE session_id = $1', [other.id])).toEqual([]);
  });
});

describe('needs that were not met', () => {
  it('are said with the list, shown to whoever hands over and on the person’s page, and seen to once', async () => {
    const { home, ada, joe, bob, ivy, choir } = await arrange();
    const at = await session(home, choir, [bob, ivy]);
    const sent = [entry(bob, 'declined'), entry(ivy, 'took part', { leftEarly: true })];
    const needs = [need(bob, 'toilet', 'He asked twice.'), need(ivy, 'nothing')];
    for (let n = 0; n < 2; n += 1) expect(await record(ada, at, sent, { needs })).toMatchObject({ __typename: 'DaySession' });
    expect((await group(ada, at)).sessionGroup.map((one) => one.needs)).toMatchObject([[{ what: 'toilet', words: 'He asked twice.', recordedByName: 'Ada Bell' }], [{ what: 'nothing' }]]);
    type Said = { unmetNeeds: { id: string; what: string }[] };
    const forHandover = (await joe.gets<Said>(NEEDS)).unmetNeeds;
    expect(forHandover).toMatchObject([{ name: 'Bob', what: 'toilet', activityName: 'Choir', seenTo: null }]);
    expect((await joe.gets<Said>(NEEDS, { residentId: ivy.id })).unmetNeeds).toEqual([]);
    const input = { id: newId(), needId: forHandover[0]!.id, words: 'Joe went with him at four.' };
    world.clock.set('2026-11-24T16:00:00Z');
    for (let n = 0; n < 2; n += 1) expect((await joe.gets<{ recorded: Recorded }>(SEE_TO, { input })).recorded).toMatchObject({ seenTo: 'Joe went with him at four.', seenToByName: 'Joe Hill' });
    expect(codesIn((await ada.gets<{ recorded: Recorded }>(SEE_TO, { input: { ...input, id: newId() } })).recorded)).toEqual(['SEEN_TO_BEFORE']);
    expect((await joe.gets<Said>(NEEDS, { residentId: bob.id })).unmetNeeds).toMatchObject([{ what: 'toilet', seenToByName: 'Joe Hill' }]);
  });

  it('that make no sense keep nothing of what came with them', async () => {
    const { home, ada, bob, ivy, choir } = await arrange();
    const at = await session(home, choir, [bob]);
    expect(codesIn(await record(ada, at, [entry(bob, 'declined')], { needs: [need(bob, 'other', ' ')] }))).toEqual(['OTHER_NEED_NEEDS_WORDS']);
    expect(codesIn(await record(ada, at, [entry(bob, 'declined')], { needs: [need(bob, 'a yacht')] }))).toEqual(['NO_NEED']);
    expect((await ada.asks(RECORD, { sessionId: at.id, entries: [entry(bob)], needs: [need(ivy, 'rest')] })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await world.look('SELECT 1 FROM attendance WHERE session_id = $1', [at.id])).toEqual([]);
    const mark = await home.supporter('Mark', bob, 'son');
    for (const [query, variables] of [[NEEDS, { residentId: bob.id }], [DAYS, { id: bob.id }], [GROUP, { id: at.id }]] as const) expect((await mark.asks(query, variables)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a moment that nobody planned', () => {
  const moment = (of: ActivityEntity, resident: ResidentEntity, more = {}) => ({ id: newId(), attendanceId: newId(), residentId: resident.id, activityId: of.id, minutes: 20, endedAt: world.clock.now().toISOString(), ...more });
  const say = async (who: Person, input: object) => (await who.gets<{ recorded: Recorded }>(MOMENT, { input })).recorded;

  it('counts like any attendance: nobody is quiet who had one, and it keeps what was promised', async () => {
    const { home, ada, bob, photos } = await arrange();
    const promises = world.app.get(PromisesService);
    const made = await world.db.write(ada.actor, (tx) => promises.make({ ...tx, now: new Date('2026-11-20T09:00:00Z') }, { residentId: bob.id, words: 'The old album', activityId: photos.id, level: 'taking part', dueOn: '2026-11-27', madeTo: 'Bob', lifeFactId: null, wishId: null, found: 'Any evening.' }));
    await world.asSystem(home.id, (tx) => tx.em.update('resident', { id: bob.id }, { recordedAt: new Date('2026-11-01T09:00:00Z') }));
    const ideas = (await ada.gets<{ momentIdeas: { name: string; why: string | null }[] }>('query ($id: Id!) { momentIdeas(residentId: $id) { name why } }', { id: bob.id })).momentIdeas;
    expect(ideas).toEqual([{ name: 'Looking at photos', why: 'promised' }, { name: 'Choir', why: null }]);
    const quiet = async () => (await ada.gets<{ day: { quiet: { name: string }[] } }>(QUIET)).day.quiet.map(({ name }) => name);
    expect(await quiet()).toContain('Bob');
    const input = moment(photos, bob, { mood: 'happy', note: 'His mother’s garden.' });
    for (let n = 0; n < 2; n += 1) expect(await say(ada, input)).toMatchObject({ status: 'unplanned', recorded: true, people: [{ name: 'Bob', said: [{ level: 'took part', mood: 'happy', note: 'His mother’s garden.', recordedByName: 'Ada Bell' }] }] });
    expect(await quiet()).not.toContain('Bob');
    expect(await world.look('SELECT state FROM promise WHERE id = $1', ['reasons' in made ? '' : made.id])).toEqual([{ state: 'kept' }]);
    expect((await ada.gets<{ personDays: object[] }>(DAYS, { id: bob.id })).personDays).toMatchObject([{ activityName: 'Looking at photos', unplanned: true, said: [{ level: 'took part' }] }]);
    expect(await world.look('SELECT 1 FROM session WHERE home_id = $1', [home.id])).toHaveLength(1);
  });

  it('is corrected like any other, with the old still readable; other words under its id, and what cannot be, are refused', async () => {
    const { home, ada, joe, bob, ivy, photos, choir } = await arrange();
    const input = moment(photos, bob);
    await say(ada, input);
    for (const other of [{ minutes: 30 }, { activityId: choir.id }, { level: 'watched' }]) expect(codesIn(await say(ada, { ...input, ...other }))).toEqual(['SAID_OTHERWISE_BEFORE']);
    expect(codesIn(await say(ada, moment(photos, bob, { minutes: 0 })))).toEqual(['HOW_LONG']);
    expect(codesIn(await say(ada, moment(photos, bob, { endedAt: '2026-11-24T16:00:00Z' })))).toEqual(['MOMENT_TO_COME']);
    const at = { id: input.id } as SessionEntity;
    world.clock.set('2026-11-24T15:10:00Z');
    expect(await record(joe, at, [entry(bob, 'watched', { correctsId: input.attendanceId })])).toMatchObject({ people: [{ said: [{ level: 'watched', recordedByName: 'Joe Hill' }], earlier: [{ level: 'took part', recordedByName: 'Ada Bell' }] }] });
    expect(codesIn(await record(joe, at, [entry(ivy)]))).toEqual(['NOT_IN_SESSION']);
    expect(await world.look('SELECT 1 FROM session WHERE home_id = $1', [home.id])).toHaveLength(1);
  });
});

describe('photos of a session', () => {
  const send = async (who: Person, residentId: string): Promise<string> => {
    const id = newId();
    const file = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#8a4' } }).jpeg().toBuffer();
    const answer = await fetch(`${world.url}/media?id=${id}&residentId=${residentId}`, { method: 'POST', headers: { 'x-promenade': '1', 'content-type': 'application/octet-stream', cookie: `${COOKIE}=${who.token}` }, body: new Uint8Array(file) });
    if (answer.status !== 201) throw new Error(await answer.text());
    return id;
  };
  const looks = async (who: Person, id: string) => (await fetch(`${world.url}/media/${id}`, { headers: { cookie: `${COOKIE}=${who.token}` } })).status;

  it('need the yes of everyone who is in them, also later on', async () => {
    const { home, ada, bob, ivy, choir } = await arrange();
    const ken = await home.resident('Ken Ash', { photoConsent: 'yes' });
    const at = await session(home, choir, [bob, ivy, ken]);
    expect((await group(ada, at)).sessionGroup.map(({ noPhotos }) => noPhotos)).toEqual([null, 'Ivy does not want photos. If that has changed, note it on Ivy’s page first.', null]);
    const mediaId = await send(ada, bob.id);
    const add = (residentIds: string[]) => ada.asks<{ recorded: Recorded }>(ADD, { input: { id: newId(), sessionId: at.id, mediaId, residentIds } });
    expect((await add([bob.id, ivy.id])).errors?.[0]?.message).toContain('Ivy does not want photos');
    expect((await add([ken.id])).data?.recorded.reasons).toMatchObject([{ code: 'NOBODY_IN_IT' }]);
    expect((await add([bob.id, (await home.resident('Una Hale', { photoConsent: 'yes' })).id])).data?.recorded.reasons).toMatchObject([{ code: 'NOT_IN_SESSION' }]);
    expect((await group(ada, at)).sessionMedia).toEqual([]);
    expect((await add([bob.id, ken.id])).data?.recorded).toMatchObject({ people: ['Bob', 'Ken'] });
    const [mark, kate, mary] = [await home.supporter('Mark', bob, 'son'), await home.supporter('Kate', ken, 'niece'), await home.supporter('Mary', ivy, 'sister')];
    expect(await Promise.all([ada, mark, kate, mary].map((who) => looks(who, mediaId)))).toEqual([200, 200, 200, 404]);
    // Ken’s condition is for people to keep: the home may look, another person’s family may not.
    await world.asSystem(home.id, (tx) => tx.em.update('resident', { id: ken.id }, { photoConsent: 'conditional' }));
    expect(await Promise.all([ada, mark, kate].map((who) => looks(who, mediaId)))).toEqual([200, 404, 200]);
    await world.asSystem(home.id, (tx) => tx.em.update('resident', { id: ken.id }, { photoConsent: 'no' }));
    expect(await Promise.all([ada, mark, kate].map((who) => looks(who, mediaId)))).toEqual([403, 404, 403]);
    expect((await group(ada, at)).sessionMedia).toMatchObject([{ media: { notShown: 'There is a photo here. It is not shown, because Ken has not agreed to photos.' } }]);
  });

  it('and voice notes are kept only of whoever agreed, and families do not hear what staff say', async () => {
    const { home, ada, bob, choir } = await arrange();
    const at = await session(home, choir, [bob]);
    await home.insert(MediaConsentEntity, { homeId: home.id, id: newId(), residentId: bob.id, kind: 'audio', answer: 'yes', condition: null, decidedBy: 'Bob.', recordedBy: ada.actor.accountId, recordedByName: 'Ada Bell', recordedAt: world.clock.now() });
    const mediaId = newId();
    await home.insert((await import('../../apps/api/src/media/media.entities.ts')).MediaEntity, {
      homeId: home.id, id: mediaId, residentId: bob.id, kind: 'recording', mime: 'audio/ogg', bytes: 1, sha256: 'a'.repeat(64), thumbSha256: null, sentSha256: 'a'.repeat(64), width: null, height: null, seconds: 4, fileName: 'a.ogg', recordedBy: ada.actor.accountId, recordedAt: world.clock.now(), erasedAt: null, erasedBy: null, erasedWhy: null,
    });
    const input = { id: newId(), sessionId: at.id, mediaId, residentIds: [bob.id] };
    for (let n = 0; n < 2; n += 1) expect((await ada.gets<{ recorded: Recorded }>(ADD, { input })).recorded).toMatchObject({ people: ['Bob'] });
    expect(await world.look('SELECT 1 FROM session_media WHERE home_id = $1', [home.id])).toHaveLength(1);
    expect(await looks(await home.supporter('Mark', bob, 'son'), mediaId)).toBe(404);
  });
});

describe('a session of which nobody has said anything', () => {
  it('asks for two weeks, until somebody says how it was or why it was not; whoever was there after all takes the no back', async () => {
    const { home, ada, joe, bob, choir } = await arrange();
    const [old, asked, today] = [await session(home, choir, [bob], '2026-11-09T13:00:00Z'), await session(home, choir, [bob], '2026-11-22T13:00:00Z'), await session(home, choir, [bob])];
    await session(home, choir, [], '2026-11-21T13:00:00Z');
    const unsaid = async () => (await ada.gets<{ unsaidSessions: { id: string }[] }>(UNSAID)).unsaidSessions;
    expect(await unsaid()).toEqual([{ id: asked.id, activityName: 'Choir', people: ['Bob'] }]);
    const why = { id: newId(), sessionId: asked.id, reason: 'not enough staff', answers: 'Helen Marsh' };
    expect((await ada.gets<{ recorded: Recorded }>(NOT_RUN, { input: why })).recorded.notRun).toEqual({ reason: 'not enough staff' });
    expect(await unsaid()).toEqual([]);
    world.clock.set('2026-11-24T15:05:00Z');
    expect((await record(joe, asked, [entry(bob, 'not offered')])).notRun).toEqual({ reason: 'not enough staff' });
    world.clock.set('2026-11-24T15:10:00Z');
    const [before] = await world.look<{ id: string }>('SELECT id FROM attendance WHERE session_id = $1', [asked.id]);
    expect(await record(joe, asked, [entry(bob, 'took part', { correctsId: before?.id })])).toMatchObject({ notRun: null, people: [{ said: [{ level: 'took part' }] }] });
    expect(await world.look('SELECT ran FROM session_report WHERE session_id = $1 ORDER BY recorded_at', [asked.id])).toEqual([{ ran: false }, { ran: true }]);
    expect([old.id, today.id]).not.toContain(asked.id);
  });
});

describe('the screen of a shift', () => {
  it('opens with as many statements in a home of ninety as in a home of five', async () => {
    const SCREEN = `{ day { today sessions { id people { name said { level } } } routines { routineId } quiet { name } } promises(under: "today") { id residentName words dueOn picture unexplained attention plannedFor } ladderTasks { id residentName name today before } unsaidSessions { id people } unmetNeeds { id name } }`;
    /** What the screen asks for beside it, each by itself. */
    const BESIDE = [
      '{ me { name mayDo } }', '{ promisesAtRisk { id residentName words plannedFor mustAct } }', '{ rotaOn(day: "2026-11-24") { shiftId name startsAt isOff } }',
      '{ needsAnswer { count mine weeks { weekStarts sessions { id startsAt mustAct } } } tellings(day: "2026-11-24") { id words } }',
      '{ visits(from: "2026-11-24", to: "2026-11-24") { visitId residentName who meets } }', '{ quietNow { residentId name words plannedToday activityName why } }',
    ];
    const count = async (who: Person): Promise<number[]> => {
      const counted: number[] = [];
      const spy = jest.spyOn(PostgresQueryRunner.prototype, 'query');
      try {
        for (const asked of [SCREEN, ...BESIDE]) {
          await who.gets(asked);
          counted.push(spy.mock.calls.length);
          spy.mockClear();
        }
        return counted;
      } finally {
        spy.mockRestore();
      }
    };
    const opened: number[][] = [];
    for (const size of [5, 90]) {
      const { home, ada, choir } = await arrange();
      const promises = world.app.get(PromisesService);
      const people: ResidentEntity[] = [];
      for (let n = 0; n < size; n += 1) people.push(await home.resident(`Resident ${n}`));
      for (let n = 0; n < size / 5; n += 1) await session(home, choir, people.slice(n * 5, n * 5 + 5));
      await home.insert(RoutineEntity, people.map(({ id }): RoutineEntity => ({
        homeId: home.id, id: newId(), residentId: id, what: 'The news', activityId: null, lifeFactId: null, days: [1, 2, 3, 4, 5, 6, 7], fromTime: '14:00', toTime: '15:30', why: '', whenMissed: '', help: '', needs: 'respect', protected: true, weight: 1,
        since: '2026-01-01', endedOn: null, recordedBy: ada.actor.accountId, recordedAt: world.clock.now(),
      })));
      await world.db.write(ada.actor, async (tx) => {
        for (const { id } of people.slice(0, Math.ceil(size / 5))) await promises.make({ ...tx, now: new Date('2026-11-20T09:00:00Z') }, { residentId: id, words: 'To sing', activityId: choir.id, level: 'taking part', dueOn: '2026-11-24', madeTo: 'them', lifeFactId: null, wishId: null, found: 'Asked.' });
      });
      opened.push(await count(ada));
    }
    const [few = [], many = []] = opened;
    console.log(`The screen of a shift takes ${few.join(' + ')} statements with five residents and ${many.join(' + ')} with ninety.`);
    expect(many).toEqual(few);
    expect(many[0]).toBeLessThanOrEqual(24);
    expect(many.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(120);
  }, 120_000);
});
