/** The only way to the database: a unit of work that carries who is asking and what time it is. */
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError, type QueryRunner } from 'typeorm';
import type { Actor } from '../access/actor.ts';
import { Clock } from './clock.ts';

/** Work done in nobody's name: it says what it is for, and may be confined to one home. */
export type System = { readonly audience: 'system'; readonly purpose: string; readonly homeId: string | null };
type Identity = Actor | System;

type Unit<Who extends Identity> = {
  readonly actor: Who;
  /** Bound to this transaction; using it after the unit of work has ended throws. */
  readonly em: EntityManager;
  /** One clock reading for the whole unit of work. */
  readonly now: Date;
  /** Runs once the work is committed. For what must happen, send a job in the same unit instead. */
  afterCommit(effect: () => void): void;
};

export type Tx = Unit<Actor>;
export type SystemTx = Unit<System>;

/** A read unit that outlives one function: a GraphQL operation's snapshot. */
export type OpenRead = { readonly tx: Tx; close(): Promise<void> };

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 5;

@Injectable()
export class Db {
  private readonly log = new Logger('Db');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Reads from one snapshot; a write in it is refused by the database. */
  async read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const unit = await this.openRead(actor);
    try {
      return await work(unit.tx);
    } finally {
      await unit.close();
    }
  }

  /** Commits, or leaves nothing. Run again as a whole when the database asks for it, so `work` has no effects of its own. */
  async write<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.commit(actor, work);
  }

  /** Work in nobody's name (signing in, the demo seed, nightly jobs). Named and logged; imported from few places. */
  async asSystem<T>(purpose: string, homeId: string | null, work: (tx: SystemTx) => Promise<T>): Promise<T> {
    this.log.debug(`system: ${purpose}`);
    return this.commit({ audience: 'system', purpose, homeId }, work);
  }

  /** A snapshot that stays open until closed. */
  async openRead(actor: Actor): Promise<OpenRead> {
    const { runner, unit, end } = await this.begin(actor, 'REPEATABLE READ', 'READ ONLY');
    return {
      tx: unit,
      close: async () => {
        end();
        try {
          await runner.rollbackTransaction();
        } finally {
          await runner.release();
        }
      },
    };
  }

  private async commit<Who extends Identity, T>(who: Who, work: (tx: Unit<Who>) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const { runner, unit, end, effects } = await this.begin(who, 'READ COMMITTED', 'READ WRITE');
      try {
        const result = await work(unit);
        await runner.commitTransaction();
        end();
        await runner.release();
        this.tell(effects);
        return result;
      } catch (error) {
        end();
        await runner.rollbackTransaction().catch(() => undefined);
        await runner.release();
        if (!mayRetry(error) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  /** What is committed stays so, whatever becomes of those who are told. */
  private tell(effects: readonly (() => void)[]): void {
    for (const effect of effects) {
      try {
        effect();
      } catch (error) {
        this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      }
    }
  }

  private async begin<Who extends Identity>(who: Who, isolation: 'REPEATABLE READ' | 'READ COMMITTED', mode: 'READ ONLY' | 'READ WRITE') {
    const runner = this.dataSource.createQueryRunner();
    let ended = false;
    try {
      await runner.connect();
      queueStatements(runner, () => ended);
      await runner.startTransaction(isolation);
      await runner.query(
        `SELECT set_config('app.audience', $1, true), set_config('app.home', $2, true),
                set_config('app.account', $3, true), set_config('app.supporter', $4, true),
                set_config('transaction_read_only', $5, true)`,
        [who.audience, who.homeId ?? '', 'accountId' in who ? who.accountId : '', 'supporterId' in who ? (who.supporterId ?? '') : '', mode === 'READ ONLY' ? 'on' : 'off'],
      );
    } catch (error) {
      // A unit that never began gives its connection back all the same, or the pool runs dry.
      await runner.rollbackTransaction().catch(() => undefined);
      await runner.release();
      throw error;
    }
    const effects: (() => void)[] = [];
    const unit: Unit<Who> = { actor: who, em: runner.manager, now: this.clock.now(), afterCommit: (effect) => effects.push(effect) };
    return { runner, unit, effects, end: () => { ended = true; } };
  }
}

/**
 * GraphQL resolves fields in parallel, but a connection takes one statement at a time: those of a unit of work wait for
 * each other. Once the unit has ended, only COMMIT and ROLLBACK still pass.
 */
function queueStatements(runner: QueryRunner, hasEnded: () => boolean): void {
  const query = runner.query.bind(runner);
  let last: Promise<unknown> = Promise.resolve();
  runner.query = (sql: string, ...rest: unknown[]) => {
    if (hasEnded() && sql !== 'ROLLBACK' && sql !== 'COMMIT') return Promise.reject(new Error(`used after its unit of work ended: ${sql.slice(0, 80)}`));
    const next = last.then(() => query(sql, ...(rest as [])));
    last = next.catch(() => undefined);
    return next;
  };
}

function mayRetry(error: unknown): boolean {
  const code = sqlState(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK;
}

/** Rows a statement takes: the widest table then stays well below the parameters Postgres allows. */
const ROWS_AT_ONCE = 500;

/** Inserts many rows, few statements. */
export async function insertAll<Row extends object>({ em }: Pick<Tx, 'em'>, table: new () => Row, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await em.createQueryBuilder().insert().into(table).values(rows.slice(from, from + ROWS_AT_ONCE)).execute();
  }
}

/** The SQLSTATE of a failed statement, or null when the failure was something else. */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { code } = error.driverError as { code?: string };
  return code ?? null;
}

/** The constraint a failed statement ran into, or null. */
export function brokenConstraint(error: unknown): string | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { constraint } = error.driverError as { constraint?: string };
  return constraint ?? null;
}
