/** The judge: whether a plan is legal, where it is not and why, and what it scores. Knows nothing of the solver. */
import type { Names } from './names.ts';
import type { Plan, Problem, Span } from './problem.ts';
import type { RuleNumber } from './rule.ts';
import type { Parts } from './score.ts';
import { factsOf } from './facts.ts';
import { plainNames } from './names.ts';
import { RULES } from './rules.ts';
import { scoreOf, scoreParts } from './score.ts';

export type Violation = {
  readonly rule: RuleNumber;
  /** The rule in words, as it is when kept. */
  readonly name: string;
  /** Indices into the plan. */
  readonly sessions: readonly number[];
  readonly ids: readonly string[];
  /** By how much it is broken: people, minutes, sessions, seats or pence. */
  readonly amount: number;
  readonly span: Span | null;
  /** A sentence for whoever made the plan. */
  readonly message: string;
};

export type Verdict =
  | { readonly legal: true; readonly violations: readonly Violation[]; readonly score: number; readonly parts: Parts }
  | { readonly legal: false; readonly violations: readonly Violation[]; readonly score: null; readonly parts: null };

/** Judges a plan by the nine rules; `names` says what everyone and every moment is called in the messages. */
export function check(problem: Problem, plan: Plan, names: Names = plainNames(problem)): Verdict {
  const facts = factsOf(problem, plan);
  const violations = RULES.flatMap(({ number, name, find }) =>
    find(facts).map(({ sessions, ids, amount, span, say }): Violation => ({
      rule: number,
      name,
      sessions: sessions.map(({ index }) => index),
      ids,
      amount,
      span: span ?? null,
      message: say(names),
    })),
  );
  if (violations.length > 0) return { legal: false, violations, score: null, parts: null };
  const parts = scoreParts(facts);
  return { legal: true, violations, score: scoreOf(parts), parts };
}
