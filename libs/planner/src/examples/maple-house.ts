/** A small home for examples: two days, a bus and a car, people with names. */
import type { Activity, Plan, Problem, Resident, Session, Staff } from '../problem.ts';

export function resident(id: string, changes: Partial<Resident> = {}): Resident {
  return {
    id,
    wheelchair: false,
    supportIn: { staff: 1, residents: 4 },
    supportOut: { staff: 1, residents: 2 },
    unavailable: [],
    target: 2,
    maxPerDay: 2,
    budget: null,
    value: { singing: 50, swimming: 80, walk: 40 },
    preferredStaff: [],
    declinedStaff: [],
    avoids: [],
    ...changes,
  };
}

export function carer(id: string, changes: Partial<Staff> = {}): Staff {
  return { id, shifts: [[480, 960], [1920, 2400]], breaks: [], skills: [], licences: [], ...changes };
}

export function activity(id: string, changes: Partial<Activity> = {}): Activity {
  return {
    id,
    duration: 60,
    travel: 0,
    setting: 'home',
    group: { min: 1, max: 4 },
    skills: {},
    baseStaff: 1,
    rooms: [],
    transport: null,
    driverSupports: false,
    windows: [[540, 720], [1980, 2160]],
    cost: 0,
    maxSessions: 3,
    ...changes,
  };
}

/**
 * Maple House. Singing takes the lounge; swimming takes wheels and someone trained for the pool; a walk takes company.
 * Steven needs two people when out and travels in his wheelchair; Olive walks at eleven on the first day.
 */
export function mapleHouse(changes: Partial<Problem> = {}): Problem {
  return {
    format: 'promenade-plan/1',
    id: 'maple-house',
    startDate: '2025-06-02',
    days: 2,
    grid: 15,
    rooms: [{ id: 'lounge', capacity: 5, available: [[480, 1200], [1920, 2640]] }, { id: 'study', capacity: 2, available: [[480, 1200]] }],
    vehicles: [
      { id: 'bus', seats: 4, bays: 1, licence: 'D1', available: [[540, 900], [1980, 2340]] },
      { id: 'car', seats: 3, bays: 0, licence: 'B', available: [[540, 900]] },
    ],
    staff: [
      carer('ada', { breaks: [[720, 750]], skills: ['pool'] }),
      carer('ben', { licences: ['B', 'D1'] }),
      carer('cho', { shifts: [[480, 960]] }),
      carer('dev', { skills: ['pool'], licences: ['B'] }),
      carer('eve'),
    ],
    floorCover: [{ from: 480, to: 960, min: 1 }, { from: 1920, to: 2400, min: 1 }],
    residents: [
      resident('steven', { wheelchair: true, supportOut: { staff: 2, residents: 1 }, preferredStaff: ['ada'] }),
      resident('olive', { budget: 600, avoids: ['percy'] }),
      resident('percy', { declinedStaff: ['eve'], unavailable: [[540, 600]] }),
      resident('ruby', { supportIn: { staff: 0, residents: 1 }, supportOut: { staff: 0, residents: 1 }, maxPerDay: 1 }),
    ],
    activities: [
      activity('singing', { rooms: ['lounge', 'study'], group: { min: 2, max: 4 } }),
      activity('swimming', { setting: 'out', travel: 15, transport: 'vehicle', skills: { pool: 1 }, cost: 400, windows: [[555, 750], [1995, 2190]] }),
      activity('walk', { setting: 'out', duration: 30, transport: 'walk', windows: [[540, 960]] }),
    ],
    promises: [{ id: 'swim', resident: 'steven', activities: ['swimming'], from: 0, to: 2880, weight: 2 }],
    routines: [{ id: 'elevenses-walk', resident: 'olive', activity: 'walk', occurrences: [[660, 705]], protected: true, weight: 1 }],
    published: [],
    ...changes,
  };
}

export function session(activityId: string, start: number, changes: Partial<Session> = {}): Session {
  return { activity: activityId, start, room: null, vehicles: [], staff: [], residents: [], ...changes };
}

/** Singing at nine, led by Cho. */
export function singing(changes: Partial<Session> = {}): Session {
  return session('singing', 540, { room: 'lounge', staff: ['cho'], residents: ['olive', 'ruby'], ...changes });
}

/** Steven swims at a quarter past ten with Ada and Cho; Ben drives. */
export function swimming(changes: Partial<Session> = {}): Session {
  return session('swimming', 615, { vehicles: [{ vehicle: 'bus', driver: 'ben' }], staff: ['ada', 'cho'], residents: ['steven'], ...changes });
}

/** Olive's walk at eleven, with Eve. */
export function walk(changes: Partial<Session> = {}): Session {
  return session('walk', 660, { staff: ['eve'], residents: ['olive'], ...changes });
}

export function planned(...sessions: readonly Session[]): Plan {
  return { instance: 'maple-house', sessions };
}

/** The problem with one of its residents, staff, activities, rooms or vehicles changed. */
export function withOne<Key extends 'residents' | 'staff' | 'activities' | 'rooms' | 'vehicles'>(
  problem: Problem,
  key: Key,
  id: string,
  changes: Partial<Problem[Key][number]>,
): Problem {
  return { ...problem, [key]: problem[key].map((item) => (item.id === id ? { ...item, ...changes } : item)) };
}
