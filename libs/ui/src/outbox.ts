/** What a device keeps while there is no connection: entries on their way out, and what was fetched to work with meanwhile. */
import { RequestError, send } from './request.ts';

/** One change on its way out. `body` is the whole request; its id was made on the device, so that sending twice records once. */
export type Outgoing = { readonly id: string; readonly owner: string; readonly body: string };
/** `trouble` is what the server said when it would not take it; it stays until somebody has seen it. */
type Held = Outgoing & { readonly place: number; readonly trouble: string | null };
export type Sent = { readonly id: string; readonly answer: unknown };

const [OUT, KEPT] = ['outbox', 'kept'] as const;

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the device could not keep this'));
  });
}

let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opened ??= (() => {
    const request = indexedDB.open('promenade', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(OUT, { keyPath: 'place', autoIncrement: true });
      request.result.createObjectStore(KEPT);
    };
    return done(request);
  })();
  return opened;
}

async function store(name: typeof OUT | typeof KEPT, mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await database()).transaction(name, mode).objectStore(name);
}

async function held(owner: string): Promise<Held[]> {
  const all = (await done((await store(OUT, 'readonly')).getAll())) as Held[];
  return all.filter((entry) => entry.owner === owner);
}

/** Kept on the device before anything is sent: from here on it survives a reload, a crash and an empty battery. */
export async function putOut(entry: Outgoing): Promise<void> {
  await done((await store(OUT, 'readwrite')).add({ ...entry, trouble: null }));
}

/** Everything of this person that has not gone out: what waits, and what the server would not take. */
export async function heldBy(owner: string): Promise<{ id: string; body: string; trouble: string | null }[]> {
  return (await held(owner)).map(({ id, body, trouble }) => ({ id, body, trouble }));
}

/** Takes an entry out, once somebody has read why the server would not take it. */
export async function takeOut(owner: string, id: string): Promise<void> {
  const entry = (await held(owner)).find((each) => each.id === id);
  if (entry) await done((await store(OUT, 'readwrite')).delete(entry.place));
}

/** How many entries of this person still wait, and what the server would not take. */
export async function waiting(owner: string): Promise<{ count: number; troubles: string[] }> {
  const entries = await held(owner);
  return { count: entries.length, troubles: entries.flatMap(({ trouble }) => trouble ?? []) };
}

/** The next send waits for the one before it, in whatever window it was begun. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? (navigator.locks.request('promenade outbox', work)) : work();
}

/** What a refusal in an answer says, in its own sentences; null when nothing was refused. */
function refusalOf(answer: unknown): string | null {
  const refused = Object.values(answer as Record<string, { __typename?: string; reasons?: { message: string }[] } | null>).find((each) => each?.__typename === 'Refused');
  return refused ? (refused.reasons ?? []).map(({ message }) => message).join(' ') : null;
}

/**
 * Sends what waits, in order, until there is no connection. Only entries of `owner`: what one person wrote is never sent
 * as another. An entry leaves the box when it was answered; one the server cannot take stays, with what it said. With
 * `seen`, so does one that was refused, but for that one: whoever wrote it is looking at the answer.
 */
export function sendOut(owner: string, seen: string | null = null): Promise<Sent[]> {
  return inTurn(async () => {
    const sent: Sent[] = [];
    for (const entry of await held(owner)) {
      if (entry.trouble !== null) continue;
      try {
        const answer = await send(entry.body);
        sent.push({ id: entry.id, answer });
        const refusal = seen === null || seen === entry.id ? null : refusalOf(answer);
        if (refusal === null) await done((await store(OUT, 'readwrite')).delete(entry.place));
        else await done((await store(OUT, 'readwrite')).put({ ...entry, trouble: refusal }));
      } catch (error) {
        const code = error instanceof RequestError ? error.code : 'OFFLINE';
        if (code === 'OFFLINE' || code === 'UNAUTHENTICATED' || code === 'INTERNAL' || code === 'BROKEN') return sent;
        await done((await store(OUT, 'readwrite')).put({ ...entry, trouble: error instanceof Error ? error.message : String(error) }));
      }
    }
    return sent;
  });
}

/** Keeps something fetched, for this person alone. */
export async function keep(owner: string, key: string, value: unknown): Promise<void> {
  await done((await store(KEPT, 'readwrite')).put({ owner, value }, key));
}

/** What was kept under a key, if it was kept for this person. */
export async function kept<Value>(owner: string, key: string): Promise<Value | null> {
  const found = (await done((await store(KEPT, 'readonly')).get(key))) as { owner: string; value: Value } | undefined;
  return found?.owner === owner ? found.value : null;
}

/** Forgets everything that was fetched, when somebody signs out. What they wrote and has not gone out is not lost. */
export async function forgetKept(): Promise<void> {
  await done((await store(KEPT, 'readwrite')).clear());
}
