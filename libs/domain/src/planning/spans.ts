/** Sets of half-open spans of minutes: put together, cut and taken from one another. */
import type { Span } from '../shared/time.ts';

/** In order, none empty, those that meet or overlap as one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: [number, number][] = [];
  for (const [from, to] of spans.filter(([from, to]) => from < to).toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** What lies in both. */
export function intersectSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  return mergeSpans(a.flatMap((one) => b.map((other): Span => [Math.max(one[0], other[0]), Math.min(one[1], other[1])])));
}

/** What is left of `spans` without `taken`. */
export function subtractSpans(spans: readonly Span[], taken: readonly Span[]): Span[] {
  return mergeSpans(taken).reduce(
    (left, [from, to]) => left.flatMap((span): Span[] => [[span[0], Math.min(span[1], from)], [Math.max(span[0], to), span[1]]]).filter(([a, b]) => a < b),
    mergeSpans(spans),
  );
}

/** The part of each span that lies within one; spans are not put together. */
export function clipSpans(spans: readonly Span[], [from, to]: Span): Span[] {
  return spans.map((span): Span => [Math.max(span[0], from), Math.min(span[1], to)]).filter(([a, b]) => a < b);
}
