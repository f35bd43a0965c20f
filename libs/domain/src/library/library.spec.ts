import fc from 'fast-check';
import { type ActivityText, SUPPORT_STYLES, mayStand, seasonOf, styleOf } from './activity.ts';
import { closeness, searchFor, slips, stem, stems } from './finding.ts';
import { differing, improvement } from './improving.ts';
import { type Findable, type ForPerson, type WentAt, rankFor, whatItTakes, whoMightLove } from './ranking.ts';

const TODAY = '2026-11-22';
const entry = (more: Partial<Findable> = {}): Findable => ({
  ref: 'hens', activityId: 'hens-id', name: 'Looking after the hens', kind: 'animals', picture: 'egg', reach: 'sitting', speaksTo: ['hens', 'farm', 'racing pigeons'], seasons: [],
  why: 'Hens need letting out.', placeWords: 'A run by the path.', staffWords: 'One who shuts the gate.', steps: ['Boots.', 'Open.', 'Scatter.', 'Fill.', 'Wash.'],
  adapt: { plansIt: 'Keeps the egg book.', stepByStep: 'Scoop, then throw.', joinsThroughSenses: 'A warm egg.', respondsToTouchAndSound: 'A hen on the lap.' },
  goodDay: 'Clean the house.', badDay: 'Hold an egg.', watchFor: ['Hands to mouths'], equipment: ['Basket'], respect: 'They are the keeper.',
  setting: 'home', minutes: 30, groupMin: 1, groupMax: 3, baseStaff: 1, costPence: 0, transport: null, atBedside: false, ...more,
});
const bob = (more: Partial<ForPerson> = {}): ForPerson => ({ name: 'Bob', style: 'plansIt', wheelchair: 'never', weeklyBudgetPence: null, interests: [], facts: [], routines: [], outcomes: [], avoid: [], went: [], alike: [], ...more });
const fact = (words: string, more: Partial<ForPerson['facts'][number]> = {}) => ({ id: `fact ${words}`, words, theme: 'work', sensitive: false, ...more });
const went = (more: Partial<WentAt> = {}): WentAt => ({ activityId: 'hens-id', residentId: 'bob', style: 'plansIt', level: 'took part', mood: 'happy', engagement: 'fully', leftEarly: false, day: '2026-11-01', ...more });
const only = (person: ForPerson, one: Findable = entry()) => rankFor(person, [one], TODAY)[0]!;

describe('words as people type them', () => {
  it('are the same with and without their endings', () => {
    expect([['knitting', 'knits'], ['baking', 'bakes'], ['ponies', 'pony'], ['roses', 'rose'], ['walked', 'walks'], ['singing', 'sings']].filter(([one = '', two = '']) => stem(one) !== stem(two))).toEqual([]);
    expect([stem('bus'), stem('chess'), stem('thing'), stem('bed')]).toEqual(['bus', 'chess', 'thing', 'bed']);
    expect(stems('The café’s ROSES, and Mary’s hens')).toEqual(['caf', 'ros', 'mary', 'hen']);
  });

  it('are forgiven a slip when they are long enough to be sure', () => {
    expect([slips('gardne', 'garden', 2), slips('peple', 'people', 2), slips('a', 'abcdef', 2)]).toEqual([1, 1, 3]);
    expect([closeness('hen', 'hen'), closeness('hor', 'hors'), closeness('gadren', 'garden'), closeness('dog', 'fog'), closeness('cat', 'hat')]).toEqual([1, 0.8, 0.5, 0, 0]);
    fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, two) => {
      expect(slips(one, two, 12)).toBe(slips(two, one, 12));
      expect(slips(one, one, 2)).toBe(0);
    }));
  });

  it('find an entry only where each of them is in it, sooner in its name than in its steps', () => {
    const texts = [[8, 'Looking after the hens'], [2, 'Scatter corn by hand']] as const;
    expect(searchFor('hens')(texts)).toBeGreaterThan(searchFor('corn')(texts) ?? 0);
    expect([searchFor('')(texts), searchFor('the of')(texts), searchFor('hens trombone')(texts)]).toEqual([0, 0, null]);
  });

  it('may be anything at all: a search never throws, and takes no longer for more', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const worth = searchFor(typed)([[8, 'hens']]);
      expect(worth === null || worth >= 0).toBe(true);
    }));
    expect(searchFor('x'.repeat(5000))([[8, 'hens']])).toBeNull();
  });
});

describe('the library for one person', () => {
  it('says which record speaks for an entry, strongest first', () => {
    const ranked = only(bob({
      facts: [fact('He bred racing pigeons above the mill')], interests: [{ id: 'i', activityId: 'hens-id', value: 80, because: 'He always kept birds' }],
      routines: [{ id: 'r', activityId: 'hens-id', what: 'Lets the hens out' }], outcomes: [{ id: 'o', activityId: 'hens-id', words: 'To be needed' }],
    }));
    expect(ranked.reasons.map(({ kind, about }) => [kind, about])).toEqual([['interest', 'i'], ['routine', 'r'], ['outcome', 'o'], ['life fact', 'fact He bred racing pigeons above the mill']]);
    expect([ranked.line, ranked.how]).toEqual(['He always kept birds', 'Keeps the egg book.']);
    expect(only(bob({ style: null })).how).toBeNull();
  });

  it('takes a phrase of a life as a whole: racing is not pigeons', () => {
    expect(only(bob({ facts: [fact('Went to the racing at York')] })).reasons).toEqual([]);
    expect(only(bob({ facts: [fact('Grew up on a farm')] })).line).toBe('From their life: “Grew up on a farm”');
    expect(only(bob({ facts: [fact('Loved Trixie', { theme: 'animals' })] })).line).toBe('It may speak to: “Loved Trixie”');
    expect(only(bob()).line).toBe('Nothing on record speaks for it yet, or against it.');
  });

  it('learns from before: what went well rises, what did not sinks, and what was yesterday waits', () => {
    const well = only(bob({ went: [went(), went({ day: '2026-11-03' })] }));
    expect([well.line, well.reasons.map(({ kind }) => kind)]).toEqual(['It went well for Bob 2 of 2 times', ['went well', 'not lately']]);
    expect(only(bob({ went: [went({ mood: 'upset' }), went({ mood: 'upset' })] })).score).toBeLessThan(0);
    expect(only(bob({ went: [went({ day: '2026-11-21' })] })).drawbacks).toEqual(['Bob had it yesterday.']);
    const alike = Array.from({ length: 6 }, (_, at) => went({ residentId: `r${at}` }));
    expect(only(bob({ alike })).line).toContain('For others here, where one plans it');
  });

  it('says what speaks against it and still shows it: the body, the purse, a sore point, the season', () => {
    const feet = entry({ reach: 'on their feet' });
    expect(only(bob({ wheelchair: 'always' }), feet).drawbacks).toEqual(['It is written for people on their feet; Bob uses a wheelchair. Read how it is adapted first.']);
    expect(only(bob({ wheelchair: 'out' }), feet).drawbacks).toEqual([]);
    expect(only(bob({ weeklyBudgetPence: 500 }), entry({ costPence: 650 })).drawbacks).toEqual(['It costs £6.50, more than Bob’s £5 for a week.']);
    expect(only(bob({ interests: [{ id: 'i', activityId: 'hens-id', value: 5, because: 'A cockerel had him as a boy' }] })).drawbacks).toEqual(['Bob is not keen: A cockerel had him as a boy']);
    const sore = only(bob({ facts: [fact('Lost the farm in 1967', { sensitive: true })] }));
    expect([sore.drawbacks, sore.reasons]).toEqual([['It may touch something they would rather not meet. Read their life story first.'], []]);
    expect(JSON.stringify(sore.drawbacks)).not.toContain('1967');
    expect(only(bob({ avoid: [{ id: 'a', words: 'farms', kinds: [], activityIds: [] }] })).score).toBeLessThan(0);
    expect(only(bob({ avoid: [{ id: 'a', words: 'Cats', kinds: ['animals'], activityIds: [] }] })).drawbacks).toEqual(['Left out of plans: “Cats” is a topic to avoid.']);
    expect(only(bob({ avoid: [{ id: 'a', words: 'Cats', kinds: ['music'], activityIds: ['other'] }] })).drawbacks).toEqual([]);
    expect(only(bob(), entry({ seasons: ['summer'] })).score).toBeLessThan(only(bob(), entry({ seasons: ['autumn'] })).score);
  });

  it('is the same for the same record, whole, whatever the order it comes in', () => {
    const library = ['a', 'b', 'c', 'd'].map((ref, at) => entry({ ref, activityId: ref, name: `Thing ${ref}`, kind: at % 2 ? 'music' : 'animals', reach: at === 3 ? 'on their feet' : 'in bed', costPence: at * 400 }));
    const person = fc.record<ForPerson>({
      name: fc.constant('Bob'), style: fc.option(fc.constantFrom(...SUPPORT_STYLES)), wheelchair: fc.constantFrom('never', 'out', 'always'), weeklyBudgetPence: fc.option(fc.nat({ max: 1500 })),
      interests: fc.array(fc.record({ id: fc.uuid(), activityId: fc.constantFrom('a', 'b', 'zz'), value: fc.nat({ max: 100 }), because: fc.constant('so') }), { maxLength: 3 }),
      facts: fc.array(fc.record({ id: fc.uuid(), words: fc.constantFrom('hens', 'the farm', 'tar'), theme: fc.constantFrom('music', 'animals', 'odd'), sensitive: fc.boolean() }), { maxLength: 4 }),
      routines: fc.constant([]), outcomes: fc.constant([]), avoid: fc.constant([]), went: fc.array(fc.constantFrom(went({ activityId: 'a' }), went({ activityId: 'b', mood: 'upset' })), { maxLength: 5 }), alike: fc.constant([]),
    });
    fc.assert(fc.property(person, (one) => {
      const ranked = rankFor(one, library, TODAY);
      expect(rankFor(one, library.toReversed(), TODAY)).toEqual(ranked);
      expect(ranked.map(({ entry: { ref } }) => ref).toSorted()).toEqual(['a', 'b', 'c', 'd']);
      const records = new Set([...one.interests, ...one.facts].map(({ id }) => id));
      expect(ranked.flatMap(({ reasons }) => reasons).filter(({ kind, about }) => ['interest', 'life fact', 'theme'].includes(kind) && !records.has(about ?? ''))).toEqual([]);
      const sore = new Set(one.facts.filter(({ sensitive }) => sensitive).map(({ id }) => id));
      expect(ranked.flatMap(({ reasons }) => reasons).filter(({ about }) => sore.has(about ?? ''))).toEqual([]);
    }));
  });

  it('names who might love an entry, by what is on record and not by guess', () => {
    const people = [bob({ name: 'Bob', facts: [fact('Kept hens')] }), bob({ name: 'Ada', facts: [fact('Loved Trixie', { theme: 'animals' })] }), bob({ name: 'Cal', facts: [fact('Kept hens', { sensitive: true })] })];
    expect(whoMightLove(entry(), people, TODAY).map(({ person, ranked }) => [person.name, ranked.line])).toEqual([['Bob', 'From their life: “Kept hens”']]);
  });

  it('says what it would take', () => {
    expect(whatItTakes(entry())).toBe('1 of us with 1 to 3 people, 30 minutes, costs nothing');
    expect(whatItTakes(entry({ baseStaff: 2, groupMin: 1, groupMax: 1, costPence: 450, transport: 'vehicle' }))).toBe('2 of us with one person, 30 minutes, £4.50 each, by vehicle');
  });
});

describe('an entry of a home’s own', () => {
  const gaps = (text: Partial<ActivityText>, terms: Partial<Findable> = {}) => {
    const decision = mayStand({ ...entry(), ...text }, { ...entry(), ...terms });
    return decision.allowed ? [] : decision.reasons.map(({ code }) => code);
  };

  it('stands when somebody in their first week could follow it, and says every gap at once when not', () => {
    expect(gaps({})).toEqual([]);
    expect(gaps({ name: ' ', why: '', steps: ['One.'], adapt: { ...entry().adapt, plansIt: '', stepByStep: 'A warm egg.' }, watchFor: [], respect: '' }))
      .toEqual(['no name', 'no why', 'few steps', 'no adaptation', 'same adaptation', 'no watching', 'no respect']);
    expect(gaps({}, { minutes: 0, groupMin: 4, baseStaff: -1, costPence: 0.5, setting: 'out' })).toEqual(['minutes', 'group', 'staff', 'cost', 'out without a way']);
  });

  it('refuses what cannot be read, and takes what only looks dangerous', () => {
    expect(gaps({ why: 'a\u0000b' })).toEqual(['unreadable']);
    expect(gaps({ respect: 'abc\u202Etxt' })).toEqual(['unreadable']);
    expect(gaps({ why: '<script>alert(1)</script>', name: "Robert'); DROP TABLE activity;--" })).toEqual([]);
    expect(gaps({ steps: ['x'.repeat(401), 'b', 'c', 'd', 'e'] })).toEqual(['too long']);
    expect(gaps({ kind: 'fun' as never, reach: 'mars' as never, seasons: ['monsoon' as never] })).toEqual(['no such kind', 'no such reach', 'no such season']);
  });

  it('knows a style of support however the record words it', () => {
    expect(['plans it', 'step by step', 'joins through the senses', 'respondsToTouchAndSound', 'hops', null].map(styleOf)).toEqual([...SUPPORT_STYLES, null, null]);
  });

  it('belongs to a season by its month', () => {
    expect(['2026-12-01', '2026-02-28', '2026-03-01', '2026-06-01', '2026-09-30', '2026-11-30'].map(seasonOf)).toEqual(['winter', 'winter', 'spring', 'summer', 'autumn', 'autumn']);
  });
});

describe('a release', () => {
  it('improves what the home left as it came, and keeps what the home made its own word for word', () => {
    const shipped = entry({ why: 'Better words.', steps: ['A.', 'B.', 'C.', 'D.', 'E.'], name: 'The hens' });
    const home = entry({ name: 'Doris and the girls' });
    expect(improvement(home, ['name'], shipped)).toEqual({ changes: { why: 'Better words.', steps: shipped.steps }, offered: ['name'] });
    expect(improvement(shipped, [], shipped)).toEqual({ changes: {}, offered: [] });
    expect(differing(home, entry())).toEqual(['name']);
  });

  it('never takes a field of the home’s own, and done twice changes nothing more', () => {
    const fields = fc.subarray(['name', 'why', 'respect', 'goodDay'] as const);
    fc.assert(fc.property(fields, fields, (own, better) => {
      const home = { ...entry(), ...Object.fromEntries(own.map((field) => [field, `our ${field}`])) };
      const shipped = { ...entry(), ...Object.fromEntries(better.map((field) => [field, `better ${field}`])) };
      const { changes } = improvement(home, own, shipped);
      expect(Object.keys(changes).filter((field) => own.includes(field as never))).toEqual([]);
      expect(improvement({ ...home, ...changes }, own, shipped).changes).toEqual({});
    }));
  });
});
