/** Half-open intervals of minutes: from ≤ t < to. */
import type { Span } from './problem.ts';

export const DAY = 1440;

/** Whether two spans share a moment: `[0, 60]` and `[60, 90]` do not. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** How many minutes two spans share. */
export function minutesShared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
}

export function isInside(span: Span, outer: Span): boolean {
  return outer[0] <= span[0] && span[1] <= outer[1];
}

/** Whether one of `outers` holds the whole of `span`; two that meet do not do it together. */
export function isInsideOne(span: Span, outers: readonly Span[]): boolean {
  return outers.some((outer) => isInside(span, outer));
}

/** The least number of minutes of `span` that stand out of any one of `outers`; all of them when there is none. */
export function minutesOutside(span: Span, outers: readonly Span[]): number {
  const length = span[1] - span[0];
  return Math.min(length, ...outers.map((outer) => length - minutesShared(span, outer)));
}

/** The day, from 0, on which a minute lies. */
export function dayOf(minute: number): number {
  return Math.floor(minute / DAY);
}
