import { HOLIDAYS_NOT_KNOWN, type HolidayRule, type Opening, isOpenAt, sayOpen } from '@promenade/domain/venues/opening';
import { bankHolidays, isReadableHours, nextHolidays, openDays, openOn } from './opening-hours.ts';

const osm = (value: string, rule: HolidayRule = 'not known'): { hours: []; opening: Opening } => ({ hours: [], opening: { from: 'osm', osm: value, holidays: { ...HOLIDAYS_NOT_KNOWN, rule } } });
const weekly = (rule: HolidayRule | null, from = '09:00', to = '17:00') => ({
  hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from, to }],
  opening: rule === null ? null : { from: 'weekly' as const, osm: null, holidays: { rule, from: '11:00', to: '15:00' } },
});
const said = (venue: Parameters<typeof openOn>[0], day: string, nation: Parameters<typeof openOn>[1] = 'England') => sayOpen(openOn(venue, nation, day));

describe('bank holidays', () => {
  it('know the substitute for a Boxing Day on a Saturday, Easter, and that Scotland’s are others', () => {
    const england = bankHolidays('England', '2026-12-20', '2027-01-05');
    expect(['2026-12-25', '2026-12-26', '2026-12-28', '2027-01-01'].map((day) => england.get(day))).toEqual(['Christmas Day', 'Boxing Day', 'Boxing Day (substitute day)', 'New Year\'s Day']);
    expect(england.has('2026-12-29')).toBe(false);
    expect([england.has('2026-04-03'), england.has('2026-04-06'), england.has('2026-04-05')]).toEqual([true, true, false]);
    const scotland = bankHolidays('Scotland', '2026-01-01', '2026-12-31');
    expect([scotland.has('2026-04-06'), scotland.has('2026-11-30'), england.has('2026-11-30')]).toEqual([false, true, false]);
    expect(nextHolidays('England', '2026-12-26', 3).map(({ day }) => day)).toEqual(['2026-12-26', '2026-12-28', '2027-01-01']);
  });
});

describe('a place with weekly hours', () => {
  it('keeps what was said of bank holidays all through Christmas week, and is not known where nobody has said', () => {
    const week = ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29'];
    const usual = '09:00 to 17:00';
    expect(week.map((day) => said(weekly('closed'), day))).toEqual([usual, 'Closed: Christmas Day', 'Closed: Boxing Day', usual, 'Closed: Boxing Day (substitute day)', usual]);
    expect(week.map((day) => said(weekly('as usual'), day))).toEqual(week.map(() => usual));
    expect(said(weekly('other hours'), '2026-12-28')).toBe('11:00 to 15:00 (other hours: Boxing Day (substitute day))');
    expect(said(weekly(null), '2026-12-28')).toBe('Not known. Boxing Day (substitute day): nobody has asked whether it is open.');
    expect(openOn(weekly(null), 'England', '2026-12-28').spans).toEqual([]);
  });

  it('is the same on the wall when the clocks change, and goes on past midnight', () => {
    for (const day of ['2026-03-29', '2026-10-25']) expect(openOn(weekly('closed'), 'England', day).spans).toEqual([[540, 1020]]);
    const late = openOn(weekly('closed', '18:00', '00:30'), 'England', '2026-11-27');
    expect(late.spans).toEqual([[1080, 1470]]);
    expect(isOpenAt(late, 1450)).toBe(true);
  });

  it('is not known at all where nobody has said its hours', () => {
    expect(said({ hours: [], opening: { from: 'not known', osm: null, holidays: HOLIDAYS_NOT_KNOWN } }, '2026-11-24')).toBe('Not known. Nobody has said when it is open.');
  });
});

describe('hours in OpenStreetMap’s words', () => {
  it('close on bank holidays where they say PH off, by the nation’s own list', () => {
    const venue = osm('Mo-Sa 09:00-17:00; PH off');
    const christmas = openDays(venue, 'England', ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-28', '2026-12-29']);
    expect(christmas.map(({ spans }) => spans.length)).toEqual([1, 0, 0, 0, 1]);
    expect(said(venue, '2026-12-28')).toBe('Closed: Boxing Day (substitute day)');
    expect([said(venue, '2026-04-03'), said(venue, '2026-04-06'), said(venue, '2026-04-07')]).toEqual(['Closed: Good Friday', 'Closed: Easter Monday', '09:00 to 17:00']);
    expect([said(venue, '2026-11-30'), said(venue, '2026-11-30', 'Scotland')]).toEqual(['09:00 to 17:00', 'Closed: St Andrew’s Day']);
  });

  it('are not known on a bank holiday they do not name, until somebody says', () => {
    expect(openOn(osm('Mo-Su 10:00-16:00'), 'England', '2026-12-25')).toMatchObject({ isKnown: false, spans: [] });
    expect(said(osm('Mo-Su 10:00-16:00', 'as usual'), '2026-12-25')).toBe('10:00 to 16:00');
    expect(said(osm('Mo-Su 10:00-16:00', 'closed'), '2026-12-25')).toBe('Closed: Christmas Day');
    expect(said(osm('Mo-Fr 10:00-16:00; PH 12:00-14:00'), '2026-12-28')).toBe('12:00 to 14:00 (hours of a bank holiday: Boxing Day (substitute day))');
  });

  it('go past midnight and belong to the evening they begin on', () => {
    const pub = osm('Su-Th 16:00-23:30; Fr,Sa 16:00-00:30');
    expect(openOn(pub, 'England', '2026-11-27').spans).toEqual([[960, 1470]]);
    expect(openOn(pub, 'England', '2026-11-28').spans).toEqual([[960, 1470]]);
    expect(openOn(pub, 'England', '2026-11-29').spans).toEqual([[960, 1410]]);
    expect(openOn(osm('24/7'), 'England', '2026-11-29').spans).toEqual([[0, 1440]]);
  });

  it('know seasons, two stretches a day, and both changes of the clock', () => {
    const seasonal = osm('Apr-Sep: Mo-Su 10:00-18:00; Oct-Mar: Sa,Su 10:00-16:00; PH off');
    expect([said(seasonal, '2026-09-30'), said(seasonal, '2026-10-01'), said(seasonal, '2026-10-03')]).toEqual(['10:00 to 18:00', 'Closed', '10:00 to 16:00']);
    expect([said(seasonal, '2026-10-25'), said(seasonal, '2026-03-29')]).toEqual(['10:00 to 16:00', '10:00 to 16:00']);
    expect(said(osm('Mo-Sa 12:00-14:15,17:00-23:30; Su 17:00-23:30'), '2026-11-24')).toBe('12:00 to 14:15 and 17:00 to 23:30');
  });

  it('promise nothing where they follow the sun, need asking, or cannot be read', () => {
    expect(said(osm('sunrise-sunset'), '2026-11-24')).toBe('Not known. It opens and closes with the daylight.');
    expect(said(osm('Mo 10:00-12:00 "ring first"'), '2026-11-23')).toBe('Not known. Ask first: ring first.');
    expect(openOn(osm('Tu-Su 12:00-21:00+'), 'England', '2026-11-24').spans).toEqual([[720, 1260]]);
    for (const value of ['hello', 'x'.repeat(60_000), '', 'SH Mo-Fr 10:00-12:00']) expect(openOn(osm(value), 'England', '2026-11-24').isKnown).toBe(false);
    expect([isReadableHours('Mo-Fr 09:00-17:00', 'Wales'), isReadableHours('ask Deb', 'Wales'), isReadableHours('SH Mo-Fr 10:00-12:00', 'Wales')]).toEqual([true, false, false]);
  });
});
