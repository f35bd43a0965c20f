/** The chain that everything said about promises hangs on: each entry carries the hash of the one before, so a rewrite shows. */

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. Passed in: this library imports nothing. */
export type Sha256 = (text: string) => string;

/** What an entry's hash is made of. */
export type Sealed = {
  readonly homeId: string;
  readonly seq: number;
  readonly id: string;
  readonly promiseId: string;
  readonly kind: string;
  readonly at: Date;
  readonly byAccountId: string | null;
  readonly contentDigest: string;
};

export type ChainEntry = Sealed & { readonly previousHash: string; readonly hash: string };
export type ChainContent = { readonly id: string; readonly salt: string; readonly content: object };

/** A place in a chain that somebody noted earlier, such as the one families were sent. */
export type Head = { readonly seq: number; readonly hash: string };

/** What the first entry of a home follows. */
export const BEGINNING = '0'.repeat(64);

/** One text for one value, whatever order its keys were written in. Keys without a value are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** The digest by which the chain knows the words of an entry; with the salt gone too, the words cannot be guessed from it. */
export function digestOf(salt: string, content: object, sha256: Sha256): string {
  return sha256(salt + canonicalJson(content));
}

/** The hash of an entry: of the one before and everything the entry says. */
export function hashOf(previousHash: string, sealed: Sealed, sha256: Sha256): string {
  const { homeId, seq, id, promiseId, kind, at, byAccountId, contentDigest } = sealed;
  return sha256(previousHash + canonicalJson({ homeId, seq, id, promiseId, kind, at: at.toISOString(), byAccountId, contentDigest }));
}

/** Where a chain is broken, and how, in a sentence. */
export type Break = { readonly seq: number; readonly what: string };
export type Verdict =
  | { readonly ok: true; readonly entries: number; readonly erased: number; readonly head: Head | null }
  | { readonly ok: false; readonly breaks: readonly Break[] };

/**
 * Recomputes a home's whole chain. Words that were lawfully erased leave their entry in place and are counted.
 * Entries cut off at the end can only be seen against a place that was `noted` elsewhere: pass the ones you know.
 */
export function verifyChain(entries: readonly ChainEntry[], contents: readonly ChainContent[], sha256: Sha256, noted: readonly Head[] = []): Verdict {
  const words = new Map(contents.map((content) => [content.id, content]));
  const breaks: Break[] = [];
  let before: Head = { seq: 0, hash: BEGINNING };
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    const broken = linkBreak(entry, before, sha256) ?? contentBreak(entry, words.get(entry.id), sha256);
    if (broken !== null) breaks.push({ seq: entry.seq, what: broken });
    words.delete(entry.id);
    before = entry;
  }
  for (const id of words.keys()) breaks.push({ seq: before.seq, what: `There are words (${id}) that belong to no entry: an entry was taken out.` });
  breaks.push(...notedBreaks(entries, noted));
  if (breaks.length > 0) return { ok: false, breaks };
  const erased = entries.length - contents.length;
  return { ok: true, entries: entries.length, erased, head: before.seq === 0 ? null : { seq: before.seq, hash: before.hash } };
}

function linkBreak(entry: ChainEntry, before: Head, sha256: Sha256): string | null {
  if (entry.seq !== before.seq + 1) return `Entry ${before.seq + 1} should come here and is missing or there twice.`;
  if (entry.previousHash !== before.hash) return 'It does not follow from the entry before it: one of the two was changed, swapped or put in.';
  if (hashOf(entry.previousHash, entry, sha256) !== entry.hash) return 'The entry was changed after it was written.';
  return null;
}

function contentBreak(entry: ChainEntry, words: ChainContent | undefined, sha256: Sha256): string | null {
  if (!words) return null;
  if (digestOf(words.salt, words.content, sha256) !== entry.contentDigest) return 'The words of the entry were changed after they were written.';
  if ((words.content as { kind?: unknown }).kind !== entry.kind) return `The words say "${String((words.content as { kind?: unknown }).kind)}", the entry says "${entry.kind}".`;
  return null;
}

function notedBreaks(entries: readonly ChainEntry[], noted: readonly Head[]): Break[] {
  const hashes = new Map(entries.map(({ seq, hash }) => [seq, hash]));
  return noted.flatMap(({ seq, hash }) => {
    const found = hashes.get(seq);
    if (found === hash) return [];
    const what = found === undefined ? 'It was there before, and has been cut off.' : 'It is not the entry that was noted before: the chain was written anew.';
    return [{ seq, what }];
  });
}
