/** Our search in one process, telling of every better plan, as the rivals do. */
import { solve } from '@promenade/planner/solve';
import { readTask, secondsLeft, tell } from './contest.mjs';

const task = readTask();
const onProgress = ({ score, plan }) => tell(score, plan);
solve(task.problem, { seed: task.seed, now: () => performance.now(), until: secondsLeft(task) * 1000, onProgress });
