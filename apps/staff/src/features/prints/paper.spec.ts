/** What goes on which sheet. */
import { type Piece, cutByTime, flow, inPieces, inPlainTimes, measuresOf, sayTime, sayTimes } from './paper.ts';

const tall = (...heights: number[]): Piece[] => heights.map((height) => ({ height }));
const sheets = (cuts: ReturnType<typeof flow>) => cuts.map(({ columns }) => columns.map((indices) => indices.join(' ')).join(' | '));

describe('one column', () => {
  it('fills sheet after sheet, loses nothing and never cuts a piece', () => {
    expect(sheets(flow(tall(40, 40, 40, 40, 40), 100))).toEqual(['0 1', '2 3', '4']);
    expect(sheets(flow(tall(10, 300, 10), 100))).toEqual(['0', '1', '2']);
    expect(flow([], 100)).toEqual([]);
  });

  it('takes a heading over with what it heads', () => {
    expect(sheets(flow([{ height: 40 }, { height: 40 }, { height: 10, keep: true }, { height: 10, keep: true }, { height: 40 }], 100))).toEqual(['0 1', '2 3 4']);
    expect(sheets(flow([{ height: 60, keep: true }, { height: 60 }], 100))).toEqual(['0', '1']);
  });
});

describe('columns on one clock', () => {
  const at = (...pairs: (readonly [at: number, height: number])[]): Piece[] => pairs.map(([minute, height]) => ({ at: minute, height }));

  it('has everything on one sheet when it fits', () => {
    expect(sheets(cutByTime([at([600, 40], [840, 40]), at([660, 50])], 100))).toEqual(['0 1 | 0']);
  });

  it('turns the sheet at the same time in every column', () => {
    const cuts = cutByTime([at([600, 40], [660, 40], [840, 40]), at([600, 30], [900, 30])], 100);
    expect(sheets(cuts)).toEqual(['0 1 | 0', '2 | 1']);
    expect(cuts.map(({ from, to }) => [from, to])).toEqual([[600, 840], [840, null]]);
  });

  it('goes on when what begins together is too much for a sheet', () => {
    expect(sheets(cutByTime([at([600, 60], [600, 60], [700, 10]), at([600, 10])], 100))).toEqual(['0 | 0', '1 2 | ']);
    expect(sheets(cutByTime([at([600, 300], [700, 10]), []], 100))).toEqual(['0 | ', '1 | ']);
  });

  it('is one empty sheet when there is nothing', () => {
    expect(cutByTime([[], []], 100)).toEqual([{ columns: [[], []], from: null, to: null }]);
  });
});

describe('words and measures', () => {
  it('says times as people do', () => {
    expect(['00:00', '09:05', '12:00', '12:30', '14:30', '24:00'].map(sayTime)).toEqual(['12 am', '9:05 am', 'noon', '12:30 pm', '2:30 pm', '12 am']);
    expect([sayTimes('10:00', '11:00'), sayTimes('11:30', '13:00'), sayTimes('11:00', '12:00')]).toEqual(['10 – 11 am', '11:30 am – 1 pm', '11 am – noon']);
    expect(inPlainTimes('Moved, was Mon 14:30')).toBe('Moved, was Mon 2:30 pm');
  });

  it('knows paper', () => {
    expect(measuresOf({ size: 'A3', direction: 'landscape' })).toEqual({ width: 420, height: 297 });
    expect(measuresOf({ size: 'A4', direction: 'portrait' })).toEqual({ width: 210, height: 297 });
    expect([inPieces([1, 2, 3], 2), inPieces([], 2)]).toEqual([[[1, 2], [3]], [[]]]);
  });
});
