/** Recomputes a home's chain, entry by entry, and says where it is broken: which entry, which column as far as it can be known, what it means. */
import { BEGINNING, type ChainContent, type ChainEntry, type Head, type Noted, type Sha256, digestOf, hashOf } from './ledger.ts';
import { columnsChanged } from './ledger-columns.ts';

export type BreakKind = 'missing' | 'twice' | 'changed' | 'moved' | 'does not follow' | 'words changed' | 'words removed' | 'words without entry' | 'words put back' | 'cut off' | 'written anew' | 'not covered' | 'row differs';

/** One place where it is broken. `seq` is the entry it shows at; `column` names what was changed where it can be known. */
export type Break = { readonly seq: number; readonly kind: BreakKind; readonly column: string | null; readonly what: string };

export type Verdict = { readonly ok: boolean; readonly entries: number; readonly erased: number; readonly head: Head | null; readonly breaks: readonly Break[] };

export type Words = Pick<ChainContent, 'salt' | 'content'>;

/** Hashes of the last entries, so that what follows rows that changed places is not reported again. */
const REMEMBERED = 64;
/** So many promises are tried where one was exchanged for another: enough for a home, bounded for a long chain. */
const PROMISES_REMEMBERED = 20_000;

/**
 * Takes the entries of one home in the order of their numbers, each with its words or null where there are none.
 * Needs memory only for entries without words and for places noted elsewhere, however long the chain is.
 */
export class ChainCheck {
  private readonly homeId: string;
  private readonly sha256: Sha256;
  private readonly strays: readonly ChainContent[];
  private readonly noted: Map<number, Noted[]>;
  private readonly breaks: Break[] = [];
  /** Entries without words, until an erasure covers them. */
  private readonly bare = new Map<number, Pick<ChainEntry, 'promiseId' | 'contentDigest'>>();
  private readonly recent: string[] = [];
  private readonly known = { promises: new Set<string>(), accounts: new Set<string>() };
  private waiting: { entry: ChainEntry; words: Words | null } | null = null;
  private before: Head = { seq: 0, hash: BEGINNING };
  private head: Head | null = null;
  private entries = 0;
  private erased = 0;

  /** `strays` are words that belong to no entry; `noted` are places that were noted elsewhere. */
  constructor(homeId: string, sha256: Sha256, strays: readonly ChainContent[] = [], noted: readonly Noted[] = []) {
    this.homeId = homeId;
    this.sha256 = sha256;
    this.strays = strays;
    this.noted = Map.groupBy(noted, ({ seq }) => seq);
  }

  next(entry: ChainEntry, words: Words | null): void {
    if (this.waiting) this.look(this.waiting.entry, this.waiting.words, entry.previousHash);
    this.waiting = { entry, words };
  }

  /** What was found, once every entry has been given. */
  end(): Verdict {
    if (this.waiting) this.look(this.waiting.entry, this.waiting.words, null);
    this.waiting = null;
    const strays = new Map(this.strays.map((stray) => [digestOf(stray.salt, stray.content, this.sha256), stray.id]));
    for (const [seq, { contentDigest }] of this.bare) {
      const under = strays.get(contentDigest);
      if (under === undefined) this.say(seq, 'words removed', 'content', 'Its words and salt are gone, and no erasure in the ledger covers them: somebody removed them.');
      else this.say(seq, 'words without entry', 'id', `Its words are there, under another id (${under}).`);
      strays.delete(contentDigest);
    }
    for (const id of strays.values()) this.say(this.before.seq, 'words without entry', 'id', `There are words (${id}) that belong to no entry: their entry was taken out.`);
    for (const noted of this.noted.values()) for (const place of noted) this.sayCutOff(place);
    this.breaks.sort((a, b) => a.seq - b.seq);
    return { ok: this.breaks.length === 0, entries: this.entries, erased: this.erased, head: this.head, breaks: this.breaks };
  }

  private look(entry: ChainEntry, words: Words | null, nextPrevious: string | null): void {
    const { before } = this;
    this.entries += 1;
    if (entry.seq > before.seq + 1) {
      const last = entry.seq - 1;
      const which = last === before.seq + 1 ? `Entry ${last} is missing` : `Entries ${before.seq + 1} to ${last} are missing`;
      this.say(before.seq + 1, 'missing', null, `${which}: taken out of the ledger, or given another number or home.`);
    } else if (entry.seq <= before.seq) this.say(entry.seq, 'twice', 'seq', `There are two entries with the number ${entry.seq}: one of them was put in.`);
    const hash = this.sealOf(entry, words, nextPrevious, entry.seq === before.seq + 1);
    this.lookAtWords(entry, words);
    this.lookAtNoted(entry);
    this.before = { seq: entry.seq, hash };
    this.head = { seq: entry.seq, hash: entry.hash };
    this.recent.push(entry.hash);
    if (this.recent.length > REMEMBERED) this.recent.shift();
    if (this.known.promises.size < PROMISES_REMEMBERED) this.known.promises.add(entry.promiseId);
    if (entry.byAccountId !== null) this.known.accounts.add(entry.byAccountId);
  }

  /** Looks at the entry itself, and returns the hash that the next one has to follow. */
  private sealOf(entry: ChainEntry, words: Words | null, nextPrevious: string | null, isNext: boolean): string {
    const { before, sha256 } = this;
    if (Number.isNaN(entry.at.getTime())) {
      this.say(entry.seq, 'changed', 'at', 'Its time is no time.');
      return entry.hash;
    }
    const fresh = hashOf(entry.previousHash, entry, sha256);
    const follows = !isNext || entry.previousHash === before.hash;
    if (fresh === entry.hash && entry.homeId === this.homeId) {
      if (!follows && !this.recent.includes(entry.previousHash)) this.say(entry.seq, 'does not follow', null, `It does not follow from entry ${before.seq}: one of the two was written anew or put in.`);
      else if (!follows && !this.breaks.some(({ kind }) => kind === 'moved')) this.say(entry.seq, 'does not follow', null, `It follows from an earlier entry than ${before.seq}: what stands between was put in.`);
      return entry.hash;
    }
    if (follows && nextPrevious === fresh) {
      this.say(entry.seq, 'changed', 'hash', 'Its own hash was changed; everything it says is as it was.');
      return fresh;
    }
    const found = columnsChanged(entry, fresh, { before, homeId: this.homeId, words, ids: this.strays.map(({ id }) => id), ...this.known }, sha256);
    if (found.length === 1 && found[0] === 'seq') this.say(entry.seq, 'moved', 'seq', 'It stood at another place: entries were swapped or given other numbers.');
    else this.say(entry.seq, 'changed', found.join(', '), sayChanged(found));
    return entry.hash;
  }

  private lookAtWords(entry: ChainEntry, words: Words | null): void {
    if (words === null) {
      this.erased += 1;
      this.bare.set(entry.seq, entry);
      return;
    }
    const isSame = digestOf(words.salt, words.content, this.sha256) === entry.contentDigest;
    const { kind, seqs } = Object(words.content) as { kind?: unknown; seqs?: unknown };
    if (!isSame && !this.breaks.some(({ seq, column }) => seq === entry.seq && column === 'content_digest')) {
      this.say(entry.seq, 'words changed', /^[0-9a-f]{32}$/.test(words.salt) ? 'content or salt' : 'salt', 'Its words, or their salt, were changed after they were written.');
    } else if (isSame && kind !== entry.kind && !this.breaks.some(({ seq }) => seq === entry.seq)) {
      this.say(entry.seq, 'changed', 'kind', `Its words say “${String(kind)}”, the entry says “${entry.kind}”.`);
    }
    if (isSame && kind === 'erased') this.cover(entry, Array.isArray(seqs) ? seqs : []);
  }

  /** An erasure covers earlier entries of its own promise, and what it says is gone has to be gone. */
  private cover({ seq, promiseId }: ChainEntry, seqs: readonly unknown[]): void {
    for (const covered of seqs) {
      if (typeof covered !== 'number' || covered >= seq) continue;
      if (this.bare.get(covered)?.promiseId === promiseId) this.bare.delete(covered);
      else if (!this.bare.has(covered)) this.say(covered, 'words put back', 'content', `Entry ${seq} says that its words were erased, and there are words.`);
    }
  }

  private lookAtNoted({ seq, hash }: ChainEntry): void {
    for (const { hash: noted, where } of this.noted.get(seq) ?? []) {
      if (noted !== hash) this.say(seq, 'written anew', null, `It is not the entry that was noted before${where ? ` (${where})` : ''}: the ledger was written anew, from here or earlier.`);
    }
    this.noted.delete(seq);
  }

  private sayCutOff({ seq, where }: Noted): void {
    if (seq > this.before.seq) this.say(seq, 'cut off', null, `It was there before${where ? ` (${where})` : ''}, and has been cut off: the ledger ends with entry ${this.before.seq}.`);
  }

  private say(seq: number, kind: BreakKind, column: string | null, what: string): void {
    this.breaks.push({ seq, kind, column, what });
  }
}

function sayChanged(columns: readonly string[]): string {
  return columns.length === 1 ? 'The entry was changed after it was written.' : 'The entry was changed after it was written; which of these it was cannot be told.';
}

/** Checks a chain that is in memory, in whatever order it comes. */
export function verifyChain(entries: readonly ChainEntry[], contents: readonly ChainContent[], sha256: Sha256, noted: readonly Noted[] = [], homeId: string = entries[0]?.homeId ?? ''): Verdict {
  const ids = new Set(entries.map(({ id }) => id));
  const words = new Map(contents.map((content) => [content.id, content]));
  const check = new ChainCheck(homeId, sha256, contents.filter(({ id }) => !ids.has(id)), noted);
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) check.next(entry, words.get(entry.id) ?? null);
  return check.end();
}
