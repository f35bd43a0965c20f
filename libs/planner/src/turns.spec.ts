import fc from 'fast-check';
import type { Candidate } from './turns.ts';
import { plainNames } from './names.ts';
import { fairTurns, leftBehind, overrideTurn } from './turns.ts';

const today = '2025-10-21';
const names = plainNames({ startDate: today });

function waits(resident: string, changes: Partial<Candidate> = {}): Candidate {
  return { resident, promisedOn: null, lastOut: '2025-10-14', wish: 50, overlooked: 0, ...changes };
}

function order(candidates: readonly Candidate[], places = 1, day = today): string[] {
  return fairTurns(candidates, places, day).map(({ resident }) => resident);
}

const anyDay = fc.integer({ min: 0, max: 200 }).map((days) => new Date(Date.parse('2025-10-21T00:00:00Z') - days * 86_400_000).toISOString().slice(0, 10));
const anyCandidate = fc.record<Candidate>({
  resident: fc.string({ minLength: 1, maxLength: 4 }),
  promisedOn: fc.option(anyDay),
  lastOut: fc.option(anyDay),
  wish: fc.integer({ min: 0, max: 100 }),
  overlooked: fc.integer({ min: 0, max: 5 }),
});
const anyCandidates = fc.uniqueArray(anyCandidate, { selector: ({ resident }) => resident, maxLength: 12 });

describe('when places are short', () => {
  it('somebody it was promised to goes before somebody it was not', () => {
    expect(order([waits('ann'), waits('vera', { promisedOn: '2025-10-02' })])).toEqual(['vera', 'ann']);
  });

  it('somebody who has not been out for longer goes first', () => {
    expect(order([waits('ann'), waits('vera', { lastOut: '2025-10-02' })])).toEqual(['vera', 'ann']);
  });

  it('somebody there was no place for before goes first', () => {
    expect(order([waits('ann'), waits('vera', { overlooked: 1 })])).toEqual(['vera', 'ann']);
  });

  it('somebody who wants it more goes first, and cannot outdo a fortnight more of waiting by wanting', () => {
    expect(order([waits('ann'), waits('vera', { wish: 90 })])).toEqual(['vera', 'ann']);
    expect(order([waits('ann', { wish: 0, lastOut: '2025-09-30' }), waits('vera', { wish: 100 })])).toEqual(['ann', 'vera']);
  });

  it('each hears why, in a sentence', () => {
    const turns = fairTurns([waits('Vera', { promisedOn: '2025-10-02', lastOut: '2025-10-02', overlooked: 2, wish: 90 }), waits('Ann'), waits('Ben', { lastOut: null, overlooked: 1 })], 2, today);
    expect(turns.map(({ say }) => say(names))).toEqual([
      'Ben goes first: nobody knows when the last time out was and once there was no place.',
      'Vera goes second: it was promised on Thursday 2 October, the last time out was 19 days ago, twice there was no place and it is wanted very much.',
      'Ann is third in line and waits this time: the last time out was 7 days ago.',
    ]);
    expect(turns[1]).toMatchObject({ days: 19 + 19 + 20 + 9, made: { promise: 19, out: 19, overlooked: 20, wish: 9 } });
    expect(leftBehind(turns)).toEqual(['Ann']);
  });

  it('the lot of the day decides between equals, says so, and falls otherwise on other days', () => {
    const equals = [waits('ann'), waits('ben')];
    const [first] = fairTurns(equals, 1, today);
    expect(first?.byLot).toBe(true);
    expect(first?.say(names)).toMatch(/^(ann goes first: .* level with ben|ben goes first: .* level with ann), today's lot decided\.$/);
    const winners = Array.from({ length: 28 }, (_, day) => order(equals, 1, `2025-11-${String(day + 1).padStart(2, '0')}`)[0]);
    expect(winners.filter((one) => one === 'ann').length).toBeGreaterThan(7);
    expect(winners.filter((one) => one === 'ben').length).toBeGreaterThan(7);
  });

  it('nobody is nobody, and one person goes', () => {
    expect(fairTurns([], 3, today)).toEqual([]);
    expect(fairTurns([waits('ann')], 3, today)).toMatchObject([{ resident: 'ann', goes: true, byLot: false }]);
  });
});

describe('whoever waits', () => {
  it('stands in the same place in whatever order they were named', () => {
    fc.assert(
      fc.property(anyCandidates, fc.integer({ min: 0, max: 12 }), fc.infiniteStream(fc.nat()), (candidates, places, random) => {
        const shuffled = candidates.map((one) => ({ one, key: random.next().value as number })).sort((a, b) => a.key - b.key).map(({ one }) => one);
        const sentences = (some: readonly Candidate[]) => fairTurns(some, places, today).map(({ say }) => say(names));
        expect(sentences(shuffled)).toEqual(sentences(candidates));
      }),
    );
  });

  it('is there once, and as many go as there are places', () => {
    fc.assert(
      fc.property(fc.array(anyCandidate, { maxLength: 15 }), fc.integer({ min: 0, max: 12 }), (candidates, places) => {
        const turns = fairTurns(candidates, places, today);
        const people = new Set(candidates.map(({ resident }) => resident));
        expect(new Set(turns.map(({ resident }) => resident))).toEqual(people);
        expect(turns).toHaveLength(people.size);
        expect(turns.filter(({ goes }) => goes)).toHaveLength(Math.min(places, people.size));
      }),
    );
  });

  it('never falls back by waiting longer, wanting more, or having been overlooked once more', () => {
    const dayBefore = (day: string | null) => day && new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(anyCandidates, fc.nat(), (candidates, pick) => {
        const one = candidates[pick % Math.max(1, candidates.length)];
        if (!one) return;
        const placeOf = (changes: Partial<Candidate>) => order(candidates.map((other) => (other === one ? { ...one, ...changes } : other))).indexOf(one.resident);
        const now = placeOf({});
        expect(placeOf({ promisedOn: dayBefore(one.promisedOn) })).toBeLessThanOrEqual(now);
        expect(placeOf({ lastOut: dayBefore(one.lastOut) })).toBeLessThanOrEqual(now);
        expect(placeOf({ wish: Math.min(100, one.wish + 1) })).toBeLessThanOrEqual(now);
        expect(placeOf({ overlooked: one.overlooked + 1 })).toBeLessThanOrEqual(now);
      }),
    );
  });

  it('gets there in the end: left behind again and again, everybody has gone before anybody goes a third time', () => {
    const people = ['ann', 'ben', 'cal', 'dee', 'eve'];
    const gone: string[] = [];
    let waiting = people.map((resident) => waits(resident, { lastOut: today, wish: 20 * people.indexOf(resident) }));
    for (let day = 1; gone.length < 15; day += 1) {
      const now = `2025-11-${String(day).padStart(2, '0')}`;
      const turns = fairTurns(waiting, 1, now);
      const first = turns[0]?.resident ?? '';
      gone.push(first);
      waiting = waiting.map((one) => (one.resident === first ? { ...one, lastOut: now, overlooked: 0 } : { ...one, overlooked: one.overlooked + 1 }));
    }
    expect(new Set(gone.slice(0, 5))).toEqual(new Set(people));
    expect(new Set(gone.slice(5, 10))).toEqual(new Set(people));
  });
});

describe('somebody going out of turn', () => {
  const turns = fairTurns([waits('vera', { overlooked: 2 }), waits('ann')], 1, today);

  it('needs a reason, is counted, and both hear it', () => {
    const answer = overrideTurn(turns, { goes: 'ann', instead: 'vera', reason: ' Her sister is here today. ' }, 2);
    expect(answer).toMatchObject({ ok: true, overrides: 3, override: { reason: 'Her sister is here today.' } });
    expect(answer.ok && answer.turns.map(({ say }) => say(names))).toEqual(['vera gives way to ann: Her sister is here today.', 'ann goes instead of vera: Her sister is here today.']);
    expect(answer.ok && leftBehind(answer.turns)).toEqual(['vera']);
  });

  it.each([
    ['without a reason', { goes: 'ann', instead: 'vera', reason: '  ' }, /why/],
    ['for somebody who has a place already', { goes: 'vera', instead: 'ann', reason: 'x' }, /no place/],
    ['for somebody who is not waiting', { goes: 'eve', instead: 'vera', reason: 'x' }, /waiting/],
  ])('is refused %s', (_when, wanted, message) => {
    expect(overrideTurn(turns, wanted, 0)).toMatchObject({ ok: false, message: expect.stringMatching(message) as string });
  });
});
