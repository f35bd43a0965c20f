/** Tries forgeries on the check of the ledger: `npm run check:ledger -- [--forgeries 10000] [--seed N]`. Ends with 1 when one goes unseen. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './postgres.mjs';

const { values } = parseArgs({ options: { forgeries: { type: 'string', default: '10000' }, seed: { type: 'string' } } });
const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(process.execPath, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, '--testTimeout', '600000', 'libs/domain/src/promises/ledger-check.spec.ts'], {
  cwd: ROOT, stdio: 'inherit', env: { ...process.env, FORGERIES: values.forgeries, ...(values.seed ? { SEED: values.seed } : {}) },
});
process.exit(status ?? 1);
