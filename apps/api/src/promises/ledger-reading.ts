/** Reads a home's ledger in batches and recomputes all of it: for the page, for whoever holds an old digest, and for the command line. */
import { createHash } from 'node:crypto';
import type { ChainContent, ChainEntry, Noted } from '@promenade/domain/promises/ledger';
import { type Break, ChainCheck, type Verdict, type Words } from '@promenade/domain/promises/ledger-check';
import { type EntryContent, type EntryKind, type PromiseEntry, foldPromise } from '@promenade/domain/promises/promise';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A statement in somebody's unit of work, or on the owner's own connection. */
export type Ask = <Row>(sql: string, values: unknown[]) => Promise<Row[]>;

const ENTRIES_AT_ONCE = 1000;
const PROMISES_AT_ONCE = 200;
const STRAYS_AT_MOST = 1000;
/** Below every number an entry can be given, right or wrong. */
const BEFORE_ALL = -(2 ** 31) - 1;

/** Every column the chain covers. One that is added is reported until it is covered here, in the hash and in its SQL twin. */
const COVERED: Readonly<Record<string, readonly string[]>> = {
  ledger_entry: ['home_id', 'seq', 'id', 'promise_id', 'kind', 'at', 'by_account_id', 'content_digest', 'previous_hash', 'hash'],
  ledger_content: ['home_id', 'id', 'salt', 'content'],
};

type EntryRow = Omit<ChainEntry, 'at'> & { readonly at: number; readonly salt: string | null; readonly content: object | null };

const ENTRY = `e.home_id AS "homeId", e.seq, e.id, e.promise_id AS "promiseId", e.kind, (extract(epoch FROM e.at) * 1000)::float8 AS at, e.by_account_id AS "byAccountId",
  e.content_digest AS "contentDigest", e.previous_hash AS "previousHash", e.hash, c.salt, c.content`;

/** Every entry of a home in the order of its numbers, with its words or null; never more than a batch in memory. */
export async function* entriesOfHome(ask: Ask, homeId: string): AsyncGenerator<{ entry: ChainEntry; words: Words | null }> {
  for (let after = BEFORE_ALL; ; ) {
    const rows = await ask<EntryRow>(
      `SELECT ${ENTRY} FROM ledger_entry e LEFT JOIN ledger_content c ON c.home_id = e.home_id AND c.id = e.id WHERE e.home_id = $1 AND e.seq > $2::bigint ORDER BY e.seq LIMIT ${ENTRIES_AT_ONCE}`,
      [homeId, after],
    );
    for (const { salt, content, at, ...entry } of rows) yield { entry: { ...entry, at: new Date(at) }, words: salt === null ? null : { salt, content: content as object } };
    const last = rows.at(-1);
    if (!last || rows.length < ENTRIES_AT_ONCE) return;
    after = last.seq;
  }
}

/** Recomputes the whole ledger of a home: every link, every word, every place noted here or by somebody who asks, and every promise's row. */
export async function readLedger(ask: Ask, homeId: string, noted: readonly Noted[] = []): Promise<Verdict & { readonly notedHere: number }> {
  const here = await notedHere(ask, homeId);
  const verdict = await readChain(ask, homeId, [...here, ...noted]);
  const breaks = [...(await uncovered(ask)), ...verdict.breaks, ...(await rowsThatDiffer(ask, homeId))];
  return { ...verdict, breaks, ok: breaks.length === 0, notedHere: here.length };
}

/** The chain alone. */
export async function readChain(ask: Ask, homeId: string, noted: readonly Noted[] = []): Promise<Verdict> {
  const strays = await ask<ChainContent>(
    `SELECT c.id, c.salt, c.content FROM ledger_content c WHERE c.home_id = $1 AND NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.home_id = c.home_id AND e.id = c.id) LIMIT ${STRAYS_AT_MOST}`,
    [homeId],
  );
  const check = new ChainCheck(homeId, sha256, strays, noted);
  for await (const { entry, words } of entriesOfHome(ask, homeId)) check.next(entry, words);
  return check.end();
}

/** Places of the chain that left the house, each once, as it was first noted. */
async function notedHere(ask: Ask, homeId: string): Promise<Noted[]> {
  return ask<Noted>(
    `SELECT DISTINCT ON (seq, hash) seq, hash, sent_to || ', ' || to_char(noted_at AT TIME ZONE 'UTC', 'FMDD Mon YYYY') AS where FROM noted_head WHERE home_id = $1 ORDER BY seq, hash, noted_at`,
    [homeId],
  );
}

async function uncovered(ask: Ask): Promise<Break[]> {
  const columns = await ask<{ name: string; table: string }>(
    `SELECT a.attname AS name, c.relname AS table FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.oid IN ('ledger_entry'::regclass, 'ledger_content'::regclass) AND a.attnum > 0 AND NOT a.attisdropped`, []);
  return columns.filter(({ name, table }) => !COVERED[table]?.includes(name))
    .map(({ name, table }) => ({ seq: 0, kind: 'not covered' as const, column: name, what: `The column “${name}” of ${table} is not part of the chain: whatever stands in it could be changed unseen.` }));
}

/** What a row repeats of the present of its promise. */
const REPEATED = ['residentId', 'words', 'level', 'madeBy', 'dueOn', 'state', 'owed', 'unexplained', 'misses', 'sessionId', 'entries', 'paused'] as const;
type PromiseRow = Record<(typeof REPEATED)[number], unknown> & { readonly id: string };

/** Promises whose row is not what their entries come to: a row was changed by hand, or entries are missing. */
async function rowsThatDiffer(ask: Ask, homeId: string): Promise<Break[]> {
  const found: Break[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await ask<PromiseRow>(
      `SELECT id, resident_id AS "residentId", words, level, made_by AS "madeBy", due_on::text AS "dueOn", state, owed, unexplained, misses, session_id AS "sessionId", entries, paused
       FROM promise WHERE home_id = $1 AND id > $2 ORDER BY id LIMIT ${PROMISES_AT_ONCE}`, [homeId, after]);
    const entries = await ask<{ promiseId: string; seq: number; at: number; kind: EntryKind; content: EntryContent | null }>(
      `SELECT e.promise_id AS "promiseId", e.seq, (extract(epoch FROM e.at) * 1000)::float8 AS at, e.kind, c.content FROM ledger_entry e LEFT JOIN ledger_content c ON c.home_id = e.home_id AND c.id = e.id
       WHERE e.home_id = $1 AND e.promise_id = ANY ($2)`, [homeId, rows.map(({ id }) => id)]);
    const byPromise = Map.groupBy(entries, ({ promiseId }) => promiseId);
    for (const row of rows) {
      const told = (byPromise.get(row.id) ?? []).map(({ at, ...entry }) => ({ ...entry, at: new Date(at) }));
      const columns = differing(row, told);
      if (columns.length > 0) found.push({ seq: Math.max(0, ...told.map(({ seq }) => seq)), kind: 'row differs', column: columns.join(', '), what: `Promise ${row.id}: its row does not follow from its entries (${columns.join(', ')}).` });
    }
    const last = rows.at(-1);
    if (!last || rows.length < PROMISES_AT_ONCE) return found;
    after = last.id;
  }
}

function differing(row: PromiseRow, told: readonly PromiseEntry[]): string[] {
  try {
    const present = foldPromise(told);
    return REPEATED.filter((key) => row[key] !== present[key]);
  } catch {
    return ['its entries cannot be read'];
  }
}
