import { mapleHouse, planned, singing } from './examples/maple-house.ts';
import { Malformed, readPlan, readProblem } from './problem.ts';

/** The home as JSON, with the value at a path such as 'residents.0.target' changed. */
function homeWith(path: string, value: unknown): unknown {
  const home: unknown = JSON.parse(JSON.stringify(mapleHouse()));
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], home) as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return home;
}

describe('a problem that has its shape', () => {
  it('is read as it stands', () => {
    expect(readProblem(JSON.parse(JSON.stringify(mapleHouse())))).toEqual(mapleHouse());
  });

  it('may say more than we know, and leave weights out', () => {
    expect(() => readProblem({ ...mapleHouse(), story: 'A small home.', weights: { staff: 3 } })).not.toThrow();
  });
});

describe('a problem that has not', () => {
  it.each([
    ['format', 'promenade-plan/2', 'format must be "promenade-plan/1", but is "promenade-plan/2"'],
    ['startDate', '2025-02-30', 'startDate must be a day written YYYY-MM-DD, but is "2025-02-30"'],
    ['days', 0, 'days must be a whole number, no less than 1, but is 0'],
    ['grid', 7.5, 'grid must be a whole number, no less than 1, but is 7.5'],
    ['rooms', {}, 'rooms must be a list, but is {}'],
    ['staff.1.id', 'ada', 'staff[1].id is "ada", which staff[0] has already'],
    ['staff.0.shifts.0', [960, 480], 'staff[0].shifts[0] must be two whole numbers, [from, to], the first smaller, but is [960,480]'],
    ['staff.0.shifts.0', [480, 480], 'staff[0].shifts[0] must be two whole numbers, [from, to], the first smaller, but is [480,480]'],
    ['vehicles.0.licence', 'C', 'vehicles[0].licence must be "B" or "D1", but is "C"'],
    ['residents.0.supportIn.residents', 0, 'residents[0].supportIn.residents must be a whole number, no less than 1, but is 0'],
    ['residents.0.value.singing', 101, 'residents[0].value.singing must be a whole number, no less than 0, no more than 100, but is 101'],
    ['residents.0.wheelchair', undefined, 'residents[0].wheelchair is missing; it must be true or false'],
    ['residents.0.avoids', ['zoe'], 'residents[0].avoids names the resident "zoe", which is not listed'],
    ['residents.0.value', { chess: 4 }, 'residents[0].value names the activity "chess", which is not listed'],
    ['activities.0.rooms', ['attic'], 'activities[0].rooms names the room "attic", which is not listed'],
    ['promises.0.resident', 'zoe', 'promises[0].resident names the resident "zoe", which is not listed'],
    ['routines.0.activity', 'chess', 'routines[0].activity names the activity "chess", which is not listed'],
    ['weights', { staff: -1 }, 'weights.staff must be a whole number, no less than 0, but is -1'],
  ])('says so: %s %j', (path, value, message) => {
    expect(() => readProblem(homeWith(path, value))).toThrow(new Malformed(message));
  });

  it.each([null, 7, 'home', []])('says so of the whole file when it is %j', (value) => {
    expect(() => readProblem(value)).toThrow(/^the whole file must be an object/);
  });
});

describe('a plan', () => {
  it('is read for the problem it is for', () => {
    expect(readPlan(planned(singing()), mapleHouse())).toEqual(planned(singing()));
  });

  it('for another problem is refused', () => {
    expect(() => readPlan({ instance: 'oak-house', sessions: [] }, mapleHouse())).toThrow('instance must be "maple-house", the problem it is for, but is "oak-house"');
  });

  it('with a driver missing is refused', () => {
    const plan = { instance: 'maple-house', sessions: [{ ...singing(), vehicles: [{ vehicle: 'bus' }] }] };
    expect(() => readPlan(plan, mapleHouse())).toThrow('sessions[0].vehicles[0].driver is missing; it must be a text that is not empty');
  });
});
