/* global setInterval, clearInterval */
/**
 * How long a large ledger takes to verify, beside hashing alone: `npm run check:ledger-size -- [--entries 1000000]`.
 * Makes a database of its own in a temporary folder, fills one home's ledger, runs `verify:ledger` on it as a process of
 * its own and prints seconds, the ratio to a bare loop of the same hashes on this machine, and the most memory it took.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { v7 } from 'uuid';
import { BEGINNING, digestOf, hashOf } from '@promenade/domain/promises/ledger';
import { foldPromise } from '@promenade/domain/promises/promise';
import { appUrlFrom } from '../apps/api/src/config.ts';
import { sha256 } from '../apps/api/src/promises/ledger-reading.ts';
import { ensureDatabase } from './database.mjs';
import { ROOT, startPostgres } from './postgres.mjs';

const { values } = parseArgs({ options: { entries: { type: 'string', default: '1000000' } } });
const wanted = Number(values.entries);
const PER_PROMISE = 10;
const AT_ONCE = 10_000;
const MOST_MB = 256;

const folder = mkdtempSync(path.join(tmpdir(), 'promenade-size-'));
chmodSync(folder, 0o755);
const server = await startPostgres({ folder });
let code;
try {
  code = await measure();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);

async function measure() {
  await ensureDatabase(server.url('postgres'), 'promenade');
  const ownerUrl = server.url('promenade');
  await migrated(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('SET session_replication_role = replica; SET synchronous_commit = off');
  const homeId = v7();
  await client.query(`INSERT INTO home (id, name, zone, demo, created_at) VALUES ($1, 'Large House', 'Europe/London', false, now())`, [homeId]);
  const hashing = await fill(client, homeId);
  await client.query('RESET session_replication_role; ANALYZE ledger_entry; ANALYZE ledger_content; ANALYZE promise');
  await client.end();
  const { seconds, megabytes, said } = await verify(ownerUrl);
  process.stdout.write(`${said}entries=${wanted} seconds=${seconds.toFixed(1)} bare hashing=${hashing.toFixed(1)} s ratio=${(seconds / hashing).toFixed(1)} memory=${megabytes} MB\n`);
  return said.includes('whole') && megabytes > 0 && megabytes <= MOST_MB ? 0 : 1;
}

/** As npm start does it, by the compiled API. */
async function migrated(ownerUrl) {
  const built = path.join(ROOT, 'apps', 'api', `dist-size-${process.pid}`);
  try {
    await run(process.execPath, [path.join(ROOT, 'scripts', 'build-api.mjs'), path.basename(built)], {});
    const { migrate } = await import(path.join(built, 'db', 'migrate.js'));
    await migrate({ ownerUrl, appUrl: appUrlFrom(ownerUrl) });
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
}

/** Fills the ledger, and returns how many seconds its hashes alone took. */
async function fill(client, homeId) {
  const [residentId, accounts] = [v7(), Array.from({ length: 40 }, () => v7())];
  let [previousHash, hashing, promiseId, told] = [BEGINNING, 0, '', []];
  for (let from = 0; from < wanted; from += AT_ONCE) {
    const [entries, contents, promises] = [[], [], []];
    for (let seq = from + 1; seq <= Math.min(from + AT_ONCE, wanted); seq += 1) {
      if ((seq - 1) % PER_PROMISE === 0) [promiseId, told] = [v7(), []];
      const at = new Date(Date.UTC(2020, 0, 1) + seq * 90_000);
      const content = told.length === 0
        ? { kind: 'made', residentId, words: `A walk by the canal, number ${seq}, and a cup of tea`, activityId: null, level: 'taking part', dueOn: '2026-11-30', madeBy: 'Ada Bell', madeTo: 'Bob', lifeFactId: null, wishId: null, found: 'Ada walks with him on Friday after lunch.' }
        : { kind: 'disputed', by: 'Sarah', words: `Dad says that nobody came on the day, number ${seq}.` };
      const [id, salt] = [v7(), randomBytes(16).toString('hex')];
      const began = performance.now();
      const sealed = { homeId, seq, id, promiseId, kind: content.kind, at, byAccountId: accounts[seq % accounts.length], contentDigest: digestOf(salt, content, sha256) };
      const hash = hashOf(previousHash, sealed, sha256);
      hashing += performance.now() - began;
      entries.push({ home_id: homeId, seq, id, promise_id: promiseId, kind: content.kind, at, by_account_id: sealed.byAccountId, content_digest: sealed.contentDigest, previous_hash: previousHash, hash });
      contents.push({ home_id: homeId, id, salt, content });
      told.push({ seq, at, kind: content.kind, content });
      if (told.length === 1) promises.push(rowOf(homeId, promiseId, foldPromise(told)));
      previousHash = hash;
    }
    for (const [table, rows] of [['promise', promises], ['ledger_entry', entries], ['ledger_content', contents]]) {
      await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
    }
  }
  return hashing / 1000;
}

function rowOf(home, id, { residentId, words, level, madeBy, madeAt, dueOn, state, owed, unexplained, misses, entries, paused }) {
  return { home_id: home, id, resident_id: residentId, words, level, made_by: madeBy, made_at: madeAt, due_on: dueOn, state, owed, unexplained, misses, entries, paused };
}

/** Runs verify:ledger with the bounds it has in package.json, and watches how much memory it takes. */
async function verify(ownerUrl) {
  const began = performance.now();
  const { said, megabytes } = await run(process.execPath, ['--max-old-space-size=128', '--max-semi-space-size=4', path.join(ROOT, 'scripts', 'verify-ledger.ts')], { DATABASE_URL: ownerUrl });
  return { seconds: (performance.now() - began) / 1000, megabytes, said };
}

function run(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    let [said, megabytes] = ['', 0];
    child.stdout.on('data', (text) => { said += text; });
    const watch = setInterval(() => { megabytes = Math.max(megabytes, peakOf(child.pid)); }, 100);
    child.once('error', reject);
    child.once('exit', () => { clearInterval(watch); resolve({ said, megabytes }); });
  });
}

/** The most memory a process held so far, where the system tells. */
function peakOf(pid) {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
