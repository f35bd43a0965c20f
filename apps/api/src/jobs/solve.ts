/** Runs the planner in a process of its own, which gives way to the house, and tells of each better plan. */
import { fork } from 'node:child_process';
import type { Progress, Solution } from '@promenade/planner/solve';
import type { Solving } from '@promenade/planner/together';
import type { Order, SolveNews, SolveWork } from './solve-process.ts';
import { floor } from './floor.ts';

/** Beside this file, compiled or not as this file is: Node runs either. */
const PROCESS = new URL(`./solve-process.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/** Each thread clears away after itself: helpers for that would take the cores from the search, which is a third slower with them. */
const FLAGS = ['--single-threaded-gc'];

export function startSolving(work: SolveWork, onProgress: (progress: Progress) => void): Solving {
  const child = fork(PROCESS, { execArgv: FLAGS, serialization: 'advanced' });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
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
  const order = (what: Order) => {
    if (child.connected) child.send(what);
  };
  const [rest, goOn] = [() => order('rest'), () => order('goOn')];
  void gone.then(floor.givenTo({ rest, goOn }));
  return {
    solution,
    stop: () => order('stop'),
    rest,
    goOn,
    end: () => {
      child.kill('SIGKILL');
      return gone;
    },
  };
}
