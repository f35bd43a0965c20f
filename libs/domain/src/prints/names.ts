/** What people are called on a poster that anybody who walks past can read. */
import type { Named } from '../people/name.ts';

const key = (text: string) => text.trim().toLowerCase();

/**
 * The name each goes by, and no family name. Who shares it with somebody has as many letters of the family name after it
 * as it takes to tell them apart, two at most.
 */
export function posterNames(everyone: readonly (Named & { readonly id: string })[]): ReadonlyMap<string, string> {
  const alike = Map.groupBy(everyone, ({ preferredName }) => key(preferredName));
  return new Map(everyone.map((person) => {
    const name = person.preferredName.trim();
    const others = (alike.get(key(name)) ?? []).filter(({ id }) => id !== person.id);
    const family = person.familyName.trim();
    if (others.length === 0 || family === '') return [person.id, name];
    const letters = others.some((other) => key(other.familyName)[0] === key(family)[0]) ? 2 : 1;
    return [person.id, `${name} ${family.slice(0, letters)}.`];
  }));
}
