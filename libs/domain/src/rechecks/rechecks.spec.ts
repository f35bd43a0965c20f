import type { ChangedFact } from '../changes/changed-fact.ts';
import { whatHolds } from '../changes/changed-fact.ts';
import { causeOf } from './broken.ts';
import { type Planner, sayActing, whoMustAct } from './who-acts.ts';
import { whyMended } from './why.ts';

const at = (text: string) => new Date(`2026-11-24T${text}:00Z`);
const hours = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });

describe('who must act', () => {
  const planner = (name: string, role: Planner['role'], ...atWork: Planner['atWork']): Planner => ({ staffId: name.toLowerCase(), name, role, atWork });
  const sam = planner('Sam', 'manager', hours('09:00', '17:00'));
  const ruth = planner('Ruth', 'coordinator', hours('08:00', '16:00'));
  const who = (planners: Planner[], now: string) => {
    const acting = whoMustAct(planners, at(now), at('14:00'));
    return acting && sayActing(acting);
  };

  it('is the coordinator on duty, then a manager on duty', () => {
    expect(who([sam, ruth], '09:30')).toBe('Ruth, on duty now');
    expect(who([sam], '09:30')).toBe('Sam, on duty now');
  });

  it('is at seven in the morning the first to come before the session begins, a coordinator before a manager', () => {
    expect(who([sam, ruth], '07:00')).toBe('Ruth, on duty before it begins');
    expect(who([sam, planner('Ada', 'coordinator')], '07:00')).toBe('Sam, on duty before it begins');
  });

  it('is the manager when nobody who plans is there in time, and whoever plans where there is none', () => {
    expect(who([planner('Sam', 'manager'), planner('Ada', 'coordinator')], '07:00')).toBe('Sam, as the manager');
    expect(who([planner('Ada', 'coordinator', hours('15:00', '20:00'))], '07:00')).toBe('Ada, who plans here');
    expect(who([], '07:00')).toBeNull();
  });
});

describe('the change that broke a session', () => {
  const change = (id: string, more: Partial<ChangedFact>): ChangedFact => ({
    id, kind: 'staff off', staffId: null, residentId: null, vehicleId: null, startsAt: at('00:00'), endsAt: at('23:00'), words: id, undoesId: null, recordedByName: 'Ada', recordedAt: at('07:00'), ...more,
  });
  const broken = { ...hours('10:00', '12:00'), ids: ['gwen'], people: ['gwen', 'bus', 'bob'], isCover: false };
  const cause = (changes: ChangedFact[], more: Partial<typeof broken> = {}) => causeOf({ ...broken, ...more }, changes, at('06:00'))?.id ?? null;

  it('is the latest about somebody it names, else about somebody who is in it', () => {
    const [early, late, bus] = [change('early', { staffId: 'gwen' }), change('late', { staffId: 'gwen', recordedAt: at('07:30') }), change('bus', { kind: 'vehicle off', vehicleId: 'bus', recordedAt: at('08:00') })];
    expect(cause([early, late, bus])).toBe('late');
    expect(cause([bus])).toBe('bus');
  });

  it('is none that was said before the week was published, is over by then, or was taken back', () => {
    expect(cause([change('old', { staffId: 'gwen', recordedAt: at('05:00') })])).toBeNull();
    expect(cause([change('over', { staffId: 'gwen', endsAt: at('10:00') })])).toBeNull();
    expect(cause([change('off', { staffId: 'gwen' }), change('back', { kind: 'staff back', staffId: 'gwen', undoesId: 'off' })])).toBeNull();
    expect(cause([change('open', { staffId: 'gwen', endsAt: null })])).toBe('open');
  });

  it('may be anybody’s absence where too few stay behind', () => {
    expect(cause([change('tom', { staffId: 'tom' })])).toBeNull();
    expect(cause([change('tom', { staffId: 'tom' })], { isCover: true })).toBe('tom');
  });
});

describe('why, in words for each', () => {
  const called = { isDriver: (id: string) => id === 'gwen', staff: (id: string) => ({ gwen: 'Gwen Lloyd', tom: 'Tom Field' })[id] ?? id, resident: () => 'Bob', vehicle: () => 'the minibus' };
  const cause = (kind: ChangedFact['kind'], more: Partial<ChangedFact> = {}) => ({ kind, staffId: null, residentId: null, vehicleId: null, ...more });

  it('names a colleague to staff, and only what they were to do to a family', () => {
    const why = whyMended([cause('staff off', { staffId: 'gwen' }), cause('vehicle off', { vehicleId: 'bus' })], called);
    expect([why.staff, why.of('bob'), why.about]).toEqual(['Gwen Lloyd is off and the minibus is off the road', 'a driver is off and the minibus is off the road', ['gwen']]);
    expect(whyMended([cause('staff off', { staffId: 'tom' })], called).of('bob')).toBe('a member of staff is off');
  });

  it('tells no family who else is unwell', () => {
    const why = whyMended([cause('resident off', { residentId: 'bob' })], called);
    expect([why.staff, why.of('bob'), why.of('ivy')]).toEqual(['Bob cannot come', 'it does not suit them then', 'not everybody can come']);
    expect(whyMended([], called).of('ivy')).toBeNull();
  });
});

describe('what still holds', () => {
  it('is nothing of what was taken back before it began, and the part before of what was taken back later', () => {
    const row = (endedAt: Date | null, endsAt: Date | null = at('18:00')) => ({ startsAt: at('09:00'), endsAt, endedAt });
    expect(whatHolds([row(null)])).toHaveLength(1);
    expect(whatHolds([row(at('08:00'))])).toEqual([]);
    expect(whatHolds([row(at('12:00'))])[0]?.endsAt).toEqual(at('12:00'));
    expect(whatHolds([row(at('20:00'))])[0]?.endsAt).toEqual(at('18:00'));
    expect(whatHolds([row(at('12:00'), null)])[0]?.endsAt).toEqual(at('12:00'));
  });
});
