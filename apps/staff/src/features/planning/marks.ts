/** What is marked on the board as different from what people were first told. */
import type { Week } from './board.ts';
import { words } from './words.ts';

export type Change = Week['changes'][number];
export type Mark = { readonly change: Change; readonly word: string };

const KINDS: Readonly<Record<string, string>> = words.since.kinds;

export function kindWord(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** Changes by the session that they are about as it is now. */
export function marksOf(changes: Week['changes']): ReadonlyMap<string, Mark> {
  return new Map(changes.flatMap((change) => (change.to ? [[markKey(change.to), { change, word: kindWord(change.kind) }] as const] : [])));
}

export function markKey({ activity, start, residents }: { readonly activity: string; readonly start: number; readonly residents: readonly string[] }): string {
  return `${activity} ${start} ${residents.toSorted().join(' ')}`;
}

/** Sessions that people were told of for a day and that are not there any more: off, or moved elsewhere. */
export function goneFrom(changes: Week['changes'], day: number): Change[] {
  return changes.filter(({ kind, from }) => (kind === 'cancelled' || kind === 'moved') && from !== null && Math.floor(from.start / 1440) === day);
}
