/** One operation's asker: who they are, the snapshot its fields share, and its loaders. */
import { type Day, dayIn } from '@promenade/domain/shared/time';
import DataLoader from 'dataloader';
import type { Request, Response } from 'express';
import type { Db, OpenRead, Tx } from '../db/db.ts';
import { Surprise } from '../graphql/errors.ts';
import type { Actor } from './actor.ts';

export class Asking {
  private unit: Promise<OpenRead> | null = null;
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(
    private readonly db: Db,
    /** Null when nobody is signed in. */
    readonly who: Actor | null,
    readonly request: Request,
    readonly response: Response,
  ) {}

  /** Whoever is signed in; the guard has made sure that somebody is. */
  get actor(): Actor {
    if (!this.who) throw new Surprise('UNAUTHENTICATED', 'Please sign in.');
    return this.who;
  }

  /** The operation's snapshot: opened by the first field that needs it, shared by all, closed with the answer. */
  async read(): Promise<Tx> {
    this.unit ??= this.db.openRead(this.actor);
    return (await this.unit).tx;
  }

  /** The day it is in the home. */
  async today(): Promise<Day> {
    const { actor, now } = await this.read();
    return dayIn(actor.zone, now);
  }

  /** Rows by id, asked for one by one and fetched together. `fetch` returns them in any order; missing ones are null. */
  loader<Row extends object>(name: string, fetch: (tx: Tx, ids: readonly string[]) => Promise<Row[]>, keyOf: (row: Row) => string): DataLoader<string, Row | null> {
    return this.once(name, async (ids) => {
      const rows = new Map((await fetch(await this.read(), ids)).map((row) => [keyOf(row), row]));
      return ids.map((id) => rows.get(id) ?? null);
    });
  }

  /** Lists by key: all rows of each resident, each session… */
  listLoader<Row extends object>(name: string, fetch: (tx: Tx, keys: readonly string[]) => Promise<Row[]>, keyOf: (row: Row) => string): DataLoader<string, Row[]> {
    return this.once(name, async (keys) => {
      const lists = new Map<string, Row[]>(keys.map((key) => [key, []]));
      for (const row of await fetch(await this.read(), keys)) lists.get(keyOf(row))?.push(row);
      return keys.map((key) => lists.get(key) ?? []);
    });
  }

  private once<T>(name: string, batch: (keys: readonly string[]) => Promise<T[]>): DataLoader<string, T> {
    let loader = this.loaders.get(name) as DataLoader<string, T> | undefined;
    if (!loader) {
      loader = new DataLoader<string, T>(batch);
      this.loaders.set(name, loader);
    }
    return loader;
  }

  /** Ends the snapshot, if one was opened. */
  async close(): Promise<void> {
    const unit = this.unit;
    this.unit = null;
    this.loaders.clear();
    if (unit) await (await unit.catch(() => null))?.close();
  }
}
