import type { ResultOf } from 'gql.tada';
import type { lifeStoryDocument } from './life-story.graphql.ts';

export type Person = ResultOf<typeof lifeStoryDocument>['resident'];
export type Fact = Person['lifeStory'][number];
export type Topic = Person['topicsToAvoid'][number];

/** What stands open over the page, and the memory it was opened from. */
export type Opened = { what: 'edit' | 'like' | 'wish' | 'outcome'; fact: Fact } | { what: 'avoid'; fact: Fact | null } | { what: 'end'; topic: Topic };

/** The decades there are memories of, in order, those at no time in particular last. */
export function byDecade(facts: readonly Fact[]): { decade: number | null; facts: Fact[] }[] {
  return [...Map.groupBy(facts, ({ time }) => time.decade)].map(([decade, own]) => ({ decade, facts: own }));
}

/** A memory from which nothing has come; what is sensitive need not lead anywhere. */
export function isUnused({ uses, sensitive }: Fact): boolean {
  return uses.length === 0 && !sensitive;
}
