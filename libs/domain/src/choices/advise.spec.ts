import fc from 'fast-check';
import { type Span, minuteOf, overlaps, spansOf } from '../shared/time.ts';
import { NOTHING_ON_RECORD, advise, everyThree } from './advise.ts';
import type { Facts, KnownActivity } from './facts.ts';
import type { Option } from './option.ts';
import { POINTS, type Point } from './points.ts';

const TODAY = '2026-11-24';

/** Somebody of whom nothing is known, on a Tuesday at nine. */
const nobody: Facts = {
  today: TODAY, minute: 540, person: { id: 'p', name: 'Bob', usesWheelchairOut: false, namedWorkerId: null, weeklyPence: null, leftPence: null, funding: null },
  subject: { activityId: null, sessionId: null }, lifeFacts: [], interests: [], outcomes: [], wishes: [], routines: [], activities: [], shunned: [], venues: [], staff: [], past: [], coming: [], away: [],
  residents: [], supporters: [], moneyAuthorities: [], chosen: [], readings: [],
};
const activity = (id: string, more: Partial<KnownActivity> = {}): KnownActivity => ({
  id, name: `Activity ${id}`, kind: 'music', picture: 'music', setting: 'home', minutes: 60, costPence: 0, hours: [], venueId: null, retired: false, ...more,
});
const interest = (id: string, activityId: string, value = 80, lifeFactId: string | null = null) => ({ id, activityId, value, because: `because ${id}`, lifeFactId });
const past = (id: string, activityId: string, more: Partial<Facts['past'][number]> = {}): Facts['past'][number] => ({
  id, sessionId: `s-${id}`, activityId, day: '2026-11-10', from: '10:30', level: 'took part', mood: 'happy', engagement: 'fully', staffIds: [], residentIds: [], ...more,
});
const keys = ({ options }: { options: readonly Option[] }) => options.map(({ key }) => key);

// Random people: small pools of ids, so that records meet each other often.
const ids = (letter: string, count: number) => Array.from({ length: count }, (_, n) => `${letter}${n}`);
const [ACTIVITIES, VENUES, STAFF, RESIDENTS, SUPPORTERS, SESSIONS] = [ids('a', 8), ids('v', 3), ids('m', 5), ids('r', 5), ids('u', 3), ids('s', 4)];
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const some = (values: readonly string[], most = 3) => fc.uniqueArray(oneOf(values), { maxLength: most });
const rows = <T extends { id: string }>(one: fc.Arbitrary<T>, most: number) => fc.uniqueArray(one, { maxLength: most, selector: ({ id }) => id });
const span = fc.tuple(fc.integer({ min: 0, max: 7 * 1440 }), fc.integer({ min: 15, max: 240 })).map(([from, minutes]): Span => [from, from + minutes]);
const clock = fc.integer({ min: 6, max: 21 }).map((hour) => `${String(hour).padStart(2, '0')}:30`);
const hours = fc.oneof(fc.constant([]), fc.tuple(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), fc.integer({ min: 8, max: 14 })).map(([days, from]) => [{ days, from: `${String(from).padStart(2, '0')}:00`, to: '20:00' }]));
const each = <T>(names: readonly string[], rest: (id: string) => fc.Arbitrary<T>) => fc.tuple(...names.map(rest));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 1 });

const facts: fc.Arbitrary<Facts> = fc.record({
  today: fc.constant(TODAY), minute: fc.integer({ min: 0, max: 1439 }),
  person: fc.record({
    id: fc.constant('p'), name: fc.constant('Bob'), usesWheelchairOut: fc.boolean(), namedWorkerId: maybe(oneOf(STAFF)), weeklyPence: fc.constant(1500), leftPence: maybe(fc.integer({ min: -500, max: 1500 })),
    funding: maybe(oneOf(['self', 'council', 'NHS', 'mixed'])),
  }),
  subject: fc.record({ activityId: maybe(oneOf(ACTIVITIES)), sessionId: maybe(oneOf(SESSIONS)) }),
  lifeFacts: rows(fc.record({ id: oneOf(ids('f', 4)), words: fc.constant('Walked the dog'), howKnown: fc.constant('Janet told us') }), 4),
  interests: fc.uniqueArray(fc.record({ activityId: oneOf(ACTIVITIES), value: oneOf([0, 20, 50, 80, 100]), because: fc.constant('dogs'), lifeFactId: maybe(oneOf(ids('f', 4))) }), { maxLength: 8, selector: ({ activityId }) => activityId }).map((list) => list.map((one) => ({ ...one, id: `i-${one.activityId}` }))),
  outcomes: rows(fc.record({ id: oneOf(ids('o', 4)), words: fc.constant('I go out'), why: fc.constant('never one for sitting'), byDate: maybe(oneOf(['2026-11-20', '2026-12-01', '2027-06-01'])), activityIds: some(ACTIVITIES, 2) }), 4),
  wishes: rows(fc.record({ id: oneOf(ids('w', 5)), words: fc.constant('To go out'), activityId: maybe(oneOf(ACTIVITIES)), lifeFactId: maybe(oneOf(ids('f', 4))) }), 5),
  routines: rows(fc.record({ id: oneOf(ids('t', 3)), what: fc.constant('A walk'), activityId: maybe(oneOf(ACTIVITIES)), days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), from: oneOf(['06:00', '09:30', '13:00', '16:30']), to: oneOf(['17:30', '18:30', '21:00']), protected: fc.boolean() }), 3),
  activities: each(ACTIVITIES, (id) => fc.record({
    id: fc.constant(id), name: fc.constant(`Activity ${id}`), kind: oneOf(['music', 'outdoors', 'social']), picture: fc.constant('music'), setting: oneOf(['home', 'out'] as const), minutes: oneOf([30, 60, 120]),
    costPence: oneOf([0, 0, 200, 600, 1400]), hours, venueId: maybe(oneOf(VENUES)), retired: fc.boolean(),
  })),
  shunned: some(ACTIVITIES, 2),
  venues: each(VENUES, (id) => fc.record({ id: fc.constant(id), name: fc.constant(`Venue ${id}`), stepFree: maybe(fc.boolean()), changingPlace: maybe(fc.boolean()), hours, driveMinutes: fc.integer({ min: 2, max: 50 }), walkMinutes: maybe(fc.integer({ min: 2, max: 60 })) })),
  staff: each(STAFF, (id) => fc.record({
    id: fc.constant(id), name: fc.constant(`Staff ${id}`), agency: fc.boolean(), left: fc.boolean(), interests: some(['music', 'Activity'], 2), liking: maybe(fc.record({ id: fc.constant(`l-${id}`), kind: oneOf(['prefers', 'declines'] as const) })),
    shifts: rows(fc.record({ id: oneOf(ids(`h-${id}-`, 3)), span: fc.tuple(fc.integer({ min: 0, max: 6 }), oneOf([420, 840])).map(([day, from]): Span => [day * 1440 + from, day * 1440 + from + 480]) }), 3),
  })),
  past: rows(fc.record({
    id: oneOf(ids('x', 12)), sessionId: oneOf([...SESSIONS, 's9']), activityId: oneOf(ACTIVITIES), day: oneOf(['2026-10-01', '2026-11-10', '2026-11-20', TODAY]), from: clock,
    level: oneOf(['took part', 'joined in a little', 'watched', 'asleep or withdrawn', 'declined', 'not offered'] as const), mood: maybe(oneOf(['happy', 'content', 'flat', 'upset'] as const)), engagement: maybe(oneOf(['fully', 'partly', 'hardly'] as const)),
    staffIds: some(STAFF), residentIds: some(RESIDENTS),
  }), 12),
  coming: rows(fc.record({ id: oneOf(SESSIONS), activityId: oneOf(ACTIVITIES), span, staffIds: some(STAFF), residentIds: some(RESIDENTS) }), 3),
  away: rows(fc.record({ id: oneOf(ids('y', 2)), span }), 2),
  residents: each(RESIDENTS, (id) => fc.record({ id: fc.constant(id), name: fc.constant(`Resident ${id}`), here: fc.boolean(), avoided: fc.boolean() })),
  supporters: each(SUPPORTERS, (id) => fc.record({ id: fc.constant(id), name: fc.constant(`Supporter ${id}`), relation: fc.constant('daughter'), memberId: fc.constant(`c-${id}`), consentId: maybe(fc.constant(`k-${id}`)) })),
  moneyAuthorities: rows(fc.record({ id: oneOf(ids('q', 2)), kind: oneOf(['attorney', 'deputy']), supporterId: oneOf(SUPPORTERS) }), 2),
  chosen: rows(fc.record({ id: oneOf(ids('z', 6)), point: oneOf(POINTS), key: oneOf([...ACTIVITIES.map((id) => `activity:${id}`), ...STAFF.map((id) => `staff:${id}`)]), day: oneOf(['2026-11-01', '2026-11-20']) }), 6),
  readings: rows(fc.record({ id: oneOf(ids('n', 4)), activityId: oneOf(ACTIVITIES), likes: oneOf(['likes it', 'does not mind it', 'does not like it', 'cannot tell'] as const), by: fc.constant('Dean') }), 4),
});
const RUNS = { numRuns: 120 };
/** Every option of every three, at every point. */
const everything = (given: Facts) => POINTS.flatMap((point) => everyThree(point, given).flatMap(({ options }) => options.map((option) => ({ point, option }))));

/** Looked up from the keys and what they lead to, not from what the builders say of themselves. */
function broken(point: Point, option: Option, given: Facts): string[] {
  const [kind, id] = option.key.split(':');
  const named = option.leads.activityId ?? (kind === 'activity' ? id : null) ?? (point === 'today' ? given.coming.find((session) => session.id === id)?.activityId : null);
  const wanted = given.activities.find((each) => each.id === named);
  const session = kind === 'go' ? given.coming.find((one) => one.id === id) : undefined;
  const isTaken = kind !== 'stay' && kind !== 'later' && kind !== 'wish' && kind !== 'outcome';
  const left = given.person.leftPence;
  const staff = [...(kind === 'staff' ? [id] : []), ...(session?.staffIds ?? [])];
  const others = [...(kind === 'resident' ? [id] : []), ...(session?.residentIds ?? [])];
  const from = kind === 'when' ? spanOfKey(option.key, wanted, given) : session?.span;
  const inTheWay = given.routines.filter((routine) => routine.protected && !(wanted && routine.activityId === wanted.id));
  return [
    wanted?.retired && kind !== 'stay' ? 'a retired activity' : '',
    wanted && given.shunned.includes(wanted.id) && kind !== 'stay' ? 'something to be avoided' : '',
    isTaken && wanted && left !== null && wanted.costPence > 0 && wanted.costPence > left + (session ? wanted.costPence : 0) ? 'the budget' : '',
    given.staff.some((each) => staff.includes(each.id) && (each.liking?.kind === 'declines' || each.left)) ? 'a declined person' : '',
    given.residents.some((each) => others.includes(each.id) && (each.avoided || !each.here)) ? 'an avoidance' : '',
    kind === 'supporter' && given.supporters.some((each) => each.id === id && each.consentId === null) ? 'a consent' : '',
    kind === 'venue' && given.person.usesWheelchairOut && given.venues.some((each) => each.id === id && each.stepFree === false) ? 'steps' : '',
    from && inTheWay.some((routine) => spansOf([routine], TODAY, 9).some((one) => overlaps(one, from))) ? 'a protected routine' : '',
    from && given.away.some((each) => overlaps(each.span, from)) ? 'an appointment' : '',
  ].filter((word) => word !== '');
}

function spanOfKey(key: string, wanted: KnownActivity | undefined, given: Facts): Span {
  const [day = '', from = ''] = key.slice('when:'.length).split(' ');
  const offset = (Date.parse(day) - Date.parse(TODAY)) / 86_400_000;
  const start = offset * 1440 + minuteOf(from);
  const venue = wanted?.setting === 'out' ? given.venues.find(({ id }) => id === wanted.venueId) : undefined;
  return [start, start + (wanted?.minutes ?? 60) + 2 * (venue?.driveMinutes ?? 0)];
}

/** Every id that is in the facts, by what it is the id of. */
function records(given: Facts): Set<string> {
  const of = (kind: string, list: readonly { id: string }[]) => list.map(({ id }) => `${kind} ${id}`);
  return new Set([
    `resident ${given.person.id}`, ...of('life fact', given.lifeFacts), ...of('interest', given.interests), ...of('outcome', given.outcomes), ...of('wish', given.wishes), ...of('routine', given.routines), ...of('activity', given.activities),
    ...of('venue', given.venues), ...of('staff', given.staff), ...of('attendance', given.past), ...of('session', given.coming), ...of('authority', given.moneyAuthorities), ...of('choice', given.chosen), ...of('reading', given.readings),
    ...given.staff.flatMap(({ liking, shifts }) => [...(liking ? [`staff preference ${liking.id}`] : []), ...of('shift', shifts)]),
    ...given.supporters.flatMap(({ memberId, consentId }) => [`circle member ${memberId}`, ...(consentId ? [`sharing consent ${consentId}`] : [])]),
  ]);
}

describe('advice to anybody', () => {
  it('is never more than three options, each once', () => {
    fc.assert(fc.property(facts, oneOf(POINTS), fc.integer({ min: -1, max: 5 }), (given, point, set) => {
      const { options } = advise(point, given, set);
      expect(options.length).toBeLessThanOrEqual(3);
      const shown = everything(given).map(({ point: at, option }) => `${at} ${option.key}`);
      expect(new Set(shown).size).toBe(shown.length);
    }), RUNS);
  });

  it('breaks no consent, budget, avoidance, protected routine or no to somebody, and offers nothing that is retired', () => {
    fc.assert(fc.property(facts, (given) => {
      expect(everything(given).flatMap(({ point, option }) => broken(point, option, given).map((what) => `${point} ${option.key} breaks ${what}`))).toEqual([]);
    }), RUNS);
  });

  it('points with every reason at a record that is there, and gives at least one', () => {
    fc.assert(fc.property(facts, (given) => {
      const there = records(given);
      for (const { point, option } of everything(given)) {
        if (point !== 'money') expect(option.reasons.length).toBeGreaterThan(0);
        for (const { records: of } of option.reasons) {
          expect(of.length).toBeGreaterThan(0);
          expect(of.map(({ kind, id }) => `${kind} ${id}`).filter((record) => !there.has(record))).toEqual([]);
        }
        expect([option.drawback, option.sureWhy, option.title].every((words) => words.trim() !== '')).toBe(true);
        expect(option.parts.reduce((sum, part) => sum + part.points, 0)).toBe(option.score);
      }
    }), RUNS);
  });

  it('is the same for the same facts, in whatever order they come', () => {
    const turned = <T>(list: readonly T[]) => [...list.slice(Math.ceil(list.length / 2)), ...list.slice(0, Math.ceil(list.length / 2))].toReversed();
    fc.assert(fc.property(facts, oneOf(POINTS), (given, point) => {
      const other = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? turned(value as unknown[]) : value])) as Facts;
      const shuffled = { ...other, staff: other.staff.map((each) => ({ ...each, shifts: turned(each.shifts) })) };
      expect(advise(point, shuffled)).toEqual(advise(point, given));
      expect(advise(point, structuredClone(given))).toEqual(advise(point, given));
    }), RUNS);
  });

  it('hides nothing and ranks nothing by who pays', () => {
    fc.assert(fc.property(facts, maybe(oneOf(['self', 'council', 'NHS', 'mixed', 'a trust'])), (given, funding) => {
      const other = { ...given, person: { ...given.person, funding } };
      const shown = (of: Facts) => everything(of).map(({ point, option }) => ({ point, key: option.key, score: option.score }));
      expect(shown(other)).toEqual(shown(given));
      for (const point of POINTS) if (point !== 'money') expect(advise(point, other)).toEqual(advise(point, given));
    }), RUNS);
  });

  it('is not three of a kind while there is another kind', () => {
    fc.assert(fc.property(facts, oneOf(POINTS), (given, point) => {
      const families = new Set(everything(given).filter((each) => each.point === point).map(({ option }) => option.family));
      const first = advise(point, given).options.map(({ family }) => family);
      if (first.length === 3 && families.size > 1) expect(new Set(first).size).toBeGreaterThan(1);
    }), RUNS);
  });

  it('leaves nothing out without saying why, and shows the rest in further threes', () => {
    const likes = ids('a', 7);
    const given = { ...nobody, person: { ...nobody.person, weeklyPence: 1200, leftPence: 400 }, activities: [...likes.map((id) => activity(id)), activity('swim', { name: 'Swimming', costPence: 600 })], interests: [...likes, 'swim'].map((id) => interest(`i-${id}`, id)) };
    const [first, second, third] = [0, 1, 2].map((set) => advise('what', given, set));
    expect([first?.options.length, second?.options.length, third?.options.length, first?.sets]).toEqual([3, 3, 1, 3]);
    expect(first?.leftOut).toEqual([{ title: 'Swimming', why: 'it costs £6, and £4 of this week’s money is left.' }]);
  });
});

describe('advice on what to do', () => {
  const bob: Facts = {
    ...nobody, person: { ...nobody.person, weeklyPence: 1200, leftPence: 800 },
    lifeFacts: [{ id: 'meg', words: 'Walked Meg before tea every day.', howKnown: 'Janet Ellison told us, as family' }],
    activities: [activity('walk', { name: 'A walk with a dog', kind: 'animals' }), activity('bowls', { name: 'Bowls', kind: 'physical', costPence: 500 }), activity('choir', { name: 'Choir' })],
    interests: [interest('i1', 'walk', 100, 'meg'), interest('i2', 'bowls', 80), interest('i3', 'choir', 0)],
    past: [past('x1', 'walk'), past('x2', 'walk'), past('x3', 'walk', { mood: null }), past('x4', 'bowls', { level: 'declined', mood: null }), past('x5', 'choir')],
  };

  it('says why from the record, what speaks against it and how sure it is', () => {
    const [walk, bowls] = advise('what', bob).options;
    expect(walk?.reasons.map(({ words }) => words)).toEqual([
      'Janet Ellison told us, as family: “Walked Meg before tea every day.”', 'It is on record that it matters to you: because i1', 'It went well 3 of the last 3 times, and you looked happy twice.',
    ]);
    expect(walk?.reasons[0]?.records).toEqual([{ kind: 'life fact', id: 'meg' }]);
    expect(walk).toMatchObject({ title: 'A walk with a dog', sureness: 'sure', sureWhy: 'It was tried 3 times and went well 3 times.', drawback: 'Nothing that we know of speaks against it.' });
    expect(bowls).toMatchObject({ title: 'Bowls', sureness: 'fairly sure', drawback: 'You said no the one time it was tried.' });
  });

  it('does not offer what is on record as nothing for them, and says so where nothing is on record', () => {
    expect(keys(advise('what', bob))).toEqual(['activity:walk', 'activity:bowls']);
    for (const point of POINTS.filter((each) => each !== 'money' && each !== 'today')) expect(advise(point, nobody)).toMatchObject({ options: [], lead: NOTHING_ON_RECORD });
    expect(advise('today', nobody)).toMatchObject({ options: [], lead: 'Nothing is planned for the rest of today, so there is nothing to say yes or no to.' });
  });

  it('names the ways of holding money to everybody alike, and claims to know nothing more than it does', () => {
    const shown = [0, 1].flatMap((set) => advise('money', nobody, set).options);
    expect(shown).toHaveLength(6);
    expect(shown.every(({ sureness, reasons }) => sureness === 'a guess' && reasons.length === 0)).toBe(true);
    const paid = advise('money', { ...nobody, person: { ...nobody.person, funding: 'council' } });
    expect(paid.options[0]?.reasons).toEqual([{ words: 'It is on record that the council pays for your care. You may ask for any of these ways.', records: [{ kind: 'resident', id: 'p' }] }]);
  });

  it('counts a reading as evidence, either way', () => {
    const read = (likes: 'likes it' | 'does not like it'): Facts => ({ ...bob, readings: [{ id: 'n1', activityId: 'bowls', likes, by: 'Dean Hughes' }] });
    const bowls = (given: Facts) => advise('what', given).options.find(({ key }) => key === 'activity:bowls')!;
    expect(bowls(read('likes it')).score - bowls(read('does not like it')).score).toBe(10);
    expect(bowls(read('does not like it')).drawback).toBe('Dean Hughes reads you as not liking it.');
  });
});

describe('advice on when', () => {
  const dean = { id: 'm1', name: 'Dean Hughes', agency: false, left: false, interests: [], liking: { id: 'l1', kind: 'prefers' as const }, shifts: [{ id: 'h1', span: [420, 900] as Span }, { id: 'h2', span: [1440 + 420, 1440 + 900] as Span }] };
  const given: Facts = { ...nobody, activities: [activity('walk', { minutes: 45 })], subject: { activityId: 'walk', sessionId: null }, staff: [dean] };

  it('follows who is on shift, keeps out of protected time and lets the routine’s own activity into it', () => {
    expect(keys(advise('when', given))).toEqual(['when:2026-11-24 10:00', 'when:2026-11-24 14:00', 'when:2026-11-25 10:00']);
    const rest = { id: 't1', what: 'A rest', activityId: null, days: [1, 2, 3, 4, 5, 6, 7], from: '13:30', to: '14:30', protected: true };
    expect(everything({ ...given, routines: [rest] }).filter(({ option }) => option.key.endsWith('14:00'))).toEqual([]);
    expect(everything({ ...given, routines: [{ ...rest, activityId: 'walk' }] }).filter(({ option }) => option.key.endsWith('14:00'))).toHaveLength(2);
    expect(advise('when', { ...given, routines: [rest] }).leftOut[0]?.why).toBe('it falls into “A rest”, which is protected.');
  });
});

describe('advice on the day', () => {
  const given: Facts = { ...nobody, activities: [activity('choir', { name: 'Choir' })], interests: [interest('i1', 'choir')], coming: [{ id: 's1', activityId: 'choir', span: [840, 900], staffIds: ['m1'], residentIds: ['r1'] }] };

  it('is always free to say no, and never offers going with somebody they are kept apart from', () => {
    expect(advise('today', given)).toMatchObject({ question: 'Choir: would you like to go?', options: [{ key: 'go:s1' }, { key: 'later:s1' }, { key: 'stay:s1' }] });
    const apart = advise('today', { ...given, residents: [{ id: 'r1', name: 'Ted', here: true, avoided: true }] });
    expect(keys(apart)).toEqual(['later:s1', 'stay:s1']);
    expect(apart.leftOut).toEqual([{ title: 'Yes: Choir', why: 'Bob and Ted are kept apart.' }]);
  });

  it('asks afterwards what is to change', () => {
    const after = advise('today', { ...given, subject: { activityId: null, sessionId: 's1' }, past: [past('x1', 'choir', { sessionId: 's1', day: TODAY, mood: 'upset' })] });
    expect(after.question).toBe('What next, after Choir?');
    expect(keys(after)).toEqual(['enough:s1', 'changed:s1', 'again:s1']);
  });
});
