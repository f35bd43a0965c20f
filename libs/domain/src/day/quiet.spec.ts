import fc from 'fast-check';
import { quietTime, sayMoment, sayNoMoment, sayQuiet, sayRoom } from './quiet.ts';

const TODAY = '2026-11-24';

describe('a quiet time', () => {
  it('is counted from the last meaningful thing, from being back, or from moving in', () => {
    const said = (lastOn: string | null, movedIn: string | null, backOn: string | null) => sayQuiet(quietTime({ lastOn, movedIn, backOn }, TODAY));
    expect(said('2026-11-20', '2026-01-01', null)).toBe('4 days since something meaningful');
    expect(said('2026-11-01', '2026-01-01', '2026-11-23')).toBe('1 day since they came back, and nothing meaningful yet');
    expect(said('2026-11-23', '2026-01-01', '2026-11-20')).toBe('1 day since something meaningful');
    expect(said(null, '2026-11-22', null)).toBe('2 days since they moved in, and nothing meaningful yet');
    expect(said(null, '2026-11-24', null)).toBe('Today they moved in, and nothing meaningful yet');
    expect(said(null, null, null)).toBe('Nothing recorded yet');
  });

  it('is never negative, and never longer than somebody has been back', () => {
    const day = fc.option(fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)));
    fc.assert(fc.property(day, day, day, (lastOn, movedIn, backOn) => {
      const { days } = quietTime({ lastOn, movedIn, backOn }, TODAY);
      expect(days === null).toBe(lastOn === null && movedIn === null && backOn === null);
      if (days === null) return;
      expect(days).toBeGreaterThanOrEqual(0);
      if (backOn !== null) expect(days).toBeLessThanOrEqual(quietTime({ lastOn: backOn, movedIn: null, backOn: null }, TODAY).days ?? 0);
    }));
  });
});

describe('what is possible', () => {
  it('is said with who, until when and where', () => {
    expect(sayMoment({ name: 'Bob', staff: ['Ada Bell'], staffUntil: '20:00', room: 'Lounge', roomUntil: null })).toBe('Bob likes it; Ada Bell is on shift until 20:00; the lounge is free.');
    expect(sayMoment({ name: 'Bob', staff: ['Ada Bell', 'Joe Hill'], staffUntil: '20:00', room: null, roomUntil: null })).toBe('Bob likes it; Ada Bell and Joe Hill are on shift until 20:00.');
    expect(['Lounge', 'The Snug', 'Room 4', 'TV room', 'Residents’ kitchen'].map(sayRoom)).toEqual(['the lounge', 'the Snug', 'Room 4', 'the TV room', 'the residents’ kitchen']);
  });

  it('is said plainly when nothing is', () => {
    expect(sayNoMoment('Bob', 'nobody', '14:00')).toBe('Nobody can be spared for Bob just now; from 14:00 somebody can.');
    expect(sayNoMoment('Bob', 'not free', null)).toBe('Bob is not free any more today.');
    expect(sayNoMoment('Bob', 'no likes', null)).toContain('Ask them');
    expect(sayNoMoment('Bob', 'not now', null)).toContain('any more today');
    expect(sayNoMoment('Bob', 'not now', '15:00', 'Dominoes')).toBe('Nothing Bob likes can be done this minute; “Dominoes” can from 15:00.');
  });
});
