import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { BEGINNING, type ChainContent, type ChainEntry, canonicalJson, digestOf, hashOf } from './ledger.ts';
import { verifyChain } from './ledger-check.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function chainOf(words: readonly string[]): { entries: ChainEntry[]; contents: ChainContent[] } {
  const [entries, contents]: [ChainEntry[], ChainContent[]] = [[], []];
  words.forEach((text, n) => {
    const content: ChainContent = { id: `id-${n}`, salt: `salt-${n}`, content: { kind: 'disputed', by: 'Mark', words: text } };
    const sealed = {
      homeId: 'home', seq: n + 1, id: content.id, promiseId: `promise-${n % 3}`, kind: 'disputed', at: new Date(Date.UTC(2026, 10, 21, 9, 0, n)), byAccountId: n % 2 ? 'mark' : null,
      contentDigest: digestOf(content.salt, content.content, sha256),
    };
    const previousHash = entries.at(-1)?.hash ?? BEGINNING;
    entries.push({ ...sealed, previousHash, hash: hashOf(previousHash, sealed, sha256) });
    contents.push(content);
  });
  return { entries, contents };
}

const words = fc.array(fc.string({ maxLength: 8 }), { minLength: 2, maxLength: 12 });

describe('a chain', () => {
  it('that was left alone is whole', () => {
    fc.assert(fc.property(words, (said) => {
      const { entries, contents } = chainOf(said);
      expect(verifyChain(entries, contents, sha256)).toMatchObject({ ok: true, entries: said.length, erased: 0 });
      expect(verifyChain([...entries].reverse(), [...contents].reverse(), sha256)).toMatchObject({ ok: true });
    }));
  });

  it('that is empty is whole', () => {
    expect(verifyChain([], [], sha256)).toEqual({ ok: true, entries: 0, erased: 0, head: null, breaks: [] });
  });

  const FIELDS = ['homeId', 'id', 'promiseId', 'kind', 'byAccountId', 'contentDigest', 'previousHash', 'hash', 'seq', 'at'] as const;
  it('shows one changed byte, wherever it is', () => {
    fc.assert(fc.property(words, fc.nat(), fc.constantFrom(...FIELDS), (said, pick, field) => {
      const { entries, contents } = chainOf(said);
      const n = pick % entries.length;
      const entry = entries[n];
      if (!entry) return;
      const was = entry[field];
      const changed = was instanceof Date ? new Date(was.getTime() + 1) : typeof was === 'number' ? was + 1 : `${was ?? ''}x`;
      expect(verifyChain(entries.with(n, { ...entry, [field]: changed }), contents, sha256).ok).toBe(false);
    }));
  });

  it('shows changed words and a changed salt', () => {
    const { entries, contents } = chainOf(['a', 'b', 'c']);
    const [first] = contents;
    if (!first) throw new Error('no words');
    expect(verifyChain(entries, contents.with(0, { ...first, salt: 'other' }), sha256)).toMatchObject({ ok: false, breaks: [{ seq: 1 }] });
    expect(verifyChain(entries, contents.with(0, { ...first, content: { ...first.content, words: 'A' } }), sha256)).toMatchObject({ ok: false, breaks: [{ seq: 1 }] });
  });

  it('shows a row that was deleted from its middle or beginning', () => {
    fc.assert(fc.property(words, fc.nat(), (said, pick) => {
      const { entries, contents } = chainOf(said);
      const n = pick % (entries.length - 1);
      const { id } = entries[n] ?? { id: '' };
      expect(verifyChain(entries.toSpliced(n, 1), contents.filter((each) => each.id !== id), sha256).ok).toBe(false);
    }));
  });

  it('shows two rows that were swapped', () => {
    fc.assert(fc.property(words, fc.nat(), (said, pick) => {
      const { entries, contents } = chainOf(said);
      const n = pick % (entries.length - 1);
      const [one, two] = [entries[n], entries[n + 1]];
      if (!one || !two) return;
      const swapped = entries.with(n, { ...two, seq: one.seq }).with(n + 1, { ...one, seq: two.seq });
      expect(verifyChain(swapped, contents, sha256).ok).toBe(false);
    }));
  });

  it('shows that its end was cut off, to whoever noted its head, and a chain written anew', () => {
    const { entries, contents } = chainOf(['a', 'b', 'c']);
    const last = entries[2];
    if (!last) throw new Error('no entries');
    const noted = [{ seq: last.seq, hash: last.hash }];
    expect(verifyChain(entries, contents, sha256, noted).ok).toBe(true);
    expect(verifyChain(entries.slice(0, 2), contents.slice(0, 2), sha256, noted)).toMatchObject({ ok: false, breaks: [{ seq: 3 }] });
    const anew = chainOf(['a', 'B', 'c']);
    expect(verifyChain(anew.entries, anew.contents, sha256, noted)).toMatchObject({ ok: false, breaks: [{ seq: 3 }] });
  });

  it('shows words whose entry is gone', () => {
    const { entries, contents } = chainOf(['a', 'b', 'c']);
    expect(verifyChain(entries.slice(0, 2), contents, sha256).ok).toBe(false);
  });
});

describe('canonical JSON', () => {
  it('is the same for the same value, whatever the order of its keys, and reads back as it', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }));
  });
});
