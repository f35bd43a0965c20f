/**
 * Kills the API and the database at random moments while people record, and looks whether anything that was acknowledged
 * is lost or there twice, and whether the ledger is whole each time:
 *
 *     npm run check:crash -- [--kills 100] [--seed N] [--clients 8] [--break ack-before-commit|no-idempotency]
 *
 * Everything is its own: a database and an API on loopback, in a temporary folder that is taken away at the end.
 * `--break` damages the built API first; the check must then end red. Ends with 1 when something was lost, doubled or broken.
 */
/* global AbortSignal */
import { fork, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { v7 } from 'uuid';
import { readLedger } from '../apps/api/src/promises/ledger-reading.ts';
import { ensureDatabase } from './database.mjs';
import { ROOT, freePort, startPostgres } from './postgres.mjs';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' }, clients: { type: 'string', default: '8' }, break: { type: 'string' } } });
const [kills, seed, clients] = [Number(values.kills), Number(values.seed), Number(values.clients)];
/** Whatever happens, it ends. */
const LONGEST_MS = 120_000 + kills * 30_000;
const LEVELS = ['took part', 'watched', 'joined in a little', 'declined', 'asleep or withdrawn', 'not offered'];
const RECORD = `mutation ($sessionId: Id!, $entries: [AttendanceInput!]!) { recorded: recordAttendances(sessionId: $sessionId, entries: $entries) { __typename ... on Refused { reasons { message } } } }`;

/** What is damaged on purpose, as the text of the built file has it. */
const BREAKS = {
  'ack-before-commit': ['db/db.js', /await runner\.commitTransaction\(\);\s*end\(\);\s*await runner\.release\(\);/, 'setTimeout(() => void runner.commitTransaction().then(() => { end(); return runner.release(); }).catch(() => undefined), 60);'],
  'no-idempotency': ['day/day.service.js', /(async recordAttendances\([^)]*\) \{)/, '$1 list = list.map((each) => ({ ...each, id: newHere() }));'],
};

/** The same numbers for the same seed. */
function randomFrom(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomFrom(seed);
const folder = mkdtempSync(path.join(tmpdir(), 'promenade-crash-'));
chmodSync(folder, 0o755);
const built = path.join(ROOT, 'apps', 'api', `dist-crash-${process.pid}`);
const totals = { api: 0, postgres: 0, checks: 0, broken: 0, lost: 0, doubled: 0, refused: 0, retries: 0, slowest: 0 };
let [server, api, isEnding] = [null, null, false];

const deadline = setTimeout(() => void finish(`It took longer than ${LONGEST_MS / 1000} s and was stopped.`), LONGEST_MS);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void finish('Stopped.'));

let code = 2;
try {
  code = (await check()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error.stack ?? error.message}\n`);
}
await tidy();
process.exit(code);

async function finish(why) {
  process.stderr.write(`${why}\n`);
  await tidy();
  process.exit(2);
}

async function tidy() {
  isEnding = true;
  clearTimeout(deadline);
  api?.kill('SIGKILL');
  await Promise.race([server?.stop(), pause(10_000)]);
  rmSync(built, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

async function check() {
  build();
  const dbPort = await freePort();
  server = await startPostgres({ folder, port: dbPort });
  await ensureDatabase(server.url('postgres'), 'promenade');
  const ownerUrl = server.url('promenade');
  const load = (file) => import(pathToFileURL(path.join(built, file)).href);
  const { appUrlFrom } = await load('config.js');
  const appUrl = appUrlFrom(ownerUrl);
  await (await load('db/migrate.js')).migrate({ ownerUrl, appUrl });
  const house = await furnish(ownerUrl, appUrl, load);
  const address = { appUrl, port: await freePort() };
  await startApi(address);
  const recording = house.places.map((place) => record(`http://127.0.0.1:${address.port}/graphql`, place));
  for (let kill = 0; kill < kills; kill += 1) {
    await untilRecorded(house, clients);
    await pause(20 + random() * 500);
    const from = performance.now();
    const before = house.places.map(({ said }) => said.length);
    if (random() < 0.5) await killApi(address);
    else await killPostgres(dbPort);
    await untilRecordedSince(house, before);
    totals.slowest = Math.max(totals.slowest, performance.now() - from);
    await look(ownerUrl, house, false);
    if (totals.lost + totals.doubled + totals.broken > 0 && values.break) break;
  }
  isEnding = true;
  await Promise.all(recording);
  await look(ownerUrl, house, true);
  return say(house);
}

function build() {
  const made = spawnSync(process.execPath, [path.join(ROOT, 'scripts', 'build-api.mjs'), path.basename(built)], { cwd: ROOT, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  if (values.break === undefined) return;
  const [file, what, instead] = BREAKS[values.break] ?? [];
  if (!file) throw new Error(`--break: choose ${Object.keys(BREAKS).join(' or ')}.`);
  const text = readFileSync(path.join(built, file), 'utf8');
  if (!what.test(text)) throw new Error(`${file} is written otherwise now: the damage "${values.break}" does not fit it.`);
  writeFileSync(path.join(built, file), `import { v7 as newHere } from 'uuid';\n${text.replace(what, instead)}`);
}

/** A home in which each client has one person, one session of theirs and one promise that it keeps. */
async function furnish(ownerUrl, appUrl, load) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const put = (table, row) => plant(owner, table, row);
  const now = new Date();
  const homeId = v7();
  // Noon there: no session falls into another day while this runs.
  const ahead = 12 - now.getUTCHours();
  await put('home', { id: homeId, name: 'Crash House', zone: `Etc/GMT${ahead > 0 ? `-${ahead}` : `+${-ahead}`}`, created_at: now });
  const activityId = v7();
  await put('activity', { home_id: homeId, id: activityId, name: 'A walk', kind: 'physical', setting: 'home', picture: 'star', group_max: 12 });
  const app = await (await load('server.js')).createServer({ appUrl, mediaFolder: path.join(folder, 'media'), logger: false });
  await app.init();
  const [db, ledger] = [app.get((await load('db/db.js')).Db), app.get((await load('promises/ledger.service.js')).LedgerService)];
  const places = [];
  for (let n = 0; n < clients; n += 1) {
    const [staffId, accountId, membershipId, residentId, sessionId, promiseId, token] = [v7(), v7(), v7(), v7(), v7(), v7(), randomBytes(32).toString('base64url')];
    await put('staff', { home_id: homeId, id: staffId, given_name: `Carer ${n}`, care: true });
    await put('account', { id: accountId, email: `carer${n}@example.org`, name: `Carer ${n}`, created_at: now });
    await put('membership', { home_id: homeId, id: membershipId, account_id: accountId, role: 'carer', staff_id: staffId });
    await put('sign_in', { token_digest: createHash('sha256').update(token).digest('hex'), account_id: accountId, home_id: homeId, membership_id: membershipId, at: now, expires_at: new Date('2199-01-01') });
    await put('resident', { home_id: homeId, id: residentId, preferred_name: `Person ${n}`, given_name: `Person ${n}`, status: 'living here', wheelchair: 'never', photo_consent: 'not asked', born: '1940-01-01', moved_in: '2020-01-01' });
    const [from, to] = [new Date(now.getTime() + 60_000), new Date(now.getTime() + 3_600_000)];
    await put('session', { home_id: homeId, id: sessionId, activity_id: activityId, starts_at: from, ends_at: to, status: 'planned' });
    await put('booking', { home_id: homeId, id: v7(), session_id: sessionId, resident_id: residentId, starts_at: from, ends_at: to, role: 'resident' });
    const actor = { audience: 'staff', accountId, membershipId, name: `Carer ${n}`, role: 'carer', homeId, zone: 'UTC', staffId, supporterId: null };
    await db.write(actor, (tx) => ledger.append(tx, promiseId, {
      kind: 'made', residentId, words: `Walk ${n}`, activityId, level: 'taking part', dueOn: now.toISOString().slice(0, 10), madeBy: `Carer ${n}`, madeTo: `Person ${n}`, lifeFactId: null, wishId: null, found: 'It is arranged.',
    }));
    places.push({ n, token, residentId, sessionId, promiseId, said: [], sent: [] });
  }
  await app.close();
  await owner.end();
  return { homeId, places };
}

/** Inserts a row; columns that must be filled and are not named get something plain, so that a new column is no trouble here. */
async function plant(owner, table, row) {
  const { rows } = await owner.query(`SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND is_nullable = 'NO' AND column_default IS NULL`, [table]);
  const PLAIN = { text: '', uuid: v7(), boolean: false, integer: 1, jsonb: '[]', ARRAY: '{}', date: '2026-01-01', 'timestamp with time zone': new Date() };
  const all = { ...Object.fromEntries(rows.map(({ name, type }) => [name, PLAIN[type]])), ...row };
  const names = Object.keys(all);
  await owner.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`, Object.values(all));
}

async function startApi({ appUrl, port }) {
  const child = fork(path.join(built, 'main.js'), [], { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '', DATABASE_APP_URL: appUrl, PORT: String(port), PROMENADE_DATA: folder }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  api = child;
  let said = '';
  child.stderr.on('data', (text) => { said = (said + text).slice(-2000); });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The API ended with ${code} while starting: ${said}`)));
  });
  child.removeAllListeners('exit');
  child.once('exit', (code) => {
    if (child === api && !isEnding && code !== null) process.stderr.write(`The API ended by itself with ${code}: ${said}\n`);
  });
}

async function killApi(address) {
  totals.api += 1;
  const gone = api;
  api = null;
  await new Promise((resolve) => { gone.once('exit', resolve); gone.kill('SIGKILL'); });
  await startApi(address);
}

/** The API stays up meanwhile, and has to find its way back. */
async function killPostgres(port) {
  totals.postgres += 1;
  process.kill(server.pid, 'SIGKILL');
  await pause(50);
  server = await startPostgres({ folder, port });
}

/** One client: records, and sends the same again under the same id until it is told that it was recorded. */
async function record(url, place) {
  for (let n = 0; !isEnding; n += 1) {
    const entry = { id: v7(), residentId: place.residentId, level: LEVELS[n % LEVELS.length], leftEarly: n % 12 >= 6, note: `${place.n}-${n}`, correctsId: place.said.at(-1)?.id ?? null };
    place.sent.push(entry);
    while (!(await send(url, place, entry))) {
      totals.retries += 1;
      await pause(50 + Math.random() * 150);
    }
    place.said.push(entry);
  }
}

async function send(url, { token, sessionId }, entry) {
  try {
    const response = await fetch(url, {
      method: 'POST', signal: AbortSignal.timeout(10_000), headers: { 'content-type': 'application/json', 'x-promenade': '1', cookie: `promenade=${token}` },
      body: JSON.stringify({ query: RECORD, variables: { sessionId, entries: [entry] } }),
    });
    const { data } = await response.json();
    if (data?.recorded?.__typename !== 'Refused') return data?.recorded !== undefined && data.recorded !== null;
    totals.refused += 1;
    process.stderr.write(`Refused: ${data.recorded.reasons.map(({ message }) => message).join(' ')}\n`);
    return true;
  } catch {
    return false;
  }
}

function recorded({ places }) {
  return places.reduce((sum, { said }) => sum + said.length, 0);
}

async function untilRecorded(house, more) {
  const from = recorded(house);
  while (recorded(house) < from + more) await pause(5);
}

async function untilRecordedSince({ places }, before) {
  while (places.some(({ said }, n) => said.length <= before[n])) await pause(5);
}

/** In one snapshot: everything acknowledged before it is there once, in its order, and the ledger is whole. */
async function look(ownerUrl, { homeId, places }, isLast) {
  const acknowledged = places.map(({ said }) => said.slice());
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const ask = async (sql, params) => (await client.query(sql, params)).rows;
    totals.checks += 1;
    const verdict = await readLedger(ask, homeId);
    totals.entries = verdict.entries;
    if (!verdict.ok) {
      totals.broken += 1;
      process.stderr.write(`Broken: ${JSON.stringify(verdict.breaks.slice(0, 5))}\n`);
    }
    for (const [at, { residentId, promiseId, sent }] of places.entries()) {
      const attendances = await ask('SELECT id, note FROM attendance WHERE home_id = $1 AND resident_id = $2', [homeId, residentId]);
      const entries = await ask(`SELECT c.content ->> 'level' AS level, (c.content ->> 'leftEarly')::boolean AS early FROM ledger_entry e JOIN ledger_content c ON c.home_id = e.home_id AND c.id = e.id WHERE e.home_id = $1 AND e.promise_id = $2 AND e.kind = 'attended' ORDER BY e.seq`, [homeId, promiseId]);
      compare(acknowledged[at], sent, attendances, entries, isLast);
    }
  } finally {
    await client.end();
  }
}

function compare(said, sent, attendances, entries, isLast) {
  const there = new Map();
  for (const { note } of attendances) there.set(note, (there.get(note) ?? 0) + 1);
  const ids = new Set(attendances.map(({ id }) => id));
  totals.lost += said.filter(({ id }) => !ids.has(id)).length;
  totals.doubled += [...there.values()].filter((times) => times > 1).length;
  // In the ledger they stand in the order they were sent; the last one may be there already, unacknowledged.
  const wrong = entries.findIndex(({ level, early }, n) => level !== sent[n]?.level || early !== sent[n]?.leftEarly);
  if (wrong >= 0 || entries.length > sent.length) totals.doubled += 1;
  if (entries.length < said.length || (isLast && entries.length !== said.length)) totals.lost += 1;
}

function say(house) {
  const { api: ofApi, postgres, checks, broken, lost, doubled, refused, retries, slowest, entries } = totals;
  process.stdout.write(
    `kills=${ofApi + postgres} (api=${ofApi} postgres=${postgres}) seed=${seed} clients=${clients}\n` +
    `acknowledged=${recorded(house)} retried=${retries} refused=${refused} lost=${lost} doubled=${doubled}\n` +
    `chain checks=${checks} broken=${broken} entries=${entries}\n` +
    `longest from a kill until every client had recorded again: ${(slowest / 1000).toFixed(1)} s\n`,
  );
  return lost + doubled + broken + refused === 0;
}
