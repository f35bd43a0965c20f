/** `npm run dev`: the API rebuilt and restarted as its code changes, and both apps with hot reload. */
import path from 'node:path';
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { ROOT, environment, giveUp, install, node24 } from './install.mjs';

install();
const node = node24();
const env = environment();
const children = new Set();
let server = null;
let ending = false;

function run(title, args) {
  const child = spawn(node, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  children.add(child);
  child.on('exit', () => children.delete(child));
  console.log(`${title}…`);
  return child;
}

function serve() {
  server = run('API', [path.join(ROOT, 'scripts', 'serve.mjs')]);
}

/** One restart for a burst of changes. */
let timer = null;
function changed() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (!server || server.exitCode !== null) return serve();
    server.once('exit', () => ending || serve());
    server.kill('SIGINT');
  }, 400);
}

serve();
for (const folder of ['apps/api/src', 'libs/domain/src', 'libs/planner/src', 'libs/interchange/src']) watch(path.join(ROOT, folder), { recursive: true }, changed);
// npm knows where it put Vite: at the root or in the app.
const vite = (app) => run(`${app} app`, [process.env.npm_execpath ?? giveUp('Start this with: npm run dev'), 'run', 'dev', '--workspace', `@promenade/${app}`]);
vite('staff');
vite('family');
console.log('\n  Staff app: http://127.0.0.1:4311/   Family app: http://127.0.0.1:4312/family/\n');

process.on('SIGINT', () => {
  ending = true;
  for (const child of children) child.kill('SIGINT');
});
