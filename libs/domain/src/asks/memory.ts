/** What supporters tell of a life: in their own words, marked as theirs, put right or taken back by them alone. */
import { type Decision, type Words, decide } from '../shared/decision.ts';
import { isBlank } from '../shared/words.ts';

export const MEMORY_KINDS = ['told', 'put right', 'taken back', 'kept'] as const;
/** 'kept': staff put it into the life story. */
export type MemoryKind = (typeof MEMORY_KINDS)[number];

export type MemoryEntry = {
  readonly memoryId: string;
  readonly kind: MemoryKind;
  readonly words: string;
  readonly whenWords: string | null;
  readonly mediaId: string | null;
  readonly recordedByName: string;
  readonly recordedAt: Date;
};

export type MemoryReason = 'MEMORY_NO_WORDS' | 'MEMORY_TOO_LONG' | 'MEMORY_WHEN_LONG' | 'MEMORY_TAKEN_BACK' | 'MEMORY_KEPT_ALREADY';

export const MEMORY_WORDS: Words<MemoryReason> = {
  MEMORY_NO_WORDS: () => 'Write what you remember, in a sentence or two.',
  MEMORY_TOO_LONG: () => 'That is more than one memory. Keep each to a few sentences and add the others one by one.',
  MEMORY_WHEN_LONG: () => 'Say roughly when in a few words, such as “about 1962”.',
  MEMORY_TAKEN_BACK: () => 'This was taken back. Tell it again if it is to be there.',
  MEMORY_KEPT_ALREADY: () => 'This is in the life story already.',
};

/** Whether a memory can be told as it stands. */
export function mayTell(words: string, whenWords: string | null): Decision<MemoryReason> {
  return decide<MemoryReason>([
    isBlank(words) && { code: 'MEMORY_NO_WORDS' },
    words.trim().length > 1000 && { code: 'MEMORY_TOO_LONG' },
    (whenWords ?? '').trim().length > 200 && { code: 'MEMORY_WHEN_LONG' },
  ]);
}

/** A memory as it stands, with what it said before. */
export type Memory<Entry extends MemoryEntry> = { readonly id: string; readonly first: Entry; readonly now: Entry; readonly earlier: readonly Entry[]; readonly takenBack: Entry | null; readonly kept: Entry | null };

/** Memories out of what was said, the newest first. `entries` are oldest first. */
export function memoriesOf<Entry extends MemoryEntry>(entries: readonly Entry[]): Memory<Entry>[] {
  const memories = [...Map.groupBy(entries, ({ memoryId }) => memoryId)].flatMap(([id, said]) => {
    const told = said.filter(({ kind }) => kind === 'told' || kind === 'put right');
    const [first, now] = [told[0], told.at(-1)];
    if (!first || !now) return [];
    return [{ id, first, now, earlier: told.slice(0, -1), takenBack: said.findLast(({ kind }) => kind === 'taken back') ?? null, kept: said.findLast(({ kind }) => kind === 'kept') ?? null }];
  });
  return memories.toSorted((a, b) => b.first.recordedAt.getTime() - a.first.recordedAt.getTime() || (a.id < b.id ? 1 : -1));
}

export function mayChangeMemory(memory: Pick<Memory<MemoryEntry>, 'takenBack'>): Decision<MemoryReason> {
  return decide<MemoryReason>([memory.takenBack !== null && { code: 'MEMORY_TAKEN_BACK' }]);
}

/** Whether staff may put it into the life story: it stands, and is not there yet. */
export function mayKeepMemory(memory: Pick<Memory<MemoryEntry>, 'takenBack' | 'kept'>): Decision<MemoryReason> {
  return decide<MemoryReason>([memory.takenBack !== null && { code: 'MEMORY_TAKEN_BACK' }, memory.kept !== null && { code: 'MEMORY_KEPT_ALREADY' }]);
}
