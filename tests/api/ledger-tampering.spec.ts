/** Whatever is changed in the ledger behind the application's back is found by `npm run verify:ledger`, and where it is. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { newId } from '../../apps/api/src/db/ids.ts';
import { LedgerErasureService } from '../../apps/api/src/promises/ledger-erasure.service.ts';
import { LedgerService } from '../../apps/api/src/promises/ledger.service.ts';
import { sha256 } from '../../apps/api/src/promises/ledger-reading.ts';
import { digestOf, hashOf } from '../../libs/domain/src/promises/ledger.ts';
import { type World, openWorld } from '../world/world.ts';

type Column = { table: 'ledger_entry' | 'ledger_content'; name: string; type: string };
type Case = { what: string; homeId: string; /** The entry it must be found at. */ seq: number; column: string | null };

let world: World;
let owner: pg.Client;
beforeAll(async () => {
  world = await openWorld();
  owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  // Past foreign keys too, as somebody would who owns the database.
  await owner.query('SET session_replication_role = replica');
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

/** A home with two promises, something said of both, words honestly erased, and its head noted in a digest. */
async function told(what: string): Promise<string> {
  const home = await world.home(what);
  const [ruth, bob] = [await home.worker('Ruth Hall', 'manager'), await home.resident('Bob Ellison')];
  await world.db.write(ruth.actor, async (tx) => {
    const ledger = world.app.get(LedgerService);
    const [walk, swim] = [newId(), newId()];
    for (const [id, words] of [[walk, 'A walk by the canal'], [swim, 'A swim']] as const) {
      await ledger.append(tx, id, { kind: 'made', residentId: bob.id, words, activityId: null, level: 'taking part', dueOn: '2026-11-30', madeBy: 'Ruth Hall', madeTo: 'Bob', lifeFactId: null, wishId: null, found: 'On Friday.' });
    }
    await ledger.append(tx, walk, { kind: 'fell through', sessionId: null, words: 'The bus would not start.', by: 'Ruth Hall' });
    await ledger.append(tx, walk, { kind: 'explained', reason: 'vehicle off the road', words: '', answers: 'Ruth', newDate: '2026-12-04', whyNoDate: null, by: 'Ruth Hall' });
    await world.app.get(LedgerErasureService).erase(tx, { id: newId(), residentId: bob.id, seqs: [3], ground: 'consent withdrawn', askedBy: 'Bob', askedWords: 'Take that out.' });
    await ledger.append(tx, swim, { kind: 'disputed', by: 'Sarah', words: 'Nobody came.' });
    await ledger.noteHead(tx, 'Sarah, the weekly digest');
  });
  return home.id;
}
const ENTRIES = 6;
const ERASED = 3;
/** Entries of a busy home in a year. */
const YEAR = 5000;

async function columns(): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `SELECT table_name AS table, column_name AS name, udt_name AS type FROM information_schema.columns WHERE table_schema = 'public' AND table_name IN ('ledger_entry', 'ledger_content') ORDER BY table_name, ordinal_position`);
  return rows;
}

/** The value with one letter, digit or millisecond changed. */
function oneByte(value: unknown, { type }: Column): unknown {
  if (value instanceof Date) return new Date(value.getTime() + 1);
  if (typeof value === 'number') return value + 100;
  if (type === 'jsonb') return JSON.stringify(value).replace(/":"(.)/, (_, letter: string) => `":"${letter === 'x' ? 'y' : 'x'}`);
  if (value === null) return type === 'uuid' ? randomUUID() : 'x';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `${text.slice(0, -1)}${text.endsWith('7') ? '8' : '7'}`;
}

async function change(homeId: string, seq: number, column: Column): Promise<void> {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM ledger_entry WHERE home_id = $1 AND seq = $2', [homeId, seq]);
  const [was] = (await owner.query<Record<string, unknown>>(`SELECT "${column.name}" AS value FROM ${column.table} WHERE home_id = $1 AND id = $2`, [homeId, rows[0]?.id])).rows;
  await owner.query(`UPDATE ${column.table} SET "${column.name}" = $3 WHERE home_id = $1 AND id = $2`, [homeId, rows[0]?.id, oneByte(was?.['value'], column)]);
}

const verify = (...more: string[]) => spawnSync(path.join('node_modules', '.bin', 'node'), ['scripts/verify-ledger.ts', ...more], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: world.ownerUrl } });

/** What it says of each home, under the home's name. */
function said(stdout: string): Map<string, string[]> {
  const homes = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of stdout.split('\n')) {
    if (line.startsWith('  ')) lines.push(line.trim());
    else if (line) homes.set(line.replace(/: (broken|whole)\..*$/, ''), (lines = line.includes(': whole.') ? ['whole'] : []));
  }
  return homes;
}

describe('verify:ledger', () => {
  it('finds one changed byte in every column of every row, one deleted row, two swapped rows and a cut tail, and says where', async () => {
    const cases: Case[] = [];
    const begin = async (what: string, seq: number, column: string | null, harm: (homeId: string) => Promise<unknown>) => {
      const homeId = await told(what);
      await harm(homeId);
      cases.push({ what, homeId, seq, column });
    };
    await told('Left alone');
    for (const column of await columns()) {
      for (let seq = 1; seq <= ENTRIES; seq += 1) {
        if (column.table === 'ledger_content' && seq === ERASED) continue;
        await begin(`${column.table}.${column.name} of entry ${seq}`, seq, column.name, (homeId) => change(homeId, seq, column));
      }
    }
    const withWords = 'DELETE FROM ledger_content c USING ledger_entry e WHERE e.home_id = $1 AND e.seq >= $2 AND e.seq <= $3 AND c.home_id = e.home_id AND c.id = e.id';
    const entries = 'DELETE FROM ledger_entry WHERE home_id = $1 AND seq >= $2 AND seq <= $3';
    for (let seq = 1; seq <= ENTRIES; seq += 1) {
      await begin(`entry ${seq} deleted with its words`, seq, null, async (homeId) => { await owner.query(withWords, [homeId, seq, seq]); await owner.query(entries, [homeId, seq, seq]); });
      if (seq !== ERASED) await begin(`words of entry ${seq} deleted`, seq, 'content', (homeId) => owner.query(withWords, [homeId, seq, seq]));
      if (seq < ENTRIES) {
        await begin(`entries ${seq} and ${seq + 1} swapped`, seq, 'seq', async (homeId) => {
          for (const [from, to] of [[seq, -1], [seq + 1, seq], [-1, seq + 1]]) await owner.query('UPDATE ledger_entry SET seq = $3 WHERE home_id = $1 AND seq = $2', [homeId, from, to]);
        });
      }
      if (seq > 1) await begin(`cut off from entry ${seq}`, ENTRIES, null, async (homeId) => { await owner.query(withWords, [homeId, seq, ENTRIES]); await owner.query(entries, [homeId, seq, ENTRIES]); });
    }
    const { status, stdout, stderr } = verify('--sql');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const homes = said(stdout);
    expect(homes.get('Left alone')).toEqual(['whole']);
    const missed = cases.filter(({ what, seq }) => !homes.get(what)?.some((line) => line.startsWith(`entry ${seq}:`)));
    expect(missed.map(({ what }) => [what, homes.get(what)])).toEqual([]);
    // The column is named wherever the row itself is still where it belongs; where it is gone, that is what is said.
    const unnamed = cases.filter(({ what, seq, column }) => column !== null && !homes.get(what)?.some((line) => line.startsWith(`entry ${seq}:`) && (line.split('.')[0]?.includes(column) || (column === 'home_id' && /missing|cut off|words removed/.test(line)) || (column === 'seq' && /missing|cut off/.test(line)))));
    expect(unnamed.map(({ what }) => [what, homes.get(what)])).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(100);
  }, 240_000);

  it('covers a column that is added, or says that nothing covers it', async () => {
    await told('Another column');
    await owner.query('ALTER TABLE ledger_entry ADD COLUMN mood text');
    try {
      const { status, stdout } = verify();
      expect([status, stdout]).toEqual([1, expect.stringContaining('all entries: not covered (mood)') as string]);
      expect((await columns()).map(({ name }) => name)).toContain('mood');
    } finally {
      await owner.query('ALTER TABLE ledger_entry DROP COLUMN mood');
    }
  });

  it('agrees with the database’s own hashes on every entry of a year, however awkward its words', async () => {
    const homeId = await told('A year');
    const [head] = (await owner.query<{ hash: string; promise_id: string }>('SELECT hash, promise_id FROM ledger_entry WHERE home_id = $1 ORDER BY seq DESC LIMIT 1', [homeId])).rows;
    if (!head) throw new Error('no head');
    // What JSON in the database cannot hold, it refuses: the null letter, and halves of letters.
    const words = fc.sample(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('\u2028 “O’Neill” \\ "said"\t\u0001\u007f 👵🏽')), { numRuns: YEAR, seed: 25 }).map((text) => text.replaceAll('\0', '').toWellFormed());
    let previousHash = head.hash;
    const [entries, contents]: [object[], object[]] = [[], []];
    words.forEach((text, n) => {
      const [id, salt, content, at] = [newId(), randomUUID().replaceAll('-', ''), { kind: 'disputed', by: 'Sarah', words: text }, new Date(Date.UTC(2026, 0, 1) + n * 6_307_201)];
      const sealed = { homeId, seq: ENTRIES + 1 + n, id, promiseId: head.promise_id, kind: 'disputed', at, byAccountId: n % 3 ? newId() : null, contentDigest: digestOf(salt, content, sha256) };
      const hash = hashOf(previousHash, sealed, sha256);
      entries.push({ home_id: homeId, seq: sealed.seq, id, promise_id: sealed.promiseId, kind: sealed.kind, at, by_account_id: sealed.byAccountId, content_digest: sealed.contentDigest, previous_hash: previousHash, hash });
      contents.push({ home_id: homeId, id, salt, content });
      previousHash = hash;
    });
    for (const [table, rows] of [['ledger_entry', entries], ['ledger_content', contents]] as const) await owner.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
    expect(verify('--home', homeId, '--sql')).toMatchObject({ status: 0, stdout: expect.stringContaining(`whole. ${YEAR + ENTRIES} entries, the words of 1 of them erased as the law requires. 1 noted place fits. The database computes the same hashes.`) as string });
  });
});
