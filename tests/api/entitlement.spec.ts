/**
 * Made from the schema: every operation there is, called with the ids of somebody one has nothing to do with. A new
 * operation is in it by itself. Each denial stands beside a control: the right person gets the planted words.
 */
import { jest } from '@jest/globals';
import pg from 'pg';
import { AuthorityEntity, ResidentEntity } from '../../apps/api/src/people/people.entities.ts';
import { newId } from '../../apps/api/src/db/ids.ts';
import { type Call, type Operation, callsWith, inTurns, isInternal, isShut, lastLast, operationsOf, schemaOf, told } from '../world/calls.ts';
import { type Planted, plant } from '../world/planted.ts';
import { type Answer, type Person, type World, ask, openWorld } from '../world/world.ts';

const STEVEN = 'QXSTEVEN';
const BOB = 'QXBOB';
const OAK = 'QXOAK';
const PUBLIC = new Set(['me', 'demoPeople', 'signIn', 'signOut', 'invitation', 'acceptInvitation']);

type Asks = (text: string, variables: Record<string, unknown>) => Promise<Answer<unknown>>;

/** Which of these words, in whatever case, an answer holds. */
function leaks(answer: unknown, words: readonly string[]): string[] {
  const text = JSON.stringify(answer).toLowerCase();
  return words.filter((word) => text.includes(word.toLowerCase()));
}

const KNOCKS = 4;
const changedTables = (before: string, after: string) => after.split('\n').filter((line) => !before.includes(line)).map((line) => line.split(' ')[0]).join(', ');

jest.setTimeout(180_000);

describe('what is somebody else’s', () => {
  let world: World;
  let owner: pg.Client;
  let operations: Operation[];
  let steven: Planted;
  let bob: Planted;
  let oak: Planted;
  let mark: Person;
  let janet: Person;
  let karen: Person;
  let olga: Person;
  let homeTables: string[];

  beforeAll(async () => {
    world = await openWorld({ now: '2026-11-25T09:00:00Z' });
    const [home, other] = [await world.home('Chestnut House'), await world.home(`${OAK} House`)];
    steven = await plant(world.ownerUrl, home.id, STEVEN, 1);
    bob = await plant(world.ownerUrl, home.id, BOB, 2);
    oak = await plant(world.ownerUrl, other.id, OAK, 1);
    const rows = await world.asSystem(home.id, (tx) => tx.em.findBy(ResidentEntity, { homeId: home.id }));
    const residentOf = (planted: Planted) => rows.find(({ id }) => id === planted.ids.get('resident')) ?? rows[0]!;
    mark = await home.supporter('Mark Marlow', residentOf(steven), 'father');
    janet = await home.supporter(`${BOB} Janet`, residentOf(bob), 'daughter');
    // He decides for Steven, so that what stops him is that Bob is not his.
    await home.insert(AuthorityEntity, {
      homeId: home.id, id: newId(), residentId: steven.ids.get('resident') ?? '', area: 'sharing', kind: 'deputy', supporterId: mark.actor.supporterId, words: '', documentSeen: 'Court order', seenBy: null, seenOn: '2026-01-12', untilDate: null,
    });
    karen = await home.worker('Karen Whitfield', 'manager');
    olga = await other.worker('Olga Oak', 'manager');
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    const { rows: tables } = await owner.query<{ name: string }>(`SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'home_id' ORDER BY 1`);
    homeTables = tables.map(({ name }) => name).filter((name) => name !== 'sign_in');
    operations = lastLast(operationsOf(await schemaOf(world.url)));
  });
  afterAll(async () => {
    await (owner as pg.Client | undefined)?.end();
    await world.close();
  });

  /** Every table, read as it stands in the database, past all code: a policy left open shows here, whichever it is. */
  it('does not exist in the database for Steven’s father, table by table, while the manager finds it', async () => {
    const system = new Set(['membership', 'invitation']);
    const ofTheHome = new Set(['activity', 'venue']);
    const rowsFor = (person: Person, table: string) => world.db.read(person.actor, async (tx) => JSON.stringify(await tx.em.query(`SELECT t::text AS row FROM ${table} t`)));
    const wrong: string[] = [];
    for (const table of homeTables.filter((name) => !ofTheHome.has(name))) {
      const hidden = [OAK, BOB, ...[bob, oak].flatMap(({ ids }) => ids.get(table) ?? [])];
      for (const found of leaks(await rowsFor(mark, table), hidden)) wrong.push(`${table} shows ${found}`);
      const own = bob.ids.get(table);
      if (own && !system.has(table) && leaks(await rowsFor(karen, table), [own]).length === 0) wrong.push(`${table} hides it from the manager too`);
    }
    expect(wrong).toEqual([]);
  });

  /** One number for all rows of these homes that have anything to do with these words and ids. */
  async function digest(homeIds: readonly string[], words: readonly string[]): Promise<string> {
    const parts = homeTables.map((table) => `SELECT '${table}' AS name, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS sum FROM ${table} t WHERE home_id = ANY($1) AND t::text LIKE ANY($2)`);
    const { rows } = await owner.query<{ name: string; sum: string }>(`${parts.join(' UNION ALL ')} ORDER BY 1`, [homeIds, words.map((word) => `%${word}%`)]);
    return rows.map(({ name, sum }) => `${name} ${sum}`).join('\n');
  }

  /** Calls everything with somebody else's ids: nothing is told, nothing changes, nothing breaks. */
  async function findNothing(asks: Asks, whose: readonly Planted[], options: { own?: Planted; mayEchoIds?: boolean }): Promise<{ called: string[]; wrong: string[] }> {
    const [words, ids] = [whose.map(({ marker }) => marker), whose.flatMap((each) => [...each.ids.values()])];
    const state = () => digest([...new Set(whose.map(({ homeId }) => homeId))], [...words, ...ids]);
    const [called, wrong] = [new Set<string>(), [] as string[]];
    let before = await state();
    const tryOne = async (call: Call): Promise<boolean> => {
      const answer = await asks(call.operation.text, call.variables);
      const found = leaks(answer, options.mayEchoIds ? words : [...words, ...ids]);
      if (found.length > 0) wrong.push(`${told(call)} told ${found.join(', ')}: ${JSON.stringify(answer).slice(0, 600)}`);
      if (isInternal(answer)) wrong.push(`${told(call)} broke: ${JSON.stringify(answer.errors)}`);
      return isShut(answer);
    };
    for (const operation of operations) {
      called.add(operation.name);
      const calls = whose.flatMap((planted) => callsWith(operation, planted, options.own));
      // Where the role alone is turned away, before anybody looks at what was sent, a few knocks are enough.
      const shut = await inTurns(calls.slice(0, KNOCKS), tryOne);
      if (!shut.every(Boolean)) await inTurns(calls.slice(KNOCKS), tryOne);
      if (operation.kind === 'query') continue;
      const after = await state();
      if (after !== before) wrong.push(`${operation.name} changed rows of ${changedTables(before, after)}. It was called like this: ${calls.slice(0, 3).map(told).join(' or ')}`);
      before = after;
    }
    return { called: [...called].toSorted(), wrong };
  }

  const asPerson = (person: Person): Asks => (text, variables) => person.asks(text, variables);
  const everything = () => operations.map(({ name }) => name).toSorted();

  it('is told to those it belongs to: the control for all that follows', async () => {
    const missing: string[] = [];
    let staffQueries = 0;
    for (const operation of operations.filter(({ kind, name }) => kind === 'query' && !PUBLIC.has(name))) {
      for (const [who, isRequired] of [[janet, true], [karen, false]] as const) {
        if (isShut(await who.asks(operation.text, callsWith(operation, bob)[0]?.variables))) continue;
        const answers = await inTurns(callsWith(operation, bob), ({ variables }) => who.asks(operation.text, variables));
        const isFound = answers.some((answer) => leaks(answer, [BOB]).length > 0);
        if (!isFound && isRequired) missing.push(`${operation.name} tells ${who.actor.name} nothing of Bob: ${JSON.stringify(answers.find(({ data }) => data) ?? answers[0]).slice(0, 400)}`);
        if (isFound && !isRequired) staffQueries += 1;
      }
    }
    expect(missing).toEqual([]);
    expect(staffQueries).toBeGreaterThanOrEqual(5);
  });

  it('stays unsaid and unchanged for the father of somebody else', async () => {
    const { called, wrong } = await findNothing(asPerson(mark), [bob, oak], { own: steven });
    expect(wrong).toEqual([]);
    expect(called).toEqual(everything());
  });

  it('stays unsaid and unchanged for somebody who has not signed in', async () => {
    const { called, wrong } = await findNothing((text, variables) => ask(world.url, text, variables), [steven, bob, oak], {});
    expect(wrong).toEqual([]);
    expect(called).toEqual(everything());
  });

  it('stays unsaid and unchanged for the manager of another home', async () => {
    const { called, wrong } = await findNothing(asPerson(olga), [bob], { own: oak, mayEchoIds: true });
    expect(wrong).toEqual([]);
    expect(called).toEqual(everything());
  });
});
