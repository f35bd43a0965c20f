import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plan, Problem } from './problem.ts';
import { check } from './check.ts';
import { SMALL, anyProblem, spoilt } from './examples/any.ts';
import { mapleHouse, planned, singing, swimming, walk } from './examples/maple-house.ts';
import { readProblem } from './problem.ts';
import { solve } from './solve.ts';

const shared = join(import.meta.dirname, '../../../../shared/planning');
const judgeFile = join(shared, 'check.mjs');
const hasJudge = existsSync(judgeFile);

type Judge = (problem: Problem, plan: Plan) => Pick<ReturnType<typeof check>, 'legal' | 'score' | 'parts'> & { readonly violations: readonly { readonly rule: number }[] };

function brief({ legal, violations, score, parts }: ReturnType<Judge>) {
  return { legal, rules: [...new Set(violations.map(({ rule }) => rule))].sort(), score, parts };
}

/** A plan after `steps` steps: the fewer, the more awkward. */
function planFor(problem: Problem, seed: number, steps: number): Plan {
  return solve(problem, { seed, now: () => 0, steps }).plan;
}

describe('a verdict on a plan', () => {
  it('names rule, sessions, ids, amount and moment of what is wrong, in words and with the names people go by', () => {
    const names = {
      call: (_kind: string, id: string) => id.charAt(0).toUpperCase() + id.slice(1),
      when: (minute: number) => `minute ${minute}`,
      during: () => '',
    };
    const { violations } = check(mapleHouse(), planned(singing(), swimming({ staff: ['cho'] })), names);
    expect(violations).toEqual([
      { rule: 5, name: 'Every session has the staff, the skills and the support it takes', sessions: [1], ids: ['swimming', 'pool'], amount: 1, span: null, message: 'Swimming on minute 615 takes 1 person trained in Pool; it has 0.' },
      { rule: 5, name: 'Every session has the staff, the skills and the support it takes', sessions: [1], ids: ['steven'], amount: 1, span: null, message: 'Steven needs 2 staff in Swimming on minute 615; there is 1.' },
    ]);
  });

  it('adds up: the parts are the score, and each comes out as reckoned by hand', () => {
    const verdict = check(mapleHouse(), planned(singing(), swimming(), walk()));
    // Swim promised twice over; Olive's walk; 50+50 singing, 80 swimming, 40 walking; Ada is liked; Steven and Ruby are
    // one short (1 each), Percy two (3); staff: singing 4 quarters, swimming 3 people for 6, the walk 2.
    expect(verdict.parts).toEqual({ promises: 2000, routines: 200, value: 220, preferred: 15, shortfall: -500, staff: -48, changes: 0 });
    expect(verdict.score).toBe(1887);
  });

  it('counts the second time of the same half, and what people were told and lose', () => {
    const again = walk({ start: 720 });
    const problem = mapleHouse({
      routines: [{ id: 'twice', resident: 'olive', activity: 'walk', occurrences: [[660, 705], [720, 750]], protected: true, weight: 1 }],
      published: [walk(), walk({ start: 750 }), walk({ start: 750 })],
    });
    const { parts } = check(problem, planned(walk(), again));
    expect(parts).toMatchObject({ value: 60, routines: 400, changes: -60 });
  });

  it('finds the empty plan legal, however few are on duty', () => {
    expect(check(mapleHouse({ floorCover: [{ from: 0, to: 2880, min: 9 }] }), planned()).legal).toBe(true);
  });
});

describe(hasJudge ? 'the shared judge and ours agree' : 'the shared judge is not here (../shared/planning/check.mjs): nothing to agree with, only our own examples', () => {
  let judge: Judge = check;
  beforeAll(async () => {
    if (hasJudge) judge = ((await import(pathToFileURL(judgeFile).href)) as { check: Judge }).check;
  });

  const instances = hasJudge ? readdirSync(join(shared, 'instances')).filter((file) => file.endsWith('.json')) : [];
  for (const file of instances) {
    it(`on plans of ${file}, whole and spoilt`, () => {
      const problem = readProblem(JSON.parse(readFileSync(join(shared, 'instances', file), 'utf8')));
      for (const seed of [1, 2]) {
        const plan = planFor(problem, seed, 30 * seed);
        expect(brief(check(problem, plan))).toEqual(brief(judge(problem, plan)));
        for (let i = 0; i < 20; i += 1) {
          const worse = spoilt(problem, plan, 100 * seed + i);
          expect(brief(check(problem, worse))).toEqual(brief(judge(problem, worse)));
        }
      }
    });
  }

  it('on hundreds of small problems that do not care for the grid', () => {
    const broken = new Set<number>();
    for (let seed = 1; seed <= 300; seed += 1) {
      const problem = anyProblem(seed, SMALL);
      const plan = planFor(problem, seed, 20);
      expect(brief(check(problem, plan))).toEqual(brief(judge(problem, plan)));
      for (let i = 0; i < 8; i += 1) {
        const worse = spoilt(problem, plan, 1000 * seed + i);
        const ours = brief(check(problem, worse));
        expect(ours).toEqual(brief(judge(problem, worse)));
        for (const rule of ours.rules) broken.add(rule);
      }
    }
    expect([...broken].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
