/** When somebody on a long shift has their break, where the rota says only how long it is. */
import type { Span } from '../shared/time.ts';

const GRID = 15;

/**
 * A break in the middle of the shift, on the quarter of an hour. Colleagues take turns: the first (`order` 0) in the very
 * middle, the next just after, the next just before, and so on, but never in the first or last quarter of the shift.
 * Null when there is none, or the shift is no longer than twice the break.
 */
export function breakOf(shift: Span, minutes: number, order: number): Span | null {
  const length = shift[1] - shift[0];
  if (minutes <= 0 || length <= 2 * minutes) return null;
  const earliest = shift[0] + length / 4;
  const latest = shift[1] - length / 4 - minutes;
  const turns = Math.max(1, Math.floor((latest - earliest) / minutes) + 1);
  const turn = order % turns;
  const away = Math.ceil(turn / 2) * minutes * (turn % 2 === 1 ? 1 : -1);
  const middle = (shift[0] + shift[1] - minutes) / 2;
  const wanted = Math.min(Math.max(middle + away, earliest), Math.max(earliest, latest));
  const from = Math.min(Math.max(Math.round(wanted / GRID) * GRID, shift[0]), shift[1] - minutes);
  return [from, from + minutes];
}
