/** Who takes part, and how each is started: ours by its own command, the rivals with two processes each. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from '@promenade/planner/check';
import { run } from './race.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const PLAN = path.join(HERE, '..', '..', 'scripts', 'plan.ts');

/** Threads that our command searches with. */
const OUR_THREADS = 2;

/** Each races over {file, problem, seconds, seed, isByProcessor} and returns what `summary` says. */
export const ENTRANTS = [
  { name: 'Promenade', race: raceOurs },
  { name: 'HiGHS', race: (task) => raceLines('highs.mjs', task, 2) },
  { name: 'CP-SAT', race: (task) => raceLines('cp-sat.mjs', task, 2) },
];

/** `npm run plan` as anyone runs it, with a trace of how the score rose. */
async function raceOurs({ file, problem, seconds, seed, isByProcessor }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'promenade-bench-'));
  const [out, trace] = [path.join(folder, 'plan.json'), path.join(folder, 'trace.jsonl')];
  const [ran] = await run([['--single-threaded-gc', PLAN, file, '--seconds', String(seconds), '--seed', String(seed), '--out', out, '--trace', trace]], { seconds, byProcessor: isByProcessor ? OUR_THREADS : null });
  const plan = existsSync(out) ? JSON.parse(readFileSync(out, 'utf8')) : null;
  const rises = existsSync(trace) ? lines(readFileSync(trace, 'utf8')) : [];
  rmSync(folder, { recursive: true, force: true });
  if (ran.status !== 0 && !ran.killed) throw new Error(`scripts/plan.ts failed on ${problem.id}: ${ran.complaint}`);
  const score = plan === null ? emptyScore(problem) : judged(problem, plan, 'Promenade');
  return summary([...rises, { ms: ran.milliseconds, score }], [ran], score);
}

/** Both solvers have one thread in their WebAssembly builds: two searches run side by side and the better one counts. */
async function raceLines(script, { file, problem, seconds, seed, isByProcessor }, processes) {
  const args = [path.join(HERE, script), file, String(seconds)];
  const runs = await run([[...args, String(seed), 'first'], [...args, String(seed + 1), 'second']].slice(0, processes), { seconds, byProcessor: isByProcessor ? 1 : null });
  for (const { status, killed, complaint } of runs) if (status !== 0 && !killed) process.stderr.write(`${script} failed on ${problem.id}: ${complaint.slice(-300)}\n`);
  const rises = runs
    .flatMap(({ output }) => lines(output))
    .map(({ ms, plan }) => ({ ms, score: judged(problem, plan, script) }))
    .sort((a, b) => a.ms - b.ms);
  return summary(rises, runs, Math.max(emptyScore(problem), ...rises.map(({ score }) => score)));
}

/** Whole lines only: a process ended by force may have left half of one. */
function lines(text) {
  return text.split('\n').slice(0, -1).filter(Boolean).map((line) => JSON.parse(line));
}

function judged(problem, plan, whose) {
  const verdict = check(problem, plan);
  if (!verdict.legal) throw new Error(`${whose} made an illegal plan of ${problem.id}: ${verdict.violations[0].message}`);
  return verdict.score;
}

/** Whoever finds nothing in time is given the plan in which nothing happens, which is always legal. */
function emptyScore(problem) {
  return judged(problem, { instance: problem.id, sessions: [] }, 'The benchmark');
}

/** `secondsTo(score)` is when it first had a plan that good, or null. */
function summary(rises, runs, score) {
  const secondsTo = (wanted) => {
    const reached = rises.find((rise) => rise.score >= wanted);
    return reached ? reached.ms / 1000 : null;
  };
  return {
    score,
    first: rises.length === 0 ? null : rises[0].ms / 1000,
    best: secondsTo(score),
    secondsTo,
    seconds: Math.max(...runs.map(({ milliseconds }) => milliseconds)) / 1000,
    memory: sum(runs.map(({ memory }) => memory)),
    cpu: sum(runs.map(({ cpu }) => cpu)),
    killed: runs.some(({ killed }) => killed),
  };
}

/** null when any of them is not known. */
function sum(numbers) {
  return numbers.includes(null) ? null : numbers.reduce((all, one) => all + one, 0);
}
