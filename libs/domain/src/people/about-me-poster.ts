/** The one-page profile for the door, the outing bag and the agency worker: which lines go on it, and which go first when not all fit. */
import { HEADINGS, type Heading } from './about-me.ts';

/** What a stranger needs first: what to do and not to do, how to be understood, what help, and then who the person is. */
const FIRST: readonly Heading[] = ['please', 'communication', 'support', 'important', 'wellness', 'people', 'also'];

/** Longer lines are taken apart at the ends of their sentences; a sentence longer than this is not for a poster. */
const LINE = 160;
const SENTENCE = 240;

export type OnPoster = { readonly heading: Heading; readonly text: string | null; readonly onPoster: boolean; readonly sensitive: boolean };

/** `rank` 0 goes first; when a page is full, those of the highest rank stay off it. */
export type PosterLine = { readonly heading: Heading; readonly words: string; readonly rank: number };

/** The lines of a text as they can be hung up; sentences too long to hang up are left out. */
export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/^\s*[-–•*]\s*/, '').trim()).filter((line) => line !== '')
    .flatMap((line) => (line.length > LINE ? line.split(/(?<=[.!?…])\s+/) : [line]))
    .filter((line) => line.length <= SENTENCE);
}

/**
 * The lines of a profile: of statements agreed for posters, never of sensitive ones. "Most important first in each
 * section" (PRSB About Me v2.01), so the first line of each heading comes before the second of any.
 */
export function posterLines(statements: readonly OnPoster[]): PosterLine[] {
  const agreed = statements.filter(({ onPoster, sensitive, text }) => onPoster && !sensitive && text !== null);
  const lines = new Map(agreed.map(({ heading, text }) => [heading, linesOf(text ?? '')]));
  const deepest = Math.max(0, ...[...lines.values()].map(({ length }) => length));
  const ranked = Array.from({ length: deepest }, (_, depth) => FIRST.flatMap((heading) => {
    const words = lines.get(heading)?.[depth];
    return words === undefined ? [] : [{ heading, words }];
  })).flat();
  return ranked.map((line, rank) => ({ ...line, rank })).toSorted((a, b) => HEADINGS.indexOf(a.heading) - HEADINGS.indexOf(b.heading) || a.rank - b.rank);
}
