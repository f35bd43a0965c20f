/** Routines as they come round, on the day's screen, on paper and in plans; and the distress that follows when they are missed. */
import { newId } from '../../apps/api/src/db/ids.ts';
import type { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { stateWeek } from '../../apps/api/src/planning/week-records.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

type Refusal = { reasons: { code: string; message: string }[] };

const CREATE = 'mutation ($input: CreateRoutineInput!) { createRoutine(input: $input) { ... on Routine { id daysWords since endedOn } ... on Refused { reasons { code message } } } }';
const DIFFERS = 'mutation ($input: RoutineDayDiffersInput!) { routineDayDiffers(input: $input) { ... on Routine { week { day due words } } ... on Refused { reasons { code message } } } }';
const NOTE = 'mutation ($input: NoteDistressInput!) { noteDistress(input: $input) { ... on DistressNote { id level words } ... on Refused { reasons { code message } } } }';
const RECORD = 'mutation ($input: RoutineDayInput!) { recordRoutine(input: $input) { ... on RoutineRecorded { id } ... on Refused { reasons { code } } } }';
const PAGE = `query ($id: Id!) { resident(id: $id) { routines { id what daysWords week { day due state words } picture { sentence verdict missed { of days low high } honoured { of days } notWanted disputed hoursAfter days { day state distressed } } }
  distress { id level words at recordedByName } today { words } } }`;
const DAY = 'query ($on: Day) { day(on: $on) { routines { what distress { level words } said { state } } } }';

type Routine = { id: string; week: { day: string; due: boolean; state: string | null; words: string | null }[]; picture: { sentence: string; verdict: string; missed: { of: number; days: number }; honoured: { of: number; days: number }; notWanted: number; disputed: number } };
type Page = { resident: { routines: Routine[]; distress: { id: string; level: string; words: string | null }[]; today: { words: string }[] } };

describe('routines', () => {
  let world: World;
  let home: Home;
  let ada: Person;
  let bob: ResidentEntity;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-24T09:00:00Z' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-11-24T09:00:00Z');
    home = await world.home();
    ada = await home.worker('Ada Bell', 'carer');
    bob = await home.resident('Robert Ellison', { preferredName: 'Bob' });
  });

  const routine = (more: Record<string, unknown> = {}) => ({
    id: newId(), residentId: bob.id, what: 'A walk before tea', days: [1, 2, 3, 4, 5, 6, 7], from: '16:30', to: '17:15', why: 'He always did', whenMissed: 'He tries the doors', help: 'One person', needs: 'respect', protected: true, ...more,
  });
  const create = async (more: Record<string, unknown> = {}) => {
    const input = routine(more);
    await ada.gets(CREATE, { input });
    return input.id;
  };
  /** As it was there before ways of coming round were: on its days, every week. */
  const standing = async (more: Partial<RoutineEntity> = {}) => {
    const row = {
      homeId: home.id, id: newId(), residentId: bob.id, what: 'A walk before tea', activityId: null, lifeFactId: null, days: [1, 2, 3, 4, 5, 6, 7], fromTime: '16:30', toTime: '17:15', why: 'He always did', whenMissed: '', help: '',
      needs: 'respect' as const, protected: true, weight: 1, since: '2026-01-01', endedOn: null, recordedBy: ada.actor.accountId, recordedAt: world.clock.now(), ...more,
    };
    await home.insert(RoutineEntity, row);
    return row.id;
  };
  const page = async () => (await ada.gets<Page>(PAGE, { id: bob.id })).resident;
  const onDay = async (on: string) => (await ada.gets<{ day: { routines: { what: string; distress: unknown[] }[] } }>(DAY, { on })).day.routines;
  const unavailable = (monday: string) => world.asSystem(home.id, async (tx) => (await stateWeek(tx, { homeId: home.id, zone: 'Europe/London' }, monday)).problem.residents[0]?.unavailable);

  it('come every second week and on the first Friday, on the screen of the day and in the plan alike', async () => {
    await create({ what: 'Allotment', days: [2], repeats: 'every second week', from: '10:00', to: '11:00' });
    await create({ what: 'Mass', days: [5], repeats: 'first in the month', from: '10:00', to: '11:00' });
    expect((await page()).routines).toMatchObject([{ what: 'Allotment', daysWords: 'Tue, every second week' }, { what: 'Mass', daysWords: 'the first Fri of the month' }]);
    const shown = async (day: string) => (await onDay(day)).map(({ what }) => what);
    expect([await shown('2026-11-24'), await shown('2026-12-01'), await shown('2026-12-04'), await shown('2026-12-08'), await shown('2026-12-11')]).toEqual([['Allotment'], [], ['Mass'], ['Allotment'], []]);
    const DAY_MINUTES = 1440;
    expect(await unavailable('2026-11-30')).toEqual([[4 * DAY_MINUTES + 600, 4 * DAY_MINUTES + 660]]);
    expect(await unavailable('2026-12-07')).toEqual([[DAY_MINUTES + 600, DAY_MINUTES + 660]]);
  });

  it('that were there before come round as they did', async () => {
    await standing({ days: [1, 3] });
    expect((await page()).routines).toMatchObject([{ daysWords: 'Mon and Wed' }]);
    expect((await page()).routines[0]?.week.filter(({ due }) => due).map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-25']);
    expect([(await onDay('2026-11-25')).length, (await onDay('2026-11-26')).length]).toEqual([1, 0]);
  });

  it('begin and end on their days, and differ on single ones; the last word on a day holds', async () => {
    const id = await create({ since: '2026-11-25', until: '2026-11-29' });
    const week = async () => (await page()).routines[0]?.week.filter(({ due }) => due).map(({ day }) => day.slice(8));
    expect(await week()).toEqual(['25', '26', '27', '28', '29']);
    const differs = (day: string, kind: string, words = '') => ({ input: { id: newId(), routineId: id, day, kind, words } });
    const out = differs('2026-11-27', 'not that day', 'Janet takes him out');
    for (const each of [out, out, differs('2026-11-28', 'not that day'), differs('2026-11-28', 'as usual')]) await ada.gets(DIFFERS, each);
    expect(await week()).toEqual(['25', '26', '28', '29']);
    expect((await page()).routines[0]?.week[4]).toMatchObject({ day: '2026-11-27', due: false, words: 'Janet takes him out' });
    expect(await onDay('2026-11-27')).toEqual([]);
    expect((await ada.gets<{ routineDayDiffers: Refusal }>(DIFFERS, differs('2026-11-30', 'that day too'))).routineDayDiffers.reasons[0]?.message).toContain('Choose a day on which it stands');
    expect((await ada.asks(DIFFERS, differs('2026-11-27', 'perhaps'))).errors?.[0]?.message).toBe('Choose whether the day is left out, taken in too, or as usual.');
    expect((await ada.gets<{ createRoutine: Refusal }>(CREATE, { input: routine({ repeats: 'now and then', since: '2026-12-02', until: '2026-12-01' }) })).createRoutine.reasons.map(({ code }) => code)).toEqual(['ROUTINE_REPEATS_UNKNOWN', 'ROUTINE_ENDS_FIRST']);
  });

  it('may share an hour when their days never meet, and not when they do', async () => {
    await create({ what: 'Allotment', days: [2], repeats: 'every second week', since: '2026-11-24' });
    const other = async (since: string) => (await ada.gets<{ createRoutine: { id?: string } }>(CREATE, { input: routine({ what: `Chapel from ${since}`, days: [2], repeats: 'every second week', since }) })).createRoutine;
    expect(await other('2026-12-08')).toMatchObject({ reasons: [{ code: 'ROUTINE_OVERLAPS' }] });
    expect(await other('2026-12-01')).toHaveProperty('id');
  });

  it.each([['2026-03-23', '2026-03-29', '15:29:00Z', '15:30:00Z'], ['2026-10-19', '2026-10-25', '16:29:00Z', '16:30:00Z']])('keep their hour in the week of %s, whose Sunday has not 24 hours', async (monday, sunday, before, on) => {
    world.clock.set(`${monday}T06:00:00Z`);
    const id = await standing();
    expect((await unavailable(monday))?.at(-1)).toEqual([6 * 1440 + 990, 6 * 1440 + 1035]);
    world.clock.set(`${sunday}T22:00:00Z`);
    expect((await onDay(sunday))).toHaveLength(1);
    await ada.gets(RECORD, { input: { id: newId(), routineId: id, day: sunday, state: 'missed', reason: 'Short' } });
    const note = async (time: string) => ada.gets(NOTE, { input: { id: newId(), residentId: bob.id, at: `${sunday}T${time}`, level: 'upset' } });
    await note(before);
    expect((await page()).routines[0]?.picture.missed).toMatchObject({ of: 0, days: 1 });
    await note(on);
    expect((await page()).routines[0]?.picture.missed).toMatchObject({ of: 1, days: 1 });
  });

  describe('and distress', () => {
    const said = async (routineId: string, day: string, state: string, correctsId: string | null = null) => {
      const id = newId();
      await ada.gets(RECORD, { input: { id, routineId, day, state, reason: state === 'missed' ? 'Nobody was free' : null, correctsId } });
      return id;
    };
    const noted = (at: string, more: Record<string, unknown> = {}) => ({ id: newId(), residentId: bob.id, at, level: 'upset', words: 'Shouting at the door', ...more });
    const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}`;

    it('show what the few days can show, without the days on which it was not wanted', async () => {
      const id = await standing();
      for (let n = 1; n <= 19; n += 1) await said(id, day(n), 'honoured');
      for (const n of [20, 21, 22, 23]) await said(id, day(n), 'missed');
      for (const n of [3, 9, 20, 21, 22]) await ada.gets(NOTE, { input: noted(`${day(n)}T18:00:00Z`) });
      const [first] = (await page()).routines;
      expect(first?.picture).toMatchObject({
        sentence: '3 of 4 missed days were followed by distress, 2 of 19 honoured days: likely more than chance.', verdict: 'more after missed', missed: { of: 3, days: 4 }, honoured: { of: 2, days: 19 }, notWanted: 0, disputed: 0, hoursAfter: 3,
      });
      const wrong = await said(id, '2026-11-24', 'missed');
      await said(id, '2026-11-24', 'not wanted', wrong);
      await said(id, day(1), 'missed');
      expect((await page()).routines[0]?.picture).toMatchObject({ missed: { of: 3, days: 4 }, honoured: { of: 2, days: 18 }, notWanted: 1, disputed: 1 });
    });

    it('are written down once, corrected by a further note, and never rewritten', async () => {
      const id = await standing();
      await said(id, '2026-11-23', 'missed');
      const first = noted('2026-11-23T18:00:00Z', { routineId: id });
      for (let n = 0; n < 2; n += 1) expect(await ada.gets(NOTE, { input: first })).toEqual({ noteDistress: { id: first.id, level: 'upset', words: 'Shouting at the door' } });
      expect((await ada.gets<{ noteDistress: Refusal }>(NOTE, { input: { ...first, level: 'unsettled' } })).noteDistress.reasons[0]?.code).toBe('DISTRESS_SAID_OTHERWISE');
      expect(await onDay('2026-11-23')).toMatchObject([{ distress: [{ level: 'upset', words: 'Shouting at the door' }] }]);
      expect((await page()).routines[0]?.picture).toMatchObject({ verdict: 'nothing to compare', missed: { of: 1, days: 1 } });
      await ada.gets(NOTE, { input: noted('2026-11-23T18:00:00Z', { level: 'settled after all', words: 'It was singing', correctsId: first.id }) });
      expect(await page()).toMatchObject({ distress: [], routines: [{ picture: { missed: { of: 0, days: 1 } } }] });
      expect(await world.look('SELECT id FROM distress_note WHERE resident_id = $1', [bob.id])).toHaveLength(2);
    });

    it('are refused with a sentence when they cannot be', async () => {
      const refusal = async (input: Record<string, unknown>) => (await ada.gets<{ noteDistress: Refusal }>(NOTE, { input })).noteDistress.reasons.map(({ code }) => code);
      expect(await refusal(noted('2026-11-24T10:00:00Z'))).toEqual(['DISTRESS_TO_COME']);
      expect(await refusal(noted('2026-11-24T08:00:00Z', { level: 'cross' }))).toEqual(['DISTRESS_LEVEL_UNKNOWN']);
      expect(await refusal(noted('2026-11-24T08:00:00Z', { level: 'settled after all' }))).toEqual(['DISTRESS_SETTLED_ALONE']);
      expect(await refusal(noted('2026-11-24T08:00:00Z', { correctsId: newId() }))).toEqual(['DISTRESS_CORRECTS_ANOTHER']);
      const peggy = await home.resident('Peggy Dunne');
      const hers = await standing({ residentId: peggy.id });
      expect((await ada.asks(NOTE, { input: noted('2026-11-24T08:00:00Z', { routineId: hers }) })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      const elsewhere = await (await world.home('Elm House')).worker('Eve Marsh', 'manager');
      expect((await elsewhere.asks(NOTE, { input: noted('2026-11-24T08:00:00Z') })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      const janet = await home.supporter('Janet', bob, 'daughter');
      expect((await janet.asks(NOTE, { input: noted('2026-11-24T08:00:00Z') })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await page()).distress).toEqual([]);
      expect((await ada.gets<{ noteDistress: { id?: string } }>(NOTE, { input: noted('2026-11-24T08:00:00Z') })).noteDistress).toHaveProperty('id');
    });
  });
});
