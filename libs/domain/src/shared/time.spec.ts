import { addDays, clockIn, dayIn, instantAt, isDay, mondayOf, sayDay, spansOf, wallMinute, weekdayOf } from './time.ts';

const LONDON = 'Europe/London';
const iso = (at: Date) => at.toISOString();

describe('days', () => {
  it('knows which days exist', () => {
    expect(isDay('2026-02-28')).toBe(true);
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2028-02-29')).toBe(true);
    expect(isDay('31/11/2026')).toBe(false);
  });

  it('counts Monday as the first day of the week, and Sunday as its last', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  });

  it('steps over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  it('says a day as people do', () => {
    expect(sayDay('2026-11-24')).toBe('Tuesday 24 November');
  });
});

describe('clocks', () => {
  it('are Greenwich time in winter and an hour ahead in summer', () => {
    expect(iso(instantAt(LONDON, '2026-11-24', 870))).toBe('2026-11-24T14:30:00.000Z');
    expect(iso(instantAt(LONDON, '2026-07-01', 870))).toBe('2026-07-01T13:30:00.000Z');
  });

  // Clocks go back at 02:00 on Sunday 25 October 2026: 01:30 happens twice.
  it('take the first of two half past ones when they go back', () => {
    expect(iso(instantAt(LONDON, '2026-10-25', 90))).toBe('2026-10-25T00:30:00.000Z');
    expect(iso(instantAt(LONDON, '2026-10-25', 16 * 60 + 30))).toBe('2026-10-25T16:30:00.000Z');
  });

  // Clocks go forward at 01:00 on Sunday 28 March 2027: 01:30 never happens.
  it('move a time that never happens to after the jump', () => {
    expect(clockIn(LONDON, instantAt(LONDON, '2027-03-28', 90))).toBe('02:30');
    expect(iso(instantAt(LONDON, '2027-03-28', 16 * 60 + 30))).toBe('2027-03-28T15:30:00.000Z');
  });

  it('give back every quarter of an hour of a week in which they change', () => {
    for (const monday of ['2026-10-19', '2027-03-22', '2026-11-23']) {
      for (let minute = 0; minute < 7 * 1440; minute += 15) {
        const at = instantAt(LONDON, monday, minute);
        const never = monday === '2027-03-22' && minute >= 6 * 1440 + 60 && minute < 6 * 1440 + 120;
        expect(wallMinute(LONDON, monday, at)).toBe(never ? minute + 60 : minute);
      }
    }
  });

  it('know that it is already tomorrow at midnight in summer', () => {
    expect(dayIn(LONDON, new Date('2026-07-01T23:00:00Z'))).toBe('2026-07-02');
    expect(dayIn(LONDON, new Date('2026-12-01T23:59:00Z'))).toBe('2026-12-01');
  });
});

describe('weekly hours', () => {
  it('become spans of minutes from the first day', () => {
    expect(spansOf([{ days: [2], from: '10:00', to: '12:00' }], '2026-11-23', 7)).toEqual([[2040, 2160]]);
    expect(spansOf([{ days: [1, 7], from: '10:00', to: '24:00' }], '2026-11-29', 2)).toEqual([[600, 1440], [2040, 2880]]);
  });
});
