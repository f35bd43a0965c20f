/** Server answers for the app that has to be small: asked once, kept a little, asked again when something was said or somebody comes back. */
import { operationName, request, RequestError } from './request.ts';
import type { Ask } from './request.ts';

export type Question<Answer> = { readonly data: Answer | undefined; readonly error: RequestError | null; readonly isFetching: boolean };

type Send = <Answer, Variables>(document: Ask<Answer, Variables>, variables?: Variables) => Promise<Answer>;
type Entry = { readonly name: string; readonly fetch: () => Promise<unknown>; state: Question<unknown>; at: number; turn: number; readonly listeners: Set<() => void> };

const freshMs = 15_000;
const tries = 2;
const WAITING: Question<unknown> = { data: undefined, error: null, isFetching: false };
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One place for all answers. `ask` sends; tests put their own in its place. */
export class LightCache {
  private readonly entries = new Map<string, Entry>();

  private readonly ask: Send;
  private readonly pause: (ms: number) => Promise<unknown>;
  private readonly now: () => number;

  constructor(ask: Send = request, pause: (ms: number) => Promise<unknown> = wait, now: () => number = Date.now) {
    this.ask = ask;
    this.pause = pause;
    this.now = now;
  }

  /** The answer to a question, found again by what is asked with what. */
  entry<Answer, Variables>(document: Ask<Answer, Variables>, variables?: Variables): Entry {
    const name = operationName(document);
    const key = `${name} ${JSON.stringify(variables ?? {})}`;
    let entry = this.entries.get(key);
    if (!entry) {
      entry = { name, fetch: () => this.ask(document, variables), state: WAITING, at: -Infinity, turn: 0, listeners: new Set() };
      this.entries.set(key, entry);
    }
    return entry;
  }

  /** Asks unless the answer is fresh. Only a lost connection is worth trying again by itself. */
  async refresh(entry: Entry, isForced = false): Promise<void> {
    if (!isForced && (entry.state.isFetching || this.now() - entry.at < freshMs)) return;
    const turn = (entry.turn += 1);
    this.put(entry, { ...entry.state, isFetching: true });
    for (let failures = 0; ; failures += 1) {
      try {
        const data = await entry.fetch();
        if (turn !== entry.turn) return;
        entry.at = this.now();
        this.put(entry, { data, error: null, isFetching: false });
        return;
      } catch (error) {
        if (turn !== entry.turn) return;
        const said = error instanceof RequestError ? error : new RequestError('BROKEN', String(error));
        if (said.code === 'OFFLINE' && failures < tries) {
          await this.pause(1000 * 2 ** failures);
          if (turn !== entry.turn) return;
          continue;
        }
        // What may no longer be seen goes from the screen and from memory; a lost connection leaves what is there.
        const isShut = said.code === 'NOT_FOUND' || said.code === 'FORBIDDEN';
        this.put(entry, { data: isShut ? undefined : entry.state.data, error: said, isFetching: false });
        return;
      }
    }
  }

  /** Something has changed elsewhere: what is on the screen is asked again, everything else is forgotten. */
  async askAfresh(): Promise<void> {
    for (const [key, { listeners }] of this.entries) if (listeners.size === 0) this.entries.delete(key);
    await this.askAgain();
  }

  get isAsking(): boolean {
    return [...this.entries.values()].some(({ state }) => state.isFetching);
  }

  /** What was asked is no longer fresh: what is on the screen is asked again, the rest when it is next looked at. */
  async askAgain(names?: readonly string[]): Promise<void> {
    const meant = [...this.entries.values()].filter(({ name }) => !names || names.includes(name));
    for (const entry of meant) entry.at = -Infinity;
    await Promise.all(meant.filter(({ listeners }) => listeners.size > 0).map((entry) => this.refresh(entry, true)));
  }

  /** Somebody comes back to the page: what has grown old on it is asked again. */
  async lookAgain(): Promise<void> {
    await Promise.all([...this.entries.values()].filter(({ listeners }) => listeners.size > 0).map((entry) => this.refresh(entry)));
  }

  private put(entry: Entry, state: Question<unknown>): void {
    entry.state = state;
    for (const listener of entry.listeners) listener();
  }
}
