import fc from 'fast-check';
import { SUPPORT_STYLES } from './activity.ts';
import { type Went, howItWent, howItWentFor, wentWell, wilson } from './how-it-went.ts';

const entry = (more: Partial<Went> = {}): Went => ({ residentId: 'bob', style: 'plansIt', level: 'took part', mood: 'happy', engagement: 'fully', leftEarly: false, day: '2026-11-20', ...more });
const several = (times: number, more: (at: number) => Partial<Went>) => Array.from({ length: times }, (_, at) => entry(more(at)));

const entries = fc.array(fc.record<Went>({
  residentId: fc.constantFrom('a', 'b', 'c', 'd'), style: fc.option(fc.constantFrom(...SUPPORT_STYLES)),
  level: fc.constantFrom('took part', 'joined in a little', 'watched', 'asleep or withdrawn', 'declined', 'not offered'),
  mood: fc.option(fc.constantFrom('happy', 'content', 'flat', 'upset')), engagement: fc.option(fc.constantFrom('fully', 'partly', 'hardly')),
  leftEarly: fc.boolean(), day: fc.constantFrom('2026-11-01', '2026-11-08'),
}), { maxLength: 40 });

describe('the share that went well', () => {
  it('stands between the bounds that Wilson’s formula gives', () => {
    // Worked by hand from the formula: 8 of 10, 0 of 5, 5 of 5.
    const bounds = ([well, times]: readonly [number, number]) => [wilson(well, times)?.from, wilson(well, times)?.to].map((bound) => Number(bound?.toFixed(4)));
    expect(([[8, 10], [0, 5], [5, 5]] as const).map(bounds)).toEqual([[0.4902, 0.9433], [0, 0.4345], [0.5655, 1]]);
    expect(wilson(0, 0)).toBeNull();
    expect(() => wilson(3, 2)).toThrow('3 of 2 is not a share');
  });

  it('narrows as more is known, and never leaves nought to one', () => {
    fc.assert(fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), (one, two) => {
      const [well, times] = [Math.min(one, two), Math.max(one, two, 1)];
      const near = wilson(well, times)!;
      const nearer = wilson(well * 4, times * 4)!;
      expect(near.from).toBeGreaterThanOrEqual(0);
      expect(near.to).toBeLessThanOrEqual(1);
      expect(nearer.to - nearer.from).toBeLessThan(near.to - near.from);
    }));
  });
});

describe('an attendance', () => {
  it('went well when there was something in it and nothing spoiled it', () => {
    expect(wentWell(entry())).toBe(true);
    expect(wentWell(entry({ level: 'joined in a little', mood: null, engagement: null }))).toBe(true);
    const spoiled: Partial<Went>[] = [{ level: 'watched' }, { mood: 'upset' }, { mood: 'flat' }, { engagement: 'hardly' }, { leftEarly: true }, { level: 'asleep or withdrawn' }];
    expect(spoiled.map((more) => wentWell(entry(more)))).toEqual(spoiled.map(() => false));
  });
});

describe('how it went', () => {
  it('says so when nobody has tried, and when it was only ever declined', () => {
    expect(howItWent([])).toMatchObject({ times: 0, interval: null, certainty: 'not known', leaning: 0.5, words: 'Not tried here yet.' });
    expect(howItWent([entry({ level: 'not offered' })]).words).toBe('Not tried here yet.');
    expect(howItWent(several(2, () => ({ level: 'declined' }))).words).toBe('Nobody has taken it up yet. Declined 2 times.');
  });

  it('makes no rule of a few times, nor of one person however often', () => {
    expect(howItWent(several(3, (at) => ({ residentId: `r${at}` }))).words).toBe('Went well 3 of 3 times, 3 people: too few to say more.');
    expect(howItWent(several(12, () => ({})))).toMatchObject({ certainty: 'too few to say', words: 'Went well 12 of 12 times, one person: too few to say more.' });
  });

  it('says what is usual once the bounds allow it, and that it may be chance while they are wide', () => {
    const of = (well: number, times: number) => howItWent(several(times, (at) => ({ residentId: `r${at % 4}`, mood: at < well ? 'happy' : 'upset' }))).words;
    expect(of(19, 20)).toBe('Usually goes well here (19 of 20 times, 4 people).');
    expect(of(2, 20)).toBe('Seldom goes well here (2 of 20 times, 4 people).');
    expect(of(4, 7)).toBe('Goes well for some and not for others (4 of 7 times, 4 people). That could still be chance.');
  });

  it('is told for people with one style of support from their entries alone', () => {
    const all = [...several(6, (at) => ({ residentId: `p${at}` })), ...several(6, (at) => ({ residentId: `s${at}`, style: 'joinsThroughSenses', mood: 'upset' })), entry({ style: null })];
    expect(howItWentFor('plansIt', all)).toMatchObject({ times: 6, well: 6 });
    expect(howItWentFor('joinsThroughSenses', all)).toMatchObject({ times: 6, well: 0, upset: 6 });
    expect(howItWentFor('respondsToTouchAndSound', all)).toMatchObject({ times: 0 });
  });

  it('counts every entry once, in whatever order they come', () => {
    fc.assert(fc.property(entries, (all) => {
      const told = howItWent(all);
      expect(howItWent(all.toReversed())).toEqual(told);
      expect(told.well).toBeLessThanOrEqual(told.times);
      expect(told.times + told.declined).toBeLessThanOrEqual(told.offered);
      expect(told.leaning).toBeGreaterThan(0);
      expect(told.leaning).toBeLessThan(1);
      if (told.interval) expect(told.interval.from <= told.well / told.times && told.well / told.times <= told.interval.to).toBe(true);
    }));
  });
});
