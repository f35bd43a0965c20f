import { nameAmong, wholeName } from './name.ts';

const named = (preferredName: string, familyName: string) => ({ preferredName, familyName });

describe('what somebody is called', () => {
  it('has the family name, once', () => {
    expect(wholeName(named('Bob', 'Ellison'))).toBe('Bob Ellison');
    for (const name of ['Mr Gill', 'Miss Carr', 'Mrs van Dijk']) expect(wholeName(named(name, name.replace(/^\w+ /, '')))).toBe(name);
    expect(wholeName(named('mrs chan', 'Chan'))).toBe('mrs chan');
  });

  it('tells a family name from a name that only begins alike', () => {
    expect(wholeName(named('Leena', 'Lee'))).toBe('Leena Lee');
    expect(wholeName(named('Joy', ''))).toBe('Joy');
    expect(wholeName(named('', 'Ellison'))).toBe('Ellison');
  });

  it('is the name they go by, where nobody else goes by it', () => {
    const [bob, other, gill] = [named('Bob', 'Ellison'), named('Bob', 'Harris'), named('Mr Gill', 'Gill')];
    expect(nameAmong([bob, gill], bob)).toBe('Bob');
    expect([bob, other, gill].map((each) => nameAmong([bob, other, gill], each))).toEqual(['Bob Ellison', 'Bob Harris', 'Mr Gill']);
    expect(nameAmong([gill, gill], gill)).toBe('Mr Gill');
  });
});
