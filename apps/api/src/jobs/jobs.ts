/** The house's queue: a job is sent in the same transaction as what it is about, and done by whichever process is free. */
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { Tx } from '../db/db.ts';
import type { QUEUES } from './queues.ts';

export const QUEUE_URL = Symbol('the address of the database the queue is in');
export type Queue = (typeof QUEUES)[number];

@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly boss: PgBoss;
  private started: Promise<unknown> | null = null;
  private readonly ending = new AbortController();

  constructor(@Inject(QUEUE_URL) url: string) {
    this.boss = new PgBoss({ connectionString: url, max: 3, migrate: false, createSchema: false, schedule: false });
    this.boss.on('error', (error) => this.log.warn(`the queue: ${error instanceof Error ? error.message : String(error)}`));
  }

  /** Sends a job that exists if, and only if, the unit of work commits. */
  async send(tx: Pick<Tx, 'em'>, queue: Queue, job: object): Promise<void> {
    await this.start();
    const executeSql = async (text: string, values?: unknown[]) => {
      const answer: unknown = await tx.em.query(text, values);
      // The driver answers an UPDATE with [rows, count], and anything else with rows.
      const rows = Array.isArray(answer) && Array.isArray(answer[0]) ? (answer[0] as unknown[]) : (answer as unknown[]);
      return { rows };
    };
    await this.boss.send(queue, job, { db: { executeSql }, retryLimit: 0, expireInSeconds: 900 });
  }

  /** Does jobs of a queue, two at a time, until the house closes; `signal` tells a job that it is closing. */
  async work(queue: Queue, doJob: (job: object, signal: AbortSignal) => Promise<void>): Promise<void> {
    await this.start();
    await this.boss.work<object>(queue, { pollingIntervalSeconds: 0.5, localConcurrency: 2 }, async ([job]) => {
      if (job) await doJob(job.data, this.ending.signal);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.ending.abort();
    if (!this.started) return;
    await this.started.catch(() => undefined);
    await this.boss.stop({ graceful: true, timeout: 3000 }).catch(() => undefined);
  }

  private start(): Promise<unknown> {
    this.started ??= this.boss.start();
    return this.started;
  }
}
