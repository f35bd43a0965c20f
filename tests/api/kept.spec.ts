/** How often promises were kept: counted per day they came due, every number as long as its list, the same for a family. */
import type { EntryContent } from '../../libs/domain/src/promises/promise.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { duesBetween } from '../../apps/api/src/kept/kept.reads.ts';
import { ActivityEntity } from '../../apps/api/src/library/library.entities.ts';
import type { ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { SessionEntity } from '../../apps/api/src/planning/planning.entities.ts';
import { LedgerService } from '../../apps/api/src/promises/ledger.service.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

const COUNT = 'key name of kept partlyKept notKept unexplained declined released closed';
const RATE = `query ($residentId: Id, $period: String!) { keptRate(residentId: $residentId, period: $period) { residentName from to words leftOut between { low high } whole { ${COUNT} }
  weeks { ${COUNT} } reasons { ${COUNT} } weekdays { ${COUNT} } kinds { ${COUNT} } answers { ${COUNT} } } }`;
const LIST = `query ($residentId: Id, $period: String!, $by: String!, $key: Words!, $outcome: String) { keptList(residentId: $residentId, period: $period, by: $by, key: $key, outcome: $outcome) {
  total lines { promiseId residentName promised day dueOn outcome reason answers time } } }`;

type Count = { key: string; name: string; of: number; kept: number; partlyKept: number; notKept: number; unexplained: number; declined: number; released: number; closed: number };
type Rate = { residentName: string | null; from: string; to: string; words: string; leftOut: string; between: { low: number; high: number } | null; whole: Count } & Record<'weeks' | 'reasons' | 'weekdays' | 'kinds' | 'answers', Count[]>;
type List = { total: number; lines: { promiseId: string; residentName: string; promised: string; day: string; dueOn: string; outcome: string; reason: string | null; answers: string | null; time: number }[] };

const NOW = '2026-11-24T09:00:00Z';

describe('how often promises are kept', () => {
  let world: World;
  let home: Home;
  let ada: Person;
  let bob: ResidentEntity;
  let ivy: ResidentEntity;
  let swim: ActivityEntity;
  beforeAll(async () => {
    world = await openWorld({ now: NOW });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set(NOW);
    home = await world.home();
    [ada, bob, ivy] = [await home.worker('Ada Bell', 'carer'), await home.resident('Bob Ellison'), await home.resident('Ivy Cole')];
    swim = {
      homeId: home.id, id: newId(), name: 'Swimming', kind: 'physical', picture: 'waves', setting: 'out', minutes: 60, groupMin: 1, groupMax: 4, baseStaff: 1, skills: {}, driverSupports: true, transport: null, venueId: null, costPence: 0,
      maxPerWeek: 7, hours: [], steps: [], adapt: { plansIt: '', stepByStep: '', joinsThroughSenses: '', respondsToTouchAndSound: '' }, why: '', watchFor: [], equipment: [], respect: '', retiredOn: null,
    };
    await home.insert(ActivityEntity, swim);
  });

  const ledger = () => world.app.get(LedgerService);
  async function append(id: string, on: string, content: EntryContent): Promise<void> {
    world.clock.set(`${on}T${String(9 + (clock += 1) % 10).padStart(2, '0')}:00:00Z`);
    await world.db.write(ada.actor, (tx) => ledger().append(tx, id, content));
    world.clock.set(NOW);
  }
  let clock = 0;
  async function promised(resident: ResidentEntity, dueOn: string, entries: readonly (readonly [on: string, content: EntryContent])[] = [], activityId: string | null = null): Promise<string> {
    const id = newId();
    await append(id, '2026-09-01', { kind: 'made', residentId: resident.id, words: `A promise for ${dueOn}`, activityId, level: 'taking part', dueOn, madeBy: 'Ada Bell', madeTo: resident.preferredName, lifeFactId: null, wishId: null, found: 'Joe drives.' });
    for (const [on, content] of entries) await append(id, on, content);
    return id;
  }
  const attended = (level: 'took part' | 'watched' | 'declined', sessionId = newId()): EntryContent => ({ kind: 'attended', sessionId, level, leftEarly: false, recordedBy: 'Ada Bell' });
  const explained = (newDate: string | null): EntryContent => ({ kind: 'explained', reason: 'no driver', words: '', answers: 'Ruth Kemp', newDate, whyNoDate: newDate ? null : 'Not yet', by: 'Ada Bell' });
  const rate = async (more: Record<string, unknown> = {}, who = ada) => (await who.gets<{ keptRate: Rate }>(RATE, { period: '12 weeks', ...more })).keptRate;
  const list = async (by: string, key: string, outcome: string | null, more: Record<string, unknown> = {}) => (await ada.gets<{ keptList: List }>(LIST, { period: '12 weeks', by, key, outcome, ...more })).keptList;

  /** Missed twice and then kept; kept at once; only watched; nobody has said why; said no; let go. */
  async function history(): Promise<void> {
    await promised(bob, '2026-11-02', [['2026-11-03', explained('2026-11-09')], ['2026-11-10', explained('2026-11-16')], ['2026-11-16', attended('took part')]], swim.id);
    await promised(bob, '2026-11-17', [['2026-11-12', attended('took part')]]);
    await promised(ivy, '2026-11-18', [['2026-11-18', attended('watched')]], swim.id);
    await promised(ivy, '2026-11-19');
    await promised(ivy, '2026-11-20', [['2026-11-20', attended('declined')]]);
    await promised(bob, '2026-11-22', [['2026-11-20', { kind: 'released', words: 'I am past it.', by: 'Bob', right: 'their own decision', recordedBy: 'Ada Bell' }]]);
    await promised(bob, '2026-11-27');
  }

  it('counts each day a promise came due: missed twice and then kept is three times, and what was nobody’s to keep is left out and said', async () => {
    await history();
    const home12 = await rate();
    expect(home12).toMatchObject({ residentName: null, from: '2026-09-07', to: '2026-11-24', between: null, whole: { of: 6, kept: 2, partlyKept: 1, notKept: 3, unexplained: 1, declined: 1, released: 1, closed: 0 } });
    expect(home12.words).toBe('Promises came due 6 times, and twice they were kept. Once only a part was. 3 times they were not kept, once without a reason yet.');
    expect(home12.leftOut).toBe('Not counted: once the person said no on the day, once they let go of it.');
    expect(home12.reasons.map(({ name, notKept }) => [name, notKept])).toEqual([['No driver', 2], ['Nobody has said why yet', 1]]);
    expect(home12.answers.map(({ name, notKept }) => [name, notKept])).toEqual([['Ruth Kemp', 2], ['Nobody yet', 1]]);
    expect(home12.weekdays.map(({ name, of, kept }) => [name, of, kept])).toEqual([['Monday', 3, 1], ['Wednesday', 1, 0], ['Thursday', 2, 1]]);
    expect(home12.kinds.map(({ name, of, kept }) => [name, of, kept])).toEqual([['Physical', 4, 1], ['Something in their own words', 2, 1]]);
    expect(home12.weeks).toHaveLength(12);
    expect(home12.weeks.slice(-4).map(({ key, of, kept }) => [key, of, kept])).toEqual([['2026-11-02', 1, 0], ['2026-11-09', 2, 1], ['2026-11-16', 3, 1], ['2026-11-23', 0, 0]]);
    const own = await rate({ residentId: bob.id });
    expect([own.residentName, own.whole.of, own.whole.kept]).toEqual(['Bob', 4, 2]);
    expect((await list('all', 'all', 'counted', { residentId: bob.id })).lines.map(({ day, outcome, reason, answers, time }) => [day, outcome, reason, answers, time])).toEqual([
      ['2026-11-16', 'kept', null, null, 3], ['2026-11-12', 'kept', null, null, 1], ['2026-11-09', 'not kept', 'no driver', 'Ruth Kemp', 2], ['2026-11-02', 'not kept', 'no driver', 'Ruth Kemp', 1],
    ]);
    expect((await rate({ period: '4 weeks', residentId: ivy.id })).whole.of).toBe(2);
  });

  it('has behind every number a list as long as the number', async () => {
    await history();
    const found = await rate();
    const groups = [['all', [found.whole]], ['week', found.weeks], ['reason', found.reasons], ['weekday', found.weekdays], ['kind', found.kinds], ['answers', found.answers]] as const;
    let checked = 0;
    for (const [by, counts] of groups) {
      for (const { key, of, kept, partlyKept, notKept, unexplained, declined, released } of counts) {
        for (const [outcome, number] of Object.entries({ counted: of, 'kept': kept, 'partly kept': partlyKept, 'not kept': notKept, unexplained, declined, released })) {
          if (by === 'week' && of === 0) continue;
          const { total, lines } = await list(by, key, outcome);
          expect([by, key, outcome, total, lines.length]).toEqual([by, key, outcome, number, number]);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(80);
  });

  it('goes by the day of the session, not by when it was written down', async () => {
    const sessionId = newId();
    await home.insert(SessionEntity, { homeId: home.id, id: sessionId, activityId: swim.id, startsAt: new Date('2026-11-10T14:00:00Z'), endsAt: new Date('2026-11-10T15:00:00Z'), status: 'planned', planId: null, cancelledWhy: null });
    await promised(bob, '2026-11-10', [['2026-11-12', attended('took part', sessionId)]]);
    expect((await list('all', 'all', null)).lines.map(({ day, outcome }) => [day, outcome])).toEqual([['2026-11-10', 'kept']]);
  });

  it('says between which shares the truth lies once there are ten, and no sooner', async () => {
    for (let n = 0; n < 9; n += 1) await promised(bob, '2026-11-10', [['2026-11-09', attended('took part')]]);
    expect((await rate()).between).toBeNull();
    await promised(bob, '2026-11-10');
    expect(await rate()).toMatchObject({ between: { low: 59, high: 99 }, whole: { of: 10, kept: 9 } });
  });

  it('is the same for a family as for the home, and nothing where promises are not shared', async () => {
    await history();
    const days = { from: '2026-09-07', to: '2026-11-24' };
    const janet = await home.supporter('Janet Ellison', bob, 'daughter', ['promises']);
    const mark = await home.supporter('Mark Ellison', bob, 'son', ['attendance', 'plan']);
    const seen = (who: Person) => world.db.read(who.actor, (tx) => duesBetween(tx, null, days));
    const ofBob = await world.db.read(ada.actor, (tx) => duesBetween(tx, [bob.id], days));
    const told = (rows: Awaited<ReturnType<typeof seen>>) => rows.map(({ promiseId, day, outcome }) => `${promiseId} ${day} ${outcome}`).sort();
    expect(told(await seen(janet))).toEqual(told(ofBob));
    expect(ofBob).toHaveLength(5);
    expect(await seen(mark)).toEqual([]);
    expect((await janet.asks(RATE, { period: 'year' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('belongs to the home, knows three periods, and says what is wrong with anything else', async () => {
    await history();
    const zoe = await (await world.home('Oak Lodge')).worker('Zoe Day', 'manager');
    expect((await rate({}, zoe)).whole.of).toBe(0);
    expect((await zoe.asks(RATE, { period: 'year', residentId: bob.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await ada.asks(RATE, { period: 'a decade' })).errors?.[0]?.message).toBe('Choose 4 weeks, 12 weeks or a year.');
    expect((await ada.asks(LIST, { period: 'year', by: 'resident', key: 'all' })).errors?.[0]?.extensions.code).toBe('INVALID');
  });

  it('reads as many statements for many promises as for one', async () => {
    const statements = () => world.db.read(ada.actor, async (tx) => {
      let seen = 0;
      const query = tx.em.queryRunner!.query.bind(tx.em.queryRunner!);
      tx.em.queryRunner!.query = ((...args: Parameters<typeof query>) => { seen += 1; return query(...args); }) as typeof query;
      await duesBetween(tx, null, { from: '2026-09-07', to: '2026-11-24' });
      return seen;
    });
    await promised(bob, '2026-11-10');
    const few = await statements();
    await history();
    expect([few, await statements()]).toEqual([3, 3]);
  });
});
