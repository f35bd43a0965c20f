/**
 * `npm run bench:planner`: how good plans get and how soon, beside two general solvers given the same problems, the same
 * time and the same two cores, one after the other in the same run. docs/planner-benchmarks.md says what is compared.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ENTRANTS } from '../benchmarks/planner/entrants.mjs';
import { bestKnown, instancesIn, largest, madeHere } from '../benchmarks/planner/instances.mjs';
import { line, page, points } from '../benchmarks/planner/table.mjs';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const RIVALS = path.join(ROOT, 'benchmarks', 'planner');
const [FROM, TO] = ['<!-- measured -->', '<!-- end of what was measured -->'];
const USAGE = 'usage: npm run bench:planner -- [--seconds N] [--only a,b] [--instances DIR] [--seed N] [--out TABLE.md] [--no-rivals] [--by-processor]';

const wanted = readArguments();
const made = mkdtempSync(path.join(os.tmpdir(), 'promenade-bench-'));
try {
  await bench();
} finally {
  rmSync(made, { recursive: true, force: true });
}

async function bench() {
  const instances = chosen();
  const known = wanted.folder === null ? {} : bestKnown(wanted.folder);
  const entrants = wanted.hasRivals && rivalsAreThere() ? ENTRANTS : ENTRANTS.slice(0, 1);
  const loads = [os.loadavg()[0]];
  const rows = [];
  for (const { file, problem } of instances) {
    const limit = wanted.seconds ?? (problem.residents.length > 45 ? 30 : 10);
    const results = [];
    for (const { race } of entrants) {
      results.push(await race({ file, problem, seconds: limit, seed: wanted.seed, isByProcessor: wanted.isByProcessor }));
      loads.push(os.loadavg()[0]);
    }
    const best = known[problem.id]?.score ?? Math.max(...results.map(({ score }) => score));
    console.log(`${problem.id}: ${problem.residents.length} residents, ${limit} s, best known ${points(best)}${problem.id in known ? '' : ' (of this run)'}`);
    entrants.forEach(({ name }, i) => console.log(line(name, results[i], best)));
    rows.push({ id: problem.id, limit, best, results });
    // After each instance: half an hour of measuring is not lost to a Ctrl-C.
    if (wanted.out !== undefined) deliver(wanted.out, page(rows, entrants.map(({ name }) => name), machine(loads)));
  }
  console.log(machine(loads));
}

/** Between the marks of a page that has them, so that a page can be brought up to date; else a file of its own. */
function deliver(file, table) {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [head, tail] = [before.indexOf(FROM), before.indexOf(TO)];
  writeFileSync(file, head < 0 || tail < head ? table : `${before.slice(0, head + FROM.length)}\n${table}${before.slice(tail)}`);
}

function chosen() {
  const all = wanted.folder === null ? madeHere(ROOT, made) : instancesIn(wanted.folder);
  all.push(largest(wanted.folder ?? made, made));
  const strangers = wanted.only.filter((id) => !all.some(({ problem }) => problem.id === id));
  if (strangers.length > 0) giveUp(`There is no instance ${strangers.join(', ')}. There are ${all.map(({ problem }) => problem.id).join(', ')}.`);
  return wanted.only.length === 0 ? all : all.filter(({ problem }) => wanted.only.includes(problem.id));
}

/** Installs the two solvers on first use; without them the benchmark is of ours alone, and says so. */
function rivalsAreThere() {
  if (existsSync(path.join(RIVALS, 'node_modules', 'or-tools-wasm'))) return true;
  console.log('Installing HiGHS and CP-SAT for comparison (330 MB, once, only in benchmarks/planner)…');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: RIVALS, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) return true;
  console.log('They could not be installed, so only Promenade is measured. When there is a network, run "npm ci" in benchmarks/planner.');
  return false;
}

function machine(loads) {
  const [cpu] = os.cpus();
  const [low, high] = [Math.min(...loads), Math.max(...loads)].map((load) => load.toFixed(1));
  const clock = wanted.isByProcessor
    ? 'Seconds are of processor time, for each of the threads.'
    : 'Two of the load are the solvers themselves, the rest was other work on the same machine.';
  return `${os.cpus().length} × ${cpu?.model.trim() ?? 'an unknown processor'}, Node ${process.versions.node}, seed ${wanted.seed}. Load average from ${low} to ${high}. ${clock}`;
}

function readArguments() {
  const { values } = parse();
  const beside = path.join(ROOT, '..', 'shared', 'planning', 'instances');
  const folder = values.instances ?? (existsSync(beside) ? beside : null);
  if (folder !== null && !existsSync(folder)) giveUp(`There is no folder ${folder}. ${USAGE}`);
  const number = (option) => {
    if (values[option] === undefined) return null;
    const read = Number(values[option]);
    return Number.isFinite(read) && read > 0 ? read : giveUp(`--${option} must be a number above 0, but is "${values[option]}". ${USAGE}`);
  };
  const only = (values.only ?? '').split(',').filter(Boolean);
  return { folder, seconds: number('seconds'), seed: number('seed') ?? 1, only, out: values.out, hasRivals: values['no-rivals'] !== true, isByProcessor: values['by-processor'] === true };
}

function parse() {
  const text = { type: 'string' };
  try {
    return parseArgs({ options: { seconds: text, only: text, instances: text, seed: text, out: text, 'no-rivals': { type: 'boolean' }, 'by-processor': { type: 'boolean' } } });
  } catch (error) {
    return giveUp(`${error.message.split('. ')[0]}. ${USAGE}`);
  }
}

function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
