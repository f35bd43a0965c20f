/** `npm run home -- --name "Rowan Lodge" --manager "Ada Bell" --email ada@example.org`: a home without the demo, and a link for its manager. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDatabase } from './database.mjs';
import { NX, ROOT, environment } from './install.mjs';
import { Trouble, startPostgres } from './postgres.mjs';

const USAGE = 'npm run home -- --name "Rowan Lodge" --manager "Ada Bell" --email ada@example.org';
const api = (file) => import(path.join(ROOT, 'apps', 'api', 'dist', file));
const say = (line) => console.log(line);
const closers = [];

/** What the person at the keyboard wrote is not enough, or does not fit: nothing was made. */
class BadInput extends Error {}

try {
  const wanted = readArguments();
  build();
  const ownerUrl = await database();
  const { appUrlFrom, mediaFolderIn } = await api('config.js');
  const appUrl = process.env.DATABASE_APP_URL ?? appUrlFrom(ownerUrl);
  const { migrate } = await api('db/migrate.js');
  await migrate({ ownerUrl, appUrl });
  const { createServer } = await api('server.js');
  const app = await createServer({ appUrl, mediaFolder: mediaFolderIn(process.env.PROMENADE_DATA ?? path.join(ROOT, '.promenade')) });
  closers.push(() => app.close());
  const { newHome } = await api('new-home.js');
  announce(wanted, await newHome(app, wanted));
} catch (error) {
  process.exitCode = error instanceof BadInput ? 2 : 1;
  process.stderr.write(`\n${sentenceFor(error)}\n`);
}
for (const close of closers.reverse()) await close().catch((error) => console.error(error.message));

function readArguments() {
  try {
    const { values } = parseArgs({ options: { name: { type: 'string' }, manager: { type: 'string' }, email: { type: 'string' } } });
    const missing = ['name', 'manager', 'email'].filter((option) => !values[option]?.trim());
    if (missing.length > 0) throw new BadInput(`${missing.map((option) => `--${option}`).join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing. Write it like this:\n  ${USAGE}`);
    return values;
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`That cannot be understood. Write it like this:\n  ${USAGE}`);
  }
}

function build() {
  say('Building what changed…');
  const built = spawnSync(process.execPath, [NX, 'run', '@promenade/api:build', '--output-style=static'], { cwd: ROOT, env: environment(), encoding: 'utf8' });
  if (built.status !== 0) throw new Trouble(`The build failed:\n${built.stdout}${built.stderr}`);
}

/** The owner's address: of the Postgres we were given, or of the embedded one while nothing else uses it. */
async function database() {
  if (process.env.DATABASE_URL) {
    if (!/^postgres(ql)?:\/\//.test(process.env.DATABASE_URL)) throw new BadInput('DATABASE_URL must be a Postgres address such as postgres://owner:password@host:5432/promenade.');
    return process.env.DATABASE_URL;
  }
  const folder = path.resolve(process.env.PROMENADE_DATA ?? path.join(ROOT, '.promenade'));
  const server = await startPostgres({ folder, log: say, takeOver: false });
  closers.push(server.stop);
  await ensureDatabase(server.url('postgres'), 'promenade');
  return server.url('promenade');
}

function announce({ name, manager, email }, made) {
  if ('sentences' in made) throw new BadInput(made.sentences.join('\n'));
  const server = `http://127.0.0.1:${process.env.PORT ?? 4310}`;
  const until = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/London' }).format(made.expiresAt);
  say(made.isNew ? `\n${name} is made.` : `\n${name} is there already. This is a new link; an earlier one no longer works.`);
  say(`\n  For ${manager} (${email}), once, until ${until}:\n    ${server}${made.path}\n`);
  say('  Nothing is sent by e-mail: open the link yourself, or hand it over. It needs Promenade running: npm start\n');
}

function sentenceFor(error) {
  if (error instanceof BadInput || error instanceof Trouble) return error.message;
  if (['ECONNREFUSED', 'ENOTFOUND'].includes(error.code)) return 'No Postgres answers at DATABASE_URL. Start it, or correct the address.';
  if (error.code === '28P01' || error.code === '3D000') return `Postgres turns DATABASE_URL away: ${error.message}. Correct the address.`;
  return `The home could not be made: ${error.stack ?? error.message}`;
}
