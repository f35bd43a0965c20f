import fc from 'fast-check';
import { type FuzzyDate, compareFuzzyDates, decadeOf, readFuzzyDate, sayFuzzyDate, saySpan } from './fuzzy-date.ts';

/** Somebody born on 14 February 1938, told on 22 November 2026. */
const LEANING = { born: '1938-02-14', saidOn: '2026-11-22' };
const read = (words: string) => readFuzzyDate(words, LEANING);
const span = (words: string) => {
  const { earliest, latest } = read(words);
  return `${earliest ?? '…'} ${latest ?? '…'}`;
};

describe('what people say of when something was', () => {
  it.each([
    ['about 1962', '1960-01-01 1964-12-31'],
    ['c1962', '1960-01-01 1964-12-31'],
    ['1962 or so', '1960-01-01 1964-12-31'],
    ['in the fifties', '1950-01-01 1959-12-31'],
    ['the late 1950s', '1956-01-01 1959-12-31'],
    ['early sixties', '1960-01-01 1963-12-31'],
    ["the '60s", '1960-01-01 1969-12-31'],
    ['in the seventies and eighties', '1970-01-01 1989-12-31'],
    ['before the war', '1938-02-14 1939-09-02'],
    ['during the war', '1939-09-03 1945-08-15'],
    ['after the war', '1945-08-16 …'],
    ['in the Falklands war', '1982-04-02 1982-06-14'],
    ['1939-45', '1939-01-01 1945-12-31'],
    ['1939–45', '1939-01-01 1945-12-31'],
    ['from 1950 to 1960', '1950-01-01 1960-12-31'],
    ['between 1950 and 1955', '1950-01-01 1955-12-31'],
    ['about 1962 to 1993', '1960-01-01 1993-12-31'],
    ['summer 1948', '1948-06-01 1948-08-31'],
    ['in the winter of 1947', '1947-01-01 1948-02-28'],
    ['June 1971', '1971-06-01 1971-06-30'],
    ['3rd of June 1971', '1971-06-03 1971-06-03'],
    ['31 June 1971', '1971-06-01 1971-06-30'],
    ['03/06/1971', '1971-06-03 1971-06-03'],
    ['when she was nine', '1947-02-14 1948-02-13'],
    ['at fourteen', '1952-02-14 1953-02-13'],
    ['from the age of 14', '1952-02-14 …'],
    ['until she was sixty', '1938-02-14 1999-02-13'],
    ['in her twenties', '1958-02-14 1968-02-13'],
    ['in the twenties', '1920-01-01 1929-12-31'],
    ['as a girl', '1941-02-14 1954-02-13'],
    ['until 1990', '1938-02-14 1990-12-31'],
    ['since 1970', '1970-01-01 …'],
    ['for forty years until 1990', '1950-12-31 1990-12-31'],
    ['twenty years ago', '2005-01-01 2007-12-31'],
    ['nineteen fifty-two', '1952-01-01 1952-12-31'],
    ['all his life', '1938-02-14 2026-11-22'],
    ['for forty years', '… …'],
    ['most mornings', '… …'],
    ['the walk at 4.30', '… …'],
    ['', '… …'],
  ])('“%s” is %s', (words, expected) => {
    expect(span(words)).toBe(expected);
  });

  it('leans on a birthday only where there is one', () => {
    expect(readFuzzyDate('when she was nine')).toMatchObject({ earliest: null, latest: null });
    expect(readFuzzyDate('before the war')).toMatchObject({ earliest: null, latest: '1939-09-02' });
    expect(readFuzzyDate('until 1930', LEANING)).toMatchObject({ earliest: null, latest: '1930-12-31' });
    expect(readFuzzyDate('when he was four', { born: '1940-02-29' })).toMatchObject({ earliest: '1944-02-29', latest: '1945-02-28' });
  });

  it('are in the order of a life, and what has no time comes last', () => {
    const told = ['most mornings', 'until 1990', '1961', 'about 1962', 'in the fifties', 'as a girl', 'about 1962 to 1993', 'before the war', 'June 1971', 'since 1970'];
    expect(told.map(read).toSorted(compareFuzzyDates).map(({ words }) => words))
      .toEqual(['before the war', 'as a girl', 'in the fifties', '1961', 'about 1962', 'about 1962 to 1993', 'since 1970', 'June 1971', 'until 1990', 'most mornings']);
    expect(['in the fifties', 'until 1990', 'most mornings'].map((words) => decadeOf(read(words)))).toEqual([1950, 1990, null]);
  });

  it('are printed as they were said, and say how they were understood', () => {
    expect(sayFuzzyDate(read('  about \n 1962 '))).toBe('about 1962');
    expect(['about 1962', 'June 1971', '1939', 'summer 1948', 'since 1970', '3 June 1971', 'most mornings'].map((words) => saySpan(read(words))))
      .toEqual(['1960 to 1964', 'June 1971', '1939', 'June to August 1948', 'from 1970 on', '3 June 1971', '']);
    expect([saySpan(readFuzzyDate('until 1990')), saySpan(readFuzzyDate('after the war'))]).toEqual(['up to 1990', 'from 16 August 1945 on']);
  });
});

const PARTS = ['about', 'before', 'until', 'since', 'the', 'war', 'fifties', 'late', '1962', "'60s", 'June', 'summer', '31', 'when she was', 'nine', 'for', 'forty', 'years', 'to', '-', '1939-45', 'as a girl', '؟', '\u202e', '\0', 'in her', 'twenties', '2099', '29/02/1900', 'c.'];
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }).map((parts) => parts.join(' ')));
const anyDay = fc.option(fc.date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)));
const anyDate = fc.record({ words: anything, born: anyDay, saidOn: anyDay }).map(({ words, born, saidOn }) => readFuzzyDate(words, { born, saidOn }));
const DAY = /^\d{4}-\d\d-\d\d$/;

describe('any text at all', () => {
  it('is understood or left alone, and keeps its words', () => {
    fc.assert(fc.property(anything, anyDay, anyDay, (words, born, saidOn) => {
      const date = readFuzzyDate(words, { born, saidOn });
      expect(date.words).toBe(words);
      for (const day of [date.earliest, date.latest, date.at]) if (day !== null) expect(day).toMatch(DAY);
      if (date.earliest !== null && date.latest !== null) expect(date.earliest <= date.latest).toBe(true);
      if (date.at !== null) expect((date.earliest ?? date.at) <= date.at && date.at <= (date.latest ?? date.at)).toBe(true);
      expect(date.at === null).toBe(date.earliest === null && date.latest === null);
      expect([sayFuzzyDate(date), saySpan(date)].every((text) => typeof text === 'string')).toBe(true);
    }), { numRuns: 2000 });
  });

  it('is put in one order, whichever way it comes', () => {
    const sign = (a: FuzzyDate, b: FuzzyDate) => Math.sign(compareFuzzyDates(a, b));
    fc.assert(fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
      expect(sign(a, b) + sign(b, a)).toBe(0);
      expect(sign(a, a)).toBe(0);
      if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
    }), { numRuns: 1000 });
  });

  it('of a megabyte is read in a blink', () => {
    const begun = performance.now();
    readFuzzyDate('about the early '.repeat(65_536), LEANING);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
