/** Reads times and spans of time as rotas write them: `9-5`, `0930-1730`, `10:00 - 16:00`, `8pm-8am`. */
import type { ClockTime } from './shared.ts';

/** `assumed` is a sentence when the words could mean something else as well. */
export type ReadSpan = { from: ClockTime; to: ClockTime; endsNextDay: boolean; assumed: string | null; rest: string };

type Piece = { minutes: number; half: 'am' | 'pm' | null; exact: boolean };

const pad = (value: number) => String(value).padStart(2, '0');

/** Minutes after midnight as 'HH:MM'; 1440 and more fall on the next day. */
export function clock(minutes: number): ClockTime {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`;
}

/** 'HH:MM' as minutes after midnight. */
export function minutesOf(time: ClockTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** How long a span is, in minutes, on a day without a clock change. */
export function lengthOf(span: { from: ClockTime; to: ClockTime; endsNextDay: boolean }): number {
  return minutesOf(span.to) + (span.endsNextDay ? 1440 : 0) - minutesOf(span.from);
}

/** 450 minutes as '7.5'. */
export const sayHours = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100);

function readPiece(text: string): Piece | null {
  const found = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?::\d{2})?\s*(am|pm|noon|hrs?|h)?$/i.exec(text.trim());
  const word = text.trim().toLowerCase();
  if (word === 'noon' || word === 'midday') return { minutes: 720, half: null, exact: true };
  if (word === 'midnight') return { minutes: 1440, half: null, exact: true };
  if (!found) return null;
  const hours = Number(found[1]);
  const minutes = Number(found[2] ?? 0);
  const mark = found[3]?.toLowerCase();
  const half = mark === 'am' || mark === 'pm' ? mark : null;
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0) || (half && (hours > 12 || hours === 0))) return null;
  const base = half ? (hours % 12) + (half === 'pm' ? 12 : 0) : hours;
  const exact = half !== null || hours > 12 || (found[1]?.length === 2 && found[2] !== undefined);
  return { minutes: base * 60 + minutes, half, exact };
}

/** A single time such as '07:30', '7.30am' or '0730', or null. */
export function readClock(text: string): ClockTime | null {
  // A spreadsheet may hand over a time as the fraction of a day it stores.
  if (/^0?\.\d{2,}$/.test(text.trim())) return clock(Math.round(Number(text) * 1440));
  const piece = readPiece(text);
  return piece === null || piece.minutes >= 1440 ? null : clock(piece.minutes);
}

const pieceText = '(?:\\d{1,2}(?:[:.h]?\\d{2})?(?::\\d{2})?\\s*(?:am|pm|hrs?|h)?|noon|midday|midnight)';
const spanText = new RegExp(`^(${pieceText})\\s*(?:-|–|—|to|until|till)\\s*(${pieceText})(?![\\d:.])(.*)$`, 'i');

/** A span at the beginning of the text and what words follow it, or null when there is none. */
export function readSpan(text: string): ReadSpan | null {
  const found = spanText.exec(text.trim());
  const first = readPiece(found?.[1] ?? '');
  const second = readPiece(found?.[2] ?? '');
  if (!found || !first || !second) return null;
  return { ...settle(first, second), rest: (found[3] ?? '').trim() };
}

/**
 * Hours without morning or afternoon are taken as a working day: 9-5 ends in the afternoon, 2-9 begins after noon.
 * Anything over fourteen hours, or eight to eight, is said to be assumed.
 */
function settle(first: Piece, second: Piece): Omit<ReadSpan, 'rest'> {
  let from = first.minutes;
  let to = second.minutes;
  let assumed: string | null = null;
  if (!first.exact && second.half === 'pm' && from < 720 && from + 720 < to && from < 360) from += 720;
  if (!second.exact && to <= 720 && to <= from && from < 1200) to += 720;
  if (!first.exact && !second.exact && from < 360 && to <= 720) {
    from += 720;
    to += 720;
    assumed = `We took this as ${clock(from)} to ${clock(to)}.`;
  }
  const endsNextDay = to <= from || to >= 1440;
  const length = (to % 1440) + (endsNextDay ? 1440 : 0) - from;
  if (!first.exact && !second.exact && length === 720) assumed = `We took this as ${clock(from)} to ${clock(to)}, by day. If it is a night, write 20:00-08:00.`;
  if (length > 840) assumed = `That would be ${sayHours(length)} hours, from ${clock(from)} until ${clock(to)}${endsNextDay ? ' the next day' : ''}.`;
  return { from: clock(from), to: clock(to), endsNextDay, assumed };
}
