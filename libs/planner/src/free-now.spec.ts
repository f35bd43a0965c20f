import { SMALL, anyProblem } from './examples/any.ts';
import { mapleHouse, planned, swimming } from './examples/maple-house.ts';
import { freeNow } from './free-now.ts';
import { overlaps } from './span.ts';

const home = mapleHouse();

describe('what is free this minute', () => {
  it('is whoever is at work and in nothing, and wheels on the road, until they are wanted', () => {
    const { staff, vehicles, spare, spareFrom } = freeNow(home, planned(swimming({ start: 660 })), 600);
    expect(staff).toEqual([{ id: 'dev', until: 960 }, { id: 'eve', until: 960 }, { id: 'ada', until: 660 }, { id: 'ben', until: 660 }, { id: 'cho', until: 660 }]);
    expect(vehicles).toEqual([{ id: 'car', until: 900 }, { id: 'bus', until: 660 }]);
    expect([spare, spareFrom]).toEqual([4, null]);
  });

  it('leaves out who is away with somebody, on a break or gone home', () => {
    expect(freeNow(home, planned(swimming({ start: 600 })), 610).staff.map(({ id }) => id)).toEqual(['dev', 'eve']);
    expect(freeNow(home, planned(), 725).staff.map(({ id }) => id)).not.toContain('ada');
    expect(freeNow(home, planned(), 960)).toMatchObject({ staff: [], spare: 0 });
  });

  it('says from when somebody may leave the floor', () => {
    expect(freeNow(mapleHouse({ floorCover: [{ from: 480, to: 660, min: 5 }] }), planned(), 600)).toMatchObject({ spare: 0, spareFrom: 660 });
    expect(freeNow(mapleHouse({ floorCover: [{ from: 0, to: 2880, min: 5 }] }), planned(), 600)).toMatchObject({ spare: 0, spareFrom: null });
  });

  it('names nobody who is on a break or off, in any home', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const problem = anyProblem(seed, SMALL);
      const span = [600, 600 + problem.grid] as const;
      for (const { id, until } of freeNow(problem, { instance: problem.id, sessions: [] }, 600).staff) {
        const person = problem.staff.find((one) => one.id === id)!;
        expect(person.shifts.some(([from, to]) => from <= span[0] && until <= to)).toBe(true);
        expect(person.breaks.some((pause) => overlaps(pause, [span[0], until]))).toBe(false);
      }
    }
  });
});
