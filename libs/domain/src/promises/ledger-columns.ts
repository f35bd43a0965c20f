/** Which column of a changed entry it was: the one that, put back to something likely, makes the entry's hash right again. */
import { type ChainEntry, type Head, type Sealed, type Sha256, digestOf, hashOf } from './ledger.ts';
import type { Words } from './ledger-check.ts';

export type Column = 'home_id' | 'seq' | 'id' | 'promise_id' | 'kind' | 'at' | 'by_account_id' | 'content_digest' | 'previous_hash' | 'hash';

type Around = { readonly before: Head; readonly homeId: string; readonly words: Words | null; readonly ids: readonly string[]; readonly promises: ReadonlySet<string>; readonly accounts: ReadonlySet<string> };

/** How far away a swapped entry is looked for. */
const NEAR = 200;

/** The column that was changed, alone in the list; or all that may have been, where it cannot be known. `fresh` is the hash as it comes out now. */
export function columnsChanged(entry: ChainEntry, fresh: string, around: Around, sha256: Sha256): Column[] {
  const { before, homeId, words } = around;
  const fits = (other: Partial<ChainEntry>) => hashOf(other.previousHash ?? entry.previousHash, { ...entry, ...other }, sha256) === entry.hash;
  const some = <Key extends keyof Sealed>(key: Key, values: Iterable<Sealed[Key]>) => {
    for (const value of values) if (fits({ [key]: value })) return true;
    return false;
  };
  if (entry.homeId !== homeId) return ['home_id'];
  if (differencesIn(fresh, entry.hash) === 1) return ['hash'];
  if (fits({ previousHash: before.hash })) return ['previous_hash'];
  if (some('seq', near(entry.seq))) return ['seq'];
  if (words && some('contentDigest', [digestOf(words.salt, words.content, sha256)])) return ['content_digest'];
  if (some('contentDigest', oneDigitOff(entry.contentDigest))) return ['content_digest'];
  if (fitsOneDigitOff(entry.previousHash, (previousHash) => fits({ previousHash }))) return ['previous_hash'];
  if (some('kind', [...(words ? [String((Object(words.content) as { kind?: unknown }).kind)] : []), ...oneOff(entry.kind, /./, 'abcdefghijklmnopqrstuvwxyz ')])) return ['kind'];
  if (some('id', [...around.ids, ...oneDigitOff(entry.id)])) return ['id'];
  if (some('byAccountId', [null, ...around.accounts, ...(entry.byAccountId === null ? [] : oneDigitOff(entry.byAccountId))])) return ['by_account_id'];
  if (some('promiseId', [...around.promises, ...oneDigitOff(entry.promiseId)])) return ['promise_id'];
  if (some('at', timesLike(entry.at))) return ['at'];
  const left: Column[] = ['promise_id', 'at', 'by_account_id', 'hash'];
  // Where the words are there and fit, the entry's number, kind and digest are what they were.
  return words && digestOf(words.salt, words.content, sha256) === entry.contentDigest ? left : ['seq', 'id', 'kind', ...left, 'content_digest'];
}

function* near(seq: number): Generator<number> {
  for (let off = 1; off <= NEAR; off += 1) {
    if (seq > off) yield seq - off;
    yield seq + off;
  }
}

function fitsOneDigitOff(text: string, fits: (other: string) => boolean): boolean {
  for (const other of oneDigitOff(text)) if (fits(other)) return true;
  return false;
}

/** Every text that differs from a hexadecimal one in a single digit. */
const oneDigitOff = (text: string) => oneOff(text, /[0-9a-f]/, '0123456789abcdef');

/** Every text with one of the letters that fit `which` replaced by another of `letters`. */
function* oneOff(text: string, which: RegExp, letters: string): Generator<string> {
  for (let at = 0; at < text.length; at += 1) {
    if (!which.test(text[at] ?? '')) continue;
    for (const letter of letters) if (letter !== text[at]) yield text.slice(0, at) + letter + text.slice(at + 1);
  }
}

/** In milliseconds: one, a second, a minute, an hour, a day. */
const STEPS = [1, 1000, 60_000, 3_600_000, 86_400_000];

/** Times that are written like this one but for a single digit, and those a few steps away. */
function* timesLike(at: Date): Generator<Date> {
  for (const step of STEPS) for (let steps = -60; steps <= 60; steps += 1) yield new Date(at.getTime() + steps * step);
  const text = at.toISOString();
  for (let place = 0; place < text.length; place += 1) {
    if (!/\d/.test(text[place] ?? '')) continue;
    for (const digit of '0123456789') {
      const other = new Date(text.slice(0, place) + digit + text.slice(place + 1));
      if (!Number.isNaN(other.getTime())) yield other;
    }
  }
}

function differencesIn(one: string, other: string): number {
  if (one.length !== other.length) return Infinity;
  return one.split('').filter((letter, n) => letter !== other[n]).length;
}
