/** Who of the staff goes along. */
import type { Taste } from './compose.ts';
import type { Tables } from './tables.ts';
import { at } from '../at.ts';

/** Points for each point of scarcity: how gladly the search keeps rare skills free for others. */
const SPARING = 1.5;

/** Staff from `pool` who, with `already`, hold every skill the activity takes; null when nobody does. */
export function skilled(tables: Tables, activity: number, already: readonly number[], pool: readonly number[], taste: Taste): number[] | null {
  const { activities, staff, scarcity } = tables;
  const wanted = Object.entries(at(activities, activity).skills);
  const crew: number[] = [];
  const missing = () =>
    wanted.flatMap(([skill, many]) => {
      const holders = [...already, ...crew].filter((person) => at(staff, person).skills.includes(skill)).length;
      return holders < many ? [skill] : [];
    });
  for (let lacking = missing(); lacking.length > 0; lacking = missing()) {
    let best = -1;
    let bestWorth = Number.NEGATIVE_INFINITY;
    for (const person of pool) {
      if (crew.includes(person)) continue;
      const covers = lacking.filter((skill) => at(staff, person).skills.includes(skill)).length;
      if (covers === 0) continue;
      const worth = covers * 100 - (scarcity[person] ?? 0) * SPARING * (1 + taste.noise * taste.chance.next());
      if (worth > bestWorth) [best, bestWorth] = [person, worth];
    }
    if (best < 0) return null;
    crew.push(best);
  }
  return crew;
}

/**
 * `crew` made up to `size` from `pool`: people the residents like and nobody declines, rare ones last.
 * Null when there are too few.
 */
export function completed(tables: Tables, crew: readonly number[], size: number, drivers: readonly number[], pool: readonly number[], residents: readonly number[], taste: Taste): number[] | null {
  const { likes, declines, staff, scarcity, weights } = tables;
  const whole = [...crew];
  if (whole.length >= size) return whole;
  const has = (table: Uint8Array, resident: number, person: number) => table[resident * staff.length + person] === 1;
  const welcome = pool.filter((person) => !crew.includes(person) && !residents.some((resident) => has(declines, resident, person)));
  const alone = new Set(residents.filter((resident) => ![...crew, ...drivers].some((person) => has(likes, resident, person))));
  while (whole.length < size) {
    let best = -1;
    let bestWorth = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < welcome.length; i += 1) {
      const person = at(welcome, i);
      let worth = -(scarcity[person] ?? 0) * SPARING * (1 + taste.noise * taste.chance.next());
      for (const resident of alone) if (has(likes, resident, person)) worth += weights.preferred;
      if (worth > bestWorth) [best, bestWorth] = [i, worth];
    }
    if (best < 0) return null;
    for (const person of welcome.splice(best, 1)) {
      whole.push(person);
      for (const resident of alone) if (has(likes, resident, person)) alone.delete(resident);
    }
  }
  return whole;
}
