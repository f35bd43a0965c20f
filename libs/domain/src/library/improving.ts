/** How a release improves shipped entries that homes already use, without touching what they made their own. */

import type { ActivityText } from './activity.ts';

/** What a release may improve: words and pictures. When, where, with how many and at what cost is the home's alone. */
export const IMPROVABLE = [
  'name', 'picture', 'reach', 'speaksTo', 'seasons', 'why', 'placeWords', 'staffWords', 'steps', 'adapt', 'goodDay', 'badDay', 'watchFor', 'equipment', 'respect',
] as const satisfies readonly (keyof ActivityText)[];
export type Improvable = (typeof IMPROVABLE)[number];
type Words = Pick<ActivityText, Improvable>;

/** Key order does not matter; the order of a list does. */
function isSame(one: unknown, two: unknown): boolean {
  if (typeof one !== 'object' || typeof two !== 'object' || one === null || two === null) return one === two;
  const [mine, theirs] = [Object.entries(one), new Map(Object.entries(two))];
  return mine.length === theirs.size && mine.every(([key, value]) => isSame(value, theirs.get(key)));
}

/** Fields that say something other than the shipped text. */
export function differing(home: Words, shipped: Words): Improvable[] {
  return IMPROVABLE.filter((field) => !isSame(home[field], shipped[field]));
}


export type Improvement = {
  /** The fields that become the release's, with what they say. */
  readonly changes: Partial<Words>;
  /** Fields the home says in its own words though the release says something else: offered, never taken. */
  readonly offered: readonly Improvable[];
};

/** What a release makes of an entry that a home uses: its own fields stay, word for word. */
export function improvement(home: Words, ownFields: readonly string[], shipped: Words): Improvement {
  const other = differing(home, shipped);
  const changes = Object.fromEntries(other.filter((field) => !ownFields.includes(field)).map((field) => [field, shipped[field]])) as Partial<Words>;
  return { changes, offered: other.filter((field) => ownFields.includes(field)) };
}
