/**
 * Recomputes the ledger of promises: `node scripts/verify-ledger.ts [--home ID] [--noted SEQ:HASH]… [--sql]`.
 * Checks every link and every word, every place that was noted, and that the promises are what their entries say.
 * `--sql` has the database compute every hash a second time, by its own function. Ends with 1 when something is broken.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import type { Noted } from '@promenade/domain/promises/ledger';
import { ADVICE } from '@promenade/domain/promises/ledger-advice';
import { type Ask, readLedger, sha256 } from '../apps/api/src/promises/ledger-reading.ts';
import { ROOT, OWNER, startPostgres } from './postgres.mjs';

const USAGE = 'usage: npm run verify:ledger -- [--home ID] [--noted SEQ:HASH] [--sql]';
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Something the person at the keyboard can put right; the message is one line. */
class Refusal extends Error {}

type Place = { readonly url: string; readonly close: () => Promise<void> };
type Home = { readonly id: string; readonly name: string };
type Wanted = { readonly home: string | null; readonly noted: readonly Noted[]; readonly sql: boolean };

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
    for (const home of homes) whole = (await verify(client, home, wanted)) && whole;
    return whole;
  } finally {
    await client.end().catch(() => undefined);
    await place.close();
  }
}

function readArguments(): Wanted {
  try {
    const { values } = parseArgs({ options: { home: { type: 'string' }, noted: { type: 'string', multiple: true }, sql: { type: 'boolean', default: false } } });
    if (values.home !== undefined && !UUID.test(values.home)) throw new Refusal(`--home: “${values.home}” is not the id of a home.`);
    const noted = (values.noted ?? []).map((text) => {
      const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
      if (!seq || !hash) throw new Refusal(`--noted: “${text}” is not a number and a hash, such as 12:3f…`);
      return { seq: Number(seq), hash, where: 'noted by whoever asks' };
    });
    return { home: values.home ?? null, noted, sql: values.sql };
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

async function verify(client: pg.Client, { id, name }: Home, { noted, sql }: Wanted): Promise<boolean> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const ask: Ask = async <Row>(statement: string, values: unknown[]) => (await client.query(statement, values)).rows as Row[];
  const verdict = await readLedger(ask, id, noted);
  const other = sql ? await otherwiseInSql(ask, id) : [];
  if (verdict.ok && other.length === 0) {
    const erased = verdict.erased > 0 ? `, the words of ${verdict.erased} of them erased as the law requires` : '';
    const places = verdict.notedHere > 0 ? ` ${verdict.notedHere} noted ${verdict.notedHere === 1 ? 'place fits' : 'places fit'}.` : '';
    const twice = sql ? ' The database computes the same hashes.' : '';
    say(`${name}: whole. ${verdict.entries} ${verdict.entries === 1 ? 'entry' : 'entries'}${erased}.${places}${twice}${verdict.head ? ` Head ${verdict.head.seq}:${verdict.head.hash}` : ''}`);
    return true;
  }
  say(`${name}: broken.`);
  for (const { seq, kind, column, what } of verdict.breaks) say(`  ${seq === 0 ? 'all entries' : `entry ${seq}`}: ${kind}${column ? ` (${column})` : ''}. ${what} ${ADVICE[kind]}`);
  for (const seq of other) say(`  entry ${seq}: the database computes another hash for it.`);
  return false;
}

/** The entries whose hash or digest comes out otherwise in SQL: an implementation that shares nothing with the one above. */
async function otherwiseInSql(ask: Ask, homeId: string): Promise<number[]> {
  const rows = await ask<{ seq: number }>(
    `SELECT e.seq FROM ledger_entry e LEFT JOIN ledger_content c ON c.home_id = e.home_id AND c.id = e.id
     WHERE e.home_id = $1 AND (ledger_hash(e.previous_hash, e.home_id, e.seq, e.id, e.promise_id, e.kind, e.at, e.by_account_id, e.content_digest) <> e.hash
       OR c.id IS NOT NULL AND ledger_digest(c.salt, c.content) <> e.content_digest) ORDER BY e.seq`, [homeId]);
  return rows.map(({ seq }) => seq);
}
