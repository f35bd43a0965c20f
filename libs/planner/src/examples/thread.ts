/** The thread in which a long trial runs: takes a range of trials, answers with what came of them. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Trial } from './aside.ts';
import { check } from '../check.ts';
import { compareVerdicts, sharedJudge, solvedAndProved } from './trials.fixture.ts';
import { inBrief } from './verdicts.ts';

const { kind, first, many } = workerData as Trial;
const judge = (await sharedJudge()) ?? check;
const answer =
  kind === 'small problems'
    ? Array.from({ length: many }, (_, i) => solvedAndProved(first + i, judge))
    : compareVerdicts(many, first, (problem, plan) => inBrief(judge(problem, plan)));
parentPort?.postMessage(answer);
