/** The best plan of a small problem, proved: every plan is looked at or shown to be no better, by a method the planner does not use. */
import type { Plan, Problem } from '../problem.ts';
import type { Column } from './columns.ts';
import { at } from '../at.ts';
import { columnsOf, wantsOf } from './columns.ts';
import { Ledger } from './ledger.ts';

export type Optimum =
  | { readonly isProved: true; readonly score: number; /** Null when nothing beats what was to be beaten. */ readonly plan: Plan | null; readonly nodes: number }
  | { readonly isProved: false };

export type Effort = {
  /** Only plans that score more are looked for. */
  readonly beating?: number;
  /** Sessions, and nodes of the search, after which it gives up. */
  readonly mostColumns?: number;
  readonly mostNodes?: number;
};

type Search = { readonly ledger: Ledger; best: number; plan: readonly Column[] | null; nodes: number; readonly mostNodes: number };

/**
 * The best score and a plan that has it, proved by exhaustion; gives up when the problem is not small.
 *
 * It rests on two facts. Taking a session out of a legal plan leaves it legal. And whatever a session adds to the score
 * of a plan, it adds no more to a larger one: a promise counts once, each time of the same is worth half the last, and
 * the hungrier somebody is the more a session means. So what each session would add now bounds what it can add later.
 */
export function optimumOf(problem: Problem, { beating = Number.NEGATIVE_INFINITY, mostColumns = 4000, mostNodes = 200_000 }: Effort = {}): Optimum {
  const wants = wantsOf(problem);
  const columns = columnsOf(problem, wants, mostColumns);
  if (!columns) return { isProved: false };
  const search: Search = { ledger: new Ledger(problem, wants), best: beating, plan: null, nodes: 0, mostNodes };
  explore(search, columns);
  if (search.nodes > mostNodes) return { isProved: false };
  const plan = search.plan && { instance: problem.id, sessions: search.plan.map(({ session }) => session) };
  return { isProved: true, score: search.best, plan, nodes: search.nodes };
}

/** Looks at every plan made of what the ledger holds and some of `candidates`, unless no such plan can be better. */
function explore(search: Search, candidates: readonly Column[]): void {
  const { ledger } = search;
  search.nodes += 1;
  if (search.nodes > search.mostNodes) return;
  if (ledger.score > search.best) {
    search.best = ledger.score;
    search.plan = [...ledger.held];
  }
  const useful = candidates.filter((column) => ledger.gainOf(column) > 0 && ledger.mayAdd(column));
  // NOTE: scores are whole numbers, so a plan that is better is better by one; the rest of the margin is for rounding.
  if (useful.length === 0 || ledger.score + ledger.mostToGain(useful) < search.best + 1 - 1e-6) return;
  const gains = useful.map((column) => ledger.gainOf(column));
  const { slot } = at(useful, gains.indexOf(Math.max(...gains)));
  const ranked = useful.map((column, i) => ({ column, gain: at(gains, i) })).filter(({ column }) => column.slot === slot).sort((a, b) => b.gain - a.gain);
  const here = ranked.map(({ column }) => column);
  const elsewhere = useful.filter((column) => column.slot !== slot);
  here.forEach((column, i) => {
    ledger.add(column);
    explore(search, [...here.slice(i + 1), ...elsewhere]);
    ledger.remove(column);
  });
  explore(search, elsewhere);
}
