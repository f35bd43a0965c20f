/** Installs what is missing and finds a Node new enough to run it. Uses nothing but what Node 20 brings. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const MODULES = path.join(ROOT, 'node_modules');
/** Nx is started by file, so that it runs on our Node. */
export const NX = path.join(MODULES, 'nx', 'dist', 'bin', 'nx.js');
const MARK = path.join(MODULES, '.promenade-installed');

const isNewEnough = (version) => Number(version.replace('v', '').split('.')[0]) >= 24;

/** Says what is wrong and what to do, and ends. */
export function giveUp(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

/** Runs `npm ci` when the packages are not those of the lock file; says so, and how it went. */
export function install() {
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20) giveUp(`Promenade needs Node 20 or newer; this is ${process.version}.`);
  const wanted = createHash('sha256').update(readFileSync(path.join(ROOT, 'package-lock.json'))).digest('hex');
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return;
  console.log('Installing packages (about a minute, once)…');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const ran = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, npm_config_yes: 'true' } });
  if (ran.error || ran.status !== 0) giveUp('The packages could not be installed. Check the network and the disk, then run the command again.');
  writeFileSync(MARK, wanted);
}

/** The Node that runs the rest: the one that came with the packages, or this one if it is new enough. */
export function node24() {
  const own = path.join(MODULES, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  for (const candidate of [own, process.execPath]) {
    const said = existsSync(candidate) ? spawnSync(candidate, ['--version'], { encoding: 'utf8' }).stdout : '';
    if (said && isNewEnough(said)) return candidate;
  }
  return giveUp('On this kind of machine Promenade needs Node 24 installed: see nodejs.org.');
}

/** The environment for everything we run: our Node first on the path, no daemons left behind. */
export function environment() {
  return { ...process.env, PATH: `${path.join(MODULES, '.bin')}${path.delimiter}${process.env.PATH ?? ''}`, NX_DAEMON: 'false', NX_TUI: 'false' };
}
