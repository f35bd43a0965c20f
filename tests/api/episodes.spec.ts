/** Episodes from their first conversation to the look back: what is refused and why, what a review answers, and people booked only once. */
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity, ActivityRoomEntity } from '../../apps/api/src/library/library.entities.ts';
import { AwayTimeEntity, InterestEntity, OutcomeEntity, type ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { FloorCoverEntity, ShiftEntity, type StaffEntity } from '../../apps/api/src/staff/staff.entities.ts';
import { RoomEntity } from '../../apps/api/src/venues/venues.entities.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';
import { activityRow } from '../world/rows.ts';

const NOW = '2026-11-24T09:00:00Z';
const REFUSED = '... on Refused { reasons { code message } }';
const STAY = `residentId episode { id purpose hopedEndOn firstReviewOn startWords lengthWords plans { id myself say } } past { id end { endedOn result wentTo noPlanWhy } looks { weeks state say } plans { id } }
  due { kind key since words entries { of id } } lookBacks { episodeId weeks dueOn isDue words } home { words missing isAsked topics { topic now { state owner } before { state } suggestion } }
  meetings { id startsAt staff { name } trouble } sittings { id say present answered results { outcomeWords result say } actions { id what who doneOn } } changes { id kind words }`;
const stayDocument = `query ($id: Id!) { stay: stayOf(residentId: $id) { ${STAY} } }`;
const told = (mutation: string, type: string) => `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { __typename ... on Stay { ${STAY} } ${REFUSED} } }`;
const START = told('startEpisode', 'StartEpisodeInput');
const PLAN = told('writeTransitionPlan', 'WriteTransitionPlanInput');
const END = told('endEpisode', 'EndEpisodeInput');
const LOOK = told('recordLookBack', 'LookBackInput');
const HOME = told('sayHomeGoing', 'SayHomeGoingInput');
const CHANGE = told('recordLifeChange', 'RecordLifeChangeInput');
const HOLD = told('holdReview', 'HoldReviewInput');
const BOOK = told('bookReview', 'BookReviewInput');
const OFF = `mutation ($id: Id!, $why: Words!) { answer: callOffReview(id: $id, why: $why) { __typename ... on Stay { ${STAY} } ${REFUSED} } }`;
const DUE = '{ reviewsDue { name namedWorker reasons { kind } meetingAt } lookBacks { name weeks isDue } }';

type Stay = {
  episode: { id: string; purpose: string; hopedEndOn: string; firstReviewOn: string; startWords: string | null; plans: object[] } | null; past: { id: string; end: object; looks: object[] }[];
  due: { kind: string; key: string; since: string; words: string; entries: object[] }[]; lookBacks: { weeks: number; isDue: boolean; dueOn: string }[]; home: { words: string; missing: string[]; topics: { topic: string; suggestion: string | null; now: object | null; before: object[] }[] };
  meetings: { id: string; trouble: string[]; staff: { name: string }[] }[]; sittings: { id: string; answered: string[]; results: object[]; actions: { id: string; doneOn: string | null }[] }[]; changes: { id: string; kind: string; words: string | null }[];
  reasons?: { code: string; message: string }[];
};

describe('episodes and reviews', () => {
  let world: World;
  let home: Home;
  let karen: Person;
  let dean: Person;
  let ken: ResidentEntity;
  beforeAll(async () => {
    world = await openWorld({ now: NOW });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set(NOW);
    home = await world.home();
    karen = await home.worker('Karen Whitfield', 'manager', { care: false });
    dean = await home.worker('Dean Hughes', 'carer');
    ken = await home.resident('Ken Boyle', { shortStay: true, namedWorkerId: dean.actor.staffId, room: '7' });
  });

  const later = (minutes = 1) => world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000));
  const stay = async (who: Person = dean, id = ken.id) => (await who.gets<{ stay: Stay }>(stayDocument, { id })).stay;
  const tell = async (document: string, input: object, who: Person = dean) => (await who.gets<{ answer: Stay }>(document, { input: { id: newId(), ...input } })).answer;
  const codes = ({ reasons = [] }: Stay) => reasons.map(({ code }) => code);
  const begin = (more: object = {}) => ({
    residentId: ken.id, kind: 'short stay', referredOn: '2026-11-23', referredBy: 'Ward 12', beganOn: '2026-11-24', purpose: 'I want to get up my own stairs again.', willProvide: 'A walk with somebody twice a day.', willNotProvide: 'Nobody sits with him at night.',
    discussedWith: 'Ken and his daughter Ann', personSaid: 'That will do me.', hopedEndOn: '2027-01-05', ...more,
  });
  const plan = (episodeId: string, more: object = {}) => ({ episodeId, myself: 'Everything but the bath.', help: 'Ann, Saturdays, the bath.', equipment: 'Rail on the stairs.', whoToCall: 'Ann, 01234 567', appointments: 'None.', ifWorse: 'Ring the surgery.', say: 'Good.', ...more });
  const outcome = async (words: string, more: Partial<OutcomeEntity> = {}) => {
    const row: OutcomeEntity = { homeId: home.id, id: newId(), residentId: ken.id, words, why: 'He always did.', measure: null, byDate: null, endedOn: null, recordedBy: karen.actor.accountId, recordedAt: new Date('2026-11-10T09:00:00Z'), ...more };
    await home.insert(OutcomeEntity, row);
    return row;
  };

  it('begin with what will and will not be given and what the person said, once, and one at a time', async () => {
    const empty = await tell(START, begin({ purpose: ' ', willProvide: '', willNotProvide: '', discussedWith: '', personSaid: '', hopedEndOn: null, beganOn: '2026-11-25', referredOn: '2026-11-26' }));
    expect(codes(empty)).toEqual(['NO_PURPOSE', 'NO_WILL', 'NO_WILL_NOT', 'NO_WHOM', 'NO_SAY', 'BEGINS_AHEAD', 'REFERRED_AFTER', 'NO_HOPED_END']);
    expect((await stay()).episode).toBeNull();
    const id = newId();
    for (let n = 0; n < 2; n += 1) expect((await tell(START, begin({ id }))).episode).toMatchObject({ purpose: 'I want to get up my own stairs again.', firstReviewOn: '2026-12-08', startWords: 'It began 1 day after it was asked for.' });
    expect(codes(await tell(START, begin()))).toEqual(['ALREADY_OPEN']);
    expect(await world.look('SELECT 1 FROM episode WHERE resident_id = $1', [ken.id])).toHaveLength(1);
    const gone = await home.resident('Joan Reed', { status: 'moved out' });
    expect(codes(await tell(START, begin({ residentId: gone.id })))).toEqual(['NOT_HERE']);
  });

  it('end with a plan for afterwards or why there is none, and are looked back at after 4 and 12 weeks wherever somebody lives then', async () => {
    const episodeId = (await tell(START, begin())).episode?.id ?? '';
    const end = { episodeId, endedOn: '2026-11-24', result: 'reached', say: 'Home at last.', wentTo: 'own home' };
    expect(codes(await tell(END, end))).toEqual(['NO_PLAN_FOR_AFTERWARDS']);
    expect(codes(await tell(PLAN, plan(episodeId, { equipment: ' ', say: '' })))).toEqual(['PLAN_PART_EMPTY', 'PLAN_NO_SAY']);
    expect((await tell(PLAN, plan(episodeId))).episode?.plans).toHaveLength(1);
    expect(codes(await tell(END, { ...end, result: 'cured', wentTo: 'the moon', say: '', endedOn: '2026-11-20' }))).toEqual(['NOT_A_RESULT', 'NOT_A_PLACE', 'END_NO_SAY', 'ENDS_BEFORE']);
    const ended = await tell(END, end);
    expect(ended).toMatchObject({ episode: null, past: [{ end: { result: 'reached', wentTo: 'own home', noPlanWhy: null } }], lookBacks: [{ weeks: 4, dueOn: '2026-12-22', isDue: false }, { weeks: 12, dueOn: '2027-02-16', isDue: false }] });
    await world.asSystem(home.id, (tx) => tx.em.query(`UPDATE resident SET status = 'moved out' WHERE id = $1`, [ken.id]));
    expect(codes(await tell(LOOK, { episodeId, weeks: 4, state: 'looked at', spokeWith: 'Ken', say: 'Fine.' }))).toEqual(['LOOK_EARLY']);
    world.clock.set('2026-12-22T10:00:00Z');
    expect(await karen.gets(DUE)).toMatchObject({ lookBacks: [{ name: 'Ken', weeks: 4, isDue: true }, { weeks: 12, isDue: false }], reviewsDue: [] });
    expect(codes(await tell(LOOK, { episodeId, weeks: 4, state: 'looked at', spokeWith: '', say: '' }))).toEqual(['LOOK_NO_WHOM', 'LOOK_NO_SAY']);
    const tried = await tell(LOOK, { episodeId, weeks: 4, state: 'not reached', spokeWith: 'Ken, no answer' });
    expect(tried.lookBacks[0]).toMatchObject({ weeks: 4, isDue: true, words: 'Four weeks have gone by since Ken’s stay ended: ask how it goes. Due since Tuesday 22 December. Tried once, nobody was reached.' });
    later();
    const looked = await tell(LOOK, { episodeId, weeks: 4, state: 'looked at', spokeWith: 'Ken, by telephone', say: 'Up and down twice a day.', stillDoes: 'The stairs.', lost: 'His allotment.' });
    expect(looked.lookBacks).toMatchObject([{ weeks: 12 }]);
    expect(looked.past[0]?.looks).toMatchObject([{ state: 'not reached' }, { state: 'looked at', say: 'Up and down twice a day.' }]);
    expect(codes(await tell(LOOK, { episodeId, weeks: 4, state: 'looked at', spokeWith: 'Ken', say: 'Again.' }))).toEqual(['LOOKED_ALREADY']);
  });

  it('may end without a plan where it says why, and a death is not looked back at', async () => {
    const episodeId = (await tell(START, begin())).episode?.id ?? '';
    const ended = await tell(END, { episodeId, endedOn: '2026-11-24', result: 'cut short', say: 'He could not say.', wentTo: 'died', noPlanWhy: 'Ken died in the night.' });
    expect(ended).toMatchObject({ past: [{ end: { noPlanWhy: 'Ken died in the night.' } }], lookBacks: [] });
    expect(codes(await tell(END, { episodeId, endedOn: '2026-11-24', result: 'reached', say: 'x', wentTo: 'own home', noPlanWhy: 'x' }))).toEqual(['HAS_ENDED']);
  });

  it('say what going home takes: what is missing has somebody and a day, and a rung only suggests', async () => {
    expect((await stay()).home.words).toBe('Nobody has asked yet what it takes for Ken to go home.');
    expect(codes(await tell(HOME, { residentId: ken.id, topic: 'stairs', state: 'missing', words: 'Two steps so far.' }))).toEqual(['MISSING_NO_OWNER', 'MISSING_NO_DAY']);
    await tell(HOME, { residentId: ken.id, topic: 'stairs', state: 'missing', words: 'Two steps so far.', owner: 'Dean', byDate: '2026-11-30' });
    const asked = await tell(HOME, { residentId: ken.id, topic: 'medicines', state: 'there', words: 'Has a box.' });
    expect(asked.home).toMatchObject({ missing: ['The stairs: Dean, by Monday 30 November.'] });
    expect(asked.home.words).toBe('Ken could go home when this is there: the stairs. Not asked yet: 9 things.');
    const taskId = newId();
    await dean.gets('mutation ($input: CreateLadderTaskInput!) { createLadderTask(input: $input) { __typename } }', { input: { id: taskId, residentId: ken.id, name: 'Going up stairs', startRung: 2, hopedRung: 6, hopedOn: '2026-12-20' } });
    for (let n = 0; n < 3; n += 1) {
      world.clock.set(`2026-11-2${4 + n}T12:00:00Z`);
      await dean.gets('mutation ($input: AssistanceInput!) { recordAssistance(input: $input) { __typename } }', { input: { id: newId(), taskId, rung: 5 } });
    }
    const stairs = (await stay()).home.topics.find(({ topic }) => topic === 'stairs');
    expect(stairs).toMatchObject({ now: { state: 'missing' }, suggestion: '“Going up stairs” went with nobody closer than nearby the last 3 times it was recorded. Is it there now?' });
    const there = await tell(HOME, { residentId: ken.id, topic: 'stairs', state: 'there', words: 'Did all thirteen.' });
    expect(there.home.topics.find(({ topic }) => topic === 'stairs')).toMatchObject({ now: { state: 'there' }, before: [{ state: 'missing' }], suggestion: null });
  });

  it('have a review fall due after a loss, and after another room by itself; one that was not meant is taken back', async () => {
    expect(codes(await tell(CHANGE, { residentId: ken.id, kind: 'other' }))).toEqual(['OTHER_NO_WORDS']);
    const lost = await tell(CHANGE, { residentId: ken.id, kind: 'bereavement', words: 'His brother Alf' });
    expect(lost.due).toMatchObject([{ kind: 'bereavement', since: '2026-11-24', words: 'Ken has lost somebody, Tuesday 24 November: His brother Alf.', entries: [{ of: 'life change', id: lost.changes[0]?.id }] }]);
    await karen.gets('mutation ($input: EditBasicsInput!) { editBasics(input: $input) { id } }', { input: { residentId: ken.id, preferredName: 'Ken', born: '1940-01-01', room: '12', namedWorkerId: dean.actor.staffId, photoConsent: 'not asked' } });
    expect((await stay()).due.map(({ kind, words }) => [kind, words])).toContainEqual(['room move', 'Ken moved to another room, Tuesday 24 November: From room 7 to room 12.']);
    expect(await karen.gets(DUE)).toMatchObject({ reviewsDue: [{ name: 'Ken', namedWorker: 'Dean Hughes', reasons: [{ kind: 'bereavement' }, { kind: 'room move' }], meetingAt: null }] });
    later();
    const back = await dean.gets<{ back: Stay }>(`mutation ($id: Id!) { back: takeLifeChangeBack(id: $id) { ${STAY} } }`, { id: lost.changes[0]?.id });
    expect(back.back.due.map(({ kind }) => kind)).toEqual(['room move']);
    expect(await world.look('SELECT 1 FROM life_change WHERE resident_id = $1', [ken.id])).toHaveLength(3);
  });

  it('are reviewed in one sitting: every outcome with the person’s say, or nothing at all; what was due is answered', async () => {
    const episodeId = (await tell(START, begin())).episode?.id ?? '';
    const [stairs, tea] = [await outcome('I go up my own stairs', { reviewOn: '2026-11-20' }), await outcome('I make my own tea')];
    await tell(CHANGE, { residentId: ken.id, kind: 'fall' });
    later();
    const result = (outcomeId: string, more: object = {}) => ({ id: newId(), outcomeId, result: 'go on', say: 'Getting there.', nextOn: '2026-12-15', ...more });
    const held = { residentId: ken.id, present: 'Ken, Ann, Dean', say: 'I am getting there.', homeSay: 'By New Year.', nextOn: '2026-12-15', results: [result(stairs.id)], actions: [{ what: 'Fit a second rail', who: 'Ann', byDate: '2026-12-01' }] };
    const half = await tell(HOLD, held);
    expect(half.reasons).toEqual([{ code: 'LEFT_OUT', message: '“I make my own tea” has no result yet. Every outcome gets one: reached, go on, change or stop.' }]);
    expect(codes(await tell(HOLD, { ...held, results: [result(stairs.id, { say: '' }), result(tea.id, { result: 'change', newWords: '' })] }))).toEqual(['NOBODY_ASKED', 'CHANGE_NO_WORDS']);
    expect(codes(await tell(HOLD, { ...held, present: '', say: '', homeSay: ' ', nextOn: null, results: [result(stairs.id), result(tea.id)], actions: [{ what: '', who: '', byDate: '2026-11-01' }] }))).toEqual(['NO_PRESENT', 'SITTING_NO_SAY', 'ACTION_NO_WHAT', 'ACTION_NO_WHO', 'ACTION_PAST', 'HOME_NOT_ASKED', 'NO_NEXT']);
    expect(await world.look('SELECT 1 FROM review WHERE resident_id = $1 UNION ALL SELECT 1 FROM outcome_review WHERE resident_id = $1', [ken.id])).toEqual([]);
    const id = newId();
    const whole = { ...held, id, results: [result(stairs.id), result(tea.id, { result: 'reached', say: 'Two sugars.' })] };
    for (let n = 0; n < 2; n += 1) {
      const { sittings, due, episode } = await tell(HOLD, whole);
      expect(sittings).toMatchObject([{ say: 'I am getting there.', answered: ['Ken had a fall, Tuesday 24 November.', '“I go up my own stairs” was to be looked at with Ken by Friday 20 November.'], actions: [{ what: 'Fit a second rail', who: 'Ann', doneOn: null }] }]);
      expect(sittings[0]?.results).toEqual(expect.arrayContaining([{ outcomeWords: 'I make my own tea', result: 'reached', say: 'Two sugars.' }, { outcomeWords: 'I go up my own stairs', result: 'go on', say: 'Getting there.' }]));
      expect(due).toEqual([]);
      expect(episode?.id).toBe(episodeId);
    }
    const { picture } = await dean.gets<{ picture: object }>('query ($id: Id!) { picture: reviewPicture(residentId: $id) { since sinceWords outcomes { words levels { rater sentence } said { day } } tasks { name points { day rung } } support { planned real reasons { reason minutes } } promises { due kept notKept } enjoyed { what times } } }', { id: ken.id });
    expect(picture).toMatchObject({ since: '2026-11-24', sinceWords: 'Since it began, Tuesday 24 November', outcomes: [{ words: 'I go up my own stairs', levels: [] }], tasks: [], support: { planned: 0, real: 0 }, promises: { due: 0, kept: 0, notKept: [] }, enjoyed: [] });
    const [sitting] = (await stay()).sittings;
    expect(await dean.gets(`mutation ($id: Id!) { done: finishReviewAction(id: $id) { sittings { actions { doneOn } } } }`, { id: sitting?.actions[0]?.id })).toEqual({ done: { sittings: [{ actions: [{ doneOn: '2026-11-24' }] }] } });
    world.clock.set('2026-12-16T09:00:00Z');
    expect((await stay()).due.map(({ words }) => words).toSorted()).toEqual(['The last review set the next one for Tuesday 15 December.', '“I go up my own stairs” was to be looked at with Ken by Tuesday 15 December.']);
  });

  /** Two carers from 8 to 6 on a Wednesday, of whom one has to stay on the floor, a choir and a lounge. */
  async function house(least = 1) {
    const staff: StaffEntity[] = [await home.staff('Ada Bell'), await home.staff('Tom Field')];
    await home.insert(ShiftEntity, staff.map(({ id }) => ({ homeId: home.id, id: newId(), staffId: id, startsAt: new Date('2026-11-25T08:00:00Z'), endsAt: new Date('2026-11-25T18:00:00Z'), breakMinutes: 0, source: 'typed' })));
    await home.insert(FloorCoverEntity, { homeId: home.id, id: newId(), days: [1, 2, 3, 4, 5, 6, 7], fromTime: '07:00', toTime: '21:00', least });
    const choir = activityRow(home.id, { name: 'Choir', hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:00' }] });
    const lounge = { homeId: home.id, id: newId(), name: 'Lounge', capacity: 12, fromTime: '08:00', toTime: '20:00' };
    await home.insert(ActivityEntity, choir);
    await home.insert(RoomEntity, lounge);
    await home.insert(InterestEntity, { homeId: home.id, id: newId(), residentId: ken.id, activityId: choir.id, value: 80, because: 'He sings.', lifeFactId: null });
    await home.insert(ActivityRoomEntity, { homeId: home.id, activityId: choir.id, roomId: lounge.id });
    const session = (start: number) => ({ activity: choir.id, start, room: lounge.id, vehicles: [], staff: [staff[0]?.id], residents: [ken.id] });
    return { ada: staff[0]!, tom: staff[1]!, session };
  }
  const WEDNESDAY = '2026-11-25';
  const at = (staffIds: (string | null)[], from = '10:00', more: object = {}) => ({ residentId: ken.id, day: WEDNESDAY, from, minutes: 45, staffIds, place: 'His room', family: 'Ann will come', ...more });

  it('keep a time for a review that planning goes round, and never take anybody twice', async () => {
    const { ada, tom, session } = await house();
    const booked = await tell(BOOK, at([ada.id, karen.actor.staffId]));
    expect(booked.meetings).toMatchObject([{ staff: [{ name: 'Ada Bell' }, { name: 'Karen Whitfield' }], trouble: [] }]);
    // A plan of that week cannot take them at that time, and does not let go of the review.
    const ruth = await home.worker('Ruth Kemp', 'coordinator');
    const draft = async (start: number) => {
      const { plan: made } = await ruth.gets<{ plan: { id: string; version: number } }>('mutation { plan: startDraft(weekStarts: "2026-11-23") { ... on Plan { id version } } }');
      const { plan: changed } = await ruth.gets<{ plan: { id: string; version: number } }>('mutation ($id: Id!, $version: Int!, $change: PlanChangeInput!) { plan: changePlan(id: $id, version: $version, change: $change) { ... on Plan { id version } ... on Refused { reasons { code message } } } }', { ...made, change: { at: null, session: session(start), pinned: true } });
      return changed;
    };
    const publish = async (made: object) => (await ruth.gets<{ plan: { __typename: string; reasons?: { message: string }[] } }>('mutation ($id: Id!, $version: Int!) { plan: publishPlan(id: $id, version: $version) { __typename ... on Refused { reasons { message } } } }', made as Record<string, unknown>)).plan;
    const clash = await draft(2 * 1440 + 600);
    expect(clash).toMatchObject({ reasons: [{ message: expect.stringMatching(/^Ken is not free for Choir on Wed 10:00/) as string }, { message: 'Ada Bell is not on shift for the whole of Choir on Wed 10:00.' }] });
    expect(await publish(await draft(2 * 1440 + 780))).toMatchObject({ __typename: 'Plan' });
    expect((await stay()).meetings).toHaveLength(1);
    // The other way round: a review where the plan has somebody already.
    const busy = await tell(BOOK, at([ada.id], '13:15'));
    expect(busy.reasons?.map(({ message }) => message)).toEqual(['Ken is down for Choir, Wednesday 25 November, 13:00 then. Choose another time.', 'Ada Bell is down for Choir, Wednesday 25 November, 13:00 then. Choose another time or somebody else.']);
    expect((await tell(BOOK, at([ada.id], '10:15'))).reasons?.[1]?.message).toBe('Ada Bell is down for Review meeting, Wednesday 25 November, 10:00 then. Choose another time or somebody else.');
    expect((await tell(BOOK, at([tom.id], '17:30'))).reasons?.map(({ message }) => message)).toContain('Tom Field is not at work then. Choose another time or somebody else.');
    expect(codes(await tell(BOOK, at([], '08:00', { minutes: 50, day: '2026-11-23' })))).toEqual(expect.arrayContaining(['MEETING_PAST', 'NOT_A_LENGTH', 'NOBODY_WITH_THEM']));
    // Two at once: the database takes each of them once.
    const race = await Promise.all([tell(BOOK, at([tom.id], '15:00')), tell(BOOK, at([tom.id], '15:15'), karen)]);
    expect(race.filter(({ reasons }) => reasons === undefined)).toHaveLength(1);
    expect(await world.look(`SELECT 1 FROM booking WHERE home_id = $1 AND staff_id = $2 AND starts_at >= '2026-11-25T14:30:00Z'`, [home.id, tom.id])).toHaveLength(1);
    // Called off, everybody is free again.
    const id = booked.meetings[0]?.id;
    expect(codes((await dean.gets<{ answer: Stay }>(OFF, { id, why: ' ' })).answer)).toEqual(['NO_WHY']);
    expect((await dean.gets<{ answer: Stay }>(OFF, { id, why: 'Ann cannot come.' })).answer.meetings.map((each) => each.id)).not.toContain(id);
    expect((await tell(BOOK, at([ada.id]))).reasons).toBeUndefined();
    expect(codes((await dean.gets<{ answer: Stay }>(OFF, { id, why: 'Again.' })).answer)).toEqual(['MEETING_OVER']);
  });

  it('leave enough people on the floor, and say what has come between since', async () => {
    const { ada, tom } = await house();
    expect((await tell(BOOK, at([ada.id, tom.id]))).reasons).toEqual([{ code: 'FLOOR_SHORT', message: 'Only 0 would be left on the floor, and there have to be 1. Choose another time, or fewer people.' }]);
    expect((await tell(BOOK, at([ada.id]))).meetings[0]?.trouble).toEqual([]);
    await karen.gets('mutation ($input: SayStaffOffInput!) { sayStaffOff(input: $input) { __typename } }', { input: { id: newId(), staffId: ada.id, fromDay: WEDNESDAY, toDay: WEDNESDAY } });
    expect((await stay()).meetings[0]?.trouble).toEqual(['Ada Bell is off on Wednesday 25 November at 10:00 now. Call it off and choose again, with somebody else or at another time.']);
    expect((await tell(BOOK, at([ada.id], '16:00'))).reasons?.[0]?.message).toBe('Ada Bell is not at work then. Choose another time or somebody else.');
    await home.insert(AwayTimeEntity, { homeId: home.id, id: newId(), residentId: ken.id, startsAt: new Date('2026-11-25T16:00:00Z'), endsAt: new Date('2026-11-25T17:00:00Z'), why: 'Dentist', changeId: null, endedAt: null });
    expect(codes(await tell(BOOK, at([tom.id], '16:00')))).toContain('RESIDENT_AWAY');
  });

  it('are let go of when the person goes to hospital, and a review falls due once they are back', async () => {
    const { ada } = await house();
    await tell(BOOK, at([ada.id]));
    const change = async (to: string) => {
      const { meaning } = await karen.gets<{ meaning: { consequences: string[] } }>('query ($id: Id!, $to: String!) { meaning: statusMeaning(residentId: $id, to: $to, on: "2026-11-24") { ... on StatusMeaning { consequences } } }', { id: ken.id, to });
      await karen.gets('mutation ($input: ChangeStatusInput!) { changeStatus(input: $input) { __typename ... on Refused { reasons { message } } } }', { input: { id: newId(), residentId: ken.id, to, on: '2026-11-24', seen: meaning.consequences } });
    };
    await change('in hospital');
    expect((await stay()).meetings).toEqual([]);
    expect(await world.look('SELECT 1 FROM booking WHERE home_id = $1', [home.id])).toEqual([]);
    later();
    await change('living here');
    expect((await stay()).due).toMatchObject([{ kind: 'hospital', words: 'Ken came back from hospital on Tuesday 24 November.', entries: [{ of: 'status change' }] }]);
  });

  it('belong to their home: neither another home nor a supporter reads or writes them, and its own staff do', async () => {
    const episodeId = (await tell(START, begin())).episode?.id ?? '';
    const other = await (await world.home('Oak House')).worker('Olga Stone', 'manager');
    expect((await other.asks(stayDocument, { id: ken.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    for (const [document, input] of [[PLAN, plan(episodeId)], [END, { episodeId, endedOn: '2026-11-24', result: 'reached', say: 'x', wentTo: 'own home' }], [LOOK, { episodeId, weeks: 4, state: 'looked at', spokeWith: 'x', say: 'x' }], [START, begin()], [CHANGE, { residentId: ken.id, kind: 'fall' }]] as const) {
      expect((await other.asks(document, { input: { id: newId(), ...input } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const ann = await home.supporter('Ann Boyle', ken, 'daughter');
    expect((await ann.asks(stayDocument, { id: ken.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ann.asks(HOME, { input: { id: newId(), residentId: ken.id, topic: 'stairs', state: 'there', words: 'x' } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await stay()).episode?.id).toBe(episodeId);
    // What she sees is the booked review in his week, by consent.
    const { ada } = await house();
    await tell(BOOK, at([ada.id]));
    const WEEK = 'query ($id: Id!) { week: familyWeek(residentId: $id) { days { planned { what from staff } } } }';
    expect(await ann.gets(WEEK, { id: ken.id })).toMatchObject({ week: { days: expect.arrayContaining([expect.objectContaining({ planned: [{ what: 'Review meeting', from: '10:00', staff: ['Ada'] }] })]) as object[] } });
    const paul = await home.supporter('Paul Boyle', ken, 'son', ['promises']);
    expect(JSON.stringify(await paul.asks(WEEK, { id: ken.id }))).not.toContain('Review meeting');
  });
});
