/** JSON with one or two values somewhere in it replaced by something that may have no business there. */
import type { Chance } from '../random.ts';
import { anyOf, chanceFrom } from '../random.ts';

const ODD: readonly unknown[] = [null, true, false, -1, 0, 1, 0.5, 101, 1e300, '', 'x', 'B', 'D1', 'home', '2025-02-30', '2025-06-02', [], {}, [5, 5], [3, 1], [1, 3], [1, 2, 3], [0.5, 2], [{}], { x: 1 }, { staff: 1, residents: 0 }];

/** A copy of `value`, damaged: the same seed damages it the same way. */
export function damaged(value: unknown, seed: number): unknown {
  const chance = chanceFrom(seed);
  const copy: unknown = structuredClone(value);
  for (let times = 1 + chance.below(2); times > 0; times -= 1) damage(copy, chance);
  return JSON.parse(JSON.stringify(copy)) as unknown;
}

/** Walks to a place by chance, the deeper the rarer, and puts something odd there, or nothing, or what another place has. */
function damage(value: unknown, chance: Chance): void {
  let here = value;
  let key = anyKey(here, chance);
  while (key !== undefined) {
    const next: unknown = Reflect.get(here as object, key);
    const deeper = anyKey(next, chance);
    if (deeper === undefined || chance.next() < 0.2) break;
    [here, key] = [next, deeper];
  }
  if (key === undefined) return;
  const way = chance.next();
  if (way < 0.15) Reflect.deleteProperty(here as object, key);
  else if (way < 0.3) Reflect.set(here as object, key, structuredClone(Reflect.get(here as object, anyKey(here, chance) ?? key)) as unknown);
  else Reflect.set(here as object, key, structuredClone(anyOf(ODD, chance)));
}

function anyKey(value: unknown, chance: Chance): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const keys = Object.keys(value);
  return keys.length === 0 ? undefined : anyOf(keys, chance);
}
