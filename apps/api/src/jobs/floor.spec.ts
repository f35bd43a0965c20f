import { jest } from '@jest/globals';
import { Floor } from './floor.ts';

/** A floor with one work on it, and what that was told. */
function floorWithWork() {
  const floor = new Floor();
  const told: string[] = [];
  const leave = floor.givenTo({ rest: () => told.push('rest'), goOn: () => told.push('go on') });
  return { floor, told, leave };
}

describe('background work', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('rests while somebody waits, and goes on when nobody has for a moment', () => {
    const { floor, told } = floorWithWork();
    const answered = floor.waitFor();
    expect(told).toEqual(['rest']);
    answered();
    const again = floor.waitFor();
    jest.advanceTimersByTime(1000);
    expect(told).toEqual(['rest']);
    again();
    jest.advanceTimersByTime(1000);
    expect(told).toEqual(['rest', 'go on']);
  });

  it('has a turn now and then, whoever waits', () => {
    const { floor, told } = floorWithWork();
    for (let i = 0; i < 1000; i += 1) {
      const answered = floor.waitFor();
      jest.advanceTimersByTime(10);
      answered();
    }
    expect(told.filter((each) => each === 'go on').length).toBeGreaterThanOrEqual(3);
    expect(told.at(-1)).toBe('rest');
  });

  it('that begins while somebody waits rests at once, and hears nothing after it has ended', () => {
    const floor = new Floor();
    const answered = floor.waitFor();
    const told: string[] = [];
    const leave = floor.givenTo({ rest: () => told.push('rest'), goOn: () => told.push('go on') });
    expect(told).toEqual(['rest']);
    leave();
    answered();
    jest.advanceTimersByTime(1000);
    expect(told).toEqual(['rest']);
  });
});
