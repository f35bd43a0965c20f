import { breakOf } from './breaks.ts';

describe('breaks', () => {
  const long = [450, 1260] as const; // 07:30 to 21:00

  it('lie in the middle of the shift, one after another, so that colleagues are not all away at once', () => {
    const breaks = [0, 1, 2, 3].map((order) => breakOf(long, 60, order));
    expect(breaks).toEqual([[825, 885], [885, 945], [765, 825], [945, 1005]]);
  });

  it('start over when there are more people than turns', () => {
    const all = Array.from({ length: 30 }, (_, order) => breakOf(long, 60, order));
    for (const one of all) {
      expect(one?.[0]).toBeGreaterThanOrEqual(long[0] + 195);
      expect(one?.[1]).toBeLessThanOrEqual(long[1] - 195);
      expect((one?.[0] ?? 1) % 15).toBe(0);
    }
  });

  it('are left out where the rota gives none, or the shift is hardly longer', () => {
    expect(breakOf(long, 0, 0)).toBeNull();
    expect(breakOf([0, 60], 45, 0)).toBeNull();
  });
});
