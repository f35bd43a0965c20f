import { check } from './check.ts';
import { mapleHouse, planned, singing, swimming, walk } from './examples/maple-house.ts';

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
