/** A place of the ledger as it is sent out and asked about again: a home, a number and a hash. */
import { wordsOrNull } from '../shared/words.ts';

export type Asked = { readonly home: string; readonly seq: number; readonly hash: string };
export type Found = 'contained' | 'not contained' | 'not known';
/** What was typed, where it is no place yet, and what to put right. */
export type Unclear = { readonly home: string; readonly typed: { readonly seq: string; readonly hash: string }; readonly wrong: readonly string[] };

/** All of a hash, or its beginning as it stands on paper: sixteen digits or more. */
const HASH = /^[0-9a-f]{16,64}$/;
const LARGEST = 2 ** 31 - 1;

/** The address that a digest carries. `base` is where the house is reached, without a slash at the end. */
export function checkAddress(base: string, { home, seq, hash }: Asked): string {
  return `${base}/check?home=${encodeURIComponent(home)}&seq=${seq}&hash=${hash}`;
}

/** What somebody asks; what of it is missing or cannot be right, in sentences; or null when nothing was asked yet. */
export function whatWasAsked(query: Readonly<Record<string, unknown>>): Asked | Unclear | null {
  const [home, seq, hash] = ['home', 'seq', 'hash'].map((key) => (typeof query[key] === 'string' ? wordsOrNull(query[key]) : null) ?? '') as [string, string, string];
  if (!home && !seq && !hash) return null;
  const letters = hash.toLowerCase().replaceAll(/\s/g, '');
  const number = Number(seq);
  const wrong = [
    !home && 'Write which home it is: its name, or its number as it stands in the message.',
    (!/^\d{1,10}$/.test(seq) || number < 1 || number > LARGEST) && 'The place is a number, such as 214.',
    !HASH.test(letters) && 'The check is 64 letters and digits, or the first 16 of them as on paper: only a to f and 0 to 9. Copy all of it.',
  ].filter((each) => each !== false);
  return wrong.length > 0 ? { home, typed: { seq, hash }, wrong } : { home, seq: number, hash: letters };
}
