import type { ResultOf } from 'gql.tada';
import type { barriersDocument, preferencesDocument } from './preferences.graphql.ts';

export type Answers = ResultOf<typeof preferencesDocument>;
export type Item = Answers['preferences']['items'][number];
export type Barrier = NonNullable<Item['barrier']>;
export type HomeBarrier = ResultOf<typeof barriersDocument>['openBarriers'][number];
