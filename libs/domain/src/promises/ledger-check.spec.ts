import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { BEGINNING, type ChainContent, type ChainEntry, type Noted, digestOf, hashOf } from './ledger.ts';
import { verifyChain } from './ledger-check.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hex = (text: string, digits = 32) => sha256(text).slice(0, digits);
const idOf = (text: string) => hex(text).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
/** How many forgeries are tried: a tenth of them with every test run, all of them by `npm run check:ledger`. */
const FORGERIES = Number(process.env['FORGERIES'] ?? 1000);

type Chain = { entries: ChainEntry[]; contents: ChainContent[] };
type Said = { kind: string; words: string };

const HOME = idOf('home');

function sealed(entry: ChainEntry, previousHash: string): ChainEntry {
  const again = { ...entry, previousHash };
  return { ...again, hash: hashOf(previousHash, again, sha256) };
}

function add(chain: Chain, promise: number, content: Record<string, unknown> & { kind: string }): void {
  const seq = chain.entries.length + 1;
  const words: ChainContent = { id: idOf(`id ${seq}`), salt: hex(`salt ${seq}`), content };
  const entry = {
    homeId: HOME, seq, id: words.id, promiseId: idOf(`promise ${promise}`), kind: content.kind, at: new Date(Date.UTC(2026, 10, 21, 9, 0, seq, seq * 7)), byAccountId: seq % 2 ? idOf(`account ${seq % 3}`) : null,
    contentDigest: digestOf(words.salt, content, sha256), previousHash: '', hash: '',
  };
  chain.entries.push(sealed(entry, chain.entries.at(-1)?.hash ?? BEGINNING));
  chain.contents.push(words);
}

function chainOf(said: readonly Said[]): Chain {
  const chain: Chain = { entries: [], contents: [] };
  said.forEach((each, n) => add(chain, n % 3, each));
  return chain;
}

/** Erases the words of these entries of one promise, as the law has it. */
function erase({ entries, contents }: Chain, seqs: readonly number[], promise: number): Chain {
  const gone = new Set(entries.filter(({ seq }) => seqs.includes(seq)).map(({ id }) => id));
  const after: Chain = { entries: [...entries], contents: contents.filter(({ id }) => !gone.has(id)) };
  add(after, promise, { kind: 'erased', erasureId: 'e', seqs, ground: 'consent withdrawn', stands: {}, by: 'Ruth' });
  return after;
}

const saids = fc.array(fc.record({ kind: fc.constantFrom('made', 'disputed', 'attended', 'explained'), words: fc.string({ maxLength: 12 }) }), { minLength: 4, maxLength: 12 });
const check = ({ entries, contents }: Chain, noted: readonly Noted[] = []) => verifyChain(entries, contents, sha256, noted, HOME);
const three = () => chainOf(['a', 'b', 'c', 'd'].map((words) => ({ kind: 'disputed', words })));

/** Everything after `from` hashed anew, as somebody would who can write to the database as they like. */
function rehashed(entries: readonly ChainEntry[], from: number): ChainEntry[] {
  const again = [...entries];
  for (let n = from; n < again.length; n += 1) again[n] = sealed(again[n] as ChainEntry, again[n - 1]?.hash ?? BEGINNING);
  return again;
}

const other = (text: string, pick: number) => {
  const at = pick % text.length;
  return text.slice(0, at) + (text[at] === '7' ? '8' : '7') + text.slice(at + 1);
};

/** One change to one column: of the entry, or of its words. */
function flipped({ entries, contents }: Chain, n: number, pick: number): Chain {
  const [entry, words] = [entries[n] as ChainEntry, contents[n] as ChainContent];
  const changed: (() => Chain)[] = [
    ...(['homeId', 'id', 'promiseId', 'kind', 'contentDigest', 'previousHash', 'hash'] as const).map((key) => () => ({ entries: entries.with(n, { ...entry, [key]: other(entry[key], pick) }), contents })),
    () => ({ entries: entries.with(n, { ...entry, byAccountId: entry.byAccountId === null ? idOf('account 0') : other(entry.byAccountId, pick) }), contents }),
    () => ({ entries: entries.with(n, { ...entry, seq: entry.seq + 1 + (pick % 5) }), contents }),
    () => ({ entries: entries.with(n, { ...entry, at: new Date(entry.at.getTime() + 10 ** (pick % 6)) }), contents }),
    () => ({ entries, contents: contents.with(n, { ...words, id: other(words.id, pick) }) }),
    () => ({ entries, contents: contents.with(n, { ...words, salt: other(words.salt, pick) }) }),
    () => ({ entries, contents: contents.with(n, { ...words, content: { ...words.content, words: `${(words.content as { words?: string }).words}.` } }) }),
  ];
  return (changed[pick % changed.length] as () => Chain)();
}

type Forged = Chain & { noted?: Noted[] };
type Forgery = { what: string; /** Only whoever noted a place of the chain elsewhere can show it. */ shownBy: 'the chain' | 'a noted place'; forge: (chain: Chain, n: number, pick: number) => Forged };

const FORGERY: readonly Forgery[] = [
  { what: 'flip a bit', shownBy: 'the chain', forge: flipped },
  { what: 'drop an entry', shownBy: 'the chain', forge: ({ entries, contents }, n) => ({ entries: entries.toSpliced(n, 1), contents: contents.toSpliced(n, 1) }) },
  { what: 'drop an entry and close the gap', shownBy: 'the chain', forge: ({ entries, contents }, n) => ({ entries: entries.toSpliced(n, 1).map((each, at) => ({ ...each, seq: at + 1 })), contents: contents.toSpliced(n, 1) }) },
  { what: 'drop the words', shownBy: 'the chain', forge: ({ entries, contents }, n) => ({ entries, contents: contents.toSpliced(n, 1) }) },
  { what: 'drop the entry of some words', shownBy: 'the chain', forge: ({ entries, contents }, n) => ({ entries: entries.toSpliced(n, 1), contents }) },
  {
    what: 'insert an entry', shownBy: 'the chain', forge: ({ entries, contents }, n, pick) => {
      const put = sealed({ ...(entries[n] as ChainEntry), id: idOf(`put in ${pick}`), seq: n + 1 }, entries[n - 1]?.hash ?? BEGINNING);
      return { entries: [...entries.slice(0, n), put, ...entries.slice(n).map((each) => ({ ...each, seq: each.seq + 1 }))], contents: [...contents, { ...(contents[n] as ChainContent), id: put.id }] };
    },
  },
  {
    what: 'swap two entries', shownBy: 'the chain', forge: ({ entries, contents }, n, pick) => {
      const m = (n + 1 + (pick % (entries.length - 1))) % entries.length;
      const [one, two] = [entries[n] as ChainEntry, entries[m] as ChainEntry];
      return { entries: entries.with(n, { ...two, seq: one.seq }).with(m, { ...one, seq: two.seq }), contents };
    },
  },
  {
    what: 'swap the words of two entries', shownBy: 'the chain', forge: ({ entries, contents }, n) => {
      const [one, two] = [contents[n] as ChainContent, contents[n === 0 ? 1 : n - 1] as ChainContent];
      return { entries, contents: contents.with(n, { ...two, id: one.id }).with(n === 0 ? 1 : n - 1, { ...one, id: two.id }) };
    },
  },
  {
    what: 'change words and make their digest and hash anew', shownBy: 'the chain', forge: ({ entries, contents }, n) => {
      const words = { ...(contents[n] as ChainContent), content: { ...(contents[n] as ChainContent).content, words: 'It was kept.' } };
      const entry = sealed({ ...(entries[n] as ChainEntry), contentDigest: digestOf(words.salt, words.content, sha256) }, (entries[n] as ChainEntry).previousHash);
      return { entries: entries.with(n, entry), contents: contents.with(n, words) };
    },
  },
  { what: 'back-date an entry and make its hash anew', shownBy: 'the chain', forge: ({ entries, contents }, n, pick) => ({ entries: entries.with(n, sealed({ ...(entries[n] as ChainEntry), at: new Date((entries[n] as ChainEntry).at.getTime() - 1 - pick) }, (entries[n] as ChainEntry).previousHash)), contents }) },
  { what: 'replay an entry at the end', shownBy: 'the chain', forge: ({ entries, contents }, n) => ({ entries: [...entries, { ...(entries[n] as ChainEntry), seq: entries.length + 1 }], contents }) },
  { what: 'say that words were erased which are there', shownBy: 'the chain', forge: (chain, n) => { const more = { entries: [...chain.entries], contents: [...chain.contents] }; add(more, n % 3, { kind: 'erased', seqs: [n + 1] }); return more; } },
  { what: 'replace a noted place', shownBy: 'the chain', forge: ({ entries, contents }, n, pick) => ({ entries, contents, noted: [{ seq: n + 1, hash: other((entries[n] as ChainEntry).hash, pick) }] }) },
  { what: 'truncate', shownBy: 'a noted place', forge: ({ entries, contents }, n) => ({ entries: entries.slice(0, n), contents: contents.slice(0, n) }) },
  { what: 're-hash a suffix', shownBy: 'a noted place', forge: ({ entries, contents }, n, pick) => ({ entries: rehashed(entries.with(n, { ...(entries[n] as ChainEntry), at: new Date((entries[n] as ChainEntry).at.getTime() - 1 - pick) }), n), contents }) },
  {
    what: 'fork', shownBy: 'a noted place', forge: ({ entries, contents }, n) => {
      const fork: Chain = { entries: entries.slice(0, n), contents: contents.slice(0, n) };
      while (fork.entries.length < entries.length) add(fork, 0, { kind: 'disputed', words: `other ${fork.entries.length}` });
      return fork;
    },
  },
];

describe('the check of a chain', () => {
  it('catches every forgery, and what only a noted place can show is shown by one', () => {
    const caught = new Map<string, number>();
    fc.assert(fc.property(saids, fc.nat(), fc.nat(), fc.constantFrom(...FORGERY), (said, place, pick, { what, shownBy, forge }) => {
      const chain = chainOf(said);
      expect(check(chain)).toMatchObject({ ok: true, breaks: [] });
      // The last entry can only be forged unseen where nobody noted it: the chain itself shows all before it.
      const n = place % (chain.entries.length - 1);
      const { noted = [], ...forged } = forge(chain, n, pick);
      const head = chain.entries.at(-1) as ChainEntry;
      const verdict = check(forged, shownBy === 'the chain' ? noted : [{ seq: head.seq, hash: head.hash, where: 'sent to Sarah' }]);
      expect({ what, ok: verdict.ok }).toEqual({ what, ok: false });
      if (shownBy === 'a noted place') expect({ what, ok: check(forged).ok }).toEqual({ what, ok: true });
      // Where it was forged, or at the next one when the forged entry fits in itself; a replay shows where it was put.
      else expect({ what, located: verdict.breaks.some(({ seq }) => seq === n + 1 || seq === n + 2 || (what === 'replay an entry at the end' && seq === head.seq + 1)) }).toEqual({ what, located: true });
      caught.set(what, (caught.get(what) ?? 0) + 1);
    }), { numRuns: FORGERIES, ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}) });
    const total = [...caught.values()].reduce((sum, each) => sum + each, 0);
    if (process.env['FORGERIES']) process.stdout.write(`caught=${total} of ${FORGERIES}\n${[...caught].map(([what, times]) => `  ${what}: ${times}`).join('\n')}\n`);
    expect([caught.size, total]).toEqual([FORGERY.length, FORGERIES]);
  });

  it('tells an honest erasure from words that somebody removed', () => {
    const honest = erase(three(), [1, 4], 0);
    expect(check(honest)).toMatchObject({ ok: true, entries: 5, erased: 2 });
    expect(check({ ...three(), contents: three().contents.slice(1) }).breaks).toEqual([{ seq: 1, kind: 'words removed', column: 'content', what: expect.stringContaining('no erasure in the ledger covers them') as string }]);
    // Of another promise, of an entry that comes later, or by an erasure whose own words are gone, nothing is covered.
    expect(check(erase(three(), [1], 1)).breaks).toMatchObject([{ seq: 1, kind: 'words removed' }]);
    expect(check({ ...honest, contents: honest.contents.filter(({ id }) => id !== honest.entries[4]?.id) }).breaks.map(({ seq }) => seq)).toEqual([1, 4, 5]);
  });

  it('says which column it was, where one single digit was changed', () => {
    const chain = chainOf([1, 2, 3, 4, 5].map((n) => ({ kind: 'disputed', words: `${n}` })));
    const columns = { id: 'id', promiseId: 'promise_id', kind: 'kind', contentDigest: 'content_digest', previousHash: 'previous_hash', hash: 'hash' } as const;
    for (const [key, column] of Object.entries(columns) as [keyof typeof columns, string][]) {
      for (const n of [0, 2, 4]) {
        const entry = chain.entries[n] as ChainEntry;
        const { breaks } = check({ ...chain, entries: chain.entries.with(n, { ...entry, [key]: other(entry[key], 5) }) });
        expect({ column, n, at: breaks[0]?.seq, found: breaks[0]?.column }).toEqual({ column, n, at: n + 1, found: column });
      }
    }
    const entry = chain.entries[2] as ChainEntry;
    expect(check({ ...chain, entries: chain.entries.with(2, { ...entry, at: new Date(entry.at.getTime() + 3_600_000) }) }).breaks).toMatchObject([{ seq: 3, kind: 'changed', column: 'at' }]);
    expect(check({ ...chain, entries: chain.entries.with(2, { ...entry, byAccountId: other(entry.byAccountId ?? '', 9) }) }).breaks).toMatchObject([{ seq: 3, kind: 'changed', column: 'by_account_id' }]);
    const [two, three] = [chain.entries[1] as ChainEntry, chain.entries[2] as ChainEntry];
    expect(check({ ...chain, entries: chain.entries.with(1, { ...three, seq: 2 }).with(2, { ...two, seq: 3 }) }).breaks).toMatchObject([{ seq: 2, kind: 'moved', column: 'seq' }, { seq: 3, kind: 'moved', column: 'seq' }]);
  });

  it('says when something is no time, and when there is nothing at all', () => {
    const chain = three();
    expect(check({ ...chain, entries: chain.entries.with(1, { ...(chain.entries[1] as ChainEntry), at: new Date(Number.NaN) }) }).breaks).toMatchObject([{ seq: 2, column: 'at' }]);
    expect(verifyChain([], [], sha256, [{ seq: 3, hash: 'x', where: 'sent to Sarah' }])).toMatchObject({ ok: false, breaks: [{ seq: 3, kind: 'cut off' }] });
  });
});
