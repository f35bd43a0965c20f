import fc from 'fast-check';
import { AREAS, type Area } from '../people/authority.ts';
import { addDays } from '../shared/time.ts';
import { type CapacityView, capacityFor, mayRecordBestInterests, mayRecordCapacity } from './capacity.ts';
import { settle } from './settle.ts';
import { type Authority, type Decider, mayDecide } from './who-decides.ts';

const TODAY = '2026-11-24';
const MATTER = 'Swimming on Thursdays';
const steven: Decider = { as: 'the person' };
const mark: Decider = { as: 'supporter', supporterId: 'mark', name: 'Mark Marlow', relation: 'father' };
const meeting: Decider = { as: 'best interests' };

const on = (area: Area, kind: string, more: Partial<Authority> = {}): Authority => ({
  area, kind, supporterId: kind === 'attorney' || kind === 'deputy' ? 'mark' : null, documentSeen: 'Seen', seenOn: '2026-01-12', untilDate: null, ...more,
});
const view = (area: Area, able: boolean, more: Partial<CapacityView> = {}): CapacityView => ({ area, matter: MATTER, able, onDate: '2026-11-01', untilDate: '2026-12-31', ...more });
const verdict = (decider: Decider, area: Area, authorities: Authority[], views: CapacityView[] = [], today = TODAY) => {
  const decision = mayDecide(decider, area, authorities, today, { matter: MATTER, views });
  return decision.allowed ? 'may' : decision.reasons.map(({ code }) => code).join();
};

describe('who may decide, area by area', () => {
  const welfare = AREAS.filter((area) => area !== 'money');

  it.each(welfare)('about %s: the rights in turn', (area) => {
    const lpa = [on(area, 'attorney', { power: 'health and welfare' })];
    const money = [on(area, 'attorney', { power: 'property and affairs', actsEarly: true })];
    const order = [on(area, 'deputy')];
    const best = [on(area, 'best interests', { matter: MATTER, untilDate: '2026-12-31' })];
    const unable = [view(area, false)];
    const able = [view(area, true)];
    const table: [string, string, string, string, string][] = [
      // on record, capacity: the person, the supporter, the home
      ['nothing', 'presumed', 'may', 'NO_AUTHORITY', 'NO_BEST_INTERESTS_DECISION'],
      ['nothing', 'unable', 'FOUND_UNABLE', 'NO_AUTHORITY', 'NO_BEST_INTERESTS_DECISION'],
      ['nothing', 'able', 'may', 'NO_AUTHORITY', 'PERSON_CAN_DECIDE'],
      ['welfare attorney', 'presumed', 'may', 'CAPACITY_PRESUMED', 'REPRESENTATIVE_FIRST'],
      ['welfare attorney', 'unable', 'FOUND_UNABLE', 'may', 'REPRESENTATIVE_FIRST'],
      ['welfare attorney', 'able', 'may', 'PERSON_CAN_DECIDE', 'PERSON_CAN_DECIDE'],
      ['money attorney', 'presumed', 'may', 'OTHER_POWER', 'NO_BEST_INTERESTS_DECISION'],
      ['money attorney', 'unable', 'FOUND_UNABLE', 'OTHER_POWER', 'NO_BEST_INTERESTS_DECISION'],
      ['deputy', 'presumed', 'SOMEBODY_ELSE_DECIDES', 'may', 'REPRESENTATIVE_FIRST'],
      ['deputy', 'unable', 'FOUND_UNABLE', 'may', 'REPRESENTATIVE_FIRST'],
      ['deputy', 'able', 'may', 'PERSON_CAN_DECIDE', 'PERSON_CAN_DECIDE'],
      ['best interests', 'unable', 'FOUND_UNABLE', 'NO_AUTHORITY', 'may'],
      ['best interests', 'presumed', 'SOMEBODY_ELSE_DECIDES', 'NO_AUTHORITY', 'may'],
    ];
    const record: Record<string, Authority[]> = { 'nothing': [], 'welfare attorney': lpa, 'money attorney': money, 'deputy': order, 'best interests': best };
    const found: Record<string, CapacityView[]> = { presumed: [], unable, able };
    for (const [what, capacity, ...expected] of table) {
      const [authorities, views] = [record[what] ?? [], found[capacity] ?? []];
      expect([what, capacity, ...[steven, mark, meeting].map((each) => verdict(each, area, authorities, views))]).toEqual([what, capacity, ...expected]);
    }
  });

  it('about money: an attorney for property and affairs, earlier if the person allowed it', () => {
    const power = 'property and affairs';
    expect(verdict(mark, 'money', [on('money', 'attorney', { power })])).toBe('CAPACITY_PRESUMED');
    expect(verdict(mark, 'money', [on('money', 'attorney', { power })], [view('money', false)])).toBe('may');
    expect(verdict(mark, 'money', [on('money', 'attorney', { power, actsEarly: true })])).toBe('may');
    expect(verdict(steven, 'money', [on('money', 'attorney', { power, actsEarly: true })])).toBe('may');
    expect(verdict(mark, 'money', [on('money', 'attorney', { power: 'health and welfare' })], [view('money', false)])).toBe('OTHER_POWER');
    expect(verdict(mark, 'outings and risk', [on('money', 'attorney', { power, actsEarly: true })], [view('outings and risk', false)])).toBe('OTHER_AREA');
  });

  it('by date: an order and a meeting end, and a view of capacity does', () => {
    const area = 'outings and risk';
    const days = ['2026-10-31', '2026-11-01', '2026-12-31', '2027-01-01'];
    expect(days.map((day) => verdict(mark, area, [on(area, 'attorney')], [view(area, false)], day))).toEqual(['CAPACITY_PRESUMED', 'may', 'may', 'CAPACITY_PRESUMED']);
    expect(days.map((day) => verdict(steven, area, [], [view(area, false)], day))).toEqual(['may', 'FOUND_UNABLE', 'FOUND_UNABLE', 'may']);
    expect(days.map((day) => verdict(mark, area, [on(area, 'deputy', { untilDate: '2026-12-31' })], [], day))).toEqual(['may', 'may', 'may', 'AUTHORITY_RAN_OUT']);
    expect(days.map((day) => verdict(meeting, area, [on(area, 'best interests', { untilDate: '2026-12-31' })], [], day))).toEqual(['may', 'may', 'may', 'REVIEW_IS_DUE']);
  });
});

const area = fc.constantFrom(...AREAS);
const day = fc.integer({ min: -400, max: 400 }).map((shift) => addDays(TODAY, shift));
const authority: fc.Arbitrary<Authority> = fc.record({
  area, kind: fc.constantFrom('the person', 'with support', 'attorney', 'deputy', 'best interests'), supporterId: fc.constantFrom('mark', 'janet', null), documentSeen: fc.constantFrom('Seen', null), seenOn: fc.constant(null),
  untilDate: fc.option(day), power: fc.constantFrom(null, 'health and welfare', 'property and affairs'), actsEarly: fc.boolean(), matter: fc.constantFrom(null, MATTER, 'The choir'),
});
const views = fc.array(fc.record({ area, matter: fc.constantFrom(MATTER, 'The choir'), able: fc.boolean(), onDate: day, untilDate: day }), { maxLength: 5 });

describe('whatever is on record', () => {
  it('nobody decides about anything but money by a power for property and affairs', () => {
    fc.assert(fc.property(area, fc.array(authority, { maxLength: 6 }), views, day, (which, all, found, today) => {
      const onlyMoney = all.map((each) => ({ ...each, power: 'property and affairs' }));
      if (which !== 'money') expect(verdict(mark, which, onlyMoney, found, today)).not.toBe('may');
    }));
  });

  it('a supporter decides only with a document that was seen, for this area, while it stands', () => {
    fc.assert(fc.property(area, fc.array(authority, { maxLength: 6 }), views, day, (which, all, found, today) => {
      if (verdict(mark, which, all, found, today) !== 'may') return;
      expect(all.some((each) => each.area === which && each.supporterId === 'mark' && ['attorney', 'deputy'].includes(each.kind) && each.documentSeen && (each.untilDate === null || each.untilDate >= today))).toBe(true);
    }));
  });

  it('the person and somebody else never both decide what they were found able, or unable, to', () => {
    fc.assert(fc.property(area, fc.array(authority, { maxLength: 6 }), views, day, (which, all, found, today) => {
      const capacity = capacityFor({ matter: MATTER, views: found }, which, today);
      if (capacity?.able) expect([mark, meeting].map((each) => verdict(each, which, all, found, today))).not.toContain('may');
      if (capacity?.able === true) expect(verdict(steven, which, all, found, today)).toBe('may');
      if (capacity?.able === false) expect(verdict(steven, which, all, found, today)).toBe('FOUND_UNABLE');
    }));
  });

  it('what is refused is heard, with the words and the reason; what is settled is not heard as well', () => {
    fc.assert(fc.property(area, fc.array(authority, { maxLength: 6 }), views, fc.constantFrom(steven, mark, meeting), (which, all, found, decider) => {
      const settled = settle({ what: 'To swim', said: ' “Water.” ', decider, person: 'Steven', recordedBy: 'Karen', area: which, authorities: all, about: { matter: MATTER, views: found } }, TODAY);
      expect(settled.allowed).toBe(verdict(decider, which, all, found) === 'may');
      if (settled.allowed) return;
      expect(settled.heard).toMatchObject({ about: 'To swim', words: '“Water.”', whose: decider.as === 'supporter' ? 'Mark Marlow' : decider.as === 'the person' ? 'Steven' : 'Karen' });
      expect(settled.heard?.whyNot.length).toBeGreaterThan(20);
    }));
  });

  it('says nothing of nothing', () => {
    const asked = { what: ' ', said: '', decider: mark, person: 'Steven', recordedBy: 'Karen', area: 'money', authorities: [], about: { matter: null, views: [] } } as const;
    expect(settle(asked, TODAY)).toMatchObject({ allowed: false, heard: null, reasons: [{ code: 'NO_WHAT' }, { code: 'NOTHING_SAID' }] });
  });

  it('no view of not being able, and no best-interests decision, lasts longer than a year or comes without its steps', () => {
    fc.assert(fc.property(fc.integer({ min: -10, max: 500 }), fc.constantFrom('', 'Pictures.'), fc.boolean(), (days, helpTried, notBecauseUnwise) => {
      const decision = mayRecordCapacity({ matter: MATTER, able: false, helpTried, why: 'x', notBecauseUnwise, untilDate: addDays(TODAY, days) }, TODAY);
      expect(decision.allowed).toBe(days >= 0 && days <= 366 && helpTried !== '' && notBecauseUnwise);
    }));
    const draft = { area: 'money', matter: MATTER, decision: 'x', consulted: 'x', weighed: 'x', lessRestrictive: 'x', couldWait: 'x', untilDate: '2027-01-01' } as const;
    expect(mayRecordBestInterests(draft, [view('money', false)], TODAY).allowed).toBe(true);
    for (const step of ['decision', 'consulted', 'weighed', 'lessRestrictive', 'couldWait'] as const) expect(mayRecordBestInterests({ ...draft, [step]: ' ' }, [view('money', false)], TODAY).allowed).toBe(false);
    expect(mayRecordBestInterests(draft, [view('money', false), view('money', true, { onDate: '2026-11-20' })], TODAY).allowed).toBe(false);
  });
});
