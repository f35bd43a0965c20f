import { describe, expect, it } from '@jest/globals';
import { anyProblem } from '@promenade/planner/examples/any';
import { plainNames } from '@promenade/planner/names';
import type { Session } from '@promenade/planner/problem';
import { chanceFrom, oneOfThem } from '@promenade/planner/random';
import { solve } from '@promenade/planner/solve';
import { sentences, whatBreaks } from './what-breaks.ts';

const WEEKS = 60;

describe('what a change would break', () => {
  it('is what the judge of the whole week finds anew, whatever is moved, swapped, put in or taken out', () => {
    let broken = 0;
    for (let seed = 1; seed <= WEEKS; seed += 1) {
      const problem = anyProblem(seed, { days: 3, residents: 8, staff: 8, activities: 6 });
      const names = plainNames(problem);
      const { sessions } = solve(problem, { seed, steps: 20, now: () => 0 }).plan;
      const chance = chanceFrom(seed * 7);
      const any = (items: readonly { readonly id: string }[]) => oneOfThem(items, chance)?.id ?? 'nobody';
      for (let i = 0; i < 8; i += 1) {
        const before = oneOfThem(sessions, chance) ?? null;
        const from = before ?? { activity: any(problem.activities), start: 600, room: null, vehicles: [], staff: [], residents: [] };
        const ways: (Session | null)[] = [
          { ...from, start: from.start + 15 * (chance.below(60) - 30) },
          { ...from, start: from.start + 1440 * (chance.below(5) - 2) },
          { ...from, residents: [...from.residents.slice(1), any(problem.residents)] },
          { ...from, staff: [...from.staff.slice(1), any(problem.staff)] },
          { ...from, room: any(problem.rooms) },
          { ...from, vehicles: [{ vehicle: any(problem.vehicles), driver: any(problem.staff) }] },
          null,
        ];
        const after = oneOfThem(ways, chance) ?? null;
        const known = new Set(sentences(problem, sessions, names));
        const rest = sessions.filter((session) => session !== before);
        const whole = sentences(problem, after ? [...rest, after] : rest, names).filter((sentence) => !known.has(sentence));
        const told = whatBreaks(problem, sessions, { before, after }, names);
        expect([seed, told.toSorted()]).toEqual([seed, whole.toSorted()]);
        broken += whole.length > 0 ? 1 : 0;
      }
    }
    expect(broken).toBeGreaterThan(WEEKS);
  });
});
