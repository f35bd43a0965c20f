import { jest } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../apps/api/src/db/ids.ts';
import { AttendanceEntity, SessionReportEntity } from '../../apps/api/src/day/day.entities.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import type { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { KNOWN_AFTER, TOGETHER_LEVELS, countTogether, pairOf } from '../../libs/domain/src/people/introductions.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';
import { activityRow } from '../world/rows.ts';

jest.setTimeout(180_000);

type Reasons = { code: string; message: string }[];
type Support = { words: string; hoist: string | null; bring: string | null; style: string | null; riskOut: string | null; versions: { words: string; changes: string[]; why: string | null; recordedByName: string }[]; staff: { name: string; together: number; isKnown: boolean; words: string }[] };
const SUPPORT = 'query ($id: Id!) { support(residentId: $id) { words hoist bring style riskOut versions { words changes why recordedByName } staff { name together isKnown words } } }';
const EDIT = 'mutation ($input: EditSupportInput!) { answer: editSupport(input: $input) { __typename ... on Refused { reasons { code message } } } }';
const ACQUAINTED = '{ acquaintances { residentId staffId together isKnown } }';
const OUTCOMES = `residentId outcomes { id words endedOn importance comfort isReviewDue reviewDueOn steps { id kind words doneOn doneByName } activities { name because } reviews { result say } }`;
const OF = `query ($id: Id!) { answer: outcomesOf(residentId: $id) { ${OUTCOMES} } }`;
type Outcomes = { outcomes: { id: string; words: string; endedOn: string | null; importance: number | null; isReviewDue: boolean; steps: { id: string; doneByName: string | null }[]; activities: object[]; reviews: object[] }[]; reasons?: Reasons };
const LEVELS = [...TOGETHER_LEVELS, 'declined', 'not offered'] as const;

describe('support, introductions and outcomes', () => {
  let world: World;
  let home: Home;
  let karen: Person;
  let peggy: ResidentEntity;
  let walk: ActivityEntity;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-24T09:00:00Z' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-11-24T09:00:00Z');
    home = await world.home();
    karen = await home.worker('Karen Whitfield', 'manager');
    peggy = await home.resident('Peggy Marsh', { recordedAt: new Date('2026-10-01T09:00:00Z') });
    walk = activityRow(home.id, { name: 'A walk' });
    await home.insert(ActivityEntity, walk);
  });

  const support = async () => (await karen.gets<{ support: Support }>(SUPPORT, { id: peggy.id })).support;
  const edit = async (more: object) => (await karen.gets<{ answer: { __typename: string; reasons?: Reasons } }>(EDIT, { input: { residentId: peggy.id, inStaff: 1, inResidents: 4, outStaff: 1, outResidents: 1, wheelchair: 'never', ...more } })).answer;

  type Sat = { staff: string[]; residents: { id: string; levels: (typeof LEVELS)[number][] }[]; cancelled?: boolean; ran?: boolean | null; startsAt?: string };
  /** A session as it happened: levels of one resident are words that correct each other, the last one counting. */
  async function sat({ staff, residents, cancelled = false, ran = null, startsAt = '2026-11-20T10:00:00Z' }: Sat, at = 0): Promise<string> {
    const sessionId = newId();
    const starts = new Date(Date.parse(startsAt) - at * 7_200_000);
    const [from, to] = [starts, new Date(starts.getTime() + 3_600_000)];
    await home.insert(SessionEntity, { homeId: home.id, id: sessionId, planId: null, activityId: walk.id, startsAt: from, endsAt: to, status: cancelled ? 'cancelled' : 'planned', cancelledWhy: null });
    for (const staffId of staff) await home.insert(BookingEntity, { homeId: home.id, id: newId(), sessionId, startsAt: from, endsAt: to, role: 'staff', residentId: null, staffId, vehicleId: null, roomId: null, driverId: null });
    for (const { id, levels } of residents) {
      let correctsId: string | null = null;
      for (const level of levels) {
        const row: AttendanceEntity = { homeId: home.id, id: newId(), sessionId, residentId: id, level, mood: null, engagement: null, leftEarly: false, note: null, correctsId, recordedBy: karen.actor.accountId, recordedByName: 'Karen', recordedAt: to };
        await home.insert(AttendanceEntity, row);
        correctsId = row.id;
      }
    }
    if (ran !== null) await home.insert(SessionReportEntity, { homeId: home.id, id: newId(), sessionId, ran, reason: ran ? null : 'weather', words: null, answers: null, recordedBy: karen.actor.accountId, recordedByName: 'Karen', recordedAt: to });
    return sessionId;
  }

  it('is kept in versions, with what each changed and why', async () => {
    await edit({ hoist: 'Standing hoist, blue sling', bring: 'The red blanket', style: 'joins through the senses', riskOut: 'Steps off kerbs.', riskDo: 'Take her left arm.', why: 'After the physio’s visit.' });
    await edit({ outStaff: 2, riskOut: 'Steps off kerbs.', riskDo: 'Take her left arm.' });
    const { versions, hoist, bring, style, words } = await support();
    expect({ hoist, bring, style, words }).toEqual({ hoist: 'Standing hoist, blue sling', bring: 'The red blanket', style: 'joins through the senses', words: 'At home 1 staff to 4 people; out 2 staff to 1 person.' });
    expect(versions.map(({ recordedByName, why }) => [recordedByName, why])).toEqual([['Karen Whitfield', null], ['Karen Whitfield', 'After the physio’s visit.'], ['As it came to the home', null]]);
    expect(versions[0]?.changes).toEqual(['Before: At home 1 staff to 4 people; out 1 staff to 1 person.']);
    expect(versions[1]?.changes).toContain('What can go wrong out: Steps off kerbs.; before, nothing.');
  });

  it('is two lines and not a form, and one of four ways of taking part', async () => {
    expect((await edit({ riskOut: 'x'.repeat(241) })).reasons).toEqual([{ code: 'RISK_TOO_LONG', message: expect.stringContaining('What can go wrong is two lines') as string }]);
    expect((await edit({ style: 'childlike' })).reasons?.[0]?.code).toBe('NOT_A_STYLE');
    expect((await support()).versions).toEqual([]);
  });

  it('counts somebody as known after two real sessions together, and an agency as strangers till then', async () => {
    const dean = await home.staff('Dean Harvey');
    const agnes = await home.staff('Agnes Temp', { agency: true });
    const there = { id: peggy.id, levels: ['took part' as const] };
    await sat({ staff: [dean.id, agnes.id], residents: [there] });
    const words = async (name: string) => (await support()).staff.find((each) => each.name === name);
    expect(await words('Dean Harvey')).toMatchObject({ together: 1, isKnown: false, words: 'with Peggy once so far' });
    expect(await words('Agnes Temp')).toMatchObject({ isKnown: false, words: 'from an agency, a stranger to Peggy' });
    // What was cancelled, did not run, is still to come, or was declined is no time together.
    await sat({ staff: [dean.id], residents: [there], cancelled: true }, 1);
    await sat({ staff: [dean.id], residents: [there], ran: false }, 2);
    await sat({ staff: [dean.id], residents: [there], startsAt: '2026-11-26T10:00:00Z' });
    await sat({ staff: [dean.id], residents: [{ id: peggy.id, levels: ['took part', 'declined'] }] }, 3);
    expect(await words('Dean Harvey')).toMatchObject({ together: 1 });
    await sat({ staff: [dean.id], residents: [{ id: peggy.id, levels: ['not offered', 'watched'] }], ran: true }, 4);
    expect(await words('Dean Harvey')).toMatchObject({ together: 2, isKnown: true, words: 'known to Peggy' });
  });

  it('counts as a plain recount does, whatever happened', async () => {
    const residents = [peggy, await home.resident('Bob Ellison'), await home.resident('Ida Frost')];
    const staff = await Promise.all(['Dean Harvey', 'Gwen Lloyd', 'Siân Pritchard'].map((name) => home.staff(name)));
    const some = <T>(from: readonly T[]) => fc.subarray([...from], { minLength: 0 });
    const happened = fc.record({
      staff: some(staff.map(({ id }) => id)), there: some(residents.map(({ id }) => id)), levels: fc.array(fc.constantFrom(...LEVELS), { minLength: 1, maxLength: 3 }), cancelled: fc.boolean(), ran: fc.constantFrom(null, null, true, false), ahead: fc.boolean(),
    });
    let hours = 0;
    await fc.assert(fc.asyncProperty(fc.array(happened, { minLength: 1, maxLength: 5 }), async (sessions) => {
      const before = new Map((await karen.gets<{ acquaintances: { residentId: string; staffId: string; together: number }[] }>(ACQUAINTED)).acquaintances.map((each) => [pairOf(each.residentId, each.staffId), each.together]));
      const ran: { id: string; staff: string[]; residents: string[] }[] = [];
      for (const one of sessions) {
        hours += 1;
        const id = await sat({ staff: one.staff, residents: one.there.map((resident) => ({ id: resident, levels: one.levels })), cancelled: one.cancelled, ran: one.ran, startsAt: one.ahead ? '2030-11-26T10:00:00Z' : '2026-11-20T10:00:00Z' }, hours);
        const last = one.levels.at(-1);
        if (!one.cancelled && one.ran !== false && !one.ahead && TOGETHER_LEVELS.some((level) => level === last)) ran.push({ id, staff: one.staff, residents: one.there });
      }
      const expected = countTogether(ran);
      for (const [pair, count] of before) expected.set(pair, (expected.get(pair) ?? 0) + count);
      const after = (await karen.gets<{ acquaintances: { residentId: string; staffId: string; together: number; isKnown: boolean }[] }>(ACQUAINTED)).acquaintances;
      expect(new Map(after.map((each) => [pairOf(each.residentId, each.staffId), each.together]))).toEqual(expected);
      expect(after.every(({ together, isKnown }) => isKnown === together >= KNOWN_AFTER)).toBe(true);
    }), { numRuns: 12 });
  });

  it('has outcomes in the person’s words, with steps, activities and a look at them with the person’s say', async () => {
    const tell = async (mutation: string, type: string, input: object) => (await karen.gets<{ answer: Outcomes }>(`mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { ... on OutcomesOfPerson { ${OUTCOMES} } ... on Refused { reasons { code message } } } }`, { input })).answer;
    const create = async (more: object) => (await karen.gets<{ answer: { id?: string; reasons?: Reasons } }>('mutation ($input: CreateOutcomeInput!) { answer: createOutcome(input: $input) { ... on Outcome { id } ... on Refused { reasons { code } } } }', { input: { id: newId(), residentId: peggy.id, words: 'I make my own tea', why: 'It was my job.', ...more } })).answer;
    expect((await create({ importance: 11 })).reasons).toEqual([{ code: 'IMPORTANCE_OUT_OF_RANGE' }]);
    const { id = '' } = await create({ importance: 9, reviewOn: '2026-11-30' });
    await create({ words: 'I hold my sister’s hand', comfort: true, importance: 10 });
    expect((await tell('addOutcomeStep', 'AddOutcomeStepInput', { id: newId(), outcomeId: id, kind: 'leap', words: '' })).reasons?.map(({ code }) => code)).toEqual(['NOT_A_STEP', 'STEP_NO_WORDS']);
    const step = { id: newId(), outcomeId: id, kind: 'step', words: 'Fill the kettle', who: 'Niamh' };
    await tell('addOutcomeStep', 'AddOutcomeStepInput', step);
    await tell('addOutcomeStep', 'AddOutcomeStepInput', step);
    await tell('serveOutcome', 'ServeOutcomeInput', { outcomeId: id, activityId: walk.id, because: 'It gets her to the kitchen.' });
    const DONE = `mutation ($id: Id!) { answer: finishOutcomeStep(id: $id) { ... on OutcomesOfPerson { ${OUTCOMES} } ... on Refused { reasons { code } } } }`;
    const done = (await karen.gets<{ answer: Outcomes }>(DONE, { id: step.id })).answer;
    expect(done.outcomes.map(({ words, importance }) => [words, importance])).toEqual([['I hold my sister’s hand', 10], ['I make my own tea', 9]]);
    expect(done.outcomes[1]).toMatchObject({ steps: [{ words: 'Fill the kettle', doneOn: '2026-11-24', doneByName: 'Karen Whitfield' }], activities: [{ name: 'A walk', because: 'It gets her to the kitchen.' }] });
    expect((await tell('reviewOutcome', 'ReviewOutcomeInput', { id: newId(), outcomeId: id, result: 'go on', say: '' })).reasons?.map(({ code }) => code)).toEqual(['NOBODY_ASKED', 'NO_NEXT_REVIEW']);
    await tell('reviewOutcome', 'ReviewOutcomeInput', { id: newId(), outcomeId: id, result: 'go on', say: '“Nearly there.”', nextOn: '2026-12-10' });
    const changed = await tell('reviewOutcome', 'ReviewOutcomeInput', { id: newId(), outcomeId: id, result: 'change', say: '“And the biscuits.”', nextOn: '2026-12-20', newWords: 'I make tea and hand round biscuits' });
    expect(changed.outcomes.map(({ words, endedOn }) => [words, endedOn])).toEqual([['I hold my sister’s hand', null], ['I make tea and hand round biscuits', null], ['I make my own tea', '2026-11-24']]);
    expect(changed.outcomes[2]?.reviews).toMatchObject([{ result: 'change' }, { result: 'go on', say: '“Nearly there.”' }]);
  });

  it('knows the phase of life somebody says they are in, with everything said of it before', async () => {
    type Said = { answer: { phase: string | null; means: string | null; neverTapered: boolean; said: { phase: string; words: string; recordedByName: string }[]; reasons?: Reasons } };
    const PHASE = 'phase means neverTapered said { phase words recordedByName }';
    const say = async (more: object, id = newId()) => (await karen.gets<Said>(`mutation ($input: SayPhaseInput!) { answer: sayPhase(input: $input) { ... on PhaseOfPerson { ${PHASE} } ... on Refused { reasons { code message } } } }`, { input: { id, residentId: peggy.id, ...more } })).answer;
    const ask = async () => (await karen.gets<Said>(`query ($id: Id!) { answer: phaseOf(residentId: $id) { ${PHASE} } }`, { id: peggy.id })).answer;
    expect(await ask()).toEqual({ phase: null, means: null, neverTapered: false, said: [] });
    expect((await say({ phase: 'palliative', words: '' })).reasons?.map(({ code }) => code)).toEqual(['NOT_A_PHASE', 'PHASE_NO_WORDS']);
    const [id, stronger] = [newId(), { phase: 'getting stronger', words: 'I want my stairs back.' }];
    await say(stronger, id);
    world.clock.set('2026-11-24T10:00:00Z');
    const comfort = await say({ phase: 'comfort and connection', words: 'No more stairs. Sit with me.' });
    expect(comfort).toMatchObject({ phase: 'comfort and connection', neverTapered: true, means: 'Peggy wants comfort and company above all. Help is never made less, and nobody is asked to try harder.' });
    expect((await say(stronger, id)).phase).toBe('comfort and connection');
    expect((await ask()).said).toEqual([{ phase: 'comfort and connection', words: 'No more stairs. Sit with me.', recordedByName: 'Karen Whitfield' }, { ...stronger, recordedByName: 'Karen Whitfield' }]);
    expect((await say({ phase: 'comfort and connection', words: 'Still.' })).reasons?.map(({ code }) => code)).toEqual(['SAME_PHASE']);
    const olga = await (await world.home('Oak House')).worker('Olga Oak', 'manager');
    expect((await olga.asks('query ($id: Id!) { phaseOf(residentId: $id) { phase } }', { id: peggy.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('leaves nobody without an outcome unnoticed, nor one that nobody looks at', async () => {
    const LOOK = '{ outcomesToLookAt { name kind words since namedWorker } }';
    const bob = await home.resident('Bob Ellison', { movedIn: '2026-06-01', namedWorkerId: karen.actor.staffId });
    await home.resident('Eve Gone', { status: 'moved out' });
    await karen.gets('mutation ($input: CreateOutcomeInput!) { createOutcome(input: $input) { __typename } }', { input: { id: newId(), residentId: peggy.id, words: 'I make my own tea', why: 'It was my job.' } });
    expect(await karen.gets(LOOK)).toEqual({ outcomesToLookAt: [{ name: 'Bob', kind: 'none', words: 'Bob has had no outcome since Monday 1 June.', since: '2026-06-01', namedWorker: 'Karen Whitfield' }] });
    world.clock.set('2026-12-23T09:00:00Z');
    expect((await karen.gets<{ outcomesToLookAt: { words: string }[] }>(LOOK)).outcomesToLookAt[1]?.words).toBe('“I make my own tea” was to be looked at with Peggy by Tuesday 22 December.');
    expect((await karen.gets<{ answer: Outcomes }>(OF, { id: bob.id })).answer.outcomes).toEqual([]);
  });

  it('is of this home only, and somebody always answers for a person', async () => {
    const olga = await (await world.home('Oak House')).worker('Olga Oak', 'manager');
    expect((await olga.asks(SUPPORT, { id: peggy.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await olga.asks(OF, { id: peggy.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const BASICS = 'mutation ($input: EditBasicsInput!) { editBasics(input: $input) { pronouns languages funding photoConsent } }';
    const input = { residentId: peggy.id, preferredName: 'Peggy', namedWorkerId: karen.actor.staffId, photoConsent: 'yes', pronouns: 'she, her', languages: ['English', 'Welsh'], funding: 'mixed' };
    expect(await karen.gets(BASICS, { input })).toEqual({ editBasics: { pronouns: 'she, her', languages: ['English', 'Welsh'], funding: 'mixed', photoConsent: 'yes' } });
    expect(await world.look('SELECT answer, decided_by FROM media_consent WHERE resident_id = $1', [peggy.id])).toEqual([{ answer: 'yes', decided_by: 'Peggy, as told to Karen Whitfield.' }]);
    expect((await karen.asks(BASICS, { input: { ...input, namedWorkerId: null } })).errors?.[0]?.message).toContain('Somebody always answers for a person by name');
    expect((await karen.asks(BASICS, { input: { ...input, funding: 'a friend' } })).errors?.[0]?.message).toContain('Choose who pays');
  });
});
