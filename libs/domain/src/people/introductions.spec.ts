import fc from 'fast-check';
import { KNOWN_AFTER, type RanSession, countTogether, isKnown, pairOf, sayKnownTo, strangersIn } from './introductions.ts';

const people = (letters: string) => fc.subarray(letters.split(''));
const sessions: fc.Arbitrary<RanSession[]> = fc.array(fc.record({ id: fc.nat({ max: 6 }).map(String), staff: people('xyz'), residents: people('abc') }), { maxLength: 8 });

describe('who knows whom', () => {
  it('is counted as one would on paper: each session once, each pair in it once', () => {
    fc.assert(fc.property(sessions, (ran) => {
      const counts = countTogether(ran);
      for (const resident of 'abc') for (const staff of 'xyz') {
        const firsts = ran.filter((one, at) => ran.findIndex(({ id }) => id === one.id) === at);
        const recount = firsts.filter((one) => one.staff.includes(staff) && one.residents.includes(resident)).length;
        expect(counts.get(pairOf(resident, staff)) ?? 0).toBe(recount);
        expect(isKnown(recount)).toBe(recount >= KNOWN_AFTER);
      }
    }));
  });

  const steven = { id: 'a', name: 'Steven', support: { staff: 1, residents: 1 } };
  const dean = { id: 'x', name: 'Dean Harvey', agency: false };
  const gwen = { id: 'y', name: 'Gwen Lloyd', agency: false };
  const knows = new Map([[pairOf('a', 'y'), 3], [pairOf('a', 'x'), 1]]);

  it('flags one-to-one support by strangers, and says whom to introduce to whom', () => {
    expect(strangersIn({ residents: [steven], staff: [dean] }, knows, () => ['Gwen Lloyd'])).toEqual([
      { residentId: 'a', words: 'Steven needs somebody to themselves, and goes with Dean Harvey (with Steven once so far). Introduce Dean Harvey first: let Gwen Lloyd, whom Steven knows, be there too.' },
    ]);
    expect(strangersIn({ residents: [steven], staff: [dean, gwen] }, knows, () => [])).toEqual([]);
    expect(strangersIn({ residents: [{ ...steven, support: { staff: 1, residents: 4 } }], staff: [dean] }, knows, () => [])).toEqual([]);
    expect(strangersIn({ residents: [steven], staff: [{ ...dean, id: 'z', agency: true }] }, knows, () => [])[0]?.words).toContain('from an agency, a stranger to Steven). Steven knows nobody on the staff yet: let Dean Harvey meet Steven twice before.');
  });

  it('is said in a few words', () => {
    expect([sayKnownTo('Peggy', 2, true), sayKnownTo('Peggy', 1, false), sayKnownTo('Peggy', 0, false)]).toEqual(['known to Peggy', 'with Peggy once so far', 'Peggy has not met them']);
  });
});
