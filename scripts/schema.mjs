/** Writes apps/api/schema.graphql from the code; a test compares the two. */
import { spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const api = path.join(root, 'apps', 'api');
// A folder of its own, so that a server running from dist is not disturbed.
const folder = `dist-schema-${process.pid}`;
try {
  const built = spawnSync(process.execPath, [path.join(root, 'scripts', 'build-api.mjs'), folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) process.exit(1);
  const { schemaText } = await import(path.join(api, folder, 'graphql', 'schema-text.js'));
  await writeFile(path.join(api, 'schema.graphql'), await schemaText());
  console.log('apps/api/schema.graphql is up to date.');
} finally {
  await rm(path.join(api, folder), { recursive: true, force: true });
}
