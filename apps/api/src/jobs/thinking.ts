/** Asks the planner in a worker thread; one question at a time, so that the other core goes on answering. */
import { Worker } from 'node:worker_threads';
import type { FoundGoing, FoundHelp, FoundRepair, Question, Thought } from './thinking-worker.ts';

const WORKER = new URL(`./thinking-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

type About = Omit<Thought, 'question'>;

let before: Promise<unknown> = Promise.resolve();

/** Up to three repairs, the fewest changes first. */
export function findRepairs(about: About, milliseconds: number): Promise<FoundRepair[]> {
  return inTurn({ ...about, question: { kind: 'repairs', milliseconds } });
}

/** What could be done within the hour, the best first. */
export function findGoings(about: About, question: Omit<Extract<Question, { kind: 'go now' }>, 'kind'>): Promise<FoundGoing[]> {
  return inTurn({ ...about, question: { kind: 'go now', ...question } });
}

/** What would help most over some weeks: long work that waits for nobody and for which nobody waits. `signal` ends it with nothing. */
export function findHelp(about: About, question: Omit<Extract<Question, { kind: 'help' }>, 'kind'>, onProgress: (found: FoundHelp) => void, signal: AbortSignal): Promise<FoundHelp> {
  return run<FoundHelp>({ ...about, question: { kind: 'help', ...question } }, onProgress, signal);
}

function inTurn<Answer>(thought: Thought): Promise<Answer> {
  const answer = before.then(() => run<Answer>(thought));
  before = answer.catch(() => undefined);
  return answer;
}

/** Rejects when the thread dies. */
function run<Answer>(thought: Thought, onProgress: (found: Answer) => void = () => undefined, signal?: AbortSignal): Promise<Answer> {
  const worker = new Worker(WORKER, { workerData: thought, resourceLimits: { maxOldGenerationSizeMb: 512 } });
  return new Promise<Answer>((resolve, reject) => {
    signal?.addEventListener('abort', () => void worker.terminate(), { once: true });
    worker.on('message', ({ kind, found }: { kind: 'progress' | 'done'; found: Answer }) => (kind === 'done' ? resolve(found) : onProgress(found)));
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The planner ended (${code}) without an answer.`)));
  }).finally(() => void worker.terminate());
}
