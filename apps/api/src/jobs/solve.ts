/** Runs the planner in a process of its own, which gives way to the house, and tells of each better plan. */
import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Progress, Solution } from '@promenade/planner/solve';
import type { Solving } from '@promenade/planner/together';
import type { SolveNews, SolveWork } from './solve-process.ts';

/** Beside this file, compiled or not as this file is: Node runs either. */
const PROCESS = new URL(`./solve-process.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/** How far the planner stands back for everybody else, from 0 to 19: people waiting for a page go first. */
const STANDING_BACK = 19;

export function startSolving(work: SolveWork, onProgress: (progress: Progress) => void): Solving {
  const child = fork(PROCESS, { execArgv: [], serialization: 'advanced' });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (child.pid !== undefined) setPriority(child.pid, STANDING_BACK);
  const solution = new Promise<Solution>((resolve, reject) => {
    child.on('message', (news: SolveNews) => {
      if (news.kind === 'progress') onProgress(news.progress);
      else if (news.kind === 'done') resolve(news.solution);
      else reject(new Error(news.why));
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`The planner ended (${signal ?? code}) without a plan.`)));
  });
  child.send(work);
  return {
    solution,
    stop: () => {
      if (child.connected) child.send('stop');
    },
    end: () => {
      child.kill('SIGKILL');
      return gone;
    },
  };
}
