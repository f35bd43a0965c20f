/** Long trials in threads of their own: two cores, and several times as fast as inside a test, where globals are slow. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Compared, Tried } from './trials.fixture.ts';

export type Trial = { readonly kind: 'small problems' | 'verdicts'; /** The first seed. */ readonly first: number; readonly many: number };

/** Solves the small problems `first` up to `first + many - 1`, half in each of two threads. */
export async function solveAside(first: number, many: number): Promise<Tried[]> {
  const half = Math.ceil(many / 2);
  const [a, b] = await Promise.all([
    inThread<Tried[]>({ kind: 'small problems', first, many: half }),
    inThread<Tried[]>({ kind: 'small problems', first: first + half, many: many - half }),
  ]);
  return [...a, ...b];
}

/** Compares our verdicts on `many` plans with those of the shared judge. */
export async function compareAside(first: number, many: number): Promise<Compared> {
  return inThread<Compared>({ kind: 'verdicts', first, many });
}

async function inThread<Answer>(trial: Trial): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const worker = new Worker(join(import.meta.dirname, 'thread.ts'), { workerData: trial, execArgv: ['--disable-warning=ExperimentalWarning'] });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (status) => reject(new Error(`The thread ended with ${status} and no answer.`)));
  return promise;
}
