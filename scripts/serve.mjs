/** Starts the database, brings it up to date, builds what changed, and serves everything on one port until Ctrl-C. */
import { spawn } from 'node:child_process';
import { enableCompileCache } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { ensureDatabase } from './database.mjs';
import { NX, ROOT, environment, giveUp } from './install.mjs';
import { Trouble, startPostgres } from './postgres.mjs';

const began = Date.now();
const seconds = () => `${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s`;
const say = (line) => console.log(`${seconds()}  ${line}`);
const port = Number(process.env.PORT ?? 4310);
const home = (app) => path.join(ROOT, 'apps', app, 'dist');

enableCompileCache(path.join(ROOT, 'node_modules', '.cache', 'compile'));

let stopping = null;
const closers = [];
/** Last started, first stopped. A second Ctrl-C does not wait. */
function stop(code) {
  if (stopping) process.exit(code || 1);
  stopping = (async () => {
    if (closers.length > 0) say('Stopping…');
    for (const close of closers.reverse()) await close().catch((error) => console.error(error.message));
    if (closers.length > 0) say('Stopped. Everything recorded is kept.');
    process.exit(code);
  })();
}
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

try {
  await mustBeFree(port);
  const built = build();
  built.catch(() => undefined);
  const ownerUrl = await database();
  await built;
  const api = (file) => import(path.join(home('api'), file));
  const { appUrlFrom, mailIn, mediaFolderIn } = await api('config.js');
  const appUrl = process.env.DATABASE_APP_URL ?? appUrlFrom(ownerUrl);
  const { notDurable } = await api('db/durable.js');
  const unsafe = await notDurable(ownerUrl);
  if (unsafe !== null) throw new Trouble(unsafe);
  const { countAfresh, migrate } = await api('db/migrate.js');
  const { applied } = await migrate({ ownerUrl, appUrl });
  if (applied.length > 0) say(`Database brought up to date (${applied.length} ${applied.length === 1 ? 'step' : 'steps'}).`);
  const { createServer: createApp } = await api('server.js');
  const app = await createApp({ appUrl, staffDist: home('staff'), familyDist: home('family'), mediaFolder: mediaFolderIn(process.env.PROMENADE_DATA ?? path.join(ROOT, '.promenade')), mail: mailIn(process.env) });
  closers.push(() => app.close());
  const { seedDemo, DEMO_PASSWORD } = await api('demo/seed.js');
  if (process.env.PROMENADE_DEMO !== 'no' && (await seedDemo(app))) {
    await countAfresh({ ownerUrl });
    say('Demo home made: Chestnut House.');
  }
  await app.listen(port, '127.0.0.1');
  const { SignInService } = await api('access/sign-in.service.js');
  announce(await app.get(SignInService).demoPeople(), DEMO_PASSWORD);
} catch (error) {
  const sentence = error instanceof Trouble ? error.message : error.code === 'EADDRINUSE' ? portInUse() : `Promenade could not start: ${error.stack ?? error.message}`;
  process.stderr.write(`\n${sentence}\n`);
  stop(1);
}

function portInUse() {
  return `Port ${port} is in use, perhaps by another Promenade. Stop that one, or choose another port: PORT=${port + 10} npm start`;
}

async function mustBeFree(wanted) {
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) throw new Trouble(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
  await new Promise((resolve, reject) => {
    const probe = createServer().once('error', (error) => reject(error.code === 'EACCES' ? new Trouble(`Port ${wanted} needs special permission. Choose one above 1023: PORT=4310 npm start`) : error));
    probe.listen(wanted, '127.0.0.1', () => probe.close(resolve));
  });
}

/** The owner's address: of the Postgres we were given, or of the embedded one. */
async function database() {
  if (process.env.DATABASE_URL) {
    say('Using the Postgres of DATABASE_URL.');
    return process.env.DATABASE_URL;
  }
  const folder = path.resolve(process.env.PROMENADE_DATA ?? path.join(ROOT, '.promenade'));
  const server = await startPostgres({ folder, log: say });
  closers.push(server.stop);
  await ensureDatabase(server.url('postgres'), 'promenade');
  say('Database is running.');
  return server.url('promenade');
}

/** Builds what changed since last time; the rest comes from the cache. */
function build() {
  say('Building what changed…');
  return new Promise((resolve, reject) => {
    const nx = spawn(process.execPath, [NX, 'run-many', '-t', 'build', '--output-style=static'], { cwd: ROOT, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [nx.stdout, nx.stderr]) stream.on('data', (text) => { output += text; });
    nx.on('error', reject);
    nx.on('exit', (code) => {
      if (code !== 0) return reject(new Trouble(`The build failed:\n${output}`));
      say('Built.');
      resolve();
    });
    closers.push(async () => { nx.kill(); });
  });
}

function announce(people, password) {
  say('Ready.');
  console.log(`\n  For the home:    http://127.0.0.1:${port}/\n  For families:    http://127.0.0.1:${port}/family/\n`);
  if (people.length > 0) {
    console.log(`  Who can sign in (password "${password}"):`);
    for (const { name, email, about, opens } of people) console.log(`    ${email.padEnd(32)} ${name}, ${about}${opens === 'family' ? ' (families)' : ''}`);
  }
  console.log('\n  Ctrl-C stops everything.\n');
}

process.on('unhandledRejection', (error) => giveUp(error instanceof Trouble ? error.message : String(error?.stack ?? error)));
