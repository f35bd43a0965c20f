import fc from 'fast-check';
import { AttendanceEntity, RoutineDayEntity, SessionReportEntity } from '../../apps/api/src/day/day.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import { InterestEntity, OutcomeEntity, type ResidentEntity, RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { DistressNoteEntity } from '../../apps/api/src/people/routines.entities.ts';
import { LifePhaseEntity, OutcomeActivityEntity, OutcomeReviewEntity, ResidentStatusChangeEntity, SupportVersionEntity } from '../../apps/api/src/people/support.entities.ts';
import { BookingEntity, SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { stateWeek } from '../../apps/api/src/planning/week-records.ts';
import { RoutineSupportEntity } from '../../apps/api/src/reablement/support-plan.entities.ts';
import { TaperClock } from '../../apps/api/src/taper/taper-clock.ts';
import { plannedAndReal } from '../../apps/api/src/taper/taper.reads.ts';
import { addDays, instantAt } from '../../libs/domain/src/shared/time.ts';
import { ATTENDANCE_LEVELS } from '../../libs/domain/src/promises/happened.ts';
import { activityRow } from '../world/rows.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const REFUSED = '... on Refused { reasons { code message } }';
const WEEK = 'monday state planned actual gap plannedPence actualPence boxPence savedPence freed unknown parts { kind minutes staffMinutes } reasons { reason minutes }';
const PAGE = `residentId name state words neverTapered notices savedPence savedWeeks plan { id startMinutes goalMinutes weeks shape lines { kind what minutes staff residents } } stop { why words onDay } weeks { ${WEEK} }
  events { kind words say byName } wishMinutes { balance lines { kind week minutes what say } ideas { activityId name because } } routines { routineId isSaid minutes } falls { id hurt place } outcomes { id words }`;
const PLAN = `query ($id: Id!) { plan: supportPlan(residentId: $id) { ${PAGE} } }`;
const said = (name: string, type: string) => `mutation ($input: ${type}!) { said: ${name}(input: $input) { __typename ... on SupportPlanOfPerson { ${PAGE} } ${REFUSED} } }`;
const MAKE = said('makeSupportPlan', 'MakeSupportPlanInput');
const STOP = said('stopSupportPlan', 'StopSupportPlanInput');
const ANSWER = said('answerSupportPlan', 'AnswerSupportPlanInput');
const SPEND = said('spendWishMinutes', 'SpendWishMinutesInput');
const FALL = `mutation ($input: NoteFallInput!) { said: noteFall(input: $input) { __typename ... on Fall { id hurt } ${REFUSED} } }`;

type Week = { monday: string; state: string; planned: number; actual: number | null; gap: number; freed: number | null; unknown: string | null; savedPence: number | null; actualPence: number; boxPence: number; parts: { kind: string; minutes: number; staffMinutes: number }[]; reasons: { reason: string; minutes: number }[] };
type Page = { state: string; words: string; neverTapered: string | null; notices: string[]; savedPence: number; savedWeeks: number; stop: { why: string; words: string; onDay: string } | null; weeks: Week[]; events: { kind: string; words: string; say: string | null; byName: string }[]; wishMinutes: { balance: number; lines: { kind: string; minutes: number }[]; ideas: { activityId: string; because: string }[] }; reasons: { code: string; message: string }[] };

describe('support plans', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-23T09:00:00Z' });
  });
  beforeEach(() => world.clock.set('2026-11-23T09:00:00Z'));
  afterAll(() => world.close());

  async function arrange() {
    const home = await world.home();
    const [karen, ada, peggy] = [await home.worker('Karen Whitfield', 'manager'), await home.worker('Ada Bell', 'carer'), await home.resident('Peggy Dunne', { supportInStaff: 1, supportInResidents: 1 })];
    const tea = activityRow(home.id, { name: 'Tea-making' });
    await home.insert(ActivityEntity, tea);
    const input = {
      id: newId(), residentId: peggy.id, shape: 'stepped', startsOn: '2026-11-23', weeks: 8, stepWeeks: 2, goalMinutes: 60, hourlyPence: 1500, why: 'Home by the New Year.', say: 'I want my own kettle.',
      lines: [{ kind: 'one to one', what: 'Washing and dressing', minutes: 240 }, { kind: 'shared', what: 'Dinner', minutes: 120, residents: 4 }],
    };
    return { home, karen, ada, peggy, tea, input };
  }
  const tell = async (who: Person, mutation: string, input: object) => (await who.gets<{ said: Page }>(mutation, { input })).said;
  const look = async (who: Person, id: string) => (await who.gets<{ plan: Page }>(PLAN, { id })).plan;
  const codes = ({ reasons }: Page) => reasons.map(({ code }) => code);

  /** A session somebody was booked into, with what was recorded of it. */
  async function had(home: Home, resident: ResidentEntity, activityId: string, from: string, minutes: number, level: string | null, more: Partial<AttendanceEntity> = {}): Promise<string> {
    const [id, startsAt] = [newId(), new Date(from)];
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    await home.insert(SessionEntity, { homeId: home.id, id, planId: null, activityId, startsAt, endsAt, status: 'planned', cancelledWhy: null, firstId: null });
    await home.insert(BookingEntity, { homeId: home.id, id: newId(), sessionId: id, startsAt, endsAt, role: 'resident', residentId: resident.id, staffId: null, vehicleId: null, roomId: null, driverId: null });
    if (level) await home.insert(AttendanceEntity, entry(home, id, resident.id, level, more));
    return id;
  }
  const entry = (home: Home, sessionId: string, residentId: string, level: string, more: Partial<AttendanceEntity> = {}): AttendanceEntity => ({
    homeId: home.id, id: newId(), sessionId, residentId, level: level as AttendanceEntity['level'], mood: null, engagement: null, leftEarly: false, note: null, correctsId: null, recordedBy: newId(), recordedByName: 'Ada Bell', recordedAt: world.clock.now(), ...more,
  });
  const phase = (home: Home, residentId: string, name: LifePhaseEntity['phase']): Promise<void> => home.insert(LifePhaseEntity, { homeId: home.id, id: newId(), residentId, phase: name, words: 'Sit with me.', recordedBy: newId(), recordedByName: 'Ada Bell', recordedAt: world.clock.now() });

  it('are made once, with the person’s say, and drawn week by week with what they cost', async () => {
    const { karen, ada, peggy, input } = await arrange();
    expect((await look(ada, peggy.id)).words).toBe('Nobody has made a support plan with Peggy yet.');
    for (let n = 0; n < 2; n += 1) expect(await tell(karen, MAKE, { ...input })).toMatchObject({ state: 'falling', plan: { startMinutes: 360, weeks: 8, lines: [{ kind: 'one to one', staff: 1, residents: 1 }, { kind: 'shared', staff: 1, residents: 4 }] } });
    const { weeks, words, events } = await look(ada, peggy.id);
    expect(weeks.map(({ planned }) => planned)).toEqual([360, 360, 260, 260, 160, 160, 60, 60]);
    // 240 minutes of one to one and a quarter of 120: four and a half hours of staff at £15.
    expect(weeks[0]).toMatchObject({ state: 'now', boxPence: 6750, plannedPence: 6750, actual: 0, freed: null });
    expect(weeks[7]).toMatchObject({ state: 'to come', actual: null, plannedPence: 1125 });
    expect(words).toBe('360 minutes planned this week, on the way from 360 to 60 by Sunday 17 January.');
    expect(events).toEqual([expect.objectContaining({ kind: 'plan', say: 'I want my own kettle.', byName: 'Karen Whitfield' })]);
    expect(codes(await tell(karen, MAKE, { ...input, id: newId(), startsOn: '2026-11-24', say: ' ' }))).toEqual(['STARTS_MONDAY', 'PLAN_NO_SAY']);
    expect((await ada.asks(MAKE, { input: { ...input, id: newId() } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await world.look('SELECT 1 FROM support_plan WHERE resident_id = $1', [peggy.id])).toHaveLength(1);
  });

  it('count what really was: who took part, which help was needed then, clipped to the week, and why the rest was not', async () => {
    const { home, karen, peggy, tea, input } = await arrange();
    await tell(karen, MAKE, input);
    await home.insert(SupportVersionEntity, { homeId: home.id, id: newId(), residentId: peggy.id, inStaff: 1, inResidents: 4, outStaff: 1, outResidents: 1, wheelchair: 'never', transfers: null, hoist: null, bring: null, communication: null, riskOut: null, riskDo: null, style: null, why: null, recordedBy: newId(), recordedByName: 'Karen', recordedAt: new Date('2026-11-25T00:00:00Z') });
    await home.insert(SupportVersionEntity, { homeId: home.id, id: newId(), residentId: peggy.id, inStaff: 2, inResidents: 1, outStaff: 2, outResidents: 1, wheelchair: 'never', transfers: null, hoist: null, bring: null, communication: null, riskOut: null, riskDo: null, style: null, why: null, recordedBy: newId(), recordedByName: 'Karen', recordedAt: new Date('2026-11-01T00:00:00Z') });
    await had(home, peggy, tea.id, '2026-11-23T10:00:00Z', 40, 'took part');
    await had(home, peggy, tea.id, '2026-11-26T10:00:00Z', 60, 'watched');
    await had(home, peggy, tea.id, '2026-11-27T10:00:00Z', 30, 'declined');
    const late = await had(home, peggy, tea.id, '2026-11-29T23:30:00Z', 90, null);
    const wrong = entry(home, late, peggy.id, 'declined');
    await home.insert(AttendanceEntity, [wrong, entry(home, late, peggy.id, 'took part', { correctsId: wrong.id, recordedAt: new Date(world.clock.now().getTime() + 60_000) })]);
    const fell = await had(home, peggy, tea.id, '2026-11-28T10:00:00Z', 50, null);
    await home.insert(SessionReportEntity, { homeId: home.id, id: newId(), sessionId: fell, ran: false, reason: 'not enough staff', words: null, answers: 'Karen', recordedBy: newId(), recordedByName: 'Karen', recordedAt: world.clock.now() });
    world.clock.set('2026-11-30T09:00:00Z');
    const [week, next] = (await look(karen, peggy.id)).weeks;
    expect(week).toMatchObject({
      state: 'over', actual: 130, gap: 230, parts: [{ kind: 'shared', minutes: 90, staffMinutes: 23 }, { kind: 'two to one', minutes: 40, staffMinutes: 80 }], reasons: [{ reason: 'not enough staff', minutes: 50 }, { reason: 'Declined', minutes: 30 }],
      actualPence: 2563, freed: 0, unknown: null,
    });
    expect(next).toMatchObject({ actual: 60 });
    const both = await world.db.read(karen.actor, (tx) => plannedAndReal(tx, [peggy.id], '2026-11-23', '2026-11-29'));
    expect(both.get(peggy.id)).toEqual({ planned: 210, real: 130, reasons: [{ reason: 'not enough staff', minutes: 50 }, { reason: 'Declined', minutes: 30 }] });
  });

  it('over random weeks, equal a sum of the database’s own, minute by minute, across midnight and clock changes', async () => {
    const { home, karen } = await arrange();
    const tea = activityRow(home.id, { name: 'Anything' });
    await home.insert(ActivityEntity, tea);
    world.clock.set('2027-04-20T09:00:00Z');
    const anySession = fc.record({ gap: fc.integer({ min: 1, max: 900 }), long: fc.integer({ min: 5, max: 300 }), level: fc.constantFrom(...ATTENDANCE_LEVELS, null), corrected: fc.boolean() });
    const anyRoutine = fc.record({ from: fc.integer({ min: 0, max: 7 }), hours: fc.integer({ min: 3, max: 5 }), minutes: fc.constantFrom(null, 20, 45), states: fc.array(fc.constantFrom('honoured' as const, 'missed' as const, null), { minLength: 7, maxLength: 7 }) });
    let sum = 0;
    for (const monday of ['2026-10-19', '2026-10-26', '2027-03-22', '2026-12-28']) {
      await fc.assert(fc.asyncProperty(fc.array(anySession, { minLength: 8, maxLength: 14 }), fc.array(anyRoutine, { maxLength: 2 }), async (sessions, routines) => {
        const one = await home.resident('Somebody Else', { supportInStaff: 1, supportInResidents: 1 });
        let at = instantAt('Europe/London', monday, 0).getTime() - 200 * 60_000;
        for (const { gap, long, level, corrected } of sessions) {
          at += gap * 60_000;
          const id = await had(home, one, tea.id, new Date(at).toISOString(), long, null);
          const first = level && entry(home, id, one.id, level);
          if (first) await home.insert(AttendanceEntity, corrected ? [first, entry(home, id, one.id, 'declined', { correctsId: first.id })] : first);
          at += long * 60_000;
        }
        for (const { from, hours, minutes, states } of routines) {
          const routine: RoutineEntity = { homeId: home.id, id: newId(), residentId: one.id, what: 'Help', activityId: null, lifeFactId: null, days: [1, 2, 3, 4, 5, 6, 7], fromTime: `0${from}:30`, toTime: `${String(from + hours).padStart(2, '0')}:30`, why: 'x', whenMissed: '', help: '', needs: 'respect', protected: false, weight: 1, since: '2026-01-01', endedOn: null, recordedBy: newId(), recordedAt: world.clock.now() };
          await home.insert(RoutineEntity, routine);
          await home.insert(RoutineSupportEntity, { homeId: home.id, id: newId(), residentId: one.id, routineId: routine.id, minutes, staff: 1, since: '2026-01-01', recordedBy: newId(), recordedByName: 'Karen', recordedAt: world.clock.now() });
          const days = states.flatMap((state, n) => (state ? [{ homeId: home.id, id: newId(), routineId: routine.id, residentId: one.id, day: addDays(monday, n), state, reason: null, correctsId: null, recordedBy: newId(), recordedByName: 'Ada', recordedAt: world.clock.now() }] : []));
          if (days.length > 0) await home.insert(RoutineDayEntity, days);
        }
        const mine = await weekOf(karen, one.id, monday);
        const theirs = await ownSum(one.id, monday);
        expect(mine).toBe(theirs);
        sum += theirs;
      }), { numRuns: 6 });
    }
    // Twenty-four weeks have about twice that; by chance sixteen had now and then a little less.
    expect(sum).toBeGreaterThan(5000);
  });

  /** What the API says of a week, under a plan held from that Monday on. */
  async function weekOf(karen: Person, residentId: string, monday: string): Promise<number> {
    const now = world.clock.now();
    world.clock.set(instantAt('Europe/London', monday, 60));
    await tell(karen, MAKE, { id: newId(), residentId, shape: 'held', startsOn: monday, weeks: 2, goalMinutes: 60, hourlyPence: 0, why: 'x', say: 'x', lines: [{ kind: 'one to one', what: 'x', minutes: 60 }] });
    world.clock.set(now);
    return (await look(karen, residentId)).weeks.find((week) => week.monday === monday)?.actual ?? -1;
  }

  /** Written apart from the rule, in the database's own time: every minute of the week is asked whether support was there. */
  async function ownSum(residentId: string, monday: string): Promise<number> {
    // A time that comes twice is meant when it first comes; left to itself, the database means the second.
    const instant = (day: string, time: string) => `(SELECT CASE WHEN (at - interval '1 hour') AT TIME ZONE 'Europe/London' = wall THEN at - interval '1 hour' ELSE at END FROM (SELECT ${day} + ${time}::time AS wall, (${day} + ${time}::time) AT TIME ZONE 'Europe/London' AS at) one)`;
    const [row] = await world.look<{ minutes: string }>(
      `WITH minute AS (SELECT m FROM generate_series($2::timestamp AT TIME ZONE 'Europe/London', (($2::timestamp + interval '7 days') AT TIME ZONE 'Europe/London') - interval '1 minute', interval '1 minute') m),
            supported AS (SELECT s.starts_at, s.ends_at FROM attendance a JOIN session s ON s.id = a.session_id WHERE a.resident_id = $1 AND a.level IN ('took part', 'joined in a little', 'watched') AND a.id NOT IN (SELECT corrects_id FROM attendance WHERE corrects_id IS NOT NULL)
              UNION ALL SELECT ${instant('d.day', 'r.from_time')}, ${instant('d.day', 'r.to_time')} FROM routine_day d JOIN routine r ON r.id = d.routine_id JOIN routine_support h ON h.routine_id = r.id
                WHERE d.resident_id = $1 AND d.state = 'honoured' AND h.minutes IS NULL)
       SELECT (SELECT count(*) FROM minute WHERE EXISTS (SELECT 1 FROM supported WHERE starts_at <= m AND m < ends_at))
            + (SELECT coalesce(sum(h.minutes), 0) FROM routine_day d JOIN routine_support h ON h.routine_id = d.routine_id WHERE d.resident_id = $1 AND d.state = 'honoured' AND h.minutes IS NOT NULL) AS minutes`, [residentId, monday]);
    return Number(row?.minutes);
  }

  it('set minutes free only where enough is known, once for each week, and the person chooses', async () => {
    const { home, karen, ada, peggy, tea, input } = await arrange();
    await home.insert(InterestEntity, { homeId: home.id, id: newId(), residentId: peggy.id, activityId: tea.id, value: 70, because: 'She misses her kitchen.', lifeFactId: null });
    await tell(karen, MAKE, input);
    // Weeks 3 and 4 plan 260 of 360. Week 3 is known, of week 4 nothing was recorded, week 5 (160) took 300.
    await had(home, peggy, tea.id, '2026-12-08T10:00:00Z', 60, 'took part');
    await had(home, peggy, tea.id, '2026-12-15T10:00:00Z', 60, null);
    await had(home, peggy, tea.id, '2026-12-22T10:00:00Z', 300, 'took part');
    world.clock.set('2026-12-28T09:00:00Z');
    const before = await look(ada, peggy.id);
    expect(before.weeks.slice(0, 5).map(({ freed, unknown }) => [freed, unknown])).toEqual([
      [null, 'Nothing was planned that could be recorded, so we do not know.'], [null, 'Nothing was planned that could be recorded, so we do not know.'], [100, null], [null, 'Recorded for 0 of 1, so we do not know.'], [60, null],
    ]);
    expect(before.wishMinutes).toMatchObject({ balance: 160, lines: [], ideas: [{ activityId: tea.id, because: 'She misses her kitchen.' }] });
    await world.app.get(TaperClock).tend();
    await world.app.get(TaperClock).tend();
    expect(await world.look('SELECT to_char(week, \'YYYY-MM-DD\') AS week, minutes FROM wish_minute WHERE resident_id = $1 ORDER BY week', [peggy.id])).toEqual([{ week: '2026-12-07', minutes: 100 }, { week: '2026-12-21', minutes: 60 }]);
    const spend = { id: newId(), residentId: peggy.id, minutes: 90, activityId: tea.id, say: 'A proper baking day.' };
    for (let n = 0; n < 2; n += 1) expect((await tell(ada, SPEND, spend)).wishMinutes).toMatchObject({ balance: 70, lines: [{ kind: 'spent', minutes: -90, what: 'Tea-making', say: 'A proper baking day.' }, {}, {}] });
    expect(codes(await tell(ada, SPEND, { ...spend, id: newId(), minutes: 71 }))).toEqual(['SPEND_TOO_MUCH']);
    expect(codes(await tell(ada, SPEND, { ...spend, id: newId(), minutes: 10, say: ' ' }))).toEqual(['SPEND_NO_SAY']);
    expect((await tell(ada, SPEND, { id: newId(), residentId: peggy.id, minutes: 0, say: 'Another week.', notNow: true })).wishMinutes.balance).toBe(70);
    await Promise.all([1, 2].map(() => ada.asks(SPEND, { input: { ...spend, id: newId(), minutes: 50 } })));
    expect((await look(ada, peggy.id)).wishMinutes.balance).toBe(20);
  });

  it('free nothing in a week somebody was away, and nothing for what the home failed to give', async () => {
    const { home, karen, peggy, tea, input } = await arrange();
    await tell(karen, MAKE, { ...input, shape: 'straight', weeks: 4 });
    await had(home, peggy, tea.id, '2026-12-01T10:00:00Z', 30, 'took part');
    await had(home, peggy, tea.id, '2026-12-02T10:00:00Z', 330, 'not offered');
    await had(home, peggy, tea.id, '2026-12-08T10:00:00Z', 30, 'took part');
    const change = (onDate: string, toStatus: 'in hospital' | 'living here') => ({ homeId: home.id, id: newId(), residentId: peggy.id, fromStatus: 'living here' as const, toStatus, onDate, words: null, familyWords: 'x', consequences: [], recordedBy: newId(), recordedByName: 'Karen', recordedAt: world.clock.now() });
    await home.insert(ResidentStatusChangeEntity, [change('2026-12-09', 'in hospital'), change('2026-12-11', 'living here')]);
    world.clock.set('2026-12-14T09:00:00Z');
    const { weeks } = await look(karen, peggy.id);
    expect(weeks.slice(1, 3).map(({ freed, unknown, savedPence }) => [freed, unknown, savedPence])).toEqual([[0, null, expect.any(Number)], [null, 'Not at home all week, so we do not know.', null]]);
  });

  it('are stopped at once by distress, stay stopped until somebody asked, and go on, hold or go back as the person says', async () => {
    const { home, karen, ada, peggy, tea, input } = await arrange();
    await had(home, peggy, tea.id, '2026-09-21T10:00:00Z', 30, 'took part', { recordedAt: new Date('2026-09-21T11:00:00Z') });
    await tell(karen, MAKE, { ...input, shape: 'straight', weeks: 7 });
    const upset = (day: string): DistressNoteEntity => ({ homeId: home.id, id: newId(), residentId: peggy.id, routineId: null, at: new Date(`${day}T19:00:00Z`), level: 'upset', words: null, correctsId: null, recordedBy: newId(), recordedByName: 'Ada', recordedAt: new Date(`${day}T19:00:00Z`) });
    const notes = ['2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05'].map(upset);
    world.clock.set('2026-12-05T20:00:00Z');
    await home.insert(DistressNoteEntity, notes.slice(0, 2));
    expect((await look(ada, peggy.id)).state).toBe('falling');
    await home.insert(DistressNoteEntity, notes.slice(2));
    const stopped = await look(ada, peggy.id);
    expect(stopped).toMatchObject({ state: 'stopped', stop: { why: 'distress' } });
    expect(stopped.stop?.words).toContain('times distressed');
    expect(stopped.weeks.map(({ planned }) => planned)).toEqual([360, 310, 310, 310, 310, 310, 310]);
    expect(stopped.notices[0]).toContain('go on, hold, or go back?');
    await world.app.get(TaperClock).tend();
    await world.app.get(TaperClock).tend();
    expect(await world.look('SELECT why, recorded_by_name FROM support_plan_stop WHERE resident_id = $1', [peggy.id])).toEqual([{ why: 'distress', recorded_by_name: 'Promenade' }]);
    expect(codes(await tell(karen, MAKE, { ...input, id: newId(), startsOn: '2026-12-07' }))).toEqual(['PLAN_STANDS_ASKED']);
    expect(codes(await tell(karen, ANSWER, { id: newId(), residentId: peggy.id, answer: 'go on', say: '' }))).toEqual(['ANSWER_NO_SAY']);
    expect((await ada.asks(ANSWER, { input: { id: newId(), residentId: peggy.id, answer: 'go on', say: 'x' } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    world.clock.set('2026-12-09T10:00:00Z');
    const went = await tell(karen, ANSWER, { id: newId(), residentId: peggy.id, answer: 'go on', say: 'I was only missing my sister.' });
    expect([went.state, went.weeks.map(({ planned }) => planned)]).toEqual(['falling', [360, 310, 310, 260, 210, 160, 110]]);
    world.clock.set('2026-12-09T10:01:00Z');
    expect(codes(await tell(ada, STOP, { id: newId(), residentId: peggy.id, why: 'the person said so', words: ' ' }))).toEqual(['STOP_NO_WORDS']);
    expect((await tell(ada, STOP, { id: newId(), residentId: peggy.id, why: 'the person said so', words: '“Too fast for me.”' })).state).toBe('stopped');
    world.clock.set('2026-12-09T10:02:00Z');
    const back = await tell(karen, ANSWER, { id: newId(), residentId: peggy.id, answer: 'go back', say: 'As it was.' });
    expect([back.state, back.weeks.at(-1)?.planned, back.events[0]]).toMatchObject(['held', 360, { kind: 'answer', say: 'As it was.', words: 'Back to the support there was at the start.' }]);
    expect((await world.look<{ n: string }>(`SELECT count(*) AS n FROM support_plan_answer WHERE resident_id = $1`, [peggy.id]))[0]?.n).toBe('2');
  });

  it('are stopped by one fall with an injury; a fall is written down once and can be corrected', async () => {
    const { karen, ada, peggy, input } = await arrange();
    await tell(karen, MAKE, input);
    const fall = { id: newId(), residentId: peggy.id, place: 'Her bathroom', hurt: 'hurt', words: 'Grazed her arm.' };
    world.clock.set('2026-11-24T09:00:00Z');
    for (let n = 0; n < 2; n += 1) expect(await ada.gets(FALL, { input: fall })).toEqual({ said: { __typename: 'Fall', id: fall.id, hurt: 'hurt' } });
    expect(await look(ada, peggy.id)).toMatchObject({ state: 'stopped', stop: { why: 'falls' }, falls: [{ place: 'Her bathroom' }] });
    expect(codes((await ada.gets<{ said: Page }>(FALL, { input: { ...fall, place: 'Elsewhere' } })).said)).toEqual(['FALL_SAID_OTHERWISE']);
    expect(codes((await ada.gets<{ said: Page }>(FALL, { input: { ...fall, id: newId(), hurt: 'not a fall after all' } })).said)).toEqual(['FALL_CORRECTS']);
    await ada.gets(FALL, { input: { ...fall, id: newId(), hurt: 'not a fall after all', correctsId: fall.id } });
    // What was written down stays: a person answers it.
    expect(await look(ada, peggy.id)).toMatchObject({ state: 'stopped', falls: [] });
  });

  it('never fall for somebody who wants comfort and connection, and one that falls is held from the day they say so', async () => {
    const { home, karen, ada, peggy, input } = await arrange();
    const joy = await home.resident('Joy Abara');
    await phase(home, joy.id, 'comfort and connection');
    const refused = await tell(karen, MAKE, { ...input, residentId: joy.id });
    expect([codes(refused), refused.reasons[0]?.message]).toEqual([['NEVER_TAPERED'], 'Joy wants comfort and connection now. Help is never made less then. Write a plan that is held.']);
    expect((await tell(karen, MAKE, { ...input, id: newId(), residentId: joy.id, shape: 'held', goalMinutes: 360 })).state).toBe('held');
    expect(await world.look('SELECT 1 FROM support_plan WHERE resident_id = $1', [joy.id])).toHaveLength(1);
    const comfort: OutcomeEntity = { homeId: home.id, id: newId(), residentId: peggy.id, words: 'Hear the band', why: 'x', measure: null, byDate: null, endedOn: null, comfort: true, recordedBy: newId(), recordedAt: world.clock.now() };
    await home.insert(OutcomeEntity, [comfort, Object.assign({}, comfort, { id: newId(), words: 'Climb my stairs', comfort: false })]);
    expect(codes(await tell(karen, MAKE, { ...input, id: newId(), outcomeId: comfort.id }))).toEqual(['COMFORT_OUTCOME']);
    await tell(karen, MAKE, { ...input, shape: 'straight' });
    world.clock.set('2026-12-09T10:00:00Z');
    await phase(home, peggy.id, 'comfort and connection');
    const held = await look(ada, peggy.id);
    expect([held.state, held.stop?.why, held.neverTapered]).toEqual(['stopped', 'comfort and connection', 'Peggy wants comfort and connection now. Help is never made less.']);
    expect(held.weeks.map(({ planned }) => planned)).toEqual([360, 317, 274, 274, 274, 274, 274, 274]);
    expect(codes(await tell(karen, ANSWER, { id: newId(), residentId: peggy.id, answer: 'go on', say: 'Yes' }))).toEqual(['NEVER_GOES_ON']);
    expect((await tell(karen, ANSWER, { id: newId(), residentId: peggy.id, answer: 'hold', say: 'Stay with me.' })).state).toBe('held');
  });

  it('are looked at again when an outcome is reached, and everybody’s stand in one list', async () => {
    const { home, karen, peggy, input } = await arrange();
    const outcome: OutcomeEntity = { homeId: home.id, id: newId(), residentId: peggy.id, words: 'Make my own tea', why: 'x', measure: null, byDate: null, endedOn: null, recordedBy: newId(), recordedAt: world.clock.now() };
    await home.insert(OutcomeEntity, outcome);
    await tell(karen, MAKE, { ...input, outcomeId: outcome.id });
    world.clock.set('2026-11-25T09:00:00Z');
    await home.insert(OutcomeReviewEntity, { homeId: home.id, id: newId(), residentId: peggy.id, outcomeId: outcome.id, result: 'reached', say: 'I did it.', words: null, nextOn: null, recordedBy: newId(), recordedByName: 'Karen', recordedAt: world.clock.now() });
    const { supportPlans } = await karen.gets<{ supportPlans: { name: string; state: string; notices: string[] }[] }>('query { supportPlans { residentId name state words notices wishMinutes savedPence } }');
    expect(supportPlans).toEqual([expect.objectContaining({ name: 'Peggy', state: 'falling', notices: ['“Make my own tea” was reached. Look at the support again together: what is still needed, and what is not?'] })]);
    const mark = await home.supporter('Mark', peggy, 'son');
    for (const query of ['query { supportPlans { name } }', `query { supportPlan(residentId: "${peggy.id}") { name } }`]) expect((await mark.asks(query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('count in what a session is worth: what serves an outcome, and what wish-minutes were chosen for', async () => {
    const { home, karen, ada, peggy, tea, input } = await arrange();
    const worth = async () => (await world.asSystem(home.id, (tx) => stateWeek(tx, { homeId: home.id, zone: 'Europe/London' }, '2026-12-28'))).problem.residents.find(({ id }) => id === peggy.id)?.value[tea.id];
    await home.insert(InterestEntity, { homeId: home.id, id: newId(), residentId: peggy.id, activityId: tea.id, value: 40, because: 'She misses her kitchen.', lifeFactId: null });
    expect(await worth()).toBe(40);
    const outcome: OutcomeEntity = { homeId: home.id, id: newId(), residentId: peggy.id, words: 'Make my own tea', why: 'x', measure: null, byDate: null, endedOn: null, importance: 8, recordedBy: newId(), recordedAt: world.clock.now() };
    await home.insert(OutcomeEntity, outcome);
    await home.insert(OutcomeActivityEntity, { homeId: home.id, id: newId(), outcomeId: outcome.id, activityId: tea.id, because: 'x', recordedBy: newId(), recordedAt: world.clock.now() });
    expect(await worth()).toBe(56);
    await tell(karen, MAKE, input);
    await had(home, peggy, tea.id, '2026-12-08T10:00:00Z', 60, 'took part');
    world.clock.set('2026-12-23T09:00:00Z');
    await tell(ada, SPEND, { id: newId(), residentId: peggy.id, minutes: 60, activityId: tea.id, say: 'Scones.' });
    expect(await worth()).toBe(81);
    await had(home, peggy, tea.id, '2026-12-23T14:00:00Z', 60, 'took part', { recordedAt: new Date('2026-12-23T15:00:00Z') });
    expect(await worth()).toBe(56);
  });
});
