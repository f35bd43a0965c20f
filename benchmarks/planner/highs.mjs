/**
 * The model solved by HiGHS, which begins from the empty plan. Run as a process it takes part in the benchmark: this build
 * has one thread, so two processes run, the second of which solves its first relaxation by interior points.
 */
import loadHighs from 'highs';
import { readTask, secondsLeft, tell } from './contest.mjs';
import { modelOf } from './model.mjs';

/** Rows one after the other, as HiGHS takes them. */
function sparse(rows, numCols, infinity) {
  const starts = Int32Array.from({ length: rows.length + 1 });
  rows.forEach(({ terms }, i) => {
    starts[i + 1] = starts[i] + terms.length;
  });
  const indices = new Int32Array(starts[rows.length]);
  const values = new Float64Array(starts[rows.length]);
  rows.forEach(({ terms }, i) => terms.forEach(([unknown, times], j) => {
    indices[starts[i] + j] = unknown;
    values[starts[i] + j] = times;
  }));
  const bound = (number) => (Number.isFinite(number) ? number : Math.sign(number) * infinity);
  return {
    numRows: rows.length,
    rowLower: Float64Array.from(rows, ({ low }) => bound(low)),
    rowUpper: Float64Array.from(rows, ({ high }) => bound(high)),
    matrix: { format: 'csr', numRows: rows.length, numCols, starts, indices, values },
  };
}

function inHighsTerms({ columns, rows, base }, highs) {
  return {
    numCols: columns.length,
    sense: highs.constants.objectiveSense.maximize,
    offset: base,
    colCost: Float64Array.from(columns, ({ points }) => points),
    colLower: new Float64Array(columns.length),
    colUpper: Float64Array.from(columns, ({ most }) => most),
    integrality: new Int32Array(columns.length).fill(highs.constants.variableType.integer),
    ...sparse(rows, columns.length, highs.infinity),
  };
}

/** The best found within `seconds()`: {score, plan, isProven}. Points are whole, so a gap below one is none. */
export function solveByHighs(highs, problem, { seconds, seed = 0, options = {}, onBetter = () => undefined }) {
  const { model, planFrom, nothing } = modelOf(problem);
  if (model.columns.length === 0) return { score: model.base, plan: planFrom([]), isProven: true };
  return highs.withModel(inHighsTerms(model, highs), (solver) => {
    solver.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.9, random_seed: seed, ...options });
    solver.setSolution({ colValue: Float64Array.from(nothing) });
    solver.options.set({ time_limit: seconds() });
    solver.run({
      [highs.constants.callbackType.mipImprovingSolution]({ data }) {
        onBetter(Math.round(data.objective_function_value), planFrom(data.mip_solution));
      },
    });
    const isProven = solver.getModelStatus() === highs.constants.modelStatus.optimal;
    return { score: Math.round(solver.getObjectiveValue()), plan: planFrom(solver.getSolution().colValue), isProven };
  });
}

if (import.meta.main) {
  const task = readTask();
  const highs = await loadHighs();
  const { score, plan } = solveByHighs(highs, task.problem, { seconds: () => secondsLeft(task), seed: task.seed, options: task.isSecond ? { mip_lp_solver: 'ipm' } : {}, onBetter: tell });
  tell(score, plan);
}
