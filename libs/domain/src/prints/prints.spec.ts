/** What printed sheets say: their mark, names on a poster, who sits where, who stays. */
import type { Difference } from '../planning/since.ts';
import { sayOnDuty, sayOnWall, sayToPerson } from './changes.ts';
import { floorThrough } from './floor.ts';
import { codeOf, sayBriefly, sayMark } from './mark.ts';
import { posterNames } from './names.ts';
import { seatPeople } from './seating.ts';

const ZONE = 'Europe/London';
const published = {
  weekStarts: '2026-11-23', status: 'published' as const, version: 3, publishedAt: new Date('2026-11-20T16:05:00Z'), publishedByName: 'Ada Bell', draftedByName: null,
};

describe('the mark of a sheet', () => {
  it('says which plan it is, published when and by whom', () => {
    expect(sayMark(ZONE, published)).toBe('Week of 23 Nov · version 3 · published Fri 20 Nov 16:05 by Ada Bell');
    expect(sayMark(ZONE, { ...published, status: 'draft', version: 7, draftedByName: 'Ruth Kemp' })).toBe('Week of 23 Nov · draft 7 by Ruth Kemp · nobody has been told of it');
    expect(sayMark(ZONE, { ...published, status: 'nothing' })).toBe('Week of 23 Nov · no plan has been published');
  });

  it('is in the time of the home, in summer too', () => {
    expect(sayBriefly(ZONE, new Date('2026-07-03T15:05:00Z'))).toBe('Fri 3 Jul 16:05');
  });

  it('has a code that changes with what the plan says, and not with the order in which it is read', () => {
    expect(codeOf(['choir 10:00', 'walk 11:00'])).toBe(codeOf(['walk 11:00', 'choir 10:00']));
    expect(codeOf(['choir 10:00', 'walk 11:15'])).not.toBe(codeOf(['choir 10:00', 'walk 11:00']));
    expect(codeOf([])).toMatch(/^[A-Z2-9]{5}$/);
    const codes = new Set(Array.from({ length: 2000 }, (_, n) => codeOf([`choir ${n}`, 'walk'])));
    expect(codes.size).toBeGreaterThan(1995);
  });
});

describe('names on a poster', () => {
  it('are those people go by, with a letter or two where two go by the same', () => {
    const people = [['Bob', 'Ellison'], ['Mary', 'Kemp'], ['mary', 'Lowe'], ['Peggy', 'Marsh'], ['Peggy', 'Moss'], ['Mr Gill', 'Gill'], ['Ivy', '']].map(([preferredName = '', familyName = ''], n) => ({ id: `${n}`, preferredName, familyName }));
    expect([...posterNames(people).values()]).toEqual(['Bob', 'Mary K.', 'mary L.', 'Peggy Ma.', 'Peggy Mo.', 'Mr Gill', 'Ivy']);
  });
});

describe('who sits where', () => {
  const bus = { id: 'bus', seats: 3, bays: 1 };
  const car = { id: 'car', seats: 2, bays: 0 };
  const who = (id: string, more: { isStaff?: boolean; inWheelchair?: boolean } = {}) => ({ id, isStaff: false, inWheelchair: false, ...more });

  it('puts wheelchairs into bays and says which places stay free', () => {
    const { seats, left } = seatPeople([bus], [who('steven', { inWheelchair: true }), who('bob'), who('ada', { isStaff: true })]);
    expect(seats.map(({ kind, number, person }) => `${kind} ${number}: ${person ?? 'free'}`)).toEqual(['bay 1: steven', 'seat 1: ada', 'seat 2: bob', 'seat 3: free']);
    expect(left).toEqual([]);
  });

  it('gives each vehicle a member of staff, and names whoever finds no place', () => {
    const { seats, left } = seatPeople([bus, car], [who('a', { isStaff: true }), who('b', { isStaff: true }), ...['1', '2', '3', '4'].map((id) => who(id)), who('w', { inWheelchair: true }), who('x', { inWheelchair: true })]);
    expect(seats.find(({ vehicle, person }) => vehicle === 'car' && person === 'b')).toBeDefined();
    expect(left).toEqual(['x', '4']);
  });
});

describe('who stays', () => {
  it('follows shifts, breaks and sessions, and has a new line only where something changes', () => {
    const team = [
      { id: 'ada', shifts: [[0, 120] as const], breaks: [], busy: [[30, 60] as const] },
      { id: 'tom', shifts: [[0, 120] as const], breaks: [[90, 100] as const], busy: [] },
      { id: 'night', shifts: [[200, 300] as const], breaks: [], busy: [] },
    ];
    expect(floorThrough([{ from: 0, to: 120, min: 1 }, { from: 60, to: 90, min: 2 }], team, [0, 1440])).toEqual([
      { span: [0, 30], least: 1, staying: ['ada', 'tom'] },
      { span: [30, 60], least: 1, staying: ['tom'] },
      { span: [60, 90], least: 2, staying: ['ada', 'tom'] },
      { span: [90, 100], least: 1, staying: ['ada'] },
      { span: [100, 120], least: 1, staying: ['ada', 'tom'] },
    ]);
  });
});

describe('what is marked as changed', () => {
  const choir = { activity: 'choir', start: 600, room: 'lounge', vehicles: [], staff: ['ada'], residents: ['bob', 'dot'] };
  const when = (start: number) => `Mon ${start / 60}:00`;
  const say = (change: Difference) => [sayOnWall(change, when), sayOnDuty(change, when), sayToPerson(change, 'bob', when), sayToPerson(change, 'ivy', when)];

  it('differs for the wall, for staff and for each person', () => {
    expect(say({ kind: 'added', from: null, to: choir })).toEqual(['New', 'New', 'New', null]);
    expect(say({ kind: 'cancelled', from: choir, to: null })).toEqual(['Off', 'Off', 'Off', null]);
    expect(say({ kind: 'moved', from: choir, to: { ...choir, start: 660, staff: ['tom'] } })).toEqual(['Moved, was Mon 10:00', 'Moved, was Mon 10:00; other staff', 'Moved, was Mon 10:00', null]);
    expect(say({ kind: 'other staff', from: choir, to: { ...choir, staff: ['tom'] } })).toEqual([null, 'Changed: staff', null, null]);
    expect(say({ kind: 'other people', from: choir, to: { ...choir, residents: ['dot', 'ivy'] } })).toEqual(['Changed: people', 'Changed: people', 'Off', 'New']);
    expect(say({ kind: 'other place', from: choir, to: { ...choir, room: 'hall' } })).toEqual(['Changed: place', 'Changed: place', 'In another place', null]);
  });
});
