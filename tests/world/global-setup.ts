/** One real Postgres for the whole run, with a migrated template that each test file clones. */
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../../apps/api/src/db/migrate.ts';
import { appUrlFrom } from '../../apps/api/src/config.ts';
import { ensureDatabase } from '../../scripts/database.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';

export const TEMPLATE = 'promenade_template';

type Running = { stop: () => Promise<void>; folder: string };
declare global {
  var promenadeTestServer: Running | undefined;
}

export default async function startServer(): Promise<void> {
  if (globalThis.promenadeTestServer) return;
  const folder = await mkdtemp(path.join(tmpdir(), 'promenade-test-'));
  await chmod(folder, 0o755);
  const server = await startPostgres({ folder, durable: false });
  globalThis.promenadeTestServer = { stop: server.stop, folder };
  await ensureDatabase(server.url('postgres'), TEMPLATE);
  const ownerUrl = server.url(TEMPLATE);
  await migrate({ ownerUrl, appUrl: appUrlFrom(ownerUrl) });
  process.env['TEST_SERVER_URL'] = server.url('postgres');
}
