/** Plans a week from a file: `node scripts/plan.ts INSTANCE.json [--seconds N] [--seed N] [--out PLAN.json] [--explain] [--trace FILE]`. */
import { appendFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Problem } from '@promenade/planner/problem';
import type { Progress, Solution } from '@promenade/planner/solve';
import { explained } from '@promenade/planner/explained';
import { Malformed, readProblem } from '@promenade/planner/problem';
import { solveTogether } from '@promenade/planner/together';

const USAGE = 'usage: npm run plan -- INSTANCE.json [--seconds N] [--seed N] [--out PLAN.json] [--explain] [--trace FILE]';

/** Something the person at the keyboard can put right; the message is one line. */
class Refusal extends Error {}

type Wanted = { readonly file: string; readonly seconds: number; readonly seed: number; readonly out: string | undefined; readonly explain: boolean; readonly trace: string | undefined };

await main();

async function main(): Promise<void> {
  try {
    const wanted = readArguments(process.argv.slice(2));
    const problem = readInstance(wanted.file);
    for (const file of [wanted.out, wanted.trace]) if (file !== undefined) refuseUnwritable(file);
    const solution = await solveAside(problem, wanted);
    deliver(problem, solution, wanted);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
    process.exitCode = 2;
  }
}

function readArguments(args: string[]): Wanted {
  const { values, positionals } = parse(args);
  const [file, ...others] = positionals;
  if (file === undefined) throw new Refusal(`Which instance? ${USAGE}`);
  if (others.length > 0) throw new Refusal(`One instance at a time, please: "${others[0]}" is one too many. ${USAGE}`);
  for (const option of ['out', 'trace'] as const) if (values[option] === '') throw new Refusal(`--${option} needs the name of a file. ${USAGE}`);
  return {
    file,
    seconds: readNumber('--seconds', values.seconds ?? '10', (n) => n >= 0 && n <= 86_400, 'a number of seconds from 0 to 86400'),
    seed: readNumber('--seed', values.seed ?? '1', Number.isSafeInteger, 'a whole number'),
    out: values.out,
    explain: values.explain ?? false,
    trace: values.trace,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { seconds: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' }, explain: { type: 'boolean' }, trace: { type: 'string' } } });
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? '') : String(error)}. ${USAGE}`);
  }
}

function readNumber(option: string, text: string, isFine: (n: number) => boolean, wanted: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!isFine(number)) throw new Refusal(`${option} must be ${wanted}, but is "${text}".`);
  return number;
}

function readInstance(file: string): Problem {
  if (!statSync(file, { throwIfNoEntry: false })) throw new Refusal(`There is no file ${file}.`);
  try {
    return readProblem(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Malformed) throw new Refusal(`${file}: ${error.message}.`);
    if (error instanceof SyntaxError) throw new Refusal(`${file} is not JSON: ${error.message}.`);
    throw new Refusal(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** Better said before ten seconds of work than after. */
function refuseUnwritable(out: string): void {
  const folder = dirname(out);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Refusal(`${out} cannot be written: there is no folder ${folder}.`);
  if (statSync(out, { throwIfNoEntry: false })?.isDirectory()) throw new Refusal(`${out} cannot be written: it is a folder.`);
}

/** Searches in threads of their own, so that Ctrl-C is heard: it ends the search with the best plan so far. */
async function solveAside(problem: Problem, { seconds, seed, trace }: Wanted): Promise<Solution> {
  const show = progressLine(problem);
  const note = (score: number) => {
    if (trace !== undefined) appendFileSync(trace, `${JSON.stringify({ ms: Math.round(performance.now()), score })}\n`);
  };
  if (trace !== undefined) writeFileSync(trace, '');
  const onProgress = (progress: Progress) => {
    note(progress.score);
    show(progress);
  };
  const solving = solveTogether(problem, { seed, until: seconds * 1000, onProgress });
  process.on('SIGINT', solving.stop).on('SIGTERM', solving.stop);
  try {
    return await solving.solution;
  } finally {
    process.off('SIGINT', solving.stop).off('SIGTERM', solving.stop);
    show(null);
    await solving.end();
  }
}

/** One line on a terminal, written over each time; null ends it. Nothing when nobody is watching. */
function progressLine({ promises }: Problem): (progress: Progress | null) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (progress) => {
    const line = progress && `${(progress.elapsed / 1000).toFixed(1)} s  score ${progress.score}  promises kept ${progress.kept.length}/${promises.length}  with nothing ${progress.nothing.length}`;
    process.stderr.write(line === null ? '\r\u001B[K' : `\r\u001B[K${line}`);
  };
}

/**
 * The plan to its file and a few words to the terminal; without a file the plan itself is the output. With `explain`,
 * what the plan leaves undone and what would make it possible as well.
 */
function deliver(problem: Problem, { plan, score, parts }: Solution, { out, explain }: Wanted): void {
  const text = `${JSON.stringify(plan, null, 2)}\n`;
  const points = Object.entries(parts).map(([part, worth]) => `  ${part.padEnd(10)}${String(worth).padStart(9)}`);
  const summary = [`${problem.id}: score ${score}, ${plan.sessions.length} sessions`, ...points, ...(explain ? ['', explained(problem, plan).trimEnd()] : [])].join('\n');
  if (out === undefined) {
    process.stdout.write(text);
    process.stderr.write(`${summary}\n`);
    return;
  }
  writeWhole(out, text);
  process.stdout.write(`${summary}\n`);
}

/** The old file or the new one, never half of it. */
function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new Refusal(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
