import type { ResultOf } from 'gql.tada';
import type { personDocument } from './person.graphql.ts';

export type PersonAnswer = ResultOf<typeof personDocument>;
export type Person = PersonAnswer['resident'];
export type Fact = Person['lifeFacts'][number];

/** Which form stands open over the person's page, and from which memory it was opened. */
export type Opened = { form: 'fact' | 'routine' | 'interest' | 'wish' | 'outcome' | 'support' | 'basics'; fact?: Fact };
