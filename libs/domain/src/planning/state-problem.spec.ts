import fc from 'fast-check';
import { type WeeklyHours, instantAt } from '../shared/time.ts';
import { HOLIDAYS_NOT_KNOWN, type OnHolidays, daysFor, weeklyDay } from '../venues/opening.ts';
import type { ActivityRecord, ResidentRecord, RoutineRecord, StaffRecord, VehicleRecord, WeekRecords } from './records.ts';
import { stateProblem } from './state-problem.ts';

const ZONE = 'Europe/London';
const MONDAY = '2026-11-23';
const DAY = 1440;
const at = (minute: number, monday = MONDAY) => instantAt(ZONE, monday, minute);

const bob: ResidentRecord = {
  id: 'bob', status: 'living here', wheelchair: 'never', supportInStaff: 1, supportInResidents: 4, supportOutStaff: 1, supportOutResidents: 1,
  targetPerWeek: 5, maxPerDay: 2, weeklyBudgetPence: 2000,
};
const walk: ActivityRecord = {
  id: 'walk', setting: 'out', minutes: 45, groupMin: 1, groupMax: 2, baseStaff: 1, skills: {}, driverSupports: true, transport: 'walk', venueId: 'park',
  costPence: 0, maxPerWeek: 14, hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '18:00' }], retiredOn: null,
};
const openDays = (hours: WeeklyHours, rule: OnHolidays = HOLIDAYS_NOT_KNOWN, holidays = new Map<string, string>(), monday = MONDAY) => daysFor(monday, 7).map((day) => weeklyDay(hours, rule, holidays, day));
const park = { id: 'park', driveMinutes: 10, walkMinutes: 5 };
const parkHours: WeeklyHours = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '17:30' }];
const pool: ActivityRecord = { ...walk, id: 'swim', transport: 'vehicle', venueId: 'baths', skills: { hoist: 1 }, costPence: 600, maxPerWeek: 2, driverSupports: false };
const baths = { id: 'baths', driveMinutes: 20, walkMinutes: null, days: openDays([{ days: [2, 4], from: '10:00', to: '12:00' }]) };
const ada: StaffRecord = { id: 'ada', skills: ['hoist'], licences: ['B'], leftOn: null };
const van: VehicleRecord = { id: 'van', seats: 3, bays: 1, licence: 'B', inspectionDue: '2026-11-26', insuranceDue: '2027-03-01', fromTime: '08:00', toTime: '20:00' };
const dogWalk: RoutineRecord = {
  id: 'dog', residentId: 'bob', activityId: 'walk', due: ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'], fromTime: '16:00', toTime: '17:15', needs: 'session', protected: true, weight: 3,
};

function records(more: Partial<WeekRecords> = {}): WeekRecords {
  const parkOpen = { ...park, days: openDays(parkHours, HOLIDAYS_NOT_KNOWN, new Map(), more.weekStarts) };
  return {
    zone: ZONE, weekStarts: MONDAY, now: new Date('2026-11-20T09:00:00Z'), residents: [bob], routines: [], interests: [], keptOut: [], avoidances: [], awayTimes: [],
    staff: [ada], shifts: [], absences: [], preferences: [], floorCover: [], vehicles: [], offRoad: [], rooms: [], activities: [walk, pool], activityRooms: [],
    venues: [parkOpen, baths], promises: [], wishes: [], sessions: [], bookings: [], ...more,
  };
}

describe('the problem of a week', () => {
  it('puts sessions where the activity and its venue are both open', () => {
    const [outside, inWater] = stateProblem(records()).activities;
    expect(outside).toMatchObject({ travel: 5, duration: 45 });
    expect(outside?.windows[0]).toEqual([540, 1050]);
    expect(inWater).toMatchObject({ travel: 20, windows: [[DAY + 600, DAY + 720], [3 * DAY + 600, 3 * DAY + 720]] });
  });

  it('puts nothing where the venue is shut for a bank holiday, nor where nobody has asked', () => {
    const monday = '2026-12-28';
    const holidays = new Map([[monday, 'Boxing Day (substitute day)']]);
    const daily = [{ days: [1, 2], from: '10:00', to: '12:00' }];
    const windows = (rule: OnHolidays['rule']) => stateProblem(records({ weekStarts: monday, activities: [pool], venues: [{ ...baths, days: openDays(daily, { rule, from: '11:00', to: '12:00' }, holidays, monday) }] })).activities[0]?.windows;
    expect(windows('as usual')).toEqual([[600, 720], [DAY + 600, DAY + 720]]);
    expect(windows('other hours')).toEqual([[660, 720], [DAY + 600, DAY + 720]]);
    expect(windows('closed')).toEqual([[DAY + 600, DAY + 720]]);
    expect(windows('not known')).toEqual([[DAY + 600, DAY + 720]]);
  });

  it('keeps to the activity’s own hours where nobody has said when the venue is open, and goes past midnight where it does', () => {
    expect(stateProblem(records({ venues: [{ ...baths, days: null }] })).activities[1]?.windows[0]).toEqual([540, 1080]);
    const late = openDays([{ days: [7], from: '22:00', to: '01:00' }]);
    const night = { ...pool, hours: [{ days: [1], from: '00:00', to: '24:00' }] };
    expect(stateProblem(records({ activities: [night], venues: [{ ...baths, days: late }] })).activities[0]?.windows).toEqual([[0, 60]]);
  });

  it('offers no walk to a place nobody can walk to', () => {
    const [, , far] = stateProblem(records({ activities: [walk, pool, { ...walk, id: 'far', venueId: 'baths' }] })).activities;
    expect(far?.windows).toEqual([]);
  });

  it('plans nothing before now', () => {
    const now = at(2 * DAY + 600);
    const [outside] = stateProblem(records({ now })).activities;
    expect(outside?.windows[0]).toEqual([2 * DAY + 605, 2 * DAY + 1050]);
    expect(stateProblem(records({ now: at(8 * DAY) })).activities.every(({ windows }) => windows.length === 0)).toBe(true);
  });

  it('counts nights that cross midnight into and out of the week, and leaves absences out', () => {
    const shift = (from: number, to: number) => ({ staffId: 'ada', startsAt: at(from), endsAt: at(to), breakMinutes: 0 });
    const [staff] = stateProblem(records({
      shifts: [shift(-195, 465), shift(DAY + 450, DAY + 870), shift(DAY + 870, DAY + 1260), shift(6 * DAY + 1245, 7 * DAY + 465)],
      absences: [{ staffId: 'ada', startsAt: at(DAY + 1200), endsAt: at(2 * DAY) }],
    })).staff;
    expect(staff?.shifts).toEqual([[0, 465], [DAY + 450, DAY + 1200], [6 * DAY + 1245, 7 * DAY]]);
  });

  it('gives those who start together their breaks one after another', () => {
    const long = (staffId: string) => ({ staffId, startsAt: at(450), endsAt: at(1260), breakMinutes: 60 });
    const { staff } = stateProblem(records({ staff: [ada, { ...ada, id: 'sam' }], shifts: [long('ada'), long('sam')] }));
    expect(staff.map(({ breaks }) => breaks)).toEqual([[[825, 885]], [[885, 945]]]);
  });

  it('keeps a vehicle at home once its inspection has run out, and while it is off the road', () => {
    const [vehicle] = stateProblem(records({ vehicles: [van], offRoad: [{ vehicleId: 'van', startsAt: at(DAY + 600), endsAt: at(2 * DAY + 600) }] })).vehicles;
    expect(vehicle?.available).toEqual([[480, 1200], [DAY + 480, DAY + 600], [2 * DAY + 600, 2 * DAY + 1200], [3 * DAY + 480, 3 * DAY + 1200]]);
  });

  it('leaves a person’s protected times alone, and plans the routines that need a session', () => {
    const lieIn: RoutineRecord = { ...dogWalk, id: 'lie-in', activityId: null, needs: 'respect', due: [MONDAY], fromTime: '00:00', toTime: '09:00' };
    const { residents, routines } = stateProblem(records({ routines: [dogWalk, lieIn], awayTimes: [{ residentId: 'bob', startsAt: at(700), endsAt: at(760) }] }));
    expect(residents[0]?.unavailable).toEqual([[0, 540], [700, 760]]);
    expect(routines).toEqual([expect.objectContaining({ id: 'dog', protected: true, weight: 3 })]);
    expect(routines[0]?.occurrences).toHaveLength(5);
    expect(residents[0]?.value).toEqual({ walk: 60 });
  });

  it('knows a routine only from the day it began until it ended', () => {
    const { routines } = stateProblem(records({ routines: [{ ...dogWalk, due: ['2026-11-25', '2026-11-26', '2026-11-30'] }] }));
    expect(routines[0]?.occurrences).toEqual([[2 * DAY + 960, 2 * DAY + 1035], [3 * DAY + 960, 3 * DAY + 1035]]);
  });

  it('is worth nothing where a topic is to be avoided, whatever it was worth before, unless it was promised', () => {
    const more = {
      routines: [dogWalk], interests: [{ residentId: 'bob', activityId: 'walk', value: 100 }, { residentId: 'bob', activityId: 'swim', value: 80 }],
      wishes: [{ residentId: 'bob', activityId: 'walk', answer: null }], keptOut: [{ residentId: 'bob', activityId: 'walk' }, { residentId: 'ann', activityId: 'swim' }],
    };
    expect(stateProblem(records(more)).residents[0]?.value).toEqual({ swim: 80 });
    const promise = { id: 'p', residentId: 'bob', activityId: 'walk', dueOn: '2026-11-27', owed: true, misses: 0, sessionId: null };
    expect(stateProblem(records({ ...more, promises: [promise] })).residents[0]?.value).toEqual({ walk: 100, swim: 80 });
  });

  it('owes promises by their day, the overdue ones all week, and those that missed before most', () => {
    const promise = { residentId: 'bob', activityId: 'swim', owed: true, misses: 0, sessionId: null };
    const { promises, residents } = stateProblem(records({
      promises: [
        { ...promise, id: 'thursday', dueOn: '2026-11-26' },
        { ...promise, id: 'overdue', dueOn: '2026-11-13', misses: 1 },
        { ...promise, id: 'later', dueOn: '2026-12-13' },
        { ...promise, id: 'kept', dueOn: '2026-11-26', owed: false },
        { ...promise, id: 'held elsewhere', dueOn: '2026-12-03', sessionId: 'next week' },
        { ...promise, id: 'words alone', dueOn: '2026-11-26', activityId: null },
      ],
    }));
    expect(promises).toEqual([
      { id: 'thursday', resident: 'bob', activities: ['swim'], from: 0, to: 4 * DAY, weight: 2 },
      { id: 'overdue', resident: 'bob', activities: ['swim'], from: 0, to: 7 * DAY, weight: 3 },
      { id: 'later', resident: 'bob', activities: ['swim'], from: 0, to: 7 * DAY, weight: 1 },
    ]);
    expect(residents[0]?.value).toEqual({ swim: 60 });
  });

  it('owes a day of a standing promise on that day, and one of another week not at all', () => {
    const promise = { residentId: 'bob', activityId: 'swim', owed: true, misses: 0, sessionId: null, standingId: 'every Thursday' };
    const { promises } = stateProblem(records({ promises: [{ ...promise, id: 'thursday', dueOn: '2026-11-26' }, { ...promise, id: 'a week later', dueOn: '2026-12-03' }, { ...promise, id: 'missed', dueOn: '2026-11-19' }] }));
    expect(promises.map(({ id, from, to }) => [id, from, to])).toEqual([['thursday', 3 * DAY, 4 * DAY], ['missed', 0, 7 * DAY]]);
  });

  it('goes round sessions that have begun, and counts what they used up', () => {
    const session = { id: 's1', activityId: 'swim', startsAt: at(DAY + 600), endsAt: at(DAY + 700) };
    const later = { id: 's2', activityId: 'walk', startsAt: at(3 * DAY + 600), endsAt: at(3 * DAY + 655) };
    const booking = { sessionId: 's1', residentId: null, staffId: null, vehicleId: null, roomId: null, driverId: null };
    const problem = stateProblem(records({
      now: at(DAY + 630),
      vehicles: [van], shifts: [{ staffId: 'ada', startsAt: at(DAY + 450), endsAt: at(DAY + 870), breakMinutes: 0 }],
      sessions: [later, session],
      bookings: [
        { ...booking, role: 'resident', residentId: 'bob' }, { ...booking, role: 'driver', staffId: 'ada' },
        { ...booking, role: 'vehicle', vehicleId: 'van', driverId: 'ada' }, { ...booking, sessionId: 's2', role: 'resident', residentId: 'bob' },
      ],
    }));
    expect(problem.residents[0]).toMatchObject({ unavailable: [[DAY + 600, DAY + 700]], target: 4, budget: 1400 });
    expect(problem.staff[0]?.shifts).toEqual([[DAY + 450, DAY + 600], [DAY + 700, DAY + 870]]);
    expect(problem.vehicles[0]?.available[1]).toEqual([DAY + 480, DAY + 600]);
    expect(problem.activities[1]?.maxSessions).toBe(1);
    expect(problem.published).toEqual([{ activity: 'walk', start: 3 * DAY + 600, room: null, vehicles: [], staff: [], residents: ['bob'] }]);
  });

  it('leaves out who does not live there now', () => {
    expect(stateProblem(records({ residents: [bob, { ...bob, id: 'eve', status: 'in hospital' }] })).residents.map(({ id }) => id)).toEqual(['bob']);
  });

  // Clocks go back at 02:00 on Sunday 25 October 2026, and forward at 01:00 on Sunday 28 March 2027.
  it.each(['2026-10-19', '2027-03-22'])('counts by the clock on the wall in the week of %s, whose Sunday has not 24 hours', (monday) => {
    const here = (minute: number) => at(minute, monday);
    const problem = stateProblem(records({
      weekStarts: monday, now: here(-DAY),
      shifts: [{ staffId: 'ada', startsAt: here(5 * DAY + 1245), endsAt: here(6 * DAY + 465), breakMinutes: 0 }, { staffId: 'ada', startsAt: here(6 * DAY + 840), endsAt: here(6 * DAY + 1260), breakMinutes: 0 }],
      sessions: [{ id: 's', activityId: 'walk', startsAt: here(6 * DAY + 960), endsAt: here(6 * DAY + 1015) }],
    }));
    expect(problem.staff[0]?.shifts).toEqual([[5 * DAY + 1245, 6 * DAY + 465], [6 * DAY + 840, 6 * DAY + 1260]]);
    expect(problem.published[0]?.start).toBe(6 * DAY + 960);
    expect(problem.activities[0]?.windows.at(-1)).toEqual([6 * DAY + 540, 6 * DAY + 1050]);
  });
});

describe('what an activity is worth', () => {
  const valueOf = (more: Partial<WeekRecords>) => stateProblem(records(more)).residents[0]?.value;
  const interests = [{ residentId: 'bob', activityId: 'walk', value: 70 }];
  const serving = (importance: number | null, activityId = 'walk') => ({ residentId: 'bob', activityId, importance });
  const chosen = [{ residentId: 'bob', activityId: 'walk' }];

  it('is more where it serves an outcome, by how important that is, and more again where wish-minutes were chosen for it', () => {
    expect(valueOf({ interests })).toEqual({ walk: 70 });
    expect(valueOf({ interests, serving: [], chosen: [] })).toEqual({ walk: 70 });
    expect([10, 3, null].map((importance) => valueOf({ interests, serving: [serving(importance)] })?.['walk'])).toEqual([90, 76, 80]);
    expect(valueOf({ interests, serving: [serving(3), serving(8)] })).toEqual({ walk: 86 });
    expect(valueOf({ interests, chosen })).toEqual({ walk: 95 });
    expect(valueOf({ interests, serving: [serving(10)], chosen })).toEqual({ walk: 100 });
    expect(valueOf({ serving: [serving(null, 'swim')] })).toEqual({ swim: 60 });
    expect(valueOf({ interests, serving: [{ ...serving(10), residentId: 'ann' }, serving(10, 'gone')] })).toEqual({ walk: 70 });
    expect(valueOf({ interests, chosen, keptOut: chosen })).toEqual({});
  });

  it('is never above 100 and never less for serving an outcome, whatever the numbers', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), fc.array(fc.option(fc.integer({ min: -5, max: 20 }), { nil: null }), { maxLength: 4 }), fc.boolean(), (value, importances, isChosen) => {
      const own = [{ residentId: 'bob', activityId: 'walk', value }];
      const worth = valueOf({ interests: own, serving: importances.map((importance) => serving(importance)), chosen: isChosen ? chosen : [] })?.['walk'] ?? -1;
      expect(worth).toBeGreaterThanOrEqual(value);
      expect(worth).toBeLessThanOrEqual(100);
    }));
  });
});
