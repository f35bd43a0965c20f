import type { ResultOf } from 'gql.tada';
import type { routinesDocument } from './routines.graphql.ts';

export type Person = ResultOf<typeof routinesDocument>['resident'];
export type Routine = Person['routines'][number];
export type Note = Person['distress'][number];
