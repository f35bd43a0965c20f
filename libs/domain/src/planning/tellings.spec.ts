import { type TellingNames, NO_WHY, tellingsOf } from './tellings.ts';
import type { PlannedSession } from './week.ts';

const DAY = 1440;
const names: TellingNames = {
  resident: (id) => ({ bob: 'Bob', ivy: 'Ivy' })[id] ?? id, staff: (id) => ({ gwen: 'Gwen Lloyd', tom: 'Tom Field', ann: 'Ann Bell' })[id] ?? id, given: (id) => ({ gwen: 'Gwen', tom: 'Tom', ann: 'Ann' })[id] ?? id,
  vehicle: () => 'the minibus', activity: (id) => ({ swim: 'Swimming', choir: 'Choir' })[id] ?? id,
  when: (minute) => `${['Monday', 'Tuesday', 'Wednesday'][Math.floor(minute / DAY)] ?? ''}, ${String(Math.floor((minute % DAY) / 60)).padStart(2, '0')}:00`,
};
const why = { staff: 'Gwen Lloyd is off', of: () => 'a driver is off', about: ['gwen'] };
const swim: PlannedSession = { activity: 'swim', start: DAY + 600, room: null, vehicles: [{ vehicle: 'bus', driver: 'gwen' }], staff: ['ann'], residents: ['bob'] };
const choir: PlannedSession = { activity: 'choir', start: 840, room: 'lounge', vehicles: [], staff: ['ann'], residents: ['bob', 'ivy'] };
const told = (before: PlannedSession[], after: PlannedSession[], reason = why) => tellingsOf(before, after, names, reason).map(({ residentId, staffId, kind, words }) => [residentId ?? staffId, kind, words]);

describe('what people are told of a change', () => {
  it('is nothing where nothing changed for them, in whatever order names stand', () => {
    expect(told([swim, choir], [choir, { ...swim, staff: [...swim.staff] }])).toEqual([]);
  });

  it('says to the family that a swim moved and why, names nobody who is off, and tells her nothing she said herself', () => {
    const moved = { ...swim, start: 2 * DAY + 600, vehicles: [{ vehicle: 'bus', driver: 'tom' }] };
    expect(told([swim, choir], [moved, choir])).toEqual([
      ['bob', 'moved', 'Swimming for Bob has moved from Tuesday, 10:00 to Wednesday, 10:00, because a driver is off.'],
      ['ann', 'moved', 'Swimming with Ann Bell has moved from Tuesday, 10:00 to Wednesday, 10:00, because Gwen Lloyd is off.'],
      ['tom', 'new', 'Tom Field is asked to drive the minibus for Swimming on Wednesday, 10:00, because Gwen Lloyd is off.'],
    ]);
  });

  it('says who goes along now, by the names the family knows', () => {
    expect(told([choir], [{ ...choir, staff: ['tom'] }])).toEqual([
      ['bob', 'with', 'Choir for Bob on Monday, 14:00 takes place with Tom, because a driver is off.'],
      ['ivy', 'with', 'Choir for Ivy on Monday, 14:00 takes place with Tom, because a driver is off.'],
      ['ann', 'off', 'Ann Bell is not needed for Choir on Monday, 14:00, because Gwen Lloyd is off.'],
      ['tom', 'new', 'Tom Field is asked to be with Bob and Ivy for Choir on Monday, 14:00, because Gwen Lloyd is off.'],
    ]);
  });

  it('says what will not take place and what is new, to those concerned alone', () => {
    expect(told([choir], [{ ...choir, residents: ['ivy'] }]).filter(([, , words]) => !words?.includes('Ann'))).toEqual([['bob', 'off', 'Choir for Bob on Monday, 14:00 will not take place, because a driver is off.']]);
    expect(tellingsOf([choir], [choir, swim], names, NO_WHY).map(({ kind, words }) => [kind, words])).toEqual([
      ['new', 'New for Bob: Swimming on Tuesday, 10:00.'],
      ['new', 'Ann Bell is asked to be with Bob for Swimming on Tuesday, 10:00.'],
      ['new', 'Gwen Lloyd is asked to drive the minibus for Swimming on Tuesday, 10:00.'],
    ]);
  });
});
