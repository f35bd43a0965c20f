import { mayKeepRoutine, sayRepeats } from './routine.ts';
import { exceptionsOf, goesByDate, placeInMonth, weeksApart } from './routine-repeats.ts';

describe('how a routine comes round', () => {
  it('is said as people say it', () => {
    expect([
      sayRepeats('every week', [1, 2, 3, 4, 5, 6, 7], '2026-01-05'), sayRepeats('every second week', [2, 4], '2026-01-05'), sayRepeats('first in the month', [5], '2026-01-05'),
      sayRepeats('last in the month', [7], '2026-01-05'), sayRepeats('every month', [1], '2026-01-21'), sayRepeats('every year', [1], '2026-05-12'), sayRepeats('every month', [], '2026-01-12'),
    ]).toEqual(['every day', 'Tue and Thu, every second week', 'the first Fri of the month', 'the last Sun of the month', 'the 21st of each month', 'each year on 12 May', 'the 12th of each month']);
  });

  it('goes by weeks, by a place in the month or by a date', () => {
    expect([weeksApart('every week'), weeksApart('every fourth week'), weeksApart('first in the month'), weeksApart('every year')]).toEqual([1, 4, null, null]);
    expect([placeInMonth('first in the month'), placeInMonth('fourth in the month'), placeInMonth('last in the month'), placeInMonth('every month'), placeInMonth('every week')]).toEqual([1, 4, -1, null, null]);
    expect([goesByDate('every month'), goesByDate('last in the month')]).toEqual([true, false]);
  });

  it('differs on single days, and the last word on a day holds', () => {
    const said = [{ day: '2026-12-25', kind: 'not that day' }, { day: '2026-12-26', kind: 'that day too' }, { day: '2026-12-27', kind: 'not that day' }, { day: '2026-12-27', kind: 'as usual' }] as const;
    expect(exceptionsOf(said)).toEqual({ out: new Set(['2026-12-25']), added: new Set(['2026-12-26']) });
  });

  it('is one of those there are, and does not end before it begins', () => {
    const draft = { what: 'Bowls', days: [5], from: '14:00', to: '15:00', why: 'Always', needs: 'respect', protected: false };
    expect(mayKeepRoutine({ ...draft, repeats: 'first in the month', since: '2026-11-24', until: '2026-11-24' }, null, [])).toEqual({ allowed: true });
    expect(mayKeepRoutine({ ...draft, repeats: 'now and then', since: '2026-11-24', until: '2026-11-23' }, null, []))
      .toEqual({ allowed: false, reasons: [{ code: 'ROUTINE_REPEATS_UNKNOWN', about: 'now and then' }, { code: 'ROUTINE_ENDS_FIRST' }] });
  });
});
