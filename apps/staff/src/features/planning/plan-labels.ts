/** What the plans of one week are called beside each other: the published one, and the drafts by number and by whose they are. */
import type { ResultOf } from 'gql.tada';
import type { plansOfWeekDocument } from './planning.graphql.ts';
import { words } from './words.ts';

export type PlanOfWeek = ResultOf<typeof plansOfWeekDocument>['plansOfWeek'][number];

export function planLabels(plans: readonly PlanOfWeek[]): ReadonlyMap<string, string> {
  const drafts = plans.filter(({ status }) => status === 'draft');
  return new Map(plans.map((plan) => [plan.id, plan.status === 'published' ? words.compare.published : words.compare.draft(drafts.indexOf(plan) + 1, plan.createdByName ?? '')]));
}
