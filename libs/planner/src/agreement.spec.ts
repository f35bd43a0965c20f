/**
 * The judge against the shared one, `../shared/planning/check.mjs`, where it lies beside the project; where it does not,
 * against what that one said of the same plans when it was asked last (`examples/verdicts.txt`).
 *
 * PROMENADE_PLANS=2000000 tries that many plans; PROMENADE_VERDICTS=write asks the shared judge again and keeps its answers.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan, Problem } from './problem.ts';
import { check } from './check.ts';
import { compareAside } from './examples/aside.ts';
import { damaged } from './examples/damaged.ts';
import { smallProblem } from './examples/small.ts';
import { spoilt } from './examples/spoilt.ts';
import { SHARED, compareVerdicts, sharedJudge } from './examples/trials.fixture.ts';
import { casesToJudge, inBrief } from './examples/verdicts.ts';
import { readPlan, readProblem } from './problem.ts';
import { solve } from './solve.ts';

const keptFile = join(import.meta.dirname, 'examples/verdicts.txt');
const KEPT = 1000;
const plans = Number(process.env.PROMENADE_PLANS ?? 20_000);

const judge = await sharedJudge();
const instances = judge ? readdirSync(join(SHARED, 'instances')).filter((file) => file.endsWith('.json')) : [];

if (judge && process.env.PROMENADE_VERDICTS === 'write') {
  writeFileSync(keptFile, [...casesToJudge(KEPT)].map(({ problem, plan }) => `${inBrief(judge(problem, plan))}\n`).join(''));
}

it('what the shared judge said of a thousand plans, ours says too', () => {
  const kept = readFileSync(keptFile, 'utf8').split('\n');
  expect(compareVerdicts(KEPT, 1, (_problem, _plan, n) => kept[n] ?? 'nothing kept').differences).toEqual([]);
});

if (judge === null) {
  it('the shared judge is not here (../shared/planning/check.mjs): only what it said before could be compared', () => {
    expect(instances).toEqual([]);
  });
} else {
  describe('the shared judge and ours agree', () => {
    it(`on ${plans} small plans, legal and illegal: by the same rules, of the same people, to the same points`, async () => {
      const { differences, legal, broken } = await compareAside(1, plans);
      expect(differences).toEqual([]);
      // Every rule is broken alone often enough, and together with others in hundreds of ways.
      const rare = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((rule) => (broken.get(String(rule)) ?? 0) < plans / 1000);
      expect(rare).toEqual([]);
      expect(broken.size).toBeGreaterThan(150);
      expect(legal).toBeGreaterThan(plans / 5);
    }, 20_000 + plans * 5);

    it('on what a problem and a plan must look like: of four thousand damaged files, the same are refused', () => {
      const isRead = (read: () => unknown) => {
        try {
          read();
          return true;
        } catch (error) {
          if (error instanceof Error && error.constructor.name === 'Malformed') return false;
          throw error;
        }
      };
      let readable = 0;
      for (let seed = 1; seed <= 2000; seed += 1) {
        const whole = smallProblem(seed % 60);
        const problem = damaged(whole, seed) as Problem;
        const nothing: Plan = { instance: problem.id, sessions: [] };
        const [ours, theirs] = [isRead(() => readPlan(nothing, readProblem(problem))), isRead(() => judge(problem, nothing))];
        expect({ seed, isProblem: ours }).toEqual({ seed, isProblem: theirs });
        const told = damaged({ instance: whole.id, sessions: whole.published }, seed) as Plan;
        const isPlan = isRead(() => readPlan(told, whole));
        expect({ seed, isPlan }).toEqual({ seed, isPlan: isRead(() => judge(whole, told)) });
        readable += (ours ? 1 : 0) + (isPlan ? 1 : 0);
      }
      expect(readable).toBeGreaterThan(100);
    });

    it.each(instances)('on plans of %s, whole and spoilt', (file) => {
      const problem = readProblem(JSON.parse(readFileSync(join(SHARED, 'instances', file), 'utf8')));
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
