/** Days and times as people write them. */
import { addDays, likelyBirthYears, readDay, sayDay, weekdayFrom, weekdayOf } from './dates.ts';
import { lengthOf, readClock, readSpan } from './clock.ts';

describe('days', () => {
  it.each([
    ['14/02/1938', '1938-02-14'], ['1.3.2026', '2026-03-01'], ['2026-11-23', '2026-11-23'], ['2026-11-23T07:30:00Z', '2026-11-23'],
    ['3rd Nov 2026', '2026-11-03'], ['14-Feb-1938', '1938-02-14'], ['Monday 23 November 2026', '2026-11-23'], ['29/02/2024', '2024-02-29'], ['23/11/2026 00:00', '2026-11-23'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text)).toEqual({ found: 'day', day });
  });

  it.each([['30/02/1940', /February has 29 days in 1940/], ['31/11/2026', /November has 30 days/], ['29/02/2023', /28 days in 2023/], ['02/14/1938', /other way round/], ['0/1/1940', /no 0 January/], ['1/1/0019', /year 19/]])('%s is no day, and the sentence says why', (text, why) => {
    const read = readDay(text);
    expect(read.found === 'impossible' ? read.sentence : read.found).toMatch(why);
  });

  it('a year of two digits is handed back, the likelier century first', () => {
    expect(readDay('1/3/37')).toEqual({ found: 'two-digit-year', dayOfMonth: 1, month: 3, year: 37 });
    expect(likelyBirthYears(37, '2026-11-21')).toEqual([1937]);
    expect(likelyBirthYears(5, '2026-11-21')).toEqual([2005]);
    expect(likelyBirthYears(20, '2026-11-21')).toEqual([1920]);
  });

  it('a number a spreadsheet left behind is its day', () => {
    expect(readDay('46349')).toEqual({ found: 'serial', day: '2026-11-23' });
  });

  it('words are not days', () => {
    expect(readDay('soon').found).toBe('unreadable');
    expect(readDay('  ').found).toBe('nothing');
  });

  it('weeks run across both clock changes and the new year without slipping', () => {
    expect(['2026-03-28', '2026-10-24', '2026-12-31'].map((day) => addDays(day, 2))).toEqual(['2026-03-30', '2026-10-26', '2027-01-02']);
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(sayDay('2026-11-29')).toBe('Sunday 29 November 2026');
    expect(['Mon', 'Tues', 'Thurs', 'su', 'month'].map(weekdayFrom)).toEqual([1, 2, 4, 7, null]);
  });
});

describe('spans of time', () => {
  it.each([
    ['9-5', '09:00', '17:00', false], ['9-4', '09:00', '16:00', false], ['10-2', '10:00', '14:00', false], ['0930-1730', '09:30', '17:30', false],
    ['10:00 - 16:00', '10:00', '16:00', false], ['9.30am to 5.30pm', '09:30', '17:30', false], ['20:45-07:45', '20:45', '07:45', true],
    ['8pm-8am', '20:00', '08:00', true], ['22-6', '22:00', '06:00', true], ['14:00-00:00', '14:00', '00:00', true], ['14:00–24:00', '14:00', '00:00', true],
    ['7-3', '07:00', '15:00', false], ['12-8', '12:00', '20:00', false], ['8-12', '08:00', '12:00', false], ['2-9', '14:00', '21:00', false], ['9am-12', '09:00', '12:00', false],
  ])('%s is %s to %s', (text, from, to, endsNextDay) => {
    expect(readSpan(text)).toMatchObject({ from, to, endsNextDay, rest: '' });
  });

  it('what could be read another way says so', () => {
    expect(readSpan('8-8')?.assumed).toMatch(/by day/);
    expect(readSpan('2-9')?.assumed).toMatch(/14:00 to 21:00/);
    expect(readSpan('09:00-05:00')?.assumed).toMatch(/20 hours/);
    expect(readSpan('9-5')?.assumed).toBeNull();
  });

  it('words after the times are handed back and words instead of times are none', () => {
    expect(readSpan('10-2 alt')?.rest).toBe('alt');
    expect(['E/L', 'AL', '', '25-26', '=1-2', 'soon'].map(readSpan)).toEqual([null, null, null, null, null, null]);
  });

  it('a night is as long as it is', () => {
    expect(lengthOf({ from: '20:45', to: '07:45', endsNextDay: true })).toBe(660);
    expect([readClock('0.3125'), readClock('7.30am'), readClock('0730'), readClock('24:30'), readClock('noonish')]).toEqual(['07:30', '07:30', '07:30', null, null]);
  });
});
