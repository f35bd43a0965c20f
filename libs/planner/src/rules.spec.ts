import type { Plan, Problem } from './problem.ts';
import type { RuleNumber } from './rule.ts';
import { check } from './check.ts';
import { mapleHouse, planned, resident, session, singing, swimming, walk, withOne } from './examples/maple-house.ts';
import { RULES } from './rules.ts';

type Example = readonly [what: string, problem: Problem, plan: Plan];

const home = mapleHouse();
const swimWithOlive = swimming({ start: 555, residents: ['olive'], staff: ['ada'] });
const twoVehicles = { vehicles: [{ vehicle: 'bus', driver: 'ben' }, { vehicle: 'car', driver: 'dev' }] };

/** Each plan only just keeps the rule: one minute, person or penny more and it would not. */
const KEEPS: Readonly<Record<RuleNumber, readonly Example[]>> = {
  1: [
    ['a session fills its window to the last minute', home, planned(singing({ start: 660, residents: ['steven', 'ruby'] }))],
    ['travelling is outside the window, swimming inside', withOne(home, 'activities', 'swimming', { windows: [[630, 690]] }), planned(swimming())],
    ['an activity is held as often as it may be', withOne(home, 'activities', 'singing', { maxSessions: 1 }), planned(singing())],
  ],
  2: [
    ['a visit ends when singing begins', withOne(home, 'residents', 'olive', { unavailable: [[480, 540], [600, 660]] }), planned(singing())],
    ['Olive walks in the time that is hers for walking', home, planned(walk({ start: 675 }))],
    ['one session ends as the next begins', home, planned(singing({ residents: ['olive', 'steven'] }), session('walk', 600, { staff: ['eve', 'ada'], residents: ['steven'] }))],
    ['a routine twice a day is walked twice a day', mapleHouse({ routines: [{ id: 'n', resident: 'olive', activity: 'walk', occurrences: [[660, 700], [780, 840]], protected: true, weight: 1 }] }), planned(walk(), walk({ start: 780 }))],
  ],
  3: [['those who avoid each other come at different times', home, planned(walk(), walk({ start: 750, residents: ['percy'], staff: ['cho'] }))]],
  4: [
    ['a break ends as the session begins', withOne(home, 'staff', 'cho', { breaks: [[510, 540], [600, 630]] }), planned(singing())],
    ['a shift begins and ends with the session', withOne(home, 'staff', 'cho', { shifts: [[540, 600]] }), planned(singing())],
  ],
  5: [
    ['one to four is one for four', withOne(home, 'residents', 'ruby', { supportIn: { staff: 1, residents: 4 } }), planned(singing({ residents: ['steven', 'olive', 'ruby'] }))],
    ['a driver who supports counts', withOne(home, 'activities', 'swimming', { driverSupports: true }), planned(swimming({ staff: ['ada'] }))],
    ['ten tenths are one', mapleHouse({ residents: Array.from({ length: 10 }, (_, i) => resident(`r${i}`, { supportIn: { staff: 1, residents: 10 } })), activities: home.activities.map((one) => ({ ...one, rooms: [], group: { min: 1, max: 10 } })), promises: [], routines: [] }), planned(session('singing', 540, { staff: ['cho'], residents: Array.from({ length: 10 }, (_, i) => `r${i}`) }))],
  ],
  6: [
    ['exactly enough stay', mapleHouse({ floorCover: [{ from: 540, to: 600, min: 4 }] }), planned(singing())],
    ['cover begins when they are back', mapleHouse({ floorCover: [{ from: 480, to: 540, min: 5 }, { from: 600, to: 720, min: 5 }] }), planned(singing())],
    ['one leaves for a break as another comes back', withOne(mapleHouse({ floorCover: [{ from: 540, to: 690, min: 4 }] }), 'staff', 'eve', { breaks: [[600, 630]] }), planned(singing())],
  ],
  7: [
    ['five people fill a room for five', withOne(home, 'residents', 'olive', { avoids: [] }), planned(singing({ start: 600, residents: ['olive', 'ruby', 'percy', 'steven'] }))],
    ['the room opens as it begins and closes as it ends', withOne(home, 'rooms', 'lounge', { available: [[540, 600]] }), planned(singing())],
    ['another group comes in as the first goes out', home, planned(singing(), singing({ start: 600, staff: ['dev'], residents: ['steven', 'percy'] }))],
  ],
  8: [
    ['every seat and bay is taken', withOne(home, 'vehicles', 'bus', { seats: 2 }), planned(swimming())],
    ['two vehicles carry what one cannot', withOne(home, 'vehicles', 'bus', { seats: 0 }), planned(swimming(twoVehicles))],
    ['the bus is back as its time ends', withOne(home, 'vehicles', 'bus', { available: [[615, 705]] }), planned(swimming())],
  ],
  9: [['the last penny is spent', withOne(home, 'residents', 'olive', { budget: 400 }), planned(swimWithOlive)]],
};

/** Each plan breaks this rule, only just, and no other. */
const BREAKS: Readonly<Record<RuleNumber, readonly Example[]>> = {
  1: [
    ['it starts between two starting times', home, planned(singing({ start: 545 }))],
    ['it ends after the window does', home, planned(singing({ start: 675, residents: ['steven', 'ruby'] }))],
    ['it begins before the window does', home, planned(singing({ start: 525 }))],
    ['two windows that meet are not one', withOne(home, 'activities', 'singing', { windows: [[540, 570], [570, 720]] }), planned(singing())],
    ['the way there lies before the first day', withOne(withOne(home, 'activities', 'walk', { travel: 15, windows: [[0, 60]] }), 'staff', 'eve', { shifts: [[-60, 60]] }), planned(session('walk', -15, { staff: ['eve'], residents: ['ruby'] }))],
    ['it is held once too often', withOne(home, 'activities', 'walk', { maxSessions: 1 }), planned(walk(), walk({ start: 750, residents: ['percy'], staff: ['cho'] }))],
    ['nobody knows who that is', home, planned(walk({ staff: ['zoe'] }))],
  ],
  2: [
    ['two are wanted and one comes', home, planned(singing({ residents: ['ruby'] }))],
    ['one more comes than may', withOne(home, 'activities', 'singing', { group: { min: 1, max: 1 } }), planned(singing())],
    ['it is not for her', withOne(home, 'residents', 'ruby', { value: { walk: 10 } }), planned(singing())],
    ['a visit begins one minute before the end', withOne(home, 'residents', 'ruby', { unavailable: [[599, 660]] }), planned(singing())],
    ['singing runs into the walk that is hers', home, planned(singing({ start: 615 }))],
    ['the walk itself runs out of its time', home, planned(walk({ start: 690 }))],
    ['she is in two places', home, planned(singing({ start: 540, residents: ['steven', 'ruby'] }), session('walk', 585, { staff: ['eve', 'ada'], residents: ['steven'] }))],
    ['it is one session too many for a day', home, planned(singing({ residents: ['steven', 'ruby'] }), session('walk', 900, { staff: ['eve'], residents: ['ruby'] }))],
    ['once a day is enough', home, planned(walk(), walk({ start: 750 }))],
  ],
  3: [
    ['two who must not meet do', home, planned(singing({ start: 600, residents: ['olive', 'percy'] }))],
    ['Percy does not want Eve', home, planned(walk({ start: 750, residents: ['percy'] }))],
    ['Percy does not want Eve to drive either', withOne(home, 'staff', 'eve', { licences: ['D1'] }), planned(swimming({ residents: ['percy'], vehicles: [{ vehicle: 'bus', driver: 'eve' }] }))],
  ],
  4: [
    ['her shift is over one minute too soon', withOne(home, 'staff', 'cho', { shifts: [[480, 599]] }), planned(singing())],
    ['two shifts that meet are not one', withOne(home, 'staff', 'cho', { shifts: [[480, 570], [570, 960]] }), planned(singing())],
    ['her break begins one minute before the end', withOne(home, 'staff', 'cho', { breaks: [[599, 630]] }), planned(singing())],
    ['she is in two places', home, planned(singing(), session('walk', 585, { staff: ['cho', 'ada'], residents: ['steven'] }))],
    ['she cannot help and drive', withOne(home, 'staff', 'ada', { licences: ['D1'] }), planned(swimming({ vehicles: [{ vehicle: 'bus', driver: 'ada' }] }))],
  ],
  5: [
    ['Steven needs two when out, and has one', withOne(home, 'staff', 'cho', { skills: [] }), planned(swimming({ staff: ['ada'] }))],
    ['nobody is trained for the pool', home, planned(swimming({ staff: ['cho', 'eve'] }))],
    ['it takes two, whoever comes', withOne(home, 'activities', 'singing', { baseStaff: 2 }), planned(singing())],
    ['three for two is two for one, and nobody else shares the half left over', withOne(withOne(home, 'residents', 'steven', { supportIn: { staff: 3, residents: 2 } }), 'residents', 'olive', { supportIn: { staff: 1, residents: 2 } }), planned(singing({ staff: ['cho', 'dev'], residents: ['olive', 'steven'] }))],
    ['nobody shares the one who is Steven’s alone', withOne(home, 'residents', 'steven', { supportIn: { staff: 1, residents: 1 } }), planned(singing({ residents: ['olive', 'steven'] }))],
  ],
  6: [
    ['one too few stays', mapleHouse({ floorCover: [{ from: 540, to: 600, min: 5 }] }), planned(singing())],
    ['cover begins one minute before they are back', mapleHouse({ floorCover: [{ from: 599, to: 600, min: 5 }] }), planned(singing())],
    ['too few are on duty to begin with', withOne(mapleHouse({ floorCover: [{ from: 480, to: 960, min: 5 }] }), 'staff', 'eve', { shifts: [[480, 540]] }), planned(singing())],
    ['one is on a break meanwhile', withOne(mapleHouse({ floorCover: [{ from: 540, to: 600, min: 4 }] }), 'staff', 'eve', { breaks: [[590, 610]] }), planned(singing())],
  ],
  7: [
    ['there is no room', home, planned(singing({ room: null }))],
    ['a walk takes no room', home, planned(walk({ room: 'lounge' }))],
    ['it cannot be held there', withOne(home, 'activities', 'singing', { rooms: ['study'] }), planned(singing())],
    ['the study holds two', home, planned(singing({ room: 'study' }))],
    ['the room closes one minute too soon', withOne(home, 'rooms', 'lounge', { available: [[480, 599]] }), planned(singing())],
    ['two groups are in one room', withOne(home, 'residents', 'percy', { unavailable: [] }), planned(singing(), singing({ start: 585, staff: ['dev'], residents: ['steven', 'percy'] }))],
  ],
  8: [
    ['there is no vehicle', home, planned(swimming({ vehicles: [] }))],
    ['a walk takes no vehicle', home, planned(walk({ vehicles: [{ vehicle: 'bus', driver: 'ben' }] }))],
    ['she may not drive it', home, planned(swimming({ vehicles: [{ vehicle: 'bus', driver: 'eve' }] }))],
    ['the bus has no bay', withOne(home, 'vehicles', 'bus', { bays: 0 }), planned(swimming())],
    ['one too many needs a seat', withOne(home, 'vehicles', 'bus', { seats: 1 }), planned(swimming())],
    ['the bus is due back a minute before', withOne(home, 'vehicles', 'bus', { available: [[540, 704]] }), planned(swimming())],
    ['the bus is in two places', withOne(home, 'staff', 'cho', { licences: ['D1'] }), planned(swimming({ residents: ['ruby'], staff: ['ada'], start: 540 }), swimming({ residents: ['percy'], staff: ['dev'], start: 615, vehicles: [{ vehicle: 'bus', driver: 'cho' }] }))],
  ],
  9: [['it costs a penny more than she has', withOne(home, 'residents', 'olive', { budget: 399 }), planned(swimWithOlive)]],
};

const rulesBroken = (problem: Problem, plan: Plan) => [...new Set(check(problem, plan).violations.map(({ rule }) => rule))];

describe.each(RULES)('rule $number: $name', ({ number }) => {
  it.each(KEEPS[number])('is kept when %s', (_what, problem, plan) => {
    expect(check(problem, plan).violations).toEqual([]);
  });

  it.each(BREAKS[number])('is broken when %s', (_what, problem, plan) => {
    expect(rulesBroken(problem, plan)).toEqual([number]);
    for (const { message, amount, ids } of check(problem, plan).violations) {
      expect(message).toMatch(/^[A-Za-z“].*\.$/);
      expect(amount).toBeGreaterThan(0);
      expect(ids).not.toHaveLength(0);
    }
  });
});

it('the rulebook has nine rules, each with an example that keeps it and one that breaks it', () => {
  expect(RULES.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const { number } of RULES) {
    expect(KEEPS[number].length).toBeGreaterThan(0);
    expect(BREAKS[number].length).toBeGreaterThan(0);
  }
});
