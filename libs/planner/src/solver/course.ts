/** What a search does with its time: one plan is cooled slowly, or several are begun and what is good in them put together. */
import type { Allowance } from './budget.ts';
import type { Cooling } from './cooling.ts';
import { MOST } from './pool.ts';

export type Course = {
  /** Plans begun by each partner, the share of the search in which they are, and how each of them cools. */
  readonly beginnings: number;
  readonly begun: number;
  readonly first: Cooling;
  /** How often in all the partners meet while one cools, the one that stands worse going on from where the other stands. */
  readonly meetings: number;
  /** How what two plans make together cools, and in which share of the search. */
  readonly then: Cooling;
  readonly settling: number;
  /** How many of those may be worse than all that are kept, one after the other, before a plan is begun once more. */
  readonly patience: number;
};

/** With more residents time is short: it is better spent on one plan. */
const MANY = 30;
/** Steps that a plan wants for each resident, with all that is made of it; a search too short for two begins one. */
const STEPS_EACH = 800;
/** Milliseconds a step takes for each resident, on a slow machine: how many there will be where only time is given. */
const STEP_TAKES = 0.003;

/** How long what two plans make is let settle, as a share of the search, for each plan begun; after how many in vain one is begun once more. */
const SETTLING = 0.1;
const PATIENCE = 12;
/** With few residents it settles at once, and many are tried. */
const FEW = 15;
const SETTLING_WITH_FEW = 0.02;
const PATIENCE_WITH_FEW = 40;

/** The course for so many residents and partners, beginning this hot. */
export function courseFor(residents: number, partners: number, heat: number, { steps, until }: Pick<Allowance, 'steps' | 'until'>): Course {
  const people = Math.max(1, residents);
  const expected = partners * (steps ?? (until ?? 0) / (STEP_TAKES * people));
  const plans = Math.min(MOST, Math.floor(expected / (STEPS_EACH * people)));
  return residents > MANY || plans < 2 ? onePlan(heat) : severalPlans(plans, partners, heat, residents <= FEW);
}

function onePlan(heat: number): Course {
  const first: Cooling = { from: heat, to: 10, polishing: 1 };
  return { beginnings: 1, begun: 0.75, first, meetings: 20, then: { from: 6, to: 1, polishing: 0 }, settling: 0.25, patience: Number.POSITIVE_INFINITY };
}

function severalPlans(plans: number, partners: number, heat: number, isSmall: boolean): Course {
  const then: Cooling = { from: Math.min(heat, 16), to: 2, polishing: 0.85 };
  const settling = (isSmall ? SETTLING_WITH_FEW : SETTLING) / plans;
  return { beginnings: Math.ceil(plans / partners), begun: 0.35, first: { ...then, from: heat }, meetings: 0, then, settling, patience: isSmall ? PATIENCE_WITH_FEW : PATIENCE };
}
