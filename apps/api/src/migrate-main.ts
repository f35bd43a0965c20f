/** Brings the database up to date and ends. With PROMENADE_DEMO=yes it also makes the demo home, where there is no home yet. */
import { readConfig } from './config.ts';
import { migrate } from './db/migrate.ts';
import { seedDemo } from './demo/seed.ts';
import { createServer } from './server.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  const { ownerUrl, appUrl, mediaFolder } = readConfig(process.env);
  if (!ownerUrl) throw new Error('Set DATABASE_URL to the address of the role that owns the tables: only that role may change them.');
  const { applied } = await migrate({ ownerUrl, appUrl });
  say(applied.length > 0 ? `Database brought up to date (${applied.length} ${applied.length === 1 ? 'step' : 'steps'}).` : 'The database is up to date.');
  if (process.env['PROMENADE_DEMO'] === 'yes') await makeDemo(appUrl, mediaFolder);
} catch (error) {
  const failure = error as NodeJS.ErrnoException;
  process.stderr.write(`${failure.code === 'ECONNREFUSED' ? 'No Postgres answers at DATABASE_URL. Start it, or correct the address.' : (failure.stack ?? failure.message)}\n`);
  process.exit(1);
}

async function makeDemo(appUrl: string, mediaFolder: string): Promise<void> {
  const app = await createServer({ appUrl, mediaFolder });
  try {
    say((await seedDemo(app)) ? 'Demo home made: Chestnut House.' : 'There is a home already, so no demo home was made.');
  } finally {
    await app.close();
  }
}
