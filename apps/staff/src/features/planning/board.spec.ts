import { describe, expect, it } from '@jest/globals';
import type { Problem, Session } from '@promenade/planner/problem';
import { type Board, findingsIn, outlookOf, shownSessions, tellings, weekOf } from './board.ts';
import { fitSession } from './fit.ts';
import { hoursOf, lanesOf, wantedLanes, wantedSessions } from './lanes.ts';

const resident = {
  wheelchair: false, supportIn: { staff: 1, residents: 4 }, supportOut: { staff: 1, residents: 1 }, unavailable: [], target: 2, maxPerDay: 2, budget: null,
  value: { choir: 50 }, preferredStaff: [], declinedStaff: [], avoids: [],
};
const staff = { shifts: [[480, 1080], [1920, 2520]] as const, breaks: [], skills: [], licences: [] };
const problem: Problem = {
  format: 'promenade-plan/1', id: 'week-2026-11-23', startDate: '2026-11-23', days: 7, grid: 15,
  rooms: [{ id: 'lounge', capacity: 10, available: [[480, 1200], [1920, 2640]] }],
  vehicles: [],
  staff: [{ id: 'ada', ...staff }, { id: 'sam', ...staff, shifts: [[480, 1080]] }],
  floorCover: [],
  residents: [{ id: 'bob', ...resident }, { id: 'dot', ...resident }],
  activities: [{ id: 'choir', duration: 60, travel: 0, setting: 'home', group: { min: 1, max: 8 }, skills: {}, baseStaff: 1, rooms: ['lounge'], transport: null, driverSupports: true, windows: [[600, 1020], [2040, 2460]], cost: 0, maxSessions: 5 }],
  promises: [{ id: 'p', resident: 'dot', activities: ['choir'], from: 0, to: 10080, weight: 2 }],
  routines: [],
  published: [],
};
const choir: Session = { activity: 'choir', start: 600, room: 'lounge', vehicles: [], staff: ['sam'], residents: ['bob'] };

function boardWith(sessions: readonly Session[], more: Partial<Board> = {}, published: readonly Session[] = []): Board {
  return {
    plan: { id: 'plan', weekStarts: '2026-11-23', name: '', status: 'draft', version: 3, pinned: [0], score: null, basedOn: null, createdByName: null, publishedByName: null, publishedAt: null, sessions, search: null },
    problem: { ...problem, published },
    called: { residents: [{ id: 'bob', name: 'Bob', picture: null }, { id: 'dot', name: 'Dot', picture: null }], staff: [{ id: 'ada', name: 'Ada Bell', picture: null }, { id: 'sam', name: 'Sam Cole', picture: null }], activities: [{ id: 'choir', name: 'Choir', picture: null }], rooms: [{ id: 'lounge', name: 'Lounge', picture: null }], vehicles: [] },
    begun: [], findings: [], isBehind: false, changes: [], ...more,
  } as unknown as Board;
}

describe('a week on the board', () => {
  it('shows what it is worth in people’s terms', () => {
    const outlook = outlookOf(weekOf(boardWith([choir]), null));
    expect(outlook).toMatchObject({
      promises: [0, 1], routines: [0, 0], someone: [1, 2], enough: [0, 2], nothingYet: ['Dot'],
      tooLittle: [{ id: 'bob', name: 'Bob', more: 1 }], notKept: [{ id: 'p', name: 'Dot', what: 'Choir' }], parts: { promises: 0, value: 50 },
    });
  });

  it('follows the planner, as long as what it says is newer', () => {
    const live = { version: 4, sessions: [choir, { ...choir, start: 2100 }], pinned: [], score: 9, search: null };
    expect(shownSessions(weekOf(boardWith([choir]), live))).toHaveLength(2);
    expect(shownSessions(weekOf(boardWith([choir]), { ...live, version: 2 }))).toHaveLength(1);
  });

  it('shows a session that has begun once, as the records have it', () => {
    const begun = [{ id: 's', activityId: 'choir', span: [600, 660], room: 'lounge', people: ['ada'], vehicles: [], residents: ['dot'] }];
    const shown = shownSessions(weekOf(boardWith([choir], { begun }), null));
    expect(shown.map(({ at, session }) => [at, session.residents])).toEqual([[null, ['dot']]]);
  });

  it('has a line for each person and thing', () => {
    const week = weekOf(boardWith([choir]), null);
    const shown = shownSessions(week);
    expect(lanesOf(week, shown, 'staff').map(({ name, days }) => [name, days[0]?.length])).toEqual([['Ada Bell', 0], ['Sam Cole', 1]]);
    expect(lanesOf(week, shown, 'rooms')[0]?.days[0]).toHaveLength(1);
  });

  it('finds somebody by name, and those with too little', () => {
    const week = weekOf(boardWith([choir]), null);
    const lanes = lanesOf(week, shownSessions(week), 'people');
    expect(lanes.map(({ name, note, isShort }) => [name, note, isShort])).toEqual([['Bob', '1 more wanted', true], ['Dot', '2 more wanted', true]]);
    expect(wantedLanes(lanes, { name: ' BO', onlyShort: true }).map(({ name }) => name)).toEqual(['Bob']);
    expect(wantedLanes(lanes.map((lane) => ({ ...lane, isShort: lane.name === 'Dot' })), { name: '', onlyShort: true }).map(({ name }) => name)).toEqual(['Dot']);
    expect(wantedSessions(week, shownSessions(week), 'dot')).toEqual([]);
    expect(wantedSessions(week, shownSessions(week), 'sam')).toHaveLength(1);
  });

  it('shows the hours of a day that anything can be held in, and never fewer than a working day', () => {
    const week = weekOf(boardWith([{ ...choir, start: 420 }]), null);
    expect(hoursOf(week, shownSessions(week), 0)).toEqual([420, 1080]);
    expect(hoursOf(week, [], 3)).toEqual([3 * 1440 + 480, 3 * 1440 + 1080]);
  });

  it('draws a lane anew only when something on it has changed', () => {
    const keys = (sessions: readonly Session[]) => lanesOf(weekOf(boardWith(sessions), null), shownSessions(weekOf(boardWith(sessions), null)), 'people').map(({ key }) => key);
    expect(keys([choir])).toEqual(keys([{ ...choir }]));
    const [bob, dot] = keys([choir]);
    const moved = keys([{ ...choir, start: 615 }]);
    expect([moved[0] === bob, moved[1] === dot]).toEqual([false, true]);
  });

  it('says what people will be told', () => {
    const told = [choir, { ...choir, start: 2100 }];
    const week = weekOf(boardWith([{ ...choir, residents: ['bob', 'dot'], staff: ['ada'] }], {}, told), null);
    expect(tellings(week)).toEqual({ stays: 0, lines: [
      { kind: 'changes', title: 'Choir, Mon 10:00', more: 'Dot joins; with Ada Bell now' },
      { kind: 'cancelled', title: 'Choir, Tue 11:00', more: 'with Bob' },
    ] });
  });
});

describe('finding staff and a room', () => {
  it('chooses who is free at that time, for the people who were to go', () => {
    const moved = { ...choir, start: 2100 };
    const week = weekOf(boardWith([moved]), null);
    expect(findingsIn(problem, [moved], week.names).join(' ')).toContain('Sam Cole is not on shift');
    expect(fitSession(problem, [], moved)).toEqual({ ...moved, staff: ['ada'] });
  });

  it('leaves other sessions as they are', () => {
    const other = { ...choir, staff: ['ada'], room: 'lounge', residents: ['dot'] };
    expect(fitSession(problem, [other], choir)).toBeNull();
    expect(fitSession(problem, [other], { ...choir, start: 660 })?.residents).toEqual(['bob']);
  });

  it('finds nothing when it is not held at all then', () => {
    expect(fitSession(problem, [], { ...choir, start: 60 })).toBeNull();
  });
});
