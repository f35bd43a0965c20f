/** Before the journeys: the database, and a browser unpacked once, where nobody else's leftovers are in the way. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import startServer from '../world/global-setup.ts';

/** Of this checkout and this user: a browser in the common temporary folder may be another user's, or half unpacked. */
const FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../node_modules/.cache/chromium');

export default async function prepare(): Promise<void> {
  await startServer();
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  await mkdir(FOLDER, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = FOLDER;
  try {
    process.env['TEST_CHROMIUM'] = await sparticuz.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
