/** What counts when two plans of a week are compared for what would help: promises, routines, people who have as much as they want. */
import type { Plan, Problem } from '../problem.ts';
import { factsOf } from '../facts.ts';
import { weightsOf } from '../problem.ts';
import { keptPromises } from '../score.ts';
import { isInside } from '../span.ts';

export type Standing = {
  /** Ids of the promises kept. */
  readonly kept: ReadonlySet<string>;
  /** How often routines are honoured. */
  readonly routines: number;
  /** How many residents have at least as many sessions as their target. */
  readonly atTarget: number;
};

export function standingOf(problem: Problem, plan: Plan): Standing {
  const facts = factsOf(problem, plan);
  const own = (id: string) => {
    const resident = facts.resident.get(id);
    return (resident && facts.attendedBy.get(resident)) ?? [];
  };
  return {
    kept: new Set(keptPromises(facts).map(({ id }) => id)),
    routines: problem.routines.reduce(
      (sum, { resident, activity, occurrences }) => sum + occurrences.filter((occurrence) => own(resident).some((one) => one.activity.id === activity && isInside(one.span, occurrence))).length,
      0,
    ),
    atTarget: problem.residents.filter(({ id, target }) => own(id).length >= target).length,
  };
}

/** More promises, none of them at the price of another; or as many, and more routines; or as many of those, and more people at their target. */
export function isBetter(a: Standing, b: Standing): boolean {
  return b.kept.isSubsetOf(a.kept) && lessThan(amounts(b), amounts(a)) < 0;
}

/** Negative when the first differing amount is smaller in `a`. */
export function lessThan(a: readonly number[], b: readonly number[]): number {
  return a.map((amount, i) => amount - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function amounts({ kept, routines, atTarget }: Standing): number[] {
  return [kept.size, routines, atTarget];
}

/** The problem with promises worth more than anything else, and those already kept worth most. */
export function toCareFor(problem: Problem, kept: ReadonlySet<string>): Problem {
  const weights = weightsOf(problem);
  return {
    ...problem,
    weights: { ...weights, promise: 4 * weights.promise },
    promises: problem.promises.map((one) => ({ ...one, weight: Math.max(1, one.weight) * (kept.has(one.id) ? 3 : 1) })),
  };
}
