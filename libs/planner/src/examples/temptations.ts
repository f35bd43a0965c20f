/** Homes in which breaking a rule would keep more promises: each beside the same home where it only just can be kept. */
import type { Problem, PromiseWanted, Resident, Span, Staff, Vehicle } from '../problem.ts';
import { activity, carer, mapleHouse, resident } from './maple-house.ts';

export type Temptation = {
  readonly what: string;
  /** Nobody may do it here, */
  readonly tight: Problem;
  /** and here, by one minute, person or penny, they may. */
  readonly loose: Problem;
};

const ALONE = { staff: 0, residents: 1 };
const ONE = { staff: 1, residents: 1 };

/** Promised to everyone named, once each. */
function promised(activityId: string, ...ids: readonly string[]): PromiseWanted[] {
  return ids.map((id) => ({ id: `${id}-${activityId}`, resident: id, activities: [activityId], from: 0, to: 1440, weight: 1 }));
}

function someone(id: string, changes: Partial<Resident> = {}): Resident {
  return resident(id, { supportIn: ALONE, supportOut: ALONE, target: 0, maxPerDay: 3, value: { trip: 10, tea: 10 }, ...changes });
}

function bus(changes: Partial<Vehicle> = {}): Vehicle {
  return { id: 'bus', seats: 4, bays: 1, licence: 'B', available: [[0, 1440]], ...changes };
}

function driver(id: string, changes: Partial<Staff> = {}): Staff {
  return carer(id, { shifts: [[480, 960]], licences: ['B'], ...changes });
}

/** One day, one hour of something at ten, Ada to lead it, and promises of it to Steven and Olive. */
function home(changes: Partial<Problem>): Problem {
  const made = mapleHouse({
    days: 1,
    rooms: [],
    vehicles: [],
    staff: [carer('ada', { shifts: [[480, 960]] })],
    floorCover: [],
    residents: [someone('steven'), someone('olive')],
    activities: [activity('tea', { windows: [[600, 660]], maxSessions: 1 })],
    promises: promised('tea', 'steven', 'olive'),
    routines: [],
    ...changes,
  });
  const isListed = (id: string) => made.activities.some((one) => one.id === id);
  return { ...made, residents: made.residents.map((one) => ({ ...one, value: Object.fromEntries(Object.entries(one.value).filter(([id]) => isListed(id))) })) };
}

const tea = (changes: Parameters<typeof activity>[1] = {}) => activity('tea', { windows: [[600, 660]], maxSessions: 1, ...changes });
const trip = (changes: Parameters<typeof activity>[1] = {}) => activity('trip', { setting: 'out', travel: 15, transport: 'vehicle', windows: [[600, 660]], maxSessions: 1, ...changes });

/** An hour out at ten, back at a quarter past eleven: Ada helps, Ben drives. */
function outing(changes: Partial<Problem>): Problem {
  return home({ vehicles: [bus()], staff: [carer('ada', { shifts: [[480, 960]] }), driver('ben')], activities: [trip()], promises: promised('trip', 'steven', 'olive'), ...changes });
}

/** Tea that only Ada knows how to make, though Eve is there. */
function onlyAda(changes: Partial<Staff>): Problem {
  return home({ staff: [carer('ada', { skills: ['tea'], ...changes }), carer('eve')], activities: [tea({ skills: { tea: 1 } })] });
}

/** `make` of what forbids it and of what only just does not. */
function between<Fact>(what: string, make: (fact: Fact) => Problem, tight: Fact, loose: Fact): Temptation {
  return { what, tight: make(tight), loose: make(loose) };
}

const chairs = [someone('steven', { wheelchair: true }), someone('olive', { wheelchair: true })];

export const TEMPTATIONS: readonly Temptation[] = [
  // Wheels
  between('two wheelchairs, one bay', (bays) => outing({ residents: chairs, vehicles: [bus({ bays, seats: 1 })] }), 1, 2),
  between('a wheelchair takes no seat, a seat no wheelchair', (bays) => outing({ residents: chairs.slice(0, 1), promises: promised('trip', 'steven'), vehicles: [bus({ bays, seats: 9 })] }), 0, 1),
  between('three people for two seats, one of them staff', (seats) => outing({ vehicles: [bus({ seats })] }), 2, 3),
  between('the driver has the other licence', (licence) => outing({ vehicles: [bus({ licence })] }), 'D1' as const, 'B' as const),
  between('nobody left to help when the only other drives', (driverSupports) => outing({ staff: [driver('ben')], activities: [trip({ driverSupports })] }), false, true),
  between('the bus is due back a minute before they are', (back) => outing({ vehicles: [bus({ available: [[585, back]] })] }), 674, 675),
  between('the bus is free a minute after they leave', (free) => outing({ vehicles: [bus({ available: [[free, 700]] })] }), 586, 585),
  between('one bus, two trips at once', (second) => outing({
    staff: [carer('ada'), driver('ben'), carer('cho'), driver('dev')],
    activities: [trip(), trip({ id: 'tea', windows: [[second, second + 60]] })],
    promises: [...promised('trip', 'steven'), ...promised('tea', 'olive')],
  }), 675, 690),
  between('one driver, two buses at once', (licences) => outing({
    vehicles: [bus(), bus({ id: 'van' })],
    staff: [carer('ada'), driver('ben'), carer('cho'), driver('dev', { licences })],
    activities: [trip(), trip({ id: 'tea' })],
    promises: [...promised('trip', 'steven'), ...promised('tea', 'olive')],
  }), ['D1'], ['B']),
  // Floor cover
  between('one must stay, and everyone would go', (min) => outing({ floorCover: [{ from: 480, to: 960, min }] }), 1, 0),
  between('cover begins a minute before they are back', (from) => outing({ floorCover: [{ from, to: 960, min: 2 }] }), 674, 675),
  between('cover ends a minute after they leave', (to) => outing({ floorCover: [{ from: 480, to, min: 2 }] }), 586, 585),
  between('for five minutes of the trip two must stay', (min) => outing({ staff: [carer('ada'), driver('ben'), carer('cho')], floorCover: [{ from: 630, to: 635, min }] }), 2, 1),
  between('whoever stays has a break a minute before they are back', (from) => outing({ staff: [carer('ada'), driver('ben'), carer('cho', { breaks: [[from, 700]] })], floorCover: [{ from: 480, to: 960, min: 1 }] }), 674, 675),
  // Shifts, breaks
  between('her break begins a minute before the end', (from) => onlyAda({ breaks: [[from, 700]] }), 659, 660),
  between('her break ends a minute after the beginning', (to) => onlyAda({ breaks: [[580, to]] }), 601, 600),
  between('a break of five minutes in the middle of the drive home', (at) => outing({ staff: [carer('ada'), carer('eve'), driver('ben', { breaks: [[at, at + 5]] })] }), 665, 675),
  between('her shift ends a minute too soon', (to) => onlyAda({ shifts: [[480, to]] }), 659, 660),
  between('her shift begins a minute too late', (from) => onlyAda({ shifts: [[from, 960]] }), 601, 600),
  between('two shifts that meet are not one', (middle) => onlyAda({ shifts: [[480, middle], [630, 960]] }), 630, 660),
  between('she is in two places', (from) => home({ activities: [tea(), activity('trip', { windows: [[from, from + 60]], maxSessions: 1 })], residents: [someone('steven'), someone('olive')], promises: [...promised('tea', 'steven'), ...promised('trip', 'olive')] }), 645, 660),
  // Windows, travel, the grid, the horizon
  between('the place is open a minute less than it takes', (to) => home({ activities: [tea({ windows: [[600, to]] })] }), 659, 660),
  between('the place opens a minute after they would be there', (from) => home({ activities: [tea({ windows: [[from, 661]] })] }), 601, 600),
  between('two windows that meet are not one', (to) => home({ activities: [tea({ windows: [[600, 630], [615, to]] })] }), 661, 675),
  between('it could only start between two starting times', (from) => home({ activities: [tea({ windows: [[from, from + 60]] })] }), 605, 615),
  between('the way back takes a minute longer than her shift', (travel) => outing({ staff: [carer('ada', { shifts: [[480, 675]] }), driver('ben'), driver('eve', { licences: [] })], residents: [someone('steven', { declinedStaff: ['eve'] })], promises: promised('trip', 'steven'), activities: [trip({ travel, windows: [[600, 661]] })] }), 16, 15),
  between('the way there takes it off the day', (from) => outing({ staff: [carer('ada', { shifts: [[-60, 960]] }), driver('ben', { shifts: [[-60, 960]] })], activities: [trip({ windows: [[from, from + 60]] })] }), 0, 15),
  between('it would end after the last day', (from) => home({ staff: [], activities: [tea({ baseStaff: 0, windows: [[from, 1500]] })], promises: promised('tea', 'steven', 'olive').map((one) => ({ ...one, to: 1600 })) }), 1395, 1380),
  // Residents
  between('a visit begins a minute before the end', (from) => home({ residents: [someone('steven', { unavailable: [[from, 720]] }), someone('olive')] }), 659, 660),
  between('a visit ends while they travel', (to) => outing({ residents: [someone('steven', { unavailable: [[540, to]] }), someone('olive')] }), 586, 585),
  between('the time that is hers begins a minute before the end', (from) => home({ routines: [{ id: 'nap', resident: 'olive', activity: 'trip', occurrences: [[from, 720]], protected: true, weight: 0 }], activities: [tea(), activity('trip', { windows: [] })] }), 659, 660),
  between('her own tea sticks out of the time that is hers', (to) => home({ routines: [{ id: 'nap', resident: 'olive', activity: 'tea', occurrences: [[600, to]], protected: true, weight: 0 }] }), 659, 660),
  between<Record<string, number>>('it is not for her', (value) => home({ residents: [someone('steven'), someone('olive', { value })] }), {}, { tea: 0 }),
  between('she would be in two places', (from) => home({ staff: [carer('ada'), carer('ben')], residents: [someone('olive')], activities: [tea(), activity('trip', { windows: [[from, from + 60]], maxSessions: 1 })], promises: [...promised('tea', 'olive'), ...promised('trip', 'olive')] }), 645, 660),
  between('one a day is enough for her', (maxPerDay) => home({ residents: [someone('olive', { maxPerDay })], activities: [tea(), activity('trip', { windows: [[660, 720]] })], promises: [...promised('tea', 'olive'), ...promised('trip', 'olive')] }), 1, 2),
  between<readonly Span[]>('twice the same on one day', (occurrences) => home({
    residents: [someone('olive')],
    activities: [tea({ windows: [[600, 780]], maxSessions: 2 })],
    promises: [...promised('tea', 'olive').map((one) => ({ ...one, to: 700 })), { id: 'again', resident: 'olive', activities: ['tea'], from: 720, to: 780, weight: 1 }],
    routines: [{ id: 'teas', resident: 'olive', activity: 'tea', occurrences, protected: false, weight: 0 }],
  }), [[600, 660]], [[600, 660], [1439, 1500]]),
  between('a penny short', (budget) => home({ residents: [someone('olive', { budget })], activities: [tea({ cost: 300 }), activity('trip', { cost: 301, windows: [[660, 720]] })], promises: [...promised('tea', 'olive'), ...promised('trip', 'olive')] }), 600, 601),
  between<readonly string[]>('two who avoid each other', (avoids) => home({ residents: [someone('steven', { avoids }), someone('olive')] }), ['olive'], []),
  between('he does not want Ada', (declinedStaff) => home({ residents: [someone('steven', { declinedStaff }), someone('olive')] }), ['ada'], []),
  between('he does not want Ben, not even to drive', (declinedStaff) => outing({ residents: [someone('steven', { declinedStaff }), someone('olive')] }), ['ben'], []),
  // Groups, staff, skills
  between('two are wanted and there is one', (min) => home({ residents: [someone('olive')], promises: promised('tea', 'olive'), activities: [tea({ group: { min, max: 4 } })] }), 2, 1),
  between<readonly string[]>('two are wanted, and the two avoid each other', (avoids) => home({ residents: [someone('steven', { avoids }), someone('olive')], activities: [tea({ group: { min: 2, max: 4 } })] }), ['olive'], []),
  between('one more would come than may', (max) => home({ activities: [tea({ group: { min: 1, max } })] }), 1, 2),
  between('it takes two, whoever comes', (baseStaff) => home({ activities: [tea({ baseStaff })] }), 2, 1),
  between('two to one, and one there', (supportIn) => home({ residents: [someone('steven', { supportIn })], promises: promised('tea', 'steven') }), { staff: 2, residents: 1 }, ONE),
  between('nobody shares the one who is his alone', (supportIn) => home({ residents: [someone('steven', { supportIn: ONE }), someone('olive', { supportIn })] }), { staff: 1, residents: 4 }, ALONE),
  between('two halves and a bit are two', (supportIn) => home({ residents: [someone('steven', { supportIn: { staff: 1, residents: 2 } }), someone('olive', { supportIn })] }), { staff: 501, residents: 1000 }, { staff: 1, residents: 2 }),
  between('three for two and a half for one are three, not two', (supportIn) => home({ staff: [carer('ada'), carer('eve')], residents: [someone('steven', { supportIn: { staff: 3, residents: 2 } }), someone('olive', { supportIn })] }), { staff: 1, residents: 2 }, ALONE),
  between('what she needs away is more than at home', (setting) => home({ activities: [tea({ setting, transport: 'walk' })], residents: [someone('steven', { supportOut: { staff: 2, residents: 1 } }), someone('olive')] }), 'out' as const, 'home' as const),
  between('nobody is trained', (skills) => home({ staff: [carer('ada', { skills })], activities: [tea({ skills: { pool: 1 } })] }), ['hoist'], ['hoist', 'pool']),
  between<readonly string[]>('one is trained and two must be', (skills) => home({ staff: [carer('ada', { skills: ['pool'] }), carer('ben', { skills })], activities: [tea({ skills: { pool: 2 } })] }), [], ['pool']),
  between('once a week is as often as they can', (maxSessions) => home({ residents: [someone('steven', { avoids: ['olive'] }), someone('olive')], staff: [carer('ada'), carer('ben')], activities: [tea({ maxSessions })] }), 1, 2),
  // Rooms
  between('two and Ada in a room for two', (capacity) => home({ rooms: [{ id: 'den', capacity, available: [[0, 1440]] }], activities: [tea({ rooms: ['den'] })] }), 2, 3),
  between('the small room is free, the large one a minute short', (to) => home({ rooms: [{ id: 'den', capacity: 2, available: [[0, 1440]] }, { id: 'hall', capacity: 9, available: [[0, to]] }], activities: [tea({ rooms: ['den', 'hall'], group: { min: 2, max: 4 } })] }), 659, 660),
  between('the room closes a minute too soon', (to) => home({ rooms: [{ id: 'den', capacity: 9, available: [[0, to]] }], activities: [tea({ rooms: ['den'] })] }), 659, 660),
  between('two groups in one room', (second) => home({
    rooms: [{ id: 'den', capacity: 9, available: [[0, 1440]] }],
    staff: [carer('ada'), carer('ben')],
    activities: [tea({ rooms: ['den'] }), activity('trip', { rooms: ['den'], windows: [[second, second + 60]], maxSessions: 1 })],
    promises: [...promised('tea', 'steven'), ...promised('trip', 'olive')],
  }), 645, 660),
];
