import { newId } from '../../apps/api/src/db/ids.ts';
import { AttendanceEntity } from '../../apps/api/src/day/day.entities.ts';
import { ImprovementsService } from '../../apps/api/src/library/improvements.service.ts';
import { SHIPPED, SHIPPED_BY_KEY } from '../../apps/api/src/library/shipped/all.ts';
import { InterestEntity, LifeFactEntity } from '../../apps/api/src/people/people.entities.ts';
import { SupportVersionEntity } from '../../apps/api/src/people/support.entities.ts';
import { SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { RoomEntity } from '../../apps/api/src/venues/venues.entities.ts';
import type { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

type Shelf = { library: { total: number; forPerson: { name: string; style: string | null } | null; entries: { ref: string; activityId: string | null; name: string; use: string; own: boolean; line: string; takes: string; drawbacks: string[]; how: string | null; went: string; missingKit: string[]; reasons: { kind: string; about: string | null }[] }[] } };
type Page = { libraryEntry: { entry: { ref: string; activityId: string | null; name: string; why: string; use: string; went: string }; steps: string[]; respect: string; roomIds: string[]; kit: { item: string; missingSaidBy: string | null }[]; wentByStyle: { style: string; words: string }[]; mightLove: { name: string; line: string }[]; notes: { id: string; kind: string; words: string; style: string | null; recordedByName: string }[]; versions: { number: number; kind: string; why: string | null; recordedByName: string }[]; offered: { field: string; lines: string[] }[]; namedBy: { routines: number } } };
type Saved = { ref?: string; draft?: boolean; reasons?: { code: string; message: string }[] };

const SHELF = `query ($input: LibraryInput!) { library(input: $input) { total forPerson { name style } entries { ref activityId name use own line takes drawbacks how went missingKit reasons { kind about } } } }`;
const PAGE = `query ($ref: Words!) { libraryEntry(ref: $ref) { entry { ref activityId name why use went } steps respect roomIds kit { item missingSaidBy } wentByStyle { style words } mightLove { name line } notes { id kind words style recordedByName } versions { number kind why recordedByName } offered { field lines } namedBy { routines } } }`;
const START = `mutation ($input: StartUsingInput!) { startUsing(input: $input) { ... on EntrySaved { ref draft } ... on Refused { reasons { code message } } } }`;
const SAVE = `mutation ($input: EntryInput!) { saveEntry(input: $input) { ... on EntrySaved { ref draft } ... on Refused { reasons { code message } } } }`;
const NOTE = `mutation ($input: NoteInput!) { noteWhatWorked(input: $input) { ... on ActivityNote { id words } ... on Refused { reasons { code message } } } }`;

describe('the library', () => {
  let world: World;
  let home: Home;
  let carer: Person;
  let ruth: Person;
  let room: string;
  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-22T10:00:00Z' });
    home = await world.home();
    carer = await home.worker('Ada Bell', 'carer');
    ruth = await home.worker('Ruth Adeyemi', 'coordinator');
    room = newId();
    await home.insert(RoomEntity, { homeId: home.id, id: room, name: 'The lounge', capacity: 12, fromTime: '08:00', toTime: '21:00' });
  });
  afterAll(() => world.close());

  const shelf = async (input: Record<string, unknown> = {}, person = carer) => (await person.gets<Shelf>(SHELF, { input })).library;
  const page = async (ref: string, person = carer) => (await person.gets<Page>(PAGE, { ref })).libraryEntry;
  const start = async (shippedKey: string, more: Record<string, unknown> = {}) => (await ruth.gets<{ startUsing: Saved }>(START, { input: { id: newId(), shippedKey, roomIds: [room], ...more } })).startUsing;
  const save = async (input: Record<string, unknown>, person = carer) => (await person.gets<{ saveEntry: Saved }>(SAVE, { input: { ...entry(), ...input } })).saveEntry;
  const entry = () => ({
    id: newId(), draft: false, name: 'Pigeon loft', kind: 'animals', picture: 'bird', reach: 'sitting', setting: 'home', transport: null, atBedside: false, minutes: 30, groupMin: 1, groupMax: 2, baseStaff: 1, costPence: 0,
    maxPerWeek: 7, skills: [], hours: [{ days: [1, 3], from: '10:00', to: '12:00' }], roomIds: [room], seasons: [], speaksTo: ['pigeons'], why: 'Birds that come home.', placeWords: '', staffWords: '',
    steps: ['Fetch corn.', 'Open the trap.', 'Whistle.', 'Count them in.', 'Shut the trap.'],
    adapt: { plansIt: 'Keeps the stud book.', stepByStep: 'Tin, rattle, wait.', joinsThroughSenses: 'Holds a bird.', respondsToTouchAndSound: 'Hears the loft.' },
    goodDay: '', badDay: '', watchFor: ['Dust on the chest'], equipment: ['Corn tin'], respect: 'They are the fancier.',
  });
  const lives = async (name: string, facts: string[], style: string | null = null, more: Partial<ResidentEntity> = {}) => {
    const resident = await home.resident(name, more);
    for (const words of facts) {
      await home.insert(LifeFactEntity, { homeId: home.id, id: newId(), residentId: resident.id, words, whenWords: null, theme: 'work', toldBy: name, toldHow: 'told us', sensitive: words.startsWith('!'), recordedBy: carer.actor.accountId, recordedAt: world.clock.now() });
    }
    if (style) {
      await home.insert(SupportVersionEntity, { homeId: home.id, id: newId(), residentId: resident.id, inStaff: 1, inResidents: 4, outStaff: 1, outResidents: 1, wheelchair: 'never', transfers: null, hoist: null, bring: null, communication: null, riskOut: null, riskDo: null, style, why: null, recordedBy: carer.actor.accountId, recordedByName: 'Ada Bell', recordedAt: world.clock.now() });
    }
    return resident;
  };

  it('is whole in a new home: everything shipped, nothing planned with until somebody starts using it', async () => {
    const { entries, total } = await shelf();
    expect([total, new Set(entries.map(({ use }) => use))]).toEqual([SHIPPED.length, new Set(['not yet'])]);
    expect((await carer.gets<{ activities: unknown[] }>('{ activities { id } }')).activities).toEqual([]);
    expect(await page('hens')).toMatchObject({ entry: { ref: 'hens', activityId: null, use: 'not yet' }, versions: [], notes: [] });
    expect((await carer.asks(PAGE, { ref: 'dragons' })).errors?.[0]?.message).toBe('There is no such entry in the library.');
  });

  it('is taken up in one go, once, with a room; a carer reads it and a coordinator decides', async () => {
    expect((await start('whist', { roomIds: [] })).reasons?.[0]?.message).toContain('Choose at least one room');
    const id = newId();
    expect(await start('whist', { id })).toEqual({ ref: id, draft: false });
    expect(await start('whist', { id })).toEqual({ ref: id, draft: false });
    expect((await start('whist')).reasons?.map(({ code }) => code)).toEqual(['IN_USE']);
    expect((await carer.asks(START, { input: { id: newId(), shippedKey: 'hens', roomIds: [room] } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ruth.asks(START, { input: { id: newId(), shippedKey: 'hens', roomIds: [newId()] } })).errors?.[0]?.message).toContain('One of these rooms');
    expect((await carer.gets<{ activities: { name: string; rooms: { name: string }[] }[] }>('{ activities { name rooms { name } } }')).activities).toEqual([{ name: 'Whist and other cards', rooms: [{ name: 'The lounge' }] }]);
    expect(await page('whist')).toMatchObject({ entry: { ref: id, use: 'used' }, versions: [{ number: 1, kind: 'started', recordedByName: 'Ruth Adeyemi' }] });
    expect((await world.look<{ n: number }>('SELECT count(*)::int AS n FROM activity'))[0]?.n).toBe(1);
  });

  it('is found by words with slips in them, and by what there is time, money and company for', async () => {
    const names = async (input: Record<string, unknown>) => (await shelf(input)).entries.map(({ name }) => name);
    expect((await names({ words: 'kniting' }))[0]).toBe('Knitting and crochet circle');
    expect((await names({ words: 'marmelade' }))[0]).toBe('A batch of jam or marmalade');
    expect(await names({ words: 'zzqx' })).toEqual([]);
    expect(await names({ words: '<script>alert(1)</script> %_\\' })).toEqual([]);
    expect((await shelf({ kinds: ['bedside'], company: 'one' })).entries.length).toBeGreaterThanOrEqual(5);
    const byTerms = (await shelf({ setting: 'home', free: true, minutes: 30 })).entries.map(({ ref }) => SHIPPED.find(({ key, name }) => key === ref || name === ref)).filter((each) => each !== undefined);
    expect([byTerms.length > 5, byTerms.filter(({ setting, costPence, minutes }) => setting !== 'home' || costPence > 0 || minutes > 30)]).toEqual([true, []]);
    for (const [input, sentence] of [[{ setting: 'moon' }, 'Choose at home or away from home.'], [{ kinds: ['fun'] }, 'Choose kinds of activity from the list.'], [{ minutes: 0 }, 'Say how many minutes there are, from 1.'], [{ company: 'crowd' }, 'Choose one person or a group.'], [{ use: 'maybe' }, 'Choose what is used here']] as const) {
      expect((await carer.asks(SHELF, { input })).errors?.[0]?.message).toContain(sentence);
    }
  });

  it('is put in order for a person from their own record, and says why and what it would take', async () => {
    const bob = await lives('Bob Ellison', ['Kept hens and ducks on the smallholding', '!Lost a horse in the fire'], 'joins through the senses');
    const whist = (await page('whist')).entry.activityId as string;
    await home.insert(InterestEntity, { homeId: home.id, id: newId(), residentId: bob.id, activityId: whist, value: 90, because: 'He ran the whist drive at the Legion', lifeFactId: null });
    const { forPerson, entries } = await shelf({ forResident: bob.id });
    expect(forPerson).toEqual({ name: 'Bob', style: 'joinsThroughSenses' });
    expect(entries[0]).toMatchObject({ name: 'Whist and other cards', line: 'He ran the whist drive at the Legion', takes: '1 of us with 2 to 8 people, 75 minutes, costs nothing', how: 'Shuffles, deals, snaps the cards down, stacks the tricks.' });
    expect(entries[1]).toMatchObject({ ref: 'hens', line: 'From their life: “Kept hens and ducks on the smallholding”', reasons: [{ kind: 'life fact' }] });
    const horses = entries.find(({ ref }) => ref === 'horses');
    expect([horses?.drawbacks, JSON.stringify(entries).includes('Lost a horse')]).toEqual([['It may touch something they would rather not meet. Read their life story first.'], false]);
    expect(entries).toHaveLength((await shelf()).total);
    expect((await page('hens')).mightLove).toEqual([{ name: 'Bob', line: 'From their life: “Kept hens and ducks on the smallholding”' }]);
    expect((await carer.asks(SHELF, { input: { forResident: newId() } })).errors?.[0]?.message).toBe('This person was not found.');
    const other = await world.home('Elsewhere');
    const stranger = await other.worker('Eve Lamb', 'manager');
    expect((await stranger.asks(SHELF, { input: { forResident: bob.id } })).errors?.[0]?.message).toBe('This person was not found.');
    expect((await stranger.asks(PAGE, { ref: whist })).errors?.[0]?.message).toBe('This activity was not found.');
    expect((await page('hens', stranger)).mightLove).toEqual([]);
  });

  it('learns from attendances, by style of support, and only from those that stand', async () => {
    const whist = (await page('whist')).entry.activityId as string;
    const [joan, ken] = [await lives('Joan Pye', [], 'plans it'), await lives('Ken Royle', [], 'plans it')];
    for (const [at, resident] of [joan, ken, joan, ken, joan, ken].entries()) {
      const session = newId();
      const startsAt = new Date(Date.UTC(2026, 10, 10 + at, 14));
      await home.insert(SessionEntity, { homeId: home.id, id: session, planId: null, activityId: whist, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), status: 'planned', cancelledWhy: null });
      const wrong = newId();
      const row = { homeId: home.id, sessionId: session, residentId: resident.id, engagement: 'fully', leftEarly: false, note: null, recordedBy: carer.actor.accountId, recordedByName: 'Ada Bell', recordedAt: startsAt } as const;
      await home.insert(AttendanceEntity, { ...row, id: wrong, level: 'declined', mood: 'upset', correctsId: null });
      await home.insert(AttendanceEntity, { ...row, id: newId(), level: 'took part', mood: 'happy', correctsId: wrong });
    }
    const { entry: told, wentByStyle } = await page('whist');
    expect(told.went).toBe('Usually goes well here (6 of 6 times, 2 people).');
    expect(wentByStyle.map(({ words }) => words)).toEqual(['Usually goes well here (6 of 6 times, 2 people).', 'Not tried here yet.', 'Not tried here yet.', 'Not tried here yet.']);
    expect((await shelf({ forResident: joan.id })).entries[0]).toMatchObject({ name: 'Whist and other cards', line: 'It went well for Joan 3 of 3 times' });
  });

  it('keeps what worked, for which style, in the words of whoever was there, once however often it is sent', async () => {
    const whist = (await page('whist')).entry.activityId as string;
    const input = { id: newId(), activityId: whist, kind: 'worked', style: 'stepByStep', words: ' Card holders; two hands only. ' };
    const note = async (more: Record<string, unknown> = {}) => (await carer.gets<{ noteWhatWorked: Saved & { id?: string } }>(NOTE, { input: { ...input, ...more } })).noteWhatWorked;
    expect([await note(), await note()].map(({ id }) => id)).toEqual([input.id, input.id]);
    expect((await carer.asks(NOTE, { input: { ...input, words: 'Another' } })).errors?.[0]?.extensions.code).toBe('CONFLICT');
    expect((await note({ id: newId(), words: '  ' })).reasons?.[0]?.message).toContain('Say what worked');
    expect((await note({ id: newId(), style: 'hops' })).reasons?.map(({ code }) => code)).toEqual(['NOTE_STYLE']);
    const right = newId();
    await note({ id: right, words: '<b>Holders</b> for all', correctsId: input.id });
    expect((await page('whist')).notes).toEqual([{ id: right, kind: 'worked', style: 'stepByStep', words: '<b>Holders</b> for all', recordedByName: 'Ada Bell' }]);
  });

  it('knows which kit is missing, until it is here again', async () => {
    const say = (item: string, missing: boolean) => carer.gets('mutation ($id: Id!, $item: Words!, $missing: Boolean!) { sayKit(id: $id, item: $item, missing: $missing) }', { id: newId(), item, missing });
    await say('Green cloth', true);
    expect((await page('whist')).kit).toContainEqual({ item: 'Green cloth', missingSaidBy: 'Ada Bell' });
    expect((await shelf({ words: 'whist' })).entries[0]?.missingKit).toEqual(['Green cloth']);
    expect((await shelf({ words: 'whist', kitHere: true })).entries.map(({ name }) => name)).not.toContain('Whist and other cards');
    world.clock.set('2026-11-22T10:05:00Z');
    await say('green cloth ', false);
    expect((await shelf({ words: 'whist', kitHere: true })).entries.map(({ name }) => name)).toContain('Whist and other cards');
  });

  it('takes a home’s own entry as a draft with gaps, and as an entry only without them', async () => {
    const id = newId();
    expect(await save({ id, draft: true, name: 'Loft', steps: ['One'], why: '' })).toEqual({ ref: id, draft: true });
    expect(await save({ id, draft: true, name: 'The loft', steps: ['One'], why: '' })).toEqual({ ref: id, draft: true });
    expect((await carer.gets<{ entryDrafts: { name: string }[] }>('{ entryDrafts { name } }')).entryDrafts).toEqual([{ name: 'The loft' }]);
    expect((await save({ id, steps: ['One'], why: '' })).reasons?.map(({ code }) => code)).toEqual(['no why', 'few steps']);
    expect((await save({ id, roomIds: [] })).reasons?.map(({ code }) => code)).toEqual(['NO_ROOM']);
    expect([await save({ id }), await save({ id })]).toEqual([{ ref: id, draft: false }, { ref: id, draft: false }]);
    expect((await carer.gets<{ entryDrafts: unknown[] }>('{ entryDrafts { name } }')).entryDrafts).toEqual([]);
    expect((await shelf({ words: 'pigeon loft' })).entries[0]).toMatchObject({ ref: id, own: true, use: 'used' });
    expect(await save({ id: newId(), activityId: id, why: 'Birds that come home to us.', changeWhy: 'Said better' })).toEqual({ ref: id, draft: false });
    expect(await page(id)).toMatchObject({ entry: { why: 'Birds that come home to us.' }, versions: [{ number: 2, kind: 'changed', why: 'Said better' }, { number: 1, kind: 'written', why: null }] });
    const [first] = await world.look<{ why: string }>(`SELECT content ->> 'why' AS why FROM activity_version WHERE activity_id = $1 AND number = 1`, [id]);
    expect(first?.why).toBe('Birds that come home.');
  });

  it('refuses hostile text with a sentence and changes nothing, and keeps harmless text as it was written', async () => {
    const before = (await shelf()).total;
    expect((await save({ respect: 'a\u0007b' })).reasons?.map(({ message }) => message)).toEqual(['As adults holds characters that cannot be read or printed. Type it again.']);
    expect((await save({ draft: true, name: 'abc\u202Exyz' })).reasons?.map(({ code }) => code)).toEqual(['unreadable']);
    expect((await carer.asks(SAVE, { input: { ...entry(), why: `x\u0000${'y'.repeat(10)}` } })).errors?.[0]?.extensions.code).toBe('INVALID');
    expect((await carer.asks(SAVE, { input: { ...entry(), hours: [{ days: [9], from: '10:00', to: '12:00' }] } })).errors?.[0]?.message).toContain('Say on which days');
    expect((await carer.asks(SAVE, { input: { ...entry(), skills: [{ skill: '', staff: 1 }] } })).errors?.[0]?.message).toContain('Say each skill');
    expect((await shelf()).total).toBe(before);
    const kept = await save({ name: `Robert'); DROP TABLE activity;--`, why: '<img src=x onerror=alert(1)>' });
    expect(await page(kept.ref as string)).toMatchObject({ entry: { name: `Robert'); DROP TABLE activity;--`, why: '<img src=x onerror=alert(1)>' } });
  });

  it('retires an entry with a reason and brings it back, and everything said of it stays', async () => {
    const { entry: { activityId: id } } = await page('whist');
    const retire = (why: string, person = ruth) => person.asks('mutation ($id: Id!, $why: Words!) { retireEntry(id: $id, why: $why) { ref } }', { id, why });
    expect((await retire('', ruth)).errors?.[0]?.message).toContain('Say why it is retired');
    expect((await retire('No', carer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await retire('Nobody plays')).errors).toBeUndefined();
    expect((await shelf({ use: 'retired' })).entries.map(({ name }) => name)).toEqual(['Whist and other cards']);
    expect((await carer.gets<{ activities: { name: string }[] }>('{ activities { name } }')).activities.map(({ name }) => name)).not.toContain('Whist and other cards');
    expect((await start('whist')).reasons?.map(({ code }) => code)).toEqual(['RETIRED_HERE']);
    await ruth.gets('mutation ($id: Id!) { bringBackEntry(id: $id) { ref } }', { id });
    expect(await page('whist')).toMatchObject({ entry: { use: 'used' }, notes: [{ words: '<b>Holders</b> for all' }], versions: [{ kind: 'brought back' }, { kind: 'retired', why: 'Nobody plays' }, { kind: 'started' }] });
  });

  it('is improved by a release, but for what the home said in its own words', async () => {
    const id = newId();
    await start('jam-making', { id });
    const shipped = SHIPPED_BY_KEY.get('jam-making')!;
    const text = Object.fromEntries(Object.entries(shipped).filter(([field]) => !['key', 'version', 'driverSupports'].includes(field)));
    await save({ ...text, id: newId(), activityId: id, skills: [], hours: shipped.hours, name: 'Damson day', changeWhy: 'Our name for it' });
    expect(await page(id)).toMatchObject({ entry: { name: 'Damson day' }, offered: [{ field: 'name', lines: ['A batch of jam or marmalade'] }] });
    const next = new Map([['jam-making', { ...shipped, version: 2, name: 'Jam and marmalade', respect: 'Better said.' }]]);
    const improvements = world.app.get(ImprovementsService);
    expect([await improvements.improve(next), await improvements.improve(next)]).toEqual([1, 0]);
    expect(await page(id)).toMatchObject({ entry: { name: 'Damson day' }, respect: 'Better said.', versions: [{ number: 3, kind: 'improved', recordedByName: 'Promenade' }, { kind: 'changed' }, { kind: 'started' }] });
    await carer.gets('mutation ($id: Id!) { takeLibraryWords(id: $id, field: "name") { ref } }', { id });
    expect((await page(id)).entry.name).toBe('A batch of jam or marmalade');
    expect((await carer.asks('mutation ($id: Id!) { takeLibraryWords(id: $id, field: "why") { ref } }', { id })).errors?.[0]?.message).toContain('already says');
  });

  it('asks the database a bounded number of times, whatever there is', async () => {
    const [bob] = await world.look<{ id: string }>(`SELECT id FROM resident WHERE preferred_name = 'Bob'`);
    const statements = async (work: () => Promise<unknown>) => {
      let count = 0;
      const open = world.db.openRead.bind(world.db);
      world.db.openRead = async (actor) => {
        const unit = await open(actor);
        const runner = unit.tx.em.queryRunner!;
        const query = runner.query.bind(runner);
        runner.query = (...args: Parameters<typeof query>) => {
          count += 1;
          return query(...args);
        };
        return unit;
      };
      await work();
      world.db.openRead = open;
      return count;
    };
    const counts = [await statements(() => shelf({ forResident: bob!.id, words: 'hens' })), await statements(() => page('whist'))];
    // Activities, attendances, kit and the person; on the page rooms, versions, notes and what names it as well. The unit’s end is one more.
    expect(counts).toEqual([5, 9]);
  });
});
