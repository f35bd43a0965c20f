import { createContext, use } from 'react';
import type { ResultOf } from 'gql.tada';
import type { meDocument } from './session.graphql.ts';

export type Me = NonNullable<ResultOf<typeof meDocument>['me']>;

export const MeContext = createContext<Me | null>(null);

/** The person signed in; only inside the shell. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('useMe was called where nobody is signed in');
  return me;
}

/** What the server says this person may do: hide what they may not; the server refuses it anyway. */
export function useMay(permission: string): boolean {
  return useMe().mayDo.includes(permission);
}
