/** The people a wish can be of, as they stand in a list. */
import type { ResultOf } from 'gql.tada';
import { wholeName } from '@promenade/domain/people/name';
import { useAsk } from '@promenade/ui/query.ts';
import { wishPeopleDocument } from './wishes.graphql.ts';

export type WishPerson = ResultOf<typeof wishPeopleDocument>['residents'][number];

/** Everybody who has not left, by the name they go by. */
export function usePeople(): WishPerson[] {
  const residents = useAsk(wishPeopleDocument).data?.residents ?? [];
  return residents.filter(({ status }) => status !== 'died' && status !== 'moved out').toSorted((a, b) => a.preferredName.localeCompare(b.preferredName));
}

export const asOptions = (people: readonly WishPerson[]) => people.map((person) => ({ value: person.id, label: wholeName(person) }));
