/** Shapes of promises on screens, and which one chip says where each stands. */
import type { ResultOf } from 'gql.tada';
import type { StateName } from '@promenade/ui/badge';
import { words } from './words.ts';
import type { promiseDocument, promisesDocument, wishesDocument } from './promises.graphql.ts';

export type Listed = ResultOf<typeof promisesDocument>['promises'][number];
export type OnePromise = ResultOf<typeof promiseDocument>['promise'];
export type Wish = ResultOf<typeof wishesDocument>['openWishes'][number];

/** The most pressing thing about a promise. */
export function chipOf(promise: Pick<Listed, 'state' | 'owed' | 'unexplained' | 'atRisk'>): StateName {
  if (promise.unexplained) return 'unexplained';
  if (promise.atRisk) return 'atRisk';
  switch (promise.state) {
    case 'kept':
      return 'kept';
    case 'partly kept':
      return 'partly';
    case 'not kept':
      return 'missed';
    case 'released':
    case 'closed':
      return 'released';
    case 'scheduled':
      return 'scheduled';
    default:
      return 'owed';
  }
}

/** Whose words they may be, in the order in which one asks: the person first. */
export function whoMayLetGo({ residentName, deciders }: Pick<OnePromise, 'residentName' | 'deciders'>) {
  return [
    { value: 'the person', label: words.thePerson(residentName), hint: words.theirOwn },
    ...deciders.map(({ supporterId, name, relation, may, words: right }) => ({ value: supporterId, label: `${name}, ${relation}`, hint: right, disabled: !may })),
    { value: 'best interests', label: words.bestInterests, hint: words.bestInterestsHint },
  ];
}
