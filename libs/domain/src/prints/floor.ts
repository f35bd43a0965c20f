/** Who stays with everybody else while others are in sessions or on their break, through a day. */
import type { Span } from '../shared/time.ts';

export type OnDuty = { readonly id: string; readonly shifts: readonly Span[]; readonly breaks: readonly Span[]; readonly busy: readonly Span[] };
export type FloorStretch = { readonly span: Span; readonly least: number; readonly staying: readonly string[] };

const covers = (spans: readonly Span[], minute: number) => spans.some(([from, to]) => from <= minute && minute < to);

/** The stretches of `day` in which somebody must stay, each with who does; one ends where who stays or how many must changes. */
export function floorThrough(cover: readonly { readonly from: number; readonly to: number; readonly min: number }[], team: readonly OnDuty[], day: Span): FloorStretch[] {
  const edges = [...cover.flatMap(({ from, to }) => [from, to]), ...team.flatMap(({ shifts, breaks, busy }) => [...shifts, ...breaks, ...busy].flat()), ...day];
  const minutes = [...new Set(edges)].filter((minute) => minute >= day[0] && minute <= day[1]).toSorted((a, b) => a - b);
  const stretches: FloorStretch[] = [];
  minutes.slice(0, -1).forEach((from, n) => {
    const to = minutes[n + 1] ?? from;
    const least = Math.max(0, ...cover.filter((one) => one.from <= from && from < one.to).map(({ min }) => min));
    if (least === 0) return;
    const staying = team.filter(({ shifts, breaks, busy }) => covers(shifts, from) && !covers(breaks, from) && !covers(busy, from)).map(({ id }) => id);
    const before = stretches.at(-1);
    const goesOn = before?.span[1] === from && before.least === least && before.staying.join() === staying.join();
    if (before && goesOn) stretches[stretches.length - 1] = { ...before, span: [before.span[0], to] };
    else stretches.push({ span: [from, to], least, staying });
  });
  return stretches;
}
