import type { ResultOf } from 'gql.tada';
import { sayKey } from '@promenade/domain/kept/rate';
import { type keptDocument, type keptListDocument } from './kept.graphql.ts';
import { words } from './words.ts';

export type Rate = ResultOf<typeof keptDocument>['keptRate'];
export type Numbers = Rate['whole'];
export type Line = ResultOf<typeof keptListDocument>['keptList']['lines'][number];

/** Which numbers a page is about, and where its lists are: `/kept?period=year&by=reason&key=no+driver&outcome=not+kept`. */
export type Place = { readonly base: string; readonly period: string };
export type Behind = { readonly by: string; readonly key: string; readonly outcome: string | null };

export const PERIODS = words.periods.map(([value]) => value);

export function addressOf({ base, period }: Place, behind?: Behind): string {
  const search = new URLSearchParams({ period });
  if (behind) for (const [name, value] of Object.entries(behind)) if (value !== null) search.set(name, value);
  return `${base}?${search.toString()}`;
}

/** What a list is of, as its title: 'Not kept: No driver'. */
export function titleOf({ by, key, outcome }: Behind): string {
  const group = by === 'week' ? words.weekOf(key) : ['reason', 'weekday', 'kind', 'answers'].includes(by) ? sayKey(by as 'reason', key) : '';
  return words.list.of(by, group, outcome);
}
