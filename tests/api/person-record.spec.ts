/** The person's page and the list of people ask the database as often for much as for little. */
import { readFile } from 'node:fs/promises';
import { newId } from '../../apps/api/src/db/ids.ts';
import { LifeFactEntity, OutcomeEntity, type ResidentEntity, RoutineEntity } from '../../apps/api/src/people/people.entities.ts';
import { type Home, type Person, type World, openWorld } from '../world/world.ts';

/** A query as the staff app sends it. */
async function asSent(name: string): Promise<string> {
  const text = await readFile(new URL('../../apps/staff/src/features/people/person.graphql.ts', import.meta.url), 'utf8');
  const query = new RegExp(`query ${name}\\b[^\`]*`).exec(text)?.[0];
  if (!query) throw new Error(`the staff app no longer asks “${name}” there`);
  return query;
}

describe('a record', () => {
  let world: World;
  let home: Home;
  let ada: Person;
  let bob: ResidentEntity;
  beforeAll(async () => {
    world = await openWorld();
    home = await world.home();
    ada = await home.worker('Ada Bell', 'carer');
    bob = await home.resident('Bob Ellison', { room: '1', namedWorkerId: ada.actor.staffId });
  });
  afterAll(() => world.close());

  /** How many statements an operation takes, the unit's beginning left out. */
  async function statements(work: () => Promise<unknown>): Promise<number> {
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
    try {
      await work();
    } finally {
      world.db.openRead = open;
    }
    return count;
  }

  async function tell(resident: ResidentEntity, times: number): Promise<void> {
    const { id: residentId } = resident;
    const by = { homeId: home.id, residentId, recordedBy: ada.actor.accountId, recordedAt: world.clock.now() };
    const facts = Array.from({ length: 3 * times }, (_, n): LifeFactEntity => ({ ...by, id: newId(), words: `Memory ${n}`, whenWords: null, theme: 'work', toldBy: 'Bob', toldHow: 'told us', sensitive: false }));
    await home.insert(LifeFactEntity, facts);
    await home.insert(OutcomeEntity, Array.from({ length: times }, (_, n) => ({ ...by, id: newId(), words: `Outcome ${n}`, why: 'It matters', measure: null, byDate: null, endedOn: null })));
    await home.insert(RoutineEntity, facts.slice(0, times).map(({ id }, n) => ({
      ...by, id: newId(), what: `Routine ${n}`, activityId: null, lifeFactId: id, days: [1, 2, 3, 4, 5, 6, 7], fromTime: '09:00', toTime: '10:00', why: 'Always', whenMissed: '', help: '', needs: 'respect', protected: false, weight: 1,
      since: '2026-01-01', endedOn: null,
    }) as unknown as RoutineEntity));
    for (let n = 0; n < Math.min(times, 6); n += 1) await ada.gets('mutation ($input: CatchWishInput!) { catchWish(input: $input) { __typename } }', { input: { id: newId(), residentId, words: `Wish ${n}` } });
    for (let n = 0; n < Math.min(times, 6); n += 1) await home.supporter(`Friend ${n}`, resident, 'friend');
  }

  it('is read whole in as many statements, whatever its size', async () => {
    const query = await asSent('Person');
    const page = () => ada.gets<{ resident: { lifeFacts: unknown[]; outcomes: unknown[]; routines: unknown[]; circle: unknown[] } }>(query, { id: bob.id });
    const none = await statements(page);
    await tell(bob, 1);
    const little = await statements(page);
    await tell(bob, 20);
    const much = await statements(page);
    const { resident } = await page();
    expect([resident.lifeFacts.length, resident.outcomes.length, resident.routines.length, resident.circle.length]).toEqual([63, 21, 21, 7]);
    console.log(`A person's page: ${none} statements for an empty record, ${little} for one thing of each kind, ${much} for twenty.`);
    expect(much).toBe(little);
    expect(much).toBeLessThanOrEqual(30);
  });

  it('is one of ninety in a list that asks no oftener than for one, and is there at once', async () => {
    const query = await asSent('People');
    const list = () => ada.gets<{ residents: unknown[] }>(query);
    const one = await statements(list);
    for (let n = 0; n < 89; n += 1) await home.resident(`Person${n} Name`, { room: String(n + 2) });
    expect(await statements(list)).toBe(one);
    const began = performance.now();
    expect((await list()).residents).toHaveLength(90);
    const took = performance.now() - began;
    console.log(`Ninety people: ${one} statements, ${Math.round(took)} ms.`);
    expect(took).toBeLessThan(2000);
  });

  it('of self-assessments is read in as many statements for ten rounds as for one', async () => {
    const ROUNDS = 'query ($residentId: Id!) { selfAssessments(residentId: $residentId) { id isFinished answers { question } suggestions { id taken } } }';
    const round = async () => {
      const id = newId();
      await ada.gets('mutation ($input: BeginSelfAssessmentInput!) { beginSelfAssessment(input: $input) { __typename } }', { input: { id, residentId: bob.id, answeredBy: 'person' } });
      for (const [question, chosen] of [['week', ['empty']], ['better', ['out', 'music']], ['where', ['green']]] as const) {
        await ada.gets('mutation ($input: AnswerSelfAssessmentInput!) { answerSelfAssessment(input: $input) { __typename } }', { input: { id: newId(), assessmentId: id, question, chosen: [...chosen] } });
      }
    };
    const rounds = () => ada.gets<{ selfAssessments: { suggestions: unknown[] }[] }>(ROUNDS, { residentId: bob.id });
    await round();
    const one = await statements(rounds);
    for (let n = 0; n < 9; n += 1) await round();
    expect(await statements(rounds)).toBe(one);
    expect((await rounds()).selfAssessments.map(({ suggestions }) => suggestions.length)).toEqual(Array.from({ length: 10 }, () => 3));
  });
});
