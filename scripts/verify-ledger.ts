/**
 * Recomputes the ledger of promises: `node scripts/verify-ledger.ts [--home ID] [--noted SEQ:HASH]…`.
 * Checks every link and every word, and that the promises are what their entries say. Ends with 1 when something is broken.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type ChainContent, type ChainEntry, type Head, verifyChain } from '@promenade/domain/promises/ledger';
import { type EntryContent, type EntryKind, foldPromise } from '@promenade/domain/promises/promise';
import { ROOT, OWNER, startPostgres } from './postgres.mjs';

const USAGE = 'usage: npm run verify:ledger -- [--home ID] [--noted SEQ:HASH]';
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Something the person at the keyboard can put right; the message is one line. */
class Refusal extends Error {}

type Place = { readonly url: string; readonly close: () => Promise<void> };
type Home = { readonly id: string; readonly name: string };
type Row = { readonly id: string; readonly state: string; readonly owed: boolean; readonly unexplained: boolean; readonly misses: number; readonly entries: number; readonly dueOn: string; readonly words: string };

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function main(): Promise<boolean> {
  const wanted = readArguments();
  const place = await database();
  const client = new pg.Client({ connectionString: place.url });
  try {
    await client.connect();
    const homes = (await client.query<Home>('SELECT id, name FROM home WHERE $1::uuid IS NULL OR id = $1 ORDER BY name', [wanted.home])).rows;
    if (homes.length === 0) throw new Refusal(wanted.home ? `There is no home ${wanted.home}.` : 'There is no home in this database yet.');
    let whole = true;
    for (const home of homes) whole = (await verify(client, home, wanted.noted)) && whole;
    return whole;
  } finally {
    await client.end().catch(() => undefined);
    await place.close();
  }
}

function readArguments(): { home: string | null; noted: Head[] } {
  try {
    const { values } = parseArgs({ options: { home: { type: 'string' }, noted: { type: 'string', multiple: true } } });
    if (values.home !== undefined && !UUID.test(values.home)) throw new Refusal(`--home: “${values.home}” is not the id of a home.`);
    const noted = (values.noted ?? []).map((text) => {
      const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
      if (!seq || !hash) throw new Refusal(`--noted: “${text}” is not a number and a hash, such as 12:3f…`);
      return { seq: Number(seq), hash };
    });
    return { home: values.home ?? null, noted };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(USAGE);
  }
}

/** DATABASE_URL, or else the built-in server: the one that is running, or one started for the purpose and stopped again. */
async function database(): Promise<Place> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, close: () => Promise.resolve() };
  const folder = path.resolve(process.env['PROMENADE_DATA'] ?? path.join(ROOT, '.promenade'));
  // Where the folder is out of reach of the server's own user, its data are kept here.
  const elsewhere = path.join('/var/lib/promenade', sha256(folder).slice(0, 12));
  for (const running of [runningIn(folder), runningIn(elsewhere)]) {
    if (running && (await answers(running))) return { url: running, close: () => Promise.resolve() };
  }
  if (![folder, elsewhere].some((each) => existsSync(path.join(each, 'data')))) throw new Refusal('There is no database yet. Start Promenade once (npm start), or set DATABASE_URL.');
  const server = await startPostgres({ folder, takeOver: false });
  return { url: server.url('promenade'), close: server.stop };
}

/** The address of a server that is at work on this folder, or null. It is left running. */
function runningIn(folder: string): string | null {
  try {
    const [pid, , , port] = readFileSync(path.join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 0);
    const password = readFileSync(path.join(folder, 'owner-password'), 'utf8').trim();
    return `postgres://${OWNER}:${password}@127.0.0.1:${port}/promenade`;
  } catch {
    return null;
  }
}

/** After a power cut the process number may belong to something else: only what answers is a server. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function verify(client: pg.Client, { id, name }: Home, noted: readonly Head[]): Promise<boolean> {
  const entries = (await client.query<ChainEntry & { kind: EntryKind }>(
    `SELECT home_id AS "homeId", seq, id, promise_id AS "promiseId", kind, at, by_account_id AS "byAccountId", content_digest AS "contentDigest", previous_hash AS "previousHash", hash
     FROM ledger_entry WHERE home_id = $1 ORDER BY seq`, [id])).rows;
  const contents = (await client.query<ChainContent>('SELECT id, salt, content FROM ledger_content WHERE home_id = $1', [id])).rows;
  const verdict = verifyChain(entries, contents, sha256, noted);
  const strays = await straysOf(client, id, entries, contents);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  if (verdict.ok && strays.length === 0) {
    const erased = verdict.erased > 0 ? `, the words of ${verdict.erased} of them erased` : '';
    say(`${name}: whole. ${verdict.entries} ${verdict.entries === 1 ? 'entry' : 'entries'}${erased}.${verdict.head ? ` Head ${verdict.head.seq}:${verdict.head.hash}` : ''}`);
    return true;
  }
  say(`${name}: broken.`);
  if (!verdict.ok) for (const { seq, what } of verdict.breaks) say(`  entry ${seq}: ${what}`);
  for (const stray of strays) say(`  ${stray}`);
  return false;
}

/** Promises whose row is not what their entries come to: a row was changed by hand, or entries were cut off. */
async function straysOf(client: pg.Client, homeId: string, entries: readonly (ChainEntry & { kind: EntryKind })[], contents: readonly ChainContent[]): Promise<string[]> {
  const words = new Map(contents.map((content) => [content.id, content.content as EntryContent]));
  const byPromise = Map.groupBy(entries, ({ promiseId }) => promiseId);
  const rows = (await client.query<Row>('SELECT id, state, owed, unexplained, misses, entries, due_on::text AS "dueOn", words FROM promise WHERE home_id = $1 ORDER BY made_at, id', [homeId])).rows;
  return rows.flatMap((row) => {
    const told = (byPromise.get(row.id) ?? []).map(({ id, seq, at, kind }) => ({ seq, at, kind, content: words.get(id) ?? null }));
    if (told.some(({ content }) => content === null)) return [];
    const present = foldPromise(told);
    const differs = (['state', 'owed', 'unexplained', 'misses', 'entries', 'dueOn', 'words'] as const).filter((key) => row[key] !== present[key]);
    return differs.length > 0 ? [`promise ${row.id}: its row does not follow from its entries (${differs.join(', ')}).`] : [];
  });
}
