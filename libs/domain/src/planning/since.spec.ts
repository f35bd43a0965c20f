import { describe, expect, it } from '@jest/globals';
import { type ToldWeek, changesSince } from './since.ts';
import type { PlannedSession } from './week.ts';

const choir: PlannedSession = { activity: 'choir', start: 600, room: 'lounge', vehicles: [], staff: ['sam'], residents: ['bob', 'dot'] };
const swim: PlannedSession = { activity: 'swim', start: 1500, room: null, vehicles: [{ vehicle: 'bus', driver: 'gwen' }], staff: ['tom'], residents: ['steven'] };
const told = (hour: number, byName: string, ...sessions: PlannedSession[]): ToldWeek => ({ sessions, at: new Date(Date.UTC(2026, 10, 20, hour)), byName });
const brief = (...versions: ToldWeek[]) => changesSince(versions).map(({ kind, from, to, residents, byName }) => [kind, from?.start ?? null, to?.start ?? null, residents, byName]);

describe('what changed since people were told', () => {
  it('is nothing in a week that was told once, or never', () => {
    expect(changesSince([])).toEqual([]);
    expect(changesSince([told(9, 'Ruth', choir, swim)])).toEqual([]);
  });

  it('knows a session that moved from one that is off and one that is new', () => {
    expect(brief(told(9, 'Ruth', choir, swim), told(12, 'Sam', { ...choir, start: 2100 }))).toEqual([
      ['cancelled', 1500, null, ['steven'], 'Sam'],
      ['moved', 600, 2100, ['bob', 'dot'], 'Sam'],
    ]);
    expect(brief(told(9, 'Ruth', choir), told(12, 'Sam', { ...choir, start: 2100, residents: ['ivy'] })).map(([kind]) => kind)).toEqual(['cancelled', 'added']);
  });

  it('names whoever joins or leaves, and everybody when the staff are others', () => {
    expect(brief(told(9, 'Ruth', choir), told(12, 'Sam', { ...choir, residents: ['bob', 'ivy'] }))).toEqual([['other people', 600, 600, ['dot', 'ivy'], 'Sam']]);
    expect(brief(told(9, 'Ruth', choir), told(12, 'Sam', { ...choir, staff: ['ada'] }))).toEqual([['other staff', 600, 600, ['bob', 'dot'], 'Sam']]);
    expect(brief(told(9, 'Ruth', choir), told(12, 'Sam', { ...choir, room: 'garden' }))).toEqual([['other place', 600, 600, ['bob', 'dot'], 'Sam']]);
    expect(brief(told(9, 'Ruth', swim), told(12, 'Sam', { ...swim, vehicles: [{ vehicle: 'car', driver: 'gwen' }] }))[0]?.[0]).toBe('other place');
  });

  it('does not mind in which order people stand', () => {
    expect(brief(told(9, 'Ruth', choir), told(12, 'Sam', { ...choir, residents: ['dot', 'bob'] }))).toEqual([]);
  });

  it('says who made it as it is now, and forgets what was put back', () => {
    const moved = { ...choir, start: 2100 };
    const versions = [told(9, 'Ruth', choir, swim), told(10, 'Sam', moved, swim), told(11, 'Ada', moved)];
    expect(brief(...versions)).toEqual([['cancelled', 1500, null, ['steven'], 'Ada'], ['moved', 600, 2100, ['bob', 'dot'], 'Sam']]);
    expect(brief(...versions, told(13, 'Ruth', choir, swim))).toEqual([]);
    expect(brief(...versions, told(13, 'Ruth', { ...moved, staff: ['ada'] }, swim))).toEqual([['moved', 600, 2100, ['bob', 'dot'], 'Ruth']]);
  });

  it('pairs each session once', () => {
    const [a, b] = [{ ...choir, residents: ['bob'] }, { ...choir, start: 900, residents: ['dot'] }];
    expect(brief(told(9, 'Ruth', a, b), told(10, 'Sam', { ...a, start: 2100, residents: ['bob', 'dot'] }))).toEqual([
      ['cancelled', 600, null, ['bob'], 'Sam'], ['moved', 900, 2100, ['dot', 'bob'], 'Sam'],
    ]);
  });
});
