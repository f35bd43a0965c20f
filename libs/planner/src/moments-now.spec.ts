import type { Moment, NoMoment } from './moments-now.ts';
import type { Problem } from './problem.ts';
import { SMALL, anyProblem } from './examples/any.ts';
import { activity, mapleHouse, planned, singing, withOne } from './examples/maple-house.ts';
import { momentsNow } from './moments-now.ts';
import { overlaps } from './span.ts';

const dominoes = activity('dominoes', { rooms: ['lounge', 'study'], windows: [[540, 960]] });
const likes = (problem: Problem, id: string, value: Record<string, number>) => withOne(problem, 'residents', id, { value });
const home = likes(likes({ ...mapleHouse(), activities: [...mapleHouse().activities, dominoes] }, 'percy', { dominoes: 60, singing: 40 }), 'olive', { dominoes: 60 });
const TEN = 600;
const oneFor = (problem: Problem, id: string, minute = TEN, plan = planned(), limits = {}): Moment | NoMoment | undefined => momentsNow(problem, plan, minute, [id], limits)[0];

describe('a moment that is possible now', () => {
  it('is what they like most, with somebody who is at work and a room that is free', () => {
    expect(oneFor(home, 'percy')).toEqual({ resident: 'percy', activity: 'dominoes', room: 'study', staff: ['ben'].map(() => expect.any(String) as string), span: [600, 630], staffUntil: 960, roomUntil: 1200 });
  });

  it('waits for no group, and leaves the room to whoever has it', () => {
    const alone = oneFor(likes(home, 'percy', { singing: 40 }), 'percy');
    expect(alone).toMatchObject({ activity: 'singing' });
    const noStudy = likes(withOne(home, 'activities', 'dominoes', { rooms: ['lounge'] }), 'percy', { dominoes: 60 });
    expect(oneFor(noStudy, 'percy', TEN, planned(singing({ start: 585, residents: ['ruby', 'steven'] })))).toEqual({ resident: 'percy', why: 'not now', until: 645, activity: 'dominoes' });
    expect(oneFor(noStudy, 'percy', TEN, planned(singing({ start: 660, residents: ['ruby', 'steven'] })))).toMatchObject({ room: 'lounge', roomUntil: 660 });
  });

  it('is not with somebody they decline, and takes as many as they need', () => {
    const onlyEve = { ...home, staff: home.staff.filter(({ id }) => id === 'eve'), floorCover: [] };
    expect(oneFor(onlyEve, 'percy')).toEqual({ resident: 'percy', why: 'nobody', until: null });
    expect(oneFor(withOne(home, 'residents', 'percy', { supportIn: { staff: 2, residents: 1 } }), 'percy')).toMatchObject({ staff: [expect.any(String), expect.any(String)] });
    expect(oneFor(withOne({ ...home, floorCover: [{ from: 0, to: 2880, min: 4 }] }, 'residents', 'percy', { supportIn: { staff: 2, residents: 1 } }), 'percy')).toMatchObject({ why: 'nobody' });
  });

  it('says from when somebody can be spared, or they are free', () => {
    expect(oneFor({ ...home, floorCover: [{ from: 480, to: 660, min: 5 }] }, 'percy')).toEqual({ resident: 'percy', why: 'nobody', until: 660 });
    expect(oneFor(home, 'percy', 560)).toEqual({ resident: 'percy', why: 'not free', until: 600 });
    expect(oneFor(home, 'olive', 650)).toEqual({ resident: 'olive', why: 'not free', until: 705 });
    expect(oneFor(home, 'olive', TEN, planned(singing({ start: 585 })))).toEqual({ resident: 'olive', why: 'not free', until: 705 });
  });

  it('is nothing they said no to today, whose kit is missing, or that is not for them', () => {
    expect(oneFor(home, 'percy', TEN, planned(), { saidNo: new Map([['percy', new Set(['dominoes'])]]) })).toMatchObject({ activity: 'singing' });
    expect(oneFor(home, 'percy', TEN, planned(), { without: new Set(['dominoes']) })).toMatchObject({ activity: 'singing' });
    expect(oneFor(likes(home, 'percy', { swimming: 90 }), 'percy')).toEqual({ resident: 'percy', why: 'no likes', until: null });
    expect(oneFor(home, 'percy', 960)).toMatchObject({ why: 'nobody' });
    expect(oneFor(withOne(home, 'activities', 'dominoes', { windows: [] }), 'olive')).toEqual({ resident: 'olive', why: 'not now', until: null });
  });

  it('takes nobody who is away, at work elsewhere, on a break or at home in bed, in any home', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const problem = anyProblem(seed, SMALL);
      const minute = 600 + (seed % 8) * 60;
      for (const found of momentsNow(problem, { instance: problem.id, sessions: [] }, minute, problem.residents.map(({ id }) => id))) {
        if ('why' in found) continue;
        const who = problem.residents.find(({ id }) => id === found.resident)!;
        expect(who.unavailable.some((away) => overlaps(away, found.span))).toBe(false);
        expect(who.value[found.activity]).toBeGreaterThan(0);
        for (const id of found.staff) {
          const person = problem.staff.find((one) => one.id === id)!;
          expect(person.shifts.some(([from, to]) => from <= found.span[0] && found.span[1] <= to)).toBe(true);
          expect(person.breaks.some((pause) => overlaps(pause, found.span))).toBe(false);
          expect(who.declinedStaff).not.toContain(id);
        }
      }
    }
  });
});
