/**
 * The model solved by CP-SAT. Run as a process it takes part in the benchmark: this build searches with one thread, so two
 * processes run, the second of which prepares less and branches by pseudo-costs. Without linear relaxations (level 0) it
 * finds far better plans of these problems than with them.
 */
import { CpSat } from 'or-tools-wasm/cp-sat';
import { readTask, secondsLeft, tell } from './contest.mjs';
import { modelOf } from './model.mjs';

/** CP-SAT's PSEUDO_COST_SEARCH, which it takes only as a number. */
const BY_PSEUDO_COSTS = 4;
/** Stands for no bound. */
const FAR = 2 ** 40;
const bound = (number) => (Number.isFinite(number) ? number : Math.sign(number) * FAR);
const not = (literal) => -literal - 1;

/** A row as the plainest constraint that says it: clauses and at-most-ones are what CP-SAT is good at. */
function constraint({ terms, low, high }) {
  const unknowns = terms.map(([unknown]) => unknown);
  const times = terms.map(([, coefficient]) => coefficient);
  const isCount = times.every((one) => one === 1);
  if (isCount && low === 0 && high === 1) return { atMostOne: { literals: unknowns } };
  // a − b − c … ≤ 0: a only with b or c or …
  if (times[0] === 1 && times.slice(1).every((one) => one === -1) && low === -Infinity && high === 0) {
    return { boolOr: { literals: [not(unknowns[0]), ...unknowns.slice(1)] } };
  }
  return { linear: { vars: unknowns, coeffs: times, domain: [bound(low), bound(high)] } };
}

function inCpSatTerms({ columns, rows, base }) {
  const worth = columns.flatMap(({ points }, unknown) => (points === 0 ? [] : [unknown]));
  return {
    variables: columns.map(({ most }) => ({ domain: [0, most] })),
    constraints: rows.map((row) => constraint(row)),
    // CP-SAT minimises; a scaling factor of −1 turns its answers round again.
    objective: { vars: worth, coeffs: worth.map((unknown) => -columns[unknown].points), offset: -base, scalingFactor: -1 },
  };
}

/** The best found within `seconds()`: {score, plan, isProven}; null when there was no time to find any. */
export async function solveByCpSat(problem, { seconds, seed = 0, parameters = {}, onBetter = () => undefined }) {
  const { model, planFrom } = modelOf(problem);
  if (model.columns.length === 0) return { score: model.base, plan: planFrom([]), isProven: true };
  const instance = await CpSat.createModel(inCpSatTerms(model));
  const began = performance.now();
  const { response } = await CpSat.solve(instance, { maxTimeInSeconds: seconds(), numSearchWorkers: 1, randomSeed: seed, linearizationLevel: 0, ...parameters }, {
    onSolution: ({ objectiveValue, solution, wallTime }) => onBetter(objectiveValue, planFrom(solution.map(Number)), began + wallTime * 1000),
  });
  if (!response?.solution?.length) return null;
  return { score: response.objectiveValue, plan: planFrom(response.solution.map(Number)), isProven: response.status === 'OPTIMAL' || response.status === 4 };
}

if (import.meta.main) {
  const task = readTask();
  await CpSat.loadModule();
  await solveByCpSat(task.problem, { seconds: () => secondsLeft(task), seed: task.seed, parameters: task.isSecond ? { searchBranching: BY_PSEUDO_COSTS, cpModelProbingLevel: 0 } : {}, onBetter: tell });
  process.exit(0);
}
