import { fewPlaces, holdPlace, withWish } from './hold.ts';
import type { PlannedSession } from './week.ts';

const swim: PlannedSession = { activity: 'swim', start: 600, room: null, vehicles: [], staff: ['sian'], residents: ['steven'] };

describe('holding a place', () => {
  it('puts a new session beside the others', () => {
    expect(holdPlace([], swim, 'steven', 'swim')).toEqual({ sessions: [swim], joins: null });
  });

  it('adds somebody to the session that it joins, as long as nobody else has come or gone', () => {
    const there = { ...swim, residents: ['gill'] };
    const joined = { ...swim, residents: ['gill', 'steven'] };
    expect(holdPlace([there], joined, 'steven', 'swim')).toEqual({ sessions: [joined], joins: 0 });
    expect(holdPlace([{ ...swim, residents: ['gill', 'bob'] }], joined, 'steven', 'swim')).toBeNull();
  });

  it('is only for the person and the activity that were asked about, and only once', () => {
    expect(holdPlace([], swim, 'bob', 'swim')).toBeNull();
    expect(holdPlace([], swim, 'steven', 'choir')).toBeNull();
    expect(holdPlace([swim], swim, 'steven', 'swim')).toBeNull();
  });
});

describe('asking', () => {
  it('makes an activity worth something to whoever asks, and leaves what it is worth already', () => {
    const problem: { residents: { id: string; value: Record<string, number> }[] } = { residents: [{ id: 'steven', value: {} }, { id: 'bob', value: { swim: 80 } }] };
    expect(withWish(problem, 'steven', 'swim').residents[0]?.value).toEqual({ swim: 50 });
    expect(withWish(problem, 'bob', 'swim')).toEqual(problem);
  });

  it('offers different days before different hours, the soonest first', () => {
    const at = (start: number) => ({ session: { start } });
    expect(fewPlaces([at(2040), at(2055), at(2310), at(4920), at(4935)], 3)).toEqual([at(2040), at(2310), at(4920)]);
    expect(fewPlaces([at(2040), at(2055)], 3)).toEqual([at(2040)]);
  });
});
