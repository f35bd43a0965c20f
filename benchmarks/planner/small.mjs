/**
 * Are small problems solved to optimality? `node benchmarks/planner/small.mjs [N] [--from SEED] [--steps N] [--proof SECONDS]`
 * plans N generated problems with a budget of steps, and has HiGHS prove the best score of each. It names
 * the seed of every problem whose plan was not the best. `--crosscheck` has CP-SAT prove each one too.
 */
// First, so that the seconds given to a proof are of processor time.
import './processor-clock.mjs';
import { parseArgs } from 'node:util';
import { check } from '@promenade/planner/check';
import { TINY, anyProblem } from '@promenade/planner/examples/any';
import { smallProblem } from '@promenade/planner/examples/small';
import { solve } from '@promenade/planner/solve';
import loadHighs from 'highs';
import { solveByCpSat } from './cp-sat.mjs';
import { solveByHighs } from './highs.mjs';

/** Small enough for a proof within a second, mostly; the seed says which kind. */
const KINDS = [
  (seed) => anyProblem(seed, TINY),
  (seed) => anyProblem(seed, { days: 1, residents: 4, staff: 4, activities: 3 }),
  (seed) => anyProblem(seed, { days: 1, residents: 5, staff: 5, activities: 4 }),
  (seed) => anyProblem(seed, { days: 2, residents: 4, staff: 4, activities: 3 }),
  smallProblem,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'string' }, steps: { type: 'string' }, proof: { type: 'string' }, crosscheck: { type: 'boolean' } },
});
const many = Number(positionals[0] ?? 10_000);
const first = Number(values.from ?? 1);
const steps = Number(values.steps ?? 2000);
const secondsForProof = Number(values.proof ?? 20);

/** A solver used for hundreds of problems runs out of its own memory now and then: it is replaced before, and when, it does. */
const RENEW_EVERY = 50;
let highs = await loadHighs();
const spent = { ours: 0, proofs: 0 };
const tally = { proven: 0, optimal: 0, unproven: 0, illegal: 0 };
const worse = [];

/** CPU milliseconds, which other work on the machine does not lengthen as it does the clock's. */
function timed(whom, work) {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  spent[whom] += (user + system) / 1000;
  return result;
}

/** What HiGHS finds; null when it breaks down. */
async function solved(problem) {
  try {
    return timed('proofs', () => solveByHighs(highs, problem, { seconds: () => secondsForProof }));
  } catch (error) {
    if (!(error instanceof globalThis.WebAssembly.RuntimeError)) throw error;
    highs = await loadHighs();
    return null;
  }
}

/** The proven best score, or null where no proof came. Throws when the proof is of something that is not so. */
async function optimum(problem) {
  const found = (await solved(problem)) ?? (await solved(problem));
  if (found === null) return null;
  const { score, plan, isProven } = found;
  const verdict = check(problem, plan);
  if (!verdict.legal || (isProven && verdict.score !== score)) throw new Error(`${problem.id}: the model says ${score}, the judge ${verdict.legal ? verdict.score : verdict.violations[0].message}`);
  return isProven ? score : null;
}

/** Throws unless two solvers that know nothing of each other prove the same. */
async function crosscheck(problem, best) {
  const other = await solveByCpSat(problem, { seconds: () => secondsForProof });
  if (other?.isProven && other.score !== best) throw new Error(`${problem.id}: HiGHS proves ${best}, CP-SAT ${other.score}`);
}

async function compare(seed) {
  const problem = KINDS[seed % KINDS.length](seed);
  const ours = timed('ours', () => solve(problem, { seed, steps, now: () => performance.now() }));
  const verdict = check(problem, ours.plan);
  if (!verdict.legal) tally.illegal += 1;
  const best = await optimum(problem);
  if (best === null) {
    tally.unproven += 1;
    return;
  }
  if (ours.score > best) throw new Error(`${problem.id}: ours, ${ours.score}, is better than the proven best, ${best}`);
  if (values.crosscheck) await crosscheck(problem, best);
  tally.proven += 1;
  if (ours.score === best) tally.optimal += 1;
  else noteWorse({ seed, ours: ours.score, best, percent: (100 * (best - ours.score)) / Math.max(1, Math.abs(best)) });
}

function noteWorse(one) {
  worse.push(one);
  console.log(`  seed ${one.seed}: ${one.ours}, best ${one.best} (${one.percent.toFixed(2)} % below)`);
}

function report(done) {
  const share = ((100 * tally.optimal) / Math.max(1, tally.proven)).toFixed(2);
  const worst = Math.max(0, ...worse.map(({ percent }) => percent)).toFixed(2);
  const each = (milliseconds) => (milliseconds / done).toFixed(0);
  console.log(`${done} problems: ${tally.proven} with a proven best, ${share} % of them planned best, worst ${worst} % below; ${tally.illegal} illegal plans; ${tally.unproven} without a proof in ${secondsForProof} s`);
  console.log(`CPU each: ours ${each(spent.ours)} ms (${steps} steps), the proof ${each(spent.proofs)} ms`);
}

for (let i = 0; i < many; i += 1) {
  if (i % RENEW_EVERY === RENEW_EVERY - 1) highs = await loadHighs();
  await compare(first + i);
  if ((i + 1) % 250 === 0 && i + 1 < many) report(i + 1);
}
report(many);
if (tally.illegal > 0 || tally.optimal < 0.99 * tally.proven || worse.some(({ percent }) => percent > 1)) process.exitCode = 1;
// CP-SAT's threads would keep the process alive.
process.exit();
