/**
 * The judge against the shared one, `../shared/planning/check.mjs`, where it lies beside the project; where it does not,
 * against what that one said of the same plans when it was asked last (`examples/verdicts.txt`).
 *
 * PROMENADE_PLANS=2000000 tries that many plans; PROMENADE_VERDICTS=write asks the shared judge again and keeps its answers.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plan, Problem } from './problem.ts';
import type { Said } from './examples/verdicts.ts';
import { check } from './check.ts';
import { spoilt } from './examples/spoilt.ts';
import { casesToJudge, inBrief, rulesIn } from './examples/verdicts.ts';
import { readPlan, readProblem } from './problem.ts';
import { solve } from './solve.ts';

type Judge = (problem: Problem, plan: Plan) => Said;

const shared = join(import.meta.dirname, '../../../../shared/planning');
const judgeFile = join(shared, 'check.mjs');
const keptFile = join(import.meta.dirname, 'examples/verdicts.txt');
const KEPT = 1000;
const plans = Number(process.env.PROMENADE_PLANS ?? 20_000);

const judge: Judge | null = existsSync(judgeFile) ? ((await import(pathToFileURL(judgeFile).href)) as { check: Judge }).check : null;
const instances = judge ? readdirSync(join(shared, 'instances')).filter((file) => file.endsWith('.json')) : [];

if (judge && process.env.PROMENADE_VERDICTS === 'write') {
  writeFileSync(keptFile, [...casesToJudge(KEPT)].map(({ problem, plan }) => `${inBrief(judge(problem, plan))}\n`).join(''));
}

/** Compares the first so many verdicts with those of `other`, and tells how many plans were legal and which rules were broken. */
function compare(many: number, other: (problem: Problem, plan: Plan, n: number) => string) {
  const differences: string[] = [];
  const broken = new Map<string, number>();
  let legal = 0;
  let n = 0;
  for (const { problem, plan } of casesToJudge(many)) {
    const verdict = check(problem, plan);
    const [ours, theirs] = [inBrief(verdict), other(problem, plan, n)];
    if (ours !== theirs) differences.push(`case ${n}: ours ${ours}, the other ${theirs}`);
    if (verdict.legal) legal += 1;
    const rules = rulesIn(verdict).join('');
    broken.set(rules, (broken.get(rules) ?? 0) + 1);
    n += 1;
  }
  return { differences, legal, broken };
}

it('what the shared judge said of a thousand plans, ours says too', () => {
  const kept = readFileSync(keptFile, 'utf8').split('\n');
  expect(compare(KEPT, (_problem, _plan, n) => kept[n] ?? 'nothing kept').differences).toEqual([]);
});

if (judge === null) {
  it('the shared judge is not here (../shared/planning/check.mjs): only what it said before could be compared', () => {
    expect(existsSync(judgeFile)).toBe(false);
  });
} else {
  describe('the shared judge and ours agree', () => {
    it(`on ${plans} small plans, legal and illegal: by the same rules, of the same people, to the same points`, () => {
      const { differences, legal, broken } = compare(plans, (problem, plan) => inBrief(judge(problem, plan)));
      expect(differences).toEqual([]);
      // Every rule is broken alone often enough, and together with others in hundreds of ways.
      const rare = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((rule) => (broken.get(String(rule)) ?? 0) < plans / 1000);
      expect(rare).toEqual([]);
      expect(broken.size).toBeGreaterThan(150);
      expect(legal).toBeGreaterThan(plans / 5);
    }, 20_000 + plans * 5);

    it.each(instances)('on plans of %s, whole and spoilt', (file) => {
      const problem = readProblem(JSON.parse(readFileSync(join(shared, 'instances', file), 'utf8')));
      const told: Plan = { instance: problem.id, sessions: problem.published };
      const { plan } = solve(problem, { seed: 1, now: () => 0, steps: 20 });
      const better = solve(problem, { seed: 2, now: () => 0, steps: 60 }).plan;
      for (const one of [plan, better, told, { ...plan, sessions: [] }, { ...plan, sessions: [...plan.sessions, ...better.sessions] }]) {
        expect(inBrief(check(problem, readPlan(one, problem)))).toBe(inBrief(judge(problem, one)));
        for (let i = 0; i < 8; i += 1) {
          const worse = spoilt(problem, one, 100 + i);
          expect(inBrief(check(problem, worse))).toBe(inBrief(judge(problem, worse)));
        }
      }
    });
  });
}
