import { describe, expect, it } from '@jest/globals';
import { plainNames } from '@promenade/planner/names';
import type { Session } from '@promenade/planner/problem';
import { type Scene, isThereAlready, movedTo, sayMove, startAt, stepped } from './moves.ts';

const swim: Session = { activity: 'swim', start: 1440 + 600, room: null, vehicles: [{ vehicle: 'bus', driver: 'gwen' }], staff: ['tom'], residents: ['steven', 'bob'] };
const choir: Session = { ...swim, activity: 'choir', room: 'lounge', vehicles: [] };
const scene = (view: Scene['view'], zoom: Scene['zoom'] = 'week'): Scene => ({ view, zoom, lanes: ['ann', 'bob', 'cal'] });

describe('a session that is dropped', () => {
  it('begins at another time with the same people when only its time changes', () => {
    expect(movedTo(swim, 'days', null, { start: 600, lane: null })).toEqual({ ...swim, start: 600 });
    expect(movedTo(swim, 'people', 'bob', { start: 615, lane: 'bob' })).toEqual({ ...swim, start: 615 });
  });

  it('is with whom or what the lane stands for', () => {
    expect(movedTo(swim, 'people', 'bob', { start: 600, lane: 'dot' }).residents).toEqual(['steven', 'dot']);
    expect(movedTo(swim, 'staff', 'tom', { start: 600, lane: 'ada' })).toMatchObject({ staff: ['ada'], vehicles: [{ vehicle: 'bus', driver: 'gwen' }] });
    expect(movedTo(swim, 'staff', 'gwen', { start: 600, lane: 'ada' })).toMatchObject({ staff: ['tom'], vehicles: [{ vehicle: 'bus', driver: 'ada' }] });
    expect(movedTo(swim, 'vehicles', 'bus', { start: 600, lane: 'car' }).vehicles).toEqual([{ vehicle: 'car', driver: 'gwen' }]);
    expect(movedTo(choir, 'rooms', 'lounge', { start: 600, lane: 'garden' }).room).toBe('garden');
  });

  it('cannot go to somebody who is in it already', () => {
    expect(isThereAlready(swim, 'people', 'bob', { start: 600, lane: 'steven' })).toBe(true);
    expect(isThereAlready(swim, 'people', 'bob', { start: 600, lane: 'dot' })).toBe(false);
    expect(isThereAlready(swim, 'staff', 'tom', { start: 600, lane: 'gwen' })).toBe(true);
    expect(isThereAlready(swim, 'rooms', 'lounge', { start: 600, lane: 'garden' })).toBe(false);
  });

  it('is said in words', () => {
    const names = plainNames({ startDate: '2026-11-23' });
    expect(sayMove(names, swim, 'days', null, { start: 615, lane: null })).toBe('swim, Mon 10:15');
    expect(sayMove(names, swim, 'staff', 'tom', { start: 615, lane: 'ada' })).toBe('swim, Mon 10:15, ada instead of tom');
  });
});

describe('arrow keys while something is held', () => {
  const from = { start: 1440 + 600, lane: 'bob' };
  const go = (at: Scene, key: string, shift = false) => stepped(at, from, key, shift);

  it('go from day to day and by the quarter of an hour where days stand side by side', () => {
    expect(go(scene('days'), 'ArrowRight')).toEqual({ ...from, start: 2880 + 600 });
    expect(go(scene('days'), 'ArrowDown')).toEqual({ ...from, start: 1440 + 615 });
    expect(go(scene('days'), 'ArrowLeft', true)).toEqual({ ...from, start: 1440 + 585 });
  });

  it('go from lane to lane, and stop at the last', () => {
    expect(go(scene('staff'), 'ArrowDown')).toEqual({ ...from, lane: 'cal' });
    expect(stepped(scene('staff'), { ...from, lane: 'cal' }, 'ArrowDown', false)).toEqual({ ...from, lane: 'cal' });
    expect(go(scene('staff'), 'ArrowUp')).toEqual({ ...from, lane: 'ann' });
  });

  it('go by the quarter on a timeline, and by the day with Shift; in the week the other way round', () => {
    expect(go(scene('staff', 'day'), 'ArrowRight')?.start).toBe(1440 + 615);
    expect(go(scene('staff', 'day'), 'ArrowRight', true)?.start).toBe(2880 + 600);
    expect(go(scene('staff'), 'ArrowRight')?.start).toBe(2880 + 600);
    expect(go(scene('staff'), 'ArrowRight', true)?.start).toBe(1440 + 615);
    expect(go(scene('staff'), 'PageUp')?.start).toBe(600);
  });

  it('never leave the week or the day, and know no other keys', () => {
    expect(stepped(scene('days'), { start: 600, lane: null }, 'ArrowLeft', false)).toEqual({ start: 600, lane: null });
    expect(stepped(scene('days'), { start: 6 * 1440 + 1425, lane: null }, 'ArrowDown', false)?.start).toBe(6 * 1440 + 1425);
    expect(stepped(scene('days'), { start: 1440, lane: null }, 'ArrowUp', false)?.start).toBe(1440);
    expect(go(scene('days'), 'x')).toBeNull();
  });
});

describe('a point on a timeline', () => {
  it('is a quarter of an hour, counted from where the session was grasped', () => {
    expect(startAt(0.5, [480, 1080])).toBe(780);
    expect(startAt(0.5, [480, 1080], 20)).toBe(765);
    expect(startAt(0, [480, 1080], 40)).toBe(480);
    expect(startAt(1, [480, 1080])).toBe(1065);
  });
});
