/** Nobody written off: who is without an outcome, what nothing serves, the measures with their lists; and progress as the person and their family are shown it. */
import { AttendanceEntity, SessionMediaEntity } from '../../apps/api/src/day/day.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { EpisodeEndEntity, EpisodeEntity, ReviewEntity, TransitionPlanEntity } from '../../apps/api/src/episodes/episodes.entities.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { MediaEntity, MediaPersonEntity } from '../../apps/api/src/media/media.entities.ts';
import { InterestEntity, OutcomeEntity, type ResidentEntity, RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { LifePhaseEntity, OutcomeActivityEntity, OutcomeReviewEntity, OutcomeStepEntity } from '../../apps/api/src/people/support.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { AssistanceEntity, LadderTaskEntity } from '../../apps/api/src/reablement/reablement.entities.ts';
import { SupportPlanEntity, SupportPlanLineEntity } from '../../apps/api/src/reablement/support-plan.entities.ts';
import { GoalScaleEntity, GoalScoreEntity } from '../../apps/api/src/reablement/scales.entities.ts';
import { type Day, addDays } from '../../libs/domain/src/shared/time.ts';
import { activityRow } from '../world/rows.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const NOW = '2026-11-25T09:00:00Z';
const TODAY = '2026-11-25';
const HOME = `{ homeProgress { today livingHere outcomes tooFewToSay without { residentId name namedWorker since days words } idle { outcomeId name words days lastOn could { name because serves } } going { name task going }
  measures { key of met between { low high } } } }`;
const LIST = `query ($key: String!) { measureList(key: $key) { measure { key of met } lines { residentId name met why } } }`;
const OWN = `query ($id: Id!) { ownProgress(residentId: $id) { name isComfort photoId outcomes { words comfort picture next reached { sentence by byName } steps { words isDone } } doing { name words isTheirOwn } enjoyed { day what photoId } } }`;
const FAMILY = `query ($id: Id!) { familyProgress(residentId: $id) { person notShared support outcomes { words reviewOn comfort } doing { name words } } }`;

type HomeAnswer = { homeProgress: { livingHere: number; outcomes: number; tooFewToSay: number; without: { residentId: string; name: string; days: number; words: string }[]; idle: { outcomeId: string; words: string; days: number; could: object[] }[]; going: object[]; measures: { key: string; of: number; met: number }[] } };
type ListAnswer = { measureList: { measure: { of: number; met: number }; lines: { name: string; met: boolean; why: string }[] } };

describe('progress', () => {
  let world: World;
  let home: Home;
  let ada: Person;
  beforeAll(async () => {
    world = await openWorld({ now: NOW });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set(NOW);
    home = await world.home();
    ada = await home.worker('Ada Bell', 'carer');
  });

  const at = (day: Day, time = '10:00') => new Date(`${day}T${time}:00Z`);
  const recorded = (day: Day = TODAY) => ({ recordedBy: ada.actor.accountId, recordedByName: 'Ada Bell', recordedAt: at(day, '08:00') });
  async function outcome(resident: ResidentEntity, words: string, more: Partial<OutcomeEntity> = {}): Promise<OutcomeEntity> {
    const row: OutcomeEntity = { homeId: home.id, id: newId(), residentId: resident.id, words, why: 'It is who I am.', measure: null, byDate: null, endedOn: null, recordedBy: ada.actor.accountId, recordedAt: at('2026-10-01'), ...more };
    await home.insert(OutcomeEntity, row);
    return row;
  }
  async function activity(name: string, serves: readonly OutcomeEntity[] = []): Promise<ActivityEntity> {
    const row = activityRow(home.id, { name });
    await home.insert(ActivityEntity, row);
    for (const { id } of serves) await home.insert(OutcomeActivityEntity, { homeId: home.id, id: newId(), outcomeId: id, activityId: row.id, because: 'It is on the way.', recordedBy: ada.actor.accountId, recordedAt: at(TODAY, '08:00') });
    return row;
  }
  async function session(what: ActivityEntity, resident: ResidentEntity, day: Day, level?: AttendanceEntity['level'], mood: AttendanceEntity['mood'] = 'happy'): Promise<SessionEntity> {
    const row: SessionEntity = { homeId: home.id, id: newId(), planId: null, activityId: what.id, startsAt: at(day, '14:00'), endsAt: at(day, '15:00'), status: 'planned', cancelledWhy: null };
    await home.insert(SessionEntity, row);
    await home.insert(BookingEntity, { homeId: home.id, id: newId(), sessionId: row.id, startsAt: row.startsAt, endsAt: row.endsAt, role: 'resident', residentId: resident.id, staffId: null, vehicleId: null, roomId: null, driverId: null });
    if (level) await home.insert(AttendanceEntity, { homeId: home.id, id: newId(), sessionId: row.id, residentId: resident.id, level, mood, engagement: null, leftEarly: false, note: null, correctsId: null, ...recorded(day) });
    return row;
  }
  async function task(resident: ResidentEntity, name: string, outcomeId: string | null, taps: readonly (readonly [Day, number])[]): Promise<string> {
    const id = newId();
    await home.insert(LadderTaskEntity, { homeId: home.id, id, residentId: resident.id, outcomeId, name, startedOn: taps[0]?.[0] ?? TODAY, startRung: 2, hopedOn: '2027-01-01', hopedRung: 6, endedOn: null });
    for (const [day, rung] of taps) await home.insert(AssistanceEntity, { homeId: home.id, id: newId(), residentId: resident.id, taskId: id, rung, at: at(day), note: 'QXNOTE', ...recorded(day) });
    return id;
  }
  async function levels(of: OutcomeEntity, scores: readonly (readonly [GoalScoreEntity['rater'], number, Day])[]): Promise<void> {
    const scale = newId();
    await home.insert(GoalScaleEntity, { homeId: home.id, id: scale, residentId: of.residentId, outcomeId: of.id, muchLess: 'I stay in bed.', less: 'I sit up.', expected: 'I walk to the door.', better: 'I walk to the gate.', muchBetter: 'I walk to the shop.', baseline: -1, importanceWeight: 3, difficulty: 2, byDay: null, writtenWith: null, ...recorded('2026-10-02') });
    for (const [rater, attained, on] of scores) await home.insert(GoalScoreEntity, { homeId: home.id, id: newId(), residentId: of.residentId, outcomeId: of.id, scaleId: scale, scoredOn: on, attained, rater, raterName: rater === 'person' ? 'Bob' : 'Ada Bell', words: null, supporterId: null, correctsId: null, ...recorded(on) });
  }
  const progress = async () => (await ada.gets<HomeAnswer>(HOME)).homeProgress;
  const behind = async (key: string) => (await ada.gets<ListAnswer>(LIST, { key })).measureList;

  it('lists everybody who lives here without an outcome, whoever waits longest first, and nobody else', async () => {
    const dean = await home.staff('Dean Hughes');
    const bob = await home.resident('Bob Ellison', { movedIn: '2026-11-01', namedWorkerId: dean.id });
    const ivy = await home.resident('Ivy Cole', { movedIn: '2025-01-01', status: 'in hospital' });
    const rose = await home.resident('Rose Hart');
    await home.resident('Len Gone', { status: 'moved out' });
    await outcome(rose, 'I am comfortable and there are flowers.', { comfort: true });
    await outcome(ivy, 'I garden.', { endedOn: '2026-11-20' });
    const elsewhere = await (await world.home('Oak House')).resident('Olga Oak');
    expect((await progress()).without).toMatchObject([
      { residentId: bob.id, namedWorker: 'Dean Hughes', since: '2026-11-01', days: 24, words: 'For 24 days: since moving in on Sunday 1 November.' },
      { residentId: ivy.id, namedWorker: null, since: '2026-11-20', days: 5, words: 'For 5 days: the last one ended on Friday 20 November.' },
    ]);
    expect(await progress()).toMatchObject({ livingHere: 3, outcomes: 1 });
    expect(JSON.stringify(await progress())).not.toContain(elsewhere.id);
  });

  it('finds outcomes that no session, routine, step or daily task serves for two weeks, with what could be planned', async () => {
    const bob = await home.resident('Bob Ellison');
    const [walk, tea, sing, talk, wait] = [await outcome(bob, 'I walk.'), await outcome(bob, 'I make tea.'), await outcome(bob, 'I sing.'), await outcome(bob, 'I talk.'), await outcome(bob, 'I wait.')];
    const stroll = await activity('A stroll', [walk]);
    const choir = await activity('Choir', [sing]);
    const chess = await activity('Chess');
    await home.insert(InterestEntity, { homeId: home.id, id: newId(), residentId: bob.id, activityId: chess.id, value: 80, because: 'He was county champion.', lifeFactId: null });
    await session(stroll, bob, '2026-11-10', 'took part');
    await task(bob, 'Tea', tea.id, [['2026-11-20', 3]]);
    const words = async () => (await progress()).idle.map(({ words: each }) => each);
    expect((await progress()).idle).toMatchObject([
      { words: 'I sing.', days: 55, lastOn: null, could: [{ name: 'Choir', because: 'It is on the way.', serves: true }] }, { words: 'I talk.', could: [{ name: 'Chess', because: 'He was county champion.', serves: false }] },
      { words: 'I wait.' }, { words: 'I walk.', days: 15, lastOn: '2026-11-10' },
    ].toSorted((a, b) => (b.days ?? 55) - (a.days ?? 55)));
    await session(stroll, bob, '2026-12-08');
    expect(await words()).not.toContain('I walk.');
    await home.insert(RoutineEntity, { homeId: home.id, id: newId(), residentId: bob.id, what: 'Choir', activityId: choir.id, lifeFactId: null, days: [3], repeats: 'every week', fromTime: '10:00', toTime: '11:00', why: '', whenMissed: '', help: '', needs: 'session', protected: false, weight: 3, since: '2026-01-07', endedOn: null, recordedBy: ada.actor.accountId, recordedAt: at(TODAY, '08:00') });
    expect(await words()).not.toContain('I sing.');
    const step = (of: OutcomeEntity, byDate: Day): OutcomeStepEntity => ({ homeId: home.id, id: newId(), residentId: bob.id, outcomeId: of.id, kind: 'step', words: 'Ring Mary', who: null, byDate, doneOn: null, doneByName: null, recordedBy: ada.actor.accountId, recordedAt: at(TODAY, '08:00') });
    await home.insert(OutcomeStepEntity, [step(talk, '2026-12-01'), step(wait, '2026-12-09')]);
    expect(await words()).toEqual(['I wait.']);
    // The task was done last two weeks ago: nothing keeps it up any more.
    world.clock.set('2026-12-05T09:00:00Z');
    expect(await words()).toContain('I make tea.');
  });

  it('says who needs more help lately and who less, and of whom there is too little to say', async () => {
    const [bob, ivy, len] = [await home.resident('Bob Ellison'), await home.resident('Ivy Cole'), await home.resident('Len Frost')];
    const days = (rung: (n: number) => number) => Array.from({ length: 30 }, (_, n) => [addDays(TODAY, n - 29), rung(n)] as const);
    await task(bob, 'Tea', null, days((n) => (n < 23 ? 2 : 5)));
    await task(ivy, 'Stairs', null, days((n) => (n < 23 ? 6 : 3)));
    await task(len, 'Shirt', null, [[TODAY, 3]]);
    expect(await progress()).toMatchObject({ tooFewToSay: 1, going: [{ name: 'Ivy', task: 'Stairs', going: 'falling' }, { name: 'Bob', task: 'Tea', going: 'rising' }] });
  });

  it('counts how much of the planned support really happened, of each and of the home, with why the rest did not', async () => {
    const [bob, ivy] = [await home.resident('Bob Ellison', { supportInStaff: 1, supportInResidents: 1 }), await home.resident('Ivy Cole', { supportInStaff: 1, supportInResidents: 1 })];
    const choir = await activity('Choir');
    for (let n = 1; n <= 3; n += 1) await session(choir, bob, addDays(TODAY, -n), n === 1 ? 'declined' : 'took part');
    await session(choir, ivy, addDays(TODAY, -4), 'took part');
    await session(choir, ivy, addDays(TODAY, -29), 'declined');
    await session(choir, ivy, TODAY);
    const share = 'residentId name planned happened share words between { low high } reasons { minutes }';
    const { homeProgress } = await ada.gets<{ homeProgress: object }>(`{ homeProgress { shareFrom shareTo share { ${share} } shares { ${share} } } }`);
    expect(homeProgress).toMatchObject({
      shareFrom: '2026-10-28', shareTo: '2026-11-24', share: { residentId: null, planned: 240, happened: 180, share: 0.75, between: null, words: 'Of 4 hours planned, 3 hours happened.', reasons: [{ minutes: 60 }] },
      shares: [{ name: 'Bob', planned: 180, happened: 120, share: 2 / 3, reasons: [{ minutes: 60 }] }, { name: 'Ivy', planned: 60, happened: 60, share: null, words: 'All that was planned happened: 1 hour.', reasons: [] }],
    });
  });

  it('counts each measure as long as its list, and says who is missing and why', async () => {
    const [bob, ivy, len] = [await home.resident('Bob Ellison', { movedIn: '2026-11-22', shortStay: true }), await home.resident('Ivy Cole'), await home.resident('Len Frost')];
    await home.resident('May Home', { status: 'in hospital' });
    const stay = (of: ResidentEntity, more: Partial<EpisodeEntity> = {}): EpisodeEntity => ({
      homeId: home.id, id: newId(), residentId: of.id, kind: 'short stay', referredOn: '2026-11-20', referredBy: 'The hospital', beganOn: '2026-11-22', purpose: 'To walk again.', willProvide: 'Exercises each day.', willNotProvide: 'Nursing at night.',
      discussedWith: 'Bob and Mary', discussedOn: '2026-11-22', personSaid: 'Right.', hopedEndOn: null, firstReviewOn: '2026-12-01', ...recorded('2026-11-22'), ...more,
    });
    const [one, two, three] = [stay(bob), stay(ivy, { referredOn: '2026-10-01', beganOn: '2026-10-10', willNotProvide: ' ' }), stay(len, { referredOn: null, beganOn: '2026-10-12' })];
    await home.insert(EpisodeEntity, [one, two, three]);
    const end = (of: EpisodeEntity, endedOn: Day): EpisodeEndEntity => ({ homeId: home.id, id: newId(), residentId: of.residentId, episodeId: of.id, endedOn, result: 'reached', say: 'Good.', wentTo: 'own home', wentWords: null, noPlanWhy: null, ...recorded(endedOn) });
    await home.insert(EpisodeEndEntity, [end(two, '2026-11-15'), end(three, '2026-11-16')]);
    await home.insert(TransitionPlanEntity, { homeId: home.id, id: newId(), residentId: ivy.id, episodeId: two.id, myself: 'x', help: 'x', equipment: 'x', whoToCall: 'x', appointments: 'x', ifWorse: 'x', say: 'x', ...recorded('2026-11-14') });
    const walk = await outcome(bob, 'I walk to the gate.', { recordedAt: at('2026-11-22') });
    const stroll = await activity('A stroll', [walk]);
    for (let n = 1; n <= 7; n += 1) await session(stroll, ivy, addDays(TODAY, -n), n === 3 ? 'declined' : 'watched');
    await session(stroll, bob, '2026-11-23', 'joined in a little');
    await session(stroll, bob, '2026-11-24', 'not offered');
    await session(stroll, len, '2026-10-20', 'took part');
    await home.insert(OutcomeReviewEntity, { homeId: home.id, id: newId(), residentId: bob.id, outcomeId: walk.id, result: 'go on', say: 'Yes.', words: null, nextOn: null, ...recorded('2026-11-24') });
    await home.insert(ReviewEntity, { homeId: home.id, id: newId(), residentId: ivy.id, episodeId: null, heldOn: '2026-08-01', present: 'Ivy', say: 'Fine.', enjoyed: 'The garden.', supportSay: null, homeSay: null, nextOn: null, ...recorded('2026-08-01') });
    const met: Record<string, [of: number, met: number, missing: string[]]> = {
      'discussed': [3, 2, ['Ivy: Not written down: what it will not do.']],
      'two-days': [3, 1, ['Ivy: Asked for on Thursday 1 October, began on Saturday 10 October: 9 days.', 'Len: Nobody wrote down when it was asked for.']],
      'goals-agreed': [3, 1, ['Ivy: No outcome was written during this stay.', 'Len: No outcome was written during this stay.']],
      'transition': [2, 1, ['Len: Ended on Monday 16 November without a plan.']],
      'reviewed': [4, 1, ['Ivy: Last on Saturday 1 August.', 'Len: Not yet.', 'May: Not yet.']],
      'took-part': [3, 1, ['Ivy: Nothing in four weeks.', 'Len: Nothing in four weeks.']],
      'every-day': [3, 1, ['Bob: Nothing on Tuesday 24 November.', `Len: Nothing on ${['Wednesday 18', 'Thursday 19', 'Friday 20', 'Saturday 21', 'Sunday 22', 'Monday 23', 'Tuesday 24'].map((day) => `${day} November`).join(', ')}.`]],
      'live-goals': [4, 1, ['Ivy: None goes on.', 'Len: None goes on.', 'May: None goes on.']],
      'plan-afterwards': [1, 0, ['Bob: No plan for afterwards yet.']],
    };
    const { measures } = await progress();
    expect(measures.map(({ key, of, met: number }) => [key, of, number])).toEqual(Object.entries(met).map(([key, [of, number]]) => [key, of, number]));
    for (const [key, [of, number, missing]] of Object.entries(met)) {
      const { measure, lines } = await behind(key);
      expect([key, measure.of, measure.met, lines.length, lines.filter((line) => line.met).length]).toEqual([key, of, number, of, number]);
      expect([key, ...lines.filter((line) => !line.met).map(({ name, why }) => `${name}: ${why}`)]).toEqual([key, ...missing]);
    }
    expect((await ada.asks(LIST, { key: 'nonsense' })).errors?.[0]?.extensions.code).toBe('INVALID');
  });

  it('is shown to the person in their own sentence first, with the way there, what they do themselves and what they enjoyed', async () => {
    const bob = await home.resident('Bob Ellison', { photoConsent: 'yes' });
    const ivy = await home.resident('Ivy Cole', { photoConsent: 'no' });
    expect(await ada.gets(OWN, { id: bob.id })).toEqual({ ownProgress: { name: 'Bob', isComfort: false, photoId: null, outcomes: [], doing: [], enjoyed: [] } });
    const walk = await outcome(bob, 'I walk to the shop.');
    await levels(walk, [['staff', 1, '2026-11-20'], ['person', -1, '2026-11-01'], ['person', 0, '2026-11-10']]);
    const step = (words: string, doneOn: Day | null): OutcomeStepEntity => ({ homeId: home.id, id: newId(), residentId: bob.id, outcomeId: walk.id, kind: 'step', words, who: null, byDate: null, doneOn, doneByName: null, recordedBy: ada.actor.accountId, recordedAt: at(TODAY, '08:00') });
    await home.insert(OutcomeStepEntity, [step('Shoes that fit', '2026-11-05')]);
    const read = async () => (await ada.gets<{ ownProgress: { outcomes: object[]; enjoyed: { photoId: string | null }[] } }>(OWN, { id: bob.id })).ownProgress;
    expect((await read()).outcomes).toMatchObject([{ words: 'I walk to the shop.', reached: { sentence: 'I walk to the door.', by: 'person' }, next: 'I walk to the gate.', steps: [{ words: 'Shoes that fit', isDone: true }] }]);
    await home.insert(OutcomeStepEntity, [step('To the bench with Dean', null)]);
    expect((await read()).outcomes).toMatchObject([{ next: 'To the bench with Dean', steps: [{ isDone: true }, { words: 'To the bench with Dean', isDone: false }] }]);
    await task(bob, 'Making tea', walk.id, [['2026-11-20', 2], ['2026-11-21', 6], ['2026-11-22', 6]]);
    await task(bob, 'Shirt', null, [['2026-11-20', 2]]);
    const choir = await activity('Choir');
    const sung = await session(choir, bob, '2026-11-20', 'took part');
    await session(await activity('Bingo'), bob, '2026-11-21', 'took part', 'flat');
    const photo = newId();
    await home.insert(MediaEntity, { homeId: home.id, id: photo, residentId: bob.id, kind: 'photo', mime: 'image/jpeg', bytes: 10, sha256: 'x', thumbSha256: null, sentSha256: 'x', width: 10, height: 10, seconds: null, fileName: 'choir.jpg', recordedBy: ada.actor.accountId, recordedAt: at(TODAY, '08:00'), erasedAt: null, erasedBy: null, erasedWhy: null });
    await home.insert(SessionMediaEntity, { homeId: home.id, id: newId(), sessionId: sung.id, mediaId: photo, words: null, ...recorded() });
    await home.insert(MediaPersonEntity, { homeId: home.id, id: newId(), mediaId: photo, residentId: bob.id });
    expect(await read()).toMatchObject({ doing: [{ name: 'Making tea', words: 'On my own', isTheirOwn: true }, { name: 'Shirt', words: 'With one person', isTheirOwn: false }], enjoyed: [{ day: '2026-11-20', what: 'Choir', photoId: photo }] });
    // Somebody else in the picture does not agree: it is not shown.
    await home.insert(MediaPersonEntity, { homeId: home.id, id: newId(), mediaId: photo, residentId: ivy.id });
    expect((await read()).enjoyed).toMatchObject([{ what: 'Choir', photoId: null }]);
    expect((await ada.asks(OWN, { id: newId() })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('has no way up for somebody who wants comfort and company', async () => {
    const rose = await home.resident('Rose Hart');
    const calm = await outcome(rose, 'There are flowers, and I am not alone.', { comfort: true });
    await levels(calm, [['person', 0, '2026-11-10']]);
    expect(await ada.gets(OWN, { id: rose.id })).toMatchObject({ ownProgress: { isComfort: true, outcomes: [{ comfort: true, next: null, steps: [], reached: { sentence: 'I walk to the door.' } }] } });
    await outcome(rose, 'I read.');
    expect(await ada.gets(OWN, { id: rose.id })).toMatchObject({ ownProgress: { isComfort: false } });
    await home.insert(LifePhaseEntity, { homeId: home.id, id: newId(), residentId: rose.id, phase: 'comfort and connection', words: 'No more trying.', ...recorded() });
    expect(await ada.gets(OWN, { id: rose.id })).toMatchObject({ ownProgress: { isComfort: true } });
  });

  it('is shared with family by consent, in sentences alone, and is gone at once when consent is', async () => {
    const bob = await home.resident('Bob Ellison');
    const walk = await outcome(bob, 'I walk to the shop.', { reviewOn: '2026-12-03' });
    await levels(walk, [['person', 0, '2026-11-10'], ['staff', 1, '2026-11-12']]);
    await task(bob, 'Making tea', walk.id, [['2026-10-20', 2], ['2026-11-10', 5], ['2026-11-21', 5]]);
    const plan = newId();
    await home.insert(SupportPlanEntity, { homeId: home.id, id: plan, residentId: bob.id, startsOn: '2026-11-23', endsOn: '2026-12-20', shape: 'straight', stepWeeks: 1, startMinutes: 300, goalMinutes: 60, hourlyPence: 2345, why: 'x', say: 'x', outcomeId: null, followsId: null, ...recorded() });
    await home.insert(SupportPlanLineEntity, { homeId: home.id, id: newId(), planId: plan, place: 0, kind: 'one to one', what: 'washing', minutes: 300, staff: 1, residents: 1 });
    const [mary, ann, paul] = [await home.supporter('Mary Ellison', bob, 'wife', ['progress']), await home.supporter('Ann Ellison', bob, 'sister', ['promises']), await home.supporter('Paul Other', await home.resident('Ivy Cole'), 'son')];
    const answer = await mary.gets(FAMILY, { id: bob.id });
    expect(answer).toEqual({ familyProgress: {
      person: 'Bob', notShared: null, support: ['One person helps with: washing.', 'As Bob does more alone, this help becomes less, and stops becoming less when it is not good.'], doing: [{ name: 'Making tea', words: 'Bob does this with someone nearby. In the first weeks it was with one person.' }],
      outcomes: [{ words: 'I walk to the shop.', reviewOn: '2026-12-03', comfort: false }],
    } });
    expect(JSON.stringify(answer)).not.toMatch(/QXNOTE|2345|300/);
    const nothing = { familyProgress: { person: 'Bob', notShared: 'Bob has not shared progress with you.', outcomes: null, doing: [], support: [] } };
    expect(await ann.gets(FAMILY, { id: bob.id })).toEqual(nothing);
    expect((await paul.asks(FAMILY, { id: bob.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    for (const query of [HOME, `{ measureList(key: "took-part") { lines { name } } }`, `{ ownProgress(residentId: "${bob.id}") { name } }`]) expect((await mary.asks(query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ada.asks(FAMILY, { id: bob.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    // Behind the API as well: no row of it is left for her, while she still sees another kind.
    const rows = async (who: Person) => world.db.read(who.actor, async (tx) => (await tx.em.query<{ n: string }[]>('SELECT (SELECT count(*) FROM outcome) + (SELECT count(*) FROM ladder_task) + (SELECT count(*) FROM assistance) + (SELECT count(*) FROM goal_scale) + (SELECT count(*) FROM goal_score) AS n'))[0]?.n);
    expect([await rows(mary), await rows(ann), await rows(paul)]).toEqual(['8', '0', '0']);
    await world.asSystem(home.id, (tx) => tx.em.query(`UPDATE sharing_consent SET withdrawn_at = $1, withdrawn_by = 'Bob' WHERE supporter_id = $2`, [world.clock.now(), mary.actor.supporterId]));
    await world.asSystem(home.id, (tx) => tx.em.query(`INSERT INTO sharing_consent (home_id, id, resident_id, supporter_id, kind, given_at, given_by, recorded_by) VALUES ($1, $2, $3, $4, 'promises', $5, 'Bob', $6)`, [home.id, newId(), bob.id, mary.actor.supporterId, world.clock.now(), ada.actor.accountId]));
    expect(await mary.gets(FAMILY, { id: bob.id })).toEqual(nothing);
    expect(await rows(mary)).toBe('0');
  });
});
