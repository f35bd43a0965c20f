import { describe, expect, it } from '@jest/globals';
import { plainNames } from '@promenade/planner/names';
import type { Problem, Session } from '@promenade/planner/problem';
import { comparePlans } from './compare.ts';

const resident = {
  wheelchair: false, supportIn: { staff: 1, residents: 4 }, supportOut: { staff: 1, residents: 1 }, unavailable: [], target: 1, maxPerDay: 2, budget: null,
  value: { choir: 50, quiz: 30 }, preferredStaff: [], declinedStaff: [], avoids: [],
};
const activity = { duration: 60, travel: 0, setting: 'home' as const, group: { min: 1, max: 8 }, skills: {}, baseStaff: 1, rooms: ['lounge'], transport: null, driverSupports: true, windows: [[600, 1020]] as const, cost: 0, maxSessions: 5 };
const problem: Problem = {
  format: 'promenade-plan/1', id: 'w', startDate: '2026-11-23', days: 7, grid: 15, rooms: [{ id: 'lounge', capacity: 10, available: [[480, 1200]] }], vehicles: [], staff: [{ id: 'ada', shifts: [[480, 1200]], breaks: [], skills: [], licences: [] }], floorCover: [],
  residents: [{ id: 'bob', ...resident }, { id: 'dot', ...resident }], activities: [{ id: 'choir', ...activity }, { id: 'quiz', ...activity }],
  promises: [{ id: 'p', resident: 'dot', activities: ['choir'], from: 0, to: 10080, weight: 2 }], routines: [], published: [],
};
const choir: Session = { activity: 'choir', start: 600, room: 'lounge', vehicles: [], staff: ['ada'], residents: ['bob'] };
const week = { problem, names: plainNames(problem), begun: [] };

describe('two plans beside each other', () => {
  const a = [choir, { ...choir, activity: 'quiz', start: 720 }];
  const b = [{ ...choir, start: 660, residents: ['bob', 'dot'] }, { ...choir, activity: 'quiz', start: 720 }];
  const compared = comparePlans(week, a, b);

  it('say which promises only one of them keeps, and who has nothing in each', () => {
    expect(compared.onlyKept).toEqual([[], ['dot (choir)']]);
    expect(compared.nothing).toEqual([['dot'], []]);
    expect(compared.outlooks.map(({ promises }) => promises[0])).toEqual([0, 1]);
    expect(compared.outlooks.map(({ parts }) => parts.promises)).toEqual([0, 2000]);
  });

  it('differ by session and by person, in plain words', () => {
    expect(compared.sessions).toEqual([{ what: 'choir', a: 'Mon 10:00, lounge; with ada; for bob', b: 'Mon 11:00, lounge; with ada; for bob and dot' }]);
    expect(compared.people).toEqual([{ what: 'bob', a: 'choir, Mon 10:00', b: 'choir, Mon 11:00' }, { what: 'dot', a: null, b: 'choir, Mon 11:00' }]);
    expect(compared.same).toBe(1);
  });

  it('have nothing to say when they are the same', () => {
    expect(comparePlans(week, a, a)).toMatchObject({ sessions: [], people: [], onlyKept: [[], []], same: 2 });
  });
});
