import type { ResultOf } from 'gql.tada';
import type { progressDocument } from './progress.graphql.ts';

export type Progress = ResultOf<typeof progressDocument>['homeProgress'];
