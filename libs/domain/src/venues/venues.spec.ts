import { type AccessBefore, type Claim, accessNow, standingFacts } from './facts.ts';
import { directionTo, estimateTravel, metresBetween, sayDistance } from './place.ts';
import { type Treated, openFlags, sayTreated, summarise } from './visits.ts';

const NOTHING: AccessBefore = { stepFree: null, hoist: null, changingPlace: null, quietHours: null, parking: '', welcome: '' };
const claim = (answer: Claim['answer'], known: Claim['known'], at: string): Claim => ({ fact: 'step-free', answer, words: '', metres: null, known, by: 'Ada', at: new Date(at) });
const stepFree = (checks: Claim[], imported: Claim[], before = NOTHING) => standingFacts(checks, imported, before, '2026-11-24').find(({ fact }) => fact === 'step-free');

describe('a fact about a place', () => {
  it('is unknown until somebody says, and unknown is neither yes nor no', () => {
    const facts = standingFacts([], [], NOTHING, '2026-11-24');
    expect(new Set(facts.map(({ answer, known }) => `${answer} ${known}`))).toEqual(new Set(['unknown unknown']));
    expect(accessNow(facts)).toEqual(NOTHING);
  });

  it('stands as a person last checked it, whatever a newer map says beside it', () => {
    const [old, newer] = [claim('yes', 'seen by us', '2025-01-01'), claim('no', 'told by the venue', '2026-05-01')];
    const map = claim('yes', 'from OpenStreetMap', '2026-11-20');
    expect(stepFree([old, newer], [map])).toMatchObject({ answer: 'no', older: [old], beside: map, isStale: false });
    expect(stepFree([old], [])?.isStale).toBe(true);
    expect(stepFree([], [map])).toMatchObject({ answer: 'yes', known: 'from OpenStreetMap', beside: null });
    expect(stepFree([], [], { ...NOTHING, stepFree: false })).toMatchObject({ answer: 'no', known: 'not said' });
  });
});

describe('the way to a place', () => {
  it('is a straight line, a direction and an estimate rounded up', () => {
    const [home, north] = [{ lat: 53.9, lon: -1.65 }, { lat: 53.909, lon: -1.65 }];
    expect(Math.round(metresBetween(home, north) / 100)).toBe(10);
    expect([directionTo(home, north), directionTo(north, home), directionTo(home, { lat: 53.9, lon: -1.7 })]).toEqual(['north', 'south', 'west']);
    expect([sayDistance(20), sayDistance(412), sayDistance(2440), sayDistance(31_200)]).toEqual(['50 metres', '400 metres', '2.4 km', '31 km']);
    expect([estimateTravel(1000), estimateTravel(5000)]).toEqual([{ drive: 10, walk: 35 }, { drive: 20, walk: null }]);
  });
});

describe('how we were treated', () => {
  const visits = (...hows: Treated[]) => hows.map((how, n) => ({ id: String(n), how, visitedOn: `2026-11-0${n + 1}`, words: '', by: 'Ada', at: new Date(0) }));

  it('adds up in a line', () => {
    const say = (...hows: Treated[]) => sayTreated(summarise(visits(...hows)));
    expect([say(), say('good'), say('good', 'good'), say('badly'), say('good', 'good', 'badly'), say('badly', 'good')]).toEqual([
      'Nobody has said yet how we were treated', 'Treated well the one time somebody said', 'Treated well all 2 times', 'Treated badly the one time somebody said', 'Treated well twice of 3; badly last time', 'Treated well once of 2; well last time',
    ]);
  });

  it('is flagged where it was bad, until somebody has looked into it', () => {
    expect(openFlags(visits('badly', 'mixed', 'badly'), [{ visitId: '0' }]).map(({ id }) => id)).toEqual(['2']);
  });
});
