/** The best plan of a small problem, proved: every plan is looked at or shown to be no better, by a method the planner does not use. */
import type { Plan, Problem } from '../problem.ts';
import type { Column } from './columns.ts';
import { valueAt } from '../at.ts';
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
  if (ledger.score > search.best) {
    search.best = ledger.score;
    search.plan = [...ledger.held];
  }
  // What adds nothing now adds nothing later, and what does not fit now does not later.
  let open = candidates.filter((column) => ledger.mayStillAdd(column) && ledger.gainOf(column) > 0);
  while (open.length > 0) {
    search.nodes += 1;
    // NOTE: scores are whole numbers, so a plan that is better is better by one; the rest of the margin is for rounding.
    if (search.nodes > search.mostNodes || ledger.score + ledger.mostToGain(open) < search.best + 1 - 1e-6) return;
    const gains = new Map(open.map((column) => [column, ledger.gainOf(column)]));
    const gainOf = (column: Column) => valueAt(gains, column);
    const { slot } = open.reduce((best, column) => (gainOf(column) > gainOf(best) ? column : best));
    const here = open.filter((column) => column.slot === slot).sort((a, b) => gainOf(b) - gainOf(a));
    const elsewhere = open.filter((column) => column.slot !== slot);
    here.forEach((column, i) => {
      ledger.add(column);
      explore(search, [...here.slice(i + 1), ...elsewhere]);
      ledger.remove(column);
    });
    open = elsewhere;
  }
}
