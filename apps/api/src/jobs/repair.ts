/** Runs a search for repairs in a worker thread; one at a time, so that the other core goes on answering. */
import { Worker } from 'node:worker_threads';
import type { FoundRepair, RepairWork } from './repair-worker.ts';

const WORKER = new URL(`./repair-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

let before: Promise<unknown> = Promise.resolve();

/** Up to three repairs, the fewest changes first. Rejects when the thread dies. */
export function findRepairs(work: RepairWork): Promise<FoundRepair[]> {
  const found = before.then(() => run(work));
  before = found.catch(() => undefined);
  return found;
}

function run(work: RepairWork): Promise<FoundRepair[]> {
  const worker = new Worker(WORKER, { workerData: work, resourceLimits: { maxOldGenerationSizeMb: 512 } });
  return new Promise<FoundRepair[]>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The search for repairs ended (${code}) without an answer.`)));
  }).finally(() => void worker.terminate());
}
