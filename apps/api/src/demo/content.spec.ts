import { activities } from './activities.ts';
import type { ShiftCode, StaffContent, Weekday } from './content.ts';
import { floorCover, rooms, shiftTimes, vehicles } from './house.ts';
import { past } from './past.ts';
import { demoPeople } from './people.ts';
import { residents } from './residents.ts';
import { staff } from './staff.ts';
import { teaTask } from './tea-task.ts';
import { venues } from './venues.ts';

const keysOf = (things: readonly { readonly key: string }[]) => new Set(things.map((thing) => thing.key));
const activityKeys = keysOf(activities);
const venueKeys = keysOf(venues);
const roomKeys = keysOf(rooms);
const staffKeys = keysOf(staff);
const careKeys = keysOf(staff.filter(({ care }) => care));
const residentKeys = keysOf(residents);
const promiseKeys = keysOf(past);

const missing = (wanted: readonly (string | null | undefined)[], known: Set<string>) =>
  wanted.filter((key) => key !== null && key !== undefined && !known.has(key));

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** When a shift lies in its day, for shifts that end on the day they began. */
function dayShift(code: ShiftCode): { from: number; to: number } | null {
  if (code === '-' || code === 'N') return null;
  if (code === 'E' || code === 'L' || code === 'LD') {
    return { from: minuteOf(shiftTimes[code].from), to: minuteOf(shiftTimes[code].to) };
  }
  const [from = '', to = ''] = code.split('-');
  return { from: minuteOf(from), to: minuteOf(to) };
}

function isHere(person: StaffContent, week: 0 | 1, day: Weekday, minute: number): boolean {
  const code = person.shiftPattern[week][day - 1] ?? '-';
  const shift = dayShift(code);
  if (shift === null || minute < shift.from || minute >= shift.to) return false;
  const breakFrom = code === 'LD' ? minuteOf(person.longDayBreakFrom ?? '13:00') : null;
  return breakFrom === null || minute < breakFrom || minute >= breakFrom + shiftTimes.LD.breakMinutes;
}

const onTheFloor = (week: 0 | 1, day: Weekday, minute: number) =>
  staff.filter((person) => person.care && isHere(person, week, day, minute));

const quarters = (from: string, to: string) =>
  Array.from({ length: (minuteOf(to) - minuteOf(from)) / 15 }, (_, n) => minuteOf(from) + 15 * n);

const WEEKS = [0, 1] as const;
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

describe('Chestnut House', () => {
  it('has its people, places and things in the numbers told', () => {
    expect({
      residents: residents.length, staff: staff.length, vehicles: vehicles.length,
      rooms: rooms.length, activities: activities.length, venues: venues.length,
    }).toEqual({ residents: 24, staff: 25, vehicles: 2, rooms: 6, activities: 25, venues: 10 });
  });

  it('gives no two things of a kind the same key', () => {
    for (const things of [residents, staff, vehicles, rooms, activities, venues, past, demoPeople]) {
      expect(keysOf(things).size).toBe(things.length);
    }
  });

  it('lets only rooms 8 and 12 stand against two names', () => {
    const shared = new Set(residents.map(({ room }) => room).filter((room, at, all) => all.indexOf(room) !== at));
    expect([...shared].sort()).toEqual(['12', '8']);
  });

  it('sends mail to nowhere but example.org', () => {
    const mails = [...demoPeople, ...residents.flatMap(({ supporters }) => supporters)].map(({ email }) => email);
    expect(mails.filter((mail) => mail !== null && !/^[a-z0-9.-]+@example\.org$/.test(mail))).toEqual([]);
  });

  it('rings only numbers set aside for fiction', () => {
    expect(venues.filter(({ phone }) => !/^01632 960\d{3}$/.test(phone))).toEqual([]);
  });
});

describe('what refers to something else', () => {
  it('finds the venue and the rooms of every activity', () => {
    expect(missing(activities.map(({ venue }) => venue), venueKeys)).toEqual([]);
    expect(missing(activities.flatMap((activity) => activity.rooms), roomKeys)).toEqual([]);
  });

  it('finds every activity, person and fact that a resident names', () => {
    for (const resident of residents) {
      const links = [...resident.routines, ...resident.wishes];
      expect(missing([...links, ...resident.interests].map(({ activity }) => activity), activityKeys)).toEqual([]);
      expect(missing([...resident.likesStaff, ...resident.declinesStaff, resident.namedWorker], careKeys)).toEqual([]);
      expect(missing(resident.avoids, residentKeys)).toEqual([]);
      expect(links.filter(({ fact }) => fact !== undefined && resident.lifeFacts[fact] === undefined)).toEqual([]);
    }
  });

  it('finds the people and activities of every promise, and the promise that follows a miss', () => {
    expect(missing(past.map(({ resident }) => resident), residentKeys)).toEqual([]);
    expect(missing(past.map(({ activity }) => activity), activityKeys)).toEqual([]);
    expect(missing(past.map(({ madeBy }) => madeBy), staffKeys)).toEqual([]);
    for (const { end } of past) {
      if (end?.how === 'not kept') expect(staffKeys).toContain(end.answers);
      if (end && 'newDate' in end && end.newDate && 'again' in end.newDate) expect(promiseKeys).toContain(end.newDate.again);
    }
  });

  it('finds whoever signs in among the staff or the supporters', () => {
    for (const { as, name } of demoPeople) {
      if ('staff' in as) {
        const person = staff.find(({ key }) => key === as.staff);
        expect(`${person?.givenName} ${person?.familyName}`).toBe(name);
      } else {
        const resident = residents.find(({ key }) => key === as.supporterOf);
        expect(resident?.supporters.map((supporter) => supporter.name)).toContain(name);
      }
    }
  });

  it('finds Peggy and her tea', () => {
    expect(residentKeys).toContain(teaTask.resident);
    expect(activityKeys).toContain(teaTask.activity);
    expect(teaTask.history.map(({ daysAgo }) => daysAgo)).toEqual(
      teaTask.history.map(({ daysAgo }) => daysAgo).sort((a, b) => b - a),
    );
  });
});

describe('an activity', () => {
  it.each(activities)('$key tells a new carer how, in at least five steps and for four ways of joining', (activity) => {
    expect(activity.steps.length).toBeGreaterThanOrEqual(5);
    expect(activity.steps.length).toBeLessThanOrEqual(8);
    expect(Object.values(activity.adapt).filter((words) => words.length > 20)).toHaveLength(4);
    expect(activity.groupMin).toBeLessThanOrEqual(activity.groupMax);
  });

  it.each(activities)('$key has somewhere to be', (activity) => {
    if (activity.setting === 'home') expect(activity.rooms.length > 0 || activity.atBedside).toBe(true);
    else expect([activity.rooms, activity.transport === null]).toEqual([[], false]);
  });

  it('lasts whole quarters of an hour, but for a cup of tea', () => {
    expect(activities.filter(({ minutes }) => minutes % 15 !== 0).map(({ key }) => key)).toEqual(['make-tea']);
  });

  it('fits inside each of its own hours, and an outing inside those of its venue', () => {
    for (const { key, hours, minutes, venue } of activities) {
      for (const { days, from, to } of hours) {
        expect([key, minuteOf(to) - minuteOf(from) >= minutes]).toEqual([key, true]);
        const place = venues.find((candidate) => candidate.key === venue);
        const closed = days.filter(
          (day) => place && !place.hours.some((open) => open.days.includes(day) && open.from <= from && open.to >= to),
        );
        expect([key, closed]).toEqual([key, []]);
      }
    }
  });

  it('has at least as many residents who want it as it needs', () => {
    const tooFew = activities.filter(
      ({ key, groupMin }) => residents.filter(({ interests }) => interests.some(({ activity }) => activity === key)).length < groupMin,
    );
    expect(tooFew).toEqual([]);
  });

  it('asks for skills that enough of the staff have', () => {
    for (const { key, skills } of activities) {
      for (const [skill, count] of Object.entries(skills)) {
        expect([key, staff.filter((person) => person.care && person.skills.includes(skill)).length >= count]).toEqual([key, true]);
      }
    }
  });
});

describe('a routine that needs a session', () => {
  it('leaves room for it, on days and at hours when it is done', () => {
    for (const { key, routines } of residents) {
      for (const routine of routines.filter(({ needs }) => needs === 'session')) {
        const activity = activities.find((candidate) => candidate.key === routine.activity);
        const travel = 2 * (venues.find((venue) => venue.key === activity?.venue)?.driveMinutes ?? 0);
        const room = minuteOf(routine.to) - minuteOf(routine.from);
        expect([key, activity !== undefined && room >= activity.minutes + travel]).toEqual([key, true]);
        const idle = routine.days.filter(
          (day) => !activity?.hours.some((open) => open.days.includes(day) && open.from < routine.to && open.to > routine.from),
        );
        expect([key, idle]).toEqual([key, []]);
      }
    }
  });
});

describe('the rota', () => {
  it('can drive the minibus and the Berlingo, and has hands for the hoist and the water', () => {
    const among = (test: (person: StaffContent) => boolean) => staff.filter((person) => person.care && test(person)).length;
    expect(among(({ licences }) => licences.includes('D1'))).toBeGreaterThanOrEqual(2);
    expect(among(({ licences }) => licences.includes('B'))).toBeGreaterThanOrEqual(4);
    expect(among(({ skills }) => skills.includes('hoist'))).toBeGreaterThanOrEqual(3);
    expect(among(({ skills }) => skills.includes('pool'))).toBeGreaterThanOrEqual(3);
  });

  it('has seven care staff by day and six in the evening on every weekday, two of them perhaps at their break', () => {
    for (const week of WEEKS) {
      for (const day of DAYS.slice(0, 5)) {
        for (const minute of quarters('09:00', '20:00')) {
          const onShift = staff.filter((person) => {
            const shift = dayShift(person.shiftPattern[week][day - 1] ?? '-');
            return person.care && shift !== null && minute >= shift.from && minute < shift.to;
          }).length;
          expect([week, day, minute, onShift >= (minute < minuteOf('17:00') ? 7 : 6)]).toEqual([week, day, minute, true]);
        }
      }
    }
  });

  it('can send two out with a driver between ten and four on any weekday without leaving the floor short', () => {
    for (const week of WEEKS) {
      for (const day of DAYS.slice(0, 5)) {
        const free = quarters('10:00', '16:00').map((minute) => {
          const must = floorCover.filter((cover) => cover.days.includes(day) && minuteOf(cover.from) <= minute && minute < minuteOf(cover.to));
          return onTheFloor(week, day, minute).length - Math.max(0, ...must.map(({ min }) => min));
        });
        expect([week, day, Math.min(...free) >= 3]).toEqual([week, day, true]);
      }
    }
  });

  it('always leaves floor cover, every day of both weeks', () => {
    const short = WEEKS.flatMap((week) =>
      DAYS.flatMap((day) =>
        floorCover
          .filter(({ days }) => days.includes(day))
          .flatMap(({ from, to, min }) => quarters(from, to).filter((minute) => onTheFloor(week, day, minute).length < min))
          .map((minute) => ({ week, day, minute })),
      ),
    );
    expect(short).toEqual([]);
  });

  it('has two through every night', () => {
    const perNight = WEEKS.flatMap((week) => DAYS.map((day) => staff.filter((person) => person.shiftPattern[week][day - 1] === 'N').length));
    expect(perNight.filter((people) => people < 2)).toEqual([]);
  });

  it('has somebody who can drive the Berlingo on Sunday mornings', () => {
    for (const week of WEEKS) {
      const drivers = onTheFloor(week, 7, minuteOf('10:30')).filter(({ licences }) => licences.includes('B'));
      expect(drivers.length).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('the past three weeks', () => {
  it('were promised before they were due, and within the three weeks', () => {
    for (const promise of past) {
      expect(promise.madeDaysAgo).toBeLessThanOrEqual(21);
      if ('dueDaysAgo' in promise) expect(promise.madeDaysAgo).toBeGreaterThanOrEqual(promise.dueDaysAgo);
    }
  });

  it('put each new date after the one missed', () => {
    const dueIn = (promise: (typeof past)[number]) => ('dueInDays' in promise ? promise.dueInDays : -promise.dueDaysAgo);
    for (const promise of past) {
      const { end } = promise;
      if (!end || !('newDate' in end) || !end.newDate || !('again' in end.newDate)) continue;
      const { again } = end.newDate;
      const next = past.find(({ key }) => key === again);
      expect(next && dueIn(next) > dueIn(promise) && next.resident === promise.resident).toBe(true);
    }
  });

  it('hold promises kept, half kept, not kept, released, still to come, and one that nobody has explained', () => {
    const endings = past.map((promise) => promise.end?.how ?? ('dueInDays' in promise ? 'to come' : 'unexplained'));
    expect(new Set(endings)).toEqual(new Set(['kept', 'partly', 'not kept', 'released', 'to come', 'unexplained']));
    expect(endings.filter((ending) => ending === 'unexplained')).toHaveLength(1);
  });
});
