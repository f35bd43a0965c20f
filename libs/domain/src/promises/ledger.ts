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

/** A place in a chain. */
export type Head = { readonly seq: number; readonly hash: string };

/** A place that somebody noted earlier, such as the one families were sent; `where` says where it was noted, for people to look. */
export type Noted = Head & { readonly where?: string };

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
