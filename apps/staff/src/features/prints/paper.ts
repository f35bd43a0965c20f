/** Sheets of paper and what goes on which: pure sums over measured heights, so that nothing is cut off or shrunk. */
import { minuteOf } from '@promenade/domain/shared/time';

export const PAPERS = ['A4', 'A3'] as const;
export type Size = (typeof PAPERS)[number];
export type Direction = 'portrait' | 'landscape';
export type Paper = { readonly size: Size; readonly direction: Direction };

const SHORT_AND_LONG: Readonly<Record<Size, readonly [short: number, long: number]>> = { A4: [210, 297], A3: [297, 420] };

/** Width and height in millimetres. */
export function measuresOf({ size, direction }: Paper): { readonly width: number; readonly height: number } {
  const [short, long] = SHORT_AND_LONG[size];
  return direction === 'portrait' ? { width: short, height: long } : { width: long, height: short };
}

/** A piece that is never broken in two. `keep`: it stays with the next. `at`: the minute it begins, where columns share one clock. */
export type Piece = { readonly height: number; readonly keep?: boolean; readonly at?: number };

/** One sheet: which pieces of each column are on it, and from and to which minute of the day where that decided. */
export type Cut = { readonly columns: readonly (readonly number[])[]; readonly from: number | null; readonly to: number | null };

/** Fills sheet after sheet from the top. A heading goes over with what it heads; a piece taller than a sheet has one alone. */
export function flow(pieces: readonly Piece[], room: number): Cut[] {
  const sheets: number[][] = [];
  let sheet: number[] = [];
  let used = 0;
  const tallOf = (indices: readonly number[]) => indices.reduce((sum, i) => sum + (pieces[i]?.height ?? 0), 0);
  const turn = () => {
    // What must stay with the next goes over with it, unless that would leave nothing behind.
    let kept = sheet.length;
    while (kept > 0 && pieces[sheet[kept - 1] ?? -1]?.keep) kept -= 1;
    const over = kept > 0 ? sheet.slice(kept) : [];
    sheets.push(kept > 0 ? sheet.slice(0, kept) : sheet);
    sheet = over;
    used = tallOf(over);
  };
  pieces.forEach(({ height }, i) => {
    if (sheet.length > 0 && used + height > room) turn();
    sheet.push(i);
    used += height;
  });
  if (sheet.length > 0) sheets.push(sheet);
  return sheets.map((indices) => ({ columns: [indices], from: null, to: null }));
}

/**
 * Columns beside each other on one clock: each sheet holds the same hours of every column, as many as fit. Where what
 * begins at one time is too much for a sheet by itself, it goes on onto the next.
 */
export function cutByTime(columns: readonly (readonly Piece[])[], room: number): Cut[] {
  const next = columns.map(() => 0);
  const cuts: Cut[] = [];
  const left = () => columns.some((pieces, c) => (next[c] ?? 0) < pieces.length);
  /** How many pieces of a column begin before `until`, and whether they fit. */
  const before = (c: number, until: number) => {
    const pieces = columns[c] ?? [];
    let [end, used] = [next[c] ?? 0, 0];
    while (end < pieces.length && (pieces[end]?.at ?? 0) < until) {
      used += pieces[end]?.height ?? 0;
      end += 1;
    }
    return { end, fits: used <= room };
  };
  const asFarAsItFits = (c: number, end: number) => {
    const pieces = columns[c] ?? [];
    let [to, used] = [next[c] ?? 0, 0];
    while (to < end && (to === (next[c] ?? 0) || used + (pieces[to]?.height ?? 0) <= room)) {
      used += pieces[to]?.height ?? 0;
      to += 1;
    }
    return to;
  };
  while (left()) {
    const waiting = columns.flatMap((pieces, c) => pieces.slice(next[c]).map(({ at = 0 }) => at));
    const times = [...new Set(waiting)].toSorted((a, b) => a - b);
    const untils = [...times.slice(1), Infinity];
    const until = untils.findLast((time) => columns.every((_, c) => before(c, time).fits)) ?? untils[0] ?? Infinity;
    const taken = columns.map((_, c) => {
      const from = next[c] ?? 0;
      const to = asFarAsItFits(c, before(c, until).end);
      next[c] = to;
      return Array.from({ length: to - from }, (__, n) => from + n);
    });
    cuts.push({ columns: taken, from: times[0] ?? null, to: until === Infinity ? null : until });
  }
  return cuts.length > 0 ? cuts : [{ columns: columns.map(() => []), from: null, to: null }];
}

/** A time as people who live there say it: '14:30' is '2:30 pm', '12:00' is 'noon'. */
export function sayTime(clock: string): string {
  const minute = minuteOf(clock);
  if (minute === 720) return 'noon';
  const hour = Math.floor(minute / 60);
  const rest = minute % 60;
  return `${hour % 12 === 0 ? 12 : hour % 12}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`} ${hour < 12 || hour === 24 ? 'am' : 'pm'}`;
}

/** '10 – 11 am', '11:30 am – 1 pm'. */
export function sayTimes(from: string, to: string): string {
  const [a, b] = [sayTime(from), sayTime(to)];
  const half = a.slice(-3);
  return half === b.slice(-3) && /^ [ap]m$/.test(half) ? `${a.slice(0, -3)} – ${b}` : `${a} – ${b}`;
}

/** A sentence with its clock times said so: 'was Mon 14:30' is 'was Mon 2:30 pm'. */
export function inPlainTimes(sentence: string): string {
  return sentence.replaceAll(/\b\d\d:\d\d\b/g, sayTime);
}

/** Names in pieces that a column can hold, so that a very large group can go on onto another sheet. */
export function inPieces<T>(list: readonly T[], most: number): T[][] {
  if (list.length <= most) return [[...list]];
  const pieces: T[][] = [];
  for (let n = 0; n < list.length; n += most) pieces.push(list.slice(n, n + most));
  return pieces;
}
