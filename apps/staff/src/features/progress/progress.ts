import type { ResultOf } from 'gql.tada';
import type { progressDocument } from './progress.graphql.ts';

export type Progress = ResultOf<typeof progressDocument>['homeProgress'];

/** What there is to look at, in the order of the page. */
export const PARTS = ['without', 'idle', 'share', 'going', 'measures'] as const;
