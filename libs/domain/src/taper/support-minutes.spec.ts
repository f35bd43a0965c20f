import fc from 'fast-check';
import type { AttendanceLevel } from '../promises/happened.ts';
import { ATTENDANCE_LEVELS } from '../promises/happened.ts';
import { type Day, addDays, mondayOf } from '../shared/time.ts';
import { type Recorded, type RoutineOf, type SessionOf, isSupport, meantIn, receivedIn, weekStretch } from './support-minutes.ts';

const ZONE = 'Europe/London';
const at = (text: string) => new Date(text);
const session = (from: string, to: string, more: Partial<SessionOf> = {}): SessionOf => ({ startsAt: at(from), endsAt: at(to), isBooked: true, notRun: null, entries: [{ id: 'a', correctsId: null, level: 'took part' }], ratio: { staff: 1, residents: 1 }, ...more });
const routine = (day: Day, fromTime: string, toTime: string, more: Partial<RoutineOf> = {}): RoutineOf => ({ day, fromTime, toTime, hasSession: false, support: { minutes: 20, staff: 1 }, entries: [{ id: 'r', correctsId: null, state: 'honoured', reason: null }], ...more });
const inWeek = (monday: Day, recorded: Partial<Recorded>) => receivedIn(ZONE, weekStretch(ZONE, monday), { sessions: [], routines: [], ...recorded });

describe('minutes of support', () => {
  it('count where somebody was there for the person: taking part, joining in, watching, and nothing else', () => {
    expect(ATTENDANCE_LEVELS.filter(isSupport)).toEqual(['took part', 'joined in a little', 'watched']);
  });

  it('are split at midnight between Sunday and Monday', () => {
    const night = session('2026-11-22T22:30:00Z', '2026-11-23T01:00:00Z');
    expect([inWeek('2026-11-16', { sessions: [night] }).minutes, inWeek('2026-11-23', { sessions: [night] }).minutes]).toEqual([90, 60]);
  });

  it('are the minutes that really went by when the clocks change', () => {
    expect([...['2026-10-19', '2026-03-23', '2027-03-22', '2026-11-16'].map((monday) => (weekStretch(ZONE, monday).to.getTime() - weekStretch(ZONE, monday).from.getTime()) / 3_600_000)]).toEqual([169, 167, 167, 168]);
    const night = (day: Day) => inWeek(mondayOf(day), { routines: [routine(day, '00:30', '03:30', { support: { minutes: null, staff: 1 } })] }).minutes;
    expect([night('2026-10-25'), night('2027-03-28'), night('2026-11-22')]).toEqual([240, 120, 180]);
    expect(inWeek('2026-10-19', { sessions: [session('2026-10-25T00:30:00+01:00', '2026-10-25T02:30:00Z')] }).minutes).toBe(180);
  });

  it('are shared, one to one or two to one as the person needed then, and the staff’s minutes are told beside them', () => {
    const sessions = [
      session('2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z', { ratio: { staff: 1, residents: 4 } }),
      session('2026-11-24T10:00:00Z', '2026-11-24T10:30:00Z', { ratio: { staff: 2, residents: 1 } }),
    ];
    expect(inWeek('2026-11-23', { sessions, routines: [routine('2026-11-25', '07:00', '09:00')] })).toEqual({
      minutes: 110, staffMinutes: 95,
      parts: [{ kind: 'one to one', minutes: 20, staffMinutes: 20 }, { kind: 'shared', minutes: 60, staffMinutes: 15 }, { kind: 'two to one', minutes: 30, staffMinutes: 60 }],
    });
  });

  it('count once: what was corrected does not, two who contradict each other do not, a routine with a session of its own counts through that alone', () => {
    const levels = (...said: [string, AttendanceLevel, string | null][]) => inWeek('2026-11-23', { sessions: [session('2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z', { entries: said.map(([id, level, correctsId]) => ({ id, level, correctsId })) })] }).minutes;
    expect(levels(['a', 'declined', null], ['b', 'took part', 'a'])).toBe(60);
    expect(levels(['a', 'took part', null], ['b', 'declined', 'a'])).toBe(0);
    expect(levels(['a', 'took part', null], ['b', 'declined', null])).toBe(0);
    expect(levels(['a', 'took part', null], ['b', 'watched', null])).toBe(60);
    const walk = session('2026-11-23T16:30:00Z', '2026-11-23T17:15:00Z');
    expect(inWeek('2026-11-23', { sessions: [walk], routines: [routine('2026-11-23', '16:30', '17:15', { hasSession: true })] }).minutes).toBe(45);
    expect(inWeek('2026-11-23', { sessions: [walk], routines: [routine('2026-11-23', '16:00', '17:00', { support: { minutes: null, staff: 1 } })] }).minutes).toBe(75);
    expect(inWeek('2026-11-23', { sessions: [session('2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z', { notRun: 'no driver' })] }).minutes).toBe(0);
    expect(inWeek('2026-11-23', { routines: [routine('2026-11-23', '07:00', '09:00', { support: null })] }).minutes).toBe(0);
  });
});

const FIRSTS = ['2026-10-19', '2026-10-26', '2027-03-22', '2027-03-29', '2026-11-16', '2026-12-28'];
const minute = (monday: Day, n: number) => new Date(weekStretch(ZONE, monday).from.getTime() + n * 60_000);
const anyRatio = fc.constantFrom({ staff: 1, residents: 1 }, { staff: 2, residents: 1 }, { staff: 1, residents: 4 }, { staff: 1, residents: 8 });
const clocks = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const anySession = (monday: Day) => fc.record({ from: fc.integer({ min: -300, max: 10_300 }), long: fc.integer({ min: 1, max: 400 }), seconds: fc.integer({ min: 0, max: 59 }), ratio: anyRatio, levels: fc.array(fc.constantFrom(...ATTENDANCE_LEVELS), { maxLength: 3 }), corrects: fc.boolean(), notRun: fc.constantFrom(null, null, null, 'weather'), isBooked: fc.boolean() })
  .map(({ from, long, seconds, ratio, levels, corrects, notRun, isBooked }): SessionOf => ({
    ratio, notRun, isBooked, startsAt: new Date(minute(monday, from).getTime() + seconds * 1000), endsAt: new Date(minute(monday, from + long).getTime() + seconds * 1000),
    entries: levels.map((level, n) => ({ id: String(n), level, correctsId: corrects && n > 0 ? String(n - 1) : null })),
  }));
const anyRoutine = (monday: Day) => fc.record({ day: fc.integer({ min: -1, max: 7 }), from: fc.integer({ min: 0, max: 1300 }), long: fc.integer({ min: 1, max: 139 }), help: fc.constantFrom('none' as const, 'whole' as const, 'some' as const), minutes: fc.integer({ min: 1, max: 90 }), staff: fc.constantFrom(1, 2), hasSession: fc.boolean(), states: fc.array(fc.constantFrom('honoured' as const, 'missed' as const, 'not wanted' as const), { maxLength: 2 }), corrects: fc.boolean() })
  .map(({ day, from, long, help, minutes, staff, hasSession, states, corrects }): RoutineOf => ({
    day: addDays(monday, day), fromTime: clocks(from), toTime: clocks(from + long), hasSession, support: help === 'none' ? null : { minutes: help === 'whole' ? null : minutes, staff },
    entries: states.map((state, n) => ({ id: String(n), state, reason: null, correctsId: corrects && n > 0 ? String(n - 1) : null })),
  }));
const anyWeek = fc.constantFrom(...FIRSTS).chain((monday) => fc.record({ monday: fc.constant(monday), sessions: fc.array(anySession(monday), { maxLength: 8 }), routines: fc.array(anyRoutine(monday), { maxLength: 8 }) }));

const WALL = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
const walls = new Map<Day, { time: number; day: Day; clock: string }[]>();
/** Every minute from the Saturday before a week to the Tuesday after it, with what a clock on the wall shows. */
function minutesAround(monday: Day) {
  const first = Date.parse(`${monday}T00:00:00Z`) - 2 * 86_400_000;
  const all = walls.get(monday) ?? Array.from({ length: 11 * 1440 }, (_, n) => {
    const [day = '', clock = ''] = WALL.format(first + n * 60_000).split(' ');
    return { time: first + n * 60_000, day, clock };
  });
  walls.set(monday, all);
  return all;
}

/** Written apart from the rule: looks at every single minute of the week, by the clock on the wall, and asks whether it was one of support. */
function secondSum(monday: Day, { sessions, routines }: Recorded): number {
  const last = <E extends { id: string; correctsId: string | null }>(entries: readonly E[]) => entries.filter((one) => entries.every((other) => other.correctsId !== one.id));
  const good = ['took part', 'joined in a little', 'watched'];
  const came = sessions.filter((one) => one.notRun === null && last(one.entries).length > 0 && !last(one.entries).some(({ level }) => !good.includes(level)));
  const kept = routines.filter((one) => !one.hasSession && one.support !== null && last(one.entries).length > 0 && !last(one.entries).some(({ state }) => state !== 'honoured'));
  const days = Array.from({ length: 7 }, (_, n) => addDays(monday, n));
  let sum = kept.reduce((so, one) => so + (one.support?.minutes != null && days.includes(one.day) ? one.support.minutes : 0), 0);
  const whole = kept.filter(({ support }) => support?.minutes === null);
  for (const { time, day, clock } of minutesAround(monday)) {
    if (!days.includes(day)) continue;
    const isSession = came.some(({ startsAt, endsAt }) => time >= startsAt.getTime() - (startsAt.getTime() % 60_000) && time < endsAt.getTime() - (endsAt.getTime() % 60_000));
    if (isSession || whole.some((one) => one.day === day && one.fromTime <= clock && clock < one.toTime)) sum += 1;
  }
  return sum;
}

describe('over random weeks', () => {
  // On the nights of the clock changes an hour on the wall comes twice or not at all: a window that begins or ends in it has no one meaning, and is left to the examples above.
  const isPlain = ({ day, fromTime, toTime }: RoutineOf) => !['2026-10-25', '2027-03-28'].includes(day) || [fromTime, toTime].every((time) => time < '01:00' || time >= '02:00');

  it('minutes of support equal a second sum written apart, minute by minute on the wall clock, across midnight and clock changes', () => {
    fc.assert(fc.property(anyWeek, ({ monday, sessions, routines }) => {
      const recorded = { sessions, routines: routines.filter(isPlain) };
      expect(inWeek(monday, recorded).minutes).toBe(secondSum(monday, recorded));
    }), { numRuns: 200 });
  });

  it('the weeks of a year add up to the year: nothing is lost or doubled between them', () => {
    fc.assert(fc.property(anyWeek, ({ monday, sessions, routines }) => {
      const weeks = [-1, 0, 1].map((n) => inWeek(addDays(monday, n * 7), { sessions, routines }));
      const all = receivedIn(ZONE, { from: weekStretch(ZONE, addDays(monday, -7)).from, to: weekStretch(ZONE, addDays(monday, 7)).to }, { sessions, routines });
      expect(weeks.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(all.minutes);
      expect(all.parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(all.minutes);
      expect(weeks.reduce((sum, { staffMinutes }) => sum + staffMinutes, 0)).toBeCloseTo(all.staffMinutes, 6);
    }));
  });

  it('what was planned is what was real and every reason why not, to the minute', () => {
    fc.assert(fc.property(anyWeek, ({ monday, sessions, routines }) => {
      const meant = meantIn(ZONE, weekStretch(ZONE, monday), { sessions, routines }, at('2028-01-01T00:00:00Z'));
      expect(meant.real + meant.reasons.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(meant.planned);
      expect(meant.recorded).toBeLessThanOrEqual(meant.things);
      expect(meantIn(ZONE, weekStretch(ZONE, monday), { sessions, routines }, at('2026-01-01T00:00:00Z')).planned).toBe(0);
    }));
  });
});
