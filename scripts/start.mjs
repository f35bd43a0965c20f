/** `npm start`: installs what is missing, then runs scripts/serve.mjs on the right Node. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT, environment, install, node24 } from './install.mjs';

install();
const child = spawn(node24(), [path.join(ROOT, 'scripts', process.argv[2] ?? 'serve.mjs'), ...process.argv.slice(3)], { cwd: ROOT, stdio: 'inherit', env: environment() });
// Ctrl-C reaches the child by itself; it tidies up and ends, and we end as it did.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => { if (signal !== 'SIGINT') child.kill(signal); });
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
