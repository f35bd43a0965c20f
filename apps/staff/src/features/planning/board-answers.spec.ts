import { describe, expect, it } from '@jest/globals';
import type { Problem, Session } from '@promenade/planner/problem';
import { type WorkerAnswer, answerTo, sayWhyNot } from './board-answers.ts';
import type { Board } from './board.ts';

const resident = {
  wheelchair: false, supportIn: { staff: 1, residents: 4 }, supportOut: { staff: 1, residents: 1 }, unavailable: [], target: 1, maxPerDay: 2, budget: null,
  value: { choir: 50 }, preferredStaff: [], declinedStaff: [], avoids: [],
};
const problem: Problem = {
  format: 'promenade-plan/1', id: 'w', startDate: '2026-11-23', days: 7, grid: 15, rooms: [{ id: 'lounge', capacity: 10, available: [[480, 1200]] }], vehicles: [], floorCover: [],
  staff: [{ id: 'ada', shifts: [[480, 780]], breaks: [], skills: [], licences: [] }], residents: [{ id: 'bob', ...resident }, { id: 'dot', ...resident }],
  activities: [{ id: 'choir', duration: 60, travel: 0, setting: 'home', group: { min: 1, max: 8 }, skills: {}, baseStaff: 1, rooms: ['lounge'], transport: null, driverSupports: true, windows: [[600, 1020]], cost: 0, maxSessions: 2 }],
  promises: [{ id: 'p', resident: 'dot', activities: ['choir'], from: 0, to: 10080, weight: 2 }, { id: 'late', resident: 'dot', activities: ['choir'], from: 800, to: 10080, weight: 2 }], routines: [], published: [],
};
const called: Board['called'] = { residents: [{ id: 'bob', name: 'Bob' }, { id: 'dot', name: 'Dot' }], staff: [{ id: 'ada', name: 'Ada Bell' }], activities: [{ id: 'choir', name: 'Choir', picture: null }], rooms: [{ id: 'lounge', name: 'Lounge' }], vehicles: [] };
const choir: Session = { activity: 'choir', start: 600, room: 'lounge', vehicles: [], staff: ['ada'], residents: ['bob'] };
const week = { problem, called, sessions: [choir] };

describe('what the board’s worker says', () => {
  it('is why a promise has no place: there is room, or what it would take', () => {
    expect(sayWhyNot(week, { of: 'promise', id: 'p' })).toMatchObject({ title: 'There is room for it:', ways: [expect.stringContaining('Choir on Mon 10:00'), expect.anything(), expect.anything()] });
    const late = sayWhyNot(week, { of: 'promise', id: 'late' });
    expect(late.ways.join(' ')).toMatch(/Monday between 13/);
    expect(late.ways.length).toBeGreaterThan(0);
    expect(sayWhyNot({ ...week, sessions: [{ ...choir, residents: ['bob', 'dot'] }] }, { of: 'promise', id: 'p' })).toEqual({ title: 'It has a place now.', ways: [] });
  });

  it('is why somebody has too little', () => {
    expect(sayWhyNot(week, { of: 'person', id: 'dot' }).title).toBe('There is room for it:');
  });

  it('is where a session may go, and nothing more of a question that a newer one put aside', async () => {
    const answers: WorkerAnswer[] = [];
    const ask = answerTo((answer) => answers.push(answer));
    const options = (many: number) => Array.from({ length: many }, (_, i) => ({ key: String(i), session: { ...choir, start: 600 + 15 * i } }));
    ask({ kind: 'week', week });
    ask({ kind: 'where', token: 1, at: 0, options: options(40) });
    ask({ kind: 'where', token: 2, at: 0, options: options(20) });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const fits = (token: number) => answers.flatMap((answer) => (answer.kind === 'where' && answer.token === token ? answer.fits : []));
    expect(fits(1)).toHaveLength(12);
    expect(fits(2).map(([, isFit]) => isFit)).toEqual(Array.from({ length: 20 }, (_, i) => i <= 8));
  });
});
