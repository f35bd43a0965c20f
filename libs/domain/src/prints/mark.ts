/** The mark of a printed sheet: which plan it shows and since when, so that an old one on the wall is known for what it is. */
import { type Day, clockIn, dayIn } from '../shared/time.ts';

export type Marked = {
  readonly weekStarts: Day;
  readonly status: 'published' | 'draft' | 'nothing';
  /** How often people have been told of the week; of a draft, how often it was changed. */
  readonly version: number;
  readonly publishedAt: Date | null;
  readonly publishedByName: string | null;
  readonly draftedByName: string | null;
};

const shortDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' });
const shortDate = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });

const at = (day: Day) => Date.parse(`${day}T00:00:00Z`);

/** An instant in few letters: 'Fri 20 Nov 16:05'. */
export function sayBriefly(zone: string, instant: Date): string {
  return `${shortDay.format(at(dayIn(zone, instant))).replace(',', '')} ${clockIn(zone, instant)}`;
}

/** 'Week of 23 Nov · version 3 · published Fri 20 Nov 16:05 by Ada Bell'. */
export function sayMark(zone: string, mark: Marked): string {
  const week = `Week of ${shortDate.format(at(mark.weekStarts))}`;
  if (mark.status === 'nothing') return `${week} · no plan has been published`;
  if (mark.status === 'draft') return `${week} · draft ${mark.version}${mark.draftedByName ? ` by ${mark.draftedByName}` : ''} · nobody has been told of it`;
  const published = mark.publishedAt ? ` · published ${sayBriefly(zone, mark.publishedAt)}${mark.publishedByName ? ` by ${mark.publishedByName}` : ''}` : '';
  return `${week} · version ${mark.version}${published}`;
}

/** Letters and figures that cannot be taken for one another, and make no words. */
const SIGNS = 'BCDFGHJKMNPQRTVWXZ234679';
const SIGNS_IN_A_CODE = 5;

/** A short code of what a plan says: another plan has another code. The order of `lines` does not count. */
export function codeOf(lines: readonly string[]): string {
  // FNV-1a, 32 bits: far more than the codes there are.
  let sum = 0x811c9dc5;
  for (const letter of lines.toSorted().join('\n')) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return Array.from({ length: SIGNS_IN_A_CODE }, () => {
    const sign = SIGNS[sum % SIGNS.length] ?? '';
    sum = Math.floor(sum / SIGNS.length);
    return sign;
  }).join('');
}
